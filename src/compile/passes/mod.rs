//! The optimizer: one pass a file, each with what it does and why nobody can see it but by the clock.
//!
//! A pass looks at runs of instructions and puts shorter ones in their place. Whatever it takes for granted (that
//! `#request` is the gateway's request, that a value is a text) is checked again when the instruction runs, and where it
//! does not hold the instruction does what the ones it replaced would have done, errors and their places included.

mod attributes;
mod booleans;
mod constants;
mod field_texts;
mod fields;
mod fold;
mod fold_case;
mod header_texts;
mod headers;
mod jumps;
mod parts;
mod path;
mod patterns;
mod repeats;
mod rewrite;
mod sets;
mod text_calls;

#[cfg(test)]
mod tests;

use crate::Limits;
use crate::java::whitelist::Permissions;
use crate::vm::program::Program;

/// One transformation of programs.
pub struct Pass {
    /// Its name, by which [`EngineBuilder::without_passes`](crate::EngineBuilder::without_passes) switches it off.
    pub name: &'static str,
    /// Instructions as they are before, and after.
    pub change: [&'static str; 2],
    /// Why no answer changes.
    pub legal: &'static str,
    run: fn(&mut Program, &Grounds<'_>),
}

/// What is known of the engine that runs the program.
pub(crate) struct Grounds<'e> {
    pub(crate) limits: &'e Limits,
    pub(crate) permissions: &'e Permissions,
}

/// All passes, in the order in which they run.
pub(crate) static PASSES: &[Pass] = &[
    fold::PASS,
    fields::PASS,
    headers::PASS,
    attributes::PASS,
    constants::PASS,
    booleans::PASS,
    jumps::PASS,
    sets::PASS,
    repeats::PASS,
    header_texts::PASS,
    field_texts::PASS,
    fold_case::PASS,
    patterns::PASS,
    text_calls::PASS,
    parts::PASS,
];

/// Runs every pass that `allowed` lets run, on these grounds.
pub(crate) fn run(program: &mut Program, grounds: &Grounds<'_>, allowed: impl Fn(&str) -> bool) {
    PASSES
        .iter()
        .filter(|pass| allowed(pass.name))
        .for_each(|pass| (pass.run)(program, grounds));
}
