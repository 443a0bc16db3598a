//! Identifiers of requests and clients: made millions of times, so without asking the system for randomness each time.
//!
//! An identifier of a request must be unique, not secret: a generator for each thread, seeded at random, is enough.

use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};

thread_local! {
    static STATE: Cell<[u64; 2]> = Cell::new([seed(), seed()]);
    static LAST_HASHED: RefCell<(String, String)> = RefCell::default();
}

fn seed() -> u64 {
    RandomState::new().hash_one(std::thread::current().id())
}

/// A fresh identifier, a UUID of version 4 as text.
pub(crate) fn fresh() -> String {
    let mut bytes = [0; 16];
    STATE.with(|state| {
        let [mut one, mut two] = state.get();
        bytes[..8].copy_from_slice(&mixed(&mut one).to_le_bytes());
        bytes[8..].copy_from_slice(&mixed(&mut two).to_le_bytes());
        state.set([one, two]);
    });
    let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let mut buffer = uuid::Uuid::encode_buffer();
    id.hyphenated().encode_lower(&mut buffer).to_owned()
}

/// The next number of a generator whose state counts on by a fixed step.
fn mixed(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// SHA-256 of a text in lower-case hexadecimal. The last text is remembered, since many requests come from one address.
pub(crate) fn hashed(text: &str) -> String {
    LAST_HASHED.with(|last| {
        let mut last = last.borrow_mut();
        if last.0 != text || last.1.is_empty() {
            let digest = Sha256::digest(text.as_bytes());
            let mut hex = String::with_capacity(64);
            for byte in digest {
                let _ = write!(hex, "{byte:02x}");
            }
            *last = (text.to_owned(), hex);
        }
        last.1.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn identifiers_are_random_uuids_and_differ() {
        let ids: HashSet<String> = (0..10_000).map(|_| fresh()).collect();
        assert_eq!(ids.len(), 10_000);
        let id: uuid::Uuid = fresh().parse().expect("a UUID");
        assert_eq!(id.get_version_num(), 4);
    }

    #[test]
    fn hashes_are_those_of_sha_256() {
        let expected = "12ca17b49af2289436f303e0166030a21e525d266e209267433801a8fd4071a0";
        for _ in 0..2 {
            assert_eq!(hashed("127.0.0.1"), expected);
            assert_ne!(hashed(""), expected);
        }
    }
}
