//! Every recorded answer of the reference engine, replayed.
//!
//! A row passes when value and Java type are equal, or when stage, code or exception, and position are. The floor of a
//! file is the number of rows that agree today; it only rises. Rows that belong to work still to come are counted apart.

use gravitee_el::typed::{self, Case, CaseContext, ContextData};
use gravitee_el::{Engine, Type};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// File, and how many of its rows must agree at least.
const FLOORS: &[(&str, usize)] = &[
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
    ("template", 256),
    ("damaged", 862),
    ("probes", 1800),
    ("java-calls", 2125),
    ("java-surface", 7585),
    ("regex", 4276),
    ("function", 12),
    ("jsonPath", 0),
    ("jsonContent", 264),
    ("xmlContent", 247),
    ("xpath", 3385),
];

/// Files in which every row must agree, but for those that wait for a function or a class still to come.
const WHOLE: &[&str] = &[
    "literal",
    "unary",
    "binary",
    "ternary",
    "instanceof",
    "typeref",
    "composed",
    "navigate",
    "headers",
    "params",
    "convert",
    "template",
    "damaged",
    "probes",
    "regex",
    "xmlContent",
    "xpath",
];

/// Functions still to come: rows that name one wait.
const FUNCTIONS_TO_COME: [&str; 3] = ["jsonPath", "xmlEscape", "jsonEscape"];

/// Rows that call members of classes still to come: `URI`, `File`, `Pattern` as array elements, `DecimalFormat`, `MessageFormat`.
const CLASSES_TO_COME: [&str; 9] = [
    "probe-0755",
    "probe-1577",
    "probe-1588",
    "probe-1589",
    "probe-1590",
    "probe-1591",
    "probe-1592",
    "probe-1618",
    "probe-1895",
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
    for (file, floor) in FLOORS {
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
            let waits = FUNCTIONS_TO_COME
                .iter()
                .any(|name| row.case.expression.contains(name))
                || CLASSES_TO_COME.contains(&row.case.id.as_str());
            if WHOLE.contains(file) && !waits {
                failures.push(format!("{}: want {}, got {got}", row.case.id, row.expected));
            }
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
        if agreed < *floor {
            failures.push(format!("{file}: {agreed} rows agree, the floor is {floor}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
