//! `java.util.UUID`.

use crate::java::args::{class_cast, give, ok};
use crate::java::codec::uuid::Uuid;
use crate::java::member::{Members, p, s};
use crate::java::object::JavaObject;
use crate::java::signature::{INT, LONG, STRING};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const UUID: ClassRef = ClassRef::of(ClassId::UUID);

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::UUID).methods(&[
    p("toString", STRING, |c, t, _| give(c, uuid(t)?.to_string()), "the number as hexadecimal text"),
    p("version", INT, |_, t, _| ok(uuid(t)?.version()), "how the number was made"),
    p("hashCode", INT, |_, t, _| ok(uuid(t)?.hash_code()), "a number that equal objects share"),
    p("timestamp", LONG, |_, t, _| ok(uuid(t)?.timestamp()?), "the time in a number of version 1"),
    p("node", LONG, |_, t, _| ok(uuid(t)?.node()?), "the machine in a number of version 1"),
    p("variant", INT, |_, t, _| ok(uuid(t)?.variant()), "the layout of the number"),
    s("randomUUID", &[], UUID, |c, _, _| Ok(c.arena.object(Uuid::random(bits(c)))), "a new random number"),
    p("getLeastSignificantBits", LONG, |_, t, _| ok(uuid(t)?.least), "the lower half"),
    p("getMostSignificantBits", LONG, |_, t, _| ok(uuid(t)?.most), "the upper half"),
    p("clockSequence", INT, |_, t, _| ok(uuid(t)?.clock_sequence()?), "the sequence in a number of version 1"),
]);

impl JavaObject for Uuid {
    fn java_class(&self) -> ClassId {
        ClassId::UUID
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        Some(self.cmp(other) as i32)
    }
}

fn uuid(this: Value<'_>) -> Outcome<Uuid> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.util.UUID"))
}

fn bits(call: &crate::java::Call<'_>) -> u128 {
    let chance = &call.environment.chance;
    u128::from(chance.bits()) << 64 | u128::from(chance.bits())
}
