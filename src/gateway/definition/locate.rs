//! Where in the text of a JSON document a path leads: the byte at which a value starts, and bytes within a text value whose
//! escapes are counted.
//!
//! Documents come here only after they were read as JSON, so the walk may trust their shape; what it does not find is `None`.

/// The byte at which the value of a path such as `flows[0].name` or `responseTemplates.DEFAULT["*/*"].body` starts. A member
/// or element that is not there leads to the value it would be in.
pub(crate) fn offset(text: &str, path: &str) -> Option<usize> {
    let mut at = skip_space(text.as_bytes(), 0);
    for step in steps(path) {
        let next = match &step {
            Step::Key(name) => member(text, at, name),
            Step::Index(index) => element(text, at, *index),
        };
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    (at < text.len()).then_some(at)
}

/// The byte behind the value that starts at `at`; behind its first line when it has several.
pub(crate) fn end(text: &str, at: usize) -> usize {
    let end = skip_value(text.as_bytes(), at);
    let value = text.get(at..end).unwrap_or("");
    at + value.lines().next().map_or(0, |line| line.trim_end().len())
}

/// The byte of the document that stands for a byte of the text value starting at `at`.
pub(crate) fn within(document: &str, at: usize, byte: usize) -> Option<usize> {
    let raw = document.get(at..)?.strip_prefix('"')?;
    let (mut from, mut decoded) = (at + 1, 0);
    let mut chars = raw.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        from = at + 1 + index;
        if decoded >= byte || c == '"' {
            return Some(from);
        }
        if c != '\\' {
            decoded += c.len_utf8();
            continue;
        }
        match chars.next() {
            Some((_, 'u')) => {
                let unit = escaped_unit(&mut chars)?;
                decoded += match unit {
                    0xD800..=0xDBFF => 4,
                    0xDC00..=0xDFFF => 0,
                    unit => char::from_u32(u32::from(unit)).map_or(3, char::len_utf8),
                };
            }
            Some(_) => decoded += 1,
            None => return None,
        }
    }
    Some(from)
}

fn escaped_unit(chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) -> Option<u16> {
    let mut unit = 0_u32;
    for _ in 0..4 {
        unit = unit * 16 + chars.next()?.1.to_digit(16)?;
    }
    u16::try_from(unit).ok()
}

/// Line and column of a byte, both from 1, the column in characters.
pub(crate) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, text[start..at].chars().count() + 1)
}

enum Step {
    Key(String),
    Index(usize),
}

/// The steps of a path; a key that is no name stands in `["…"]`.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let end = quoted.find("\"]").unwrap_or(quoted.len());
            steps.push(Step::Key(quoted[..end].replace("\\\"", "\"")));
            rest = quoted.get(end + 2..).unwrap_or("");
        } else if let Some(number) = rest.strip_prefix('[') {
            let end = number.find(']').unwrap_or(number.len());
            steps.extend(number[..end].parse().ok().map(Step::Index));
            rest = number.get(end + 1..).unwrap_or("");
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end > 0 {
                steps.push(Step::Key(rest[..end].to_owned()));
            }
            rest = &rest[end..];
        }
    }
    steps
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The byte behind the text that starts at `at`.
fn skip_text(bytes: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The byte behind the value that starts at `at`.
fn skip_value(bytes: &[u8], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0_usize);
    loop {
        match bytes.get(at) {
            Some(b'"') => {
                at = skip_text(bytes, at);
                if depth == 0 {
                    return at;
                }
            }
            Some(b'{' | b'[') => {
                depth += 1;
                at += 1;
            }
            Some(b'}' | b']') => {
                depth = depth.saturating_sub(1);
                at += 1;
                if depth == 0 {
                    return at;
                }
            }
            Some(b',') if depth == 0 => return at,
            Some(_) => at += 1,
            None => return at,
        }
        if depth == 0 && matches!(bytes.get(at), Some(b',' | b'}' | b']') | None) {
            return at;
        }
    }
}

/// Start of a member's value in the object at `at`; the last one of equal names counts.
fn member(text: &str, at: usize, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'{') {
        return None;
    }
    let (mut at, mut found) = (at + 1, None);
    loop {
        at = skip_space(bytes, at);
        if bytes.get(at) != Some(&b'"') {
            return found;
        }
        let end = skip_text(bytes, at);
        let key: Option<String> = serde_json::from_str(text.get(at..end)?).ok();
        let value = skip_space(bytes, skip_space(bytes, end) + 1);
        if key.as_deref() == Some(name) {
            found = Some(value);
        }
        at = skip_space(bytes, skip_value(bytes, value));
        if bytes.get(at) != Some(&b',') {
            return found;
        }
        at += 1;
    }
}

/// Start of an element of the array at `at`; an object's values count as elements too, by their order of names.
fn element(text: &str, at: usize, index: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'[') {
        return None;
    }
    let mut at = skip_space(bytes, at + 1);
    for _ in 0..index {
        at = skip_space(bytes, skip_value(bytes, at));
        if bytes.get(at) != Some(&b',') {
            return None;
        }
        at = skip_space(bytes, at + 1);
    }
    (bytes.get(at) != Some(&b']')).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = r#"{
  "id": "a", "flows": [ {"name": "x", "n": 12},
    { "name": "y", "condition": "{\"\u00e9\" == 1}" } ],
  "responseTemplates": {"DEFAULT": {"*/*": {"body": "b"}}}
}"#;

    fn value(path: &str) -> &'static str {
        let from = offset(DOCUMENT, path).expect(path);
        &DOCUMENT[from..skip_value(DOCUMENT.as_bytes(), from)]
    }

    #[test]
    fn paths_lead_to_values() {
        let rows = [
            ("id", "\"a\""),
            ("flows[0].n", "12"),
            ("flows[1].name", "\"y\""),
            ("responseTemplates.DEFAULT[\"*/*\"].body", "\"b\""),
            ("flows[1].nothing.below", value("flows[1]")),
        ];
        for (path, expected) in rows {
            assert_eq!(value(path), expected, "{path}");
        }
    }

    #[test]
    fn escapes_count_as_what_they_stand_for() {
        let at = offset(DOCUMENT, "flows[1].condition").expect("the condition");
        let text = "{\"é\" == 1}";
        let byte = text.find("==").expect("the operator");
        let place = within(DOCUMENT, at, byte).expect("a place");
        assert!(DOCUMENT[place..].starts_with("== 1"));
        assert_eq!(line_column(DOCUMENT, place).0, 3);
    }
}
