//! What the backtracking matcher reads: UTF-16 code units, or the bytes of an ASCII text, which are the same units without a copy.

/// A text with an index per UTF-16 code unit.
pub(super) trait Units {
    fn len(&self) -> usize;

    /// The code unit at `at`, which must be inside.
    fn unit(&self, at: usize) -> u32;

    /// The code point that starts at `at` and the number of its units; a half without its other half is a code point.
    fn char_at(&self, at: usize) -> (u32, usize);

    /// The code point that ends at `at` and the number of its units.
    fn char_before(&self, at: usize) -> (u32, usize);

    /// Whether `at` separates the halves of a pair.
    fn splits_pair(&self, at: usize) -> bool {
        at > 0
            && at < self.len()
            && self.char_before(at).1 + self.char_at(at).1 == 2
            && self.char_at(at - 1).1 == 2
    }
}

/// Bytes below 128.
pub(super) struct Ascii<'t>(pub(super) &'t [u8]);

impl Units for Ascii<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    #[inline]
    fn unit(&self, at: usize) -> u32 {
        self.0[at].into()
    }

    #[inline]
    fn char_at(&self, at: usize) -> (u32, usize) {
        (self.0[at].into(), 1)
    }

    #[inline]
    fn char_before(&self, at: usize) -> (u32, usize) {
        (self.0[at - 1].into(), 1)
    }
}

/// UTF-16, possibly with lone halves of surrogate pairs.
pub(super) struct Utf16<'t>(pub(super) &'t [u16]);

impl Units for Utf16<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    #[inline]
    fn unit(&self, at: usize) -> u32 {
        self.0[at].into()
    }

    #[inline]
    fn char_at(&self, at: usize) -> (u32, usize) {
        let first = self.0[at];
        match self.0.get(at + 1) {
            Some(&second) if is_high(first) && is_low(second) => (joined(first, second), 2),
            _ => (first.into(), 1),
        }
    }

    #[inline]
    fn char_before(&self, at: usize) -> (u32, usize) {
        let last = self.0[at - 1];
        match at.checked_sub(2).map(|start| self.0[start]) {
            Some(first) if is_low(last) && is_high(first) => (joined(first, last), 2),
            _ => (last.into(), 1),
        }
    }
}

pub(super) fn is_high(unit: u16) -> bool {
    unit & 0xFC00 == 0xD800
}

pub(super) fn is_low(unit: u16) -> bool {
    unit & 0xFC00 == 0xDC00
}

pub(super) fn is_surrogate(c: u32) -> bool {
    (0xD800..0xE000).contains(&c)
}

/// The code point of a pair.
pub(super) fn joined(high: u16, low: u16) -> u32 {
    0x10000 + ((u32::from(high) & 0x3FF) << 10 | u32::from(low) & 0x3FF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_one_character_from_either_side() {
        let units: Vec<u16> = "a😀".encode_utf16().chain([0xD83D]).collect();
        let text = Utf16(&units);
        assert_eq!(text.char_at(1), (0x1F600, 2));
        assert_eq!(text.char_at(2), (0xDE00, 1));
        assert_eq!(text.char_before(3), (0x1F600, 2));
        assert_eq!(text.char_before(2), (0xD83D, 1));
        assert_eq!(text.char_at(3), (0xD83D, 1));
        assert_eq!(
            (0..=4)
                .filter(|&at| text.splits_pair(at))
                .collect::<Vec<_>>(),
            [2]
        );
    }
}
