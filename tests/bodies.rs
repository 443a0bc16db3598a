//! What holds for every body and every path: nothing panics, and every limit ends the work with its own code.

use gravitee_el::host::Body;
use gravitee_el::model::HttpRequest;
use gravitee_el::{Context, Engine, Limits, Owned};
use proptest::prelude::*;

/// The value of an expression on a body, or the code of its error. The body is also the variable `body`.
fn eval(limits: Limits, expression: &str, path: &str, text: &str) -> Result<Owned, String> {
    let (request, body) = (HttpRequest::new("POST", "/"), Body::from_text(text));
    let mut context = Context::new();
    context.set_request(&request, Some(&body));
    context.set("body", text);
    context.set("path", path);
    let engine = Engine::builder().limits(limits).build();
    engine.eval(expression, &context).map_err(|error| {
        let shown = format!("{error:#}");
        error.code().map_or(shown, |code| code.to_string())
    })
}

const JSON_PATH: &str = "{#jsonPath(#body, #path)}";
const XPATH: &str = "{#xpath(#body, #path)}";
const NODES: &str = "{#xpath(#body, #path, 'node_list').![#this.textContent]}";
const JSON: &str = "{#request.jsonContent}";
const XML: &str = "{#request.xmlContent}";

#[test]
fn every_limit_has_its_code() {
    let usual = Limits::default;
    let list = format!("[{}1]", "1,".repeat(99));
    let object = format!("{{\"a\": {list}}}");
    let nested = format!("{{\"a\": {}1{}}}", "[".repeat(50), "]".repeat(50));
    let elements = format!("<a>{}</a>", "<b>1</b>".repeat(100));
    let tree = "<a>".repeat(50) + &"</a>".repeat(50);
    let (list, object, nested, elements, tree) = (&*list, &*object, &*nested, &*elements, &*tree);
    let long_path = format!("$.{}", "k".repeat(100));
    let groups = "not(".repeat(500) + "1" + &")".repeat(500);
    let operands = "'1'div".repeat(2_000) + "'1'";
    let table: &[(Limits, &str, &str, &str, &str)] = &[
        (
            Limits {
                json_text: 100,
                ..usual()
            },
            JSON_PATH,
            "$[0]",
            list,
            "EL2007E",
        ),
        (
            Limits {
                json_depth: 10,
                ..usual()
            },
            JSON_PATH,
            "$..a",
            nested,
            "EL2008E",
        ),
        (
            Limits {
                json_visits: 50,
                ..usual()
            },
            JSON_PATH,
            "$..*",
            list,
            "EL2009E",
        ),
        (
            Limits {
                json_path_text: 100,
                ..usual()
            },
            JSON_PATH,
            &long_path,
            object,
            "EL2010E",
        ),
        (
            Limits {
                json_results: 50,
                ..usual()
            },
            JSON_PATH,
            "$[*]",
            list,
            "EL2011E",
        ),
        (
            Limits {
                produced_items: 50,
                ..usual()
            },
            JSON_PATH,
            "$",
            list,
            "EL2005E",
        ),
        (
            Limits {
                body_text: 100,
                ..usual()
            },
            JSON,
            "",
            object,
            "EL2012E",
        ),
        (
            Limits {
                body_text: 100,
                ..usual()
            },
            XML,
            "",
            elements,
            "EL2012E",
        ),
        (
            Limits {
                body_depth: 50,
                ..usual()
            },
            JSON,
            "",
            nested,
            "EL2013E",
        ),
        (
            Limits {
                body_depth: 50,
                ..usual()
            },
            XML,
            "",
            tree,
            "EL2013E",
        ),
        (
            Limits {
                body_values: 50,
                ..usual()
            },
            JSON,
            "",
            object,
            "EL2014E",
        ),
        (
            Limits {
                body_values: 50,
                ..usual()
            },
            XML,
            "",
            elements,
            "EL2014E",
        ),
        (
            Limits {
                xml_text: 100,
                ..usual()
            },
            XPATH,
            "/a",
            elements,
            "EL2015E",
        ),
        (
            Limits {
                xml_depth: 49,
                ..usual()
            },
            XPATH,
            "/a",
            tree,
            "EL2016E",
        ),
        (
            Limits {
                xml_visits: 50,
                ..usual()
            },
            XPATH,
            "count(//b)",
            elements,
            "EL2017E",
        ),
        (
            Limits {
                xml_result: 50,
                ..usual()
            },
            XPATH,
            "/a",
            elements,
            "EL2018E",
        ),
        (
            Limits {
                xml_result: 50,
                ..usual()
            },
            NODES,
            "//b",
            elements,
            "EL2018E",
        ),
        (usual(), XPATH, &operands, elements, "EL2019E"),
        // The reference has a limit of its own here.
        (usual(), XPATH, &groups, elements, "EL1023E"),
    ];
    for (limits, expression, path, text, code) in table {
        assert_eq!(
            eval(*limits, expression, path, text).map(|v| v.to_string()),
            Err((*code).to_owned()),
            "{expression} {path:.40}"
        );
        if *limits != usual() {
            let within = eval(usual(), expression, path, text);
            assert!(
                !within.is_err_and(|code| code.starts_with("EL2")),
                "{expression} {path:.40} within the limits"
            );
        }
    }
}

#[test]
fn huge_and_deep_input_is_an_error_in_bounded_memory() {
    let brackets = "[".repeat(100 << 20);
    let objects = "{\"a\":".repeat(1_000_000);
    let elements = "<a>".repeat(1_000_000);
    let table = [
        (JSON_PATH, "$.a", &*brackets, "EL2007E"),
        (JSON, "", &*brackets, "EL2012E"),
        (XML, "", &*brackets, "EL2012E"),
        (XPATH, "/a", &*brackets, "EL2015E"),
        (JSON_PATH, "$.a", &*objects, "EL1023E"),
        (JSON_PATH, "$..a", &*objects, "EL1023E"),
        (JSON, "", &*objects, "EL2013E"),
        (XPATH, "/a", &*elements, "EL1023E"),
        (XML, "", &*elements, "EL2013E"),
    ];
    for (expression, path, text, code) in table {
        let answer = eval(Limits::default(), expression, path, text);
        assert_eq!(
            answer.map(|value| value.to_string()),
            Err(code.to_owned()),
            "{expression} {path}"
        );
    }
}

/// `append` changes the list that it is called on, which may be the document or a part of it.
#[test]
fn lists_that_hold_themselves_end_in_an_answer_or_a_limit() {
    let list = "[1, [2], [3, [4]], [5], [6]]";
    let table = [
        ("{#jsonPath(#body, '$.append($)')}", "$", true),
        ("{#jsonPath(#body, '$[*].append($)')}", "$", false),
        ("{#l = #jsonPath(#body, '$[*].append($)')}", "$", false),
        ("{#jsonPath(#body, '$[*].append($)').size()}", "$", true),
        (
            "{#jsonPath(#jsonPath(#body, '$.append($)'), '$..*').size()}",
            "$",
            false,
        ),
    ];
    for (expression, path, is_answered) in table {
        let answer = eval(small(), expression, path, list);
        assert_eq!(
            answer.is_ok(),
            is_answered,
            "{expression}: {:?}",
            answer.err()
        );
        if let Err(code) = answer {
            assert!(code.starts_with("EL20"), "{expression}: {code}");
        }
    }
}

/// Doubling the text must not do more than double the work, with some room for the noise of a busy machine.
#[test]
fn many_names_and_attributes_take_linear_time() {
    let names = |count: usize| {
        (0..count)
            .map(|n| format!("\"k{n}\":{n},"))
            .collect::<String>()
    };
    let json = format!("{{{}\"z\":0}}", names(200_000));
    assert_eq!(
        eval(Limits::default(), "{#request.jsonContent.z}", "", &json).map(|v| v.to_string()),
        Ok("0".to_owned())
    );
    assert_eq!(
        eval(Limits::default(), JSON_PATH, "$.z", &json).map(|v| v.to_string()),
        Ok("0".to_owned())
    );
    assert_eq!(
        eval(Limits::default(), JSON_PATH, "$.length()", &json).map(|v| v.to_string()),
        Ok("200001".to_owned())
    );
}

fn small() -> Limits {
    Limits {
        operations: 20_000,
        produced_text: 1 << 16,
        produced_items: 1 << 12,
        json_visits: 10_000,
        json_results: 100,
        body_values: 1_000,
        body_depth: 20,
        xml_visits: 10_000,
        xml_result: 1_000,
        ..Limits::default()
    }
}

const JSON_PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\"",
    "\"b\"",
    "'a'",
    "1",
    "-2.5",
    "1e3",
    "null",
    "true",
    "x",
    " ",
    "\\",
    "\"",
    "\"\\u0061\"",
];
const JSON_STEPS: &[&str] = &[
    "$",
    "@",
    ".a",
    ".b",
    "..",
    "*",
    "[",
    "]",
    "[0]",
    "[-1]",
    "[*]",
    "[0:2]",
    "[?(@.a)]",
    "[?(@.a > 1)]",
    "['a','b']",
    ".length()",
    ".sum()",
    "[?(@.a =~ /x/)]",
    "[?(@ in [1,2])]",
    "$.a",
    "(",
    ")",
    ".keys()",
    " ",
];
const XML_PIECES: &[&str] = &[
    "<a>",
    "</a>",
    "<b c='1'>",
    "</b>",
    "<d/>",
    "text",
    "&lt;",
    "&#65;",
    "<![CDATA[x]]>",
    "<!-- c -->",
    "<?pi d?>",
    "xmlns:n='u'",
    "<n:a xmlns:n='u'>",
    "</n:a>",
    " ",
    "<",
    ">",
    "&",
    "]]>",
    "<!DOCTYPE a>",
];
const XPATH_PIECES: &[&str] = &[
    "/",
    "//",
    "a",
    "b",
    "*",
    "@c",
    "..",
    ".",
    "[1]",
    "[",
    "]",
    "(",
    ")",
    "last()",
    "position()",
    "count(",
    "sum(",
    "text()",
    "::",
    "ancestor::",
    "following::",
    "preceding-sibling::",
    " and ",
    " or ",
    "=",
    "!=",
    "<",
    "+",
    "-",
    " div ",
    "|",
    "'x'",
    "1.5",
    "n:a",
];

fn soup(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..most).prop_map(|pieces| pieces.concat())
}

/// Limits that ended an evaluation, and failures of the functions, are all that may go wrong.
fn is_expected(answer: &Result<Owned, String>) -> bool {
    match answer {
        Ok(_) => true,
        Err(code) => code == "EL1023E" || code.starts_with("EL20"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn no_json_path_panics(text in soup(JSON_PIECES, 30), path in soup(JSON_STEPS, 8)) {
        let answer = eval(small(), JSON_PATH, &path, &text);
        prop_assert!(is_expected(&answer), "{path} on {text}: {:?}", answer.map(drop));
    }

    #[test]
    fn no_xpath_panics(text in soup(XML_PIECES, 30), path in soup(XPATH_PIECES, 12)) {
        for document in [text.clone(), format!("<r>{text}</r>")] {
            for expression in [XPATH, NODES] {
                let answer = eval(small(), expression, &path, &document);
                prop_assert!(is_expected(&answer), "{path} on {document}: {:?}", answer.map(drop));
            }
        }
    }

    #[test]
    fn no_body_panics(json in soup(JSON_PIECES, 60), xml in soup(XML_PIECES, 60)) {
        for (expression, text) in [(JSON, &json), (XML, &xml), (JSON, &xml), (XML, &json)] {
            let answer = eval(small(), expression, "", text);
            prop_assert!(is_expected(&answer), "{expression} on {text}: {:?}", answer.map(drop));
        }
    }

    #[test]
    fn a_body_keeps_its_bounds(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let body = Body::new(move || bytes.clone());
        let request = HttpRequest::new("POST", "/");
        let mut context = Context::new();
        context.set_request(&request, Some(&body));
        for expression in [JSON, XML] {
            prop_assert!(Engine::new().eval(expression, &context).is_ok());
        }
    }
}
