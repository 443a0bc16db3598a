//! `#secrets`: what the host's store answers.

use crate::java::args::{arg, text};
use crate::java::member::{Call, Members, m};
use crate::java::signature::{STRING, class};
use crate::value::fault::{Fault, Outcome};
use crate::value::host::{SecretAccess, SecretError, Secrets};
use crate::value::secrets::{SECRET_ACCESS, SECRETS as STORE};
use crate::value::{ClassRef, Value};

const ACCESS: ClassRef = ClassRef::of(SECRET_ACCESS);

/// What the interface of the store declares.
#[rustfmt::skip]
pub(super) static SECRETS: Members = Members::of(class("io.gravitee.secrets.api.el.EvaluatedSecretsMethods").id).methods(&[
    m("get", &[STRING], STRING, |c, t, a| answer(c, store(t)?.get(&name(a, 0)?, None)), "the value of a secret"),
    m("get", &[STRING, STRING], STRING, |c, t, a| answer(c, store(t)?.get(&name(a, 0)?, key(a, 1)?.as_deref())), "the value of one key of a secret"),
]);

/// What the class of the store adds.
#[rustfmt::skip]
pub(super) static DELEGATING: Members = Members::of(STORE).methods(&[
    m("fromGrant", &[STRING, ACCESS], STRING, |c, t, a| answer(c, store(t)?.granted(&name(a, 0)?, None, access(a, 1))), "the value of a granted secret"),
    m("fromGrant", &[STRING, STRING, ACCESS], STRING, |c, t, a| answer(c, store(t)?.granted(&name(a, 0)?, key(a, 1)?.as_deref(), access(a, 2))), "the value of one key of a granted secret"),
    m("fromEL", &[STRING, STRING, ACCESS], STRING, |c, t, a| answer(c, store(t)?.computed(&name(a, 0)?, &name(a, 1)?, access(a, 2))), "the value of a secret whose name was computed"),
]);

/// The store that the receiver stands for.
fn store<'a>(this: Value<'a>) -> Outcome<&'a dyn Secrets> {
    let store = match this {
        Value::Bean(bean) => bean.secrets(),
        _ => None,
    };
    store.ok_or_else(gone)
}

/// What the store answered, as a value.
fn answer<'a>(call: &Call<'a>, answer: Result<Option<String>, SecretError>) -> Outcome<Value<'a>> {
    match answer {
        Ok(Some(secret)) => call.arena.text(&secret),
        Ok(None) => Ok(Value::Null),
        Err(error) => Err(Fault::java("RuntimeException", error.to_string())),
    }
}

/// What an expression assigned to a variable outlives the evaluation, the store does not.
#[cold]
fn gone() -> Box<Fault> {
    Fault::java(
        "IllegalStateException",
        "this copy of `#secrets` has no store behind it",
    )
}

fn name(args: &[Value<'_>], at: usize) -> Outcome<String> {
    Ok(text(args, at)?.to_string())
}

/// A key that may be null.
fn key(args: &[Value<'_>], at: usize) -> Outcome<Option<String>> {
    match arg(args, at) {
        Value::Null => Ok(None),
        _ => name(args, at).map(Some),
    }
}

fn access<'a>(args: &[Value<'a>], at: usize) -> Option<&'a SecretAccess> {
    match arg(args, at) {
        Value::Bean(bean) => bean.secret_access(),
        _ => None,
    }
}
