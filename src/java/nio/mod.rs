//! Classes of `java.nio.charset`.

use super::args::{class_cast, ok, unavailable};
use super::member::{Call, Members, f, p};
use super::object::{JavaObject, Opaque};
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
    p("aliases", class("java.util.Set"), |c, t, _| aliases(c, charset(t)?), "other names"),
    p("newDecoder", class("java.nio.charset.CharsetDecoder"), |c, t, _| Ok(c.arena.object(Opaque(coders(charset(t)?).0))), "what reads bytes"),
    p("newEncoder", class("java.nio.charset.CharsetEncoder"), |c, t, _| Ok(c.arena.object(Opaque(coders(charset(t)?).1))), "what writes bytes"),
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

/// The classes of the charset's decoder and encoder.
fn coders(charset: Charset) -> (ClassId, ClassId) {
    macro_rules! coders {
        ($class:literal) => {
            const {
                (
                    ClassId::named(concat!("sun.nio.cs.", $class, "$Decoder")),
                    ClassId::named(concat!("sun.nio.cs.", $class, "$Encoder")),
                )
            }
        };
    }
    match charset {
        Charset::Utf8 => coders!("UTF_8"),
        Charset::Ascii => coders!("US_ASCII"),
        Charset::Latin1 => coders!("ISO_8859_1"),
        Charset::Windows1252 => coders!("SingleByte"),
        Charset::Utf16(ByteOrder::Marked) => coders!("UTF_16"),
        Charset::Utf16(ByteOrder::Big) => coders!("UTF_16BE"),
        Charset::Utf16(ByteOrder::Little) => coders!("UTF_16LE"),
        Charset::Utf32(_) => coders!("UTF_32Coder"),
    }
}

/// Other names of the charset.
fn aliases<'a>(call: &Call<'a>, charset: Charset) -> Outcome<Value<'a>> {
    let names: &[&str] = match charset {
        Charset::Utf8 => &["UTF8", "unicode-1-1-utf-8"],
        Charset::Ascii => &[
            "ANSI_X3.4-1968",
            "ascii7",
            "IBM367",
            "csASCII",
            "ISO_646.irv:1991",
            "ISO646-US",
            "646",
            "us",
            "ANSI_X3.4-1986",
            "cp367",
            "iso-ir-6",
            "ASCII",
            "iso_646.irv:1983",
        ],
        Charset::Latin1 => &[
            "IBM-819",
            "8859_1",
            "ISO_8859-1",
            "l1",
            "819",
            "ISO8859_1",
            "ISO_8859-1:1987",
            "iso-ir-100",
            "ISO8859-1",
            "latin1",
            "IBM819",
            "csISOLatin1",
            "ISO_8859_1",
            "cp819",
        ],
        Charset::Windows1252 => &["cp1252", "ibm1252", "ibm-1252", "cp5348"],
        Charset::Utf16(ByteOrder::Marked) => &["utf16", "UnicodeBig", "unicode", "UTF_16"],
        Charset::Utf16(ByteOrder::Big) => &[
            "X-UTF-16BE",
            "UnicodeBigUnmarked",
            "UTF_16BE",
            "ISO-10646-UCS-2",
        ],
        Charset::Utf16(ByteOrder::Little) => &["X-UTF-16LE", "UTF_16LE", "UnicodeLittleUnmarked"],
        Charset::Utf32(ByteOrder::Marked) => &["UTF_32", "UTF32"],
        Charset::Utf32(ByteOrder::Big) => &["UTF_32BE", "X-UTF-32BE"],
        Charset::Utf32(ByteOrder::Little) => &["UTF_32LE", "X-UTF-32LE"],
    };
    let names: Vec<Value<'a>> = names.iter().copied().map(Value::Str).collect();
    call.arena.list(ClassId::UNMODIFIABLE_SET, &names)
}

fn charset(this: Value<'_>) -> Outcome<Charset> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.nio.charset.Charset"))
}
