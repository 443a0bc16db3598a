//! Following the sure steps of a path while a text is read.
//!
//! Names and indexes lead to one place at most, so everything beside that place is only judged ([`super::skim`]) and the
//! value there is all that is built. A later member of the same name takes the place of an earlier one, as it does in a
//! map; what is wrong with the text anywhere outweighs a way that leads nowhere.

use super::failure::{Failure, Found};
use super::path::{Step, Token};
use super::text::{IN_ARRAY, IN_DOCUMENT, IN_NAME, IN_OBJECT, Reader, Stops};
use super::walk::not_found;
use crate::value::{Arena, Value};
use std::collections::VecDeque;

/// Where the steps lead: a value, nowhere (an index beyond its list), or a failure of the path.
pub(super) type Place<'a> = Found<Option<Value<'a>>>;

/// The steps that are left.
#[derive(Clone, Copy)]
pub(super) struct Steps<'p> {
    pub(super) tokens: &'p [Token],
    /// Whether nothing of the path comes behind them, so that a missing property at their end is null.
    pub(super) to_the_end: bool,
}

/// Follows steps, at least one, through a text. The outer result tells whether the text could be read.
pub(super) fn seek<'a>(text: &'a str, steps: Steps<'_>, arena: &'a Arena) -> Found<Place<'a>> {
    let mut reader = Reader::new(text, arena);
    reader.skip_white();
    match reader.current() {
        b'{' | b'[' => reader.seek(steps, IN_DOCUMENT),
        _ => match reader.value(IN_DOCUMENT)? {
            Value::Null => Err(Failure::null_document()),
            _ => Ok(Err(mismatch(&steps.tokens[0].step))),
        },
    }
}

impl<'a> Reader<'a> {
    fn seek(&mut self, steps: Steps<'_>, stops: Stops) -> Found<Place<'a>> {
        let Some((first, tokens)) = steps.tokens.split_first() else {
            return self.value(stops).map(|value| Ok(Some(value)));
        };
        let rest = Steps { tokens, ..steps };
        self.skip_white();
        match (&first.step, self.current()) {
            (Step::Property(names), b'{') => {
                self.nested(|reader| reader.seek_member(&names[0], rest))
            }
            (Step::Index(indexes), b'[') => self.nested(|reader| match indexes[0] {
                index @ 0.. => reader.seek_element(index as usize, rest),
                index => reader.seek_from_end(index.unsigned_abs() as usize, rest),
            }),
            (step, _) => {
                self.skim(stops)?;
                Ok(Err(mismatch(step)))
            }
        }
    }

    fn seek_member(&mut self, wanted: &str, rest: Steps<'_>) -> Found<Place<'a>> {
        let mut place = None;
        self.members(
            |reader| reader.name_is(wanted),
            |reader, is_wanted| {
                if !is_wanted {
                    return reader.skim(IN_OBJECT);
                }
                place = Some(reader.seek(rest, IN_OBJECT)?);
                Ok(())
            },
        )?;
        Ok(place.unwrap_or_else(|| match rest {
            Steps {
                tokens: [],
                to_the_end: true,
            } => Ok(Some(Value::Null)),
            _ => Err(not_found("the property", wanted)),
        }))
    }

    /// Steps over a name.
    #[inline]
    fn name_is(&mut self, wanted: &str) -> Found<bool> {
        let quote @ (b'"' | b'\'') = self.current() else {
            return Ok(self.bare(IN_NAME) == wanted);
        };
        let (start, end) = (self.at + 1, self.plain_end(quote));
        if self.text.as_bytes().get(end) == Some(&quote) {
            self.at = end + 1;
            return Ok(self.text[start..end] == *wanted);
        }
        Ok(self.unescaped(quote)?.is(wanted))
    }

    fn seek_element(&mut self, wanted: usize, rest: Steps<'_>) -> Found<Place<'a>> {
        let (mut index, mut place) = (0, None);
        self.elements(|reader| {
            match index == wanted {
                true => place = Some(reader.seek(rest, IN_ARRAY)?),
                false => reader.skim(IN_ARRAY)?,
            }
            index += 1;
            Ok(())
        })?;
        Ok(place.unwrap_or(Ok(None)))
    }

    /// Which element is wanted is known at the end of the list only; it is read once more then.
    fn seek_from_end(&mut self, back: usize, rest: Steps<'_>) -> Found<Place<'a>> {
        let mut last = VecDeque::new();
        self.elements(|reader| {
            if last.len() == back {
                last.pop_front();
            }
            last.push_back(reader.at);
            reader.skim(IN_ARRAY)
        })?;
        match last.front() {
            Some(start) if last.len() == back => {
                let end = std::mem::replace(&mut self.at, *start);
                let place = self.seek(rest, IN_ARRAY);
                self.at = end;
                place
            }
            _ => Ok(Ok(None)),
        }
    }
}

#[cold]
fn mismatch(step: &Step) -> Failure {
    match step {
        Step::Property(names) => not_found("an object with the property", &names[0]),
        _ => Failure::NotFound("an index needs a list".to_owned()),
    }
}
