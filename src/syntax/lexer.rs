//! The reference's tokens, for texts that the grammar refuses.
//!
//! The reference reads all tokens before it parses, so a stray character at the end is reported before a missing operand at
//! the beginning. Tokens are as long as possible, which explains the oddities: `1lt` is `1l` and `t`, `a?.5` has a `?.`,
//! and an exponent takes whatever character comes next.

use memchr::memchr;

/// What a token is; names and numbers are told apart by their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name, also `and`, `or`, `new`, `true` …
    Identifier,
    /// `div`, `eq` … as a word; the symbol of the same meaning is a `Symbol`.
    Word(&'static str),
    /// A symbol by its own text.
    Symbol(&'static str),
    Int,
    Hex,
    Real,
    Str,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Token {
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }

    /// Whether this is the symbol, or a word that stands for it.
    pub(super) fn is(&self, symbol: &str) -> bool {
        matches!(self.kind, TokenKind::Symbol(own) | TokenKind::Word(own) if own == symbol)
    }
}

/// Why a text has no tokens. `at` is the byte of the mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LexError {
    /// A character that begins no token.
    Unsupported { at: usize },
    /// The second half of a character outside of the basic plane, whose first half an exponent has taken.
    HalfCharacter { at: usize },
    /// A backslash outside of a string.
    Backslash { at: usize },
    /// One `|` alone.
    SinglePipe { at: usize },
    /// A string without its end.
    OpenString { at: usize },
    /// `0x` without digits.
    OpenHex { at: usize },
    /// `1.5L`.
    LongReal { at: usize },
    /// The text ends within an exponent.
    OpenExponent { at: usize },
}

/// Symbols; of two with the same beginning the longer comes first.
const SYMBOLS: [&str; 37] = [
    "++", "+", "--", "-", ":", ".", ",", "*", "/", "%", "(", ")", "[", "]", "{", "}", "#", "@",
    "&&", "&", "||", "^[", "^", "$[", "?[", "?:", "?.", "?", "![", "!=", "!", "==", "=", "<=", "<",
    ">=", ">",
];

/// Words that are tokens of their own, with the symbol of the same meaning.
const WORDS: [(&str, &str); 9] = [
    ("DIV", "/"),
    ("EQ", "=="),
    ("GE", ">="),
    ("GT", ">"),
    ("LE", "<="),
    ("LT", "<"),
    ("MOD", "%"),
    ("NE", "!="),
    ("NOT", "!"),
];

/// Letters of the basic plane that came after Unicode 16, which the reference's Java knows.
const NEWER_LETTERS: [char; 19] = [
    '\u{558}', '\u{58B}', '\u{58C}', '\u{88F}', '\u{C5C}', '\u{CDC}', '\u{208F}', '\u{209D}',
    '\u{209E}', '\u{209F}', '\u{A7CE}', '\u{A7CF}', '\u{A7D2}', '\u{A7D4}', '\u{A7DD}', '\u{A7E2}',
    '\u{A7F1}', '\u{AB6C}', '\u{AB6D}',
];

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, LexError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(first) = lexer.peek() {
        match first {
            ' ' | '\t' | '\r' | '\n' | '\0' => lexer.at += 1,
            _ => tokens.push(lexer.token(first)?),
        }
    }
    Ok(tokens)
}

/// Whether a word is a keyword as Java compares, which takes `ı`, `İ` for `i` and `ſ` for `s`.
pub(super) fn is_keyword(word: &str, keyword: &str) -> bool {
    let same = |(c, k): (char, char)| {
        c.eq_ignore_ascii_case(&k) || matches!((c, k), ('ı' | 'İ', 'i') | ('ſ', 's'))
    };
    word.chars().count() == keyword.len() && word.chars().zip(keyword.chars()).all(same)
}

fn is_name_start(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '_' | '$' => true,
        '\u{80}'..='\u{FFFF}' => pest::unicode::LETTER(c) && !NEWER_LETTERS.contains(&c),
        _ => false,
    }
}

pub(super) fn is_name_part(c: char) -> bool {
    c.is_ascii_digit() || is_name_start(c)
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl Lexer<'_> {
    fn peek(&self) -> Option<char> {
        #[cfg(test)]
        super::steps::add(1);
        self.text[self.at..].chars().next()
    }

    fn token(&mut self, first: char) -> Result<Token, LexError> {
        let start = self.at;
        let kind = match first {
            '0'..='9' => self.number()?,
            '\'' | '"' => self.string(first as u8)?,
            _ => match SYMBOLS
                .iter()
                .find(|symbol| self.text[start..].starts_with(**symbol))
            {
                Some(symbol) => self.symbol(symbol),
                None if is_name_start(first) => self.name(),
                None => return Err(self.refusal(first)),
            },
        };
        Ok(Token {
            kind,
            start,
            end: self.at,
        })
    }

    fn symbol(&mut self, symbol: &'static str) -> TokenKind {
        self.at += symbol.len();
        TokenKind::Symbol(symbol)
    }

    fn refusal(&self, c: char) -> LexError {
        match c {
            '\\' => LexError::Backslash { at: self.at },
            '|' => LexError::SinglePipe { at: self.at },
            _ => LexError::Unsupported { at: self.at },
        }
    }

    fn name(&mut self) -> TokenKind {
        let start = self.at;
        self.skip(is_name_part);
        let upper = self.text[start..self.at]
            .chars()
            .flat_map(char::to_uppercase);
        let word = WORDS
            .iter()
            .find(|(word, _)| upper.clone().eq(word.chars()));
        word.map_or(TokenKind::Identifier, |(_, symbol)| TokenKind::Word(symbol))
    }

    fn string(&mut self, quote: u8) -> Result<TokenKind, LexError> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        loop {
            let end =
                memchr(quote, &bytes[self.at + 1..]).ok_or(LexError::OpenString { at: start })?;
            self.at += end + 2;
            if bytes.get(self.at) != Some(&quote) {
                return Ok(TokenKind::Str);
            }
        }
    }

    fn number(&mut self) -> Result<TokenKind, LexError> {
        let start = self.at;
        if self.eat(|c| c == '0') && self.eat(|c| matches!(c, 'x' | 'X')) {
            if !self.peek().is_some_and(|c| c.is_ascii_hexdigit()) {
                return Err(LexError::OpenHex { at: start });
            }
            self.skip(|c| c.is_ascii_hexdigit());
            self.eat(|c| matches!(c, 'l' | 'L'));
            return Ok(TokenKind::Hex);
        }
        self.skip(|c| c.is_ascii_digit());
        let fraction = self.fraction();
        let suffix = self.peek().map(|c| c.to_ascii_lowercase());
        match suffix {
            Some('l') if fraction => return Err(LexError::LongReal { at: start }),
            Some('e') => self.exponent(start)?,
            Some('l' | 'f' | 'd') => self.at += 1,
            _ => {}
        }
        Ok(if fraction || matches!(suffix, Some('e' | 'f' | 'd')) {
            TokenKind::Real
        } else {
            TokenKind::Int
        })
    }

    /// A dot belongs to the number if a digit follows.
    fn fraction(&mut self) -> bool {
        let bytes = &self.text.as_bytes()[self.at..];
        let found = matches!(bytes, [b'.', digit, ..] if digit.is_ascii_digit());
        if found {
            self.at += 1;
            self.skip(|c| c.is_ascii_digit());
        }
        found
    }

    /// An `e`, a sign, one character whatever it is, digits, a suffix.
    fn exponent(&mut self, start: usize) -> Result<(), LexError> {
        self.at += 1;
        self.eat(|c| matches!(c, '+' | '-'));
        let Some(taken) = self.peek() else {
            return Err(LexError::OpenExponent { at: start });
        };
        if taken.len_utf16() > 1 {
            return Err(LexError::HalfCharacter { at: self.at });
        }
        self.at += taken.len_utf8();
        self.skip(|c| c.is_ascii_digit());
        self.eat(|c| matches!(c, 'f' | 'F' | 'd' | 'D'));
        Ok(())
    }

    fn skip(&mut self, part: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        #[cfg(test)]
        super::steps::add(rest.find(|c| !part(c)).unwrap_or(rest.len()));
        self.at += rest.find(|c| !part(c)).unwrap_or(rest.len());
    }

    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let next = self.peek().filter(|c| wanted(*c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }
}
