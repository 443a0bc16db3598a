//! Walking a document along a path.
//!
//! One walk collects the values of one path; filters and arguments start walks of their own. Every step counts against a
//! budget and a depth, so that neither a deep document nor `$..*..*` can take the process along.

use super::failure::{Failure, Found, quoted};
use super::filter::{Filter, Operand, Operator};
use super::node::{self, Node};
use super::path::{Path, Step, Token};
use crate::diagnostic::Code;
use crate::value::fault::Fault;
use crate::value::host::HeaderKey;
use crate::value::view::{Items, Pairs, header_values, param_values};
use crate::value::{Arena, ClassId, Value};
use std::cell::{Cell, RefCell};

/// What all walks of one call share.
pub(super) struct Run<'a> {
    pub(super) arena: &'a Arena,
    /// The array position that a deep scan came through last, for steps that ask for it.
    slots: RefCell<Vec<Option<usize>>>,
    visits_left: Cell<usize>,
    depth_left: Cell<usize>,
}

impl<'a> Run<'a> {
    pub(super) fn new(arena: &'a Arena, path: &Path) -> Run<'a> {
        let limits = arena.limits();
        Run {
            arena,
            slots: RefCell::new(vec![None; path.slots]),
            visits_left: Cell::new(limits.json_visits),
            depth_left: Cell::new(limits.json_depth),
        }
    }

    fn enter(&self) -> Found<()> {
        let visits = self
            .visits_left
            .get()
            .checked_sub(1)
            .ok_or_else(too_many_visits)?;
        let depth = self
            .depth_left
            .get()
            .checked_sub(1)
            .ok_or_else(|| Failure::too_deep("the document"))?;
        self.visits_left.set(visits);
        self.depth_left.set(depth);
        Ok(())
    }

    fn leave(&self) {
        self.depth_left.set(self.depth_left.get() + 1);
    }
}

#[cold]
fn too_many_visits() -> Failure {
    Failure::Limit(Fault::el(
        Code::JSON_PATH_WORK,
        "the path visits more values than its limit allows",
    ))
}

#[cold]
fn too_many_results() -> Failure {
    Failure::Limit(Fault::el(
        Code::JSON_RESULT_TOO_LARGE,
        "the path finds more values than its limit allows",
    ))
}

/// How a path is walked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// A missing property at the end is null.
    Lenient,
    /// Nothing may be missing, as where a filter asks for existence.
    Strict,
}

/// A list of the document; sets and arrays are opaque.
pub(super) fn list(value: Value<'_>) -> Option<Items<'_>> {
    value.items().filter(|items| items.is_list())
}

/// A map of the document.
pub(super) fn map(value: Value<'_>) -> Option<Pairs<'_>> {
    value
        .pairs()
        .filter(|pairs| pairs.class().is_a(ClassId::MAP))
}

/// A property of a map.
fn property<'a>(pairs: Pairs<'a>, name: &str, arena: &'a Arena) -> Found<Option<Value<'a>>> {
    Ok(match pairs {
        Pairs::Cell(cell) => cell.get_text(name),
        Pairs::Host(map) => map.get(name),
        Pairs::Headers(headers) => header_values(headers, &HeaderKey::lent(name), arena)?,
        Pairs::Params(params) => param_values(params, name, arena)?,
    })
}

/// A walk in progress.
pub(super) struct Walk<'r, 'a, 'p> {
    pub(super) run: &'r Run<'a>,
    path: &'p Path,
    pub(super) root: Value<'a>,
    pub(super) mode: Mode,
    /// Whether a wildcard is added at the end, as `length` does with its argument.
    spread: bool,
    spread_slot: Option<usize>,
    /// Values of `$` paths in filters, which do not change from item to item.
    root_values: Vec<(u32, Value<'a>)>,
    results: Vec<Value<'a>>,
}

impl<'r, 'a: 'p, 'p> Walk<'r, 'a, 'p> {
    pub(super) fn new(run: &'r Run<'a>, path: &'p Path, root: Value<'a>, mode: Mode) -> Self {
        let (root_values, results) = (Vec::new(), Vec::new());
        Walk {
            run,
            path,
            root,
            mode,
            spread: false,
            spread_slot: None,
            root_values,
            results,
        }
    }

    /// The same walk to the elements of what the path finds.
    pub(super) fn spread(self) -> Self {
        Walk {
            spread: !self.path.tokens.is_empty(),
            ..self
        }
    }

    /// Walks a document and gives what the path stands for: the last value of a definite path, else the list of all.
    pub(super) fn value(mut self, document: Value<'a>) -> Found<Value<'a>> {
        self.from(0, document)?;
        self.finish()
    }

    /// Walks from a place that the first steps have led to already.
    pub(super) fn value_behind(
        mut self,
        steps: usize,
        place: Option<Value<'a>>,
    ) -> Found<Value<'a>> {
        if let Some(place) = place {
            self.from(steps, place)?;
        }
        self.finish()
    }

    fn finish(mut self) -> Found<Value<'a>> {
        if !self.path.definite {
            return Ok(self.run.arena.list(ClassId::JSON_ARRAY, &self.results)?);
        }
        self.results
            .pop()
            .ok_or_else(|| Failure::NotFound("the path leads to no value".to_owned()))
    }

    fn token(&self, at: usize) -> &'p Token {
        &self.path.tokens[at]
    }

    fn is_leaf(&self, at: usize) -> bool {
        self.is_end(at + 1)
    }

    /// Whether no step is left at `at`.
    fn is_end(&self, at: usize) -> bool {
        at == self.path.tokens.len() + usize::from(self.spread)
    }

    pub(super) fn add(&mut self, value: Value<'a>) -> Found<()> {
        if self.results.len() == self.run.arena.limits().json_results {
            return Err(too_many_results());
        }
        self.results.push(value);
        Ok(())
    }

    /// Goes on with the step at `at`; behind the last step the value is a result.
    pub(super) fn from(&mut self, at: usize, model: Value<'a>) -> Found<()> {
        if self.is_end(at) {
            return self.add(model);
        }
        self.run.enter()?;
        let outcome = if at == self.path.tokens.len() {
            self.wildcard(at, model)
        } else {
            self.step(at, model)
        };
        self.run.leave();
        outcome
    }

    fn step(&mut self, at: usize, model: Value<'a>) -> Found<()> {
        let token = self.token(at);
        match &token.step {
            Step::Property(names) => self.properties(at, names, model),
            Step::Index(indexes) => self.indexes(at, indexes, model),
            Step::Slice(from, to) => self.slice(at, (*from, *to), model),
            Step::Wildcard => self.wildcard(at, model),
            Step::Scan => match self.is_leaf(at) {
                true => Err(Failure::thrown(
                    "IllegalStateException",
                    "nothing follows `..`",
                )),
                false => self.scan(at + 1, model),
            },
            Step::Filter(filter) => self.filter(at, filter, model),
            Step::Function(function) => {
                let value = super::function::call(self, function, model)?;
                self.add(value)?;
                if self.is_leaf(at) {
                    Ok(())
                } else {
                    self.from(at + 1, value)
                }
            }
        }
    }

    fn properties(&mut self, at: usize, names: &'p [Box<str>], model: Value<'a>) -> Found<()> {
        let Some(pairs) = map(model) else {
            return match self.token(at).upstream_definite {
                true => Err(not_found("an object with the property", &names[0])),
                false => Ok(()),
            };
        };
        if names.len() > 1 && self.is_leaf(at) {
            return self.merged(names, pairs);
        }
        names.iter().try_for_each(|name| {
            let value = property(pairs, name, self.run.arena)?;
            match value {
                Some(value) => self.property(at, value),
                None => self.missing(at, name, names.len() == 1),
            }
        })
    }

    fn missing(&mut self, at: usize, name: &str, definite: bool) -> Found<()> {
        match (self.is_leaf(at), self.mode) {
            (true, Mode::Lenient) => self.property(at, Value::Null),
            (false, Mode::Lenient) if !(definite && self.token(at).upstream_definite) => Ok(()),
            _ => Err(not_found("the property", name)),
        }
    }

    /// Goes on with the value of a property. At the end of a path, a value that a deep scan reached through an array
    /// counts only at the index that the path names before.
    fn property(&mut self, at: usize, value: Value<'a>) -> Found<()> {
        if !self.is_leaf(at) {
            return self.from(at + 1, value);
        }
        let reached = self.slot(at);
        if reached.is_none_or(|reached| {
            self.path
                .index_before_last
                .is_some_and(|wanted| i64::from(wanted) == reached as i64)
        }) {
            self.add(value)?;
        }
        Ok(())
    }

    fn slot(&self, at: usize) -> Option<usize> {
        match self.path.tokens.get(at) {
            Some(token) => token.slot.and_then(|slot| self.run.slots.borrow()[slot]),
            None => self.spread_slot,
        }
    }

    fn set_slot(&mut self, at: usize, index: usize) {
        match self.path.tokens.get(at) {
            Some(Token {
                slot: Some(slot), ..
            }) => self.run.slots.borrow_mut()[*slot] = Some(index),
            Some(_) => {}
            None => self.spread_slot = Some(index),
        }
    }

    /// Several properties at the end of a path are one map.
    fn merged(&mut self, names: &'p [Box<str>], pairs: Pairs<'a>) -> Found<()> {
        let mut entries = Vec::with_capacity(names.len());
        for name in names {
            let value = match property(pairs, name, self.run.arena)? {
                None if self.mode == Mode::Strict => return Err(not_found("the property", name)),
                value => value.unwrap_or(Value::Null),
            };
            entries.push((self.run.arena.text(name)?, value));
        }
        let merged = self.run.arena.map(ClassId::LINKED_HASH_MAP, entries)?;
        self.add(merged)
    }

    fn indexes(&mut self, at: usize, indexes: &[i32], model: Value<'a>) -> Found<()> {
        let Some(list) = self.array(at, model)? else {
            return Ok(());
        };
        indexes
            .iter()
            .try_for_each(|index| self.index(at, i64::from(*index), list))
    }

    /// The list that an index needs; on an uncertain way anything else is passed over.
    fn array(&self, at: usize, model: Value<'a>) -> Found<Option<Items<'a>>> {
        match list(model) {
            None if self.token(at).upstream_definite => {
                Err(Failure::NotFound("an index needs a list".to_owned()))
            }
            list => Ok(list),
        }
    }

    /// Goes on with an element; an index out of bounds, here or in a step that follows, is passed over.
    fn index(&mut self, at: usize, index: i64, list: Items<'a>) -> Found<()> {
        let place = if index < 0 {
            list.len() as i64 + index
        } else {
            index
        };
        let Some(item) = usize::try_from(place)
            .ok()
            .and_then(|place| list.get(place))
        else {
            return Ok(());
        };
        match self.from(at + 1, item) {
            Err(Failure::Bounds(_)) => Ok(()),
            outcome => outcome,
        }
    }

    fn slice(
        &mut self,
        at: usize,
        slice: (Option<i32>, Option<i32>),
        model: Value<'a>,
    ) -> Found<()> {
        let Some(list) = self.array(at, model)? else {
            return Ok(());
        };
        let len = list.len() as i64;
        let behind = |index: i32| {
            if index < 0 {
                len + i64::from(index)
            } else {
                i64::from(index)
            }
        };
        let (from, to) = match slice {
            // With both bounds, negative ones are not counted from the end, except one by one where they name elements.
            (Some(from), Some(to)) => (i64::from(from), i64::from(to).min(len)),
            (from, to) => (
                from.map_or(0, behind).max(0),
                to.map_or(len, behind).min(len),
            ),
        };
        if len == 0 {
            return Ok(());
        }
        // Before the first element there is nothing, however far down the slice starts.
        (from.max(-len)..to).try_for_each(|index| self.index(at, index, list))
    }

    fn wildcard(&mut self, at: usize, model: Value<'a>) -> Found<()> {
        if let Some(pairs) = map(model) {
            return self.each_entry(pairs, |walk, value| walk.property(at, value));
        }
        let Some(list) = list(model) else {
            return Ok(());
        };
        let mut index = 0;
        while index < list.len() {
            match self.index(at, index as i64, list) {
                // An element behind which the way ends is passed over.
                Err(Failure::NotFound(_)) if self.mode == Mode::Lenient => {}
                outcome => outcome?,
            }
            index += 1;
        }
        Ok(())
    }

    fn each_entry(
        &mut self,
        pairs: Pairs<'a>,
        mut visit: impl FnMut(&mut Self, Value<'a>) -> Found<()>,
    ) -> Found<()> {
        let mut visit =
            |walk: &mut Self, (name, value): (Value<'a>, Value<'a>)| match name.as_text() {
                Some(_) => visit(walk, value),
                None => Err(Failure::thrown(
                    "ClassCastException",
                    "a key of a map is no text",
                )),
            };
        match pairs {
            Pairs::Cell(cell) => (0..cell.len())
                .filter_map(|at| cell.entry(at))
                .try_for_each(|entry| visit(self, entry)),
            Pairs::Host(map) => map.entries().try_for_each(|entry| visit(self, entry)),
            other => other
                .entries(self.run.arena)?
                .iter()
                .try_for_each(|entry| visit(self, *entry)),
        }
    }

    /// Tries the step at `at` on a value and on everything in it.
    fn scan(&mut self, at: usize, model: Value<'a>) -> Found<()> {
        self.run.enter()?;
        let outcome = match (map(model), list(model)) {
            (Some(pairs), _) => self.scan_map(at, model, pairs),
            (None, Some(list)) => self.scan_list(at, model, list),
            (None, None) => Ok(()),
        };
        self.run.leave();
        outcome
    }

    fn scan_map(&mut self, at: usize, model: Value<'a>, pairs: Pairs<'a>) -> Found<()> {
        if self.scan_stops(at, model)? {
            self.from(at, model)?;
        }
        self.each_entry(pairs, |walk, value| walk.scan(at, value))
    }

    fn scan_list(&mut self, at: usize, model: Value<'a>, list: Items<'a>) -> Found<()> {
        if self.scan_stops(at, model)? {
            if self.is_leaf(at) {
                self.from(at, model)?;
            } else {
                for (index, item) in list.iter().enumerate() {
                    self.set_slot(at + 1, index);
                    self.from(at + 1, item)?;
                }
            }
        }
        list.iter().try_for_each(|item| self.scan(at, item))
    }

    /// Whether the step behind a deep scan is tried on a value.
    fn scan_stops(&mut self, at: usize, model: Value<'a>) -> Found<bool> {
        let Some(token) = self.path.tokens.get(at) else {
            return Ok(true);
        };
        Ok(match &token.step {
            Step::Property(names) => match map(model) {
                None => false,
                Some(_) if names.len() > 1 && !self.is_leaf(at) => true,
                Some(_) if self.is_leaf(at) && self.mode == Mode::Lenient => true,
                Some(pairs) => self.has_all(pairs, names)?,
            },
            Step::Index(_) | Step::Slice(..) => list(model).is_some(),
            Step::Wildcard => true,
            Step::Filter(filter) => self.accepts(filter, model)?,
            Step::Scan | Step::Function(_) => false,
        })
    }

    fn has_all(&self, pairs: Pairs<'a>, names: &'p [Box<str>]) -> Found<bool> {
        for name in names {
            if property(pairs, name, self.run.arena)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn filter(&mut self, at: usize, filter: &'p Filter, model: Value<'a>) -> Found<()> {
        if map(model).is_some() {
            return if self.accepts(filter, model)? {
                self.from(at + 1, model)
            } else {
                Ok(())
            };
        }
        let Some(list) = list(model) else {
            return match self.token(at).upstream_definite {
                true => Err(Failure::invalid("a filter needs a list or an object")),
                false => Ok(()),
            };
        };
        for (index, item) in list.iter().enumerate() {
            if self.accepts(filter, item)? {
                self.index(at, index as i64, list)?;
            }
        }
        Ok(())
    }

    /// Whether an item fulfils a filter. A path that makes no sense for the item fails the whole filter, negated or not.
    fn accepts(&mut self, filter: &'p Filter, item: Value<'a>) -> Found<bool> {
        match self.holds(filter, item) {
            Err(failure) if failure.is_path_problem() => Ok(false),
            outcome => outcome,
        }
    }

    fn holds(&mut self, filter: &'p Filter, item: Value<'a>) -> Found<bool> {
        match filter {
            Filter::And(parts) => self.until(parts, item, false),
            Filter::Or(parts) => self.until(parts, item, true),
            Filter::Not(part) => Ok(!self.holds(part, item)?),
            Filter::Exists(path, wanted) => Ok(self.exists(path, item)? == *wanted),
            Filter::Compare(left, operator, right) => self.compare(left, *operator, right, item),
        }
    }

    /// Goes through conditions until one gives `decisive`.
    fn until(&mut self, parts: &'p [Filter], item: Value<'a>, decisive: bool) -> Found<bool> {
        for part in parts {
            if self.holds(part, item)? == decisive {
                return Ok(decisive);
            }
        }
        Ok(!decisive)
    }

    /// Whether a path leads anywhere. It starts at the item even if it says `$`.
    fn exists(&mut self, path: &'p Path, item: Value<'a>) -> Found<bool> {
        match Walk::new(self.run, path, self.root, Mode::Strict).value(item) {
            Ok(_) => Ok(true),
            Err(Failure::NotFound(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn compare(
        &mut self,
        left: &'p Operand,
        operator: Operator,
        right: &'p Operand,
        item: Value<'a>,
    ) -> Found<bool> {
        let left = self.operand(left, item)?;
        let right = self.operand(right, item)?;
        node::compare(&left, operator, &right, self.run.arena)
    }

    fn operand(&mut self, operand: &'p Operand, item: Value<'a>) -> Found<Node<'a, 'p>> {
        use node::Number;
        use std::borrow::Cow;
        Ok(match operand {
            Operand::Path(path) => match self.path_value(path, item) {
                Ok(value) => Node::of(value)?,
                Err(Failure::NotFound(_)) => Node::Undefined,
                Err(other) => return Err(other),
            },
            Operand::Null => Node::Null,
            Operand::Bool(value) => Node::Bool(*value),
            Operand::Number(value) => Node::Number(Number::literal(value)),
            Operand::Text(text) => Node::Text(Cow::Borrowed(text)),
            Operand::Json(text) => Node::JsonText(Cow::Borrowed(text)),
            Operand::Pattern(pattern) => Node::Pattern(pattern),
        })
    }

    fn path_value(&mut self, path: &'p Path, item: Value<'a>) -> Found<Value<'a>> {
        if !path.from_root {
            return Walk::new(self.run, path, self.root, self.mode).value(item);
        }
        if let Some((_, value)) = self.root_values.iter().find(|(id, _)| *id == path.id) {
            return Ok(*value);
        }
        let value = Walk::new(self.run, path, self.root, self.mode).value(self.root)?;
        self.root_values.push((path.id, value));
        Ok(value)
    }
}

#[cold]
pub(super) fn not_found(what: &str, name: &str) -> Failure {
    Failure::NotFound(format!(
        "the document has not {what} {} of the path",
        quoted(name)
    ))
}
