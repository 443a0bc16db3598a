//! The reference's own form of a compiled path, for the sake of one misreading. It keeps a path as a flat list of codes and
//! lengths in prefix order. When it estimates whether a predicate depends on positions and meets a comparison inside of a call,
//! it takes the comparison's code for its place in the list and looks at the operands of whatever lies there. The answer decides
//! on the plan of a path, and the search may run in circles, which the reference reports as an error. So the list is made here
//! too, and misread in the same way.

use super::error::XPathError;
use super::expression::{Axis, Expr, Filter, NodeTest, Operator, Path, Step, Union};
use super::functions::Function;
use super::limits::Limit;

const END: i32 = -1;
const EMPTY: i32 = -2;
const WILD: i32 = -3;
const OR: i32 = 2;
const AND: i32 = 3;
const NEGATE: i32 = 16;
const UNION: i32 = 20;
const TEXT: i32 = 21;
const VARIABLE: i32 = 22;
const GROUP: i32 = 23;
const EXTENSION: i32 = 24;
const CALL: i32 = 25;
const ARGUMENT: i32 = 26;
const NUMBER: i32 = 27;
const PATH: i32 = 28;
const PREDICATE: i32 = 29;
const NAME: i32 = 34;
const ROOT: i32 = 35;
const ANYTHING: i32 = 36;
const COMMENT: i32 = 1030;
const TEXT_NODE: i32 = 1031;
const INSTRUCTION: i32 = 1032;
const NODE: i32 = 1033;

/// Stands for a number of a token. They are small where the misreading may come upon them, and mean nothing there.
const TOKEN: i32 = 0;

/// A path as codes and lengths.
pub(super) struct Layout {
    cells: Vec<i32>,
}

impl Layout {
    pub(super) fn of(expr: &Expr) -> Self {
        let mut layout = Self { cells: vec![1, 0] };
        layout.expr(expr);
        layout.cells.extend([0, 0, 0]);
        layout
    }

    fn sized(&mut self, code: i32, content: impl FnOnce(&mut Self)) {
        let at = self.open(code);
        content(self);
        self.close(at);
    }

    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Or(operands) => self.list(OR, operands),
            Expr::And(operands) => self.list(AND, operands),
            Expr::Chain(first, rest) => self.chain(first, rest),
            Expr::Negate(operand) => self.sized(NEGATE, |layout| layout.expr(operand)),
            Expr::Union(Union { operands, .. }) => self.sized(UNION, |layout| {
                operands.iter().for_each(|operand| layout.expr(operand));
            }),
            Expr::Text(_) => self.cells.extend([TEXT, 3, TOKEN]),
            Expr::Number(_) => self.cells.extend([NUMBER, 3, TOKEN]),
            Expr::Variable(_) => self.cells.extend([VARIABLE, 4, EMPTY, TOKEN]),
            Expr::Group(inner) => self.sized(GROUP, |layout| layout.expr(inner)),
            Expr::Call(function, arguments) => self.sized(CALL, |layout| {
                layout.cells.push(function.number());
                layout.arguments(arguments);
            }),
            Expr::Extension(arguments) => self.sized(EXTENSION, |layout| {
                layout.cells.extend([TOKEN, TOKEN]);
                layout.arguments(arguments);
            }),
            Expr::Path(path) => self.path(path),
        }
    }

    fn open(&mut self, code: i32) -> usize {
        self.cells.extend([code, 0]);
        self.cells.len() - 2
    }

    fn close(&mut self, at: usize) {
        self.cells[at + 1] = (self.cells.len() - at) as i32;
    }

    /// Lists nest to the right: all end with the last operand.
    fn list(&mut self, code: i32, operands: &[Expr]) {
        let mut opened = Vec::new();
        for (index, operand) in operands.iter().enumerate() {
            if index + 1 < operands.len() {
                opened.push(self.open(code));
            }
            self.expr(operand);
        }
        opened.into_iter().for_each(|at| self.close(at));
    }

    /// Chains nest to the left: each ends with its own operand.
    fn chain(&mut self, first: &Expr, rest: &[(Operator, Expr)]) {
        let codes = rest.iter().rev().map(|(operator, _)| code_of(*operator));
        let opened: Vec<usize> = codes.map(|code| self.open(code)).collect();
        self.expr(first);
        for ((_, operand), at) in rest.iter().zip(opened.into_iter().rev()) {
            self.expr(operand);
            self.close(at);
        }
    }

    fn arguments(&mut self, arguments: &[Expr]) {
        for argument in arguments {
            self.sized(ARGUMENT, |layout| layout.expr(argument));
        }
        self.cells.push(END);
    }

    fn path(&mut self, path: &Path) {
        self.sized(PATH, |layout| {
            if let Some(Filter { expr, predicates }) = path.filter.as_deref() {
                layout.expr(expr);
                layout.predicates(predicates);
            }
            path.steps.iter().for_each(|step| layout.step(step));
            layout.cells.push(END);
        });
    }

    fn step(&mut self, step: &Step) {
        self.sized(code_of_axis(step.axis), |layout| {
            let test: &[i32] = match &step.test {
                NodeTest::Node => &[NODE],
                NodeTest::Anything => &[ANYTHING],
                NodeTest::Root => &[ROOT],
                NodeTest::Text => &[TEXT_NODE],
                NodeTest::Comment => &[COMMENT],
                NodeTest::Instruction(None) => &[INSTRUCTION],
                NodeTest::Instruction(Some(_)) => &[INSTRUCTION, TOKEN],
                NodeTest::Name {
                    namespace: None,
                    local: None,
                } => &[NAME, EMPTY, WILD],
                NodeTest::Name {
                    namespace: None,
                    local: Some(_),
                } => &[NAME, EMPTY, TOKEN],
                NodeTest::Name {
                    namespace: Some(_),
                    local: None,
                } => &[NAME, TOKEN, WILD],
                NodeTest::Name {
                    namespace: Some(_),
                    local: Some(_),
                } => &[NAME, TOKEN, TOKEN],
            };
            layout.cells.push(test.len() as i32 + 3);
            layout.cells.extend(test);
            layout.predicates(&step.predicates);
        });
    }

    fn predicates(&mut self, predicates: &[Expr]) {
        for predicate in predicates {
            self.sized(PREDICATE, |layout| {
                layout.expr(predicate);
                layout.cells.push(END);
            });
        }
    }

    /// Whether a comparison inside of a call is taken to depend on positions.
    pub(super) fn misread(&self, comparison: Operator) -> Result<bool, XPathError> {
        // Each look is at one cell: more looks than cells, many times over, go round in circles.
        let mut looks = self.cells.len().saturating_mul(16);
        self.operands(code_of(comparison), &mut looks)
    }

    fn cell(&self, at: i32) -> Result<i32, XPathError> {
        let cell = usize::try_from(at).ok().and_then(|at| self.cells.get(at));
        cell.copied().ok_or(Limit::Nesting.into())
    }

    fn behind(&self, at: i32) -> Result<i32, XPathError> {
        Ok(at.saturating_add(self.cell(at + 1)?))
    }

    fn operands(&self, code: i32, looks: &mut usize) -> Result<bool, XPathError> {
        let left = code + 2;
        let right = self.behind(left)?;
        Ok(self.counts(left, looks)? || self.counts(right, looks)?)
    }

    fn counts(&self, at: i32, looks: &mut usize) -> Result<bool, XPathError> {
        *looks = looks.checked_sub(1).ok_or(Limit::Nesting)?;
        match self.cell(at)? {
            ARGUMENT => self.counts(at + 2, looks),
            VARIABLE | NUMBER | TEXT | PATH => Ok(false),
            CALL => self.call_counts(at, looks),
            code @ 5..=9 => self.operands(code, looks),
            _ => Ok(true),
        }
    }

    fn call_counts(&self, at: i32, looks: &mut usize) -> Result<bool, XPathError> {
        let function = self.cell(at + 2)?;
        if [Function::Last, Function::Position]
            .iter()
            .any(|known| known.number() == function)
        {
            return Ok(true);
        }
        let end = self.behind(at)? - 1;
        let mut argument = at + 3;
        while argument < end {
            if self.counts(argument + 2, looks)? {
                return Ok(true);
            }
            argument = self.behind(argument)?;
        }
        Ok(false)
    }
}

fn code_of(operator: Operator) -> i32 {
    match operator {
        Operator::NotEqual => 4,
        Operator::Equal => 5,
        Operator::LessOrEqual => 6,
        Operator::Less => 7,
        Operator::GreaterOrEqual => 8,
        Operator::Greater => 9,
        Operator::Add => 10,
        Operator::Subtract => 11,
        Operator::Multiply => 12,
        Operator::Divide => 13,
        Operator::Modulo => 14,
    }
}

fn code_of_axis(axis: Axis) -> i32 {
    match axis {
        Axis::Ancestor => 37,
        Axis::AncestorOrSelf => 38,
        Axis::Attribute => 39,
        Axis::Child => 40,
        Axis::Descendant => 41,
        Axis::DescendantOrSelf => 42,
        Axis::Following => 43,
        Axis::FollowingSibling => 44,
        Axis::Parent => 45,
        Axis::Preceding => 46,
        Axis::PrecedingSibling => 47,
        Axis::SelfNode => 48,
        Axis::Namespace => 49,
        Axis::Root => 50,
    }
}
