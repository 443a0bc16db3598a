//! Syntax tree → instructions, one function a construct.
//!
//! Everything that the reference decides while walking its tree is decided here once: what `#this` means at a place, and
//! which position an error from there reports. The tree is as deep as the nesting limit allows, except for chains of
//! binary operators, which lean to the left without bound and are therefore walked in a loop.

use super::constant;
use super::needs::Needs;
use crate::diagnostic::Code;
use crate::functions::Query;
use crate::java;
use crate::java::regex::{self, Pattern};
use crate::syntax::ast::{BinaryOp, Kind, Node, StepOp, UnaryOp};
use crate::syntax::print;
use crate::value::fault::{Family, Fault};
use crate::value::{ClassRef, Owned};
use crate::vm::op::{LoopKind, Op, Slot};
use crate::vm::program::{ArraySite, Failure, PatternSite, Place, Program, Site};
use std::sync::OnceLock;

/// What a bare name, or `#this`, refers to.
#[derive(Clone, Copy, PartialEq, Default)]
enum Target {
    /// Nothing: the root object, which is null.
    #[default]
    Root,
    /// The element of the loop at that depth.
    Element(u16),
    /// A value kept in a local: the value of the chain before a function.
    Local(u16),
}

/// Collects instructions with their places, and the pools they refer to.
#[derive(Default)]
pub(crate) struct Emitter {
    pub(super) ops: Vec<Op>,
    pub(super) places: Vec<Place>,
    constants: Vec<Owned>,
    names: Vec<Box<str>>,
    sites: Vec<Site>,
    arrays: Vec<ArraySite>,
    patterns: Vec<PatternSite>,
    failures: Vec<Failure>,
    needs: Needs,
    assigns: bool,
    writes: bool,
    locals: u16,
    depth: u16,
    active: Target,
    scope: Target,
    forced: Option<u32>,
}

/// Properties that change the collection they are read from (they are methods without arguments in Java).
const WRITING_PROPERTIES: [&str; 10] = [
    "clear",
    "removeFirst",
    "removeLast",
    "remove",
    "poll",
    "pollFirst",
    "pollLast",
    "pop",
    "reverse",
    "trimToSize",
];

impl Emitter {
    /// The instructions of a whole expression; the value is left in the accumulator.
    pub(crate) fn expression(&mut self, root: &Node) {
        self.needs.scan(root);
        self.node(root);
        if let (Kind::Step { prefix: true, .. }, Some(old)) =
            (&root.kind, self.locals.checked_sub(1))
        {
            self.op(Op::Narrow(old), root);
        }
    }

    /// A literal part of a composed template.
    pub(crate) fn literal(&mut self, text: &str) {
        let text = self.constant(Owned::from(text));
        self.push(Op::Append(text), Place::default());
    }

    /// Appends the value of the expression before to the composed text.
    pub(crate) fn append_value(&mut self, root: &Node) {
        self.op(Op::AppendValue, root);
    }

    pub(crate) fn composed(&mut self) {
        self.push(Op::Composed, Place::default());
    }

    pub(crate) fn finish(self) -> Program {
        Program {
            ops: self.ops.into(),
            places: self.places.into(),
            constants: self.constants,
            names: self.names.into(),
            sites: self.sites.into(),
            fields: Vec::new(),
            attributes: Vec::new(),
            sets: Vec::new(),
            folds: Vec::new(),
            headers: Vec::new(),
            params: Vec::new(),
            arrays: self.arrays.into(),
            patterns: self.patterns.into(),
            failures: self.failures.into(),
            needs: self.needs,
            assigns: self.assigns,
            writes: self.writes,
            locals: self.locals,
            looks: None,
            text_capacity: 0,
        }
    }

    fn node(&mut self, node: &Node) {
        if let Some(constant) = constant::of(node) {
            return self.load(constant, node);
        }
        match &node.kind {
            Kind::List(items) => self.list(items, node),
            Kind::Map(entries) => self.map(entries, node),
            Kind::Variable(name) => self.variable(name, node),
            Kind::Chain(nodes) => self.chain(nodes),
            Kind::TypeRef { name, dims } => self.type_ref(name, *dims, node),
            Kind::New { name, args } => self.construct(name, args, node),
            Kind::NewArray { name, dims, init } => self.array(name, dims, init.as_deref(), node),
            Kind::Bean { name, .. } => {
                let message = format!("there are no beans here, so `{name}` cannot be found");
                self.fail(Fault::el(Code::NO_BEANS, message), node);
            }
            Kind::Unary { op, operand } => self.unary(*op, operand, node),
            Kind::Step {
                op,
                prefix,
                operand,
            } => self.step(*op == StepOp::Decrement, *prefix, operand, node),
            Kind::Binary { .. } => self.binary(node),
            Kind::Ternary {
                condition,
                then,
                other,
            } => self.ternary(condition, then, other),
            Kind::Elvis { value, other } => {
                self.node(value);
                let present = self.jump(Op::JumpIfPresent(0), node);
                self.node(other);
                self.land(present);
            }
            Kind::Assign { target, value } => self.assign(target, value, node),
            _ => {
                self.target(self.active, node);
                self.part(node, false);
            }
        }
    }

    // --- chains -----------------------------------------------------------------------------------------------

    fn chain(&mut self, nodes: &[Node]) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        self.chain_before_last(rest);
        self.last_part(last);
    }

    fn chain_before_last(&mut self, nodes: &[Node]) {
        for (at, node) in nodes.iter().enumerate() {
            let outer = self.force(node.at);
            match at {
                0 => self.node(node),
                _ => self.part(node, true),
            }
            self.forced = outer;
        }
    }

    /// The last part of a chain: the reference reads a property outside the place where it corrects positions, and finds a
    /// function there not to be assignable, whatever it would give.
    fn last_part(&mut self, node: &Node) {
        match &node.kind {
            Kind::Property { .. } => self.part(node, true),
            Kind::Function { .. } => self.not_assignable(node),
            _ => {
                let outer = self.force(node.at);
                self.part(node, true);
                self.forced = outer;
            }
        }
    }

    /// A part that works on the value in the accumulator.
    fn part(&mut self, node: &Node, in_chain: bool) {
        match &node.kind {
            Kind::Property { name, null_safe } => self.property(name, *null_safe, node),
            Kind::Method {
                name,
                args,
                null_safe,
            } => self.method(name, args, *null_safe, node),
            Kind::Index { index, null_safe } => self.index(index, *null_safe, node),
            Kind::Projection { body, null_safe } => {
                self.each(LoopKind::Project, body, *null_safe, node)
            }
            Kind::Selection {
                which,
                body,
                null_safe,
            } => self.each(LoopKind::Select(*which), body, *null_safe, node),
            Kind::Variable(name) => self.variable_in_chain(name, node),
            Kind::Function { name, args } => self.function(name, args, in_chain, node),
            // No other node follows a dot: the grammar has none.
            _ => self.node(node),
        }
    }

    fn property(&mut self, name: &str, safe: bool, node: &Node) {
        self.writes |= WRITING_PROPERTIES.contains(&name);
        let name = self.name(name);
        self.op(Op::Property { safe, name }, node);
    }

    fn method(&mut self, name: &str, args: &[Node], safe: bool, node: &Node) {
        self.writes |= name.starts_with("set");
        self.op(Op::Push, node);
        let outer = (self.active, std::mem::replace(&mut self.active, self.scope));
        self.arguments(args);
        self.active = outer.0;
        let site = self.site(name, args.len(), safe);
        self.op(Op::Call(site), node);
    }

    fn arguments(&mut self, args: &[Node]) {
        for arg in args {
            self.node(arg);
            self.op(Op::Push, arg);
        }
    }

    fn index(&mut self, index: &Node, safe: bool, node: &Node) {
        let skip = safe.then(|| self.jump(Op::JumpIfNull(0), node));
        match &index.kind {
            Kind::Property {
                name,
                null_safe: false,
            } => {
                let name = self.name(name);
                self.op(Op::IndexName(name), node);
            }
            _ => match constant::of(index) {
                Some(constant) if !matches!(constant, Owned::Null) => {
                    let constant = self.constant(constant);
                    self.op(Op::IndexConst(constant), node);
                }
                _ => {
                    self.op(Op::Indexable, node);
                    self.op(Op::Push, node);
                    self.at_root(|emitter| emitter.node(index));
                    self.op(Op::Index, node);
                }
            },
        }
        skip.into_iter().for_each(|skip| self.land(skip));
    }

    /// Inside brackets of an index, `#this` and bare names mean the root object.
    fn at_root(&mut self, body: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.active, Target::Root);
        body(self);
        self.active = outer;
    }

    fn each(&mut self, kind: LoopKind, body: &Node, safe: bool, node: &Node) {
        let start = self.jump(
            Op::Loop {
                kind,
                safe,
                exit: 0,
            },
            node,
        );
        let element = Target::Element(self.depth);
        let outer = (
            std::mem::replace(&mut self.active, element),
            std::mem::replace(&mut self.scope, element),
        );
        self.depth += 1;
        self.node(body);
        self.depth -= 1;
        (self.active, self.scope) = outer;
        self.op(Op::Next(start as u32 + 1), node);
        self.land(start);
    }

    fn function(&mut self, name: &str, args: &[Node], in_chain: bool, node: &Node) {
        let outer = (self.active, self.forced);
        if in_chain {
            let local = self.local(node);
            self.active = Target::Local(local);
        }
        let variable = self.name(name);
        self.op(Op::Callable(variable), node);
        // An error of the look-up keeps its own position; everything after is reported at the hash.
        self.force(node.at);
        self.arguments(args);
        let site = self.site(name, args.len(), false);
        if let Some(Kind::Str(path)) = args.get(1).map(|arg| &arg.kind) {
            self.sites[site as usize].query = Query::of(name, path);
        }
        self.op(Op::Function(site), node);
        (self.active, self.forced) = outer;
    }

    // --- variables and literals ----------------------------------------------------------------------------------

    fn variable(&mut self, name: &str, node: &Node) {
        match name {
            "this" => self.target(self.active, node),
            "root" => self.op(Op::Null, node),
            _ => self.load_variable(name, node),
        }
    }

    /// `a.#this` is the value of `a`; any other variable ignores what stands before it.
    fn variable_in_chain(&mut self, name: &str, node: &Node) {
        if name != "this" {
            self.variable(name, node);
        }
    }

    fn load_variable(&mut self, name: &str, node: &Node) {
        let op = match Slot::of(name) {
            Some(slot) => Op::Slot(slot),
            None => Op::Var(self.name(name)),
        };
        self.op(op, node);
    }

    fn target(&mut self, target: Target, node: &Node) {
        let op = match target {
            Target::Root => Op::Null,
            Target::Element(depth) => Op::Element(depth),
            Target::Local(local) => Op::Local(local),
        };
        self.op(op, node);
    }

    fn load(&mut self, constant: Owned, node: &Node) {
        let op = match constant {
            Owned::Null => Op::Null,
            Owned::Bool(value) => Op::Bool(value),
            Owned::Int(value) => Op::Int(value),
            other => Op::Const(self.constant(other)),
        };
        self.op(op, node);
    }

    fn list(&mut self, items: &[Node], node: &Node) {
        self.arguments(items);
        self.op(Op::List(items.len() as u32), node);
    }

    fn map(&mut self, entries: &[(Node, Node)], node: &Node) {
        for (key, value) in entries {
            match &key.kind {
                Kind::Property {
                    name,
                    null_safe: false,
                } => self.load(Owned::from(&**name), key),
                _ => self.node(key),
            }
            self.op(Op::Push, key);
            self.node(value);
            self.op(Op::Push, value);
        }
        self.op(Op::Map(entries.len() as u32), node);
    }

    // --- types and construction ------------------------------------------------------------------------------------

    fn type_ref(&mut self, name: &str, dims: u8, node: &Node) {
        match java::type_ref(name, dims) {
            Ok(class) => self.load(Owned::Class(class), node),
            Err(fault) => self.fail(fault, node),
        }
    }

    fn construct(&mut self, name: &str, args: &[Node], node: &Node) {
        self.arguments(args);
        let site = self.site(name, args.len(), false);
        self.op(Op::New(site), node);
    }

    fn array(&mut self, name: &str, dims: &[Option<Node>], init: Option<&Node>, node: &Node) {
        let component = match java::array_component(name) {
            Ok(component) => component,
            Err(fault) => return self.fail(fault, node),
        };
        match init {
            None if dims.iter().any(Option::is_none) => {
                self.fail(
                    Fault::el(Code::ARRAY_DIMENSION_MISSING, "the array has no size"),
                    node,
                );
            }
            None => {
                for dim in dims.iter().flatten() {
                    self.node(dim);
                    self.op(Op::Push, dim);
                }
                let site = self.array_site(component, dims.len());
                self.op(Op::NewArray(site), node);
            }
            Some(_) if dims.len() > 1 => {
                let message = "only an array of one dimension takes an initialiser";
                self.fail(Fault::el(Code::ARRAY_INITIALIZER_DIMENSIONS, message), node);
            }
            Some(Node {
                kind: Kind::List(items),
                ..
            }) => self.array_of(component, dims, items, node),
            Some(_) => self.fail(
                Fault::java("ClassCastException", "a map cannot initialise an array"),
                node,
            ),
        }
    }

    fn array_of(
        &mut self,
        component: ClassRef,
        dims: &[Option<Node>],
        items: &[Node],
        node: &Node,
    ) {
        if let Some(Some(size)) = dims.first() {
            self.node(size);
            self.op(Op::ArraySize(items.len() as u32), node);
        }
        let site = self.array_site(component, items.len());
        for item in items {
            self.node(item);
            self.op(Op::ArrayItem(site), node);
            self.op(Op::Push, item);
        }
        self.op(Op::ArrayOf(site), node);
    }

    fn array_site(&mut self, component: ClassRef, count: usize) -> u32 {
        self.arrays.push(ArraySite {
            component,
            count: count as u32,
        });
        self.arrays.len() as u32 - 1
    }

    // --- operators ----------------------------------------------------------------------------------------------------

    fn unary(&mut self, op: UnaryOp, operand: &Node, node: &Node) {
        let outer = self.forced;
        if op == UnaryOp::Not {
            self.force(operand.at);
        }
        self.node(operand);
        if op == UnaryOp::Not {
            self.op(Op::ToBool, operand);
        }
        self.op(Op::Unary(op), node);
        self.forced = outer;
    }

    /// A chain of binary operators leans to the left: the innermost left operand first, then outwards.
    fn binary(&mut self, node: &Node) {
        let outer = self.forced;
        let mut spine = Vec::new();
        let mut next = node;
        while let Kind::Binary { op, left, right } = &next.kind
            && constant::of(next).is_none()
        {
            spine.push((next, *op, &**left, &**right, self.forced));
            if matches!(op, BinaryOp::And | BinaryOp::Or) {
                self.force(left.at);
            }
            next = left;
        }
        self.node(next);
        while let Some((node, op, left, right, forced)) = spine.pop() {
            self.operator(node, op, left, right, forced);
        }
        self.forced = outer;
    }

    /// The rest of a binary operator whose left operand is in the accumulator. `forced` is what holds around it.
    fn operator(
        &mut self,
        node: &Node,
        op: BinaryOp,
        left: &Node,
        right: &Node,
        forced: Option<u32>,
    ) {
        match op {
            BinaryOp::And | BinaryOp::Or => {
                self.op(Op::ToBool, left);
                let short = if op == BinaryOp::And {
                    Op::JumpIfFalse(0)
                } else {
                    Op::JumpIfTrue(0)
                };
                let short = self.jump(short, node);
                self.forced = forced.or(Some(right.at));
                self.node(right);
                self.op(Op::ToBool, right);
                self.land(short);
            }
            BinaryOp::Matches => self.matches(left, right, forced),
            _ => {
                self.forced = forced;
                self.op(Op::Push, left);
                self.node(right);
                if op == BinaryOp::Between {
                    self.op(Op::Bounds, right);
                    self.forced = forced.or(Some(node.at));
                }
                // `instanceof` blames its right side, the other operators themselves.
                self.op(
                    Op::Binary(op),
                    if op == BinaryOp::InstanceOf {
                        right
                    } else {
                        node
                    },
                );
            }
        }
        self.forced = forced;
    }

    fn matches(&mut self, left: &Node, right: &Node, forced: Option<u32>) {
        self.forced = forced;
        self.op(Op::MatchesLeft, left);
        if let Some(Owned::Str(text)) = constant::of(right) {
            let pattern = Pattern::new(&*text, regex::Limits::default())
                .map_err(|error| error.message.into());
            self.patterns.push(PatternSite { text, pattern });
            let site = self.patterns.len() as u32 - 1;
            return self.op(Op::MatchesConst(site), right);
        }
        self.op(Op::Push, left);
        self.node(right);
        self.op(Op::Binary(BinaryOp::Matches), right);
    }

    fn ternary(&mut self, condition: &Node, then: &Node, other: &Node) {
        self.node(condition);
        self.op(Op::ToBool, condition);
        let no = self.jump(Op::JumpIfFalse(0), condition);
        self.node(then);
        let end = self.jump(Op::Jump(0), then);
        self.land(no);
        self.node(other);
        self.land(end);
    }

    // --- writes ---------------------------------------------------------------------------------------------------------

    fn assign(&mut self, target: &Node, value: &Node, _node: &Node) {
        self.node(value);
        match &target.kind {
            Kind::Variable(name) => self.set_variable(name, target),
            Kind::Chain(nodes) => self.assign_part(nodes, target),
            Kind::Property { .. } | Kind::Index { .. } => {
                self.assign_part(std::slice::from_ref(target), target)
            }
            Kind::Projection { .. } | Kind::Selection { .. } => self.not_assignable(target),
            _ => {
                let text = print::canonical(target);
                let message = format!("`{text}` cannot stand on the left of `=`");
                self.fail(Fault::el(Code::NOT_A_TARGET, message), target);
            }
        }
    }

    fn set_variable(&mut self, name: &str, node: &Node) {
        if !["this", "root"].contains(&name) {
            self.assigns = true;
            let name = self.name(name);
            self.op(Op::SetVar(name), node);
        }
    }

    /// Writes the accumulator through the last part of a chain.
    fn assign_part(&mut self, nodes: &[Node], target: &Node) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        self.op(Op::Push, target);
        match rest {
            [] => self.target(self.active, target),
            _ => self.chain_before_last(rest),
        }
        match &last.kind {
            Kind::Index { index, null_safe } => self.set_index(index, *null_safe, last),
            Kind::Property { name, null_safe } => {
                let name = self.name(name);
                self.op(
                    Op::SetProperty {
                        safe: *null_safe,
                        name,
                    },
                    last,
                );
            }
            Kind::Variable(name) => {
                self.op(Op::Pop, last);
                self.set_variable(name, last);
            }
            Kind::Method { .. } => {
                self.part(last, true);
                self.fail(
                    Fault::java(
                        "IllegalAccessError",
                        "the result of a call cannot be assigned",
                    ),
                    last,
                );
            }
            _ => self.not_assignable(last),
        }
    }

    fn set_index(&mut self, index: &Node, safe: bool, node: &Node) {
        self.writes = true;
        let outer = self.force(node.at);
        let null = safe.then(|| self.jump(Op::JumpIfNull(0), node));
        self.op(Op::Indexable, node);
        self.op(Op::Push, node);
        self.index_key(index);
        self.forced = outer;
        self.op(Op::SetIndex, node);
        if let Some(null) = null {
            let end = self.jump(Op::Jump(0), node);
            self.land(null);
            // The reference has no place for this one.
            let mut nowhere = node.clone();
            nowhere.at = 0;
            self.not_assignable(&nowhere);
            self.land(end);
        }
        self.forced = outer;
    }

    fn index_key(&mut self, index: &Node) {
        match &index.kind {
            Kind::Property {
                name,
                null_safe: false,
            } => self.load(Owned::from(&**name), index),
            _ => self.at_root(|emitter| emitter.node(index)),
        }
    }

    /// `x++`: read, compute, write, with target and index evaluated once.
    fn step(&mut self, decrement: bool, prefix: bool, operand: &Node, node: &Node) {
        let op = Op::Step { decrement };
        match &operand.kind {
            Kind::Variable(name) => {
                self.node(operand);
                let old = self.local(operand);
                self.op(op, operand);
                self.set_variable(name, operand);
                self.stepped(prefix, old, node);
            }
            Kind::Chain(nodes) => self.step_chain(op, prefix, nodes, operand, node),
            Kind::Property { .. } | Kind::Index { .. } | Kind::Method { .. } => {
                self.step_chain(op, prefix, std::slice::from_ref(operand), operand, node);
            }
            _ => self.not_assignable(operand),
        }
    }

    fn step_chain(&mut self, op: Op, prefix: bool, nodes: &[Node], operand: &Node, node: &Node) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        match rest {
            [] => self.target(self.active, operand),
            _ => self.chain_before_last(rest),
        }
        match &last.kind {
            Kind::Index { index, .. } => self.step_index(op, prefix, index, last, (operand, node)),
            Kind::Property { name, .. } => {
                let target = self.local(last);
                self.part(last, true);
                let old = self.local(last);
                self.op(op, operand);
                self.op(Op::Push, last);
                self.op(Op::Local(target), last);
                let name = self.name(name);
                self.op(Op::SetProperty { safe: false, name }, last);
                self.stepped(prefix, old, node);
            }
            Kind::Method { .. } => {
                self.part(last, true);
                self.fail(
                    Fault::java(
                        "IllegalAccessError",
                        "the result of a call cannot be assigned",
                    ),
                    last,
                );
            }
            Kind::Function { .. } => self.not_assignable(last),
            _ => {
                self.last_part(last);
                self.op(op, operand);
                self.not_assignable(operand);
            }
        }
    }

    fn step_index(
        &mut self,
        op: Op,
        prefix: bool,
        index: &Node,
        last: &Node,
        (operand, node): (&Node, &Node),
    ) {
        self.writes = true;
        let outer = self.force(last.at);
        self.op(Op::Indexable, last);
        let target = self.local(last);
        self.index_key(index);
        let key = self.local(last);
        self.op(Op::Local(target), last);
        self.op(Op::Push, last);
        self.op(Op::Local(key), last);
        self.op(Op::Index, last);
        self.forced = outer;
        let old = self.local(last);
        self.op(op, operand);
        self.op(Op::Push, last);
        self.op(Op::Local(target), last);
        self.op(Op::Push, last);
        self.op(Op::Local(key), last);
        self.op(Op::SetIndex, last);
        self.stepped(prefix, old, node);
    }

    /// A prefix step gives the new value, a postfix step the old one. The old value is always in the last local, where
    /// the check of a narrow result looks for it.
    fn stepped(&mut self, prefix: bool, old: u16, node: &Node) {
        if prefix {
            self.op(Op::Push, node);
            self.op(Op::Local(old), node);
            self.op(Op::SetLocal(self.locals), node);
            self.locals += 1;
            self.op(Op::Pop, node);
        } else {
            self.op(Op::Local(old), node);
        }
    }

    fn not_assignable(&mut self, node: &Node) {
        let message = format!("`{}` cannot be assigned", print::canonical(node));
        self.fail(Fault::el(Code::NOT_ASSIGNABLE, message), node);
    }

    // --- output ---------------------------------------------------------------------------------------------------------

    #[allow(clippy::boxed_local)]
    fn fail(&mut self, fault: Box<Fault>, node: &Node) {
        let (code, exception) = match fault.family {
            Family::El(code) => (Some(code), None),
            Family::Java(class) => (None, Some(class)),
            Family::Invocation => (None, None),
        };
        self.failures.push(Failure {
            code,
            exception,
            message: fault.message.into(),
        });
        let at = self.failures.len() as u32 - 1;
        self.op(Op::Fail(at), node);
    }

    /// Sets the position that errors from here report, unless an enclosing construct has set one; gives the outer setting.
    fn force(&mut self, at: u32) -> Option<u32> {
        let outer = self.forced;
        self.forced.get_or_insert(at);
        outer
    }

    fn op(&mut self, op: Op, node: &Node) {
        self.push(
            op,
            Place {
                at: node.at,
                forced: self.forced,
                span: node.span,
            },
        );
    }

    fn push(&mut self, op: Op, place: Place) {
        self.ops.push(op);
        self.places.push(place);
    }

    /// Emits a jump whose goal is not known yet.
    fn jump(&mut self, op: Op, node: &Node) -> usize {
        self.op(op, node);
        self.ops.len() - 1
    }

    /// Lets a jump land here.
    fn land(&mut self, jump: usize) {
        let here = self.ops.len() as u32;
        self.ops[jump].set_goal(here);
    }

    /// Keeps the accumulator in a new local.
    fn local(&mut self, node: &Node) -> u16 {
        self.op(Op::SetLocal(self.locals), node);
        self.locals += 1;
        self.locals - 1
    }

    fn constant(&mut self, value: Owned) -> u32 {
        self.constants.push(value);
        self.constants.len() as u32 - 1
    }

    fn name(&mut self, name: &str) -> u32 {
        let known = self.names.iter().position(|known| **known == *name);
        known.unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        }) as u32
    }

    fn site(&mut self, name: &str, argc: usize, safe: bool) -> u32 {
        self.sites.push(Site {
            name: name.into(),
            argc: argc as u16,
            safe,
            resolved: OnceLock::new(),
            query: Query::default(),
        });
        self.sites.len() as u32 - 1
    }
}
