//! `java.util.Comparator`, and the natural order that `compareTo` gives.

use super::entry::parts;
use crate::diagnostic::Code;
use crate::java::args::{arg, class_cast, null_pointer, ok, text};
use crate::java::member::{Call, Members, m, p};
use crate::java::object::{JavaObject, identity_hash, identity_text};
use crate::java::signature::{COMPARATOR, INT, OBJECT};
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::COMPARATOR).methods(&[
    m("compare", &[OBJECT, OBJECT], INT, |_, t, a| ok(order_of(t)?.compare(arg(a, 0), arg(a, 1))?), "the order of two objects: negative, 0 or positive"),
    p("naturalOrder", COMPARATOR, |c, _, _| value(c, Order::Natural), "the order that objects have among themselves").stat(),
    p("reverseOrder", COMPARATOR, |c, _, _| Ok(c.arena.object(Order::Reverse)), "the opposite of the natural order").stat(),
    p("reversed", COMPARATOR, |c, t, _| value(c, order_of(t)?.reversed()), "the opposite order"),
]);

/// An order of objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::java) enum Order {
    Natural,
    Reverse,
    /// Texts by letter, whatever the case.
    IgnoringCase,
    ReverseIgnoringCase,
    /// Entries of maps by their keys.
    ByKey,
    ReverseByKey,
    /// Entries of maps by their values.
    ByValue,
    ReverseByValue,
}

impl Order {
    /// `compare(a, b)`
    pub(in crate::java) fn compare(self, a: Value<'_>, b: Value<'_>) -> Outcome<i32> {
        match self {
            Order::Natural => compare_to(a, b),
            Order::IgnoringCase => ignoring_case(a, b),
            Order::ByKey => compare_to(entry(a)?.0, entry(b)?.0),
            Order::ByValue => compare_to(entry(a)?.1, entry(b)?.1),
            opposite => opposite.reversed().compare(b, a),
        }
    }

    fn reversed(self) -> Order {
        match self {
            Order::Natural => Order::Reverse,
            Order::Reverse => Order::Natural,
            Order::IgnoringCase => Order::ReverseIgnoringCase,
            Order::ReverseIgnoringCase => Order::IgnoringCase,
            Order::ByKey => Order::ReverseByKey,
            Order::ReverseByKey => Order::ByKey,
            Order::ByValue => Order::ReverseByValue,
            Order::ReverseByValue => Order::ByValue,
        }
    }
}

impl JavaObject for Order {
    fn java_class(&self) -> ClassId {
        match self {
            Order::Natural => NATURAL.class,
            Order::Reverse => const { ClassId::named("java.util.Collections$ReverseComparator") },
            Order::IgnoringCase => {
                const { ClassId::named("java.lang.String$CaseInsensitiveComparator") }
            }
            Order::ByKey | Order::ByValue => ClassId::COMPARATOR,
            Order::ReverseIgnoringCase | Order::ReverseByKey | Order::ReverseByValue => {
                const { ClassId::named("java.util.Collections$ReverseComparator2") }
            }
        }
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

/// The natural order is the only constant of an enum.
const NATURAL: EnumConstant = EnumConstant {
    class: ClassId::named("java.util.Comparators$NaturalOrderComparator"),
    class_name: "java.util.Comparators$NaturalOrderComparator",
    name: "INSTANCE",
    text: "INSTANCE",
    ordinal: 0,
};

/// An order as a value.
fn value<'a>(call: &Call<'a>, order: Order) -> Outcome<Value<'a>> {
    Ok(match order {
        Order::Natural => call.arena.object(NATURAL),
        order => call.arena.object(order),
    })
}

/// The order that a value is.
pub(in crate::java) fn order_of(value: Value<'_>) -> Outcome<Order> {
    let constant = value.instance::<EnumConstant>();
    match (value.instance::<Order>(), constant) {
        (Some(order), _) => Ok(*order),
        (_, Some(constant)) if *constant == NATURAL => Ok(Order::Natural),
        _ => Err(class_cast(value, "java.util.Comparator")),
    }
}

/// Key and value of an entry. That others are no entries is noticed on the way into the order, which is an error in the
/// call.
fn entry(value: Value<'_>) -> Outcome<(Value<'_>, Value<'_>)> {
    if value.is_null() {
        return Err(null_pointer());
    }
    parts(value).map_err(|fault| {
        let message = fault.message.clone();
        let cause = Thrown::new("IllegalArgumentException", fault.message);
        Fault::caused(Code::METHOD_ARGUMENT, message, cause)
    })
}

/// `a.compareTo(b)`: both of one class, which has an order.
pub(in crate::java) fn compare_to(a: Value<'_>, b: Value<'_>) -> Outcome<i32> {
    let sign = |order: std::cmp::Ordering| Ok(order as i32);
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => Err(null_pointer()),
        (Value::Bool(a), Value::Bool(b)) => sign(a.cmp(&b)),
        (Value::Byte(a), Value::Byte(b)) => Ok(i32::from(a) - i32::from(b)),
        (Value::Short(a), Value::Short(b)) => Ok(i32::from(a) - i32::from(b)),
        (Value::Char(a), Value::Char(b)) => Ok(i32::from(a) - i32::from(b)),
        (Value::Int(a), Value::Int(b)) => sign(a.cmp(&b)),
        (Value::Long(a), Value::Long(b)) => sign(a.cmp(&b)),
        (Value::Float(a), Value::Float(b)) => sign(order_of_doubles(a.into(), b.into())),
        (Value::Double(a), Value::Double(b)) => sign(order_of_doubles(a, b)),
        (Value::BigInt(a), Value::BigInt(b)) => sign(a.cmp(b)),
        (Value::BigDec(a), Value::BigDec(b)) => sign(a.cmp(b)),
        (Value::Object(one), Value::Object(other)) => {
            one.compare(other).ok_or_else(|| unordered(a, b))
        }
        _ => match (text(&[a], 0), text(&[b], 0)) {
            (Ok(a), Ok(b)) => Ok(a.compare(b)),
            _ => Err(unordered(a, b)),
        },
    }
}

/// `Double.compare` as an order: -0.0 before 0.0, NaN behind everything and equal to itself.
pub(in crate::java) fn order_of_doubles(a: f64, b: f64) -> std::cmp::Ordering {
    match (a.is_nan(), b.is_nan()) {
        (false, false) => a.total_cmp(&b),
        (a_nan, b_nan) => a_nan.cmp(&b_nan),
    }
}

fn ignoring_case(a: Value<'_>, b: Value<'_>) -> Outcome<i32> {
    let (a, b) = (text(&[a], 0)?, text(&[b], 0)?);
    Ok(a.compare_ignore_case(b))
}

#[cold]
fn unordered(a: Value<'_>, b: Value<'_>) -> Box<Fault> {
    class_cast(b, &a.class_name())
}
