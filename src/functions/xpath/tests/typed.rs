//! The third argument: the document is read with namespaces and the answer has a type.

use crate::functions::xpath::{
    Answer, DomNode, Failure, Limits, gravitee_xpath, gravitee_xpath_at,
};

const NAMES: &str = "<a xmlns=\"u\" xmlns:p=\"p\" xml:lang=\"en-GB\" x=\"1\"><p:b>t<![CDATA[c]]>v</p:b>\
    <b p:x=\"2\">5</b><c xmlns=\"\">7</c><?pi d?><!--n--></a>";
const NODES: &str = "<a><b i=\"1\">x<c>y</c></b><b i=\"2\"/>t<![CDATA[u]]><!--n--><?pi d?></a>";

fn ask(xml: &str, path: &str, kind: &str) -> Result<Answer, Failure> {
    gravitee_xpath(xml, path, Some(kind), &Limits::default())
}

fn node(xml: &str, path: &str) -> DomNode {
    match ask(xml, path, "node") {
        Ok(Answer::Node(node)) => node,
        other => panic!("{path}: {other:?}"),
    }
}

fn nodes(path: &str, kind: &str) -> Vec<DomNode> {
    match ask(NODES, path, kind) {
        Ok(Answer::Nodes(nodes)) => nodes,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn names_mean_their_namespaces() {
    let table = [
        ("//b", "string", ""),
        ("//p:b", "string", "tcv"),
        ("//c", "string", "7"),
        ("//*[local-name()=\"b\"][2]", "string", "5"),
        ("//@x", "string", "1"),
        ("//@p:x", "string", "2"),
        ("name(//@p:x)", "string", "p:x"),
        ("namespace-uri(/*)", "string", "u"),
        ("namespace-uri(//c)", "string", ""),
        ("count(//namespace::*)", "string", "4"),
        ("count(/*/namespace::*)", "string", "3"),
        ("name(/*/namespace::*[. = \"p\"])", "string", "p"),
        ("lang(\"en\")", "boolean", "false"),
        ("boolean(//*[lang(\"EN\")])", "boolean", "true"),
        ("//*[lang(\"fr\")]", "boolean", "false"),
        ("//c", "boolean", "true"),
        ("//c = 7", "boolean", "true"),
        ("\"x\"", "boolean", "true"),
        ("//c", "number", "7"),
        ("\"x\"", "number", "NaN"),
        ("true()", "number", "1"),
        ("count(//*)", "number", "4"),
        ("count(//*)", "string", "4"),
    ];
    for (path, kind, expected) in table {
        let answer = match ask(NAMES, path, kind) {
            Ok(Answer::Text(text)) => text,
            Ok(Answer::Boolean(truth)) => truth.to_string(),
            Ok(Answer::Number(number)) => number.to_string(),
            other => panic!("{path}: {other:?}"),
        };
        assert_eq!(answer, expected, "{path}");
    }
}

/// Class, text form, content.
type Shown = (&'static str, Option<&'static str>, Option<&'static str>);

#[test]
fn nodes_show_themselves_as_java_does() {
    let pseudo = "DOM2DTMdefaultNamespaceDeclarationNode";
    let table: [(&str, &[Shown]); 10] = [
        (
            "//b",
            &[
                ("DeferredElementNSImpl", Some("[b: null]"), Some("xy")),
                ("DeferredElementNSImpl", Some("[b: null]"), Some("")),
            ],
        ),
        (
            "//b/@i",
            &[
                ("DeferredAttrNSImpl", Some("i=\"1\""), Some("1")),
                ("DeferredAttrNSImpl", Some("i=\"2\""), Some("2")),
            ],
        ),
        (
            "//b[1]/node()",
            &[
                ("DeferredTextImpl", Some("[#text: x]"), Some("x")),
                ("DeferredElementNSImpl", Some("[c: null]"), Some("y")),
            ],
        ),
        (
            "/a/text()",
            &[("DeferredTextImpl", Some("[#text: t]"), Some("t"))],
        ),
        (
            "//comment()",
            &[("DeferredCommentImpl", Some("[#comment: n]"), Some("n"))],
        ),
        (
            "//processing-instruction()",
            &[(
                "DeferredProcessingInstructionImpl",
                Some("[pi: d]"),
                Some("d"),
            )],
        ),
        (
            "/",
            &[("DeferredDocumentImpl", Some("[#document: null]"), None)],
        ),
        (
            "/*/namespace::*",
            &[(pseudo, None, Some("http://www.w3.org/XML/1998/namespace"))],
        ),
        ("//nope", &[]),
        (
            "//c/..",
            &[("DeferredElementNSImpl", Some("[b: null]"), Some("xy"))],
        ),
    ];
    for (path, expected) in table {
        let found = nodes(path, "node_list");
        assert_eq!(found.len(), expected.len(), "{path}");
        for (node, (class, display, content)) in found.iter().zip(expected) {
            assert!(node.class_name().ends_with(&format!(".{class}")), "{path}");
            assert_eq!(node.display().as_deref(), *display, "{path}");
            assert_eq!(node.text_content().as_deref(), *content, "{path}");
        }
    }
}

#[test]
fn one_node_is_the_first_or_null() {
    assert_eq!(node(NODES, "//b").text_content().as_deref(), Some("xy"));
    assert!(matches!(ask(NODES, "//nope", "node"), Ok(Answer::Null)));
    assert!(matches!(ask(NODES, "1", "node"), Err(Failure::Path(_))));
}

#[test]
fn documents_hold_one_node_each() {
    let documents = nodes("//b", "document_list");
    let roots: Vec<_> = documents
        .iter()
        .filter_map(DomNode::document_element)
        .collect();
    let contents: Vec<_> = roots.iter().filter_map(DomNode::text_content).collect();
    assert_eq!(contents, ["xy", ""]);
    assert!(documents[0].class_name().ends_with(".DocumentImpl"));
    assert!(roots[0].class_name().ends_with(".ElementNSImpl"));
    assert_eq!(documents[0].display().as_deref(), Some("[#document: null]"));
    for path in ["//comment()", "//processing-instruction()", "//c"] {
        assert_eq!(nodes(path, "document_list").len(), 1, "{path}");
    }
    for path in ["//@i", "/a/text()", "/"] {
        assert_eq!(
            ask(NODES, path, "document_list").err(),
            Some(Failure::Hierarchy),
            "{path}"
        );
    }
}

#[test]
fn the_tree_can_be_walked_from_a_node() {
    let c = node(NODES, "//c");
    let b = c.parent().expect("c has a parent");
    assert_eq!((b.name(), b.node_type()), ("b", 1));
    let attributes = b.attributes().expect("elements have attributes");
    assert_eq!(attributes[0].value(), Some("1"));
    assert_eq!(attributes[0].owner_element(), Some(b.clone()));
    assert_eq!(attributes[0].parent(), None);
    assert_eq!(
        c.previous_sibling()
            .and_then(|text| text.text_content())
            .as_deref(),
        Some("x")
    );
    assert_eq!(c.next_sibling(), None);
    let root = c
        .owner_document()
        .and_then(|document| document.document_element());
    let kinds: Vec<_> = root
        .expect("a root")
        .children()
        .iter()
        .map(DomNode::node_type)
        .collect();
    assert_eq!(kinds, [1, 1, 3, 4, 8, 7]);
    let cdata = b
        .next_sibling()
        .and_then(|b| b.next_sibling()?.next_sibling());
    assert_eq!(
        cdata.and_then(|node| node.display()).as_deref(),
        Some("[#cdata-section: u]")
    );
}

#[test]
fn qualified_names_come_apart() {
    let b = node(NAMES, "//p:b");
    assert_eq!(
        (b.local_name(), b.prefix(), b.namespace_uri()),
        (Some("b"), Some("p"), Some("p"))
    );
    let x = node(NAMES, "//@x");
    assert_eq!(
        (x.local_name(), x.prefix(), x.namespace_uri()),
        (Some("x"), None, None)
    );
    assert_eq!(node(NAMES, "//comment()").local_name(), None);
}

#[test]
fn a_path_can_start_at_a_node() {
    let b = node(NODES, "//b");
    let limits = Limits::default();
    let ask = |path| match gravitee_xpath_at(&b, path, "string", &limits) {
        Ok(Answer::Text(text)) => text,
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(ask("c"), "y");
    assert_eq!(ask("@i"), "1");
    assert_eq!(ask("count(//b)"), "2");
    assert_eq!(ask("name(current())"), "b");
}

/// The path is judged before the type, and the type before the document.
#[test]
fn types_are_matched_in_lower_case() {
    for kind in ["STRING", "", "nodes", "String"] {
        assert_eq!(
            ask("<", "1", kind).err(),
            Some(Failure::Type(kind.to_owned()))
        );
    }
    assert!(matches!(ask("<", "[", "STRING"), Err(Failure::Path(_))));
    assert!(matches!(ask("<", "1", "string"), Err(Failure::Document(_))));
}
