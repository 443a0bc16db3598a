//! What the recorded scenarios do not cover of the chain: time, memory, reloading, settings of our own, and reports.
#![cfg(feature = "gateway")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "documents are written where they are used"
)]

use bytes::Bytes;
use gravitee_el::Engine;
use gravitee_el::gateway::exchange::{
    self, Body, BodyError, Connection, ReceivedBy, Report, Target, Upstream, UpstreamError,
};
use gravitee_el::gateway::settings::{OnParseError, Settings};
use gravitee_el::gateway::{Finding, Registry, handle, trace};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::BodyExt;
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

// ------------------------------------------------------------------------------------------------------------- fixtures

/// A folder of its own for each test, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "chain-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(dir.join("shared-policy-groups")).expect("a folder");
        Folder(dir)
    }

    fn with(self, name: &str, content: &Json) -> Self {
        self.put(name, &content.to_string());
        self
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("a file");
    }

    fn load(&self, settings: &Settings) -> Registry {
        Registry::load(&self.0, settings, &Arc::new(Engine::new())).expect("a folder")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An API at `/ID` with these flows, in front of one backend.
fn api(id: &str, flows: Json) -> Json {
    json!({
        "id": id, "name": id, "definitionVersion": "4.0.0", "type": "proxy",
        "listeners": [{"type": "http", "paths": [{"path": format!("/{id}")}]}],
        "endpointGroups": [{"name": "default", "type": "http-proxy", "endpoints": [
            {"name": "one", "type": "http-proxy", "configuration": {"target": "http://backend.test/base"}}]}],
        "flows": flows,
        "plans": [{"id": "open", "security": {"type": "key-less"}}],
    })
}

fn flow(condition: Option<&str>, request: Json, response: Json) -> Json {
    let selectors =
        condition.map(|condition| json!([{"type": "condition", "condition": condition}]));
    json!({"name": "f", "selectors": selectors, "request": request, "response": response})
}

fn set_header(name: &str, value: &str) -> Json {
    json!({"policy": "transform-headers", "configuration": {"addHeaders": [{"name": name, "value": value}]}})
}

fn latency(millis: u32) -> Json {
    json!({"policy": "latency", "configuration": {"time": millis, "timeUnit": "MILLISECONDS"}})
}

/// The organization with one flow that marks responses.
fn organization() -> Json {
    json!({"id": "DEFAULT", "flows": [
        {"name": "o", "path-operator": {"path": "/"}, "pre": [], "post": [set_header("X-Org", "1")]}]})
}

/// A backend that answers 200 after a while, and remembers the headers it saw.
#[derive(Default)]
struct Backend {
    delay: Duration,
    /// Whether its body never ends.
    endless: bool,
    seen: RefCell<Vec<HeaderMap>>,
}

impl Upstream for Backend {
    async fn send(
        &self,
        _target: &Target,
        request: Request<Body>,
    ) -> Result<Response<Body>, UpstreamError> {
        let (head, _unread) = request.into_parts();
        self.seen.borrow_mut().push(head.headers);
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let mut response = Response::new(match self.endless {
            true => Endless(false).boxed_unsync(),
            false => exchange::full("from the backend"),
        });
        if let Some(mark) = head.extensions.get::<Tunnel>() {
            response.extensions_mut().insert(mark.clone());
            *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        }
        Ok(response)
    }
}

/// Stands for what `hyper` keeps of a connection that is going to be upgraded.
#[derive(Clone, Debug, PartialEq)]
struct Tunnel(u8);

fn get(path: &str) -> Request<Body> {
    let mut request = Request::new(exchange::empty());
    *request.uri_mut() = path.parse().expect("a target");
    request
        .headers_mut()
        .insert("host", "gateway.test".parse().expect("a host"));
    request.extensions_mut().insert(Connection {
        remote: "10.1.2.3".into(),
        local: "10.0.0.1".into(),
        tls: false,
        received: Instant::now(),
        timestamp: SystemTime::now(),
    });
    request
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
    report: Report,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    runtime.expect("a runtime").block_on(future)
}

async fn answer(registry: &Registry, backend: &Backend, request: Request<Body>) -> Answer {
    let (head, body) = handle(registry, backend, request).await.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        report: head.extensions.get::<Report>().cloned().expect("a report"),
    }
}

/// One GET through an API with these flows.
fn through(flows: Json, settings: &Settings) -> (Answer, Vec<HeaderMap>) {
    let folder = Folder::new().with("a.json", &api("a", flows));
    let registry = folder.load(settings);
    let backend = Backend::default();
    let answer = block_on(answer(&registry, &backend, get("/a/x")));
    (answer, backend.seen.into_inner())
}

fn errors(registry: &Registry) -> Vec<String> {
    registry.findings().iter().map(Finding::to_string).collect()
}

// ----------------------------------------------------------------------------------------------------------------- time

#[test]
fn a_request_that_takes_too_long_is_504_and_the_organization_still_answers() {
    let folder = Folder::new()
        .with(
            "a.json",
            &api(
                "a",
                json!([flow(None, json!([]), json!([set_header("X-Api", "1")]))]),
            ),
        )
        .with("organization.json", &organization());
    let settings = Settings {
        request_timeout: Duration::from_millis(60),
        ..Settings::default()
    };
    let registry = folder.load(&settings);
    let backend = Backend {
        delay: Duration::from_secs(5),
        ..Backend::default()
    };
    let start = Instant::now();
    let answer = block_on(answer(&registry, &backend, get("/a")));
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (504, "Request timeout")
    );
    assert_eq!(
        (answer.header("x-org"), answer.header("x-api")),
        (Some("1"), None)
    );
    assert_eq!(answer.report.failure, Some("REQUEST_TIMEOUT"));
    assert_eq!(answer.report.upstream_status, Some(0));
}

#[test]
fn a_slow_organization_is_cut_and_its_headers_are_missing() {
    let mut organization = organization();
    organization["flows"][0]["post"] = json!([
        set_header("X-Before", "1"),
        set_header("X-Slow", "{#response.content}"),
        set_header("X-After", "1"),
    ]);
    let api = api(
        "a",
        json!([flow(None, json!([]), json!([set_header("X-Api", "1")]))]),
    );
    let folder = Folder::new()
        .with("a.json", &api)
        .with("organization.json", &organization);
    let backend = Backend {
        endless: true,
        ..Backend::default()
    };
    // The second time nothing is left for the organization but the grace.
    for (limit, grace) in [(80, 10), (1, 60)] {
        let settings = Settings {
            request_timeout: Duration::from_millis(limit),
            request_timeout_grace: Duration::from_millis(grace),
            ..Settings::default()
        };
        let registry = folder.load(&settings);
        let start = Instant::now();
        let answer = block_on(answer(&registry, &backend, get("/a")));
        let took = start.elapsed();
        assert!(
            took >= Duration::from_millis(limit.max(grace) - 5),
            "{took:?}"
        );
        assert!(took < Duration::from_secs(2), "{took:?}");
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (504, "Request timeout")
        );
        let header = |name| answer.header(name);
        assert_eq!(
            [header("x-api"), header("x-before"), header("x-after")],
            [Some("1"), Some("1"), None]
        );
        assert_eq!(answer.report.failure, Some("REQUEST_TIMEOUT"));
    }
}

#[test]
fn a_policy_that_waits_is_cut_by_the_timeout() {
    let settings = Settings {
        request_timeout: Duration::from_millis(40),
        ..Settings::default()
    };
    let (answer, seen) = through(
        json!([flow(None, json!([latency(5_000)]), json!([]))]),
        &settings,
    );
    assert_eq!(answer.status, 504);
    assert!(seen.is_empty(), "the backend was not called");
}

#[test]
fn a_condition_sees_what_an_earlier_flow_did_unless_that_flow_waits() {
    let second = flow(
        Some("{#request.headers['X-One'] != null}"),
        json!([set_header("X-Two", "1")]),
        json!([]),
    );
    let quick = flow(None, json!([set_header("X-One", "1")]), json!([]));
    let slow = flow(
        None,
        json!([latency(5), set_header("X-One", "1")]),
        json!([]),
    );
    for (first, expected) in [(quick, true), (slow, false)] {
        let (answer, seen) = through(json!([first, second]), &Settings::default());
        assert_eq!(answer.status, 200);
        assert_eq!(seen[0].contains_key("x-two"), expected);
    }
}

// ---------------------------------------------------------------------------------------------------------- expressions

#[test]
fn a_condition_that_does_not_parse_fails_the_request_and_says_why() {
    let broken = || {
        json!([flow(
            Some("{#request.headers['X' == }"),
            json!([]),
            json!([])
        )])
    };
    let (told, _) = through(broken(), &Settings::default());
    assert_eq!(told.status, 500);
    assert!(
        told.body
            .starts_with("Expression: {#request.headers['X' == } failed with message "),
        "{}",
        told.body
    );
    let quiet = Settings {
        expose_el_details: false,
        ..Settings::default()
    };
    let (untold, _) = through(broken(), &quiet);
    assert_eq!(
        (untold.status, untold.body.as_str()),
        (500, "Internal Server Error")
    );
    let skip = Settings {
        on_parse_error: OnParseError::Skip,
        ..Settings::default()
    };
    let (skipped, _) = through(broken(), &skip);
    assert_eq!(skipped.status, 200);
    assert!(
        !skipped.report.warnings.is_empty(),
        "it is told nonetheless"
    );
}

#[test]
fn missing_data_are_a_warning_that_names_api_flow_place_and_reason() {
    let flows = json!([flow(
        Some("{#request.headers['X-None'][0] == 'a'}"),
        json!([]),
        json!([])
    )]);
    let (answer, _) = through(flows, &Settings::default());
    assert_eq!(answer.status, 200);
    let warning = &answer.report.warnings[0];
    for part in ["API `a`", "flow `f`", "1:28", "null cannot be indexed"] {
        assert!(warning.contains(part), "{part} in {warning}");
    }
}

#[test]
fn properties_that_refer_to_nothing_throw() {
    let mut definition = api("a", json!([]));
    definition["flows"] = json!([{"name": "f", "request": [
        {"policy": "transform-headers", "condition": "{#properties['bad'] == 'x'}", "configuration": {}}]}]);
    definition["properties"] = json!([{"key": "bad", "value": "{{nokey}}"}]);
    let registry = Folder::new()
        .with("a.json", &definition)
        .load(&Settings::default());
    let answer = block_on(answer(&registry, &Backend::default(), get("/a")));
    assert_eq!(answer.status, 500);
}

#[test]
fn variables_that_an_expression_assigns_are_seen_by_later_ones() {
    let assign = json!({"policy": "policy-assign-attributes", "configuration": {"attributes": [
        {"name": "n", "value": "{#seen = 'yes'}"}]}});
    let flows = json!([flow(
        None,
        json!([assign, set_header("X-Seen", "{#seen}")]),
        json!([])
    )]);
    let (_, seen) = through(flows, &Settings::default());
    assert_eq!(
        seen[0].get("x-seen").map(http::HeaderValue::as_bytes),
        Some(&b"yes"[..])
    );
}

/// A definition with an expression in every place that may hold one, and what stands beside it.
fn full_of_expressions() -> Folder {
    let step = |policy: &str, configuration: Json| json!({"policy": policy, "condition": "{#request.method == 'GET'}", "configuration": configuration});
    let pairs = json!([{"name": "x-n", "value": "{#request.path}"}]);
    let mut definition = api(
        "a",
        json!([flow(
            Some("{#request.method == 'GET'}"),
            json!([
                step("transform-headers", json!({"addHeaders": pairs, "appendHeaders": pairs})),
                step("policy-assign-attributes", json!({"attributes": pairs})),
                step("transform-queryparams", json!({"addQueryParameters": pairs})),
                step("dynamic-routing", json!({"rules": [{"pattern": "{#request.pathInfo}", "url": "default:/{#group.length}"}]})),
                step("shared-policy-group-policy", json!({"sharedPolicyGroupId": "g"})),
            ]),
            json!([step("transform-headers", json!({"addHeaders": [{"name": "X-B", "value": "{#response.status}"}]}))])
        ),
        {"name": "mocks", "selectors": [{"type": "condition", "condition": "{#request.params['mock'] != null}"}],
         "request": [step("mock", json!({"content": "{#request.path}", "headers": pairs}))]},
        {"name": "stops", "selectors": [{"type": "condition", "condition": "{#request.params['stop'] != null}"}],
         "request": [step("policy-interrupt", json!({"errorKey": "K", "message": "m", "variables": pairs}))]}]),
    );
    let show = "{#error.key} {#parameters['x-n']}";
    definition["responseTemplates"] = json!({"K": {"*/*": {"status": 418, "body": show}}});
    definition["plans"] = json!([{"id": "never", "security": {"type": "key-less"}, "selectionRule": "#request.method == 'NONE'"},
        {"id": "open", "security": {"type": "key-less"}, "selectionRule": "{#request.method == 'GET'}",
         "flows": [flow(Some("{#request.method != ''}"), json!([set_header("X-Plan", "{#api.name}")]), json!([]))]}]);
    definition["analytics"] = json!({"enabled": true, "logging": {"mode": {"entrypoint": true},
        "phase": {"request": true}, "content": {"headers": true}, "condition": "{#request.method == 'GET'}"}});
    definition["endpointGroups"][0]["endpoints"][0]["configuration"]["target"] =
        json!("http://{#api.id}.test");
    let mut organization = organization();
    organization["flows"][0]["condition"] = json!("{#request.method == 'GET'}");
    organization["flows"][0]["post"] = json!([set_header("X-Org", "{#response.status}")]);
    let group = json!({"id": "g", "phase": "REQUEST", "policies": [
        {"policy": "transform-headers", "condition": "{#request.method == 'GET'}", "configuration": {"addHeaders": pairs}}]});
    Folder::new()
        .with("a.json", &definition)
        .with("organization.json", &organization)
        .with("shared-policy-groups/g.json", &group)
}

#[test]
fn no_expression_is_compiled_for_a_request() {
    let folder = full_of_expressions();
    let engine = Arc::new(Engine::new());
    let registry = Registry::load(&folder.0, &Settings::default(), &engine).expect("a folder");
    assert_eq!(errors(&registry), [""; 0]);
    let deployed = engine.cache_stats();
    assert!(
        deployed.hits + deployed.misses > 25,
        "expressions were compiled at deployment: {deployed:?}"
    );
    for _ in 0..3 {
        for (path, status, body) in [
            ("/a/x", 200, "from the backend"),
            ("/a/x?mock", 200, "/a/x"),
            ("/a/x?stop", 418, "K /a/x"),
        ] {
            let answer = block_on(answer(&registry, &Backend::default(), get(path)));
            assert_eq!((answer.status, answer.body.as_str()), (status, body));
            assert!(answer.header("x-org").is_some(), "{path}");
        }
    }
    assert_eq!(
        engine.cache_stats(),
        deployed,
        "the engine was not asked again, not even for what it has in its cache"
    );
}

// -------------------------------------------------------------------------------------------------------------- security

#[test]
fn an_api_key_in_the_query_passes_and_is_taken_away() {
    let mut definition = api(
        "a",
        json!([flow(
            None,
            json!([set_header("X-Plan", "{#context.attributes['plan']}")]),
            json!([])
        )]),
    );
    definition["plans"] = json!([{"id": "keys", "security": {"type": "API_KEY"}}]);
    let folder = Folder::new()
        .with("a.json", &definition)
        .with("a.subscriptions.json", &json!([{"id": "s", "api": "a", "plan": "keys", "application": "app", "status": "ACCEPTED"}]))
        .with("a.apikeys.json", &json!([{"key": "k1", "subscription": "s"}, {"key": "old", "subscription": "s", "expireAt": 1}]));
    let registry = folder.load(&Settings {
        verbose_401: true,
        ..Settings::default()
    });
    let backend = Backend::default();
    let rows = [
        ("/a?api-key=k1&z=1", 200, None, "from the backend"),
        (
            "/a?api-key=old",
            401,
            Some("API_KEY_INVALID"),
            "Unauthorized",
        ),
        (
            "/a?api-key=",
            401,
            Some("GATEWAY_PLAN_UNRESOLVABLE"),
            "The provided authentication token is invalid",
        ),
        (
            "/a",
            401,
            Some("GATEWAY_PLAN_UNRESOLVABLE"),
            "The request did not include an authentication token",
        ),
    ];
    for (path, status, key, body) in rows {
        let answer = block_on(answer(&registry, &backend, get(path)));
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (status, body),
            "{path}"
        );
        assert_eq!(answer.report.failure, key, "{path}");
        assert!(
            status != 200
                || answer.report.endpoint.as_deref() == Some("http://backend.test/base?z=1")
        );
        assert!(status != 200 || answer.header("x-gravitee-client-identifier") == Some("s"));
    }
}

#[test]
fn plans_that_cannot_be_checked_yet_refuse_the_api() {
    let mut definition = api("a", json!([]));
    definition["plans"] = json!([{"id": "open", "security": {"type": "key-less"}}, {"id": "j", "security": {"type": "jwt"}}]);
    let registry = Folder::new()
        .with("a.json", &definition)
        .load(&Settings::default());
    assert_eq!(registry.apis().count(), 0);
    let finding = &registry.findings()[0];
    assert!(finding.refuses);
    assert_eq!(finding.path, "plans[1].security.type");
    assert_eq!(finding.message, "plans of type `jwt` are not supported yet");
}

#[test]
fn a_listener_is_reached_on_its_servers_alone() {
    let mut inside = api("a", json!([]));
    inside["listeners"][0]["servers"] = json!(["inside"]);
    let mut outside = api("b", json!([]));
    outside["listeners"] =
        json!([{"type": "http", "servers": ["outside"], "paths": [{"path": "/a"}]}]);
    let folder = Folder::new()
        .with("a.json", &inside)
        .with("b.json", &outside)
        .with("c.json", &api("c", json!([])));
    let named = Settings {
        servers: vec!["inside".to_owned(), "outside".to_owned()],
        ..Settings::default()
    };
    let registry = folder.load(&named);
    assert_eq!(errors(&registry), [""; 0], "each server has the path once");
    let rows = [
        (0, "/a", Some("a")),
        (1, "/a", Some("b")),
        (0, "/c", Some("c")),
        (1, "/c", Some("c")),
    ];
    for (server, path, expected) in rows {
        let mut request = get(path);
        request.extensions_mut().insert(ReceivedBy(server));
        let answer = block_on(answer(&registry, &Backend::default(), request));
        assert_eq!(answer.report.api.as_deref(), expected, "{path} on {server}");
    }
    let elsewhere = Settings {
        servers: vec!["outside".to_owned()],
        ..Settings::default()
    };
    let registry = folder.load(&elsewhere);
    assert!(errors(&registry)[0].contains("this gateway has none of the servers"));
    let answer = block_on(answer(&registry, &Backend::default(), get("/a")));
    assert_eq!(answer.report.api.as_deref(), Some("b"));
}

#[test]
fn a_path_hides_another_one_on_the_same_server_alone() {
    let on = |server: &str, path: &str| json!([{"type": "http", "servers": [server], "paths": [{"path": path}]}]);
    let mut short = api("a", json!([]));
    short["listeners"] = on("inside", "/a");
    for (server, hidden) in [("inside", true), ("outside", false)] {
        let mut long = api("b", json!([]));
        long["listeners"] = on(server, "/a/b");
        let registry = Folder::new()
            .with("a.json", &short)
            .with("b.json", &long)
            .load(&Settings {
                servers: vec!["inside".to_owned(), "outside".to_owned()],
                ..Settings::default()
            });
        let said = errors(&registry);
        let said = said.iter().any(|error| error.contains("is never reached"));
        assert_eq!(said, hidden, "{server}");
    }
}

#[test]
fn nul_bytes_are_refused_where_the_api_says_so() {
    let mut definition = api("a", json!([]));
    definition["listeners"][0]["requestValidation"] = json!({"rejectNullByte": true});
    let registry = Folder::new()
        .with("a.json", &definition)
        .load(&Settings::default());
    let answer = block_on(answer(&registry, &Backend::default(), get("/a/x%00y")));
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (400, "The request contains invalid characters.")
    );
}

// ---------------------------------------------------------------------------------------------------------------- bodies

/// A body whose first piece is there and whose end never comes.
struct Endless(bool);

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match std::mem::replace(&mut self.0, true) {
            false => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"piece"))))),
            true => Poll::Pending,
        }
    }
}

/// A body whose client left.
struct Broken;

impl http_body::Body for Broken {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        Poll::Ready(Some(Err(BodyError::Client("gone".to_owned()))))
    }
}

#[test]
fn bodies_are_streamed_unless_an_expression_reads_them() {
    let folder = Folder::new().with("a.json", &api("a", json!([])));
    let registry = folder.load(&Settings::default());
    let request = get("/a").map(|_| Endless(false).boxed_unsync());
    let answer = block_on(answer(&registry, &Backend::default(), request));
    assert_eq!(
        answer.status, 200,
        "nobody waited for the end of the request"
    );
}

#[test]
fn a_body_that_an_expression_reads_is_limited() {
    let flows = json!([flow(
        Some("{#request.content == 'x'}"),
        json!([]),
        json!([])
    )]);
    let folder = Folder::new().with("a.json", &api("a", flows));
    let settings = Settings {
        buffer_limit: 10,
        ..Settings::default()
    };
    let registry = folder.load(&settings);
    let send = |body: &'static str| {
        let request = get("/a").map(|_| exchange::full(body));
        block_on(answer(&registry, &Backend::default(), request)).status
    };
    assert_eq!((send("0123456789"), send("0123456789+")), (200, 413));
    let request = get("/a").map(|_| Broken.boxed_unsync());
    let answer = block_on(answer(&registry, &Backend::default(), request));
    assert_eq!(
        answer.status, 400,
        "a client that breaks off is no fault of the backend"
    );
}

#[test]
fn what_travels_beside_messages_reaches_backend_and_client() {
    let folder = Folder::new().with("a.json", &api("a", json!([])));
    let registry = folder.load(&Settings::default());
    let mut request = get("/a");
    request.extensions_mut().insert(Tunnel(7));
    for (name, value) in [
        ("connection", "Upgrade"),
        ("upgrade", "websocket"),
        ("keep-alive", "5"),
    ] {
        request
            .headers_mut()
            .insert(name, value.parse().expect("a value"));
    }
    let backend = Backend::default();
    let response = block_on(handle(&registry, &backend, request));
    assert_eq!(response.status(), 101);
    assert_eq!(response.extensions().get::<Tunnel>(), Some(&Tunnel(7)));
    let seen = &backend.seen.borrow()[0];
    assert_eq!(
        seen.get("upgrade").map(http::HeaderValue::as_bytes),
        Some(&b"websocket"[..])
    );
    assert!(!seen.contains_key("keep-alive"));
}

// ------------------------------------------------------------------------------------------------------------- deploying

#[test]
fn a_broken_file_leaves_its_old_version_serving_and_touches_no_other_api() {
    let folder = Folder::new()
        .with(
            "a.json",
            &api(
                "a",
                json!([flow(None, json!([]), json!([set_header("X-Version", "1")]))]),
            ),
        )
        .with("b.json", &api("b", json!([])));
    let first = folder.load(&Settings::default());
    folder.put("a.json", "{ half a docu");
    folder.put(
        "b.json",
        &api(
            "b",
            json!([flow(None, json!([]), json!([set_header("X-Version", "2")]))]),
        )
        .to_string(),
    );
    folder.put("c.json", &api("c", json!([])).to_string());
    let second = first.reload(&folder.0).expect("a folder");
    let version = |registry: &Registry, path: &str| {
        let answer = block_on(answer(registry, &Backend::default(), get(path)));
        (answer.status, answer.header("x-version").map(str::to_owned))
    };
    assert_eq!(version(&second, "/a"), (200, Some("1".to_owned())));
    assert_eq!(version(&second, "/b"), (200, Some("2".to_owned())));
    assert_eq!(version(&second, "/c").0, 200);
    assert!(
        errors(&second)
            .iter()
            .any(|line| line.starts_with("a.json:1:3: error: the file is no JSON")),
        "{:?}",
        errors(&second)
    );
    assert_eq!(
        version(&first, "/b"),
        (200, None),
        "the old registry is what it was"
    );

    fs::remove_file(folder.0.join("b.json")).expect("a file");
    let third = second.reload(&folder.0).expect("a folder");
    assert_eq!(version(&third, "/b").0, 404);
    assert_eq!(
        version(&third, "/a"),
        (200, Some("1".to_owned())),
        "still the old version"
    );
}

#[test]
fn without_the_flows_of_the_organization_nothing_new_is_served() {
    let folder = Folder::new().with("a.json", &api("a", json!([])));
    folder.put("organization.json", "[{]");
    let registry = folder.load(&Settings::default());
    assert_eq!(registry.apis().count(), 0);
    folder.put("organization.json", &organization().to_string());
    let mended = registry.reload(&folder.0).expect("a folder");
    let answer = block_on(answer(&mended, &Backend::default(), get("/a")));
    assert_eq!(answer.header("x-org"), Some("1"));
}

#[test]
fn wrong_definitions_are_reported_with_file_and_place() {
    let folder = Folder::new()
        .with("twice.json", &api("a", json!([])))
        .with("a.json", &api("a", json!([])));
    folder.put(
        "v2.json",
        r#"{"id": "v", "gravitee": "2.0.0", "proxy": {}}"#,
    );
    folder.put(
        "typo.json",
        "{\"id\": \"t\", \"listeners\": [],\n \"flows\": [{\"enabled\": 1}]}",
    );
    let mut policy = api("p", json!([]));
    policy["flows"] = json!([{"request": [{"policy": "transform-header"}]}]);
    folder.put("policy.json", &policy.to_string());
    let registry = folder.load(&Settings::default());
    let found = errors(&registry);
    let rows = [
        "twice.json:1:",
        "v2.json:1:1: error: definitions of format v2 are not supported yet",
        "typo.json:2:24: error: flows[0].enabled: invalid type: integer `1`, expected a boolean",
        "a similar name is `transform-headers`",
    ];
    for row in rows {
        assert!(
            found.iter().any(|line| line.contains(row)),
            "{row} in {found:#?}"
        );
    }
    assert_eq!(
        registry
            .apis()
            .map(|api| api.id.to_string())
            .collect::<Vec<_>>(),
        ["a"]
    );
    let lenient = Settings {
        ignore_unknown_policies: true,
        ..Settings::default()
    };
    assert_eq!(folder.load(&lenient).apis().count(), 2);
}

#[test]
fn findings_name_the_place_within_lists_and_shared_configurations() {
    let mut definition = api("a", json!([]));
    let shared = json!({"headers": [{"name": "X-A", "value": "{#request.method}"}]});
    let group = &mut definition["endpointGroups"][0];
    group["sharedConfiguration"] = shared.clone();
    let mut heir = group["endpoints"][0].clone();
    heir["inheritConfiguration"] = json!(true);
    group["endpoints"][0]["sharedConfigurationOverride"] = shared;
    group["endpoints"] = json!([group["endpoints"][0], heir]);
    let mut ours = organization();
    ours["flows"][0]["condition"] = json!("{#request.method == }");
    let registry = Folder::new()
        .with("a.json", &definition)
        .with("organization.json", &json!([{"id": "OTHER"}, ours]))
        .load(&Settings::default());
    let findings = registry.findings().iter();
    let paths: Vec<&str> = findings.map(|finding| finding.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "[1].flows[0].condition",
            "endpointGroups[0].endpoints[0].sharedConfigurationOverride.headers[0].value",
            "endpointGroups[0].sharedConfiguration.headers[0].value",
        ]
    );
    assert!(
        registry
            .findings()
            .iter()
            .all(|finding| finding.place.is_some())
    );
}

#[test]
fn expressions_are_shown_where_they_stand_in_the_file() {
    let folder = Folder::new();
    let text = api(
        "a",
        json!([flow(Some("{#request.method == }"), json!([]), json!([]))]),
    )
    .to_string();
    folder.put("a.json", &text);
    let registry = folder.load(&Settings::default());
    let finding = &registry.findings()[0];
    assert_eq!(finding.path, "flows[0].selectors[0].condition");
    let span = finding.span.clone().expect("a span");
    let diagnostic = finding.diagnostic.as_ref().expect("a diagnostic");
    assert_eq!(
        &text[span],
        diagnostic.primary.span.of(&diagnostic.template)
    );
}

#[test]
fn a_registry_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Registry>();
}

// ---------------------------------------------------------------------------------------------------------------- traces

#[test]
fn a_trace_tells_conditions_with_their_reasons_and_what_policies_changed() {
    let flows = json!([
        flow(
            Some("{#request.headers['X-None'][0] == 'a'}"),
            json!([]),
            json!([])
        ),
        flow(None, json!([set_header("X-Set", "1")]), json!([])),
    ]);
    let folder = Folder::new().with("a.json", &api("a", flows));
    let registry = folder.load(&Settings::default());
    let (_, events) = block_on(trace(&registry, &Backend::default(), get("/a")));
    let events = serde_json::to_value(&events).expect("JSON");
    let of = |kind: &str| -> Vec<&Json> {
        events
            .as_array()
            .into_iter()
            .flatten()
            .filter(|event| event["event"] == kind)
            .collect()
    };
    assert_eq!(of("flow")[0]["condition"]["value"], "missing data");
    assert_eq!(of("flow")[1]["selected"], true);
    assert_eq!(
        of("step")[0]["changes"],
        json!([{"what": "request.headers['x-set']", "before": null, "after": "1"}])
    );
    assert_eq!(of("backend-request")[0]["url"], "http://backend.test/base");
    assert_eq!(of("answer")[0]["status"], 200);
}
