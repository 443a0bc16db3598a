//! Backends: groups of endpoints, how one is chosen, and what is sent to it.

mod balance;
mod headers;
mod invoke;
mod resolve;
mod target;

pub(crate) use balance::Balancer;
pub(crate) use invoke::invoke;
pub(crate) use target::BaseUrl;

use super::exchange::HttpOptions;
use http::{HeaderName, HeaderValue};
use std::sync::Arc;

/// Methods by the names that definitions use.
pub(crate) const METHODS: [&str; 9] = [
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
];

/// The endpoint groups of an API; the first is the one that is called by default.
#[derive(Default)]
pub(crate) struct Endpoints(pub(crate) Vec<Group>);

/// Endpoints that share a load balancer. Secondary ones are called when there is no primary one.
pub(crate) struct Group {
    pub(crate) name: Box<str>,
    pub(crate) primary: Pool,
    pub(crate) secondary: Pool,
}

/// Endpoints with the balancer that chooses among them.
pub(crate) struct Pool {
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) balancer: Balancer,
}

/// One backend.
pub(crate) struct Endpoint {
    pub(crate) name: Box<str>,
    pub(crate) url: BaseUrl,
    pub(crate) options: Arc<HttpOptions>,
    /// Headers that every request gets.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) propagate_host: bool,
    pub(crate) propagate_accept_encoding: bool,
}

impl Pool {
    fn next(&self) -> Option<&Endpoint> {
        let at = self.balancer.next()?;
        self.endpoints.get(at)
    }
}

impl Group {
    /// An endpoint of the group, by its load balancers.
    fn next(&self) -> Option<&Endpoint> {
        self.primary.next().or_else(|| self.secondary.next())
    }

    fn endpoints(&self) -> impl Iterator<Item = &Endpoint> {
        let secondary = &self.secondary.endpoints;
        self.primary.endpoints.iter().chain(secondary)
    }
}

impl Endpoints {
    /// An endpoint of the default group.
    pub(crate) fn default_endpoint(&self) -> Option<&Endpoint> {
        self.0.first()?.next()
    }

    /// The endpoint of that name, or one of the group of that name.
    pub(crate) fn named(&self, name: &str) -> Option<&Endpoint> {
        let mut endpoints = self.0.iter().flat_map(Group::endpoints);
        endpoints
            .find(|endpoint| *endpoint.name == *name)
            .or_else(|| self.0.iter().find(|group| *group.name == *name)?.next())
    }
}
