//! `plan scan`: the mention layer alone.

use anyhow::{Result, bail};

/// Runs `plan scan` over `texts`.
pub(crate) fn run(_texts: &[String]) -> Result<()> {
    bail!("scan is not part of this build")
}
