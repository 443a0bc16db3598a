//! JSON as json-smart reads it in its permissive mode.
//!
//! Single quotes, names and texts without quotes, missing and spare commas, leading zeros: nearly anything is a document,
//! and what follows the first value is never looked at. Every rule here decides some text's meaning, so none is tidied
//! up. Texts without escapes are borrowed from the document.

use super::failure::{Failure, Found, quoted};
use crate::diagnostic::Code;
use crate::value::fault::Fault;
use crate::value::number::decimal::Decimal;
use crate::value::number::float_parse::parse_double;
use crate::value::text::Text;
use crate::value::{Arena, ClassId, ClassRef, Value};
use bigdecimal::{BigDecimal, num_bigint::BigInt};
use bumpalo::collections::Vec as BumpVec;
use std::collections::HashMap;

/// Levels of nesting that the reference accepts.
const MAX_DEPTH: u32 = 400;
/// Digits of one number; beyond it reading alone would take too long.
const MAX_DIGITS: usize = 100_000;
/// Text of more units than this is read as decimal, since a `Double` may not hold its digits.
const DOUBLE_UNITS: usize = 18;
/// What stands for the end of the text; the character itself ends a document too.
const END: u8 = 0x1A;
/// Maps of more entries than this find a name that comes twice by its hash.
const SCANNED_ENTRIES: usize = 16;

/// Characters that end a name or a text without quotes, by what it stands in.
type Stops = &'static [u8];
const IN_DOCUMENT: Stops = b"";
const IN_ARRAY: Stops = b",]";
const IN_OBJECT: Stops = b",}";
const IN_NAME: Stops = b":";

/// Reads the value that a text starts with.
pub(super) fn read<'a>(text: &'a str, arena: &'a Arena) -> Found<Value<'a>> {
    let mut reader = Reader {
        text,
        arena,
        at: 0,
        depth: 0,
    };
    reader.value(IN_DOCUMENT)
}

struct Reader<'a> {
    text: &'a str,
    arena: &'a Arena,
    at: usize,
    depth: u32,
}

impl<'a> Reader<'a> {
    fn current(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    fn fail<T>(&self, problem: &str) -> Found<T> {
        Err(Failure::thrown(
            "InvalidJsonException",
            format!("{problem} at byte {} of the JSON text", self.at + 1),
        ))
    }

    fn skip_white(&mut self) {
        while matches!(self.current(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    /// Steps over blanks and control characters.
    fn skip_space(&mut self) {
        while self.current() <= b' ' && self.current() != END {
            self.at += 1;
        }
    }

    fn value(&mut self, stops: Stops) -> Found<Value<'a>> {
        self.skip_white();
        match self.current() {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::array),
            b'"' | b'\'' => self.quoted(),
            b':' | b'}' | b']' => self.fail("a value was expected"),
            b'-' | b'0'..=b'9' => self.number(stops),
            _ => Ok(word(self.bare(stops))),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Found<Value<'a>>) -> Found<Value<'a>> {
        if self.depth == MAX_DEPTH {
            return self.fail("the document is nested too deeply");
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Found<Value<'a>> {
        let mut items = self.arena.vec(0);
        loop {
            match self.current() {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    return Ok(self.arena.list_of(ClassRef::of(ClassId::JSON_ARRAY), items));
                }
                b':' | b'}' => return self.fail("an element was expected"),
                END => return self.fail("a list is not closed"),
                _ => {
                    self.arena.charge_items(1)?;
                    items.push(self.value(IN_ARRAY)?);
                }
            }
        }
    }

    fn object(&mut self) -> Found<Value<'a>> {
        let mut entries = Entries {
            list: self.arena.vec(0),
            places: HashMap::new(),
            placed: 0,
        };
        loop {
            match self.current() {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b'}' => {
                    self.at += 1;
                    return Ok(self.arena.map(ClassId::LINKED_HASH_MAP, entries.list)?);
                }
                b':' | b'[' | b']' | b'{' => return self.fail("a name was expected"),
                _ => self.entry(&mut entries)?,
            }
        }
    }

    fn entry(&mut self, entries: &mut Entries<'a>) -> Found<()> {
        let name = match self.current() {
            b'"' | b'\'' => self.quoted()?,
            _ => Value::Str(self.bare(IN_NAME)),
        };
        self.skip_space();
        if self.current() != b':' {
            return self.fail("a `:` was expected");
        }
        self.at += 1;
        let value = self.value(IN_OBJECT)?;
        self.skip_space();
        self.arena.charge_items(1)?;
        entries.put(name, value);
        match self.current() {
            b'}' => Ok(()),
            b',' => {
                self.at += 1;
                Ok(())
            }
            _ => self.fail("a `,` or `}` was expected"),
        }
    }

    /// Steps over a text without quotes.
    fn skip_bare(&mut self, stops: Stops) {
        while self.current() != END && !stops.contains(&self.current()) {
            self.at += 1;
        }
    }

    /// A text without quotes, without white space at its ends.
    fn bare(&mut self, stops: Stops) -> &'a str {
        let start = self.at;
        self.skip_bare(stops);
        trimmed(&self.text[start..self.at])
    }

    fn digits(&mut self) {
        while self.current().is_ascii_digit() {
            self.at += 1;
        }
    }

    fn number(&mut self, stops: Stops) -> Found<Value<'a>> {
        let start = self.at;
        self.at += 1;
        self.digits();
        let mut real = false;
        if self.current() == b'.' {
            real = true;
            self.at += 1;
            self.digits();
        }
        if matches!(self.current(), b'e' | b'E') {
            real = true;
            self.at += 1;
            if !matches!(self.current(), b'+' | b'-' | b'0'..=b'9') {
                self.skip_bare(stops);
                return Ok(Value::Str(trimmed(&self.text[start..self.at])));
            }
            self.at += 1;
            self.digits();
        }
        self.skip_space();
        let ends = matches!(self.current(), END | 126..) || stops.contains(&self.current());
        if !ends {
            self.skip_bare(stops);
        }
        let text = trimmed(&self.text[start..self.at]);
        match (ends, real) {
            (false, _) => Ok(Value::Str(text)),
            (true, true) => self.real(text),
            (true, false) => self.integer(text),
        }
    }

    /// An integer is what holds its digits, leading zeros counted.
    fn integer(&self, text: &str) -> Found<Value<'a>> {
        if text == "-" {
            return Ok(Value::Int(0));
        }
        let digits = text.len() - usize::from(text.starts_with('-'));
        if digits > MAX_DIGITS {
            return Err(too_many_digits());
        }
        Ok(match text.parse::<i64>() {
            Ok(value) if digits < 20 => i32::try_from(value).map_or(Value::Long(value), Value::Int),
            _ => self
                .arena
                .big_int(text.parse::<BigInt>().unwrap_or_default()),
        })
    }

    fn real(&self, text: &str) -> Found<Value<'a>> {
        if text.len() > MAX_DIGITS {
            return Err(too_many_digits());
        }
        let refused = || self.fail(&format!("{} is no number", quoted(text)));
        if text.len() <= DOUBLE_UNITS {
            return parse_double(Text::Utf8(text))
                .map(Value::Double)
                .or_else(|_| refused());
        }
        match Decimal::parse(Text::Utf8(text), MAX_DIGITS) {
            Ok(decimal) => {
                let scale = i64::from(decimal.scale());
                Ok(self
                    .arena
                    .big_dec(BigDecimal::new(decimal.unscaled().clone(), scale)))
            }
            Err(_) => refused(),
        }
    }

    /// A text in quotes. Where it has no escape it is taken as it is, control characters included.
    fn quoted(&mut self) -> Found<Value<'a>> {
        let quote = self.current();
        let rest = &self.text.as_bytes()[self.at + 1..];
        let Some(len) = memchr::memchr(quote, rest) else {
            return self.fail("a text is not closed");
        };
        let plain = &self.text[self.at + 1..self.at + 1 + len];
        if memchr::memchr(b'\\', plain.as_bytes()).is_some() {
            self.at += 1;
            return self.escaped(quote);
        }
        self.at += len + 2;
        Ok(Value::Str(plain))
    }

    /// A text with escapes; control characters are then left out.
    fn escaped(&mut self, quote: u8) -> Found<Value<'a>> {
        let mut text = Unescaped::default();
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let special =
                |byte: &u8| *byte == quote || *byte == b'\\' || *byte < b' ' || *byte == 127;
            let plain = rest.iter().position(special).unwrap_or(rest.len());
            text.plain.push_str(&self.text[self.at..self.at + plain]);
            self.at += plain;
            match self.current() {
                END => return self.fail("a text is not closed"),
                b'\\' => self.escape(&mut text)?,
                byte => {
                    self.at += 1;
                    if byte == quote {
                        return text.into_value(self.arena);
                    }
                }
            }
        }
    }

    fn escape(&mut self, text: &mut Unescaped) -> Found<()> {
        self.at += 1;
        let plain = match self.current() {
            b't' => '\t',
            b'n' => '\n',
            b'r' => '\r',
            b'f' => '\u{c}',
            b'b' => '\u{8}',
            byte @ (b'\\' | b'/' | b'\'' | b'"') => char::from(byte),
            b'u' => return self.unicode(4, text),
            b'x' => return self.unicode(2, text),
            END if self.at >= self.text.len() => return Ok(()),
            // An unknown escape leaves nothing behind.
            _ => {
                self.at += self.text[self.at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
                return Ok(());
            }
        };
        text.plain.push(plain);
        self.at += 1;
        Ok(())
    }

    fn unicode(&mut self, digits: usize, text: &mut Unescaped) -> Found<()> {
        let mut value = 0_u16;
        for _ in 0..digits {
            self.at += 1;
            match char::from(self.current()).to_digit(16) {
                Some(digit) => value = value << 4 | digit as u16,
                None => return self.fail("a hexadecimal digit was expected"),
            }
        }
        self.at += 1;
        text.unit(value);
        Ok(())
    }
}

/// A text whose escapes are resolved: units as soon as a surrogate is written, since it may stay alone.
#[derive(Default)]
struct Unescaped {
    units: Vec<u16>,
    plain: String,
}

impl Unescaped {
    fn unit(&mut self, unit: u16) {
        if let Some(char) = char::from_u32(u32::from(unit)) {
            return self.plain.push(char);
        }
        self.units.extend(self.plain.encode_utf16());
        self.plain.clear();
        self.units.push(unit);
    }

    fn into_value<'a>(mut self, arena: &'a Arena) -> Found<Value<'a>> {
        if self.units.is_empty() {
            return Ok(arena.text(&self.plain)?);
        }
        self.units.extend(self.plain.encode_utf16());
        Ok(arena.units(&self.units)?)
    }
}

/// The entries of an object while it is read; a later value of a name takes the first one's place.
struct Entries<'a> {
    list: BumpVec<'a, (Value<'a>, Value<'a>)>,
    places: HashMap<&'a str, usize>,
    /// Entries that `places` knows.
    placed: usize,
}

impl<'a> Entries<'a> {
    fn put(&mut self, name: Value<'a>, value: Value<'a>) {
        match self.place(name) {
            Some(place) => self.list[place].1 = value,
            None => self.list.push((name, value)),
        }
    }

    fn place(&mut self, name: Value<'a>) -> Option<usize> {
        let Value::Str(text) = name else {
            return self
                .list
                .iter()
                .position(|(mine, _)| crate::value::equality::equals(*mine, name));
        };
        if self.list.len() < SCANNED_ENTRIES {
            return self
                .list
                .iter()
                .position(|(mine, _)| mine.as_str() == Some(text));
        }
        for at in self.placed..self.list.len() {
            if let Value::Str(name) = self.list[at].0 {
                self.places.insert(name, at);
            }
        }
        self.placed = self.list.len();
        self.places.get(text).copied()
    }
}

/// What a text without quotes means.
fn word(text: &str) -> Value<'_> {
    match text {
        "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "NaN" => Value::Float(f32::NAN),
        _ => Value::Str(text),
    }
}

/// Without Java's white space at both ends; a text of nothing else keeps its last character.
fn trimmed(text: &str) -> &str {
    let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let start = text[..end].find(|char| !is_white(char)).unwrap_or(end);
    let text = &text[start..];
    let first = text.chars().next().map_or(0, char::len_utf8);
    let kept = text[first..].trim_end_matches(is_white).len();
    &text[..first + kept]
}

/// `Character.isWhitespace`
fn is_white(char: char) -> bool {
    match char {
        '\t'..='\r' | '\u{1C}'..='\u{1F}' => true,
        '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{85}' => false,
        other => other.is_whitespace(),
    }
}

#[cold]
fn too_many_digits() -> Failure {
    Failure::Limit(Fault::el(
        Code::JSON_TOO_LARGE,
        "a number of the document has too many digits",
    ))
}
