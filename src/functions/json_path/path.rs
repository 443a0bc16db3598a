//! A compiled path: the steps from a document to values.
//!
//! What a step may do depends on its neighbours (whether anything follows, whether everything before it names one
//! place), so that is worked out once here and not at every visit.

use super::filter::Filter;

/// A compiled path.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) tokens: Vec<Token>,
    /// Whether the path starts at the document (`$`) and not at the current item (`@`).
    pub(super) from_root: bool,
    /// Whether it names one place, so that its value is not a list of values.
    pub(super) definite: bool,
    /// The index that the step before the last one names alone.
    pub(super) index_before_last: Option<i32>,
    /// Tells the paths inside one compiled path apart.
    pub(super) id: u32,
    /// Number of slots that the walks of a whole compiled path need.
    pub(super) slots: usize,
    /// Steps at the start that can be followed while a text is read, nothing of which is needed by those behind.
    pub(super) sought: usize,
}

/// A step with what it must know of its neighbours.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) step: Step,
    /// Whether all steps before it name one place.
    pub(super) upstream_definite: bool,
    /// Where the walk keeps the array position that a deep scan came through, for the step behind a scanned one.
    pub(super) slot: Option<usize>,
}

/// One step.
#[derive(Debug)]
pub(super) enum Step {
    /// `.name`, `['name', …]`
    Property(Vec<Box<str>>),
    /// `[0, …]`
    Index(Vec<i32>),
    /// `[from:to]`
    Slice(Option<i32>, Option<i32>),
    /// `*`
    Wildcard,
    /// `..`
    Scan,
    /// `[?(…)]`
    Filter(Filter),
    /// `.name(…)`
    Function(Function),
}

/// A function step.
#[derive(Debug)]
pub(super) struct Function {
    pub(super) name: Box<str>,
    /// `None` without parentheses' content, which some functions tell from an empty list.
    pub(super) params: Option<Vec<Param>>,
}

/// An argument of a function.
#[derive(Debug)]
pub(super) enum Param {
    /// A JSON text, read when the function runs.
    Json(Box<str>),
    /// A path from the document.
    Path(Box<Path>),
}

impl Step {
    /// Whether it names one place in whatever stands before it; an index from the end is told apart.
    fn is_sought(&self) -> bool {
        match self {
            Step::Property(names) => names.len() == 1,
            Step::Index(indexes) => indexes.len() == 1,
            _ => false,
        }
    }

    /// Whether it needs the whole document, wherever it is tried.
    fn uses_document(&self) -> bool {
        match self {
            Step::Filter(filter) => filter.any_path(&mut |path| path.uses_document()),
            Step::Function(function) => function.params.is_some(),
            _ => false,
        }
    }

    /// Whether the step names one place; several names are one place when nothing follows, since they merge into a map.
    fn is_definite(&self, is_leaf: bool) -> bool {
        match self {
            Step::Property(names) => names.len() == 1 || is_leaf,
            Step::Index(indexes) => indexes.len() == 1,
            Step::Function(_) => true,
            Step::Slice(..) | Step::Wildcard | Step::Scan | Step::Filter(_) => false,
        }
    }
}

/// Numbers that tell apart what belongs to one compiled path.
#[derive(Default)]
pub(super) struct Numbering {
    paths: u32,
    slots: usize,
    pub(super) depth: u32,
}

impl Numbering {
    fn path(&mut self) -> u32 {
        self.paths += 1;
        self.paths
    }
}

impl Path {
    /// Puts steps together. A function behind a deep scan takes the whole scan as its argument instead of running at
    /// every place that the scan finds.
    pub(super) fn new(mut steps: Vec<Step>, from_root: bool, numbering: &mut Numbering) -> Path {
        let inverted = matches!(
            (steps.first(), steps.last()),
            (Some(Step::Scan), Some(Step::Function(_)))
        );
        let place = steps
            .iter()
            .position(|step| matches!(step, Step::Function(_)));
        if let (true, Some(place)) = (inverted, place) {
            let mut rest = steps.split_off(place);
            let scanned = Path::linked(steps, from_root, true, numbering);
            if let Some(Step::Function(function)) = rest.first_mut() {
                function.params = Some(vec![Param::Path(Box::new(scanned))]);
            }
            return Path::linked(rest, from_root, false, numbering);
        }
        Path::linked(steps, from_root, true, numbering)
    }

    fn linked(
        steps: Vec<Step>,
        from_root: bool,
        mut upstream: bool,
        numbering: &mut Numbering,
    ) -> Path {
        let len = steps.len();
        let index_before_last = steps
            .len()
            .checked_sub(2)
            .and_then(|before| only_index(&steps[before]));
        let sought = sought(&steps);
        let mut definite = true;
        let mut tokens: Vec<Token> = Vec::with_capacity(len);
        for (at, step) in steps.into_iter().enumerate() {
            let behind_scanned = at >= 2 && matches!(tokens[at - 2].step, Step::Scan);
            let slot = behind_scanned.then(|| {
                numbering.slots += 1;
                numbering.slots - 1
            });
            let is_definite = step.is_definite(at + 1 == len);
            tokens.push(Token {
                step,
                upstream_definite: upstream,
                slot,
            });
            upstream &= is_definite;
            definite &= is_definite;
        }
        Path {
            tokens,
            from_root,
            definite,
            index_before_last,
            id: numbering.path(),
            slots: numbering.slots,
            sought,
        }
    }

    /// Whether it, or a path in it, starts at the document.
    fn uses_document(&self) -> bool {
        self.from_root || self.tokens.iter().any(|token| token.step.uses_document())
    }

    /// Whether the last step is a function.
    pub(super) fn is_function(&self) -> bool {
        matches!(
            self.tokens.last(),
            Some(Token {
                step: Step::Function(_),
                ..
            })
        )
    }
}

/// Finding an element from the end reads it twice, so one such index is enough. A document that is needed as a whole is not
/// sought through.
fn sought(steps: &[Step]) -> usize {
    let sure = steps.iter().take_while(|step| step.is_sought()).count();
    if steps[sure..].iter().any(Step::uses_document) {
        return 0;
    }
    let from_end = |step: &Step| matches!(step, Step::Index(indexes) if indexes[0] < 0);
    let mut places = (0..sure).filter(|at| from_end(&steps[*at]));
    places.nth(1).unwrap_or(sure)
}

fn only_index(step: &Step) -> Option<i32> {
    match step {
        Step::Index(indexes) if indexes.len() == 1 => indexes.first().copied(),
        _ => None,
    }
}
