//! How a list that `#jsonPath` read or collected prints itself: as JSON, where every other list prints Java's form.

use super::{Pairs, Printer, Sink, Stop};
use crate::value::Value;
use crate::value::shape::MAX_DEPTH;

impl Printer<'_> {
    /// Writes a value as JSON.
    pub(super) fn json(&mut self, value: Value<'_>, depth: usize) -> Result<(), Stop> {
        if depth >= MAX_DEPTH {
            return Err(Stop::TooDeep);
        }
        match value {
            Value::Double(value) if value.is_infinite() => self.str("null"),
            Value::Float(value) if value.is_infinite() => self.str("null"),
            Value::Null | Value::Bool(_) => self.value(value, depth),
            number if number.is_number() => self.value(number, depth),
            _ => match (value.collection(), value.pairs()) {
                (Some(items), _) => {
                    self.str("[")?;
                    for (at, item) in items.iter().enumerate() {
                        self.separator(at)?;
                        self.json(item, depth + 1)?;
                    }
                    self.str("]")
                }
                (_, Some(pairs)) => self.json_object(pairs, depth),
                _ => self.quoted(value, depth),
            },
        }
    }

    fn json_object(&mut self, pairs: Pairs<'_>, depth: usize) -> Result<(), Stop> {
        self.str("{")?;
        let mut printed = Ok(());
        let mut at = 0;
        pairs.all(&mut |key, held| {
            printed = self
                .separator(at)
                .and_then(|()| self.quoted(key, depth))
                .and_then(|()| self.str(":"))
                .and_then(|()| self.json(held, depth + 1));
            at += 1;
            printed.is_ok()
        });
        printed?;
        self.str("}")
    }

    fn separator(&mut self, at: usize) -> Result<(), Stop> {
        match at {
            0 => Ok(()),
            _ => self.str(","),
        }
    }

    fn quoted(&mut self, value: Value<'_>, depth: usize) -> Result<(), Stop> {
        self.str("\"")?;
        let mut inner = Printer {
            sink: &mut Escaped(self.sink),
            steps: self.steps,
        };
        inner.value(value, depth)?;
        self.steps = inner.steps;
        self.str("\"")
    }
}

/// A sink that escapes what is written to it, slashes included, which keeps the text safe inside a web page.
struct Escaped<'s>(&'s mut dyn Sink);

impl Sink for Escaped<'_> {
    fn str(&mut self, text: &str) -> Result<(), Stop> {
        let mut plain = 0;
        for (at, char) in text.char_indices() {
            let Some(escape) = escape(char) else { continue };
            self.0.str(&text[plain..at])?;
            self.0.str(&escape)?;
            plain = at + char.len_utf8();
        }
        self.0.str(&text[plain..])
    }

    fn unit(&mut self, unit: u16) -> Result<(), Stop> {
        match char::from_u32(u32::from(unit)).and_then(escape) {
            Some(escape) => self.0.str(&escape),
            None => self.0.unit(unit),
        }
    }
}

fn escape(char: char) -> Option<String> {
    match char {
        '"' | '\\' | '/' => Some(format!("\\{char}")),
        '\u{8}' => Some("\\b".to_owned()),
        '\u{c}' => Some("\\f".to_owned()),
        '\n' => Some("\\n".to_owned()),
        '\r' => Some("\\r".to_owned()),
        '\t' => Some("\\t".to_owned()),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2000}'..='\u{20FF}' => {
            Some(format!("\\u{:04X}", u32::from(char)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{Arena, ClassId, Value};

    #[test]
    fn lists_of_json_print_as_json() {
        let arena = Arena::default();
        let map = arena
            .map(
                ClassId::LINKED_HASH_MAP,
                [(Value::Str("k\"q"), Value::Null)],
            )
            .unwrap();
        let items = [
            Value::Str("a/b\u{1}\u{2028}é"),
            Value::Double(f64::INFINITY),
            Value::Double(1.0),
            map,
        ];
        let list = arena.list(ClassId::JSON_ARRAY, &items).unwrap();
        assert_eq!(
            list.to_string(),
            r#"["a\/b\u0001\u2028é",null,1.0,{"k\"q":null}]"#
        );
        let plain = arena
            .list(ClassId::ARRAY_LIST, &[Value::Str("a"), list])
            .unwrap();
        assert!(plain.to_string().starts_with("[a, [\"a\\/b"));
    }
}
