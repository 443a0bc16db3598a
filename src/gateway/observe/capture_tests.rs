//! Which messages are taken down, and how much of them.

use super::{Captures, Extent, Limits, Point, Tape};
use crate::gateway::exchange::full;
use http::{HeaderMap, HeaderValue, Method};
use http_body_util::BodyExt;
use serde_json::json;

const ALL: Extent = Extent {
    entrypoint: true,
    endpoint: true,
    request: true,
    response: true,
    headers: true,
    payload: true,
};

fn limits(length: usize) -> Limits {
    Limits {
        length,
        excluded: regex::Regex::new("(?i)image.*").ok(),
    }
}

async fn pass(tape: Option<Tape>, text: &'static str) {
    if let Some(tape) = tape {
        let body = tape.listen(full(text)).collect().await.expect("a body");
        assert_eq!(body.to_bytes(), text);
    }
}

async fn captured(extent: Extent, kind: &'static str, length: usize) -> serde_json::Value {
    let mut captures = Captures::new(extent, &limits(length));
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static(kind));
    for (point, uri) in [
        (Point::EntrypointRequest, "/a?b"),
        (Point::EndpointRequest, "http://b/a?b"),
    ] {
        let tape = captures.request(point, &Method::POST, uri, &headers);
        pass(tape, "question").await;
    }
    for point in [Point::EndpointResponse, Point::EntrypointResponse] {
        pass(captures.response(point, 200, Some(&headers)), "answer").await;
    }
    captures.to_json()
}

#[tokio::test(flavor = "current_thread")]
async fn four_messages_are_taken_down() {
    let headers = json!({"content-type": ["text/plain"]});
    let request =
        |uri: &str| json!({"method": "POST", "uri": uri, "headers": headers, "body": "question"});
    let response = json!({"status": 200, "headers": headers, "body": "answer"});
    assert_eq!(
        captured(ALL, "text/plain", 99).await,
        json!({
            "entrypointRequest": request("/a?b"), "endpointRequest": request("http://b/a?b"),
            "endpointResponse": response, "entrypointResponse": response,
        })
    );
}

#[tokio::test(flavor = "current_thread")]
async fn modes_phases_and_content_select() {
    for (extent, expected) in [
        (
            Extent {
                endpoint: false,
                response: false,
                headers: false,
                ..ALL
            },
            json!({"entrypointRequest": {"method": "POST", "uri": "/a?b", "body": "question"}}),
        ),
        (
            Extent {
                entrypoint: false,
                request: false,
                headers: false,
                payload: false,
                ..ALL
            },
            json!({"endpointResponse": {"status": 200}}),
        ),
        (Extent::default(), json!({})),
    ] {
        assert_eq!(captured(extent, "text/plain", 99).await, expected);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn bodies_are_cut_and_some_kinds_left_out() {
    let only = Extent {
        endpoint: false,
        response: false,
        headers: false,
        ..ALL
    };
    for (kind, length, body) in [
        ("text/plain", 8, json!("question")),
        ("text/plain", 3, json!("que")),
        ("text/plain", 0, json!(null)),
        ("Image/png", 99, json!(null)),
        ("text/event-stream", 99, json!(null)),
    ] {
        let captured = captured(only, kind, length).await;
        assert_eq!(
            captured["entrypointRequest"]["body"], body,
            "{kind} {length}"
        );
    }
}

#[test]
fn an_answer_that_never_came_has_status_0_alone() {
    let mut captures = Captures::new(ALL, &limits(9));
    assert!(
        captures
            .response(Point::EndpointResponse, 0, None)
            .is_none()
    );
    assert_eq!(
        captures.to_json(),
        json!({"endpointResponse": {"status": 0}})
    );
}
