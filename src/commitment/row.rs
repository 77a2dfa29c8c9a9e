//! What a row of a table is of, its unit and its nature by a mark.

use crate::{
    grid::{Record, Role as Holds, Traits, is_share},
    lexicon::{CLAUSES, COLUMNS, LISTS},
    source::View,
    statement::Nature,
};

use super::{
    apart,
    cells::{Reader, Row},
    columns::is_of_rates,
    legend::one_nature,
    names::{self, Name},
};

/// Most rows that are parts of the one above them.
const MOST_PARTS: usize = 12;

/// 国考断面, 省考断面: whether two names end in the same word; 进口, 出口: of two signs each, in the same one.
fn ends_alike(one: &str, other: &str) -> bool {
    let other = COLUMNS.part.strip_prefix(other).unwrap_or(other).trim_start_matches(['：', ':']);
    let short = one.chars().count() == 2 && other.chars().count() == 2;
    let end = |name: &str| name.chars().rev().take(if short { 1 } else { 2 }).collect::<Vec<_>>();
    one.chars().nth(1).is_some() && end(one) == end(other)
}

impl Reader<'_> {
    /// The nature that `record` has by a mark: that of the head over a tick, or what the legend says.
    pub(super) fn marked(&self, record: &Record) -> Option<Nature> {
        let text = |col: usize| record.at(col).and_then(|place| self.sheet.view(place)).map_or("", View::text);
        let ticked = |col: &usize| text(*col).chars().next().is_some_and(names::is_mark);
        let head = |col: usize| one_nature(&self.sheet.part.columns[col].head.text);
        let under_head = self.sheet.part.of(Holds::Nature).filter(ticked).find_map(head);
        let bearing = [Holds::Nature, Holds::Name, Holds::Number].into_iter().flat_map(|role| self.sheet.part.of(role));
        under_head.or_else(|| self.legend.nature(bearing.map(text)))
    }

    /// The part of what `record` measures that the cell on the left of column `col` names under one head with it (其中 over 竹林 | 18).
    pub(super) fn part_beside(&self, record: &Record, col: usize) -> Option<&str> {
        let left = col.checked_sub(1)?;
        let (part, value) = (&self.sheet.part.columns[left], &self.sheet.part.columns[col]);
        // The head over both may be written once.
        let one =
            COLUMNS.part.has(&part.head.text) && (part.head.text == value.head.text || value.head.text.is_empty());
        let named = record.at(left).filter(|_| one && part.role == Holds::Text);
        named.and_then(|place| self.sheet.view(place)).map(View::text).filter(|text| Traits::of(text).name)
    }

    /// The place that `record` is of, told in a column of words behind its name, where rows of several have that name (覆盖率 | 城市, 农村).
    pub(super) fn place_beside(&self, record: &Record, name: &str) -> Option<&str> {
        let at = self.sheet.part.of(Holds::Name).next().filter(|_| self.repeated.within.contains(name))?;
        let beside = |col: usize| {
            let words = matches!(self.sheet.part.columns[col].role, Holds::Text | Holds::Group);
            record.at(col).filter(|_| words).and_then(|place| self.sheet.view(place)).map(View::text)
        };
        (at + 1..self.sheet.part.columns.len()).find_map(beside).filter(|text| apart::is_of_where(text))
    }

    /// Whether no row of its group above `record` is told in a unit of its own: what measures the group measures its parts, and no others.
    pub(super) fn is_part(&self, record: &Record) -> bool {
        let above = self.sheet.part.records[..self.sheet.place(record)].iter().rev().take(MOST_PARTS);
        above
            .take_while(|other| other.group == record.group)
            .all(|other| names::read(&self.sheet.name(other)).unit.is_empty())
    }

    /// The unit of the row that `record`, a part of it without a unit (其中：城市), stands below; of the parts the first says that it is
    /// one. What names a share or a measure of its own has none of it.
    pub(super) fn unit_over(&self, record: &Record) -> Option<String> {
        let text = |record: &Record| self.sheet.text(record, Holds::Name).to_owned();
        let is_part = |text: &str| text.starts_with('#') || COLUMNS.part.prefix(text).is_some();
        let own = text(record);
        let bare = own.trim_start_matches(['#', '：', ':']);
        let bare = COLUMNS.part.strip_prefix(bare).unwrap_or(bare).trim_start_matches(['：', ':']);
        let counts_else = CLAUSES.per_person.is_in(bare) || CLAUSES.people.suffix(bare).is_some();
        if COLUMNS.share_end.suffix(bare).is_some() || counts_else {
            return None;
        }
        let records = &self.sheet.part.records;
        let unit = |record: &Record| {
            let read = names::read(&text(record));
            let stated = self.sheet.text(record, Holds::Unit).to_owned();
            [stated, read.unit].into_iter().find(|unit| names::is_unit(unit))
        };
        let above = (0..=self.sheet.place(record)).rev().take(MOST_PARTS);
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

    /// The unit of the share of what `row` measures in another that column `col` is headed as (绝对值 | 占比（%）).
    pub(super) fn share_of(&self, row: &Row<'_>, col: usize) -> Option<&str> {
        let head = &self.sheet.part.columns[col].head;
        let share = |named: &&str| COLUMNS.share_end.suffix(named).is_some() && !is_of_rates(head);
        let named = self.measures.lowest(col).filter(share)?;
        let unit = head.unit.as_deref().filter(|unit| is_share(unit))?;
        (!row.unit.is_empty() && !is_share(&row.unit) && !row.name.text.ends_with(named)).then_some(unit)
    }

    /// `name`, that of `record`, behind what it says the growth of where it says no more (规上工业总产值 over 同比增长).
    pub(super) fn of_growth(&self, record: &Record, name: Name) -> Name {
        let grows = |text: &str| {
            let bare = CLAUSES.year_on_year.strip_prefix(text).or(COLUMNS.yearly.strip_prefix(text)).unwrap_or(text);
            COLUMNS.growth.has(bare)
        };
        if !grows(&name.text) {
            return name;
        }
        let above = self.sheet.part.records[..self.sheet.place(record)].iter().rev().take(MOST_PARTS);
        let above = above
            .take_while(|other| other.group == record.group)
            .map(|other| names::read(&self.sheet.name(other)).text);
        let over = above.filter(|over| !over.is_empty()).find(|over| !grows(over));
        over.map_or(name.clone(), |over| Name { text: format!("{over}{}", name.text), ..name })
    }
}
