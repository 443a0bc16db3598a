//! Gravitee Expression Language without a JVM.
#![forbid(unsafe_code)]

pub mod diagnostic;
mod java;
mod limits;
mod syntax;
mod value;

pub use limits::Limits;
pub use value::{Arena, Owned, Value, host};
