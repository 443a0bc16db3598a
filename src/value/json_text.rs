//! How a list that `#jsonPath` read or collected prints itself: as JSON, where every other list prints Java's form.

use super::{Value, print};
use std::fmt::{self, Write};

/// Writes a value as JSON, down to `depth` levels.
pub(super) fn write(value: Value<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    let Some(depth) = depth.checked_sub(1) else { return f.write_str("…") };
    match value {
        Value::Double(value) if value.is_infinite() => f.write_str("null"),
        Value::Float(value) if value.is_infinite() => f.write_str("null"),
        Value::Null | Value::Bool(_) => print::write(value, f, depth),
        number if number.is_number() => print::write(number, f, depth),
        _ => match (value.items(), value.pairs()) {
            (Some(items), _) => separated(f, ('[', ']'), items.iter(), |f, item| write(item, f, depth)),
            (_, Some(pairs)) => separated(f, ('{', '}'), pairs.flat(), |f, (key, held)| {
                quoted(key, f, depth)?;
                f.write_char(':')?;
                write(held, f, depth)
            }),
            _ => quoted(value, f, depth),
        },
    }
}

fn separated<T>(
    f: &mut dyn Write,
    (open, close): (char, char),
    items: impl IntoIterator<Item = T>,
    mut item: impl FnMut(&mut dyn Write, T) -> fmt::Result,
) -> fmt::Result {
    f.write_char(open)?;
    for (at, next) in items.into_iter().enumerate() {
        if at > 0 {
            f.write_char(',')?;
        }
        item(f, next)?;
    }
    f.write_char(close)
}

fn quoted(value: Value<'_>, f: &mut dyn Write, depth: u32) -> fmt::Result {
    f.write_char('"')?;
    print::write(value, &mut Escaped(f), depth)?;
    f.write_char('"')
}

/// A sink that escapes what is written to it, slashes included, which keeps the text safe inside a web page.
struct Escaped<'f>(&'f mut dyn Write);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|char| match char {
            '"' | '\\' | '/' => write!(self.0, "\\{char}"),
            '\u{8}' => self.0.write_str("\\b"),
            '\u{c}' => self.0.write_str("\\f"),
            '\n' => self.0.write_str("\\n"),
            '\r' => self.0.write_str("\\r"),
            '\t' => self.0.write_str("\\t"),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2000}'..='\u{20FF}' => {
                write!(self.0, "\\u{:04X}", u32::from(char))
            }
            other => self.0.write_char(other),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{Arena, ClassId, Value};

    #[test]
    fn lists_of_json_print_as_json() {
        let arena = Arena::default();
        let map = arena.map(ClassId::LINKED_HASH_MAP, [(Value::Str("k\"q"), Value::Null)]).unwrap();
        let items = [Value::Str("a/b\u{1}\u{2028}é"), Value::Double(f64::INFINITY), Value::Double(1.0), map];
        let list = arena.list(ClassId::JSON_ARRAY, &items).unwrap();
        assert_eq!(list.to_string(), r#"["a\/b\u0001\u2028é",null,1.0,{"k\"q":null}]"#);
        let plain = arena.list(ClassId::ARRAY_LIST, &[Value::Str("a"), list]).unwrap();
        assert!(plain.to_string().starts_with("[a, [\"a\\/b"));
    }
}
