//! What is decided, in the words of our language, and what the right answer is. Each peer says the same in its own words.

use std::fmt;

/// One expression, named as in the crate's own benches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    E1,
    Method,
    HeaderIndexed,
    HeaderDotted,
    OrChain,
    Attribute,
    Template,
    HeaderMissing,
}

/// What an evaluation ended in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Truth(bool),
    Text(String),
    /// The engine stopped with an error, which it hands out.
    Failure,
}

impl Shape {
    pub const ALL: [Shape; 8] = [
        Shape::E1,
        Shape::Method,
        Shape::HeaderIndexed,
        Shape::HeaderDotted,
        Shape::OrChain,
        Shape::Attribute,
        Shape::Template,
        Shape::HeaderMissing,
    ];

    /// The heading of its column.
    pub fn name(self) -> &'static str {
        match self {
            Shape::E1 => "E1",
            Shape::Method => "method",
            Shape::HeaderIndexed => "header indexed",
            Shape::HeaderDotted => "header dotted",
            Shape::OrChain => "or-chain of 11",
            Shape::Attribute => "attribute",
            Shape::Template => "template",
            Shape::HeaderMissing => "header missing",
        }
    }

    /// The expression as a Gravitee user writes it.
    pub fn text(self) -> String {
        match self {
            Shape::E1 => {
                "{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}".into()
            }
            Shape::Method => "{#request.method == 'GET'}".into(),
            Shape::HeaderIndexed => "{#request.headers['X-Test'][0] == 'something'}".into(),
            Shape::HeaderDotted => "{#request.headers.host[0] == 'api.example.com'}".into(),
            Shape::OrChain => format!("{{{}}}", or_chain("#request.path", '\'')),
            Shape::Attribute => "{#context.attributes['user'].address.city == 'Lille'}".into(),
            Shape::Template => "https://{#request.host}/v1{#request.path}".into(),
            Shape::HeaderMissing => "{#request.headers['X-Nope'][0] == 'something'}".into(),
        }
    }

    /// Whether that is the right answer. A header that is missing makes some languages say no and others stop.
    pub fn accepts(self, answer: &Answer) -> bool {
        match (self, answer) {
            (Shape::Template, Answer::Text(text)) => text == "https://api.example.com/v1/orders/42",
            (Shape::HeaderMissing, answer) => {
                matches!(answer, Answer::Truth(false) | Answer::Failure)
            }
            (Shape::Template, _) => false,
            (_, answer) => *answer == Answer::Truth(true),
        }
    }
}

/// The last part of each path of the or-chain; the request's comes last.
const PATHS: [&str; 11] = [
    "/a",
    "/b",
    "/c",
    "/d",
    "/e",
    "/f",
    "/g",
    "/h",
    "/i",
    "/j",
    "/orders/42",
];

/// The or-chain, with that name of the path and those quotes.
pub fn or_chain(path: &str, quote: char) -> String {
    joined(path, quote, " || ")
}

/// The or-chain with another word for `||`.
pub fn joined(path: &str, quote: char, or: &str) -> String {
    PATHS
        .map(|other| format!("{path} == {quote}{other}{quote}"))
        .join(or)
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Truth(truth) => write!(f, "{truth}"),
            Answer::Text(text) => write!(f, "`{text}`"),
            Answer::Failure => f.write_str("an error"),
        }
    }
}

impl From<bool> for Answer {
    fn from(truth: bool) -> Self {
        Answer::Truth(truth)
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Answer::Text(text)
    }
}

/// An engine's own result: the value, or the error that it stopped with.
impl<T: Into<Answer>, E> From<Result<T, E>> for Answer {
    fn from(result: Result<T, E>) -> Self {
        result.map_or(Answer::Failure, Into::into)
    }
}
