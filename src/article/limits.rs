//! How much of one file is read at the most.

use std::time::Duration;

/// Bounds on one file. What exceeds them is named, skipped and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes.
    pub size: u64,
    /// How deep the elements of a web page may nest.
    pub depth: usize,
    /// How long the parsing of a web page may take, and as long the reading of its text.
    pub time: Duration,
}

impl Default for Limits {
    /// 64 MiB; 512 elements, as deep as browsers go; 20 seconds.
    fn default() -> Self {
        Self { size: 64 << 20, depth: 512, time: Duration::from_secs(20) }
    }
}
