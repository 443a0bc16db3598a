//! `gravel eval --cases`: one answer a line, in order, never stopping at a bad row.

use crate::{Problem, input};
use gravitee_el::typed::{self, Case, CaseContext, ContextData};
use gravitee_el::{Engine, Type};
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(
    engine: &Engine,
    file: &Path,
    contexts: Option<&Path>,
) -> Result<ExitCode, Problem> {
    let contexts = named(contexts)?;
    let reader =
        BufReader::new(std::fs::File::open(file).map_err(|error| input::unreadable(file, &error))?);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in reader.split(b'\n') {
        let line = line.map_err(|error| input::unreadable(file, &error))?;
        if !line.trim_ascii().is_empty() {
            writeln!(
                out,
                "{}",
                one_line(answer(engine, &line, &contexts).to_string())
            )?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Escapes what some readers take for the end of a line, though JSON does not.
fn one_line(json: String) -> String {
    const ENDS: [(char, &str); 3] = [
        ('\u{85}', "\\u0085"),
        ('\u{2028}', "\\u2028"),
        ('\u{2029}', "\\u2029"),
    ];
    match json.contains(ENDS.map(|(end, _)| end)) {
        true => ENDS
            .iter()
            .fold(json, |json, (end, escape)| json.replace(*end, escape)),
        false => json,
    }
}

fn named(file: Option<&Path>) -> Result<HashMap<String, ContextData>, Problem> {
    let Some(file) = file else {
        return Ok(HashMap::new());
    };
    let contexts = typed::contexts_from_json(&input::text(file)?);
    Ok(contexts
        .map_err(|error| Problem::Usage(format!("{}: {error}", file.display())))?
        .into_iter()
        .collect())
}

/// The answer to one row; a row that is no case gets an answer that says so.
fn answer(engine: &Engine, line: &[u8], contexts: &HashMap<String, ContextData>) -> Json {
    let bad = |id: Option<&str>, message: String| json!({"id": id, "err": {"stage": "row", "message": message}});
    let Ok(line) = std::str::from_utf8(line) else {
        return bad(None, "the row is no UTF-8 text".to_owned());
    };
    match Case::from_json(line) {
        Ok(case) => {
            evaluate(engine, &case, contexts).unwrap_or_else(|message| bad(Some(&case.id), message))
        }
        Err(error) => bad(None, error.to_string()),
    }
}

fn evaluate(
    engine: &Engine,
    case: &Case,
    contexts: &HashMap<String, ContextData>,
) -> Result<Json, String> {
    let target =
        Type::named(&case.target).ok_or_else(|| format!("`{}` is no type", case.target))?;
    let empty = ContextData::default();
    let data = match &case.context {
        CaseContext::Empty => &empty,
        CaseContext::Named(name) => contexts
            .get(name)
            .ok_or_else(|| format!("there is no context `{name}`"))?,
        CaseContext::Own(data) => data,
    };
    // A context of its own for every row, since expressions can assign.
    let context = data.context();
    let result = engine
        .template(&case.expression)
        .and_then(|template| template.eval_as(&context, target));
    Ok(match result {
        Ok(value) => json!({"id": case.id, "ok": typed::value_to_json(&value)}),
        Err(error) => json!({"id": case.id, "err": typed::error_to_json(&error)}),
    })
}
