//! The virtual machine: instructions, programs, the loop.

mod array;
mod call;
mod choose;
pub(crate) mod glance;
mod input;
pub(crate) mod like;
pub(crate) mod machine;
pub(crate) mod memory;
mod navigate;
pub(crate) mod op;
pub(crate) mod operate;
pub(crate) mod program;
mod repeat;
mod write;
