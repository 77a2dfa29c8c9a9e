//! Cells told by where they stand on the page, as in documents that were printed to text: what stands under one another is a column,
//! heads stand in the middle over theirs, and a name that takes up several lines has its values beside any of them.

mod columns;
mod heads;
mod page;
mod rows;
mod topped;

use self::page::{Line, Page, Piece, Reach};
use super::{
    aligned::{self, Aligned},
    block::Block,
    kind,
    split::Sign,
    token::{Gap, gap_before},
};
use crate::{
    grid::model::{Grid, Origin},
    span::Span,
};

/// Most lines that a printed table has; a longer one is left to the other readers.
const MOST: usize = 600;

/// Most pieces that a line of one has.
const WIDEST: usize = 64;

/// Most lines on end that no wide gap parts.
const MOST_BARE: usize = 4;

/// The grids of `block` as its pieces stand on the page: from the top of their rows, which fewer pages allow, and under each other.
pub(super) fn read(block: &Block<'_>) -> Vec<Grid> {
    let Some(lines) = lines(block) else { return Vec::new() };
    let topped = topped::read(block.text, &lines);
    topped.into_iter().chain(under_each_other(block, lines)).collect()
}

fn under_each_other(block: &Block<'_>, mut lines: Vec<Line>) -> Option<Grid> {
    let columns = columns::place(&mut lines)?;
    let page = Page { text: block.text, lines, columns };
    let rows = rows::of(&page).filter(|rows| !rows.run_into_each_other(&page))?;
    let mut cells = heads::cells(&page, rows.first, &rows.valued)?;
    let below = cells.iter().map(|cell| cell.row() + cell.rows()).max()?;
    cells.extend(rows.cells(&page, below));
    let reach = |line: &Line| line.pieces.iter().map(|piece| piece.span).reduce(Span::join);
    let span = page.lines[..rows.end()].iter().filter_map(reach).reduce(Span::join)?;
    Some(Grid::new(cells, Origin::Wide, span))
}

/// The lines of `block` up to the last that wide gaps part, or a few behind it; `None` where they are more than
/// are read so.
fn lines(block: &Block<'_>) -> Option<Vec<Line>> {
    let (mut lines, mut bare) = (Vec::new(), 0);
    let aligned = Aligned::of(block);
    for at in 0..block.lines.len() {
        let cells = Sign::Wide.cells(block, at);
        if at == MOST {
            return None;
        }
        if cells.len() > WIDEST {
            break;
        }
        let pieces: Vec<Piece> =
            aligned.parted(block.text, &cells).into_iter().filter_map(|span| piece(block, span)).collect();
        bare = if pieces.len() > 1 { 0 } else { bare + 1 };
        if bare > MOST_BARE {
            break;
        }
        lines.push(Line { pieces, apart: gap_before(block, at) == Gap::Blank });
    }
    Some(lines)
}

fn piece(block: &Block<'_>, span: Span) -> Option<Piece> {
    let text = span.of(block.text);
    let from = aligned::column(block.text, span.start);
    let reach = Reach { from, to: from + text.chars().map(aligned::width).sum::<usize>() };
    let single = text.chars().nth(1).is_none() && text.chars().all(|c| aligned::width(c) > 1 && c.is_alphabetic());
    (!span.is_empty()).then(|| Piece { span, reach, kind: kind::at(block.text, span), single, col: 0 })
}
