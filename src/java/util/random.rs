//! `java.util.Random`, which only `ThreadLocalRandom` is here: the constructors are closed.

use super::base64::write_bytes;
use crate::java::args::{array_items, int, object, ok, unavailable};
use crate::java::codec::random::Random;
use crate::java::member::{Call, Members, m, p};
use crate::java::object::{JavaObject, identity_hash, identity_text};
use crate::java::signature::{BOOL, BYTE, DOUBLE, FLOAT, INT, LONG, VOID, array_of, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::RANDOM).methods(&[
    m("nextDouble", &[], DOUBLE, |c, _, _| ok(random(c).next_double()), "a number from 0 up to 1"),
    m("nextInt", &[INT], INT, |c, _, a| ok(random(c).next_int_below(int(a, 0)?)?), "a number from 0 up to a bound"),
    m("nextInt", &[], INT, |c, _, _| ok(random(c).next_int()), "any number"),
    m("nextBytes", &[array_of(BYTE)], VOID, next_bytes, "fills an array"),
    m("nextLong", &[], LONG, |c, _, _| ok(random(c).next_long()), "any number"),
    m("nextBoolean", &[], BOOL, |c, _, _| ok(random(c).next_boolean()), "true or false"),
    m("nextFloat", &[], FLOAT, |c, _, _| Ok(Value::Float(random(c).next_float())), "a number from 0 up to 1"),
    m("nextGaussian", &[], DOUBLE, |c, _, _| ok(random(c).next_gaussian()), "a number from the normal distribution"),
]);

#[rustfmt::skip]
pub(in crate::java) static GENERATOR: Members = Members::of(ClassId::named("java.util.random.RandomGenerator")).methods(&[
    p("isDeprecated", BOOL, |_, _, _| ok(false), "whether better generators exist"),
    p("nextExponential", DOUBLE, unavailable, "a number from the exponential distribution"),
    p("ints", class("java.util.stream.IntStream"), unavailable, "random numbers without end"),
    p("longs", class("java.util.stream.LongStream"), unavailable, "random numbers without end"),
    p("doubles", class("java.util.stream.DoubleStream"), unavailable, "random numbers without end"),
]);

const THREAD_LOCAL: ClassId = ClassId::named("java.util.concurrent.ThreadLocalRandom");

#[rustfmt::skip]
pub(in crate::java) static THREAD_LOCAL_RANDOM: Members = Members::of(THREAD_LOCAL).methods(&[
    p("current", class("java.util.concurrent.ThreadLocalRandom"), |c, _, _| Ok(c.arena.object(Generator)), "a source of random numbers").stat(),
]);

/// A source of random numbers. It has no state: every number comes from the chance of the environment.
#[derive(Clone, Copy, PartialEq)]
struct Generator;

impl JavaObject for Generator {
    fn java_class(&self) -> ClassId {
        THREAD_LOCAL
    }

    fn java_text(&self) -> String {
        identity_text(THREAD_LOCAL)
    }

    fn java_hash(&self) -> i32 {
        identity_hash(THREAD_LOCAL)
    }
}

fn random(call: &Call<'_>) -> Random {
    Random::new(call.environment.chance.bits() as i64)
}

fn next_bytes<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let mut bytes = vec![0; array_items(args, 0)?.len()];
    random(call).next_bytes(&mut bytes);
    write_bytes(object(args, 0)?, &bytes);
    Ok(Value::Null)
}
