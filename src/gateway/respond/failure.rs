//! How a request ends before its end: interrupted, failed, or by an error that nobody foresaw.

use crate::gateway::exchange::{BodyError, UpstreamError};
use crate::{Error, Owned};
use std::borrow::Cow;

/// What stops a chain.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A policy answered; the response is sent as it stands.
    Interrupt,
    /// Something failed in a way that has a status, and perhaps a key and a message.
    Failure(Failure),
    /// Anything else: 500 without a key, so that no response template applies.
    Unexpected {
        /// For the log.
        why: String,
        /// What the client may learn in place of the standard text.
        shown: Option<String>,
    },
}

/// A failure with what a response template can say about it.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    pub(crate) status: u16,
    pub(crate) key: Option<Cow<'static, str>>,
    /// Without one, the body is left alone.
    pub(crate) message: Option<String>,
    pub(crate) parameters: Vec<(Box<str>, Owned)>,
    /// Whether the message is a JSON document to be sent as it is.
    pub(crate) json: bool,
}

impl Failure {
    /// A failure with status and key, without a message.
    pub(crate) fn new(status: u16, key: &'static str) -> Self {
        Failure {
            status,
            key: Some(Cow::Borrowed(key)),
            ..Failure::default()
        }
    }

    /// The same failure with a message.
    pub(crate) fn saying(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// The time for a request is over.
    pub(crate) fn timeout() -> Self {
        Failure::new(504, "REQUEST_TIMEOUT").saying("Request timeout")
    }

    /// The body of a request cannot be had whole.
    pub(crate) fn of_request_body(error: &BodyError) -> Self {
        match error {
            BodyError::TooLarge(_) => Failure::new(413, "REQUEST_CONTENT_LIMIT_TOO_LARGE")
                .saying("The request is too large to be read as a whole"),
            BodyError::Idle => Failure::timeout(),
            BodyError::Client(_) | BodyError::Backend(_) => {
                Failure::new(400, "GATEWAY_INVALID_REQUEST").saying("The request is incomplete")
            }
        }
    }

    /// The body of a response cannot be had whole.
    pub(crate) fn of_response_body(error: &BodyError) -> Self {
        match error {
            BodyError::TooLarge(_) => Failure::new(502, "GATEWAY_INVALID_RESPONSE")
                .saying("The response is too large to be read as a whole"),
            BodyError::Idle => Failure::new(504, "REQUEST_TIMEOUT"),
            BodyError::Client(_) | BodyError::Backend(_) => {
                Failure::new(502, "GATEWAY_CLIENT_CONNECTION_ERROR")
            }
        }
    }

    /// The backend gave no answer.
    pub(crate) fn of_backend(error: &UpstreamError) -> Self {
        match error {
            UpstreamError::ConnectTimeout | UpstreamError::ReadTimeout => {
                Failure::new(504, "REQUEST_TIMEOUT")
            }
            UpstreamError::Exhausted => Failure::new(503, "GATEWAY_CLIENT_CONNECTION_ERROR"),
            UpstreamError::RequestBody(error) => Failure::of_request_body(error),
            UpstreamError::Connect(_) | UpstreamError::Closed(_) | UpstreamError::Malformed(_) => {
                Failure::new(502, "GATEWAY_CLIENT_CONNECTION_ERROR")
            }
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Failure(failure)
    }
}

impl Stop {
    /// Something that nobody foresaw.
    pub(crate) fn unexpected(why: impl Into<String>) -> Self {
        Stop::Unexpected {
            why: why.into(),
            shown: None,
        }
    }

    /// An expression that cannot be evaluated; whether the client learns why is a setting.
    pub(crate) fn expression(error: &Error, exposed: bool) -> Self {
        let detail = error.diagnostic().message;
        Stop::Unexpected {
            why: error.to_string(),
            shown: exposed.then(|| {
                format!(
                    "Expression: {} failed with message {detail}",
                    error.template()
                )
            }),
        }
    }
}
