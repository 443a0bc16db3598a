use super::*;

#[test]
fn hash_codes_fold_the_bits() {
    assert_eq!([long_hash(1 << 32), long_hash(-1), long_hash(5)], [1, 0, 5]);
    assert_eq!(
        [double_hash(1.5), double_hash(-0.0), double_hash(-f64::NAN)],
        [1_073_217_536, i32::MIN, 0x7FF8_0000]
    );
    assert_eq!(
        [float_hash(1.5), float_hash(-f32::NAN)],
        [1_069_547_520, 0x7FC0_0000]
    );
    assert_eq!([boolean_hash(true), boolean_hash(false)], [1231, 1237]);
}

#[test]
fn single_bits_are_isolated() {
    let rows = [
        (100, 64, 4),
        (0, 0, 0),
        (-1, i32::MIN, 1),
        (i32::MIN, i32::MIN, i32::MIN),
        (1, 1, 1),
    ];
    for (value, highest, lowest) in rows {
        assert_eq!(
            (highest_one_bit_int(value), lowest_one_bit_int(value)),
            (highest, lowest),
            "{value}"
        );
    }
    assert_eq!(
        (highest_one_bit_long(-1), lowest_one_bit_long(12)),
        (i64::MIN, 4)
    );
}

#[test]
fn rotation_takes_the_distance_modulo_the_width() {
    assert_eq!(
        [
            rotate_left_int(1, 33),
            rotate_left_int(1, -1),
            rotate_left_int(i32::MIN, 1)
        ],
        [2, i32::MIN, 1]
    );
    assert_eq!(
        [rotate_left_long(1, 65), rotate_left_long(1, -1)],
        [2, i64::MIN]
    );
}

#[test]
fn expand_undoes_compress() {
    assert_eq!(compress_int(0x1234_5678, 0x0F0F_0F0F), 0x2468);
    assert_eq!(expand_int(0x2468, 0x0F0F_0F0F), 0x0204_0608);
    assert_eq!(
        [compress_int(-1, i32::MIN), expand_int(1, i32::MIN)],
        [1, i32::MIN]
    );
    assert_eq!(
        [
            compress_long(-1, -1),
            expand_long(-1, -1),
            compress_long(5, 0)
        ],
        [-1, -1, 0]
    );
}

#[test]
fn unsigned_division_uses_all_bits() {
    assert_eq!(divide_unsigned_int(-1, 2), Ok(i32::MAX));
    assert_eq!(remainder_unsigned_int(-1, 10), Ok(5));
    assert_eq!(divide_unsigned_long(-1, 10), Ok(1_844_674_407_370_955_161));
    assert_eq!(remainder_unsigned_long(-1, 10), Ok(5));
    assert_eq!(
        divide_unsigned_long(1, 0).map_err(|thrown| thrown.class),
        Err("ArithmeticException")
    );
}

/// Half-precision bits and their value.
const HALVES: &[(u16, f32)] = &[
    (0x0000, 0.0),
    (0x8000, -0.0),
    (0x0001, 5.960_464_5e-8),
    (0x03FF, 6.097_555e-5),
    (0x0400, 6.103_515_6e-5),
    (0x3C00, 1.0),
    (0xC000, -2.0),
    (0x7BFF, 65504.0),
    (0x7C00, f32::INFINITY),
    (0xFC00, f32::NEG_INFINITY),
];

#[test]
fn half_precision_goes_both_ways() {
    for (bits, value) in HALVES {
        assert_eq!(
            float16_to_float(*bits as i16).to_bits(),
            value.to_bits(),
            "{bits:x}"
        );
        assert_eq!(float_to_float16(*value) as u16, *bits, "{value}");
    }
    assert!(float16_to_float(0x7E00).is_nan());
}

#[test]
fn half_precision_rounds_half_to_even() {
    let rows = [
        (2049.0, 0x6800),
        (2051.0, 0x6802),
        (65519.99, 0x7BFF),
        (65520.0, 0x7C00),
        (2.98e-8, 0),
        (2.99e-8, 1),
        (f32::NAN, 0x7E00),
    ];
    for (value, bits) in rows {
        assert_eq!(float_to_float16(value), bits, "{value}");
    }
}

#[test]
fn hexadecimal_text_shows_the_significand() {
    let rows = [
        (1.0, "0x1.0p0"),
        (0.1, "0x1.999999999999ap-4"),
        (-1024.5, "-0x1.002p10"),
        (0.0, "0x0.0p0"),
        (5e-324, "0x0.0000000000001p-1022"),
        (f64::MAX, "0x1.fffffffffffffp1023"),
        (f64::NAN, "NaN"),
        (f64::NEG_INFINITY, "-Infinity"),
    ];
    for (value, expected) in rows {
        assert_eq!(double_hex_text(value), expected);
    }
    assert_eq!(float_hex_text(1.1), "0x1.19999ap0");
    assert_eq!(float_hex_text(-1e-45), "-0x0.000002p-126");
}
