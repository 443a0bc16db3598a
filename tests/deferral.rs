//! Bodies are read where an expression names them literally, and nowhere else.
//!
//! A body here is a source that counts, or one that panics: an answer then proves that nobody asked it.

use gravitee_el::host::{Body, Response};
use gravitee_el::model::{HttpRequest, HttpResponse};
use gravitee_el::{Context, Decision, Engine, Needs, Owned};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn forbidden() -> Body {
    Body::new(|| panic!("the body was read"))
}

/// What an expression gives for a request and a response with these bodies: its text, or the code of its error.
fn answer(expression: &str, request: Option<&Body>, response: Option<&Body>) -> String {
    let head = HttpRequest::new("POST", "/orders?full=true");
    let reply = HttpResponse {
        status: 201,
        ..HttpResponse::default()
    };
    let mut context = Context::new();
    context.set_request(&head, request);
    context.set_response(&reply as &dyn Response, response);
    match Engine::new().eval(expression, &context) {
        Ok(value) => value.to_string(),
        Err(error) => error
            .code()
            .map_or_else(|| format!("{error:?}"), |code| code.to_string()),
    }
}

#[test]
fn an_expression_that_names_no_body_never_touches_it() {
    let table = [
        ("{#request.method == 'POST'}", "true"),
        ("{#request.headers.content}", "null"),
        ("{#request['content']}", "null"),
        ("{#request['jsonContent']}", "null"),
        ("{#request.Content}", "null"),
        ("{#request.getContent()}", "EL1004E"),
        ("{#request.conten}", "EL1008E"),
        ("{#request.contentLength}", "EL1008E"),
        ("{#request.![content]}", "EL1019E"),
        ("{#request.toString().content}", "EL1008E"),
        ("{#root.content}", "EL1007E"),
        ("{({#request}.![content])}", "[null]"),
        ("{({#request}.![#this.content])}", "[null]"),
        ("{!#request.content}", "{!#request.content}"),
        ("{(new int[#request.content.length()])}", "EL1011E"),
        ("{#response.status}", "201"),
        ("{#jsonPath('{\"content\": 1}', '$.content')}", "1"),
        ("request.content", "request.content"),
    ];
    let (request, response) = (forbidden(), forbidden());
    for (expression, expected) in table {
        assert_eq!(
            answer(expression, Some(&request), Some(&response)),
            expected,
            "{expression}"
        );
        let needs = Engine::new()
            .compile(expression)
            .expect("it compiles")
            .needs();
        assert!(needs.is_none(), "{expression} needs {needs}");
    }
}

#[test]
fn only_the_body_that_is_named_is_read() {
    let body = Body::from_text("{\"a\": 1}");
    assert_eq!(
        answer("{#request.jsonContent.a}", Some(&body), Some(&forbidden())),
        "1"
    );
    assert_eq!(
        answer("{#response.jsonContent.a}", Some(&forbidden()), Some(&body)),
        "1"
    );
}

#[test]
fn a_body_that_is_named_is_there_for_the_whole_expression() {
    let table = [
        ("{#request.content}", "<a>xx</a>"),
        ("{#request?.content}", "<a>xx</a>"),
        ("{(#request).content}", "<a>xx</a>"),
        ("{#request.content.length()}", "9"),
        ("{#request.xmlContent.a}", "xx"),
        ("{#request.xmlContent['a']}", "xx"),
        ("{#request.jsonContent}", "{}"),
        (
            "{#request.content + #request['content']}",
            "<a>xx</a><a>xx</a>",
        ),
        (
            "a{#request['content']}b{#request.content}",
            "a<a>xx</a>b<a>xx</a>",
        ),
        (
            "{#request.xmlContent.a + ',' + #request['xmlContent'].a + ',' + #request['content']}",
            "xx,xx,null",
        ),
        (
            "{({#request}.![#this.content + #request.content])}",
            "[<a>xx</a><a>xx</a>]",
        ),
        ("{({'a'}.![#request.content])}", "[<a>xx</a>]"),
        ("{({a: #request.content})}", "{a=<a>xx</a>}"),
        (
            "{(false ? #request.content : #request['content'])}",
            "<a>xx</a>",
        ),
        ("{#xpath(#request.content, '/a')}", "xx"),
        (
            "{#xpath(#request.content, '/' + (#request.xmlContent.a == 'xx' ? 'a' : 'b'))}",
            "xx",
        ),
        ("{#xmlEscape(#xpath(#request.content, '/a'))}", "xx"),
    ];
    for (expression, expected) in table {
        let body = Body::from_text("<a>xx</a>");
        assert_eq!(
            answer(expression, Some(&body), None),
            expected,
            "{expression}"
        );
        // The second evaluation finds what the first one has read.
        assert_eq!(
            answer(expression, Some(&body), None),
            expected,
            "{expression}, again"
        );
    }
}

#[test]
fn a_missing_body_is_null_and_an_empty_one_is_empty() {
    let table = [
        ("{#request.content}", "null", ""),
        ("{#request.jsonContent}", "null", "{}"),
        ("{#request.xmlContent}", "null", "{}"),
        ("{#request.content == null}", "true", "false"),
        ("{#request.jsonContent == null}", "true", "false"),
        ("{#request.jsonContent.a}", "EL1007E", "null"),
        ("{#request.content.length() > 0}", "EL1011E", "false"),
        ("{#jsonPath(#request.content, '$.a')}", "EL1023E", "EL1023E"),
    ];
    for (expression, without, empty) in table {
        assert_eq!(
            answer(expression, None, None),
            without,
            "{expression} without a body"
        );
        let body = Body::from_text("");
        assert_eq!(
            answer(expression, Some(&body), None),
            empty,
            "{expression} with an empty body"
        );
    }
}

#[test]
fn a_source_is_asked_once_however_many_expressions_read_it() {
    let reads = Arc::new(AtomicUsize::new(0));
    let counted = reads.clone();
    let body = Body::new(move || {
        counted.fetch_add(1, Ordering::Relaxed);
        b"{\"a\": {\"b\": [1, 2]}}".to_vec()
    });
    let expressions = [
        "{#request.content}",
        "{#request.jsonContent.a.b[1]}",
        "{#request.xmlContent}",
    ];
    for expression in expressions.iter().cycle().take(12) {
        answer(expression, Some(&body), None);
    }
    assert_eq!(reads.load(Ordering::Relaxed), 1);
}

#[test]
fn a_body_that_was_replaced_is_read_anew() {
    let template = Engine::new()
        .compile("{#request.jsonContent.a}")
        .expect("it compiles");
    let head = HttpRequest::new("POST", "/");
    for (text, expected) in [("{\"a\": 1}", "1"), ("{\"a\": 2}", "2"), ("[]", "null")] {
        let body = Body::from_text(text);
        let mut context = Context::new();
        context.set_request(&head, Some(&body));
        assert_eq!(
            template
                .eval(&context)
                .expect("it is evaluated")
                .to_string(),
            expected
        );
    }
}

#[test]
fn needs_are_the_bodies_that_a_text_names() {
    let table = [
        ("{#request.content}", "#request.content"),
        ("{#request.jsonContent['a']}", "#request.jsonContent"),
        ("{#x = #request.content}", "#request.content"),
        ("{(true or #request.content != null)}", "#request.content"),
        (
            "{#jsonPath(#request.content, #request.jsonContent.path)}",
            "#request.content, #request.jsonContent",
        ),
        ("{#a.b(#request.xmlContent.c)}", "#request.xmlContent"),
        (
            "a{#response.content}b{#response.jsonContent}{#response.xmlContent}",
            "#response.content, #response.jsonContent, #response.xmlContent",
        ),
        ("{#message.content matches 'x'}", "#message.content"),
        ("{#message.attributes['content']}", ""),
        ("{#requests.content}", ""),
    ];
    for (expression, expected) in table {
        let needs = Engine::new()
            .compile(expression)
            .expect("it compiles")
            .needs();
        assert_eq!(needs.to_string(), expected, "{expression}");
    }
}

#[test]
fn a_decision_shows_which_bodies_were_missing() {
    let head = HttpRequest::new("POST", "/");
    let body = Body::from_text("{\"a\": 1}");
    let decide = |condition: &str, request: Option<&Body>, message: bool| {
        let mut context = Context::new();
        context.set_request(&head, request);
        if message {
            context.set_owned("message", Owned::map([("content", Owned::from("x"))]));
        }
        Engine::new().matches(condition, &context)
    };
    let unloaded = |condition, request| decide(condition, request, false).unloaded();

    let compared = "{#request.content == 'x'}";
    assert!(matches!(
        decide(compared, None, false),
        Decision::Unloaded(Needs::REQUEST_CONTENT)
    ));
    assert!(matches!(
        decide(compared, Some(&body), false),
        Decision::False
    ));
    assert!(decide("{#request.content == null}", None, false).is_true());

    let read = "{#request.jsonContent.a == 2 && #response.content != null}";
    let error = decide(read, None, false);
    assert!(matches!(&error, Decision::Missing(error) if error.to_string().contains("EL1007E")));
    assert_eq!(
        error.unloaded().to_string(),
        "#request.jsonContent, #response.content"
    );
    assert!(
        format!("{:#}", error.reason().expect("there is a reason"))
            .contains("#request.jsonContent")
    );
    assert_eq!(unloaded(read, Some(&body)), Needs::RESPONSE_CONTENT);

    assert_eq!(
        unloaded("{#message.content == 'y'}", None),
        Needs::MESSAGE_CONTENT
    );
    assert!(unloaded("{#request.method == 'GET'}", None).is_none());
}
