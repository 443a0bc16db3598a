//! `#xmlEscape` and `#jsonEscape`: a value as text that is safe inside an XML or JSON document.

use super::failed;
use crate::value::fault::{Fault, Outcome};
use crate::value::text::Text;
use crate::value::thrown::Thrown;
use crate::value::{Arena, ClassId, ClassRef, Value, print};
use std::borrow::Cow;

/// `#xmlEscape(value)`: XML 1.0 text. What XML cannot hold is left out. Arrays of a primitive type fail, as they do in the
/// recorded engine (4.3).
pub(super) fn xml<'a>(arena: &'a Arena, value: Value<'a>) -> Outcome<Value<'a>> {
    let items = value.items();
    if items.is_some_and(|items| {
        items
            .class()
            .component()
            .is_some_and(ClassRef::is_primitive)
    }) {
        return Err(primitive_array());
    }
    escaped(arena, value, |char, out| match char {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&apos;"),
        '\t' | '\n' | '\r' | '\u{85}' => out.push(char),
        '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => {}
        '\u{7F}'..='\u{9F}' => out.push_str(&format!("&#{};", u32::from(char))),
        other => out.push(other),
    })
}

#[cold]
fn primitive_array() -> Box<Fault> {
    let problem = "an array of a primitive type is no array of objects";
    failed("xmlEscape", Thrown::new("ClassCastException", problem))
}

/// `#jsonEscape(value)`: the inside of a JSON string, ASCII only. The engine that brought it (4.4) takes every array.
pub(super) fn json<'a>(arena: &'a Arena, value: Value<'a>) -> Outcome<Value<'a>> {
    escaped(arena, value, |char, out| match char {
        '"' | '\\' | '/' => out.extend(['\\', char]),
        '\u{8}' => out.push_str("\\b"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        ' '..='\u{7E}' => out.push(char),
        other => other
            .encode_utf16(&mut [0; 2])
            .iter()
            .for_each(|unit| out.push_str(&format!("\\u{unit:04X}"))),
    })
}

/// Escapes the text of a value; null stays null. Lone surrogates are no characters and are left out.
fn escaped<'a>(
    arena: &'a Arena,
    value: Value<'a>,
    escape: fn(char, &mut String),
) -> Outcome<Value<'a>> {
    let Some(text) = joined(arena, value)? else {
        return Ok(Value::Null);
    };
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        escape(char, &mut out);
    }
    arena.text(&out)
}

/// The text to escape: elements of collections and arrays with a blank between them, anything else as Java prints it.
fn joined<'a>(arena: &'a Arena, value: Value<'a>) -> Outcome<Option<Cow<'a, str>>> {
    let items = match value {
        Value::Null => return Ok(None),
        Value::Wide(units) => return Ok(Some(Cow::Owned(without_lone_surrogates(units)))),
        _ => value
            .items()
            .filter(|items| items.class().is_array() || items.class().id.is_a(ClassId::COLLECTION)),
    };
    let Some(items) = items else {
        return print::text(value, arena).map(|text| Some(Cow::Borrowed(text)));
    };
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        match item {
            Value::Null => {}
            Value::Wide(units) => text.push_str(&without_lone_surrogates(units)),
            item => text.push_str(print::text(item, arena)?),
        }
    }
    Ok(Some(Cow::Owned(text)))
}

fn without_lone_surrogates(units: &[u16]) -> String {
    debug_assert!(Text::Wide(units).len_units() == units.len());
    char::decode_utf16(units.iter().copied())
        .filter_map(Result::ok)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_that_means_something_is_escaped() {
        let arena = Arena::default();
        let text = Value::Str("<a b=\"c\">&'\u{1}\u{7f}\u{85}é\u{1F600}\t</a>");
        let xml = xml(&arena, text).unwrap();
        assert_eq!(
            xml.as_str(),
            Some("&lt;a b=&quot;c&quot;&gt;&amp;&apos;&#127;\u{85}é\u{1F600}\t&lt;/a&gt;")
        );
        let json = json(&arena, Value::Str("a\"\\/\n\u{1}\u{7f}é\u{1F600}")).unwrap();
        assert_eq!(
            json.as_str(),
            Some("a\\\"\\\\\\/\\n\\u0001\\u007F\\u00E9\\uD83D\\uDE00")
        );
    }

    #[test]
    fn elements_are_joined_by_one_blank_and_null_is_empty() {
        let arena = Arena::default();
        let list = arena
            .list(
                ClassId::ARRAY_LIST,
                &[Value::Int(1), Value::Null, Value::Str("<")],
            )
            .unwrap();
        assert_eq!(xml(&arena, list).unwrap().as_str(), Some("1  &lt;"));
        assert!(xml(&arena, Value::Null).unwrap().is_null());
    }

    #[test]
    fn arrays_of_a_primitive_type_are_for_json_only() {
        let arena = Arena::default();
        let array = ClassRef::array(ClassId::INT_P);
        let numbers = arena.list(array, &[Value::Int(1), Value::Int(-2)]).unwrap();
        assert_eq!(json(&arena, numbers).unwrap().as_str(), Some("1 -2"));
        let fault = xml(&arena, numbers).map(drop).unwrap_err();
        assert_eq!(fault.cause.unwrap().class, "ClassCastException");
    }

    #[test]
    fn json_escapes_by_unit_and_adds_no_quotes() {
        let table = [
            ("", ""),
            ("a b", "a b"),
            ("\u{8}\u{c}\n\r\t", "\\b\\f\\n\\r\\t"),
            (
                "\u{0}\u{1f}\u{7e}\u{7f}\u{80}",
                "\\u0000\\u001F~\\u007F\\u0080",
            ),
            ("'</a>'", "'<\\/a>'"),
            ("\u{fffd}\u{10ffff}", "\\uFFFD\\uDBFF\\uDFFF"),
        ];
        let arena = Arena::default();
        for (text, escaped) in table {
            let found = json(&arena, Value::Str(text)).unwrap();
            assert_eq!(found.as_str(), Some(escaped), "{text:?}");
        }
        let map = arena
            .map(
                ClassId::LINKED_HASH_MAP,
                [(Value::Str("a"), Value::Str("\""))],
            )
            .unwrap();
        assert_eq!(json(&arena, map).unwrap().as_str(), Some("{a=\\\"}"));
        assert!(json(&arena, Value::Null).unwrap().is_null());
        assert_eq!(
            json(&arena, Value::Bool(true)).unwrap().as_str(),
            Some("true")
        );
    }
}
