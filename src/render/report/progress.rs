//! How far targets are met, with a small chart each: what was observed, and the straight line to the deadline.

use std::collections::HashSet;

use maud::{Markup, html};

use super::{ROWS, Say, percent, scroll};
use crate::{
    number::Number,
    render::{figure, key, track},
    track::{Match, Progress, Standing, TargetType, Tracked},
};

/// Width of a chart and its height, in pixels.
const SIZE: (f64, f64) = (132.0, 34.0);
/// Room around its lines, for the marks of values.
const ROOM: f64 = 4.0;

/// The section.
pub(super) fn shown(progress: &Progress, rows: &HashSet<String>, say: Say) -> Markup {
    let (told, silent): (Vec<&Tracked>, Vec<&Tracked>) =
        progress.targets.iter().partition(|target| target.observed_as.is_some());
    let as_of = progress.as_of.map(|year| year.to_string()).unwrap_or_default();
    html! {
        p.note { (say.fill("progress_about", &[&told.len(), &progress.targets.len(), &as_of])) " " (say.fill("observed_from", &[&progress.observed])) }
        (standings(progress, say))
        (say.cut(told.len().min(ROWS), told.len()))
        (scroll(say.t("progress"), html! {
            table.progress {
                thead { tr {
                    @for head in ["indicator", "standing", "target", "observed", "trend"] { th scope="col" { (say.t(head)) } }
                    @for head in ["way", "time"] { th.num scope="col" { (say.t(head)) } }
                    @for head in ["baseline", "deadline"] { th scope="col" { (say.t(head)) } }
                } }
                tbody { @for target in told.iter().take(ROWS) { (row(target, rows, say)) } }
            }
        }))
        (names(progress, say))
        (problems(progress, say))
        @if !silent.is_empty() {
            details { summary { (say.fill("without_data", &[&silent.len()])) }
                ul.columns lang="zh" { @for target in silent.iter().take(ROWS) { li { (linked(target, rows)) " " small { (figure::target(&target.target)) } } } }
            }
        }
    }
}

/// How many stand how, as one bar.
fn standings(progress: &Progress, say: Say) -> Markup {
    let told = || progress.targets.iter().filter(|target| target.observed_as.is_some());
    let count = |standing: Standing| told().filter(|target| target.standing == standing).count();
    let counts: Vec<(Standing, usize)> =
        Standing::ALL.into_iter().map(|standing| (standing, count(standing))).collect();
    let all = told().count();
    let starts = counts.iter().scan(0, |sum, (_, count)| {
        *sum += count;
        Some(*sum - count)
    });
    html! {
        @if all > 0 {
            svg.standings width="100%" height="14" aria-hidden="true" focusable="false" { @for ((standing, count), start) in counts.iter().zip(starts) {
                @if *count > 0 { rect class=(key(standing)) x=(percent(start as f64, all as f64)) y="0" height="14" width=(percent(*count as f64, all as f64)) {} }
            } }
            ul.standings { @for (standing, count) in &counts { li { span class={ "swatch " (key(standing)) } {} (say.name("standing", &key(standing))) " " b { (count) } } } }
        }
    }
}

fn linked(target: &Tracked, rows: &HashSet<String>) -> Markup {
    let anchor = format!("c-{}", target.id);
    html! { @if rows.contains(&anchor) { a href={ "#" (anchor) } { (target.indicator) } } @else { (target.indicator) } }
}

fn row(target: &Tracked, rows: &HashSet<String>, say: Say) -> Markup {
    let measure = (target.measure != TargetType::Level).then(|| say.name("measure", &key(&target.measure)));
    let confirm = target.score.is_some_and(|score| score < Number::from(1));
    html! {
        tr {
            th.what scope="row" { span lang="zh" { (linked(target, rows)) }
                @if let Some(measure) = measure { " " small { (measure) } }
                @if confirm { br; small lang="zh" { "≈ " (target.observed_as.as_deref().unwrap_or_default()) } " " small { (say.t("to_confirm")) } } }
            td { span class={ "standing " (key(&target.standing)) } { (say.name("standing", &key(&target.standing))) }
                @if let Some(reason) = &target.reason { br; small { (say.name("reason", &key(reason))) } } }
            td.figure lang="zh" { (figure::target(&target.target)) }
            td.figure lang="zh" { (track::latest(target)) }
            td { (chart(target, say)) }
            td.num { (track::share(target.way)) }
            td.num { (track::share(target.time)) }
            td.figure lang="zh" { (track::baseline(target)) }
            td.date { (target.deadline.map(|year| year.to_string()).unwrap_or_default()) }
        }
    }
}

/// Where values lie in a chart.
struct Frame {
    years: (f64, f64),
    values: (f64, f64),
}

impl Frame {
    fn x(&self, year: i32) -> String {
        let (first, last) = self.years;
        let part = if last > first { (f64::from(year) - first) / (last - first) } else { 0.5 };
        format!("{:.1}", ROOM + part * (SIZE.0 - 2.0 * ROOM))
    }

    fn y(&self, value: f64) -> String {
        let (low, high) = self.values;
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        format!("{:.1}", SIZE.1 - ROOM - part * (SIZE.1 - 2.0 * ROOM))
    }
}

fn plain(number: Number) -> f64 {
    number.to_string().parse().unwrap_or(0.0)
}

/// The observed values, the target, and the line between start and target.
fn chart(target: &Tracked, say: Say) -> Markup {
    let end = target.target.value;
    let mut sum = 0.0;
    let adds_up =
        target.measure == TargetType::Cumulative && target.latest != target.observed.last().map(|point| point.value);
    let points: Vec<(i32, f64)> = target
        .observed
        .iter()
        .map(|point| {
            sum += plain(point.value);
            (point.year, if adds_up { sum } else { plain(point.value) })
        })
        .collect();
    let start = match target.measure {
        TargetType::Level | TargetType::Hold => {
            target.baseline.zip(target.baseline_year).map(|(value, year)| (year, plain(value)))
        }
        TargetType::Cumulative => target.start.map(|year| (year, 0.0)),
        TargetType::Yearly => None,
    };
    let goal = target.deadline.map(|year| (year, plain(end)));
    let all = || points.iter().copied().chain(start).chain(goal);
    let years = || all().map(|(year, _)| year).chain(target.start);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return html! {} };
    let values = all().map(|(_, value)| value).chain([plain(end)]);
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let frame = Frame { years: (f64::from(first), f64::from(last)), values: (low, high) };
    let path: Vec<String> =
        start.iter().chain(&points).map(|(year, value)| format!("{},{}", frame.x(*year), frame.y(*value))).collect();
    let told: Vec<String> = target.observed.iter().map(|point| format!("{}: {}", point.year, point.value)).collect();
    let label = say.fill("chart_of", &[&target.indicator, &first, &last, &told.join(", ")]);
    html! {
        svg.spark width=(SIZE.0) height=(SIZE.1) role="img" aria-label=(label) {
            title { (label) }
            @if let (TargetType::Level | TargetType::Cumulative, Some((year, value)), Some(goal)) = (target.measure, start, goal) {
                line.ideal x1=(frame.x(year)) y1=(frame.y(value)) x2=(frame.x(goal.0)) y2=(frame.y(goal.1)) {}
            } @else {
                line.ideal x1="0" x2=(SIZE.0) y1=(frame.y(plain(end))) y2=(frame.y(plain(end))) {}
            }
            @if path.len() > 1 { polyline.course points=(path.join(" ")) {} }
            @for (year, value) in &points { circle.seen cx=(frame.x(*year)) cy=(frame.y(*value)) r="2.2" {} }
            @if let Some((year, value)) = goal { circle.goal cx=(frame.x(year)) cy=(frame.y(value)) r="3" {} }
        }
    }
}

/// What was matched, first what is to be confirmed.
fn names(progress: &Progress, say: Say) -> Markup {
    let mut matched: Vec<&Match> = progress.matches.iter().filter(|found| found.target.is_some()).collect();
    matched.sort_by_key(|found| !found.to_confirm);
    html! {
        @if !matched.is_empty() {
            details { summary { (say.fill("matches", &[&matched.len()])) }
                (scroll(say.t("observed_name"), html! { table {
                    thead { tr { @for head in ["observed_name", "observed_unit", "indicator"] { th scope="col" { (say.t(head)) } } th.num scope="col" { (say.t("score")) } } }
                    tbody { @for found in matched.iter().take(ROWS) { tr {
                        th scope="row" lang="zh" { (found.observed) }
                        td lang="zh" { (found.unit) }
                        td lang="zh" { (found.target.as_deref().unwrap_or_default()) }
                        td.num { (track::share(found.score)) @if found.to_confirm { " " small { (say.t("to_confirm")) } } }
                    } } }
                } }))
            }
        }
    }
}

/// Rows that could not be used.
fn problems(progress: &Progress, say: Say) -> Markup {
    html! {
        @if !progress.problems.is_empty() {
            details { summary { (say.fill("problems", &[&progress.problems.len()])) }
                (scroll(say.t("problem"), html! { table {
                    thead { tr { th.num scope="col" { (say.t("row_of_data")) } @for head in ["indicator", "problem", "to_do"] { th scope="col" { (say.t(head)) } } } }
                    tbody { @for problem in progress.problems.iter().take(ROWS) { tr {
                        td.num { (problem.place()) }
                        th scope="row" lang="zh" { (problem.indicator) }
                        td { (say.name("problem", &key(&problem.kind))) }
                        td { (problem.message) }
                    } } }
                } }))
            }
        }
    }
}
