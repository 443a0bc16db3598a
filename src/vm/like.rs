//! Where a fixed text stands in another: patterns that say nothing else, and methods of `String` that ask for it.

use super::program::Place;
use crate::java::regex::{Limits, Shape};
use memchr::memmem::Finder;

/// A test of the current text.
pub(crate) struct LikeSite {
    shape: Shape,
    /// Finds the text of a test that looks for it anywhere.
    finder: Option<Finder<'static>>,
    /// Reads that Java has for it.
    reads: u64,
    pub(crate) origin: Origin,
}

/// What a test was before, for values that are no text.
pub(crate) enum Origin {
    /// `matches`: number of the pattern, places of the text and of the pattern.
    Pattern { number: u32, places: [Place; 2] },
    /// A call with a constant.
    Call { call: u32, constant: u32 },
}

impl LikeSite {
    /// The test for a shape; `None` when that takes an engine.
    pub(crate) fn new(shape: Shape, origin: Origin) -> Option<Self> {
        let finder = match &shape {
            Shape::Other => return None,
            Shape::Contains(part, _) => Some(Finder::new(part.as_bytes()).into_owned()),
            _ => None,
        };
        let reads = match origin {
            Origin::Pattern { .. } => Limits::default().reads,
            Origin::Call { .. } => u64::MAX,
        };
        Some(LikeSite {
            shape,
            finder,
            reads,
            origin,
        })
    }

    /// Whether a text passes; `None` if that takes an engine.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        match (&self.shape, &self.finder) {
            (Shape::Contains(part, free), Some(finder))
                if free.accepts(text) && Shape::reads_once(text, part) < self.reads =>
            {
                Some(finder.find(text.as_bytes()).is_some())
            }
            (shape, _) => shape.matches(text, self.reads),
        }
    }
}
