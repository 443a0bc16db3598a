//! Recursive descent over the tokens, one function a rule of XPath 1.0. Where the reference is laxer or stricter than XPath, so
//! is this: words are operators only where an operator can stand, any token is a variable's name, and whether the operands of
//! `|` are paths is judged by what was read before them.

use super::error::XPathError;
use super::expression::{Axis, Expr, Filter, NodeTest, Operator, Path, Step, Union};
use super::functions::Function;
use super::lexer;
use super::limits::Limit;
use super::number;
use super::plan;
use regex::Regex;
use std::sync::{Arc, LazyLock};

type Parsed<T> = Result<T, XPathError>;

/// Expressions inside each other. The bound on operators is met before, in all but contrived paths.
const MAX_NESTING: u32 = 128;

/// Operands of one chain of operators. Words between literals count as no operators; the reference runs out of stack about here.
const MAX_OPERANDS: usize = 1800;

/// Parses a whole path.
pub(super) fn parse(text: &str) -> Parsed<Expr> {
    let tokens = lexer::tokens(text)?;
    let mut parser = Parser {
        tokens: &tokens,
        next: 0,
        nesting: 0,
        union: UnionCheck::default(),
    };
    let mut expr = parser.expr()?;
    match parser.token() {
        None => {}
        Some(token) => return Err(XPathError::Trailing(token.to_owned())),
    }
    plan::complete(&mut expr)?;
    Ok(expr)
}

fn check_operands(operands: usize) -> Parsed<()> {
    if operands < MAX_OPERANDS {
        Ok(())
    } else {
        Err(Limit::Nesting.into())
    }
}

/// Whether Java calls this character a digit.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && matches(&DIGIT, c))
}

/// Whether a token can be a name. The reference looks at its first UTF-16 unit: beyond the basic plane it knows no letters.
fn starts_name(token: &str) -> bool {
    let letter = |c: char| !c.is_ascii() && c <= '\u{FFFF}' && matches(&LETTER, c);
    token.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || letter(c))
}

fn matches(class: &LazyLock<Option<Regex>>, c: char) -> bool {
    class
        .as_ref()
        .is_some_and(|class| class.is_match(c.encode_utf8(&mut [0; 4])))
}

static DIGIT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\A\p{Nd}\z").ok());
static LETTER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\A\p{L}\z").ok());

/// The reference's check of union operands: a path must have been read before `|`, and again before the second token after it.
#[derive(Default)]
struct UnionCheck {
    path_seen: bool,
    pending: Option<u8>,
}

impl UnionCheck {
    fn operand(&self) -> Parsed<()> {
        if self.path_seen {
            Ok(())
        } else {
            Err(XPathError::Union)
        }
    }

    fn advance(&mut self) -> Parsed<()> {
        match self.pending {
            Some(0) => self.pending = Some(1),
            Some(_) => {
                self.operand()?;
                self.pending = None;
            }
            None => {}
        }
        Ok(())
    }
}

struct Parser<'t> {
    tokens: &'t [&'t str],
    next: usize,
    nesting: u32,
    union: UnionCheck,
}

impl<'t> Parser<'t> {
    fn token(&self) -> Option<&'t str> {
        self.peek(0)
    }

    fn peek(&self, ahead: usize) -> Option<&'t str> {
        self.tokens.get(self.next + ahead).copied()
    }

    fn at(&self, token: &str) -> bool {
        self.token() == Some(token)
    }

    fn advance(&mut self) -> Parsed<()> {
        self.union.advance()?;
        self.next += 1;
        Ok(())
    }

    /// Takes `token` if it is next.
    fn take(&mut self, token: &str) -> Parsed<bool> {
        let here = self.at(token);
        if here {
            self.advance()?;
        }
        Ok(here)
    }

    fn expect(&mut self, token: &str, expected: &'static str) -> Parsed<()> {
        if self.take(token)? {
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    #[cold]
    fn unexpected(&self, expected: &'static str) -> XPathError {
        XPathError::Unexpected {
            found: self.token().map(str::to_owned),
            expected,
        }
    }

    fn expr(&mut self) -> Parsed<Expr> {
        if self.nesting == MAX_NESTING {
            return Err(Limit::Nesting.into());
        }
        self.nesting += 1;
        let expr = self.list("or", Expr::Or, |parser| {
            parser.list("and", Expr::And, Self::equality)
        });
        self.nesting -= 1;
        expr
    }

    fn list(
        &mut self,
        word: &str,
        join: fn(Vec<Expr>) -> Expr,
        operand: impl Fn(&mut Self) -> Parsed<Expr>,
    ) -> Parsed<Expr> {
        let first = operand(self)?;
        if !self.at(word) {
            return Ok(first);
        }
        let mut operands = vec![first];
        while self.take(word)? {
            check_operands(operands.len())?;
            operands.push(operand(self)?);
        }
        Ok(join(operands))
    }

    fn chain(
        &mut self,
        operator: impl Fn(&mut Self) -> Parsed<Option<Operator>>,
        operand: impl Fn(&mut Self) -> Parsed<Expr>,
    ) -> Parsed<Expr> {
        let first = operand(self)?;
        let mut rest = Vec::new();
        while let Some(operator) = operator(self)? {
            check_operands(rest.len())?;
            rest.push((operator, operand(self)?));
        }
        Ok(if rest.is_empty() {
            first
        } else {
            Expr::Chain(Box::new(first), rest)
        })
    }

    fn equality(&mut self) -> Parsed<Expr> {
        self.chain(Self::equality_operator, Self::relational)
    }

    fn equality_operator(&mut self) -> Parsed<Option<Operator>> {
        if self.at("!") && self.peek(1) == Some("=") {
            self.advance()?;
            self.advance()?;
            return Ok(Some(Operator::NotEqual));
        }
        Ok(self.take("=")?.then_some(Operator::Equal))
    }

    fn relational(&mut self) -> Parsed<Expr> {
        self.chain(Self::relational_operator, Self::additive)
    }

    fn relational_operator(&mut self) -> Parsed<Option<Operator>> {
        let pair = match self.token() {
            Some("<") => (Operator::Less, Operator::LessOrEqual),
            Some(">") => (Operator::Greater, Operator::GreaterOrEqual),
            _ => return Ok(None),
        };
        self.advance()?;
        Ok(Some(if self.take("=")? { pair.1 } else { pair.0 }))
    }

    fn additive(&mut self) -> Parsed<Expr> {
        let operators = [("+", Operator::Add), ("-", Operator::Subtract)];
        self.chain(|parser| parser.one_of(&operators), Self::multiplicative)
    }

    fn multiplicative(&mut self) -> Parsed<Expr> {
        let operators = [
            ("*", Operator::Multiply),
            ("div", Operator::Divide),
            ("mod", Operator::Modulo),
        ];
        let expr = self.chain(|parser| parser.one_of(&operators), Self::unary)?;
        if self.at("quo") {
            Err(XPathError::Quo)
        } else {
            Ok(expr)
        }
    }

    fn one_of(&mut self, operators: &[(&str, Operator)]) -> Parsed<Option<Operator>> {
        for (token, operator) in operators {
            if self.take(token)? {
                return Ok(Some(*operator));
            }
        }
        Ok(None)
    }

    fn unary(&mut self) -> Parsed<Expr> {
        if self.take("-")? {
            return Ok(Expr::Negate(Box::new(self.union()?)));
        }
        self.union()
    }

    fn union(&mut self) -> Parsed<Expr> {
        let first = self.path()?;
        if !self.at("|") {
            return Ok(first);
        }
        let mut operands = vec![first];
        while self.at("|") {
            self.union.operand()?;
            self.union = UnionCheck {
                path_seen: false,
                pending: Some(0),
            };
            self.advance()?;
            operands.push(self.path()?);
        }
        Ok(Expr::Union(Union {
            operands,
            paths: Vec::new(),
            of_children: false,
        }))
    }

    fn path(&mut self) -> Parsed<Expr> {
        let Some(expr) = self.primary()? else {
            return Ok(Expr::Path(self.location_path()?));
        };
        let filtered = self.at("[");
        let predicates = self.predicates()?;
        let mut steps = Vec::new();
        let stepped = self.take("/")?;
        if stepped && !self.relative_path(&mut steps)? {
            return Err(self.unexpected("a step"));
        }
        match expr {
            expr if !filtered && !stepped => Ok(expr),
            Expr::Text(_) | Expr::Number(_) => Err(XPathError::LiteralPath),
            expr => Ok(Expr::Path(Path::new(
                Some(Filter { expr, predicates }),
                steps,
            ))),
        }
    }

    fn primary(&mut self) -> Parsed<Option<Expr>> {
        let Some(token) = self.token() else {
            return Ok(None);
        };
        let number_like = token
            .strip_prefix('.')
            .unwrap_or(token)
            .starts_with(is_digit);
        Ok(Some(match token {
            "(" => self.group()?,
            "$" => self.variable()?,
            _ if token.starts_with(['"', '\'']) => Expr::Text(self.literal()?),
            _ if number_like => self.number(token)?,
            _ if self.peek(1) == Some("(") => return self.call(token),
            _ if self.peek(1) == Some(":") && self.peek(3) == Some("(") => self.extension()?,
            _ => return Ok(None),
        }))
    }

    fn group(&mut self) -> Parsed<Expr> {
        self.advance()?;
        let expr = self.expr()?;
        self.expect(")", "`)`")?;
        Ok(Expr::Group(Arc::new(expr)))
    }

    /// Whatever stands behind the sign is the name.
    fn variable(&mut self) -> Parsed<Expr> {
        self.advance()?;
        if self.peek(1) == Some(":") {
            self.advance()?;
            self.advance()?;
        }
        let name = self.token().unwrap_or("$").to_owned();
        self.advance()?;
        Ok(Expr::Variable(name))
    }

    fn literal(&mut self) -> Parsed<String> {
        let token = self.token().unwrap_or_default();
        let text = token
            .strip_prefix(['"', '\''])
            .map(|text| &text[..text.len() - 1]);
        let text = text.ok_or_else(|| self.unexpected("a quoted literal"))?;
        self.advance()?;
        Ok(text.to_owned())
    }

    fn number(&mut self, token: &str) -> Parsed<Expr> {
        let number = number::literal(token).ok_or_else(|| XPathError::Number(token.to_owned()))?;
        self.advance()?;
        Ok(Expr::Number(number))
    }

    /// A call; `None` where a node test stands there instead.
    fn call(&mut self, name: &str) -> Parsed<Option<Expr>> {
        if matches!(name, "comment" | "text" | "processing-instruction" | "node") {
            return Ok(None);
        }
        let function =
            Function::named(name).ok_or_else(|| XPathError::Function(name.to_owned()))?;
        if matches!(function, Function::Current | Function::Here | Function::Id) {
            self.union.path_seen = true;
        }
        self.advance()?;
        let arguments = self.arguments()?;
        Ok(Some(Expr::Call(function, arguments)))
    }

    fn extension(&mut self) -> Parsed<Expr> {
        for _ in 0..3 {
            self.advance()?;
        }
        Ok(Expr::Extension(self.arguments()?))
    }

    fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        self.expect("(", "`(`")?;
        let mut arguments = Vec::new();
        while !self.at(")") && self.token().is_some() {
            if self.at(",") {
                return Err(self.unexpected("an argument"));
            }
            arguments.push(self.expr()?);
            if !self.at(")") {
                self.expect(",", "`,` or `)`")?;
                if self.at(")") {
                    return Err(self.unexpected("an argument"));
                }
            }
        }
        self.expect(")", "`)`")?;
        Ok(arguments)
    }

    fn location_path(&mut self) -> Parsed<Path> {
        self.union.path_seen = true;
        let mut steps = Vec::new();
        let from_root = self.take("/")?;
        if from_root {
            steps.push(Step::new(Axis::Root, NodeTest::Root));
        }
        let relative = self.token().is_some() && self.relative_path(&mut steps)?;
        if !relative && !from_root {
            return Err(self.unexpected("a location path"));
        }
        Ok(Path::new(None, steps))
    }

    /// Steps from here on; whether there is any.
    fn relative_path(&mut self, steps: &mut Vec<Step>) -> Parsed<bool> {
        if !self.step(steps)? {
            return Ok(false);
        }
        while self.take("/")? {
            if !self.step(steps)? {
                return Err(self.unexpected("a step"));
            }
        }
        Ok(true)
    }

    fn step(&mut self, steps: &mut Vec<Step>) -> Parsed<bool> {
        let skips = self.take("/")?;
        if skips {
            steps.push(Step::new(Axis::DescendantOrSelf, NodeTest::Node));
        }
        let step = match self.token() {
            Some(".") => {
                self.advance()?;
                if self.at("[") {
                    return Err(self.unexpected("no predicate behind `.`"));
                }
                Step::new(Axis::SelfNode, NodeTest::Node)
            }
            Some("..") => {
                self.advance()?;
                Step::new(Axis::Parent, NodeTest::Node)
            }
            Some("*" | "@") => self.full_step()?,
            Some(name) if starts_name(name) => self.full_step()?,
            _ if skips => return Err(self.unexpected("a step")),
            _ => return Ok(false),
        };
        steps.push(step);
        Ok(true)
    }

    fn full_step(&mut self) -> Parsed<Step> {
        let axis = if self.peek(1) == Some("::") {
            let name = self.token().unwrap_or_default();
            let axis = Axis::named(name).ok_or_else(|| XPathError::Axis(name.to_owned()))?;
            self.advance()?;
            self.advance()?;
            axis
        } else if self.take("@")? {
            Axis::Attribute
        } else {
            Axis::Child
        };
        let test = self.node_test()?;
        Ok(Step {
            axis,
            test,
            predicates: self.predicates()?,
        })
    }

    fn node_test(&mut self) -> Parsed<NodeTest> {
        if self.peek(1) == Some("(") {
            return self.node_type();
        }
        let mut namespace = None;
        if self.peek(1) == Some(":") {
            namespace = self.name_part()?;
            self.advance()?;
        }
        Ok(NodeTest::Name {
            namespace,
            local: self.name_part()?,
        })
    }

    /// A name, or a star.
    fn name_part(&mut self) -> Parsed<Option<String>> {
        let part = match self.token() {
            Some("*") => None,
            Some(name) if starts_name(name) => Some(name.to_owned()),
            _ => return Err(self.unexpected("a name or `*`")),
        };
        self.advance()?;
        Ok(part)
    }

    fn node_type(&mut self) -> Parsed<NodeTest> {
        let name = self.token().unwrap_or_default();
        let mut test = match name {
            "comment" => NodeTest::Comment,
            "text" => NodeTest::Text,
            "node" => NodeTest::Node,
            "processing-instruction" => NodeTest::Instruction(None),
            "*" => NodeTest::Anything,
            _ => return Err(XPathError::NodeType(name.to_owned())),
        };
        self.advance()?;
        self.expect("(", "`(`")?;
        if let NodeTest::Instruction(target) = &mut test
            && !self.at(")")
        {
            *target = Some(self.literal()?);
        }
        self.expect(")", "`)`")?;
        Ok(test)
    }

    fn predicates(&mut self) -> Parsed<Vec<Expr>> {
        let mut predicates = Vec::new();
        while self.take("[")? {
            predicates.push(self.expr()?);
            self.expect("]", "`]`")?;
        }
        Ok(predicates)
    }
}
