//! How one target stands: thresholds, the straight line, the sense of the indicator. `docs/track.md` tells the same in words.

use super::{
    observed::{Basis, Observation},
    pairing::Series,
    result::{Point, Problem, ProblemKind, Reason, Sense, Standing, TargetType, Tracked},
    span::Span,
};
use crate::{
    analysis::Record,
    lexicon::{self, Sense as Better, convert},
    number::Number,
    quantity::Comparator,
    statement::{Amount, Change},
};

/// Percentage points by which the share of the way may be before or behind the share of the time and still be on the line; for
/// values of a year, percent of the target.
const MARGIN: i64 = 10;

/// The years that count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The first year of the plan.
    pub(super) first: Option<i32>,
    /// The year that is looked from.
    pub(super) as_of: Option<i32>,
}

/// How far the `amount` of `record` is met by `series`.
pub(super) fn tracked(
    (record, amount): (&Record, Amount),
    series: Option<&Series>,
    frame: &Frame,
    problems: &mut Vec<Problem>,
) -> Tracked {
    let (mut measure, start) = (measure(record, &amount), start(record, frame));
    let stated = record.baseline.as_ref().and_then(|baseline| convert(baseline.value, &baseline.unit, &amount.unit));
    let lost = record.baseline.is_some() && stated.is_none();
    let seen = series.filter(|_| record.baseline.is_none()).and_then(|series| observed_start(series, start?, &amount));
    let baseline = stated.or(seen).filter(|_| measure == TargetType::Level);
    let sense = sense(record, &amount, baseline);
    if measure == TargetType::Level && holds(&amount, sense, baseline) {
        measure = TargetType::Hold;
    }
    let deadline = record.deadline.as_ref().map(|deadline| deadline.year);
    let mut found = Tracked {
        id: record.id.to_string(),
        indicator: record.indicator.to_string(),
        section: record.section.to_string(),
        line: record.source.line as usize,
        theme: record.theme,
        nature: record.nature,
        deadline,
        start,
        baseline,
        baseline_year: baseline.and(start),
        baseline_observed: baseline.is_some() && stated.is_none(),
        measure,
        sense: if measure == TargetType::Hold { Sense::Within } else { sense },
        observed: Vec::new(),
        latest: None,
        latest_year: None,
        expected: None,
        way: None,
        time: None,
        standing: Standing::NoData,
        reason: Some(Reason::NoObservation),
        observed_as: series.map(|series| series.name.clone()),
        score: series.map(|series| Number::new(series.score, 3)),
        target: amount,
    };
    let Some(series) = series else { return found };
    let mut rows = used(&found, series, start, frame, problems);
    rows.retain(|row| !found.baseline_observed || Some(row.year) != start);
    found.observed = rows.iter().filter_map(|row| point(row, &found.target)).collect();
    let Some(last) = found.observed.last().copied() else {
        found.reason = Some(Reason::OnlyLater);
        return found;
    };
    found.latest_year = Some(last.year);
    let meets = Meets { amount: reached_by(&found.target, last), sense };
    match measure {
        TargetType::Level => level(&mut found, last, start, lost, &meets),
        TargetType::Hold => held(&mut found, last.value, &meets),
        TargetType::Cumulative => cumulative(&mut found, &rows, start, &meets),
        TargetType::Yearly => yearly(&mut found, record, &meets),
    }
    found
}

/// The target that a value is held against: what is told as more than a number (超过) is more than it.
fn reached_by(target: &Amount, last: Point) -> Amount {
    let comparator = match target.comparator {
        Comparator::Gt if last.comparator == Comparator::Gt => Comparator::Ge,
        Comparator::Lt if last.comparator == Comparator::Lt => Comparator::Le,
        other => other,
    };
    Amount { comparator, ..target.clone() }
}

/// The year a target starts from: that of its starting value, else the last before the plan.
fn start(record: &Record, frame: &Frame) -> Option<i32> {
    let stated = record.baseline.as_ref().and_then(|baseline| baseline.year);
    stated.or(frame.first.map(|first| first - 1))
}

/// What was observed in the year a target starts from.
fn observed_start(series: &Series, year: i32, amount: &Amount) -> Option<Number> {
    let row = series.rows.iter().find(|row| row.year == year)?;
    convert(row.value, &row.unit, &amount.unit)
}

fn measure(record: &Record, amount: &Amount) -> TargetType {
    match amount.change {
        _ if record.recurrence.is_some() => TargetType::Yearly,
        Change::GrowthRate | Change::ChangeRate => TargetType::Yearly,
        Change::Increment | Change::Decrement | Change::CumulativeGrowth => TargetType::Cumulative,
        Change::Level => TargetType::Level,
    }
}

/// Which way is better: a bound says so itself, else the name of the indicator, else where it starts from.
fn sense(record: &Record, amount: &Amount, baseline: Option<Number>) -> Sense {
    let by_name = || match lexicon::sense(&record.indicator) {
        Some(Better::More) => Some(Sense::More),
        Some(Better::Less) => Some(Sense::Less),
        Some(Better::Keep) => Some(Sense::Within),
        None => None,
    };
    match (amount.comparator, amount.change) {
        // A fall is told by how much it falls: more of it is better.
        (Comparator::Le | Comparator::Lt, _) => Sense::Less,
        (_, Change::Increment | Change::Decrement | Change::ChangeRate) => Sense::More,
        (Comparator::Ge | Comparator::Gt, _) => Sense::More,
        (Comparator::Top, _) => Sense::Less,
        _ if amount.is_place() => Sense::Less,
        (_, Change::Level) => by_name()
            .or_else(|| baseline.map(|start| if start > amount.value { Sense::Less } else { Sense::More }))
            .unwrap_or(if amount.comparator == Comparator::Range { Sense::Within } else { Sense::More }),
        (_, Change::GrowthRate | Change::CumulativeGrowth) => Sense::More,
    }
}

/// Whether a state is to be kept: within bounds, met at the start already, or a limit that nothing comes down to.
fn holds(amount: &Amount, sense: Sense, baseline: Option<Number>) -> bool {
    let meets = Meets { amount: amount.clone(), sense };
    let is_limit = matches!(amount.comparator, Comparator::Le | Comparator::Lt);
    sense == Sense::Within || baseline.map_or(is_limit, |start| meets.by(start))
}

/// The observations that count, by year; what lies outside is listed.
fn used<'s>(
    target: &Tracked,
    series: &'s Series,
    start: Option<i32>,
    frame: &Frame,
    problems: &mut Vec<Problem>,
) -> Vec<&'s Observation> {
    let adds_up = matches!(target.measure, TargetType::Cumulative | TargetType::Yearly);
    let mut rows = Vec::new();
    for row in &series.rows {
        let (kind, message) = if frame.as_of.is_some_and(|year| row.year > year) {
            (ProblemKind::AfterAsOf, format!("{} is after the year that is looked from", row.year))
        } else if target.deadline.is_some_and(|year| row.year > year) {
            let deadline = target.deadline.unwrap_or_default();
            (
                ProblemKind::AfterDeadline,
                format!("{} is after {deadline}, the deadline of the target on line {}", row.year, target.line),
            )
        } else if start.is_some_and(|year| row.year < year || (adds_up && row.year == year)) {
            (
                ProblemKind::BeforeStart,
                format!("{} is before the years of the target on line {}", row.year, target.line),
            )
        } else {
            rows.push(row);
            continue;
        };
        problems.push(Problem::new(kind, &row.place, &row.indicator, row.year.to_string(), message));
    }
    rows
}

fn point(row: &Observation, amount: &Amount) -> Option<Point> {
    Some(Point {
        year: row.year,
        value: convert(row.value, &row.unit, &amount.unit)?,
        line: row.place.line,
        comparator: row.comparator,
    })
}

/// Whether a value meets a target.
struct Meets {
    amount: Amount,
    sense: Sense,
}

impl Meets {
    fn by(&self, value: Number) -> bool {
        let (low, high) = (self.amount.value, self.amount.upper().unwrap_or(self.amount.value));
        match (self.sense, self.amount.comparator) {
            (Sense::More, Comparator::Gt) => value > low,
            (Sense::More, _) => value >= low,
            (Sense::Less, Comparator::Lt) => value < high,
            (Sense::Less, _) => value <= high,
            (Sense::Within, _) => low <= value && value <= high,
        }
    }

    /// The number that a line leads to.
    fn end(&self) -> Number {
        if self.sense == Sense::Less { self.amount.upper().unwrap_or(self.amount.value) } else { self.amount.value }
    }
}

/// A state on its way from a start to the deadline.
fn level(found: &mut Tracked, last: Point, start: Option<i32>, lost: bool, meets: &Meets) {
    found.latest = Some(last.value);
    let reached = meets.by(last.value);
    let line = found.baseline.and_then(|from| Line::new((from, meets.end()), (start?, found.deadline?), last));
    let Some(line) = line else {
        let reason = match (found.deadline, found.baseline, start) {
            (None, _, _) => Reason::NoDeadline,
            (_, None, _) if lost => Reason::BaselineUnit,
            (_, None, _) => Reason::NoBaseline,
            _ => Reason::NoStart,
        };
        (found.standing, found.reason) = without_line(found.deadline, last.year, reached, reason);
        return;
    };
    line.judge(found, last.year, reached);
}

/// What can be said without a line: whether it is reached early, and at the deadline whether it is reached.
fn without_line(deadline: Option<i32>, year: i32, reached: bool, reason: Reason) -> (Standing, Option<Reason>) {
    let standing = match (deadline, reached) {
        (Some(deadline), true) if year < deadline => Standing::Early,
        (Some(deadline), false) if year < deadline => Standing::NoData,
        (Some(_), false) => Standing::Behind,
        (Some(_) | None, true) => Standing::OnTrack,
        (None, false) => Standing::NoData,
    };
    (standing, Some(reason))
}

/// A straight line with the place of a value beside it.
struct Line {
    way: Number,
    time: Number,
    expected: Number,
}

impl Line {
    /// From one value to the other, between two years; nothing where it has no length.
    fn new((from, to): (Number, Number), (start, end): (i32, i32), at: Point) -> Option<Self> {
        let time = Number::from(span(start, at.year)).over(Number::from(span(start, end)))?;
        let length = to.minus(from)?;
        let way = at.value.minus(from)?.over(length)?;
        let expected = from.plus(length.times(time)?)?;
        Some(Self { way, time, expected })
    }

    fn judge(&self, found: &mut Tracked, year: i32, reached: bool) {
        (found.way, found.time) = (Some(share(self.way)), Some(share(self.time)));
        found.expected = Some(share(self.expected));
        found.reason = found.reason.filter(|reason| *reason == Reason::YearsMissing);
        let margin = Number::new(MARGIN, 2);
        let is_ahead = self.time.plus(margin).is_some_and(|line| self.way >= line);
        let is_behind = self.time.minus(margin).is_some_and(|line| self.way < line);
        found.standing = match found.deadline {
            Some(deadline) if reached && year < deadline => Standing::Early,
            Some(deadline) if !reached && year >= deadline => Standing::Behind,
            _ if is_ahead => Standing::Ahead,
            _ if is_behind => Standing::Behind,
            _ => Standing::OnTrack,
        };
    }
}

/// A share to four places.
fn share(number: Number) -> Number {
    number.to_places(4)
}

/// The years from the one to the other.
fn span(from: i32, to: i32) -> i64 {
    i64::from(to) - i64::from(from)
}

/// A state that is kept or not.
fn held(found: &mut Tracked, value: Number, meets: &Meets) {
    found.latest = Some(value);
    found.standing = if meets.by(value) { Standing::OnTrack } else { Standing::Behind };
    found.reason = None;
}

/// A sum from nothing to the target: values of single years are added up, a running total stands for itself.
fn cumulative(found: &mut Tracked, rows: &[&Observation], start: Option<i32>, meets: &Meets) {
    let is_total = |row: &Observation| {
        let runs = row.basis.is_none() && found.target.change == Change::CumulativeGrowth;
        runs || row.basis == Some(Basis::Total) || row.span != Span::Year
    };
    let last = found.observed[found.observed.len() - 1];
    let totals: Vec<bool> = rows.iter().map(|row| is_total(row)).collect();
    let from = totals.iter().rposition(|is_total| *is_total);
    let counted = &found.observed[from.unwrap_or(0)..];
    let sum = counted.iter().try_fold(Number::default(), |sum, point| sum.plus(point.value)).unwrap_or(last.value);
    let first = if from.is_some() { counted[0].year } else { start.map_or(counted[0].year, |start| start + 1) };
    let missing = usize::try_from(span(first, last.year) + 1).is_ok_and(|years| years > counted.len());
    found.latest = Some(sum);
    found.reason = missing.then_some(Reason::YearsMissing);
    let reached = meets.by(sum);
    if meets.sense != Sense::More {
        found.standing = if reached { Standing::OnTrack } else { Standing::Behind };
        return;
    }
    let line = start
        .zip(found.deadline)
        .and_then(|years| Line::new((Number::default(), meets.end()), years, Point { value: sum, ..last }));
    match line {
        Some(line) => line.judge(found, last.year, reached),
        None => {
            let reason = if found.deadline.is_none() { Reason::NoDeadline } else { Reason::NoStart };
            (found.standing, found.reason) = without_line(found.deadline, last.year, reached, reason);
        }
    }
}

/// A value of each year: of a yearly mean the mean of what was observed, else the last.
fn yearly(found: &mut Tracked, record: &Record, meets: &Meets) {
    let points = &found.observed;
    let last = points[points.len() - 1];
    let mean = record.recurrence.is_none();
    let count = Number::from(i64::try_from(points.len()).unwrap_or(1));
    let sum = points.iter().try_fold(Number::default(), |sum, point| sum.plus(point.value));
    let value = if mean { sum.and_then(|sum| sum.over(count)).unwrap_or(last.value) } else { last.value };
    let years = usize::try_from(span(points[0].year, last.year) + 1).unwrap_or(0);
    found.latest = Some(share(value));
    found.reason = (mean && years > points.len()).then_some(Reason::YearsMissing);
    let target = meets.end();
    let margin = target.size().times(Number::new(MARGIN, 2));
    // No value is beyond a line that no number holds, and every one on this side of it.
    let is_ahead = margin.and_then(|margin| target.plus(margin)).is_some_and(|line| value >= line);
    let is_near = margin.and_then(|margin| target.minus(margin)).is_none_or(|line| value >= line);
    let at_end = found.deadline.is_some_and(|deadline| last.year >= deadline);
    found.standing = match (meets.by(value), meets.sense) {
        (true, Sense::More) if is_ahead => Standing::Ahead,
        (true, Sense::Less | Sense::More | Sense::Within) => Standing::OnTrack,
        (false, Sense::More) if !at_end && is_near => Standing::OnTrack,
        (false, _) => Standing::Behind,
    };
}
