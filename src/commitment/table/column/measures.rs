//! Tables that give out targets by places or bodies: what is measured stands in the heads, or in the caption where these name
//! years and sums alone (各县区造林任务分解表).

use crate::{
    grid::{Head, Part, Role as Holds, Word, is_share},
    lexicon::{CLAUSES, COLUMNS, DUTIES, Forms, HEADINGS, REGION_WORDS, SECTIONS, signs},
    outline::Table,
    reading::sentence::without_brackets,
    time,
};

use super::head::{grown_at_left, measures_at_left};
use crate::commitment::names;

/// Longest name of a place or a body, in characters.
const LONGEST: usize = 14;

/// Most characters of a head that names nothing without the one above it (保障性住房 over 户数).
const SHORT: usize = 2;

/// Longest measure that a caption names, in characters.
const LONGEST_MEASURE: usize = 14;

/// What the heads and the caption of a table name as measured of its rows.
#[derive(Debug, Default)]
pub(crate) struct Measures {
    /// Whether its rows are places or bodies.
    by_place: bool,
    /// The column of the measure on the left of each that says no more than a time.
    left: Vec<Option<usize>>,
    /// What the lowest head of each column names that says more than a year, outside its brackets.
    heads: Vec<String>,
    /// What its caption names, else empty.
    caption: String,
}

impl Measures {
    /// Of the rows of `part`, with the `title` of the table.
    pub(crate) fn of(table: &Table, title: &str, part: &Part) -> Self {
        let text = |place: crate::grid::Place| table.grid.cells.get(place.cell()).map_or("", |cell| cell.text());
        let lowest = |col: usize| part.heads.last().and_then(|row| row.get(col).copied().flatten()).map_or("", text);
        // 面积 below 粮食 and below 油菜 names nothing by itself.
        let whole = |col: usize| named(&part.columns[col].head.text);
        let shared = |col: usize, own: &str| {
            let mut others = (0..part.columns.len()).filter(|&other| other != col && named(lowest(other)) == own);
            others.any(|other| whole(other) != whole(col))
        };
        let named = |col: usize| {
            let own = named(lowest(col));
            let named =
                if own.is_empty() || needs_more(&own, &whole(col)) || shared(col, &own) { whole(col) } else { own };
            measured(named, &part.columns[col].head)
        };
        let left = measures_at_left(part);
        let of_heads = left.iter().zip(grown_at_left(part)).enumerate();
        let heads = of_heads.map(|(col, (left, grown))| named(left.or(grown).unwrap_or(col))).collect();
        let name = part.of(Holds::Name).next();
        let rows = part.records.iter().filter_map(|record| record.at(name?)).map(text).filter(|text| !is_whole(text));
        let places: Vec<bool> = rows.map(is_place).collect();
        let by_place = places.len() > 1 && places.iter().filter(|place| **place).count() * 4 >= places.len() * 3;
        Self { by_place, left, heads, caption: if by_place { subject(title) } else { String::new() } }
    }

    /// The column whose unit column `col` has.
    pub(crate) fn left_of(&self, col: usize) -> Option<usize> {
        self.left.get(col).copied().flatten()
    }

    /// What the lowest head of column `col` says more than a year.
    pub(crate) fn lowest(&self, col: usize) -> Option<&str> {
        self.heads.get(col).map(String::as_str).filter(|named| !named.is_empty())
    }

    /// What is measured in column `col`, headed `head`, of a row that names no measure.
    pub(crate) fn at(&self, col: usize, head: &Head) -> Option<&str> {
        let named = self.heads.get(col)?;
        let read = Head::read(named);
        let long = named.trim_start_matches(signs::year).chars().nth(1).is_some();
        let measure = names::measures(named) && read.unread > 0 && long;
        let tells = read.unread > 1 || measure || self.by_place && read.says(Word::Money);
        // 新建学校（所） is no body.
        let place = is_place(named) && CLAUSES.add.prefix(named).is_none();
        let in_unit = head.unit.is_some() && !is_whole(named) && !place;
        if tells && (names::measures(named) || self.by_place || in_unit) {
            return Some(named);
        }
        (!tells && self.by_place && !self.caption.is_empty()).then_some(self.caption.as_str())
    }
}

/// `named`, what `head` says, without what it says of its values (营业收入目标 → 营业收入); empty where that is no more than of what kind
/// they are (激励目标（%）, 预算数为执行数的%).
fn measured(named: String, head: &Head) -> String {
    if named.ends_with(['%', '％']) {
        return String::new();
    }
    let said = Forms::longest_suffix(&[&COLUMNS.target, &COLUMNS.start, &COLUMNS.result], &named);
    let bare = said.map(|said| &named[..named.len() - said.len()]).filter(|bare| bare.chars().nth(1).is_some());
    let Some(bare) = bare else { return named };
    let share = head.unit.as_deref().is_some_and(is_share);
    let changes = || Forms::longest_suffix(&[&CLAUSES.fall, &COLUMNS.growth], bare).is_some();
    if share && !names::measures(bare) && !changes() { String::new() } else { bare.to_owned() }
}

/// Whether `own`, a head, names nothing without the one above it in `whole`, which says more than heads are called (供应规模).
fn needs_more(own: &str, whole: &str) -> bool {
    let above = whole.strip_suffix(own).filter(|above| !above.is_empty());
    let short = own.chars().count() <= SHORT || names::is_bare_measure(own);
    short && above.is_some_and(|above| COLUMNS.of_heads.suffix(above).is_none())
}

/// Whether `name` is all that a table is about: 合计, 全市.
pub(crate) fn is_whole(name: &str) -> bool {
    let bare: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    // 全市合计
    let summed = CLAUSES.scope.prefix(&bare).map_or(bare.as_str(), |scope| &bare[scope.len()..]);
    COLUMNS.total.has(summed) || CLAUSES.scope.has(&bare)
}

/// Whether `name` is that of a place or a body.
pub(crate) fn is_place(name: &str) -> bool {
    let ends = [&DUTIES.level, &REGION_WORDS.zone, &REGION_WORDS.township];
    let place = Forms::longest_suffix(&ends, name).is_some() && REGION_WORDS.common.suffix(name).is_none();
    (2..=LONGEST).contains(&name.chars().count()) && (place || DUTIES.is_body(name))
}

/// What a head says outside its brackets, besides its years and the word that opens a part (“十五五”投资（亿元） → 投资).
pub(crate) fn named(head: &str) -> String {
    let text = undated(head);
    COLUMNS.part.strip_prefix(&text).filter(|rest| !rest.is_empty()).map_or(text.clone(), str::to_owned)
}

/// What a head says outside its brackets and besides its years.
pub(crate) fn undated(head: &str) -> String {
    without_times(&without_brackets(head)).trim_matches(['“', '”', '"']).to_owned()
}

/// Whether the values under `head` say by how much their rows fall: 预期降幅, 较2020年下降.
pub(crate) fn falls_below(head: &Head) -> bool {
    CLAUSES.fall_name.suffix(&undated(&head.text)).is_some()
}

fn without_times(text: &str) -> String {
    let mut rest = text.to_owned();
    for time in time::scan(text, time::Frame::default()).iter().rev() {
        // 较2025年下降 → 下降
        let than = CLAUSES.than.suffix(&rest[..time.span.start]).map_or(0, str::len);
        rest.replace_range(time.span.start - than..time.span.end, "");
    }
    rest
}

/// What a caption says the table is about, without years, places and the words for tables: 高标准农田建设 of
/// 2026年各县区高标准农田建设任务分解表.
fn subject(caption: &str) -> String {
    let bare = without_brackets(caption);
    let mut text = undated(bare.rsplit(['：', ':']).next().unwrap_or(""));
    while let Some(word) = Forms::longest_suffix(&[&HEADINGS.table_name_end, &HEADINGS.table_kind], &text) {
        text.truncate(text.len() - word.len());
    }
    // 云岭市|各县区|造林: whose table it is says nothing of what it is about.
    if let Some((at, scope)) = HEADINGS.table_scope.rfind(&text) {
        text.drain(..at + scope.len());
    }
    while let Some(word) = Forms::longest_prefix(&[&CLAUSES.scope, &HEADINGS.table_scope], &text) {
        text.drain(..word.len());
    }
    // 主要|指标 names no measure.
    let mut rest = text.as_str();
    while let Some(after) = SECTIONS.years_work.strip_prefix(rest) {
        rest = after;
    }
    let named = !rest.is_empty() && text.chars().all(char::is_alphanumeric);
    let fits = named && (2..=LONGEST_MEASURE).contains(&text.chars().count());
    if fits { text } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_tell_what_their_tables_are_about() {
        for (caption, expected) in [
            ("2026年各县区造林绿化任务分解表", "造林绿化"),
            ("附件：2026年全市湿地修复目标任务分解表", "湿地修复"),
            ("云岭市各县区造林任务分解表", "造林"),
            ("2026年目标任务分解表", ""),
            ("年度计划", ""),
            ("主要指标", ""),
            ("重点任务分解表", ""),
            ("各乡镇桥梁建设任务分解表（单位：座）", "桥梁建设"),
        ] {
            assert_eq!(subject(caption), expected, "{caption}");
        }
    }

    #[test]
    fn heads_name_measures_without_years() {
        for (head, expected) in [
            ("其中：新建面积（万亩）", "新建面积"),
            ("“十五五”投资（亿元）", "投资"),
            ("单位产值用水量较2025年下降（%）", "单位产值用水量下降"),
        ] {
            assert_eq!(named(head), expected, "{head}");
        }
    }

    #[test]
    fn places_and_bodies_are_told_by_their_ends() {
        for (name, expected) in
            [("青禾县", true), ("青禾经济开发区", true), ("县水利局", true), ("光伏发电", false), ("新型城镇", false)]
        {
            assert_eq!(is_place(name), expected, "{name}");
        }
        assert!(is_whole("全市") && is_whole("合　计") && is_whole("全市合计") && !is_whole("青禾市"));
    }
}
