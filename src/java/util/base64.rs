//! `java.util.Base64` with its encoders and decoders.

use crate::java::args::{
    byte_array, bytes, class_cast, give, int, object, ok, room, text, unavailable,
};
use crate::java::codec::base64::{Decoder, Encoder};
use crate::java::member::{Call, Members, h, m, s};
use crate::java::object::{JavaObject, identity_hash, identity_text};
use crate::java::signature::{BOOL, BYTE, INT, STRING, array_of, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const BYTES: ClassRef = array_of(BYTE);
const ENCODER: ClassRef = ClassRef::of(ClassId::BASE64_ENCODER);
const DECODER: ClassRef = ClassRef::of(ClassId::BASE64_DECODER);
const BYTE_BUFFER: ClassRef = class("java.nio.ByteBuffer");
const OUTPUT: ClassRef = class("java.io.OutputStream");
const INPUT: ClassRef = class("java.io.InputStream");

#[rustfmt::skip]
pub(in crate::java) static FACTORIES: Members = Members::of(ClassId::BASE64).methods(&[
    s("getMimeDecoder", &[], DECODER, |c, _, _| Ok(c.arena.object(Decoder::Mime)), "decodes the form of mails: lines, anything foreign skipped"),
    s("getEncoder", &[], ENCODER, |c, _, _| Ok(c.arena.object(Encoder::basic())), "encodes with `+` and `/`"),
    s("getUrlEncoder", &[], ENCODER, |c, _, _| Ok(c.arena.object(Encoder::url())), "encodes with `-` and `_`"),
    s("getMimeEncoder", &[INT, BYTES], ENCODER, |c, _, a| Ok(c.arena.object(Encoder::mime_with(int(a, 0)?, &bytes(a, 1)?)?)), "encodes in lines of a length with a separator"),
    s("getMimeEncoder", &[], ENCODER, |c, _, _| Ok(c.arena.object(Encoder::mime())), "encodes in lines of 76 characters"),
    s("getDecoder", &[], DECODER, |c, _, _| Ok(c.arena.object(Decoder::Basic)), "decodes `+` and `/`"),
    s("getUrlDecoder", &[], DECODER, |c, _, _| Ok(c.arena.object(Decoder::Url)), "decodes `-` and `_`"),
]);

#[rustfmt::skip]
pub(in crate::java) static ENCODERS: Members = Members::of(ClassId::BASE64_ENCODER).methods(&[
    h("encodeBlock", &[BYTES, INT, INT, BYTES, INT, BOOL]),
    m("wrap", &[OUTPUT], OUTPUT, no_stream, "a stream that encodes what is written to it"),
    m("encode", &[BYTE_BUFFER], BYTE_BUFFER, no_stream, "a buffer encoded"),
    m("encode", &[BYTES], BYTES, |c, t, a| byte_array(c, &encoder(t)?.encode(&bytes(a, 0)?, room(c))?), "bytes encoded, as bytes"),
    m("encode", &[BYTES, BYTES], INT, |_, t, a| into(a, |from, to| Ok(encoder(t)?.encode_into(from, to)?)), "bytes encoded into an array"),
    h("encodedOutLength", &[INT, BOOL]),
    h("encode0", &[BYTES, INT, INT, BYTES]),
    m("encodeToString", &[BYTES], STRING, |c, t, a| give(c, encoder(t)?.encode_to_string(&bytes(a, 0)?, room(c))?), "bytes encoded, as text"),
    m("withoutPadding", &[], ENCODER, |c, t, _| Ok(c.arena.object(encoder(t)?.without_padding())), "the encoder without `=` at the end"),
]);

#[rustfmt::skip]
pub(in crate::java) static DECODERS: Members = Members::of(ClassId::BASE64_DECODER).methods(&[
    h("decodeBlock", &[BYTES, INT, INT, BYTES, INT, BOOL, BOOL]),
    m("decode", &[STRING], BYTES, |c, t, a| byte_array(c, &decoder(t)?.decode_text(&text(a, 0)?.to_string_lossy())?), "a text decoded"),
    m("decode", &[BYTES], BYTES, |c, t, a| byte_array(c, &decoder(t)?.decode(&bytes(a, 0)?)?), "bytes decoded"),
    m("decode", &[BYTE_BUFFER], BYTE_BUFFER, no_stream, "a buffer decoded"),
    m("decode", &[BYTES, BYTES], INT, |_, t, a| into(a, |from, to| Ok(decoder(t)?.decode_into(from, to)?)), "bytes decoded into an array"),
    m("wrap", &[INPUT], INPUT, no_stream, "a stream that decodes what is read from it"),
    h("decodedOutLength", &[BYTES, INT, INT]),
    h("decode0", &[BYTES, INT, INT, BYTES]),
]);

/// Streams and buffers, which no expression can make: only null is left.
fn no_stream<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    object(args, 0)?;
    unavailable(call, this, args)
}

impl JavaObject for Encoder {
    fn java_class(&self) -> ClassId {
        ClassId::BASE64_ENCODER
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

impl JavaObject for Decoder {
    fn java_class(&self) -> ClassId {
        ClassId::BASE64_DECODER
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

fn encoder(this: Value<'_>) -> Outcome<&Encoder> {
    this.instance()
        .ok_or_else(|| class_cast(this, "java.util.Base64$Encoder"))
}

fn decoder(this: Value<'_>) -> Outcome<Decoder> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.util.Base64$Decoder"))
}

/// Codes the first array into the second and gives the number of bytes written.
fn into<'a>(
    args: &[Value<'a>],
    code: impl FnOnce(&[u8], &mut [u8]) -> Outcome<usize>,
) -> Outcome<Value<'a>> {
    let mut target = bytes(args, 1)?;
    let written = code(&bytes(args, 0)?, &mut target)?;
    write_bytes(object(args, 1)?, &target[..written]);
    ok(i32::try_from(written).unwrap_or(i32::MAX))
}

/// Overwrites the first elements of a `byte[]`.
pub(super) fn write_bytes(array: Value<'_>, bytes: &[u8]) {
    if let Value::List(cell) = array {
        let mut items = cell.items.borrow_mut();
        items
            .iter_mut()
            .zip(bytes)
            .for_each(|(item, byte)| *item = Value::Byte(*byte as i8));
    }
}
