//! Order, equality and extremes of floating-point numbers.
//!
//! The methods of `Double` and `Float` order all values: `-0.0` before `0.0`, and NaN, equal to itself, last. The
//! operators of expressions follow IEEE 754 instead, where NaN is equal to nothing.

use std::cmp::Ordering;

use super::bits::{double_to_bits, float_to_bits};

/// `Double.compare`.
pub(crate) fn compare_doubles(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b)
        .filter(|order| order.is_ne())
        .unwrap_or_else(|| double_to_bits(a).cmp(&double_to_bits(b)))
}

/// `Float.compare`.
pub(crate) fn compare_floats(a: f32, b: f32) -> Ordering {
    a.partial_cmp(&b)
        .filter(|order| order.is_ne())
        .unwrap_or_else(|| float_to_bits(a).cmp(&float_to_bits(b)))
}

/// `Double.equals`.
pub(crate) fn equal_doubles(a: f64, b: f64) -> bool {
    double_to_bits(a) == double_to_bits(b)
}

/// `Float.equals`.
pub(crate) fn equal_floats(a: f32, b: f32) -> bool {
    float_to_bits(a) == float_to_bits(b)
}

/// `Math.max`: NaN if there is one.
pub(crate) fn max_double(a: f64, b: f64) -> f64 {
    if a.is_nan() || compare_doubles(a, b).is_ge() {
        a
    } else {
        b
    }
}

/// `Math.min`: NaN if there is one.
pub(crate) fn min_double(a: f64, b: f64) -> f64 {
    if a.is_nan() || (!b.is_nan() && compare_doubles(a, b).is_le()) {
        a
    } else {
        b
    }
}

/// `Math.max`: NaN if there is one.
pub(crate) fn max_float(a: f32, b: f32) -> f32 {
    if a.is_nan() || compare_floats(a, b).is_ge() {
        a
    } else {
        b
    }
}

/// `Math.min`: NaN if there is one.
pub(crate) fn min_float(a: f32, b: f32) -> f32 {
    if a.is_nan() || (!b.is_nan() && compare_floats(a, b).is_le()) {
        a
    } else {
        b
    }
}

#[test]
fn negative_zero_comes_first_and_nan_last() {
    let sorted = [
        f64::NEG_INFINITY,
        -1.0,
        -0.0,
        0.0,
        1.0,
        f64::INFINITY,
        f64::NAN,
    ];
    for (i, a) in sorted.iter().enumerate() {
        for (j, b) in sorted.iter().enumerate() {
            assert_eq!(compare_doubles(*a, *b), i.cmp(&j), "{a} {b}");
            assert_eq!(compare_floats(*a as f32, *b as f32), i.cmp(&j), "{a} {b}");
            assert_eq!(equal_doubles(*a, *b), i == j);
            assert_eq!(equal_floats(*a as f32, *b as f32), i == j);
        }
    }
}

#[test]
fn extremes_prefer_nan_and_tell_zeros_apart() {
    let rows = [
        (1.0, 2.0, 2.0, 1.0),
        (-0.0, 0.0, 0.0, -0.0),
        (f64::NAN, 1.0, f64::NAN, f64::NAN),
        (1.0, f64::NAN, f64::NAN, f64::NAN),
    ];
    for (a, b, max, min) in rows {
        assert!(
            equal_doubles(max_double(a, b), max) && equal_doubles(max_double(b, a), max),
            "{a} {b}"
        );
        assert!(
            equal_doubles(min_double(a, b), min) && equal_doubles(min_double(b, a), min),
            "{a} {b}"
        );
        let (a, b, max, min) = (a as f32, b as f32, max as f32, min as f32);
        assert!(
            equal_floats(max_float(a, b), max) && equal_floats(min_float(b, a), min),
            "{a} {b}"
        );
    }
}
