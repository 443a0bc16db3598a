//! Match after match over one text, as `Matcher.find` goes.
//!
//! A search goes on where the last match ended, one unit later if that match was empty; that may be between the halves of a pair. Texts
//! where it matters are scanned as units by our own matcher, all others stay `str`. Short texts are scanned by our own matcher as
//! well, at first with a small budget: an automaton takes several times as long to start again after each match.

use std::borrow::Cow;

use ::memchr::memmem::Finder;
use ::smallvec::smallvec;

use super::engine::{Groups, SearchEngine, Span};
use super::error::RegexError;
use super::input::{Ascii, Units, Utf16};
use super::machine::Machine;
use super::text::{Piece, Text};
use super::{Captures, Effort, Pattern, SHORT};

/// How many characters a step of the budget buys from an engine that does not backtrack.
const BYTES_A_STEP: u64 = 64;

/// A text in the form in which it is scanned.
pub(super) enum Subject<'t> {
    Str(&'t str),
    Units(Cow<'t, [u16]>),
}

impl<'t> Subject<'t> {
    /// The cheapest form in which some engine gives Java's answer.
    pub(super) fn new(pattern: &Pattern, text: Text<'t>, captures: bool) -> Subject<'t> {
        match text {
            Text::Str(text) if text.is_ascii() || pattern.finder().is_some() => Subject::Str(text),
            Text::Str(text) if pattern.search_engine(captures, text).is_some() => {
                Subject::Str(text)
            }
            Text::Str(text) => Subject::Units(text.encode_utf16().collect()),
            Text::Units(units) => Subject::Units(Cow::Borrowed(units)),
        }
    }

    pub(super) fn into_units(self) -> Subject<'t> {
        match self {
            Subject::Str(text) => Subject::Units(text.encode_utf16().collect()),
            units @ Subject::Units(_) => units,
        }
    }

    /// Whether a quick scan may do.
    pub(super) fn is_short(&self) -> bool {
        matches!(self, Subject::Str(text) if text.len() <= SHORT && text.is_ascii())
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Subject::Str(text) => text.len(),
            Subject::Units(units) => units.len(),
        }
    }

    /// A part of the text.
    pub(super) fn piece(&self, (start, end): Span) -> Piece<'t> {
        match self {
            Subject::Str(text) => Piece::Str(Cow::Borrowed(&text[start..end])),
            Subject::Units(units) => Piece::of_units(units[start..end].to_vec()),
        }
    }
}

enum Searcher<'s> {
    Literal(&'s Finder<'static>, &'s str),
    Engine(&'s SearchEngine, &'s str),
    Ascii(Machine<'s, Ascii<'s>>),
    Units(Machine<'s, Utf16<'s>>),
}

impl<'s> Searcher<'s> {
    fn of_str(
        pattern: &'s Pattern,
        text: &'s str,
        captures: bool,
        quick: bool,
    ) -> Result<Searcher<'s>, RegexError> {
        if let Some(finder) = pattern.finder() {
            return Ok(Searcher::Literal(finder, text));
        }
        let ascii = Ascii(text.as_bytes());
        if quick {
            return Ok(Searcher::Ascii(pattern.quick_machine(ascii)?));
        }
        match pattern.search_engine(captures, text) {
            Some(engine) => Ok(Searcher::Engine(engine, text)),
            None => Ok(Searcher::Ascii(pattern.machine(ascii, Effort::Free)?)),
        }
    }
}

/// A scan that is under way.
pub(super) struct Scan<'s> {
    searcher: Searcher<'s>,
    /// Groups that are asked for besides the whole match.
    groups: usize,
    length: usize,
    previous: Option<Span>,
    /// Characters that searches may still look at in vain.
    patience: u64,
}

impl<'s> Scan<'s> {
    /// `quick`: with a small budget on a short text.
    pub(super) fn new(
        pattern: &'s Pattern,
        subject: &'s Subject<'_>,
        captures: bool,
        quick: bool,
    ) -> Result<Scan<'s>, RegexError> {
        let searcher = match subject {
            Subject::Str(text) => Searcher::of_str(pattern, text, captures, quick)?,
            Subject::Units(units) => Searcher::Units(pattern.machine(Utf16(units), Effort::Free)?),
        };
        let groups = if captures { pattern.group_count() } else { 0 };
        let patience = pattern.limits.steps.saturating_mul(BYTES_A_STEP);
        Ok(Scan {
            searcher,
            groups,
            length: subject.len(),
            previous: None,
            patience,
        })
    }

    /// The next match; without captures if only the place was asked for.
    pub(super) fn next(&mut self) -> Result<Option<Captures>, RegexError> {
        let (from, previous) = match self.previous {
            None => (0, None),
            Some((start, end)) if start == end => (end + self.stride(end), Some(end)),
            Some((_, end)) => (end, Some(end)),
        };
        let found = self.find(from, previous)?;
        if let Some(captures) = &found {
            self.previous = captures.group(0);
        }
        Ok(found)
    }

    fn stride(&self, at: usize) -> usize {
        match &self.searcher {
            Searcher::Literal(_, text) | Searcher::Engine(_, text) => {
                text[at..].chars().next().map_or(1, char::len_utf8)
            }
            Searcher::Ascii(_) | Searcher::Units(_) => 1,
        }
    }

    fn find(
        &mut self,
        from: usize,
        previous: Option<usize>,
    ) -> Result<Option<Captures>, RegexError> {
        if from > self.length {
            return Ok(None);
        }
        let groups = match &mut self.searcher {
            Searcher::Literal(finder, text) => {
                let start = finder
                    .find(&text.as_bytes()[from..])
                    .map(|offset| from + offset);
                start.map(|start| smallvec![Some((start, start + finder.needle().len()))])
            }
            Searcher::Engine(engine, text) => {
                let looked_at = if engine.looks_far {
                    (self.length - from) as u64
                } else {
                    0
                };
                self.patience = self
                    .patience
                    .checked_sub(looked_at)
                    .ok_or(RegexError::WorkLimit)?;
                engine.find(text, from)
            }
            Searcher::Ascii(machine) => search(machine, from, previous, self.groups)?,
            Searcher::Units(machine) => search(machine, from, previous, self.groups)?,
        };
        Ok(groups.map(Captures))
    }

    /// A single search within a text.
    pub(super) fn find_at(
        pattern: &Pattern,
        text: Text<'_>,
        from: usize,
        previous: Option<usize>,
    ) -> Result<Option<Captures>, RegexError> {
        let subject = Subject::new(pattern, text, true);
        let mut scan = Scan::new(pattern, &subject, true, false)?;
        let (Text::Str(text), Subject::Units(_)) = (text, &subject) else {
            return scan.find(from, previous);
        };
        let unit = |byte: usize| {
            text.get(..byte)
                .map_or(usize::MAX, |before| before.encode_utf16().count())
        };
        let found = scan.find(unit(from), previous.map(unit))?;
        let bytes = |(start, end): Span| (byte_of(text, start), byte_of(text, end));
        Ok(found.map(|Captures(groups)| {
            Captures(groups.into_iter().map(|span| span.map(bytes)).collect())
        }))
    }
}

fn search<U: Units>(
    machine: &mut Machine<'_, U>,
    from: usize,
    previous: Option<usize>,
    groups: usize,
) -> Result<Option<Groups>, RegexError> {
    let found = machine.find(from, previous)?;
    Ok(found.then(|| (0..=groups).map(|group| machine.group(group)).collect()))
}

/// The byte where the unit at `at` is, or where its pair starts.
fn byte_of(text: &str, at: usize) -> usize {
    let mut rest = at;
    let mut bytes = 0;
    for c in text.chars() {
        if c.len_utf16() > rest {
            break;
        }
        rest -= c.len_utf16();
        bytes += c.len_utf8();
    }
    bytes
}
