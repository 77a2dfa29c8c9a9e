//! Times before a number: what they part, and what was done at them to what stands before.

use crate::{
    lexicon::{CLAUSES, VERDICTS},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::subject::{is_inside, tells_difference};

/// `span` from behind the last time that stands in it and is no part of a longer name.
pub(super) fn after_times(text: &str, span: Span, times: &[TimeMention]) -> Span {
    let mut start = span.start;
    for time in times.iter().filter(|t| span.contains(t.span) && t.role != TimeRole::Named) {
        let lead = &text[start..time.span.start];
        // 新增就业[比去年]多8万人: how much more or less than then it is stands behind what was measured.
        let behind = &text[time.span.end..span.end];
        // 用水量[较上年]均值下降5%
        let differs = tells_difference(behind) || VERDICTS.mean_noun.has(behind);
        if time.role == TimeRole::Compared && differs && !lead.is_empty() {
            return Span::new(start, time.span.start);
        }
        // 县财政每年|安排资金: what follows is done each time, by those before it.
        let done = CLAUSES.intend.prefix(&text[time.span.end..span.end]).is_some_and(|form| CLAUSES.have.has(form));
        let recurring = time.role == TimeRole::Recurring && !lead.is_empty() && !CLAUSES.lead.has(lead) && !done;
        let inside = is_inside(lead, time.span.of(text), &text[time.span.end..span.end]);
        if !recurring && !inside && time.span.end < span.end {
            start = time.span.end;
        }
    }
    Span::new(start, span.end)
}

/// 老旧小区|今年|改造[120个]: what the deed behind a time is done to stands before it.
pub(super) fn done_then(text: &str, from: usize, rest: Span, times: &[TimeMention]) -> Option<(Span, &'static str)> {
    let deed =
        CLAUSES.add.prefix(rest.of(text)).filter(|deed| deed.len() == rest.len() && deed.chars().nth(1).is_some())?;
    let time = times.iter().find(|time| time.span.end == rest.start && time.span.start > from)?;
    let thing = after_times(text, Span::new(from, time.span.start), times);
    let named = thing.of(text).chars().nth(1).is_some() && CLAUSES.lead.prefix(thing.of(text)).is_none();
    named.then_some((thing, deed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{self, Frame};

    #[test]
    fn what_is_done_at_a_time_is_done_to_what_stands_before_it() {
        for (text, thing) in [
            ("老旧小区2025年改造", Some("老旧小区")),
            ("旧厂房2025年整治", Some("旧厂房")),
            ("2025年改造", None),
            ("老旧小区2025年改造面积", None),
        ] {
            let times = time::scan(text, Frame::default());
            let rest = after_times(text, Span::new(0, text.len()), &times);
            assert_eq!(done_then(text, 0, rest, &times).map(|(thing, _)| thing.of(text)), thing, "{text}");
        }
    }
}
