//! A path as a tree. Chains of one precedence are lists, evaluated from left to right, so that the depth of the tree is the
//! nesting of the path and not its length.

use super::functions::Function;
use super::plan::Plan;
use std::sync::Arc;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    Or(Vec<Expr>),
    And(Vec<Expr>),
    /// Operators of one precedence: `1 + 2 - 3`.
    Chain(Box<Expr>, Vec<(Operator, Expr)>),
    Negate(Box<Expr>),
    Union(Union),
    Text(String),
    Number(f64),
    /// Variables parse, and fail when they are evaluated.
    Variable(String),
    Call(Function, Vec<Expr>),
    /// A function with a prefix parses too, and fails when its arguments are evaluated.
    Extension(Vec<Expr>),
    /// Shared, because a union may take it for an operand of its own as well.
    Group(Arc<Expr>),
    Path(Path),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// Paths joined by `|`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Union {
    /// As written.
    pub(super) operands: Vec<Expr>,
    /// As planned: what is evaluated.
    pub(super) paths: Vec<Path>,
    /// Every path is one child step that needs no position: the children are read once, each held against all tests.
    pub(super) of_children: bool,
}

/// A location path: steps from the context node, or from the nodes of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path {
    pub(super) filter: Option<Box<Filter>>,
    pub(super) steps: Vec<Step>,
    pub(super) plan: Plan,
}

/// An expression at the start of a path, with its predicates.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Filter {
    pub(super) expr: Expr,
    pub(super) predicates: Vec<Expr>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) axis: Axis,
    pub(super) test: NodeTest,
    pub(super) predicates: Vec<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Ancestor,
    AncestorOrSelf,
    Attribute,
    Child,
    Descendant,
    DescendantOrSelf,
    Following,
    FollowingSibling,
    Namespace,
    Parent,
    Preceding,
    PrecedingSibling,
    Root,
    SelfNode,
}

impl Axis {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ancestor" => Self::Ancestor,
            "ancestor-or-self" => Self::AncestorOrSelf,
            "attribute" => Self::Attribute,
            "child" => Self::Child,
            "descendant" => Self::Descendant,
            "descendant-or-self" => Self::DescendantOrSelf,
            "following" => Self::Following,
            "following-sibling" => Self::FollowingSibling,
            "namespace" => Self::Namespace,
            "parent" => Self::Parent,
            "preceding" => Self::Preceding,
            "preceding-sibling" => Self::PrecedingSibling,
            "self" => Self::SelfNode,
            _ => return None,
        })
    }

    /// Positions count from the end of document order.
    pub(super) fn is_reverse(self) -> bool {
        matches!(
            self,
            Self::Ancestor | Self::AncestorOrSelf | Self::Preceding | Self::PrecedingSibling
        )
    }
}

/// What a step accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NodeTest {
    /// `node()`: all that the axis is about.
    Node,
    /// `*()`, which the reference takes for a node type as well: all without exception.
    Anything,
    Root,
    Text,
    Comment,
    Instruction(Option<String>),
    /// A name of the axis's own kind of node. Nothing binds prefixes, so a prefix is the namespace itself.
    Name {
        namespace: Option<String>,
        local: Option<String>,
    },
}

impl NodeTest {
    /// Whether the test names nothing.
    pub(super) fn is_wild(&self) -> bool {
        match self {
            Self::Node | Self::Anything => true,
            Self::Instruction(name) | Self::Name { local: name, .. } => name.is_none(),
            Self::Root | Self::Text | Self::Comment => false,
        }
    }
}

impl Step {
    pub(super) fn new(axis: Axis, test: NodeTest) -> Self {
        Self {
            axis,
            test,
            predicates: Vec::new(),
        }
    }

    /// Whether the step tests nothing, so that the one behind it may be read with it.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.test, NodeTest::Node | NodeTest::Root)
    }
}

impl Path {
    /// A path that has no plan of its own yet: walking is right for all that are never planned.
    pub(super) fn new(filter: Option<Filter>, steps: Vec<Step>) -> Self {
        Self {
            filter: filter.map(Box::new),
            steps,
            plan: Plan::Walk,
        }
    }
}

impl Expr {
    /// The expression without parentheses around it.
    pub(super) fn ungrouped(&self) -> &Self {
        let mut expr = self;
        while let Self::Group(inner) = expr {
            expr = inner;
        }
        expr
    }
}
