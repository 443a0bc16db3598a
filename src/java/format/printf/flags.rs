//! The flags of a format specifier.

use std::fmt;

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

/// Flags with the characters that stand for them, in the order in which Java lists them.
const ALL: [(Flags, char); 9] = [
    (Flags::LEFT_JUSTIFY, '-'),
    (Flags::UPPERCASE, '^'),
    (Flags::ALTERNATE, '#'),
    (Flags::PLUS, '+'),
    (Flags::LEADING_SPACE, ' '),
    (Flags::ZERO_PAD, '0'),
    (Flags::GROUP, ','),
    (Flags::PARENTHESES, '('),
    (Flags::PREVIOUS, '<'),
];

impl Flags {
    /// `-`: pad on the right.
    pub(super) const LEFT_JUSTIFY: Flags = Flags(1);
    /// An upper-case conversion; no character stands for it.
    pub(super) const UPPERCASE: Flags = Flags(1 << 1);
    /// `#`: another form, by conversion.
    pub(super) const ALTERNATE: Flags = Flags(1 << 2);
    /// `+`: always a sign.
    pub(super) const PLUS: Flags = Flags(1 << 3);
    /// A space before positive numbers.
    pub(super) const LEADING_SPACE: Flags = Flags(1 << 4);
    /// `0`: pad with zeros.
    pub(super) const ZERO_PAD: Flags = Flags(1 << 5);
    /// `,`: group digits.
    pub(super) const GROUP: Flags = Flags(1 << 6);
    /// `(`: parentheses around negative numbers.
    pub(super) const PARENTHESES: Flags = Flags(1 << 7);
    /// `<`: the argument of the specifier before.
    pub(super) const PREVIOUS: Flags = Flags(1 << 8);

    /// The flag written as `character`.
    pub(super) fn of(character: char) -> Option<Self> {
        let written = ALL.iter().filter(|(flag, _)| *flag != Flags::UPPERCASE);
        written
            .into_iter()
            .find(|(_, shown)| *shown == character)
            .map(|(flag, _)| *flag)
    }

    /// Both together.
    pub(super) const fn with(self, other: Flags) -> Self {
        Flags(self.0 | other.0)
    }

    /// These without `other`.
    pub(super) const fn without(self, other: Flags) -> Self {
        Flags(self.0 & !other.0)
    }

    /// What these have in common with `other`.
    pub(super) const fn common(self, other: Flags) -> Self {
        Flags(self.0 & other.0)
    }

    /// Whether all of `other` are here.
    pub(super) const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is here.
    pub(super) const fn has_any(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }
}

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ALL.iter()
            .filter(|(flag, _)| self.has(*flag))
            .try_for_each(|(_, shown)| write!(f, "{shown}"))
    }
}
