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
pub(super) const MAX_DIGITS: usize = 100_000;
/// Text of more units than this is read as decimal, since a `Double` may not hold its digits.
pub(super) const DOUBLE_UNITS: usize = 18;
/// What stands for the end of the text; the character itself ends a document too.
pub(super) const END: u8 = 0x1A;
/// Maps of more entries than this find a name that comes twice by its hash.
const SCANNED_ENTRIES: usize = 16;

/// Characters that end a name or a text without quotes, by what it stands in.
pub(super) type Stops = &'static [u8];
pub(super) const IN_DOCUMENT: Stops = b"";
pub(super) const IN_ARRAY: Stops = b",]";
pub(super) const IN_OBJECT: Stops = b",}";
pub(super) const IN_NAME: Stops = b":";

/// What starts like a number is.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Integer,
    /// A number with a point or an exponent. It is one for certain with digits around a point and no exponent.
    Real {
        is_plain: bool,
    },
    /// A text without quotes.
    Word,
}

/// Reads the value that a text starts with.
pub(super) fn read<'a>(text: &'a str, arena: &'a Arena) -> Found<Value<'a>> {
    Reader::new(text, arena).value(IN_DOCUMENT)
}

/// A place in a text. What is read is built here, only judged by [`super::skim`], or searched by [`super::seek`].
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) arena: &'a Arena,
    pub(super) at: usize,
    depth: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, arena: &'a Arena) -> Self {
        let (at, depth) = (0, 0);
        Reader {
            text,
            arena,
            at,
            depth,
        }
    }

    #[inline]
    pub(super) fn current(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    #[cold]
    pub(super) fn fail<T>(&self, problem: &str) -> Found<T> {
        Err(Failure::thrown(
            "InvalidJsonException",
            format!("{problem} at byte {} of the JSON text", self.at + 1),
        ))
    }

    #[inline]
    pub(super) fn skip_white(&mut self) {
        while matches!(self.current(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    /// Steps over blanks and control characters.
    #[inline]
    pub(super) fn skip_space(&mut self) {
        while self.current() <= b' ' && self.current() != END {
            self.at += 1;
        }
    }

    pub(super) fn value(&mut self, stops: Stops) -> Found<Value<'a>> {
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

    /// Steps over a character, if there is one.
    pub(super) fn skip_char(&mut self) {
        let next = self.text[self.at..].chars().next();
        self.at += next.map_or(0, char::len_utf8);
    }

    /// Reads what stands in brackets.
    #[inline]
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Found<T>) -> Found<T> {
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
        self.elements(|reader| {
            reader.arena.charge_items(1)?;
            items.push(reader.value(IN_ARRAY)?);
            Ok(())
        })?;
        Ok(self.arena.list_of(ClassRef::of(ClassId::JSON_ARRAY), items))
    }

    /// Steps through a list; `element` reads what stands at an element.
    #[inline]
    pub(super) fn elements(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Found<()>,
    ) -> Found<()> {
        loop {
            match self.current() {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b']' => {
                    self.at += 1;
                    return Ok(());
                }
                b':' | b'}' => return self.fail("an element was expected"),
                END => return self.fail("a list is not closed"),
                _ => element(self)?,
            }
        }
    }

    fn object(&mut self) -> Found<Value<'a>> {
        let mut entries = Entries {
            list: self.arena.vec(0),
            places: HashMap::new(),
            placed: 0,
        };
        self.members(Self::name, |reader, name| {
            let value = reader.value(IN_OBJECT)?;
            reader.arena.charge_items(1)?;
            entries.put(name, value);
            Ok(())
        })?;
        Ok(self.arena.map(ClassId::LINKED_HASH_MAP, entries.list)?)
    }

    fn name(&mut self) -> Found<Value<'a>> {
        match self.current() {
            b'"' | b'\'' => self.quoted(),
            _ => Ok(Value::Str(self.bare(IN_NAME))),
        }
    }

    /// Steps through an object; `name` reads a name and `value` what stands behind its colon.
    #[inline]
    pub(super) fn members<N>(
        &mut self,
        name: impl Fn(&mut Self) -> Found<N>,
        mut value: impl FnMut(&mut Self, N) -> Found<()>,
    ) -> Found<()> {
        loop {
            match self.current() {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b'}' => {
                    self.at += 1;
                    return Ok(());
                }
                b':' | b'[' | b']' | b'{' => return self.fail("a name was expected"),
                _ => {
                    let name = name(self)?;
                    self.colon()?;
                    value(self, name)?;
                    self.skip_space();
                    match self.current() {
                        b'}' => {}
                        b',' => self.at += 1,
                        _ => return self.fail("a `,` or `}` was expected"),
                    }
                }
            }
        }
    }

    #[inline]
    fn colon(&mut self) -> Found<()> {
        self.skip_space();
        if self.current() != b':' {
            return self.fail("a `:` was expected");
        }
        self.at += 1;
        Ok(())
    }

    /// Steps over a text without quotes.
    pub(super) fn skip_bare(&mut self, stops: Stops) {
        while self.current() != END && !stops.contains(&self.current()) {
            self.at += 1;
        }
    }

    /// A text without quotes, without white space at its ends.
    pub(super) fn bare(&mut self, stops: Stops) -> &'a str {
        let start = self.at;
        self.skip_bare(stops);
        trimmed(&self.text[start..self.at])
    }

    #[inline]
    pub(super) fn digits(&mut self) {
        while self.current().is_ascii_digit() {
            self.at += 1;
        }
    }

    fn number(&mut self, stops: Stops) -> Found<Value<'a>> {
        let start = self.at;
        let shape = self.shape(stops);
        let text = trimmed(&self.text[start..self.at]);
        match shape {
            Shape::Word => Ok(Value::Str(text)),
            Shape::Integer => self.integer(text),
            Shape::Real { .. } => self.real(text),
        }
    }

    /// Steps over what starts like a number.
    #[inline]
    pub(super) fn shape(&mut self, stops: Stops) -> Shape {
        let start = self.at;
        self.at += 1;
        self.digits();
        let mut shape = Shape::Integer;
        if self.current() == b'.' {
            self.at += 1;
            self.digits();
            shape = Shape::Real {
                is_plain: self.at - start > 2,
            };
        }
        if matches!(self.current(), b'e' | b'E') {
            shape = Shape::Real { is_plain: false };
            self.at += 1;
            if !matches!(self.current(), b'+' | b'-' | b'0'..=b'9') {
                self.skip_bare(stops);
                return Shape::Word;
            }
            self.at += 1;
            self.digits();
        }
        self.skip_white();
        let end = self.at;
        self.skip_space();
        if self.at > end && matches!(shape, Shape::Real { .. }) {
            // A control character behind the digits stays a part of their text.
            shape = Shape::Real { is_plain: false };
        }
        if matches!(self.current(), END | 126..) || stops.contains(&self.current()) {
            return shape;
        }
        self.skip_bare(stops);
        Shape::Word
    }

    /// An integer is what holds its digits, leading zeros counted.
    pub(super) fn integer(&self, text: &str) -> Found<Value<'a>> {
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

    pub(super) fn real(&self, text: &str) -> Found<Value<'a>> {
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
            return self.unescaped(quote)?.into_value(self.arena);
        }
        self.at += len + 2;
        Ok(Value::Str(plain))
    }

    /// A text with escapes; control characters are then left out.
    pub(super) fn unescaped(&mut self, quote: u8) -> Found<Unescaped> {
        let mut text = Unescaped::default();
        self.at += 1;
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
                        return Ok(text);
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
                self.skip_char();
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
pub(super) struct Unescaped {
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

    /// Whether it is that text, which has no lone surrogate.
    pub(super) fn is(&self, text: &str) -> bool {
        if self.units.is_empty() {
            return self.plain == text;
        }
        let units = self.units.iter().copied();
        units
            .chain(self.plain.encode_utf16())
            .eq(text.encode_utf16())
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
pub(super) fn trimmed(text: &str) -> &str {
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
pub(super) fn too_many_digits() -> Failure {
    Failure::Limit(Fault::el(
        Code::JSON_TOO_LARGE,
        "a number of the document has too many digits",
    ))
}
