//! From the pairs of the grammar to the syntax tree.
//!
//! The grammar has settled what belongs together; what is left is to fold flat operator lists to the left, to fill in the
//! `null` operands that the reference fills in, and to give every node its two places. Recursion follows the nesting of
//! the tree, which `Builder::room` bounds; a chain of binary operators nests in a loop and costs no depth.

use pest::iterators::{Pair, Pairs};

use super::Source;
use super::ast::{BinaryOp, Kind, Node, StepOp, UnaryOp, Which};
use super::grammar::Rule;
use super::number::{self, NumberError};

/// Why a text has no tree.
#[derive(Debug, PartialEq)]
pub(super) enum Refusal {
    /// The grammar does not fit.
    Form,
    /// A number does not fit.
    Number,
    /// The construct at this byte lies too deep.
    TooDeep(usize),
}

impl From<NumberError> for Refusal {
    fn from(_: NumberError) -> Self {
        Refusal::Number
    }
}

type Built<T = Node> = Result<T, Refusal>;
type Rules<'i> = Pairs<'i, Rule>;

/// The tree of a parsed hole.
pub(super) fn tree(mut pairs: Rules<'_>, source: &Source<'_>, max_depth: usize) -> Built {
    let expr = pairs.next().expect("the grammar puts an expression first");
    Builder { source }.node(expr, max_depth)
}

struct Builder<'s> {
    source: &'s Source<'s>,
}

/// What binds two operands.
enum Operator {
    Binary(BinaryOp),
    /// `++` between operands: the right one is forgotten.
    Forget,
}

impl Builder<'_> {
    /// The node of any pair; `room` is how many levels may still follow.
    fn node(&self, mut pair: Pair<'_, Rule>, room: usize) -> Built {
        let room = room
            .checked_sub(1)
            .ok_or(Refusal::TooDeep(pair.as_span().start()))?;
        loop {
            match pair.as_rule() {
                Rule::expr
                | Rule::perhaps
                | Rule::or
                | Rule::and
                | Rule::rel
                | Rule::sum
                | Rule::product
                | Rule::power
                | Rule::unary
                | Rule::primary => {
                    let inner = pair.clone().into_inner();
                    match only_operand(inner.clone()) {
                        Some(operand) => pair = operand,
                        None => return self.operation(pair.as_rule(), inner, room),
                    }
                }
                _ => return self.value(pair, room),
            }
        }
    }

    fn operation(&self, rule: Rule, inner: Rules<'_>, room: usize) -> Built {
        match rule {
            Rule::expr | Rule::perhaps => self.tail(inner, room),
            Rule::unary => self.unary(inner, room),
            Rule::primary => self.chain(inner, room),
            _ => self.binary(inner, room),
        }
    }

    // --- operators -----------------------------------------------------------------------------------------------------------

    /// `a = b`, `a ?: b`, `a ? b : c`, with `a` or without.
    fn tail(&self, mut inner: Rules<'_>, room: usize) -> Built {
        let first = inner.next().expect("a tail has parts");
        let (left, operator) = match first.as_rule() {
            Rule::or | Rule::lost => (
                Some(first),
                inner.next().expect("an operator follows its left side"),
            ),
            _ => (None, first),
        };
        let at = self.at(&operator);
        let place = operator.as_span();
        let left = self
            .perhaps(left, room)?
            .unwrap_or_else(|| self.absent(at.wrapping_sub(1), place.start()));
        let right = self
            .perhaps(inner.next(), room)?
            .unwrap_or_else(|| self.absent(at + 1, place.end()));
        let other = self.perhaps(inner.nth(1), room)?;
        let span = left.span.to(other.as_ref().unwrap_or(&right).span);
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match (operator.as_rule(), other) {
            (Rule::assign, _) => Kind::Assign {
                target: left,
                value: right,
            },
            (_, Some(other)) => Kind::Ternary {
                condition: left,
                then: right,
                other: Box::new(other),
            },
            (_, None) => Kind::Elvis {
                value: left,
                other: right,
            },
        };
        Ok(Node { kind, at, span })
    }

    /// The node of a part that may be missing, or may be lost.
    fn perhaps(&self, pair: Option<Pair<'_, Rule>>, room: usize) -> Built<Option<Node>> {
        let lost = |pair: &Pair<'_, Rule>| match pair.as_rule() {
            Rule::perhaps => only_operand(pair.clone().into_inner())
                .is_some_and(|only| only.as_rule() == Rule::lost),
            rule => rule == Rule::lost,
        };
        pair.filter(|pair| !lost(pair))
            .map(|pair| self.node(pair, room))
            .transpose()
    }

    /// An operand that was left out.
    fn absent(&self, at: u32, byte: usize) -> Node {
        Node {
            kind: Kind::Null,
            at,
            span: self.source.span(byte, byte),
        }
    }

    /// `a + b - c`, of one level of precedence, and the postfix `a++`.
    fn binary(&self, mut inner: Rules<'_>, room: usize) -> Built {
        let first = inner.next().expect("an operation has a left side");
        let start = first.as_span().start();
        let mut left = self.node(first, room)?;
        while let Some(operator) = inner.next() {
            let at = self.at(&operator);
            let Some(right) = inner.next() else {
                let span = self.source.span(start, operator.as_span().end());
                let op = step_op(operator.as_rule());
                return Ok(Node {
                    kind: Kind::Step {
                        op,
                        prefix: false,
                        operand: Box::new(left),
                    },
                    at,
                    span,
                });
            };
            let span = self.source.span(start, solid_end(&right));
            let right = self.node(right, room)?;
            if let Operator::Binary(op) = operator_of(operator.as_rule()) {
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

    /// `!a`, `-a`, `++a`.
    fn unary(&self, mut inner: Rules<'_>, room: usize) -> Built {
        let operator = inner.next().expect("a prefix comes first");
        let right = inner.next().expect("an operand follows its prefix");
        let span = self
            .source
            .span(operator.as_span().start(), solid_end(&right));
        let operand = Box::new(self.node(right, room)?);
        let kind = match operator.as_rule() {
            Rule::not => Kind::Unary {
                op: UnaryOp::Not,
                operand,
            },
            Rule::minus => Kind::Unary {
                op: UnaryOp::Minus,
                operand,
            },
            Rule::plus => Kind::Unary {
                op: UnaryOp::Plus,
                operand,
            },
            step => Kind::Step {
                op: step_op(step),
                prefix: true,
                operand,
            },
        };
        Ok(Node {
            kind,
            at: self.at(&operator),
            span,
        })
    }

    // --- values --------------------------------------------------------------------------------------------------------------

    /// A value and what is joined to it.
    fn chain(&self, inner: Rules<'_>, room: usize) -> Built {
        let mut links = Vec::with_capacity(inner.len());
        let mut safe = false;
        for pair in inner {
            if pair.as_rule() == Rule::safe {
                safe = true;
                continue;
            }
            links.push(if links.is_empty() {
                self.node(pair, room)?
            } else {
                self.link(pair, safe, room)?
            });
            safe = false;
        }
        let at = links[0].at;
        let span = links[0].span.to(links[links.len() - 1].span);
        Ok(Node {
            kind: Kind::Chain(links),
            at,
            span,
        })
    }

    fn value(&self, pair: Pair<'_, Rule>, room: usize) -> Built {
        let text = pair.as_str();
        let kind = match pair.as_rule() {
            Rule::integer => number::integer(text)?,
            Rule::real => number::real(text)?,
            Rule::hex => number::hex(&text[2..])?,
            Rule::string => Kind::Str(unescaped(text)),
            Rule::true_word => Kind::Bool(true),
            Rule::false_word => Kind::Bool(false),
            Rule::null_word => Kind::Null,
            Rule::type_ref => self.type_ref(pair.clone().into_inner()),
            Rule::constructor => self.constructor(pair.clone().into_inner(), room)?,
            Rule::bean => return Ok(self.bean(&pair)),
            Rule::braces => self.braces(pair.clone().into_inner(), room)?,
            _ => return self.link(pair, false, room),
        };
        Ok(self.placed(kind, &pair))
    }

    /// What may stand behind a dot.
    fn link(&self, pair: Pair<'_, Rule>, null_safe: bool, room: usize) -> Built {
        let mut inner = pair.clone().into_inner();
        let mut next = || inner.next().expect("the grammar fixes these parts");
        let kind = match pair.as_rule() {
            Rule::member => {
                let name = next().as_str().into();
                match inner.next() {
                    None => Kind::Property { name, null_safe },
                    Some(args) => Kind::Method {
                        name,
                        args: self.nodes(args.into_inner(), room)?,
                        null_safe,
                    },
                }
            }
            Rule::variable => {
                let name = next().as_str().into();
                match inner.next() {
                    None => Kind::Variable(name),
                    Some(args) => Kind::Function {
                        name,
                        args: self.nodes(args.into_inner(), room)?,
                    },
                }
            }
            Rule::index => Kind::Index {
                index: Box::new(self.node(next(), room)?),
                null_safe,
            },
            Rule::projection => Kind::Projection {
                body: Box::new(self.node(next(), room)?),
                null_safe,
            },
            _ => {
                let which = which(next().as_rule());
                Kind::Selection {
                    which,
                    body: Box::new(self.node(next(), room)?),
                    null_safe,
                }
            }
        };
        Ok(self.placed(kind, &pair))
    }

    fn nodes(&self, pairs: Rules<'_>, room: usize) -> Built<Vec<Node>> {
        pairs.map(|pair| self.node(pair, room)).collect()
    }

    fn type_ref(&self, mut inner: Rules<'_>) -> Kind {
        inner.next();
        let name = class_name(inner.next().expect("a type has a name"));
        Kind::TypeRef {
            name,
            dims: inner.len().min(usize::from(u8::MAX)) as u8,
        }
    }

    fn constructor(&self, mut inner: Rules<'_>, room: usize) -> Built<Kind> {
        inner.next();
        let name = class_name(inner.next().expect("a constructor has a name"));
        let mut dims = Vec::new();
        let mut init = None;
        for pair in inner {
            match pair.as_rule() {
                Rule::arguments => {
                    return Ok(Kind::New {
                        name,
                        args: self.nodes(pair.into_inner(), room)?,
                    });
                }
                Rule::size => dims.push(self.perhaps(pair.into_inner().next(), room)?),
                _ => init = Some(Box::new(self.node(pair, room)?)),
            }
        }
        Ok(Kind::NewArray { name, dims, init })
    }

    /// A bean is placed at its name, a factory at its `&`.
    fn bean(&self, pair: &Pair<'_, Rule>) -> Node {
        let mut inner = pair.clone().into_inner();
        let sign = inner.next().expect("a bean begins with its sign");
        let word = inner.next().expect("a bean has a name");
        let factory = sign.as_rule() == Rule::ampersand;
        let name = match word.as_rule() {
            Rule::string => &word.as_str()[1..word.as_str().len() - 1],
            _ => word.as_str(),
        };
        let mut node = self.placed(
            Kind::Bean {
                name: name.into(),
                factory,
            },
            pair,
        );
        node.at = self.at(if factory { &sign } else { &word });
        node
    }

    fn braces(&self, mut inner: Rules<'_>, room: usize) -> Built<Kind> {
        let Some(first) = inner.next() else {
            return Ok(Kind::List(Vec::new()));
        };
        if first.as_rule() == Rule::colon {
            return Ok(Kind::Map(Vec::new()));
        }
        let first = self.node(first, room)?;
        if inner
            .peek()
            .is_some_and(|pair| pair.as_rule() == Rule::colon)
        {
            return self.map(
                first,
                inner.filter(|pair| pair.as_rule() != Rule::colon),
                room,
            );
        }
        let mut elements = vec![first];
        for pair in inner {
            elements.push(self.node(pair, room)?);
        }
        Ok(Kind::List(elements))
    }

    fn map<'i>(
        &self,
        first: Node,
        mut rest: impl Iterator<Item = Pair<'i, Rule>>,
        room: usize,
    ) -> Built<Kind> {
        let mut entries = Vec::new();
        let mut key = Some(first);
        while let Some(value) = rest.next() {
            let value = self.node(value, room)?;
            entries.push((key.take().expect("a key comes before its value"), value));
            key = rest.next().map(|pair| self.node(pair, room)).transpose()?;
        }
        Ok(Kind::Map(entries))
    }

    // --- places --------------------------------------------------------------------------------------------------------------

    fn at(&self, pair: &Pair<'_, Rule>) -> u32 {
        self.source.at(pair.as_span().start())
    }

    fn placed(&self, kind: Kind, pair: &Pair<'_, Rule>) -> Node {
        let span = self.source.span(pair.as_span().start(), solid_end(pair));
        Node {
            kind,
            at: self.at(pair),
            span,
        }
    }
}

/// The one part of a level that has nothing to do here.
fn only_operand(mut inner: Rules<'_>) -> Option<Pair<'_, Rule>> {
    let first = inner.next()?;
    (inner.peek().is_none() && first.as_rule() != Rule::elvis).then_some(first)
}

/// The end of a pair without the blanks that an absent optional part leaves behind.
fn solid_end(pair: &Pair<'_, Rule>) -> usize {
    pair.as_span().start()
        + pair
            .as_str()
            .trim_end_matches([' ', '\t', '\r', '\n', '\0'])
            .len()
}

fn operator_of(rule: Rule) -> Operator {
    Operator::Binary(match rule {
        Rule::or_op => BinaryOp::Or,
        Rule::and_op => BinaryOp::And,
        Rule::eq => BinaryOp::Eq,
        Rule::ne => BinaryOp::Ne,
        Rule::lt => BinaryOp::Lt,
        Rule::le => BinaryOp::Le,
        Rule::gt => BinaryOp::Gt,
        Rule::ge => BinaryOp::Ge,
        Rule::instanceof => BinaryOp::InstanceOf,
        Rule::matches => BinaryOp::Matches,
        Rule::between => BinaryOp::Between,
        Rule::plus => BinaryOp::Add,
        Rule::minus => BinaryOp::Sub,
        Rule::times => BinaryOp::Mul,
        Rule::divide => BinaryOp::Div,
        Rule::modulo => BinaryOp::Mod,
        Rule::raise => BinaryOp::Pow,
        _ => return Operator::Forget,
    })
}

fn step_op(rule: Rule) -> StepOp {
    if rule == Rule::increment {
        StepOp::Increment
    } else {
        StepOp::Decrement
    }
}

fn which(rule: Rule) -> Which {
    match rule {
        Rule::first => Which::First,
        Rule::last => Which::Last,
        _ => Which::All,
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

/// The parts of a class name, joined by dots.
fn class_name(class: Pair<'_, Rule>) -> Box<str> {
    let mut name = String::with_capacity(class.as_str().len());
    for part in class.into_inner() {
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(payload(&part));
    }
    name.into()
}

/// What the reference keeps of a class name's part: of a number neither `0x` nor `L`.
fn payload<'i>(part: &Pair<'i, Rule>) -> &'i str {
    let text = part.as_str();
    if part.as_rule() == Rule::name {
        return text;
    }
    match text.get(..2) {
        Some("0x" | "0X") => text[2..].trim_end_matches(['l', 'L']),
        _ if text.contains(['e', 'E']) => text,
        _ => text.trim_end_matches(['l', 'L']),
    }
}
