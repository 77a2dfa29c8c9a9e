//! What holds for a document: its config, and the files beside it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Result, anyhow};
use plan::check::{Config, Levels, Terms, expect::Expectations, suppress};

use super::files;
use crate::{args::Check, input};

/// A config with the place it was read from.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) config: Config,
    pub(super) path: Option<PathBuf>,
}

/// The configs that were read, by folder.
pub(super) struct Project<'a> {
    args: &'a Check,
    configs: HashMap<PathBuf, Rc<Placed>>,
}

impl<'a> Project<'a> {
    pub(super) fn new(args: &'a Check) -> Self {
        Self { args, configs: HashMap::new() }
    }

    /// The config that holds in `folder`.
    pub(super) fn config(&mut self, folder: &Path) -> Result<Rc<Placed>> {
        if let Some(known) = self.configs.get(folder) {
            return Ok(known.clone());
        }
        let path = self.args.config.clone().or_else(|| files::config_above(folder));
        let placed = Rc::new(match path {
            None => Placed::default(),
            Some(path) => {
                let name = path.display().to_string();
                let config = Config::parse(&input::text(&path)?, &name).map_err(|error| anyhow!("{name}: {error}"))?;
                Placed { config, path: Some(path) }
            }
        });
        self.configs.insert(folder.to_path_buf(), placed.clone());
        Ok(placed)
    }

    /// What `path` is checked by.
    pub(super) fn terms(&mut self, path: &Path) -> Result<Terms> {
        let placed = self.config(path.parent().unwrap_or(Path::new("")))?;
        let levels = levels(self.args, &placed.config.levels)?;
        let config = placed.config.ignored(&files::below_config(path, placed.path.as_deref()));
        let mut terms = Terms { levels, period: placed.config.period, config, ..Terms::default() };
        if path == Path::new("-") {
            return Ok(terms);
        }
        let expect = files::beside(path, "expect.yaml");
        if let Some(text) = files::text_if_there(&expect)? {
            let read = Expectations::parse(&text).map_err(|error| anyhow!("{}: {error}", expect.display()))?;
            terms.expectations = Some(read);
        }
        let ignore = files::beside(path, "plan-ignore.yaml");
        if let Some(text) = files::text_if_there(&ignore)? {
            let name = files::slashed(&ignore);
            terms.beside = suppress::parse(&text, &name).map_err(|error| anyhow!("{name}: {error}"))?;
        }
        Ok(terms)
    }
}

/// The config's levels with what the command line selects and leaves out.
fn levels(args: &Check, config: &Levels) -> Result<Levels> {
    let mut levels = config.clone();
    levels.select(&args.select).map_err(|error| anyhow!("--select: {error}"))?;
    levels.ignore(&args.ignore).map_err(|error| anyhow!("--ignore: {error}"))?;
    Ok(levels)
}
