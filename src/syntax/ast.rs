//! The syntax tree of one expression.
//!
//! Every node carries two places: `at`, the number that the reference engine reports (a UTF-16 index in the trimmed
//! expression text of its hole, specification §4.0), and `span`, bytes of the whole template, for our own diagnostics.
//! Parentheses leave no node, as in the reference.
//!
//! The parser bounds the depth of a tree, with one exception: `1 + 1 + 1 …` leans to the left as far as the text is long.
//! Such a *spine* is walked in a loop, here when nodes are cloned, compared and dropped, elsewhere with [`Node::spine`].

use std::mem;

use smallvec::SmallVec;

use crate::diagnostic::Span;

/// One node with its places.
pub struct Node {
    /// What the node is.
    pub kind: Kind,
    /// Start position as the reference reports it: the operator token for operators, the first node of a chain, `[` of an index …
    pub at: u32,
    /// The text of the whole node in the template.
    pub span: Span,
}

/// The binary operations of a left-leaning chain, innermost first.
pub type Spine<'n> = SmallVec<[&'n Node; 8]>;

impl Node {
    /// The node at the lower left end and the binary operations from there up to this node, which is the last. Evaluating
    /// the first node and then each operation in turn is evaluating the tree, without recursion along the spine.
    pub fn spine(&self) -> (&Node, Spine<'_>) {
        let mut spine = Spine::new();
        let mut node = self;
        while let Kind::Binary { left, .. } = &node.kind {
            spine.push(node);
            node = left;
        }
        spine.reverse();
        (node, spine)
    }

    fn take_left(&mut self) -> Option<Node> {
        match &mut self.kind {
            Kind::Binary { left, .. } => {
                let nothing = Node {
                    kind: Kind::Null,
                    at: 0,
                    span: Span::default(),
                };
                Some(mem::replace(&mut **left, nothing))
            }
            _ => None,
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let mut rest = self.take_left();
        while let Some(mut node) = rest {
            rest = node.take_left();
        }
    }
}

impl Clone for Node {
    fn clone(&self) -> Self {
        let (first, spine) = self.spine();
        let place = |node: &Node, kind| Node {
            kind,
            at: node.at,
            span: node.span,
        };
        let mut clone = place(first, first.kind.clone());
        for node in spine {
            if let Kind::Binary { op, right, .. } = &node.kind {
                clone = place(
                    node,
                    Kind::Binary {
                        op: *op,
                        left: Box::new(clone),
                        right: right.clone(),
                    },
                );
            }
        }
        clone
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        let (mut a, mut b) = (self, other);
        while let (
            Kind::Binary { op, left, right },
            Kind::Binary {
                op: op_b,
                left: left_b,
                right: right_b,
            },
        ) = (&a.kind, &b.kind)
        {
            if (op, a.at, a.span) != (op_b, b.at, b.span) || right != right_b {
                return false;
            }
            (a, b) = (left, left_b);
        }
        (a.at, a.span) == (b.at, b.span) && a.kind == b.kind
    }
}

/// The constructs of the language (specification §3.1).
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `null`, and the operands that the reference fills in (`?:` without a right side).
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// `7`, `0x1F`.
    Int(i32),
    /// `7L`, `0xFFL`.
    Long(i64),
    /// `1.5f`.
    Float(f32),
    /// `1.5`, `1e3`.
    Double(f64),
    /// `'it''s'`, already unescaped.
    Str(Box<str>),
    /// `{a, b}`.
    List(Vec<Node>),
    /// `{k: v}`; a bare property name as key is still a `Property` node here.
    Map(Vec<(Node, Node)>),
    /// `#name`, also `#this` and `#root`.
    Variable(Box<str>),
    /// `#name(args)`.
    Function { name: Box<str>, args: Vec<Node> },
    /// `name`, alone or as a part of a chain.
    Property { name: Box<str>, null_safe: bool },
    /// `name(args)`, alone or as a part of a chain.
    Method {
        name: Box<str>,
        args: Vec<Node>,
        null_safe: bool,
    },
    /// `[index]`.
    Index { index: Box<Node>, null_safe: bool },
    /// `![body]`.
    Projection { body: Box<Node>, null_safe: bool },
    /// `?[body]`, `^[body]`, `$[body]`.
    Selection {
        which: Which,
        body: Box<Node>,
        null_safe: bool,
    },
    /// Two or more nodes joined by `.`, `?.` or brackets; each works on the value of the one before.
    Chain(Vec<Node>),
    /// `T(name[])`, `dims` counts the bracket pairs.
    TypeRef { name: Box<str>, dims: u8 },
    /// `new name(args)`.
    New { name: Box<str>, args: Vec<Node> },
    /// `new name[2][]{…}`; a dimension without a size is `None`. The initialiser is a `List` or, wrongly, a `Map` node.
    NewArray {
        name: Box<str>,
        dims: Vec<Option<Node>>,
        init: Option<Box<Node>>,
    },
    /// `@name`, `&name` (`factory`).
    Bean { name: Box<str>, factory: bool },
    /// `!x`, `-x`, `+x`.
    Unary { op: UnaryOp, operand: Box<Node> },
    /// `++x`, `x--`.
    Step {
        op: StepOp,
        prefix: bool,
        operand: Box<Node>,
    },
    /// `a op b`.
    Binary {
        op: BinaryOp,
        left: Box<Node>,
        right: Box<Node>,
    },
    /// `a ? b : c`.
    Ternary {
        condition: Box<Node>,
        then: Box<Node>,
        other: Box<Node>,
    },
    /// `a ?: b`.
    Elvis { value: Box<Node>, other: Box<Node> },
    /// `target = value`.
    Assign { target: Box<Node>, value: Box<Node> },
}

/// Which elements a selection keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// `?[…]`
    All,
    /// `^[…]`
    First,
    /// `$[…]`
    Last,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `!`, `not`
    Not,
    /// `-`
    Minus,
    /// `+`
    Plus,
}

/// `++` and `--`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepOp {
    /// `++`
    Increment,
    /// `--`
    Decrement,
}

/// Binary operators, symbols and words alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `or`, `||`
    Or,
    /// `and`, `&&`
    And,
    /// `==`, `eq`
    Eq,
    /// `!=`, `ne`
    Ne,
    /// `<`, `lt`
    Lt,
    /// `<=`, `le`
    Le,
    /// `>`, `gt`
    Gt,
    /// `>=`, `ge`
    Ge,
    /// `instanceof`
    InstanceOf,
    /// `matches`
    Matches,
    /// `between`
    Between,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`, `div`
    Div,
    /// `%`, `mod`
    Mod,
    /// `^`
    Pow,
}

impl Kind {
    /// The nodes directly below, in the order of the text.
    pub(crate) fn children(&self) -> Vec<&Node> {
        let mut children = Vec::new();
        self.each_child(|child| children.push(child));
        children
    }

    /// Visits the nodes directly below, in the order of the text.
    pub(crate) fn each_child<'n>(&'n self, mut visit: impl FnMut(&'n Node)) {
        match self {
            Kind::List(nodes)
            | Kind::Chain(nodes)
            | Kind::Function { args: nodes, .. }
            | Kind::Method { args: nodes, .. }
            | Kind::New { args: nodes, .. } => nodes.iter().for_each(visit),
            Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
                visit(key);
                visit(value);
            }),
            Kind::Index { index: node, .. }
            | Kind::Projection { body: node, .. }
            | Kind::Selection { body: node, .. }
            | Kind::Unary { operand: node, .. }
            | Kind::Step { operand: node, .. } => visit(node),
            Kind::NewArray { dims, init, .. } => {
                let dims = dims.iter().flatten();
                dims.chain(init.as_deref()).for_each(visit);
            }
            Kind::Binary { left, right, .. } => {
                [left, right].into_iter().for_each(|node| visit(node))
            }
            Kind::Ternary {
                condition,
                then,
                other,
            } => [condition, then, other]
                .into_iter()
                .for_each(|node| visit(node)),
            Kind::Elvis { value, other } => [value, other].into_iter().for_each(|node| visit(node)),
            Kind::Assign { target, value } => {
                [target, value].into_iter().for_each(|node| visit(node))
            }
            _ => {}
        }
    }
}
