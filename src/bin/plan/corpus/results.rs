//! Results that `plan extract` saved, as documents that are read already: JSON and YAML whole, JSON Lines line by line.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use plan::{analysis::Analysis, saved, source::MAX_BYTES};

use super::{
    Content, Item,
    row::Row,
    table::{Shape, Table, by_ending},
};
use crate::input;

/// Whether a file is called as results are that are read whole.
pub(super) fn is_named(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["json", "yaml", "yml"].contains(&ending.as_str())
}

/// The results that the file at `path` holds.
pub(super) fn items(path: PathBuf) -> Box<dyn Iterator<Item = Item> + Send> {
    let bad = |path: PathBuf, error: anyhow::Error| Item::new(path, Content::Bad(format!("{error:#}")), 0);
    if by_ending(&path) == Some(Shape::Json) {
        return match Table::open(&path, Some(Shape::Json), None) {
            Ok(table) => Box::new(Lines { path, table, held: None, size: 0, waiting: None }),
            Err(error) => Box::new(std::iter::once(bad(path, error))),
        };
    }
    match whole(&path) {
        Ok(results) => {
            let size = std::fs::metadata(&path).map_or(0, |there| there.len()) / results.len().max(1) as u64;
            Box::new(results.into_iter().map(move |result| item(result, &path, size)))
        }
        Err(error) => Box::new(std::iter::once(bad(path, error))),
    }
}

fn whole(path: &Path) -> Result<Vec<Analysis>> {
    let name = path.display();
    if std::fs::metadata(path).is_ok_and(|there| there.len() > MAX_BYTES as u64) {
        bail!(
            "{name}: results of more than {MAX_BYTES} bytes are read line by line alone; save them with --format jsonl"
        );
    }
    let text = input::text(path)?;
    match saved::all(&input::name(path), &text) {
        Some(results) => results.map_err(|error| anyhow!("{name}: {error}")),
        None => bail!("{name}: this is no result of `plan extract`"),
    }
}

/// A result that `file` holds.
fn item(result: Analysis, file: &Path, size: u64) -> Item {
    Item::new(PathBuf::from(&result.document.source.path), Content::Saved(Box::new(result), file.into()), size)
}

/// The results in lines of statements, each whole when the next begins.
struct Lines {
    path: PathBuf,
    table: Table,
    held: Option<Analysis>,
    /// Bytes of the lines of what is held.
    size: u64,
    /// What comes behind the result that a broken line ended.
    waiting: Option<Item>,
}

impl Lines {
    fn ended(&mut self) -> Option<Item> {
        let size = std::mem::take(&mut self.size);
        self.held.take().map(|result| item(result, &self.path, size))
    }
}

impl Iterator for Lines {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        if let Some(waiting) = self.waiting.take() {
            return Some(waiting);
        }
        while let Some(Row { line, size, fields, .. }) = self.table.next() {
            let read =
                fields.and_then(|fields| saved::statement(fields, &mut self.held).map_err(|error| error.to_string()));
            match read {
                Ok(None) => self.size += size,
                Ok(Some(done)) => return Some(item(done, &self.path, std::mem::replace(&mut self.size, size))),
                Err(why) => {
                    let bad = Item::bad(self.path.clone(), &format!("line {line}: {why}"), size);
                    self.waiting = Some(bad);
                    return self.ended().or_else(|| self.waiting.take());
                }
            }
        }
        self.ended()
    }
}
