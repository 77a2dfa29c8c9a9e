//! What a command reads, document by document: files, the rows of tables, the members of archives.
//!
//! Rows and members are read as they are taken, so that no more of them is held than is worked on.

mod archive;
mod columns;
mod known;
mod results;
mod row;
mod table;
#[cfg(feature = "parquet")]
mod typed;

use std::{
    borrow::Cow,
    collections::HashMap,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use encoding_rs::Encoding;
use plan::{
    analysis::Analysis,
    outline::{Given, given},
    saved,
};
use serde_json::{Map, Value};

use self::{
    archive::Members,
    columns::Columns,
    row::{Fields, Row},
    table::{Shape, Table},
};
pub(crate) use self::{columns::Role, known::Known};
use crate::{args::kind, input};

/// What is guessed of a corpus by the names of its columns.
const GUESSED: [Role; 5] = [Role::Text, Role::Title, Role::Issuer, Role::Year, Role::Period];

/// A document to read.
#[derive(Debug)]
pub(crate) struct Item {
    /// What it is called: a path, `corpus.csv#17`, `plans.zip/a.txt`.
    pub(crate) path: PathBuf,
    pub(crate) content: Content,
    /// What is known of it better than its text tells.
    pub(crate) given: Given,
    /// What is carried along with it.
    pub(crate) metadata: Map<String, Value>,
    /// Bytes that it takes up in its file.
    pub(crate) size: u64,
}

/// What stands in a document.
#[derive(Debug)]
pub(crate) enum Content {
    /// What the file at its path holds.
    File,
    /// The bytes of a member.
    Bytes(Vec<u8>),
    /// The text of a row.
    Text(String),
    /// A result that was saved, in this file.
    Saved(Box<Analysis>, PathBuf),
    /// Nothing, for a reason.
    Bad(String),
}

impl Item {
    fn new(path: PathBuf, content: Content, size: u64) -> Self {
        Self { path, content, given: Given::default(), metadata: Map::new(), size }
    }

    /// Where it was found: its path, of a saved result the file that holds it.
    pub(crate) fn place(&self) -> &Path {
        match &self.content {
            Content::Saved(_, file) => file,
            _ => &self.path,
        }
    }

    /// The file at `path`.
    pub(crate) fn file(path: &Path) -> Self {
        Self::new(path.into(), Content::File, std::fs::metadata(path).map_or(0, |there| there.len()))
    }

    /// What is wrong with it, with its name.
    fn bad(path: PathBuf, why: &str, size: u64) -> Self {
        let why = format!("{}: {why}", path.display());
        Self::new(path, Content::Bad(why), size)
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Result<Cow<'_, [u8]>> {
        match &self.content {
            Content::File => input::bytes(&self.path).map(Cow::Owned),
            Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::Text(text) => Ok(Cow::Borrowed(text.as_bytes())),
            Content::Saved(..) => bail!(
                "{}: this is a result of `plan extract`, which panel, stats, diff and track read; give the document itself",
                self.place().display()
            ),
            Content::Bad(why) => bail!("{why}"),
        }
    }
}

/// Whether the name of a file says that it is a table of documents.
pub(crate) fn is_table(path: &Path) -> bool {
    table::by_ending(path).is_some()
}

/// How files that hold many documents are read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// Columns that are asked for.
    pub(crate) columns: HashMap<Role, String>,
    /// The encoding that is asked for.
    pub(crate) encoding: Option<&'static Encoding>,
    /// Whether a medium is asked for: then a file is one document whatever its name.
    pub(crate) is_medium: bool,
}

/// A file of a command.
pub(crate) enum Source {
    /// One document; a table is one where no column of it holds texts, which is said.
    File { path: PathBuf, told: Option<String> },
    /// A table of documents; standard input is open already, since it can be read once.
    Table { path: PathBuf, shape: Option<Shape>, columns: Columns, head: Vec<String>, open: Option<Box<Table>> },
    /// An archive of documents.
    Archive(PathBuf),
    /// Results that were saved.
    Results(PathBuf),
}

impl Source {
    /// What the file at `path` is: a corpus where the columns are asked for or its name ends so.
    pub(crate) fn of(path: PathBuf, options: &Options) -> Result<Self> {
        let asked = options.columns.contains_key(&Role::Text);
        let is_zip = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        match table::by_ending(&path) {
            _ if options.is_medium && !asked => Ok(Source::File { path, told: None }),
            _ if is_zip => Ok(Source::Archive(path)),
            _ if results::is_named(&path) && !asked => Ok(Source::Results(path)),
            None if !asked => Ok(Source::File { path, told: None }),
            shape => Self::table(path, shape, options),
        }
    }

    fn table(path: PathBuf, shape: Option<Shape>, options: &Options) -> Result<Self> {
        let table = Table::open(&path, shape, options.encoding)?;
        if shape == Some(Shape::Json) && saved::are_statements(&table.head) {
            return Ok(Source::Results(path));
        }
        let name = input::shown(&path);
        let columns = match Columns::find(&table.head, &options.columns, &GUESSED) {
            Ok(columns) => columns,
            Err(why) => bail!("{name}: {why}"),
        };
        if columns.get(Role::Text).is_none() {
            // A table of indicators is a document itself.
            if matches!(shape, Some(Shape::Csv | Shape::Tsv)) {
                let told = format!(
                    "plan: {name}: read as one document, since no column is called as texts are; where its rows are \
                     documents, name the column with --text-column"
                );
                return Ok(Source::File { path, told: Some(told) });
            }
            let head = table.head.join(", ");
            bail!(
                "{name}: no column is called as texts are; name it with --text-column (the columns are {head}), or \
                 read the whole file as one document with --media text"
            );
        }
        let head = table.head.clone();
        let open = (path == Path::new("-")).then(|| Box::new(table));
        Ok(Source::Table { path, shape, columns, head, open })
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Source::File { path, .. } | Source::Archive(path) | Source::Results(path) | Source::Table { path, .. } => {
                path
            }
        }
    }

    /// Whether it may hold many documents.
    pub(crate) fn is_corpus(&self) -> bool {
        !matches!(self, Source::File { .. })
    }

    /// The names of what is carried along with its documents.
    pub(crate) fn carried(&self) -> Vec<String> {
        match self {
            Source::Table { columns, head, .. } => columns.carried(head).cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// What was guessed about it, for people.
    pub(crate) fn told(&self) -> Option<String> {
        match self {
            Source::File { told, .. } => told.clone(),
            Source::Table { path, columns, head, .. } => {
                columns.told(head).map(|told| format!("plan: {}: {told}", input::shown(path)))
            }
            _ => None,
        }
    }

    /// Its documents, read as they are taken.
    pub(crate) fn items(self, options: &Options) -> Box<dyn Iterator<Item = Item> + Send> {
        match self {
            Source::File { path, .. } => Box::new(std::iter::once(Item::file(&path))),
            Source::Results(path) => results::items(path),
            Source::Archive(path) => match Members::open(&path) {
                Ok(members) => Box::new(members.map(member)),
                Err(error) => Box::new(std::iter::once(Item::new(path, Content::Bad(format!("{error:#}")), 0))),
            },
            Source::Table { path, shape, columns, open, .. } => {
                let table = open.map_or_else(|| Table::open(&path, shape, options.encoding), |table| Ok(*table));
                match table {
                    Ok(table) => Box::new(table.map(move |row| of_row(&path, row, &columns))),
                    Err(error) => Box::new(std::iter::once(Item::new(path, Content::Bad(format!("{error:#}")), 0))),
                }
            }
        }
    }
}

fn member(member: archive::Member) -> Item {
    match member.bytes {
        Ok(bytes) => Item::new(member.path, Content::Bytes(bytes), member.size),
        Err(why) => Item::bad(member.path, &why, member.size),
    }
}

/// The document of a row.
fn of_row(path: &Path, row: Row, columns: &Columns) -> Item {
    let number = row.number.to_string();
    let id = row.fields.as_ref().ok().and_then(|fields| cell(fields, columns.get(Role::Id)?));
    let named = table::named(path, id.as_deref().unwrap_or(&number));
    let bad = |why: &str| Item::bad(named.clone(), &format!("row {number}, line {}: {why}", row.line), row.size);
    let mut fields = match row.fields {
        Ok(fields) => fields,
        Err(why) => return bad(&why),
    };
    let given = match given(&fields, columns) {
        Ok(given) => given,
        Err(why) => return bad(&why),
    };
    if let (Some(column), None) = (columns.get(Role::Id), &id) {
        return bad(&format!("the id in the column `{column}` is empty; give the row one, or leave out --id-column"));
    }
    let text = match columns.get(Role::Text).map(|column| (column, fields.shift_remove(column))) {
        Some((_, Some(Value::String(text)))) if !text.trim().is_empty() => text,
        Some((column, Some(Value::String(_) | Value::Null) | None)) => {
            return bad(&format!("the text in the column `{column}` is empty; fill it or take out the row"));
        }
        _ => return bad("the text is no string; write it as one"),
    };
    let mut item = Item::new(named, Content::Text(text), row.size);
    item.metadata = carried(fields, columns);
    item.given = given;
    item
}

/// What is left of a row beside what is read.
fn carried(fields: Fields, columns: &Columns) -> Map<String, Value> {
    let head: Vec<String> = fields.keys().cloned().collect();
    let kept: Vec<&String> = columns.carried(&head).collect();
    fields.into_iter().filter(|(name, _)| kept.contains(&name)).collect()
}

/// What a row says of its document.
fn given(fields: &Fields, columns: &Columns) -> Result<Given, String> {
    let text = |role| cell(fields, columns.get(role)?);
    Ok(Given {
        title: text(Role::Title),
        issuer: text(Role::Issuer),
        region: text(Role::Region),
        kind: read(fields, columns, Role::Kind, kind)?,
        year: read(fields, columns, Role::Year, |text| given::year(text).ok_or_else(|| "write one as 2023".into()))?,
        period: read(fields, columns, Role::Period, |text| {
            given::period(text).ok_or_else(|| "write one as 2021-2025".into())
        })?,
    })
}

/// What a cell tells that is not free text.
fn read<T>(
    fields: &Fields,
    columns: &Columns,
    role: Role,
    of: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    let Some((column, text)) = columns.get(role).and_then(|column| Some((column, cell(fields, column)?))) else {
        return Ok(None);
    };
    of(&text).map(Some).map_err(|help| format!("`{text}` in the column `{column}` is no {}: {help}", role.name()))
}

/// The text of a cell that is not empty.
fn cell(fields: &Fields, column: &str) -> Option<String> {
    let text = match fields.get(column)? {
        Value::String(text) => text.trim().to_owned(),
        // Programs that know no missing integers write a year as 2023.0.
        Value::Number(number) => {
            number.as_f64().filter(|_| number.is_f64()).map_or_else(|| number.to_string(), |number| number.to_string())
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
