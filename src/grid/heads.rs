//! Where the heads of a table stand: titles over it, rows of heads, heads that stand again, blocks side by side, heads down its side.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoString;

use crate::lexicon::COLUMNS;

use super::{
    head::{Head, Word},
    known::Known,
    sheet::{Place, Row, Sheet, distinct},
    traits::names_group,
};

/// Most rows that a head takes up.
const TALLEST: usize = 4;

/// A part of a sheet with so many rows of heads.
pub(super) struct Block {
    pub(super) sheet: Sheet,
    pub(super) heads: usize,
}

/// How many rows at the top are titles: one cell with text, that is no group of the rows below heads, or a label and a caption.
pub(super) fn titles(known: Known<'_>, sheet: &Sheet) -> usize {
    let titles = sheet.rows.iter().take_while(|row| filled(known, row).len() == 1).count();
    let labelled = usize::from(sheet.rows.get(titles..).is_some_and(|rows| names_table(known, rows)));
    if titles + labelled + 1 >= sheet.rows.len() { 0 } else { titles + labelled }
}

/// Whether the first of `rows` is the caption of the table in two cells (表1 | 主要指标): the first says nothing that heads say, and the
/// row below heads more columns.
fn names_table(known: Known<'_>, rows: &[Row]) -> bool {
    let [row, below, ..] = rows else { return false };
    let [label, title] = filled(known, row)[..] else { return false };
    let first = row.first().is_some_and(|place| place.is_some_and(|place| place.cell() == label));
    let beside = row.get(1).is_some_and(|place| place.is_some_and(|place| place.cell() == title));
    let under = filled(known, below);
    let wider = under.len() > 2 && !under.contains(&label) && !under.contains(&title);
    let numbered = known.text(label).bytes().any(|b| b.is_ascii_digit());
    first && beside && wider && numbered && Head::read(known.text(label)).words.is_empty() && is_of_heads(known, below)
}

/// The cells of `row` with something in them, each once.
fn filled(known: Known<'_>, row: &Row) -> Vec<usize> {
    distinct(row).into_iter().map(|place| place.cell()).filter(|&cell| !known.of(cell).blank).collect()
}

/// Whether `row` is a row of heads: none is a value, and most are what heads are called.
fn is_of_heads(known: Known<'_>, row: &Row) -> bool {
    let cells = filled(known, row);
    let value = |&cell: &usize| known.of(cell).number && !is_head(known, cell) || known.of(cell).nature;
    cells.len() >= 2
        && !cells.iter().any(value)
        && cells.iter().filter(|&&cell| is_head(known, cell)).count() * 2 > cells.len()
}

fn is_head(known: Known<'_>, cell: usize) -> bool {
    known.of(cell).year || Head::read(known.text(cell)).is_one()
}

/// Whether the `first` row has no value while those below have: its cells are heads whatever they are called.
fn stands_out(known: Known<'_>, first: &Row, below: &[Row]) -> bool {
    let states = |row: &Row| filled(known, row).iter().any(|&cell| known.of(cell).number || known.of(cell).nature);
    let cells = filled(known, first);
    // 2024年 | 2025年 under one of them divides it and is no row that could state a value.
    let divides = |row: &&Row| goes_on(known, row) || reached_by(known, first, row) || parts_heads(known, first, row);
    let storeys = below.iter().take(TALLEST - 1).take_while(divides).count();
    let rows: Vec<&Row> = below[storeys..].iter().filter(|row| filled(known, row).len() > 1).take(12).collect();
    let stating = rows.iter().filter(|row| states(row)).count();
    // 优良天数比率（%） | | over 2025年 | 2026年: merged over both.
    let merged = below.first().map_or(0, |under| {
        let both = [first.clone(), under.clone()];
        (0..first.len()).filter(|&col| over(known, &both, 0, col).is_some()).count()
    });
    let full = (cells.len() + merged) * 3 >= distinct(first).len() * 2;
    cells.len() >= 2 && full && !states(first) && !rows.is_empty() && stating * 4 >= rows.len() * 3
}

/// How many rows of heads `rows` begin with.
fn height(known: Known<'_>, rows: &[Row]) -> usize {
    let Some(first) = rows.first() else { return 0 };
    if !is_of_heads(known, first) && !stands_out(known, first, &rows[1..]) {
        return 0;
    }
    let mut height = 1;
    let goes_on = |row: &Row| goes_on(known, row) || reached_by(known, first, row) || parts_heads(known, first, row);
    while height < TALLEST && height + 1 < rows.len() && goes_on(&rows[height]) {
        height += 1;
    }
    height
}

/// Whether heads of the `first` row reach down into `row`, which states no value: what else stands in it divides heads above.
fn reached_by(known: Known<'_>, first: &Row, row: &Row) -> bool {
    let own: Vec<usize> = row.iter().flatten().filter(|place| place.own()).map(|place| place.cell()).collect();
    let value = |&cell: &usize| known.of(cell).number || known.of(cell).unit || known.of(cell).dash;
    let mut above = first.iter().zip(row.iter());
    let reached = above.any(|(first, here)| first.is_some() && first.map(|at| at.cell()) == here.map(|at| at.cell()));
    let divided = first.windows(2).zip(row.iter()).any(|(pair, here)| {
        let merged = pair[0].is_some() && pair[0].map(|at| at.cell()) == pair[1].map(|at| at.cell());
        merged && here.is_some_and(|here| here.own())
    });
    reached && divided && own.len() > 1 && !own.iter().any(value)
}

/// Whether `row`, which states no value and is empty where the `first` row of heads names rows, divides those of its heads that were
/// merged over what is empty behind them (2025年 | | | over 企业职工 | 重点群体 | 小计).
fn parts_heads(known: Known<'_>, first: &Row, row: &Row) -> bool {
    let blank = |place: &Option<Place>| place.is_none_or(|place| known.of(place.cell()).blank);
    let value = |place: &Option<Place>| {
        let traits = place.map(|place| known.of(place.cell())).unwrap_or_default();
        traits.number || traits.unit || traits.dash || traits.nature || traits.words
    };
    let own: Vec<usize> = (0..row.len()).filter(|&col| !blank(&row[col])).collect();
    let above = |col: usize| first.get(col).copied().flatten();
    let dated = |col: usize| above(col).is_some_and(|place| Head::read(known.text(place.cell())).is_of_values());
    let merged = own.iter().filter(|&&col| blank(&above(col))).count();
    let open = row.first().is_none_or(blank) && !blank(&above(0));
    open && merged > 0 && own.len() > 1 && own.iter().any(|&col| dated(col)) && !row.iter().any(value)
}

/// Whether `head` says something of values, or names a measure with its unit.
fn states(head: &Head) -> bool {
    head.is_of_values() || head.unit.is_some()
}

/// Whether `row` below heads divides them: every cell of its own is a head, and one of values.
fn goes_on(known: Known<'_>, row: &Row) -> bool {
    let own: Vec<usize> = row.iter().flatten().filter(|place| place.own()).map(|place| place.cell()).collect();
    let own: Vec<usize> = own.into_iter().filter(|&cell| !known.of(cell).blank).collect();
    let covered = row.iter().flatten().any(|place| !place.own());
    let of_values = |&cell: &usize| states(&Head::read(known.text(cell)));
    let blanks =
        row.iter().filter(|place| place.is_none_or(|place| known.of(place.cell()).blank || !place.own())).count();
    let divides = own.iter().any(of_values) || covered;
    // 总量 | 增长（%） below 2025年: heads, though some have no word of heads.
    let value = |&cell: &usize| known.of(cell).number || known.of(cell).nature;
    let open = row.first().is_none_or(|place| place.is_none_or(|place| known.of(place.cell()).blank || !place.own()));
    let said = own.len() > 1 && open && own.iter().any(of_values) && !own.iter().any(value);
    // 约束性 | 预期性 below the head of both, with ticks under them.
    let natures = own.len() > 1 && open && own.iter().all(|&cell| known.of(cell).nature);
    // One cell over the whole width names a group, and so does one that is numbered as groups are (一、经济增长).
    let group = matches!(own[..], [one] if names_group(known.text(one)));
    let parted = distinct(row).len() > 1 && !group;
    parted
        && !own.is_empty()
        && (said || natures || own.iter().all(|&cell| is_head(known, cell)))
        && (divides || natures)
        && blanks > 0
}

/// The parts of `sheet` from row `first` on, each under its own head; a head that stands again is left out.
pub(super) fn segments(known: Known<'_>, sheet: Sheet, first: usize) -> Vec<Block> {
    let Sheet { mut rows, cols } = sheet;
    rows.drain(..first.min(rows.len()));
    let heads = height(known, &rows);
    let words = |rows: &[Row]| -> Vec<String> {
        rows.iter().flat_map(|row| row.iter()).flatten().map(|place| known.text(place.cell()).to_owned()).collect()
    };
    let mut left = rows.into_iter();
    let above: Vec<Row> = left.by_ref().take(heads).collect();
    let head = words(&above);
    let mut blocks: Vec<Block> = vec![Block { sheet: Sheet { rows: above.clone(), cols }, heads }];
    while let [row, ..] = left.as_slice() {
        if heads > 0 && opens_table(known, row, &above) {
            let again = left.as_slice().get(..heads).is_some_and(|rows| words(rows) == head);
            let tall = if again { heads } else { height(known, left.as_slice()).max(1) };
            let rows: Vec<Row> = left.by_ref().take(tall).collect();
            if !again {
                blocks.push(Block { sheet: Sheet { rows, cols }, heads: tall });
            }
        } else if let Some(block) = blocks.last_mut() {
            block.sheet.rows.extend(left.next());
        }
    }
    blocks
}

/// Whether `row`, below `heads`, is a row of heads that opens a table.
fn opens_table(known: Known<'_>, row: &Row, heads: &[Row]) -> bool {
    let bare = |row: &Row| filled(known, row).iter().any(|&cell| known.of(cell).like_year);
    let dated = |row: &Row| filled(known, row).iter().any(|&cell| known.of(cell).year);
    // Under 2030年, 2030 alone is a value.
    let values = bare(row) && heads.iter().any(dated) && !heads.iter().any(bare);
    !values && is_of_heads(known, row) && names_values(known, row)
}

/// Whether a row of heads has one of names and another of values, of bodies or of times: it opens a table.
fn names_values(known: Known<'_>, row: &Row) -> bool {
    let heads: Vec<Head> = filled(known, row).iter().map(|&cell| Head::read(known.text(cell))).collect();
    let states = |head: &Head| head.is_of_values() || head.says(Word::Responsible) || head.says(Word::Due);
    heads.iter().any(|head| head.says(Word::Name) || head.says(Word::Number)) && heads.iter().any(states)
}

/// `block` parted where its heads stand again beside themselves, a column behind the number of the row perhaps; heads of names
/// may say more (约束性指标 | 目标 | 预期性指标 | 目标).
pub(super) fn blocks(known: Known<'_>, block: Block) -> Vec<Block> {
    let heads: Vec<Head> =
        (0..block.sheet.cols).map(|col| head(known, &block.sheet.rows[..block.heads], col)).collect();
    let Some(first) = heads.first().filter(|first| block.heads > 0 && !first.text.is_empty()) else {
        return vec![block];
    };
    let names = |head: &Head| head.says(Word::BestName) && !head.is_of_values();
    let same = |one: &Head, other: &Head| one.text == other.text || names(one) && names(other);
    let numbered = usize::from(first.says(Word::Number) && heads[1..].iter().all(|head| head.text != first.text));
    let beside = &heads[numbered..];
    let returns = |period: &usize| {
        beside.len().is_multiple_of(*period)
            && (*period..beside.len()).all(|at| same(&beside[at], &beside[at - period]))
    };
    let Some(period) = (2..=beside.len() / 2).find(returns) else { return vec![block] };
    let part = |start: usize| block.sheet.part(numbered + start, numbered + start + period);
    (0..beside.len()).step_by(period).map(|start| Block { sheet: part(start), heads: block.heads }).collect()
}

/// The heads of all `cols` columns. A word for sums that stands over several years (合计 beside places), or beside other columns of its
/// year, adds up no years.
pub(super) fn heads(known: Known<'_>, rows: &[Row], cols: usize) -> Vec<Head> {
    let mut heads: Vec<Head> = (0..cols).map(|col| head(known, rows, col)).collect();
    let sums = |head: &Head| head.year.is_some() && COLUMNS.sums.is_in(&head.text);
    let years: BTreeSet<i32> = heads.iter().filter(|head| sums(head)).filter_map(|head| head.year).collect();
    if years.len() > 1 {
        heads.iter_mut().filter(|head| sums(head)).for_each(|head| head.words.remove(Word::Total));
    }
    date_twins(&mut heads);
    // 2030年 over 合计 | 城镇 | 农村 adds up parts of one year.
    let parts = |head: &&Head| head.year.is_some() && !head.partial && !head.words.contains(Word::Total);
    let parted: BTreeSet<i32> = heads.iter().filter(parts).filter_map(|head| head.year).collect();
    let of_one = |head: &&mut Head| sums(head) && head.year.is_some_and(|year| parted.contains(&year));
    heads.iter_mut().filter(of_one).for_each(|head| head.words.remove(Word::Total));
    heads
}

/// Gives heads of growth that name no year and stand twice that of the level on their left (2025年 | 增长 | 2026年 | 增长).
fn date_twins(heads: &mut [Head]) {
    let grows = |head: &Head| head.says(Word::Growth) && head.year.is_none() && head.unread == 0;
    let mut times: BTreeMap<EcoString, usize> = BTreeMap::new();
    heads.iter().filter(|head| grows(head)).for_each(|head| *times.entry(head.text.clone()).or_default() += 1);
    let mut left = None;
    for head in heads {
        if head.year.is_some() {
            left = head.year;
        } else if grows(head) && times[&head.text] > 1 {
            head.year = left;
        } else {
            left = None;
        }
    }
}

/// The head of column `col`: what its rows say from the top, each cell once; what is told of a start or a result below is no target,
/// whatever stands over it (规划目标 over 基准值 | 2030年).
pub(super) fn head(known: Known<'_>, rows: &[Row], col: usize) -> Head {
    let at = |row: usize| over(known, rows, row, col).or_else(|| rows[row].get(col).copied().flatten());
    let mut cells: Vec<usize> = (0..rows.len()).filter_map(at).map(|place| place.cell()).collect();
    cells.dedup();
    let mut head = Head::read(&cells.iter().map(|&cell| known.text(cell)).collect::<String>());
    if let [_, .., lowest] = cells[..] {
        let lowest = Head::read(known.text(lowest));
        if !lowest.says(Word::Target) && (lowest.says(Word::Start) || lowest.says(Word::Result)) {
            head.words.remove(Word::Target);
        }
    }
    head
}

/// The head over column `col` in `row`, where its own place is empty and its left neighbour's head is divided below: a cell that
/// was merged over both (2025年 | | 2026年 | over 总量 | 增长 | 总量 | 增长).
fn over(known: Known<'_>, rows: &[Row], row: usize, col: usize) -> Option<Place> {
    let text = |row: usize, col: usize| rows.get(row).and_then(|row| row.get(col).copied().flatten());
    let filled = |row: usize, col: usize| text(row, col).filter(|place| place.own() && !known.of(place.cell()).blank);
    let divided = |col: usize| filled(row + 1, col).is_some();
    let empty = |col: usize| text(row, col).is_none_or(|place| place.own() && known.of(place.cell()).blank);
    if !empty(col) || !divided(col) {
        return None;
    }
    let left = (0..col).rev().take_while(|&left| divided(left)).find(|&left| !empty(left))?;
    let head = |place: Place| Head::read(known.text(place.cell()));
    let below = |col: usize| filled(row + 1, col).is_some_and(|place| states(&head(place)));
    // 公租房（套） | | over 新开工 | 基本建成, but not over 责任单位
    let other = [Word::Number, Word::Nature, Word::Responsible, Word::Due, Word::Note];
    let apart = |head: &Head| other.iter().any(|&word| head.says(word));
    let part = |col: usize| filled(row + 1, col).is_some_and(|place| !apart(&head(place)));
    let spans = |head: &Head| head.is_of_values() || states(head) && part(col) || below(left) && below(col);
    filled(row, left).filter(|place| spans(&head(*place)))
}

/// The cells of the first column below the heads of `sheet`.
fn below_heads(known: Known<'_>, sheet: &Sheet) -> Vec<usize> {
    let above = height(known, &sheet.rows).max(1);
    sheet.rows.iter().skip(above).filter_map(|row| row[0]).map(|place| place.cell()).collect()
}

/// Whether the heads stand down the first column: what its cells say is what values are in a year, and of some more than that
/// (2025年现状, 2030年目标).
pub(super) fn is_turned(known: Known<'_>, sheet: &Sheet) -> bool {
    let heads: Vec<Head> = below_heads(known, sheet).into_iter().map(|cell| Head::read(known.text(cell))).collect();
    let of_year = |head: &Head| head.year.is_some() && head.unread == 0 && head.is_one();
    let said = |head: &Head| head.says(Word::Start) || head.says(Word::Target) || head.says(Word::Result);
    heads.len() > 1 && heads.iter().all(of_year) && heads.iter().any(said)
}

/// Whether the heads may stand down the first column: most of it is heads, and the first row is not.
pub(super) fn may_be_turned(known: Known<'_>, sheet: &Sheet) -> bool {
    let Some(first) = sheet.rows.first().filter(|_| sheet.cols > 1 && sheet.rows.len() <= 64) else { return false };
    let side: Vec<usize> = sheet.rows.iter().skip(1).filter_map(|row| row[0]).map(|place| place.cell()).collect();
    let heads = side.iter().filter(|&&cell| is_head(known, cell)).count();
    // A head merged over several columns is one.
    let top = distinct(first);
    let across = top.iter().skip(1).filter(|place| is_head(known, place.cell())).count();
    // Below the heads years number the rows.
    let below = below_heads(known, sheet);
    if below.len() > 1 && below.iter().all(|&cell| known.of(cell).year) {
        return true;
    }
    heads > 0 && heads * 2 >= side.len() && across * 2 < top.len()
}
