//! The virtual machine: instructions, programs, the loop.

mod array;
mod call;
mod choose;
mod input;
pub(crate) mod machine;
mod navigate;
pub(crate) mod op;
pub(crate) mod program;
mod repeat;
mod write;
