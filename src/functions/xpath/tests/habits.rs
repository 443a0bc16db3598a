//! Where the reference departs from XPath 1.0. Every answer was recorded from it.

use super::{CDATA, SHOP, check, class_of};
use crate::functions::xpath::{Limits, gravitee_xpath};

#[test]
fn a_union_takes_what_follows_it() {
    check(
        SHOP,
        &[
            ("/shop/nope | /shop/none = //empty", "true"),
            ("count(//box | //empty)", "5"),
            ("//nope|//none + //@size", "6"),
            ("-//nope|//none + //@size", "0"),
            ("//nope|//none + \"4\" = //@id", "false"),
            ("(//nope|//none) = //@id", "true"),
            ("(//nope|//none)[. = 1] = //@id", "false"),
            ("//nope|//none or //box", "true"),
            ("//nope|//none < 1 + //@size", "false"),
        ],
    );
}

#[test]
fn a_prefix_is_taken_for_the_namespace_itself() {
    check(
        SHOP,
        &[
            ("string(//s:box)", ""),
            ("count(//urn:box)", "0"),
            ("count(//s:*)", "0"),
            ("count(//*[namespace-uri() = \"urn:s\"])", "0"),
            ("string(/*/*/s:box)", ""),
            ("a:b", ""),
            ("a: b", ""),
            ("count(xmlns:a)", "0"),
        ],
    );
}

#[test]
fn last_counts_what_the_walk_counts() {
    check(
        SHOP,
        &[
            ("name(//empty/ancestor::*[last()])", "shop"),
            ("name(//empty/ancestor::*[last()][1])", "shelf"),
            ("name(//empty/ancestor::*[1][last()])", "shelf"),
            ("(//box)[position() > 1][last()]", ""),
            ("count((//box)[position() > 1][last() = 4])", "3"),
            ("//empty/preceding-sibling::*[last()][1]", "12.5"),
            ("name(//box/ancestor::*[position() > 1][last()])", "shop"),
        ],
    );
}

#[test]
fn text_in_cdata_alone_is_missed_below_a_double_slash() {
    check(
        CDATA,
        &[
            ("count(//text())", "2"),
            ("count(//text()[1])", "4"),
            ("count(/a//text())", "4"),
            ("count(/*/text())", "1"),
            ("count(//node())", "8"),
            ("count(//text()[. = \"x\"])", "0"),
            ("count(.//text())", "2"),
            ("count(descendant::text())", "4"),
        ],
    );
}

#[test]
fn predicates_before_the_last_step_are_lost_below_a_double_slash() {
    check(
        CDATA,
        &[
            ("count(descendant::node()[nope]/descendant::text())", "2"),
            ("count(descendant-or-self::node()[nope]/child::a)", "2"),
            ("count(//a[nope]/b)", "0"),
            ("count(./descendant::node()[nope]/b)", "2"),
            ("count(./descendant::node()/a)", "2"),
            ("count(./descendant::a)", "2"),
        ],
    );
}

/// A search for positions that goes round in circles.
#[test]
fn a_misread_comparison_may_not_compile() {
    let circles = [
        "a | //b[not(. = 2)]",
        "a = //b[not(. = 1)]",
        "@a | //b[not(. <= 1)]",
    ];
    for path in circles {
        assert_eq!(
            class_of(path),
            "javax.xml.transform.TransformerException",
            "{path}"
        );
    }
    let straight = [
        "a | //b[not(. < 2)]",
        "//b[not(. = 2)]",
        "a = //b[not(. < 1)]",
        "count(//b[not(. = 2)])",
    ];
    for path in straight {
        assert!(
            gravitee_xpath("<a/>", path, None, &Limits::default()).is_ok(),
            "{path}"
        );
    }
}

/// The reference drops a processing instruction behind the tag of an element of that name.
#[test]
fn instructions_behind_xml_are_dropped() {
    let table = [
        ("<xml><?p d?><b/></xml>", "1"),
        ("<a><xml/><?p d?></a>", "1"),
        ("<a><XML>t</XML><?p d?></a>", "1"),
        ("<xml>t<?p d?></xml>", "2"),
    ];
    for (document, count) in table {
        check(document, &[("count(/*/node())", count)]);
    }
}

#[test]
fn names_without_namespaces_have_local_parts_except_below_a_double_slash() {
    let document = "<a><p:b p:c='1'>x</p:b></a>";
    check(
        document,
        &[
            ("//b", ""),
            ("//p:b", ""),
            ("/a/b", "x"),
            ("/*/*[local-name() = 'b']", "x"),
            ("//@c", "1"),
            ("//*[name() = 'p:b']", "x"),
            ("count(//p:*)", "0"),
        ],
    );
}

#[test]
fn declarations_hide_each_other_without_namespaces() {
    let document = "<a xmlns:p='p' xmlns='v' xmlns:q='q'><b xmlns:r='r'/></a>";
    check(
        document,
        &[
            ("count(/a/namespace::*)", "2"),
            ("count(/a/b/namespace::*)", "2"),
            ("count(//namespace::*)", "3"),
            ("string(/a/namespace::q)", "q"),
            ("string(/a/namespace::p)", ""),
        ],
    );
}

#[test]
fn siblings_of_attributes_are_declarations() {
    check(
        "<a id='1' z='2' xmlns:p='u'/>",
        &[
            ("count(/a/@id/following-sibling::node())", "2"),
            (
                "string(/a/@z/following-sibling::node())",
                "http://www.w3.org/XML/1998/namespace",
            ),
            ("count(/a/@z/preceding-sibling::node())", "0"),
            ("count(/a/@*/following-sibling::*)", "0"),
        ],
    );
}
