//! The gateway: real API definitions, served by the expressions of this crate.
//!
//! Two halves meet in [`exchange`]. The network half reads and guards HTTP, owns connections on both sides and writes the
//! log. The chain half knows which API, plan, flows and policies a request goes through and what is answered; it never
//! opens a socket, so one request can be tried without a network, and the same code runs in both cases.

pub mod config;
mod definition;
mod endpoint;
pub mod exchange;
mod execution;
mod expression;
mod finding;
mod flow;
pub mod ingress;
pub mod observe;
mod plan;
mod policy;
mod registry;
mod respond;
pub mod run;
mod select;
pub mod settings;
pub mod trace;
pub mod upstream;
mod wire;

pub use finding::Finding;
pub use flow::{handle, trace};
pub use registry::{Deployed, Registry};
