//! `gravel members`: what can be called and read on a class, on a sort of value, or on what an expression gives.

use crate::sandbox::Sandbox;
use crate::{Problem, input};
use clap::{Args as ClapArgs, ValueEnum};
use gravitee_el::members::{Class, Kind, Member};
use gravitee_el::{Arena, Engine, Type};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::process::ExitCode;

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// A class (`LocalDate`, `java.util.Map`, `int[]`), a sort of value (`string`, `list`, `headers`, `request` …) or an
    /// expression; without it, all classes
    #[arg(value_name = "CLASS|VALUE-TYPE|EXPR")]
    what: Option<String>,
    #[command(flatten)]
    data: input::Data,
    #[command(flatten)]
    sandbox: Sandbox,
    /// How to print the list
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leave out what the class inherits
    #[arg(long)]
    own: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let mut out = io::stdout().lock();
    match &args.what {
        None => classes(&mut out, args.format)?,
        Some(what) => {
            let whitelist = args.sandbox.read()?;
            let engine = Engine::builder().whitelist(&whitelist).build();
            let class = class(&engine, what, &args.data)?;
            let mut members = class.members_under(&whitelist);
            if args.own {
                let name = class.name();
                members.retain(|member| member.declared_by == name);
            }
            match args.format {
                Format::Text => list(&mut out, class, &members)?,
                Format::Json => writeln!(out, "{:#}", class_json(class, &members))?,
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The class that the argument names, or that its value has.
fn class(engine: &Engine, what: &str, data: &input::Data) -> Result<Class, Problem> {
    let what = input::expression(what)?;
    if is_name(&what) {
        return Class::named(&what).ok_or_else(|| unknown(&what));
    }
    let template = match what.contains('{') {
        true => engine.compile(&what)?,
        false => engine.compile(&format!("{{({what})}}"))?,
    };
    let data = data.read()?;
    let (context, arena) = (data.context(), Arena::default());
    let value = template.eval_in(&context, Type::OBJECT, &arena)?;
    Class::of(&value)
        .ok_or_else(|| Problem::Usage(format!("`{what}` is null, which has no members")))
}

fn is_name(what: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || "._$[]".contains(c);
    what.chars().all(name)
}

fn unknown(name: &str) -> Problem {
    let similar = Class::similar(name);
    let hint = match similar.first() {
        Some(near) => format!("; a similar name is `{near}`"),
        None => "; `gravel members` lists all classes".to_owned(),
    };
    Problem::Usage(format!("there is no class `{name}`{hint}"))
}

fn classes(out: &mut impl Write, format: Format) -> io::Result<()> {
    let counted = |class: Class| (class.name(), class.own_members().len());
    let classes = Class::all().into_iter().map(counted);
    match format {
        Format::Text => classes
            .into_iter()
            .try_for_each(|(name, count)| writeln!(out, "{count:4}  {name}")),
        Format::Json => {
            let classes: Vec<Value> = classes
                .map(|(name, count)| json!({"class": name, "members": count}))
                .collect();
            writeln!(out, "{:#}", Value::Array(classes))
        }
    }
}

/// The width to which members are filled up before their descriptions.
const WIDTH: usize = 44;

fn list(out: &mut impl Write, class: Class, members: &[Member]) -> io::Result<()> {
    writeln!(out, "{}", class.name())?;
    let mut kind = None;
    for member in members {
        if kind != Some(member.kind) {
            kind = Some(member.kind);
            writeln!(out, "\n{}", heading(member.kind))?;
        }
        let usage = usage(member);
        let doc = match member.available {
            true => member.doc,
            false => "not available here",
        };
        writeln!(out, "  {usage:WIDTH$}  {doc}")?;
    }
    Ok(())
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Constructor => "constructors",
        Kind::StaticMethod => "static methods, on `T(…)` or an instance",
        Kind::StaticProperty => "static properties, on `T(…)`",
        Kind::Method => "methods",
        Kind::Property => "properties",
    }
}

/// The member with the type of its result, types by their last names.
fn usage(member: &Member) -> String {
    let shown = match member.kind {
        Kind::Property | Kind::StaticProperty => member.to_string(),
        _ => {
            let types = member.params.iter().map(|param| short(param));
            let mut types: Vec<String> = types.map(str::to_owned).collect();
            if let Some(last) = types.last_mut().filter(|_| member.varargs) {
                *last = last.replacen("[]", "...", 1);
            }
            let new = if member.kind == Kind::Constructor {
                "new "
            } else {
                ""
            };
            format!("{new}{}({})", member.name, types.join(", "))
        }
    };
    match (&member.returns, member.kind) {
        (Some(returns), kind) if kind != Kind::Constructor => {
            format!("{shown}: {}", short(returns))
        }
        _ => shown,
    }
}

fn short(name: &str) -> &str {
    name.rsplit(['.', '$']).next().unwrap_or(name)
}

fn class_json(class: Class, members: &[Member]) -> Value {
    let members: Vec<Value> = members.iter().map(member_json).collect();
    json!({"class": class.name(), "members": members})
}

fn member_json(member: &Member) -> Value {
    json!({
        "kind": member.kind.to_string(),
        "name": member.name,
        "params": member.params,
        "varargs": member.varargs,
        "returns": member.returns,
        "declaredBy": member.declared_by,
        "doc": member.doc,
        "available": member.available,
    })
}
