//! The flags that open or close members of Java, as a gateway's `el.whitelist` settings do.

use crate::{Problem, input, report};
use clap::{Args, ValueEnum};
use gravitee_el::whitelist::{Mode, Whitelist};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Sandbox {
    /// Lines of a whitelist, as in `el.whitelist.list`: `class …`, `method …`, `new …`
    #[arg(long, value_name = "FILE")]
    whitelist: Option<PathBuf>,
    /// What the lines of the whitelist are added to
    #[arg(long, value_enum, default_value_t = Start::Append, requires = "whitelist")]
    whitelist_mode: Start,
}

#[derive(Clone, Copy, ValueEnum)]
enum Start {
    /// The built-in whitelist
    Append,
    /// Nothing
    Replace,
}

impl Sandbox {
    /// The whitelist; what is noteworthy about its lines goes to standard error.
    pub(crate) fn read(&self) -> Result<Whitelist, Problem> {
        let Some(file) = &self.whitelist else {
            return Ok(Whitelist::default());
        };
        let mode = match self.whitelist_mode {
            Start::Append => Mode::Append,
            Start::Replace => Mode::Replace,
        };
        let whitelist = Whitelist::parse(mode, input::text(file)?.lines());
        whitelist.findings().iter().for_each(report::whitelisted);
        Ok(whitelist)
    }
}
