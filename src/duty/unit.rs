//! Names of units: lists parted into names, and what is a name of one.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lexicon::{DUTIES, SIGNS, full_name, signs};

/// Longest name of a unit, in characters.
const LONGEST: usize = 30;

/// Longest name of a person, in characters.
const LONGEST_PERSON: usize = 4;

/// A unit that work is given to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// As written (市发改委).
    pub name: String,
    /// With the office's short name written out (市发展和改革委员会): the same for every way of writing it.
    pub full: String,
}

impl Unit {
    /// The unit called `name`.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), full: full_name(name) }
    }

    /// Whether `asked`, a short or full name or a part of one, names it.
    pub fn is_called(&self, asked: &str) -> bool {
        self.name.contains(asked) || self.full.contains(&full_name(asked))
    }
}

/// The units of a list, in order and each once.
pub(crate) fn list(text: &str) -> Vec<Unit> {
    let mut seen = HashSet::new();
    names(text).iter().map(|name| Unit::new(name)).filter(|unit| seen.insert(unit.full.clone())).collect()
}

/// The names of a list: parted at commas outside brackets, at 和 between two units, and where one unit runs into the next.
pub(crate) fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces(text, |c| matches!(c, '、' | '，' | '；' | ',' | ';' | ' ' | '\n' | '\t' | '。')) {
        for part in parted(piece) {
            let name = trimmed(part);
            if let Some(first) = names.last_mut().filter(|first| are_levels(first, name)) {
                *first = format!("{first}、{name}");
            } else if name.chars().count() > 1 && !DUTIES.shared.has(name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// Whether `name` goes on with the levels of places of `first` (各市、县（市、区）人民政府; 各州、市): both are one unit.
fn are_levels(first: &str, name: &str) -> bool {
    let last = first.strip_prefix(signs::every).and_then(|levels| levels.rsplit('、').next());
    let behind = |name: &str| DUTIES.level.strip_prefix(name).map(|rest| without_first_bracket(rest).to_owned());
    last.is_some_and(|level| DUTIES.level.has(level))
        && behind(name).is_some_and(|rest| rest.is_empty() || DUTIES.office_end.has(&rest))
}

/// （市、区）人民政府 → 人民政府
fn without_first_bracket(text: &str) -> &str {
    text.strip_prefix('（').and_then(|inner| inner.split_once('）')).map_or(text, |(_, rest)| rest)
}

/// `text` cut at every character outside brackets that `cuts`.
pub(crate) fn pieces(text: &str, cuts: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 && cuts(c) => {
                found.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found.retain(|piece| !piece.is_empty());
    found
}

/// 市教育局和市财政局 → both; 市发展和改革委员会 is one, since 市发展 is no unit.
fn parted(piece: &str) -> Vec<&str> {
    let joints = piece.char_indices().filter_map(|(at, _)| Some((at, DUTIES.and.prefix(&piece[at..])?)));
    for (at, joint) in joints {
        let (left, right) = (&piece[..at], &piece[at + joint.len()..]);
        if is_body(left) && is_body(trimmed(right)) {
            return [parted(left), parted(right)].concat();
        }
    }
    vec![piece]
}

/// Without 等 and stops at its end, brackets that do not close, and what stands before a name.
fn trimmed(name: &str) -> &str {
    let name = name.trim_matches(['。', '.', ' ', '：', ':', '，', '“', '”', '—']);
    let name = DUTIES.shared.strip_suffix(name).unwrap_or(name);
    let name = SIGNS.and_so_on.strip_suffix(name).unwrap_or(name);
    let name = name.strip_prefix(signs::by).unwrap_or(name);
    match (name.matches('（').count(), name.matches('）').count()) {
        (open, close) if open > close => name.trim_start_matches('（'),
        (open, close) if close > open => name.trim_end_matches('）'),
        _ => name,
    }
}

/// Whether `name` reads as the name of an office, another body of government or a group of places.
///
/// A unit: 市教育局, 各县（市、区）人民政府, 市直有关部门, 市水务公司. None: 龙头企业, 高校, 第三方机构, 宁静小区.
pub(crate) fn is_body(name: &str) -> bool {
    let bare = without_bracket(name);
    let other =
        DUTIES.unit_end.strip_suffix(bare).is_some_and(|rest| rest.chars().count() > 1 || SIGNS.every.has(rest));
    is_office(name) || other && is_name(name)
}

/// Whether `name` reads as the name of an office (市教育局, 各县（市、区）人民政府), or as all places of a kind (各区).
pub(crate) fn is_office(name: &str) -> bool {
    let bare = without_bracket(name);
    let office = DUTIES.office_end.strip_suffix(bare).is_some_and(|rest| !rest.is_empty() || bare.chars().count() > 2);
    let places =
        bare.starts_with(signs::every) && [&DUTIES.unit_end, &DUTIES.level].iter().any(|e| e.suffix(bare).is_some());
    (office || places) && is_name(name)
}

/// The post that `person` holds, without a name: 副市长李明 and 李明副市长 → 副市长; `None` where only a name stands.
pub(super) fn post(person: &str) -> Option<&str> {
    let (at, form) = DUTIES.post.rfind(person).or_else(|| DUTIES.office.rfind(person))?;
    let end = at + form.len();
    let mut start = at;
    while let Some(rest) =
        [&DUTIES.rank, &DUTIES.oversees, &DUTIES.leads].iter().find_map(|c| c.strip_suffix(&person[..start]))
    {
        start = rest.len();
    }
    let rest = &person[..start];
    let is_name = !rest.is_empty() && rest.chars().count() <= LONGEST_PERSON && !is_body(rest);
    Some(&person[if is_name { start } else { 0 }..end])
}

fn without_bracket(name: &str) -> &str {
    match name.rfind('（') {
        Some(open) if name.ends_with('）') => &name[..open],
        _ => name,
    }
}

fn is_name(name: &str) -> bool {
    (2..=LONGEST).contains(&name.chars().count())
        && !name.contains(|c| matches!(c, '，' | '。' | '：' | '“') || signs::of(c) || signs::le(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_parted_into_names() {
        for (list, expected) in [
            ("市发展和改革委员会、市财政局", vec!["市发展和改革委员会", "市财政局"]),
            ("市教育局和市财政局", vec!["市教育局", "市财政局"]),
            ("各县（市、区）人民政府，市直有关部门", vec!["各县（市、区）人民政府", "市直有关部门"]),
            ("市委宣传部、市文旅局等", vec!["市委宣传部", "市文旅局"]),
            ("市住建局、市财政局按职责分工负责", vec!["市住建局", "市财政局"]),
            ("省财政厅，各市、县（市、区）人民政府", vec!["省财政厅", "各市、县（市、区）人民政府"]),
            ("各州、市、县，省财政厅", vec!["各州、市、县", "省财政厅"]),
            ("各区、市教育局", vec!["各区", "市教育局"]),
            ("各乡镇、街道", vec!["各乡镇、街道"]),
        ] {
            assert_eq!(names(list), expected, "{list}");
        }
    }

    #[test]
    fn offices_are_units_and_firms_are_none() {
        for name in ["市教育局", "省药监局", "各县（市、区）", "各旗县区政府（管委会）", "市直有关部门", "团市委"]
        {
            assert!(is_body(name), "{name}");
        }
        assert!(is_body("市水务公司") && !is_office("市水务公司") && is_office("各区"));
        for name in ["龙头企业", "高校", "第三方机构", "我局的", "企业家", "委", "社区"] {
            assert!(!is_body(name), "{name}");
        }
    }

    #[test]
    fn persons_are_known_by_their_post() {
        for (person, expected) in [
            ("副市长李明", Some("副市长")),
            ("李明副市长", Some("副市长")),
            ("常务副市长", Some("常务副市长")),
            ("分管领导", Some("分管领导")),
            ("市教育局局长", Some("市教育局局长")),
            ("市委书记", Some("市委书记")),
            ("各单位主要负责人", Some("各单位主要负责人")),
            ("李明", None),
        ] {
            assert_eq!(post(person), expected, "{person}");
        }
    }

    #[test]
    fn a_unit_written_in_two_ways_is_one() {
        assert_eq!(list("市发改委、市发展和改革委员会").len(), 1);
        assert!(Unit::new("市发改委").is_called("发展改革委"));
        assert!(!Unit::new("市财政局").is_called("教育局"));
    }
}
