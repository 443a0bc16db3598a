//! Scripted backends, raw clients, and a chain that only forwards.

use gravitee_el::gateway::exchange::{
    Body, BodyError, CloseConnection, HttpOptions, Report, Target, Upstream, UpstreamError, empty,
};
use gravitee_el::gateway::ingress::{Chain, Options, Patience, Running, serve};
use gravitee_el::gateway::observe::access::{AccessLog, Format};
use gravitee_el::gateway::upstream::Pool;
use http::{Request, Response, StatusCode};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longer than anything here takes, so that a test that hangs fails.
pub const LONG: Duration = Duration::from_secs(20);

/// A backend whose connections are each served by a script on a thread.
pub struct Backend {
    pub address: SocketAddr,
    pub connections: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
}

impl Backend {
    /// The script gets the number of the connection and the connection.
    pub fn start(script: impl Fn(usize, TcpStream) + Send + Sync + 'static) -> Self {
        Backend::start_at(([127, 0, 0, 1], 0).into(), script)
    }

    pub fn start_at(
        address: SocketAddr,
        script: impl Fn(usize, TcpStream) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(address).expect("a port is free");
        let backend = Backend {
            address: listener.local_addr().expect("it is bound"),
            connections: Arc::default(),
            stopped: Arc::default(),
        };
        let (connections, stopped) = (
            Arc::clone(&backend.connections),
            Arc::clone(&backend.stopped),
        );
        let script = Arc::new(script);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                stream
                    .set_read_timeout(Some(LONG))
                    .expect("a limit is fine");
                stream.set_nodelay(true).expect("sockets know it");
                let number = connections.fetch_add(1, Ordering::SeqCst);
                let script = Arc::clone(&script);
                std::thread::spawn(move || script(number, stream));
            }
        });
        backend
    }

    pub fn count(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees that it is over.
        drop(TcpStream::connect(self.address));
    }
}

/// A request as a backend got it.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub line: String,
    pub fields: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn field(&self, name: &str) -> Vec<&str> {
        let named = self.fields.iter().filter(|(known, _)| known == name);
        named.map(|(_, value)| value.as_str()).collect()
    }
}

/// Reads a whole request, strictly; `None` when the connection ends before.
pub fn read_request(stream: &mut TcpStream) -> Option<Seen> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(read_octet(stream)?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.trim_end().split("\r\n");
    let mut seen = Seen {
        line: lines.next()?.to_owned(),
        ..Seen::default()
    };
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let field = (name.to_ascii_lowercase(), value.trim().to_owned());
        seen.fields.push(field);
    }
    if let [length] = seen.field("content-length")[..] {
        let mut body = vec![0; length.parse().ok()?];
        stream.read_exact(&mut body).ok()?;
        seen.body = body;
    } else if seen.field("transfer-encoding") == ["chunked"] {
        seen.body = read_chunks(stream)?;
    }
    Some(seen)
}

fn read_octet(stream: &mut TcpStream) -> Option<u8> {
    let mut octet = [0];
    stream.read_exact(&mut octet).ok()?;
    Some(octet[0])
}

fn read_chunks(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            line.push(read_octet(stream)?);
        }
        let size = std::str::from_utf8(&line[..line.len() - 2]).ok()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        let mut chunk = vec![0; size + 2];
        stream.read_exact(&mut chunk).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(&chunk[..size]);
    }
}

/// What a backend has seen so far.
pub type Log = Arc<Mutex<Vec<Seen>>>;

/// Answers every whole request with 200 and notes it.
pub fn recorder() -> (Backend, Log) {
    let log = Log::default();
    let seen = Arc::clone(&log);
    let backend = Backend::start(move |_, mut stream| {
        while let Some(request) = read_request(&mut stream) {
            seen.lock().expect("no recorder panics").push(request);
            if stream.write_all(OK).is_err() {
                return;
            }
        }
    });
    (backend, log)
}

pub const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

pub fn options() -> HttpOptions {
    HttpOptions {
        connect_timeout: Duration::from_millis(500),
        read_timeout: Duration::from_secs(5),
        idle_timeout: Duration::from_secs(5),
        keep_alive_timeout: Duration::from_secs(30),
        keep_alive: true,
        max_connections: 100,
    }
}

/// Sends everything to one backend.
#[derive(Clone)]
pub struct Forward(pub Target);

impl Forward {
    pub fn to(address: SocketAddr, options: HttpOptions) -> Self {
        Forward(Target {
            tls: false,
            host: address.ip().to_string().into(),
            port: address.port(),
            options: Arc::new(options),
        })
    }
}

impl Chain for Forward {
    async fn answer(&self, upstream: &Pool, request: Request<Body>) -> Response<Body> {
        let error = match upstream.send(&self.0, request).await {
            Ok(response) => return response,
            Err(error) => error,
        };
        let mut response = Response::new(empty());
        *response.status_mut() = match &error {
            UpstreamError::ConnectTimeout | UpstreamError::ReadTimeout => {
                StatusCode::GATEWAY_TIMEOUT
            }
            UpstreamError::RequestBody(BodyError::TooLarge(_)) => StatusCode::PAYLOAD_TOO_LARGE,
            UpstreamError::RequestBody(_) => StatusCode::BAD_REQUEST,
            UpstreamError::Exhausted => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_GATEWAY,
        };
        response.extensions_mut().insert(CloseConnection);
        response.extensions_mut().insert(Report {
            upstream_status: Some(0),
            warnings: vec![error.to_string()],
            ..Report::default()
        });
        response
    }
}

pub fn patience() -> Patience {
    Patience {
        head: LONG,
        body: LONG,
        idle: LONG,
        write: LONG,
    }
}

pub struct Gateway {
    running: Option<Running>,
    log: Option<AccessLog>,
    lines: Memory,
}

#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Gateway {
    pub fn start<C: Chain>(chain: &C) -> Self {
        Gateway::with(chain, patience(), 1)
    }

    pub fn with<C: Chain>(chain: &C, patience: Patience, threads: usize) -> Self {
        let lines = Memory::default();
        let log = AccessLog::to(lines.clone(), Format::Json).expect("a thread starts");
        let options = Options {
            listen: vec![([127, 0, 0, 1], 0).into()],
            threads,
            patience,
            ..Options::default()
        };
        let running = serve(options, chain, &log).expect("a port is free");
        Gateway {
            running: Some(running),
            log: Some(log),
            lines,
        }
    }

    /// In front of a backend.
    pub fn before(backend: &Backend) -> Self {
        Gateway::start(&Forward::to(backend.address, options()))
    }

    pub fn address(&self) -> SocketAddr {
        self.running.as_ref().expect("it runs").addresses()[0]
    }

    pub fn client(&self) -> Client {
        Client::new(self.address())
    }

    pub fn drain(&mut self, limit: Duration) {
        if let Some(running) = self.running.take() {
            running.drain(limit);
        }
    }

    /// Stops it and gives its access log.
    pub fn into_lines(mut self) -> Vec<serde_json::Value> {
        self.drain(Duration::from_secs(1));
        drop(self.log.take());
        let written = self.lines.0.lock().expect("no writer panics");
        let text = String::from_utf8_lossy(&written);
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a line is JSON"))
            .collect()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.drain(Duration::ZERO);
    }
}

/// One raw connection.
pub struct Client(pub TcpStream);

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
    /// Whether its end was there.
    pub whole: bool,
}

impl Answer {
    pub fn has(&self, field: &str) -> bool {
        let head = self.head.to_ascii_lowercase();
        head.lines().any(|line| line == field)
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the gateway accepts");
        stream.set_nodelay(true).expect("sockets know it");
        stream
            .set_read_timeout(Some(LONG))
            .expect("a limit is fine");
        Client(stream)
    }

    pub fn send(&mut self, text: impl AsRef<[u8]>) {
        self.0.write_all(text.as_ref()).expect("the gateway reads");
    }

    /// Sends what can be sent: a gateway that refuses may close meanwhile.
    pub fn try_send(&mut self, text: impl AsRef<[u8]>) {
        let _ = self.0.write_all(text.as_ref());
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: gw.test\r\n\r\n"));
        self.answer(false)
    }

    /// Everything until `quiet` has passed in silence, or the end; the second says which.
    pub fn until_quiet(&mut self, quiet: Duration) -> (Vec<u8>, bool) {
        self.0
            .set_read_timeout(Some(quiet))
            .expect("a limit is fine");
        let (mut all, mut room) = (Vec::new(), [0; 4096]);
        loop {
            match self.0.read(&mut room) {
                Ok(0) => return (all, true),
                Ok(length) => all.extend_from_slice(&room[..length]),
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => return (all, true),
                Err(_) => return (all, false),
            }
        }
    }

    /// Whether the gateway closes before `limit`.
    pub fn closes_within(&mut self, limit: Duration) -> bool {
        self.until_quiet(limit).1
    }

    /// The next answer; `head` when its body does not come.
    pub fn answer(&mut self, head: bool) -> Answer {
        let mut text = Vec::new();
        while !text.ends_with(b"\r\n\r\n") {
            match read_octet(&mut self.0) {
                Some(octet) => text.push(octet),
                None => panic!("no answer but {:?}", String::from_utf8_lossy(&text)),
            }
        }
        let text = String::from_utf8_lossy(&text).into_owned();
        let status = text[9..12].parse().expect("a status is a number");
        let lower = text.to_ascii_lowercase();
        let mut answer = Answer {
            status,
            head: text,
            body: Vec::new(),
            whole: true,
        };
        let length = lower
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map(|length| length.parse().expect("a length is a number"));
        if head || status < 200 || status == 204 || status == 304 {
            return answer;
        }
        if let Some(length) = length {
            let mut body = Vec::new();
            let read = Read::by_ref(&mut self.0)
                .take(length)
                .read_to_end(&mut body);
            answer.whole = read.is_ok() && body.len() as u64 == length;
            answer.body = body;
        } else if lower.contains("transfer-encoding: chunked") {
            match read_chunks(&mut self.0) {
                Some(body) => answer.body = body,
                None => answer.whole = false,
            }
        } else {
            answer.whole = self.0.read_to_end(&mut answer.body).is_ok();
        }
        answer
    }
}

/// Waits until it is so.
pub fn eventually(what: &str, check: impl Fn() -> bool) {
    let start = Instant::now();
    while !check() {
        assert!(start.elapsed() < LONG, "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
