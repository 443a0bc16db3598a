//! The shape of a member table.

use crate::value::fault::Outcome;
use crate::value::{Arena, ClassId, ClassRef, Value};

/// What a member may use: the arena of the evaluation, and what the host provides.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) arena: &'a Arena,
}

/// The function of a member: receiver (`Null` for static members), arguments already converted to the parameter types.
pub(crate) type Body = for<'a> fn(&Call<'a>, Value<'a>, &[Value<'a>]) -> Outcome<Value<'a>>;

/// A method as its class declares it.
pub(crate) struct Method {
    pub(crate) name: &'static str,
    pub(crate) params: &'static [ClassRef],
    pub(crate) varargs: bool,
    pub(crate) is_static: bool,
    /// Whether the built-in whitelist opens it for calls; property reads need no permission.
    pub(crate) allowed: bool,
    /// A non-public member: takes part in overload choice, fails when called (`EL1029E`).
    pub(crate) hidden: bool,
    pub(crate) returns: ClassRef,
    pub(crate) body: Body,
    pub(crate) doc: &'static str,
}

/// A public constructor.
pub(crate) struct Constructor {
    pub(crate) params: &'static [ClassRef],
    pub(crate) varargs: bool,
    pub(crate) allowed: bool,
    pub(crate) body: Body,
    pub(crate) doc: &'static str,
}

/// A public static field.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) body: Body,
    pub(crate) doc: &'static str,
}

/// The members that one class declares, in the order of the reference's virtual machine where that order is visible.
pub(crate) struct Members {
    pub(crate) class: ClassId,
    pub(crate) methods: &'static [Method],
    pub(crate) constructors: &'static [Constructor],
    pub(crate) fields: &'static [Field],
}
