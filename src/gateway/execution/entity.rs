//! A body on its way through: a stream until an expression or policy needs it whole.

use crate::gateway::exchange::{Body, BodyError, empty, full};
use crate::gateway::observe::capture::Tape;
use crate::host;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A body, as a stream or whole.
pub(crate) struct Entity {
    content: Content,
    view: OnceCell<host::Body>,
}

enum Content {
    Stream(Body),
    Whole(Bytes),
    /// The stream went on to the backend or the client.
    Gone,
}

impl Entity {
    pub(crate) fn stream(body: Body) -> Self {
        Entity {
            content: Content::Stream(body),
            view: OnceCell::new(),
        }
    }

    pub(crate) fn whole(bytes: impl Into<Bytes>) -> Self {
        Entity {
            content: Content::Whole(bytes.into()),
            view: OnceCell::new(),
        }
    }

    /// Has the body copied on its way; one that is whole is copied at once.
    pub(crate) fn listen(&mut self, tape: Tape) {
        match std::mem::replace(&mut self.content, Content::Gone) {
            Content::Stream(body) => self.content = Content::Stream(tape.listen(body)),
            Content::Whole(bytes) => {
                tape.record(&bytes);
                self.content = Content::Whole(bytes);
            }
            Content::Gone => {}
        }
    }

    /// Reads a stream to its end, within a limit. A body that is meant to flow on for ever is left alone.
    pub(crate) async fn load(&mut self, limit: usize, streams: bool) -> Result<(), BodyError> {
        if streams || !matches!(self.content, Content::Stream(_)) {
            return Ok(());
        }
        if let Content::Stream(body) = std::mem::replace(&mut self.content, Content::Gone) {
            *self = Entity::whole(collected(body, limit).await?);
        }
        Ok(())
    }

    /// The bytes, if the body is whole.
    pub(crate) fn bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Whole(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The body for an expression; one that is not at hand is empty.
    pub(crate) fn view(&self) -> &host::Body {
        static EMPTY: LazyLock<host::Body> = LazyLock::new(|| host::Body::from_text(""));
        match &self.content {
            Content::Whole(bytes) if !bytes.is_empty() => self.view.get_or_init(|| {
                let bytes = bytes.clone();
                host::Body::new(move || bytes.to_vec())
            }),
            _ => &EMPTY,
        }
    }

    /// The body to be sent on. A whole one stays readable.
    pub(crate) fn take(&mut self) -> Body {
        if let Content::Whole(bytes) = &self.content {
            return match bytes.is_empty() {
                true => empty(),
                false => full(bytes.clone()),
            };
        }
        match std::mem::replace(&mut self.content, Content::Gone) {
            Content::Stream(body) => body,
            _ => empty(),
        }
    }
}

/// All bytes of a stream.
pub(crate) async fn collected(mut body: Body, limit: usize) -> Result<Bytes, BodyError> {
    let mut bytes = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else {
            continue;
        };
        if data.len() > limit.saturating_sub(bytes.len()) {
            return Err(BodyError::TooLarge(limit));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes.freeze())
}
