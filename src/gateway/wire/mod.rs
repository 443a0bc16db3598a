//! The grammar of HTTP/1.1 below the messages: which octets may stand where, and how chunks are framed.
//!
//! Both sides of the gateway read bytes that a stranger wrote, and both are to agree on where a message ends; so there is
//! one table of octets and one reader of chunks. Everything here is a state machine over bytes without input or output:
//! however the bytes are cut into reads, the verdict is the same.

pub(crate) mod chunked;
pub(crate) mod deadline;
pub(crate) mod hop;

/// Letters, digits and marks of methods, field names and codings (RFC 9110 §5.6.2).
pub(crate) const TOKEN: u8 = 1;
/// What a request target consists of; stricter than what is seen in the wild only where `http::Uri` is.
pub(crate) const TARGET: u8 = 2;
/// What a field value consists of, blanks and tabs included (RFC 9110 §5.5).
pub(crate) const VALUE: u8 = 4;
/// What a registered name consists of, apart from escapes (RFC 3986 §3.2.2).
pub(crate) const HOST: u8 = 8;

const OCTETS: [u8; 256] = octets();

/// Whether the octet belongs to the class.
#[inline]
pub(crate) const fn is(octet: u8, class: u8) -> bool {
    OCTETS[octet as usize] & class != 0
}

/// How many octets at the start belong to the class.
#[inline]
pub(crate) fn run(bytes: &[u8], class: u8) -> usize {
    bytes
        .iter()
        .position(|&octet| !is(octet, class))
        .unwrap_or(bytes.len())
}

const fn octets() -> [u8; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let octet = at as u8;
        let mut classes = 0;
        if octet.is_ascii_alphanumeric() || contains(b"!#$%&'*+-.^_`|~", octet) {
            classes |= TOKEN;
        }
        if octet.is_ascii_graphic() && !contains(b"\"#<>`", octet) {
            classes |= TARGET;
        }
        if octet == b'\t' || octet >= b' ' && octet != 0x7f {
            classes |= VALUE;
        }
        if octet.is_ascii_alphanumeric() || contains(b"-._~!$&'()*+,;=", octet) {
            classes |= HOST;
        }
        table[at] = classes;
        at += 1;
    }
    table
}

const fn contains(set: &[u8], octet: u8) -> bool {
    let mut at = 0;
    while at < set.len() {
        if set[at] == octet {
            return true;
        }
        at += 1;
    }
    false
}

/// The value without the blanks and tabs around it.
pub(crate) fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

/// A decimal number as `Content-Length` and ports write it: digits alone, and no more than fit.
pub(crate) fn decimal(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0u64, |number, &digit| {
        let digit = u64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        number.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::{TARGET, decimal, is, trim};

    #[test]
    fn whatever_may_stand_in_a_target_is_taken_by_uri() {
        for octet in (0..=255).filter(|&octet| is(octet, TARGET)) {
            for target in [[b'/', octet], [b'?', octet]] {
                let target = [b"/a".as_slice(), &target].concat();
                assert!(http::Uri::try_from(target.as_slice()).is_ok(), "{target:?}");
            }
        }
    }

    #[test]
    fn numbers_are_digits_that_fit() {
        for (text, expected) in [
            ("0", Some(0)),
            ("007", Some(7)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("", None),
            ("+5", None),
            ("5 ", None),
            ("0x5", None),
        ] {
            assert_eq!(decimal(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn blanks_around_a_value_are_no_part_of_it() {
        assert_eq!(trim(b" \t a b\t "), b"a b");
        assert_eq!(trim(b" \t"), b"");
    }
}
