//! The grammar inside of one piece of markup: the XML declaration, the attributes of a tag, references, processing instructions.
//! Everything here works on a slice that quick-xml has cut out and knows nothing of the tree.

use super::chars::{Version, is_space, skip_space};
use crate::functions::xpath::error::XmlFault;
use std::borrow::Cow;

/// Reads the XML declaration at the start of a document, if there is one: the version, and its length in bytes.
pub(super) fn declaration(text: &str) -> Result<Option<(Version, usize)>, XmlFault> {
    let Some(rest) = text
        .strip_prefix("<?xml")
        .filter(|rest| rest.starts_with(is_space_char))
    else {
        return Ok(None);
    };
    let len = rest.find("?>").ok_or(XmlFault::Unterminated)?;
    let version = pseudo_attributes(&rest[..len])?;
    Ok(Some((version, "<?xml".len() + len + "?>".len())))
}

fn is_space_char(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

/// `version`, then optionally `encoding`, then optionally `standalone`. The encoding is of no use: the text is decoded already.
fn pseudo_attributes(text: &str) -> Result<Version, XmlFault> {
    let (version, rest) = pseudo_attribute(text, "version")?.ok_or(XmlFault::Declaration)?;
    let version = match version {
        "1.0" => Version::V10,
        "1.1" => Version::V11,
        other => return Err(XmlFault::Version(other.to_owned())),
    };
    let rest = pseudo_attribute(rest, "encoding")?.map_or(rest, |(_, rest)| rest);
    let rest = match pseudo_attribute(rest, "standalone")? {
        Some(("yes" | "no", rest)) => rest,
        Some(_) => return Err(XmlFault::Declaration),
        None => rest,
    };
    if skip_space(rest).is_empty() {
        Ok(version)
    } else {
        Err(XmlFault::Declaration)
    }
}

/// The value of ` name = "value"` at the start of `text`, and what follows.
fn pseudo_attribute<'a>(text: &'a str, name: &str) -> Result<Option<(&'a str, &'a str)>, XmlFault> {
    let Some(rest) = skip_space(text).strip_prefix(name) else {
        return Ok(None);
    };
    let spaced = text.starts_with(is_space_char);
    let value = skip_space(rest)
        .strip_prefix('=')
        .filter(|_| spaced)
        .map(skip_space);
    value
        .and_then(quoted)
        .map(Some)
        .ok_or(XmlFault::Declaration)
}

/// The text between the quote at the start of `text` and its partner, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = *text
        .as_bytes()
        .first()
        .filter(|quote| matches!(quote, b'"' | b'\''))?;
    let end = 1 + memchr::memchr(quote, &text.as_bytes()[1..])?;
    Some((&text[1..end], &text[end + 1..]))
}

/// Length of the name at the start of `text`; most are ASCII.
pub(super) fn name_len(text: &str, version: Version) -> usize {
    let ascii = text
        .bytes()
        .take_while(|&b| b < 0x80 && (NAME[b as usize]))
        .count();
    match text.as_bytes().get(ascii) {
        Some(0x80..) => version.name_len(text),
        _ if text.starts_with(|c| version.starts_name(c)) => ascii,
        _ => 0,
    }
}

const NAME: [bool; 128] = {
    let mut table = [false; 128];
    let mut byte = 0;
    while byte < 128 {
        let b = byte as u8;
        table[byte] = b.is_ascii_alphanumeric() || matches!(b, b'_' | b':' | b'-' | b'.');
        byte += 1;
    }
    table
};

/// The attributes of a tag, from behind the element's name on.
pub(super) struct Attributes<'a> {
    rest: &'a str,
    element: &'a str,
    version: Version,
}

/// An attribute as it stands in a tag.
#[derive(Clone, Copy)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// Between the quotes, references and line ends untouched.
    pub(super) value: &'a str,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(rest: &'a str, element: &'a str, version: Version) -> Self {
        Self {
            rest,
            element,
            version,
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<Attribute<'a>>, XmlFault> {
        let text = skip_space(self.rest);
        if text.is_empty() {
            return Ok(None);
        }
        let len = name_len(text, self.version);
        if len == 0 || text.len() == self.rest.len() {
            return Err(XmlFault::Tag(self.element.to_owned()));
        }
        let (name, rest) = text.split_at(len);
        let value = skip_space(rest)
            .strip_prefix('=')
            .map(skip_space)
            .and_then(quoted);
        let (value, rest) = value.ok_or_else(|| XmlFault::Attribute(name.to_owned()))?;
        self.rest = rest;
        Ok(Some(Attribute { name, value }))
    }
}

/// The value that an attribute stands for: references replaced, white space turned into spaces.
pub(super) fn attribute_value<'a>(
    attribute: Attribute<'a>,
    version: Version,
) -> Result<Cow<'a, str>, XmlFault> {
    let special = |b: u8| matches!(b, b'&' | b'<' | b'\t' | b'\n');
    let Some(at) = attribute.value.bytes().position(special) else {
        return Ok(Cow::Borrowed(attribute.value));
    };
    let (plain, mut rest) = attribute.value.split_at(at);
    let mut value = String::with_capacity(attribute.value.len());
    value.push_str(plain);
    while let Some(&byte) = rest.as_bytes().first() {
        rest = &rest[1..];
        match byte {
            b'&' => {
                let end = rest.find(';').ok_or(XmlFault::Reference)?;
                value.push(reference(&rest[..end], version)?);
                rest = &rest[end + 1..];
            }
            b'<' => return Err(XmlFault::LessThan(attribute.name.to_owned())),
            _ => value.push(' '),
        }
        let plain = rest.bytes().position(special).unwrap_or(rest.len());
        value.push_str(&rest[..plain]);
        rest = &rest[plain..];
    }
    Ok(Cow::Owned(value))
}

/// The character that the text between `&` and `;` stands for.
pub(super) fn reference(text: &str, version: Version) -> Result<char, XmlFault> {
    match text {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => match text.strip_prefix('#') {
            Some(number) => character(number, version)
                .ok_or_else(|| XmlFault::CharacterReference(number.to_owned())),
            None if name_len(text, version) < text.len() || text.is_empty() => {
                Err(XmlFault::Reference)
            }
            None => Err(XmlFault::Entity(text.to_owned())),
        },
    }
}

fn character(number: &str, version: Version) -> Option<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let code = digits
        .chars()
        .all(|c| c.is_digit(radix))
        .then_some(digits)?;
    let code = u32::from_str_radix(code, radix).ok()?;
    char::from_u32(code).filter(|&c| version.allows(c))
}

/// Target and data of a processing instruction, from the text between `<?` and `?>`.
pub(super) fn instruction(text: &str, version: Version) -> Result<(&str, &str), XmlFault> {
    let (target, rest) = text.split_at(name_len(text, version));
    if target.eq_ignore_ascii_case("xml") {
        return Err(XmlFault::ReservedTarget);
    }
    let data = skip_space(rest);
    if target.is_empty() || (!data.is_empty() && data.len() == rest.len()) {
        return Err(XmlFault::Instruction);
    }
    Ok((target, data))
}
