//! What a row of a table measures, and in which unit.

use std::cell::OnceCell;

use super::name;
use crate::{
    commitment::{
        names::{self, Name},
        table::{
            column::{
                Columns,
                head::{heads_growth, is_of_rates, unit_above},
                meaning::Meaning,
                measures::falls_below,
            },
            sheet::Sheet,
        },
    },
    grid::{self, Record, Role as Holds, Traits, Word, is_share},
    lexicon::{CLAUSES, COLUMNS, LISTS},
    source::View,
};

/// Most rows that are parts of the one above them.
const MOST_PARTS: usize = 12;

/// What a row measures.
pub(crate) struct Measured<'a> {
    pub(crate) record: &'a Record,
    pub(crate) name: Name,
    /// Whether neither it nor a column of units says what is measured.
    pub(crate) bare: bool,
    /// The measure that its group names with the unit of its rows, else empty.
    pub(crate) measure: String,
    /// The unit of the row; empty where none is stated.
    pub(crate) unit: String,
    /// Whether a cell of it states a level; looked at where a head asks.
    level: OnceCell<bool>,
}

impl<'a> Measured<'a> {
    /// Of `record`, which is called `name`; behind its group where rows of several groups are called so (`grouped`).
    pub(crate) fn read(sheet: &Sheet<'_>, record: &'a Record, name: Name, grouped: bool) -> Self {
        let mut name = of_growth(sheet, record, name);
        if let Some(group) = record.group.last().filter(|_| grouped) {
            name.text.insert_str(0, &names::read(group).text);
        }
        let stated = sheet.text(record, Holds::Unit);
        // （万亩）, not 套（间）
        let stated = stated.strip_prefix('（').and_then(|inner| inner.strip_suffix('）')).unwrap_or(stated);
        let stated = if stated.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '‰')) { stated } else { "" };
        let mut unit = [stated, name.unit.as_str()].into_iter().find(|unit| !unit.is_empty()).unwrap_or("").to_owned();
        // 主要污染物排放总量减少（%） over 氨氮: a group that measures, with the unit of its rows.
        let over = record.group.last().map(|group| names::read(group)).filter(|over| !over.unit.is_empty());
        let over = over.filter(|_| unit.is_empty() && is_part(sheet, record));
        if let Some(over) = &over {
            unit.clone_from(&over.unit);
        }
        let measure = over.map(|over| over.text).unwrap_or_default();
        if unit.is_empty() {
            unit = unit_over(sheet, record).unwrap_or_default();
        }
        let bare = name.unit.is_empty() && !sheet.part.has(Holds::Unit) && !names::measures(&name.text);
        Self { record, name, bare, measure, unit, level: OnceCell::new() }
    }

    /// The unit of its cell in column `col` of `all` that says `text` and has none.
    pub(crate) fn unit_of(&self, all: &Columns<'_>, col: usize, text: &str) -> String {
        let columns = &all.sheet.part.columns;
        let head = &columns[col].head;
        let above = unit_above(&all.sheet.reading.units, head, &self.name.text);
        // 增长（%） states no amounts, whatever the unit of the self.
        let own = head.unit.as_deref().or(Some(self.name.rate_unit.as_str()));
        let marked = all.marks_total(head.says(Word::Total) || self.name.total, text);
        let rate = own.filter(|unit| (is_of_rates(head) || falls_below(head)) && is_share(unit) && !marked);
        let rate = rate.or_else(|| self.share_of(all, col));
        let stated = [rate, Some(self.unit.as_str()), head.unit.as_deref(), above];
        let unit = stated.into_iter().flatten().find(|unit| !unit.is_empty());
        let unit = unit.or_else(|| columns[all.measures.left_of(col)?].head.unit.as_deref());
        let unit = unit.map_or_else(|| names::counted_in(&self.name.text), str::to_owned);
        let grown = || heads_growth(head, *self.level.get_or_init(|| self.has_level(all)));
        if !marked && !is_share(&unit) && grown() { "%".into() } else { unit }
    }

    /// Whether a cell of it states a level, so that a yearly number beside it is a rate of growth.
    fn has_level(&self, all: &Columns<'_>) -> bool {
        let cells = all.sheet.part.columns.iter().zip(self.record.cells.iter());
        cells.zip(&all.meanings).any(|((column, place), meaning)| {
            let level = !column.head.says(Word::Yearly) && !column.head.says(Word::Total);
            let text = place.and_then(|place| all.sheet.view(place)).map_or("", View::text);
            // 1950 below 2025年 is a value.
            let states = || grid::states_number(text) || Traits::of(text).like_year;
            level && matches!(meaning, Some(Meaning::Target | Meaning::Result)) && states()
        })
    }

    /// The unit of the share of what it measures in another that column `col` of `all` is headed as (绝对值 | 占比（%）).
    pub(crate) fn share_of<'c>(&self, all: &Columns<'c>, col: usize) -> Option<&'c str> {
        let head = all.head(col);
        let share = |named: &&str| COLUMNS.share_end.suffix(named).is_some() && !is_of_rates(head);
        let named = all.measures.lowest(col).filter(share)?;
        let unit = head.unit.as_deref().filter(|unit| is_share(unit))?;
        (!self.unit.is_empty() && !is_share(&self.unit) && !self.name.text.ends_with(named)).then_some(unit)
    }

    /// What is measured of it in column `col`, where it names no measure itself (森林覆盖率（%） over 江北区).
    pub(crate) fn measure<'c>(&self, all: &'c Columns<'_>, col: usize) -> Option<&'c str> {
        all.measures.at(col, all.head(col)).filter(|_| self.bare)
    }
}

/// 国考断面, 省考断面: whether two names end in the same word; 进口, 出口: of two signs each, in the same one.
fn ends_alike(one: &str, other: &str) -> bool {
    let other = COLUMNS.part.strip_prefix(other).unwrap_or(other).trim_start_matches(['：', ':']);
    let short = one.chars().count() == 2 && other.chars().count() == 2;
    let end = |name: &str| name.chars().rev().take(if short { 1 } else { 2 }).collect::<Vec<_>>();
    one.chars().nth(1).is_some() && end(one) == end(other)
}

/// Whether no row of its group above `record` is told in a unit of its own: what measures the group measures its parts, and no others.
fn is_part(sheet: &Sheet<'_>, record: &Record) -> bool {
    let above = sheet.part.records[..sheet.place(record)].iter().rev().take(MOST_PARTS);
    above
        .take_while(|other| other.group == record.group)
        .all(|other| names::read(&name::of(sheet, other)).unit.is_empty())
}

/// The unit of the row that `record`, a part of it without a unit (其中：城市), stands below; of the parts the first says that it is
/// one. What names a share or a measure of its own has none of it.
fn unit_over(sheet: &Sheet<'_>, record: &Record) -> Option<String> {
    let text = |record: &Record| sheet.text(record, Holds::Name).to_owned();
    let is_part = |text: &str| text.starts_with('#') || COLUMNS.part.prefix(text).is_some();
    let own = text(record);
    let bare = own.trim_start_matches(['#', '：', ':']);
    let bare = COLUMNS.part.strip_prefix(bare).unwrap_or(bare).trim_start_matches(['：', ':']);
    let counts_else = CLAUSES.per_person.is_in(bare) || CLAUSES.people.suffix(bare).is_some();
    if COLUMNS.share_end.suffix(bare).is_some() || counts_else {
        return None;
    }
    let records = &sheet.part.records;
    let unit = |record: &Record| {
        let read = names::read(&text(record));
        let stated = sheet.text(record, Holds::Unit).to_owned();
        [stated, read.unit].into_iter().find(|unit| names::is_unit(unit))
    };
    let above = (0..=sheet.place(record)).rev().take(MOST_PARTS);
    let first = above.take_while(|&at| unit(&records[at]).is_none()).find(|&at| is_part(&text(&records[at])))?;
    // 其中：城市 | 农村, 国考断面 | 省考断面: a part beside the first is told in the same way.
    let beside = LISTS.region.has(&own) || ends_alike(&own, &text(&records[first]));
    if !is_part(&own) && !beside {
        return None;
    }
    let over = records[..first].last()?;
    // 铁路里程（公里） over 其中：高速铁路里程: the same measure.
    let alike = !names::measures(bare) || ends_alike(bare, &names::read(&text(over)).text);
    (alike && over.group == record.group).then(|| unit(over)).flatten()
}

/// `name`, that of `record`, behind what it says the growth of where it says no more (规上工业总产值 over 同比增长).
fn of_growth(sheet: &Sheet<'_>, record: &Record, name: Name) -> Name {
    let grows = |text: &str| {
        let bare = CLAUSES.year_on_year.strip_prefix(text).or(COLUMNS.yearly.strip_prefix(text)).unwrap_or(text);
        COLUMNS.growth.has(bare)
    };
    if !grows(&name.text) {
        return name;
    }
    let above = sheet.part.records[..sheet.place(record)].iter().rev().take(MOST_PARTS);
    let above =
        above.take_while(|other| other.group == record.group).map(|other| names::read(&name::of(sheet, other)).text);
    let over = above.filter(|over| !over.is_empty()).find(|over| !grows(over));
    over.map_or(name.clone(), |over| Name { text: format!("{over}{}", name.text), ..name })
}
