//! Regular expressions of filters, the only place that knows how they are matched.

use super::failure::{Failure, Found};
use crate::diagnostic::Code;
use crate::java::regex;
use crate::value::fault::Fault;

/// A regular expression between slashes with its flags.
pub(super) struct Pattern {
    compiled: regex::Pattern,
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pattern")
    }
}

impl Pattern {
    /// Whether a character behind the closing slash is a flag.
    pub(super) fn is_flag(char: char) -> bool {
        "dixmsuU".contains(char)
    }

    /// Compiles a pattern; the flags mean what they mean as embedded flags of Java.
    pub(super) fn new(pattern: &str, flags: &str) -> Found<Pattern> {
        let text = if flags.is_empty() {
            pattern.to_owned()
        } else {
            format!("(?{flags}){pattern}")
        };
        let compiled = regex::Pattern::new(text.as_str(), regex::Limits::default());
        let compiled =
            compiled.map_err(|error| Failure::thrown("PatternSyntaxException", error.message))?;
        Ok(Pattern { compiled })
    }

    /// Whether the pattern matches the whole text.
    pub(super) fn matches(&self, text: &str) -> Found<bool> {
        let matched = self.compiled.full_match(text, regex::Effort::Free);
        matched.map_err(|error| match error {
            regex::RegexError::Thrown(thrown) => Failure::thrown(thrown.class, thrown.message),
            regex::RegexError::WorkLimit | regex::RegexError::ResultLimit => {
                let message = "a regular expression of the filter took too many steps";
                Failure::Limit(Fault::el(Code::REGEX_WORK, message))
            }
        })
    }
}
