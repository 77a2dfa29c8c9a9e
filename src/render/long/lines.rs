//! The long table as text: CSV, TSV and Markdown, a head and a line a row.

use super::statements::{Column, Row};
use crate::render::{
    Frame, csv,
    words::{self, Lang},
};

/// How the rows stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Comma-separated, RFC 4180, cells guarded against spreadsheet programs.
    Csv,
    /// The same with tabs; a tab or line break inside a cell is a space.
    Tsv,
    /// A table in Markdown.
    Markdown,
}

impl Shape {
    /// What stands around the rows: the head, in a language that people read where they want one.
    pub fn frame(self, columns: &[Column], heads: Option<Lang>) -> Frame {
        let head = |column: &Column| match heads {
            Some(lang) => words::name("column", &column.name, lang).into_owned(),
            None => column.name.clone().into_owned(),
        };
        self.headed(columns.iter().map(head).collect())
    }

    /// What stands around rows under `heads`.
    pub(in crate::render) fn headed(self, heads: Vec<String>) -> Frame {
        let rule = if self == Shape::Markdown { format!("|{}\n", " --- |".repeat(heads.len())) } else { String::new() };
        let before = self.line(heads.into_iter()) + &rule;
        Frame { before: before.into(), marked: self != Shape::Markdown, ..Frame::LINES }
    }

    /// A row as one line.
    pub fn row(self, row: Row<'_>, columns: &[Column]) -> String {
        self.line(columns.iter().map(|column| column.get(row).text()))
    }

    /// Cells as one line.
    pub(in crate::render) fn line(self, cells: impl Iterator<Item = String>) -> String {
        let plain = |cell: String| cell.replace(['\t', '\n', '\r'], " ");
        match self {
            Shape::Csv => csv::lines([cells.map(csv::guarded)]),
            Shape::Tsv => csv::separated([cells.map(|cell| csv::guarded(plain(cell)))], b'\t'),
            Shape::Markdown => {
                let cells: Vec<String> = cells.map(|cell| plain(cell).replace('|', "\\|")).collect();
                format!("| {} |\n", cells.join(" | "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::Analysis,
        quantity::Comparator,
        render::long::{COLUMNS, column, rows},
        sample,
        statement::{Change, DeadlineSource, Status},
    };

    fn analysis() -> Analysis {
        let document = "到2025年上市企业,\n突破 700\n亿元。";
        let record = sample::statement(document, "突破 700\n亿元", 0, Status::Target, "上市企业,\"营收\"|x");
        let amount = sample::amount(70_000_000_000, "元", Comparator::Gt, Change::Level, "突破700亿元");
        sample::analysis(vec![sample::due(sample::quantity(record, amount), 2025, DeadlineSource::Plan)])
    }

    fn written(shape: Shape, columns: &[Column]) -> String {
        let lines = rows(&analysis()).map(|row| shape.row(row, columns)).collect::<String>();
        shape.frame(columns, None).before.into_owned() + &lines
    }

    #[test]
    fn columns_and_cells_agree_and_line_breaks_stay_inside() {
        let out = written(Shape::Csv, COLUMNS);
        let mut reader = ::csv::Reader::from_reader(out.as_bytes());
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!((header.len(), rows.len(), rows[0].len()), (COLUMNS.len(), 1, COLUMNS.len()));
        let cell = |name: &str| rows[0].get(header.iter().position(|h| h == name).expect(name)).expect(name);
        assert_eq!((cell("value"), cell("unit"), cell("comparator")), ("70000000000", "元", "gt"));
        assert_eq!((cell("indicator"), cell("quote")), ("上市企业,\"营收\"|x", "突破 700\n亿元"));
        assert_eq!((cell("deadline_year"), cell("deadline_source"), cell("upper")), ("2025", "plan", ""));
        assert_eq!(
            (cell("line"), cell("end_line"), cell("theme"), cell("file")),
            ("2", "3", "industry", "yunling.txt")
        );
    }

    #[test]
    fn a_line_of_tsv_is_a_row_and_markdown_is_a_table() {
        let columns = ["indicator", "quote", "line"].map(|name| column(name).expect(name));
        assert_eq!(
            written(Shape::Tsv, &columns),
            "indicator\tquote\tline\n\"上市企业,\"\"营收\"\"|x\"\t突破 700 亿元\t2\n"
        );
        let markdown =
            "| indicator | quote | line |\n| --- | --- | --- |\n| 上市企业,\"营收\"\\|x | 突破 700 亿元 | 2 |\n";
        assert_eq!(written(Shape::Markdown, &columns), markdown);
        let heads = Shape::Tsv.frame(&columns, Some(Lang::Zh));
        assert_eq!(heads.before, "指标\t原文\t行\n");
    }
}
