//! Lengths of time: what was shortened, kept up or reached counts; what names a concept does not.

use crate::{
    lexicon::{signs, units::named},
    time::TimeRole,
};

use super::prelude::*;

pub(crate) static CONCEPT: Rule = Rule {
    code: "named.time-circle",
    verdict: Verdict::Named,
    why: "A length of time names a concept (15分钟生活圈) or a flood (50年一遇洪水). It counts where the clause measures time (办理时间缩短至3天), \
          keeps something up (连续16年), something reaches hours or less (时延低于100毫秒), ends something in it (2小时内到达, 1小时办结) or reaches a standard (防洪标准达到50年一遇).",
    fires: &[
        "打造15分钟生活圈。",
        "一小时通勤圈、3小时主要城市物流圈基本形成。",
        "应对50年一遇洪水。",
        "增加15分钟便民服务圈。",
        "对经营不少于3年的企业给予奖励。",
        "三年任务两年完成。",
    ],
    passes: &[
        "企业开办时间缩短至3小时。",
        "行车间隔压缩到3分钟以内。",
        "空气优良天数338天，同比增加12天。",
        "平均住院日分别缩短到8天和7.5天。",
        "平均住院日由9天缩短到2028年的8天。",
        "每名专家每年驻点服务不少于20天。",
        "落实中小学生每天体育活动2小时。",
        "连续16年获评先进。",
        "防洪标准达到50年一遇。",
        "防洪标准达到50年一遇以上。",
        "城市防洪标准为50年一遇。",
        "老旧小区平均楼龄18.6年。",
        "使用年限比2020年延长1.1年。",
        "企业开办1小时办结。",
        "视频储备达到1500小时。",
        "传输时延低于100毫秒。",
    ],
    when: Some(|asked| asked.measures(Dimension::Duration) && (is_dated(asked) || !is_measured(asked))),
};

/// How far before the number, in characters, the words stand that say that time is measured.
const NEAR: usize = 13;

/// 完成时限：|三季度|末: whether the number is a part of the year, read as a time.
fn is_dated(asked: &Asked<'_>) -> bool {
    let core = asked.quantity.core;
    asked.times.iter().any(|time| time.span.start == core.start && time.span.end >= core.end)
}

fn is_measured(asked: &Asked<'_>) -> bool {
    let (before, after, words) = (asked.before(), asked.after(), asked.words());
    // 50年|一遇洪水, 20年一遇以上|的防洪标准
    if let Some(rest) =
        QUANTITY.returning.strip_prefix(after).or_else(|| QUANTITY.returning.is_in(words).then_some(after))
    {
        return is_standard_reached(before, words, rest);
    }
    if CLAUSES.in_a_row.prefix(words).or(CLAUSES.in_a_row.suffix(before)).is_some() {
        return true;
    }
    let near = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let measured = CLAUSES.duration_subject.is_in(words) || CLAUSES.duration_subject.is_in(&before[near..]);
    let moved = is_moved(asked, &before[near..]);
    // 每名专家每年驻点服务|不少于20天: at least so long is owed; 不少于3年的企业 tells which.
    let owed = CLAUSES.at_least.prefix(asked.bound()).is_some() && !after.starts_with(signs::of);
    let within = QUANTITY.inside.suffix(words).is_some();
    let concept = VERDICTS.concept_head.prefix(after).is_some() || names_circle(after);
    // 分别缩短到8天和7.5天
    let listed = asked.previous().is_some_and(|(number, _, between)| {
        CLAUSES.conjunction.has(between) && number.dimension == Dimension::Duration
    });
    (measured || moved || listed || owed) && !concept
        || VERDICTS
            .ends_within
            .prefix(after)
            .is_some_and(|verb| within || is_short(asked) && ends_clause(&after[verb.len()..]))
}

/// 行车间隔|压缩到3分钟以内, 优良天数338天，|同比增加12天: whether a time is cut, grows or is reached, whatever it is called; `near` is what
/// stands before it.
fn is_moved(asked: &Asked<'_>, near: &str) -> bool {
    let ends = asked.ends_at(&['，', '、', '；', '。', '（']);
    let grows = || CLAUSES.grow.suffix(asked.bound()).is_some() || is_daily(asked) || CLAUSES.average.is_in(near);
    let cut = CLAUSES.fall.prefix(asked.bound()).is_some() || is_brought_to(asked);
    cut || ends && (grows() || is_bound_reached(asked))
}

/// 传输时延|低于100毫秒, 视频储备|达到1500小时: whether what is named before the number reaches it or stays below it.
fn is_bound_reached(asked: &Asked<'_>) -> bool {
    let reached = VERDICTS.reaches.is_in(asked.bound()) || asked.is_bounded() && !asked.bound().is_empty();
    is_short(asked) && reached && asked.before().chars().nth(1).is_some()
}

/// 1小时, 3天, unlike 两年, which tells when a plan is done.
fn is_short(asked: &Asked<'_>) -> bool {
    ![named::YEAR, named::MONTHS].contains(&asked.unit())
}

/// Whether nothing stands in `after` before the next stop.
fn ends_clause(after: &str) -> bool {
    after.is_empty() || after.starts_with(['，', '、', '；', '。'])
}

/// How long the words between 每天 and the number are that say what is done so long, in characters.
const DEED: usize = 3;

/// 每天体育活动|2小时: whether it is said how long something is done each time.
fn is_daily(asked: &Asked<'_>) -> bool {
    let before = asked.before();
    let each = CLAUSES.each_time.rfind(before).map(|(at, each)| &before[at + each.len()..]);
    each.is_some_and(|deed| deed.chars().count() >= DEED)
}

/// 缩短到2028年的|8天: whether a verb of bringing to a value stands before the year whose value it is.
fn is_brought_to(asked: &Asked<'_>) -> bool {
    let Some(before) = asked.before().strip_suffix(signs::of) else { return false };
    let end = asked.clause.start + before.len();
    let year = asked.times.iter().find(|time| time.span.end == end && time.span.start >= asked.clause.start);
    year.is_some_and(|time| {
        let before = &asked.text[asked.clause.start..time.span.start];
        // 缩短|到2028年
        let moved = CLAUSES.fall.suffix(before).or(CLAUSES.grow.suffix(before)).filter(|_| time.role == TimeRole::By);
        moved.or_else(|| CLAUSES.brought_to.suffix(before)).is_some()
    })
}

/// How far behind the number the circle stands that it names, in characters.
const CIRCLE: usize = 14;

/// 3小时|全国主要城市快货物流圈: whether the phrase behind the number is the name of a circle.
fn names_circle(after: &str) -> bool {
    let phrase = after.split(['，', '、', '；', '。', '（']).next().unwrap_or("");
    let end = VERDICTS.circle.find(phrase).map(|(at, circle)| &phrase[..at + circle.len()]);
    end.is_some_and(|name| name.chars().count() <= CIRCLE && CLAUSES.toward.find(name).is_none())
}

/// 防洪标准达到50年|一遇: whether a subject reaches the standard and the clause says no more of a flood.
fn is_standard_reached(before: &str, words: &str, rest: &str) -> bool {
    let reached = !words.starts_with(|c: char| c.is_ascii_digit()) || VERDICTS.stands_at.suffix(before).is_some();
    reached && (rest.is_empty() || rest.starts_with(|c| "，、。；".contains(c) || VERDICTS.standard_goes_on.is(c)))
}
