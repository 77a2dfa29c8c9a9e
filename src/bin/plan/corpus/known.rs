//! What the caller says of documents: of one by arguments, of many by the table of --meta.

use std::{
    collections::HashMap,
    path::{Component, Path, PathBuf, is_separator},
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::{Result, anyhow, bail};
use plan::outline::Given;
use serde_json::{Map, Value};

use super::{
    Item,
    columns::Columns,
    columns::Role,
    table::{self, Table},
};
use crate::documents::Failure;

/// The columns of --meta that are read.
const READ: [Role; 7] = [Role::Path, Role::Title, Role::Issuer, Role::Year, Role::Period, Role::Kind, Role::Region];

/// A row of --meta.
#[derive(Debug)]
struct Entry {
    given: Given,
    metadata: Map<String, Value>,
    line: u64,
    /// Whether a document was found for it.
    met: AtomicBool,
}

/// What is known of the documents of a command.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Of the only one.
    pub(crate) one: Given,
    meta: Option<Meta>,
}

#[derive(Debug)]
struct Meta {
    path: PathBuf,
    entries: HashMap<PathBuf, Entry>,
    carried: Vec<String>,
    told: Option<String>,
}

impl Known {
    /// Reads the table of --meta where there is one.
    pub(crate) fn new(one: Given, meta: Option<&Path>) -> Result<Self> {
        Ok(Self { one, meta: meta.map(Meta::read).transpose()? })
    }

    /// The names of what --meta carries along.
    pub(crate) fn carried(&self) -> &[String] {
        self.meta.as_ref().map_or(&[], |meta| &meta.carried)
    }

    /// What was guessed about --meta, for people.
    pub(crate) fn told(&self) -> Option<&str> {
        self.meta.as_ref()?.told.as_deref()
    }

    /// Refuses rows of --meta for files that are not among `paths` and lie in none of the `corpora`.
    pub(crate) fn check<'a>(&self, paths: impl Iterator<Item = &'a Path>, corpora: &[&Path]) -> Result<()> {
        let Some(meta) = &self.meta else { return Ok(()) };
        paths.for_each(|path| {
            meta.entry(path);
        });
        let inside = |path: &Path| corpora.iter().any(|corpus| meta.is_inside(path, corpus));
        match meta.unmet().find(|(path, _)| !inside(path)) {
            Some((path, line)) => bail!("{}", meta.not_read(path, line)),
            None => Ok(()),
        }
    }

    /// Tells `item` what is known of it.
    pub(crate) fn apply(&self, item: &mut Item) {
        let entry = self.meta.as_ref().and_then(|meta| meta.entry(&item.path));
        let given = entry.map_or_else(|| self.one.clone(), |entry| entry.given.clone().or(self.one.clone()));
        item.given = given.or(std::mem::take(&mut item.given));
        for (name, value) in entry.iter().flat_map(|entry| &entry.metadata) {
            item.metadata.insert(name.clone(), value.clone());
        }
    }

    /// The rows of --meta for which there was no document, when all were read.
    pub(crate) fn left(&self) -> Vec<Failure> {
        let Some(meta) = &self.meta else { return Vec::new() };
        let mut left: Vec<(&PathBuf, u64)> = meta.unmet().collect();
        left.sort_by_key(|(_, line)| *line);
        let failure =
            |(path, line): (&PathBuf, u64)| Failure { path: path.clone(), error: anyhow!(meta.not_read(path, line)) };
        left.into_iter().map(failure).collect()
    }
}

impl Meta {
    fn read(path: &Path) -> Result<Self> {
        let name = path.display();
        let table = Table::open(path, table::by_ending(path), None)?;
        let head = table.head.clone();
        let columns = Columns::find(&head, &HashMap::new(), &READ).map_err(|why| anyhow!("{name}: {why}"))?;
        let Some(key) = columns.get(Role::Path) else {
            bail!(
                "{name}: no column is called `path`; add one with the path of each document (the columns are {})",
                head.join(", ")
            );
        };
        let mut entries: HashMap<PathBuf, Entry> = HashMap::new();
        for row in table {
            let line = row.line;
            let at = |why: &str| anyhow!("{name}: line {line}: {why}");
            let fields = row.fields.map_err(|why| at(&why))?;
            let Some(about) = super::cell(&fields, key) else {
                bail!(at(&format!("the path in the column `{key}` is empty; name the document that the row is about")));
            };
            let given = super::given(&fields, &columns).map_err(|why| at(&why))?;
            let entry = Entry { given, metadata: super::carried(fields, &columns), line, met: AtomicBool::new(false) };
            if let Some(other) = entries.insert(plain(Path::new(&about)), entry) {
                bail!(at(&format!("there is a row for {about} already on line {}; keep one of the two", other.line)));
            }
        }
        let carried: Vec<String> = columns.carried(&head).cloned().collect();
        let told =
            (!carried.is_empty()).then(|| format!("plan: {name}: carried along and not read: {}", carried.join(", ")));
        Ok(Self { path: path.into(), entries, carried, told })
    }

    /// The row about `path`, as given or from the folder of the table on.
    fn entry(&self, path: &Path) -> Option<&Entry> {
        let (path, folder) = (plain(path), self.folder());
        let entry = self.entries.get(&path).or_else(|| self.entries.get(path.strip_prefix(folder).ok()?))?;
        entry.met.store(true, Ordering::Relaxed);
        Some(entry)
    }

    fn folder(&self) -> PathBuf {
        plain(self.path.parent().unwrap_or(Path::new("")))
    }

    /// Whether `path`, of a row, is called as the documents of `corpus` are.
    fn is_inside(&self, path: &Path, corpus: &Path) -> bool {
        let corpus = plain(corpus);
        let below = |corpus: &Path| {
            let (path, corpus) = (path.as_os_str().as_encoded_bytes(), corpus.as_os_str().as_encoded_bytes());
            let mark = path.strip_prefix(corpus).and_then(<[u8]>::first);
            mark.is_some_and(|&mark| mark == b'#' || is_separator(mark.into()))
        };
        below(&corpus) || corpus.strip_prefix(self.folder()).is_ok_and(below)
    }

    fn unmet(&self) -> impl Iterator<Item = (&PathBuf, u64)> {
        self.entries
            .iter()
            .filter(|(_, entry)| !entry.met.load(Ordering::Relaxed))
            .map(|(path, entry)| (path, entry.line))
    }

    fn not_read(&self, path: &Path, line: u64) -> String {
        let (meta, path) = (self.path.display(), path.display());
        format!(
            "{meta}: line {line}: {path} is not among the documents that are read; correct the path or give the document too"
        )
    }
}

/// `path` without what leads nowhere: `./a//b` as `a/b`.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}
