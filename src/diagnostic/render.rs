//! Diagnostics as plain text: one line, or with `{:#}` a snippet that shows the place.
//!
//! ```text
//! error[EL1041E]: found `b` after a complete expression
//!  --> 1:5
//!   |
//! 1 | {#a b}
//!   |     ^ not expected here
//! ```
//!
//! Markers stand under what they mark as a terminal shows it: tabs are widened, wide characters count twice, characters
//! that would not show, or would reorder the line, are replaced. A line of any length is cut to a window around the place.

use std::fmt::{self, Write};

use super::{Diagnostic, Label, Mend, ParseError, Severity, Span};

/// Columns shown of one line.
const WINDOW: usize = 120;
/// Columns shown before the place when the line is longer than the window.
const LEAD: usize = 50;
const TAB: usize = 4;

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            self.snippet(f)
        } else {
            self.line(f)
        }
    }
}

impl std::error::Error for Diagnostic {}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

impl Diagnostic {
    /// Line and column of the primary place, both from 1, the column in characters.
    pub fn line_column(&self) -> (usize, usize) {
        let line = Line::at(&self.template, self.primary.span.start);
        let before = line
            .text
            .get(..self.primary.span.start as usize - line.start)
            .unwrap_or(line.text);
        (line.number, before.chars().count() + 1)
    }

    fn line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_column();
        match self.code {
            Some(code) => write!(f, "{code}")?,
            None => write!(f, "{}", self.severity)?,
        }
        write!(f, " at {line}:{column}: {}", self.message)
    }

    fn snippet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut labels: Vec<(&Label, char)> =
            self.secondary.iter().map(|label| (label, '-')).collect();
        labels.push((&self.primary, '^'));
        labels.sort_by_key(|(label, mark)| (label.span.start, *mark == '-'));
        let last = labels.last().map_or(0, |(label, _)| label.span.start);
        let gutter = Line::at(&self.template, last).number.to_string().len();
        self.heading(f, gutter)?;
        let mut shown = 0;
        for (label, mark) in labels {
            let line = Line::at(&self.template, label.span.start);
            let window = Window::around(&line, label.span);
            if line.number != shown {
                window.print(f, gutter, line.number)?;
                shown = line.number;
            }
            window.mark(f, gutter, mark, &label.text)?;
        }
        self.help
            .iter()
            .try_for_each(|help| write!(f, "\n{:gutter$} = help: {help}", ""))?;
        self.mends
            .iter()
            .try_for_each(|mend| self.mend(f, gutter, mend))
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, gutter: usize) -> fmt::Result {
        let (line, column) = self.line_column();
        match self.code {
            Some(code) => write!(f, "{}[{code}]: ", self.severity)?,
            None => write!(f, "{}: ", self.severity)?,
        }
        write!(
            f,
            "{}\n{:gutter$}--> {line}:{column}\n{:gutter$} |",
            self.message, "", ""
        )
    }

    /// The line as it would be.
    fn mend(&self, f: &mut fmt::Formatter<'_>, gutter: usize, mend: &Mend) -> fmt::Result {
        let text = mend.apply(&self.template);
        let changed = Span::new(
            mend.span.start,
            mend.span
                .start
                .saturating_add(mend.replacement.len() as u32),
        );
        let line = Line::at(&text, changed.start);
        let window = Window::around(&line, changed);
        write!(f, "\nhelp: {}\n{:gutter$} |", mend.help, "")?;
        window.print(f, gutter, line.number)?;
        if mend.replacement.is_empty() {
            return Ok(());
        }
        window.mark(
            f,
            gutter,
            if mend.span.start == mend.span.end {
                '+'
            } else {
                '~'
            },
            "",
        )
    }
}

/// One line of a text.
struct Line<'t> {
    /// From 1.
    number: usize,
    /// First byte.
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// The line that the byte is in.
    fn at(text: &'t str, byte: u32) -> Self {
        let byte = text.floor_char_boundary(byte as usize);
        let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let number = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
        let rest = &text[start..];
        let text = rest.split_once('\n').map_or(rest, |(line, _)| line);
        Line {
            number,
            start,
            text: text.strip_suffix('\r').unwrap_or(text),
        }
    }
}

/// The part of a line that is shown, with the columns of a place in it.
struct Window {
    text: String,
    from: usize,
    to: usize,
}

impl Window {
    fn around(line: &Line<'_>, span: Span) -> Self {
        let column = |byte: u32| {
            let bytes = (byte as usize)
                .saturating_sub(line.start)
                .min(line.text.len());
            width(&line.text[..line.text.floor_char_boundary(bytes)])
        };
        let (from, to) = (column(span.start), column(span.end));
        let to = to.max(from + 1);
        if width(line.text) <= WINDOW {
            return Window {
                text: shown(line.text, 0),
                from,
                to,
            };
        }
        let skipped = from.saturating_sub(LEAD);
        let mut text = shown(line.text, skipped);
        // Cells are one or two columns, so that this many characters always fill the window.
        if let Some((end, _)) = text.char_indices().nth(WINDOW) {
            text.truncate(end);
            text.push('…');
        }
        let (lead, shift) = if skipped > 0 { ("…", 1) } else { ("", 0) };
        let to = (to - skipped).min(WINDOW);
        Window {
            text: format!("{lead}{text}"),
            from: from - skipped + shift,
            to: to + shift,
        }
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, gutter: usize, number: usize) -> fmt::Result {
        write!(f, "\n{number:gutter$} | {}", self.text)
    }

    fn mark(
        &self,
        f: &mut fmt::Formatter<'_>,
        gutter: usize,
        mark: char,
        text: &str,
    ) -> fmt::Result {
        write!(f, "\n{:gutter$} | {:from$}", "", "", from = self.from)?;
        (self.from..self.to).try_for_each(|_| f.write_char(mark))?;
        if text.is_empty() {
            Ok(())
        } else {
            write!(f, " {text}")
        }
    }
}

/// A text as it is shown, without its first columns.
fn shown(text: &str, skip: usize) -> String {
    let mut column = 0;
    let mut out = String::new();
    for c in text.chars() {
        if column >= skip {
            match c {
                '\t' => out.push_str(&" ".repeat(TAB)),
                c => out.push(visible(c)),
            }
        }
        column += columns(c);
    }
    out
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// A character that shows, in place of one that does not or that turns the direction of the text.
fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}'),
        '\u{7F}'..='\u{9F}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => '\u{FFFD}',
        _ => c,
    }
}

/// How many columns a terminal gives to a character.
fn columns(c: char) -> usize {
    match c {
        '\t' => TAB,
        '\u{300}'..='\u{36F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{200C}'
        | '\u{200D}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6FF}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}
