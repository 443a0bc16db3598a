use super::*;

const INFINITY: f64 = f64::INFINITY;

const POWERS: &[(f64, f64, f64)] = &[
    (2.0, 0.5, std::f64::consts::SQRT_2),
    (2.0, 10.0, 1024.0),
    (10.0, -2.0, 0.01),
    (3.0, 5.0, 243.0),
    (2.0, 1024.0, INFINITY),
    (2.0, -1074.0, 5e-324),
    (2.0, -1080.0, 0.0),
    (0.5, -3.0, 8.0),
    (-2.0, 33.0, -8_589_934_592.0),
    (-8.0, 2.0, 64.0),
    (f64::NAN, 0.0, 1.0),
    (0.0, 0.0, 1.0),
    (0.0, -1.0, INFINITY),
    (-0.0, -3.0, -INFINITY),
    (-0.0, 3.0, -0.0),
    (-0.0, -2.0, INFINITY),
    (-INFINITY, 3.0, -INFINITY),
    (0.5, INFINITY, 0.0),
    (-2.0, -INFINITY, 0.0),
    (2.0, INFINITY, INFINITY),
    (134_217_727.0, 2.0, 18_014_398_241_046_528.0),
    (26.0, 20.0, 1.992_814_889_520_941e28),
    (1.1, 100.0, 13_780.612_339_822_38),
    (-0.1, -303.0, -9.999_999_999_999_833e302),
];

#[test]
fn powers_are_the_nearest() {
    for (base, exponent, expected) in POWERS {
        assert_eq!(
            pow(*base, *exponent).to_bits(),
            expected.to_bits(),
            "{base} {exponent}"
        );
    }
}

#[test]
fn some_powers_are_no_number() {
    for (base, exponent) in [
        (-8.0, 1.0 / 3.0),
        (1.0, f64::NAN),
        (1.0, INFINITY),
        (-1.0, -INFINITY),
        (f64::NAN, 1.0),
    ] {
        assert!(pow(base, exponent).is_nan(), "{base} {exponent}");
    }
}

#[test]
fn whole_powers_take_the_type_that_holds_them() {
    let rows = [
        ((2.0, 10.0, false), "Int(1024)"),
        ((2.0, 31.0, false), "Long(2147483648)"),
        ((2.0, 64.0, false), "Long(9223372036854775807)"),
        ((2.0, -1.0, false), "Int(0)"),
        ((0.0, -1.0, false), "Long(9223372036854775807)"),
        ((-2.0, 31.0, false), "Int(-2147483648)"),
        ((-2.0, 33.0, false), "Int(-2147483648)"),
        ((2.0, 2.0, true), "Long(4)"),
        ((2.0, -1.0, true), "Long(0)"),
    ];
    for ((base, exponent, has_long), expected) in rows {
        assert_eq!(
            format!("{:?}", whole_number_power(base, exponent, has_long)),
            expected
        );
    }
}
