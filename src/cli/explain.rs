//! `explain`: why, and why not.

use anyhow::Result;

use super::args::Explain;

/// Runs `explain`.
pub(super) fn run(_: &Explain) -> Result<()> {
    Ok(())
}
