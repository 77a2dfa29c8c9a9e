//! `plan completions` and `plan man`: what a package ships beside the binary, made from the arguments themselves.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::{args::Cli, output};

/// Runs `plan completions`.
pub(crate) fn completions(shell: Shell) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "plan", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}

/// Runs `plan man`: the manual page of the program, those of its commands below it.
pub(crate) fn man() -> Result<()> {
    let mut command = Cli::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let man = clap_mangen::Man::new(sub.clone());
        page.extend(format!(".SH \"PLAN {}\"\n", sub.get_name().to_uppercase()).into_bytes());
        man.render_description_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    output::print(&String::from_utf8_lossy(&page))
}
