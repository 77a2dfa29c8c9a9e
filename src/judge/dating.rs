//! What dates a statement: its own sentence, the sentences before it, its heading, or the plan.

use crate::{
    lexicon::{CLAUSES, DEEDS, PROMISES, TIME, segment, signs, units::named},
    span::Span,
    time::{TimeMention, TimeRole},
};

use crate::{
    reading::{right, scene::Scene, sentence},
    statement::{Deadline, DeadlineSource, Shared, Status},
};

/// How far behind the year that it is compared with a multiple may stand, in characters.
const MULTIPLE: usize = 6;

/// How far behind a number the time may stand at which the counted things come to work, in bytes.
const BEHIND: usize = 90;

/// A date in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Last year of the time.
    pub(crate) year: Option<i32>,
    /// First year of the time.
    pub(crate) start: Option<i32>,
    /// Month.
    pub(crate) month: Option<u32>,
    /// The expression.
    pub(crate) text: String,
    /// Whether it says by when rather than in what year.
    pub(crate) by: bool,
    /// Whether it says how things stood (截至, 以来).
    pub(crate) as_of: bool,
    /// Whether it says from when on (2024年起).
    pub(crate) onward: bool,
    /// Whether a heading or the section's opening sentence says it.
    pub(crate) inherited_from_heading: bool,
}

impl Dated {
    /// The date that `time` of `text` sets.
    pub(crate) fn new(text: &str, time: &TimeMention) -> Self {
        let words = time.span.of(text);
        let since = time.role == TimeRole::Since;
        let so_far = TIME.up_to_now.suffix(words).is_some();
        Self {
            year: time.end,
            start: time.start,
            month: time.month,
            text: words.to_owned(),
            by: time.role == TimeRole::By || time.period,
            as_of: CLAUSES.as_of.prefix(words).is_some() || (since && so_far),
            onward: since && !so_far,
            inherited_from_heading: false,
        }
    }
}

/// The time of `sentence` that governs a number at `at`: the nearest dating time before it, else one that follows in its clause.
pub(crate) fn governing<'a>(
    text: &str,
    sentence: Span,
    clause: Span,
    at: usize,
    times: &'a [TimeMention],
) -> Option<&'a TimeMention> {
    let usable = |time: &&TimeMention| {
        // 今年的目标是：A；B dates both, while 全年发放A；B dates A.
        let gap = text.get(time.span.end..at).unwrap_or("");
        let apart = time.relative && gap.split_once('；').is_some_and(|(first, _)| !first.contains('：'));
        // 1998年以来最多, 近10年来最大: how rare it is, not when it was, unlike 2028年首台机组投产.
        let years = time.role == TimeRole::Since || time.period;
        let behind = &text[time.span.end..];
        // 2022年以来新|高速公路
        let whole = |form: &str| !form.starts_with(signs::new) || segment::ends_word(behind, form.len());
        let superlative = years && CLAUSES.superlative.prefix(behind).is_some_and(whole);
        // 不低于当地上年度水平: last year as a standard; it dates only at the head of its clause.
        let standard = time.relative && TIME.last.prefix(time.span.of(text)).is_some() && !opens(text, sentence, time);
        sentence.contains(time.span)
            && time.dates()
            && !(superlative || standard || apart)
            && !dates_else(text, time, at)
    };
    let times = within(times, sentence);
    let (before, behind) = times.split_at(times.partition_point(|time| time.span.end <= at));
    let nearest = before.iter().rfind(usable);
    // 新建水厂3座，其中2座|2027年通水: what becomes of the counted things, and when, stands behind them.
    let own = within(behind, clause).first().filter(|time| {
        let gap = text.get(at..time.span.start).filter(|gap| gap.len() <= BEHIND);
        gap.is_some_and(|gap| !gap.contains('、')) && usable(time) && right::is_event(&text[time.span.end..clause.end])
    });
    if own.is_some() && nearest.is_none_or(|time| !clause.contains(time.span)) {
        return own;
    }
    nearest.or_else(|| {
        let by = |time: &&TimeMention| {
            time.span.start >= at && clause.contains(time.span) && time.role == TimeRole::By && usable(time)
        };
        within(behind, clause).iter().find(by)
    })
}

/// Those of `times`, which stand in order, that stand whole in `span`: a clause that is cut for its length may part one.
pub(crate) fn within(times: &[TimeMention], span: Span) -> &[TimeMention] {
    let first = times.partition_point(|time| time.span.start < span.start);
    let count = times[first..].partition_point(|time| time.span.end <= span.end);
    &times[first..first + count]
}

/// Whether `time` stands at the head of a clause, a word or two aside.
pub(crate) fn opens(text: &str, sentence: Span, time: &TimeMention) -> bool {
    let before = text.get(sentence.start..time.span.start).unwrap_or("");
    let clause = before.rsplit(['，', '；', '：']).next().unwrap_or(before);
    clause.chars().count() <= 2
}

/// 2023年、2025年…分别达到70%、90%: the time of the number at `place` of the `series` numbers that its clause states of one
/// thing, where 分别 pairs times with numbers or there are as many of both.
pub(crate) fn paired<'a>(
    text: &str,
    (sentence, clause): (Span, Span),
    (place, series): (usize, usize),
    times: &'a [TimeMention],
) -> Option<&'a TimeMention> {
    let respective = CLAUSES.respective.is_in(clause.of(text));
    if !respective && series < 2 {
        return None;
    }
    let times = within(times, sentence);
    let listed: Vec<&TimeMention> = times.iter().filter(|time| sentence.contains(time.span) && time.dates()).collect();
    let joined = listed.windows(2).all(|two| CLAUSES.conjunction.has(&text[two[0].span.end..two[1].span.start]));
    let paired = respective || series == listed.len();
    (paired && listed.len() > 1 && joined).then(|| listed.get(place).copied()).flatten()
}

/// 考虑2035年建成体系的|需要: whether a year within a clause only tells which need or goal is meant, and dates nothing further.
pub(crate) fn tells_which(text: &str, sentence: Span, time: &TimeMention) -> bool {
    let plain = time.role == TimeRole::During && !time.period && !time.relative && time.month.is_none();
    let rest = sentence::ahead(text, time.span.end).split(['，', '。', '；', '：']).next().unwrap_or("");
    let noun = rest.rsplit_once(signs::of).filter(|(said, _)| !said.chars().any(|c| c.is_ascii_digit()));
    let aim = |noun: &str| CLAUSES.mere_work.suffix(noun).or(PROMISES.target_noun.suffix(noun)).is_some();
    plain && !opens(text, sentence, time) && noun.is_some_and(|(said, noun)| !said.is_empty() && aim(noun))
}

/// 制定2030年前碳达峰方案: the year belongs to the title of a plan to be written.
fn is_title(text: &str, time: &TimeMention) -> bool {
    let phrase = || sentence::ahead(text, time.span.end).split(['，', '。', '；', '、']).next().unwrap_or("");
    let before = &text[..time.span.start];
    // 落实|国家|2028年前碳达峰方案
    let before = PROMISES.authority.strip_suffix(before).unwrap_or(before);
    CLAUSES.issues.suffix(before).is_some() && CLAUSES.document.is_in(phrase())
}

/// 同2035年远景目标相衔接: the year names goals, and dates nothing unless they are to be reached by then.
fn is_outlook(text: &str, time: &TimeMention) -> bool {
    time.role != TimeRole::By && DEEDS.outlook.prefix(&text[time.span.end..]).is_some()
}

/// Whether `time` dates something else than the number at `at`.
fn dates_else(text: &str, time: &TimeMention, at: usize) -> bool {
    is_compared(text, time)
        || is_bracketed(text, time, at)
        || is_title(text, time)
        || is_outlook(text, time)
        || is_condition(text, time)
}

/// 达到2020年的2倍, 恢复到2019年水平: the year is what the number compares with.
fn is_compared(text: &str, time: &TimeMention) -> bool {
    let times = text[time.span.end..]
        .strip_prefix(signs::of)
        .is_some_and(|rest| rest.find(named::TIMES).is_some_and(|at| rest[..at].chars().count() < MULTIPLE));
    times || DEEDS.recovers.suffix(&text[..time.span.start]).is_some()
}

/// 普及率（2020年为48%）提高到55%: the year of a number in brackets dates nothing behind them.
fn is_bracketed(text: &str, time: &TimeMention, at: usize) -> bool {
    let behind = text.get(time.span.end..at).and_then(|rest| rest.split_once('）'));
    let number =
        behind.is_some_and(|(inside, _)| !inside.contains('（') && inside.contains(|c: char| c.is_ascii_digit()));
    number && text[..time.span.start].ends_with('（')
}

/// 2005年底前注册的车辆: a condition on the things meant, not a deadline.
fn is_condition(text: &str, time: &TimeMention) -> bool {
    let rest = sentence::ahead(text, time.span.end);
    CLAUSES.entry.prefix(rest).is_some()
        && rest.split(['，', '。', '；']).next().is_some_and(|words| words.contains(signs::of))
}

/// The deadline of a statement; `due` is the year that the section's heading sets where nothing else does.
pub(crate) fn deadline(
    scene: &Scene,
    status: Status,
    own: Option<&Dated>,
    inherited: Option<&Dated>,
    due: Option<i32>,
) -> Option<Deadline> {
    let of = |dated: &Dated, source| {
        dated.year.map(|year| Deadline { year, month: dated.month, source, text: dated.text.as_str().into() })
    };
    // 2024年起每年新建10个: the year from which on is no deadline.
    let own = own.filter(|dated| status == Status::Achieved || !dated.onward);
    if let Some(deadline) = own.and_then(|dated| of(dated, DeadlineSource::Explicit)) {
        return Some(deadline);
    }
    let plain = |year, source| Deadline { year, month: None, source, text: Shared::default() };
    match status {
        Status::Achieved if scene.report => {
            let year = inherited.and_then(|d| d.year).or(scene.frame.year.map(|y| y - 1))?;
            Some(
                inherited
                    .and_then(|d| of(d, DeadlineSource::Inherited))
                    .unwrap_or(plain(year, DeadlineSource::Inherited)),
            )
        }
        Status::Achieved => {
            inherited.filter(|d| !d.inherited_from_heading).and_then(|d| of(d, DeadlineSource::Inherited))
        }
        Status::Target => {
            let future = inherited.filter(|d| d.year.zip(scene.first_year()).is_none_or(|(year, first)| year >= first));
            if let Some(deadline) = future.and_then(|dated| of(dated, DeadlineSource::Inherited)) {
                return Some(deadline);
            }
            let source = if scene.report { DeadlineSource::Inherited } else { DeadlineSource::Plan };
            due.or(scene.last_year()).map(|year| plain(year, source))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{self, Frame};

    /// The words that date the first digit-free end of `text`, taken as one clause.
    fn dated(text: &str) -> Option<String> {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        let (times, span) = (time::scan(text, frame), Span::new(0, text.len()));
        governing(text, span, span, text.len(), &times).map(|time| time.span.of(text).to_owned())
    }

    #[test]
    fn a_time_dates_unless_it_is_a_title_a_condition_or_a_standard() {
        for (text, words) in [
            ("到2028年建成图书馆", Some("到2028年")),
            ("制定2028年前碳达峰方案", None),
            ("落实国家2028年前碳达峰方案", None),
            ("实施2028年前碳达峰改造", Some("2028年前")),
            ("淘汰2008年底前注册的车辆", None),
            ("2021年以来最多", None),
            ("达到2025年的2倍", None),
        ] {
            assert_eq!(dated(text).as_deref(), words, "{text}");
        }
    }

    #[test]
    fn what_becomes_of_a_counted_thing_is_dated_behind_it() {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        for (text, words) in [
            ("到2030年，3座水厂2027年通水", "2027年"),
            ("到2030年，3座水厂、2027年通水", "到2030年"),
            ("到2030年，3座水厂按2027年标准改造", "到2030年"),
        ] {
            let (times, sentence) = (time::scan(text, frame), Span::new(0, text.len()));
            let clause = Span::new(text.find('，').expect("a comma") + 3, text.len());
            let found = governing(text, sentence, clause, clause.start, &times);
            assert_eq!(found.map(|time| time.span.of(text)), Some(words), "{text}");
        }
    }

    #[test]
    fn times_pair_with_numbers_behind_respectively_or_where_they_are_as_many() {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        for (text, series, second) in [
            ("2027年、2028年分别达到70%、90%", 2, Some(2028)),
            ("2027年、2028年达到70%、90%", 2, Some(2028)),
            ("2027年、2028年达到90%", 1, None),
        ] {
            let (times, span) = (time::scan(text, frame), Span::new(0, text.len()));
            let second_time = paired(text, (span, span), (1, series), &times);
            assert_eq!(second_time.and_then(|time| time.end), second, "{text}");
        }
    }
}
