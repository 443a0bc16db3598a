//! `java.util.Map.Entry`.

use super::comparator::Order;
use crate::java::args::{class_cast, ok, printed};
use crate::java::member::{Members, Method, m, p};
use crate::java::signature::{COMPARATOR, INT, OBJECT, STRING};
use crate::value::fault::Outcome;
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::MAP_ENTRY).methods(&[
    m("getValue", &[], OBJECT, |_, t, _| Ok(parts(t)?.1), "the value of the entry"),
    m("getKey", &[], OBJECT, |_, t, _| Ok(parts(t)?.0), "the key of the entry"),
    p("comparingByKey", COMPARATOR, |c, _, _| Ok(c.arena.object(Order::ByKey)), "the order of entries by their keys").stat(),
    p("comparingByValue", COMPARATOR, |c, _, _| Ok(c.arena.object(Order::ByValue)), "the order of entries by their values").stat(),
]);

const HASH_CODE: Method = p(
    "hashCode",
    INT,
    |_, t, _| ok(equality::hash_code(t)),
    "a number that equal entries share",
);
const TO_STRING: Method = p(
    "toString",
    STRING,
    |c, t, _| printed(c, t),
    "key and value with `=` between",
);

/// The classes of entries declare their own `hashCode` and `toString`.
#[rustfmt::skip]
pub(in crate::java) static OWN: &[&Members] = &[
    &Members::of(ClassId::HASH_ENTRY).methods(&[HASH_CODE, TO_STRING]),
    &Members::of(ClassId::SIMPLE_ENTRY).methods(&[HASH_CODE, TO_STRING]),
    &Members::of(ClassId::SIMPLE_IMMUTABLE_ENTRY).methods(&[HASH_CODE, TO_STRING]),
    &Members::of(ClassId::UNMODIFIABLE_ENTRY).methods(&[HASH_CODE, TO_STRING]),
];

/// Key and value; an entry of the host is a bean with these properties.
pub(super) fn parts(this: Value<'_>) -> Outcome<(Value<'_>, Value<'_>)> {
    let found = match this {
        Value::Holder(Holder::Entry(_, key, value)) => Some((*key, *value)),
        Value::Bean(bean) => bean.get("key").zip(bean.get("value")),
        _ => None,
    };
    found.ok_or_else(|| class_cast(this, "java.util.Map$Entry"))
}
