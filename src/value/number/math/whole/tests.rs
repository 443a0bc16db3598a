use super::*;

#[test]
fn what_does_not_fit_throws() {
    assert_eq!(int::add(1, 2), Ok(3));
    assert_eq!(long::multiply(5, 3), Ok(15));
    let overflows = [
        int::add(i32::MAX, 1),
        int::subtract(i32::MIN, 1),
        int::multiply(65536, 65536),
        int::divide(i32::MIN, -1),
        int::increment(i32::MAX),
        int::decrement(i32::MIN),
        int::negate(i32::MIN),
        int::abs(i32::MIN),
        int::pow(2, 31),
        int::pow(2, -1),
        int::floor_div(7, 0),
        int::floor_mod(7, 0),
        int::ceil_div_exact(i32::MIN, -1),
        int::unsigned_multiply(-1, 2),
        int::unsigned_pow(2, 32),
        to_int(1 << 31),
    ];
    for result in overflows {
        assert_eq!(
            result.map_err(|thrown| thrown.class),
            Err("ArithmeticException")
        );
    }
    assert!(long::multiply(1 << 40, 1 << 40).is_err());
}

#[test]
fn division_rounds_down_or_up() {
    /// Operands, then floor division and modulus, then ceiling division and modulus.
    type Row = (i64, i64, [i64; 4]);
    const ROWS: &[Row] = &[
        (7, 2, [3, 1, 4, -1]),
        (-7, 2, [-4, 1, -3, -1]),
        (7, -2, [-4, -1, -3, 1]),
        (-7, -2, [3, -1, 4, 1]),
        (6, 3, [2, 0, 2, 0]),
        (0, -5, [0, 0, 0, 0]),
        (i64::MIN, -1, [i64::MIN, 0, i64::MIN, 0]),
    ];
    for (a, b, expected) in ROWS {
        let results = [
            long::floor_div(*a, *b),
            long::floor_mod(*a, *b),
            long::ceil_div(*a, *b),
            long::ceil_mod(*a, *b),
        ];
        assert_eq!(results, expected.map(Ok), "{a} {b}");
    }
    assert_eq!(int::floor_div(i32::MIN, -1), Ok(i32::MIN));
    assert_eq!(int::floor_div_exact(-7, 2), Ok(-4));
}

#[test]
fn powers_stay_whole() {
    assert_eq!(int::pow(-2, 31), Ok(i32::MIN));
    assert_eq!(int::pow(-1, i32::MAX), Ok(-1));
    assert_eq!(int::pow(0, 0), Ok(1));
    assert_eq!(long::pow(1, i32::MAX), Ok(1));
    assert_eq!(int::unsigned_pow(2, 31), Ok(i32::MIN));
    assert_eq!(long::unsigned_pow(0, i32::MAX), Ok(0));
    assert_eq!(int::unsigned_multiply(65537, 65535), Ok(-1));
}

#[test]
fn high_halves_have_their_sign() {
    assert_eq!(multiply_high(1 << 62, 4), 1);
    assert_eq!(multiply_high(-1, 1), -1);
    assert_eq!(unsigned_multiply_high(-1, -1), -2);
}

#[test]
fn clamp_needs_an_interval() {
    assert_eq!(
        [clamp(5, 1, 3), clamp(-5, 1, 3), clamp(2, 1, 3)],
        [Ok(3), Ok(1), Ok(2)]
    );
    assert_eq!(
        clamp(5, 3, 1).map_err(|thrown| thrown.class),
        Err("IllegalArgumentException")
    );
}
