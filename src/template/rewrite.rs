//! The reference's first pass over a template: every opener becomes `{#`.
//!
//! `{`, spaces and one of `#`, `T`, `(` open a hole if a `}` follows, with at most flat groups `{…}` between. The spaces are
//! dropped and a hash is put in: `{ T(X) }` becomes `{#T(X) }`. Quotes mean nothing here. After an opener that does not
//! match, the search goes on right behind its brace, so that `{{#a}}` is rewritten inside.
//!
//! The work is linear although a failed search starts again: between an opener and the place where its search fails there
//! are flat groups only, and each of these, when its turn comes, matches by itself or is no opener. So no place is searched
//! by two failing openers.

use memchr::{memchr, memchr2};

use crate::syntax::Move;

/// The rewritten text and how to get from its places to those of the original.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rewritten {
    pub text: String,
    pub moves: Vec<Move>,
}

/// Rewrites a template; nothing comes back if nothing changes.
pub(super) fn rewrite(template: &str) -> Option<Rewritten> {
    let bytes = template.as_bytes();
    let mut out = Rewritten::default();
    let (mut copied, mut at) = (0, 0);
    while let Some(brace) = memchr(b'{', &bytes[at..]).map(|found| at + found) {
        at = brace + 1;
        let first = at + bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        if !matches!(bytes.get(first), Some(b'#' | b'T' | b'(')) {
            continue;
        }
        let Some(end) = hole_end(bytes, first + 1) else {
            continue;
        };
        out.text.push_str(&template[copied..=brace]);
        out.text.push('#');
        let from = out.text.len();
        out.moves.push(Move {
            from: from as u32,
            by: first as i32 - from as i32,
        });
        out.text.push_str(&template[first..end]);
        (copied, at) = (end, end);
    }
    if out.moves.is_empty() {
        return None;
    }
    out.text.push_str(&template[copied..]);
    Some(out)
}

/// One past the `}` that closes the hole whose inside is at `at`, if only flat groups come before it.
fn hole_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        #[cfg(test)]
        crate::syntax::steps::add(
            memchr2(b'{', b'}', &bytes[at..]).unwrap_or(bytes.len() - at) + 1,
        );
        let brace = at + memchr2(b'{', b'}', &bytes[at..])?;
        if bytes[brace] == b'}' {
            return Some(brace + 1);
        }
        let group_end = brace + 1 + memchr2(b'{', b'}', &bytes[brace + 1..])?;
        if bytes[group_end] == b'{' {
            return None;
        }
        at = group_end + 1;
    }
}
