//! A compiled template: immutable, shared, without a trace of the text but its places.

use super::op::{Op, Slot};
use crate::compile::needs::Needs;
use crate::diagnostic::{Code, Span};
use crate::functions::Query;
use crate::java::regex::Pattern;
use crate::value::ClassRef;
use crate::value::Owned;
use crate::value::fault::Fault;
use crate::value::host::HeaderKey;

/// What the machine runs.
#[derive(Default)]
pub(crate) struct Program {
    pub(crate) ops: Box<[Op]>,
    /// One place an instruction.
    pub(crate) places: Box<[Place]>,
    pub(crate) constants: Vec<Owned>,
    pub(crate) names: Box<[Box<str>]>,
    pub(crate) sites: Box<[Site]>,
    pub(crate) headers: Vec<HeaderSite>,
    pub(crate) params: Vec<ParamSite>,
    pub(crate) arrays: Box<[ArraySite]>,
    pub(crate) patterns: Box<[PatternSite]>,
    pub(crate) failures: Box<[Failure]>,
    pub(crate) needs: Needs,
    /// Whether it assigns variables, so that loads must look for assigned ones first.
    pub(crate) assigns: bool,
    /// Whether it may write into collections, so that those of the host are copied before it sees them.
    pub(crate) writes: bool,
    pub(crate) locals: u16,
}

impl Program {
    /// Adds a constant to the pool.
    pub(crate) fn constant(&mut self, value: Owned) -> u32 {
        self.constants.push(value);
        self.constants.len() as u32 - 1
    }

    /// Bytes of the literal parts, doubled for what comes between, so that composing rarely grows its text.
    pub(crate) fn text_capacity(&self) -> usize {
        let literals = self.ops.iter().filter_map(|op| match op {
            Op::Append(index) => self.constants[*index as usize].lend().as_str(),
            _ => None,
        });
        literals.map(str::len).sum::<usize>() * 2 + 32
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

/// A call of a method, function or constructor.
pub(crate) struct Site {
    pub(crate) name: Box<str>,
    pub(crate) argc: u16,
    pub(crate) safe: bool,
    /// The path that a function is called with, where it is constant.
    pub(crate) query: Query,
}

/// The first value of one header, read in one step where the variable is what the gateway sets.
pub(crate) struct HeaderSite {
    pub(crate) slot: Slot,
    pub(crate) key: HeaderKey,
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
