//! A line on standard error that says how far long work has come: on a terminal only, and only where it takes a while.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Work shorter than this is not worth a line.
const SILENT: Duration = Duration::from_millis(700);
/// How often the line changes.
const STEP: Duration = Duration::from_millis(150);

/// Counts articles; the line goes away with it.
pub(super) struct Progress {
    state: Option<Mutex<State>>,
}

struct State {
    total: usize,
    done: usize,
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Progress over so many articles.
    pub(super) fn of(total: usize, quiet: bool) -> Self {
        let wanted = !quiet && io::stderr().is_terminal();
        let state = || Mutex::new(State { total, done: 0, next: Instant::now() + SILENT, shown: false });
        Self { state: wanted.then(state) }
    }

    /// One article more.
    pub(super) fn tick(&self) {
        if let Some(mut state) = self.state.as_ref().and_then(|state| state.lock().ok()) {
            state.tick(Instant::now());
        }
    }
}

impl State {
    fn tick(&mut self, now: Instant) {
        self.done += 1;
        if now >= self.next {
            (self.next, self.shown) = (now + STEP, true);
            let _ = write!(io::stderr(), "\r\u{1b}[K{} of {} articles", self.done, self.total);
        }
    }
}

impl Drop for State {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
