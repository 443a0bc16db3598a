//! A compiled template: immutable, shared, without a trace of the text but its places.

use super::glance::{self, Look};
use super::like::LikeSite;
use super::op::{Field, Op, Slot};
use crate::compile::needs::Needs;
use crate::diagnostic::{Code, Span};
use crate::functions::Query;
use crate::java::Resolved;
use crate::java::regex::{self, Pattern};
use crate::value::ClassRef;
use crate::value::Owned;
use crate::value::fault::Fault;
use crate::value::host::HeaderKey;
use std::sync::OnceLock;

/// What the machine runs.
#[derive(Default)]
pub(crate) struct Program {
    pub(crate) ops: Vec<Op>,
    /// One place an instruction.
    pub(crate) places: Vec<Place>,
    pub(crate) constants: Vec<Owned>,
    pub(crate) names: Box<[Box<str>]>,
    pub(crate) sites: Box<[Site]>,
    pub(crate) fields: Vec<FieldSite>,
    pub(crate) attributes: Vec<AttributeSite>,
    pub(crate) sets: Vec<SetSite>,
    pub(crate) folds: Vec<FoldSite>,
    pub(crate) headers: Vec<HeaderSite>,
    pub(crate) params: Vec<ParamSite>,
    pub(crate) arrays: Box<[ArraySite]>,
    pub(crate) patterns: Vec<PatternSite>,
    pub(crate) likes: Vec<LikeSite>,
    pub(crate) failures: Box<[Failure]>,
    pub(crate) needs: Needs,
    /// Whether it assigns variables, so that loads must look for assigned ones first.
    pub(crate) assigns: bool,
    /// Whether it may write into collections, so that those of the host are copied before it sees them.
    pub(crate) writes: bool,
    pub(crate) locals: u16,
    /// How many paths it keeps for their next reads.
    pub(crate) kept: u16,
    /// The same for a glance, if one may answer (see [`glance`]).
    pub(crate) looks: Option<Box<[Look]>>,
    /// Whether it composes a text of several parts.
    pub(crate) composes: bool,
    /// Bytes that a composed text will probably have, if that was reckoned.
    pub(crate) text_capacity: usize,
}

impl Program {
    /// Adds a constant to the pool.
    pub(crate) fn constant(&mut self, value: Owned) -> u32 {
        self.constants.push(value);
        self.constants.len() as u32 - 1
    }

    /// Settles what is known of the whole program: whether it composes a text, and whether a glance may answer.
    pub(crate) fn settle(&mut self) {
        // A program stays in the cache for long; what the passes left over of it need not.
        self.ops.shrink_to_fit();
        self.places.shrink_to_fit();
        self.composes = self.ops.last() == Some(&Op::Composed);
        self.looks = glance::of(self);
    }
}

/// How large a compiled template is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProgramSize {
    /// Instructions; none for a text without an expression.
    pub instructions: usize,
    /// Values in the pool of constants.
    pub constants: usize,
    /// Bytes of its tables: instructions, their places, constants, names and sites (not what patterns compile to).
    pub bytes: usize,
}

impl Program {
    /// How large it is.
    pub(crate) fn size(&self) -> ProgramSize {
        let names = self.names.iter().map(|name| name.len()).sum::<usize>();
        let texts = self.constants.iter();
        let texts = texts.filter_map(|value| value.lend().as_str().map(str::len));
        let tables = [
            size_of_val(&*self.ops),
            size_of_val(&*self.places),
            size_of_val(&*self.constants),
            size_of_val(&*self.names),
            size_of_val(&*self.sites),
            size_of_val(&*self.fields),
            size_of_val(&*self.attributes),
            size_of_val(&*self.sets),
            size_of_val(&*self.folds),
            size_of_val(&*self.headers),
            size_of_val(&*self.params),
            size_of_val(&*self.arrays),
            size_of_val(&*self.patterns),
            size_of_val(&*self.failures),
            self.looks.as_deref().map_or(0, size_of_val),
        ];
        ProgramSize {
            instructions: self.ops.len(),
            constants: self.constants.len(),
            bytes: tables.iter().sum::<usize>() + names + texts.sum::<usize>(),
        }
    }
}

/// Where an instruction stands and what position its errors report.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// Position of the construct.
    pub(crate) at: u32,
    /// The position that enclosing constructs put over any error from here (specification §4.0).
    pub(crate) forced: Option<u32>,
    pub(crate) span: Span,
}

const _: () = assert!(size_of::<Place>() == 20);

/// A call of a method, function or constructor.
pub(crate) struct Site {
    pub(crate) name: Box<str>,
    pub(crate) argc: u16,
    pub(crate) safe: bool,
    /// What the first call resolved to.
    pub(crate) resolved: OnceLock<Resolved>,
    /// The path that a function is called with, where it is constant.
    pub(crate) query: Query,
}

/// A text property of the request that is compared with a constant.
pub(crate) struct FieldSite {
    pub(crate) field: Field,
    /// Index of the property's name.
    pub(crate) name: u32,
    pub(crate) expected: Box<str>,
    /// Places of property and comparison.
    pub(crate) places: [Place; 2],
}

/// `#context.attributes['x']`
pub(crate) struct AttributeSite {
    pub(crate) name: Box<str>,
    /// The name under which the gateway stores its own attributes.
    pub(crate) prefixed: Box<str>,
    pub(crate) dotted: bool,
    /// Places of variable, property and index.
    pub(crate) places: [Place; 3],
}

/// Texts that a value is compared with, one after the other.
pub(crate) struct SetSite {
    /// By length, then by bytes.
    pub(crate) sorted: Box<[Box<str>]>,
}

/// `toLowerCase() == 'x'`
pub(crate) struct FoldSite {
    /// The call.
    pub(crate) call: u32,
    pub(crate) expected: Box<str>,
    /// Places of call and comparison.
    pub(crate) places: [Place; 2],
}

/// The first value of one header, read in one step where the variable is what the gateway sets.
pub(crate) struct HeaderSite {
    pub(crate) slot: Slot,
    pub(crate) key: HeaderKey<'static>,
    /// The text that the value is compared with.
    pub(crate) expected: Option<Box<str>>,
    /// Whether the name was written as property (`headers.host`) rather than as index.
    pub(crate) dotted: bool,
    /// Places of the three steps that this one replaces.
    pub(crate) places: [Place; 3],
}

/// The first value of one query or path parameter.
pub(crate) struct ParamSite {
    pub(crate) name: Box<str>,
    pub(crate) path: bool,
    pub(crate) dotted: bool,
    pub(crate) places: [Place; 3],
}

/// An array construction.
pub(crate) struct ArraySite {
    pub(crate) component: ClassRef,
    /// Dimensions, or number of elements of the initialiser.
    pub(crate) count: u32,
}

/// A pattern that is a constant of the program; an invalid one fails when it is reached.
pub(crate) struct PatternSite {
    pub(crate) text: Box<str>,
    pub(crate) pattern: Result<Pattern, Box<str>>,
}

impl PatternSite {
    /// Reads a pattern.
    pub(crate) fn new(text: Box<str>) -> Self {
        let pattern = Pattern::new(&*text, regex::Limits::default());
        PatternSite {
            text,
            pattern: pattern.map_err(|error| error.message.into()),
        }
    }
}

/// An error that is certain when its instruction is reached.
pub(crate) struct Failure {
    pub(crate) code: Option<Code>,
    /// The exception, when it is one of Java code.
    pub(crate) exception: Option<&'static str>,
    pub(crate) message: Box<str>,
}

impl Failure {
    /// The error.
    #[cold]
    pub(crate) fn fault(&self) -> Box<Fault> {
        match (self.code, self.exception) {
            (Some(code), _) => Fault::el(code, self.message.to_string()),
            (None, exception) => Fault::java(
                exception.unwrap_or("IllegalStateException"),
                self.message.to_string(),
            ),
        }
    }
}
