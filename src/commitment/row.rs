//! What a row of a table is about, and its nature by a mark.

use crate::{
    grid::{Place, Record, Role as Holds, Traits},
    lexicon::{CLAUSES, COLUMNS, Forms, LISTS},
    source::View,
    statement::Nature,
};

use std::collections::{BTreeMap, BTreeSet};

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

/// Whether `name` is no more than of how much or of what share a measure is: 总量 and 占GDP比重 below 海洋生产总值.
fn is_bare(name: &str) -> bool {
    names::is_bare_measure(name) && name.chars().count() == 2 || COLUMNS.meets.prefix(name).is_some()
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

    /// What `record` is about. Where its name is parted under one head, the last part names it, behind the part before where
    /// that names the measure and the last does not (入学率 | 学前段).
    pub(super) fn name(&self, record: &Record) -> String {
        let columns = &self.sheet.part.columns;
        let Some(at) = self.sheet.part.of(Holds::Name).next() else { return String::new() };
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
        let mut texts: Vec<&str> = cells.iter().filter_map(|place| self.sheet.view(*place)).map(View::text).collect();
        // Rows below the first of a group have no cell of its name.
        let blank = |col: usize| record.at(col).and_then(|place| self.sheet.view(place)).is_none_or(View::is_empty);
        let grouped = |col: &usize| shares(col) && columns[*col].role == Holds::Group && blank(*col);
        // 污水处理率 | 县城, 农村: a rate is of each; 能源总量 may be the name of a group.
        let measure = || {
            let rate = |group: &str| COLUMNS.share_end.suffix(group).is_some();
            let bare = || is_bare(&names::read(self.sheet.text(record, Holds::Name)).text);
            record.group.last().filter(|group| rate(group) || !names::read(group).unit.is_empty() || bare())
        };
        if (0..at).any(|col| grouped(&col)) {
            texts.splice(0..0, measure().map(|group| group.as_str()));
        }
        let mut texts = texts.into_iter().filter(|text| !text.is_empty()).rev();
        let Some(last) = texts.next() else { return self.sheet.text(record, Holds::Name).to_owned() };
        // 小计 names nothing but what it sums up.
        if COLUMNS.subtotal.has(last) {
            return texts.next().or(record.group.last().map(|group| group.as_str())).unwrap_or(last).to_owned();
        }
        // 森林 | 覆盖率: the measure alone names nothing.
        let alone = names::is_bare_measure(last);
        let Some(over) = texts.next() else { return last.to_owned() };
        let (own, read) = (names::read(last), names::read(over));
        // 资金（万元） over 省级 is a measure as 投资 is.
        // So is what falls or grows: 污染物排放量减少（%） over 氨氮.
        let moves =
            !read.unit.is_empty() && Forms::longest_suffix(&[&CLAUSES.fall, &CLAUSES.grow], &read.text).is_some();
        let whole = names::measures(over) || COLUMNS.money.has(&read.text) || moves;
        let takes = whole != names::measures(last) && (!names::measures(last) || alone);
        let takes = takes && own.text != read.text;
        let takes = takes || whole && is_bare(&own.text) && !read.text.ends_with(&own.text);
        // 标准制修订（项） | 国家标准: parts without a unit have that of the whole.
        let of_unit = !read.unit.is_empty() && own.unit.is_empty();
        // 重点工程减排量（吨） | 化学需氧量 is a part of it as 氨氮 is.
        let takes = takes || of_unit && whole && self.stands_among_things(record);
        match (takes, of_unit) {
            (true, false) => format!("{}{last}", read.text),
            (true, true) => format!("{}{last}（{}）", read.text, read.unit),
            (false, true) => format!("{last}（{}）", read.unit),
            (false, false) => last.to_owned(),
        }
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
        let at = self.sheet.part.of(Holds::Name).next().filter(|_| self.doubled.contains(name))?;
        let beside = |col: usize| {
            let words = matches!(self.sheet.part.columns[col].role, Holds::Text | Holds::Group);
            record.at(col).filter(|_| words).and_then(|place| self.sheet.view(place)).map(View::text)
        };
        (at + 1..self.sheet.part.columns.len()).find_map(beside).filter(|text| apart::is_of_where(text))
    }

    /// The names that several rows of one group have, and those that rows of several groups have (在校生 below 小学 and below 初中).
    pub(super) fn doubled(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut seen, mut within, mut across) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        for record in &self.sheet.part.records {
            let group = record.group.last().map_or("", |group| group.as_str());
            let name = names::read(&self.name(record)).text;
            match seen.get(&name) {
                Some(other) if *other == group => drop(within.insert(name)),
                Some(_) => drop(across.insert(name)),
                None => drop(seen.insert(name, group)),
            }
        }
        (within, across)
    }

    /// Whether the row before or behind `record` in its group names no measure: 化学需氧量 beside 氨氮.
    fn stands_among_things(&self, record: &Record) -> bool {
        let records = &self.sheet.part.records;
        let at = self.place(record);
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| records.get(at));
        beside
            .filter(|other| other.group == record.group)
            .any(|other| !names::measures(self.sheet.text(other, Holds::Name)))
    }

    /// Whether no row of its group above `record` is told in a unit of its own: what measures the group measures its parts, and no others.
    pub(super) fn is_part(&self, record: &Record) -> bool {
        let above = self.sheet.part.records[..self.place(record)].iter().rev().take(MOST_PARTS);
        above
            .take_while(|other| other.group == record.group)
            .all(|other| names::read(&self.name(other)).unit.is_empty())
    }

    /// The place of `record` among those of its table.
    fn place(&self, record: &Record) -> usize {
        self.sheet.part.records.partition_point(|other| other.number < record.number)
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
        if COLUMNS.share_end.suffix(bare).is_some() || names::measures(bare) || counts_else {
            return None;
        }
        let records = &self.sheet.part.records;
        let unit = |record: &Record| {
            let read = names::read(&text(record));
            let stated = self.sheet.text(record, Holds::Unit).to_owned();
            [stated, read.unit].into_iter().find(|unit| names::is_unit(unit))
        };
        let above = (0..=self.place(record)).rev().take(MOST_PARTS);
        let first = above.take_while(|&at| unit(&records[at]).is_none()).find(|&at| is_part(&text(&records[at])))?;
        // 其中：城市 | 农村, 国考断面 | 省考断面: a part beside the first is told in the same way.
        let beside = LISTS.region.has(&own) || ends_alike(&own, &text(&records[first]));
        if !is_part(&own) && !beside {
            return None;
        }
        let over = records[..first].last()?;
        (over.group == record.group).then(|| unit(over)).flatten()
    }

    /// The unit of the share of what `row` measures in another that column `col` is headed as (绝对值 | 占比（%）).
    pub(super) fn share_of(&self, row: &Row<'_>, col: usize) -> Option<&str> {
        let head = &self.sheet.part.columns[col].head;
        let share = |named: &&str| COLUMNS.share_end.suffix(named).is_some() && !is_of_rates(head);
        let named = self.measures.lowest(col).filter(share)?;
        let unit = head.unit.as_deref().filter(|unit| names::is_share(unit))?;
        (!row.unit.is_empty() && !names::is_share(&row.unit) && !row.name.text.ends_with(named)).then_some(unit)
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
        let above = self.sheet.part.records[..self.place(record)].iter().rev().take(MOST_PARTS);
        let above =
            above.take_while(|other| other.group == record.group).map(|other| names::read(&self.name(other)).text);
        let over = above.filter(|over| !over.is_empty()).find(|over| !grows(over));
        over.map_or(name.clone(), |over| Name { text: format!("{over}{}", name.text), ..name })
    }
}
