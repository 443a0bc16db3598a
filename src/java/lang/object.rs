//! `java.lang.Object`: what every value can be asked.

use crate::java::args::{arg, printed};
use crate::java::member::{Members, m};
use crate::java::signature::{BOOL, INT, OBJECT, STRING};
use crate::value::{ClassId, Value, equality};

pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::OBJECT).methods(&[
    m(
        "equals",
        &[OBJECT],
        BOOL,
        |_, this, args| Ok(Value::Bool(equality::equals(this, arg(args, 0)))),
        "whether the other object is the same in the sense of its class",
    ),
    m(
        "hashCode",
        &[],
        INT,
        |_, this, _| Ok(Value::Int(equality::hash_code(this))),
        "a number that equal objects share",
    ),
    m(
        "toString",
        &[],
        STRING,
        |call, this, _| printed(call, this),
        "the object as text",
    ),
]);
