//! Tests by subject, and what they share.

mod errors;
mod habits;
mod limits;
mod paths;
mod robustness;
mod typed;

use super::{Answer, Limits, gravitee_xpath};

const SHOP: &str = "<?xml version=\"1.0\"?><!-- head --><shop xmlns:s=\"urn:s\" xml:lang=\"en\">\
    <shelf id=\"1\" name=\"tools\"><box size=\"3\">saw</box><box size=\"1\">nail</box>\
    <s:box size=\"2\">glue</s:box></shelf><shelf id=\"2\"><box>12.5</box><empty/><box/>loose\
    <![CDATA[ <end>]]></shelf><?label top?><!-- note --></shop>";

const CDATA: &str = "<a><![CDATA[x]]><a>y</a><b>p<![CDATA[q]]></b><b><![CDATA[]]></b></a>";

/// Checks paths against their texts, without a type.
fn check(document: &str, table: &[(&str, &str)]) {
    let limits = Limits::default();
    for (path, expected) in table {
        match gravitee_xpath(document, path, None, &limits) {
            Ok(Answer::Text(text)) => assert_eq!(text, *expected, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

/// Class of the exception that a path ends in.
fn class_of(path: &str) -> &'static str {
    match gravitee_xpath(SHOP, path, None, &Limits::default()) {
        Err(failure) => failure.java_class(),
        Ok(answer) => panic!("{path}: {answer:?}"),
    }
}
