//! The instructions.
//!
//! An accumulator machine: the current value sits in a local of the loop, a stack holds only what waits for it (left
//! operands, arguments). An instruction is 8 bytes; what does not fit stands in a pool of the program and is named by index.
//! Positions stand beside the code, since only errors read them.

use crate::syntax::ast::{BinaryOp, UnaryOp, Which};

/// One instruction. `acc` is the current value; `→` what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    /// → null
    Null,
    /// → true or false
    Bool(bool),
    /// → that `Integer`
    Int(i32),
    /// → constant
    Const(u32),
    /// → a variable of the gateway
    Slot(Slot),
    /// → any other variable, by name
    Var(u32),
    /// → the element of the loop at that nesting depth
    Element(u16),
    /// → local
    Local(u16),
    /// local ← acc
    SetLocal(u16),
    /// puts acc on the stack
    Push,
    /// → popped value
    Pop,

    /// → property of acc; with `safe`, null stays null
    Property { safe: bool, name: u32 },
    /// → property of a gateway variable, resolved when compiled
    Field { slot: Slot, field: Field, name: u32 },
    /// → text property of the request == its constant (or !=)
    FieldEq { negate: bool, site: u32 },
    /// → attribute of the request
    Attribute(u32),
    /// → first value of a header of the request or response
    HeaderFirst(u32),
    /// → first value of a parameter of the request
    ParamFirst(u32),
    /// fails when acc is null, before an index is evaluated
    Indexable,
    /// → popped target, indexed by acc
    Index,
    /// → acc indexed by a constant
    IndexConst(u32),
    /// → acc indexed by a bare name: a key of a map, a failing property elsewhere
    IndexName(u32),
    /// → method of the popped target, called with the arguments on the stack
    Call(u32),
    /// fails unless that variable is a function
    Callable(u32),
    /// → function, called with the arguments on the stack
    Function(u32),
    /// → new object, constructed with the arguments on the stack
    New(u32),
    /// → new array, its sizes on the stack
    NewArray(u32),
    /// → array of the elements on the stack
    ArrayOf(u32),
    /// → acc as element of such an array
    ArrayItem(u32),
    /// fails unless acc as a number is that size
    ArraySize(u32),

    /// → list of that many values on the stack
    List(u32),
    /// → map of that many pairs on the stack
    Map(u32),

    /// → popped value (operator) acc
    Binary(BinaryOp),
    /// → acc == constant (or !=)
    EqConst { negate: bool, constant: u32 },
    /// → acc is one of the constants of a set (or none of them)
    InSet { negate: bool, site: u32 },
    /// → acc in lower or upper case == its constant (or !=)
    FoldEq { negate: bool, site: u32 },
    /// → first value of a header == its constant (or !=)
    HeaderEq { negate: bool, site: u32 },
    /// → (operator) acc
    Unary(UnaryOp),
    /// → acc as the text that `matches` looks at; fails on null
    MatchesLeft,
    /// → acc matches that constant pattern
    MatchesConst(u32),
    /// → acc matches that constant pattern, which only says where a text stands
    Like(u32),
    /// fails unless acc is a list of two
    Bounds,
    /// → acc as Boolean
    ToBool,

    /// goes on at that instruction
    Jump(u32),
    /// goes on there when acc is false, keeping it
    JumpIfFalse(u32),
    /// goes on there when acc is true, keeping it
    JumpIfTrue(u32),
    /// goes on there when acc is null, keeping it
    JumpIfNull(u32),
    /// goes on there unless acc is null or the empty text, keeping it
    JumpIfPresent(u32),
    /// keeps acc for the next read of the same path, if that must give the same
    Keep(u16),
    /// → what was kept, and goes on there; otherwise goes on at the next one, which reads the path
    Again { slot: u16, goal: u32 },

    /// starts a loop over acc; a source without elements goes on at `exit` with the result
    Loop {
        kind: LoopKind,
        safe: bool,
        exit: u32,
    },
    /// takes acc as the body's value; goes on at the body with the next element, or after with the result
    Next(u32),

    /// variable ← acc
    SetVar(u32),
    /// popped target[acc] ← popped value → value
    SetIndex,
    /// property of acc ← popped value: always refused; with `safe`, null → value
    SetProperty { safe: bool, name: u32 },
    /// → acc ± 1
    Step { decrement: bool },
    /// fails when a local holds a Byte or Short, which a prefix step cannot give as the whole result
    Narrow(u16),

    /// fails in that way
    Fail(u32),
    /// appends a literal part to the composed text
    Append(u32),
    /// appends acc, converted to text, to the composed text
    AppendValue,
    /// → the composed text
    Composed,
}

const _: () = assert!(size_of::<Op>() == 8);

/// How many paths a program may keep.
pub(crate) const KEPT: usize = 4;

impl Op {
    /// Where the instruction may go on, when that is not only the next one.
    pub(crate) fn goal(self) -> Option<u32> {
        match self {
            Op::Jump(goal)
            | Op::JumpIfFalse(goal)
            | Op::JumpIfTrue(goal)
            | Op::JumpIfNull(goal)
            | Op::JumpIfPresent(goal)
            | Op::Again { goal, .. }
            | Op::Loop { exit: goal, .. }
            | Op::Next(goal) => Some(goal),
            _ => None,
        }
    }

    /// Changes the goal of a jump; other instructions stay.
    pub(crate) fn set_goal(&mut self, to: u32) {
        match self {
            Op::Jump(goal)
            | Op::JumpIfFalse(goal)
            | Op::JumpIfTrue(goal)
            | Op::JumpIfNull(goal)
            | Op::JumpIfPresent(goal)
            | Op::Again { goal, .. }
            | Op::Loop { exit: goal, .. }
            | Op::Next(goal) => *goal = to,
            _ => {}
        }
    }
}

/// What a loop makes of its elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoopKind {
    Project,
    Select(Which),
}

macro_rules! slots {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// The gateway's variables, known when an expression is compiled.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Slot { $($variant),* }

        impl Slot {
            /// The name in an expression, without `#`.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Slot::$variant => $name),* }
            }

            /// The slot of a variable name.
            pub(crate) fn of(name: &str) -> Option<Slot> {
                match name { $($name => Some(Slot::$variant),)* _ => None }
            }
        }
    };
}

slots! {
    Request = "request",
    Response = "response",
    Context = "context",
    Api = "api",
    Properties = "properties",
    Dictionaries = "dictionaries",
    Endpoints = "endpoints",
    Node = "node",
    Subscription = "subscription",
    Message = "message",
}

macro_rules! fields {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// The properties of `#request` and `#response`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Field { $($variant),* }

        impl Field {
            /// Every property with its name.
            pub(crate) const ALL: &'static [(Field, &'static str)] = &[$((Field::$variant, $name)),*];
        }
    };
}

fields! {
    Method = "method",
    Path = "path",
    Headers = "headers",
    Params = "params",
    PathParams = "pathParams",
    Uri = "uri",
    Host = "host",
    Scheme = "scheme",
    PathInfo = "pathInfo",
    ContextPath = "contextPath",
    Paths = "paths",
    PathInfos = "pathInfos",
    Id = "id",
    TransactionId = "transactionId",
    Version = "version",
    Timestamp = "timestamp",
    RemoteAddress = "remoteAddress",
    LocalAddress = "localAddress",
    Ssl = "ssl",
    Status = "status",
    Content = "content",
    JsonContent = "jsonContent",
    XmlContent = "xmlContent",
}

impl Field {
    /// The property that a name reads: `id`, and as the reference's getters also have it, `Id` and `getId`.
    pub(crate) fn of(name: &str) -> Option<Field> {
        let find = |name: &str| {
            Field::ALL
                .iter()
                .find(|(_, known)| *known == name)
                .map(|(field, _)| *field)
        };
        let lowered = |name: &str| {
            let first = name.chars().next().filter(char::is_ascii_uppercase)?;
            Some(format!("{}{}", first.to_ascii_lowercase(), &name[1..]))
        };
        find(name).or_else(|| find(&lowered(name.strip_prefix("get").unwrap_or(name))?))
    }
}
