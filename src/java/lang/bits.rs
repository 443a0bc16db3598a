//! Gathering and spreading bits under a mask, for `Integer` and `Long`.

/// The bits of `value` under the one bits of `mask`, moved together at the low end.
pub(super) fn compress(value: u64, mask: u64) -> u64 {
    let set = ones(mask).enumerate();
    set.fold(0, |out, (to, from)| out | (value >> from & 1) << to)
}

/// The low bits of `value`, each moved to the next one bit of `mask`.
pub(super) fn expand(value: u64, mask: u64) -> u64 {
    let set = ones(mask).enumerate();
    set.fold(0, |out, (from, to)| out | (value >> from & 1) << to)
}

fn ones(mask: u64) -> impl Iterator<Item = u32> {
    (0..u64::BITS).filter(move |at| mask >> at & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expanding_undoes_compressing_under_the_mask() {
        assert_eq!(compress(0xABCD, 0xF0F0), 0xAC);
        assert_eq!(expand(0xAC, 0xF0F0), 0xA0C0);
        assert_eq!(compress(u64::MAX, u64::MAX), u64::MAX);
    }
}
