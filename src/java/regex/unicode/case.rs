//! Case of a single code point as `java.lang.Character` sees it, for `(?i)` and `(?iu)`.
//!
//! Java maps one code point to one code point. The standard library gives the full mapping, which is the same except where it is longer
//! than one character; those few have a simple mapping of their own or none. Java 25 knows Unicode 16, so letters of later
//! versions have no case yet.

use std::sync::OnceLock;

use super::super::charset::CharSet;

/// Letters that got a case after Unicode 16.
const LATER: &[(u32, u32)] = &[
    (0xA7CE, 0xA7CF),
    (0xA7D2, 0xA7D5),
    (0x16EA0, 0x16EB8),
    (0x16EBB, 0x16ED3),
];

/// First and last letter whose full upper case is longer than one character but whose simple upper case is `8` further on.
const IOTA_SUBSCRIPT: &[(u32, u32)] = &[(0x1F80, 0x1F87), (0x1F90, 0x1F97), (0x1FA0, 0x1FA7)];

/// The same for single vowels, `9` further on.
const IOTA_VOWELS: [u32; 3] = [0x1FB3, 0x1FC3, 0x1FF3];

const CAPITAL_I_WITH_DOT: u32 = 0x130;

pub(in super::super) fn to_upper(c: u32) -> u32 {
    if c < 128 {
        return ascii_upper(c);
    }
    let single = modern(c).and_then(|letter| sole(letter.to_uppercase()));
    match single {
        Some(upper) => upper,
        None if within(IOTA_SUBSCRIPT, c) => c + 8,
        None if IOTA_VOWELS.contains(&c) => c + 9,
        None => c,
    }
}

pub(in super::super) fn to_lower(c: u32) -> u32 {
    match c {
        0..128 => ascii_lower(c),
        CAPITAL_I_WITH_DOT => u32::from(b'i'),
        _ => modern(c)
            .and_then(|letter| sole(letter.to_lowercase()))
            .unwrap_or(c),
    }
}

/// The form in which Java compares letters under `(?iu)`.
pub(in super::super) fn fold(c: u32) -> u32 {
    to_lower(to_upper(c))
}

pub(in super::super) fn ascii_lower(c: u32) -> u32 {
    if (0x41..=0x5A).contains(&c) {
        c + 32
    } else {
        c
    }
}

pub(in super::super) fn ascii_upper(c: u32) -> u32 {
    if (0x61..=0x7A).contains(&c) {
        c - 32
    } else {
        c
    }
}

/// `folded` and every letter that folds to it.
pub(in super::super) fn unfolded(folded: u32) -> CharSet {
    let table = folds();
    let start = table.partition_point(|&(key, _)| key < folded);
    let members = table[start..]
        .iter()
        .take_while(|&&(key, _)| key == folded)
        .map(|&(_, c)| (c, c));
    CharSet::new(members.chain([(folded, folded)]).collect())
}

/// Every letter whose upper case, or the lower case of that, satisfies `inside`.
pub(in super::super) fn with_case(inside: impl Fn(u32) -> bool) -> CharSet {
    let members = folds()
        .iter()
        .filter(|&&(folded, c)| inside(to_upper(c)) || inside(folded));
    CharSet::new(members.map(|&(_, c)| (c, c)).collect())
}

/// All letters with a case as (folded, letter), sorted: about 2 900 entries, made once.
fn folds() -> &'static [(u32, u32)] {
    static TABLE: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let cased = super::class(r"\p{Changes_When_Casemapped}").unwrap_or_default();
        let letters = cased
            .ranges()
            .iter()
            .flat_map(|&(first, last)| first..=last);
        let mut table: Vec<(u32, u32)> = letters.map(|c| (fold(c), c)).collect();
        table.sort_unstable();
        table
    })
}

fn modern(c: u32) -> Option<char> {
    char::from_u32(c).filter(|_| !within(LATER, c))
}

fn within(ranges: &[(u32, u32)], c: u32) -> bool {
    ranges
        .iter()
        .any(|&(first, last)| (first..=last).contains(&c))
}

fn sole(mut mapped: impl Iterator<Item = char>) -> Option<u32> {
    let first = mapped.next()?;
    mapped.next().is_none().then_some(u32::from(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_mappings_are_those_of_java() {
        // Asked of Java: Character.toUpperCase(c), Character.toLowerCase(c).
        let rows = [
            ('a', 'A', 'a'),
            ('ß', 'ß', 'ß'),
            ('ŉ', 'ŉ', 'ŉ'),
            ('İ', 'İ', 'i'),
            ('ı', 'I', 'ı'),
            ('\u{1F80}', '\u{1F88}', '\u{1F80}'),
            ('\u{1FF3}', '\u{1FFC}', '\u{1FF3}'),
            ('\u{212A}', '\u{212A}', 'k'),
            ('\u{A7CE}', '\u{A7CE}', '\u{A7CE}'),
            ('\u{10428}', '\u{10400}', '\u{10428}'),
        ];
        for (letter, upper, lower) in rows {
            assert_eq!(
                (to_upper(letter.into()), to_lower(letter.into())),
                (upper.into(), lower.into()),
                "{letter}"
            );
        }
    }

    #[test]
    fn unfolding_finds_the_letters_outside_of_ascii() {
        assert_eq!(unfolded('k'.into()), CharSet::of(&[0x4B, 0x6B, 0x212A]));
        assert_eq!(
            unfolded('i'.into()),
            CharSet::of(&[0x49, 0x69, 0x130, 0x131])
        );
        assert_eq!(unfolded('7'.into()), CharSet::of(&[0x37]));
    }
}
