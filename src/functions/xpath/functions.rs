//! The function library: XPath's own, and those that the reference brings along from XSLT. Texts are measured in UTF-16 units
//! and cut between them, as Java does.

use super::document::Kind;
use super::error::XPathError;
use super::evaluate::{Context, Evaluator, NodeSet, Value};
use super::expression::Expr;
use super::number;
use std::borrow::Cow;

/// A function, with the number that the reference has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Boolean = 14,
    Ceiling = 17,
    Concat = 27,
    Contains = 22,
    Count = 3,
    Current = 0,
    DocumentLocation = 35,
    HasElement = 34,
    False = 13,
    Floor = 16,
    HasCall = 33,
    GenerateId = 10,
    Here = 37,
    Id = 4,
    Key = 5,
    Lang = 32,
    Last = 1,
    LocalName = 7,
    Name = 9,
    NamespaceUri = 8,
    NormalizeSpace = 25,
    Not = 11,
    Number = 15,
    Position = 2,
    Round = 18,
    StartsWith = 21,
    String = 20,
    StringLength = 30,
    Substring = 29,
    SubstringAfter = 24,
    SubstringBefore = 23,
    Sum = 19,
    SystemProperty = 31,
    Translate = 26,
    True = 12,
    UnparsedEntityUri = 36,
}

/// Name, function, fewest and most arguments.
const TABLE: [(&str, Function, usize, usize); 36] = [
    ("boolean", Function::Boolean, 1, 1),
    ("ceiling", Function::Ceiling, 1, 1),
    ("concat", Function::Concat, 2, usize::MAX),
    ("contains", Function::Contains, 2, 2),
    ("count", Function::Count, 1, 1),
    ("current", Function::Current, 0, 0),
    ("document-location", Function::DocumentLocation, 0, 1),
    ("element-available", Function::HasElement, 1, 1),
    ("false", Function::False, 0, 0),
    ("floor", Function::Floor, 1, 1),
    ("function-available", Function::HasCall, 1, 1),
    ("generate-id", Function::GenerateId, 0, 1),
    ("here", Function::Here, 0, 0),
    ("id", Function::Id, 1, 1),
    ("key", Function::Key, 0, usize::MAX),
    ("lang", Function::Lang, 1, 1),
    ("last", Function::Last, 0, 0),
    ("local-name", Function::LocalName, 0, 1),
    ("name", Function::Name, 0, 1),
    ("namespace-uri", Function::NamespaceUri, 0, 1),
    ("normalize-space", Function::NormalizeSpace, 0, 1),
    ("not", Function::Not, 1, 1),
    ("number", Function::Number, 0, 1),
    ("position", Function::Position, 0, 0),
    ("round", Function::Round, 1, 1),
    ("starts-with", Function::StartsWith, 2, 2),
    ("string", Function::String, 0, 1),
    ("string-length", Function::StringLength, 0, 1),
    ("substring", Function::Substring, 2, 3),
    ("substring-after", Function::SubstringAfter, 2, 2),
    ("substring-before", Function::SubstringBefore, 2, 2),
    ("sum", Function::Sum, 1, 1),
    ("system-property", Function::SystemProperty, 1, 1),
    ("translate", Function::Translate, 3, 3),
    ("true", Function::True, 0, 0),
    ("unparsed-entity-uri", Function::UnparsedEntityUri, 1, 1),
];

impl Function {
    pub(super) fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    pub(super) fn number(self) -> i32 {
        self as i32
    }
}

/// Checks a call while it is compiled. `key` has a name in the reference, but nothing behind it.
pub(super) fn check(function: Function, arguments: usize) -> Result<(), XPathError> {
    let row = TABLE.iter().find(|row| row.1 == function);
    match row {
        Some((name, Function::Key, ..)) => Err(XPathError::Missing(name)),
        Some((name, _, fewest, most)) if arguments < *fewest || arguments > *most => {
            Err(XPathError::Arguments(name))
        }
        _ => Ok(()),
    }
}

type Evaluated<'e> = Result<Value<'e>, XPathError>;

/// Evaluates a call; the number of arguments has been checked.
pub(super) fn call<'e>(
    of: &Evaluator<'e>,
    function: Function,
    arguments: &'e [Expr],
    context: Context<'_, 'e>,
) -> Evaluated<'e> {
    let call = Call {
        of,
        arguments,
        context,
    };
    Ok(match function {
        Function::Boolean => Value::Boolean(call.truth(0)?),
        Function::Not => Value::Boolean(!call.truth(0)?),
        Function::True => Value::Boolean(true),
        Function::False => Value::Boolean(false),
        Function::Lang => Value::Boolean(call.lang()?),
        Function::Contains => Value::Boolean(call.contains()?),
        Function::StartsWith => {
            let text = call.text(0)?;
            Value::Boolean(text.starts_with(&*call.text(1)?))
        }
        Function::HasCall => Value::Boolean(call.is_function_available()?),
        Function::HasElement => Value::Boolean(call.is_element_available()?),
        Function::Ceiling => Value::Number(call.number(0)?.ceil()),
        Function::Floor => Value::Number(call.number(0)?.floor()),
        Function::Round => Value::Number(round(call.number(0)?)),
        Function::Number => Value::Number(call.own_number()?),
        Function::Count => Value::Number(of.count(&call.nodes(0)?)? as f64),
        Function::Sum => Value::Number(of.sum(&call.nodes(0)?)?),
        Function::Position => Value::Number(of.position(context)? as f64),
        Function::Last => Value::Number(of.last(context)? as f64),
        Function::StringLength => Value::Number(units(&call.own_text()?) as f64),
        Function::Current => Value::Nodes(NodeSet::Listed(vec![of.origin()])),
        Function::Id => call.id()?,
        Function::Here | Function::Key => return Err(XPathError::Missing("here")),
        Function::String => Value::Text(call.own_text()?),
        Function::Concat => call.concat()?,
        Function::Substring => call.substring()?,
        Function::SubstringBefore => call.part(|text, at, _| &text[..at])?,
        Function::SubstringAfter => call.part(|text, at, len| &text[at + len..])?,
        Function::NormalizeSpace => call.normalize_space()?,
        Function::Translate => call.translate()?,
        Function::Name | Function::LocalName | Function::NamespaceUri | Function::GenerateId => {
            call.name(function)?
        }
        Function::DocumentLocation => {
            call.node()?;
            Value::empty()
        }
        Function::UnparsedEntityUri => {
            call.text(0)?;
            Value::empty()
        }
        Function::SystemProperty => call.system_property()?,
    })
}

/// A call with its surroundings: arguments are evaluated when a function asks for them.
struct Call<'c, 's, 'e> {
    of: &'c Evaluator<'e>,
    arguments: &'e [Expr],
    context: Context<'s, 'e>,
}

impl<'e> Call<'_, '_, 'e> {
    fn value(&self, index: usize) -> Evaluated<'e> {
        self.of.evaluate(&self.arguments[index], self.context)
    }

    fn truth(&self, index: usize) -> Result<bool, XPathError> {
        self.of.truth(&self.value(index)?)
    }

    fn number(&self, index: usize) -> Result<f64, XPathError> {
        self.of.number(&self.value(index)?)
    }

    fn text(&self, index: usize) -> Result<Cow<'e, str>, XPathError> {
        self.of.text(self.value(index)?)
    }

    fn nodes(&self, index: usize) -> Result<NodeSet<'e>, XPathError> {
        self.value(index)?.into_nodes()
    }

    /// The text of the argument, or of the context node without one.
    fn own_text(&self) -> Result<Cow<'e, str>, XPathError> {
        match self.arguments {
            [] => self.of.text_of(self.context.node),
            _ => self.text(0),
        }
    }

    fn own_number(&self) -> Result<f64, XPathError> {
        match self.arguments {
            [] => Ok(number::from_text(&self.of.text_of(self.context.node)?)),
            _ => self.number(0),
        }
    }

    /// The node that a name is asked of.
    fn node(&self) -> Result<Option<u32>, XPathError> {
        match self.arguments {
            [] => Ok(Some(self.context.node)),
            [argument, ..] => self.of.anchor(argument, self.context),
        }
    }

    fn name(&self, function: Function) -> Evaluated<'e> {
        let Some(node) = self.node()? else {
            return Ok(Value::empty());
        };
        let document = self.of.document();
        let kind = document.kind(node);
        let name = match function {
            Function::GenerateId => {
                // The reference numbers documents in the upper half, and the first one is 1.
                return Ok(Value::Text(Cow::Owned(format!(
                    "N{:X}",
                    0x10000 + u64::from(node)
                ))));
            }
            Function::NamespaceUri if !matches!(kind, Kind::Element | Kind::Attribute) => "",
            Function::NamespaceUri => document.namespace(node).unwrap_or(""),
            _ if kind == Kind::Namespace && document.raw_name(node) == "xmlns" => "",
            Function::Name if kind != Kind::Namespace => document.raw_name(node),
            _ => document.local_name(node),
        };
        let name = if function == Function::LocalName && name == "xmlns" {
            ""
        } else {
            name
        };
        Ok(Value::Text(Cow::Borrowed(name)))
    }

    /// Nodes with that identifier: there are none, for only a document type declares identifiers.
    fn id(&self) -> Evaluated<'e> {
        match self.value(0)? {
            Value::Nodes(nodes) => {
                self.of.count(&nodes)?;
            }
            value => {
                self.of.text(value)?;
            }
        }
        Ok(Value::Nodes(NodeSet::Listed(Vec::new())))
    }

    fn contains(&self) -> Result<bool, XPathError> {
        let text = self.text(0)?;
        let part = self.text(1)?;
        self.of.pay(text.len())?;
        Ok(memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some())
    }

    fn concat(&self) -> Evaluated<'e> {
        let mut text = String::new();
        for index in 0..self.arguments.len() {
            text.push_str(&self.text(index)?);
            self.of.fits(text.len())?;
        }
        self.of.pay(text.len())?;
        Ok(Value::Text(Cow::Owned(text)))
    }

    /// What `take` makes of the first argument where the second lies in it: at which byte, how long.
    fn part(&self, take: fn(&str, usize, usize) -> &str) -> Evaluated<'e> {
        let text = self.text(0)?;
        let separator = self.text(1)?;
        self.of.pay(text.len())?;
        let at = memchr::memmem::find(text.as_bytes(), separator.as_bytes());
        Ok(at.map_or(Value::empty(), |at| match &text {
            Cow::Borrowed(text) => Value::Text(Cow::Borrowed(take(text, at, separator.len()))),
            Cow::Owned(text) => Value::Text(Cow::Owned(take(text, at, separator.len()).to_owned())),
        }))
    }

    fn normalize_space(&self) -> Evaluated<'e> {
        let text = self.own_text()?;
        self.of.pay(text.len())?;
        let words = text
            .split([' ', '\t', '\n', '\r'])
            .filter(|word| !word.is_empty());
        let mut normal = String::with_capacity(text.len());
        for word in words {
            if !normal.is_empty() {
                normal.push(' ');
            }
            normal.push_str(word);
        }
        Ok(Value::Text(Cow::Owned(normal)))
    }

    fn translate(&self) -> Evaluated<'e> {
        let text = self.text(0)?;
        let from: Vec<u16> = self.text(1)?.encode_utf16().collect();
        let to: Vec<u16> = self.text(2)?.encode_utf16().collect();
        self.of
            .pay(text.len().saturating_mul(1 + from.len() / 16))?;
        let translated: Vec<u16> = text
            .encode_utf16()
            .filter_map(|unit| match from.iter().position(|&known| known == unit) {
                None => Some(unit),
                Some(index) => to.get(index).copied(),
            })
            .collect();
        Ok(Value::Text(Cow::Owned(String::from_utf16_lossy(
            &translated,
        ))))
    }

    fn substring(&self) -> Evaluated<'e> {
        let text = self.text(0)?;
        let start = self.number(1)?;
        if text.is_empty() {
            return Ok(Value::empty());
        }
        let len = match self.arguments.len() {
            3 => Some(self.number(2)?),
            _ => None,
        };
        self.of.pay(text.len())?;
        let (from, to) = bounds(units(&text), start, len);
        if from > to {
            return Err(XPathError::Range);
        }
        Ok(Value::Text(Cow::Owned(slice(&text, from, to))))
    }

    /// Whether the context node is in a language: the nearest `xml:lang` decides. Without namespaces there is none.
    fn lang(&self) -> Result<bool, XPathError> {
        let wanted = self.text(0)?.to_lowercase();
        let document = self.of.document();
        let lineage = std::iter::successors(Some(self.context.node), |&node| document.parent(node));
        let languages = lineage
            .flat_map(|node| document.attached(node))
            .filter(|&attribute| {
                document.kind(attribute) == Kind::Attribute
                    && document.has_namespaces()
                    && document.raw_name(attribute) == "xml:lang"
            });
        let language = languages
            .map(|attribute| document.value(attribute).to_lowercase())
            .next();
        let rest = language
            .as_deref()
            .and_then(|language| language.strip_prefix(&*wanted));
        Ok(rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
    }

    fn is_function_available(&self) -> Result<bool, XPathError> {
        let name = self.text(0)?;
        if name.contains(':') {
            return Err(XPathError::Missing("function-available"));
        }
        Ok(Function::named(&name).is_some())
    }

    fn is_element_available(&self) -> Result<bool, XPathError> {
        if self.text(0)?.contains(':') {
            return Err(XPathError::Missing("element-available"));
        }
        Ok(false)
    }

    /// There is no Java machine whose properties could be told.
    fn system_property(&self) -> Evaluated<'e> {
        let name = self.text(0)?;
        if name.is_empty() {
            return Err(XPathError::Argument);
        }
        if name.find(':').is_some_and(|at| at > 0) {
            return Err(XPathError::Missing("system-property"));
        }
        Ok(Value::empty())
    }
}

fn round(number: f64) -> f64 {
    match number {
        n if (-0.5..0.0).contains(&n) => -0.0,
        0.0 => number,
        n => (n + 0.5).floor(),
    }
}

/// Length in UTF-16 units.
fn units(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}

/// Java's `Math.round`.
fn rounded(number: f64) -> i64 {
    (number + 0.5).floor() as i64
}

/// The units of a substring: from, and up to. The second may lie before the first, which the reference does not survive.
fn bounds(len: usize, start: f64, count: Option<f64>) -> (usize, usize) {
    let (start, first) = if start.is_nan() {
        (-1_000_000.0, 0)
    } else {
        let start = rounded(start) as f64;
        (start, if start > 0.0 { start as i32 - 1 } else { 0 })
    };
    let limit = |index: i32| usize::try_from(index).unwrap_or(0).min(len);
    let end = count.map_or(len, |count| {
        limit(((rounded(count) as f64 + start) as i32).wrapping_sub(1))
    });
    (limit(first), end)
}

fn slice(text: &str, from: usize, to: usize) -> String {
    if text.is_ascii() {
        return text[from..to].to_owned();
    }
    let units: Vec<u16> = text.encode_utf16().skip(from).take(to - from).collect();
    String::from_utf16_lossy(&units)
}
