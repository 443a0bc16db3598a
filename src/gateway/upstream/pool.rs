//! Which connections there are, and who may have one.
//!
//! Each thread keeps its own idle connections, so the usual request finds one without waiting for another thread. How many
//! there may be is counted over all threads: a permit for each request under way, first come, first served, and where idle
//! connections of other threads stand in the way of a new one, one of those is closed.

use super::connection::{Connection, open};
use crate::gateway::exchange::{HttpOptions, Target, UpstreamError};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout};

/// Everything that makes one connection differ from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    tls: bool,
    host: Arc<str>,
    port: u16,
    options: Arc<HttpOptions>,
}

impl Key {
    fn of(target: &Target) -> Self {
        Key {
            tls: target.tls,
            host: Arc::clone(&target.host),
            port: target.port,
            options: Arc::clone(&target.options),
        }
    }
}

/// What all threads share of one backend.
#[derive(Debug)]
pub(crate) struct Gate {
    permits: Arc<Semaphore>,
    most: usize,
    /// Connections that are open, idle ones included.
    open: Arc<AtomicUsize>,
    /// Idle connections, thread by thread, those used last at the end.
    shelves: Box<[Mutex<Vec<Connection>>]>,
}

impl Gate {
    fn new(most: usize, threads: usize) -> Self {
        let most = most.clamp(1, Semaphore::MAX_PERMITS);
        Gate {
            permits: Arc::new(Semaphore::new(most)),
            most,
            open: Arc::default(),
            shelves: (0..threads).map(|_| Mutex::default()).collect(),
        }
    }

    fn shelf(&self, thread: usize) -> MutexGuard<'_, Vec<Connection>> {
        let shelf = &self.shelves[thread];
        shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a connection that is about to be opened, and makes room for it.
    fn count(&self) -> Open {
        let before = self.open.fetch_add(1, Ordering::AcqRel);
        if before >= self.most {
            let victim = (0..self.shelves.len()).find_map(|thread| self.shelf(thread).pop());
            drop(victim);
        }
        Open(Arc::clone(&self.open))
    }

    /// Closes idle connections that are over their time or that the backend has closed.
    fn sweep(&self, thread: usize, now: Instant) -> bool {
        let mut shelf = self.shelf(thread);
        shelf.retain(|connection| connection.is_usable(now));
        shelf.is_empty()
    }
}

/// A connection that is open counts until it is dropped.
#[derive(Debug)]
pub(crate) struct Open(Arc<AtomicUsize>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The right to use one connection, and where to leave it afterwards.
#[derive(Debug)]
pub(crate) struct Lease {
    gate: Arc<Gate>,
    thread: usize,
    _permit: OwnedSemaphorePermit,
}

impl Lease {
    /// Keeps a connection for the next request; the permit goes to whoever waits, who finds it there.
    pub(crate) fn give_back(self, connection: Connection) {
        self.gate.shelf(self.thread).push(connection);
    }
}

/// What the pools of all threads share.
#[derive(Clone, Debug)]
pub struct Capacity {
    threads: usize,
    gates: Arc<Mutex<HashMap<Key, Arc<Gate>>>>,
}

impl Capacity {
    /// For so many threads.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        Capacity {
            threads: threads.max(1),
            gates: Arc::default(),
        }
    }

    fn gate(&self, key: &Key) -> Arc<Gate> {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        let gate = gates
            .entry(key.clone())
            .or_insert_with(|| Arc::new(Gate::new(key.options.max_connections, self.threads)));
        Arc::clone(gate)
    }

    /// Forgets backends that no thread knows any more.
    fn forget(&self) {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        gates.retain(|_, gate| Arc::strong_count(gate) > 1);
    }
}

/// The pool of one thread.
#[derive(Clone, Debug)]
pub struct Pool {
    capacity: Capacity,
    thread: usize,
    known: Rc<RefCell<HashMap<Key, Known, lru::DefaultHasher>>>,
}

#[derive(Debug)]
struct Known {
    gate: Arc<Gate>,
    used: bool,
}

/// How often idle connections are looked after.
const SWEEP: Duration = Duration::from_secs(1);

impl Pool {
    /// The pool of the thread with this number.
    ///
    /// # Panics
    ///
    /// When the capacity was made for fewer threads.
    #[must_use]
    pub fn new(capacity: Capacity, thread: usize) -> Self {
        assert!(
            thread < capacity.threads,
            "a thread of its own for each pool"
        );
        Pool {
            capacity,
            thread,
            known: Rc::default(),
        }
    }

    /// Closes what is over its time, for as long as it is polled.
    pub async fn look_after(&self) {
        loop {
            tokio::time::sleep(SWEEP).await;
            self.sweep();
        }
    }

    fn sweep(&self) {
        let now = Instant::now();
        let mut known = self.known.borrow_mut();
        let before = known.len();
        known.retain(|_, backend| {
            let empty = backend.gate.sweep(self.thread, now);
            std::mem::take(&mut backend.used) || !empty || Arc::strong_count(&backend.gate) > 2
        });
        if known.len() < before {
            self.capacity.forget();
        }
    }

    fn gate(&self, target: &Target) -> Arc<Gate> {
        let key = Key::of(target);
        let mut known = self.known.borrow_mut();
        if let Some(backend) = known.get_mut(&key) {
            backend.used = true;
            return Arc::clone(&backend.gate);
        }
        let gate = self.capacity.gate(&key);
        let backend = Known {
            gate: Arc::clone(&gate),
            used: true,
        };
        known.insert(key, backend);
        gate
    }

    /// A connection to the backend: an idle one if there is any.
    pub(crate) async fn obtain(
        &self,
        target: &Target,
        start: Instant,
    ) -> Result<Connection, UpstreamError> {
        let gate = self.gate(target);
        let permit = permit(&gate, &target.options).await?;
        let lease = Lease {
            gate,
            thread: self.thread,
            _permit: permit,
        };
        loop {
            let idle = lease.gate.shelf(self.thread).pop();
            match idle {
                Some(idle) if idle.is_usable(Instant::now()) => return Ok(idle.lent(lease)),
                Some(_) => {}
                None => return self.connect(target, lease, start).await,
            }
        }
    }

    /// A new connection.
    pub(crate) async fn connect(
        &self,
        target: &Target,
        lease: Lease,
        start: Instant,
    ) -> Result<Connection, UpstreamError> {
        let limit = limit(&target.options).saturating_sub(start.elapsed());
        let counted = lease.gate.count();
        match timeout(limit, open(&target.host, target.port)).await {
            Ok(Ok(stream)) => Ok(Connection::new(stream, counted).lent(lease)),
            Ok(Err(error)) => Err(UpstreamError::Connect(error.to_string())),
            Err(_) => Err(UpstreamError::ConnectTimeout),
        }
    }
}

async fn permit(gate: &Gate, options: &HttpOptions) -> Result<OwnedSemaphorePermit, UpstreamError> {
    if let Ok(permit) = Arc::clone(&gate.permits).try_acquire_owned() {
        return Ok(permit);
    }
    match timeout(limit(options), Arc::clone(&gate.permits).acquire_owned()).await {
        Ok(Ok(permit)) => Ok(permit),
        // The semaphore is never closed.
        Ok(Err(_)) | Err(_) => Err(UpstreamError::Exhausted),
    }
}

/// Longest time until there is a connection: the read timeout runs meanwhile.
fn limit(options: &HttpOptions) -> Duration {
    /// Stands for no limit.
    const EVER: Duration = Duration::from_secs(365 * 24 * 3600);
    [options.connect_timeout, options.read_timeout]
        .into_iter()
        .filter(|limit| !limit.is_zero())
        .min()
        .unwrap_or(EVER)
}
