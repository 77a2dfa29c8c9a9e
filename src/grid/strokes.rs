//! Columns that stand joined under one head: `2025年/2030年` over `58.6/64` is two columns.

use super::{Cell, Grid, Head, Traits};
use crate::span::Span;

/// What parts the values of a cell, and their heads.
const STROKES: [char; 2] = ['/', '／'];

/// Rows at the top in which a head that joins columns may stand.
const TALLEST: usize = 4;

/// Most columns that one head joins.
const MOST: usize = 6;

/// The head that joins columns: its row, and how many.
type Joint = (usize, usize);

impl Grid {
    /// This grid with a column for each part of a head whose parts are heads of values, where all cells below it have as many.
    pub(super) fn unstroked(self, document: &str) -> Self {
        let mut top = self.cells.iter().take_while(|cell| cell.row() < TALLEST);
        if !top.any(|cell| are_heads(cell.text())) {
            return self;
        }
        let mut columns: Vec<Vec<&Cell>> = vec![Vec::new(); self.cols];
        for cell in self.cells.iter().filter(|cell| cell.cols() == 1 && !cell.is_empty()) {
            columns[cell.col()].push(cell);
        }
        let joints: Vec<Option<Joint>> = columns.iter().map(|column| joins(column)).collect();
        if joints.iter().all(Option::is_none) {
            return self;
        }
        self.divided(document, &joints)
    }

    /// This grid with each column that has a joint parted from the row of its head on.
    fn divided(mut self, document: &str, joints: &[Option<Joint>]) -> Self {
        // Where each column begins then; behind the last, where the grid ends.
        let mut starts = vec![0];
        starts.extend(joints.iter().scan(0, |end, joint| {
            *end += joint.map_or(1, |(_, many)| many);
            Some(*end)
        }));
        let start = |col: usize| match starts.get(col) {
            Some(&start) => start,
            None => col + starts[joints.len()] - joints.len(),
        };
        let place = |cell: Cell| {
            let (first, end) = (start(cell.col()), start(cell.col() + cell.cols()));
            let parts = match joints[cell.col()] {
                Some((row, many)) if cell.cols() == 1 && cell.row() >= row => {
                    Some(parts(cell.text())).filter(|parts| parts.len() == many)
                }
                _ => None,
            };
            let Some(parts) = parts else { return vec![moved(cell, first, end)] };
            let part = |(nth, span): (usize, &Span)| {
                Cell::at(document, cell.view.source(*span), cell.row(), first + nth).over(cell.rows(), 1)
            };
            parts.iter().enumerate().map(part).collect()
        };
        let cells = std::mem::take(&mut self.cells).into_iter();
        Self::new(cells.flat_map(place).collect(), self.origin, self.span)
    }
}

/// `cell` in the columns `first..end`.
fn moved(cell: Cell, first: usize, end: usize) -> Cell {
    let (row, rows) = (cell.row(), cell.rows());
    cell.moved(row, first).over(rows, end - first)
}

/// The joint of a `column`, the cells of that column alone in which something stands.
fn joins(column: &[&Cell]) -> Option<Joint> {
    let head = column.iter().take_while(|cell| cell.row() < TALLEST).find(|cell| are_heads(cell.text()))?;
    let many = parts(head.text()).len();
    let below = || column.iter().filter(|cell| cell.row() > head.row());
    let fits = |cell: &&Cell| is_nothing(cell.text()) || cell.text() == head.text() || states(cell.text(), many);
    let stating = below().filter(|cell| states(cell.text(), many)).count();
    (stating >= 2 && below().all(fits)).then_some((head.row(), many))
}

/// The parts of `text` between strokes outside its brackets.
fn parts(text: &str) -> Vec<Span> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if STROKES.contains(&c) && depth == 0 => {
                parts.push(Span::new(start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(Span::new(start, text.len()));
    parts
}

/// Whether each part of `text` is a head of values by itself.
fn are_heads(text: &str) -> bool {
    let parts = parts(text);
    let of_values = |part: &Span| Some(Head::read(part.of(text))).filter(|head| head.is_one() && head.is_of_values());
    (2..=MOST).contains(&parts.len()) && parts.iter().all(|part| of_values(part).is_some())
}

/// Whether `text` has `many` parts, each a value or a sign for none, and one a value.
fn states(text: &str, many: usize) -> bool {
    let traits: Vec<Traits> = parts(text).iter().map(|part| Traits::of(part.of(text).trim())).collect();
    let value = |traits: &Traits| traits.number || traits.like_year;
    let fits = |traits: &Traits| value(traits) || traits.words || traits.dash;
    traits.len() == many && traits.iter().all(fits) && traits.iter().any(value)
}

fn is_nothing(text: &str) -> bool {
    let traits = Traits::of(text);
    traits.blank || traits.words && !traits.number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Origin, expanded};

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut at = 0;
        let cell = |cell: &str| {
            let span = Span::new(at, at + cell.len());
            at += cell.len() + 1;
            span
        };
        let mut cell = cell;
        let spans = text.split('\n').map(|row| row.split('|').map(&mut cell).collect()).collect::<Vec<Vec<Span>>>();
        expanded(&Grid::of_rows(text, &spans, Origin::Pipes, Span::new(0, text.len())).unstroked(text))
    }

    #[test]
    fn a_head_of_two_years_over_pairs_is_two() {
        assert_eq!(
            rows("指标|2025年/2030年|属性\n绿道|45/60|预期性\n广场|—/9|预期性\n公园|—|预期性"),
            [
                ["指标", "2025年", "2030年", "属性"],
                ["绿道", "45", "60", "预期性"],
                ["广场", "—", "9", "预期性"],
                ["公园", "—", "—", "预期性"]
            ]
        );
        assert_eq!(rows("指标|现状／目标\n绿道|45／60\n广场|7／9")[1], ["绿道", "45", "60"]);
        assert_eq!(
            rows("指标|2025年/2030年|属性|现状／目标\n绿道|45/60|预期性|1/2\n广场|7/9|约束性|3/4"),
            [
                ["指标", "2025年", "2030年", "属性", "现状", "目标"],
                ["绿道", "45", "60", "预期性", "1", "2"],
                ["广场", "7", "9", "约束性", "3", "4"]
            ]
        );
        for whole in [
            // One value under a head that says it is either.
            "指标|年均/累计\n绿道|5\n广场|〔9〕",
            // The strokes are those of the names.
            "指标|2030年\n绿道/步道|45/60\n广场/公园|7/9",
            "指标|2025年/2030年\n绿道|45/60\n广场|7",
        ] {
            assert_eq!(rows(whole)[0].len(), 2, "{whole}");
        }
    }
}
