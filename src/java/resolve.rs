//! Choosing the method that a call means, by the classes of the arguments alone.
//!
//! The reference has rules of its own here, not Java's: an overload fits exactly, closely (by inheritance or boxing) or
//! by conversion; two that fit only by conversion are an error. Private methods of a listed class take part and can win.

use super::conversion::can_convert;
use super::hierarchy;
use super::member::Method;
use super::whitelist::Permissions;
use crate::value::{ClassId, ClassRef};
use smallvec::SmallVec;

/// How well arguments fit parameters; the worst argument decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MatchKind {
    /// Every class is the parameter's own.
    Exact,
    /// Inheritance or boxing bridges the difference.
    Close,
    /// The arguments have to be converted.
    Conversion,
}

/// What a call by these argument classes means.
#[derive(Clone, Copy)]
pub(crate) enum Resolution {
    Found(&'static Method, MatchKind),
    /// Several methods fit, each only by conversion.
    Ambiguous,
    Absent,
}

/// The methods of that name which a call may mean, in the order in which the reference tries them.
pub(crate) fn candidates(
    permissions: &Permissions,
    class: ClassRef,
    is_class_target: bool,
    name: &str,
) -> SmallVec<[&'static Method; 8]> {
    let mut found: SmallVec<[&'static Method; 8]> = named(permissions, class, name)
        .filter(|method| method.is_static || !is_class_target)
        .collect();
    if is_class_target {
        found.extend(named(permissions, ClassRef::of(ClassId::CLASS), name));
    }
    found.sort_by_key(|method| (method.params.len(), method.varargs));
    found
}

fn named(
    permissions: &Permissions,
    class: ClassRef,
    name: &str,
) -> impl Iterator<Item = &'static Method> {
    let classes = hierarchy::ancestors(class).into_iter();
    let methods = classes.flat_map(|class| permissions.methods(class));
    methods.filter(move |method| method.name == name)
}

/// The method that `target.name(args)` means, `None` standing for a null argument. With `is_class_target` the target is
/// the class itself (`T(X).name(..)`): its static methods, and those of a `Class` object.
pub(crate) fn resolve(
    permissions: &Permissions,
    class: ClassRef,
    is_class_target: bool,
    name: &str,
    args: &[Option<ClassRef>],
) -> Resolution {
    let (mut close, mut distance) = (None, u32::MAX);
    let (mut converting, mut several) = (None, false);
    for method in candidates(permissions, class, is_class_target, name) {
        match match_kind(method.params, method.varargs, args) {
            Some(MatchKind::Exact) => return Resolution::Found(method, MatchKind::Exact),
            Some(MatchKind::Close) => {
                let this = total_distance(method.params, args);
                if close.is_none() || this < distance {
                    (close, distance) = (Some(method), this);
                }
            }
            Some(MatchKind::Conversion) => several |= converting.replace(method).is_some(),
            None => {}
        }
    }
    match (close, converting) {
        (Some(method), _) => Resolution::Found(method, MatchKind::Close),
        (None, Some(_)) if several => Resolution::Ambiguous,
        (None, Some(method)) => Resolution::Found(method, MatchKind::Conversion),
        (None, None) => Resolution::Absent,
    }
}

/// How arguments of these classes fit; `None` when they do not.
pub(super) fn match_kind(
    params: &[ClassRef],
    varargs: bool,
    args: &[Option<ClassRef>],
) -> Option<MatchKind> {
    match params.split_last() {
        Some((array, fixed)) if varargs && args.len() >= fixed.len() => {
            let (head, rest) = args.split_at(fixed.len());
            let kind = match_all(fixed.iter().copied(), head)?;
            match rest {
                [Some(only)] if only == array => Some(kind),
                _ => match_rest(kind, array.component()?, rest),
            }
        }
        _ if params.len() == args.len() => match_all(params.iter().copied(), args),
        _ => None,
    }
}

fn match_all(
    params: impl Iterator<Item = ClassRef>,
    args: &[Option<ClassRef>],
) -> Option<MatchKind> {
    let mut worst = MatchKind::Exact;
    for (param, arg) in params.zip(args) {
        worst = worst.max(match_one(param, *arg)?);
    }
    Some(worst)
}

/// How further arguments fit the component of the array that takes them.
///
/// The reference goes on after one that does not fit, so that a later one that fits, other than exactly, makes up for it.
fn match_rest(
    head: MatchKind,
    component: ClassRef,
    rest: &[Option<ClassRef>],
) -> Option<MatchKind> {
    let next = |kind: Option<MatchKind>, arg: &Option<ClassRef>| match match_one(component, *arg) {
        None => None,
        Some(MatchKind::Exact) => kind,
        Some(fit) => Some(kind.map_or(fit, |kind| kind.max(fit))),
    };
    rest.iter().fold(Some(head), next)
}

fn match_one(param: ClassRef, arg: Option<ClassRef>) -> Option<MatchKind> {
    match arg {
        None => (!param.is_primitive()).then_some(MatchKind::Exact),
        Some(arg) if arg == param => Some(MatchKind::Exact),
        Some(arg) if assignable(arg, param) => Some(MatchKind::Close),
        Some(arg) => can_convert(arg, param).then_some(MatchKind::Conversion),
    }
}

/// Whether a value of that class may be passed as it is; a box fits its primitive type.
pub(super) fn assignable(from: ClassRef, to: ClassRef) -> bool {
    from.is_a(to) || (to.is_primitive() && from.dims == 0 && to.id.boxed() == from.id)
}

/// How far the arguments are from the parameters; the smallest wins among close matches.
fn total_distance(params: &[ClassRef], args: &[Option<ClassRef>]) -> u32 {
    let arg_at = |at: usize| args.get(at).copied().flatten();
    let distances = params
        .iter()
        .enumerate()
        .map(|(at, param)| distance(*param, arg_at(at)));
    distances.fold(0, u32::saturating_add)
}

fn distance(param: ClassRef, arg: Option<ClassRef>) -> u32 {
    let Some(arg) = arg else {
        return if param.is_primitive() { u32::MAX } else { 0 };
    };
    if !assignable(arg, param) {
        return u32::MAX;
    }
    let goal = if param.is_primitive() {
        ClassRef::of(ClassId::OBJECT)
    } else {
        param
    };
    let steps = superclasses(arg)
        .take_while(|above| above.is_a(goal))
        .position(|above| above == goal);
    let above = superclasses(arg)
        .take_while(|above| above.is_a(goal))
        .count();
    let climbed = steps.map_or(above, |at| at + 1) as u32;
    2 * climbed + u32::from(goal.dims == 0 && goal.id.is_interface())
}

fn superclasses(class: ClassRef) -> impl Iterator<Item = ClassRef> {
    let above = |class: ClassRef| match class.dims {
        0 => class.id.superclass().map(ClassRef::of),
        _ => Some(ClassRef::of(ClassId::OBJECT)),
    };
    std::iter::successors(above(class), move |class| above(*class))
}
