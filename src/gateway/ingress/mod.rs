//! Clients: listening, guarding, answering, and stopping without losing anybody.
//!
//! Each thread has its own runtime, its own listening sockets (`SO_REUSEPORT`: the kernel spreads connections) and its own
//! pool of backend connections. A request stays on the thread that accepted it, so whatever serves it needs no lock.

mod desk;
mod framer;
mod guard;
mod head;
mod memory;
mod refusal;
mod service;
mod target;

pub use guard::Patience;
pub use memory::{Overheard, overhear};

use super::exchange::{Body, ReceivedBy};
use super::observe::access::{AccessLog, LAG, Pen, Pens};
use super::observe::diagnostics::{Level, log};
use super::upstream::{Capacity, Pool};
use framer::Framer;
use guard::Guard;
use head::Bounds;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use service::{Core, Session};
use std::cell::Cell;
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener as Probe};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;
use tokio::task::LocalSet;

/// What answers requests; each thread has a clone.
pub trait Chain: Clone + Send + 'static {
    /// Answers one request, with backends to ask. What it answers keeps the extensions of a backend's answer.
    fn answer(
        &self,
        upstream: &Pool,
        request: Request<Body>,
    ) -> impl Future<Output = Response<Body>>;
}

/// How to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Addresses to listen on; port 0 takes a free one.
    pub listen: Vec<SocketAddr>,
    /// Threads that serve.
    pub threads: usize,
    /// Longest request line, in bytes.
    pub max_initial_line: usize,
    /// Largest head without its request line, in bytes.
    pub max_header_size: usize,
    /// Whether paths lose their dot segments before they are matched.
    pub normalize_path: bool,
    /// Whether backends learn the address of the client in `X-Forwarded-For`.
    pub forwarded_for: bool,
    /// How long clients may take.
    pub patience: Patience,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            listen: vec![SocketAddr::from(([0, 0, 0, 0], 8082))],
            threads: 1,
            max_initial_line: 4_096,
            max_header_size: 8_192,
            normalize_path: true,
            forwarded_for: true,
            patience: Patience {
                head: Duration::from_secs(10),
                body: Duration::from_secs(30),
                idle: Duration::from_secs(60),
                write: Duration::from_secs(60),
            },
        }
    }
}

/// A server at work.
#[derive(Debug)]
pub struct Running {
    addresses: Vec<SocketAddr>,
    stop: watch::Sender<Phase>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Serving,
    Draining,
    Over,
}

/// Starts serving. All addresses are bound when this returns.
///
/// # Errors
///
/// When an address cannot be bound, or a thread cannot be started.
pub fn serve<C: Chain>(options: Options, chain: &C, access: &AccessLog) -> io::Result<Running> {
    let threads = options.threads.max(1);
    let addresses = options
        .listen
        .iter()
        .map(|&address| probe(address))
        .collect::<io::Result<Vec<_>>>()?;
    let options = Arc::new(options);
    let capacity = Capacity::new(threads);
    let (stop, phase) = watch::channel(Phase::Serving);
    let (ready, started) = channel();
    let mut running = Running {
        addresses: addresses.clone(),
        stop,
        threads: Vec::new(),
    };
    for number in 0..threads {
        let seed = Seed {
            number,
            addresses: addresses.clone(),
            options: Arc::clone(&options),
            chain: chain.clone(),
            capacity: capacity.clone(),
            pens: access.pens(),
            phase: phase.clone(),
        };
        let ready = ready.clone();
        let thread = std::thread::Builder::new().name(format!("gateway-{number}"));
        running
            .threads
            .push(thread.spawn(move || seed.grow(&ready))?);
    }
    drop(ready);
    for result in started.iter().take(threads) {
        if let Err(error) = result {
            running.stop.send_replace(Phase::Over);
            return Err(error);
        }
    }
    Ok(running)
}

/// Says whether the address is free, and which port it has. Listening side by side would let two gateways share an address
/// without a word, so it is bound alone first.
fn probe(address: SocketAddr) -> io::Result<SocketAddr> {
    let named = |error: io::Error| {
        io::Error::new(error.kind(), format!("cannot listen on {address}: {error}"))
    };
    Probe::bind(address)
        .and_then(|probe| probe.local_addr())
        .map_err(named)
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    /// Connections that may wait to be accepted.
    const BACKLOG: u32 = 1024;
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    socket.set_reuseaddr(true)?;
    socket.set_reuseport(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// Stops accepting, lets requests under way end, and closes what is left after `limit`.
    pub fn drain(self, limit: Duration) {
        /// How often it is looked whether all is said.
        const LOOK: Duration = Duration::from_millis(5);
        self.stop.send_replace(Phase::Draining);
        let start = Instant::now();
        while start.elapsed() < limit && !self.threads.iter().all(JoinHandle::is_finished) {
            std::thread::sleep(LOOK);
        }
        self.stop.send_replace(Phase::Over);
        for thread in self.threads {
            // A thread that panicked has said so.
            let _ = thread.join();
        }
    }
}

/// What a thread begins with.
struct Seed<C> {
    number: usize,
    addresses: Vec<SocketAddr>,
    options: Arc<Options>,
    chain: C,
    capacity: Capacity,
    pens: Pens,
    phase: watch::Receiver<Phase>,
}

impl<C: Chain> Seed<C> {
    fn grow(self, ready: &Sender<io::Result<()>>) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let runtime = match runtime {
            Ok(runtime) => runtime,
            Err(error) => return report(ready, Err(error)),
        };
        let tasks = LocalSet::new();
        tasks.block_on(&runtime, async {
            let listeners = self.addresses.iter().map(|&address| listen(address));
            match listeners.collect::<io::Result<Vec<_>>>() {
                Ok(listeners) => {
                    report(ready, Ok(()));
                    self.run(listeners).await;
                }
                Err(error) => report(ready, Err(error)),
            }
        });
    }

    async fn run(self, listeners: Vec<TcpListener>) {
        let core = Rc::new(Core {
            chain: self.chain,
            pool: Pool::new(self.capacity, self.number),
            pen: self.pens.pen(),
            options: self.options,
            draining: Cell::new(false),
        });
        let mut phase = self.phase;
        let (alive, mut over) = tokio::sync::mpsc::channel::<Infallible>(1);
        let pool = core.pool.clone();
        tokio::task::spawn_local(async move { pool.look_after().await });
        tokio::task::spawn_local(flush(core.pen.clone()));
        let accepting: Vec<_> = listeners
            .into_iter()
            .enumerate()
            .map(|(server, listener)| {
                let (core, phase, alive) = (Rc::clone(&core), phase.clone(), alive.clone());
                tokio::task::spawn_local(accept(listener, ReceivedBy(server), core, phase, alive))
            })
            .collect();
        drop(alive);
        // An error says that nobody can stop us any more: the same as being told to.
        let _ = phase.wait_for(|phase| *phase != Phase::Serving).await;
        core.draining.set(true);
        for task in accepting {
            task.abort();
        }
        tokio::select! {
            _ = over.recv() => {}
            _ = phase.wait_for(|phase| *phase == Phase::Over) => {}
        }
        core.pen.flush();
    }
}

fn report(ready: &Sender<io::Result<()>>, result: io::Result<()>) {
    // Nobody listens any more where another thread failed first.
    let _ = ready.send(result);
}

async fn flush(pen: Pen) {
    if !pen.is_on() {
        return;
    }
    loop {
        tokio::time::sleep(LAG).await;
        pen.flush();
    }
}

async fn accept<C: Chain>(
    listener: TcpListener,
    server: ReceivedBy,
    core: Rc<Core<C>>,
    phase: watch::Receiver<Phase>,
    alive: tokio::sync::mpsc::Sender<Infallible>,
) {
    /// How long to wait when there are no more descriptors: closing connections frees some.
    const RELIEF: Duration = Duration::from_millis(50);
    let Ok(local) = listener.local_addr() else {
        return;
    };
    let mut told = false;
    loop {
        match listener.accept().await {
            Ok((stream, remote)) => {
                told = false;
                // Without it answers are only later.
                let _ = stream.set_nodelay(true);
                let local = stream.local_addr().unwrap_or(local);
                let session = Session::new(Rc::clone(&core), remote, local, server);
                let alive = alive.clone();
                let phase = phase.clone();
                tokio::task::spawn_local(async move {
                    converse(stream, session, phase).await;
                    drop(alive);
                });
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                if !std::mem::replace(&mut told, true) {
                    log(Level::Error, format!("cannot accept on {local}: {error}"));
                }
                tokio::time::sleep(RELIEF).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    [
        ConnectionAborted,
        ConnectionRefused,
        ConnectionReset,
        Interrupted,
    ]
    .contains(&error.kind())
}

/// All requests of one client, until either side has enough.
async fn converse<C: Chain>(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    session: Session<C>,
    mut phase: watch::Receiver<Phase>,
) {
    /// Octets that wait for a client that reads slowly, or for a chain that is slow to take a body.
    const BUFFER: usize = 64 << 10;
    let options = &session.core.options;
    let bounds = Bounds {
        line: options.max_initial_line,
        fields: options.max_header_size,
    };
    let desk = Arc::clone(&session.desk);
    let guard = Guard::new(stream, Framer::new(bounds), desk, options.patience);
    let session = Rc::new(session);
    let service = service_fn(move |request: Request<Incoming>| {
        let session = Rc::clone(&session);
        async move { Ok::<_, Infallible>(session.answer(request).await) }
    });
    let connection = http1::Builder::new()
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(guard), service)
        .with_upgrades();
    let mut connection = pin!(connection);
    // How a connection ends is in the log already, request by request.
    tokio::select! {
        biased;
        _ = connection.as_mut() => return,
        _ = phase.wait_for(|phase| *phase != Phase::Serving) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = connection.await;
}
