//! What belongs to the page and not to the plan: page numbers, running heads, tables of contents, the site's own words
//! below the text.

use std::collections::{BTreeMap, HashMap, btree_map::Entry};

use super::{
    front,
    label::{self, Mark},
    layout::Layout,
    line::{Line, Role},
};
use crate::{
    lexicon::{FURNITURE, HEADINGS, SIGNS},
    memory::let_go,
    source::Document,
};

/// Columns of a line that does not stand twice by chance.
const LONG: usize = 60;

/// Longest line of a site's own numbers, in characters.
const LONGEST_FOOTER: usize = 80;

/// Marks page numbers, and running heads that repeat beside them.
pub(super) fn mark_pages(lines: &mut [Line], layout: Layout) {
    for line in lines.iter_mut().filter(|line| line.role == Role::Body && line.is_short(12)) {
        if is_page_number(line.text()) {
            line.role = Role::Furniture;
        }
    }
    mark_heads(lines);
    if layout.wrapped.is_none() {
        return;
    }
    let page = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|l| l.role == Role::Furniture);
    let beside: Vec<usize> = (0..lines.len())
        .filter(|&at| is_running(&lines[at]) && (page(at.checked_sub(1)) || page(Some(at + 1))))
        .collect();
    // What stands elsewhere too, such as the cells of a table, is no running head for that.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for &at in &beside {
        *seen.entry(lines[at].text().to_owned()).or_default() += 1;
    }
    // The first running head of a text is its title where no other stands above it.
    let title = beside.first().copied().filter(|&at| at < TOP && front::titles_anew(&lines[at]));
    let titled = |at: usize| lines[..at].iter().any(|line| line.role == Role::Body && front::titles_anew(line));
    let title = title.filter(|&at| !titled(at));
    for at in beside {
        let often = seen.get(lines[at].text()).is_some_and(|&times| times >= 3);
        if often && title != Some(at) {
            lines[at].role = Role::Furniture;
        }
    }
}

/// How many lines from the top the title of a text is looked for.
const TOP: usize = 10;

/// Marks titles that stand as running heads beside a page number inside a sentence.
fn mark_heads(lines: &mut [Line]) {
    let is_page = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|l| l.role == Role::Furniture);
    let broken = |at: usize| {
        let before = lines[..at].iter().rfind(|line| line.role == Role::Body);
        before.is_some_and(|before| before.text().contains(['，', '。']) && !before.ends_sentence())
    };
    let beside = |&at: &usize| lines[at].role == Role::Body && (is_page(at.checked_sub(1)) || is_page(Some(at + 1)));
    let heads: Vec<usize> =
        (0..lines.len()).filter(beside).filter(|&at| front::titles_anew(&lines[at]) && broken(at)).collect();
    heads.into_iter().for_each(|at| lines[at].role = Role::Furniture);
}

/// Marks bare numbers between wrapped lines; run when tables have been read.
pub(super) fn mark_bare_numbers(lines: &mut [Line], layout: Layout) {
    if layout.wrapped.is_none() {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.role == Role::Body && line.is_short(4)) {
        if line.text().bytes().all(|b| b.is_ascii_digit() || b"IVXLivxl".contains(&b)) {
            line.role = Role::Furniture;
        }
    }
}

fn is_running(line: &Line) -> bool {
    line.role == Role::Body && line.is_short(40) && !line.ends_sentence() && line.opening().is_none()
}

/// `—12—`, `-3-`, `第4页`, `第4页共80页`.
fn is_page_number(text: &str) -> bool {
    let dashes: &[char] = &['—', '-', '－', '–', '·', '―', '─'];
    let inner = text.trim_matches(dashes);
    let number = !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit() || "IVXLivxlⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".contains(c));
    let dashed = text.starts_with(dashes) && text.ends_with(dashes);
    let named = SIGNS.ordinal.strip_prefix(text).and_then(|rest| SIGNS.page.split(rest));
    let closed = |rest: &str| rest.is_empty() || SIGNS.page.suffix(rest).is_some();
    let named = named.is_some_and(|(page, rest)| label::digits(page).is_some() && closed(rest));
    (number && dashed) || named
}

/// Marks tables of contents.
pub(super) fn mark_contents(lines: &mut [Line], document: &Document) {
    let leaders: Vec<bool> = lines.iter().map(|line| has_leader(line.span().of(&document.text))).collect();
    let runs = Runs::new(lines);
    let mut at = 0;
    while at < lines.len() {
        let titled = lines[at].role == Role::Body && FURNITURE.contents.has(lines[at].text());
        let start = at + usize::from(titled);
        let end = if titled { contents_end(lines, &leaders, start) } else { untitled_end(lines, &leaders, &runs, at) };
        if end > start {
            lines[at..end].iter_mut().for_each(|line| line.role = Role::Furniture);
        }
        at = end.max(at + 1);
    }
    let_go(runs.end);
}

/// Whether a row of dots leads to a page number.
fn has_leader(text: &str) -> bool {
    let text = text.trim_end();
    let tail = text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, 'I' | 'V' | 'X' | '—' | '-')
    });
    let dots = tail.chars().rev().take_while(|&c| matches!(c, '.' | '…' | '·' | '．' | '‥' | '⋯' | ' ')).count();
    let wide = tail.ends_with(['…', '⋯', '‥']);
    tail.len() < text.len() && dots >= if wide { 1 } else { 3 }
}

/// Where the table of contents that starts at `start`, below its title, ends.
fn contents_end(lines: &[Line], leaders: &[bool], start: usize) -> usize {
    let dotted = leaders[start..].iter().take(12).filter(|&&leader| leader).count() >= 3;
    let first = lines.get(start).map(key).unwrap_or_default();
    let mut end = start;
    for at in start..lines.len() {
        let line = &lines[at];
        let entry = if dotted {
            leaders[at] || line.role == Role::Furniture || is_page_label(line) || leaders.get(at + 1) == Some(&true)
        } else {
            line.role == Role::Furniture || (line.is_short(60) && !line.ends_sentence())
        };
        if !entry || (at > start && opens_again(line, &first)) {
            break;
        }
        end = at + 1;
    }
    end
}

/// Whether `line` is the first heading of the body: the first entry, or its beginning where a line break cuts it.
fn opens_again(line: &Line, first: &str) -> bool {
    let key = key(line);
    let begins = line.opening().is_some_and(|label| line.text().len() > label.end + 12);
    key == first || (begins && first.starts_with(key.as_str()))
}

fn is_page_label(line: &Line) -> bool {
    line.is_short(4) && line.text().bytes().all(|b| b.is_ascii_digit() || b"IVXLivxl".contains(&b))
}

/// Runs of lines that may be headings, known for every line at once.
struct Runs {
    /// The line behind the run that each line stands in; the line itself where it is none.
    end: Vec<u32>,
    /// Of a heading that stands again, where it does next.
    again: HashMap<u32, u32>,
}

impl Runs {
    fn new(lines: &[Line]) -> Self {
        let (mut end, mut again) = (vec![0; lines.len()], HashMap::new());
        let mut last: HashMap<String, u32> = HashMap::new();
        for (at, line) in lines.iter().enumerate().rev() {
            let (here, next) = (at as u32, at as u32 + 1);
            end[at] = here;
            if is_entry(line) {
                end[at] = end.get(at + 1).copied().unwrap_or(next).max(next);
                again.extend(last.insert(key(line), here).map(|behind| (here, behind)));
            }
        }
        Self { end, again }
    }
}

/// Whether `line` may be a heading, as in a table of contents.
fn is_entry(line: &Line) -> bool {
    line.role == Role::Body
        && line.is_short(60)
        && !line.ends_sentence()
        && line.opening().is_some_and(|l| l.mark <= Mark::ChineseParen)
}

/// Where a table of contents without title that starts at `at` ends; `at` where there is none.
fn untitled_end(lines: &[Line], leaders: &[bool], runs: &Runs, at: usize) -> usize {
    if leaders[at] {
        let end = (at..lines.len()).find(|&l| !leaders[l] && !is_page_label(&lines[l])).unwrap_or(lines.len());
        return if end >= at + 4 { end } else { at };
    }
    let end = runs.end[at] as usize;
    if end < at + 4 {
        return at;
    }
    // The last entries of the run may already be the first headings of the body.
    match runs.again.get(&(at as u32)) {
        Some(&again) if end.min(again as usize) - at >= 3 => end.min(again as usize),
        _ => at,
    }
}

/// A heading's words without leaders and page number.
pub(super) fn key(line: &Line) -> String {
    let text = line.text();
    text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '。' | '…' | '·' | '‥' | '⋯')).to_owned()
}

/// Marks the second copy of a text that a page holds twice: three or more long lines in a row that stood before.
pub(super) fn mark_repeats(lines: &mut [Line], document: &Document) {
    let text = |at: usize| lines[at].span().of(&document.text);
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut copies: Vec<(usize, usize)> = Vec::new();
    let mut runs = Vec::new();
    for at in (0..lines.len()).filter(|&at| lines[at].width() >= LONG) {
        match first.entry(text(at)) {
            Entry::Occupied(original) => copies.push((*original.get(), at)),
            Entry::Vacant(entry) => {
                entry.insert(at);
                runs.push(std::mem::take(&mut copies));
            }
        }
    }
    runs.push(copies);
    let spans: Vec<(usize, usize)> = runs
        .iter()
        .filter(|run| run.len() >= 3)
        .filter_map(|run| {
            let (mut original, mut start) = *run.first()?;
            // Short lines above, such as title and date, are copies too.
            while original > 0 && start > 0 && text(original - 1) == text(start - 1) {
                (original, start) = (original - 1, start - 1);
            }
            Some((start, run.last()?.1))
        })
        .collect();
    for (start, end) in spans {
        lines[start..=end].iter_mut().for_each(|line| line.role = Role::Furniture);
    }
}

/// Marks what stands below the text: from the first footer line after the last heading with a number or of Markdown on.
pub(super) fn mark_footer(lines: &mut [Line]) {
    let numbered = |l: label::Label| l.mark <= Mark::ChineseParen && l.mark != Mark::Annex;
    let heads = |line: &Line| line.hashes > 0 || line.opening().is_some_and(numbered);
    let is_heading = |line: &Line| line.role == Role::Body && heads(line);
    let from = lines.iter().rposition(is_heading).map_or(0, |at| at + 1);
    // Without a heading only the last lines can be a footer.
    let from = from.max(lines.len().saturating_sub(60)).max(1);
    let begins = |&at: &usize| lines[at].role == Role::Body && is_footer(lines, at);
    let Some(start) = (from..lines.len()).find(begins) else { return };
    lines[start..].iter_mut().for_each(|line| line.role = Role::Furniture);
}

fn is_footer(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let text = line.text();
    let named = line.is_short(14) && FURNITURE.footer.has(text);
    if HEADINGS.annex.has(text.trim_end_matches('：')) {
        return lines[at + 1..].iter().take(3).any(|next| is_download(next.text()));
    }
    let rule = text.len() >= 3 && (text.bytes().all(|b| b == b'-') || text.bytes().all(|b| b == b'*'));
    named || rule || opens_footer(lines, at) || is_registered(line)
}

/// Whether `line` holds the number under which a site is registered: 云ICP备12号　访问量：3万次.
fn is_registered(line: &Line) -> bool {
    FURNITURE.footer_sign.is_in(line.text()) && line.is_short(LONGEST_FOOTER) && !line.ends_sentence()
}

/// Whether a footer begins as the line at `at` does (主办单位：…); what lines of the text begin with too opens none.
fn opens_footer(lines: &[Line], at: usize) -> bool {
    let Some(form) = FURNITURE.footer_start.prefix(lines[at].text()) else { return false };
    let before = lines[..at].iter().filter(|line| line.role == Role::Body && line.text().starts_with(form)).count();
    lines[at].is_short(60) && before < 2
}

fn is_download(text: &str) -> bool {
    FURNITURE.download.is_in(text)
}
