//! A set of code points, the meaning of every element that matches one character.
//!
//! The parser turns `.`, `\w`, `[a-z&&[^aeiou]]`, `\p{Lu}` and letters under `(?i)` into such a set, so every engine sees plain ranges and
//! none can disagree about a name. Surrogates are members like any other: to Java a lone half is a character, and `[^a]` contains it.

use std::sync::Arc;

/// The largest code point.
pub(super) const LAST: u32 = 0x10_FFFF;

/// Sorted, disjoint ranges with gaps between them, and a bitmap of the ASCII part. Copies share the ranges.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub(super) struct CharSet {
    ranges: Arc<[(u32, u32)]>,
    ascii: u128,
}

impl CharSet {
    /// The set of all code points in `ranges`, which may overlap and come in any order.
    pub(super) fn new(mut ranges: Vec<(u32, u32)>) -> CharSet {
        ranges.retain(|(first, last)| first <= last);
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges {
            match merged.last_mut() {
                Some(top) if first <= top.1.saturating_add(1) => top.1 = top.1.max(last),
                _ => merged.push((first, last)),
            }
        }
        CharSet {
            ascii: ascii_bits(&merged),
            ranges: merged.into(),
        }
    }

    pub(super) fn range(first: u32, last: u32) -> CharSet {
        CharSet::new(vec![(first, last)])
    }

    pub(super) fn single(c: u32) -> CharSet {
        CharSet::range(c, c)
    }

    pub(super) fn all() -> CharSet {
        CharSet::range(0, LAST)
    }

    pub(super) fn of(chars: &[u32]) -> CharSet {
        CharSet::new(chars.iter().map(|&c| (c, c)).collect())
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    #[inline]
    pub(super) fn contains(&self, c: u32) -> bool {
        if c < 128 {
            return self.ascii >> c & 1 == 1;
        }
        let after = self.ranges.partition_point(|&(first, _)| first <= c);
        after > 0 && self.ranges[after - 1].1 >= c
    }

    pub(super) fn union(&self, other: &CharSet) -> CharSet {
        CharSet::new([self.ranges(), other.ranges()].concat())
    }

    pub(super) fn negated(&self) -> CharSet {
        let mut gaps = Vec::with_capacity(self.ranges.len() + 1);
        let mut start = 0;
        for &(first, last) in self.ranges() {
            if first > start {
                gaps.push((start, first - 1));
            }
            start = last + 1;
        }
        if start <= LAST {
            gaps.push((start, LAST));
        }
        CharSet {
            ascii: !self.ascii,
            ranges: gaps.into(),
        }
    }

    pub(super) fn intersection(&self, other: &CharSet) -> CharSet {
        self.negated().union(&other.negated()).negated()
    }

    pub(super) fn is_disjoint(&self, other: &CharSet) -> bool {
        let (mut left, mut right) = (
            self.ranges.iter().peekable(),
            other.ranges.iter().peekable(),
        );
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            if a.0 <= b.1 && b.0 <= a.1 {
                return false;
            }
            if a.1 < b.1 {
                left.next();
            } else {
                right.next();
            }
        }
        true
    }

    /// The only member, if there is exactly one.
    pub(super) fn sole(&self) -> Option<u32> {
        match self.ranges[..] {
            [(first, last)] if first == last => Some(first),
            _ => None,
        }
    }
}

fn ascii_bits(ranges: &[(u32, u32)]) -> u128 {
    let below = |end: u32| {
        if end >= 128 {
            u128::MAX
        } else {
            (1_u128 << end) - 1
        }
    };
    ranges
        .iter()
        .take_while(|range| range.0 < 128)
        .fold(0, |bits, &(first, last)| {
            bits | below(last + 1) & !below(first)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sets() -> impl Strategy<Value = Vec<(u32, u32)>> {
        proptest::collection::vec((0_u32..300, 0_u32..40), 0..8).prop_map(|spans| {
            spans
                .into_iter()
                .map(|(first, length)| (first, first + length))
                .collect()
        })
    }

    fn naive(ranges: &[(u32, u32)], c: u32) -> bool {
        ranges
            .iter()
            .any(|&(first, last)| (first..=last).contains(&c))
    }

    proptest! {
        #[test]
        fn operations_agree_with_membership(a in sets(), b in sets()) {
            let (x, y) = (CharSet::new(a.clone()), CharSet::new(b.clone()));
            let (union, both, rest) = (x.union(&y), x.intersection(&y), x.negated());
            for c in (0..360).chain([LAST]) {
                let (in_a, in_b) = (naive(&a, c), naive(&b, c));
                prop_assert_eq!(x.contains(c), in_a);
                prop_assert_eq!(union.contains(c), in_a || in_b);
                prop_assert_eq!(both.contains(c), in_a && in_b);
                prop_assert_eq!(rest.contains(c), !in_a);
            }
            prop_assert_eq!(x.is_disjoint(&y), both.is_empty());
            prop_assert_eq!(rest.negated(), x);
        }
    }

    #[test]
    fn touching_ranges_become_one() {
        assert_eq!(
            CharSet::new(vec![(5, 9), (0, 4), (7, 12)]).ranges(),
            [(0, 12)]
        );
    }

    #[test]
    fn a_set_of_everything_has_an_empty_complement() {
        assert!(CharSet::all().negated().is_empty());
        assert_eq!(CharSet::single(7).sole(), Some(7));
    }
}
