//! The sandbox as a gateway configures it: `el.whitelist.mode` and the lines of `el.whitelist.list`.
//!
//! A line opens all methods and constructors that a class declares (`class java.util.Optional`), one method (`method
//! java.util.Optional get`) or one constructor (`new java.util.Date long`). As in the reference, a line that cannot be
//! understood opens nothing and stops nobody; here it leaves a [`Finding`] that says why and what was likely meant.
//!
//! ```
//! use gravitee_el::whitelist::{Mode, Whitelist};
//! use gravitee_el::{Context, Engine};
//!
//! let whitelist = Whitelist::parse(Mode::Append, ["class java.util.Optional", "method java.lang.Strin length"]);
//! assert!(whitelist.findings().iter().any(|finding| finding.line == 2));
//!
//! let engine = Engine::builder().whitelist(&whitelist).build();
//! let template = engine.compile("{(T(java.util.Optional).empty().isPresent())}")?;
//! assert_eq!(template.render(&Context::new())?, "false");
//! # Ok::<(), gravitee_el::Error>(())
//! ```

mod finding;
mod line;
mod opening;
mod permissions;
#[cfg(test)]
mod tests;

pub use finding::Finding;
pub(crate) use permissions::Permissions;

use opening::Opening;
use permissions::Listed;
use std::sync::Arc;

/// What the lines are added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To the built-in whitelist.
    Append,
    /// To nothing: what no line names is closed.
    Replace,
}

impl Mode {
    /// The mode that `el.whitelist.mode` names: exactly `append`, which is also the default, or anything else for
    /// `replace`, as the reference has it.
    pub fn named(mode: &str) -> Mode {
        match mode {
            "append" => Mode::Append,
            _ => Mode::Replace,
        }
    }
}

/// A whitelist: which members of Java an expression may call. Properties, types, arrays and functions need no permission.
#[derive(Clone)]
pub struct Whitelist {
    permissions: Permissions,
    findings: Vec<Finding>,
}

impl Default for Whitelist {
    /// The built-in whitelist of the reference.
    fn default() -> Self {
        Whitelist {
            permissions: Permissions::BuiltIn,
            findings: Vec::new(),
        }
    }
}

impl Whitelist {
    /// Reads the lines of a configuration. Empty lines and those that begin with `#` say nothing.
    pub fn parse<L: AsRef<str>>(mode: Mode, lines: impl IntoIterator<Item = L>) -> Whitelist {
        let mut opening = Opening::new(match mode {
            Mode::Append => Listed::built_in(),
            Mode::Replace => Listed::default(),
        });
        let mut findings = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            if let Err(diagnostic) = opening.line(line.as_ref()) {
                let (line, diagnostic) = (at + 1, *diagnostic);
                findings.push(Finding { line, diagnostic });
            }
        }
        Whitelist {
            permissions: Permissions::Listed(Arc::new(opening.done())),
            findings,
        }
    }

    /// What is noteworthy about the lines, in their order.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    pub(crate) fn permissions(&self) -> Permissions {
        self.permissions.clone()
    }
}
