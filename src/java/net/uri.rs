//! What texts are a `java.net.URI`: RFC 2396 as Java reads it, with characters beyond ASCII.

use crate::java::thrown::{Outcome, Thrown};
use std::net::Ipv6Addr;

/// Characters that may stand anywhere, besides letters and digits.
const MARKS: &str = "_-!.~'()*";
const IN_AUTHORITY: &str = "$,;:@&=+";
const IN_PATH: &str = ":@&=+$,;/";
const ANYWHERE: &str = ";/?:@&=+$,[]";

/// Checks that the text is a URI.
pub(in crate::java) fn check(text: &str) -> Outcome<()> {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (rest, fragment) = match text.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (text, None),
    };
    let good = match text.find(':').filter(|at| *at < end) {
        Some(at) => is_scheme(&rest[..at]) && is_specific_part(&rest[at + 1..]),
        None => is_hierarchical(rest),
    };
    if good && fragment.is_none_or(|fragment| consists_of(fragment, ANYWHERE)) && !is_bare(text) {
        Ok(())
    } else {
        let why = format!("`{}` is no URI", crate::value::thrown::shortened(text));
        Err(Thrown::new("java.net.URISyntaxException", why))
    }
}

/// Two slashes must have something behind them.
fn is_bare(text: &str) -> bool {
    let behind = match text.split_once(':') {
        Some((scheme, behind)) if is_scheme(scheme) => behind,
        _ => text,
    };
    behind == "//"
}

fn is_scheme(scheme: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|char: char| char.is_ascii_alphabetic()) && scheme.bytes().all(inner)
}

/// What stands behind a scheme: a path from the root, or anything at all.
fn is_specific_part(part: &str) -> bool {
    match part.starts_with('/') {
        true => is_hierarchical(part),
        false => !part.is_empty() && consists_of(part, ANYWHERE),
    }
}

fn is_hierarchical(part: &str) -> bool {
    let (place, query) = part.split_once('?').unwrap_or((part, ""));
    let (authority, path) = match place.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", place),
    };
    is_authority(authority) && consists_of(path, IN_PATH) && consists_of(query, ANYWHERE)
}

fn is_authority(authority: &str) -> bool {
    let host = authority
        .split_once('@')
        .map_or(authority, |(_, host)| host);
    match host.strip_prefix('[').map(|host| host.split_once(']')) {
        None => consists_of(authority, IN_AUTHORITY),
        Some(None) => false,
        Some(Some((address, port))) => {
            let (address, _) = address.split_once('%').unwrap_or((address, ""));
            let digits = port.strip_prefix(':').unwrap_or(port);
            address.parse::<Ipv6Addr>().is_ok() && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

/// Whether all characters are letters, digits, marks, escapes, of these, or beyond ASCII and visible.
fn consists_of(text: &str, these: &str) -> bool {
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let good = match char {
            '%' => {
                let mut hex = || chars.next().is_some_and(|char| char.is_ascii_hexdigit());
                hex() && hex()
            }
            '\0'..='\x7F' => {
                char.is_ascii_alphanumeric() || MARKS.contains(char) || these.contains(char)
            }
            other => !other.is_control() && !other.is_whitespace(),
        };
        if !good {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_has_a_scheme_of_letters_and_escapes_what_is_foreign() {
        for good in [
            "",
            "a",
            "a:b",
            "///",
            "/",
            "//x",
            "//x:",
            "//x:a",
            "//@x",
            "//[::1]:80",
            "?[",
            "#[",
            "a?b?c",
            "a/b:c",
            "a:b:c",
            "é",
            "a%20b",
            "http:///x",
            "file:a",
            "mailto:a@b",
            "a:?x",
            "a:/",
            "x://a_b",
            "x://%41",
            "*a",
            "a+.-1:b",
            "a:b[c",
            "//a?[]",
            "x://a@b@c",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in [
            "a:",
            "//",
            "//[x]",
            "a[b",
            "a#b#c",
            ":a",
            "1a:b",
            "a\u{80}",
            "a\u{A0}b",
            "a%2",
            "a%zz",
            "a\\b",
            "<",
            "a b",
            "\t",
            "http:",
            "http://",
            "http://x y",
            "a:#x",
            "a*:b",
            "//a/[",
            "x://a[b",
        ] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }
}
