//! The guard in front of the parser: how deep a text would make it recurse.
//!
//! One pass counts open brackets, prefix operators in a row and `?` (everything behind a `?` is nested in it). The count may
//! be a little high, never low, so a text that passes cannot exhaust the stack of the parser or of anything that walks the
//! tree. A string that is not closed ends the count; the parser refuses the text anyway.

use memchr::memchr;

/// The byte where the nesting first exceeds `limit`.
pub(super) fn too_deep(text: &str, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut scan = Scan {
        open: Vec::new(),
        depth: 0,
        prefixes: 0,
    };
    let mut at = 0;
    while at < bytes.len() {
        let len = scan.step(&bytes[at..]);
        if scan.depth + scan.prefixes > limit {
            return Some(at);
        }
        at += len;
    }
    None
}

struct Scan {
    /// The depth outside and inside of each open bracket.
    open: Vec<(usize, usize)>,
    depth: usize,
    /// Prefix operators in a row.
    prefixes: usize,
}

impl Scan {
    /// Reads one token and returns its length.
    fn step(&mut self, rest: &[u8]) -> usize {
        #[cfg(test)]
        super::steps::add(1);
        match rest[0] {
            b' ' | b'\t' | b'\r' | b'\n' | 0 => return 1,
            b'!' | b'+' | b'-' => {
                self.prefixes += 1;
                return 1;
            }
            byte if is_word(byte) => return self.word(rest),
            _ => {}
        }
        let prefixes = std::mem::take(&mut self.prefixes);
        match rest[0] {
            b'(' | b'[' | b'{' => {
                let inside = self.depth + prefixes + 1;
                self.open.push((self.depth, inside));
                self.depth = inside;
            }
            b')' | b']' | b'}' => self.depth = self.open.pop().map_or(0, |(outside, _)| outside),
            b',' => self.depth = self.open.last().map_or(0, |(_, inside)| *inside),
            b'?' if !matches!(rest.get(1), Some(b'.' | b'[')) => self.depth += 1,
            quote @ (b'\'' | b'"') => {
                return memchr(quote, &rest[1..]).map_or(rest.len(), |end| end + 2);
            }
            _ => {}
        }
        1
    }

    fn word(&mut self, rest: &[u8]) -> usize {
        let len = rest.iter().take_while(|byte| is_word(**byte)).count();
        self.prefixes = if rest[..len].eq_ignore_ascii_case(b"not") {
            self.prefixes + 1
        } else {
            0
        };
        len
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || !byte.is_ascii()
}
