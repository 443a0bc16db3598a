//! Load balancers: round robin and random, with weights or without.
//!
//! Weights are exact over a cycle: each endpoint has as many turns as its weight, and when all turns are used up everyone
//! gets theirs back.

use crate::gateway::definition::v4::Balancing;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Largest weight, so that the turns of a cycle can be counted.
const MAX_WEIGHT: u64 = 1 << 32;

/// Chooses among endpoints by their index.
pub(crate) enum Balancer {
    RoundRobin { len: usize, turn: AtomicUsize },
    Random { len: usize, dice: Dice },
    WeightedRoundRobin(Mutex<Turns>),
    WeightedRandom(Mutex<Turns>, Dice),
}

/// The turns that each endpoint has left in a cycle.
pub(crate) struct Turns {
    weights: Vec<u64>,
    left: Vec<u64>,
    position: usize,
}

impl Balancer {
    /// A balancer for endpoints of these weights; less than one counts as one.
    pub(crate) fn new(kind: Balancing, weights: impl IntoIterator<Item = i64>) -> Self {
        let weights = weights.into_iter();
        let weights: Vec<u64> = weights
            .map(|weight| u64::try_from(weight).unwrap_or(0).clamp(1, MAX_WEIGHT))
            .collect();
        let len = weights.len();
        let turns = Turns {
            left: weights.clone(),
            weights,
            position: len.saturating_sub(1),
        };
        match kind {
            Balancing::RoundRobin => Balancer::RoundRobin {
                len,
                turn: AtomicUsize::new(0),
            },
            Balancing::Random => Balancer::Random {
                len,
                dice: Dice::new(),
            },
            Balancing::WeightedRoundRobin => Balancer::WeightedRoundRobin(Mutex::new(turns)),
            Balancing::WeightedRandom => Balancer::WeightedRandom(Mutex::new(turns), Dice::new()),
        }
    }

    /// The endpoint whose turn it is; none when there is no endpoint.
    pub(crate) fn next(&self) -> Option<usize> {
        match self {
            Balancer::RoundRobin { len, turn } => match len {
                0 => None,
                len => Some(turn.fetch_add(1, Ordering::Relaxed) % len),
            },
            Balancer::Random { len, dice } => dice.below(*len as u64).map(|at| at as usize),
            Balancer::WeightedRoundRobin(turns) => locked(turns).next(),
            Balancer::WeightedRandom(turns, dice) => locked(turns).draw(dice),
        }
    }
}

fn locked(turns: &Mutex<Turns>) -> std::sync::MutexGuard<'_, Turns> {
    turns.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turns {
    /// The next endpoint in order that has turns left.
    fn next(&mut self) -> Option<usize> {
        let len = self.weights.len();
        self.refill();
        for step in 1..=len {
            let at = (self.position + step) % len;
            if self.left[at] > 0 {
                self.left[at] -= 1;
                self.position = at;
                return Some(at);
            }
        }
        None
    }

    /// Draws one of all turns that are left.
    fn draw(&mut self, dice: &Dice) -> Option<usize> {
        self.refill();
        let total: u64 = self.left.iter().sum();
        let mut drawn = dice.below(total)?;
        for (at, left) in self.left.iter_mut().enumerate() {
            if drawn < *left {
                *left -= 1;
                return Some(at);
            }
            drawn -= *left;
        }
        None
    }

    fn refill(&mut self) {
        if self.left.iter().all(|left| *left == 0) {
            self.left.clone_from(&self.weights);
        }
    }
}

/// Random numbers that nobody's safety hangs on.
pub(crate) struct Dice(AtomicU64);

impl Dice {
    fn new() -> Self {
        Dice(AtomicU64::new(RandomState::new().hash_one(0)))
    }

    /// A number below `end`; none when there is no such number.
    fn below(&self, end: u64) -> Option<u64> {
        let mut z = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)).checked_rem(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picks(kind: Balancing, weights: &[i64], count: usize) -> Vec<usize> {
        let balancer = Balancer::new(kind, weights.iter().copied());
        (0..count).filter_map(|_| balancer.next()).collect()
    }

    #[test]
    fn weighted_round_robin_alternates_while_both_have_turns() {
        let order = picks(Balancing::WeightedRoundRobin, &[3, 1], 8);
        assert_eq!(order, [0, 1, 0, 0, 1, 0, 0, 0], "two cycles");
    }

    #[test]
    fn weighted_random_is_exact_over_a_cycle() {
        let order = picks(Balancing::WeightedRandom, &[3, 0, 2], 6);
        let count = |at| order.iter().filter(|picked| **picked == at).count();
        assert_eq!([count(0), count(1), count(2)], [3, 1, 2]);
    }

    #[test]
    fn round_robin_takes_turns_and_nobody_is_no_choice() {
        assert_eq!(picks(Balancing::RoundRobin, &[1, 1, 1], 4), [0, 1, 2, 0]);
        for kind in [
            Balancing::RoundRobin,
            Balancing::Random,
            Balancing::WeightedRoundRobin,
            Balancing::WeightedRandom,
        ] {
            assert!(picks(kind, &[], 1).is_empty(), "{kind:?}");
        }
        assert!(
            picks(Balancing::Random, &[1, 1], 50)
                .iter()
                .all(|at| *at < 2)
        );
    }
}
