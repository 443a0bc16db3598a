//! The command as a user meets it: answers, exit codes, and bad input of every kind.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn gravel(args: &[&str]) -> Ran {
    gravel_with(args, b"")
}

fn gravel_with(args: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gravel"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child
        .stdin
        .take()
        .expect("standard input is piped")
        .write_all(input)
        .expect("it takes its input");
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("the command ends");
    Ran {
        code: status.code().expect("it ends by itself"),
        out: String::from_utf8(stdout).expect("it prints text"),
        err: String::from_utf8(stderr).expect("it prints text"),
    }
}

fn file(name: &str, content: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the file can be written");
    path.to_str().expect("the path is text").to_owned()
}

#[test]
fn answers_come_with_exit_codes() {
    let request = "examples/requests/order.http";
    let table: &[(&[&str], i32, &str)] = &[
        (
            &["{#request.method == 'POST'}", "--request", request],
            0,
            "true\n",
        ),
        (
            &["{#request.method == 'GET'}", "--request", request],
            1,
            "false\n",
        ),
        (
            &["{#request.headers['x-roles'][1]}", "--request", request],
            0,
            "dev\n",
        ),
        (
            &[
                "{#request.params.tag}",
                "--request",
                request,
                "--output",
                "json",
            ],
            0,
            "[\"a\",\"b\"]\n",
        ),
        (
            &["{(1L)}", "--output", "typed"],
            0,
            "{\"type\":\"long\",\"value\":\"1\"}\n",
        ),
        (
            &[
                "{#request.params['limit'][0]}",
                "--request",
                request,
                "--as",
                "Integer",
                "--output",
                "typed",
            ],
            0,
            "{\"type\":\"int\",\"value\":10}\n",
        ),
        (
            &[
                "{#request.headers['x'][0] + #request.path + #request.method}",
                "--header",
                "X: y",
                "--path",
                "/p",
                "--method",
                "PUT",
            ],
            0,
            "y/pPUT\n",
        ),
        (
            &[
                "{#context.attributes['a'] + #api.properties['b'] + #properties.b + #c.d}",
                "--attribute",
                "a=1",
                "--property",
                "b=2",
                "--var",
                "c={\"d\": 3}",
            ],
            0,
            "1223\n",
        ),
        (&["plain text"], 0, "plain text\n"),
        (&[""], 0, "\n"),
        (
            &[
                "{#request.method == 'GET'}",
                "--condition",
                "--method",
                "GET",
            ],
            0,
            "true\n",
        ),
        (
            &[
                "{#request.headers['x'][0] == 'y'}",
                "--condition",
                "--method",
                "GET",
            ],
            1,
            "false\n",
        ),
    ];
    for (args, code, out) in table {
        let ran = gravel(&[&["eval"], *args].concat());
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (*code, *out),
            "{args:?}: {}",
            ran.err
        );
    }
}

#[test]
fn a_false_condition_says_why() {
    let ran = gravel(&[
        "eval",
        "{#request.headers['x'][0] == 'y'}",
        "--condition",
        "--method",
        "GET",
    ]);
    assert!(
        ran.err.contains("EL1012E") && ran.err.contains("null cannot be indexed"),
        "{}",
        ran.err
    );
}

#[test]
fn errors_have_codes_of_their_own_and_point_at_the_place() {
    let table: &[(&str, i32, &[&str])] = &[
        ("{#request.method == }", 3, &["error[EL1042E]", "^"]),
        (
            "{#request.metod}",
            4,
            &["error[EL1008E]", "metod", "`method`"],
        ),
        ("{(1/0)}", 5, &["error", "1/0"]),
        ("{#s", 3, &["error"]),
    ];
    for (expression, code, texts) in table {
        let ran = gravel(&["eval", expression, "--method", "GET"]);
        assert_eq!(ran.code, *code, "{expression}: {}", ran.err);
        for text in *texts {
            assert!(
                ran.err.contains(text),
                "{expression}: `{text}` is not in\n{}",
                ran.err
            );
        }
        assert!(!ran.err.contains('\u{1b}'), "no colour without a terminal");
    }
}

#[test]
fn bad_input_is_refused_with_a_reason() {
    let not_json = file("not.json", b"{'a': 1}");
    let not_http = file("not.http", b"hello");
    let table: &[(&[&str], &str)] = &[
        (&["eval", "{(1)}", "--as", "Strin"], "`Strin` is no type"),
        (&["eval", "{(1)}", "--context", &not_json], "is no context"),
        (
            &["eval", "{(1)}", "--request", &not_http],
            "is no HTTP request",
        ),
        (
            &["eval", "{(1)}", "--request", "/does/not/exist"],
            "cannot be read",
        ),
        (
            &["eval", "{(1)}", "--header", "nocolon"],
            "is not of the form",
        ),
        (&["eval", "{(1)}", "--var", "a={"], "is no JSON"),
        (&["eval"], "required"),
        (&["eval", "--cases", "/does/not/exist"], "cannot be read"),
        (&["nonsense"], "unrecognized subcommand"),
    ];
    for (args, reason) in table {
        let ran = gravel(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(
            ran.err.contains(reason),
            "{args:?}: `{reason}` is not in\n{}",
            ran.err
        );
    }
}

/// Standard input carries what no argument can: huge texts, NUL.
#[test]
fn hostile_texts_end_with_an_error_or_an_answer() {
    let table: &[(&str, Vec<u8>, i32)] = &[
        (
            "a mebibyte of parentheses",
            [b"{".to_vec(), vec![b'('; 1 << 20]].concat(),
            3,
        ),
        (
            "10,000 nested lists",
            [
                b"{(".to_vec(),
                vec![b'{'; 10_000],
                b"1".to_vec(),
                vec![b'}'; 10_000],
                b")}".to_vec(),
            ]
            .concat(),
            0,
        ),
        (
            "nested indexes",
            [
                b"{#a".to_vec(),
                b"[#a".repeat(3_000),
                b"]".repeat(3_000),
                b"}".to_vec(),
            ]
            .concat(),
            3,
        ),
        (
            "many operands",
            [b"{(1".to_vec(), b"+1".repeat(4_900), b")}".to_vec()].concat(),
            0,
        ),
        (
            "many negations",
            [b"{(".to_vec(), b"!".repeat(9_000), b"true)}".to_vec()].concat(),
            3,
        ),
        ("lone braces", b"}{".to_vec(), 0),
        ("NUL in a text", b"{('a\0b'.length())}".to_vec(), 0),
        ("NUL between tokens", b"{(1\0+\x002)}".to_vec(), 0),
        ("openers without end", b"{#".repeat(200_000), 3),
        ("no UTF-8", b"{('\xff')}".to_vec(), 2),
    ];
    for (what, text, code) in table {
        let ran = gravel_with(&["eval", "-"], text);
        assert_eq!(
            ran.code,
            *code,
            "{what}: {}",
            ran.err.chars().take(600).collect::<String>()
        );
    }
}

#[test]
fn cases_are_answered_in_order_and_bad_rows_do_not_stop_them() {
    let cases = file(
        "cases.jsonl",
        b"{\"id\": \"a\", \"expr\": \"{#i + 1}\", \"context\": \"c\"}\nnot json\n{\"id\": \"b\", \"expr\": \"{#i\"}\n{\"id\": \"c\"}\n{\"id\": \"d\", \"expr\": \"{(1)}\", \"context\": \"nope\"}\n{\"id\": \"e\", \"expr\": \"{(1/0)}\"}\n",
    );
    let contexts = file("contexts.json", b"{\"c\": {\"vars\": {\"i\": 1}}}");
    let ran = gravel(&["eval", "--cases", &cases, "--contexts", &contexts]);
    let lines: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(ran.code, 0);
    assert_eq!(
        lines[0],
        serde_json::json!({"id": "a", "ok": {"type": "int", "value": 2}})
    );
    assert_eq!(lines[1]["err"]["stage"], "row");
    assert_eq!(lines[2]["err"]["stage"], "parse");
    assert_eq!(lines[3]["err"]["stage"], "row");
    assert_eq!(lines[4]["err"]["stage"], "row");
    assert_eq!(
        lines[5]["err"],
        serde_json::json!({"stage": "java", "exception": "ArithmeticException"})
    );
}

#[test]
fn lone_surrogates_in_a_context_become_replacement_characters() {
    let context = file("surrogate.json", b"{\"vars\": {\"s\": \"a\\ud800b\"}}");
    let ran = gravel(&["eval", "{#s}", "--context", &context]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "a\u{FFFD}b\n"));
}

#[test]
fn compiled_forms_can_be_seen() {
    let expression = "{#request.headers['X-Test'][0] == 'something'}";
    let ran = gravel(&["bytecode", expression]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("header_eq request X-Test 'something'"),
        "{}",
        ran.out
    );
    let plain = gravel(&["bytecode", expression, "--no-opt", "all"]);
    assert!(
        plain.out.contains("slot request") && plain.out.contains("index 'X-Test'"),
        "{}",
        plain.out
    );
    let without = gravel(&["bytecode", expression, "--no-opt", "header-texts"]);
    assert!(
        without.out.contains("header_first request X-Test"),
        "{}",
        without.out
    );
    let unknown = gravel(&["bytecode", expression, "--no-opt", "header-text"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("header-texts"), "{}", unknown.err);
    let passes = gravel(&["bytecode", "--passes"]);
    assert_eq!(passes.code, 0);
    assert!(passes.out.contains("legal   "), "{}", passes.out);
    let tree = gravel(&["ast", expression]);
    assert!(
        tree.out.contains("binary ==") && tree.out.contains("property headers"),
        "{}",
        tree.out
    );
}

#[test]
fn members_are_listed_for_classes_values_and_expressions() {
    let table: &[(&[&str], &[&str])] = &[
        (
            &["LocalDate"],
            &[
                "java.time.LocalDate\n",
                "plusDays(long): LocalDate",
                "static methods",
            ],
        ),
        (&["int[]"], &["int[]\n", "length: int"]),
        (
            &["list"],
            &[
                "java.util.ArrayList\n",
                "get(int): Object",
                "contains(Object): boolean",
            ],
        ),
        (&["list", "--own"], &["java.util.ArrayList\n"]),
        (&["request"], &["pathParams: MultiValueMap"]),
        (
            &["{#request.headers}", "--header", "a: b"],
            &["DefaultHttpHeaders\n", "getAll(CharSequence): List"],
        ),
        (
            &["#s.length() + 1L", "--var", "s=\"x\""],
            &["java.lang.Long\n"],
        ),
        (&[], &["  java.lang.String\n", "  java.util.Map$Entry\n"]),
        (
            &["Optional", "--format", "json"],
            &[
                "\"class\": \"java.util.Optional\"",
                "\"kind\": \"property\"",
            ],
        ),
        (&["--format", "json"], &["\"class\": \"java.lang.String\""]),
    ];
    for (args, texts) in table {
        let ran = gravel(&[&["members"], *args].concat());
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        for text in *texts {
            assert!(
                ran.out.contains(text),
                "{args:?}: `{text}` is not in\n{}",
                ran.out
            );
        }
    }
}

#[test]
fn members_of_nothing_are_refused_with_a_reason() {
    let table: &[(&[&str], i32, &str)] = &[
        (&["LocalDat"], 2, "a similar name is `LocalDate`"),
        (&["Zzzzzz"], 2, "`gravel members` lists all classes"),
        (&["{#nothing}"], 2, "is null, which has no members"),
        (&["{#a +}"], 3, "error[EL"),
        (&["{#a.b}"], 4, "error[EL1007E]"),
        (&["(1/0)"], 5, "error"),
    ];
    for (args, code, reason) in table {
        let ran = gravel(&[&["members"], *args].concat());
        assert_eq!(ran.code, *code, "{args:?}: {}", ran.err);
        assert!(
            ran.err.contains(reason),
            "{args:?}: `{reason}` is not in\n{}",
            ran.err
        );
    }
}

#[test]
fn a_whitelist_opens_closes_and_is_checked() {
    let lines = file(
        "whitelist.txt",
        b"# ours\nmethod java.util.Optional isPresent\nmethod java.lang.String lenght\n",
    );
    let present = "{(T(java.util.Optional).empty.isPresent())}";
    let closed = gravel(&["eval", present]);
    assert_eq!(closed.code, 4);
    let line = "the whitelist line `method java.util.Optional isPresent` opens it";
    assert!(closed.err.contains(line), "{}", closed.err);

    let open = gravel(&["eval", present, "--whitelist", &lines]);
    assert_eq!((open.code, open.out.as_str()), (1, "false\n"));
    let finding = "whitelist line 3: error: `java.lang.String` has no method `lenght`";
    assert!(
        open.err.contains(finding) && open.err.contains("length"),
        "{}",
        open.err
    );

    let replaced = ["--whitelist", &lines, "--whitelist-mode", "replace"];
    let length = gravel(&[&["eval", "{('a'.length())}"], &replaced[..]].concat());
    assert_eq!(length.code, 4, "{}", length.out);
    let listed = gravel(&[&["members", "Optional"], &replaced[..]].concat());
    assert!(
        listed.out.contains("isPresent(): boolean") && !listed.out.contains("toString()"),
        "{}",
        listed.out
    );
}

const ORDER: &str = "examples/bodies/order.json";

const ORDER_XML: &str = "examples/bodies/order.xml";

#[test]
fn paths_are_asked_of_files() {
    let json = file("path.json", b"{a: [1, 'x', null]}");
    let table: &[(&[&str], i32, &str)] = &[
        (
            &["jsonpath", "$.items[*].sku", ORDER],
            0,
            "[\"A-1\",\"B-7\"]\n",
        ),
        (
            &["jsonpath", "$.customer", ORDER],
            0,
            "{\"name\":\"Ann\",\"vip\":true}\n",
        ),
        (
            &["jsonpath", "$.id", ORDER, "--typed"],
            0,
            "{\"type\":\"int\",\"value\":42}\n",
        ),
        (&["jsonpath", "$.nothing", ORDER], 0, "null\n"),
        (&["jsonpath", "$.a", &json], 0, "[1,\"x\",null]\n"),
        (&["xpath", "/order/customer", ORDER_XML], 0, "Ann\n"),
        (&["xpath", "count(//item)", ORDER_XML], 0, "2\n"),
        (
            &["xpath", "//price", ORDER_XML, "--as", "nodes"],
            0,
            "12.5\n99\n",
        ),
        (
            &["xpath", "count(//item)", ORDER_XML, "--as", "number"],
            0,
            "2.0\n",
        ),
        (
            &[
                "xpath",
                "//item[@sku = 'A-1']",
                ORDER_XML,
                "--as",
                "boolean",
            ],
            0,
            "true\n",
        ),
        (
            &["xpath", "//nothing", ORDER_XML, "--as", "boolean"],
            1,
            "false\n",
        ),
        (
            &["xpath", "//nothing", ORDER_XML, "--as", "string"],
            0,
            "\n",
        ),
    ];
    for (args, code, out) in table {
        let ran = gravel(args);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (*code, *out),
            "{args:?}: {}",
            ran.err
        );
    }
    assert_eq!(
        gravel_with(&["jsonpath", "$[1]", "-"], b"[1, 2]").out,
        "2\n"
    );
    assert_eq!(gravel_with(&["xpath", "/a", "-"], b"<a>1</a>").out, "1\n");
}

#[test]
fn a_path_without_an_answer_says_why_in_one_line() {
    let deep = file("deep.xml", "<a>".repeat(1_000_000).as_bytes());
    let large = file("large.json", &vec![b'['; 100 << 20]);
    let table: &[(&[&str], i32, &str)] = &[
        (
            &["jsonpath", "$.customer.name.first", ORDER],
            4,
            "error[EL1023E]: ",
        ),
        (&["jsonpath", "$[", ORDER], 4, "error[EL1023E]: "),
        (&["jsonpath", "$.a", &large], 4, "error[EL2007E]: "),
        (&["xpath", "//[", ORDER_XML], 4, "error[EL1023E]: "),
        (&["xpath", "/a", ORDER], 4, "error[EL1023E]: "),
        (&["xpath", "/a", &deep], 4, "error[EL1023E]: "),
        (
            &["eval", "{#request.jsonContent}", "--body", &large],
            4,
            "error[EL2012E]: ",
        ),
        (
            &["eval", "{#request.xmlContent}", "--body", &deep],
            4,
            "error[EL2013E]: ",
        ),
        (&["xpath", "/a", "/does/not/exist"], 2, "cannot be read"),
    ];
    for (args, code, text) in table {
        let ran = gravel(args);
        assert_eq!(ran.code, *code, "{args:?}: {}", ran.err);
        assert!(
            ran.err.contains(text),
            "{args:?}: `{text}` is not in\n{}",
            ran.err
        );
    }
}

#[test]
fn bodies_are_text_in_the_charset_of_their_content_type() {
    let latin = file("latin.txt", b"{\"a\": \"\xE9t\xE9\"}");
    let wide: Vec<u8> = "{\"a\": \"été\"}"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let wide = file("wide.txt", &wide);
    let plain = file("plain.txt", "{\"a\": \"été\"}".as_bytes());
    let table = [
        (
            &latin,
            "Content-Type: application/json; charset=ISO-8859-1",
            "été\n",
        ),
        (
            &latin,
            "content-type: application/json;Charset=\"iso-8859-1\"",
            "été\n",
        ),
        (
            &latin,
            "Content-Type: application/json",
            "\u{FFFD}t\u{FFFD}\n",
        ),
        (
            &wide,
            "Content-Type: application/json; charset=UTF-16",
            "été\n",
        ),
        (
            &wide,
            "Content-Type: application/json; charset=utf-16be",
            "été\n",
        ),
        (&plain, "Content-Type: application/json", "été\n"),
        (&plain, "Accept: */*", "été\n"),
    ];
    for (body, header, expected) in table {
        let ran = gravel(&[
            "eval",
            "{#request.jsonContent.a}",
            "--body",
            body,
            "--header",
            header,
        ]);
        assert_eq!(ran.out, expected, "{header}: {}", ran.err);
    }
    let unknown = "Content-Type: text/plain; charset=klingon";
    let ran = gravel(&[
        "eval",
        "{#request.content}",
        "--body",
        &plain,
        "--header",
        unknown,
    ]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("klingon"), "{}", ran.err);
}

#[test]
fn a_condition_without_its_body_says_so() {
    let ran = gravel(&[
        "eval",
        "{#request.content == 'x'}",
        "--condition",
        "--method",
        "POST",
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (1, "false\n"));
    assert!(ran.err.contains("`#request.content`"), "{}", ran.err);
}
