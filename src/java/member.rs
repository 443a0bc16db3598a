//! The shape of a member table, and the words that its rows are written in.

use super::environment::Environment;
use crate::value::fault::Outcome;
use crate::value::{Arena, ClassId, ClassRef, Value};

/// What a member may use: the arena of the evaluation, and what the host provides.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) arena: &'a Arena,
    pub(crate) environment: &'a Environment,
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
    /// The public constructors, all opened by the whitelist; none where the whitelist opens none.
    pub(crate) constructors: &'static [Constructor],
    pub(crate) fields: &'static [Field],
}

impl Members {
    /// A class that declares nothing yet.
    pub(super) const fn of(class: ClassId) -> Self {
        Members {
            class,
            methods: &[],
            constructors: &[],
            fields: &[],
        }
    }

    pub(super) const fn methods(self, methods: &'static [Method]) -> Self {
        Members { methods, ..self }
    }

    pub(super) const fn constructors(self, constructors: &'static [Constructor]) -> Self {
        Members {
            constructors,
            ..self
        }
    }

    pub(super) const fn fields(self, fields: &'static [Field]) -> Self {
        Members { fields, ..self }
    }
}

/// A public instance method that expressions may call.
pub(super) const fn m(
    name: &'static str,
    params: &'static [ClassRef],
    returns: ClassRef,
    body: Body,
    doc: &'static str,
) -> Method {
    Method {
        name,
        params,
        varargs: false,
        is_static: false,
        allowed: true,
        hidden: false,
        returns,
        body,
        doc,
    }
}

/// A public static method that expressions may call.
pub(super) const fn s(
    name: &'static str,
    params: &'static [ClassRef],
    returns: ClassRef,
    body: Body,
    doc: &'static str,
) -> Method {
    m(name, params, returns, body, doc).stat()
}

/// A public method without parameters that is read as a property and cannot be called.
pub(super) const fn p(
    name: &'static str,
    returns: ClassRef,
    body: Body,
    doc: &'static str,
) -> Method {
    Method {
        allowed: false,
        ..m(name, &[], returns, body, doc)
    }
}

/// A non-public method, which can win the choice of an overload and then cannot be called.
pub(super) const fn h(name: &'static str, params: &'static [ClassRef]) -> Method {
    Method {
        hidden: true,
        ..m(
            name,
            params,
            ClassRef::of(ClassId::OBJECT),
            super::args::unavailable,
            "",
        )
    }
}

/// A public constructor.
pub(super) const fn c(params: &'static [ClassRef], body: Body, doc: &'static str) -> Constructor {
    Constructor {
        params,
        varargs: false,
        body,
        doc,
    }
}

/// A public static field.
pub(super) const fn f(name: &'static str, body: Body, doc: &'static str) -> Field {
    Field { name, body, doc }
}

impl Method {
    pub(super) const fn stat(self) -> Self {
        Method {
            is_static: true,
            ..self
        }
    }

    /// The last parameter, an array, takes any number of arguments.
    pub(super) const fn varargs(self) -> Self {
        Method {
            varargs: true,
            ..self
        }
    }
}
