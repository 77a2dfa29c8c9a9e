//! The pieces above the first row as rows of heading cells: joined where a break parted them, one above several where
//! there are more than columns.

use super::{
    assigned::{Ties, assigned},
    kind::{Column, Kind, names_group},
    token::{Gap, Tokens},
};
use crate::{
    grid::{Head, Word},
    lexicon::{COLUMNS, signs},
};

/// A heading cell: pieces `from..to` over the columns from `column` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadCell {
    pub(super) pieces: Vec<usize>,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// A piece of a heading, or several joined.
type Joined = Vec<usize>;

/// The headings of `columns` that the first `head` pieces are, where no sign parts them; `None` where they cannot be.
pub(super) fn of_flow(tokens: &Tokens<'_>, head: usize, columns: &[Column]) -> Option<Vec<HeadCell>> {
    let mut pieces: Vec<Joined> = Vec::new();
    for at in 0..head {
        match pieces.last_mut() {
            Some(last) if is_spread(tokens, last, at) => last.push(at),
            _ => pieces.push(vec![at]),
        }
    }
    // “十五五”目标 … 2030年, 累计: a head over those that stand behind the whole first row.
    let over = |head: &Joined| head.iter().any(|&at| COLUMNS.over.is_in(tokens.view(at).text()));
    if let Some(above) =
        behind_first_row(tokens, &pieces, columns).filter(|above| over(&pieces[above[above.len() - 1].0]))
    {
        return Some(two_rows(&pieces, &above));
    }
    if let Some(heads) = over_groups(tokens, &pieces, columns) {
        return Some(heads);
    }
    while pieces.len() > columns.len() {
        let Some(at) = (1..pieces.len()).find(|&at| goes_on(tokens, &pieces[at - 1], pieces[at][0])) else { break };
        let tail = pieces.remove(at);
        pieces[at - 1].extend(tail);
    }
    place(tokens, pieces, columns)
}

/// `pieces` over a column of groups and those of names and values behind it, where some stand behind the whole first row: the head of the
/// names stands over their groups too.
fn over_groups(tokens: &Tokens<'_>, pieces: &[Joined], columns: &[Column]) -> Option<Vec<HeadCell>> {
    let grouped = columns.starts_with(&[Column::Words, Column::Words]) && pieces.len() == columns.len();
    let above = behind_first_row(tokens, pieces, &columns[1..]).filter(|_| grouped)?;
    let moved = |head: HeadCell| match head.column {
        0 => HeadCell { columns: head.columns + 1, ..head },
        column => HeadCell { column: column + 1, ..head },
    };
    Some(two_rows(pieces, &above).into_iter().map(moved).collect())
}

/// Most names of groups over the first row.
const MOST_GROUPS: usize = 3;

/// How many of the first `head` pieces are headings of `width` columns: where they are all called what heads are and words that
/// are no heads follow, those name groups.
pub(super) fn end(tokens: &Tokens<'_>, head: usize, width: usize) -> usize {
    let is_head = |at: usize| {
        let view = tokens.view(at);
        !names_group(view.text()) && (Head::read(view.text()).is_one() || is_value_head(tokens, &[at]))
    };
    let end = (0..head).take_while(|&at| is_head(at)).count();
    let groups = head - end;
    if end >= width && width >= 3 && (1..=MOST_GROUPS).contains(&groups) { end } else { head }
}

/// The headings of `columns` that the first `head` pieces are, a row a line, cells parted by a sign.
pub(super) fn of_lines(tokens: &Tokens<'_>, head: usize, columns: &[Column]) -> Vec<HeadCell> {
    let mut rows: Vec<Vec<Joined>> = Vec::new();
    for at in 0..head {
        let alone = tokens.all.get(at + 1).is_none_or(|next| next.gap != Gap::Cell);
        let broken = tokens.all[at].gap != Gap::Cell && (alone || tokens.goes_on(at)) && at > 0;
        match rows.last_mut() {
            Some(row) if tokens.all[at].gap == Gap::Cell => row.push(vec![at]),
            Some(row) if broken => match row.last_mut() {
                Some(last) => last.push(at),
                None => row.push(vec![at]),
            },
            _ => rows.push(vec![vec![at]]),
        }
    }
    let filled = |row: &[Joined]| -> Vec<Joined> {
        row.iter().filter(|piece| piece.iter().any(|&at| tokens.kinds[at].is_some())).cloned().collect()
    };
    match rows.as_slice() {
        [one] if one.len() < columns.len() => spread(tokens, filled(one), columns),
        [above, below] if above.len() < columns.len() && below.len() == columns.len() => {
            over(tokens, &filled(above), below, columns)
        }
        [above, below] if above.len() + filled(below).len() == columns.len() + 1 => {
            let below = filled(below);
            let last =
                columns.iter().rposition(|column| *column == Column::Value).map_or(columns.len(), |last| last + 1);
            let at = last.saturating_sub(below.len()).min(above.len().saturating_sub(1));
            let spans = spanning(tokens, above, columns, below.len()).unwrap_or(vec![(at, below.len())]);
            two_rows(&[above.clone(), below].concat(), &spans)
        }
        [above, below] if above.len() + filled(below).len() == columns.len() + 2 => {
            let below = filled(below);
            match spanning(tokens, above, columns, below.len()) {
                Some(spans) => two_rows(&[above.clone(), below].concat(), &spans),
                None => in_order(above, 0).chain(in_order(&below, 1)).collect(),
            }
        }
        rows => rows.iter().enumerate().flat_map(|(row, pieces)| in_order(pieces, row)).collect(),
    }
}

fn in_order(pieces: &[Joined], row: usize) -> impl Iterator<Item = HeadCell> {
    let cells = pieces.iter().cloned().enumerate();
    cells.map(move |(column, pieces)| HeadCell { pieces, row, column, columns: 1, rows: 1 })
}

/// The headings `above` over a full row `below` in which nothing stands under those that reach down.
fn over(tokens: &Tokens<'_>, above: &[Joined], below: &[Joined], columns: &[Column]) -> Vec<HeadCell> {
    let empty = |at: usize| below.get(at).is_none_or(|piece| piece.iter().all(|&at| tokens.kinds[at].is_none()));
    let mut heads = Vec::new();
    // Two heads or more over a full row stand over as many values each.
    let named = columns.iter().take_while(|column| **column != Column::Value).count();
    let each = (below.len() - named)
        .checked_div(above.len())
        .filter(|each| above.len() > 1 && each * above.len() + named == below.len());
    if let Some(each) = each.filter(|each| *each > 1 && (0..below.len()).all(|at| !empty(at))) {
        let over = |(nth, piece): (usize, &Joined)| HeadCell {
            pieces: piece.clone(),
            row: 0,
            column: named + nth * each,
            columns: each,
            rows: 1,
        };
        heads.extend(above.iter().enumerate().map(over));
        heads.extend(in_order(below, 1));
        return heads;
    }
    let mut column = 0;
    for piece in above {
        let reach = (column..below.len()).take_while(|&at| !empty(at)).count();
        let (columns, rows) = if reach > 0 { (reach, 1) } else { (1, 2) };
        heads.push(HeadCell { pieces: piece.clone(), row: 0, column, columns, rows });
        column += columns;
    }
    let below = below.iter().enumerate().filter(|&(at, _)| !empty(at));
    heads.extend(below.map(|(column, piece)| HeadCell { pieces: piece.clone(), row: 1, column, columns: 1, rows: 1 }));
    heads
}

/// Whether piece `at` is a character of a word whose characters are set apart (指 标).
fn is_spread(tokens: &Tokens<'_>, before: &[usize], at: usize) -> bool {
    let single = |at: usize| {
        let view = tokens.view(at);
        let mut chars = view.text().chars();
        chars.next().is_some_and(|c| c.is_alphabetic() && !c.is_ascii()) && chars.next().is_none()
    };
    tokens.all[at].gap == Gap::Space && single(at) && before.iter().all(|&at| single(at))
        || tokens.all[at].gap == Gap::Space
            && tokens.view(at).text().starts_with(signs::year)
            && COLUMNS.yearly_mean.prefix(tokens.view(at).text()).is_none()
            && is_year(tokens, before)
}

fn is_year(tokens: &Tokens<'_>, before: &[usize]) -> bool {
    matches!(before, [at] if tokens.kinds[*at] == Some(Kind::Year) && tokens.view(*at).text().len() == 4)
}

/// Whether the piece `at` may go on in the heading `before`.
fn goes_on(tokens: &Tokens<'_>, before: &[usize], at: usize) -> bool {
    let last = before.last().copied().unwrap_or(at);
    tokens.goes_on(at)
        || is_year(tokens, &[last]) && !is_value_head(tokens, &[at])
        || tokens.view(last).text().ends_with('/')
}

/// Whether a heading stands over a column of values.
fn is_value_head(tokens: &Tokens<'_>, pieces: &[usize]) -> bool {
    pieces.iter().any(|&at| {
        let view = tokens.view(at);
        let bare = view.text().trim_end_matches(|c: char| !c.is_alphabetic());
        tokens.kinds[at] == Some(Kind::Year)
            || COLUMNS.value_head.suffix(bare).is_some()
            || COLUMNS.yearly_mean.prefix(bare).is_some()
    })
}

/// How many of the first `head` pieces say values or units of what does not hold them or the other way round; `None` where they are no
/// heads of all `columns`.
pub(super) fn misplaced(tokens: &Tokens<'_>, head: usize, columns: &[Column]) -> Option<usize> {
    if head != columns.len() {
        return None;
    }
    let misplaced = |at: usize| {
        let said = read_head(tokens, &[at]);
        let values = is_value_head(tokens, &[at]) || said.is_of_values();
        let units = said.says(Word::Unit);
        // What is called as no head is may name the first group.
        let unknown = !values && !said.is_one() && said.unit.is_none();
        2 * usize::from(unknown)
            + usize::from(values != (columns[at] == Column::Value))
            + usize::from(units != (columns[at] == Column::Unit))
    };
    Some((0..head).map(misplaced).sum())
}

/// Puts `pieces` over `columns`.
fn place(tokens: &Tokens<'_>, pieces: Vec<Joined>, columns: &[Column]) -> Option<Vec<HeadCell>> {
    let width = columns.len();
    let count = pieces.len();
    if count <= width {
        return Some(spread(tokens, pieces, columns));
    }
    let extra = count - width;
    if extra > 2 {
        return None;
    }
    let valued = |at: usize| is_value_head(tokens, &pieces[at]);
    if let Some(above) = behind_first_row(tokens, &pieces, columns) {
        return Some(two_rows(&pieces, &above));
    }
    let above =
        (0..count.saturating_sub(2)).find(|&at| !is_dated(tokens, &pieces[at]) && valued(at + 1) && valued(at + 2));
    let above = above.filter(|_| extra == 1)?;
    let below = (above + 1..count).take_while(|&at| valued(at)).count().min(width - above.min(width));
    (below >= 2 && above + below <= width).then(|| inline(&pieces, above, below))
}

/// A head over others: which of the first row it is, and over how many columns.
type Over = (usize, usize);

/// Those of `pieces`, one or two more than `columns`, over the last ones, which stand behind the whole first row.
fn behind_first_row(tokens: &Tokens<'_>, pieces: &[Joined], columns: &[Column]) -> Option<Vec<Over>> {
    let (count, width) = (pieces.len(), columns.len());
    if let Some(above) = repeated(tokens, pieces, columns) {
        return Some(above);
    }
    let below = (0..count).rev().take_while(|&at| is_value_head(tokens, &pieces[at])).count();
    let last = columns.iter().rposition(|column| *column == Column::Value)?;
    if !(width + 1..=width + 2).contains(&count) || last + 1 >= width || below < 2 || last + 1 < below {
        return None;
    }
    let above = spanning(tokens, &pieces[..count - below], columns, below);
    above.or_else(|| (count == width + 1).then(|| vec![(last + 1 - below, below)]))
}

/// Two of `pieces` over what stands twice at their end: 2025年 | 2030年 over 总量 | 增速 | 总量 | 增速.
fn repeated(tokens: &Tokens<'_>, pieces: &[Joined], columns: &[Column]) -> Option<Vec<Over>> {
    let said = |at: usize| read_head(tokens, &pieces[at]);
    let count = pieces.len();
    let half = count.checked_sub(columns.len())?;
    let twice =
        half == 2 && count > 6 && (count - 2 * half..count - half).all(|at| said(at).text == said(at + half).text);
    let first = count.checked_sub(2 * half).filter(|_| twice)?;
    let values = |at: usize| columns[at..at + 2 * half].iter().all(|column| *column == Column::Value);
    let over = |at: &usize| said(*at).is_of_values() && said(at + 1).is_of_values() && values(*at);
    let above = (0..first.saturating_sub(1)).find(over)?;
    Some(vec![(above, half), (above + 1, half)])
}

/// The last of `pieces`, those of a first row, that may stand over `below` of `columns`: all of values, as what follows them says.
fn spanning(tokens: &Tokens<'_>, pieces: &[Joined], columns: &[Column], below: usize) -> Option<Vec<Over>> {
    let many = (pieces.len() + below).checked_sub(columns.len()).filter(|many| (1..=2).contains(many))?;
    let heads: Vec<Head> = pieces.iter().map(|piece| read_head(tokens, piece)).collect();
    let states = |column: usize| columns.get(column) == Some(&Column::Value);
    let fits = |above: usize| {
        let under = (above..above + below).all(states);
        let behind = (above + many..heads.len()).all(|at| heads[at].is_of_values() == states(at + below - many));
        under && behind && heads[above..above + many].iter().all(spans)
    };
    let above = (0..(heads.len() + 1).saturating_sub(many)).rev().find(|&at| fits(at))?;
    // Where the plan starts is one value: 现状 | 目标 over 2025年 | 2028年 | 2030年.
    let first = match many {
        1 => below,
        _ if heads[above].says(Word::Start) => 1,
        _ if below.is_multiple_of(2) => below / 2,
        _ => return None,
    };
    let rest = (many == 2).then(|| (above + 1, below - first)).filter(|(_, rest)| *rest > 0);
    Some([(above, first)].into_iter().chain(rest).collect())
}

/// Whether a head may stand over several: it is no year's, no rate's and no sum's.
fn spans(head: &Head) -> bool {
    head.year.is_none() && !head.says(Word::Total) && !head.says(Word::Yearly)
}

fn read_head(tokens: &Tokens<'_>, pieces: &[usize]) -> Head {
    Head::read(&pieces.iter().map(|&at| tokens.view(at).text().to_owned()).collect::<String>())
}

fn is_dated(tokens: &Tokens<'_>, pieces: &[usize]) -> bool {
    pieces.iter().any(|&at| tokens.kinds[at] == Some(Kind::Year))
}

/// Fewer headings than columns, or as many: in order, where they cost least.
fn spread(tokens: &Tokens<'_>, pieces: Vec<Joined>, columns: &[Column]) -> Vec<HeadCell> {
    let (count, width) = (pieces.len(), columns.len());
    let said: Vec<Head> = pieces.iter().map(|piece| read_head(tokens, piece)).collect();
    // Of two columns of words the second are names, the first their groups.
    let groups = |column: usize| columns.get(column + 1) == Some(&Column::Words) && count < width;
    let cost = |at: usize, column: usize| match (is_value_head(tokens, &pieces[at]), columns[column]) {
        (true, Column::Value) => 0,
        (false, Column::Unit) if said[at].says(Word::Unit) => 0,
        (false, _) if said[at].says(Word::Unit) => 2,
        (false, Column::Words) if said[at].says(Word::BestName) && groups(column) => 1,
        (false, Column::Words) => 0,
        (false, Column::Number | Column::Closed | Column::Unit) => 1,
        (false, Column::Value) => 3,
        (true, _) => 4,
    };
    let places = assigned(count, width, cost, Ties::First);
    let over = |(piece, column)| HeadCell { pieces: piece, row: 0, column, columns: 1, rows: 1 };
    pieces.into_iter().zip(places).map(over).collect()
}

/// The first row of `pieces`, of which some stand over the last ones, and these below it.
fn two_rows(pieces: &[Joined], above: &[Over]) -> Vec<HeadCell> {
    let below: usize = above.iter().map(|(_, columns)| columns).sum();
    let from = pieces.len() - below;
    let mut heads = Vec::new();
    let mut column = 0;
    for (at, piece) in pieces[..from].iter().enumerate() {
        let over = above.iter().find(|(over, _)| *over == at).map(|(_, columns)| *columns);
        let (columns, rows) = over.map_or((1, 2), |columns| (columns, 1));
        heads.push(HeadCell { pieces: piece.clone(), row: 0, column, columns, rows });
        column += columns;
    }
    let first = above.first().map_or(0, |(at, _)| *at);
    for (at, piece) in pieces[from..].iter().enumerate() {
        heads.push(HeadCell { pieces: piece.clone(), row: 1, column: first + at, columns: 1, rows: 1 });
    }
    heads
}

/// The heading at `above` followed at once by the `below` that stand under it.
fn inline(pieces: &[Joined], above: usize, below: usize) -> Vec<HeadCell> {
    let mut order: Vec<Joined> = pieces[..=above].to_vec();
    order.extend_from_slice(&pieces[above + below + 1..]);
    order.extend_from_slice(&pieces[above + 1..=above + below]);
    two_rows(&order, &[(above, below)])
}
