//! A long table laid out in parts that fit together: the widths of its columns are those of the whole, and beside the cells that decide these no
//! more than a part is held.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};
use unicode_width::UnicodeWidthStr;

/// Lines above and below the table and below its header.
pub(in crate::render) const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// Rows that are laid out at once.
const AT_ONCE: usize = 512;

/// A table of rows that are made as they are asked for.
pub(super) struct Laid<'a> {
    /// The columns of the terminal.
    pub(super) width: u16,
    pub(super) header: Vec<String>,
    /// For each column, whether its cells are short and are not wrapped.
    pub(super) narrow: Vec<bool>,
    /// How many rows there are.
    pub(super) count: usize,
    pub(super) row: &'a dyn Fn(usize) -> Vec<String>,
}

impl Laid<'_> {
    /// Writes the table, without an end of its last line.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.count <= AT_ONCE {
            return out.write_all(self.table((0..self.count).map(self.row)).trim_fmt().as_bytes());
        }
        self.write_in_parts(out, AT_ONCE)
    }

    fn write_in_parts(&self, out: &mut dyn Write, at_once: usize) -> io::Result<()> {
        let deciding = self.deciding();
        let above = lines(&self.table(deciding.iter().cloned()));
        // The line over the heads stands below them again, and below the last row.
        let heads = above.iter().skip(1).position(|line| *line == above[0]).map_or(0, |at| at + 2);
        write!(out, "{}", above[..heads].join("\n"))?;
        let at_once = at_once.max(deciding.len());
        for first in (0..self.count).step_by(at_once) {
            let rows = (first..self.count.min(first + at_once)).map(self.row);
            let part = lines(&self.table(deciding.iter().cloned().chain(rows)));
            part[above.len() - 1..part.len() - 1].iter().try_for_each(|line| write!(out, "\n{line}"))?;
        }
        write!(out, "\n{}", above[0])
    }

    fn table(&self, rows: impl Iterator<Item = Vec<String>>) -> Table {
        let mut table = Table::new();
        table.load_style(STYLE);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(self.width);
        table.set_header(&self.header);
        rows.for_each(|row| {
            table.add_row(row);
        });
        for (at, _) in self.narrow.iter().enumerate().filter(|(_, narrow)| **narrow) {
            if let Some(column) = table.column_mut(at) {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        table
    }

    /// Rows of the cells that decide how wide the columns of the whole table are: the widest of each; of a column that is wrapped that
    /// of one word, and all of several words that are wider. A narrower cell needs no more room than that of one word, and where
    /// that is wrapped its lines are full.
    fn deciding(&self) -> Vec<Vec<String>> {
        let mut columns: Vec<Deciding> = self.narrow.iter().map(|_| Deciding::default()).collect();
        for at in 0..self.count {
            for ((column, cell), narrow) in columns.iter_mut().zip((self.row)(at)).zip(&self.narrow) {
                column.add(cell, *narrow);
            }
        }
        let columns: Vec<Vec<String>> = columns.into_iter().map(Deciding::cells).collect();
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |column: &Vec<String>, row: usize| column.get(row).cloned().unwrap_or_default();
        (0..rows).map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect()
    }
}

/// The cells of a column that decide its width.
#[derive(Default)]
struct Deciding {
    widest: (usize, String),
    /// Those of several words that are wider.
    wider: BTreeSet<String>,
}

impl Deciding {
    fn add(&mut self, cell: String, narrow: bool) {
        let width = cell.width();
        if width <= self.widest.0 {
            return;
        }
        if narrow || !cell.contains(' ') {
            self.widest = (width, cell);
            self.wider.retain(|cell| cell.width() > width);
        } else {
            self.wider.insert(cell);
        }
    }

    fn cells(self) -> Vec<String> {
        std::iter::once(self.widest.1).chain(self.wider).collect()
    }
}

fn lines(table: &Table) -> Vec<String> {
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_parts_is_the_table_as_a_whole() {
        let names = [
            "",
            "菇棚",
            "设施 农业 园区 建设",
            "规模以上制造业企业研发机构设立情况",
            "GDP per capita of the city",
            "a",
        ];
        let row = |at: usize| {
            let name = |at: usize| names[at % names.len()].repeat(1 + at % 3);
            vec![
                name(at / 2),
                format!("> {at}家"),
                format!("{}", 2020 + at % 9),
                format!("1.{} {}", at % 40, name(at / 40)),
            ]
        };
        for count in [1, 30, 200] {
            for width in [10, 33, 60, 80, 121, 200] {
                let header = ["指标", "Target", "年", "Section of the plan"].map(str::to_owned).to_vec();
                let narrow = vec![false, false, true, false];
                let laid = Laid { width, header, narrow, count, row: &row };
                let mut parts = Vec::new();
                laid.write_in_parts(&mut parts, 7).expect("memory");
                let whole = laid.table((0..count).map(row)).trim_fmt();
                assert_eq!(String::from_utf8(parts).expect("text"), whole, "{count} rows in {width} columns");
            }
        }
    }
}
