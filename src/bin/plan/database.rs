//! Results into an SQLite database: documents, sections, statements, goals in words, tasks, tables and an index of all words.
//!
//! A new database has its name only when it is whole; into one that is there everything goes in one transaction. A document
//! that is there already, known by its SHA-256, is replaced.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, anyhow, bail};
use plan::{
    analysis::{Analysis, OutlineEntry},
    duty::When,
    lexicon::{Indicator, Measure},
    render::{
        self,
        long::{self, COLUMNS, Cell, Column, Type, codebook},
    },
};
use rusqlite::{
    Connection, Error, ErrorCode, OpenFlags, ToSql, params, params_from_iter,
    types::{ToSqlOutput, Value},
};

use crate::file::Unfinished;

/// What marks a database of `plan` (`plan` in ASCII), and the version of its tables.
const APPLICATION: i32 = 0x706c_616e;
const VERSION: i32 = 4;

/// How long another program's lock is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// The tables that are the same in each version of the columns.
const TABLES: &str = include_str!("database.sql");

/// Columns of `documents`, which statements of one document share.
const OF_DOCUMENT: [&str; 22] = [
    "sha256",
    "file",
    "title",
    "issuer",
    "region_code",
    "region_level",
    "document_kind",
    "document_number",
    "year",
    "period_start",
    "period_end",
    "horizon",
    "approved",
    "delivered",
    "issued",
    "published",
    "region",
    "overridden",
    "media",
    "encoding",
    "bytes",
    "metadata",
];

/// A database that is being written.
pub(crate) struct Database {
    connection: Connection,
    /// Let go of behind the connection.
    _rest: Option<Rest>,
    path: PathBuf,
    /// The new file, where none was there.
    new: Option<Box<Unfinished>>,
    insert: String,
    /// The documents of this run by their SHA-256.
    written: HashMap<String, String>,
}

impl Database {
    /// Opens the database at `path`, or begins a new one.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let is_new = std::fs::metadata(path).map_or(true, |there| there.is_file() && there.len() == 0);
        let new = if is_new { Some(Box::new(Unfinished::beside(path)?)) } else { None };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let at = new.as_ref().map_or(path, |new| new.path());
        let failed = |error| explained(path, &error);
        let connection = Connection::open_with_flags(at, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        if is_new {
            // A file that has no name yet needs no way back.
            connection.execute_batch("PRAGMA journal_mode = OFF").map_err(failed)?;
        }
        let rest = (!is_new).then(|| Rest(path.into()));
        connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        if is_new {
            connection.execute_batch(&schema()).map_err(failed)?;
        } else {
            check(&connection, path)?;
        }
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name.as_ref()).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let insert = format!("INSERT INTO statements ({}) VALUES ({marks})", quoted(&names));
        Ok(Self { connection, _rest: rest, path: path.into(), new, insert, written: HashMap::new() })
    }

    /// Puts a document into the place of what is there of it; gives the name of one of this run with the same bytes, whose
    /// place it takes.
    pub(crate) fn document(&mut self, analysis: &Analysis) -> Result<Option<String>> {
        self.replace(analysis).map_err(|error| explained(&self.path, &error))?;
        let source = &analysis.document.source;
        Ok(self.written.insert(source.sha256.clone(), source.path.clone()))
    }

    fn replace(&self, analysis: &Analysis) -> Result<(), Error> {
        let sha256 = &analysis.document.source.sha256;
        for table in ["documents", "sections", "statements", "worded", "tasks", "tables"] {
            self.connection.execute(&format!("DELETE FROM {table} WHERE sha256 = ?"), [sha256])?;
        }
        self.about(analysis)?;
        self.sections(sha256, None, &analysis.outline)?;
        let mut insert = self.connection.prepare_cached(&self.insert)?;
        for row in long::rows(analysis) {
            insert.execute(params_from_iter(COLUMNS.iter().map(|column| Stored(column.get(row)))))?;
        }
        self.worded(analysis)?;
        self.tasks(analysis)?;
        let mut insert = self.connection.prepare_cached("INSERT INTO tables VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
        for (at, table) in analysis.tables.iter().enumerate() {
            let (header, rows) = (render::json::line(&table.header), render::json::line(&table.rows));
            insert.execute(params![
                sha256,
                at + 1,
                table.label.as_str(),
                table.caption.as_str(),
                table.line,
                header,
                rows,
                table.missing
            ])?;
        }
        Ok(())
    }

    fn about(&self, analysis: &Analysis) -> Result<(), Error> {
        let info = &analysis.document;
        let marks = vec!["?"; OF_DOCUMENT.len()].join(", ");
        let mut insert = self.connection.prepare_cached(&format!("INSERT INTO documents VALUES ({marks})"))?;
        let source = &info.source;
        insert.execute(params![
            source.sha256,
            source.path,
            info.title,
            info.issuer,
            info.region_code,
            info.region_level.map(|level| render::key(&level)),
            render::key(&info.kind),
            info.number,
            info.year,
            info.period.map(|period| period.start),
            info.period.map(|period| period.end),
            info.horizon,
            info.approved,
            info.delivered,
            info.issued,
            info.published,
            info.region,
            (!info.overridden.is_empty()).then(|| info.overridden.join(" / ")),
            source.media,
            source.encoding,
            source.bytes,
            (!info.metadata.is_empty()).then(|| render::json::line(&info.metadata)),
        ])?;
        Ok(())
    }

    fn sections(&self, sha256: &str, parent: Option<&str>, entries: &[OutlineEntry]) -> Result<(), Error> {
        let mut insert = self.connection.prepare_cached("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)")?;
        for entry in entries {
            let id = long::section(&entry.id);
            insert.execute(params![
                sha256,
                id,
                parent,
                entry.level.as_str(),
                entry.label.as_str(),
                entry.title.as_str(),
                entry.line
            ])?;
            self.sections(sha256, Some(&id), &entry.children)?;
        }
        Ok(())
    }

    /// The goals that are set without a number.
    fn worded(&self, analysis: &Analysis) -> Result<(), Error> {
        let marks = vec!["?"; 15].join(", ");
        let mut insert = self.connection.prepare_cached(&format!("INSERT INTO worded VALUES ({marks})"))?;
        for goal in &analysis.worded {
            let place = &goal.source;
            insert.execute(params![
                analysis.document.source.sha256,
                goal.indicator_key,
                Indicator::of_key(&goal.indicator_key).map(|row| row.zh),
                goal.measure.map(Measure::key),
                render::key(&goal.how),
                goal.year,
                long::section(&goal.section),
                place.quote.as_str(),
                place.line,
                place.column,
                place.end_line,
                place.end_column,
                place.start,
                place.end,
                place.page,
            ])?;
        }
        Ok(())
    }

    fn tasks(&self, analysis: &Analysis) -> Result<(), Error> {
        let marks = vec!["?"; 15].join(", ");
        let mut insert = self.connection.prepare_cached(&format!("INSERT INTO tasks VALUES ({marks})"))?;
        for task in &analysis.tasks {
            let when = task.deadline.as_deref();
            let names =
                |units: &[plan::duty::Unit]| units.iter().map(|u| u.name.clone()).collect::<Vec<_>>().join(" / ");
            insert.execute(params![
                analysis.document.source.sha256,
                task.id.as_str(),
                long::section(&task.section),
                task.number.as_deref(),
                task.text.as_str(),
                names(&task.lead),
                names(&task.support),
                task.persons.join(" / "),
                when.map(When::short),
                when.and_then(|when| when.year),
                when.and_then(|when| when.month),
                task.theme.key(),
                task.source.line,
                task.source.start,
                task.source.end,
            ])?;
        }
        Ok(())
    }

    /// Makes what was written the content of the database.
    pub(crate) fn finish(self) -> Result<()> {
        let failed = |error| explained(&self.path, &error);
        self.connection.execute_batch("COMMIT").map_err(failed)?;
        self.connection.close().map_err(|(_, error)| explained(&self.path, &error))?;
        match self.new {
            Some(new) => {
                new.finish().with_context(|| format!("{}: the file could not be written", self.path.display()))
            }
            None => Ok(()),
        }
    }
}

/// What a transaction left that could not be taken back where it failed, as on a full disk: the next that opens the database takes
/// it back, which is done at once.
struct Rest(PathBuf);

impl Drop for Rest {
    fn drop(&mut self) {
        let mut journal = self.0.clone().into_os_string();
        journal.push("-journal");
        if Path::new(&journal).exists() {
            let opened = Connection::open_with_flags(&self.0, OpenFlags::SQLITE_OPEN_READ_WRITE);
            let _ = opened.and_then(|connection| connection.execute_batch("SELECT count(*) FROM sqlite_master"));
        }
    }
}

/// A cell as SQLite holds it; it has no decimals, so that fifteen digits of one are sure.
struct Stored(Cell);

impl ToSql for Stored {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(match &self.0 {
            Cell::Empty => Value::Null,
            Cell::Text(text) => Value::Text(text.clone()),
            Cell::Integer(number) => Value::Integer(*number),
            Cell::Flag(flag) => Value::Integer(i64::from(*flag)),
            Cell::Decimal(number) => number.to_string().parse().map_or(Value::Null, Value::Real),
        }))
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// The statements that make the tables; those of statements follow the columns.
fn schema() -> String {
    let kind = |column: &Column| match codebook::type_of(&column.name) {
        Type::Integer | Type::Boolean => "INTEGER",
        Type::Decimal => "REAL",
        _ => "TEXT",
    };
    let columns: Vec<String> = COLUMNS.iter().map(|column| format!("\"{}\" {}", column.name, kind(column))).collect();
    let of_document: Vec<String> = OF_DOCUMENT
        .iter()
        .map(|name| {
            let column = COLUMNS.iter().find(|column| column.name == *name);
            let unique = if *name == "sha256" { " PRIMARY KEY" } else { "" };
            format!("\"{name}\" {}{unique}", column.map_or("TEXT", kind))
        })
        .collect();
    format!(
        "PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {VERSION};\n\
         CREATE TABLE documents ({});\nCREATE TABLE statements ({});\n{TABLES}",
        of_document.join(", "),
        columns.join(", "),
    )
}

/// Refuses a database that is not of `plan`, or of another version.
fn check(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |error| explained(path, &error);
    let number = |pragma: &str| connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i32>(0));
    if number("application_id").map_err(failed)? != APPLICATION {
        bail!("{}: this database was not made by `plan extract`; give a new file", path.display());
    }
    let names = COLUMNS.iter().map(|column| column.name.as_ref());
    let mut query = connection.prepare("SELECT name FROM pragma_table_info('statements')").map_err(failed)?;
    let there: Result<Vec<String>, Error> = query.query_map([], |row| row.get(0)).and_then(Iterator::collect);
    if number("user_version").map_err(failed)? != VERSION
        || !names.eq(there.map_err(failed)?.iter().map(String::as_str))
    {
        bail!("{}: another version of plan made this database; write to a new file", path.display());
    }
    Ok(())
}

/// What SQLite says, for people.
fn explained(path: &Path, error: &Error) -> anyhow::Error {
    let name = path.display();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            anyhow!("{name}: another program has locked this database; end it and run again")
        }
        Some(ErrorCode::NotADatabase) => anyhow!("{name}: this file is no SQLite database; give a new file"),
        Some(ErrorCode::DiskFull) => anyhow!("{name}: the disk is full; nothing was changed"),
        Some(ErrorCode::ReadOnly) => anyhow!("{name}: this database may not be written; check its permissions"),
        _ => anyhow!("{name}: the database could not be written: {error}"),
    }
}
