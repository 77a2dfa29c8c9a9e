//! Tables that lost their lines whose rows all have all their cells: 指标, 单位, 属性, 2025年, 2030年.
//!
//! Each cell must be what its column holds, so that the table ends where it does; a cell between two rows names a group.

use super::{
    Grid, Sheet, heads_a_value, is_header_word, is_nature,
    natured::{NATURE_HEADS, is_value},
    stands_over,
    tokens::{Token, below_header, ends_line},
};

/// Fewest rows that make a table.
const FEWEST: usize = 3;

/// What a column holds, as far as it can be told from others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Name,
    Nature,
    Value,
    Other,
}

impl Column {
    fn of(head: &str) -> Self {
        match head {
            "序号" => Self::Number,
            head if NATURE_HEADS.contains(&head) => Self::Nature,
            head if heads_a_value(head) => Self::Value,
            head if head.contains(['指', '项', '名']) => Self::Name,
            _ => Self::Other,
        }
    }

    fn takes(self, cell: &str) -> bool {
        match self {
            Self::Number => cell.bytes().all(|b| b.is_ascii_digit()),
            Self::Name => !is_value(cell) && !is_nature(cell) && cell.chars().count() > 1,
            Self::Nature => is_nature(cell),
            Self::Value => is_value(cell),
            Self::Other => !is_nature(cell),
        }
    }
}

/// Reads the table whose header `tokens` begin with.
pub(super) fn read(sheet: Sheet<'_>, tokens: &[Token<'_>]) -> Option<Grid> {
    let end = tokens.iter().take_while(|token| is_header_word(token.text) || heads_a_value(token.text)).count();
    if !(3..=12).contains(&end) {
        return None;
    }
    // A heading over others (“十五五”目标) is no column.
    let over = tokens[..end].iter().position(|token| stands_over(token.text) && !token.text.contains('年'));
    let without = over.map(|at| [&tokens[..at], &tokens[at + 1..end]].concat());
    let cells = below_header(tokens, end);
    [Some(tokens[..end].to_vec()), without].into_iter().flatten().find_map(|heads| grid(sheet, &heads, &cells))
}

fn grid(sheet: Sheet<'_>, heads: &[Token<'_>], cells: &[Token<'_>]) -> Option<Grid> {
    let columns: Vec<Column> = heads.iter().map(|head| Column::of(head.text)).collect();
    if !columns.contains(&Column::Name) || !columns.contains(&Column::Value) {
        return None;
    }
    let is_row = |at: usize| {
        let row = cells.get(at..at + columns.len());
        row.is_some_and(|row| row.iter().zip(&columns).all(|(cell, column)| column.takes(cell.text)))
    };
    let (mut rows, mut at, mut last) = (Vec::new(), 0, None);
    loop {
        if is_row(at) {
            rows.push(cells[at..at + columns.len()].iter().map(|cell| sheet.cell(cell.span)).collect());
            at += columns.len();
            last = Some(cells[at - 1]);
        } else if is_row(at + 1) {
            rows.push(vec![sheet.cell(cells[at].span)]);
            at += 1;
        } else {
            break;
        }
    }
    let header = heads.iter().map(|head| sheet.cell(head.span)).collect();
    let last = last.filter(|last| ends_line(sheet, last))?;
    Some(Grid { header, rows, end: last.line + 1, ..Grid::default() }).filter(|grid| grid.full_rows() >= FEWEST)
}
