//! `plan explain`: what a rule of `plan check` finds and why.

use anyhow::{Result, anyhow};
use plan::check::{docs, registry};

use crate::{args::Explain, output};

/// Runs `plan explain`.
pub(crate) fn run(args: &Explain) -> Result<()> {
    let Some(code) = &args.code else {
        return output::print(&if args.page { docs::page() } else { docs::list() });
    };
    let rule = registry::find(code).ok_or_else(|| anyhow!("{}", registry::unknown(code)))?;
    output::print(&docs::explain(rule))
}
