//! `java.lang.Boolean`.

use crate::java::args::{boolean, class_value, ok, printed};
use crate::java::member::{Call, Members, f, p};
use crate::java::object::described_call;
use crate::java::signature::{BOOL, INT, OPTIONAL, STRING};
use crate::value::fault::Outcome;
use crate::value::number::bits;
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::BOOLEAN).methods(&[
    p("toString", STRING, |c, t, _| printed(c, t), "`true` or `false`"),
    p("hashCode", INT, |_, t, _| ok(bits::boolean_hash(boolean(&[t], 0)?)), "1231 or 1237"),
    p("booleanValue", BOOL, |_, t, _| Ok(t), "the value itself"),
    p("describeConstable", OPTIONAL, |c, t, _| described_boolean(c, t), "a description of the value"),
]).fields(&[
    f("TRUE", |_, _, _| ok(true), "true"),
    f("FALSE", |_, _, _| ok(false), "false"),
    f("TYPE", |_, _, _| class_value(BOOL), "the class `boolean`"),
]);

fn described_boolean<'a>(call: &Call<'a>, this: Value<'a>) -> Outcome<Value<'a>> {
    let name = if boolean(&[this], 0)? {
        "TRUE"
    } else {
        "FALSE"
    };
    Ok(described_call(
        call,
        &format!("getStaticFinal({name}/ClassOrInterfaceDesc[Boolean])Boolean"),
    ))
}
