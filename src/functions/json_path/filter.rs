//! From the text of a filter, `[?(…)]`, to a tree of conditions.
//!
//! A comparison that cannot be read becomes a question for existence, and what is then left over is an error: the
//! reference tries in that order, and damaged filters tell the difference.

use super::compile::{self, MAX_DEPTH, is_digit};
use super::cursor::{Cursor, unescape};
use super::failure::{Failure, Found, quoted};
use super::path::{Numbering, Path};
use super::pattern::Pattern;
use crate::value::number::decimal::Decimal;
use crate::value::text::Text;

/// Digits that a number in a path may have.
pub(super) const MAX_DIGITS: usize = 10_000;

/// A condition on an item.
#[derive(Debug)]
pub(super) enum Filter {
    And(Vec<Filter>),
    Or(Vec<Filter>),
    Not(Box<Filter>),
    /// Whether a path leads anywhere, or (`!@.a`) whether it does not.
    Exists(Box<Path>, bool),
    Compare(Operand, Operator, Operand),
}

impl Filter {
    /// Whether any path in it is of that kind.
    pub(super) fn any_path(&self, is: &mut dyn FnMut(&Path) -> bool) -> bool {
        match self {
            Filter::And(parts) | Filter::Or(parts) => parts.iter().any(|part| part.any_path(is)),
            Filter::Not(part) => part.any_path(is),
            Filter::Exists(path, _) => is(path),
            Filter::Compare(left, _, right) => [left, right]
                .into_iter()
                .any(|side| matches!(side, Operand::Path(path) if is(path))),
        }
    }
}

/// One side of a comparison.
#[derive(Debug)]
pub(super) enum Operand {
    Path(Box<Path>),
    Null,
    Bool(bool),
    Number(Decimal),
    Text(Box<str>),
    /// A list or an object, read when it is needed.
    Json(Box<str>),
    Pattern(Box<Pattern>),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Eq,
    Ne,
    SameEq,
    SameNe,
    Lt,
    Le,
    Gt,
    Ge,
    Matches,
    In,
    NotIn,
    Contains,
    All,
    Size,
    Exists,
    /// Written as `type` or `matches`, which need an operand that no path can write.
    Impossible(&'static str),
    Empty,
    SubsetOf,
    AnyOf,
    NoneOf,
}

/// The operators as they are written, in any case.
const OPERATORS: [(&str, Operator); 21] = [
    (">=", Operator::Ge),
    ("<=", Operator::Le),
    ("==", Operator::Eq),
    ("===", Operator::SameEq),
    ("!=", Operator::Ne),
    ("!==", Operator::SameNe),
    ("<", Operator::Lt),
    (">", Operator::Gt),
    ("=~", Operator::Matches),
    ("NIN", Operator::NotIn),
    ("IN", Operator::In),
    ("CONTAINS", Operator::Contains),
    ("ALL", Operator::All),
    ("SIZE", Operator::Size),
    ("EXISTS", Operator::Exists),
    ("TYPE", Operator::Impossible("a class")),
    ("MATCHES", Operator::Impossible("a predicate")),
    ("EMPTY", Operator::Empty),
    ("SUBSETOF", Operator::SubsetOf),
    ("ANYOF", Operator::AnyOf),
    ("NONEOF", Operator::NoneOf),
];

/// Compiles a filter with its brackets.
pub(super) fn compile(text: &str, numbering: &mut Numbering) -> Found<Filter> {
    read(text, numbering).map_err(|failure| match failure {
        Failure::Thrown(_, message) => Failure::InvalidPath(message),
        other => other,
    })
}

fn read(text: &str, numbering: &mut Numbering) -> Found<Filter> {
    let mut cursor = Cursor::new(text).trimmed();
    cursor.at += 1;
    cursor.shorten();
    cursor.trim();
    cursor.expect('?')?;
    cursor.trim();
    if !cursor.current_is('(')? || !cursor.last_is(')')? {
        return Err(Failure::invalid("a filter stands in parentheses, `[?(…)]`"));
    }
    let mut reader = Reader {
        filter: cursor,
        numbering,
    };
    let filter = reader.any()?;
    reader.filter.skip_blanks();
    match reader.filter.in_bounds() {
        true => reader.fail("the filter should end"),
        false => Ok(filter),
    }
}

struct Reader<'n> {
    filter: Cursor,
    numbering: &'n mut Numbering,
}

impl Reader<'_> {
    fn fail<T>(&self, problem: &str) -> Found<T> {
        Err(Failure::invalid(format!(
            "{problem} at character {} of the filter",
            self.filter.at + 1
        )))
    }

    fn any(&mut self) -> Found<Filter> {
        let mut parts = vec![self.all()?];
        while self.goes_on("||") {
            parts.push(self.all()?);
        }
        Ok(only(parts).unwrap_or_else(Filter::Or))
    }

    fn all(&mut self) -> Found<Filter> {
        let mut parts = vec![self.single()?];
        while self.goes_on("&&") {
            parts.push(self.single()?);
        }
        Ok(only(parts).unwrap_or_else(Filter::And))
    }

    fn goes_on(&mut self, operator: &str) -> bool {
        let back = self.filter.at;
        let there = self.filter.eat(operator);
        if !there {
            self.filter.at = back;
        }
        there
    }

    fn single(&mut self) -> Found<Filter> {
        self.numbering.depth += 1;
        if self.numbering.depth > MAX_DEPTH {
            return Err(Failure::too_deep("the filter"));
        }
        self.filter.skip_blanks();
        let filter = match self.filter.current()? {
            '!' => self.negation(),
            '(' => self.group(),
            _ => self.comparison(),
        };
        self.numbering.depth -= 1;
        filter
    }

    fn negation(&mut self) -> Found<Filter> {
        let back = self.filter.at;
        self.filter.at += 1;
        self.filter.skip_blanks();
        if matches!(self.filter.current()?, '$' | '@') {
            self.filter.at = back;
            return self.comparison();
        }
        Ok(Filter::Not(Box::new(self.single()?)))
    }

    fn group(&mut self) -> Found<Filter> {
        self.filter.expect('(')?;
        let filter = self.any()?;
        self.filter.expect(')')?;
        Ok(filter)
    }

    fn comparison(&mut self) -> Found<Filter> {
        let (left, wanted) = self.operand()?;
        let (back, depth) = (self.filter.at, self.numbering.depth);
        match self.right() {
            Ok((operator, right)) => return Ok(Filter::Compare(left, operator, right)),
            Err(Failure::InvalidPath(_)) => (self.filter.at, self.numbering.depth) = (back, depth),
            Err(other) => return Err(other),
        }
        match left {
            Operand::Path(path) => Ok(Filter::Exists(path, wanted)),
            _ => self.fail("an operator was expected"),
        }
    }

    fn right(&mut self) -> Found<(Operator, Operand)> {
        let operator = self.operator()?;
        Ok((operator, self.operand()?.0))
    }

    fn operator(&mut self) -> Found<Operator> {
        self.filter.skip_blanks();
        let start = self.filter.at;
        let is_sign = is_operator_sign(self.filter.current()?);
        while self.filter.in_bounds() {
            let char = self.filter.current()?;
            if if is_sign {
                !is_operator_sign(char)
            } else {
                char == ' '
            } {
                break;
            }
            self.filter.at += 1;
        }
        let written = self.filter.slice(start, self.filter.at)?.to_uppercase();
        let known = OPERATORS.iter().find(|(name, _)| *name == written);
        known
            .map(|(_, operator)| *operator)
            .ok_or_else(|| Failure::invalid(format!("{} is no operator", quoted(&written))))
    }

    /// An operand; with a path, whether it is wanted to exist.
    fn operand(&mut self) -> Found<(Operand, bool)> {
        self.filter.skip_blanks();
        match self.filter.current()? {
            '$' | '@' => self.path(),
            '!' => {
                self.filter.at += 1;
                self.filter.skip_blanks();
                match self.filter.current()? {
                    '$' | '@' => self.path(),
                    _ => self.fail("a path was expected behind `!`"),
                }
            }
            _ => Ok((self.literal()?, true)),
        }
    }

    fn literal(&mut self) -> Found<Operand> {
        match self.filter.current()? {
            quote @ ('"' | '\'') => self.text(quote),
            't' => self.word("true", Operand::Bool(true)),
            'f' => self.word("false", Operand::Bool(false)),
            'n' => self.word("null", Operand::Null),
            '[' => self.json(('[', ']')),
            '{' => self.json(('{', '}')),
            '/' => self.pattern(),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, operand: Operand) -> Found<Operand> {
        let end = self.filter.at + word.len();
        if !self.filter.within(end - 1) || self.filter.slice(self.filter.at, end)? != word {
            return self.fail("a value was expected");
        }
        self.filter.at = end;
        Ok(operand)
    }

    fn text(&mut self, quote: char) -> Found<Operand> {
        let start = self.filter.at;
        let Some(end) = self.filter.index_of_unescaped(start, quote) else {
            return self.fail("a text is not closed, which starts");
        };
        self.filter.at = end + 1;
        Ok(Operand::Text(
            unescape(&self.filter.slice(start + 1, end)?)
                .map_err(rejected)?
                .into(),
        ))
    }

    fn json(&mut self, pair: (char, char)) -> Found<Operand> {
        let start = self.filter.at;
        let Some(end) = self.filter.index_of_closing(start, pair, false)? else {
            return self.fail("a list or object is not closed, which starts");
        };
        self.filter.at = end + 1;
        Ok(Operand::Json(self.filter.slice(start, end + 1)?.into()))
    }

    fn pattern(&mut self) -> Found<Operand> {
        let start = self.filter.at;
        let Some(close) = self.filter.index_of_unescaped(start, '/') else {
            return self.fail("a pattern is not closed, which starts");
        };
        let mut end = close + 1;
        while self.filter.within(end) && Pattern::is_flag(self.filter.char_at(end)?) {
            end += 1;
        }
        self.filter.at = end;
        let (pattern, flags) = (
            self.filter.slice(start + 1, close)?,
            self.filter.slice(close + 1, end)?,
        );
        Ok(Operand::Pattern(Box::new(Pattern::new(&pattern, &flags)?)))
    }

    fn number(&mut self) -> Found<Operand> {
        let start = self.filter.at;
        while self.filter.in_bounds() {
            let char = self.filter.current()?;
            if !is_digit(char) && !matches!(char, '-' | '.' | 'e' | 'E') {
                break;
            }
            self.filter.at += 1;
        }
        let text = self.filter.slice(start, self.filter.at)?;
        Ok(Operand::Number(
            Decimal::parse(Text::Utf8(&text), MAX_DIGITS)
                .map_err(|failure| rejected(failure.into()))?,
        ))
    }

    fn path(&mut self) -> Found<(Operand, bool)> {
        let wanted = self
            .filter
            .index_before()
            .is_none_or(|at| !matches!(self.filter.char_at(at), Ok('!')));
        let start = self.filter.at;
        self.filter.at += 1;
        while self.filter.in_bounds() {
            if self.filter.current_is('[')? {
                let Some(end) = self
                    .filter
                    .index_of_closing(self.filter.at, ('[', ']'), false)?
                else {
                    return self.fail("a bracket is not closed, which opens");
                };
                self.filter.at = end + 1;
            }
            let char = self.filter.current()?;
            let ends = char == ')' && !self.closes_function(start)?;
            if !self.filter.in_bounds() || is_operator_sign(char) || char == ' ' || ends {
                break;
            }
            self.filter.at += 1;
        }
        let text = self.filter.slice(start, self.filter.at)?;
        let path = compile::compile(&text, self.numbering)?;
        Ok((Operand::Path(Box::new(path)), wanted))
    }

    /// Whether the `)` at the position closes `()` behind a name of the path that starts at `start`.
    fn closes_function(&self, start: usize) -> Found<bool> {
        let Some(open) = self.filter.index_before() else {
            return Ok(false);
        };
        if self.filter.char_at(open)? != '(' {
            return Ok(false);
        }
        Ok(self
            .filter
            .slice(start + 1, open.max(start + 1))?
            .contains('.'))
    }
}

/// The one condition of a list of one.
fn only(mut parts: Vec<Filter>) -> Result<Filter, Vec<Filter>> {
    match parts.pop() {
        Some(part) if parts.is_empty() => Ok(part),
        last => {
            parts.extend(last);
            Err(parts)
        }
    }
}

fn is_operator_sign(char: char) -> bool {
    matches!(char, '<' | '>' | '=' | '~' | '!')
}

/// An exception of a literal: it ends the whole compilation, where a problem of the path would only end a comparison.
fn rejected(failure: Failure) -> Failure {
    match failure {
        Failure::InvalidPath(message) => Failure::Thrown("InvalidPathException", message),
        other => other,
    }
}
