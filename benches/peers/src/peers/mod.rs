//! One file an engine. Each gives its work for every shape and both ways, in the form its documentation recommends, and
//! a faster form too where a careful user would choose one.

pub mod cel;
pub mod cel_lent;
pub mod evalexpr;
pub mod gravel;
pub mod hand;
pub mod minijinja;
pub mod rhai;

use crate::sample::Sample;
use crate::work::Work;

/// All work in this process, our own and the peers'.
pub fn all(request: &'static Sample) -> Vec<Work> {
    let parts = [
        hand::work(request),
        gravel::work(request),
        cel::work(request),
        cel_lent::work(request),
        evalexpr::work(request),
        rhai::work(request),
        minijinja::work(request),
    ];
    parts.into_iter().flatten().collect()
}

/// Something that lives as long as the process, as engines and prebuilt contexts do.
fn forever<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
