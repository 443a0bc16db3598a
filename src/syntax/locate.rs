//! What the reference says about a text that the grammar refuses: which code, at which position.
//!
//! This goes through the tokens in exactly the order in which the reference does, because the first mistake it meets is the
//! one it reports. Nothing is built; the only question is whether an operand was there. Missing operands are noticed at
//! different moments: right operands at once, ternary branches, elements and arguments when the whole node is complete.
//! Recursion is bounded by the nesting guard that runs before.

mod values;

use super::Source;
use super::lexer::{self, LexError, Token, TokenKind};
use super::mend::{self, Fault};
use crate::diagnostic::{Code, ParseError, Place};

/// A mistake, with the token where mending may begin.
struct Mistake {
    error: ParseError,
    /// Index of the token at fault, or the number of tokens when the end is at fault.
    token: usize,
}

/// The first mistake in a text that the grammar refuses, with mends that `parses` accepts.
pub(super) fn mistake(
    source: &Source<'_>,
    template: &str,
    parses: impl Fn(&str) -> bool,
) -> ParseError {
    let (tokens, fault, mut error) = match lexer::tokens(source.text) {
        Err(error) => (
            Vec::new(),
            Fault::Lexical(error),
            lexical(error, source, template),
        ),
        Ok(tokens) => {
            let mut locator = Locator {
                source,
                template,
                tokens,
                next: 0,
            };
            let found = locator.hole();
            let mistake = *found.err().unwrap_or_else(|| locator.disagreement());
            (locator.tokens, Fault::Token(mistake.token), mistake.error)
        }
    };
    error.diagnostic.mends = mend::mends(source, &tokens, fault, parses);
    error
}

/// Whether there is a mistake, without saying which.
#[cfg(test)]
pub(super) fn refuses(source: &Source<'_>) -> bool {
    let Ok(tokens) = lexer::tokens(source.text) else {
        return true;
    };
    Locator {
        source,
        template: source.text,
        tokens,
        next: 0,
    }
    .hole()
    .is_err()
}

fn place<'t>(source: &Source<'_>, template: &'t str, start: usize, end: usize) -> Place<'t> {
    Place {
        template,
        span: source.span(start, end),
        position: source.at(start),
    }
}

fn lexical(error: LexError, source: &Source<'_>, template: &str) -> ParseError {
    let text = source.text;
    let here = |start: usize, end: usize| place(source, template, start, end);
    let character = |at: usize| text[at..].chars().next().unwrap_or('\0');
    let one = |at: usize| here(at, at + character(at).len_utf8());
    match error {
        // The reference has already stepped over the character, or over half of it.
        LexError::Unsupported { at } => {
            let place = one(at);
            ParseError::unsupported_character(
                Place {
                    position: place.position + 1,
                    ..place
                },
                character(at),
            )
        }
        LexError::HalfCharacter { at } => {
            let place = one(at);
            ParseError::unsupported_character(
                Place {
                    position: place.position + 2,
                    ..place
                },
                character(at),
            )
        }
        LexError::Backslash { at } => ParseError::backslash(one(at)),
        LexError::SinglePipe { at } => ParseError::single_pipe(one(at)),
        LexError::OpenString { at } => ParseError::open_string(one(at), character(at)),
        LexError::OpenHex { at } => {
            let digits = &text[at + 2..];
            let (code, len) = if digits.starts_with(['l', 'L']) {
                (Code::NOT_A_LONG, 3)
            } else {
                (Code::NOT_AN_INT, 2)
            };
            ParseError::open_hex(here(at, at + len), code, &text[at..at + len])
        }
        LexError::LongReal { at } => {
            let len = text[at..].find(['l', 'L']).map_or(0, |suffix| suffix + 1);
            ParseError::long_real(here(at, at + len), &text[at..at + len])
        }
        LexError::OpenExponent { at } => {
            ParseError::open_exponent(here(at, text.len()), &text[at..])
        }
    }
}

/// Whether an operand was there.
/// Boxed, because these results lie on every level of the recursion.
type Parsed = Result<bool, Box<Mistake>>;
type Checked = Result<(), Box<Mistake>>;
type Level<'s> = fn(&mut Locator<'s>) -> Parsed;

struct Locator<'s> {
    source: &'s Source<'s>,
    template: &'s str,
    tokens: Vec<Token>,
    next: usize,
}

/// The first operand of a node that was not there: its name and the token that stood there instead.
#[derive(Default)]
struct Absent(Option<(&'static str, usize)>);

impl<'s> Locator<'s> {
    // --- tokens --------------------------------------------------------------------------------------------------------------

    fn peek(&self) -> Option<Token> {
        #[cfg(test)]
        super::steps::add(1);
        self.tokens.get(self.next).copied()
    }

    fn at(&self, symbol: &str) -> bool {
        self.peek().is_some_and(|token| token.is(symbol))
    }

    fn at_any(&self, symbols: &[&str]) -> bool {
        symbols.iter().any(|symbol| self.at(symbol))
    }

    fn at_keyword(&self, keyword: &str) -> bool {
        self.peek().is_some_and(|token| {
            token.kind == TokenKind::Identifier && lexer::is_keyword(self.text(token), keyword)
        })
    }

    /// Steps over the symbol and returns its index.
    fn take(&mut self, symbol: &str) -> Option<usize> {
        self.at(symbol).then(|| self.advance())
    }

    fn take_any(&mut self, symbols: &[&str]) -> Option<usize> {
        self.at_any(symbols).then(|| self.advance())
    }

    fn advance(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    fn text(&self, token: Token) -> &str {
        token.text(self.source.text)
    }

    fn text_at(&self, index: usize) -> Option<&str> {
        self.tokens.get(index).map(|token| self.text(*token))
    }

    // --- mistakes ------------------------------------------------------------------------------------------------------------

    fn place(&self, index: usize) -> Place<'_> {
        let end = self.source.text.len();
        let (start, end) = self
            .tokens
            .get(index)
            .map_or((end, end), |token| (token.start, token.end));
        place(self.source, self.template, start, end)
    }

    fn mistake(&self, error: ParseError, token: usize) -> Box<Mistake> {
        Box::new(Mistake { error, token })
    }

    /// The token must come now; `opener` is the bracket that it closes.
    fn expect(&mut self, symbol: &'static str, opener: Option<usize>) -> Checked {
        if self.take(symbol).is_some() {
            return Ok(());
        }
        let error = ParseError::unexpected(
            self.place(self.next),
            self.text_at(self.next),
            &format!("`{symbol}`"),
        );
        Err(self.mistake(self.opened(error, opener), self.next))
    }

    fn opened(&self, error: ParseError, opener: Option<usize>) -> ParseError {
        match opener {
            Some(opener) => error.also(self.place(opener).span, "opened here"),
            None => error,
        }
    }

    fn check_left(&self, operator: usize, there: bool) -> Checked {
        if there {
            return Ok(());
        }
        let error = ParseError::left_operand(
            self.place(operator),
            self.text_at(operator).unwrap_or_default(),
        );
        Err(self.mistake(error, operator))
    }

    fn check_right(&self, operator: usize, there: bool) -> Checked {
        if there {
            return Ok(());
        }
        let operator_text = self.text_at(operator).unwrap_or_default();
        let error = ParseError::right_operand(
            self.place(operator),
            operator_text,
            self.text_at(operator + 1),
        );
        Err(self.mistake(error, operator))
    }

    /// An operand whose absence is noticed when the node is complete.
    fn operand(&mut self, level: Level<'s>, what: &'static str, absent: &mut Absent) -> Checked {
        let index = self.next;
        if !level(self)? {
            absent.0.get_or_insert((what, index));
        }
        Ok(())
    }

    fn complete(&self, absent: &Absent) -> Parsed {
        let Some((what, index)) = absent.0 else {
            return Ok(true);
        };
        let error = ParseError::absent_operand(self.place(index), what, self.text_at(index));
        Err(self.mistake(error, index))
    }

    /// The grammar and this file disagree, which the tests rule out; the text is refused all the same.
    fn disagreement(&self) -> Box<Mistake> {
        self.mistake(ParseError::no_expression(self.place(0), self.text_at(0)), 0)
    }

    // --- operators -----------------------------------------------------------------------------------------------------------

    fn hole(&mut self) -> Checked {
        if !self.expr()? {
            let error = ParseError::no_expression(
                Place {
                    position: 0,
                    ..self.place(0)
                },
                self.text_at(0),
            );
            return Err(self.mistake(error, 0));
        }
        let Some(rest) = self.peek() else {
            return Ok(());
        };
        let mut error = ParseError::more_input(self.place(self.next), self.text(rest));
        if !matches!(rest.kind, TokenKind::Symbol(_) | TokenKind::Word(_)) || rest.is("#") {
            error = error.help("an operator between the two values may be missing");
        }
        Err(self.mistake(error, self.next))
    }

    fn expr(&mut self) -> Parsed {
        let left = self.or()?;
        let mut absent = Absent::default();
        if self.take("=").is_some() {
            self.operand(Self::or, "the value to assign", &mut absent)?;
        } else if self.take("?:").is_some() {
            self.expr()?;
        } else if let Some(question) = self.take("?") {
            self.operand(Self::expr, "the value for true", &mut absent)?;
            self.expect(":", Some(question))?;
            self.operand(Self::expr, "the value for false", &mut absent)?;
        } else {
            return Ok(left);
        }
        self.complete(&absent)
    }

    fn or(&mut self) -> Parsed {
        let mut left = self.and()?;
        while self.at("||") || self.at_keyword("or") {
            left = self.both(left, Self::and)?;
        }
        Ok(left)
    }

    fn and(&mut self) -> Parsed {
        let mut left = self.rel()?;
        while self.at("&&") || self.at_keyword("and") {
            left = self.both(left, Self::rel)?;
        }
        Ok(left)
    }

    fn rel(&mut self) -> Parsed {
        let left = self.sum()?;
        let words = ["instanceof", "matches", "between"];
        if self.at_any(&["==", "!=", "<", "<=", ">", ">="])
            || words.iter().any(|word| self.at_keyword(word))
        {
            return self.both(left, Self::sum);
        }
        Ok(left)
    }

    /// A left operand can only be missing where a dot stands first, which the reference reads before it notices.
    fn sum(&mut self) -> Parsed {
        let start = self.next;
        let mut left = self.product()?;
        while let Some(operator) = self.take_any(&["+", "-", "++"]) {
            let right = self.product()?;
            self.check_right(operator, right)?;
            if !self.tokens[operator].is("++") {
                left = self.complete(&Absent((!left).then_some(("the left operand", start))))?;
            }
        }
        Ok(left)
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.power()?;
        while self.at_any(&["*", "/", "%"]) {
            left = self.both(left, Self::power)?;
        }
        Ok(left)
    }

    /// An operator that needs both sides; the left one is checked last and reported first.
    fn both(&mut self, left: bool, level: Level<'s>) -> Parsed {
        let operator = self.advance();
        let right = level(self)?;
        self.check_left(operator, left)?;
        self.check_right(operator, right)?;
        Ok(true)
    }

    fn power(&mut self) -> Parsed {
        let start = self.next;
        let left = self.unary()?;
        if let Some(operator) = self.take("^") {
            let right = self.unary()?;
            self.check_right(operator, right)?;
            let absent = Absent((!left).then_some(("the base of the power", start)));
            return self.complete(&absent);
        }
        if left {
            self.take_any(&["++", "--"]);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed {
        if let Some(operator) = self.take_any(&["!", "+", "-"]) {
            if self.unary()? {
                return Ok(true);
            }
            let text = self.text_at(operator).unwrap_or_default();
            let error =
                ParseError::prefix_operand(self.place(operator), text, self.text_at(operator + 1));
            return Err(self.mistake(error, operator));
        }
        if self.take_any(&["++", "--"]).is_some() {
            let mut absent = Absent::default();
            self.operand(Self::unary, "the operand", &mut absent)?;
            return self.complete(&absent);
        }
        self.primary()
    }
}
