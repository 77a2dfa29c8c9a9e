//! Heads and titles that stand in each place which they would take up if they were merged (指标 | 2025年 | 2025年 over 指标 | 实际 | 目标).

use std::mem::take;

use super::{Cell, Grid, Head, Traits};

/// Most rows that a head takes up.
const TALLEST: usize = 4;

/// Most places that a head fills: wider grids are none that people lay out.
const WIDEST: usize = 256;

/// Fewest cells of a row that make one where all say the same.
const WIDE: usize = 3;

impl Grid {
    /// This grid with one cell for each head, title and group whose text fills all the places of one; as it is where it has merged
    /// cells, for then these are told.
    pub(super) fn unrepeated(mut self) -> Self {
        let single = self.cells.iter().all(|cell| cell.rows() == 1 && cell.cols() == 1);
        let mut rows = self.cells.chunk_by(|one, other| one.row() == other.row());
        if !single || rows.clone().any(|row| row.len() > WIDEST) {
            return self;
        }
        let (titles, first) = (rows.clone().take_while(|row| is_one(row)).count(), rows.find(|row| !is_one(row)));
        let repeats = first.is_some_and(|row| row.windows(2).any(|pair| one_head(&pair[0], &pair[1])));
        let wide = titles > 0 || rows.any(is_one);
        if !repeats && !wide {
            return self;
        }
        let mut merged = Vec::with_capacity(self.cells.len());
        let mut rows = rows_of(take(&mut self.cells)).into_iter().peekable();
        merged.extend(rows.by_ref().take(titles).map(one));
        let mut heads: Vec<Vec<Cell>> = rows.next().into_iter().collect();
        let below = |heads: &[Vec<Cell>], row: &Vec<Cell>| repeats && heads.len() < TALLEST && goes_on(heads, row);
        while let Some(row) = rows.next_if(|row| below(&heads, row)) {
            heads.push(row);
        }
        merged.extend(if repeats { joined(heads) } else { heads.into_iter().flatten().collect() });
        for row in rows {
            match is_one(&row) {
                true => merged.push(one(row)),
                false => merged.extend(row),
            }
        }
        Self::new(merged, self.origin, self.span)
    }
}

/// `cells` a row each.
fn rows_of(cells: Vec<Cell>) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match rows.last_mut().filter(|row| row[0].row() == cell.row()) {
            Some(row) => row.push(cell),
            None => rows.push(vec![cell]),
        }
    }
    rows
}

/// Whether two cells say the same, and something that is no value.
fn same(one: &Cell, other: &Cell) -> bool {
    one.text() == other.text() && Traits::of(one.text()).letters_alone()
}

/// Whether two cells say the same and may be one head.
fn one_head(one: &Cell, other: &Cell) -> bool {
    one.text() == other.text() && (same(one, other) || !one.is_empty() && Head::read(one.text()).is_one())
}

/// Whether all cells of `row` say the same.
fn is_one(row: &[Cell]) -> bool {
    row.len() >= WIDE && row.windows(2).all(|pair| pair[0].text() == pair[1].text()) && same(&row[0], &row[1])
}

/// The cell that `row` of repeated cells is.
fn one(row: Vec<Cell>) -> Cell {
    let wide = row.len();
    row.into_iter().next().unwrap_or_default().over(1, wide)
}

/// Whether `row` below `heads` is one: some of them stand in it again, and it divides what stands twice in the last of them.
fn goes_on(heads: &[Vec<Cell>], row: &[Cell]) -> bool {
    let Some(last) = heads.last().filter(|last| last.len() == row.len()) else { return false };
    let again = last.iter().zip(row).any(|(above, cell)| one_head(above, cell));
    let divides = |(above, below): (&[Cell], &[Cell])| {
        one_head(&above[0], &above[1]) && !below[0].is_empty() && below[0].text() != above[0].text()
    };
    again && last.windows(2).zip(row.windows(2)).any(divides)
}

/// The cells of the rows of `heads`, those that say the same beside and below each other as one.
fn joined(mut heads: Vec<Vec<Cell>>) -> Vec<Cell> {
    let mut cells = Vec::new();
    for row in 0..heads.len() {
        let mut col = 0;
        while col < heads[row].len() {
            let end = (col + 1..heads[row].len()).find(|&next| !one_head(&heads[row][col], &heads[row][next]));
            let wide = end.unwrap_or(heads[row].len()) - col;
            let fills = |below: &Vec<Cell>| {
                below
                    .get(col..col + wide)
                    .is_some_and(|cells| cells.iter().all(|cell| one_head(&heads[row][col], cell)))
            };
            let tall = 1 + heads[row + 1..].iter().take_while(|below| fills(below)).count();
            let covered = heads[row][col].rows() == 0;
            if !covered {
                cells.push(heads[row][col].clone().over(tall, wide));
            }
            for below in heads[row + 1..row + tall].iter_mut().filter(|_| !covered) {
                below[col..col + wide].iter_mut().for_each(|cell| *cell = take(cell).over(0, 0));
            }
            col += wide;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use crate::grid::tests::grid;

    /// The cells of the table with these rows: text, and over how many rows and columns where these are several.
    fn cells(rows: &[&str]) -> Vec<String> {
        let grid = grid(rows).unrepeated();
        let over = |cell: &crate::grid::Cell| match (cell.rows(), cell.cols()) {
            (1, 1) => cell.text().to_owned(),
            (rows, cols) => format!("{} {rows}x{cols}", cell.text()),
        };
        grid.cells.iter().map(over).collect()
    }

    #[test]
    fn heads_that_fill_the_places_of_a_merged_one_are_one() {
        assert_eq!(
            cells(&["指标|投资|投资|属性", "指标|2025年|2030年|属性", "绿道|7|7|预期性"]),
            ["指标 2x1", "投资 1x2", "属性 2x1", "2025年", "2030年", "绿道", "7", "7", "预期性"]
        );
        assert_eq!(
            cells(&["主要指标|主要指标|主要指标", "指标|指标|2030年", "生态|绿道|7"])[..3],
            ["主要指标 1x3", "指标 1x2", "2030年"]
        );
        assert_eq!(
            cells(&["指标|2021—2025年|2021—2025年", "指标|新建|改造", "绿道|7|7"])[..4],
            ["指标 2x1", "2021—2025年 1x2", "新建", "改造"]
        );
        assert_eq!(cells(&["指标|2025年|2030年", "生态|生态|生态", "绿道|7|7"])[3..5], ["生态 1x3", "绿道"]);
    }

    #[test]
    fn values_that_stand_again_are_values_each() {
        for rows in [["指标|2025年|2030年", "绿道|7|7"], ["指标|指标|2030年", "绿道|绿道|7"]] {
            assert_eq!(cells(&rows).len() + usize::from(rows[0].contains("指标|指标")), 6, "{rows:?}");
        }
        assert_eq!(cells(&["100|100|100", "7|7|7"]).len(), 6);
    }
}
