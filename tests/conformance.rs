//! Every recorded answer of the reference engine, replayed.
//!
//! A row passes when value and Java type are equal, or when stage, code or exception, and position are. The number of
//! rows of each file stands here, so that none is lost in silence.

use gravitee_el::typed::{self, Case, CaseContext, ContextData};
use gravitee_el::{Engine, Type};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// File, and how many rows it has; the number only rises.
const FILES: &[(&str, usize)] = &[
    ("literal", 114),
    ("unary", 273),
    ("binary", 5495),
    ("ternary", 252),
    ("instanceof", 474),
    ("typeref", 68),
    ("composed", 3445),
    ("navigate", 1120),
    ("headers", 520),
    ("params", 69),
    ("convert", 591),
    ("template", 260),
    ("damaged", 881),
    ("probes", 1938),
    ("java-calls", 2172),
    ("java-surface", 8894),
    ("regex", 4276),
    ("function", 72),
    ("jsonPath", 3138),
    ("jsonContent", 291),
    ("xmlContent", 247),
    ("xpath", 3385),
];

struct Row {
    case: Case,
    target: Type,
    expected: String,
}

/// What is compared of an answer.
fn key(answer: &Json) -> String {
    match answer.get("ok") {
        Some(ok) => ok.to_string(),
        None => {
            let err = &answer["err"];
            let what = if err["code"].is_null() {
                &err["exception"]
            } else {
                &err["code"]
            };
            json!([err["stage"], what, err["position"]]).to_string()
        }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

fn rows(file: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(folder().join(format!("{file}.jsonl")))
        .expect("the rows are in the project");
    let row = |line: &str| {
        let case = Case::from_json(line).expect("a row is a case");
        let target = Type::named(&case.target).expect("a row names a type");
        let row: Json = serde_json::from_str(line).expect("a row is JSON");
        Row {
            case,
            target,
            expected: key(&row),
        }
    };
    text.lines().map(row).collect()
}

fn contexts() -> HashMap<String, ContextData> {
    let text = std::fs::read_to_string(folder().join("contexts.json"))
        .expect("the contexts are in the project");
    typed::contexts_from_json(&text)
        .expect("the contexts can be read")
        .into_iter()
        .collect()
}

fn answer(engine: &Engine, row: &Row, contexts: &HashMap<String, ContextData>) -> String {
    let empty = ContextData::default();
    let data = match &row.case.context {
        CaseContext::Empty => &empty,
        CaseContext::Named(name) => &contexts[name],
        CaseContext::Own(data) => data,
    };
    let template = engine.compile(&row.case.expression);
    let answer = match template.and_then(|template| template.eval_as(&data.context(), row.target)) {
        Ok(value) => json!({"ok": typed::value_to_json(&value)}),
        Err(error) => json!({"err": typed::error_to_json(&error)}),
    };
    key(&answer)
}

/// The optimizer must not be visible in any answer, and every answer must be the reference's.
#[test]
fn answers_agree_with_the_reference_engine() {
    let contexts = contexts();
    let optimized = Engine::new();
    let plain = Engine::builder().optimize(false).build();
    let mut failures = Vec::new();
    for (file, count) in FILES {
        let rows = rows(file);
        let mut families: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut agreed = 0;
        for row in &rows {
            let got = answer(&optimized, row, &contexts);
            let unoptimized = answer(&plain, row, &contexts);
            if got != unoptimized {
                failures.push(format!(
                    "{}: {got} with the optimizer, {unoptimized} without",
                    row.case.id
                ));
            }
            let family = families
                .entry(
                    row.case
                        .id
                        .rsplit_once('-')
                        .map_or("", |(family, _)| family),
                )
                .or_default();
            family.1 += 1;
            if got == row.expected {
                family.0 += 1;
                agreed += 1;
                continue;
            }
            failures.push(format!("{}: want {}, got {got}", row.case.id, row.expected));
            if std::env::var("SHOW_MISSES").is_ok_and(|shown| shown == *file) {
                println!(
                    "{}  {}\n   want {}\n   got  {got}",
                    row.case.id, row.case.expression, row.expected
                );
            }
        }
        println!(
            "{file:14} {agreed:6} of {:6} agree ({:.2} %)",
            rows.len(),
            100.0 * agreed as f64 / rows.len() as f64
        );
        for (family, (agreed, rows)) in families.iter().filter(|_| families.len() > 1) {
            println!("    {family:30} {agreed:6} of {rows:6}");
        }
        if rows.len() < *count {
            failures.push(format!("{file}: {} rows, {count} before", rows.len()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
