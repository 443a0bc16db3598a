//! Gravitee Expression Language without a JVM.
#![forbid(unsafe_code)]

pub mod diagnostic;
#[allow(dead_code, reason = "the tables of Java members are its callers")]
mod java;
mod syntax;
