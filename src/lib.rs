//! Gravitee Expression Language without a JVM.
#![forbid(unsafe_code)]

pub mod diagnostic;
#[allow(dead_code, unreachable_pub)]
mod syntax;
#[allow(dead_code)]
mod template;
