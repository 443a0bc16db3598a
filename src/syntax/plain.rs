//! Characters that only look like ours, and escapes from other languages.
//!
//! Texts that went through a word processor or a JSON file have curved quotes, long dashes, no-break spaces or backslashes.
//! Both functions propose one change that takes care of all of them at once, strings left as they are.

/// Characters that look like one of ours.
const LOOKALIKES: [(char, &str); 12] = [
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('×', "*"),
    ('÷', "/"),
    ('≠', "!="),
    ('≤', "<="),
    ('≥', ">="),
    ('¬', "!"),
    ('∧', "&&"),
    ('∨', "||"),
    ('…', ".."),
];

/// Backslashes before quotes in two ways: the quote doubled, as in a string, and plain, as around one.
pub(crate) fn without_backslashes(text: &str) -> Vec<(usize, usize, String, &'static str)> {
    const FORMS: [(&str, &str, &str); 4] = [
        ("\\'", "''", "a quote in a string is doubled"),
        ("\\\"", "\"\"", "a quote in a string is doubled"),
        ("\\\"", "\"", "quotes need no backslash"),
        ("\\'", "'", "quotes need no backslash"),
    ];
    let change = |(escaped, plain, help): (&str, &str, &'static str)| {
        let (start, last) = (text.find(escaped)?, text.rfind(escaped)?);
        let end = last + escaped.len();
        Some((start, end, text[start..end].replace(escaped, plain), help))
    };
    FORMS.into_iter().filter_map(change).collect()
}

/// What has to change so that only plain characters are left: first byte, end, replacement.
pub(crate) fn in_plain_characters(text: &str) -> Option<(usize, usize, String)> {
    let plain = plain(text);
    let (start, end) = difference(text, &plain);
    (plain != text).then(|| {
        (
            start,
            text.len() - end,
            plain[start..plain.len() - end].to_owned(),
        )
    })
}

/// The text with plain blanks, quotes and operators, strings left as they are.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let string = match c {
            '\'' | '"' => quoted(after, &[c]),
            '“' | '”' | '„' | '«' | '»' => {
                quoted(after, &['”', '“', '»', '«']).or_else(|| quoted(after, &['"']))
            }
            '‘' | '’' | '‚' | '‹' | '›' => {
                quoted(after, &['’', '‘', '›', '‹']).or_else(|| quoted(after, &['\'']))
            }
            '`' | '´' => quoted(after, &['`', '´']),
            _ => None,
        };
        rest = match string {
            Some((inside, behind)) if matches!(c, '\'' | '"') => {
                out.extend([
                    &rest[..c.len_utf8() + inside.len()],
                    c.encode_utf8(&mut [0; 4]),
                ]);
                behind
            }
            Some((inside, behind)) => {
                out.extend(["'", &inside.replace('\'', "''"), "'"]);
                behind
            }
            None => {
                push_plain(&mut out, c);
                after
            }
        };
    }
    out
}

/// What is inside of a string, and what is behind its closing quote.
fn quoted<'t>(after: &'t str, closing: &[char]) -> Option<(&'t str, &'t str)> {
    let end = after.find(closing)?;
    let quote = after[end..].chars().next()?;
    Some((&after[..end], &after[end + quote.len_utf8()..]))
}

fn push_plain(out: &mut String, c: char) {
    let lookalike = LOOKALIKES.iter().find(|(own, _)| *own == c);
    match c {
        '\u{FF01}'..='\u{FF5E}' => out.extend(char::from_u32(c as u32 - 0xFEE0)),
        '\u{200B}' | '\u{FEFF}' => {}
        _ if c.is_whitespace() && !c.is_ascii() || matches!(c, '\u{B}' | '\u{C}') => out.push(' '),
        _ => match lookalike {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(c),
        },
    }
}

/// How many bytes two texts share at their beginning and, of the rest, at their end.
fn difference(a: &str, b: &str) -> (usize, usize) {
    let shared = |(x, y): &(char, char)| x == y;
    let bytes = |(x, _): (char, char)| x.len_utf8();
    let start: usize = a.chars().zip(b.chars()).take_while(shared).map(bytes).sum();
    let end = a[start..]
        .chars()
        .rev()
        .zip(b[start..].chars().rev())
        .take_while(shared)
        .map(bytes)
        .sum();
    (start, end)
}
