use super::*;

#[test]
fn round_goes_to_the_nearest_with_halves_up() {
    let rows = [
        (0.5, 1),
        (-0.5, 0),
        (2.5, 3),
        (-2.5, -2),
        (0.499_999_999_999_999_94, 0),
        (4_503_599_627_370_497.5, 4_503_599_627_370_498),
        (9_007_199_254_740_993.0, 9_007_199_254_740_992),
        (f64::NAN, 0),
        (1e300, i64::MAX),
        (f64::NEG_INFINITY, i64::MIN),
    ];
    for (value, expected) in rows {
        assert_eq!(round_double(value), expected, "{value}");
    }
    assert_eq!(
        [
            round_float(2.5),
            round_float(-2.5),
            round_float(0.499_999_97),
            round_float(1e20)
        ],
        [3, -2, 0, i32::MAX]
    );
}

#[test]
fn rint_goes_to_the_nearest_with_halves_to_even() {
    for (value, expected) in [(2.5, 2.0_f64), (3.5, 4.0), (-0.4, -0.0), (-2.5, -2.0)] {
        assert_eq!(rint(value).to_bits(), expected.to_bits(), "{value}");
    }
}

#[test]
fn neighbours_and_units() {
    assert_eq!(
        [ulp_double(1.0), ulp_double(0.0), ulp_double(-f64::MAX)],
        [f64::EPSILON, 5e-324, 1.995_840_309_534_72e292]
    );
    assert_eq!(ulp_double(f64::NEG_INFINITY), f64::INFINITY);
    assert_eq!(
        [ulp_float(1.0), ulp_float(f32::MAX)],
        [f32::EPSILON, 2.028_241e31]
    );
    assert_eq!(next_after_double(1.0, 2.0), 1.000_000_000_000_000_2);
    assert_eq!(next_after_double(0.0, -1.0), -5e-324);
    assert_eq!(next_after_double(-0.0, 0.0).to_bits(), 0);
    assert!(next_after_double(f64::NAN, 1.0).is_nan());
    assert_eq!(next_after_float(1.0, 0.0), 0.999_999_94);
}

#[test]
fn exponents_and_scales() {
    assert_eq!(
        [1024.5, 0.0, 5e-324, f64::NAN].map(exponent_double),
        [10, -1023, -1023, 1024]
    );
    assert_eq!(
        [1.5, 0.0, f32::INFINITY].map(exponent_float),
        [0, -127, 128]
    );
    assert_eq!(
        [
            scalb_double(1.5, 4),
            scalb_double(1.0, -1074),
            scalb_double(-1.0, i32::MAX)
        ],
        [24.0, 5e-324, f64::NEG_INFINITY]
    );
    assert_eq!([scalb_float(1.5, 4), scalb_float(1.5, -149)], [24.0, 3e-45]);
}

#[test]
fn fused_and_remaining() {
    assert_eq!(fma_double(2.0, 3.0, 1.0), 7.0);
    assert_eq!(
        fma_double(1.0 + f64::EPSILON, 1.0 - f64::EPSILON, -1.0),
        -f64::EPSILON * f64::EPSILON
    );
    assert_eq!(fma_float(0.1, 10.0, -1.0), 1.490_116_1e-8);
    assert_eq!(
        [ieee_remainder(5.0, 3.0), ieee_remainder(-4.0, 8.0)],
        [-1.0, -4.0]
    );
}

#[test]
fn signs_keep_zeros() {
    assert_eq!(
        [-3.5, -0.0, 0.0].map(|value| signum_double(value).to_bits()),
        [-1.0, -0.0, 0.0].map(f64::to_bits)
    );
    assert!(signum_double(f64::NAN).is_nan() && signum_float(f32::NAN).is_nan());
    assert_eq!(signum_float(7.0), 1.0);
}

#[test]
fn clamp_tells_zeros_apart() {
    assert_eq!(clamp_double(-0.0, 0.0, 1.0).map(f64::to_bits), Ok(0));
    assert!(clamp_double(1.0, 0.0, -0.0).is_err() && clamp_double(1.0, f64::NAN, 2.0).is_err());
    assert_eq!(clamp_double(f64::NAN, 0.0, 1.0).map(f64::is_nan), Ok(true));
    assert_eq!(clamp_float(5.0, 1.0, 3.0), Ok(3.0));
}
