//! What the rows of a table are called, and which names several of them have.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    grid::{Place, Record, Role as Holds, Traits},
    lexicon::{CLAUSES, COLUMNS, Forms},
    source::View,
};

use crate::commitment::{names, table::sheet::Sheet};

/// Whether `name` is no more than of how much or of what share a measure is: 总量 and 占GDP比重 below 海洋生产总值.
fn is_bare(name: &str) -> bool {
    names::is_bare_measure(name) && name.chars().count() == 2 || COLUMNS.meets.prefix(name).is_some()
}

/// What `record` is about. Where its name is parted under one head, the last part names it, behind the part before where
/// that names the measure and the last does not (入学率 | 学前段).
pub(crate) fn of(sheet: &Sheet<'_>, record: &Record) -> String {
    let columns = &sheet.part.columns;
    let Some(at) = sheet.part.of(Holds::Name).next() else { return String::new() };
    let shares = |col: &usize| {
        let column = &columns[*col];
        let parts = matches!(column.role, Holds::Group | Holds::Text | Holds::Name);
        // 指标 | | 2030年: the head over both is written once.
        let head =
            |col: usize| (0..=col).rev().map(|col| columns[col].head.text.as_str()).find(|text| !text.is_empty());
        parts && head(at).is_some() && head(*col) == head(at)
    };
    let mut cells: Vec<Place> = (0..columns.len()).filter(shares).filter_map(|col| record.at(col)).collect();
    cells.dedup_by_key(|place| place.cell());
    let mut texts: Vec<&str> = cells.iter().filter_map(|place| sheet.view(*place)).map(View::text).collect();
    // Rows below the first of a group have no cell of its name.
    let blank = |col: usize| record.at(col).and_then(|place| sheet.view(place)).is_none_or(View::is_empty);
    let grouped = |col: &usize| shares(col) && columns[*col].role == Holds::Group && blank(*col);
    // 污水处理率 | 县城, 农村: a rate is of each; 能源总量 may be the name of a group.
    let measure = || {
        let rate = |group: &str| COLUMNS.share_end.suffix(group).is_some();
        let bare = || is_bare(&names::read(sheet.text(record, Holds::Name)).text);
        record.group.last().filter(|group| rate(group) || !names::read(group).unit.is_empty() || bare())
    };
    if (0..at).any(|col| grouped(&col)) {
        texts.splice(0..0, measure().map(|group| group.as_str()));
    }
    let mut texts = texts.into_iter().filter(|text| !text.is_empty()).rev();
    let Some(last) = texts.next() else { return sheet.text(record, Holds::Name).to_owned() };
    // 小计 names nothing but what it sums up.
    if COLUMNS.subtotal.has(last) {
        return texts.next().or(record.group.last().map(|group| group.as_str())).unwrap_or(last).to_owned();
    }
    // 森林 | 覆盖率: the measure alone names nothing.
    let alone = names::is_bare_measure(last);
    let Some(over) = texts.next() else { return last.to_owned() };
    let (own, read) = (names::read(last), names::read(over));
    // 污染物排放量减少（%） over 氨氮: what falls or grows.
    let moves = !read.unit.is_empty() && Forms::longest_suffix(&[&CLAUSES.fall, &CLAUSES.grow], &read.text).is_some();
    // 资金（万元） over 省级 is a measure as 投资 is.
    let whole = names::measures(over) || COLUMNS.money.has(&read.text) || moves;
    let takes = whole != names::measures(last) && (!names::measures(last) || alone);
    let takes = takes && own.text != read.text;
    let takes = takes || whole && is_bare(&own.text) && !read.text.ends_with(&own.text);
    // 标准制修订（项） | 国家标准: parts without a unit have that of the whole.
    let of_unit = !read.unit.is_empty() && own.unit.is_empty();
    // 重点工程减排量（吨） | 化学需氧量 is a part of it as 氨氮 is.
    let takes = takes || of_unit && whole && stands_among_things(sheet, record);
    match (takes, of_unit) {
        (true, false) => format!("{}{last}", read.text),
        (true, true) => format!("{}{last}（{}）", read.text, read.unit),
        (false, true) => format!("{last}（{}）", read.unit),
        (false, false) => last.to_owned(),
    }
}

/// Whether the row before or behind `record` in its group names no measure: 化学需氧量 beside 氨氮.
fn stands_among_things(sheet: &Sheet<'_>, record: &Record) -> bool {
    let records = &sheet.part.records;
    let at = sheet.place(record);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| records.get(at));
    beside.filter(|other| other.group == record.group).any(|other| !names::measures(sheet.text(other, Holds::Name)))
}

/// The part of what `record` measures that the cell on the left of column `col` names under one head with it (其中 over 竹林 | 18).
pub(crate) fn part_beside<'a>(sheet: &Sheet<'a>, record: &Record, col: usize) -> Option<&'a str> {
    let left = col.checked_sub(1)?;
    let (part, value) = (&sheet.part.columns[left], &sheet.part.columns[col]);
    // The head over both may be written once.
    let one = COLUMNS.part.has(&part.head.text) && (part.head.text == value.head.text || value.head.text.is_empty());
    let named = record.at(left).filter(|_| one && part.role == Holds::Text);
    named.and_then(|place| sheet.view(place)).map(View::text).filter(|text| Traits::of(text).name)
}

/// The names that several rows of a table have.
#[derive(Default)]
pub(crate) struct Repeated {
    /// Those that rows of one group have.
    pub(crate) within: BTreeSet<String>,
    /// Those that rows of several groups have (在校生 below 小学 and below 初中).
    pub(crate) across: BTreeSet<String>,
}

impl Repeated {
    /// Of the rows of `sheet`.
    pub(crate) fn of(sheet: &Sheet<'_>) -> Self {
        let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let mut within = BTreeSet::new();
        for record in &sheet.part.records {
            let group = record.group.last().map_or("", |group| group.as_str());
            let name = names::read(&of(sheet, record)).text;
            if !groups.entry(name.clone()).or_default().insert(group) {
                within.insert(name);
            }
        }
        let across = groups.into_iter().filter(|(_, groups)| groups.len() > 1).map(|(name, _)| name).collect();
        Self { within, across }
    }
}
