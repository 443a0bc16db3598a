//! `java.lang.CharSequence` and `java.lang.StringBuilder`, which can be read and reversed but not written to.

use crate::java::args::{class_cast, give, ok, sequence};
use crate::java::member::{Call, Members, p};
use crate::java::signature::{BOOL, INT, STRING, class};
use crate::java::util::stream;
use crate::value::fault::Outcome;
use crate::value::text::{Text, TextBuf};
use crate::value::{ClassId, ClassRef, Holder, Value};

const INT_STREAM: ClassRef = ClassRef::of(ClassId::INT_STREAM_I);

#[rustfmt::skip]
pub(in crate::java) static CHAR_SEQUENCES: Members = Members::of(ClassId::CHAR_SEQUENCE).methods(&[
    p("length", INT, |_, t, _| ok(characters(t)?.length()), "the number of UTF-16 units"),
    p("isEmpty", BOOL, |_, t, _| ok(characters(t)?.is_empty()), "whether there is no unit"),
    p("chars", INT_STREAM, |c, t, _| stream::of_ints(c, characters(t)?.units().map(i32::from)), "the units as stream of numbers"),
    p("codePoints", INT_STREAM, |c, t, _| stream::of_ints(c, characters(t)?.code_points()), "the code points as stream of numbers"),
]);

#[rustfmt::skip]
pub(in crate::java) static BUILDERS: Members = Members::of(ClassId::STRING_BUILDER).methods(&[
    p("toString", STRING, |c, t, _| give(c, characters(t)?), "the text so far"),
    p("reverse", class("java.lang.StringBuilder"), reverse, "turns the text round"),
]);

fn characters(this: Value<'_>) -> Outcome<Text<'_>> {
    sequence(&[this], 0)
}

fn reverse<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let Value::Holder(Holder::Builder(text)) = this else {
        return Err(class_cast(this, "java.lang.StringBuilder"));
    };
    if let TextBuf::Utf8(reversed) = characters(this)?.reversed().into_buf() {
        *text.borrow_mut() = call.arena.str(&reversed)?;
    }
    Ok(this)
}

/// Puts a text behind the text so far; the receiver is the `Appendable` of some other member.
pub(in crate::java) fn append<'a>(call: &Call<'a>, to: Value<'a>, text: &str) -> Outcome<()> {
    let Value::Holder(Holder::Builder(so_far)) = to else {
        return Err(class_cast(to, "java.lang.Appendable"));
    };
    call.arena.charge_text(text.len())?;
    let longer = call.arena.str(&[*so_far.borrow(), text].concat())?;
    *so_far.borrow_mut() = longer;
    Ok(())
}
