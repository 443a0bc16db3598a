//! What can be said about a mistake: codes, places, messages and mends.
//!
//! Everything here is plain data without a renderer, so that the library imposes none: `Display` prints one line,
//! the alternate form `{:#}` a small snippet with the place underlined, and the command renders the same data in colour.

mod codes;
pub(crate) mod similar;
mod span;

pub use codes::{ALL as CODES, Code};
pub use span::Span;

/// A change to the template text that likely mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The text to replace; empty where something is only inserted.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// Why, in a few words, lower case: "compare with `==`".
    pub help: String,
}
