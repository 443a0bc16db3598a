use super::*;

#[test]
fn signed_text_keeps_the_sign_apart() {
    assert_eq!(to_radix(255, 16), "ff");
    assert_eq!(to_radix(-255, 16), "-ff");
    assert_eq!(to_radix(i64::MIN, 36), "-1y2p0ij32e8e8");
    assert_eq!(to_radix(0, 2), "0");
}

#[test]
fn an_impossible_radix_means_ten() {
    assert_eq!(to_radix(5, 99), "5");
    assert_eq!(to_radix(-12, 1), "-12");
}

#[test]
fn unsigned_text_shows_the_bits() {
    assert_eq!(unsigned_int_text(-1, 10), "4294967295");
    assert_eq!(unsigned_long_text(-1, 10), "18446744073709551615");
    assert_eq!(unsigned_long_text(-1, 16), "ffffffffffffffff");
    assert_eq!(
        [hex_int(-1), octal_int(8), binary_int(5)],
        ["ffffffff", "10", "101"]
    );
    assert_eq!(
        [hex_long(-1), octal_long(-1), binary_long(5)],
        ["ffffffffffffffff", "1777777777777777777777", "101"]
    );
}
