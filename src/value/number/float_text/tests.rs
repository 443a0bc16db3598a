use super::*;

/// Value and the text that Java gives it.
const DOUBLES: &[(f64, &str)] = &[
    (0.0, "0.0"),
    (-0.0, "-0.0"),
    (1.0, "1.0"),
    (-1.5, "-1.5"),
    (100.0, "100.0"),
    (9_999_999.0, "9999999.0"),
    (1e7, "1.0E7"),
    (-1.2e7, "-1.2E7"),
    (123_456_789.0, "1.23456789E8"),
    (1e21, "1.0E21"),
    (1e23, "1.0E23"),
    (2e23, "2.0E23"),
    (8.41e21, "8.41E21"),
    (9_007_199_254_740_993.0, "9.007199254740992E15"),
    (0.1 + 0.2, "0.30000000000000004"),
    (2.0 / 3.0, "0.6666666666666666"),
    (100.0 / 3.0, "33.333333333333336"),
    (0.001, "0.001"),
    (0.002, "0.002"),
    (0.01, "0.01"),
    (9.999e-4, "9.999E-4"),
    (1e-4, "1.0E-4"),
    (1.234_567_890_123_456_8e29, "1.2345678901234568E29"),
    (f64::MAX, "1.7976931348623157E308"),
    (f64::MIN_POSITIVE, "2.2250738585072014E-308"),
    (f64::NAN, "NaN"),
    (-f64::NAN, "NaN"),
    (f64::INFINITY, "Infinity"),
    (f64::NEG_INFINITY, "-Infinity"),
];

const FLOATS: &[(f32, &str)] = &[
    (1.1, "1.1"),
    (0.1, "0.1"),
    (0.3 + 0.6, "0.90000004"),
    (16_777_216.0, "1.6777216E7"),
    (33_554_432.0, "3.3554432E7"),
    (8.589_935e9, "8.589935E9"),
    (1e10, "1.0E10"),
    (0.002, "0.002"),
    (1e-4, "1.0E-4"),
    (f32::MAX, "3.4028235E38"),
    (f32::MIN_POSITIVE, "1.1754944E-38"),
    (-0.0, "-0.0"),
    (f32::NEG_INFINITY, "-Infinity"),
];

/// Units in the last place of the smallest number, where one digit is not enough to choose the nearest decimal.
const SUBNORMAL_DOUBLES: &[(u64, &str)] = &[
    (1, "4.9E-324"),
    (2, "9.9E-324"),
    (3, "1.5E-323"),
    (4, "2.0E-323"),
    (10, "4.9E-323"),
    (20, "9.9E-323"),
    (22, "1.1E-322"),
    (101, "5.0E-322"),
    (202, "1.0E-321"),
    (1000, "4.94E-321"),
];

const SUBNORMAL_FLOATS: &[(u32, &str)] = &[
    (1, "1.4E-45"),
    (2, "2.8E-45"),
    (3, "4.2E-45"),
    (5, "7.0E-45"),
    (7, "9.8E-45"),
    (71, "9.9E-44"),
];

#[test]
fn double_text_is_the_shortest_that_reads_back() {
    for (value, expected) in DOUBLES {
        assert_eq!(double_text(*value).as_str(), *expected);
    }
}

#[test]
fn float_text_is_the_shortest_that_reads_back() {
    for (value, expected) in FLOATS {
        assert_eq!(float_text(*value).as_str(), *expected);
    }
}

#[test]
fn tiny_numbers_take_the_nearest_of_two_digits() {
    for (units, expected) in SUBNORMAL_DOUBLES {
        assert_eq!(double_text(f64::from_bits(*units)).as_str(), *expected);
    }
    for (units, expected) in SUBNORMAL_FLOATS {
        assert_eq!(float_text(f32::from_bits(*units)).as_str(), *expected);
    }
}

#[test]
fn text_reads_back_as_the_same_number() {
    let mut bits = 0x0123_4567_89AB_CDEF_u64;
    for _ in 0..20_000 {
        bits = bits
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let value = f64::from_bits(bits);
        if value.is_finite() {
            assert_eq!(double_text(value).parse(), Ok(value));
        }
        let value = f32::from_bits((bits >> 32) as u32);
        if value.is_finite() {
            assert_eq!(float_text(value).parse(), Ok(value));
        }
    }
}
