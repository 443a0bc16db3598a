//! `gravel gateway check` and `gravel gateway try`, run as a user runs them.
#![cfg(all(feature = "cli", feature = "gateway"))]

use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for each test, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("cli-{}-{name}", std::process::id()));
        fs::create_dir_all(dir.join("apis")).expect("a folder");
        Folder(dir)
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file");
        path.display().to_string()
    }

    fn gravel(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gravel"));
        command.arg("gateway").args(arguments).env("NO_COLOR", "1");
        command.output().expect("gravel runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn definition(condition: &str) -> String {
    let api = json!({
        "id": "orders", "name": "Orders", "definitionVersion": "4.0.0", "type": "proxy",
        "listeners": [{"type": "http", "paths": [{"path": "/orders"}]}],
        "endpointGroups": [{"name": "main", "type": "http-proxy", "endpoints": [
            {"name": "one", "type": "http-proxy", "configuration": {"target": "http://backend.test/v1"}}]}],
        "flows": [{"name": "gold", "selectors": [{"type": "condition", "condition": condition}],
            "request": [{"name": "tag", "policy": "transform-headers",
                "configuration": {"addHeaders": [{"name": "X-Tag", "value": "{#request.method}"}]}}]}],
        "plans": [{"id": "open", "security": {"type": "key-less"}}],
    });
    format!("{api:#}")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn check_is_content_with_what_can_be_served() {
    let folder = Folder::new("content");
    folder.put(
        "apis/orders.json",
        &definition("{#request.method == 'GET'}"),
    );
    let output = folder.gravel(&["check", &folder.0.join("apis").display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "orders  /orders/  plans: open\n1 deployed, 0 errors, 0 warnings\n"
    );
}

#[test]
fn check_underlines_mistakes_in_the_document() {
    let folder = Folder::new("mistakes");
    folder.put(
        "apis/orders.json",
        &definition("{#request.headers[\"X\"] = = 'a'}"),
    );
    let dir = folder.0.join("apis").display().to_string();
    let output = folder.gravel(&["check", &dir]);
    assert_eq!(output.status.code(), Some(1));
    let shown = stderr(&output);
    assert!(shown.contains("orders.json:"), "{shown}");
    assert!(
        shown.contains("\"condition\": \"{#request.headers[\\\"X\\\"] = = 'a'}\""),
        "{shown}"
    );
    assert!(
        shown.contains("at flows[0].selectors[0].condition"),
        "{shown}"
    );

    let output = folder.gravel(&["check", &dir, "--format", "json"]);
    let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(
        answer["findings"][0]["path"],
        "flows[0].selectors[0].condition"
    );
    assert_eq!(answer["findings"][0]["severity"], "error");
    assert_eq!(answer["apis"][0]["contexts"], json!(["/orders/"]));
}

#[test]
fn a_folder_that_is_not_there_is_wrong_usage() {
    let folder = Folder::new("absent");
    let output = folder.gravel(&["check", "/no/such/folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("/no/such/folder cannot be read"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn try_tells_each_decision_and_the_answer() {
    let folder = Folder::new("try");
    folder.put(
        "apis/orders.json",
        &definition("{#request.headers['X-Tier'][0] == 'gold'}"),
    );
    let dir = folder.0.join("apis").display().to_string();
    let gold = folder.put(
        "gold.http",
        "GET /orders/7?a=1 HTTP/1.1\r\nHost: shop.test\r\nX-Tier: gold\r\n\r\n",
    );
    let none = folder.put(
        "none.http",
        "GET /orders/7 HTTP/1.1\r\nHost: shop.test\r\n\r\n",
    );
    let backend = folder.put(
        "backend.http",
        "HTTP/1.1 201 Created\r\nX-Up: u\r\n\r\nmade",
    );

    let output = folder.gravel(&[
        "try",
        &dir,
        "--request",
        &gold,
        "--backend-response",
        &backend,
    ]);
    let shown = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for line in [
        "API orders (orders.json) at /orders/",
        "plan open (key-less): selected",
        "api flow `gold`: runs",
        "condition {#request.headers['X-Tier'][0] == 'gold'} is true",
        "request step `tag` (transform-headers): done",
        "request.headers['x-tag']: nothing → `GET`",
        "backend one: GET http://backend.test/v1/7?a=1",
        "backend answers 201",
        "201 Created",
        "x-up: u",
        "made",
    ] {
        assert!(shown.contains(line), "{line} in\n{shown}");
    }

    let output = folder.gravel(&["try", &dir, "--request", &none, "--format", "json"]);
    let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
    let events = answer["events"].as_array().expect("events");
    let flow = events
        .iter()
        .find(|event| event["event"] == "flow")
        .expect("a flow");
    assert_eq!(flow["selected"], false);
    assert_eq!(flow["condition"]["value"], "missing data");
    assert_eq!(answer["answer"]["status"], 200);
}

#[test]
fn check_deploys_with_the_configuration_of_the_gateway() {
    let folder = Folder::new("configured");
    folder.put(
        "apis/orders.json",
        &definition("{T(java.util.Optional).empty().isPresent()}"),
    );
    let dir = folder.0.join("apis").display().to_string();
    let request = folder.put("get.http", "GET /orders HTTP/1.1\nHost: shop.test\n");
    let open = folder.put(
        "gravitee.yml",
        "el:\n  whitelist:\n    list: [class java.util.Optional]\n",
    );
    let flow = |arguments: &[&str]| {
        let output = folder.gravel(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
        let events = answer["events"].as_array().expect("events");
        let flow = events.iter().find(|event| event["event"] == "flow");
        flow.expect("a flow")["condition"]["value"].clone()
    };
    let ask = ["try", &dir, "--request", &request, "--format", "json"];
    assert_eq!(flow(&ask), "missing data", "the method is closed");
    assert_eq!(flow(&[&ask[..], &["--config", &open]].concat()), "false");

    let unknown = folder.put("unknown.yml", "el:\n  whitelst: {mode: append}\n");
    for command in [
        &["check", &dir, "--config", &unknown][..],
        &["try", &dir, "--request", &request, "--config", &unknown],
        &["run", &dir, "--config", &unknown],
    ] {
        let output = folder.gravel(command);
        assert_eq!(output.status.code(), Some(2));
        let shown = stderr(&output);
        assert!(
            shown.contains("unknown.yml:2:20: `el.whitelst.mode` is no known key; did you mean `el.whitelist.mode`?"),
            "{shown}"
        );
    }
    let doubtful = folder.gravel(&["check", &dir, "--set", "http.ssl.x=1"]);
    assert_eq!(
        doubtful.status.code(),
        Some(2),
        "flags are for this gateway"
    );
    let java = folder.put("java.yml", "management: {type: mongodb}\n");
    for (deny, code) in [(&[][..], 0), (&["--deny-warnings"], 1)] {
        let output = folder.gravel(&[&["check", &dir, "--config", &java], deny].concat());
        assert_eq!(output.status.code(), Some(code));
        assert!(stderr(&output).contains("`management` has no effect"));
    }
}

#[test]
fn try_reads_requests_as_the_gateway_does() {
    let folder = Folder::new("reads");
    folder.put("apis/orders.json", &definition("{true}"));
    let dir = folder.0.join("apis").display().to_string();
    for (request, flags, shown) in [
        (
            "GET /orders/a/../b HTTP/1.1\nHost: shop.test\n",
            &[][..],
            "GET http://backend.test/v1/b",
        ),
        (
            "GET /orders/a/../b HTTP/1.1\nHost: shop.test\n",
            &["--set", "http.normalizePath=false"],
            "GET http://backend.test/v1/a/../b",
        ),
        (
            "GET /orders/../../b HTTP/1.1\nHost: shop.test\n",
            &[],
            "refused before any API saw it: the path climbs above the root\n\n400 Bad Request",
        ),
        (
            "GET /orders HTTP/1.1\n",
            &[],
            "refused before any API saw it: ",
        ),
        (
            "GET /orders/long HTTP/1.1\nHost: shop.test\n",
            &["--set", "http.maxInitialLineLength=20"],
            "414 URI Too Long",
        ),
        ("GARBAGE\r\n\r\n", &[], "400 Bad Request"),
        (
            "# typed in an editor\n\nPOST /orders HTTP/1.1\nHost: shop.test\n\nsome\nlines",
            &[],
            "POST http://backend.test/v1",
        ),
        (
            "GET /orders HTTP/1.1\nHost: shop.test\n",
            &["--backend-failure", "refused"],
            "502 Bad Gateway",
        ),
        (
            "GET /orders HTTP/1.1\nHost: shop.test\n",
            &[
                "--backend-delay",
                "60000",
                "--set",
                "http.requestTimeout=50",
            ],
            "504 Gateway Timeout",
        ),
    ] {
        let file = folder.put("request.http", request);
        let output = folder.gravel(&[&["try", &dir, "--request", &file], flags].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = stdout(&output);
        assert!(text.contains(shown), "{shown} in\n{text}");
    }
}

/// An API that logs everything of requests with a header, and adds one of its own on the way.
fn logging(condition: &str) -> String {
    let mut api: Json =
        serde_json::from_str(&definition("{#request.method == 'POST'}")).expect("JSON");
    api["analytics"] = json!({"logging": {
        "mode": {"entrypoint": true, "endpoint": true}, "phase": {"request": true, "response": true},
        "content": {"headers": true, "payload": true}, "condition": condition}});
    api.to_string()
}

#[test]
fn an_api_has_its_requests_logged() {
    let folder = Folder::new("logging");
    let dir = folder.0.join("apis").display().to_string();
    let request = folder.put(
        "post.http",
        "POST /orders/7?a=1 HTTP/1.1\nHost: shop.test\nContent-Type: text/plain\n\nquestion",
    );
    let backend = folder.put(
        "backend.http",
        "HTTP/1.1 201 Created\r\nContent-Type: image/png\r\n\r\npixels",
    );
    let log = |condition: &str, flags: &[&str]| {
        folder.put("apis/orders.json", &logging(condition));
        let ask = ["try", &dir, "--request", &request, "--format", "json"];
        let output = folder.gravel(&[&ask[..], flags].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
        answer["log"]["log"].clone()
    };
    let whole = log(
        "{#response.status == 200}",
        &["--backend-response", &backend],
    );
    let inner = &whole["endpointRequest"];
    assert_eq!(whole["entrypointRequest"]["uri"], "/orders/7?a=1");
    assert_eq!(whole["entrypointRequest"]["headers"]["x-tag"], json!(null));
    assert_eq!(whole["entrypointRequest"]["body"], "question");
    assert_eq!(inner["uri"], "http://backend.test/v1/7?a=1");
    assert_eq!(inner["headers"]["x-tag"], json!(["POST"]));
    assert_eq!(inner["body"], "question");
    for (point, header) in [("endpointResponse", false), ("entrypointResponse", true)] {
        let response = &whole[point];
        assert_eq!(response["status"], 201);
        assert_eq!(response["body"], json!(null), "pictures are not logged");
        let ours = response["headers"]["x-gravitee-request-id"].is_array();
        assert_eq!(ours, header, "{point}");
    }

    let set = [
        "--backend-response",
        &backend,
        "--set",
        "reporters.logging.max_size=3B",
        "--set",
        "reporters.logging.excluded_response_types=text/.*",
    ];
    let cut = log("", &set);
    assert_eq!(cut["entrypointRequest"]["body"], json!(null));
    assert_eq!(cut["entrypointResponse"]["body"], "pix");

    let failed = log("", &["--backend-failure", "refused"]);
    assert_eq!(failed["endpointResponse"], json!({"status": 0}));
    assert_eq!(failed["entrypointResponse"]["status"], 502);
    assert_eq!(
        failed["entrypointResponse"]["headers"]["connection"],
        json!(["close"])
    );

    assert_eq!(log("{#request.headers['X-Log'] != null}", &[]), json!(null));
    assert_eq!(
        log("{#request.headers['X-Log'][0] == 'y'}", &[]),
        json!(null)
    );
}
