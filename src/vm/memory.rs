//! The memory of an evaluation, made when the first value needs it: most conditions only look at what they are lent.

use crate::Limits;
use crate::value::Arena;
use std::cell::OnceCell;

/// An arena that the caller keeps, or one that comes to be when it is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Memory<'a> {
    Given(&'a Arena),
    Lazy(&'a OnceCell<Arena>, &'a Limits),
}

impl<'a> Memory<'a> {
    /// The arena.
    pub(crate) fn arena(self) -> &'a Arena {
        match self {
            Memory::Given(arena) => arena,
            Memory::Lazy(cell, limits) => cell.get_or_init(|| Arena::new(*limits)),
        }
    }

    /// The limits that the evaluation keeps.
    #[inline]
    pub(crate) fn limits(self) -> &'a Limits {
        match self {
            Memory::Given(arena) => arena.limits(),
            Memory::Lazy(_, limits) => limits,
        }
    }
}
