//! How a path is walked. The choice is the reference's, for it can be told from outside: which node is first when only one is
//! asked for, what `last()` counts, and whether `//text()` finds text in CDATA sections depend on it.
//!
//! | path | plan |
//! |---|---|
//! | one step | read its axis |
//! | `//x`, `.//x`, `/descendant::x` without a position in a predicate | read all descendants, `x` alone is tested |
//! | steps whose nodes come in document order, each once | walk step by step, lazily |
//! | all others | walk, then sort and drop doubles |
//!
//! Planning is a pass over the parsed tree, from right to left, for one slip of the reference's: a union does not know where its
//! operands end, and takes what follows it in the flat form for further operands, as long as that can be a path.
//! `a | b = c` compares the union of all three with `c`.

use super::error::XPathError;
use super::expression::{Axis, Expr, Filter, Operator, Path, Step, Union};
use super::functions::{self, Function};
use super::layout::Layout;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    Single,
    Descendants { from_root: bool, or_self: bool },
    Walk,
    SortedWalk,
}

/// Checks every call and plans every path of an expression.
pub(super) fn complete(expr: &mut Expr) -> Result<(), XPathError> {
    let planner = Planner {
        layout: Layout::of(expr),
    };
    planner.expr(expr, &[])
}

struct Planner {
    layout: Layout,
}

type Done = Result<(), XPathError>;

impl Planner {
    /// Plans an expression with those behind it, nearest first.
    fn expr(&self, expr: &mut Expr, behind: &[&Expr]) -> Done {
        match expr {
            Expr::Or(operands) | Expr::And(operands) => self.list(operands, behind),
            Expr::Chain(first, rest) => self.chain(first, rest, behind),
            Expr::Negate(inner) => self.expr(inner, behind),
            // A group that is shared has been planned: what is behind comes first.
            Expr::Group(inner) => {
                Arc::get_mut(inner).map_or(Ok(()), |inner| self.expr(inner, behind))
            }
            Expr::Union(union) => self.union(union, behind),
            Expr::Call(function, arguments) => {
                functions::check(*function, arguments.len())?;
                self.each(arguments)
            }
            Expr::Extension(arguments) => self.each(arguments),
            Expr::Path(path) => self.path(path, behind),
            Expr::Text(_) | Expr::Number(_) | Expr::Variable(_) => Ok(()),
        }
    }

    /// Expressions that end each for itself.
    fn each(&self, exprs: &mut [Expr]) -> Done {
        exprs.iter_mut().try_for_each(|expr| self.expr(expr, &[]))
    }

    /// Lists nest to the right: behind an operand comes the operator of the next, but behind the last but one the last.
    fn list(&self, operands: &mut [Expr], behind: &[&Expr]) -> Done {
        let Some((last, before)) = operands.split_last_mut() else {
            return Ok(());
        };
        self.expr(last, behind)?;
        if let Some((second, before)) = before.split_last_mut() {
            let mut followers = vec![&*last];
            followers.extend(behind);
            self.expr(second, &followers)?;
            self.each(before)?;
        }
        Ok(())
    }

    fn chain(&self, first: &mut Expr, rest: &mut [(Operator, Expr)], behind: &[&Expr]) -> Done {
        for index in (0..rest.len()).rev() {
            let (before, after) = rest.split_at_mut(index + 1);
            let followers: Vec<&Expr> = after
                .iter()
                .map(|(_, operand)| operand)
                .chain(behind.iter().copied())
                .collect();
            self.expr(&mut before[index].1, &followers)?;
        }
        let operands = rest.iter().map(|(_, operand)| operand);
        let followers: Vec<&Expr> = operands.chain(behind.iter().copied()).collect();
        self.expr(first, &followers)
    }

    fn path(&self, path: &mut Path, behind: &[&Expr]) -> Done {
        let is_bare = path.steps.is_empty();
        if let Some(filter) = &mut path.filter {
            let ends = !is_bare || !filter.predicates.is_empty();
            self.expr(&mut filter.expr, if ends { &[] } else { behind })?;
            self.each(&mut filter.predicates)?;
        }
        for step in &mut path.steps {
            self.each(&mut step.predicates)?;
        }
        path.plan = self.plan(path.filter.as_deref(), &path.steps)?;
        Ok(())
    }

    /// The paths of a union, what it takes for its own included. They end before the first operand that is no path.
    fn union(&self, union: &mut Union, behind: &[&Expr]) -> Done {
        for index in (0..union.operands.len()).rev() {
            let (before, after) = union.operands.split_at_mut(index + 1);
            let followers: Vec<&Expr> = after.iter().chain(behind.iter().copied()).collect();
            self.expr(&mut before[index], &followers)?;
        }
        let own = union.operands.iter();
        let paths = own
            .chain(behind.iter().copied())
            .map_while(|operand| self.operand(operand));
        union.paths = paths.collect::<Result<_, _>>()?;
        union.of_children = union.paths.iter().all(is_plain_child);
        Ok(())
    }

    /// An operand of a union as a path, if it can be one.
    fn operand(&self, operand: &Expr) -> Option<Result<Path, XPathError>> {
        match operand {
            Expr::Path(path) => Some(Ok(path.clone())),
            Expr::Variable(_) | Expr::Extension(_) | Expr::Call(..) | Expr::Group(_) => {
                let filter = Filter {
                    expr: operand.clone(),
                    predicates: Vec::new(),
                };
                Some(Ok(Path::new(Some(filter), Vec::new())))
            }
            _ => None,
        }
    }

    fn plan(&self, filter: Option<&Filter>, steps: &[Step]) -> Result<Plan, XPathError> {
        if filter.is_none() && steps.len() == 1 {
            return Ok(Plan::Single);
        }
        if let Some(plan) = self.descendants(filter, steps)? {
            return Ok(plan);
        }
        let natural = is_natural(filter.is_some(), steps);
        Ok(if natural {
            Plan::Walk
        } else {
            Plan::SortedWalk
        })
    }

    /// `//x` and its like: at most three steps, only the last of which tests a name. Predicates of the others are lost, unless
    /// they may depend on positions. They are looked at step by step, for looking at them may fail.
    fn descendants(
        &self,
        filter: Option<&Filter>,
        steps: &[Step],
    ) -> Result<Option<Plan>, XPathError> {
        if let Some(filter) = filter {
            self.any_may_count(&filter.predicates)?;
            return Ok(None);
        }
        let mut read = Descent::default();
        for (index, step) in steps.iter().enumerate() {
            let is_open = index == 0 || steps[index - 1].is_open();
            if !is_open || index == 3 || self.any_may_count(&step.predicates)? {
                return Ok(None);
            }
            if !read.step(step.axis, index) {
                return Ok(None);
            }
        }
        Ok(Some(read.plan(steps)))
    }

    fn any_may_count(&self, predicates: &[Expr]) -> Result<bool, XPathError> {
        for predicate in predicates {
            if self.may_count(predicate)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a predicate may depend on positions, in the reference's cautious estimate.
    fn may_count(&self, predicate: &Expr) -> Result<bool, XPathError> {
        match predicate {
            Expr::Path(_) => Ok(false),
            Expr::Call(function, arguments) => self.call_may_count(*function, arguments),
            Expr::Chain(first, rest) => match comparison(rest) {
                Some(_) => {
                    let before = &rest[..rest.len() - 1];
                    Ok(self.chain_may_count(first, before)?
                        || self.operand_may_count(&rest[before.len()].1)?)
                }
                None => Ok(true),
            },
            _ => Ok(true),
        }
    }

    fn chain_may_count(&self, first: &Expr, rest: &[(Operator, Expr)]) -> Result<bool, XPathError> {
        match (rest, comparison(rest)) {
            ([], _) => self.operand_may_count(first),
            (_, Some(comparison)) => self.layout.misread(comparison),
            (_, None) => Ok(true),
        }
    }

    fn call_may_count(&self, function: Function, arguments: &[Expr]) -> Result<bool, XPathError> {
        if matches!(function, Function::Last | Function::Position) {
            return Ok(true);
        }
        for argument in arguments {
            if self.operand_may_count(argument)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn operand_may_count(&self, operand: &Expr) -> Result<bool, XPathError> {
        match operand {
            Expr::Path(_) | Expr::Text(_) | Expr::Number(_) | Expr::Variable(_) => Ok(false),
            Expr::Call(function, arguments) => self.call_may_count(*function, arguments),
            Expr::Chain(first, rest) => self.chain_may_count(first, rest),
            _ => Ok(true),
        }
    }
}

/// The outermost operator of a chain, if it is a comparison other than `!=`.
fn comparison(rest: &[(Operator, Expr)]) -> Option<Operator> {
    let operator = rest.last()?.0;
    (!is_arithmetic(operator) && operator != Operator::NotEqual).then_some(operator)
}

/// What [`Planner::descendants`] has read so far.
#[derive(Default)]
struct Descent {
    from_self: bool,
    below: bool,
    below_or_self: bool,
}

impl Descent {
    /// Whether a step fits.
    fn step(&mut self, axis: Axis, index: usize) -> bool {
        match axis {
            Axis::Root => index == 0,
            Axis::SelfNode => {
                self.from_self = true;
                index == 0
            }
            Axis::Child => self.below_or_self || (self.below && self.from_self),
            Axis::Descendant | Axis::DescendantOrSelf => {
                self.below = true;
                self.below_or_self |= axis == Axis::DescendantOrSelf;
                index < 2
            }
            _ => false,
        }
    }

    fn plan(&self, steps: &[Step]) -> Plan {
        let axis = |index: usize| steps.get(index).map(|step| step.axis);
        let from_root = axis(0) == Some(Axis::Root);
        let first = axis(usize::from(from_root));
        let has_child = steps.iter().any(|step| step.axis == Axis::Child);
        let or_self = self.from_self || first == Some(Axis::DescendantOrSelf);
        Plan::Descendants {
            from_root,
            or_self: or_self && !has_child,
        }
    }
}

fn is_plain_child(path: &Path) -> bool {
    path.plan == Plan::Single
        && path
            .steps
            .iter()
            .all(|step| step.axis == Axis::Child && !step.predicates.iter().any(needs_position))
}

/// Whether a predicate of a union's operand is taken to depend on positions: what may be a number, and what asks for them.
fn needs_position(predicate: &Expr) -> bool {
    match predicate.ungrouped() {
        Expr::Variable(_) | Expr::Number(_) | Expr::Call(..) | Expr::Extension(_) => true,
        Expr::Chain(_, rest) if rest.iter().any(|(operator, _)| is_arithmetic(*operator)) => true,
        expr => asks_for_position(expr),
    }
}

fn is_arithmetic(operator: Operator) -> bool {
    use Operator::{Add, Divide, Modulo, Multiply, Subtract};
    matches!(operator, Add | Subtract | Multiply | Divide | Modulo)
}

fn asks_for_position(expr: &Expr) -> bool {
    let of_path = |path: &Path| {
        path.filter
            .as_ref()
            .is_some_and(|filter| asks_for_position(&filter.expr))
    };
    match expr.ungrouped() {
        Expr::Or(operands) | Expr::And(operands) | Expr::Extension(operands) => {
            operands.iter().any(asks_for_position)
        }
        Expr::Chain(first, rest) => {
            asks_for_position(first) || rest.iter().any(|(_, operand)| asks_for_position(operand))
        }
        Expr::Negate(operand) => asks_for_position(operand),
        Expr::Union(union) => union.paths.iter().any(of_path),
        Expr::Call(Function::Position | Function::Last, _) => true,
        Expr::Call(_, arguments) => arguments.iter().any(asks_for_position),
        Expr::Path(path) => of_path(path),
        Expr::Text(_) | Expr::Number(_) | Expr::Variable(_) | Expr::Group(_) => false,
    }
}

/// The axes of a path as a set.
#[derive(Clone, Copy)]
struct Axes(u32);

const SUBTREE: &[Axis] = &[Axis::Child, Axis::Descendant, Axis::DescendantOrSelf];
const UP: &[Axis] = &[Axis::Parent, Axis::Ancestor, Axis::AncestorOrSelf];
const FORTH: &[Axis] = &[Axis::Following, Axis::FollowingSibling];
const BACK: &[Axis] = &[Axis::Preceding, Axis::PrecedingSibling];

impl Axes {
    fn of(steps: &[Step]) -> Self {
        Self(
            steps
                .iter()
                .fold(0, |set, step| set | 1 << step.axis as u32),
        )
    }

    fn any(self, axes: &[Axis]) -> bool {
        axes.iter().any(|&axis| self.0 & (1 << axis as u32) != 0)
    }
}

/// Whether walking may leave document order: going down and then up, aside, or past nodes.
fn may_cross(filtered: bool, axes: Axes) -> bool {
    let sideways = axes.any(FORTH) || axes.any(BACK);
    let up = axes.any(UP);
    let (children, descendants) = (
        axes.any(&[Axis::Child]),
        axes.any(&[Axis::Descendant, Axis::DescendantOrSelf]),
    );
    if sideways || up {
        return axes.any(SUBTREE);
    }
    if filtered && !axes.any(&[Axis::Root]) {
        return children;
    }
    children && descendants
}

/// Whether walking yields nodes in document order, each once.
fn is_natural(filtered: bool, steps: &[Step]) -> bool {
    let axes = Axes::of(steps);
    let both_ways = axes.any(FORTH) && axes.any(BACK);
    if may_cross(filtered, axes) || axes.any(&[Axis::Namespace]) || both_ways {
        return false;
    }
    let mut spread = filtered;
    let mut all_attributes = false;
    for step in steps {
        if all_attributes {
            return false;
        }
        match step.axis {
            Axis::Attribute => all_attributes = step.test.is_wild(),
            Axis::Root | Axis::Child | Axis::SelfNode => {}
            _ if spread => return false,
            _ => spread = true,
        }
    }
    true
}
