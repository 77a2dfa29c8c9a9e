//! When commitments fall due: a bar a year, parted by whether the text itself names the year.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{Say, percent};
use crate::{analysis::Record, statement::DeadlineSource};

/// Years between which those without commitments are drawn too.
const SPAN: i32 = 24;
/// Years that there is room for at least: the bars of fewer do not fill the page.
const ROOM: usize = 6;
/// Years above which those without commitments are not named on a narrow screen.
const NARROW: usize = 8;
/// Height of the highest bar, in pixels.
const HEIGHT: usize = 132;
/// Room above it for its number.
const ABOVE: usize = 22;

/// How many fall due in a year: dated by the text, and at the end of the plan because nothing dates them.
type Years = BTreeMap<i32, [usize; 2]>;

pub(super) fn years<'a>(records: impl Iterator<Item = &'a Record>) -> Years {
    let mut years = Years::new();
    for deadline in records.filter_map(|record| record.deadline.as_ref()) {
        years.entry(deadline.year).or_default()[usize::from(deadline.source == DeadlineSource::Plan)] += 1;
    }
    if let (Some((&first, _)), Some((&last, _))) = (years.first_key_value(), years.last_key_value())
        && last - first <= SPAN
    {
        years.extend(
            (first..=last).filter(|year| !years.contains_key(year)).map(|year| (year, [0; 2])).collect::<Vec<_>>(),
        );
    }
    years
}

/// The chart.
pub(super) fn chart<'a>(records: impl Iterator<Item = &'a Record>, say: Say) -> Markup {
    let years = years(records);
    let most = years.values().map(|[a, b]| a + b).max().unwrap_or(0);
    if most == 0 {
        return html! { p.note { (say.t("no_deadlines")) } };
    }
    let told: Vec<String> =
        years.iter().filter(|(_, n)| n[0] + n[1] > 0).map(|(year, n)| format!("{year}: {}", n[0] + n[1])).collect();
    let (count, foot) = (years.len().max(ROOM), ABOVE + HEIGHT);
    let before = (count - years.len()) as f64 / 2.0;
    html! {
        figure.timeline {
            figcaption { (say.t("timeline_about"))

                span.key { span { span.swatch.dated {} (say.t("dated_by_text")) } span { span.swatch.undated {} (say.t("dated_by_plan")) } } }
            svg width="100%" height=(foot + 26) role="img" aria-label={ (say.t("timeline")) ": " (told.join(", ")) } {
                line.axis x1="0" x2="100%" y1=(foot) y2=(foot) {}
                @for (at, (year, [dated, undated])) in years.iter().enumerate() {
                    @let at = at as f64 + before;
                    (bar(at, count, [height(*dated, most), height(*undated, most)]))
                    @let middle = percent(at + 0.5, count as f64);
                    @let minor = count > NARROW && year % 5 != 0 && (dated + undated == 0 || count > 2 * NARROW);
                    @if dated + undated > 0 {
                        text.value x=(middle) y=(foot - height(*dated, most) - height(*undated, most) - 6) text-anchor="middle" { (dated + undated) }
                    }
                    text.tick.minor[minor] x=(middle) y=(foot + 18) text-anchor="middle" { (year) }
                }
            }
        }
    }
}

fn height(count: usize, most: usize) -> usize {
    if count == 0 { 0 } else { (count * HEIGHT / most).max(2) }
}

fn bar(at: f64, count: usize, [dated, undated]: [usize; 2]) -> Markup {
    let (foot, x, width) = (ABOVE + HEIGHT, percent(at + 0.18, count as f64), percent(0.64, count as f64));
    html! {
        @if dated > 0 { rect.dated x=(x) width=(width) y=(foot - dated) height=(dated) {} }
        @if undated > 0 { rect.undated x=(x) width=(width) y=(foot - dated - undated) height=(undated) {} }
    }
}
