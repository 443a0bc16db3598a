//! Calling a method: arguments become what the parameters ask for, then the function of the row runs.

use super::conversion::{self, Misfit};
use super::member::{Call, Method};
use super::refusal::{Refused, signature};
use super::resolve::{Resolution, assignable, resolve};
use super::whitelist::Permissions;
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value};
use smallvec::SmallVec;
use std::sync::OnceLock;

/// Few calls have more arguments; those that have take memory.
pub(super) type Args<'a> = SmallVec<[Value<'a>; 4]>;

type Classes = SmallVec<[Option<ClassRef>; 4]>;

/// What a call resolved to, which is the same whenever target and arguments have the same classes.
pub(crate) struct Resolved {
    class: ClassRef,
    is_class_target: bool,
    args: Classes,
    method: &'static Method,
}

/// `target.name(args)` on a target that is not null.
pub(crate) fn invoke<'a>(
    call: &Call<'a>,
    target: Value<'a>,
    name: &str,
    args: &[Value<'a>],
    resolved: &OnceLock<Resolved>,
) -> Outcome<Value<'a>> {
    let (class, is_class_target) = subject(target);
    let classes: Classes = args.iter().map(|arg| arg.class()).collect();
    if let Some(known) = resolved.get()
        && (known.class, known.is_class_target) == (class, is_class_target)
        && known.args == classes
    {
        return call_method(call, target, known.method, args);
    }
    let permissions = &call.environment.permissions;
    match resolve(permissions, class, is_class_target, name, &classes) {
        Resolution::Found(method, _) => {
            // Another thread may have been first; either answer is one that a call resolved to.
            let _ = resolved.set(Resolved {
                class,
                is_class_target,
                args: classes,
                method,
            });
            call_method(call, target, method, args)
        }
        Resolution::Ambiguous => Err(ambiguous(class, name, args)),
        Resolution::Absent => Err(Refused {
            permissions,
            class,
            of_class: is_class_target,
            name,
            args,
        }
        .fault()),
    }
}

/// Whether expressions may call a method of texts with so many texts as arguments.
pub(crate) fn is_open_to_texts(permissions: &Permissions, name: &str, count: usize) -> bool {
    let class = ClassRef::of(ClassId::STRING);
    let args: Classes = std::iter::repeat_n(Some(class), count).collect();
    matches!(
        resolve(permissions, class, false, name, &args),
        Resolution::Found(..)
    )
}

/// The class whose methods a target has, and whether it is the class itself that is the target.
pub(crate) fn subject(target: Value<'_>) -> (ClassRef, bool) {
    match target {
        Value::Class(class) => (class, true),
        _ => (
            target.class().unwrap_or(ClassRef::of(ClassId::OBJECT)),
            false,
        ),
    }
}

/// Calls a method that `resolve` chose.
pub(crate) fn call_method<'a>(
    call: &Call<'a>,
    target: Value<'a>,
    method: &'static Method,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    if method.hidden {
        return Err(not_callable(method, inaccessible()));
    }
    let target = if method.is_static {
        Value::Null
    } else {
        target
    };
    if fits_as_is(method, args) {
        return (method.body)(call, target, args);
    }
    let args = converted(call, method.params, method.varargs, args)
        .map_err(|problem| problem.unless_ours(|thrown| not_callable(method, thrown)))?;
    (method.body)(call, target, &args)
}

fn fits_as_is(method: &Method, args: &[Value<'_>]) -> bool {
    let fits = |(param, arg): (&ClassRef, &Value<'_>)| {
        arg.class().is_none_or(|class| assignable(class, *param))
    };
    !method.varargs && method.params.iter().zip(args).all(fits)
}

/// The arguments in the form in which a function expects them: converted, further ones packed into an array.
pub(super) fn converted<'a>(
    call: &Call<'a>,
    params: &[ClassRef],
    varargs: bool,
    args: &[Value<'a>],
) -> Result<Args<'a>, Misfit> {
    let (fixed, array) = match params.split_last() {
        Some((array, fixed)) if varargs => (fixed, Some(*array)),
        _ => (params, None),
    };
    let (head, rest) = args.split_at(fixed.len().min(args.len()));
    let mut out = Args::new();
    for (param, arg) in fixed.iter().zip(head) {
        out.push(fitted(call, *arg, *param)?);
    }
    if let Some(array) = array {
        out.push(packed(call, array, rest)?);
    }
    Ok(out)
}

fn fitted<'a>(call: &Call<'a>, arg: Value<'a>, param: ClassRef) -> Result<Value<'a>, Misfit> {
    match arg.class() {
        None if !param.is_primitive() => Ok(arg),
        Some(class) if assignable(class, param) => Ok(arg),
        _ => conversion::convert(call, arg, param),
    }
}

/// The array for a variable number of arguments. One argument alone may be that array, or a list that becomes it.
fn packed<'a>(call: &Call<'a>, array: ClassRef, rest: &[Value<'a>]) -> Result<Value<'a>, Misfit> {
    let component = array.component().unwrap_or(array);
    let items: Args<'a> = match rest {
        [] => Args::new(),
        [Value::Null] => Args::from_slice(&[Value::Null]),
        [only] => {
            let value = sole(call, array, component, *only)?;
            if value.class().is_some_and(|class| class.is_a(array)) {
                return Ok(value);
            }
            Args::from_slice(&[value])
        }
        several => several
            .iter()
            .map(|arg| fitted(call, *arg, component))
            .collect::<Result<_, _>>()?,
    };
    Ok(call.arena.list(array, &items)?)
}

fn sole<'a>(
    call: &Call<'a>,
    array: ClassRef,
    component: ClassRef,
    only: Value<'a>,
) -> Result<Value<'a>, Misfit> {
    let class = only.class().unwrap_or(component);
    let is_list = class.dims == 0 && class.id.is_a(ClassId::LIST);
    if class.is_array() && class.is_a(array) {
        return Ok(only);
    }
    if assignable(class, component) && !class.is_array() && !is_list {
        return Ok(only);
    }
    let to_array = class.is_array() || is_list || conversion::can_convert(class, array);
    conversion::convert(call, only, if to_array { array } else { component })
}

fn inaccessible() -> Thrown {
    Thrown::new("InaccessibleObjectException", "the method is not public")
}

#[cold]
fn not_callable(method: &Method, cause: Thrown) -> Box<Fault> {
    let message = format!("cannot call `{}`: {}", signature(method), cause.message);
    Fault::caused(Code::METHOD_ARGUMENT, message, cause)
}

#[cold]
fn ambiguous(class: ClassRef, name: &str, args: &[Value<'_>]) -> Box<Fault> {
    let call = written(name, args);
    let message =
        format!("`{call}` of `{class}` is ambiguous: several methods fit, each only by conversion");
    Fault::caused(
        Code::METHOD_LOOKUP,
        message.clone(),
        Thrown::new("SpelEvaluationException", message),
    )
}

/// The call with the classes of its arguments, as messages print it.
fn written(name: &str, args: &[Value<'_>]) -> String {
    let classes: Vec<String> = args.iter().map(|arg| arg.class_name()).collect();
    format!("{name}({})", classes.join(","))
}
