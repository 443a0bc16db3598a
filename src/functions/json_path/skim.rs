//! Judging a text without building it.
//!
//! A value that no path asks for must still be read to its end: whether it is JSON decides whether there is an answer at
//! all. Every method here steps over exactly what its namesake in [`super::text`] reads, and fails where that fails.

use super::failure::Found;
use super::text::{END, IN_ARRAY, IN_NAME, IN_OBJECT, MAX_DIGITS, Reader, Shape, Stops, trimmed};

impl Reader<'_> {
    /// Steps over a value.
    pub(super) fn skim(&mut self, stops: Stops) -> Found<()> {
        self.skip_white();
        match self.current() {
            b'{' => self.nested(|reader| {
                reader.members(Self::skim_name, |reader, ()| reader.skim(IN_OBJECT))
            }),
            b'[' => self.nested(|reader| reader.elements(|reader| reader.skim(IN_ARRAY))),
            b'"' | b'\'' => self.skim_quoted(),
            b':' | b'}' | b']' => self.fail("a value was expected"),
            b'-' | b'0'..=b'9' => self.skim_number(stops),
            _ => {
                self.skip_bare(stops);
                Ok(())
            }
        }
    }

    #[inline]
    fn skim_name(&mut self) -> Found<()> {
        match self.current() {
            b'"' | b'\'' => self.skim_quoted(),
            _ => {
                self.skip_bare(IN_NAME);
                Ok(())
            }
        }
    }

    #[inline]
    fn skim_quoted(&mut self) -> Found<()> {
        let quote = self.current();
        let end = self.plain_end(quote);
        if self.text.as_bytes().get(end) == Some(&quote) {
            self.at = end + 1;
            return Ok(());
        }
        self.skim_escaped(quote)
    }

    /// Where the quote or the first escape of a quoted text stands; the end of the text if there is neither.
    #[inline]
    pub(super) fn plain_end(&self, quote: u8) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        // Most texts are short: a few words are looked at here before it pays to call for more.
        for _ in 0..SHORT_WORDS {
            let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) else {
                break;
            };
            let word = u64::from_le_bytes(*word);
            let marks = zero_bytes(word ^ splat(quote)) | zero_bytes(word ^ splat(b'\\'));
            if marks != 0 {
                return at + marks.trailing_zeros() as usize / 8;
            }
            at += size_of::<u64>();
        }
        let rest = bytes.get(at..).unwrap_or_default();
        memchr::memchr2(quote, b'\\', rest).map_or(bytes.len(), |len| at + len)
    }

    /// Steps over a text with escapes, or one that does not end.
    #[cold]
    fn skim_escaped(&mut self, quote: u8) -> Found<()> {
        if memchr::memchr(quote, &self.text.as_bytes()[self.at + 1..]).is_none() {
            return self.fail("a text is not closed");
        }
        self.at += 1;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let special = |byte: &u8| *byte == quote || *byte == b'\\' || *byte == END;
            self.at += rest.iter().position(special).unwrap_or(rest.len());
            match self.current() {
                END => return self.fail("a text is not closed"),
                b'\\' => self.skim_escape()?,
                _ => {
                    self.at += 1;
                    return Ok(());
                }
            }
        }
    }

    fn skim_escape(&mut self) -> Found<()> {
        self.at += 1;
        let digits = match self.current() {
            b'u' => 4,
            b'x' => 2,
            _ => {
                self.skip_char();
                return Ok(());
            }
        };
        for _ in 0..digits {
            self.at += 1;
            if !self.current().is_ascii_hexdigit() {
                return self.fail("a hexadecimal digit was expected");
            }
        }
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn skim_number(&mut self, stops: Stops) -> Found<()> {
        let start = self.at;
        let shape = self.shape(stops);
        match shape {
            Shape::Word => Ok(()),
            Shape::Integer | Shape::Real { is_plain: true } if self.at - start <= MAX_DIGITS => {
                Ok(())
            }
            _ => self.judge_number(&self.text[start..self.at], shape),
        }
    }

    #[cold]
    fn judge_number(&self, text: &str, shape: Shape) -> Found<()> {
        let text = trimmed(text);
        let value = match shape {
            Shape::Integer => self.integer(text),
            _ => self.real(text),
        };
        value.map(drop)
    }
}

/// Words of eight bytes that are looked at one by one.
const SHORT_WORDS: usize = 4;

/// A word of eight times that byte.
const fn splat(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The high bit of the first byte of a word that is zero; later ones may be marked as well.
const fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(splat(1)) & !word & splat(0x80)
}
