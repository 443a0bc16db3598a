//! Patterns in the syntax of `java.util.regex`, for hosts whose configuration holds some.
//!
//! A gateway has them outside of expressions too: paths of flows, origins, routing rules. They mean here what they mean in
//! Java, and cost no more than their budget.

use crate::java::regex::{self, Effort, RegexError};
use std::fmt;

/// A compiled pattern.
///
/// ```
/// use gravitee_el::pattern::Pattern;
///
/// let pattern = Pattern::new("/items/(?<id>[0-9]+)")?;
/// assert!(pattern.matches("/items/42")?);
/// let groups = pattern.captures("/items/42")?.expect("it matches");
/// assert_eq!(groups.get(1), Some("42"));
/// assert_eq!(groups.named("id"), Some("42"));
/// # Ok::<(), gravitee_el::pattern::PatternError>(())
/// ```
#[derive(Debug)]
pub struct Pattern(Box<Compiled>);

#[derive(Debug)]
struct Compiled {
    whole: regex::Pattern,
    /// The same pattern, bound to both ends of the text, for captures.
    bound: regex::Pattern,
}

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternError {
    /// The text is no pattern; the message says why.
    Syntax(String),
    /// The match costs more than is allowed.
    TooCostly,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PatternError::Syntax(why) => write!(f, "no pattern: {why}"),
            PatternError::TooCostly => f.write_str("matching the pattern costs too much"),
        }
    }
}

impl std::error::Error for PatternError {}

impl From<RegexError> for PatternError {
    fn from(_: RegexError) -> Self {
        PatternError::TooCostly
    }
}

/// What the groups of a match captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups<'t> {
    groups: Vec<Option<&'t str>>,
    names: Vec<(String, usize)>,
}

impl<'t> Groups<'t> {
    /// The text of a group; 0 is the whole match.
    pub fn get(&self, group: usize) -> Option<&'t str> {
        self.groups.get(group).copied().flatten()
    }

    /// The text of a named group.
    pub fn named(&self, name: &str) -> Option<&'t str> {
        let (_, group) = self.names.iter().find(|(known, _)| known == name)?;
        self.get(*group)
    }

    /// The groups in order, without the whole match.
    pub fn iter(&self) -> impl Iterator<Item = Option<&'t str>> {
        self.groups.iter().skip(1).copied()
    }

    /// The named groups in order.
    pub fn names(&self) -> impl Iterator<Item = (&str, Option<&'t str>)> {
        let names = self.names.iter();
        names.map(|(name, group)| (name.as_str(), self.get(*group)))
    }
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// When the text is no pattern.
    pub fn new(text: &str) -> Result<Pattern, PatternError> {
        let read = |text: &str| {
            regex::Pattern::new(text, regex::Limits::default())
                .map_err(|error| PatternError::Syntax(error.message))
        };
        Ok(Pattern(Box::new(Compiled {
            whole: read(text)?,
            bound: read(&format!("\\A(?:{text})\\z"))?,
        })))
    }

    /// Whether the pattern matches the whole text.
    ///
    /// # Errors
    /// When the match costs too much.
    pub fn matches(&self, text: &str) -> Result<bool, PatternError> {
        Ok(self.0.whole.full_match(text, Effort::Free)?)
    }

    /// What the groups capture when the pattern matches the whole text.
    ///
    /// # Errors
    /// When the match costs too much.
    pub fn captures<'t>(&self, text: &'t str) -> Result<Option<Groups<'t>>, PatternError> {
        let Some(captures) = self.0.bound.find_at(text, 0, None)? else {
            return Ok(None);
        };
        let span = |group| captures.group(group);
        let groups = (0..=self.0.bound.group_count())
            .map(|group| span(group).and_then(|(start, end)| text.get(start..end)))
            .collect();
        let names = self.0.bound.named_groups().iter();
        Ok(Some(Groups {
            groups,
            names: names
                .map(|(name, at)| (name.clone(), *at as usize))
                .collect(),
        }))
    }
}
