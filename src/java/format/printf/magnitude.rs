//! Digits as a locale writes them: its digits, separators and groups, padded with its zeros.

use super::flags::Flags;
use super::spec::Spec;
use crate::java::format::locale::Locale;
use crate::java::format::output::utf16_len;

/// Appends `digits` (ASCII, perhaps with a point) to `text` and fills up to `width` with zeros if the flags ask so.
pub(super) fn push(text: &mut String, digits: &str, flags: Flags, width: usize, locale: &Locale) {
    let symbols = locale.symbols();
    let integer = digits.find('.').unwrap_or(digits.len());
    let group = if flags.has(Flags::GROUP) {
        group_size(locale)
    } else {
        0
    };
    let mut written = String::with_capacity(digits.len() * 2);
    for (at, character) in digits.char_indices() {
        if character == '.' {
            written.push(symbols.decimal);
            continue;
        }
        written.push(symbols.digit(character as u8 - b'0'));
        let left = integer.saturating_sub(at + 1);
        if group > 0 && left > 0 && left.is_multiple_of(group) {
            written.push(symbols.grouping);
        }
    }
    if flags.has(Flags::ZERO_PAD) {
        let missing = width.saturating_sub(utf16_len(text) + utf16_len(&written));
        text.extend(std::iter::repeat_n(symbols.zero, missing));
    }
    text.push_str(&written);
}

/// The sign before a number.
pub(super) fn leading_sign(flags: Flags, negative: bool) -> &'static str {
    match negative {
        true if flags.has(Flags::PARENTHESES) => "(",
        true => "-",
        false if flags.has(Flags::PLUS) => "+",
        false if flags.has(Flags::LEADING_SPACE) => " ",
        false => "",
    }
}

/// What closes a number.
pub(super) fn trailing_sign(flags: Flags, negative: bool) -> &'static str {
    if negative && flags.has(Flags::PARENTHESES) {
        ")"
    } else {
        ""
    }
}

/// The width that is left for the digits and their leading sign.
pub(super) fn digits_width(spec: &Spec, negative: bool) -> usize {
    spec.width
        .unwrap_or(0)
        .saturating_sub(trailing_sign(spec.flags, negative).len())
}

/// Digits a group has in the number pattern of `locale`, 0 where it has no groups.
fn group_size(locale: &Locale) -> usize {
    let pattern = locale.patterns()[0];
    let integer = pattern.split('.').next().unwrap_or(pattern);
    integer.rsplit_once(',').map_or(0, |(_, group)| group.len())
}
