//! What follows a backslash, inside and outside of classes.

use super::ast::{Assertion, Node};
use super::sequence::digit;
use super::{BACKSLASH, CharSet, Class, Parser, SyntaxError};
use crate::java::regex::{charset, input, unicode};

/// What an escape stands for.
pub(super) enum Escape {
    Char(u32),
    Set(Class),
    Element(Node),
}

const BELL: u32 = 0x07;
const ESCAPE: u32 = 0x1B;
const VERTICAL_TAB: u32 = 0x0B;

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];

const SPACES: &[(u32, u32)] = &[(0x09, 0x0D), (0x20, 0x20)];

const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];

/// `\h`.
const HORIZONTAL: &[(u32, u32)] = &[
    (0x09, 0x09),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x180E, 0x180E),
    (0x2000, 0x200A),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
];

/// `\v`.
const VERTICAL: &[(u32, u32)] = &[(0x0A, 0x0D), (0x85, 0x85), (0x2028, 0x2029)];

impl Parser {
    /// An escape outside of a class; the current character is the backslash. Where `wanted` is false the caller only needs to know that
    /// the escape is no character, and a reference is left unread.
    pub(super) fn escape(&mut self, wanted: bool) -> Result<Escape, SyntaxError> {
        let c = self.take_second();
        let assertion = match char::from_u32(c) {
            Some('1'..='9') => return self.numbered_reference(c, wanted),
            Some('k') => return self.named_reference(),
            Some('b') => self.boundary()?,
            Some('R') => return Ok(Escape::Element(Node::LineBreak)),
            Some('X') => return Ok(Escape::Element(Node::Cluster)),
            Some('A') => Assertion::TextStart,
            Some('B') => Assertion::Word {
                negated: true,
                unicode: self.flags.unicode_classes,
            },
            Some('G') => Assertion::LastMatch,
            Some('Z') => Assertion::LineEnd {
                unix: self.flags.unix_lines,
                multiline: false,
            },
            Some('z') => Assertion::TextEnd,
            _ => return self.common_escape(c),
        };
        Ok(Escape::Element(Node::Assert(assertion)))
    }

    /// An escape within a class. `\v` as an end of a range is one character for old patterns' sake.
    pub(super) fn class_escape(&mut self, range_end: bool) -> Result<Escape, SyntaxError> {
        let c = self.take_second();
        if range_end && c == u32::from('v') {
            Ok(Escape::Char(VERTICAL_TAB))
        } else {
            self.common_escape(c)
        }
    }

    /// Escapes that mean the same in either place.
    fn common_escape(&mut self, c: u32) -> Result<Escape, SyntaxError> {
        let Some(letter) = char::from_u32(c).filter(char::is_ascii_alphanumeric) else {
            return Ok(Escape::Char(c));
        };
        let code = match letter {
            '0' => self.octal()?,
            'N' => self.named_character()?,
            'a' => BELL,
            'c' => self.control()?,
            'e' => ESCAPE,
            'f' => 0x0C,
            'n' => 0x0A,
            'r' => 0x0D,
            't' => 0x09,
            'u' => self.unicode_escape()?,
            'x' => self.hexadecimal()?,
            _ => return self.set_escape(letter),
        };
        Ok(Escape::Char(code))
    }

    fn set_escape(&mut self, letter: char) -> Result<Escape, SyntaxError> {
        let class = match letter.to_ascii_lowercase() {
            'd' => self.predefined("DIGIT", DIGITS),
            's' => self.predefined("WHITE_SPACE", SPACES),
            'w' => self.predefined("WORD", WORD),
            'h' => plain_class(HORIZONTAL),
            'v' => plain_class(VERTICAL),
            _ => return self.error(format!("escape `\\{letter}` is unknown")),
        };
        Ok(Escape::Set(if letter.is_ascii_uppercase() {
            class.negated()
        } else {
            class
        }))
    }

    /// A set that `(?U)` widens to a property.
    fn predefined(&self, property: &str, ascii: &[(u32, u32)]) -> Class {
        let wide = if self.flags.unicode_classes {
            unicode::binary(property, false)
        } else {
            None
        };
        wide.map_or_else(
            || plain_class(ascii),
            |set| Class {
                set,
                by_unit: false,
            },
        )
    }

    /// `\b` or `\b{g}`; any other brace is a quantifier.
    fn boundary(&mut self) -> Result<Assertion, SyntaxError> {
        if self.is_at('{') {
            if self.take_second() == u32::from('g') {
                self.cluster_boundaries = true;
                return if self.take() == u32::from('}') {
                    Ok(Assertion::Cluster)
                } else {
                    self.error("`\\b{g` is not closed with `}`")
                };
            }
            self.back();
            self.back();
        }
        Ok(Assertion::Word {
            negated: false,
            unicode: self.flags.unicode_classes,
        })
    }

    /// `\1` takes further digits only while that many groups are open or closed.
    fn numbered_reference(&mut self, first: u32, wanted: bool) -> Result<Escape, SyntaxError> {
        let mut group = digit(first).unwrap_or(0);
        while let Some(next) = digit(self.peek()).filter(|_| wanted) {
            let longer = group.saturating_mul(10).saturating_add(next);
            if longer > self.groups {
                break;
            }
            group = longer;
            self.take();
        }
        self.refers_back |= wanted;
        Ok(Escape::Element(Node::Reference {
            group,
            fold: self.flags.fold(),
        }))
    }

    fn named_reference(&mut self) -> Result<Escape, SyntaxError> {
        if self.take() != u32::from('<') {
            return self.error("`\\k` is not followed by `<`");
        }
        let first = self.take();
        let name = self.group_name(first)?;
        let Some(&(_, group)) = self.names.iter().find(|(known, _)| *known == name) else {
            return self.error(format!("no group before this is called `{name}`"));
        };
        self.refers_back = true;
        Ok(Escape::Element(Node::Reference {
            group,
            fold: self.flags.fold(),
        }))
    }

    fn control(&mut self) -> Result<u32, SyntaxError> {
        if self.is_end() {
            self.error("`\\c` is not followed by a character")
        } else {
            Ok(self.take() ^ 64)
        }
    }

    /// `\0n`, `\0nn`, `\0mnn` with `m` up to 3.
    fn octal(&mut self) -> Result<u32, SyntaxError> {
        let octal = |c: u32| digit(c).filter(|&value| value < 8);
        let Some(first) = octal(self.take()) else {
            return self.error("`\\0` is not followed by an octal digit");
        };
        let Some(second) = octal(self.take()) else {
            self.back();
            return Ok(first);
        };
        let third = self.take();
        match octal(third) {
            Some(third) if first < 4 => Ok((first * 8 + second) * 8 + third),
            _ => {
                self.back();
                Ok(first * 8 + second)
            }
        }
    }

    /// `\xhh` or `\x{h…h}`.
    fn hexadecimal(&mut self) -> Result<u32, SyntaxError> {
        let first = self.take();
        if let Some(high) = hex(first) {
            if let Some(low) = hex(self.take()) {
                return Ok(high * 16 + low);
            }
        } else if first == u32::from('{') && hex(self.peek()).is_some() {
            return self.braced_hexadecimal();
        }
        self.error("`\\x` is not followed by two hexadecimal digits")
    }

    fn braced_hexadecimal(&mut self) -> Result<u32, SyntaxError> {
        let mut code = 0;
        let mut c = self.take();
        while let Some(value) = hex(c) {
            code = code * 16 + value;
            if code > charset::LAST {
                return self.error("code point is larger than 10FFFF");
            }
            c = self.take();
        }
        if c == u32::from('}') {
            Ok(code)
        } else {
            self.error("hexadecimal number is not closed with `}`")
        }
    }

    /// `\uhhhh`, or two of them that form a pair.
    fn unicode_escape(&mut self) -> Result<u32, SyntaxError> {
        let unit = self.four_digits()?;
        if !input::is_high(unit) {
            return Ok(unit.into());
        }
        let after = self.at;
        if self.take() == BACKSLASH && self.take() == u32::from('u') {
            let second = self.four_digits()?;
            if input::is_low(second) {
                return Ok(input::joined(unit, second));
            }
        }
        self.at = after;
        Ok(unit.into())
    }

    fn four_digits(&mut self) -> Result<u16, SyntaxError> {
        let mut unit = 0_u16;
        for _ in 0..4 {
            let Some(value) = hex(self.take()) else {
                return self.error("`\\u` is not followed by four hexadecimal digits");
            };
            unit = unit << 4 | value as u16;
        }
        Ok(unit)
    }

    /// `\N{LATIN SMALL LETTER A}`.
    fn named_character(&mut self) -> Result<u32, SyntaxError> {
        if self.take() != u32::from('{') {
            return self.error("`\\N` is not followed by `{`");
        }
        let start = self.at;
        while self.take() != u32::from('}') {
            if self.is_end() {
                return self.error("character name is not closed with `}`");
            }
        }
        let name = self.words(start, self.at - 1);
        unicode::code_point_of(&name)
            .map_or_else(|| self.error(unicode::no_character_called(&name)), Ok)
    }

    /// The pattern from `start` to `end` as text.
    pub(super) fn words(&self, start: usize, end: usize) -> String {
        (start..end)
            .map(|at| char::from_u32(self.here(at)).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    }
}

/// A set that Java tests unit by unit.
fn plain_class(ranges: &[(u32, u32)]) -> Class {
    Class {
        set: CharSet::new(ranges.to_vec()),
        by_unit: true,
    }
}

fn hex(c: u32) -> Option<u32> {
    char::from_u32(c).and_then(|c| c.to_digit(16))
}
