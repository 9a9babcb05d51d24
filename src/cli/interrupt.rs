//! Ctrl-C: the first asks for an end, and what is done so far is reported; the second ends at once.

use std::sync::atomic::{AtomicBool, Ordering};

use super::output;

/// The status of a run that Ctrl-C ended, as shells have it: 128 and the number of the signal.
pub(super) const INTERRUPTED: u8 = 130;

/// What comes after Ctrl-C where a report does.
pub(super) const REPORTING: &str = "reporting on what is done";

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C asks rather than ends, and `words` say what comes. Where the system cannot do that, it ends as ever.
pub(super) fn listen(words: &'static str) {
    let _ = ctrlc::set_handler(move || {
        if ASKED.swap(true, Ordering::Relaxed) {
            end();
        }
        output::say(&format!("\ninterrupted: {words}; Ctrl-C again ends at once"));
    });
}

/// Whether somebody asked for an end.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Ends the program here: nothing that was begun has to be put away.
#[allow(clippy::exit)]
fn end() {
    std::process::exit(i32::from(INTERRUPTED));
}
