//! Rows that lack values of years, where nothing tells which: they hold the last ones, for what a plan starts from is missing more often
//! than what it shall reach.

use crate::grid::{Grid, Head, Word, model::Cell};

/// Moves the values of `grid` whose rows end before the last of the years that head a run of columns, below `heads` rows, to the right.
pub(super) fn settle(grid: &mut Grid, heads: usize) {
    for (from, to) in runs(grid, heads) {
        let moves = moves(grid, heads, (from, to));
        for (at, by) in moves.into_iter().rev() {
            let cell = std::mem::take(&mut grid.cells[at]);
            let (row, col) = (cell.row(), cell.col());
            grid.cells[at] = cell.moved(row, col + by);
        }
    }
}

/// The first and the last column of each run of columns that years head, each later than the one before.
fn runs(grid: &Grid, heads: usize) -> Vec<(usize, usize)> {
    let mut years: Vec<Option<i32>> = vec![None; grid.cols];
    for cell in grid.cells.iter().take_while(|cell| cell.row() < heads).filter(|cell| cell.cols() == 1) {
        let head = Head::read(cell.text());
        let rates = [Word::Growth, Word::Yearly, Word::Total, Word::Addition].into_iter().any(|word| head.says(word));
        years[cell.col()] = head.year.filter(|_| head.is_one() && !rates);
    }
    let mut runs = Vec::new();
    let mut from = 0;
    for to in 0..years.len() {
        let follows = years.get(to + 1).is_some_and(|next| years[to].is_some() && *next > years[to]);
        if !follows {
            if to > from {
                runs.push((from, to));
            }
            from = to + 1;
        }
    }
    runs
}

/// The cells of columns `from` to `to` whose rows end before `to`, each with by how many columns.
fn moves(grid: &Grid, heads: usize, (from, to): (usize, usize)) -> Vec<(usize, usize)> {
    let inside = |cell: &Cell| (from..=to).contains(&cell.col()) && cell.cols() == 1 && cell.row() >= heads;
    let placed: Vec<usize> = (0..grid.cells.len()).filter(|&at| inside(&grid.cells[at])).collect();
    let mut moves = Vec::new();
    for row in placed.chunk_by(|one, next| grid.cells[*one].row() == grid.cells[*next].row()) {
        let last = row.last().map_or(to, |&at| grid.cells[at].col());
        if row.len() == last + 1 - from {
            moves.extend(row.iter().filter(|_| last < to).map(|&at| (at, to - last)));
        }
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        grid::{Origin, expanded},
        span::Span,
    };

    /// The last row of the grid of `rows`, cells parted by bars, as [`settle`] leaves it; `~` is no cell.
    fn last(rows: &[&str]) -> String {
        let text = rows.join("\n");
        let mut cells = Vec::new();
        let mut at = 0;
        for (row, line) in rows.iter().enumerate() {
            for (col, cell) in line.split('|').enumerate() {
                let span = Span::new(at, at + cell.len());
                if cell != "~" {
                    cells.push(Cell::at(&text, span, row, col));
                }
                at += cell.len() + 1;
            }
        }
        let mut grid = Grid::new(cells, Origin::Lines, Span::new(0, text.len()));
        settle(&mut grid, 1);
        expanded(&grid).pop().unwrap_or_default().join("|")
    }

    #[test]
    fn what_lacks_a_value_lacks_the_first() {
        let heads = "指标|2025年|2030年|属性";
        assert_eq!(last(&[heads, "绿道|12|~|预期性"]), "绿道||12|预期性");
        assert_eq!(last(&[heads, "绿道|12|—|预期性"]), "绿道|12|—|预期性");
        assert_eq!(last(&["指标|2025年|2028年|2030年", "绿道|12|15|~"]), "绿道||12|15");
        assert_eq!(last(&["指标|2025年|年均增长", "绿道|12|~"]), "绿道|12|", "no year");
    }
}
