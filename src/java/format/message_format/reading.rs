//! Reading arguments back out of a text.

use super::{Element, MessageFormat, Parsed};
use crate::java::format::decimal_format::ParsePosition;
use crate::java::format::output::{byte_index, utf16_len};
use crate::java::format::thrown::Thrown;

/// The arguments that were found, by their numbers.
type Arguments = Vec<Option<Parsed>>;

impl MessageFormat {
    /// `parse(text)`
    pub(crate) fn parse_text(&self, text: &str) -> Result<Arguments, Thrown> {
        let mut position = ParsePosition::default();
        let arguments = self.parse(text, &mut position)?;
        let failed = || {
            Thrown::new(
                "java.text.ParseException",
                format!("`{text}` is no such message"),
            )
        };
        arguments.filter(|_| position.index > 0).ok_or_else(failed)
    }

    /// `parse(text, position)`: `None` where the text is not such a message.
    pub(crate) fn parse(
        &self,
        text: &str,
        position: &mut ParsePosition,
    ) -> Result<Option<Arguments>, Thrown> {
        let start = byte_index(text, position.index);
        let mut arguments = vec![None; self.argument_count()];
        let mut rest = &text[start..];
        let mut from = 0;
        for (number, element) in self.elements.iter().enumerate() {
            let literal = rest.strip_prefix(&self.text[from..element.at]);
            from = element.at;
            let next = self
                .elements
                .get(number + 1)
                .map_or(self.text.len(), |next| next.at);
            let found = match literal {
                Some(after) => {
                    rest = after;
                    value(element, rest, &self.text[from..next])?
                }
                None => None,
            };
            let Some((value, bytes)) = found else {
                position.error_index = Some(utf16_len(&text[..text.len() - rest.len()]));
                return Ok(None);
            };
            if let Some(value) = value {
                arguments[element.argument] = Some(value);
            }
            rest = &rest[bytes..];
        }
        match rest.strip_prefix(&self.text[from..]) {
            Some(after) => {
                position.index = utf16_len(&text[..text.len() - after.len()]);
                Ok(Some(arguments))
            }
            None => {
                position.error_index = Some(utf16_len(&text[..text.len() - rest.len()]));
                Ok(None)
            }
        }
    }
}

/// The value at the start of `text` and the bytes it takes. Without a format everything up to `until` is the value, but
/// for the place itself, which an argument that was missing left.
fn value(
    element: &Element,
    text: &str,
    until: &str,
) -> Result<Option<(Option<Parsed>, usize)>, Thrown> {
    if let Some(format) = &element.format {
        let found = format.parse(text)?.filter(|(_, bytes)| *bytes > 0);
        return Ok(found.map(|(value, bytes)| (Some(value), bytes)));
    }
    let end = if until.is_empty() {
        Some(text.len())
    } else {
        text.find(until)
    };
    Ok(end.map(|end| {
        let found = &text[..end];
        let missing = found == format!("{{{}}}", element.argument);
        ((!missing).then(|| Parsed::Text(found.to_string())), end)
    }))
}
