//! Names that take two columns in some rows and one in others, as merged cells come down: 每千人口医护人员数 beside 医师数 and 护士数, where
//! other rows have a name alone. Either rows with parts have a cell more than the heads, or the column of parts has no head.

use super::{
    kind::{self, Kind},
    token::Token,
};
use crate::{
    grid::model::{Cell, Grid, Origin},
    span::Span,
};

/// The grid of `lines` (heads first) in which a name without parts reaches over the column of parts; none where no rows have parts.
pub(super) fn read(text: &str, lines: &[&[Token]], origin: Origin) -> Option<Grid> {
    let width = lines.first()?.len();
    let end = lines.iter().take_while(|row| row.len() == width || row.len() == width + 1).count();
    // |-|-|: a rule below the heads.
    let rule = |row: &&&[Token]| row.iter().all(|cell| matches!(cell.span().of(text), "-" | ":-" | "-:" | ":-:"));
    let lines = lines[..end].iter().filter(|row| !rule(row));
    let rows: Vec<Vec<Span>> = lines.map(|row| row.iter().map(Token::span).collect()).collect();
    if width < FEWEST || rows.len() < FEWEST {
        return None;
    }
    let names = match rows.iter().any(|row| row.len() > width) {
        true => longer(text, &rows, width)?,
        false => unheaded(text, &rows)?,
    };
    let parted = |row: &Vec<Span>| row.len() > width || !rows.iter().any(|row| row.len() > width);
    let mut cells = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let both = parted(row);
        // The part that a row does not have.
        let none = both && row[names + 1].is_empty() && !row[names].is_empty();
        for (col, &span) in row.iter().enumerate().filter(|&(col, _)| !(none && col == names + 1)) {
            let place = if !both && col > names { col + 1 } else { col };
            let wide = col == names && (none || !both);
            cells.push(Cell::at(text, span, at, place).over(1, if wide { 2 } else { 1 }));
        }
    }
    let last = rows.last()?.iter().map(|cell| cell.end).max()?;
    let span = Span::new(rows[0].first()?.start, last);
    Some(Grid::new(cells, origin, span))
}

/// Fewest columns, and fewest rows with the heads.
const FEWEST: usize = 3;

/// The column of names where some rows have a cell more: behind it one of words stands in each, and all else is as in other rows.
fn longer(text: &str, rows: &[Vec<Span>], width: usize) -> Option<usize> {
    let (long, short): (Vec<_>, Vec<_>) = rows[1..].iter().partition(|row| row.len() > width);
    let alike = |cell: Span, col: usize| {
        let Some(kind) = kind_of(text, cell) else { return true };
        let mut above = short.iter().filter_map(|row| kind_of(text, row[col])).peekable();
        above.peek().is_none() || above.any(|other| class(other) == class(kind))
    };
    let fits = |names: &usize| {
        long.iter().all(|row| {
            let named =
                kind_of(text, row[*names]).is_none_or(is_name) && kind_of(text, row[*names + 1]).is_some_and(is_name);
            let before = (0..*names).all(|col| alike(row[col], col));
            named && before && (*names + 2..=width).all(|col| alike(row[col], col - 1))
        })
    };
    let named = |names: &usize| short.iter().all(|row| kind_of(text, row[*names]).is_none_or(is_name));
    (!short.is_empty()).then(|| (0..width - 1).rev().find(|names| fits(names) && named(names))).flatten()
}

/// The column of names before one without a head, in which words stand in some rows alone.
fn unheaded(text: &str, rows: &[Vec<Span>]) -> Option<usize> {
    let body = &rows[1..];
    let words = |col: usize| body.iter().all(|row| kind_of(text, row[col]).is_none_or(is_name));
    let some = |col: usize| body.iter().filter(|row| !row[col].is_empty()).count();
    let columns = (0..rows[0].len() - 1).filter(|&col| !rows[0][col].is_empty() && rows[0][col + 1].is_empty());
    let parts = |col: &usize| {
        let filled = some(*col + 1);
        filled > 0 && filled < body.len() && words(*col) && words(*col + 1)
    };
    columns.into_iter().find(parts)
}

fn kind_of(text: &str, cell: Span) -> Option<Kind> {
    (!cell.is_empty()).then(|| kind::at(text, cell))
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Words | Kind::Name | Kind::Mixed)
}

/// What cells of a column have in common, roughly: values, names, or others.
fn class(kind: Kind) -> u8 {
    match kind {
        kind if kind.states_value() || kind == Kind::Year => 0,
        Kind::Unit => 1,
        Kind::Closed => 2,
        _ => 3,
    }
}
