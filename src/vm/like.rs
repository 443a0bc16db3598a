//! Patterns that only say where a fixed text stands: a search instead of an engine.

use super::program::Place;
use crate::java::regex::{Limits, Pattern, Shape};
use memchr::memmem::Finder;

/// `matches` with such a pattern.
pub(crate) struct LikeSite {
    /// The pattern, for texts that take an engine.
    pub(crate) pattern: u32,
    shape: Shape,
    /// Finds the text of a pattern that has it anywhere.
    finder: Option<Finder<'static>>,
    /// Places of the text and of the pattern.
    pub(crate) places: [Place; 2],
}

impl LikeSite {
    /// What a pattern becomes, if it has such a shape.
    pub(crate) fn of(pattern: &Pattern, number: u32, places: [Place; 2]) -> Option<Self> {
        let finder = match pattern.shape() {
            Shape::Other => return None,
            Shape::Contains(part, _) => Some(Finder::new(part.as_bytes()).into_owned()),
            _ => None,
        };
        Some(LikeSite {
            pattern: number,
            shape: pattern.shape().clone(),
            finder,
            places,
        })
    }

    /// Whether a text matches; `None` if that takes an engine.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        let reads = Limits::default().reads;
        match (&self.shape, &self.finder) {
            (Shape::Contains(part, free), Some(finder))
                if free.accepts(text) && Shape::reads_once(text, part) < reads =>
            {
                Some(finder.find(text.as_bytes()).is_some())
            }
            (shape, _) => shape.matches(text, reads),
        }
    }
}
