//! The mention layer as a list of plain records: what `plan scan` prints for a line of text.
//!
//! Joins quantities and times; knows nothing of sections or promises.

use serde::Serialize;

use crate::{
    lexicon::QUANTITY,
    number::Number,
    quantity::{self, Comparator, Dimension, Quantity, Shape},
    source::View,
    span::Span,
    time::{self, Frame, TimeMention},
};

/// One number or time in a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// 1-based line.
    pub line: usize,
    /// `number`, `percentage`, `fraction`, `points`, `ratio`, `rank`, `multiple`, `class`, `ordinal`, `quantity`, `currency`,
    /// `age`, `duration`, `converted`, `time`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The text it was read from, as it stands.
    pub text: String,
    /// First byte in the line.
    pub start: usize,
    /// One past the last byte in the line.
    pub end: usize,
    /// In the base unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// The base unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which way the number bounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// The year of a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// First and last year of a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<[i32; 2]>,
    /// The month of a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
}

/// The mentions of one line of any text, in order; `frame` resolves 今年 and 五年内.
pub fn of_line(line: &str, number: usize, frame: Frame) -> Vec<Mention> {
    let view = View::new(line, &[Span::new(0, line.len())]);
    let text = marked(line, &view);
    let text = text.as_str();
    let times: Vec<TimeMention> = time::scan_all(text, frame);
    let mut mentions: Vec<Mention> = quantity::scan_all(text)
        .iter()
        .filter(|q| !is_time(q, &times))
        .map(|q| of_quantity(q, line, number, &view))
        .collect();
    mentions = join_bounds(mentions, line);
    let converted = converted(&mentions, line);
    mentions.extend(converted);
    mentions.extend(times.iter().map(|t| of_time(t, line, number, &view)));
    mentions.sort_by_key(|m| (m.start, m.end));
    mentions
}

/// The text of the view with the separators of numbers that the view takes for punctuation, each as long as what it
/// replaces: the comma of `１，０００` and the point of `.5`.
fn marked(line: &str, view: &View) -> String {
    let text = view.text();
    if !text.contains(['，', '。']) {
        return text.to_owned();
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let tied = |i: usize| {
        chars.get(i + 1).is_some_and(|&(at, c)| {
            let pair = view.source(Span::new(chars[i].0, at + c.len_utf8()));
            c.is_ascii_digit() && !pair.of(line).contains(char::is_whitespace)
        })
    };
    let joined = |i: usize| {
        let pair = view.source(Span::new(chars[i].0, chars[i].0 + '，'.len_utf8() + "0".len()));
        !pair.of(line).contains(char::is_whitespace)
    };
    let mark = |i: usize, c: char| {
        let after_digit = i > 0 && chars[i - 1].1.is_ascii_digit();
        match c {
            '，' if after_digit && tied(i) && joined(i - 1) => '﹐',
            '。' if !after_digit
                && tied(i)
                && view.source(Span::new(chars[i].0, chars[i].0 + '。'.len_utf8())).of(line) == "." =>
            {
                '﹒'
            }
            c => c,
        }
    };
    chars.iter().enumerate().map(|(i, &(_, c))| mark(i, c)).collect()
}

/// Whether one of `times`, in order, reads what `quantity` was read from. A length of time is both where the time counts
/// from now (五年内) or is unsure.
fn is_time(quantity: &Quantity, times: &[TimeMention]) -> bool {
    let length = quantity.dimension == Dimension::Duration;
    let first = times.partition_point(|time| time.span.end <= quantity.core.start);
    let mut beside = times[first..].iter().take_while(|time| time.span.start < quantity.core.end);
    beside.any(|time| !(length && (time.relative && time.period || time.unsure)))
}

/// A lower and an upper bound side by side (大于10小于20, 最多100最少20) are one range.
fn join_bounds(mentions: Vec<Mention>, line: &str) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        match joined.last_mut().and_then(|last| Some((ends(last, &mention, line)?, last))) {
            Some((range, whole)) => {
                whole.end = mention.end;
                whole.text = line.get(whole.start..mention.end).unwrap_or_default().to_owned();
                (whole.value, whole.upper, whole.comparator) = (range.0, range.1, Some(Comparator::Range));
                if whole.unit.is_none() && mention.unit.is_some() {
                    (whole.unit, whole.kind) = (mention.unit, mention.kind);
                }
            }
            None => joined.push(mention),
        }
    }
    joined
}

/// The ends of the range that two bounds side by side make.
fn ends(first: &Mention, second: &Mention, line: &str) -> Option<(Option<Number>, Option<Number>)> {
    let lower = |m: &Mention| m.upper.is_none() && matches!(m.comparator, Some(Comparator::Gt | Comparator::Ge));
    let upper = |m: &Mention| m.upper.is_none() && matches!(m.comparator, Some(Comparator::Lt | Comparator::Le));
    let (low, high) = match (lower(first) && upper(second), upper(first) && lower(second)) {
        (true, _) => (first.value, second.value),
        (_, true) => (second.value, first.value),
        _ => return None,
    };
    let between = line.get(first.end..second.start).unwrap_or("?").trim();
    let alike = first.unit.is_none() || second.unit.is_none() || first.unit == second.unit;
    let joins = between.is_empty() || between == "," || QUANTITY.and.has(between);
    (low < high && alike && joins).then_some((low, high))
}

/// The metric reading of measures that are written otherwise: 1500 克 for 3斤. Measures that run on under each other
/// (六斤八两, 5英尺6英寸) are one.
fn converted(mentions: &[Mention], line: &str) -> Vec<Mention> {
    let mut found: Vec<(Mention, Number)> = Vec::new();
    for mention in mentions.iter().filter(|m| m.kind == "quantity") {
        let Some((factor, unit)) = mention.unit.as_deref().and_then(quantity::metric) else { continue };
        let metric = |value: Option<Number>| value.and_then(|value| value.times(factor)).map(Number::rounded);
        let Some(value) = metric(mention.value) else { continue };
        if let Some((whole, last)) = found.last_mut()
            && let Some(sum) = whole.value.and_then(|first| first.plus(value))
            && whole.end == mention.start
            && whole.unit.as_deref() == Some(unit)
            && factor < *last
            && whole.upper.is_none()
            && mention.upper.is_none()
            && whole.value > Some(Number::default())
        {
            (whole.value, whole.end, *last) = (Some(sum), mention.end, factor);
            whole.text = line.get(whole.start..whole.end).unwrap_or_default().to_owned();
            continue;
        }
        let upper = metric(mention.upper);
        let unit = Some(unit.to_owned());
        found.push((Mention { kind: "converted", value: Some(value), upper, unit, ..mention.clone() }, factor));
    }
    found.into_iter().map(|(mention, _)| mention).collect()
}

fn of_quantity(quantity: &Quantity, line: &str, number: usize, view: &View) -> Mention {
    let place = view.source(quantity.span);
    Mention {
        line: number,
        kind: kind(quantity),
        text: place.of(line).to_owned(),
        start: place.start,
        end: place.end,
        value: Some(quantity.value),
        upper: quantity.upper,
        unit: (!quantity.unit.is_empty()).then(|| quantity.unit.clone()),
        comparator: Some(quantity.comparator),
        year: None,
        period: None,
        month: None,
    }
}

fn of_time(time: &TimeMention, line: &str, number: usize, view: &View) -> Mention {
    let place = view.source(time.span);
    let whole = time.start.zip(time.end);
    Mention {
        line: number,
        kind: "time",
        text: place.of(line).to_owned(),
        start: place.start,
        end: place.end,
        value: None,
        upper: None,
        unit: None,
        comparator: None,
        year: time.end.filter(|_| !time.period),
        period: whole.filter(|_| time.period).map(|(start, end)| [start, end]),
        month: time.month,
    }
}

fn kind(quantity: &Quantity) -> &'static str {
    match (quantity.shape, quantity.dimension) {
        (Shape::Percent, _) => "percentage",
        (Shape::Fraction, _) => "fraction",
        (Shape::Points, _) => "points",
        (Shape::Ratio, _) => "ratio",
        (Shape::Rank, _) => "rank",
        (Shape::Multiple, _) => "multiple",
        (Shape::SizeClass, _) => "class",
        (Shape::Ordinal, _) => "ordinal",
        (Shape::Cardinal, Dimension::Money) => "currency",
        (Shape::Cardinal, Dimension::Age) => "age",
        (Shape::Cardinal, Dimension::Duration) => "duration",
        (Shape::Cardinal, Dimension::None) => "number",
        (Shape::Cardinal, _) => "quantity",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_line_as_it_stands() {
        let line = "总量突破 1 200 家 ，占比 ３.５％";
        let found = of_line(line, 7, Frame::default());
        assert!(found.iter().all(|m| m.line == 7 && line.get(m.start..m.end) == Some(m.text.as_str())));
        assert_eq!(found.last().map(|m| m.text.as_str()), Some("３.５％"));
    }

    /// `type text=value~upper unit` of each mention.
    fn lines(line: &str) -> Vec<String> {
        let show = |m: &Mention| {
            let upper = m.upper.map_or(String::new(), |u| format!("~{u}"));
            let value = m.value.map_or(String::new(), |v| v.to_string());
            format!("{} {}={value}{upper} {}", m.kind, m.text, m.unit.as_deref().unwrap_or(""))
        };
        of_line(line, 1, Frame::default()).iter().map(show).collect()
    }

    #[test]
    fn measures_are_given_in_the_metric_system_too() {
        for (line, want) in [
            ("三斤半", vec!["quantity 三斤半=3.5 斤", "converted 三斤半=1750 克"]),
            ("六斤八两", vec!["quantity 六斤=6 斤", "converted 六斤八两=3400 克", "quantity 八两=8 两"]),
            ("九兩半", vec!["quantity 九兩半=9.5 两", "converted 九兩半=475 克"]),
            (
                "三分之一汤匙",
                vec!["quantity 三分之一汤匙=0.3333333333333333333333333333 汤匙", "converted 三分之一汤匙=5 毫升"],
            ),
            ("3到5磅", vec!["quantity 3到5磅=3~5 磅", "converted 3到5磅=1360.77711~2267.96185 克"]),
            ("两克", vec!["quantity 两克=2 克"]),
            ("6元/斤", vec!["quantity 6元/斤=6 元/斤"]),
        ] {
            assert_eq!(lines(line), want, "{line}");
        }
    }

    #[test]
    fn two_bounds_side_by_side_are_one_range() {
        for (line, want) in [
            ("数字比四分之一大， 比二分之一小", vec!["fraction 比四分之一大， 比二分之一小=0.25~0.5 "]),
            ("大于10且小于20", vec!["number 大于10且小于20=10~20 "]),
            ("最多100最少20个", vec!["quantity 最多100最少20个=20~100 个"]),
            ("大于50小于12", vec!["number 大于50=50 ", "number 小于12=12 "]),
        ] {
            assert_eq!(lines(line), want, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_line_is_read_without_panic(
            line in "[0-9〇零一二三五八九十两百万年月日公元前民国后内代/.-]{0,14}|.{0,40}", year in 1900i32..2100
        ) {
            for mention in of_line(&line, 1, Frame { year: Some(year), ..Frame::default() }) {
                proptest::prop_assert_eq!(line.get(mention.start..mention.end), Some(mention.text.as_str()));
            }
        }
    }

    #[test]
    fn relative_years_hang_on_the_year_of_the_text() {
        let years = |line: &str, year| {
            let frame = Frame { year, ..Frame::default() };
            of_line(line, 1, frame).iter().map(|m| (m.kind, m.year)).collect::<Vec<_>>()
        };
        assert_eq!(years("今年", Some(2013)), [("time", Some(2013))]);
        assert_eq!(years("上一年", Some(2021)), [("time", Some(2020))]);
        assert_eq!(years("下年", Some(2013)), [("time", Some(2014))]);
        assert_eq!(years("今年", None), [("time", None)]);
    }

    #[test]
    fn a_year_that_may_be_a_length_is_read_as_both() {
        assert_eq!(lines("24年"), ["duration 24年=24 年", "time 24年= "]);
        assert_eq!(lines("三三年"), ["time 三三年= "]);
    }
}
