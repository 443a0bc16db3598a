//! A client without a network: what it says goes through guard, reader and chain like the octets of a socket.
//!
//! So a trial answers what the gateway would answer, down to what is refused before an API sees it, and there is no second
//! reading of requests that could differ.

use super::service::{Core, Session};
use super::{Chain, Options, Phase, converse};
use crate::gateway::exchange::ReceivedBy;
use crate::gateway::observe::access::{AccessLog, Format};
use crate::gateway::upstream::{Capacity, Pool};
use std::cell::Cell;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, WriteHalf, duplex, split};
use tokio::sync::watch;
use tokio::task::LocalSet;

/// What came of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Overheard {
    /// The octets of the answer.
    pub answer: Vec<u8>,
    /// Its line in the access log, as JSON.
    pub log: String,
}

/// Lets a client at `remote` say one request, and gives the answer to it.
///
/// # Errors
///
/// When no runtime or thread can be started, or the chain ends the connection without an answer.
pub fn overhear<C: Chain>(
    options: &Options,
    chain: &C,
    remote: SocketAddr,
    request: &[u8],
) -> io::Result<Overheard> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let lines = Lines::default();
    let log = AccessLog::to(lines.clone(), Format::Json)?;
    let core = Core {
        chain: chain.clone(),
        pool: Pool::new(Capacity::new(1), 0),
        pen: log.pens().pen(),
        options: Arc::new(options.clone()),
        draining: Cell::new(false),
    };
    let pen = core.pen.clone();
    let answer = LocalSet::new().block_on(&runtime, speak(core, remote, request));
    pen.flush();
    drop((pen, log));
    let lines = lines.0.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(Overheard {
        answer: answer?,
        log: String::from_utf8_lossy(&lines).trim_end().to_owned(),
    })
}

async fn speak<C: Chain>(core: Core<C>, remote: SocketAddr, request: &[u8]) -> io::Result<Vec<u8>> {
    /// Octets on their way in each direction.
    const ROOM: usize = 64 << 10;
    let (near, far) = duplex(ROOM);
    let local = core.options.listen.first().copied();
    let local = local.unwrap_or_else(|| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0));
    let session = Session::new(Rc::new(core), remote, local, ReceivedBy::default());
    let (stop, phase) = watch::channel(Phase::Serving);
    let served = tokio::task::spawn_local(converse(far, session, phase));
    let (hear, say) = split(near);
    let said = say_all(say, request);
    let heard = listen(hear, &stop);
    let (_, answer) = tokio::join!(said, heard);
    // What is left of the connection waits for octets that nobody sends.
    served.abort();
    let _ = served.await;
    answer
}

/// Says the request; who is refused early may not be heard to the end. The way stays open: its end would be a client that
/// leaves.
async fn say_all(mut say: WriteHalf<DuplexStream>, request: &[u8]) -> WriteHalf<DuplexStream> {
    let _ = say.write_all(request).await;
    say
}

/// Listens to one whole answer. When its head is there, nothing further is wanted, and its end is the end of the connection.
async fn listen(
    mut hear: ReadHalf<DuplexStream>,
    stop: &watch::Sender<Phase>,
) -> io::Result<Vec<u8>> {
    const HEAD_END: &[u8] = b"\r\n\r\n";
    let mut answer = Vec::new();
    loop {
        if hear.read_buf(&mut answer).await? == 0 {
            return match answer.is_empty() {
                true => Err(io::ErrorKind::UnexpectedEof.into()),
                false => Ok(answer),
            };
        }
        while let Some(at) = memchr::memmem::find(&answer, HEAD_END) {
            if !answer.starts_with(b"HTTP/1.1 100 ") {
                stop.send_replace(Phase::Draining);
                break;
            }
            answer.drain(..at + HEAD_END.len());
        }
    }
}

/// Lines of the log, kept.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.extend_from_slice(octets);
        Ok(octets.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
