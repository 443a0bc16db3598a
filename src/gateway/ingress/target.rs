//! Request targets and hosts: which are well-formed, and which path they mean.
//!
//! A path is brought to one form before anybody looks at it, so that conditions, flows and the backend agree on what was
//! asked for: dot segments are followed, also where they hide behind `%2e`. Nothing else is decoded or changed.

use super::refusal::Refusal;
use crate::gateway::wire::{HOST, decimal, run};
use std::borrow::Cow;
use std::net::Ipv6Addr;

/// Says whether the target has a form that its method allows (RFC 9112 §3.2).
pub(crate) fn check(target: &[u8], options: bool) -> Result<(), Refusal> {
    match target {
        [b'/', ..] => Ok(()),
        b"*" if options => Ok(()),
        _ => match authority(target) {
            Some((authority, _)) => check_authority(authority),
            None => Err(Refusal::bad("the target has none of the known forms")),
        },
    }
}

/// Authority and the rest of an absolute target.
pub(crate) fn authority(target: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = strip_scheme(target, b"http://").or_else(|| strip_scheme(target, b"https://"))?;
    let end = rest
        .iter()
        .position(|octet| b"/?".contains(octet))
        .unwrap_or(rest.len());
    Some(rest.split_at(end))
}

fn strip_scheme<'t>(target: &'t [u8], scheme: &[u8]) -> Option<&'t [u8]> {
    let (start, rest) = target.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Says whether this is a host with or without a port, and nothing beside (RFC 9110 §7.2).
pub(crate) fn check_authority(authority: &[u8]) -> Result<(), Refusal> {
    let (host, port) = split_port(authority).ok_or(Refusal::bad("the host is malformed"))?;
    if !port.is_empty() && decimal(port).is_none_or(|port| port > 65_535) {
        return Err(Refusal::bad("the port of the host is none"));
    }
    if is_host(host) {
        Ok(())
    } else {
        Err(Refusal::bad("the host is malformed"))
    }
}

/// Host and digits of the port, which may be missing.
fn split_port(authority: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = match authority {
        [b'[', ..] => authority.iter().position(|&octet| octet == b']')? + 1,
        _ => authority
            .iter()
            .position(|&octet| octet == b':')
            .unwrap_or(authority.len()),
    };
    match authority.split_at(end) {
        (host, []) => Some((host, b"")),
        (host, [b':', port @ ..]) => Some((host, port)),
        _ => None,
    }
}

fn is_host(host: &[u8]) -> bool {
    match host {
        [] => false,
        [b'[', address @ .., b']'] => {
            std::str::from_utf8(address).is_ok_and(|text| text.parse::<Ipv6Addr>().is_ok())
        }
        _ => is_name(host),
    }
}

fn is_name(mut name: &[u8]) -> bool {
    loop {
        match &name[run(name, HOST)..] {
            [] => return true,
            [b'%', a, b, rest @ ..] if hex(*a, *b).is_some_and(|octet| octet > b' ') => name = rest,
            _ => return false,
        }
    }
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |octet: u8| char::from(octet).to_digit(16);
    Some((digit(high)? << 4 | digit(low)?) as u8)
}

/// The path with its dot segments followed. It must begin with a slash.
pub(crate) fn normalize(path: &str) -> Result<Cow<'_, str>, Refusal> {
    check_escapes(path.as_bytes())?;
    if !path.split('/').any(|segment| dots(segment).is_some()) {
        return Ok(Cow::Borrowed(path));
    }
    let mut kept: Vec<&str> = Vec::new();
    let segments = path.split('/').skip(1);
    let last = segments.clone().count() - 1;
    for (at, segment) in segments.enumerate() {
        match dots(segment) {
            None => kept.push(segment),
            Some(up) => {
                if up && kept.pop().is_none() {
                    return Err(Refusal::bad("the path climbs above the root"));
                }
                if at == last {
                    kept.push("");
                }
            }
        }
    }
    Ok(Cow::Owned(format!("/{}", kept.join("/"))))
}

/// The path as it is matched and forwarded.
pub(crate) fn normalized(path: &str, wanted: bool) -> Result<Cow<'_, str>, Refusal> {
    if wanted && path.starts_with('/') {
        normalize(path)
    } else {
        Ok(Cow::Borrowed(path))
    }
}

/// Whether the segment stays (`.`, false) or climbs (`..`, true).
fn dots(segment: &str) -> Option<bool> {
    let first = strip_dot(segment)?;
    if first.is_empty() {
        return Some(false);
    }
    strip_dot(first)?.is_empty().then_some(true)
}

fn strip_dot(segment: &str) -> Option<&str> {
    segment
        .strip_prefix('.')
        .or_else(|| segment.strip_prefix("%2e"))
        .or_else(|| segment.strip_prefix("%2E"))
}

fn check_escapes(path: &[u8]) -> Result<(), Refusal> {
    let mut rest = path;
    while let Some(at) = memchr::memchr(b'%', rest) {
        match &rest[at..] {
            [_, a, b, behind @ ..] => match hex(*a, *b) {
                Some(0) => return Err(Refusal::bad("the path holds a NUL")),
                Some(_) => rest = behind,
                None => return Err(Refusal::bad("the path holds a bad escape")),
            },
            _ => return Err(Refusal::bad("the path holds a bad escape")),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check, check_authority, normalize};

    #[test]
    fn a_target_has_one_of_the_known_forms() {
        for (target, options, good) in [
            ("/", false, true),
            ("/a?b", false, true),
            ("//a", false, true),
            ("*", true, true),
            ("*", false, false),
            ("http://h/a", false, true),
            ("HTTP://h:80?x", false, true),
            ("https://[::1]:1/", false, true),
            ("http://u@h/", false, false),
            ("http:///a", false, false),
            ("http://h:99999/", false, false),
            ("ftp://h/", false, false),
            ("a", false, false),
            ("h:80", false, false),
            ("?x", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                check(target.as_bytes(), options).is_ok(),
                good,
                "{target:?}"
            );
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address_with_a_port_or_none() {
        for (host, good) in [
            ("gw.test", true),
            ("gw.test:", true),
            ("gw.test:8082", true),
            ("GW_1.test.", true),
            ("127.0.0.1:1", true),
            ("[::1]", true),
            ("[::1]:80", true),
            ("caf%C3%A9", true),
            ("", false),
            (":80", false),
            ("gw.test/evil", false),
            ("a@gw.test", false),
            ("gw.test:99999", false),
            ("gw.test:+1", false),
            ("gw.test:1:2", false),
            ("::1", false),
            ("[::1]x", false),
            ("[::1", false),
            ("[v1.a]", false),
            ("a b", false),
            ("a%2", false),
            ("a%00b", false),
            ("gw.test, evil.test", false),
            ("caf\u{e9}", false),
        ] {
            assert_eq!(check_authority(host.as_bytes()).is_ok(), good, "{host:?}");
        }
    }

    #[test]
    fn dot_segments_are_followed_and_nothing_else_is_changed() {
        for (path, expected) in [
            ("/", Some("/")),
            ("/a/b", Some("/a/b")),
            ("/a/./b", Some("/a/b")),
            ("/a/../b", Some("/b")),
            ("/a/%2e%2E/b", Some("/b")),
            ("/a/.%2e/", Some("/")),
            ("/a/..", Some("/")),
            ("/a/.", Some("/a/")),
            ("/a/b/../..", Some("/")),
            ("/a//../b", Some("/a/b")),
            ("//a", Some("//a")),
            ("/...", Some("/...")),
            ("/a..b/.c", Some("/a..b/.c")),
            ("/a%2fb/%252e%252e/c", Some("/a%2fb/%252e%252e/c")),
            ("/%c0%ae%c0%ae/", Some("/%c0%ae%c0%ae/")),
            ("/..", None),
            ("/a/../../b", None),
            ("/%2e%2e", None),
            ("/a%00", None),
            ("/a%", None),
            ("/a%2", None),
            ("/a%zz", None),
        ] {
            let found = normalize(path).ok();
            assert_eq!(found.as_deref(), expected, "{path}");
        }
    }
}
