//! Drawn tables whose rules part rows of several lines: what stands in one column between two rules is one cell.

use super::{
    block::Block,
    split::{Sign, is_bar, is_rule},
};
use crate::{
    grid::model::{Cell, Grid, Origin},
    source::View,
    span::Span,
};

/// The grid of `block` where rules stand between all of its rows and some row takes up several lines.
pub(super) fn read(block: &Block<'_>) -> Option<Grid> {
    let first = block.lines.first()?.of(block.text);
    if !first.starts_with(is_bar) {
        return None;
    }
    // The lines of each row, each parted into as many cells.
    let mut rows: Vec<Vec<Vec<Span>>> = vec![Vec::new()];
    let mut last = block.lines[0];
    for (at, &line) in block.lines.iter().enumerate() {
        let cells = Sign::Bar.cells(block, at);
        match () {
            () if is_rule(block.text, &cells) => rows.push(Vec::new()),
            () if line.of(block.text).starts_with(is_bar) => rows.last_mut()?.push(cells),
            () => break,
        }
        last = line;
    }
    rows.retain(|row| !row.is_empty());
    let width = rows.first()?.first()?.len();
    let even = rows.iter().flatten().all(|cells| cells.len() == width);
    if rows.len() < 3 || width < 2 || !even || rows.iter().all(|row| row.len() == 1) {
        return None;
    }
    let cell = |(row, col): (usize, usize)| {
        let spans: Vec<Span> = rows[row].iter().map(|cells| cells[col]).filter(|span| !span.is_empty()).collect();
        let span = spans.iter().copied().reduce(Span::join).unwrap_or_default();
        Cell::new(span, View::new(block.text, &spans), row, col)
    };
    let places = (0..rows.len()).flat_map(|row| (0..width).map(move |col| (row, col)));
    Some(Grid::new(places.map(cell).collect(), Origin::Pipes, block.lines[0].join(last)))
}
