//! `new X(..)`: every public constructor is a candidate, and only the one that was chosen is checked by the sandbox.
//!
//! The classes that the sandbox opens carry their constructors in their tables. Of all others only the signatures are
//! known, which is enough to tell a refused constructor from one that does not exist.

use super::call::converted;
use super::conversion::Misfit;
use super::member::{Call, Constructor};
use super::resolve::{MatchKind, match_kind};
use super::whitelist::Permissions;
use super::{declared, members, refusal, types};
use crate::diagnostic::Code;
use crate::value::fault::{Family, Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value};
use smallvec::SmallVec;

/// `new class_name(args)`.
pub(crate) fn construct<'a>(
    call: &Call<'a>,
    class_name: &str,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let Some(class) = types::class_named(class_name) else {
        return Err(failed(class_name, cause_of(&types::not_found(class_name))));
    };
    let classes: SmallVec<[Option<ClassRef>; 4]> = args.iter().map(|arg| arg.class()).collect();
    let opened = members(class).map_or(&[][..], |members| members.constructors);
    let signatures = opened
        .iter()
        .map(|constructor| (constructor.params, constructor.varargs));
    let permissions = &call.environment.permissions;
    match choose(signatures, &classes) {
        Some(at) if permissions.constructs(class, at) => run(call, class_name, &opened[at], args),
        Some(at) => Err(refusal::constructor(
            permissions,
            class,
            opened[at].params,
            true,
        )),
        None if opened.is_empty() => match closed(class, &classes) {
            Some(params) => Err(refusal::constructor(permissions, class, &params, false)),
            None => Err(none_fits(permissions, class)),
        },
        None => Err(none_fits(permissions, class)),
    }
}

/// The position of the constructor that fits: the first exact one, else the last close one, else the last one that fits
/// by conversion, in the order of their numbers of parameters.
fn choose<'s>(
    signatures: impl Iterator<Item = (&'s [ClassRef], bool)>,
    args: &[Option<ClassRef>],
) -> Option<usize> {
    let mut sorted: Vec<(usize, (&[ClassRef], bool))> = signatures.enumerate().collect();
    sorted.sort_by_key(|(_, (params, varargs))| (params.len(), *varargs));
    let (mut close, mut converting) = (None, None);
    for (at, (params, varargs)) in sorted {
        match match_kind(params, varargs, args) {
            Some(MatchKind::Exact) => return Some(at),
            Some(MatchKind::Close) => close = Some(at),
            Some(MatchKind::Conversion) => converting = Some(at),
            None => {}
        }
    }
    close.or(converting)
}

fn run<'a>(
    call: &Call<'a>,
    class_name: &str,
    constructor: &Constructor,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let args = converted(call, constructor.params, constructor.varargs, args)
        .map_err(|misfit: Misfit| misfit.unless_ours(|thrown| failed(class_name, thrown)))?;
    (constructor.body)(call, Value::Null, &args).map_err(|fault| match fault.family {
        Family::El(_) => fault,
        Family::Java(_) | Family::Invocation => failed(class_name, cause_of(&fault)),
    })
}

/// The parameter types of the constructor of a closed class that these arguments choose.
fn closed(class: ClassId, args: &[Option<ClassRef>]) -> Option<Vec<ClassRef>> {
    let mut signatures: Vec<(Vec<ClassRef>, bool)> =
        declared::constructors(class).map(parse).collect();
    let known = signatures
        .iter()
        .map(|(params, varargs)| (&params[..], *varargs));
    let at = choose(known, args)?;
    Some(signatures.swap_remove(at).0)
}

fn parse(signature: &str) -> (Vec<ClassRef>, bool) {
    let varargs = signature.ends_with("...");
    let types = signature
        .trim_matches(['(', ')'])
        .split(',')
        .filter(|name| !name.is_empty());
    (types.map(parameter).collect(), varargs)
}

/// A parameter type by its name; one that no value can have stands for itself.
fn parameter(name: &str) -> ClassRef {
    let name = name
        .strip_suffix("...")
        .map_or(name.to_owned(), |of| format!("{of}[]"));
    let element = name.trim_end_matches("[]");
    let dims = (name.len() - element.len()) / 2;
    let id = ClassId::by_name(element).unwrap_or(super::signature::UNREACHABLE.id);
    ClassRef {
        id,
        dims: u8::try_from(dims).unwrap_or(u8::MAX),
    }
}

fn cause_of(fault: &Fault) -> Thrown {
    fault.thrown()
}

#[cold]
fn failed(class_name: &str, cause: Thrown) -> Box<Fault> {
    let message = format!("cannot construct `{class_name}`: {}", cause.message);
    Fault::caused(Code::CONSTRUCTOR_PROBLEM, message, cause)
}

#[cold]
fn none_fits(permissions: &Permissions, class: ClassId) -> Box<Fault> {
    let message = format!(
        "no public constructor of `{}` takes these arguments",
        class.name()
    );
    let mut fault = Fault::java("NullPointerException", message);
    fault.help.extend(refusal::makers(permissions, class));
    fault
}
