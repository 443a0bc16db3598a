//! Which API a request belongs to, and which of its flows.

mod acceptor;
mod best_match;
mod parameters;
mod path;

pub(crate) use acceptor::{Acceptor, Router, normalized_context};
pub(crate) use best_match::best;
pub(crate) use parameters::{Mappings, Parameters, decoded};
pub(crate) use path::PathPattern;
