//! Sets of characters of the basic plane as sorted ranges.

/// Whether one of the ranges, both ends included, holds `char`.
pub(super) fn is_in(ranges: &[(u16, u16)], char: char) -> bool {
    let Ok(unit) = u16::try_from(char as u32) else {
        return false;
    };
    let at = ranges.partition_point(|(_, last)| *last < unit);
    ranges.get(at).is_some_and(|(first, _)| *first <= unit)
}
