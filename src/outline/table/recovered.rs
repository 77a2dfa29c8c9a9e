//! Tables that have come down as text: of the grids that [`crate::grid::recover`] finds, the one whose roles hold best.

use super::{Grid, next_text};
use crate::{
    grid::{
        self,
        recover::{self, Block},
        roles::{self, Reading},
    },
    outline::{
        Cell, caption,
        line::{Line, Role},
    },
    source::Document,
    span::Span,
};

/// How many lines are looked at before a table is searched for.
const GLANCE: usize = 60;

/// How much better a table must be that opens one line later, for the line to be its title.
const BETTER: f64 = 0.02;

/// Fewest rows of a table without caption whose cells no sign parts.
const FEWEST: usize = 3;

/// Reads the table whose first line is `at`.
pub(super) fn read(lines: &[Line], at: usize, document: &Document, context: &grid::Context<'_>) -> Option<Grid> {
    let (reading, found) = best(lines, at, document, context)?;
    if !is_parted(found.origin) {
        let below = best(lines, next_text(lines, at + 1), document, context);
        if below.is_some_and(|(later, _)| later.score > reading.score + BETTER) {
            return None;
        }
    }
    let end = lines.iter().skip(at).position(|line| line.span.start >= found.span.end).map_or(lines.len(), |n| at + n);
    let (header, rows) = rows(&found);
    Some(Grid { header, rows, end, cells: Some(found) })
}

/// Whether a sign parts cells of `origin`.
fn is_parted(origin: grid::Origin) -> bool {
    matches!(origin, grid::Origin::Pipes | grid::Origin::Tabs | grid::Origin::Commas | grid::Origin::Wide)
}

/// The grid of the best reading.
fn best(lines: &[Line], at: usize, document: &Document, context: &grid::Context<'_>) -> Option<(Reading, grid::Grid)> {
    let text = &document.text;
    let glance = block(lines, at, document, GLANCE);
    if !recover::may_open(&Block { text, lines: &glance }) {
        return None;
    }
    let spans = block(lines, at, document, recover::LONGEST);
    let grids = recover::candidates(&Block { text, lines: &spans });
    let read = grids.into_iter().filter_map(|grid| {
        let reading = roles::read(&grid, context).filter(|reading| reading.score >= roles::READ)?;
        is_sure(&reading, &grid, context).then_some((reading, grid))
    });
    let mut best: Option<(Reading, grid::Grid)> = None;
    for (reading, grid) in read {
        let rank = |reading: &Reading| (reading.score * 100.0) as i64;
        let better =
            best.as_ref().is_none_or(|(other, _)| (rank(&reading), reading.values()) > (rank(other), other.values()));
        if better {
            best = Some((reading, grid));
        }
    }
    best
}

/// Whether a reading is that of a table and not of prose: its columns have heads and there are several rows.
fn is_sure(reading: &Reading, grid: &grid::Grid, context: &grid::Context<'_>) -> bool {
    let records: usize = reading.parts.iter().map(|part| part.records.len()).sum();
    let headed = reading.parts.iter().any(|part| !part.heads.is_empty());
    let least = if is_parted(grid.origin) {
        1
    } else if context.caption.is_empty() {
        FEWEST
    } else {
        2
    };
    records >= least && (headed || !context.caption.is_empty() || is_parted(grid.origin) && records >= FEWEST)
}

/// The lines from `at` on that a table may take up, `most` at most.
fn block(lines: &[Line], at: usize, document: &Document, most: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(at) {
        match line.role {
            Role::Furniture => continue,
            Role::Body => {}
            _ => break,
        }
        let sentence = line.last == '。' && !line.tabs && !line.is_short(30);
        let other = index > at && (caption::read(line).is_some() || document.marks.table(line.span.start).is_some());
        if other || sentence && index > at || spans.len() >= most {
            break;
        }
        spans.push(line.span);
        if sentence {
            break;
        }
    }
    spans
}

/// The first row of `grid`, and the others; a cell over the whole width is a row of its own.
fn rows(grid: &grid::Grid) -> (Vec<Cell>, Vec<Vec<Cell>>) {
    let mut rows: Vec<Vec<Cell>> = vec![vec![Cell::default(); grid.cols]; grid.rows];
    for cell in &grid.cells {
        let own = Cell { span: cell.span, view: cell.view.clone() };
        let Some(row) = rows.get_mut(cell.row) else { continue };
        if cell.cols > 1 && cell.cols >= grid.cols {
            *row = vec![own];
        } else if let Some(place) = row.get_mut(cell.col) {
            *place = own;
        }
    }
    let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
    (header, rows)
}
