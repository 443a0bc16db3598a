//! Java's narrowing: floating-point values stop at the ends of the range, whole numbers lose their high bits.

/// `(int) value`: NaN is 0.
pub(crate) const fn d2i(value: f64) -> i32 {
    value as i32
}

/// `(long) value`.
pub(crate) const fn d2l(value: f64) -> i64 {
    value as i64
}

/// `(short) value`, by way of `int`.
pub(crate) const fn d2s(value: f64) -> i16 {
    value as i32 as i16
}

/// `(byte) value`, by way of `int`.
pub(crate) const fn d2b(value: f64) -> i8 {
    value as i32 as i8
}

/// `(char) value`, by way of `int`.
pub(crate) const fn d2c(value: f64) -> u16 {
    value as i32 as u16
}

/// `(int) value`.
pub(crate) const fn l2i(value: i64) -> i32 {
    value as i32
}

/// `(short) value`.
pub(crate) const fn l2s(value: i64) -> i16 {
    value as i16
}

/// `(byte) value`.
pub(crate) const fn l2b(value: i64) -> i8 {
    value as i8
}

/// `(char) value`.
pub(crate) const fn l2c(value: i64) -> u16 {
    value as u16
}

#[test]
fn floating_point_stops_and_whole_numbers_wrap() {
    assert_eq!(
        [d2i(1e20), d2i(-1e20), d2i(f64::NAN), d2i(-1.9)],
        [i32::MAX, i32::MIN, 0, -1]
    );
    assert_eq!([d2l(1e20), d2l(f64::NEG_INFINITY)], [i64::MAX, i64::MIN]);
    assert_eq!(
        (d2b(300.0), d2s(70000.0), d2b(1e20), d2c(-1.0)),
        (44, 4464, -1, 0xFFFF)
    );
    assert_eq!(
        (l2i(1 << 32), l2s(40000), l2b(300), l2c(-1)),
        (0, -25536, 44, 0xFFFF)
    );
}
