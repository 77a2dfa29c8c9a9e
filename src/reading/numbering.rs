//! Points, spans of years, digits and what each is counted for at the ends of a text: what counts there and is no part of a name.

use std::ops::RangeInclusive;

use super::verb::is_verb_of_its_own;
use crate::lexicon::{
    CLAUSES, Forms, LISTS, TIME,
    numerals::{Numerals, Sign, is_circled},
    signs,
};

/// How long what each is counted for may be, with its 每, in characters (每日, 每百平方公里).
const PER_UNIT: RangeInclusive<usize> = 2..=6;

/// `rest` without 一是, 1., （一）, ①, dashes and the end of a bracket at its head.
pub(crate) fn enumeration(rest: &str) -> &str {
    let rest = rest.trim_start_matches('）').trim_start_matches(is_circled);
    let rest = rest.trim_start_matches(['—', '－', '-', '●', '•', '·', '*', '■', '◆', '▲']);
    let count = count_digits(rest);
    // The point of 0.4千伏 numbers nothing.
    let numbers = |after: &&str| count > 0 && !after.starts_with(|c: char| c.is_ascii_digit()) && !is_series(after);
    if let Some(after) = CLAUSES.enumerates.strip_prefix(&rest[count..]).filter(numbers) {
        return after;
    }
    if let Some(inner) = rest.strip_prefix('（') {
        let count = count_digits(inner);
        if let (true, Some(after)) = (count > 0, inner[count..].strip_prefix('）')) {
            return after;
        }
    }
    rest
}

/// 一、|二、三产业, 一、|二级公路, 二、|三产业: whether what stands behind the first point is the next one of the same list.
fn is_series(after: &str) -> bool {
    let count = count_digits(after);
    let next = [&CLAUSES.conjunction, &LISTS.kind_end, &LISTS.counted_as];
    count > 0 && next.iter().any(|forms| forms.prefix(&after[count..]).is_some())
}

/// `rest` behind 5年 or 用5年时间 at its head, which says over how long.
pub(crate) fn years(rest: &str) -> Option<&str> {
    let rest = TIME.takes.strip_prefix(rest).unwrap_or(rest);
    let digits = count_digits(rest);
    let after = rest[digits..].strip_prefix(signs::year).filter(|_| digits > 0)?;
    if CLAUSES.school_years.prefix(after).is_some() {
        return None;
    }
    let mut after = after;
    while let Some(rest) = CLAUSES.span_end.strip_prefix(after) {
        after = rest;
    }
    Some(after).filter(|after| after.is_empty() || after.chars().count() > 2 || CLAUSES.investment.has(after))
}

/// 企业数|3年: `text` before a span of years at its end, which says over how long it grew; 连续3年 and 第3年 say something else.
pub(crate) fn before_years(text: &str) -> &str {
    let Some(spanned) = text.strip_suffix(signs::year) else { return text };
    let digits: usize =
        spanned.chars().rev().take_while(|c| count_digits(c.encode_utf8(&mut [0; 4])) > 0).map(char::len_utf8).sum();
    let before = &spanned[..spanned.len() - digits];
    // 教师培训|每三年[不少于50学时]
    if let Some(before) = before.strip_suffix(signs::each).filter(|before| digits > 0 && before.chars().count() > 1) {
        return before;
    }
    let other = before.ends_with(signs::ordinal)
        || CLAUSES.in_a_row.suffix(before).is_some()
        || CLAUSES.every.suffix(before).is_some();
    // 工业增加值|前三年
    let which = TIME.first_years.strip_suffix(before).or_else(|| TIME.last_years.strip_suffix(before));
    let before = which.filter(|before| digits > 0 && before.chars().nth(1).is_some()).unwrap_or(before);
    if digits > 0 && digits < 5 && !other && before.chars().count() > 1 { before } else { text }
}

/// 年|新增绿地, 年|接待游客: `rest` behind the 年 that says that so much is done each year.
pub(crate) fn each_year(rest: &str) -> Option<&str> {
    let done = |after: &str| {
        let form = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.gains_or_has], after);
        form.is_some_and(|form| form.chars().count() > 1 && is_verb_of_its_own(after, form))
    };
    rest.strip_prefix(signs::year).filter(|after| CLAUSES.new_addition.prefix(after).is_some() || done(after))
}

/// 每季度|举办招聘会: `rest` behind the words that say how often it is done, before the verb of what is done.
pub(super) fn each_time(rest: &str) -> Option<&str> {
    let after = CLAUSES.each_time.strip_prefix(rest)?;
    (CLAUSES.add.prefix(after).is_some() || CLAUSES.lead.prefix(after).is_some()).then_some(after)
}

/// Whether `text` ends in a digit, Arabic or Chinese.
pub(super) fn ends_in_digit(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| count_digits(c.encode_utf8(&mut [0; 4])) > 0)
}

/// How many bytes of the digits of a count `text` begins with.
fn count_digits(text: &str) -> usize {
    let digit = |c: &char| {
        let sign = Numerals::get().glyph(*c).map(|glyph| glyph.sign);
        c.is_ascii_digit() || matches!(sign, Some(Sign::Digit(_) | Sign::Times(1)))
    };
    text.chars().take_while(digit).map(char::len_utf8).sum()
}

/// 均为, 平均每年|各增长: whether `bound` says so of several; 居各省区首位 does not.
pub(super) fn holds_for_each(bound: &str) -> bool {
    let moves =
        |rest: &str| [&CLAUSES.grow, &CLAUSES.fall, &CLAUSES.arrive].iter().any(|verbs| verbs.prefix(rest).is_some());
    let every = CLAUSES.every.rfind(bound).map(|(at, word)| &bound[at + word.len()..]);
    CLAUSES.for_each.prefix(bound).is_some() || every.is_some_and(|rest| rest.is_empty() || moves(rest))
}

/// 垃圾处理能力达到[每日]3000吨, 超[每千人]6批次: what each is counted for, behind what `leads` to the number; not 每年, nor 每亩增产.
pub(super) fn per_unit(text: &str, leads: impl Fn(&str) -> bool) -> Option<&str> {
    let (at, _) = text.rmatch_indices(signs::each).next()?;
    let (before, per) = text.split_at(at);
    let moves = CLAUSES.grow.is_in(per) || CLAUSES.fall.is_in(per) || CLAUSES.every_year.prefix(per).is_some();
    (PER_UNIT.contains(&per.chars().count()) && !moves && leads(before)).then_some(per)
}

/// 烘干能力达到[日烘干]80吨: the work that an ability does in a day or a year, named again before how much it is.
pub(super) fn work_a_day(text: &str) -> Option<&str> {
    const WORK: RangeInclusive<usize> = 2..=3;
    let (at, _) = text.rmatch_indices(|c| signs::day(c) || signs::year(c) || signs::month(c)).next()?;
    let (before, work) = text.split_at(at);
    let named = work.chars().all(char::is_alphabetic) && CLAUSES.each.suffix(work).is_none();
    let led = || CLAUSES.arrive.strip_suffix(before).is_some_and(|able| CLAUSES.capacity.suffix(able).is_some());
    (WORK.contains(&work.chars().count()) && named && led()).then_some(work)
}

/// Whether `text` ends in a verb of reaching, or is an ability itself.
pub(super) fn reaches(text: &str) -> bool {
    let reached = [&CLAUSES.arrive, &CLAUSES.toward].iter().any(|verbs| verbs.suffix(text).is_some());
    reached || CLAUSES.capacity.suffix(text).is_some_and(|noun| CLAUSES.measure.has(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumeration_and_spans_of_years_are_no_subject() {
        for (text, rest) in [
            ("一是绿化", "绿化"),
            ("（三）绿化", "绿化"),
            ("2.绿化", "绿化"),
            ("①绿化", "绿化"),
            ("）绿化", "绿化"),
            ("三峡绿化", "三峡绿化"),
            ("一、二级公路", "一、二级公路"),
            ("二、三产业", "二、三产业"),
            ("一、绿化", "绿化"),
        ] {
            assert_eq!(enumeration(text), rest, "{text}");
        }
        assert_eq!(years("5年来绿化面积"), Some("绿化面积"));
        assert_eq!(years("九年义务教育"), None);
        assert_eq!(each_year("年接待游客"), Some("接待游客"));
        assert_eq!((each_year("年处置能力"), each_year("年产值")), (None, None));
    }
}
