//! `gravel bench` as a user meets it. Times vary, so what is tested is what does not: answers, allocations, sizes, forms.

use serde_json::Value as Json;
use std::process::Command;
use std::time::{Duration, Instant};

const REQUEST: [&str; 2] = ["--request", "examples/requests/order.http"];
const E1: &str = "{#request.headers['X-Test'][0] == 'something' && #request.method == 'POST'}";

struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// Runs `gravel bench`, shorter than by default.
fn bench(args: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_gravel"))
        .args(["bench", "--seconds", "0.05"])
        .args(args)
        .args(REQUEST)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs");
    Ran {
        code: output.status.code().expect("it ends by itself"),
        out: String::from_utf8(output.stdout).expect("it prints text"),
        err: String::from_utf8(output.stderr).expect("it prints text"),
    }
}

fn json(args: &[&str]) -> Json {
    let ran = bench(&[args, &["--json"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("it prints JSON")
}

#[test]
fn answers_and_allocations_are_told() {
    let table: &[(&str, &str, &str, f64)] = &[
        (E1, "condition", "true", 0.0),
        ("{#request.method == 'GET'}", "condition", "false", 0.0),
        (
            "{#request.headers['X-Nope'][0] == 'a'}",
            "condition",
            "false",
            0.0,
        ),
        ("{#request.method}", "text", "POST", 0.0),
        ("plain text", "text", "plain text", 0.0),
        (
            "https://{#request.headers.host[0]}{#request.path}",
            "text",
            "https://api.example.com/shop/v1/orders/42",
            1.0,
        ),
    ];
    for (expression, usage, answer, allocations) in table {
        let all = json(&[expression]);
        let one = &all["measured"][0];
        assert_eq!(one["expression"], *expression);
        assert_eq!(one["as"], *usage, "{expression}");
        assert_eq!(one["answer"], *answer, "{expression}");
        assert_eq!(one["allocations"], *allocations, "{expression}");
        let bytes = one["allocatedBytes"].as_f64().expect("a number");
        assert_eq!(bytes > 0.0, *allocations > 0.0, "{expression}: {bytes}");
    }
}

#[test]
fn figures_fit_together() {
    let all = json(&[E1]);
    let one = &all["measured"][0];
    let number = |pointer: &str| {
        let value = one.pointer(pointer).and_then(Json::as_f64);
        value.unwrap_or_else(|| panic!("{pointer} in {one}"))
    };
    assert!(number("/ns/fastest") > 0.0);
    assert!(number("/ns/fastest") <= number("/ns/median"));
    assert!(number("/ns/median") <= number("/ns/slowest"));
    assert!(number("/evaluations") >= number("/runs") && number("/runs") >= 1.0);
    assert!(number("/compileNs") > 0.0);
    assert!(number("/program/instructions") >= 2.0 && number("/program/bytes") > 16.0);
    let passes = one["passes"].as_array().expect("a list");
    assert!(passes.contains(&Json::from("header-texts")), "{passes:?}");
    assert!(
        all.get("ratio").is_none(),
        "there is nothing to compare with"
    );
}

#[test]
fn missing_data_are_measured_with_their_reason() {
    let expression = "{#request.headers['X-Nope'][0] == 'a'}";
    let ran = bench(&[expression]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("condition    false, EL1012E"),
        "{}",
        ran.out
    );
    let reason = json(&[expression])["measured"][0]["reason"].clone();
    assert!(reason.as_str().is_some_and(|why| why.contains("EL1012E")));
}

#[test]
fn the_text_form_names_every_figure() {
    let ran = bench(&[E1]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], E1);
    let starts = [
        "  condition    true",
        "  time         ",
        "  allocations  0 (0 bytes)",
        "  compile      ",
        "  program      ",
        "  passes       ",
    ];
    assert_eq!(lines.len(), starts.len() + 1, "{}", ran.out);
    for (line, start) in lines[1..].iter().zip(starts) {
        assert!(line.starts_with(start), "`{line}` instead of `{start}`");
    }
}

#[test]
fn two_expressions_are_compared() {
    let same = "{#request.method == 'POST' && #request.headers['X-Test'][0] == 'something'}";
    let ran = bench(&[E1, "--vs", same]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("second to first: "), "{}", ran.out);
    assert!(!ran.out.contains("the answers differ"), "{}", ran.out);
    let other = bench(&[E1, "--vs", "{#request.method == 'GET'}"]);
    assert!(
        other
            .out
            .ends_with("the answers differ: `true` and `false`\n"),
        "{}",
        other.out
    );
    let all = json(&[E1, "--vs", "a {#request.method}"]);
    assert_eq!(all["measured"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["measured"][1]["allocations"], 1.0);
    assert_eq!(all["sameAnswer"], false);
    assert!(
        all["ratio"]["time"]
            .as_f64()
            .is_some_and(|ratio| ratio > 0.0)
    );
}

#[test]
fn a_broken_expression_ends_as_it_does_for_eval() {
    for args in [
        &["{#request.method == }"][..],
        &[E1, "--vs", "{#request.method == }"],
    ] {
        let ran = bench(args);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""));
        assert!(ran.err.contains("error[EL1042E]"), "{}", ran.err);
    }
}

#[test]
fn time_is_bounded_and_refused_where_it_is_not() {
    for seconds in ["0", "61", "-1", "NaN", "x"] {
        let seconds = format!("--seconds={seconds}");
        let output = Command::new(env!("CARGO_BIN_EXE_gravel"))
            .args(["bench", E1, &seconds])
            .output()
            .expect("the command runs");
        assert_eq!(output.status.code(), Some(2), "{seconds}");
    }
    let start = Instant::now();
    let slow = "{(#request.path + ' ').repeat(200).matches('(.*)*orders(.*)*x')}";
    let ran = bench(&[slow]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[test]
fn expressions_that_assign_meet_a_new_context_each_time() {
    let all = json(&["{#seen = (#seen == null ? 'first' : 'again')}"]);
    assert_eq!(all["measured"][0]["answer"], "first");
}
