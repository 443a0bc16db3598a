//! Connections to backends: HTTP/1.1 over TCP, kept and used again.
//!
//! The exchange with a backend runs in the task of the request it serves: nothing is spawned, and no lock is contended.
//! The answer's body owns its connection and gives it back when its last octet was read, or closes it when it is dropped
//! before; so a client that leaves takes its backend call with it, and a slow client slows its backend down.
//!
//! A connection is used again only if both sides of the last exchange were read and written to their end and nothing came
//! behind the answer. A request is sent a second time only if the first connection had been used before and died without a
//! word, the method may be repeated, and there was no body.

mod answer;
mod connection;
mod download;
mod pool;
pub(crate) mod tunnel;
mod upload;

pub use pool::{Capacity, Pool};

use crate::gateway::exchange::{Body, HttpOptions, Target, UpgradeTo, Upstream, UpstreamError};
use connection::{Again, Connection, Exchange};
use http::{Method, Request, Response};
use tokio::time::Instant;

impl Upstream for Pool {
    async fn send(
        &self,
        target: &Target,
        request: Request<Body>,
    ) -> Result<Response<Body>, UpstreamError> {
        if target.tls {
            let why = "TLS to backends is not supported yet";
            return Err(UpstreamError::Connect(why.to_owned()));
        }
        let start = Instant::now();
        let options = &target.options;
        let connection = self.obtain(target, start).await?;
        let request = upload::prepare(request, target);
        match exchange(connection, request, options, start).await {
            Ok(response) => Ok(response),
            Err((UpstreamError::Closed(_), Some(again))) => {
                let connection = self.connect(target, again.lease, start).await?;
                let result = exchange(connection, again.request, options, start).await;
                result.map_err(|(error, _)| error)
            }
            Err((error, _)) => Err(error),
        }
    }
}

/// Sends a request and waits for the head of its answer. Where the connection closed without a word, the second part of the
/// error is what a second attempt needs, if there may be one.
async fn exchange(
    connection: Connection,
    request: Request<Body>,
    options: &HttpOptions,
    start: Instant,
) -> Result<Response<Body>, (UpstreamError, Option<Again>)> {
    let upgrade = request.extensions().get::<UpgradeTo>().is_some();
    let head = request.method() == Method::HEAD;
    let again = connection.is_used() && is_repeatable(&request);
    let mut exchange = Exchange::begin(connection, request, options, again);
    match exchange.answer(start).await {
        Ok(answer) => exchange
            .deliver(answer, head, upgrade)
            .map_err(|error| (error, None)),
        Err(error) => Err((error, exchange.into_second_attempt())),
    }
}

fn is_repeatable(request: &Request<Body>) -> bool {
    http_body::Body::is_end_stream(request.body()) && request.method().is_idempotent()
}
