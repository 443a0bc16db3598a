//! From the events of the grammar to the syntax tree.
//!
//! The parser reports where each rule begins and ends. What ends is built at once from the pieces that ended within it, on a
//! stack of our own: no text, however nested, makes this recurse. The grammar has settled what belongs together; what is left
//! is to fold flat operator lists to the left, to fill in the `null` operands that the reference fills in, and to give every
//! node its two places. Operators are no rules: an operator is the text that begins where its left operand ends.

use pest::Token;
use pest::iterators::Pairs;

use super::Source;
use super::ast::{BinaryOp, Kind, Node, StepOp, UnaryOp, Which};
use super::grammar::Rule;
use super::lexer;
use super::number::{self, NumberError};
use crate::diagnostic::Span;

/// Why a text has no tree.
#[derive(Debug, PartialEq)]
pub(super) enum Refusal {
    /// The grammar does not fit.
    Form,
    /// A number does not fit.
    Number,
    /// The construct at this byte lies too deep, or holds something that does.
    TooDeep(usize),
    /// The parser found too little of the stack left.
    Stack,
}

impl From<NumberError> for Refusal {
    fn from(_: NumberError) -> Self {
        Refusal::Number
    }
}

/// The tree of a parsed hole.
pub(super) fn tree(
    pairs: Pairs<'_, Rule>,
    source: &Source<'_>,
    max_depth: usize,
) -> Result<Node, Refusal> {
    let mut builder = Builder {
        source,
        max_depth,
        open: Vec::with_capacity(16),
        pieces: Vec::with_capacity(8),
    };
    for token in pairs.tokens() {
        match token {
            Token::Start { pos, .. } => builder.open.push((pos.pos(), builder.pieces.len())),
            Token::End { rule, pos } => builder.close(rule, pos.pos())?,
        }
    }
    // The expression, and the end of input.
    builder
        .pieces
        .drain(..)
        .find_map(|piece| piece.content.node())
        .ok_or(Refusal::Form)
}

struct Builder<'s> {
    source: &'s Source<'s>,
    max_depth: usize,
    /// For each rule that has begun: its first byte and how many pieces were there.
    open: Vec<(usize, usize)>,
    /// What has ended and is not yet part of something else.
    pieces: Vec<Piece>,
}

/// A part of the text that has been read.
struct Piece {
    rule: Rule,
    /// First byte, including a parenthesis around it.
    start: usize,
    /// One past the last byte, including blanks.
    end: usize,
    /// Levels of nodes, where a chain of binary operators of one level counts once.
    depth: usize,
    content: Content,
}

enum Content {
    /// Only the text matters, or the value is one that the reference loses.
    Nothing,
    Node(Node),
    Arguments(Vec<Node>),
    Class(Box<str>),
}

impl Content {
    fn node(self) -> Option<Node> {
        match self {
            Content::Node(node) => Some(node),
            _ => None,
        }
    }
}

type Built<T> = Result<T, Refusal>;
type Pieces<'p> = std::vec::Drain<'p, Piece>;

/// What may stand between tokens.
const GAP: [char; 5] = [' ', '\t', '\r', '\n', '\0'];

impl Builder<'_> {
    /// A rule has ended.
    fn close(&mut self, rule: Rule, end: usize) -> Built<()> {
        #[cfg(test)]
        super::steps::add(1);
        let (mut start, mut first) = self.open.pop().unwrap_or_default();
        if goes_on(rule)
            && let Some(left) = first.checked_sub(1)
        {
            (start, first) = (self.pieces[left].start, left);
        }
        if rule == Rule::nested
            && let Some(only) = self.pieces.last_mut()
        {
            (only.start, only.end) = (start, end);
            return Ok(());
        }
        let below = self.pieces[first..]
            .iter()
            .map(|piece| piece.depth)
            .max()
            .unwrap_or(0);
        let ended = Ended {
            source: self.source,
            rule,
            start,
            end,
        };
        let content = ended.content(self.pieces.drain(first..))?;
        let depth = below + usize::from(matches!(content, Content::Node(_)));
        if depth > self.max_depth {
            return Err(Refusal::TooDeep(start));
        }
        self.pieces.push(Piece {
            rule,
            start,
            end,
            depth,
            content,
        });
        Ok(())
    }
}

/// Whether the rule begins behind its first operand, which is the last piece then.
fn goes_on(rule: Rule) -> bool {
    use Rule::{and_rest, chain, or_rest, power_rest, product_rest, rel_rest, sum_rest, tail};
    matches!(
        rule,
        chain | power_rest | product_rest | sum_rest | rel_rest | and_rest | or_rest | tail
    )
}

/// A rule that has ended, about to be built.
struct Ended<'s> {
    source: &'s Source<'s>,
    rule: Rule,
    start: usize,
    end: usize,
}

impl Ended<'_> {
    fn content(&self, mut pieces: Pieces<'_>) -> Built<Content> {
        let text = self.text(self.start, self.end);
        Ok(Content::Node(match self.rule {
            Rule::tail | Rule::headless => self.tail(pieces),
            Rule::or_rest
            | Rule::and_rest
            | Rule::rel_rest
            | Rule::sum_rest
            | Rule::product_rest
            | Rule::power_rest => self.binary(pieces)?,
            Rule::prefix => self.prefix(pieces)?,
            Rule::chain => self.chain(pieces),
            Rule::bean => self.bean(pieces)?,
            Rule::hex => self.node(number::hex(&text[2..])?),
            Rule::real => self.node(number::real(text)?),
            Rule::whole | Rule::integer => self.node(number::integer(text)?),
            Rule::string => self.node(Kind::Str(unescaped(text))),
            Rule::constant => self.node(constant(text)),
            Rule::member => self.node(self.member(pieces)),
            Rule::variable => self.node(self.variable(pieces)),
            Rule::index => self.node(Kind::Index {
                index: operand(pieces.next())?,
                null_safe: self.null_safe(),
            }),
            Rule::projection => self.node(Kind::Projection {
                body: operand(pieces.next())?,
                null_safe: self.null_safe(),
            }),
            Rule::selection => self.node(Kind::Selection {
                which: which(text),
                body: operand(pieces.next())?,
                null_safe: self.null_safe(),
            }),
            Rule::type_ref => self.node(type_ref(pieces)),
            Rule::constructor => self.node(constructor(pieces)),
            Rule::braces => self.node(braces(pieces)),
            Rule::arguments => return Ok(Content::Arguments(nodes(pieces))),
            Rule::class => return Ok(Content::Class(self.class(pieces))),
            Rule::size => return Ok(pieces.next().map_or(Content::Nothing, |size| size.content)),
            _ => return Ok(Content::Nothing),
        }))
    }

    // --- operators -----------------------------------------------------------------------------------------------------------

    /// `a = b`, `a ?: b`, `a ? b : c`; what was left out is `null`.
    fn tail(&self, mut pieces: Pieces<'_>) -> Node {
        let left = match self.rule {
            Rule::tail => pieces.next(),
            _ => None,
        };
        let operator = left
            .as_ref()
            .map_or(self.start, |left| self.behind(left.end));
        let at = self.source.at(operator);
        let or_null = |piece: Option<Piece>, at, byte| {
            let node = piece.and_then(|piece| piece.content.node());
            Box::new(node.unwrap_or_else(|| Node {
                kind: Kind::Null,
                at,
                span: self.source.span(byte, byte),
            }))
        };
        let left = or_null(left, at.wrapping_sub(1), operator);
        let right = or_null(pieces.next(), at + 1, operator + 2);
        let kind = match pieces.next().and_then(|piece| piece.content.node()) {
            Some(other) => Kind::Ternary {
                condition: left,
                then: right,
                other: Box::new(other),
            },
            None if self.source.text[operator..].starts_with('=') => Kind::Assign {
                target: left,
                value: right,
            },
            None => Kind::Elvis {
                value: left,
                other: right,
            },
        };
        Node {
            kind,
            at,
            span: self.span(),
        }
    }

    /// `a + b - c`, of one level of precedence, and the postfix `a++`.
    fn binary(&self, mut pieces: Pieces<'_>) -> Built<Node> {
        let first = pieces.next().ok_or(Refusal::Form)?;
        let mut operator = self.behind(first.end);
        let mut left = first.content.node().ok_or(Refusal::Form)?;
        if pieces.len() == 0 {
            return Ok(self.postfix(left, operator));
        }
        for right in pieces {
            let op = binary_op(self.text(operator, right.start));
            let at = self.source.at(operator);
            let span = self
                .source
                .span(self.start, self.solid_end(right.start, right.end));
            operator = self.behind(right.end);
            if let (Some(op), Some(right)) = (op, right.content.node()) {
                left = Node {
                    kind: Kind::Binary {
                        op,
                        left: Box::new(left),
                        right: Box::new(right),
                    },
                    at,
                    span,
                };
            }
        }
        Ok(left)
    }

    fn postfix(&self, operand: Node, operator: usize) -> Node {
        let op = step_op(self.text(operator, self.end));
        let kind = Kind::Step {
            op,
            prefix: false,
            operand: Box::new(operand),
        };
        Node {
            kind,
            at: self.source.at(operator),
            span: self.span(),
        }
    }

    /// `!a`, `-a`, `++a`.
    fn prefix(&self, mut pieces: Pieces<'_>) -> Built<Node> {
        let piece = pieces.next().ok_or(Refusal::Form)?;
        let operator = self.text(self.start, piece.start);
        let operand = operand(Some(piece))?;
        let kind = match operator {
            "-" => Kind::Unary {
                op: UnaryOp::Minus,
                operand,
            },
            "+" => Kind::Unary {
                op: UnaryOp::Plus,
                operand,
            },
            "++" | "--" => Kind::Step {
                op: step_op(operator),
                prefix: true,
                operand,
            },
            _ => Kind::Unary {
                op: UnaryOp::Not,
                operand,
            },
        };
        Ok(Node {
            kind,
            at: self.source.at(self.start),
            span: self.span(),
        })
    }

    // --- values --------------------------------------------------------------------------------------------------------------

    /// A value and what is joined to it.
    fn chain(&self, pieces: Pieces<'_>) -> Node {
        let links = nodes(pieces);
        let at = links.first().map_or(0, |first| first.at);
        Node {
            kind: Kind::Chain(links),
            at,
            span: self.span(),
        }
    }

    fn member(&self, mut pieces: Pieces<'_>) -> Kind {
        let (name, null_safe) = (self.name(&mut pieces), self.null_safe());
        match arguments(pieces) {
            Some(args) => Kind::Method {
                name,
                args,
                null_safe,
            },
            None => Kind::Property { name, null_safe },
        }
    }

    fn variable(&self, mut pieces: Pieces<'_>) -> Kind {
        let name = self.name(&mut pieces);
        match arguments(pieces) {
            Some(args) => Kind::Function { name, args },
            None => Kind::Variable(name),
        }
    }

    fn name(&self, pieces: &mut Pieces<'_>) -> Box<str> {
        pieces
            .next()
            .map_or_else(Box::default, |name| self.text(name.start, name.end).into())
    }

    /// A bean is placed at its name, a factory at its `&`.
    fn bean(&self, mut pieces: Pieces<'_>) -> Built<Node> {
        let word = pieces.next().ok_or(Refusal::Form)?;
        let factory = self.source.text[self.start..].starts_with('&');
        let name = match word.rule {
            Rule::string => &self.source.text[word.start + 1..word.end - 1],
            _ => self.text(word.start, word.end),
        };
        let at = self
            .source
            .at(if factory { self.start } else { word.start });
        Ok(Node {
            kind: Kind::Bean {
                name: name.into(),
                factory,
            },
            at,
            span: self.span(),
        })
    }

    /// The parts of a class name, joined by dots.
    fn class(&self, pieces: Pieces<'_>) -> Box<str> {
        let mut name = String::with_capacity(self.end - self.start);
        for part in pieces {
            if !name.is_empty() {
                name.push('.');
            }
            let text = self.text(part.start, part.end);
            name.push_str(if part.rule == Rule::name {
                text
            } else {
                number::digits(text)
            });
        }
        name.into()
    }

    /// Whether the link comes after a `?.`.
    fn null_safe(&self) -> bool {
        self.source.text[..self.start]
            .trim_end_matches(GAP)
            .ends_with("?.")
    }

    // --- places --------------------------------------------------------------------------------------------------------------

    fn node(&self, kind: Kind) -> Node {
        Node {
            kind,
            at: self.source.at(self.start),
            span: self.span(),
        }
    }

    fn text(&self, start: usize, end: usize) -> &str {
        self.source.text[start..end].trim_end_matches(GAP)
    }

    /// The next byte that is no blank.
    fn behind(&self, end: usize) -> usize {
        let rest = &self.source.text[end..];
        end + rest.len() - rest.trim_start_matches(GAP).len()
    }

    fn solid_end(&self, start: usize, end: usize) -> usize {
        start + self.text(start, end).len()
    }

    fn span(&self) -> Span {
        self.source
            .span(self.start, self.solid_end(self.start, self.end))
    }
}

fn operand(piece: Option<Piece>) -> Built<Box<Node>> {
    piece
        .and_then(|piece| piece.content.node())
        .map(Box::new)
        .ok_or(Refusal::Form)
}

fn nodes(pieces: Pieces<'_>) -> Vec<Node> {
    pieces.filter_map(|piece| piece.content.node()).collect()
}

fn arguments(mut pieces: Pieces<'_>) -> Option<Vec<Node>> {
    match pieces.next()?.content {
        Content::Arguments(nodes) => Some(nodes),
        _ => None,
    }
}

fn class_name(pieces: &mut Pieces<'_>) -> Box<str> {
    match pieces.next().map(|piece| piece.content) {
        Some(Content::Class(name)) => name,
        _ => Box::default(),
    }
}

fn type_ref(mut pieces: Pieces<'_>) -> Kind {
    let name = class_name(&mut pieces);
    Kind::TypeRef {
        name,
        dims: pieces.len().min(usize::from(u8::MAX)) as u8,
    }
}

fn constructor(mut pieces: Pieces<'_>) -> Kind {
    let name = class_name(&mut pieces);
    let mut dims = Vec::new();
    let mut init = None;
    for piece in pieces {
        match (piece.rule, piece.content) {
            (_, Content::Arguments(args)) => return Kind::New { name, args },
            (Rule::size, size) => dims.push(size.node()),
            (_, braces) => init = braces.node().map(Box::new),
        }
    }
    Kind::NewArray { name, dims, init }
}

/// A colon behind the first entry, or alone, makes a map.
fn braces(pieces: Pieces<'_>) -> Kind {
    let is_map = pieces
        .as_slice()
        .iter()
        .take(2)
        .any(|piece| piece.rule == Rule::colon);
    let mut nodes = nodes(pieces).into_iter();
    if !is_map {
        return Kind::List(nodes.collect());
    }
    let entry = || nodes.next().zip(nodes.next());
    Kind::Map(std::iter::from_fn(entry).collect())
}

/// Binary operators as they are written, words in any case.
const BINARY: [(&str, BinaryOp); 27] = [
    ("==", BinaryOp::Eq),
    ("&&", BinaryOp::And),
    ("||", BinaryOp::Or),
    ("and", BinaryOp::And),
    ("or", BinaryOp::Or),
    ("+", BinaryOp::Add),
    ("-", BinaryOp::Sub),
    ("*", BinaryOp::Mul),
    ("/", BinaryOp::Div),
    ("%", BinaryOp::Mod),
    ("^", BinaryOp::Pow),
    ("!=", BinaryOp::Ne),
    ("<", BinaryOp::Lt),
    ("<=", BinaryOp::Le),
    (">", BinaryOp::Gt),
    (">=", BinaryOp::Ge),
    ("eq", BinaryOp::Eq),
    ("ne", BinaryOp::Ne),
    ("lt", BinaryOp::Lt),
    ("le", BinaryOp::Le),
    ("gt", BinaryOp::Gt),
    ("ge", BinaryOp::Ge),
    ("div", BinaryOp::Div),
    ("mod", BinaryOp::Mod),
    ("matches", BinaryOp::Matches),
    ("between", BinaryOp::Between),
    ("instanceof", BinaryOp::InstanceOf),
];

/// The operator; none for the `++` between two operands, the right one of which is forgotten.
fn binary_op(text: &str) -> Option<BinaryOp> {
    let known = BINARY
        .iter()
        .find(|(word, _)| *word == text || lexer::is_keyword(text, word));
    known.map(|(_, op)| *op)
}

fn step_op(text: &str) -> StepOp {
    if text == "++" {
        StepOp::Increment
    } else {
        StepOp::Decrement
    }
}

fn which(text: &str) -> Which {
    match text.as_bytes().first() {
        Some(b'^') => Which::First,
        Some(b'$') => Which::Last,
        _ => Which::All,
    }
}

fn constant(text: &str) -> Kind {
    match text.len() {
        4 if text.starts_with(['n', 'N']) => Kind::Null,
        4 => Kind::Bool(true),
        _ => Kind::Bool(false),
    }
}

/// The content of a quoted string; a doubled quote stands for one.
fn unescaped(text: &str) -> Box<str> {
    let (quote, inner) = (&text[..1], &text[1..text.len() - 1]);
    if inner.contains(quote) {
        inner.replace(&quote.repeat(2), quote).into()
    } else {
        inner.into()
    }
}
