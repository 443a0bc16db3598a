//! `java.util.stream`: elements on their way.
//!
//! Expressions cannot pass functions, so a stream is only counted, sorted, summed or collected. It is a slice of
//! elements with the hidden class that each step has in Java.

use super::collection::elements;
use super::comparator::compare_to;
use super::optional;
use super::optional_number::{
    OPTIONAL_DOUBLE, OPTIONAL_INT, OptionalNumber, SUMMARY, Summary, average,
};
use crate::java::args::{array, class_cast, ok, throw, to_int};
use crate::java::member::{Call, Members, p};
use crate::java::object::Opaque;
use crate::java::signature::{
    BOOL, INT, ITERATOR, LIST, LONG, OBJECT, OBJECTS, OPTIONAL, SPLITERATOR, STREAM, VOID,
    array_of, class,
};
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, ClassRef, Holder, Value, equality};
use std::cmp::Ordering;

const INT_STREAM: ClassRef = ClassRef::of(ClassId::INT_STREAM_I);

/// What streams of all kinds share.
#[rustfmt::skip]
pub(in crate::java) static BASE: Members = Members::of(ClassId::named("java.util.stream.BaseStream")).methods(&[
    p("isParallel", BOOL, |_, _, _| ok(false), "whether several threads work"),
    p("close", VOID, |_, _, _| Ok(Value::Null), "ends the stream"),
    p("sequential", class("java.util.stream.BaseStream"), |_, t, _| Ok(t), "the stream itself"),
    p("parallel", class("java.util.stream.BaseStream"), |_, t, _| Ok(t), "the stream itself"),
    p("unordered", class("java.util.stream.BaseStream"), |c, t, _| step(c, t, |_| Ok(()), Step::Unordered), "the elements in any order"),
    p("iterator", ITERATOR, iterator, "an iterator over the elements"),
    p("spliterator", SPLITERATOR, spliterator, "an iterator that can be divided"),
]);

#[rustfmt::skip]
pub(in crate::java) static STREAM_MEMBERS: Members = Members::of(ClassId::STREAM_I).methods(&[
    p("builder", class("java.util.stream.Stream$Builder"), |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.util.stream.Streams$StreamBuilderImpl") }))), "what builds a stream").stat(),
    p("empty", STREAM, |c, _, _| Ok(stream(c, ClassId::STREAM, &[])), "a stream without elements").stat(),
    p("count", LONG, |_, t, _| ok(all(t)?.len() as i64), "the number of elements"),
    p("distinct", STREAM, |c, t, _| step(c, t, distinct, Step::Distinct), "the elements without repetitions"),
    p("sorted", STREAM, |c, t, _| step(c, t, sort, Step::Sorted), "the elements in their natural order"),
    p("findAny", OPTIONAL, |c, t, _| found(c, t), "the first element, if there is one"),
    p("findFirst", OPTIONAL, |c, t, _| found(c, t), "the first element, if there is one"),
    p("toArray", OBJECTS, |c, t, _| array(c, OBJECT, all(t)?), "the elements as array"),
    p("toList", LIST, |c, t, _| c.arena.list(ClassId::IMMUTABLE_LIST, all(t)?), "the elements as list"),
]);

#[rustfmt::skip]
pub(in crate::java) static INT_STREAM_MEMBERS: Members = Members::of(ClassId::INT_STREAM_I).methods(&[
    p("builder", class("java.util.stream.IntStream$Builder"), |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.util.stream.Streams$IntStreamBuilderImpl") }))), "what builds a stream").stat(),
    p("empty", INT_STREAM, |c, _, _| Ok(stream(c, ClassId::INT_STREAM, &[])), "a stream without elements").stat(),
    p("count", LONG, |_, t, _| ok(all(t)?.len() as i64), "the number of elements"),
    p("sum", INT, |_, t, _| ok(ints(t)?.into_iter().fold(0, i32::wrapping_add)), "the sum, which wraps around"),
    p("average", OPTIONAL_DOUBLE, |c, t, _| Ok(c.arena.object(OptionalNumber::Double(average(&ints(t)?)))), "the mean, if there is an element"),
    p("max", OPTIONAL_INT, |c, t, _| Ok(c.arena.object(OptionalNumber::Int(ints(t)?.into_iter().max()))), "the greatest element, if there is one"),
    p("min", OPTIONAL_INT, |c, t, _| Ok(c.arena.object(OptionalNumber::Int(ints(t)?.into_iter().min()))), "the least element, if there is one"),
    p("findAny", OPTIONAL_INT, |c, t, _| Ok(c.arena.object(OptionalNumber::Int(ints(t)?.first().copied()))), "the first element, if there is one"),
    p("findFirst", OPTIONAL_INT, |c, t, _| Ok(c.arena.object(OptionalNumber::Int(ints(t)?.first().copied()))), "the first element, if there is one"),
    p("summaryStatistics", SUMMARY, |c, t, _| Ok(c.arena.object(Summary::of(&ints(t)?))), "number, sum, least, mean and greatest"),
    p("sequential", INT_STREAM, |_, t, _| Ok(t), "the stream itself"),
    p("iterator", class("java.util.PrimitiveIterator$OfInt"), iterator, "an iterator over the elements"),
    p("spliterator", class("java.util.Spliterator$OfInt"), spliterator, "an iterator that can be divided"),
    p("boxed", STREAM, |c, t, _| step(c, t, |_| Ok(()), Step::Boxed), "the elements as objects"),
    p("asLongStream", class("java.util.stream.LongStream"), |c, t, _| step(c, t, to_longs, Step::Longs), "the elements as `long`"),
    p("asDoubleStream", class("java.util.stream.DoubleStream"), |c, t, _| step(c, t, to_doubles, Step::Doubles), "the elements as `double`"),
    p("distinct", INT_STREAM, |c, t, _| step(c, t, distinct, Step::Distinct), "the elements without repetitions"),
    p("sorted", INT_STREAM, |c, t, _| step(c, t, sort, Step::Sorted), "the elements in their natural order"),
    p("toArray", array_of(INT), |c, t, _| array(c, INT, all(t)?), "the elements as array"),
]);

/// What builds a stream; without functions to call it stays empty.
#[rustfmt::skip]
pub(in crate::java) static BUILDERS: &[&Members] = &[
    &Members::of(ClassId::named("java.util.stream.Stream$Builder")).methods(&[
        p("build", STREAM, |c, _, _| Ok(stream(c, ClassId::STREAM, &[])), "the stream"),
    ]),
    &Members::of(ClassId::named("java.util.stream.IntStream$Builder")).methods(&[
        p("build", INT_STREAM, |c, _, _| Ok(stream(c, ClassId::INT_STREAM, &[])), "the stream"),
    ]),
];

/// A stream of that class.
pub(in crate::java) fn stream<'a>(
    call: &Call<'a>,
    class: ClassId,
    all: &'a [Value<'a>],
) -> Value<'a> {
    call.arena.holder(Holder::Stream(class, all))
}

/// A stream of numbers.
pub(in crate::java) fn of_ints<'a>(
    call: &Call<'a>,
    numbers: impl Iterator<Item = i32>,
) -> Outcome<Value<'a>> {
    let mut items = call.arena.vec(numbers.size_hint().0);
    for number in numbers {
        call.arena.charge_items(1)?;
        items.push(Value::Int(number));
    }
    Ok(stream(call, ClassId::INT_STREAM, items.into_bump_slice()))
}

/// `stream()` of a collection.
pub(super) fn of_collection<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    Ok(stream(call, ClassId::STREAM, elements(call, this)?))
}

/// The elements of the receiver.
fn all<'a>(this: Value<'a>) -> Outcome<&'a [Value<'a>]> {
    match this {
        Value::Holder(Holder::Stream(_, all)) => Ok(all),
        other => Err(class_cast(other, "java.util.stream.BaseStream")),
    }
}

fn ints(this: Value<'_>) -> Outcome<Vec<i32>> {
    all(this)?.iter().map(|element| to_int(*element)).collect()
}

fn found<'a>(call: &Call<'a>, this: Value<'a>) -> Outcome<Value<'a>> {
    match all(this)?.first() {
        Some(Value::Null) => Err(throw("NullPointerException", "the first element is null")),
        first => Ok(optional::of(call, first.copied())),
    }
}

/// A step from one stream to the next.
#[derive(Clone, Copy)]
enum Step {
    Distinct,
    Sorted,
    Unordered,
    Boxed,
    Longs,
    Doubles,
}

impl Step {
    /// The class of the stream behind the step.
    fn class(self, before: ClassId) -> ClassId {
        let of_ints = before.is_a(ClassId::INT_STREAM_I);
        match self {
            Step::Distinct if of_ints => {
                const { ClassId::named("java.util.stream.ReferencePipeline$4") }
            }
            Step::Distinct => const { ClassId::named("java.util.stream.DistinctOps$1") },
            Step::Sorted if of_ints => const { ClassId::named("java.util.stream.SortedOps$OfInt") },
            Step::Sorted => const { ClassId::named("java.util.stream.SortedOps$OfRef") },
            Step::Unordered if of_ints => {
                const { ClassId::named("java.util.stream.IntPipeline$9") }
            }
            Step::Unordered => const { ClassId::named("java.util.stream.ReferencePipeline$1") },
            Step::Boxed => const { ClassId::named("java.util.stream.IntPipeline$1") },
            Step::Longs => const { ClassId::named("java.util.stream.IntPipeline$2") },
            Step::Doubles => const { ClassId::named("java.util.stream.IntPipeline$3") },
        }
    }
}

fn step<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    change: fn(&mut Vec<Value<'a>>) -> Outcome<()>,
    step: Step,
) -> Outcome<Value<'a>> {
    let before = this.class().map_or(ClassId::STREAM, |class| class.id);
    let mut elements = all(this)?.to_vec();
    call.arena.charge_items(elements.len())?;
    change(&mut elements)?;
    Ok(stream(
        call,
        step.class(before),
        call.arena.slice(&elements),
    ))
}

fn distinct(elements: &mut Vec<Value<'_>>) -> Outcome<()> {
    let mut seen: std::collections::HashMap<i32, Vec<usize>> = std::collections::HashMap::new();
    let mut kept: Vec<Value<'_>> = Vec::new();
    for element in elements.iter() {
        let alike = seen.entry(equality::hash_code(*element)).or_default();
        if !alike.iter().any(|at| equality::equals(kept[*at], *element)) {
            alike.push(kept.len());
            kept.push(*element);
        }
    }
    *elements = kept;
    Ok(())
}

fn sort(elements: &mut Vec<Value<'_>>) -> Outcome<()> {
    let mut failed: Option<Box<Fault>> = None;
    elements.sort_by(|a, b| match compare_to(*a, *b) {
        Ok(order) => order.cmp(&0),
        Err(fault) => {
            failed.get_or_insert(fault);
            Ordering::Equal
        }
    });
    failed.map_or(Ok(()), Err)
}

fn to_longs(elements: &mut Vec<Value<'_>>) -> Outcome<()> {
    for element in elements {
        *element = Value::Long(to_int(*element)?.into());
    }
    Ok(())
}

fn to_doubles(elements: &mut Vec<Value<'_>>) -> Outcome<()> {
    for element in elements {
        *element = Value::Double(to_int(*element)?.into());
    }
    Ok(())
}

fn iterator<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let of_ints = this
        .class()
        .is_some_and(|class| class.id.is_a(ClassId::INT_STREAM_I));
    let class = match of_ints {
        true => const { ClassId::named("java.util.Spliterators$2Adapter") },
        false => const { ClassId::named("java.util.Spliterators$1Adapter") },
    };
    Ok(super::iterator::iterator(call, class, all(this)?))
}

fn spliterator<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let class = const { ClassId::named("java.lang.StringLatin1$CharsSpliterator") };
    Ok(super::iterator::iterator(call, class, all(this)?))
}
