//! Values, and what may follow them.

use super::super::lexer::{self, Token, TokenKind};
use super::super::number;
use super::{Absent, Checked, Locator, Mistake, Parsed};
use crate::diagnostic::{ParseError, Place};

impl Locator<'_> {
    /// What follows is read even if nothing was there to follow.
    pub(super) fn primary(&mut self) -> Parsed {
        let start = self.start()?;
        while self.link()? {}
        Ok(start)
    }

    fn start(&mut self) -> Parsed {
        let Some(token) = self.peek() else {
            return Ok(false);
        };
        match token.kind {
            TokenKind::Int | TokenKind::Hex | TokenKind::Real => self.number(token),
            TokenKind::Str => Ok(self.advance() == self.next - 1),
            TokenKind::Symbol("(") => self.parenthesis(),
            TokenKind::Symbol("@" | "&") => self.bean(),
            TokenKind::Symbol("{") => self.braces(),
            TokenKind::Identifier if self.text(token) == "T" => self.type_ref(),
            TokenKind::Identifier if self.at_keyword("new") => self.constructor(),
            TokenKind::Identifier
                if ["true", "false", "null"]
                    .iter()
                    .any(|word| self.at_keyword(word)) =>
            {
                self.advance();
                Ok(true)
            }
            _ => self.member(),
        }
    }

    fn number(&mut self, token: Token) -> Parsed {
        let index = self.advance();
        let text = self.text(token);
        let parsed = match token.kind {
            TokenKind::Int => number::integer(text),
            TokenKind::Hex => number::hex(&text[2..]),
            _ => number::real(text),
        };
        match parsed {
            Ok(_) => Ok(true),
            Err(refused) => Err(self.mistake(
                ParseError::number(self.place(index), refused.code, text),
                index,
            )),
        }
    }

    fn parenthesis(&mut self) -> Parsed {
        let open = self.advance();
        if !self.expr()? {
            let error = ParseError::no_expression(self.place(open), self.text_at(open + 1));
            return Err(self.mistake(error, open));
        }
        self.expect(")", Some(open))?;
        Ok(true)
    }

    /// What can stand behind a dot as well as at the start.
    fn member(&mut self) -> Parsed {
        let Some(token) = self.peek() else {
            return Ok(false);
        };
        match token.kind {
            TokenKind::Identifier | TokenKind::Word(_) => {
                self.advance();
                self.arguments()?;
            }
            TokenKind::Symbol("#") => self.variable()?,
            TokenKind::Symbol(open @ ("[" | "![" | "?[" | "^[" | "$[")) => self.bracketed(open)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn variable(&mut self) -> Checked {
        self.advance();
        if !self
            .peek()
            .is_some_and(|token| token.kind == TokenKind::Identifier)
        {
            let error = ParseError::unexpected(
                self.place(self.next),
                self.text_at(self.next),
                "the name of a variable",
            );
            return Err(self.mistake(error, self.next));
        }
        self.advance();
        self.arguments()
    }

    fn bracketed(&mut self, symbol: &str) -> Checked {
        let open = self.advance();
        if self.expr()? {
            return self.expect("]", Some(open));
        }
        let found = self.text_at(open + 1);
        let error = match symbol {
            "![" => ParseError::no_expression(self.place(open), found),
            _ => ParseError::empty_brackets(self.place(open), symbol, found),
        };
        Err(self.mistake(error, open))
    }

    fn link(&mut self) -> Parsed {
        if self.at("[") {
            return self.bracketed("[").map(|()| true);
        }
        let Some(dot) = self.take_any(&[".", "?."]) else {
            return Ok(false);
        };
        if self.member()? {
            return Ok(true);
        }
        let dot_text = self.text_at(dot).unwrap_or_default();
        let error = ParseError::after_dot(self.place(dot), dot_text, self.text_at(self.next));
        Err(self.mistake(error, dot))
    }

    /// Arguments, if there are any; one comma may be too many at their end.
    fn arguments(&mut self) -> Checked {
        let Some(open) = self.take("(") else {
            return Ok(());
        };
        let mut absent = Absent::default();
        loop {
            if self.peek().is_none() {
                break;
            }
            if !self.at(")") {
                self.operand(Self::expr, "an argument", &mut absent)?;
            }
            if self.take(",").is_none() {
                break;
            }
        }
        if self.peek().is_none() {
            return Err(self.mistake(ParseError::open_arguments(self.place(open)), self.next));
        }
        self.expect(")", Some(open))?;
        self.complete(&absent).map(|_| ())
    }

    fn type_ref(&mut self) -> Parsed {
        self.advance();
        if self.at("]") {
            return Ok(true);
        }
        self.expect("(", None)?;
        let open = self.next - 1;
        self.class()?;
        while let Some(bracket) = self.take("[") {
            self.expect("]", Some(bracket))?;
        }
        self.expect(")", Some(open))?;
        Ok(true)
    }

    fn constructor(&mut self) -> Parsed {
        self.advance();
        if self.at("]") {
            return Ok(true);
        }
        let first = self.next;
        self.class()?;
        if self.at("[") {
            return self.array();
        }
        if !self.at("(") {
            let class = &self.source.text[self.tokens[first].start..self.tokens[self.next - 1].end];
            let error = ParseError::constructor_arguments(
                self.place(self.next),
                class,
                self.text_at(self.next),
            );
            return Err(self.mistake(error, self.next));
        }
        self.arguments()?;
        Ok(true)
    }

    fn array(&mut self) -> Parsed {
        while let Some(open) = self.take("[") {
            if !self.at("]") {
                self.expr()?;
            }
            self.expect("]", Some(open))?;
        }
        if self.at("{") {
            self.braces()
        } else {
            Ok(true)
        }
    }

    fn class(&mut self) -> Checked {
        let mut parts = 0;
        while let Some(token) = self.peek().filter(|token| self.in_class(*token)) {
            parts += usize::from(!token.is("."));
            self.advance();
        }
        if parts > 0 {
            return Ok(());
        }
        let error = ParseError::unexpected(
            self.place(self.next),
            self.text_at(self.next),
            "the name of a class",
        );
        Err(self.mistake(error, self.next))
    }

    /// Dots, names and what consists of letters and digits.
    fn in_class(&self, token: Token) -> bool {
        match token.kind {
            TokenKind::Identifier
            | TokenKind::Word(_)
            | TokenKind::Symbol(".")
            | TokenKind::Int
            | TokenKind::Hex => true,
            TokenKind::Real => self
                .text(token)
                .chars()
                .all(|c| lexer::is_name_part(c) || pest::unicode::NUMBER(c)),
            _ => false,
        }
    }

    fn bean(&mut self) -> Parsed {
        let sign = self.advance();
        match self.peek().map(|token| token.kind) {
            Some(TokenKind::Identifier | TokenKind::Str) => {
                self.advance();
                Ok(true)
            }
            Some(TokenKind::Word(_)) => {
                let error = ParseError::unexpected(
                    self.place(self.next),
                    self.text_at(self.next),
                    "the name of a bean",
                );
                Err(self.mistake(error, self.next))
            }
            _ => {
                let sign_text = self.text_at(sign).unwrap_or_default();
                let error =
                    ParseError::bean_name(self.place(sign), sign_text, self.text_at(self.next));
                Err(self.mistake(error, sign))
            }
        }
    }

    fn braces(&mut self) -> Parsed {
        let open = self.advance();
        let mut absent = Absent::default();
        if self.take("}").is_some() {
            return Ok(true);
        }
        if self.take(":").is_some() {
            self.expect("}", Some(open))?;
            return Ok(true);
        }
        self.operand(Self::expr, "an element", &mut absent)?;
        if self.at(",") {
            while self.take(",").is_some() {
                self.operand(Self::expr, "an element", &mut absent)?;
            }
        } else if self.take(":").is_some() {
            self.operand(Self::expr, "a value", &mut absent)?;
            while self.take(",").is_some() {
                self.operand(Self::expr, "a key", &mut absent)?;
                self.expect(":", None)?;
                self.operand(Self::expr, "a value", &mut absent)?;
            }
        } else if !self.at("}") {
            return Err(self.no_element(open));
        }
        self.expect("}", Some(open))?;
        self.complete(&absent)
    }

    /// Behind the first element comes neither another nor the end.
    fn no_element(&self, open: usize) -> Box<Mistake> {
        let place = Place {
            position: self.place(open).position,
            ..self.place(self.next)
        };
        let error = ParseError::no_expression(place, self.text_at(self.next));
        self.mistake(self.opened(error, Some(open)), self.next)
    }
}
