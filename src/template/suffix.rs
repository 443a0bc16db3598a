//! The end of a hole: the first `}` that is not inside of brackets or quotes.

use memchr::memchr;

/// Why a hole has no end. Places are bytes of the rewritten template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unbalanced {
    /// A closing bracket without an opening one.
    Closing { close: u8, at: usize },
    /// A closing bracket that does not fit the last opening one.
    Mismatch {
        close: u8,
        at: usize,
        open: u8,
        open_at: usize,
    },
    /// A bracket that is never closed.
    Opening { open: u8, open_at: usize },
    /// A quote that is never closed.
    Quote { at: usize },
    /// All is balanced, but there is no `}`.
    NoSuffix,
}

/// The place of the `}` that ends the hole whose inside starts at `start`.
pub(super) fn hole_end(text: &str, start: usize) -> Result<usize, Unbalanced> {
    let bytes = text.as_bytes();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        #[cfg(test)]
        crate::syntax::steps::add(1);
        match byte {
            b'{' | b'[' | b'(' => open.push((byte, at)),
            b'}' if open.is_empty() => return Ok(at),
            b'}' | b']' | b')' => match open.pop() {
                None => return Err(Unbalanced::Closing { close: byte, at }),
                Some((opened, _)) if closing(opened) == byte => {}
                Some((open, open_at)) => {
                    return Err(Unbalanced::Mismatch {
                        close: byte,
                        at,
                        open,
                        open_at,
                    });
                }
            },
            b'\'' | b'"' => match memchr(byte, &bytes[at + 1..]) {
                Some(end) => at += end + 1,
                None => return Err(Unbalanced::Quote { at }),
            },
            _ => {}
        }
        at += 1;
    }
    Err(open.pop().map_or(Unbalanced::NoSuffix, |(open, open_at)| {
        Unbalanced::Opening { open, open_at }
    }))
}

/// The bracket that closes `open`.
pub(super) fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// The bracket that `close` closes.
pub(super) fn opening(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
}
