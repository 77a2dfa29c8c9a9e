//! Tables with one cell a line, as pages leave them when they lose their table.

use super::{
    Grid, Sheet, fit, is_header_word, is_nature, is_section_row, natured::NATURE_HEADS, next_text, stands_over,
};
use crate::outline::{
    Cell, label,
    line::{Line, Role},
};

/// Most cells that a header has.
const WIDEST: usize = 12;

/// Longest cell, in characters.
const LONGEST: usize = 60;

/// Reads the table whose header starts on line `at`.
pub(super) fn read(sheet: Sheet<'_>, at: usize) -> Option<Grid> {
    let mut heads = header_lines(sheet, at)?;
    let mut first = next_text(sheet.lines, heads.last()? + 1);
    if names_group(sheet, &heads) {
        first = heads.pop()?;
    }
    let numbered = heads.iter().take(3).any(|&head| sheet.lines[head].text() == "序号");
    let mut header = heads;
    let mut reader = Rows { sheet, at: first, rows: Vec::new(), columns: header.len() };
    if numbered {
        reader.columns = numbered_columns(sheet, first, header.len());
        narrow(sheet, &mut header, reader.columns);
        reader.read_numbered();
    } else {
        reader.read_by_nature();
    }
    if reader.rows.iter().filter(|row| row.len() > 1).count() == 0 {
        return None;
    }
    let cells = header.iter().map(|&head| sheet.cell(sheet.lines[head].span)).collect();
    let header = fit(cells, reader.columns);
    let rows = reader.rows.into_iter().map(|row| if row.len() == 1 { row } else { fit(row, header.len()) }).collect();
    Some(Grid { header, rows, end: reader.at, ..Grid::default() })
}

/// The lines of the header: up to the first row.
fn header_lines(sheet: Sheet<'_>, at: usize) -> Option<Vec<usize>> {
    let mut heads = Vec::new();
    let mut next = at;
    let mut named = 0;
    while heads.len() < WIDEST {
        let line = sheet.lines.get(next).filter(|line| line.role == Role::Body)?;
        let text = line.text();
        if text == "1" || is_section_row(line) {
            break;
        }
        if !line.is_short(20) || line.ends_sentence() {
            return None;
        }
        named += usize::from(is_header_word(text) || text.contains("目标") || text.contains('年'));
        heads.push(next);
        next = next_text(sheet.lines, next + 1);
        // Without numbers the header ends with the column that says whether a target binds.
        let unnumbered = !heads.iter().take(3).any(|&head| sheet.lines[head].text() == "序号");
        if unnumbered && NATURE_HEADS.contains(&text) {
            break;
        }
    }
    (heads.len() >= 3 && named >= 2).then_some(heads)
}

/// Whether the last line before row 1 is no column but names the first rows.
fn names_group(sheet: Sheet<'_>, heads: &[usize]) -> bool {
    let text = |at: usize| heads.get(at).map_or("", |&line| sheet.lines[line].text());
    let last = text(heads.len() - 1);
    let column = is_header_word(last) || last.contains(['年', '目', '标', '计', '增', '［', '[', '〔']);
    let closed = ["属性", "性质", "类型", "备注"].iter().any(|word| text(heads.len().wrapping_sub(2)).ends_with(word));
    closed && !column
}

/// How many cells the rows have, by the distance from row 1 to row 2.
fn numbered_columns(sheet: Sheet<'_>, first: usize, header: usize) -> usize {
    let mut next = first;
    let mut cells = Vec::new();
    while cells.len() <= header + 3 && next < sheet.lines.len() {
        cells.push(sheet.lines[next].text());
        next = next_text(sheet.lines, next + 1);
    }
    let Some(one) = cells.iter().position(|&cell| cell == "1") else { return header };
    let two = (one + 3..cells.len()).find(|&at| cells[at] == "2" && at - one + 2 >= header && at - one <= header);
    // The name of the next group of rows may stand between.
    let grouped = |two: usize| is_nature(cells[two - 2]) || is_group_name(cells[two - 1]);
    let two = two.map(|two| if grouped(two) && !is_nature(cells[two - 1]) { two - 1 } else { two });
    let nature =
        (one + 2..cells.len().min(one + header)).find(|&at| is_nature(cells[at]) && cells.get(at + 1) == Some(&"2"));
    two.map(|two| two - one).or(nature.map(|at| at + 1 - one)).unwrap_or(header)
}

/// Whether `text` is numbered as groups of rows are: 二、效益.
fn is_group_name(text: &str) -> bool {
    label::read(text).is_some_and(|l| matches!(l.mark, label::Mark::Chinese | label::Mark::ChineseParen))
}

/// Leaves out the header cells that stand over others, until there are as many as `columns`.
fn narrow(sheet: Sheet<'_>, header: &mut Vec<usize>, columns: usize) {
    let text = |line: usize| sheet.lines[line].text();
    // A column of groups before the numbers shows as rows of its own.
    while header.len() > columns && text(header[0]) != "序号" {
        header.remove(0);
    }
    while header.len() > columns {
        let dated = |at: usize| header.get(at).is_some_and(|&l| text(l).contains('年') || text(l).contains("累计"));
        let group = (1..header.len()).find(|&at| {
            let above = text(header[at]);
            let about = stands_over(above);
            about && label::digits(above).is_none() && dated(at + 1)
        });
        let Some(group) = group.or_else(|| spread_group(header, columns, &text)) else {
            header.truncate(columns);
            return;
        };
        header.remove(group);
    }
}

/// A group whose cells were read after the whole first header row: moves them below it.
fn spread_group<'a>(header: &mut Vec<usize>, columns: usize, text: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let about = |&line: &usize| stands_over(text(line));
    let group = header.iter().position(about)?;
    let nature = header.iter().rposition(|&line| text(line).contains("属性") || text(line).contains("单位"))?;
    let below = header.split_off(nature.max(group) + 1);
    if below.len() < 2 || header.len() + below.len() != columns + 1 {
        header.extend(below);
        return None;
    }
    let tail = header.split_off(group + 1);
    header.extend(below);
    header.extend(tail);
    Some(group)
}

struct Rows<'a> {
    sheet: Sheet<'a>,
    at: usize,
    rows: Vec<Vec<Cell>>,
    columns: usize,
}

impl<'a> Rows<'a> {
    /// Rows that open with 1, 2, 3 …; other lines between them name groups.
    fn read_numbered(&mut self) {
        let mut number = 1;
        loop {
            let text = self.text(self.at);
            if text == number.to_string() {
                self.row(number);
                number += 1;
            } else if self.is_group(number) {
                let cell = self.sheet.cell(self.sheet.lines[self.at].span);
                self.rows.push(vec![cell]);
                self.at = self.after(self.at);
            } else {
                break;
            }
        }
    }

    /// One row: its cells up to the next number, or as many as there are columns.
    fn row(&mut self, number: u32) {
        let next = (number + 1).to_string();
        let mut cells = vec![self.at];
        let mut at = self.after(self.at);
        while let Some(line) = self.cell_line(at) {
            let full = cells.len() >= self.columns;
            let early = cells.len() + 1 >= self.columns && line.text() == next && cells.len() >= 3;
            let closed =
                cells.len() >= 3 && cells.last().is_some_and(|&l| is_nature(self.text(l))) && line.text() == next;
            if full || early || closed || (cells.len() >= 3 && is_section_row(line)) {
                break;
            }
            cells.push(at);
            at = self.after(at);
        }
        self.rows.push(cells.iter().map(|&line| self.sheet.cell(self.sheet.lines[line].span)).collect());
        self.at = at;
    }

    /// Whether the line here names the rows from `number` on.
    fn is_group(&self, number: u32) -> bool {
        let Some(line) = self.cell_line(self.at) else { return false };
        let next = self.after(self.at);
        let starts = self.text(next) == number.to_string();
        line.is_short(24)
            && !line.ends_sentence()
            && (starts || (is_section_row(line) && self.text(self.after(next)) == number.to_string()))
    }

    /// Rows without number: each ends with the cell that says whether its target binds.
    fn read_by_nature(&mut self) {
        let mut cells = Vec::new();
        let mut at = self.at;
        while let Some(line) = self.cell_line(at) {
            if cells.len() >= self.columns {
                break;
            }
            if cells.is_empty() && is_section_row(line) {
                self.rows.push(vec![self.sheet.cell(line.span)]);
            } else {
                cells.push(self.sheet.cell(line.span));
            }
            at = self.after(at);
            if is_nature(line.text()) {
                let row = self.dropped_group(std::mem::take(&mut cells));
                self.rows.push(row);
                self.at = at;
            }
        }
    }

    /// A row that lacks the first cell, because one above spans down to it.
    fn dropped_group(&self, mut row: Vec<Cell>) -> Vec<Cell> {
        while row.len() < self.columns && row.len() + 2 >= self.columns && row.len() >= 2 {
            row.insert(0, Cell::default());
        }
        row
    }

    fn cell_line(&self, at: usize) -> Option<&'a Line> {
        self.sheet.lines.get(at).filter(|line| line.role == Role::Body && line.is_short(LONGEST) && line.last != '。')
    }

    fn text(&self, at: usize) -> &'a str {
        self.cell_line(at).map_or("", |line| line.text())
    }

    fn after(&self, at: usize) -> usize {
        next_text(self.sheet.lines, at + 1)
    }
}
