//! Extended grapheme clusters for `\X` and `\b{g}`, broken where Java breaks them.
//!
//! The rules are those of UAX #29, but Java derives the class of a character from its general category with exceptions, which differs from the
//! Unicode table in places (unassigned characters, a few marks), and it looks for Indic conjuncts at every consonant. The classes below
//! are painted over each other in order, later rows win.

use std::sync::OnceLock;

use super::super::charset::CharSet;
use super::super::input::Units;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Other,
    Return,
    Feed,
    Control,
    Extend,
    Joiner,
    Regional,
    Prepend,
    Spacing,
    Lead,
    Vowel,
    Trail,
    LeadVowel,
    Syllable,
    Pictograph,
}

#[rustfmt::skip]
const KINDS: &[(Kind, &str)] = &[
    (Kind::Control, r"[\p{C}\p{Zl}\p{Zp}--\p{Co}]"),
    (Kind::Other, r"\u0378"),
    (Kind::Extend, r"[\p{Mn}\p{Me}\u200C\x{E0020}-\x{E007F}\uFF9E\uFF9F\x{1F3FB}-\x{1F3FF}]"),
    (Kind::Spacing, r"[\p{Mc}\u0E33\u0EB3]"),
    (Kind::Other, r"[\u102B\u102C\u1038\u1062-\u1064\u1067-\u106D\u1083\u1087-\u108C\u108F\u109A-\u109C\u1A61\u1A63\u1A64\uAA7B\uAA7D]"),
    (Kind::Joiner, r"\u200D"),
    (Kind::Prepend, r"[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E\x{110BD}\x{110CD}\x{111C2}\x{111C3}\x{113D1}]"),
    (Kind::Prepend, r"[\x{1193F}\x{11941}\x{11A3A}\x{11A84}-\x{11A89}\x{11D46}\x{11F02}]"),
    (Kind::Regional, r"[\x{1F1E6}-\x{1F1FF}]"),
    (Kind::Lead, r"[\u1100-\u115F\uA960-\uA97C]"),
    (Kind::Vowel, r"[\u1160-\u11A7\uD7B0-\uD7C6\x{16D63}\x{16D67}-\x{16D6A}]"),
    (Kind::Trail, r"[\u11A8-\u11FF\uD7CB-\uD7FB]"),
    (Kind::Syllable, r"[\uAC00-\uD7A3]"),
    (Kind::Pictograph, r"\p{Extended_Pictographic}"),
    (Kind::Return, r"\r"),
    (Kind::Feed, r"\n"),
];

/// Characters of Indic scripts that join two consonants.
const LINKERS: [u32; 6] = [0x94D, 0x9CD, 0xACD, 0xB4D, 0xC4D, 0xD4D];

const CONSONANTS: &str = concat!(
    r"[\u0915-\u0939\u0958-\u095F\u0978-\u097F\u0995-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09DC\u09DD\u09DF\u09F0\u09F1",
    r"\u0A95-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0AF9\u0B15-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B5C\u0B5D",
    r"\u0B5F\u0B71\u0C15-\u0C28\u0C2A-\u0C39\u0C58-\u0C5A\u0D15-\u0D3A]"
);

/// Marks that may stand between an Indic linker and its consonants.
const CONJUNCT_MARKS: &str =
    r"[\p{gcb=Extend}\u200D--[\u200C\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D]]";

struct Tables {
    /// First code point, last code point, class; sorted.
    kinds: Vec<(u32, u32, Kind)>,
    consonants: CharSet,
    conjunct_marks: CharSet,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables {
        kinds: painted(),
        consonants: super::class(CONSONANTS).unwrap_or_default(),
        conjunct_marks: super::class(CONJUNCT_MARKS).unwrap_or_default(),
    })
}

fn painted() -> Vec<(u32, u32, Kind)> {
    let mut layers: Vec<(Kind, CharSet)> = vec![(Kind::Control, super::surrogates())];
    for &(kind, expression) in KINDS {
        let paint = super::class(expression).unwrap_or_default();
        let rest = paint.negated();
        layers
            .iter_mut()
            .for_each(|(_, set)| *set = set.intersection(&rest));
        layers.push((kind, paint));
    }
    let ranges = |(kind, set): &(Kind, CharSet)| {
        set.ranges()
            .iter()
            .map(|&(first, last)| (first, last, *kind))
            .collect::<Vec<_>>()
    };
    let mut kinds: Vec<_> = layers.iter().flat_map(ranges).collect();
    kinds.sort_unstable_by_key(|&(first, _, _)| first);
    kinds
}

fn kind(c: u32) -> Kind {
    let kinds = &tables().kinds;
    let after = kinds.partition_point(|&(first, _, _)| first <= c);
    match after.checked_sub(1).map(|index| kinds[index]) {
        Some((_, last, Kind::Syllable)) if c <= last => syllable(c),
        Some((_, last, kind)) if c <= last => kind,
        _ => Kind::Other,
    }
}

/// Every twenty-eighth Hangul syllable ends in its vowel.
fn syllable(c: u32) -> Kind {
    if (c - 0xAC00).is_multiple_of(28) {
        Kind::LeadVowel
    } else {
        Kind::Syllable
    }
}

/// Whether the two classes stay together whatever came before.
fn joins(before: Kind, after: Kind) -> bool {
    use Kind::*;
    match (before, after) {
        (Return | Feed | Control, _) | (_, Return | Feed | Control) => {
            (before, after) == (Return, Feed)
        }
        (_, Extend | Joiner | Spacing)
        | (Prepend, _)
        | (Lead, Lead | Vowel | LeadVowel | Syllable)
        | (LeadVowel | Vowel, Vowel | Trail)
        | (Syllable | Trail, Trail) => true,
        _ => false,
    }
}

/// Where the cluster that starts at `from` ends; `from` must be inside of the text.
pub(in super::super) fn cluster_end(text: &impl Units, from: usize) -> usize {
    let (mut before, width) = text.char_at(from);
    let mut before_kind = kind(before);
    let pictograph = before_kind == Kind::Pictograph;
    let mut regionals = usize::from(before_kind == Kind::Regional);
    let mut at = from + width;
    while at < text.len() {
        if let Some(end) = conjunct_end(text, before, at) {
            at = end;
            continue;
        }
        let (after, width) = text.char_at(at);
        let after_kind = kind(after);
        let emoji = pictograph && (before_kind, after_kind) == (Kind::Joiner, Kind::Pictograph);
        let flag =
            regionals % 2 == 1 && (before_kind, after_kind) == (Kind::Regional, Kind::Regional);
        if !emoji && !flag && !joins(before_kind, after_kind) {
            break;
        }
        regionals += usize::from(after_kind == Kind::Regional);
        (before, before_kind) = (after, after_kind);
        at += width;
    }
    at
}

/// Where the consonant ends that a linker after the consonant `before` joins to it.
fn conjunct_end(text: &impl Units, before: u32, mut at: usize) -> Option<usize> {
    let tables = tables();
    if before < 0x900 || !tables.consonants.contains(before) {
        return None;
    }
    let mut linked = false;
    while at < text.len() {
        let (c, width) = text.char_at(at);
        at += width;
        if LINKERS.contains(&c) {
            linked = true;
        } else if tables.consonants.contains(c) {
            return linked.then_some(at);
        } else if !tables.conjunct_marks.contains(c) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::super::input::Utf16;
    use super::*;

    #[test]
    fn clusters_end_where_java_ends_them() {
        // Each text is one cluster (or ends before the bar), as matched by `\X` in Java 25.
        let rows = [
            "a|b",
            "\r\n|\r",
            "e\u{301}\u{302}|e",
            "👨\u{200D}👩\u{200D}👧|x",
            "🇫🇷|🇩🇪",
            "각|a",
            "क\u{94D}ष|क",
            "\u{378}|\u{379}",
            "\u{600}a|b",
        ];
        for row in rows {
            let first = row
                .split('|')
                .next()
                .unwrap_or_default()
                .encode_utf16()
                .count();
            let units: Vec<u16> = row.replace('|', "").encode_utf16().collect();
            assert_eq!(cluster_end(&Utf16(&units), 0), first, "{row}");
        }
    }

    #[test]
    fn every_row_of_the_tables_is_a_class() {
        for (_, expression) in KINDS {
            assert!(super::super::class(expression).is_some(), "{expression}");
        }
        assert!(!tables().consonants.is_empty() && !tables().conjunct_marks.is_empty());
    }
}
