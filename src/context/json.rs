//! JSON as Jackson reads it: integers by size (`Integer`, `Long`, `BigInteger`), other numbers `Double`, objects in the
//! order of the text, the last of duplicate keys.
//!
//! A reader of its own, since order and large integers are visible in expressions. Depth is bounded, so neither reading
//! nor dropping a document can exhaust the stack.

use crate::Limits;
use crate::value::host::Excess;
use crate::value::owned::{OwnedList, OwnedMap};
use crate::value::text::Text;
use crate::value::{ClassId, Owned};
use bigdecimal::num_bigint::BigInt;

/// Levels of nesting that a document may have.
const MAX_DEPTH: usize = 1_000;
/// Digits of one number, those of its exponent counted.
const MAX_DIGITS: usize = 1_000;
/// UTF-16 units of one key.
const MAX_KEY: usize = 50_000;

/// Why a text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// Byte of the text.
    pub(crate) at: usize,
    pub(crate) message: &'static str,
}

/// Reads one document; nothing but white space may follow it.
pub(crate) fn parse(text: &str) -> Result<Owned, JsonError> {
    let mut reader = Reader::new(text, &Limits::default());
    reader.skip_space();
    let value = reader.value()?;
    reader.skip_space();
    if reader.at < text.len() {
        reader.fail("there is more text after the document")
    } else {
        Ok(value)
    }
}

/// A body as `jsonContent` sees it: the object at the start of the text, whatever follows it, as a map in hash order;
/// an empty map when there is no object; null for the document `null`.
pub(crate) fn content(text: &str, limits: &Limits) -> Result<Owned, Excess> {
    let mut reader = Reader::new(text, limits);
    reader.skip_space();
    match (reader.value(), reader.excess) {
        (_, Some(excess)) => Err(excess),
        (Ok(Owned::Map(map)), None) => Ok(Owned::Map(map.in_hash_order())),
        (Ok(Owned::Null), None) => Ok(Owned::Null),
        _ => Ok(Owned::Map(OwnedMap::new(ClassId::HASH_MAP, []))),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    max_depth: usize,
    values_left: usize,
    /// The limit that ended the reading, if one did.
    excess: Option<Excess>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, limits: &Limits) -> Self {
        Reader {
            text,
            at: 0,
            depth: 0,
            max_depth: limits.body_depth,
            values_left: limits.body_values,
            excess: None,
        }
    }

    #[cold]
    fn exceed<T>(&mut self, excess: Excess) -> Result<T, JsonError> {
        self.excess = Some(excess);
        self.fail("a limit of the host ends the reading")
    }

    fn fail<T>(&self, message: &'static str) -> Result<T, JsonError> {
        Err(JsonError {
            at: self.at,
            message,
        })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    /// Steps over a byte if it is there.
    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self) -> Result<Owned, JsonError> {
        match self.values_left.checked_sub(1) {
            Some(left) => self.values_left = left,
            None => return self.exceed(Excess::VALUES),
        }
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => Ok(Owned::Str(self.string()?.into())),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Owned::Bool(true)),
            Some(b'f') => self.word("false", Owned::Bool(false)),
            Some(b'n') => self.word("null", Owned::Null),
            Some(_) => self.fail("no value starts like this"),
            None => self.fail("the text ends where a value was expected"),
        }
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Owned, JsonError>,
    ) -> Result<Owned, JsonError> {
        if self.depth == self.max_depth {
            return self.exceed(Excess::DEPTH);
        }
        if self.depth == MAX_DEPTH {
            return self.fail("the document is nested too deeply");
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Owned, JsonError> {
        let mut map = OwnedMap::new(ClassId::LINKED_HASH_MAP, []);
        self.skip_space();
        while !self.eat(b'}') {
            if map.entries.is_empty() {
            } else if !self.eat(b',') {
                return self.fail("a comma or `}` was expected");
            }
            self.skip_space();
            if self.peek() != Some(b'"') {
                return self.fail("a key in double quotes was expected");
            }
            let key = self.string()?;
            if key.len() > MAX_KEY && Text::Utf8(&key).len_units() > MAX_KEY {
                return self.fail("a key is too long");
            }
            self.skip_space();
            if !self.eat(b':') {
                return self.fail("a colon was expected");
            }
            self.skip_space();
            let value = self.value()?;
            map.put(Owned::Str(key.into()), value);
            self.skip_space();
        }
        Ok(Owned::Map(map))
    }

    fn array(&mut self) -> Result<Owned, JsonError> {
        let mut items = Vec::new();
        self.skip_space();
        while !self.eat(b']') {
            if !items.is_empty() && !self.eat(b',') {
                return self.fail("a comma or `]` was expected");
            }
            self.skip_space();
            items.push(self.value()?);
            self.skip_space();
        }
        Ok(Owned::List(OwnedList::new(ClassId::ARRAY_LIST, items)))
    }

    fn word(&mut self, word: &str, value: Owned) -> Result<Owned, JsonError> {
        if !self.text[self.at..].starts_with(word) {
            return self.fail("no value starts like this");
        }
        self.at += word.len();
        Ok(value)
    }

    fn number(&mut self) -> Result<Owned, JsonError> {
        let start = self.at;
        self.eat(b'-');
        let digits = self.digits();
        if digits == 0 || (digits > 1 && self.text.as_bytes()[self.at - digits] == b'0') {
            return self.fail("a number has digits, and no leading zero");
        }
        let mut all_digits = digits;
        let mut integral = true;
        if self.eat(b'.') {
            integral = false;
            let digits = self.digits();
            if digits == 0 {
                return self.fail("digits were expected behind the point");
            }
            all_digits += digits;
        }
        if self.eat(b'e') || self.eat(b'E') {
            integral = false;
            if !self.eat(b'-') {
                self.eat(b'+');
            }
            let digits = self.digits();
            if digits == 0 {
                return self.fail("digits were expected in the exponent");
            }
            all_digits += digits;
        }
        if all_digits > MAX_DIGITS {
            return self.fail("a number has too many digits");
        }
        Ok(number(&self.text[start..self.at], integral))
    }

    /// Steps over digits and counts them.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest
                .bytes()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))
                .unwrap_or(rest.len());
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return self.fail("a control character stands in a text"),
                None => return self.fail("a text is not closed"),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        self.at += 1;
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return self.fail("no escape looks like this"),
        })
    }

    /// A `\u` escape, with its second half when it is a surrogate. A lone surrogate is no text and becomes U+FFFD.
    fn unicode(&mut self) -> Result<char, JsonError> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) || !self.text[self.at..].starts_with("\\u") {
            return Ok(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let back = self.at;
        self.at += 2;
        let low = self.hex()?;
        if !(0xDC00..0xE000).contains(&low) {
            self.at = back;
            return Ok(char::REPLACEMENT_CHARACTER);
        }
        let joined = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        Ok(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex(&mut self) -> Result<u32, JsonError> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(digits) = digits else {
            return self.fail("four hexadecimal digits were expected");
        };
        self.at += 4;
        u32::from_str_radix(digits, 16)
            .or_else(|_| self.fail("four hexadecimal digits were expected"))
    }
}

/// A number by its size; an integer too long for a `Long` is a `BigInteger`.
fn number(text: &str, integral: bool) -> Owned {
    if !integral {
        return Owned::Double(text.parse().unwrap_or(f64::NAN));
    }
    match (text.parse::<i32>(), text.parse::<i64>()) {
        (Ok(value), _) => Owned::Int(value),
        (_, Ok(value)) => Owned::Long(value),
        _ => Owned::BigInt(text.parse::<BigInt>().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_by_size() {
        let list = parse("[1, 3000000000, 123456789012345678901234567890, 1.0, 1e3, -0]").unwrap();
        assert_eq!(
            list.to_string(),
            "[1, 3000000000, 123456789012345678901234567890, 1.0, 1000.0, 0]"
        );
    }

    #[test]
    fn the_last_of_duplicate_keys_wins_in_the_first_place() {
        assert_eq!(
            parse(r#"{"b": 1, "a": 2, "b": 3}"#).unwrap().to_string(),
            "{b=3, a=2}"
        );
    }

    #[test]
    fn surrogates_join_and_lone_ones_are_replaced() {
        assert_eq!(
            parse(r#""\ud83d\ude00 \ud800 x""#).unwrap().to_string(),
            "\u{1F600} \u{FFFD} x"
        );
    }

    #[test]
    fn mistakes_are_placed() {
        for (text, at) in [
            ("", 0),
            ("[1,]", 3),
            ("{1:2}", 1),
            ("01", 2),
            ("\"a", 2),
            ("[1] x", 4),
            ("nul", 0),
            ("1.", 2),
        ] {
            assert_eq!(
                parse(text).map(drop).map_err(|error| error.at),
                Err(at),
                "{text}"
            );
        }
    }

    #[test]
    fn deep_nesting_is_an_error() {
        assert!(parse(&"[".repeat(1_000_000)).is_err());
        assert!(parse(&format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000))).is_ok());
    }

    fn map_of(text: &str) -> String {
        content(text, &Limits::default()).unwrap().to_string()
    }

    #[test]
    fn a_body_is_the_object_at_its_start() {
        let table = [
            ("{\"a\": 1} x", "{a=1}"),
            ("", "{}"),
            ("[1]", "{}"),
            ("1", "{}"),
            ("{'a': 1}", "{}"),
            ("{\"a\": 1,}", "{}"),
            ("{\"a\": NaN}", "{}"),
            ("null", "null"),
        ];
        for (text, map) in table {
            assert_eq!(map_of(text), map, "{text}");
        }
    }

    #[test]
    fn what_the_reference_finds_too_large_is_an_empty_map() {
        let table = [
            (format!("{{\"a\": -{}}}", "1".repeat(1_000)), false),
            (format!("{{\"a\": {}}}", "1".repeat(1_001)), true),
            (format!("{{\"a\": 1.{}}}", "1".repeat(999)), false),
            (format!("{{\"a\": 1.{}}}", "1".repeat(1_000)), true),
            (format!("{{\"a\": 1{}e5}}", "1".repeat(998)), false),
            (format!("{{\"a\": 1{}e5}}", "1".repeat(999)), true),
            (format!("{{\"{}\": 1}}", "é".repeat(50_000)), false),
            (format!("{{\"{}\": 1}}", "é".repeat(50_001)), true),
        ];
        for (text, is_empty) in table {
            assert_eq!(map_of(&text) == "{}", is_empty, "{text:.40}");
        }
    }

    #[test]
    fn limits_of_the_host_are_errors() {
        let nested =
            |levels: usize| format!("{{\"a\": {}1{}}}", "[".repeat(levels), "]".repeat(levels));
        let limits = Limits {
            body_values: 10_000,
            ..Limits::default()
        };
        let table = [
            (nested(999), None),
            (nested(1_000), Some(Excess::DEPTH)),
            ("[".repeat(1_000_000), Some(Excess::DEPTH)),
            (format!("{{\"a\": [{}1]}}", "1,".repeat(9_997)), None),
            (
                format!("{{\"a\": [{}1]}}", "1,".repeat(9_998)),
                Some(Excess::VALUES),
            ),
        ];
        for (text, excess) in table {
            assert_eq!(content(&text, &limits).err(), excess, "{text:.40}");
        }
    }
}
