//! The response as policies and expressions see it; it exists, empty and with status 200, before anyone answered.

use super::{Entity, request};
use crate::host::{self, Headers};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};

/// The response on its way back.
pub(crate) struct Response {
    /// 0 while the backend is asked.
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) entity: Entity,
    pub(crate) extensions: http::Extensions,
}

impl Default for Response {
    fn default() -> Self {
        Response {
            status: 200,
            headers: HeaderMap::new(),
            entity: Entity::whole(Bytes::new()),
            extensions: http::Extensions::new(),
        }
    }
}

impl Response {
    /// Replaces the body.
    pub(crate) fn set_body(&mut self, body: impl Into<Bytes>) {
        let body = body.into();
        self.headers.remove(header::TRANSFER_ENCODING);
        self.headers.remove(header::CONTENT_ENCODING);
        self.headers
            .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        self.entity = Entity::whole(body);
    }

    /// Whether the body flows on for ever, so that nobody should wait for its end.
    pub(crate) fn is_stream(&self) -> bool {
        request::is_stream(&self.headers)
    }
}

impl host::Response for Response {
    fn status(&self) -> i32 {
        i32::from(self.status)
    }

    fn headers(&self) -> &dyn Headers {
        &self.headers
    }
}
