//! Tables whose cells are parted by tabs, or by the bars of Markdown, a row a line.

use super::{Grid, Sheet, fit, heads_a_value, is_header_word, is_section_row, next_text, stands_over};
use crate::{
    outline::{Cell, line::Role},
    span::Span,
};

/// Reads the table that starts on line `at`.
pub(super) fn read(sheet: Sheet<'_>, at: usize) -> Option<Grid> {
    let mut rows = Vec::new();
    let mut end = at;
    while let Some(line) = sheet.lines.get(end).filter(|line| line.role == Role::Body) {
        let group = rows.len() > 1 && is_section_row(line) && sheet.lines.get(end + 1).is_some_and(|next| next.tabs);
        if !line.tabs && !group {
            break;
        }
        let row = cells(sheet, line.span);
        // The rule below a Markdown header is no row.
        if !row.iter().all(|cell| !cell.view.is_empty() && cell.view.text().chars().all(|c| "-:：—".contains(c))) {
            rows.push(row);
        }
        end = next_text(sheet.lines, end + 1);
    }
    if rows.len() < 2 {
        return None;
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let heads = header_rows(&rows);
    let body = rows.split_off(heads);
    let header = header(sheet, rows, columns);
    let repeated = |row: &Vec<Cell>| row.first().is_some_and(|cell| cell.view.text() == "序号");
    let rows = body.into_iter().filter(|row| !repeated(row)).map(|row| align(row, &header)).collect();
    Some(Grid { header, rows, end, ..Grid::default() })
}

fn cells(sheet: Sheet<'_>, line: Span) -> Vec<Cell> {
    let source = line.of(&sheet.document.text);
    let bars = source.strip_prefix('|').and_then(|inner| inner.strip_suffix('|'));
    let mut at = line.start + usize::from(bars.is_some());
    // Empty cells that open the line.
    let before = sheet.document.text[..line.start].bytes().rev().take_while(|b| matches!(b, b'\t' | b' '));
    let empty = before.filter(|&b| b == b'\t').count();
    let mut cells = vec![Cell::default(); if bars.is_some() { 0 } else { empty }];
    for cell in bars.unwrap_or(source).split(if bars.is_some() { '|' } else { '\t' }) {
        let start = at + cell.len() - cell.trim_start().len();
        cells.push(sheet.cell(Span::new(start, start + cell.trim().len())));
        at += cell.len() + 1;
    }
    cells
}

/// How many rows the header has: up to the row that is numbered 1 or, without numbers, the first that names no column.
fn header_rows(rows: &[Vec<Cell>]) -> usize {
    let numbered = rows.iter().take(4).position(|row| row.iter().take(2).any(|cell| cell.view.text() == "1"));
    let named = |row: &Vec<Cell>| row.iter().filter(|cell| is_header_word(cell.view.text())).count() >= 2;
    // Without numbers a second row that names columns of values alone divides those above.
    let divides = |row: &Vec<Cell>| {
        let filled = row.iter().filter(|cell| !cell.view.is_empty());
        row.first().is_some_and(|cell| cell.view.is_empty())
            && filled.clone().count() > 1
            && filled.clone().all(|cell| heads_a_value(cell.view.text()))
    };
    numbered.filter(|&at| at > 0).unwrap_or_else(|| {
        let first = usize::from(rows.first().is_some_and(named) || numbered.is_none());
        first + usize::from(first == 1 && rows.get(1).is_some_and(divides))
    })
}

/// One row of header cells: a second row divides the last cells of the first.
fn header(sheet: Sheet<'_>, rows: Vec<Vec<Cell>>, columns: usize) -> Vec<Cell> {
    let mut rows = rows.into_iter();
    let mut header = rows.next().unwrap_or_default();
    for below in rows {
        let below: Vec<Cell> = below.into_iter().filter(|cell| !cell.view.is_empty()).collect();
        if spread(sheet, &mut header, &below) {
            continue;
        }
        if header.len() + below.len() == columns + 1 && !header.is_empty() {
            let group = group_at(&header, below.len());
            let above = header.remove(group).span;
            for (at, cell) in below.into_iter().enumerate() {
                header.insert(group + at, sheet.below(above, cell.span));
            }
        }
    }
    fit(header, columns)
}

/// Puts each cell of `below` under the header cell that reaches over it: one that empty cells follow. Gives whether
/// they came out even.
fn spread(sheet: Sheet<'_>, header: &mut [Cell], below: &[Cell]) -> bool {
    let empty = |at: usize| header.get(at).is_some_and(|cell| cell.view.is_empty());
    let reached: Vec<usize> = (0..header.len()).filter(|&at| empty(at) || (empty(at + 1))).collect();
    if reached.is_empty() || reached.len() != below.len() {
        return false;
    }
    let mut above = header[reached[0]].span;
    for (&at, cell) in reached.iter().zip(below) {
        if !header[at].view.is_empty() {
            above = header[at].span;
        }
        header[at] = sheet.below(above, cell.span);
    }
    true
}

/// The header cell that several others stand under: the one about targets, or the last.
fn group_at(header: &[Cell], below: usize) -> usize {
    let about = |cell: &Cell| stands_over(cell.view.text());
    let last = header.len() - 1;
    if below > 1 { header.iter().rposition(about).unwrap_or(last) } else { last }
}

/// `row` under `header`: a row whose first cell spans down from the row above starts one column later.
fn align(mut row: Vec<Cell>, header: &[Cell]) -> Vec<Cell> {
    let number = header.iter().position(|cell| cell.view.text() == "序号");
    let numbered = row.first().is_some_and(|cell| {
        let text = cell.view.text();
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
    });
    match number {
        Some(at) if at > 0 && numbered && row.len() + at <= header.len() => {
            for _ in 0..at {
                row.insert(0, Cell::default());
            }
        }
        _ if row.len() == 1 => return row,
        _ => {}
    }
    fit(row, header.len())
}
