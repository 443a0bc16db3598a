//! Gravitee Expression Language without a JVM.
#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod syntax;
#[allow(dead_code)]
mod template;
