//! Whole rows of cells that have a line each, below as many heads: 街道 | 步道（公里） | 球场（个） over 柳河路 | 12 | 5.

use super::{
    kind::{Kind, names_group},
    token::Tokens,
};
use crate::{
    grid::{
        Head,
        model::{Cell, Grid, Origin},
    },
    lexicon::{COLUMNS, signs},
    span::Span,
};

/// Fewest and most columns.
const NARROWEST: usize = 3;
const WIDEST: usize = 12;

/// Fewest rows, and fewest where nothing stands below them.
const FEWEST: usize = 3;
const FEWEST_ALONE: usize = 2;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Value,
    Words,
    /// Units, natures and other words of a few.
    Closed,
}

impl Class {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Value | Kind::Count | Kind::Dash | Kind::Instead | Kind::Year => Self::Value,
            Kind::Unit | Kind::Closed => Self::Closed,
            Kind::Words | Kind::Name | Kind::Mixed | Kind::Long => Self::Words,
        }
    }

    /// Whether a cell of this `kind` may stand in a column of the class.
    fn fits(self, kind: Kind) -> bool {
        let own = Self::of(kind);
        own == self
            || match self {
                Self::Value => kind == Kind::Mixed,
                Self::Closed => matches!(kind, Kind::Words | Kind::Dash),
                Self::Words => matches!(kind, Kind::Instead | Kind::Closed | Kind::Dash),
            }
    }
}

/// How wide the rows of `tokens` are and how many there are, where whole rows begin below as many heads and end with the pieces.
pub(super) fn shape(tokens: &Tokens<'_>) -> Option<(usize, usize)> {
    (NARROWEST..=WIDEST).find_map(|width| {
        let rows = rows(tokens, width)?;
        let least = if width * (rows + 1) == tokens.len() { FEWEST_ALONE } else { FEWEST };
        (rows >= least).then_some((width, rows))
    })
}

/// Most cells that are looked at.
pub(super) const MOST: usize = 2_000;

/// The grid of the whole rows of `tokens`.
pub(super) fn read(tokens: &Tokens<'_>) -> Option<Grid> {
    let (width, rows) = shape(tokens)?;
    let cells: Vec<Cell> = tokens.all[..width * (rows + 1)]
        .iter()
        .enumerate()
        .map(|(at, token)| Cell::at(tokens.text, token.span(), at / width, at % width))
        .collect();
    let span = cells.iter().map(Cell::span).reduce(Span::join)?;
    Some(Grid::new(cells, Origin::Lines, span))
}

/// How many rows of `width` cells stand below as many heads, where hardly anything but a note stands below them.
fn rows(tokens: &Tokens<'_>, width: usize) -> Option<usize> {
    let kinds: Vec<Kind> = tokens.kinds.iter().copied().collect::<Option<_>>()?;
    let heads = kinds.get(..width)?;
    let value = |(at, kind): (usize, &Kind)| match kind {
        // 6月底前 heads a column.
        Kind::Value | Kind::Instead => {
            let view = tokens.view(at);
            !Head::read(view.text()).is_one() && !view.text().contains(signs::month)
        }
        _ => matches!(kind, Kind::Count | Kind::Dash | Kind::Long),
    };
    let first: Vec<Class> = kinds.get(width..2 * width)?.iter().map(|kind| Class::of(*kind)).collect();
    if heads.iter().enumerate().any(value) || !first.contains(&Class::Value) {
        return None;
    }
    let numbered = kinds[width] == Kind::Count;
    let number = |at: usize| tokens.view(at).text().parse::<usize>().ok();
    let fits = |row: usize| {
        let cells = &kinds[row * width..(row + 1) * width];
        let name = &cells[usize::from(numbered)];
        let label = tokens.view(row * width + usize::from(numbered));
        let named = matches!(name, Kind::Words | Kind::Name | Kind::Mixed) && !names_group(label.text());
        let long = (row * width..(row + 1) * width).any(|at| tokens.view(at).text().chars().nth(LONGEST).is_some());
        let counts = !numbered || number(row * width) == Some(row);
        let strange = |at: usize| !first[at].fits(cells[at]) && !is_told(tokens.view(row * width + at).text());
        // 显著提升 beside a value, or a dash for one.
        let worded = |at: &usize| first[*at] == Class::Value && cells[*at] == Kind::Words;
        let strange: Vec<usize> = (0..width).filter(|at| strange(*at)).collect();
        let beside = (0..width).any(|at| first[at] == Class::Value && Class::of(cells[at]) == Class::Value);
        named && counts && !long && (strange.is_empty() || strange.len() == 1 && strange.iter().all(worded) && beside)
    };
    let rows = (1..kinds.len() / width).take_while(|row| fits(*row)).count();
    let below = width * (rows + 1);
    (below == kinds.len() || is_behind(tokens, &kinds, below)).then_some(rows)
}

/// Whether the piece `at` stands behind a table: a note, or a heading over prose.
fn is_behind(tokens: &Tokens<'_>, kinds: &[Kind], at: usize) -> bool {
    let view = tokens.view(at);
    let heading = names_group(view.text()) && kinds.get(at + 1) == Some(&Kind::Long);
    kinds[at] == Kind::Long || heading || COLUMNS.note_mark.prefix(view.text()).is_some()
}

/// Longest cell, in characters.
const LONGEST: usize = 40;

/// Fewest letters beside the number of a cell that tells a target in words.
const TOLD: usize = 4;

/// Whether `text` tells a number in words: 建成口袋公园15个.
fn is_told(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().filter(|c| c.is_alphabetic()).count() >= TOLD
}

#[cfg(test)]
mod tests {
    use super::{super::token, *};
    use crate::grid::recover::Block;

    fn shape_of(cells: &str) -> Option<(usize, usize)> {
        let text = cells.replace('|', "\n");
        let spans = crate::grid::recover::block::lines_of(&text);
        shape(&Tokens::new(&text, &token::by_line(&Block { text: &text, lines: &spans })))
    }

    #[test]
    fn whole_rows_stand_below_as_many_heads() {
        for (cells, expected) in [
            ("街道|步道|球场|柳河路|12|5|建设路|8|4", Some((3, 2))),
            ("街道|步道|球场|柳河路|12|5|建设路|8|4|石桥路|6|—|注：含规划。", Some((3, 3))),
            ("序号|街道|步道|1|柳河路|12|2|建设路|8|3|石桥路|6", Some((3, 3))),
            ("街道|步道|球场|柳河路|12|5|建设路|—|显著增加|石桥路|6|2", Some((3, 3))),
            ("街道|步道|6月底前|柳河路|12|5|建设路|8|4", Some((3, 2))),
            ("街道|步道|球场|柳河路|12|5|建设路|8", None),
            ("街道|步道|球场|柳河路|12|5|建设路|8|4|石桥路|6|2|四、保障措施|加强领导，明确责任。", Some((3, 3))),
            ("街道|步道|球场|柳河路|12|5|建设路|8|4|石桥路|6|2|四、保障|建成步道12公里|加强领导，明确责任。", None),
            ("街道|步道|球场|柳河路|12|5|建设路|8|4|另有若干", None),
            ("街道|12|球场|柳河路|12|5|建设路|8|4", None),
        ] {
            assert_eq!(shape_of(cells), expected, "{cells}");
        }
    }
}
