//! The request as policies and expressions see it.

use super::Entity;
use super::query::Query;
use crate::Value;
use crate::gateway::exchange::{Body, Connection};
use crate::host::{self, Headers, Object, Params};
use http::{HeaderMap, HeaderValue, Method, Uri, Version, header};
use std::cell::OnceCell;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

/// The request on its way through.
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) version: Version,
    pub(crate) headers: HeaderMap,
    pub(crate) entity: Entity,
    /// What travels beside the message; an upgrade of the connection, for one.
    pub(crate) extensions: http::Extensions,
    pub(crate) id: String,
    /// Where it is not that of the request itself.
    other_transaction: Option<String>,
    /// The context path, with a slash at its end.
    pub(crate) context_path: Box<str>,
    /// Byte of the path at which the part behind the context path begins.
    info_from: usize,
    query: OnceCell<Query>,
    /// Whether a policy changed the query.
    query_changed: bool,
    pub(crate) path_params: Query,
    host: Option<HeaderValue>,
    pub(crate) tls: bool,
    pub(crate) received: Instant,
    timestamp: i64,
    pub(crate) remote_address: Arc<str>,
    local_address: Arc<str>,
}

impl Request {
    /// A request as it came in.
    pub(crate) fn new(request: http::Request<Body>) -> Self {
        let (parts, body) = request.into_parts();
        let connection = parts.extensions.get::<Connection>();
        let host = match parts.uri.authority() {
            Some(authority) => HeaderValue::from_str(authority.as_str()).ok(),
            None => parts.headers.get(header::HOST).cloned(),
        };
        let timestamp = connection.map_or_else(SystemTime::now, |from| from.timestamp);
        let timestamp = timestamp.duration_since(SystemTime::UNIX_EPOCH);
        Request {
            remote_address: connection.map_or_else(|| "".into(), |from| from.remote.clone()),
            local_address: connection.map_or_else(|| "".into(), |from| from.local.clone()),
            tls: connection.is_some_and(|from| from.tls),
            received: connection.map_or_else(Instant::now, |from| from.received),
            timestamp: timestamp.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(0)),
            method: parts.method,
            uri: parts.uri,
            version: parts.version,
            headers: parts.headers,
            entity: Entity::stream(body),
            extensions: parts.extensions,
            id: String::new(),
            other_transaction: None,
            context_path: "/".into(),
            info_from: 0,
            query: OnceCell::new(),
            query_changed: false,
            path_params: Query::default(),
            host,
        }
    }

    /// Puts the request under the context path that it reached. Behind the path `/` there is nothing.
    pub(crate) fn enter(&mut self, context_path: &str) {
        let path = self.uri.path();
        self.context_path = context_path.into();
        self.info_from = match path.len() {
            0 | 1 => path.len(),
            len => (context_path.len() - 1).min(len),
        };
    }

    /// Gives the request its identifiers; its transaction is its own unless another one is named.
    pub(crate) fn identify(&mut self, id: String, transaction: Option<String>) {
        self.id = id;
        self.other_transaction = transaction;
    }

    /// Takes the identifiers of the request, and of the transaction if it is another one, at the end.
    pub(crate) fn into_identifiers(self) -> (String, Option<String>) {
        (self.id, self.other_transaction)
    }

    /// Identifier of the transaction that the request belongs to.
    pub(crate) fn transaction(&self) -> &str {
        self.other_transaction.as_deref().unwrap_or(&self.id)
    }

    /// The part of the path behind the context path.
    pub(crate) fn path_info(&self) -> &str {
        self.uri.path().get(self.info_from..).unwrap_or("")
    }

    /// The authority that the client asked for, with its port.
    pub(crate) fn host(&self) -> Option<&str> {
        self.authority()?.to_str().ok()
    }

    /// The same as it came; a text.
    pub(crate) fn authority(&self) -> Option<&HeaderValue> {
        self.host.as_ref().filter(|host| host.to_str().is_ok())
    }

    pub(crate) fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }

    pub(crate) fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// Path and query as sent.
    pub(crate) fn target(&self) -> &str {
        self.uri
            .path_and_query()
            .map_or("/", |target| target.as_str())
    }

    pub(crate) fn query(&self) -> &Query {
        self.query
            .get_or_init(|| Query::parse(self.uri.query().unwrap_or("")))
    }

    /// Changes the query.
    pub(crate) fn edit_query(&mut self, edit: impl FnOnce(&mut Query)) {
        let parse = || Query::parse(self.uri.query().unwrap_or(""));
        let mut query = self.query.take().unwrap_or_else(parse);
        edit(&mut query);
        self.query = OnceCell::from(query);
        self.query_changed = true;
    }

    /// Writes the query as it is now behind what `out` holds.
    pub(crate) fn write_query(&self, out: &mut String) {
        match self.query_changed {
            true => self.query().append_to(out),
            false => out.push_str(self.uri.query().unwrap_or("")),
        }
    }

    /// The first value of a header as text.
    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the client wants to leave HTTP for another protocol.
    pub(crate) fn upgrades(&self) -> bool {
        let connection = self.headers.get_all(header::CONNECTION).iter();
        let mut tokens = connection
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        tokens.any(|token| token.trim().eq_ignore_ascii_case("upgrade"))
            && self.headers.contains_key(header::UPGRADE)
    }

    /// Whether the body flows on for ever, so that nobody should wait for its end.
    pub(crate) fn is_stream(&self) -> bool {
        is_stream(&self.headers)
    }
}

/// Whether a message of an endless type tells no length.
pub(super) fn is_stream(headers: &HeaderMap) -> bool {
    const ENDLESS: [&str; 3] = [
        "application/octet-stream",
        "text/event-stream",
        "application/grpc",
    ];
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or("");
    ENDLESS.iter().any(|endless| kind.starts_with(endless))
        && !headers.contains_key(header::CONTENT_LENGTH)
}

impl host::Request for Request {
    fn method(&self) -> &str {
        self.method.as_str()
    }

    fn path(&self) -> &str {
        self.uri.path()
    }

    fn headers(&self) -> &dyn Headers {
        &self.headers
    }

    fn params(&self) -> &dyn Params {
        self.query()
    }

    fn path_params(&self) -> &dyn Params {
        &self.path_params
    }

    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn transaction_id(&self) -> Option<&str> {
        Some(self.transaction())
    }

    fn uri(&self) -> Option<&str> {
        Some(self.target())
    }

    fn path_info(&self) -> Option<&str> {
        Some(self.path_info())
    }

    fn context_path(&self) -> Option<&str> {
        Some(&self.context_path)
    }

    fn host(&self) -> Option<&str> {
        self.host()
    }

    fn scheme(&self) -> Option<&str> {
        Some(self.scheme())
    }

    fn version(&self) -> Option<&str> {
        Some(match self.version {
            Version::HTTP_10 => "HTTP_1_0",
            Version::HTTP_2 => "HTTP_2",
            _ => "HTTP_1_1",
        })
    }

    fn timestamp(&self) -> i64 {
        self.timestamp
    }

    fn remote_address(&self) -> Option<&str> {
        Some(&self.remote_address)
    }

    fn local_address(&self) -> Option<&str> {
        Some(&self.local_address)
    }

    fn ssl(&self) -> Option<&dyn Object> {
        (!self.tls).then_some(&NoSession)
    }
}

/// The session of a connection without TLS: there, and without a single property, so that asking it for a principal is an
/// evaluation error.
struct NoSession;

impl Object for NoSession {
    fn class_name(&self) -> &str {
        "#request.ssl"
    }

    fn get(&self, _property: &str) -> Option<Value<'_>> {
        None
    }
}
