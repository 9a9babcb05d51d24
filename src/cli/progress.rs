//! A bar on standard error that says how far long work has come and how long it may take: on a terminal only, and only where it
//! takes a while.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Work shorter than this is not worth a line.
const SILENT: Duration = Duration::from_millis(700);
/// How often the line changes.
const STEP: Duration = Duration::from_millis(150);
/// Columns of the bar.
const BAR: usize = 24;

/// Counts articles; the line goes away with it.
pub(super) struct Progress {
    state: Option<Mutex<State>>,
}

struct State {
    total: usize,
    done: usize,
    began: Instant,
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Progress over so many articles.
    pub(super) fn of(total: usize, quiet: bool) -> Self {
        let wanted = !quiet && io::stderr().is_terminal();
        Self { state: wanted.then(|| Mutex::new(State::new(total, Instant::now()))) }
    }

    /// One article more.
    pub(super) fn tick(&self) {
        if let Some(mut state) = self.state.as_ref().and_then(|state| state.lock().ok()) {
            state.tick(Instant::now());
        }
    }
}

impl State {
    fn new(total: usize, now: Instant) -> Self {
        Self { total, done: 0, began: now, next: now + SILENT, shown: false }
    }

    fn tick(&mut self, now: Instant) {
        self.done += 1;
        if now >= self.next {
            (self.next, self.shown) = (now + STEP, true);
            let _ = write!(io::stderr(), "\r\u{1b}[K{}", self.line(now));
        }
    }

    /// "[######..................] 120 of 400 articles, 14 s left"
    fn line(&self, now: Instant) -> String {
        let full = (self.done * BAR).checked_div(self.total).unwrap_or(BAR).min(BAR);
        let bar = "#".repeat(full) + &".".repeat(BAR - full);
        let rest = u32::try_from(self.total.saturating_sub(self.done)).unwrap_or(u32::MAX);
        let done = u32::try_from(self.done).unwrap_or(u32::MAX);
        let left = (now - self.began).saturating_mul(rest).checked_div(done).unwrap_or_default();
        format!("[{bar}] {} of {} articles, {} left", self.done, self.total, shown(left))
    }
}

fn shown(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..=99 => format!("{seconds} s"),
        seconds => format!("{} min", seconds.div_ceil(60)),
    }
}

impl Drop for State {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_tells_how_far_and_how_long() {
        let began = Instant::now();
        let state = State { done: 100, ..State::new(400, began) };
        let line = state.line(began + Duration::from_secs(10));
        assert_eq!(line, "[######..................] 100 of 400 articles, 30 s left");
        let late = State { done: 1, ..State::new(400, began) }.line(began + Duration::from_secs(10));
        assert_eq!(late, "[........................] 1 of 400 articles, 67 min left");
    }
}
