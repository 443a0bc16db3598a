//! The nodes of one step from one node, held against its predicates. A scan keeps what `position()` and `last()` need: how many
//! nodes came as far as each predicate.
//!
//! On reverse axes the nodes come in document order all the same, so positions are counted down from the number of nodes that
//! reach the predicate. Such totals need a scan of their own; they are counted when asked for, once a scan.

use super::error::XPathError;
use super::evaluate::{Context, Evaluator, Flow, NodeSet, Sink, Stop, Value, finished};
use super::expression::{Axis, Expr, NodeTest, Step};
use smallvec::SmallVec;
use std::cell::{Cell, RefCell};

/// How positions are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Forward,
    Reverse,
    /// A reverse step of a longer path. There, `last()` counts the nodes that pass all predicates but the last one, in
    /// whichever predicate it stands.
    ReverseInWalk,
    /// The nodes of an expression. There, `last()` is their number before any predicate.
    Filter,
}

impl Order {
    /// The order of a step that is the whole path.
    pub(super) fn of_single(axis: Axis) -> Self {
        if axis.is_reverse() {
            Self::Reverse
        } else {
            Self::Forward
        }
    }

    /// The order of a step of a longer path.
    pub(super) fn of_walk(axis: Axis) -> Self {
        if axis.is_reverse() || axis == Axis::Parent {
            Self::ReverseInWalk
        } else {
            Self::Forward
        }
    }
}

/// Numbers of nodes that pass so many predicates, as far as they have been asked for.
pub(super) type Totals = RefCell<SmallVec<[(usize, usize); 2]>>;

/// Where the nodes come from.
#[derive(Clone, Copy)]
enum Source<'s, 'e> {
    Axis {
        axis: Axis,
        tested: Axis,
        test: &'e NodeTest,
        by_type: bool,
    },
    Nodes(&'s NodeSet<'e>),
}

pub(super) struct Scan<'s, 'e> {
    source: Source<'s, 'e>,
    order: Order,
    root: u32,
    predicates: &'e [Expr],
    /// How many nodes have reached each predicate.
    reached: SmallVec<[Cell<usize>; 2]>,
    /// The predicate that is being evaluated.
    current: Cell<usize>,
    totals: &'s Totals,
    /// The last predicate is a number: at most one node passes, and the nodes behind it are not looked at.
    is_unique: bool,
}

impl<'s, 'e> Scan<'s, 'e> {
    fn new(
        source: Source<'s, 'e>,
        order: Order,
        root: u32,
        predicates: &'e [Expr],
        totals: &'s Totals,
    ) -> Self {
        let reached = SmallVec::from_elem(Cell::new(0), predicates.len());
        let is_number = |predicate: &Expr| matches!(predicate.ungrouped(), Expr::Number(_));
        let is_unique = order != Order::Filter && predicates.last().is_some_and(is_number);
        Self {
            source,
            order,
            root,
            predicates,
            reached,
            current: Cell::new(0),
            totals,
            is_unique,
        }
    }

    pub(super) fn of_step(step: &'e Step, order: Order, root: u32, totals: &'s Totals) -> Self {
        let Step {
            axis,
            test,
            predicates,
        } = step;
        let source = Source::Axis {
            axis: *axis,
            tested: *axis,
            test,
            by_type: false,
        };
        Self::new(source, order, root, predicates, totals)
    }

    /// All descendants, tested as `step` tests them.
    pub(super) fn of_descendants(
        step: &'e Step,
        or_self: bool,
        root: u32,
        totals: &'s Totals,
    ) -> Self {
        // The node itself is only looked at where an element may be meant.
        let elements = matches!(step.test, NodeTest::Name { .. }) || step.test.is_wild();
        let axis = if or_self && elements {
            Axis::DescendantOrSelf
        } else {
            Axis::Descendant
        };
        let source = Source::Axis {
            axis,
            tested: step.axis,
            test: &step.test,
            by_type: true,
        };
        Self::new(source, Order::Forward, root, &step.predicates, totals)
    }

    pub(super) fn of_filter(
        predicates: &'e [Expr],
        nodes: &'s NodeSet<'e>,
        root: u32,
        totals: &'s Totals,
    ) -> Self {
        Self::new(
            Source::Nodes(nodes),
            Order::Filter,
            root,
            predicates,
            totals,
        )
    }

    /// Hands the nodes that pass to `sink`.
    pub(super) fn run(&self, of: &Evaluator<'e>, sink: Sink<'_>) -> Flow {
        let mut complete = false;
        let flow = self.candidates(of, &mut |node| {
            if self.accepts(of, node)? {
                sink(node)?;
                if self.is_unique {
                    complete = true;
                    return Err(Stop::Enough);
                }
            }
            Ok(())
        });
        if complete { Ok(()) } else { flow }
    }

    /// Hands the nodes of the source to `accept`.
    fn candidates(&self, of: &Evaluator<'e>, accept: Sink<'_>) -> Flow {
        let Source::Axis {
            axis,
            tested,
            test,
            by_type,
        } = self.source
        else {
            return self.base(of, accept);
        };
        let walker = of.walker();
        walker.run(axis, self.root, &mut |node| {
            let passes = match by_type {
                true => walker.passes_by_type(node, tested, test),
                false => walker.passes(node, tested, test),
            };
            if passes { accept(node) } else { Ok(()) }
        })
    }

    fn base(&self, of: &Evaluator<'e>, accept: Sink<'_>) -> Flow {
        match self.source {
            Source::Nodes(nodes) => of.nodes(nodes, accept),
            Source::Axis { .. } => Ok(()),
        }
    }

    fn accepts(&self, of: &Evaluator<'e>, node: u32) -> Result<bool, XPathError> {
        for (index, predicate) in self.predicates.iter().enumerate() {
            self.reached[index].set(self.reached[index].get() + 1);
            self.current.set(index);
            let value = of.evaluate(
                predicate,
                Context {
                    node,
                    scan: Some(self),
                },
            )?;
            let holds = match value {
                Value::Number(number) => self.position(of)? == i64::from(number as i32),
                value => of.truth(&value)?,
            };
            if !holds {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Position of the node in the predicate that is being evaluated.
    pub(super) fn position(&self, of: &Evaluator<'e>) -> Result<i64, XPathError> {
        let index = self.current.get();
        let reached = self.reached[index].get() as i64;
        match self.order {
            Order::Forward | Order::Filter => Ok(reached),
            Order::Reverse | Order::ReverseInWalk => {
                Ok(self.total(of, index)? as i64 - reached + 1)
            }
        }
    }

    pub(super) fn last(&self, of: &Evaluator<'e>) -> Result<usize, XPathError> {
        match (self.order, self.source) {
            (Order::Filter, Source::Nodes(nodes)) => {
                self.remembered(usize::MAX, || of.count(nodes))
            }
            (Order::ReverseInWalk, _) => self.total(of, self.predicates.len() - 1),
            _ => self.total(of, self.current.get()),
        }
    }

    /// How many nodes of the whole scan pass the first `passed` predicates.
    fn total(&self, of: &Evaluator<'e>, passed: usize) -> Result<usize, XPathError> {
        self.remembered(passed, || {
            let predicates = &self.predicates[..passed];
            let scan = Self::new(self.source, self.order, self.root, predicates, self.totals);
            let mut count = 0;
            let flow = scan.run(of, &mut |_| {
                count += 1;
                Ok(())
            });
            finished(flow)?;
            Ok(count)
        })
    }

    fn remembered(
        &self,
        key: usize,
        count: impl FnOnce() -> Result<usize, XPathError>,
    ) -> Result<usize, XPathError> {
        let known = self
            .totals
            .borrow()
            .iter()
            .find(|total| total.0 == key)
            .copied();
        if let Some((_, known)) = known {
            return Ok(known);
        }
        let total = count()?;
        self.totals.borrow_mut().push((key, total));
        Ok(total)
    }
}
