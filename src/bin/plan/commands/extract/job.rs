//! What `plan extract` does with each document: reads it, keeps what is wanted, renders it.

use std::io::{self, Write};

use anyhow::{Result, bail};
use plan::{
    analysis::{Analysis, OutlineEntry, RejectedNumbers},
    render::{
        self, Frame,
        long::{self, COLUMNS, Cell, Column, Shape},
        select::Selection,
        table::Layout,
        words::Lang,
    },
    statement::Status,
};

use crate::{
    args::{Extract, Filter, Format, StatusArg},
    corpus::Item,
    input, output,
    stream::Text,
};

/// The columns of a table in Markdown where nobody chooses: those that people read.
const READ: [&str; 12] = [
    "issuer",
    "indicator",
    "comparator",
    "value",
    "upper",
    "unit",
    "change",
    "deadline_year",
    "nature",
    "theme",
    "section",
    "line",
];

/// What is done with each document.
pub(super) struct Job<'a> {
    pub(super) args: &'a Extract,
    pub(super) format: Format,
    pub(super) selection: Selection,
    layout: Layout,
    pub(super) columns: Vec<Column>,
    /// The language of workbooks.
    pub(super) lang: Lang,
}

/// Statements, rows and diagnostics from which on the text of a document is made when it is written, and not held.
const MANY: usize = 1000;

/// What one document gives.
pub(super) struct Piece<'a> {
    pub(super) outline: Vec<OutlineEntry>,
    pub(super) notices: Vec<String>,
    pub(super) text: Text<'a>,
    /// Rows that have to be sorted before they are written, each with what it is sorted by.
    pub(super) rows: Vec<(Cell, String)>,
}

impl<'a> Job<'a> {
    pub(super) fn new(args: &'a Extract) -> Result<Self> {
        let format = output::format(args.format, args.listing.output.as_deref())?;
        format.check()?;
        if !args.columns.is_empty() && shape(format).is_none() && !matches!(format, Format::Xlsx | Format::Parquet) {
            bail!(
                "--columns chooses among the columns of csv, tsv, markdown, xlsx and parquet; say which with --format"
            );
        }
        if args.rejected && format.is_binary() {
            bail!("--rejected gives a table, yaml, json, jsonl, csv, tsv or markdown");
        }
        let layout = Layout {
            width: output::width(args.listing.output.is_some()),
            status: args.filter.status == Some(StatusArg::All),
            explain: args.explain,
            lang: args.language.of_people(),
        };
        let columns = match format {
            _ if !args.columns.is_empty() => args.columns.clone(),
            Format::Markdown => COLUMNS.iter().filter(|column| READ.contains(&column.name.as_ref())).cloned().collect(),
            Format::Xlsx => long::readable(),
            _ => COLUMNS.to_vec(),
        };
        Ok(Self {
            args,
            format,
            selection: selection(&args.filter, format),
            layout,
            columns,
            lang: args.language.of_office(),
        })
    }

    /// Adds columns for what is carried along, where nobody chose columns and all are written.
    pub(super) fn carry(&mut self, names: &[String]) {
        if self.args.columns.is_empty()
            && matches!(self.format, Format::Csv | Format::Tsv | Format::Xlsx | Format::Parquet)
        {
            self.columns.extend(names.iter().map(|name| Column::carried(name)));
        }
    }

    /// What stands around the documents.
    pub(super) fn frame(&self) -> Frame {
        match (shape(self.format), self.format) {
            (Some(shape), _) if self.args.rejected => render::rejected::frame(shape),
            (Some(shape), _) => shape.frame(&self.columns, self.args.language.asked()),
            (None, Format::Table) => Frame::TABLES,
            (None, Format::Yaml) => Frame::YAML,
            (None, Format::Json) => Frame::JSON,
            (None, _) => Frame::LINES,
        }
    }

    /// What is read from a document, and what could not be resolved in it.
    pub(super) fn read(&self, item: &Item) -> Result<(Analysis, Vec<String>)> {
        let analysis = input::result(item, self.args.listing.inputs.medium.overrides())?;
        let notices = self.notices(&analysis);
        Ok((analysis, notices))
    }

    fn notices(&self, analysis: &Analysis) -> Vec<String> {
        if self.args.listing.inputs.quiet { Vec::new() } else { notices(analysis, self.format) }
    }

    pub(super) fn document(&self, item: &Item) -> Result<Piece<'_>> {
        if self.args.rejected {
            return self.rejected(item);
        }
        let (mut analysis, notices) = self.read(item)?;
        let mut piece =
            Piece { outline: self.outline(&analysis), notices, text: String::new().into(), rows: Vec::new() };
        self.selection.apply(&mut analysis);
        match (&self.args.sort, shape(self.format)) {
            (Some(sorting), Some(shape)) => {
                let row = |row| (sorting.column.get(row), shape.row(row, &self.columns));
                piece.rows = long::rows(&analysis).map(row).collect();
            }
            (sorting, _) => {
                sorting.iter().for_each(|sorting| long::sort(&mut analysis, sorting));
                piece.text = self.text(analysis)?;
            }
        }
        Ok(piece)
    }

    /// What one document gives of the numbers that were read and not kept.
    fn rejected(&self, item: &Item) -> Result<Piece<'_>> {
        let reading = input::reading(item, self.args.listing.inputs.medium.overrides())?;
        let (analysis, rejected) = (&reading.analysis, reading.rejected());
        let path = analysis.document.source.path.clone();
        let text = listed(&RejectedNumbers { path, rejected }, self.format, self.layout).into();
        Ok(Piece { outline: self.outline(analysis), notices: self.notices(analysis), text, rows: Vec::new() })
    }

    /// The outline of a document: only who asks for sections asks for it.
    fn outline(&self, analysis: &Analysis) -> Vec<OutlineEntry> {
        if self.args.filter.narrow.section.is_empty() { Vec::new() } else { analysis.outline.clone() }
    }

    /// The text of a document; of one of which much is told when it is wanted.
    fn text(&self, analysis: Analysis) -> Result<Text<'_>> {
        if told(&analysis) > MANY {
            return Ok(Text::Later(Box::new(move |out| self.render(&analysis, out))));
        }
        let mut text = Vec::new();
        self.render(&analysis, &mut text)?;
        Ok(Text::Whole(text))
    }

    fn render(&self, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
        match (shape(self.format), self.format) {
            (Some(shape), _) => {
                long::rows(analysis).try_for_each(|row| out.write_all(shape.row(row, &self.columns).as_bytes()))
            }
            (None, Format::Table) => render::table::write(out, analysis, self.layout),
            (None, Format::Yaml) => render::yaml::write(out, analysis),
            (None, Format::Json) => render::json::write_element(out, analysis),
            (None, _) => render::jsonl::write_statements(out, analysis),
        }
    }
}

/// How much is told of a document, in statements, tasks, rows of tables, headings and diagnostics.
fn told(analysis: &Analysis) -> usize {
    let rows: usize = analysis.tables.iter().map(|table| 1 + table.rows.len()).sum();
    let statements = analysis.commitments.len() + analysis.achievements.len();
    statements + rows + analysis.tasks.len() + analysis.outline.len() + analysis.diagnostics.len()
}

/// How rows stand in a format that has rows.
fn shape(format: Format) -> Option<Shape> {
    match format {
        Format::Csv => Some(Shape::Csv),
        Format::Tsv => Some(Shape::Tsv),
        Format::Markdown => Some(Shape::Markdown),
        _ => None,
    }
}

/// The numbers that were read and not kept.
fn listed(document: &RejectedNumbers, format: Format, layout: Layout) -> String {
    match (shape(format), format) {
        (Some(shape), _) => render::rejected::rows(document, shape),
        (None, Format::Table) => render::rejected::table(document, layout.width),
        (None, Format::Yaml) => render::yaml::value(document),
        (None, Format::Json) => render::json::element(document),
        (None, _) => render::rejected::jsonl(document),
    }
}

/// What could not be resolved, a line each, where the format has no place for it.
fn notices(analysis: &Analysis, format: Format) -> Vec<String> {
    if matches!(format, Format::Yaml | Format::Json) {
        return Vec::new();
    }
    let path = &analysis.document.source.path;
    let found = analysis.diagnostics.iter();
    found.map(|found| format!("{path}:{}:{}: {}: {}", found.line, found.column, found.code, found.message)).collect()
}

fn selection(filter: &Filter, format: Format) -> Selection {
    let default = if matches!(format, Format::Table | Format::Markdown) { StatusArg::Target } else { StatusArg::All };
    Selection {
        status: match filter.status.unwrap_or(default) {
            StatusArg::Target => Some(Status::Target),
            StatusArg::Achieved => Some(Status::Achieved),
            StatusArg::All => None,
        },
        themes: filter.narrow.theme.clone(),
        sections: filter.narrow.section.clone(),
        due: filter.narrow.due.clone(),
        kinds: filter.kind.iter().copied().map(Into::into).collect(),
    }
}
