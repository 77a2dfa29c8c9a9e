//! Times that name no year, spans counted from now (五年内, 近三年), and the prepositions before any time.

use crate::{
    lexicon::{TimeMeaning, TimePhrase, TimeUse},
    span::Span,
};

use super::{Frame, TimeMention, TimeRole};

/// The phrase or counted span that starts at `at`.
pub(super) fn read(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    if let Some(row) = TimePhrase::starting(text, at) {
        let (start, end) = resolve(row, frame);
        let mut mention = TimeMention::new(Span::new(at, at + row.form.len()), role(row.role), start, end);
        mention.relative = row.means != TimeMeaning::Recurring;
        mention.period = start != end || matches!(row.means, TimeMeaning::Plan | TimeMeaning::PastPlan);
        return Some(mention);
    }
    counted(text, at, frame)
}

fn role(role: TimeUse) -> TimeRole {
    match role {
        TimeUse::By => TimeRole::By,
        TimeUse::During => TimeRole::During,
        TimeUse::Since => TimeRole::Since,
        TimeUse::Recurring => TimeRole::Recurring,
    }
}

fn resolve(row: &TimePhrase, frame: Frame) -> (Option<i32>, Option<i32>) {
    // 全年 and 年底 are dates in a report of one year; in a plan they name no year.
    let dated = !(row.review && frame.period.is_some());
    let now = frame.year.filter(|_| dated).map(|year| if row.review && frame.review { year - 1 } else { year });
    let plan = frame.period.or(frame.year.map(|year| (year, year + 4)));
    let both = |year: Option<i32>| (year, year);
    match row.means {
        TimeMeaning::ThisYear => both(now),
        TimeMeaning::LastYear => both(now.map(|y| y - 1)),
        TimeMeaning::TwoYearsAgo => both(now.map(|y| y - 2)),
        TimeMeaning::NextYear => both(now.map(|y| y + 1)),
        TimeMeaning::TwoYears => (now, now.map(|y| y + 1)),
        TimeMeaning::Plan => (plan.map(|p| p.0), plan.map(|p| p.1)),
        TimeMeaning::PlanEnd => both(plan.map(|p| p.1)),
        TimeMeaning::PastPlan => (plan.map(|p| p.0 - 5), plan.map(|p| p.0 - 1)),
        TimeMeaning::MidCentury => both(now.map(|y| y - y % 100 + if y % 100 > 50 { 150 } else { 50 })),
        TimeMeaning::EndCentury => both(now.map(|y| y - (y - 1) % 100 + 99)),
        TimeMeaning::Recurring => (None, None),
    }
}

/// 五年内, 3年内, 近三年, 前五年: counted from the document's own year.
fn counted(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    let rest = &text[at..];
    let past = rest.starts_with('近') || rest.starts_with("过去") || rest.starts_with("最近");
    let head = if rest.starts_with('近') {
        3
    } else if past {
        6
    } else {
        0
    };
    if head == 0 && text[..at].ends_with(|c: char| c.is_ascii_digit() || "第一二三四五六七八九十百.".contains(c))
    {
        return None;
    }
    let body = &rest[head..];
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, len) = match digits {
        0 => {
            let c = body.chars().next()?;
            (
                "一二三四五六七八九十"
                    .chars()
                    .position(|d| d == c)
                    .map(|d| d as i32 + 1)
                    .or((c == '两').then_some(2))?,
                3,
            )
        }
        1 | 2 => (body[..digits].parse().ok()?, digits),
        _ => return None,
    };
    let tail = &body[len..];
    let now = frame.year?;
    let end = at + head + len;
    let (word, start, last) = if past {
        (["年来", "年"].into_iter().find(|w| tail.starts_with(w))?, now - count, now - 1)
    } else if tail.starts_with("年内") {
        ("年内", now, now + count - 1)
    } else if tail.starts_with("年来") {
        ("年来", now - count, now - 1)
    } else {
        return None;
    };
    let role = if past || word == "年来" { TimeRole::During } else { TimeRole::By };
    let mut mention = TimeMention::new(Span::new(at, end + word.len()), role, Some(start), Some(last));
    (mention.period, mention.relative) = (true, true);
    Some(mention)
}

/// Verbs that end in 到 without its being a preposition of the time behind it (达到2020年的2倍).
const REACHES: [&str; 9] = ["达到", "高到", "加到", "降到", "升到", "少到", "低到", "长到", "大到"];

/// Takes the preposition before a time into its span and lets it set the role.
pub(super) fn take_preposition(text: &str, floor: usize, mention: &mut TimeMention) {
    if mention.role == TimeRole::Recurring {
        return;
    }
    let before = &text[floor..mention.span.start];
    let after = &text[mention.span.end..];
    for (word, role) in [
        ("截至", TimeRole::During),
        ("截止", TimeRole::During),
        ("力争到", TimeRole::By),
        ("展望", TimeRole::During),
        ("面向", TimeRole::Named),
        ("到", TimeRole::By),
        ("至", TimeRole::By),
        ("比", TimeRole::Compared),
        ("较", TimeRole::Compared),
        ("与", TimeRole::Compared),
        ("同", TimeRole::Compared),
        ("从", TimeRole::From),
        ("由", TimeRole::From),
        ("自", TimeRole::Since),
        ("于", TimeRole::During),
        ("在", TimeRole::During),
    ] {
        if !before.ends_with(word) {
            continue;
        }
        let compared = after.starts_with("相比") || after.starts_with("比");
        match word {
            "到" if REACHES.iter().any(|verb| before.ends_with(verb)) => return,
            "与" | "同" if !compared => return,
            "与" | "同" => mention.span.end += if after.starts_with("相比") { 6 } else { 3 },
            "比" | "较" if before.ends_with(&format!("相{word}")) || before.ends_with("占比") => return,
            "从" | "由" if mention.period => mention.role = TimeRole::During,
            _ => {}
        }
        mention.span.start -= if word == "力争到" { 3 } else { word.len() };
        let keeps_own = matches!((role, mention.role), (TimeRole::During, _) | (_, TimeRole::Named))
            || (role == TimeRole::From && mention.period);
        if !keeps_own {
            mention.role = role;
        }
        return;
    }
}
