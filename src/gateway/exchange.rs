//! What passes between the network and the chain.
//!
//! A request comes in as an [`http::Request`] whose extensions hold its [`Connection`], and what the backend or the chain
//! answers goes back as an [`http::Response`]. Bodies are streams: whoever needs one whole collects it within a limit, and
//! nobody else does. An upgrade (WebSocket) travels in the extensions of both, where `hyper` keeps it.

pub use super::observe::capture::Captures;
use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Empty, Full};
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// The body of a request or response on its way through.
pub type Body = UnsyncBoxBody<Bytes, BodyError>;

/// A body without a byte.
#[must_use]
pub fn empty() -> Body {
    Empty::new().map_err(|never| match never {}).boxed_unsync()
}

/// A body of these bytes.
#[must_use]
pub fn full(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into())
        .map_err(|never| match never {})
        .boxed_unsync()
}

/// Why a body ended before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyError {
    /// The client sent a body that is no HTTP, or left.
    Client(String),
    /// The backend broke off, or sent a body that is no HTTP.
    Backend(String),
    /// The body is larger than the limit on buffered bodies, in bytes.
    TooLarge(usize),
    /// Nothing came for longer than the idle timeout.
    Idle,
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BodyError::Client(why) => write!(f, "the body of the request broke off: {why}"),
            BodyError::Backend(why) => write!(f, "the body of the response broke off: {why}"),
            BodyError::TooLarge(limit) => write!(f, "the body is larger than {limit} bytes"),
            BodyError::Idle => f.write_str("the body stopped for longer than the idle timeout"),
        }
    }
}

impl std::error::Error for BodyError {}

/// Where a request came from; an extension of each request.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Address of the client, without its port.
    pub remote: Arc<str>,
    /// Address that the client reached, without its port.
    pub local: Arc<str>,
    /// Whether the client speaks TLS.
    pub tls: bool,
    /// When the first byte of the request was there.
    pub received: Instant,
    /// The same moment on the wall clock.
    pub timestamp: SystemTime,
}

/// Which of the gateway's servers got the request, counted as its addresses are; an extension of each request where there
/// are several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReceivedBy(pub usize);

/// A backend that a request goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whether to speak TLS.
    pub tls: bool,
    /// Name or address, without brackets around IPv6.
    pub host: Arc<str>,
    /// Port.
    pub port: u16,
    /// How to speak with it.
    pub options: Arc<HttpOptions>,
}

/// How to speak with a backend: the names of the definition, times in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HttpOptions {
    /// `connectTimeout`: longest time to connect.
    pub connect_timeout: Duration,
    /// `readTimeout`: longest time without a byte of the answer; zero waits for ever.
    pub read_timeout: Duration,
    /// `idleTimeout`: longest silence of a connection in use; zero waits for ever.
    pub idle_timeout: Duration,
    /// `keepAliveTimeout`: how long an unused connection is kept.
    pub keep_alive_timeout: Duration,
    /// `keepAlive`: whether connections are used again.
    pub keep_alive: bool,
    /// `maxConcurrentConnections`: most connections to this backend.
    pub max_connections: usize,
}

/// Why a backend gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpstreamError {
    /// No connection: refused, unreachable, or its name is unknown.
    Connect(String),
    /// No connection within the connect timeout.
    ConnectTimeout,
    /// No answer within the read timeout.
    ReadTimeout,
    /// The connection ended before the head of the answer was there.
    Closed(String),
    /// The answer is no HTTP.
    Malformed(String),
    /// The body of the request broke off while it was sent.
    RequestBody(BodyError),
    /// All connections are in use, and none came free within the connect timeout.
    Exhausted,
}

impl fmt::Display for UpstreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UpstreamError::Connect(why) => write!(f, "the backend cannot be reached: {why}"),
            UpstreamError::ConnectTimeout => f.write_str("the backend did not accept in time"),
            UpstreamError::ReadTimeout => f.write_str("the backend did not answer in time"),
            UpstreamError::Closed(why) => write!(f, "the backend left without an answer: {why}"),
            UpstreamError::Malformed(why) => write!(f, "the backend's answer is no HTTP: {why}"),
            UpstreamError::RequestBody(error) => error.fmt(f),
            UpstreamError::Exhausted => f.write_str("all connections to the backend are in use"),
        }
    }
}

impl std::error::Error for UpstreamError {}

/// Backends as the chain sees them. The network half implements it with its pool, the trial with a recorded answer.
///
/// Futures stay on the thread that made them: each core runs its own single-threaded runtime.
pub trait Upstream {
    /// Sends a request, whose URI is in origin form, and gives the head of the answer with its body still to come.
    fn send(
        &self,
        target: &Target,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, UpstreamError>>;
}

/// What the access log says of a request; the chain leaves it in the extensions of each response, the network half adds
/// sizes and times and writes the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Identifier of the request.
    pub request_id: String,
    /// Identifier of the transaction it belongs to, where that is not its own.
    pub transaction_id: Option<String>,
    /// Identifier of the API, if one was found.
    pub api: Option<Arc<str>>,
    /// Identifier of the plan that let the request pass.
    pub plan: Option<Arc<str>>,
    /// Identifier of the application of the subscription.
    pub application: Option<String>,
    /// Identifier of the subscription.
    pub subscription: Option<Arc<str>>,
    /// URL of the backend that was called.
    pub endpoint: Option<String>,
    /// Status of the backend; 0 when it could not be reached.
    pub upstream_status: Option<u16>,
    /// Time until the head of the backend's answer was there.
    pub upstream_time: Option<Duration>,
    /// Key of the failure that ended the request.
    pub failure: Option<&'static str>,
    /// Key of such a failure, when a policy's configuration gave it.
    pub configured_failure: Option<String>,
    /// What else an operator should know: conditions that met missing data, for one.
    pub warnings: Vec<String>,
    /// The messages that the API asks to have logged.
    pub captures: Option<Box<Captures>>,
}

impl Report {
    /// Identifier of the transaction that the request belongs to.
    #[must_use]
    pub fn transaction_id(&self) -> &str {
        self.transaction_id.as_deref().unwrap_or(&self.request_id)
    }
}

/// Ends the connection behind the answer; an extension of responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CloseConnection;

/// A client that asks to leave HTTP, and for which protocol; an extension of requests.
///
/// Connection headers are taken away on the way, so this is what tells the backend: whoever passes the request on keeps its
/// extensions, and those of the answer, where the far end of the tunnel lies when the backend agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradeTo(pub http::HeaderValue);

/// The client as the backend is to know it; an extension of requests. `X-Forwarded-For` gets it behind whatever it holds, so
/// that nobody takes a client's word for where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForwardedFor(pub Arc<str>);
