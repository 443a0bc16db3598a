//! Nothing panics, whatever comes in; and a compiled path is shared between threads.

use super::SHOP;
use crate::functions::xpath::{Document, Limits, XPath, gravitee_xpath};
use proptest::prelude::*;

fn limits() -> Limits {
    Limits {
        nodes_visited: 20_000,
        result_size: 10_000,
        ..Limits::default()
    }
}

const PATH_PIECES: &[&str] = &[
    "/",
    "//",
    "|",
    "(",
    ")",
    "[",
    "]",
    "@",
    "..",
    ".",
    "::",
    ":",
    "*",
    "$",
    ",",
    "\"",
    "'",
    "=",
    "!=",
    "<",
    "+",
    "-",
    " ",
    " or ",
    " and ",
    " div ",
    " mod ",
    "quo",
    "1",
    ".5",
    "1.5",
    "a",
    "box",
    "shelf",
    "s:box",
    "text()",
    "node()",
    "child::",
    "ancestor::",
    "preceding::",
    "namespace::",
    "self::",
    "position()",
    "last()",
    "'x'",
    "count(",
    "not(",
    "substring(",
    "translate(",
    "id('1')",
    "é",
    "😀",
    "#",
    "\\",
    "\u{0}",
    "[1]",
    "[last()]",
    "//box",
];

const XML_PIECES: &[&str] = &[
    "<a>",
    "</a>",
    "<a/>",
    "<b x='1'>",
    "</b>",
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    "&amp;",
    "&#65;",
    "&#0;",
    "&",
    ";",
    "x",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?p ",
    "?>",
    "<!DOCTYPE a>",
    "<?xml version='1.0'?>",
    "<?xml version='1.1'?>",
    " xmlns='u'",
    " xmlns:p='v'",
    "p:",
    ":",
    "\r\n",
    "\r",
    "\t",
    " ",
    "é",
    "😀",
    "\u{85}",
    "\u{2028}",
    "\u{0}",
    "\u{FFFE}",
    "\u{FEFF}",
    "xml",
];

fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(of), 0..24).prop_map(|list| list.concat())
}

const KINDS: &[&str] = &[
    "string",
    "number",
    "boolean",
    "node",
    "node_list",
    "document_list",
];

fn kinds() -> impl Strategy<Value = Option<&'static str>> {
    proptest::option::of(proptest::sample::select(KINDS))
}

proptest! {
    #[test]
    fn no_path_panics(path in pieces(PATH_PIECES), kind in kinds()) {
        let _ = gravitee_xpath(SHOP, &path, kind, &limits());
    }

    #[test]
    fn no_text_panics_as_a_path(path in any::<String>(), kind in kinds()) {
        let _ = gravitee_xpath(SHOP, &path, kind, &limits());
    }

    #[test]
    fn no_document_panics(text in pieces(XML_PIECES), kind in kinds()) {
        let _ = gravitee_xpath(&text, "//*[@*]/.. | //text()", kind, &limits());
    }

    #[test]
    fn no_text_panics_as_a_document(text in any::<String>()) {
        let _ = gravitee_xpath(&format!("<a>{text}</a>"), "string(/)", None, &limits());
        let _ = gravitee_xpath(&text, "string(/)", None, &limits());
    }

    /// What is read lies where it says: ranges nest, and every node is inside of its parent.
    #[test]
    fn subtrees_are_ranges(text in pieces(XML_PIECES)) {
        if let Ok(document) = Document::parse(&format!("<r>{text}</r>"), &limits()) {
            for node in 1..document.len() as u32 {
                let parent = document.parent(node).expect("only the document has none");
                prop_assert!(parent < node && document.end(node) <= document.end(parent));
            }
        }
    }

    /// Reading the text of a document again from what it says of itself.
    #[test]
    fn text_survives_escaping(text in "[a-z<>&'\" \\n]{0,40}") {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let document = Document::parse(&format!("<a>{escaped}</a>"), &limits()).expect("well-formed");
        let path = XPath::compile("string(/)").expect("a path");
        prop_assert_eq!(path.on(&document, &limits()).text(), Ok(text));
    }
}

#[test]
fn paths_and_documents_are_shared_between_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<XPath>();
    is_shared::<Document>();
}
