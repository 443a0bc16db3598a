//! Text as lines: `lines`, `indent`, `stripIndent`.
//!
//! A line ends at `\n`, `\r` or `\r\n`; behind the last of them there is no further, empty line.

use super::trim::Ends;
use super::{Text, TextBuf, TextCow, within};
use crate::value::thrown::Failure;

/// The lines of a text without their ends.
pub(crate) struct Lines<'a> {
    rest: Text<'a>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = TextCow<'a>;

    fn next(&mut self) -> Option<TextCow<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        match self.rest {
            Text::Utf8(text) => {
                let end = memchr::memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(text.len());
                let after = text.get(end..).unwrap_or_default();
                let skipped = if after.starts_with("\r\n") { 2 } else { 1 };
                self.rest = Text::Utf8(text.get(end + skipped..).unwrap_or_default());
                Some(Text::Utf8(&text[..end]).into())
            }
            Text::Wide(units) => {
                let end = units
                    .iter()
                    .position(|unit| matches!(unit, 0xA | 0xD))
                    .unwrap_or(units.len());
                let skipped = if units[end..].starts_with(&[0xD, 0xA]) {
                    2
                } else {
                    1
                };
                self.rest = Text::Wide(units.get(end + skipped..).unwrap_or_default());
                Some(Text::of_units(&units[..end]))
            }
        }
    }
}

impl<'a> Text<'a> {
    /// `String.lines`.
    pub(crate) const fn lines(self) -> Lines<'a> {
        Lines { rest: self }
    }

    /// `String.indent`: every line ends in `\n`, with `count` spaces more in front, or as much white space less.
    pub(crate) fn indent(self, count: i32, max_units: usize) -> Result<TextBuf, Failure> {
        let added = usize::try_from(count).unwrap_or(0);
        let lines: Vec<_> = self.lines().collect();
        let padding = added
            .checked_mul(lines.len())
            .and_then(|padding| padding.checked_add(lines.len()));
        within(
            padding.and_then(|padding| padding.checked_add(self.len_units())),
            max_units,
        )?;
        let mut out = Joined::default();
        for line in &lines {
            let line = line.as_text();
            out.spaces(added);
            out.push(
                line.without_leading(
                    line.leading_whitespace()
                        .min(count.min(0).unsigned_abs() as usize),
                )
                .as_text(),
            );
            out.push("\n".into());
        }
        Ok(out.finish())
    }

    /// `String.stripIndent`: takes away the white space that all lines start with, and all that they end with.
    pub(crate) fn strip_indent(self) -> TextBuf {
        let lines: Vec<_> = self.lines().collect();
        let ends_line = self
            .units()
            .last()
            .is_some_and(|unit| matches!(unit, 0xA | 0xD));
        let shared = if ends_line { 0 } else { shared_indent(&lines) };
        let mut out = Joined::default();
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                out.push("\n".into());
            }
            let stripped = line.as_text().strip(Ends::Trailing);
            let stripped = stripped.as_text();
            out.push(
                stripped
                    .without_leading(shared.min(stripped.leading_whitespace()))
                    .as_text(),
            );
        }
        if ends_line {
            out.push("\n".into());
        }
        out.finish()
    }

    /// Units of white space in front.
    fn leading_whitespace(self) -> usize {
        self.len_units() - self.strip(Ends::Leading).as_text().len_units()
    }

    fn without_leading(self, units: usize) -> TextCow<'a> {
        self.tail(units).unwrap_or(Text::EMPTY.into())
    }
}

/// The white space in front of every line that has something else, and in front of the last line in any case.
fn shared_indent(lines: &[TextCow<'_>]) -> usize {
    let last = lines.len().saturating_sub(1);
    let counted = lines
        .iter()
        .enumerate()
        .filter(|(number, line)| *number == last || !line.as_text().is_blank());
    counted
        .map(|(_, line)| line.as_text().leading_whitespace())
        .min()
        .unwrap_or(0)
}

/// Text put together from pieces, as UTF-8 until a piece is wide.
#[derive(Default)]
pub(super) struct Joined {
    utf8: String,
    wide: Option<Vec<u16>>,
}

impl Joined {
    pub(super) fn push(&mut self, piece: Text<'_>) {
        match (&mut self.wide, piece) {
            (Some(units), _) => units.extend(piece.units()),
            (None, Text::Utf8(piece)) => self.utf8.push_str(piece),
            (None, Text::Wide(piece)) => {
                self.wide = Some(
                    self.utf8
                        .encode_utf16()
                        .chain(piece.iter().copied())
                        .collect(),
                );
            }
        }
    }

    fn spaces(&mut self, count: usize) {
        match &mut self.wide {
            Some(units) => units.extend(std::iter::repeat_n(0x20, count)),
            None => self.utf8.extend(std::iter::repeat_n(' ', count)),
        }
    }

    pub(super) fn finish(self) -> TextBuf {
        self.wide
            .map_or(TextBuf::Utf8(self.utf8), TextBuf::from_units)
    }
}

#[cfg(test)]
mod tests;
