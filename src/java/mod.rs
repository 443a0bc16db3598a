//! The Java classes that expressions reach.
//!
//! Each class has one table of its members: name, parameter types, whether the sandbox lets an expression call it, the
//! function, a line of documentation. Whitelist, overload choice, property reads, suggestions and documentation read the same table.

mod member;

pub(crate) use member::{Body, Call, Constructor, Field, Members, Method};
