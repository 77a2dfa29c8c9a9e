//! Tables whose rows are documents: CSV, TSV, lines of JSON and Parquet (`typed`), read row by row in whatever encoding each row has.
//!
//! No byte of a character in UTF-8, GB18030 or Big5 is a comma, a quote, a tab or a line end, so that rows are told apart
//! before they are decoded.

use std::{
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow, bail};
use encoding_rs::{Encoding, GB18030, UTF_8};
use plan::source::MAX_BYTES;
use serde_json::Value;

use super::row::{Fields, Row};
use crate::input;

/// How rows stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Csv,
    Tsv,
    Json,
    Parquet,
}

/// A table that is being read.
pub(crate) struct Table {
    /// Its columns; of lines of JSON, the keys of the first.
    pub(crate) head: Vec<String>,
    reader: Reader,
    decoder: Decoder,
    number: u64,
}

type Input = BufReader<Box<dyn Read + Send>>;

enum Reader {
    Separated(Box<csv::Reader<Limited>>),
    Lines(Lines),
    #[cfg(feature = "parquet")]
    Typed(super::typed::Rows),
    /// After what ends a table.
    Over,
}

impl Table {
    /// Opens the table at `path`, `-` being standard input; its shape is told by what is in it where nobody knows.
    pub(crate) fn open(path: &Path, shape: Option<Shape>, encoding: Option<&'static Encoding>) -> Result<Self> {
        if shape == Some(Shape::Parquet) {
            return Self::typed(path);
        }
        let failed = |error: io::Error| anyhow!("{}: this file could not be read: {error}", input::shown(path));
        let mut from: Input = BufReader::new(input::open(path)?);
        let start = from.fill_buf().map_err(failed)?;
        if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
            bail!("{}: this table is text in UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)", input::shown(path));
        }
        let mark = if start.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let shape = shape.unwrap_or_else(|| told(&start[mark..]));
        from.consume(mark);
        let mut table = Self {
            head: Vec::new(),
            reader: Reader::Over,
            decoder: Decoder { asked: encoding, told: None },
            number: 0,
        };
        match shape {
            Shape::Parquet => {
                bail!("{}: this is a table in Parquet; call it .parquet, and give it by its name", input::shown(path))
            }
            Shape::Json => table.lines(from).map_err(failed)?,
            Shape::Csv => table.separated(from, b',').map_err(|error| failed(error.into()))?,
            Shape::Tsv => table.separated(from, b'\t').map_err(|error| failed(error.into()))?,
        }
        if table.head.is_empty() {
            bail!("{}: this table is empty; give one with a head and rows", input::shown(path));
        }
        Ok(table)
    }

    #[cfg(feature = "parquet")]
    fn typed(path: &Path) -> Result<Self> {
        let rows = super::typed::Rows::open(path)?;
        let decoder = Decoder { asked: None, told: Some(UTF_8) };
        Ok(Self { head: rows.head(), reader: Reader::Typed(rows), decoder, number: 0 })
    }

    #[cfg(not(feature = "parquet"))]
    fn typed(path: &Path) -> Result<Self> {
        bail!(
            "{}: this build of plan reads no Parquet; take a released binary, build with --features parquet, or let DuckDB \
             write it as lines of JSON (docs/duckdb.md)",
            input::shown(path)
        )
    }

    fn separated(&mut self, from: Input, sign: u8) -> Result<(), csv::Error> {
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder.delimiter(sign).flexible(true).from_reader(Limited { from, left: LIMIT });
        let head = reader.byte_headers()?;
        let encoding = self.decoder.of(head.as_slice());
        let head: Vec<String> = head.iter().map(|cell| decoded(cell, encoding).trim().to_owned()).collect();
        for (at, name) in head.iter().enumerate() {
            // Row names that programs write have no head.
            self.head.push(if name.is_empty() { format!("column_{}", at + 1) } else { name.clone() });
        }
        if head.iter().all(String::is_empty) {
            self.head.clear();
        }
        self.reader = Reader::Separated(Box::new(reader));
        Ok(())
    }

    fn lines(&mut self, from: Input) -> io::Result<()> {
        let mut lines = Lines { from, number: 0, held: None };
        // The keys of the first object are the head; a broken first line is told when its turn comes.
        while self.head.is_empty() {
            let Some((number, line)) = lines.read()? else { break };
            if let Ok(fields) = object(&self.decoder.decoded(&line)) {
                self.head = fields.keys().cloned().collect();
            }
            let broken = self.head.is_empty();
            lines.held.get_or_insert_default().push_back((number, line));
            if broken && lines.held.as_ref().is_some_and(|held| held.len() >= TRIED) {
                break;
            }
        }
        self.reader = Reader::Lines(lines);
        Ok(())
    }

    /// The next row of a table with cells.
    fn next_cells(&mut self) -> Option<Row> {
        let Reader::Separated(reader) = &mut self.reader else { return None };
        let mut record = csv::ByteRecord::new();
        reader.get_mut().left = LIMIT;
        let start = reader.position().byte();
        let read = reader.read_byte_record(&mut record);
        let size = reader.position().byte() - start;
        let line = record.position().map_or(reader.position().line(), csv::Position::line);
        self.number += 1;
        let fields = match read {
            Ok(false) => return None,
            Ok(true) => self.named(&record),
            Err(error) => {
                self.reader = Reader::Over;
                Err(format!("the table cannot be read further: {error}"))
            }
        };
        Some(Row { number: self.number, line, size, fields })
    }

    /// The cells of a row by the names of their columns.
    fn named(&mut self, record: &csv::ByteRecord) -> Result<Fields, String> {
        let (cells, columns) = (record.len(), self.head.len());
        // Programs leave out empty cells at the end of a row, and write more of them.
        let more = record.iter().skip(columns).any(|cell| !cell.trim_ascii().is_empty());
        if more {
            return Err(format!(
                "the row has {cells} cells and the head {columns}; put cells that hold the separator in quotation marks"
            ));
        }
        let encoding = self.decoder.of(record.as_slice());
        let mut fields = Fields::new();
        for (name, cell) in self.head.iter().zip(record.iter()) {
            fields.insert(name.clone(), Value::String(decoded(cell, encoding)));
        }
        Ok(fields)
    }

    fn next_line(&mut self) -> Option<Row> {
        let Reader::Lines(lines) = &mut self.reader else { return None };
        let (number, fields, size) = match lines.next() {
            Ok(None) => return None,
            Ok(Some((number, line))) if line.len() as u64 > LIMIT => (number, Err(too_long()), LIMIT),
            Ok(Some((number, line))) => (number, object(&self.decoder.decoded(&line)), line.len() as u64),
            Err(error) => {
                let number = lines.number + 1;
                self.reader = Reader::Over;
                (number, Err(format!("the table cannot be read further: {error}")), 0)
            }
        };
        Some(Row { number, line: number, size, fields })
    }
}

impl Iterator for Table {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        match &mut self.reader {
            Reader::Separated(_) => self.next_cells(),
            Reader::Lines(_) => self.next_line(),
            #[cfg(feature = "parquet")]
            Reader::Typed(rows) => rows.next(),
            Reader::Over => None,
        }
    }
}

/// Bytes of a row.
const LIMIT: u64 = MAX_BYTES as u64;

/// Lines without an object that are looked through for the keys of a table.
const TRIED: usize = 100;

fn too_long() -> String {
    format!("the row has more than {LIMIT} bytes; is a quotation mark not closed?")
}

/// What is read from one row at most: a quotation mark that is never closed would take in the whole file.
struct Limited {
    from: Input,
    left: u64,
}

impl Read for Limited {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other(too_long()));
        }
        let most = to.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let read = self.from.read(&mut to[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

/// Lines that are not empty, numbered from 1.
struct Lines {
    from: Input,
    number: u64,
    /// Lines that were read to know the keys.
    held: Option<std::collections::VecDeque<(u64, Vec<u8>)>>,
}

impl Lines {
    fn next(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        match self.held.as_mut().and_then(std::collections::VecDeque::pop_front) {
            Some(held) => Ok(Some(held)),
            None => self.read(),
        }
    }

    /// A line from the file; of one that is too long no more than tells so.
    fn read(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        loop {
            let mut line = Vec::new();
            if self.from.by_ref().take(LIMIT + 1).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if line.len() as u64 > LIMIT && !line.ends_with(b"\n") {
                self.skip()?;
                return Ok(Some((self.number, line)));
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some((self.number, line)));
            }
        }
    }

    /// Passes over the rest of a line.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let there = self.from.fill_buf()?;
            match there.iter().position(|&b| b == b'\n') {
                Some(end) => {
                    self.from.consume(end + 1);
                    return Ok(());
                }
                None if there.is_empty() => return Ok(()),
                None => {
                    let length = there.len();
                    self.from.consume(length);
                }
            }
        }
    }
}

/// How rows stand in what begins with `start`: lines of objects, else by which sign the head holds.
fn told(start: &[u8]) -> Shape {
    let head = start.split(|&b| b == b'\n').next().unwrap_or_default();
    match head.trim_ascii_start().first() {
        _ if start.starts_with(b"PAR1") => Shape::Parquet,
        Some(b'{') => Shape::Json,
        _ if head.contains(&b'\t') && !head.contains(&b',') => Shape::Tsv,
        _ => Shape::Csv,
    }
}

/// Which encoding rows are in: as asked, else UTF-8 or GB18030 as the first row tells that holds Chinese.
struct Decoder {
    asked: Option<&'static Encoding>,
    told: Option<&'static Encoding>,
}

impl Decoder {
    /// The encoding of a row. A cell alone does not tell: 一 in GB18030 is a letter in UTF-8.
    fn of(&mut self, row: &[u8]) -> &'static Encoding {
        if let Some(encoding) = self.asked {
            return encoding;
        }
        let utf8 = std::str::from_utf8(row).ok();
        if self.told.is_none() {
            self.told = match utf8 {
                None => Some(GB18030),
                Some(text) => text.contains(|c: char| c.len_utf8() > 2).then_some(UTF_8),
            };
        }
        match self.told {
            Some(told) if told == GB18030 => GB18030,
            // Tables are put together from others: a row may differ.
            _ if utf8.is_none() && !GB18030.decode_without_bom_handling(row).1 => GB18030,
            _ => UTF_8,
        }
    }

    fn decoded(&mut self, row: &[u8]) -> String {
        decoded(row, self.of(row))
    }
}

fn decoded(bytes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn object(line: &str) -> Result<Fields, String> {
    match serde_json::from_str(line) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err("the line is no JSON object; write one object a line".into()),
        Err(error) => Err(format!("the line is no JSON ({error}); write one object a line")),
    }
}

/// The shape by the ending of a name.
pub(crate) fn by_ending(path: &Path) -> Option<Shape> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    match ending.as_str() {
        "csv" => Some(Shape::Csv),
        "tsv" => Some(Shape::Tsv),
        "jsonl" | "ndjson" => Some(Shape::Json),
        "parquet" => Some(Shape::Parquet),
        _ => None,
    }
}

/// The name of a row: `corpus.csv#17`; `stdin#17` from standard input, since a cell that begins with `-` may be a formula.
pub(crate) fn named(path: &Path, row: &str) -> PathBuf {
    let name = if path == Path::new("-") { "stdin".as_ref() } else { path.as_os_str() };
    let mut name = name.to_owned();
    name.push("#");
    name.push(row);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = (u64, u64, Result<String, String>);

    fn rows(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<Told>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let mut table = Table::open(&path, by_ending(&path), None).expect("a table");
        let head = table.head.clone();
        let line = |row: Row| {
            (
                row.number,
                row.line,
                row.fields.map(|f| f.values().map(|v| v.as_str().unwrap_or("?")).collect::<Vec<_>>().join("|")),
            )
        };
        (head, table.by_ref().map(line).collect())
    }

    #[test]
    fn cells_with_line_ends_and_rows_in_gb18030_are_read() {
        let ok = |text: &str| Ok(text.to_owned());
        let (head, read) = rows("a.csv", "\u{feff}\"标题\",正文\n甲,\"第一行\n第二行\"\n乙,短\n".as_bytes());
        assert_eq!(head, ["标题", "正文"]);
        assert_eq!(read, [(1, 2, ok("甲|第一行\n第二行")), (2, 4, ok("乙|短"))]);
        let (bytes, _, _) = GB18030.encode("标题\t正文\n规划纲要\t建成㐀书院\n");
        assert_eq!(
            rows("b.tsv", &bytes),
            (vec!["标题".into(), "正文".into()], vec![(1, 2, ok("规划纲要|建成㐀书院"))])
        );
        let (head, read) = rows("c.dat", b"{\"text\": \"a\"}\n\n{\"text\": \"b\"}\n");
        assert_eq!((head, read), (vec!["text".into()], vec![(1, 1, ok("a")), (3, 3, ok("b"))]));
    }

    #[test]
    fn a_bad_row_costs_itself() {
        let (_, read) = rows("a.csv", "text,x\na,1,2\nb\nc,,\n".as_bytes());
        assert!(read[0].2.as_ref().is_err_and(|e| e.starts_with("the row has 3 cells and the head 2")), "{read:?}");
        assert_eq!((&read[1].2, &read[2].2), (&Ok("b".into()), &Ok("c|".into())));
        let (head, read) = rows("a.jsonl", b"[1]\n{\"text\"\n{\"text\":\"a\"}\n");
        assert_eq!((head, read.len(), read[2].0), (vec!["text".into()], 3, 3));
        assert!(read[0].2.is_err() && read[1].2.as_ref().is_err_and(|e| e.contains("no JSON")));
    }
}
