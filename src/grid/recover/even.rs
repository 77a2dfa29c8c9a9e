//! Rows of as many pieces each, a line a row, or with the last ones missing.

use super::{
    kind::{self, Column, looks_valued},
    shape,
    token::{Token, lines},
};
use crate::{
    grid::model::{Cell, Grid, Origin},
    lexicon::numerals,
    memory::let_go,
    span::Span,
};

/// A row of pieces, with empty cells behind them up to its width.
pub(super) struct Even<'t> {
    pieces: &'t [Token],
    pub(super) width: usize,
}

impl<'t> Even<'t> {
    fn of(pieces: &'t [Token]) -> Self {
        Self { pieces, width: pieces.len() }
    }
}

/// The rows of lines that all have as many cells, or so many times as many.
pub(super) fn even<'t>(text: &str, tokens: &'t [Token]) -> Option<Vec<Even<'t>>> {
    let lines = || lines(tokens);
    let width = lines().next()?.len();
    // Rows that stand one behind the other on a line, each as wide as the heads.
    let mut rows: Vec<Even<'_>> =
        match width > 2 && lines().all(|row| row.len() == 1 || row.len().is_multiple_of(width)) {
            true => lines().flat_map(|row| row.chunks(width)).map(Even::of).collect(),
            false => lines().map(Even::of).collect(),
        };
    fill(text, &mut rows);
    let end = rows.iter().position(|row| row.width == 1).unwrap_or(rows.len());
    let rest = rows.len() - end;
    if width < 2 || end < 2 || rest > 1 || rows[..end].iter().any(|row| row.width != width) {
        return None;
    }
    rows.truncate(end);
    Some(rows)
}

/// The rows of lines of which some end before their last cells, which are empty: what they hold stands under its own heads, for
/// empty cells before it are kept. A name alone, or behind its number, may stand between them.
pub(super) fn padded(tokens: &[Token]) -> Option<Vec<Even<'_>>> {
    let lines: Vec<&[Token]> = lines(tokens).collect();
    let width = lines.first()?.len();
    let end = lines.iter().take_while(|row| row.len() <= width).count();
    let end = lines[..end].iter().rposition(|row| row.len() > NAMED)? + 1;
    let short = || lines[..end].iter().filter(|row| row.len() < width);
    let placed = |row: &&&[Token]| row.len() <= NAMED || row.iter().any(|cell| cell.span().is_empty());
    let ends = short().any(|row| row.len() > NAMED) && short().all(|row| placed(&row));
    let told = width > NAMED && ends && short().count() * 2 <= end;
    told.then(|| lines[..end].iter().map(|row| Even { pieces: row, width }).collect())
}

/// Longest name of a group without a number, in characters.
const GROUP: usize = 6;

/// The rows of lines of words that are as wide as the first, between which names of groups stand alone or behind their numbers.
pub(super) fn grouped<'t>(text: &str, tokens: &'t [Token]) -> Option<Vec<Even<'t>>> {
    let all: Vec<&[Token]> = lines(tokens).collect();
    let width = all.first()?.len();
    let valued = |row: &[Token]| row[1..].iter().any(|piece| kind::at(text, piece.span()).states_value());
    let whole = |row: &[Token]| row.len() == width && valued(row);
    let names = |row: &[Token]| match row {
        // 规模以上工业企业数字化 over 转型覆盖率: a longer line is the beginning of a name.
        [name] => {
            let short = name.span().of(text).chars().nth(GROUP).is_none();
            short && kind::at(text, name.span()) == kind::Kind::Words
        }
        [number, name] => {
            let words = matches!(kind::at(text, name.span()), kind::Kind::Words | kind::Kind::Closed);
            number.span().of(text).chars().all(numerals::is_numbering) && words
        }
        _ => false,
    };
    let group = |at: usize| names(all[at]) && all.get(at + 1).is_some_and(|row| whole(row));
    let end = (1..all.len()).find(|&at| !whole(all[at]) && !group(at)).unwrap_or(all.len());
    let groups = (1..end).filter(|&at| group(at)).count();
    let told = width > NAMED && groups > 0 && end > groups * 2 + 1 && !valued(all[0]);
    told.then(|| all[..end].iter().map(|row| Even { pieces: row, width }).collect())
}

/// Most cells of a line that names a group.
const NAMED: usize = 2;

/// The grid of `rows` of as many cells each.
pub(super) fn even_grid(text: &str, rows: Vec<Even<'_>>, origin: Origin) -> Grid {
    let width = rows[0].width;
    let mut cells = Vec::with_capacity(rows.len() * width);
    for (at, row) in rows.iter().enumerate() {
        let last = row.pieces.last().map_or(0, |piece| piece.span().end);
        let spans = row.pieces.iter().map(Token::span).chain(std::iter::repeat(Span::new(last, last)));
        cells.extend(spans.take(width).enumerate().map(|(col, span)| Cell::at(text, span, at, col)));
    }
    let_go(rows);
    let end = cells[cells.len() - width..].iter().map(|cell| cell.span().end).max().unwrap_or(0);
    let span = Span::new(cells[0].span().start, end);
    let mut grid = Grid::new(cells, origin, span);
    shape::reach_down(&mut grid, &vec![Column::Words; width], 1);
    grid
}

/// Fills rows that hold fewer blocks than stand side by side under heads that return, where their cells are as those above.
fn fill(text: &str, rows: &mut [Even<'_>]) {
    let [heads, first, ..] = &*rows else { return };
    let (width, said) = (heads.width, |at: usize| heads.pieces[at].span().of(text));
    let returns =
        |period: &usize| width.is_multiple_of(*period) && (*period..width).all(|at| said(at) == said(at - period));
    let Some(period) = (2..=width / 2).find(returns).filter(|_| first.width == width) else { return };
    let valued = |piece: &Token| looks_valued(piece.span().of(text));
    let above: Vec<bool> = first.pieces.iter().map(valued).collect();
    let alike = |row: &Even<'_>| row.pieces.iter().zip(&above).all(|(piece, above)| valued(piece) == *above);
    for row in rows.iter_mut().filter(|row| row.width < width && row.width.is_multiple_of(period) && alike(row)) {
        row.width = width;
    }
}
