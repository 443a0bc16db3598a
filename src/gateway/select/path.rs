//! Paths of flows: `/items/:id`, compared with the part of the request's path behind the context path.
//!
//! A `:name` stands for one segment of letters, digits and most signs; every other segment is a piece of a regular
//! expression. Nearly all paths hold none of its signs, and are compared without one.

use crate::gateway::definition::v4::Operator;
use crate::pattern::{Pattern, PatternError};

/// What a parameter may hold, as a class of a regular expression.
const CLASS: &str = "[a-zA-Z0-9\\-._~%!$&'()* +,;=:@|]+";

/// The compiled path of a flow.
pub(crate) struct PathPattern {
    operator: Operator,
    form: Form,
}

enum Form {
    Segments(Vec<Segment>),
    /// Matches the whole text, or what follows may be anything.
    Pattern(Pattern),
}

enum Segment {
    Literal(Box<str>),
    Parameter,
}

/// The segments of a configured path, without empty ones.
pub(super) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// Whether a segment holds nothing that a regular expression would read otherwise.
pub(super) fn is_plain(segment: &str) -> bool {
    !segment.contains([
        '.', '*', '+', '?', '(', ')', '[', ']', '{', '}', '\\', '|', '^', '$',
    ])
}

/// Whether a parameter may hold a byte.
pub(super) fn in_class(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~%!$&'()* +,;=:@|".contains(&byte)
}

impl PathPattern {
    /// Compiles a path.
    pub(crate) fn new(path: &str, operator: Operator) -> Result<Self, PatternError> {
        let all_plain = segments(path).all(|segment| segment.starts_with(':') || is_plain(segment));
        let form = match all_plain {
            true => Form::Segments(segments(path).map(Segment::of).collect()),
            false => Form::Pattern(pattern(path, operator)?),
        };
        Ok(PathPattern { operator, form })
    }

    /// Whether a path matches; one that costs too much to match does not.
    pub(crate) fn matches(&self, path: &str) -> bool {
        match &self.form {
            Form::Segments(segments) => match after(segments, path) {
                Some(rest) => {
                    self.operator == Operator::StartsWith || rest.is_empty() || rest == "/"
                }
                None => false,
            },
            Form::Pattern(pattern) => pattern.matches(path).unwrap_or(false),
        }
    }
}

impl Segment {
    fn of(text: &str) -> Self {
        match text.starts_with(':') {
            true => Segment::Parameter,
            false => Segment::Literal(text.into()),
        }
    }
}

/// What follows the segments at the start of a path.
fn after<'t>(segments: &[Segment], path: &'t str) -> Option<&'t str> {
    let mut rest = path;
    for segment in segments {
        rest = rest.strip_prefix('/')?;
        rest = match segment {
            Segment::Literal(text) => rest.strip_prefix(&**text)?,
            Segment::Parameter => {
                let len = rest.bytes().take_while(|byte| in_class(*byte)).count();
                rest.get(len..).filter(|_| len > 0)?
            }
        };
    }
    Some(rest)
}

/// The path as a regular expression for a whole text.
fn pattern(path: &str, operator: Operator) -> Result<Pattern, PatternError> {
    let mut text = String::new();
    for segment in segments(path) {
        text.push('/');
        text.push_str(if segment.starts_with(':') {
            CLASS
        } else {
            segment
        });
    }
    text.push_str("/?");
    Pattern::new(&match operator {
        Operator::Equals => text,
        Operator::StartsWith => format!("(?:{text})(?s:.*)"),
    })
}

/// The path as a regular expression whose parameters are the groups `p0`, `p1` … of a whole text.
pub(super) fn capturing(path: &str, operator: Operator) -> Result<Pattern, PatternError> {
    let mut text = String::new();
    let mut parameters = 0;
    for segment in segments(path) {
        text.push('/');
        match segment.starts_with(':') {
            true => {
                text.push_str(&format!("(?<p{parameters}>{CLASS})"));
                parameters += 1;
            }
            false => text.push_str(segment),
        }
    }
    text.push_str(match operator {
        Operator::Equals => "/?",
        Operator::StartsWith => "(?:/.*)?",
    });
    Pattern::new(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Operator::{Equals, StartsWith};

    #[test]
    fn paths_match_as_the_gateway_matches_them() {
        let rows = [
            ("/", StartsWith, "", true),
            ("/", StartsWith, "/x", true),
            ("/", Equals, "", true),
            ("/", Equals, "/", true),
            ("/", Equals, "/x", false),
            ("/products", StartsWith, "/productsX", true),
            ("/products", StartsWith, "", false),
            ("/products", Equals, "/products/", true),
            ("/products", Equals, "/products/1", false),
            ("/products/:id", StartsWith, "/products", false),
            ("/products/:id", StartsWith, "/products/", false),
            ("/products/:id", StartsWith, "/products/1/2", true),
            ("/products/:id", Equals, "/products/a%20b", true),
            ("/products/:id", Equals, "/products/1/2", false),
            ("/:a/x/:b", Equals, "/1/x/2/", true),
            ("/v1.0", StartsWith, "/v1x0", true),
            ("/v1.0", StartsWith, "/v1", false),
            ("/[0-9]+/x", Equals, "/42/x", true),
            ("/[0-9]+/x", Equals, "/a/x", false),
            ("//double//slash/", Equals, "/double/slash", true),
            ("/a.c/:id", Equals, "/abc/7", true),
        ];
        for (path, operator, text, expected) in rows {
            let pattern = PathPattern::new(path, operator).expect(path);
            assert_eq!(
                pattern.matches(text),
                expected,
                "{path} {operator:?} {text}"
            );
        }
    }
}
