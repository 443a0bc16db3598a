//! Instructions as text, aligned with the source, for `gravel bytecode`.

use crate::vm::like::Origin;
use crate::vm::op::Op;
use crate::vm::program::Program;
use std::fmt::Write;

/// One line an instruction: number, instruction with its operands, the text it came from.
pub(crate) fn listing(program: &Program, source: &str) -> String {
    let mut lines = String::new();
    let mut last = None;
    for (at, (op, place)) in program.ops.iter().zip(&program.places).enumerate() {
        let text = place.span.of(source).replace(['\n', '\r', '\t'], " ");
        let shown = if last == Some(place.span) { "" } else { &text };
        last = Some(place.span);
        // Writing into a String cannot fail.
        let _ = writeln!(
            lines,
            "{at:4}  {:<44} {shown}",
            instruction(program, *op).trim_end()
        );
    }
    lines
}

fn instruction(program: &Program, op: Op) -> String {
    let name = |index: u32| program.names[index as usize].to_string();
    let constant = |index: u32| {
        let value = program.constants[index as usize].lend();
        match value.as_str() {
            Some(text) => format!("'{}'", text.replace('\'', "''")),
            None => value.to_string(),
        }
    };
    let site = |index: u32| {
        let site = &program.sites[index as usize];
        format!(
            "{}/{}{}",
            site.name,
            site.argc,
            if site.safe { " safe" } else { "" }
        )
    };
    match op {
        Op::Const(index) | Op::Append(index) => format!("{} {}", word(op), constant(index)),
        Op::IndexConst(index) => format!("index {}", constant(index)),
        Op::EqConst {
            negate,
            constant: index,
        } => format!(
            "{} {}",
            if negate { "ne_const" } else { "eq_const" },
            constant(index)
        ),
        Op::Slot(slot) => format!("slot {}", slot.name()),
        Op::Var(index) | Op::IndexName(index) | Op::Callable(index) | Op::SetVar(index) => {
            format!("{} {}", word(op), name(index))
        }
        Op::Property { safe, name: index } | Op::SetProperty { safe, name: index } => {
            format!(
                "{} {}{}",
                word(op),
                name(index),
                if safe { " safe" } else { "" }
            )
        }
        Op::Field {
            slot, name: index, ..
        } => format!("field {}.{}", slot.name(), name(index)),
        Op::HeaderFirst(index) => {
            let site = &program.headers[index as usize];
            format!("header_first {} {:?}", site.slot.name(), site.key)
        }
        Op::HeaderEq { negate, site } => {
            let word = if negate { "header_ne" } else { "header_eq" };
            let site = &program.headers[site as usize];
            format!(
                "{word} {} {:?} '{}'",
                site.slot.name(),
                site.key,
                site.expected.as_deref().unwrap_or_default()
            )
        }
        Op::FieldEq { negate, site } => {
            let word = if negate { "field_ne" } else { "field_eq" };
            let site = &program.fields[site as usize];
            format!("{word} request.{} '{}'", name(site.name), site.expected)
        }
        Op::Attribute(index) => format!("attribute '{}'", program.attributes[index as usize].name),
        Op::InSet { negate, site } => {
            let word = if negate { "not_in_set" } else { "in_set" };
            let texts = &program.sets[site as usize].sorted;
            format!("{word} '{}'", texts.join("' '"))
        }
        Op::FoldEq { negate, site } => {
            let word = if negate { "fold_ne" } else { "fold_eq" };
            let expected = &program.folds[site as usize].expected;
            format!("{word} '{expected}'")
        }
        Op::ParamFirst(index) => format!("param_first {}", program.params[index as usize].name),
        Op::Call(index) | Op::Function(index) | Op::New(index) => {
            format!("{} {}", word(op), site(index))
        }
        Op::MatchesConst(index) => format!("matches '{}'", program.patterns[index as usize].text),
        Op::Like(index) => match program.likes[index as usize].origin {
            Origin::Pattern { number, .. } => {
                format!("like '{}'", program.patterns[number as usize].text)
            }
            Origin::Call {
                call,
                constant: text,
            } => {
                let name = &program.sites[call as usize].name;
                format!("like {name} {}", constant(text))
            }
        },
        Op::Composed if program.text_capacity > 0 => {
            format!("composed, room for {} bytes", program.text_capacity)
        }
        Op::Fail(index) => format!("fail {}", program.failures[index as usize].message),
        Op::Loop { kind, safe, exit } => {
            format!("loop {kind:?}{} → {exit}", if safe { " safe" } else { "" })
        }
        Op::Again { slot, goal } => format!("again {slot} → {goal}"),
        _ => match op.goal() {
            Some(goal) => format!("{} → {goal}", word(op)),
            None => plain(op),
        },
    }
}

/// The instruction's name in lower case with underscores.
fn word(op: Op) -> String {
    let debug = format!("{op:?}");
    let name: String = debug
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

/// Name and operand of an instruction whose operand is its own value.
fn plain(op: Op) -> String {
    let debug = format!("{op:?}");
    let operand = debug
        .split_once('(')
        .map_or("", |(_, rest)| rest.trim_end_matches(')'));
    format!("{} {}", word(op), operand.to_lowercase())
}
