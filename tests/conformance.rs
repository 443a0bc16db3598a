//! Every recorded answer of the reference engine, replayed.
//!
//! A row passes when value and Java type are equal, or when stage, code or exception, and position are. The number of
//! rows of each file stands here, so that none is lost in silence.

use gravitee_el::typed::{self, Case, CaseContext, ContextData};
use gravitee_el::{Engine, Type};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// File, and how many rows it has, all of which must agree; the number only rises.
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
    /// How usual the member is that the row calls, where rows say so: `T1` to `T3`.
    tier: String,
    expected: String,
}

impl Row {
    fn family(&self) -> &str {
        self.case
            .id
            .rsplit_once('-')
            .map_or("", |(family, _)| family)
    }
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
            tier: row["tier"].as_str().unwrap_or_default().to_owned(),
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

/// Agreement of a group of rows.
#[derive(Default)]
struct Tally {
    agreed: usize,
    rows: usize,
}

impl Tally {
    fn count(&mut self, agrees: bool) {
        self.agreed += usize::from(agrees);
        self.rows += 1;
    }

    fn print(&self, indent: &str, name: &str) {
        let percent = 100.0 * self.agreed as f64 / self.rows as f64;
        println!(
            "{indent}{name:30} {:6} of {:6} agree ({percent:.2} %)",
            self.agreed, self.rows
        );
    }
}

/// What a file gave: its agreement as a whole, by family and by tier, the rows that do not agree, and those whose answer
/// depends on the optimizer.
#[derive(Default)]
struct Outcome<'r> {
    whole: Tally,
    groups: BTreeMap<&'r str, Tally>,
    misses: Vec<String>,
    unstable: Vec<String>,
}

fn replay<'r>(rows: &'r [Row], engines: &[Engine; 2]) -> Outcome<'r> {
    let contexts = contexts();
    let mut outcome = Outcome::default();
    for row in rows {
        let [got, plain] = engines
            .each_ref()
            .map(|engine| answer(engine, row, &contexts));
        let id = &row.case.id;
        if got != plain {
            let both = format!("{id}: {got} with the optimizer, {plain} without");
            outcome.unstable.push(both);
        }
        let agrees = got == row.expected;
        outcome.whole.count(agrees);
        for group in [row.family(), &row.tier] {
            outcome.groups.entry(group).or_default().count(agrees);
        }
        if !agrees {
            let (expression, want) = (&row.case.expression, &row.expected);
            let miss = format!("{id}  {expression}\n   want {want}\n   got  {got}");
            outcome.misses.push(miss);
        }
    }
    outcome
}

/// The optimizer must not be visible in any answer, and every answer must be the reference's.
#[test]
fn answers_agree_with_the_reference_engine() {
    let engines = [Engine::new(), Engine::builder().optimize(false).build()];
    let mut failures = Vec::new();
    for (file, count) in FILES {
        let rows = rows(file);
        let outcome = replay(&rows, &engines);
        outcome.whole.print("", file);
        for (name, tally) in outcome.groups.iter().filter(|(name, _)| !name.is_empty()) {
            tally.print("    ", name);
        }
        if rows.len() < *count {
            failures.push(format!("{file}: {} rows, there were {count}", rows.len()));
        }
        failures.extend(outcome.unstable);
        failures.extend(outcome.misses.into_iter().take(20));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Files whose expressions ask for what the optimizer knows.
const OPTIMIZED: [&str; 10] = [
    "binary", "composed", "headers", "literal", "navigate", "params", "probes", "template",
    "ternary", "unary",
];

/// Shapes of real conditions that the recorded rows do not have.
const SHAPES: &[&str] = &[
    "{#request.path == '/a' || #request.path == '/b' || #request.path == '/orders'}",
    "{#request.method != 'GET' && #request.method != 'HEAD'}",
    "{(#request.host == 'a' || #request.host == 'b') && #request.method == 'GET'}",
    "{#request.headers['X-Test'][0] == 'a' || #request.headers['X-Test'][0] == 'b'}",
    "{#context.attributes['a'] == 'x' || #context.attributes['a'] == 'y'}",
    "{#request.method.toLowerCase() == 'get'}",
    "{#request.path.toUpperCase() != '/A'}",
    "{#nothing.toLowerCase() == 'x'}",
    "{#request.headers['X-Test'][0] != 'a' && #request.headers['X-Test'][0].startsWith('s')}",
    "{#context.attributes['user'].name == 'a' || #context.attributes['user'].role == 'b' || #context.attributes['user'].role == 'c'}",
    "{#request.method == 'PUT' && #context.attributes['a'] == 'x' || #context.attributes['a'] != null && #context.attributes['a'].length() > 1}",
    "{({1, 2}.![#request.headers['X-Test'].size() + #request.headers['X-Test'][0]])}",
    "{#request.paths.equals(#request.paths) || #request.headers.equals(#request.headers)}",
    "{#request.headers['A'][0] ?: #request.headers['A'][0]} {#request.params['b'][0]} {#request.headers['A'][0]}",
    "{#request.headers['X-Test'][0]} {#request.params['limit'][0]}",
    "{#request.path matches '^/shop/.*' && #request.host matches '(?i).*EXAMPLE.*' && #request.method matches 'PUT|POST'}",
    "{#request.headers['X-Empty'][0] matches '.*' && #request.timestamp matches '16.*' && #request.path matches '.*/42$'}",
    "{#nothing matches 'a.*'}",
    "{#request.path.startsWith('/shop') && #request.host.contains('example') || #request.path.endsWith('42')}",
    "{#request.host?.startsWith('api') ? #request.method.equals('POST') : #nothing.contains('x')}",
    "{#request.headers['X-Multi'].contains('two')}",
    "{#request.headers.equals('x') || #request.timestamp.equals('1602781000267')}",
    "a{('b')}c{(1 + 1)}{#request.method}{(null)}{(true)}d{#nothing ?: 'e'}f",
    "{('a')}{(\"b\")}",
    "{#request.path == '/' + 'a' || 2147483647 + 1 < 0 && #request.method == 'GET'}",
    "{(true ? #request.path : #nothing.x) + (false || 1 > 2 ? 'a' : 'b' + null)}",
    "{(false && #nothing.x == 1 || !(1 / 2 == 0) || #request.method != null)}",
    "{('a' + 1 / 0)}",
    "{#request.headers['X-' + 'Test'][1 - 1] + #nothing['a' + 'b']}",
    "{('' ?: null) == null ? {1 + 1, 'a' * 3} : {}}",
    "{#request.path matches '/' + '.*' && 'abc' matches 'a' + '.c' && 'a' matches '['}",
    "{({1, 2, 3}.![true ? #this + (1 + 1) : 0].?[#this > 1 + 2 && (false || true)])}",
];

fn shapes() -> impl Iterator<Item = Row> {
    SHAPES.iter().enumerate().flat_map(|(at, expression)| {
        ["default", "empty"].map(|context| {
            let context = match context {
                "empty" => json!({}),
                named => json!(named),
            };
            let case = json!({"id": format!("shape-{at}"), "expr": expression, "context": context});
            let case = Case::from_json(&case.to_string()).expect("a shape is a case");
            let target = Type::named(&case.target).expect("any type");
            Row {
                case,
                target,
                tier: String::new(),
                expected: String::new(),
            }
        })
    })
}

/// Each pass changes the program of some row, and without it every answer is the same.
#[test]
fn every_pass_fires_and_none_is_visible() {
    let contexts = contexts();
    let engine = Engine::new();
    let rows: Vec<Row> = OPTIMIZED
        .iter()
        .flat_map(|file| rows(file))
        .chain(shapes())
        .collect();
    let listings: Vec<Option<String>> = rows
        .iter()
        .map(|row| listing(&engine, &row.case.expression))
        .collect();
    for pass in Engine::passes() {
        let without = Engine::builder().without_passes([pass.name]).build();
        let mut fired = 0;
        for (row, whole) in rows.iter().zip(&listings) {
            if listing(&without, &row.case.expression) == *whole {
                continue;
            }
            fired += 1;
            let [got, plain] = [&engine, &without].map(|engine| answer(engine, row, &contexts));
            assert_eq!(
                got, plain,
                "{} without the pass `{}`",
                row.case.id, pass.name
            );
        }
        println!("{:14} changes the programs of {fired} rows", pass.name);
        assert!(fired > 0, "the pass `{}` changes no program", pass.name);
    }
}

fn listing(engine: &Engine, text: &str) -> Option<String> {
    Some(engine.compile(text).ok()?.bytecode().to_string())
}
