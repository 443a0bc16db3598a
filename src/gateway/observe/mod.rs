//! What operators see: a line per request, and what the gateway itself has to say.

pub mod access;
pub(crate) mod capture;
pub mod diagnostics;
