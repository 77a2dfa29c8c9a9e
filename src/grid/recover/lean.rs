//! Rows that lack a cell at their left because one above reaches down to them, as browsers copy merged cells: a group
//! beside names, or a name beside its parts.

use super::{
    flow::{Layout, Part},
    head::Head,
    kind::{self, Column},
    token::Tokens,
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
        return None;
    }
    let mut parted = false;
    let mut any = false;
    for row in &rows {
        match row.as_slice() {
            [a, b] => {
                parted = is_part(tokens, layout, *a, *b);
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

/// Puts the words of rows that lack some of a run of `many` columns from `first` on at its end, where those of full rows end in a name
/// with a unit and theirs do: what they lack are groups.
fn align(tokens: &Tokens<'_>, layout: &mut Layout, (first, many): (usize, usize)) {
    let run: Vec<usize> = (first..first + many).collect();
    let rows = rows(layout, &run);
    let measures = |at: usize| kind::has_unit(&text(tokens, layout, at));
    let ends = rows.iter().filter(|row| row.last().is_some_and(|&at| measures(at))).count();
    let before = rows.iter().flat_map(|row| &row[..row.len() - 1]).filter(|&&at| measures(at)).count();
    let full = rows.iter().any(|row| row.len() == many);
    if !full || ends * 5 < rows.len() * 4 || before > 0 {
        return;
    }
    for row in rows {
        let shift = first + many - row.len();
        row.iter().enumerate().for_each(|(nth, &at)| set(layout, at, shift + nth));
    }
}

/// `heads` over the columns that [`part`] makes: the heading of the names stands over their parts too.
pub(super) fn heads(heads: Vec<Head>, columns: &[Column]) -> Vec<Head> {
    let names = columns.iter().position(|column| *column == Column::Words).map_or(0, |first| first + 1);
    let moved = |head: Head| match head.column {
        column if column == names => Head { columns: head.columns + 1, ..head },
        column if column > names => Head { column: column + 1, ..head },
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
    match layout.parts.get(at) {
        Some(Part::Cell { from, .. }) => tokens.view(*from as usize).text().to_owned(),
        _ => String::new(),
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
