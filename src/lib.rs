//! Gravitee Expression Language without a JVM.
#![forbid(unsafe_code)]

pub mod diagnostic;
mod java;
mod syntax;
