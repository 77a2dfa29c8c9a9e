//! `plan explain`: what a rule of `plan check`, or one of a number's verdict, finds and why.

use anyhow::{Result, bail};
use plan::{
    check::{docs, registry},
    commitment::verdict,
};

use crate::{
    args::{Explain, Page},
    output,
};

/// Runs `plan explain`.
pub(crate) fn run(args: &Explain) -> Result<()> {
    let Some(code) = &args.code else {
        return output::print(&match args.page {
            Some(Page::Rules) => docs::page(),
            Some(Page::Verdicts) => verdict::docs::page(),
            Some(Page::Indicators) => plan::render::indicators::page(),
            None => {
                format!("{}\nVerdicts on numbers (plan extract --rejected):\n\n{}", docs::list(), verdict::docs::list())
            }
        });
    };
    if let Some(rule) = registry::find(code) {
        return output::print(&docs::explain(rule));
    }
    match verdict::find(code) {
        Some(rule) => output::print(&verdict::docs::explain(rule)),
        None => bail!("{}", registry::unknown(code)),
    }
}
