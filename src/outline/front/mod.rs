//! Front matter: what a document says about itself above its text, and which lines say it.
//!
//! Each part of it is read in a file of its own; this one puts them together and marks the lines.

mod date;
mod dates;
mod fields;
mod issuer;
mod kind;
mod number;
mod title;
mod years;

use fields::{Field, is_meta};

use super::{
    article, caption,
    label::{self, Label, Mark},
    layout::Layout,
    line::{Line, Role},
    order,
    shape::{Front, Given, Kind},
    table,
};
use crate::{
    lexicon::{FRONT, SIGNS},
    source::Document,
};

/// How many paragraphs open a document.
const OPENING: usize = 8;

/// How many lines tell which period a plan without dated title is for.
const EARLY: usize = 80;

/// The month from which on an assembly is told of the year that follows.
const YEAR_ENDS: i32 = 11;

/// Whether `line` is the title of a document of its own: it names a place or a period.
pub(super) fn titles_anew(line: &Line) -> bool {
    let text = line.text();
    title::is_title(line) && (issuer::opens_with_place(text) || years::period(text).is_some())
}

/// The first and last year of the five-year plan that `text` names.
pub(super) fn plan_years(text: &str) -> Option<(i32, i32)> {
    years::numbered_plan(text)
}

/// Every four-digit year in `text`.
pub(super) fn years_in(text: &str) -> impl Iterator<Item = i32> + '_ {
    date::years(text)
}

/// Reads the front matter, and marks the lines it takes up and what stands above the text.
pub(super) fn read(lines: &mut [Line], layout: Layout, document: &Document, known: &Given) -> Front {
    let meta = &document.marks.meta;
    let first_heading = first_heading(lines, document);
    let told =
        |line: &Line| line.role == Role::Body && line.ends_sentence() && !is_meta(line) && !dates::is_dated(line);
    let title = title::find(lines, first_heading, lines.iter().position(told));
    let (start, end) = title.as_ref().map_or((0, 0), |title| (title.start, title.end));
    let body = match title {
        // Nothing tells where the text starts.
        None if first_heading == lines.len() => 0,
        _ => body_start(lines, document, (end, first_heading), layout),
    };
    let source: Vec<&str> = lines[..body].iter().map(|line| line.span().of(&document.text)).collect();
    let fields = fields::read(&source);
    let notice = title::notice(&lines[..body]);
    let republic = years::counts_by_republic(&document.text);
    let mut front = Front { given: known.clone(), republic, ..Front::default() };
    let named = || fields::value(&fields, Field::Title).map(str::to_owned).filter(|title| kind::is_titled(title));
    let given = || meta.title.as_deref().map(title::clean).or_else(|| notice.clone()).or_else(named);
    let read = title.map(|title| title.text).or_else(given).map(|title| kind::subject(&title).to_owned());
    front.title = known.title.clone().or(read);
    let opening: Vec<&str> = texts(&lines[body.min(lines.len())..]).take(OPENING).collect();
    front.kind = known.kind.unwrap_or_else(|| kind::of(front.title.as_deref(), &opening));
    dates::read(lines, body, &fields, &mut front);
    let said = || date::find(meta.published.as_deref()?).map(|(day, _)| day);
    front.published = front.published.take().or_else(said);
    let numbered = fields::value(&fields, Field::Number).and_then(number::find);
    let numbers = || number::read(lines[..body].iter().map(Line::text));
    front.number = numbered.or_else(numbers).or_else(|| meta.number.clone());
    read_years(lines, body, &mut front);
    let issuer = || issuer(lines, body, notice.as_deref(), &fields, &front).or_else(|| meta.issuer.clone());
    let issuer = || issuer().map(|name| issuer::apart(&source, name));
    front.issuer = known.issuer.clone().or_else(issuer);
    mark(lines, start..end, body);
    front
}

/// The text of lines that are no furniture.
fn texts(lines: &[Line]) -> impl Iterator<Item = &str> {
    lines.iter().filter(|line| line.role == Role::Body).map(Line::text)
}

/// Whose it is: as the title says, or a line above the text, the news of it, the signature, the page's field.
fn issuer(
    lines: &[Line],
    body: usize,
    notice: Option<&str>,
    fields: &[(Field, String)],
    front: &Front,
) -> Option<String> {
    let above = &lines[..body];
    let office = || fields::value(fields, Field::Office).map(str::to_owned);
    let named = || texts(above).find(|text| issuer::is_body(text)).map(str::to_owned);
    issuer::of_title(front.title.as_deref(), notice)
        .or_else(|| above.iter().find_map(issuer::of_line))
        .or_else(|| lines.iter().take(body + OPENING).find_map(|line| issuer::of_news(line.text())))
        .or_else(named)
        .or_else(office)
        .or_else(|| dates::signatory(lines, body))
        .or_else(|| issuer::of_subject(front.title.as_deref()?))
}

/// Marks the lines above `body`: title, notice, page.
fn mark(lines: &mut [Line], title: std::ops::Range<usize>, body: usize) {
    let notice = notice_start(lines, title.start);
    for (at, line) in lines.iter_mut().enumerate().take(body).filter(|(_, line)| line.role == Role::Body) {
        line.role = match at {
            _ if title.contains(&at) => Role::Front,
            _ if at < title.start && at >= notice && is_notice_text(line) => Role::Body,
            _ if at < title.start => Role::Furniture,
            _ if FRONT.preface.has(line.text()) => Role::Front,
            _ if is_meta(line) => Role::Furniture,
            _ if line.ends_sentence() && !dates::is_dated(line) => Role::Body,
            _ => Role::Front,
        };
    }
}

/// The first line that is a numbered heading of the body; of an excerpt, its first heading whatever its number.
fn first_heading(lines: &[Line], document: &Document) -> usize {
    let heads = |line: &Line, first: bool| {
        line.role == Role::Body
            && !line.tabs
            && document.marks.table(line.span().start).is_none()
            && line.label(false).is_some_and(|l| {
                (l.number == 1 || !first)
                    && matches!(l.mark, Mark::Part | Mark::Chapter | Mark::Section | Mark::Chinese)
            })
    };
    // 1 总体目标, where 1.1 stands below it.
    let dotted = |at: usize| {
        let mut near = lines[at + 1..].iter().take(6).filter_map(|line| line.opening());
        near.any(|l| l.mark == Mark::Dotted && l.major == 1 && l.number == 1)
    };
    let spaced = || {
        (0..lines.len()).find(|&at| {
            let first = lines[at].spaced && !lines[at].tabs && lines[at].label(true).is_some_and(|l| l.number == 1);
            first && lines[at].role == Role::Body && dotted(at)
        })
    };
    // 一 总体目标, where 二 stands so too.
    let apart = || order::numerals_stand_apart(lines).then(|| lines.iter().position(|line| line.parted().is_some()))?;
    // Without numbers, the second Markdown heading: the first is the title.
    let hashed = || (0..lines.len()).filter(|&at| lines[at].hashes > 0 && lines[at].role == Role::Body).nth(1);
    let later = || lines.iter().position(|line| heads(line, false));
    // Where nothing stands above （一） or 任务一：, it is the first.
    let bracketed = || {
        let first = |l: Label| l.mark == Mark::ChineseParen && l.number == 1;
        let heads = |line: &Line| line.label(false).is_some_and(first) || label::task(line.text()).is_some();
        lines.iter().position(|line| line.role == Role::Body && !line.tabs && heads(line))
    };
    let framed = || lines.iter().position(|line| line.role == Role::Body && line.framed().is_some());
    // 01 总体目标
    let two_digits = || {
        let heads = |line: &Line| line.text().starts_with('0') && line.label(false).is_some_and(|l| l.number == 1);
        lines.iter().position(|line| line.role == Role::Body && !line.tabs && heads(line))
    };
    // The first line of a text is its title.
    let bold = || {
        let below = lines.iter().position(|line| line.role == Role::Body)? + 1;
        (below..lines.len()).find(|&at| lines[at].role == Role::Body && lines[at].opens_in_bold())
    };
    let articles = || {
        let titled = article::have_titles(lines);
        titled.then(|| lines.iter().position(|line| article::read(line.text()).is_some()))?
    };
    let first = lines.iter().position(|line| heads(line, true));
    first
        .or_else(spaced)
        .or_else(apart)
        .or_else(|| [hashed(), later()].into_iter().flatten().min())
        .or_else(bracketed)
        .or_else(two_digits)
        .or_else(articles)
        .or_else(framed)
        .or_else(bold)
        .unwrap_or(lines.len())
}

/// The first line of text below a title that ends before line `end`.
fn body_start(lines: &[Line], document: &Document, (end, first_heading): (usize, usize), layout: Layout) -> usize {
    let is_preface = |at: &usize| FRONT.preface.has(lines[*at].text()) && lines[*at].role == Role::Body;
    if let Some(preface) = (end..first_heading).find(is_preface) {
        return preface + 1;
    }
    let is_text = |at: &usize| {
        let line = &lines[*at];
        let long = !line.is_short(30) || line.text().ends_with('：') || layout.is_full(line);
        let about = is_meta(line) || dates::is_dated(line);
        line.role == Role::Body
            && !about
            && long
            && (line.ends_sentence() || !line.is_short(60) || layout.is_full(line))
    };
    // Without headings there is nothing else to begin with.
    let is_sentence = |at: &usize| {
        let line = &lines[*at];
        line.role == Role::Body && line.text().contains(['。', '；', '，']) && !is_meta(line) && !dates::is_dated(line)
    };
    let text = (end..first_heading).find(is_text);
    // The fields of a page stand in rows too, above a text with headings.
    let headed = first_heading < lines.len();
    let text = text.or_else(|| (end..lines.len()).find(|at| !headed && is_sentence(at))).unwrap_or(first_heading);
    table_start(lines, document, (end, text), !headed)
}

/// Most lines above a table that name it and give its unit.
const NAMED: usize = 3;

/// Where the table begins, with the lines that name it, that stands in the first place of a text below its title, before line
/// `text`; else `text`. With `rows`, any row of cells begins one.
fn table_start(lines: &[Line], document: &Document, (end, text): (usize, usize), rows: bool) -> usize {
    let numbered = |text: &str| number::find(text).is_some() || years::only_years(text).is_some();
    let told = |line: &Line| is_meta(line) || dates::is_dated(line) || numbered(line.text());
    let about = |line: &Line| told(line) || line.role != Role::Body;
    let opens = |at: usize| {
        rows && lines[at].tabs || caption::read(&lines[at]).is_some() || table::may_open(lines, document, at)
    };
    let is_row = |at: &usize| !about(&lines[*at]) && opens(*at);
    let Some(row) = (end..text).find(is_row) else { return text };
    let named = (end..row).rev().take(NAMED).take_while(|&at| !about(&lines[at])).last();
    named.unwrap_or(row)
}

fn is_notice_text(line: &Line) -> bool {
    !is_meta(line) && (line.ends_sentence() || !line.is_short(30)) && !dates::is_dated(line)
}

/// Where a notice above the plan starts; `start` where there is none.
fn notice_start(lines: &[Line], start: usize) -> usize {
    let above = &lines[..start];
    let sends = |line: &Line| FRONT.sends.is_in(line.text()) && line.text().contains('。');
    if !above.iter().any(sends) {
        return start;
    }
    above.iter().position(|line| line.role == Role::Body && is_notice_text(line)).unwrap_or(start)
}

/// The year that a report delivered on `day` (2024-12-30) is for: the next, where it is laid before an assembly at the end of a year and one of
/// its `headings` names that.
fn year_of_report<'l>(day: &str, mut headings: impl Iterator<Item = &'l str>) -> Option<i32> {
    let year: i32 = day.get(..4)?.parse().ok()?;
    let late = day.get(5..7).and_then(|month| month.parse().ok()).is_some_and(|month: i32| month >= YEAR_ENDS);
    let turns = late && headings.any(|heading| date::years(heading).any(|named| named == year + 1));
    Some(year + i32::from(turns))
}

/// The years that title, front matter and, for plans, the text name.
fn read_years(lines: &[Line], body: usize, front: &mut Front) {
    let title = front.title.clone().unwrap_or_default();
    if front.kind == Kind::WorkReport {
        let day = front.delivered.as_deref().or(front.approved.as_deref()).or(front.published.as_deref());
        let headings = || lines[body.min(lines.len())..].iter().filter(|line| line.opening().is_some()).map(Line::text);
        let read = date::years(&title).next().or_else(|| year_of_report(day?, headings()));
        front.year = front.given.year.or(read);
        front.report_year = front.year;
        front.period = front.given.period;
        return;
    }
    let plan = matches!(front.kind, Kind::OutlinePlan | Kind::SectorPlan);
    let head = || lines.iter().take(body + 3).map(Line::text).filter(|text| !text.contains('《'));
    // The years alone, on the line below the title, are taken for the first of the text.
    let below =
        || lines.iter().take(body + 1).map(Line::text).filter(|text| text.starts_with('（') && text.ends_with('）'));
    let given = front.given.period;
    front.period = given.or_else(|| years::period(&title)).or_else(|| below().find_map(years::only_years));
    if front.period.is_none() && plan {
        let beside = || {
            head().filter(|text| FRONT.planning.is_in(text) || SIGNS.year.is_in(text)).find_map(years::span_of_years)
        };
        front.period = beside().or_else(|| years::own_period(texts(&lines[body..]).take(EARLY)));
    }
    front.horizon = years::horizon(&title).or_else(|| head().find_map(years::horizon));
    let spans_years = plan || front.kind == Kind::Suggestion || front.period.is_some();
    let titled = || years::titled(&title).or_else(|| years::titled_of_republic(&title).filter(|_| front.republic));
    front.year = front.given.year.or_else(|| if spans_years { None } else { titled() });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_at_the_end_of_a_year_is_for_the_next_that_it_names() {
        let year = |day: &str, heading: &str| year_of_report(day, [heading].into_iter());
        assert_eq!(year("2024-12-30", "二、2025年工作安排"), Some(2025));
        assert_eq!(year("2024-12-30", "二、明年工作安排"), Some(2024));
        assert_eq!(year("2025-01-14", "三、2026年展望"), Some(2025));
        assert_eq!(year("2025", "一、2024年回顾"), Some(2025));
    }
}
