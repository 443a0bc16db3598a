//! `replaceAll` and `replaceFirst`, and the syntax of replacements.
//!
//! Java reads the replacement anew for each match and throws when it comes to a fault, so a faulty replacement is no error where nothing
//! matches. Reading it once at the first match gives the same: what is read depends only on the number and names of groups.

use super::engine::Span;
use super::error::{RegexError, no_group};
use super::scan::{Scan, Subject};
use super::text::{Piece, Text};
use super::{Captures, Pattern};
use crate::java::thrown::Thrown;

impl Pattern {
    /// The text with every match replaced, at most `max_units` UTF-16 units long.
    pub(crate) fn replace_all<'t, 'r>(
        &self,
        text: impl Into<Text<'t>>,
        replacement: impl Into<Text<'r>>,
        max_units: usize,
    ) -> Result<Piece<'t>, RegexError> {
        self.replace(text.into(), replacement.into(), true, max_units)
    }

    /// The text with the first match replaced.
    pub(crate) fn replace_first<'t, 'r>(
        &self,
        text: impl Into<Text<'t>>,
        replacement: impl Into<Text<'r>>,
        max_units: usize,
    ) -> Result<Piece<'t>, RegexError> {
        self.replace(text.into(), replacement.into(), false, max_units)
    }

    fn replace<'t>(
        &self,
        text: Text<'t>,
        replacement: Text<'_>,
        all: bool,
        max_units: usize,
    ) -> Result<Piece<'t>, RegexError> {
        let wanted = self.group_count() > 0 && names_group(replacement);
        let subject = match replacement {
            Text::Str(_) => Subject::new(self, text, wanted),
            Text::Units(_) => Subject::new(self, text, wanted).into_units(),
        };
        let replaced = self.scanned(&subject, wanted, |scan| {
            self.replace_in(scan, &subject, replacement, all, max_units)
        })?;
        Ok(replaced.unwrap_or(text.into()))
    }

    /// `None` if nothing matches.
    fn replace_in<'t>(
        &self,
        scan: &mut Scan<'_>,
        subject: &Subject<'t>,
        replacement: Text<'_>,
        all: bool,
        max_units: usize,
    ) -> Result<Option<Piece<'t>>, RegexError> {
        let Some(mut captures) = scan.next()? else {
            return Ok(None);
        };
        let template = Template::read(&replacement.units(), self)?;
        let mut output = Output::new(subject, max_units);
        let mut done = 0;
        loop {
            let (start, end) = captures.group(0).unwrap_or_default();
            output.copy((done, start))?;
            template.append(&captures, &mut output)?;
            done = end;
            captures = match if all { scan.next()? } else { None } {
                Some(next) => next,
                None => break,
            };
        }
        output.copy((done, subject.len()))?;
        Ok(Some(output.finish()))
    }
}

/// Whether the replacement may refer to a group other than the whole match.
fn names_group(replacement: Text<'_>) -> bool {
    match replacement {
        Text::Str(text) => ::memchr::memchr(b'$', text.as_bytes()).is_some(),
        Text::Units(units) => units.contains(&u16::from(b'$')),
    }
}

enum Part {
    Literal(Vec<u16>, String),
    Group(usize),
}

/// A replacement that has been read.
struct Template(Vec<Part>);

impl Template {
    fn read(units: &[u16], pattern: &Pattern) -> Result<Template, Thrown> {
        let mut reader = Reader {
            units,
            at: 0,
            pattern,
        };
        let mut parts = Vec::new();
        let mut literal = Vec::new();
        while let Some(unit) = reader.take() {
            match u8::try_from(unit) {
                Ok(b'\\') => literal.push(reader.escaped()?),
                Ok(b'$') => {
                    parts.push(Part::literal(std::mem::take(&mut literal)));
                    parts.push(Part::Group(reader.group()?));
                }
                _ => literal.push(unit),
            }
        }
        parts.push(Part::literal(literal));
        Ok(Template(parts))
    }

    fn append(&self, captures: &Captures, output: &mut Output<'_, '_>) -> Result<(), RegexError> {
        for part in &self.0 {
            match part {
                Part::Literal(units, text) => output.push(units, text)?,
                Part::Group(group) => captures
                    .group(*group)
                    .map_or(Ok(()), |span| output.copy(span))?,
            }
        }
        Ok(())
    }
}

impl Part {
    fn literal(units: Vec<u16>) -> Part {
        // Only read where the result is a `str`; then the replacement was one as well.
        let text = String::from_utf16_lossy(&units);
        Part::Literal(units, text)
    }
}

struct Reader<'r> {
    units: &'r [u16],
    at: usize,
    pattern: &'r Pattern,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u16> {
        self.units.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u16> {
        let unit = self.peek();
        self.at += 1;
        unit
    }

    fn escaped(&mut self) -> Result<u16, Thrown> {
        self.take().ok_or_else(|| {
            Thrown::illegal_argument("`\\` at the end of the replacement escapes nothing")
        })
    }

    fn group(&mut self) -> Result<usize, Thrown> {
        match self.peek().map(u8::try_from) {
            None => Err(Thrown::illegal_argument(
                "`$` at the end of the replacement names no group",
            )),
            Some(Ok(b'{')) => self.named(),
            Some(Ok(digit @ b'0'..=b'9')) => self.numbered(digit),
            Some(_) => Err(Thrown::illegal_argument(
                "`$` in the replacement is not followed by a group",
            )),
        }
    }

    /// The first digit always counts, further ones only while there are that many groups.
    fn numbered(&mut self, first: u8) -> Result<usize, Thrown> {
        self.at += 1;
        let groups = self.pattern.group_count();
        let mut group = usize::from(first - b'0');
        while let Some(Ok(digit @ b'0'..=b'9')) = self.peek().map(u8::try_from) {
            let longer = group * 10 + usize::from(digit - b'0');
            if longer > groups {
                break;
            }
            group = longer;
            self.at += 1;
        }
        if group > groups {
            Err(no_group(group as u32))
        } else {
            Ok(group)
        }
    }

    fn named(&mut self) -> Result<usize, Thrown> {
        self.at += 1;
        let mut name = String::new();
        while let Some(Ok(letter)) = self
            .peek()
            .map(u8::try_from)
            .filter(|unit| unit.is_ok_and(|unit| unit.is_ascii_alphanumeric()))
        {
            name.push(char::from(letter));
            self.at += 1;
        }
        if name.is_empty() {
            return Err(Thrown::illegal_argument(
                "`${` in the replacement is not followed by a name",
            ));
        }
        if self.take() != Some(u16::from(b'}')) {
            return Err(Thrown::illegal_argument(
                "group name in the replacement is not closed with `}`",
            ));
        }
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(Thrown::illegal_argument(format!(
                "group name `{name}` starts with a digit"
            )));
        }
        let found = self
            .pattern
            .named_groups()
            .iter()
            .find(|(known, _)| *known == name);
        found
            .map(|&(_, group)| group as usize)
            .ok_or_else(|| Thrown::illegal_argument(format!("no group is called `{name}`")))
    }
}

/// The result while it grows, in the form of the text.
struct Output<'o, 't> {
    subject: &'o Subject<'t>,
    text: String,
    units: Vec<u16>,
    /// UTF-16 units that may still come.
    room: usize,
}

impl<'o, 't> Output<'o, 't> {
    fn new(subject: &'o Subject<'t>, max_units: usize) -> Self {
        Output {
            subject,
            text: String::new(),
            units: Vec::new(),
            room: max_units,
        }
    }

    fn copy(&mut self, (start, end): Span) -> Result<(), RegexError> {
        let subject = self.subject;
        match subject {
            Subject::Str(text) => self.push_str(&text[start..end]),
            Subject::Units(units) => self.push_units(&units[start..end]),
        }
    }

    fn push(&mut self, units: &[u16], text: &str) -> Result<(), RegexError> {
        match self.subject {
            Subject::Str(_) => self.push_str(text),
            Subject::Units(_) => self.push_units(units),
        }
    }

    fn push_str(&mut self, text: &str) -> Result<(), RegexError> {
        self.take_room(if text.is_ascii() {
            text.len()
        } else {
            text.encode_utf16().count()
        })?;
        self.text.push_str(text);
        Ok(())
    }

    fn push_units(&mut self, units: &[u16]) -> Result<(), RegexError> {
        self.take_room(units.len())?;
        self.units.extend(units);
        Ok(())
    }

    fn take_room(&mut self, units: usize) -> Result<(), RegexError> {
        self.room = self
            .room
            .checked_sub(units)
            .ok_or(RegexError::ResultLimit)?;
        Ok(())
    }

    fn finish(self) -> Piece<'t> {
        match self.subject {
            Subject::Str(_) => Piece::Str(self.text.into()),
            Subject::Units(_) => Piece::of_units(self.units),
        }
    }
}
