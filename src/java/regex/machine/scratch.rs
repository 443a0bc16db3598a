//! The memory of the matcher, lent from match to match within a thread so that matching does not allocate.

use std::cell::Cell;
use std::collections::HashSet;

use super::super::program::Program;

/// No position, no frame.
pub(super) const NONE: usize = usize::MAX;

/// A group that has captured nothing.
const UNSET: (u32, u32) = (u32::MAX, u32::MAX);

/// More frames than this are freed after a match.
const KEPT_FRAMES: usize = 1 << 14;

/// An entry of the backtracking stack: a choice that is left, a note how to undo, or the start of a match within the match.
#[derive(Clone, Copy, Debug)]
pub(super) enum Frame {
    /// Goes on at `pc`.
    Branch {
        pc: u32,
        at: u32,
    },
    /// A run that may give characters back down to `floor`.
    Shrink {
        index: u32,
        at: u32,
        floor: u32,
    },
    /// A lazy run that may take another character.
    Grow {
        index: u32,
        at: u32,
        count: u32,
    },
    Local {
        slot: u32,
        old: u32,
    },
    Group {
        group: u32,
        start: u32,
        end: u32,
    },
    /// A loop whose next repetition is under way; if it fails the loop ends here.
    LoopBody {
        index: u32,
        at: u32,
        count: u32,
    },
    /// A lazy loop that may take another repetition.
    LoopMore {
        index: u32,
        at: u32,
        count: u32,
    },
    /// A repetition may end here.
    RepeatStop {
        index: u32,
        at: u32,
        count: u32,
    },
    /// A lazy repetition may go on here.
    RepeatMore {
        index: u32,
        at: u32,
        count: u32,
    },
    /// One round of a repetition is under way.
    Round {
        index: u32,
        at: u32,
        count: u32,
        mark: u32,
    },
    /// A look-ahead or an atomic group is under way; `pc` is its operation.
    Part {
        pc: u32,
        at: u32,
        mark: u32,
    },
    /// A look-behind is under way, above its [`Frame::Window`].
    Behind {
        pc: u32,
        at: u32,
        mark: u32,
    },
    /// Where a look-behind tries next, at last, and where the outer one must end.
    Window {
        from: u32,
        floor: u32,
        outer_end: u32,
    },
    /// The group takes this once the match is complete, whatever it captured later.
    Settle {
        group: u32,
        start: u32,
        end: u32,
    },
}

#[derive(Debug, Default)]
pub(in super::super) struct Scratch {
    pub(super) frames: Vec<Frame>,
    pub(super) groups: Vec<(u32, u32)>,
    pub(super) locals: Vec<u32>,
    /// Loop and place of every failed repetition of loops that remember.
    pub(super) failures: HashSet<(u32, u32)>,
}

impl Scratch {
    pub(super) fn prepare(&mut self, program: &Program) {
        self.frames.clear();
        self.locals.clear();
        self.locals.resize(program.locals as usize, u32::MAX);
        self.groups.resize(program.groups as usize + 1, UNSET);
        self.forget();
    }

    /// Forgets captures and failures, before each search.
    pub(super) fn forget(&mut self) {
        self.groups.fill(UNSET);
        self.failures.clear();
    }

    pub(super) fn group(&self, group: usize) -> Option<(usize, usize)> {
        let &(start, end) = self.groups.get(group)?;
        ((start, end) != UNSET).then_some((start as usize, end as usize))
    }
}

thread_local! {
    static SPARE: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

pub(in super::super) fn borrow() -> Scratch {
    SPARE
        .try_with(Cell::take)
        .ok()
        .flatten()
        .map_or_else(Scratch::default, |scratch| *scratch)
}

pub(in super::super) fn give_back(mut scratch: Scratch) {
    if scratch.frames.capacity() > KEPT_FRAMES {
        scratch.frames = Vec::new();
    }
    if scratch.failures.capacity() > KEPT_FRAMES {
        scratch.failures = HashSet::new();
    }
    // Without thread storage (the thread is ending) the memory is simply freed.
    let _ = SPARE.try_with(|spare| spare.set(Some(Box::new(scratch))));
}

const _: () = assert!(size_of::<Frame>() <= 20);
