//! Evaluation by walking the tree. Node-sets stay unread until something asks for their nodes: the truth or the text of a path
//! needs its first node only. What the reference sorts is sorted here, everything else comes in document order by itself.

use super::axes::Walker;
use super::compare;
use super::document::{Document, NodeId};
use super::error::XPathError;
use super::expression::{Axis, Expr, Operator, Path, Step, Union};
use super::functions;
use super::limits::{Budget, Limit, Limits};
use super::number;
use super::plan::Plan;
use super::scan::{Order, Scan, Totals};
use std::borrow::Cow;

/// Why a walk ended before its nodes did.
#[derive(Debug)]
pub(super) enum Stop {
    /// The consumer has what it wanted.
    Enough,
    Failed(XPathError),
}

impl From<XPathError> for Stop {
    fn from(error: XPathError) -> Self {
        Self::Failed(error)
    }
}

impl From<Limit> for Stop {
    fn from(limit: Limit) -> Self {
        Self::Failed(limit.into())
    }
}

pub(super) type Flow = Result<(), Stop>;
pub(super) type Sink<'a> = &'a mut dyn FnMut(NodeId) -> Flow;

/// What an expression evaluates to.
#[derive(Debug)]
pub(super) enum Value<'e> {
    Nodes(NodeSet<'e>),
    Number(f64),
    Boolean(bool),
    Text(Cow<'e, str>),
}

impl<'e> Value<'e> {
    pub(super) fn empty() -> Self {
        Self::Text(Cow::Borrowed(""))
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Nodes(_) => "nodes",
            Self::Number(_) => "number",
            Self::Boolean(_) => "boolean",
            Self::Text(_) => "text",
        }
    }

    pub(super) fn into_nodes(self) -> Result<NodeSet<'e>, XPathError> {
        match self {
            Self::Nodes(nodes) => Ok(nodes),
            other => Err(XPathError::NotNodes(other.kind())),
        }
    }
}

/// Nodes in document order, or how to come by them.
#[derive(Debug)]
pub(super) enum NodeSet<'e> {
    Listed(Vec<NodeId>),
    /// A path that yields its nodes in document order; `base` are the nodes of the expression at its start.
    Path {
        path: &'e Path,
        context: NodeId,
        base: Option<Box<NodeSet<'e>>>,
    },
    /// The children that pass one of the paths' tests.
    Children {
        union: &'e Union,
        context: NodeId,
    },
}

/// Where an expression is evaluated: at a node, perhaps in the predicate of a step that is being scanned.
#[derive(Clone, Copy)]
pub(super) struct Context<'s, 'e> {
    pub(super) node: NodeId,
    pub(super) scan: Option<&'s Scan<'s, 'e>>,
}

/// One evaluation: the document, and what it may still cost.
pub(super) struct Evaluator<'e> {
    document: &'e Document,
    budget: Budget<'e>,
    origin: NodeId,
}

impl<'e> Evaluator<'e> {
    pub(super) fn new(document: &'e Document, origin: NodeId, limits: &'e Limits) -> Self {
        Self {
            document,
            budget: Budget::new(limits),
            origin,
        }
    }

    pub(super) fn document(&self) -> &'e Document {
        self.document
    }

    /// The node that the whole evaluation started at.
    pub(super) fn origin(&self) -> NodeId {
        self.origin
    }

    pub(super) fn walker(&self) -> Walker<'_> {
        Walker {
            document: self.document,
            budget: &self.budget,
        }
    }

    pub(super) fn pay(&self, bytes: usize) -> Result<(), XPathError> {
        Ok(self.budget.read(bytes)?)
    }

    pub(super) fn pay_nodes(&self, nodes: usize) -> Result<(), XPathError> {
        Ok(self.budget.visit(nodes)?)
    }

    pub(super) fn fits(&self, size: usize) -> Result<(), XPathError> {
        Ok(self.budget.fits(size)?)
    }

    pub(super) fn start(&self, expr: &'e Expr) -> Result<Value<'e>, XPathError> {
        self.evaluate(
            expr,
            Context {
                node: self.origin,
                scan: None,
            },
        )
    }

    pub(super) fn evaluate(
        &self,
        expr: &'e Expr,
        context: Context<'_, 'e>,
    ) -> Result<Value<'e>, XPathError> {
        Ok(match expr {
            Expr::Or(operands) => Value::Boolean(self.is_any(operands, context, true)?),
            Expr::And(operands) => Value::Boolean(!self.is_any(operands, context, false)?),
            Expr::Chain(first, rest) => self.chain(first, rest, context)?,
            Expr::Negate(operand) => {
                Value::Number(-self.number(&self.evaluate(operand, context)?)?)
            }
            Expr::Union(union) => Value::Nodes(self.union(union, context)?),
            Expr::Text(text) => Value::Text(Cow::Borrowed(text)),
            Expr::Number(number) => Value::Number(*number),
            Expr::Variable(name) => return Err(XPathError::Variable(name.clone())),
            Expr::Call(function, arguments) => {
                functions::call(self, *function, arguments, context)?
            }
            Expr::Extension(arguments) => return Err(self.extension(arguments, context)),
            Expr::Group(inner) => self.evaluate(inner, context)?,
            Expr::Path(path) => Value::Nodes(self.path(path, context)?),
        })
    }

    /// Whether any operand has that truth; the operands behind it are not evaluated.
    fn is_any(
        &self,
        operands: &'e [Expr],
        context: Context<'_, 'e>,
        truth: bool,
    ) -> Result<bool, XPathError> {
        for operand in operands {
            if self.truth(&self.evaluate(operand, context)?)? == truth {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn chain(
        &self,
        first: &'e Expr,
        rest: &'e [(Operator, Expr)],
        context: Context<'_, 'e>,
    ) -> Result<Value<'e>, XPathError> {
        let mut value = self.evaluate(first, context)?;
        for (operator, operand) in rest {
            let operand = self.evaluate(operand, context)?;
            value = self.operate(*operator, &value, &operand)?;
        }
        Ok(value)
    }

    fn operate(
        &self,
        operator: Operator,
        left: &Value<'e>,
        right: &Value<'e>,
    ) -> Result<Value<'e>, XPathError> {
        let arithmetic: fn(f64, f64) -> f64 = match operator {
            Operator::Add => |a, b| a + b,
            Operator::Subtract => |a, b| a - b,
            Operator::Multiply => |a, b| a * b,
            Operator::Divide => |a, b| a / b,
            Operator::Modulo => |a, b| a % b,
            comparison => {
                return Ok(Value::Boolean(compare::holds(
                    self, comparison, left, right,
                )?));
            }
        };
        Ok(Value::Number(arithmetic(
            self.number(left)?,
            self.number(right)?,
        )))
    }

    /// The arguments are evaluated before the function turns out not to exist.
    fn extension(&self, arguments: &'e [Expr], context: Context<'_, 'e>) -> XPathError {
        let failed = arguments
            .iter()
            .find_map(|argument| self.evaluate(argument, context).err());
        failed.unwrap_or(XPathError::Extension)
    }

    fn union(&self, union: &'e Union, context: Context<'_, 'e>) -> Result<NodeSet<'e>, XPathError> {
        if union.of_children {
            return Ok(NodeSet::Children {
                union,
                context: context.node,
            });
        }
        let mut nodes = Vec::new();
        for path in &union.paths {
            let set = self.path(path, context)?;
            self.each(&set, &mut |node| self.add(&mut nodes, node))?;
        }
        sort(&mut nodes);
        Ok(NodeSet::Listed(nodes))
    }

    fn path(&self, path: &'e Path, context: Context<'_, 'e>) -> Result<NodeSet<'e>, XPathError> {
        let set = self.unsorted(path, context)?;
        if path.plan != Plan::SortedWalk {
            return Ok(set);
        }
        let NodeSet::Path { base, .. } = &set else {
            return Ok(set);
        };
        let listed = self.level_by_level(path, base.as_deref(), context.node);
        Ok(NodeSet::Listed(listed?))
    }

    /// A path whose nodes come in the order of the walk.
    fn unsorted(
        &self,
        path: &'e Path,
        context: Context<'_, 'e>,
    ) -> Result<NodeSet<'e>, XPathError> {
        let base = match &path.filter {
            None => None,
            Some(filter) => match self.evaluate(&filter.expr, context)? {
                Value::Nodes(nodes) => Some(Box::new(nodes)),
                other => return Err(XPathError::NotFilterable(other.kind())),
            },
        };
        Ok(NodeSet::Path {
            path,
            context: context.node,
            base,
        })
    }

    /// All nodes of a path, each step for all nodes of the one before: doubles are dropped before they multiply.
    fn level_by_level(
        &self,
        path: &'e Path,
        base: Option<&NodeSet<'e>>,
        context: NodeId,
    ) -> Result<Vec<NodeId>, XPathError> {
        let mut level = vec![context];
        if let (Some(filter), Some(base)) = (&path.filter, base) {
            level.clear();
            finished(self.filter(&filter.predicates, base, context, &mut |node| {
                self.add(&mut level, node)
            }))?;
            sort(&mut level);
        }
        for step in &path.steps {
            let mut next = Vec::new();
            for &root in &level {
                finished(
                    self.step(step, Order::of_walk(step.axis), root, &mut |node| {
                        self.add(&mut next, node)
                    }),
                )?;
            }
            sort(&mut next);
            level = next;
        }
        Ok(level)
    }

    /// Adds to a list that may hold doubles; it is thinned out before it gets longer than a document or two.
    fn add(&self, nodes: &mut Vec<NodeId>, node: NodeId) -> Flow {
        if nodes.len() >= 2 * self.document.len() + 16 {
            sort(nodes);
        }
        nodes.push(node);
        Ok(())
    }

    /// Hands the nodes of a set to `sink`, which may stop with [`Stop::Enough`].
    pub(super) fn each(&self, set: &NodeSet<'e>, sink: Sink<'_>) -> Result<(), XPathError> {
        finished(self.nodes(set, sink))
    }

    pub(super) fn nodes(&self, set: &NodeSet<'e>, sink: Sink<'_>) -> Flow {
        match set {
            NodeSet::Listed(nodes) => nodes.iter().try_for_each(|&node| sink(node)),
            NodeSet::Children { union, context } => self.children(union, *context, sink),
            NodeSet::Path {
                path,
                context,
                base,
            } => self.walk_path(path, *context, base.as_deref(), sink),
        }
    }

    fn walk_path(
        &self,
        path: &'e Path,
        context: NodeId,
        base: Option<&NodeSet<'e>>,
        sink: Sink<'_>,
    ) -> Flow {
        if let (Some(filter), Some(base)) = (&path.filter, base) {
            return self.filter(&filter.predicates, base, context, &mut |node| {
                self.walk(&path.steps, node, sink)
            });
        }
        match (path.plan, &path.steps[..]) {
            (Plan::Single, [step]) => self.step(step, Order::of_single(step.axis), context, sink),
            (Plan::Descendants { from_root, or_self }, [.., last]) => {
                let root = if from_root { 0 } else { context };
                self.descendants(last, or_self, root, sink)
            }
            (_, steps) => self.walk(steps, context, sink),
        }
    }

    fn walk(&self, steps: &'e [Step], node: NodeId, sink: Sink<'_>) -> Flow {
        match steps {
            [] => sink(node),
            [step, rest @ ..] => self.step(step, Order::of_walk(step.axis), node, &mut |node| {
                self.walk(rest, node, sink)
            }),
        }
    }

    fn step(&self, step: &'e Step, order: Order, root: NodeId, sink: Sink<'_>) -> Flow {
        let walker = self.walker();
        if walker.is_barren(step.axis, root) {
            return Ok(self.budget.visit(1)?);
        }
        if step.predicates.is_empty() {
            return walker.run(step.axis, root, &mut |node| {
                if walker.passes(node, step.axis, &step.test) {
                    sink(node)
                } else {
                    Ok(())
                }
            });
        }
        let totals = Totals::default();
        let scan = Scan::of_step(step, order, root, &totals);
        scan.run(self, sink)
    }

    fn filter(
        &self,
        predicates: &'e [Expr],
        base: &NodeSet<'e>,
        context: NodeId,
        sink: Sink<'_>,
    ) -> Flow {
        let totals = Totals::default();
        let scan = Scan::of_filter(predicates, base, context, &totals);
        scan.run(self, sink)
    }

    fn descendants(&self, last: &'e Step, or_self: bool, root: NodeId, sink: Sink<'_>) -> Flow {
        let totals = Totals::default();
        let scan = Scan::of_descendants(last, or_self, root, &totals);
        scan.run(self, sink)
    }

    fn children(&self, union: &'e Union, context: NodeId, sink: Sink<'_>) -> Flow {
        let walker = self.walker();
        walker.run(Axis::Child, context, &mut |node| {
            if union.paths.is_empty() {
                return Err(XPathError::Missing("operands of a union").into());
            }
            for step in union.paths.iter().flat_map(|path| &path.steps) {
                if walker.passes(node, step.axis, &step.test) && self.holds(step, node)? {
                    return sink(node);
                }
            }
            Ok(())
        })
    }

    /// Whether a child passes the predicates of a union's operand, which have no positions.
    fn holds(&self, step: &'e Step, node: NodeId) -> Result<bool, XPathError> {
        for predicate in &step.predicates {
            match self.evaluate(predicate, Context { node, scan: None })? {
                Value::Number(_) => return Err(XPathError::Missing("position in a union")),
                value if !self.truth(&value)? => return Ok(false),
                _ => {}
            }
        }
        Ok(true)
    }

    /// The node that a function like `name` looks at: the first one met, which need not be the first of the document.
    pub(super) fn anchor(
        &self,
        expr: &'e Expr,
        context: Context<'_, 'e>,
    ) -> Result<Option<NodeId>, XPathError> {
        let Expr::Path(path) = expr.ungrouped() else {
            return self.first(&self.evaluate(expr, context)?.into_nodes()?);
        };
        match (path.plan, path.steps.last()) {
            (Plan::Descendants { from_root, or_self }, Some(last))
                if last.predicates.is_empty() =>
            {
                let root = if from_root { 0 } else { context.node };
                self.first_descendant(last, or_self, root)
            }
            _ => self.first(&self.unsorted(path, context)?),
        }
    }

    /// For `//*` and `//node()` the reference takes the first descendant without looking at it.
    fn first_descendant(
        &self,
        last: &'e Step,
        or_self: bool,
        root: NodeId,
    ) -> Result<Option<NodeId>, XPathError> {
        if !last.test.is_wild() {
            let mut first = None;
            finished(self.descendants(last, or_self, root, &mut |node| {
                first = Some(node);
                Err(Stop::Enough)
            }))?;
            return Ok(first);
        }
        let child = self.document.first_child(root);
        let node = if or_self { root } else { child };
        Ok(Some(node).filter(|&node| node < self.document.end(root)))
    }

    pub(super) fn first(&self, set: &NodeSet<'e>) -> Result<Option<NodeId>, XPathError> {
        let mut first = None;
        self.each(set, &mut |node| {
            first = Some(node);
            Err(Stop::Enough)
        })?;
        Ok(first)
    }

    pub(super) fn count(&self, set: &NodeSet<'e>) -> Result<usize, XPathError> {
        if let NodeSet::Listed(nodes) = set {
            return Ok(nodes.len());
        }
        let mut count = 0;
        self.each(set, &mut |_| {
            count += 1;
            Ok(())
        })?;
        Ok(count)
    }

    pub(super) fn sum(&self, set: &NodeSet<'e>) -> Result<f64, XPathError> {
        let mut sum = 0.0;
        self.each(set, &mut |node| {
            sum += number::from_text(&self.text_of(node)?);
            Ok(())
        })?;
        Ok(sum)
    }

    /// All nodes of a set, for a result.
    pub(super) fn list(&self, set: NodeSet<'e>) -> Result<Vec<NodeId>, XPathError> {
        if let NodeSet::Listed(nodes) = set {
            return Ok(nodes);
        }
        let mut nodes = Vec::new();
        self.each(&set, &mut |node| {
            nodes.push(node);
            Ok(self.budget.fits(nodes.len())?)
        })?;
        Ok(nodes)
    }

    pub(super) fn text_of(&self, node: NodeId) -> Result<Cow<'e, str>, XPathError> {
        Ok(self.document.text(node, &self.budget)?)
    }

    pub(super) fn text(&self, value: Value<'e>) -> Result<Cow<'e, str>, XPathError> {
        match value {
            Value::Text(text) => Ok(text),
            Value::Number(number) => Ok(Cow::Owned(number::to_text(number))),
            Value::Boolean(truth) => Ok(Cow::Borrowed(if truth { "true" } else { "false" })),
            Value::Nodes(nodes) => self
                .first(&nodes)?
                .map_or(Ok(Cow::Borrowed("")), |node| self.text_of(node)),
        }
    }

    pub(super) fn number(&self, value: &Value<'e>) -> Result<f64, XPathError> {
        match value {
            Value::Number(number) => Ok(*number),
            Value::Boolean(truth) => Ok(f64::from(u8::from(*truth))),
            Value::Text(text) => Ok(number::from_text(text)),
            Value::Nodes(nodes) => self.first(nodes)?.map_or(Ok(f64::NAN), |node| {
                Ok(number::from_text(&self.text_of(node)?))
            }),
        }
    }

    pub(super) fn truth(&self, value: &Value<'e>) -> Result<bool, XPathError> {
        match value {
            Value::Boolean(truth) => Ok(*truth),
            Value::Number(number) => Ok(!number.is_nan() && *number != 0.0),
            Value::Text(text) => Ok(!text.is_empty()),
            Value::Nodes(nodes) => Ok(self.first(nodes)?.is_some()),
        }
    }

    /// `position()`: outside of predicates there is none, which the reference says by -1.
    pub(super) fn position(&self, context: Context<'_, 'e>) -> Result<i64, XPathError> {
        context.scan.map_or(Ok(-1), |scan| scan.position(self))
    }

    /// `last()`: outside of predicates 0.
    pub(super) fn last(&self, context: Context<'_, 'e>) -> Result<usize, XPathError> {
        context.scan.map_or(Ok(0), |scan| scan.last(self))
    }
}

/// What a walk failed with, if it did.
pub(super) fn finished(flow: Flow) -> Result<(), XPathError> {
    match flow {
        Ok(()) | Err(Stop::Enough) => Ok(()),
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn sort(nodes: &mut Vec<NodeId>) {
    nodes.sort_unstable();
    nodes.dedup();
}
