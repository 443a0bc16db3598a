//! Classes of `java.net`: the form encoding of URLs.

pub(super) mod uri;

use super::args::{give, room, text};
use super::codec::url;
use super::member::{Members, s};
use super::signature::STRING;
use crate::value::ClassId;
use crate::value::text::Text;
use std::borrow::Cow;

pub(super) static TABLES: &[&[&Members]] = &[&[&DECODER, &ENCODER]];

#[rustfmt::skip]
static ENCODER: Members = Members::of(ClassId::URL_ENCODER).methods(&[
    s("encode", &[STRING, STRING], STRING, |c, _, a| give(c, url::encode(&mappable(text(a, 0)?), &text(a, 1)?.to_string_lossy(), room(c))?), "a text in the form encoding, in a charset"),
]);

#[rustfmt::skip]
static DECODER: Members = Members::of(ClassId::URL_DECODER).methods(&[
    s("decode", &[STRING, STRING], STRING, |c, _, a| give(c, url::decode(&mappable(text(a, 0)?), &text(a, 1)?.to_string_lossy())?), "the text that the form encoding means, in a charset"),
]);

/// The text with `?` for each lone surrogate, which no charset has.
fn mappable(text: Text<'_>) -> Cow<'_, str> {
    match text {
        Text::Utf8(text) => Cow::Borrowed(text),
        Text::Wide(units) => {
            let chars = char::decode_utf16(units.iter().copied());
            Cow::Owned(chars.map(|char| char.unwrap_or('?')).collect())
        }
    }
}
