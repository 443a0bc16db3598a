//! `BigInteger.nextProbablePrime`.
//!
//! The cost grows with the fourth power of the length, so only numbers up to a fixed length are searched: enough for
//! every prime that a program writes down, and a fraction of a second at most.

use bigdecimal::num_bigint::BigUint;
use bigdecimal::num_bigint::{BigInt, Sign};
use bigdecimal::num_traits::{One, ToPrimitive, Zero};

use crate::value::thrown::{Failure, Thrown};

/// Digits of the longest number that is searched from.
const MAX_DIGITS: usize = 150;

/// Primes that candidates are first divided by, and that then witness that a candidate is composite. No composite number
/// below 10²⁴ passes the first thirteen, and none is known to pass them all.
const PRIMES: [u32; 24] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
];

/// The first prime above `value`, which must not be negative.
pub(crate) fn next_probable_prime(value: &BigInt) -> Result<BigInt, Failure> {
    if value.sign() == Sign::Minus {
        return Err(
            Thrown::arithmetic("there is no prime to look for above a negative number").into(),
        );
    }
    super::decimal::within_digits(super::big_integer::digits(value), MAX_DIGITS)?;
    let mut candidate = value.magnitude() + 1_u32;
    if candidate <= BigUint::from(2_u32) {
        return Ok(BigInt::from(2));
    }
    candidate.set_bit(0, true);
    while !is_probable_prime(&candidate) {
        candidate += 2_u32;
    }
    Ok(BigInt::from(candidate))
}

/// Whether an odd number above two has no small factor and no witness against it.
fn is_probable_prime(candidate: &BigUint) -> bool {
    for prime in PRIMES {
        if (candidate % prime).is_zero() {
            return candidate.to_u32() == Some(prime);
        }
    }
    let even = candidate - 1_u32;
    let halvings = even.trailing_zeros().unwrap_or(0);
    let odd = &even >> halvings;
    PRIMES
        .iter()
        .all(|base| passes(candidate, &even, &odd, halvings, *base))
}

/// One round of the test of Miller and Rabin.
fn passes(candidate: &BigUint, even: &BigUint, odd: &BigUint, halvings: u64, base: u32) -> bool {
    let mut power = BigUint::from(base).modpow(odd, candidate);
    if power.is_one() {
        return true;
    }
    for _ in 0..halvings {
        if power == *even {
            return true;
        }
        power = &power * &power % candidate;
    }
    false
}

#[test]
fn the_next_prime_is_found() {
    let rows = [
        ("0", "2"),
        ("1", "2"),
        ("2", "3"),
        ("3", "5"),
        ("89", "97"),
        ("7920", "7927"),
        ("3215031751", "3215031767"),
        (
            "123456789012345678901234567890",
            "123456789012345678901234567907",
        ),
    ];
    for (value, expected) in rows {
        let prime = value
            .parse::<BigInt>()
            .ok()
            .and_then(|value| next_probable_prime(&value).ok());
        assert_eq!(
            prime.map(|prime| prime.to_string()).as_deref(),
            Some(expected)
        );
    }
}

#[test]
fn negative_and_huge_numbers_are_refused() {
    assert!(matches!(
        next_probable_prime(&BigInt::from(-1)),
        Err(Failure::Thrown(_))
    ));
    let huge = super::big_integer::power_of_ten(1000);
    assert_eq!(
        next_probable_prime(&huge),
        Err(Failure::TooManyDigits { limit: MAX_DIGITS })
    );
}
