//! Every bound stops what it bounds, and says so.

use crate::functions::xpath::{
    Document, Failure, Limit, Limits, XPath, XPathError, XmlFault, gravitee_xpath,
};

fn document_limit(text: &str, limits: &Limits) -> Option<Limit> {
    match Document::parse(text, limits) {
        Err(error) => match error.fault {
            XmlFault::Limit(limit) => Some(limit),
            other => panic!("{other:?}"),
        },
        Ok(_) => None,
    }
}

fn path_limit(text: &str, path: &str, limits: &Limits) -> Option<Limit> {
    match gravitee_xpath(text, path, None, limits) {
        Err(Failure::Path(XPathError::Limit(limit))) => Some(limit),
        Err(other) => panic!("{path}: {other:?}"),
        Ok(_) => None,
    }
}

fn nested(depth: usize) -> String {
    "<a>".repeat(depth) + &"</a>".repeat(depth)
}

#[test]
fn documents_are_bounded_as_in_java_25() {
    let limits = Limits::default();
    let attributes = |count: usize| {
        let list: String = (0..count).map(|index| format!(" a{index}='1'")).collect();
        format!("<a{list}/>")
    };
    assert_eq!(document_limit(&nested(100), &limits), None);
    assert_eq!(document_limit(&nested(101), &limits), Some(Limit::Depth));
    assert_eq!(document_limit(&attributes(200), &limits), None);
    assert_eq!(
        document_limit(&attributes(201), &limits),
        Some(Limit::Attributes)
    );
    for (before, after) in [("<", "/>"), ("<a ", "='1'/>"), ("<a><?", "?></a>")] {
        let text = |len: usize| format!("{before}{}{after}", "n".repeat(len));
        assert_eq!(document_limit(&text(1000), &limits), None);
        assert_eq!(
            document_limit(&text(1001), &limits),
            Some(Limit::NameLength)
        );
    }
}

#[test]
fn documents_are_bounded_by_settings() {
    let limits = Limits {
        document_bytes: 10,
        depth: 2,
        ..Limits::default()
    };
    assert_eq!(
        document_limit("<a>1234</a>", &limits),
        Some(Limit::DocumentBytes)
    );
    assert_eq!(document_limit("<a>123</a>", &limits), None);
    assert_eq!(
        document_limit("<a><a/></a>", &limits),
        Some(Limit::DocumentBytes)
    );
    let deep = Limits {
        depth: 2000,
        ..Limits::default()
    };
    assert_eq!(document_limit(&nested(2000), &deep), None);
    assert_eq!(document_limit(&nested(2001), &deep), Some(Limit::Depth));
}

#[test]
fn deep_documents_are_evaluated_without_deep_recursion() {
    let limits = Limits {
        depth: 100_000,
        ..Limits::default()
    };
    let text = nested(50_000);
    for (path, expected) in [
        ("count(//a)", "50000"),
        ("count(//a[not(a)]/ancestor::a)", "49999"),
    ] {
        let document = Document::parse(&text, &limits).expect("well-formed");
        let compiled = XPath::compile(path).expect("a path");
        assert_eq!(
            compiled.on(&document, &limits).text().as_deref(),
            Ok(expected)
        );
    }
}

#[test]
fn visits_are_bounded() {
    let text = format!("<r>{}</r>", "<a/>".repeat(400));
    let limits = Limits {
        nodes_visited: 10_000,
        ..Limits::default()
    };
    assert_eq!(path_limit(&text, "count(//a)", &limits), None);
    assert_eq!(
        path_limit(&text, "count(//a[//a[nope]])", &limits),
        Some(Limit::NodesVisited)
    );
    assert_eq!(
        path_limit(&text, "count(//a/following::a)", &limits),
        Some(Limit::NodesVisited)
    );
}

#[test]
fn looking_through_text_is_a_visit_too() {
    let text = format!("<r a='1' b='2' c='3' d='4'>{}</r>", "x".repeat(64_000));
    let limits = Limits {
        nodes_visited: 3_000,
        ..Limits::default()
    };
    assert_eq!(path_limit(&text, "contains(., 'y')", &limits), None);
    assert_eq!(
        path_limit(&text, "count(//@*[contains(/, 'y')])", &limits),
        Some(Limit::NodesVisited)
    );
}

#[test]
fn results_are_bounded() {
    let text = format!("<r>{}</r>", "<a>0123456789</a>".repeat(100));
    let limits = Limits {
        result_size: 1_000,
        ..Limits::default()
    };
    assert_eq!(path_limit(&text, "string(/)", &limits), None);
    assert_eq!(
        path_limit(&text, "concat(/, /)", &limits),
        Some(Limit::ResultSize)
    );
    assert_eq!(
        path_limit(&text, "concat(/, //a)", &limits),
        Some(Limit::ResultSize)
    );
    let few = Limits {
        result_size: 99,
        ..Limits::default()
    };
    let document = Document::parse(&text, &few).expect("well-formed");
    let path = XPath::compile("//a").expect("a path");
    assert_eq!(
        path.on(&document, &few).nodes(),
        Err(XPathError::Limit(Limit::ResultSize))
    );
}

#[test]
fn paths_are_bounded_as_in_java() {
    let limits = Limits::default();
    let table = [
        (vec!["1"; 101].join("+"), None),
        (vec!["1"; 102].join("+"), Some(Limit::Operators)),
        ("(".repeat(10) + "1" + &")".repeat(10), None),
        ("(".repeat(11) + "1" + &")".repeat(11), Some(Limit::Groups)),
        ("not(".repeat(11) + "1" + &")".repeat(11), None),
        ("a".to_owned() + &"[b".repeat(100) + &"]".repeat(100), None),
        ("/a".repeat(101), Some(Limit::Operators)),
        ("'1'div".repeat(1500) + "'1'", None),
        ("'1'div".repeat(2000) + "'1'", Some(Limit::Nesting)),
        ("''or".repeat(50_000) + "''", Some(Limit::Nesting)),
        ("concat(".to_owned() + &"a,".repeat(10_000) + "a)", None),
    ];
    for (path, expected) in table {
        assert_eq!(path_limit("<a/>", &path, &limits), expected, "{path:.40}");
    }
}

/// The deepest paths that compile, on the stack of a thread: predicates, calls and both in turn.
#[test]
fn the_deepest_path_fits_the_stack() {
    let limits = Limits::default();
    let predicates = "//a".to_owned() + &"[a".repeat(95) + &"]".repeat(95);
    let calls = "not(".repeat(99) + "1" + &")".repeat(99);
    let both = "//a".to_owned() + &"[not(a".repeat(48) + &")]".repeat(48);
    for path in [predicates, calls, both] {
        assert_eq!(path_limit(&nested(100), &path, &limits), None, "{path:.40}");
    }
}

/// Each of these unions takes all groups behind it for its own.
#[test]
fn groups_behind_unions_are_not_copied() {
    let heavy = format!("(a | b['{}'])", "x".repeat(1 << 20));
    let path = "(a | b) = ".repeat(9) + &heavy;
    assert_eq!(path_limit("<a/>", &path, &Limits::default()), None);
}

#[test]
fn steps_do_not_multiply_doubles() {
    let text = format!("<r>{}</r>", "<a><a/></a>".repeat(200));
    let limits = Limits {
        nodes_visited: 200_000,
        ..Limits::default()
    };
    let path = "count(//*//*//*//../..//*//..//*//..//*)";
    assert_eq!(path_limit(&text, path, &limits), None);
}

#[test]
fn totals_are_counted_once_a_scan() {
    let text = format!("<r>{}</r>", "<a/>".repeat(3_000));
    let limits = Limits {
        nodes_visited: 100_000,
        ..Limits::default()
    };
    let paths = [
        "count(/r/a[position() = last()])",
        "count(//a[last() - position() < 5][last()])",
        "count(/r/a[last()]/preceding-sibling::a[position() = last()])",
        "count((//a)[position() = last()])",
    ];
    for path in paths {
        assert_eq!(path_limit(&text, path, &limits), None, "{path}");
    }
}
