//! `gravel eval --cases`: one answer a line, in order, never stopping at a bad row.

use crate::{Problem, input};
use gravitee_el::typed::{self, ContextData};
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
            writeln!(out, "{}", one_line(answer(engine, &line, &contexts).to_string()))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Escapes what some readers take for the end of a line, though JSON does not.
fn one_line(json: String) -> String {
    const ENDS: [(char, &str); 3] = [('\u{85}', "\\u0085"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    match json.contains(ENDS.map(|(end, _)| end)) {
        true => ENDS.iter().fold(json, |json, (end, escape)| json.replace(*end, escape)),
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
    let row: Json = match serde_json::from_slice(line) {
        Ok(row) => row,
        Err(error) => {
            return json!({"id": null, "err": {"stage": "row", "message": error.to_string()}});
        }
    };
    match case(engine, &row, contexts) {
        Ok(answer) => answer,
        Err(message) => json!({"id": row["id"], "err": {"stage": "row", "message": message}}),
    }
}

fn case(
    engine: &Engine,
    row: &Json,
    contexts: &HashMap<String, ContextData>,
) -> Result<Json, String> {
    let expression = row["expr"].as_str().ok_or("the row has no text `expr`")?;
    let name = row["as"].as_str().unwrap_or("Object");
    let target = Type::named(name).ok_or_else(|| format!("`{name}` is no type"))?;
    let own;
    let data = match &row["context"] {
        Json::Null => {
            own = ContextData::default();
            &own
        }
        Json::String(name) => contexts
            .get(name)
            .ok_or_else(|| format!("there is no context `{name}`"))?,
        context => {
            own =
                ContextData::from_json(&context.to_string()).map_err(|error| error.to_string())?;
            &own
        }
    };
    // A context of its own for every row, since expressions can assign.
    let context = data.context();
    let result = engine
        .template(expression)
        .and_then(|template| template.eval_as(&context, target));
    Ok(match result {
        Ok(value) => json!({"id": row["id"], "ok": typed::value_to_json(&value)}),
        Err(error) => json!({"id": row["id"], "err": typed::error_to_json(&error)}),
    })
}
