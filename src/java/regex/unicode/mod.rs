//! Characters as Java 25 knows them (Unicode 16): properties, scripts, blocks, names, case, grapheme clusters.
//!
//! The tables of the `regex-syntax` crate are of the same Unicode version, so a property is written as one of its classes; only what it does
//! not have (blocks, Java's own predicates, which spellings Java accepts) is written down here. Those tables hold no surrogates: where
//! Java counts them in, they are added.

mod blocks;
pub(super) mod case;
pub(super) mod grapheme;
mod names;
mod property;
mod scripts;

pub(super) use blocks::block;
pub(super) use names::{code_point_of, no_character_called};
pub(super) use property::{binary, category, posix};
pub(super) use scripts::script;

use ::regex_syntax::hir::{Class, HirKind};

use std::sync::OnceLock;

use super::charset::CharSet;

/// The sets that word boundaries test.
pub(super) struct WordSets {
    /// `\w` under `(?U)`.
    pub(super) word: CharSet,
    /// Marks that take part in a word if they stand on a letter or digit.
    pub(super) marks: CharSet,
    pub(super) alphanumeric: CharSet,
}

pub(super) fn word_sets() -> &'static WordSets {
    static SETS: OnceLock<WordSets> = OnceLock::new();
    SETS.get_or_init(|| WordSets {
        word: binary("WORD", false).unwrap_or_default(),
        marks: category("Mn", false).unwrap_or_default(),
        alphanumeric: category("javaLetterOrDigit", false).unwrap_or_default(),
    })
}

/// The set that a class in the syntax of `regex-syntax` denotes.
pub(super) fn class(expression: &str) -> Option<CharSet> {
    match ::regex_syntax::parse(expression).ok()?.kind() {
        HirKind::Class(Class::Unicode(class)) => Some(CharSet::new(
            class
                .ranges()
                .iter()
                .map(|range| (range.start().into(), range.end().into()))
                .collect(),
        )),
        HirKind::Class(Class::Bytes(none)) if none.ranges().is_empty() => Some(CharSet::default()),
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            Some(CharSet::of(
                &text.chars().map(u32::from).collect::<Vec<_>>(),
            ))
        }
        _ => None,
    }
}

/// Both halves of surrogate pairs.
pub(super) fn surrogates() -> CharSet {
    CharSet::range(0xD800, 0xDFFF)
}

#[cfg(test)]
mod tests;
