//! What holds for a document: its config, and the files beside it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Error, Result, anyhow};
use plan::check::{
    Config, Effective, Levels, Terms,
    expect::Expectations,
    suppress::{self, Suppression},
};

use super::files;
use crate::{input, output};

/// A config with the place it was read from.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) config: Config,
    pub(super) path: Option<PathBuf>,
}

/// The configs that were read, by folder.
pub(in crate::commands) struct Project<'a> {
    /// The config that the command names, instead of those above the documents.
    named: Option<&'a Path>,
    select: &'a [String],
    ignore: &'a [String],
    configs: HashMap<PathBuf, Rc<Placed>>,
    /// Files beside documents, and configs above them, that could not be read.
    pub(super) failed: usize,
}

impl<'a> Project<'a> {
    pub(super) fn new(named: Option<&'a Path>, select: &'a [String], ignore: &'a [String]) -> Self {
        Self { named, select, ignore, configs: HashMap::new(), failed: 0 }
    }

    /// With nothing but what stands in configs and beside documents.
    pub(in crate::commands) fn plain() -> Self {
        Self::new(None, &[], &[])
    }

    /// The config that holds in `folder`.
    pub(super) fn config(&mut self, folder: &Path) -> Result<Rc<Placed>> {
        if let Some(known) = self.configs.get(folder) {
            return Ok(known.clone());
        }
        let path = self.named.map(Path::to_path_buf).or_else(|| files::config_above(folder));
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

    /// The config that holds in `folder` with what the command line changes.
    pub(super) fn effective(&mut self, folder: &Path) -> Result<Effective> {
        let placed = self.config(folder)?;
        let levels = self.levels(&placed.config.levels)?;
        Ok(placed.config.effective(placed.path.as_deref().map(files::slashed), &levels))
    }

    /// The config that holds in `folder`; none where it cannot be read and the command did not name it.
    fn config_or_none(&mut self, folder: &Path) -> Result<Rc<Placed>> {
        match self.config(folder) {
            Err(error) if self.named.is_none() => {
                self.lost(&error);
                let none = Rc::new(Placed::default());
                self.configs.insert(folder.to_path_buf(), none.clone());
                Ok(none)
            }
            config => config,
        }
    }

    /// Says that a file costs itself alone.
    fn lost(&mut self, error: &Error) {
        output::complain(error);
        self.failed += 1;
    }

    /// What `path` is checked by; a file beside it that cannot be read is said and left out.
    ///
    /// # Errors
    /// Where the command selects what there is not, or names a config that cannot be read.
    pub(in crate::commands) fn terms(&mut self, path: &Path) -> Result<Terms> {
        let placed = self.config_or_none(path.parent().unwrap_or(Path::new("")))?;
        let levels = self.levels(&placed.config.levels)?;
        let config = placed.config.ignored(&files::below_config(path, placed.path.as_deref()));
        let mut terms = Terms { levels, period: placed.config.period, config, ..Terms::default() };
        if path == Path::new("-") {
            return Ok(terms);
        }
        match expectations(&files::beside(path, "expect.yaml")) {
            Ok(expectations) => terms.expectations = expectations,
            Err(error) => self.lost(&error),
        }
        match suppressions(&files::beside(path, "plan-ignore.yaml")) {
            Ok(beside) => terms.beside = beside,
            Err(error) => self.lost(&error),
        }
        Ok(terms)
    }

    /// The config's levels with what the command line selects and leaves out.
    fn levels(&self, config: &Levels) -> Result<Levels> {
        let mut levels = config.clone();
        levels.select(self.select).map_err(|error| anyhow!("--select: {error}"))?;
        levels.ignore(self.ignore).map_err(|error| anyhow!("--ignore: {error}"))?;
        Ok(levels)
    }
}

/// What `path` says a text must yield, where there is such a file.
fn expectations(path: &Path) -> Result<Option<Expectations>> {
    let Some(text) = files::text_if_there(path)? else { return Ok(None) };
    Expectations::parse(&text).map(Some).map_err(|error| anyhow!("{}: {error}", path.display()))
}

/// The findings that `path` sets aside, where there is such a file.
fn suppressions(path: &Path) -> Result<Vec<Suppression>> {
    let Some(text) = files::text_if_there(path)? else { return Ok(Vec::new()) };
    let name = files::slashed(path);
    suppress::parse(&text, &name).map_err(Error::msg)
}
