//! Why a request is turned away before any API sees it.

use http::StatusCode;

/// A request that is no proper HTTP/1.1, or that is too much: what is answered, and what the log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) reason: &'static str,
}

impl Refusal {
    pub(crate) const fn bad(reason: &'static str) -> Self {
        Refusal::with(StatusCode::BAD_REQUEST, reason)
    }

    pub(crate) const fn with(status: StatusCode, reason: &'static str) -> Self {
        Refusal { status, reason }
    }
}
