//! The body of an answer while it comes in.

use super::answer::Delimiter;
use super::connection::Exchange;
use crate::gateway::exchange::BodyError;
use crate::gateway::wire::chunked::{Chunked, Piece};
use crate::gateway::wire::trim;
use bytes::{Buf, Bytes};
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::{Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug)]
enum Rest {
    Length(u64),
    Chunked(Box<Chunked>, Vec<u8>),
    Close,
}

/// Reads its exchange as fast as it is polled, and ends it with its last octet.
#[derive(Debug)]
pub(crate) struct Download {
    /// Missing when the end was reached, or there is no hope for it.
    exchange: Option<Box<Exchange>>,
    rest: Rest,
    persistent: bool,
    trailers: Option<HeaderMap>,
}

/// What a look at the input gave.
enum Look {
    Data(Bytes),
    More,
    End,
}

impl Download {
    pub(crate) fn new(exchange: Exchange, delimiter: Delimiter, persistent: bool) -> Self {
        let rest = match delimiter {
            Delimiter::Length(length) => Rest::Length(length),
            Delimiter::Chunked => Rest::Chunked(Box::new(Chunked::new()), Vec::new()),
            Delimiter::Close => Rest::Close,
        };
        Download {
            exchange: Some(Box::new(exchange)),
            rest,
            persistent,
            trailers: None,
        }
    }

    fn look(&mut self) -> Result<Look, BodyError> {
        let Some(exchange) = &mut self.exchange else {
            return Ok(Look::End);
        };
        let input = &mut exchange.connection.input;
        match &mut self.rest {
            Rest::Length(0) => Ok(Look::End),
            _ if input.is_empty() => Ok(Look::More),
            Rest::Length(left) => {
                let here = usize::try_from(*left).map_or(input.len(), |left| left.min(input.len()));
                *left -= here as u64;
                Ok(Look::Data(input.split_to(here).freeze()))
            }
            Rest::Close => Ok(Look::Data(input.split().freeze())),
            Rest::Chunked(..) => {
                self.skip_framing()?;
                self.look_into_chunk()
            }
        }
    }

    /// Reads on up to the next octet of data, or to the end.
    fn skip_framing(&mut self) -> Result<(), BodyError> {
        let (Some(exchange), Rest::Chunked(chunked, trailers)) =
            (&mut self.exchange, &mut self.rest)
        else {
            return Ok(());
        };
        let input = &mut exchange.connection.input;
        while !input.is_empty() && !chunked.is_done() && !chunked.is_in_data() {
            let piece = chunked.next(input);
            match piece.map_err(|fault| BodyError::Backend(fault.0.to_owned()))? {
                Piece::Framing(length) | Piece::Data(length) => input.advance(length),
                Piece::Trailer(length) => trailers.extend_from_slice(&input.split_to(length)),
            }
        }
        Ok(())
    }

    fn look_into_chunk(&mut self) -> Result<Look, BodyError> {
        let (Some(exchange), Rest::Chunked(chunked, trailers)) =
            (&mut self.exchange, &mut self.rest)
        else {
            return Ok(Look::End);
        };
        if chunked.is_done() {
            self.trailers = read_trailers(trailers);
            return Ok(Look::End);
        }
        let input = &mut exchange.connection.input;
        match chunked.next(input) {
            Ok(Piece::Data(length)) if length > 0 => {
                Ok(Look::Data(input.split_to(length).freeze()))
            }
            Ok(_) => Ok(Look::More),
            Err(fault) => Err(BodyError::Backend(fault.0.to_owned())),
        }
    }

    /// Looks whether the end is here already, so that the connection can go back before anybody asks again.
    fn settle(&mut self) -> Result<(), BodyError> {
        self.skip_framing()?;
        let over = match &self.rest {
            Rest::Length(left) => *left == 0,
            Rest::Chunked(chunked, _) => chunked.is_done(),
            Rest::Close => false,
        };
        if over {
            if let Rest::Chunked(_, trailers) = &self.rest {
                self.trailers = read_trailers(trailers);
            }
            self.end();
        }
        Ok(())
    }

    fn end(&mut self) {
        if let Some(exchange) = self.exchange.take() {
            exchange.end(self.persistent);
        }
    }

    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError>>> {
        loop {
            match self.look()? {
                Look::Data(data) => {
                    self.settle()?;
                    return Poll::Ready(Some(Ok(data)));
                }
                Look::End => {
                    self.end();
                    return Poll::Ready(None);
                }
                Look::More => {}
            }
            let Some(exchange) = &mut self.exchange else {
                return Poll::Ready(None);
            };
            exchange.poll_upload(cx)?;
            match exchange.connection.poll_input(cx) {
                Poll::Ready(Ok(true)) => exchange.moved(),
                Poll::Ready(Ok(false)) if matches!(self.rest, Rest::Close) => {
                    self.exchange = None;
                    return Poll::Ready(None);
                }
                Poll::Ready(Ok(false)) => return broken("end of stream"),
                Poll::Ready(Err(error)) => return broken(&error.to_string()),
                Poll::Pending => {
                    let limit = exchange.idle_timeout;
                    std::task::ready!(exchange.poll_still(cx, limit));
                    return Poll::Ready(Some(Err(BodyError::Idle)));
                }
            }
        }
    }
}

fn broken(why: &str) -> Poll<Option<Result<Bytes, BodyError>>> {
    Poll::Ready(Some(Err(BodyError::Backend(why.to_owned()))))
}

/// Fields behind the last chunk. The reader of chunks has checked their form.
fn read_trailers(lines: &[u8]) -> Option<HeaderMap> {
    let mut trailers = HeaderMap::new();
    for line in lines.split(|&octet| octet == b'\n') {
        let colon = line.iter().position(|&octet| octet == b':');
        let Some((name, value)) = colon.map(|at| (&line[..at], &line[at + 1..])) else {
            continue;
        };
        let value = trim(value.strip_suffix(b"\r").unwrap_or(value));
        if let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
        {
            trailers.append(name, value);
        }
    }
    (!trailers.is_empty()).then_some(trailers)
}

impl http_body::Body for Download {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match std::task::ready!(self.poll_data(cx)) {
            Some(Ok(data)) => Poll::Ready(Some(Ok(Frame::data(data)))),
            Some(Err(error)) => {
                self.exchange = None;
                Poll::Ready(Some(Err(error)))
            }
            None => {
                let trailers = self.trailers.take();
                Poll::Ready(trailers.map(|trailers| Ok(Frame::trailers(trailers))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.exchange.is_none() && self.trailers.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        match self.rest {
            Rest::Length(left) => SizeHint::with_exact(left),
            _ => SizeHint::default(),
        }
    }
}
