//! Which members an expression may call, ready for the look-up of a call.
//!
//! The built-in whitelist is the flag of each row and costs nothing. A configured one is a list of rows for each class,
//! found by the number of the class: no name is hashed, and a call looks at the rows of its class as before.

use super::super::member::{Members, Method};
use super::super::members;
use crate::value::ClassId;
use std::sync::Arc;

/// The members that are open.
#[derive(Clone, Default)]
pub(crate) enum Permissions {
    /// What the reference opens without configuration.
    #[default]
    BuiltIn,
    /// What a configuration opens.
    Listed(Arc<Listed>),
}

/// The open members by the number of their class.
#[derive(Default)]
pub(crate) struct Listed {
    classes: Vec<Option<Box<Opened>>>,
}

/// The open members of one class.
#[derive(Clone, Default)]
pub(super) struct Opened {
    pub(super) methods: Vec<&'static Method>,
    /// The open constructors by their position in the table.
    pub(super) constructors: Vec<usize>,
    /// What a line opens and no table has: names of methods, the class's own name for a constructor.
    pub(super) missing: Vec<Box<str>>,
}

impl Permissions {
    /// The methods that an expression may call among those that the class declares.
    pub(in crate::java) fn methods(
        &self,
        class: ClassId,
    ) -> impl Iterator<Item = &'static Method> + '_ {
        let (table, listed) = match self {
            Permissions::BuiltIn => (members(class), None),
            Permissions::Listed(listed) => (None, listed.of(class)),
        };
        let open = table.into_iter().flat_map(built_in);
        open.chain(
            listed
                .into_iter()
                .flat_map(|opened| opened.methods.iter().copied()),
        )
    }

    /// Whether an expression may use the constructor at that position of the table.
    pub(in crate::java) fn constructs(&self, class: ClassId, at: usize) -> bool {
        match self {
            Permissions::BuiltIn => true,
            Permissions::Listed(listed) => listed
                .of(class)
                .is_some_and(|opened| opened.constructors.contains(&at)),
        }
    }

    /// Whether a line opens a member of that name which this engine does not have.
    pub(in crate::java) fn lacks(&self, class: ClassId, name: &str) -> bool {
        match self {
            Permissions::BuiltIn => false,
            Permissions::Listed(listed) => listed
                .of(class)
                .is_some_and(|opened| opened.missing.iter().any(|missing| **missing == *name)),
        }
    }
}

impl Listed {
    /// Everything that the reference opens without configuration.
    pub(super) fn built_in() -> Self {
        let mut listed = Listed::default();
        for table in super::super::tables() {
            let opened = listed.entry(table.class);
            opened.methods = built_in(table).collect();
            opened.constructors = (0..table.constructors.len()).collect();
        }
        listed
    }

    pub(super) fn of(&self, class: ClassId) -> Option<&Opened> {
        self.classes.get(usize::from(class.0))?.as_deref()
    }

    pub(super) fn entry(&mut self, class: ClassId) -> &mut Opened {
        let at = usize::from(class.0);
        if self.classes.len() <= at {
            self.classes.resize(at + 1, None);
        }
        self.classes[at].get_or_insert_default()
    }
}

impl Opened {
    /// Opens a method; whether it was closed before.
    pub(super) fn method(&mut self, method: &'static Method) -> bool {
        let closed = !self.methods.iter().any(|open| std::ptr::eq(*open, method));
        if closed {
            self.methods.push(method);
        }
        closed
    }

    /// Opens a constructor; whether it was closed before.
    pub(super) fn constructor(&mut self, at: usize) -> bool {
        let closed = !self.constructors.contains(&at);
        if closed {
            self.constructors.push(at);
        }
        closed
    }

    /// Remembers a member that should be open and does not exist here.
    pub(super) fn lacking(&mut self, name: &str) {
        if !self.missing.iter().any(|missing| **missing == *name) {
            self.missing.push(name.into());
        }
    }
}

fn built_in(table: &'static Members) -> impl Iterator<Item = &'static Method> {
    table.methods.iter().filter(|method| method.allowed)
}
