//! Rows that lack a cell at their left because one above reaches down to them, as browsers copy merged cells: a group
//! beside names, or a name beside its parts.

use std::collections::HashSet;

use super::{
    assigned::{Ties, assigned},
    flow::{Layout, Part},
    head::HeadCell,
    kind::{self, Column},
    token::{Gap, Tokens},
};

/// Longest name of a part, in characters.
const SHORT: usize = 6;

/// Parts the words at the left of each row into group, name and part of it, where rows have two of them or one; gives
/// the columns, one more than before.
pub(super) fn part(tokens: &Tokens<'_>, layout: &mut Layout, columns: &[Column]) -> Option<Vec<Column>> {
    let first = columns.iter().position(|column| *column == Column::Words)?;
    if columns.get(first + 1) != Some(&Column::Words) {
        return None;
    }
    if columns.get(first + 2) == Some(&Column::Words) {
        let run = columns[first..].iter().take_while(|column| **column == Column::Words).count();
        align(tokens, layout, (first, run));
        return None;
    }
    let pair = [first, first + 1];
    let rows = rows(layout, &pair);
    let lacking = rows.iter().filter(|row| row.len() == 1).count();
    if lacking * 5 < rows.len() || lacking == rows.len() {
        align(tokens, layout, (first, 2));
        return None;
    }
    // Where spaces part cells, what opens the next line is the rest of a name.
    let spaced = tokens.all.iter().any(|token| token.gap == Gap::Space);
    let rest =
        |layout: &Layout, at: usize| spaced && first_of(layout, at).is_some_and(|at| tokens.all[at].gap != Gap::Space);
    let mut parted = false;
    let mut any = false;
    for row in &rows {
        match row.as_slice() {
            [a, b] => {
                parted = !rest(layout, *b) && is_part(tokens, layout, *a, *b);
                any |= parted;
                set(layout, *a, if parted { first + 1 } else { first });
                set(layout, *b, if parted { first + 2 } else { first + 1 });
            }
            [a] => {
                parted &= is_short(tokens, layout, *a);
                set(layout, *a, if parted { first + 2 } else { first + 1 });
            }
            _ => {}
        }
    }
    if !any {
        return None;
    }
    let moved: Vec<usize> = rows.into_iter().flatten().collect();
    for (at, part) in layout.parts.iter_mut().enumerate() {
        if let Part::Cell { column, .. } = part
            && *column as usize > first + 1
            && !moved.contains(&at)
        {
            *column += 1;
        }
    }
    let mut columns = columns.to_vec();
    columns.insert(first, Column::Words);
    Some(columns)
}

/// Puts the words of rows that lack some of a run of `many` columns from `first` on below those of full rows that they are most like,
/// in their order.
fn align(tokens: &Tokens<'_>, layout: &mut Layout, (first, many): (usize, usize)) {
    let run: Vec<usize> = (first..first + many).collect();
    let rows = rows(layout, &run);
    let full: Vec<&Vec<usize>> = rows.iter().filter(|row| row.len() == many).collect();
    if full.is_empty() || full.len() == rows.len() {
        return;
    }
    let seen = |nth: usize| Like::of(full.iter().map(|row| text(tokens, layout, row[nth])));
    let seen: Vec<Like> = (0..many).map(seen).collect();
    for row in rows.iter().filter(|row| row.len() < many) {
        let texts: Vec<String> = row.iter().map(|&at| text(tokens, layout, at)).collect();
        let places = nearest(&texts, &seen);
        row.iter().zip(places).for_each(|(&at, place)| set(layout, at, first + place));
    }
}

/// For each of `texts`, in order, the column among `seen` that it is most like; of equal ones the last.
fn nearest(texts: &[String], seen: &[Like]) -> Vec<usize> {
    assigned(texts.len(), seen.len(), |at, column| seen[column].distance(&texts[at]), Ties::Last)
}

/// What the cells of a column are like.
#[derive(Default)]
struct Like {
    known: HashSet<String>,
    /// How many there are.
    count: usize,
    shortest: usize,
    longest: usize,
    /// How many of them end in a unit.
    units: usize,
}

/// How far a text is from a column in which another ends in a unit and it does not, or the other way round.
const OF_UNIT: usize = 12;

impl Like {
    fn of(texts: impl Iterator<Item = String>) -> Self {
        texts.fold(Self { shortest: usize::MAX, ..Self::default() }, |mut like, text| {
            let length = text.chars().count();
            like.units += usize::from(kind::has_unit(&text));
            (like.shortest, like.longest) = (like.shortest.min(length), like.longest.max(length));
            like.count += 1;
            like.known.insert(text);
            like
        })
    }

    fn distance(&self, text: &str) -> usize {
        if self.known.contains(text) {
            return 0;
        }
        let length = text.chars().count();
        let off = self.shortest.saturating_sub(length) + length.saturating_sub(self.longest);
        let unit = (self.units * 2 > self.count) != kind::has_unit(text);
        // A word that the column does not know is less like it than one that it knows.
        1 + off + if unit { OF_UNIT } else { 0 }
    }
}

/// `heads` over the columns that [`part`] makes: the heading of the names stands over their parts too.
pub(super) fn heads(heads: Vec<HeadCell>, columns: &[Column]) -> Vec<HeadCell> {
    let names = columns.iter().position(|column| *column == Column::Words).map_or(0, |first| first + 1);
    let moved = |head: HeadCell| match head.column {
        column if column == names => HeadCell { columns: head.columns + 1, ..head },
        column if column > names => HeadCell { column: column + 1, ..head },
        _ => head,
    };
    heads.into_iter().map(moved).collect()
}

/// For each row the parts that are its cells in `columns`.
fn rows(layout: &Layout, columns: &[usize]) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new()];
    for (at, part) in layout.parts.iter().enumerate() {
        match part {
            Part::Cell { column, .. } if columns.contains(&(*column as usize)) => {
                if let Some(row) = rows.last_mut() {
                    row.push(at);
                }
            }
            Part::RowEnd => rows.push(Vec::new()),
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn set(layout: &mut Layout, at: usize, to: usize) {
    if let Some(Part::Cell { column, .. }) = layout.parts.get_mut(at) {
        *column = to as u32;
    }
}

fn text(tokens: &Tokens<'_>, layout: &Layout, at: usize) -> String {
    first_of(layout, at).map(|at| tokens.view(at).text().to_owned()).unwrap_or_default()
}

/// The first piece of the cell that is part `at`.
fn first_of(layout: &Layout, at: usize) -> Option<usize> {
    match layout.parts.get(at) {
        Some(Part::Cell { from, .. }) => Some(*from as usize),
        _ => None,
    }
}

/// Whether the cell `b` is a part of what `a` names, rather than a name in a group `a`: the name has the unit, or the part is
/// much shorter.
fn is_part(tokens: &Tokens<'_>, layout: &Layout, a: usize, b: usize) -> bool {
    let (a, b) = (text(tokens, layout, a), text(tokens, layout, b));
    match (kind::has_unit(&a), kind::has_unit(&b)) {
        (true, false) => true,
        (false, true) => false,
        _ => b.chars().count() <= SHORT && a.chars().count() > b.chars().count() + 2,
    }
}

fn is_short(tokens: &Tokens<'_>, layout: &Layout, at: usize) -> bool {
    let text = text(tokens, layout, at);
    text.chars().count() <= SHORT && !kind::has_unit(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rows_lack_is_what_their_cells_are_least_like() {
        let like = |texts: &[&str]| Like::of(texts.iter().map(|&text| text.to_owned()));
        let seen = [
            like(&["经济", "民生福祉"]),
            like(&["森林覆盖率（%）", "城镇新增就业人数（万人）"]),
            like(&["市统计局", "市发展改革委"]),
        ];
        for (texts, places) in [
            (vec!["公路里程（公里）", "市统计局"], vec![1, 2]),
            (vec!["公路里程（公里）", "市交通局"], vec![1, 2]),
            (vec!["经济", "公路里程（公里）"], vec![0, 1]),
            (vec!["公路里程（公里）"], vec![1]),
            (vec!["市统计局"], vec![2]),
        ] {
            let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
            assert_eq!(nearest(&texts, &seen), places, "{texts:?}");
        }
    }
}
