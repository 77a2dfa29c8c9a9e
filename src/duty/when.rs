//! By when work is due: one date, without end, or in stages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    lexicon::DUTIES,
    time::{self, Frame, TimeMention, TimeRole},
};

/// How a time limit runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// One date: 2024年12月底前.
    Dated,
    /// Without an end: 持续推进, 长期坚持.
    Ongoing,
    /// More than one step: 5月底取得明显成效并持续推进.
    Staged,
}

/// By when work is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// How it runs.
    pub course: Course,
    /// The year of the last date; null without one, or where neither text nor document says which.
    pub year: Option<i32>,
    /// Its month, 1–12.
    pub month: Option<u32>,
    /// Its day.
    pub day: Option<u32>,
    /// Its quarter, 1–4, where it is given by quarter.
    pub quarter: Option<u32>,
    /// The words.
    pub text: String,
    /// The steps of a staged limit, in order.
    pub stages: Vec<Stage>,
}

impl When {
    /// In few characters: `2024-06`, `2024`, `ongoing`, `2024-06 → ongoing`, `??-06` where nothing says of which year.
    pub fn short(&self) -> String {
        if self.stages.is_empty() {
            return date(self.year, self.month);
        }
        self.stages.iter().map(|stage| date(stage.year, stage.month)).collect::<Vec<String>>().join(" → ")
    }
}

fn date(year: Option<i32>, month: Option<u32>) -> String {
    match (year, month) {
        (Some(year), Some(month)) => format!("{year}-{month:02}"),
        (Some(year), None) => year.to_string(),
        (None, Some(month)) => format!("??-{month:02}"),
        (None, None) => "ongoing".into(),
    }
}

/// One step of a staged time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    /// The year; null where the step has no end.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u32>,
    /// What is reached then (取得明显成效, 持续推进).
    pub text: String,
}

/// Reads the time limit that `text` states, resolved against the document's own time; `None` where it states none.
pub(crate) fn read(text: &str, frame: Frame) -> Option<When> {
    let times: Vec<TimeMention> = time::scan(text, frame).into_iter().filter(is_date).collect();
    let ongoing = DUTIES.ongoing.find(text);
    let course = match (times.len(), ongoing) {
        (0, None) => return None,
        (0, Some(_)) => Course::Ongoing,
        (1, None) => Course::Dated,
        _ => Course::Staged,
    };
    let without_end =
        When { course, year: None, month: None, day: None, quarter: None, text: String::new(), stages: Vec::new() };
    Some(When {
        course,
        text: text.trim_matches(['，', '；', '。', '：']).to_owned(),
        stages: if course == Course::Staged { stages(text, &times, ongoing.map(|(at, _)| at)) } else { Vec::new() },
        ..times.last().map_or(without_end, |last| dated(text, last))
    })
}

/// The time limit that a deed states itself: its one date, or the dates by which it is done step by step. What recurs, or only
/// says how long something goes on (全年), is none.
pub(crate) fn of_deed(text: &str, frame: Frame) -> Option<When> {
    let dates = time::scan(text, frame).into_iter().filter(|time| time.end.is_some());
    let times: Vec<TimeMention> = dates
        .filter(|time| {
            matches!(time.role, TimeRole::By | TimeRole::During) && !DUTIES.throughout.has(time.span.of(text))
        })
        .collect();
    let (first, last) = (times.first()?, times.last()?);
    let staged = times.len() > 1;
    if staged && times.iter().any(|time| time.role != TimeRole::By) {
        return None;
    }
    Some(When {
        course: if staged { Course::Staged } else { Course::Dated },
        text: text[first.span.start..last.span.end].to_owned(),
        stages: if staged { stages(text, &times, None) } else { Vec::new() },
        ..dated(text, last)
    })
}

/// The limit that one date sets.
fn dated(text: &str, time: &TimeMention) -> When {
    let quarter = time.month.filter(|_| DUTIES.quarter.is_in(time.span.of(text)));
    When {
        course: Course::Dated,
        year: time.end,
        month: month(text, time),
        day: time.day,
        quarter: quarter.map(|month| month.div_ceil(3)),
        text: String::new(),
        stages: Vec::new(),
    }
}

/// Whether `time` says when something is due; a month may do so where nothing says of which year.
fn is_date(time: &TimeMention) -> bool {
    let dates = matches!(time.role, TimeRole::By | TimeRole::During | TimeRole::Since);
    dates && (time.end.is_some() || time.month.is_some())
}

/// The month by which `time` of `text` is due: the last of its year for 年底.
fn month(text: &str, time: &TimeMention) -> Option<u32> {
    time.month.or_else(|| DUTIES.year_end.is_in(time.span.of(text)).then_some(12))
}

/// The steps: each from its date to the next, and what goes on without end.
fn stages(text: &str, times: &[TimeMention], ongoing: Option<usize>) -> Vec<Stage> {
    let mut ends: Vec<usize> = times.iter().map(|time| time.span.start).chain(ongoing).collect();
    ends.push(text.len());
    let until = |from: usize| ends.iter().copied().filter(|&end| end > from).min().unwrap_or(text.len());
    let words = |from: usize, to: usize| {
        text[from..to].trim_matches(|c| "，；。、".contains(c) || DUTIES.and_then.is(c)).to_owned()
    };
    let mut stages: Vec<(usize, Stage)> = times
        .iter()
        .map(|time| {
            let reached = words(time.span.end, until(time.span.start));
            (time.span.start, Stage { year: time.end, month: month(text, time), text: reached })
        })
        .collect();
    stages.extend(ongoing.map(|at| (at, Stage { year: None, month: None, text: words(at, until(at)) })));
    stages.sort_by_key(|(at, _)| *at);
    stages.into_iter().map(|(_, stage)| stage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { period: None, year: Some(2024), review: false, republic: false };

    #[test]
    fn limits_are_dates_stages_or_without_end() {
        for (text, course, year, month, stages) in [
            ("2024年12月底前", Course::Dated, Some(2024), Some(12), 0),
            ("6月底完成", Course::Dated, Some(2024), Some(6), 0),
            ("年底前", Course::Dated, Some(2024), Some(12), 0),
            ("三季度末", Course::Dated, Some(2024), Some(9), 0),
            ("一季度", Course::Dated, Some(2024), Some(3), 0),
            ("11月", Course::Dated, Some(2024), Some(11), 0),
            ("2024年", Course::Dated, Some(2024), None, 0),
            ("持续推进", Course::Ongoing, None, None, 0),
            ("5月底取得明显成效并持续推进", Course::Staged, Some(2024), Some(5), 2),
            ("6月底前完成选址，12月底前开工", Course::Staged, Some(2024), Some(12), 2),
        ] {
            let when = read(text, FRAME).expect(text);
            assert_eq!(
                (when.course, when.year, when.month, when.stages.len()),
                (course, year, month, stages),
                "{text}"
            );
        }
        assert_eq!(read("市教育局", FRAME), None);
    }

    #[test]
    fn a_deed_states_its_own_limit() {
        for (text, expected) in [
            ("到2025年建成公园5个", Some(("2025", "到2025年"))),
            (
                "2024年6月底前完成选址，2025年年底前建成",
                Some(("2024-06 → 2025-12", "2024年6月底前完成选址，2025年年底前")),
            ),
            ("推行全年无休服务", None),
            ("每年培训1万人", None),
            ("自2020年起实行", None),
            ("持续推进改革，年底前出台办法", Some(("2024-12", "年底前"))),
        ] {
            let when = of_deed(text, FRAME);
            let shown = when.map(|when| (when.short(), when.text));
            assert_eq!(shown.as_ref().map(|(short, words)| (short.as_str(), words.as_str())), expected, "{text}");
        }
    }

    #[test]
    fn a_stage_says_what_is_reached() {
        let when = read("5月底取得明显成效并持续推进", FRAME).expect("a limit");
        let texts: Vec<&str> = when.stages.iter().map(|stage| stage.text.as_str()).collect();
        assert_eq!(texts, ["取得明显成效", "持续推进"]);
    }
}
