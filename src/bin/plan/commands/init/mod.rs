//! `plan init`: what a repository of plan texts needs to be checked: a config, a workflow, expectations of each text.
//!
//! What is there already is kept and said.

use std::{fs, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};
use plan::source::Overrides;

use super::check::{beside, write_expect};
use crate::{
    args::{Init, Lookup},
    corpus::Item,
    documents, file, input, output,
};

/// Where plan texts are looked for when the command does not say.
const SEEDS: &str = "seeds";

const CONFIG: &str = include_str!("plan.yaml");
const WORKFLOW: &str = include_str!("workflow.yml");

/// Runs `plan init`.
///
/// # Errors
/// Where the folder of texts is not there or not below the repository's, or a file cannot be written. A text that cannot be
/// read costs itself alone.
pub(crate) fn run(args: &Init) -> Result<ExitCode> {
    let folder = &args.folder;
    if !folder.is_dir() {
        bail!("{}: there is no such folder; name the repository of the plan texts", folder.display());
    }
    let texts = args.texts.clone().unwrap_or_else(|| if folder.join(SEEDS).is_dir() { SEEDS } else { "." }.into());
    if texts.is_absolute() || !folder.join(&texts).is_dir() {
        bail!("{}: no such folder below {}; name the one that holds the plan texts", texts.display(), folder.display());
    }
    let named = input::name(&texts).into_owned();
    let below = if named == "." { String::new() } else { format!("{named}/") };
    draft(&folder.join("plan.yaml"), &CONFIG.replace("{paths}", &named).replace("{below}", &below))?;
    let workflow = WORKFLOW.replace("{version}", env!("CARGO_PKG_VERSION"));
    draft(&folder.join(".github/workflows/plans.yml"), &workflow)?;
    let whole = expectations(&folder.join(texts))?;
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// Drafts the expectations of each text in `folder`; whether all of them could be read.
fn expectations(folder: &Path) -> Result<bool> {
    let found = documents::find(&[folder.to_path_buf()], &Lookup::default())?;
    let mut whole = true;
    for path in &found.documents {
        let (there, item) = (beside(path, "expect.yaml"), Item::file(path));
        if there.exists() {
            kept(&there);
        } else if let Err(error) =
            input::reading(&item, Overrides::default()).and_then(|read| write_expect(&item, &read))
        {
            output::complain(&error);
            whole = false;
        }
    }
    found.failures.iter().for_each(|failure| output::complain(&failure.error));
    Ok(whole && found.failures.is_empty())
}

/// Writes `text` to `path` unless something is there.
fn draft(path: &Path, text: &str) -> Result<()> {
    if path.exists() {
        kept(path);
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).with_context(|| format!("{}: this folder could not be made", folder.display()))?;
    }
    file::write(path, text.as_bytes())?;
    output::say(&format!("plan: {} written", path.display()));
    Ok(())
}

fn kept(path: &Path) {
    output::say(&format!("plan: {} is there already and is kept", path.display()));
}
