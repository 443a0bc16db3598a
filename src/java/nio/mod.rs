//! Classes of `java.nio.charset`.

use super::args::{class_cast, ok, unavailable};
use super::member::{Members, f, p};
use super::object::JavaObject;
use super::signature::{BOOL, INT, STRING, class};
use crate::value::fault::Outcome;
use crate::value::text::Text;
use crate::value::text::charset::{ByteOrder, Charset};
use crate::value::{ClassId, ClassRef, Value};

pub(super) static TABLES: &[&[&Members]] = &[&[&CHARSETS, &STANDARD]];

const CHARSET: ClassRef = ClassRef::of(ClassId::CHARSET);

#[rustfmt::skip]
static CHARSETS: Members = Members::of(ClassId::CHARSET).methods(&[
    p("name", STRING, |_, t, _| Ok(Value::Str(charset(t)?.name())), "the name"),
    p("displayName", STRING, |_, t, _| Ok(Value::Str(charset(t)?.name())), "the name"),
    p("toString", STRING, |_, t, _| Ok(Value::Str(charset(t)?.name())), "the name"),
    p("hashCode", INT, |_, t, _| ok(charset(t)?.java_hash()), "the hash code of the name"),
    p("isRegistered", BOOL, |_, _, _| ok(true), "whether the name is registered"),
    p("canEncode", BOOL, |_, _, _| ok(true), "whether text can be written in it"),
    p("aliases", class("java.util.Set"), unavailable, "other names"),
    p("newDecoder", class("java.nio.charset.CharsetDecoder"), unavailable, "what reads bytes"),
    p("newEncoder", class("java.nio.charset.CharsetEncoder"), unavailable, "what writes bytes"),
    p("defaultCharset", CHARSET, |c, _, _| Ok(c.arena.object(Charset::Utf8)), "UTF-8").stat(),
    p("availableCharsets", class("java.util.SortedMap"), unavailable, "all charsets").stat(),
]);

#[rustfmt::skip]
static STANDARD: Members = Members::of(ClassId::named("java.nio.charset.StandardCharsets")).fields(&[
    f("US_ASCII", |c, _, _| Ok(c.arena.object(Charset::Ascii)), "the charset `US-ASCII`"),
    f("ISO_8859_1", |c, _, _| Ok(c.arena.object(Charset::Latin1)), "the charset `ISO-8859-1`"),
    f("UTF_8", |c, _, _| Ok(c.arena.object(Charset::Utf8)), "the charset `UTF-8`"),
    f("UTF_16BE", |c, _, _| Ok(c.arena.object(Charset::Utf16(ByteOrder::Big))), "the charset `UTF-16BE`"),
    f("UTF_16LE", |c, _, _| Ok(c.arena.object(Charset::Utf16(ByteOrder::Little))), "the charset `UTF-16LE`"),
    f("UTF_16", |c, _, _| Ok(c.arena.object(Charset::Utf16(ByteOrder::Marked))), "the charset `UTF-16`"),
    f("UTF_32BE", |c, _, _| Ok(c.arena.object(Charset::Utf32(ByteOrder::Big))), "the charset `UTF-32BE`"),
    f("UTF_32LE", |c, _, _| Ok(c.arena.object(Charset::Utf32(ByteOrder::Little))), "the charset `UTF-32LE`"),
    f("UTF_32", |c, _, _| Ok(c.arena.object(Charset::Utf32(ByteOrder::Marked))), "the charset `UTF-32`"),
]);

impl JavaObject for Charset {
    fn java_class(&self) -> ClassId {
        match self {
            Charset::Utf8 => ClassId::UTF_8,
            Charset::Ascii => const { ClassId::named("sun.nio.cs.US_ASCII") },
            Charset::Latin1 => const { ClassId::named("sun.nio.cs.ISO_8859_1") },
            Charset::Windows1252 => const { ClassId::named("sun.nio.cs.MS1252") },
            Charset::Utf16(ByteOrder::Marked) => const { ClassId::named("sun.nio.cs.UTF_16") },
            Charset::Utf16(ByteOrder::Big) => const { ClassId::named("sun.nio.cs.UTF_16BE") },
            Charset::Utf16(ByteOrder::Little) => const { ClassId::named("sun.nio.cs.UTF_16LE") },
            Charset::Utf32(ByteOrder::Marked) => const { ClassId::named("sun.nio.cs.UTF_32") },
            Charset::Utf32(ByteOrder::Big) => const { ClassId::named("sun.nio.cs.UTF_32BE") },
            Charset::Utf32(ByteOrder::Little) => const { ClassId::named("sun.nio.cs.UTF_32LE") },
        }
    }

    fn java_text(&self) -> String {
        self.name().to_owned()
    }

    fn java_hash(&self) -> i32 {
        Text::Utf8(self.name()).hash_code()
    }
}

fn charset(this: Value<'_>) -> Outcome<Charset> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.nio.charset.Charset"))
}
