//! Alternatives, sequences, literal text and quantifiers.

use super::ast::{Assertion, Greed, Node, TERMINATORS, UNBOUNDED};
use super::escape::Escape;
use super::{CharSet, Class, Fold, Parser, SyntaxError};

impl Parser {
    /// `a|b|c`.
    pub(super) fn alternatives(&mut self) -> Result<Node, SyntaxError> {
        let mut branches = vec![self.sequence()?];
        while self.is_at('|') {
            self.advance();
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 {
            branches.swap_remove(0)
        } else {
            Node::Alternatives(branches)
        })
    }

    fn sequence(&mut self) -> Result<Node, SyntaxError> {
        let mut parts = Vec::new();
        while let Some(part) = self.part()? {
            parts.extend(part);
        }
        Ok(if parts.len() == 1 {
            parts.swap_remove(0)
        } else {
            Node::Sequence(parts)
        })
    }

    /// One element with its quantifier; `Some(None)` for flags, which leave no element.
    fn part(&mut self) -> Result<Option<Option<Node>>, SyntaxError> {
        let c = self.peek();
        let element = match char::from_u32(c) {
            Some('(') => return self.nested(Parser::group).map(Some),
            Some('|' | ')') => return Ok(None),
            Some('\0') if self.is_end() => return Ok(None),
            Some('[') => self.bracketed()?,
            Some('\\') => self.escaped()?,
            Some('^') => self.caret(),
            Some('$') => self.dollar(),
            Some('.') => self.dot(),
            Some(mark @ ('?' | '*' | '+')) => {
                self.advance();
                return self.error(format!("quantifier `{mark}` has nothing to repeat"));
            }
            _ => self.text()?,
        };
        self.quantified(element).map(|node| Some(Some(node)))
    }

    fn bracketed(&mut self) -> Result<Node, SyntaxError> {
        let class = self.class(true)?;
        Ok(self.one(class))
    }

    fn escaped(&mut self) -> Result<Node, SyntaxError> {
        let c = self.advance_raw();
        if c == u32::from('p') || c == u32::from('P') {
            let class = self.property()?;
            return Ok(self.one(class));
        }
        self.back();
        self.text()
    }

    fn caret(&mut self) -> Node {
        self.advance();
        Node::Assert(if self.flags.multiline {
            Assertion::LineStart {
                unix: self.flags.unix_lines,
            }
        } else {
            Assertion::TextStart
        })
    }

    fn dollar(&mut self) -> Node {
        self.advance();
        Node::Assert(Assertion::LineEnd {
            unix: self.flags.unix_lines,
            multiline: self.flags.multiline,
        })
    }

    fn dot(&mut self) -> Node {
        self.advance();
        Node::One(match (self.flags.dot_all, self.flags.unix_lines) {
            (true, _) => CharSet::all(),
            (false, true) => CharSet::single(0x0A).negated(),
            (false, false) => CharSet::of(&TERMINATORS).negated(),
        })
    }

    /// The longest run of characters up to the next special one. A quantifier takes only the last of them, which is then left for the
    /// next run. The run is empty in front of `{`: `{2}` repeats nothing twice.
    fn text(&mut self) -> Result<Node, SyntaxError> {
        let mut chars = Vec::new();
        let mut last = self.at;
        loop {
            let c = self.peek();
            match char::from_u32(c) {
                Some('*' | '+' | '?' | '{') => {
                    if chars.len() > 1 {
                        self.at = last;
                        chars.pop();
                    }
                    break;
                }
                Some('$' | '.' | '^' | '(' | '[' | '|' | ')') => break,
                Some('\0') if self.is_end() => break,
                Some('\\') => match self.text_escape(chars.is_empty(), &mut last)? {
                    TextEscape::Char(c) => chars.push(c),
                    TextEscape::Element(node) => return Ok(node),
                    TextEscape::Stop => break,
                },
                _ => {
                    last = self.at;
                    chars.push(c);
                    self.at += 1;
                }
            }
        }
        Ok(self.literal(chars))
    }

    /// An escape within a run: a character of it, an element of its own, or the end of the run before it.
    fn text_escape(&mut self, first: bool, last: &mut usize) -> Result<TextEscape, SyntaxError> {
        let next = self.advance_raw();
        let property = next == u32::from('p') || next == u32::from('P');
        if property && first {
            let class = self.property()?;
            return Ok(TextEscape::Element(self.one(class)));
        }
        self.back();
        if property {
            return Ok(TextEscape::Stop);
        }
        *last = self.at;
        match self.escape(first)? {
            Escape::Char(c) => Ok(TextEscape::Char(c)),
            Escape::Set(class) if first => Ok(TextEscape::Element(self.one(class))),
            Escape::Element(node) if first => Ok(TextEscape::Element(node)),
            Escape::Set(_) | Escape::Element(_) => {
                self.at = *last;
                Ok(TextEscape::Stop)
            }
        }
    }

    fn literal(&mut self, mut chars: Vec<u32>) -> Node {
        if let [c] = chars[..] {
            let class = self.single(c);
            return self.one(class);
        }
        let fold = self.flags.fold();
        chars.iter_mut().for_each(|c| *c = fold.apply(*c));
        Node::Text { chars, fold }
    }

    /// The set of one letter. A letter that `(?iu)` leaves as it is stands for itself only, even if others fold to it.
    pub(super) fn single(&self, c: u32) -> Class {
        let fold = self.flags.fold();
        let folded = fold.apply(c);
        let by_unit = !super::is_paired(c);
        match fold {
            Fold::Ascii => Class {
                set: fold.members(folded),
                by_unit,
            },
            Fold::Unicode if folded != super::case::to_upper(c) => Class {
                set: fold.members(folded),
                by_unit: false,
            },
            Fold::Unicode | Fold::Exact => Class {
                set: CharSet::single(c),
                by_unit,
            },
        }
    }

    /// `node` with the quantifier that follows, if any.
    pub(super) fn quantified(&mut self, node: Node) -> Result<Node, SyntaxError> {
        let (min, max) = match char::from_u32(self.peek()) {
            Some('?') => (0, 1),
            Some('*') => (0, UNBOUNDED),
            Some('+') => (1, UNBOUNDED),
            Some('{') => self.counts()?,
            _ => return Ok(node),
        };
        let greed = self.greed();
        Ok(Node::Repeat {
            body: Box::new(node),
            min,
            max,
            greed,
        })
    }

    /// `?`, `+` or nothing after a quantifier.
    fn greed(&mut self) -> Greed {
        let greed = match char::from_u32(self.advance()) {
            Some('?') => Greed::Lazy,
            Some('+') => Greed::Possessive,
            _ => return Greed::Greedy,
        };
        self.advance();
        greed
    }

    /// `{2}`, `{2,}`, `{2,5}`; ends on the brace.
    fn counts(&mut self) -> Result<(u32, u32), SyntaxError> {
        let mut c = self.take_second();
        if digit(c).is_none() {
            return self.error("`{` is not followed by a number of repetitions");
        }
        let min = self.count(&mut c)?;
        let mut max = min;
        if c == u32::from(',') {
            c = self.take();
            max = if c == u32::from('}') {
                UNBOUNDED
            } else {
                self.count(&mut c)?
            };
        }
        if c != u32::from('}') {
            return self.error("number of repetitions is not closed with `}`");
        }
        if max < min {
            return self.error("most repetitions are fewer than the least");
        }
        self.back();
        Ok((min, max))
    }

    /// A number that starts with `c`, which becomes the character after it.
    fn count(&mut self, c: &mut u32) -> Result<u32, SyntaxError> {
        let mut count = 0_u32;
        while let Some(digit) = digit(*c) {
            let next = count
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(digit))
                .filter(|&sum| sum <= UNBOUNDED);
            let Some(sum) = next else {
                return self.error("number of repetitions is too large");
            };
            count = sum;
            *c = self.take();
        }
        Ok(count)
    }
}

enum TextEscape {
    Char(u32),
    Element(Node),
    Stop,
}

pub(super) fn digit(c: u32) -> Option<u32> {
    char::from_u32(c).and_then(|c| c.to_digit(10))
}
