//! Follows a folder: says when something in it has changed and then been left alone for a moment.
//!
//! Editors and orchestrators replace files and whole folders, so the folder is watched from outside too. Where the system
//! cannot watch, the folder is looked at every second.

use crate::gateway::observe::diagnostics::{Level, log};
use notify::event::EventKind;
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a folder must be left alone: whoever writes files writes several.
const CALM: Duration = Duration::from_millis(200);

/// A folder that never comes to rest is read all the same.
const RESTLESS: Duration = Duration::from_secs(2);

/// A watched folder.
pub(super) struct Watch {
    stop: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

enum Message {
    Changed(Event),
    Stop,
}

impl Watch {
    /// Calls `changed`, on a thread of its own, whenever something has changed.
    pub(super) fn start(dir: &Path, changed: impl Fn() + Send + 'static) -> Option<Watch> {
        let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
        let (sender, receiver) = channel();
        let watcher = match watcher(&dir, &sender) {
            Ok(watcher) => watcher,
            Err(error) => {
                log(
                    Level::Error,
                    format!("{} cannot be watched: {error}", dir.display()),
                );
                return None;
            }
        };
        let thread = std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || follow(&dir, watcher, &receiver, changed));
        Some(Watch {
            stop: sender,
            thread: thread.ok(),
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Where the thread is gone already there is nothing to stop.
        let _ = self.stop.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn watcher(dir: &Path, sender: &Sender<Message>) -> notify::Result<Box<dyn Watcher + Send>> {
    let report = |sender: Sender<Message>| {
        move |event: notify::Result<Event>| {
            if let Ok(event) = event {
                // Nobody listens any more where the gateway stops.
                let _ = sender.send(Message::Changed(event));
            }
        }
    };
    let mut native = RecommendedWatcher::new(report(sender.clone()), Config::default())?;
    match attach(&mut native, dir) {
        Ok(()) => Ok(Box::new(native)),
        Err(error) => {
            let why = format!("{error}; looking every second instead");
            log(Level::Warning, format!("{}: {why}", dir.display()));
            let every = Config::default().with_poll_interval(Duration::from_secs(1));
            let mut polling = PollWatcher::new(report(sender.clone()), every)?;
            polling.watch(dir, RecursiveMode::Recursive)?;
            Ok(Box::new(polling))
        }
    }
}

fn attach(watcher: &mut dyn Watcher, dir: &Path) -> notify::Result<()> {
    watcher.watch(dir, RecursiveMode::Recursive)?;
    if let Some(parent) = dir.parent() {
        // Only a folder that is replaced is missed without it.
        let _ = watcher.watch(parent, RecursiveMode::NonRecursive);
    }
    Ok(())
}

fn follow(
    dir: &Path,
    mut watcher: Box<dyn Watcher + Send>,
    receiver: &Receiver<Message>,
    changed: impl Fn(),
) {
    while let Ok(Message::Changed(event)) = receiver.recv() {
        let Some(mut replaced) = concern(dir, &event) else {
            continue;
        };
        match calm(dir, receiver) {
            Some(again) => replaced |= again,
            None => return,
        }
        if replaced {
            // The old watch looks at a folder that is gone; where there is none yet, its making is seen from outside.
            let _ = watcher.unwatch(dir);
            let _ = watcher.watch(dir, RecursiveMode::Recursive);
        }
        changed();
    }
}

/// Waits until nothing happens any more, and says whether the folder itself was replaced; `None` when it is time to stop.
fn calm(dir: &Path, receiver: &Receiver<Message>) -> Option<bool> {
    let begin = Instant::now();
    let mut replaced = false;
    while begin.elapsed() < RESTLESS {
        match receiver.recv_timeout(CALM) {
            Ok(Message::Changed(event)) => replaced |= concern(dir, &event).unwrap_or(false),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => return Some(replaced),
        }
    }
    Some(replaced)
}

/// Whether the event changes what is in the folder, and then whether it is about the folder itself.
fn concern(dir: &Path, event: &Event) -> Option<bool> {
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let inside = |path: &PathBuf| path.starts_with(dir);
    event
        .paths
        .iter()
        .any(inside)
        .then(|| event.paths.iter().any(|path| path == dir))
}
