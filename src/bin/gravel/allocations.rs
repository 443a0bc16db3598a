//! The allocator of the command, which counts what a thread allocates, for `gravel bench`.
//!
//! Underneath is mimalloc: a gateway makes and drops some forty small things a request, and the system's allocator takes a
//! quarter of all instructions for them. Without huge pages, which would hold 12 MB where 2 are used.
//!
//! The counting allocator is the one of the whole command, so that `bench` needs no build of its own; the gateway, which
//! lives in the same binary, pays for it. Hence `alloc_tracker`: its counters belong to their thread and are written with
//! plain loads and stores: callgrind counts 19 instructions more for an allocation with its release, which take 150 without.
//! `stats_alloc` needs five, but four of them locked, on a line that all cores share; `allocation-counter` wraps the system's
//! allocator only, and copies where `realloc` would not.

use alloc_tracker::{Allocator, Session};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: Allocator<MiMalloc> = Allocator::new(MiMalloc);

/// How often something asked the allocator, and for how many bytes; a block that grows counts again, whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Allocated {
    pub(crate) count: u64,
    pub(crate) bytes: u64,
}

/// What the work allocates on this thread.
pub(crate) fn during(work: impl FnOnce()) -> Allocated {
    let session = Session::new().no_stdout().no_file();
    let operation = session.operation("work");
    {
        let _span = operation.measure_thread().iterations(1);
        work();
    }
    let report = session.to_report();
    let measured = report.operations().next();
    measured.map_or(Allocated::default(), |(_, work)| Allocated {
        count: work.total_allocations_count(),
        bytes: work.total_bytes_allocated(),
    })
}
