//! The title: the last line above the text that reads as one, joined with the lines it began on.

use super::{date, fields::is_meta, issuer, kind, number, years};
use crate::{
    grid::Head,
    lexicon::{COLUMNS, FRONT, signs},
    outline::{
        caption,
        label::Mark,
        line::{Line, Role},
    },
};

/// Longest line of a title, in characters.
const LONGEST: usize = 70;

/// Longest line that only numbers a plan, in characters: “十四五”.
const NUMBERED_PLAN: usize = 6;

/// How many lines from the top are looked at where no heading tells where the text begins.
const LOOKED_AT: usize = 20;

/// A title and the lines it takes up.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The title above the first heading; `sentence` is the first line that ends one.
pub(super) fn find(lines: &[Line], first_heading: usize, sentence: Option<usize>) -> Option<Title> {
    let until = if first_heading == lines.len() { first_heading.min(LOOKED_AT) } else { first_heading };
    let plain = |at: &usize| lines[*at].role == Role::Body && is_title(&lines[*at]);
    // Without headings a line behind the first sentence is no title where one stands before it: 保障措施, a running head.
    let told = sentence.filter(|&first| first_heading == lines.len() && (0..first).any(|at| plain(&at)));
    let until = told.unwrap_or(until);
    // A preface follows its title.
    let preface = lines[..until].iter().rposition(|l| FRONT.preface.has(l.text()) && l.role == Role::Body);
    let found = preface.and_then(|preface| (0..preface).rev().find(plain)).or_else(|| (0..until).rev().find(plain));
    let Some(at) = found else {
        return broken(lines, until).or_else(|| glued(lines, until)).or_else(|| paper(lines, until));
    };
    Some(joined(lines, at))
}

/// The title whose last line, or the last but a word like 纲要, is line `at`.
fn joined(lines: &[Line], at: usize) -> Title {
    let (mut start, mut end) = (at, at + 1);
    let mut text = clean(lines[at].text());
    let word = |line: &&Line| line.role == Role::Body && line.gap() == 0 && is_ending(&clean(line.text()));
    if let Some(below) = lines.get(end).filter(word) {
        text.push_str(&clean(below.text()));
        end += 1;
    }
    while let Some(above) = start.checked_sub(1).map(|above| &lines[above]) {
        if above.role != Role::Body || !continues(above, &text) {
            break;
        }
        start -= 1;
        text.insert_str(0, &clean(above.text()));
    }
    Title { text, start, end }
}

/// Whether `text` is nothing but what titles of plans end with.
fn is_ending(text: &str) -> bool {
    kind::ending(text) == Some(text)
}

/// The title of a paper that plans nothing itself: a notice, a reply, an explanation.
fn paper(lines: &[Line], until: usize) -> Option<Title> {
    let ends = |line: &Line| {
        let (text, length) = (line.text(), line.text().chars().count());
        let stops = text.contains(['。', '；', '：', '|', '>', '？']) || text.starts_with(['·', '-']);
        (4..=LONGEST).contains(&length)
            && (kind::is_paper(text) || kind::sent(text).is_some())
            && !stops
            && !is_meta(line)
            && date::find(text).is_none()
    };
    let titled = |title: &Title| {
        let named = FRONT.about.is_in(&title.text) || title.text.contains('》');
        named || issuer::opens_with_place(&title.text)
    };
    let papers = (0..until.min(LOOKED_AT)).filter(|&at| lines[at].role == Role::Body && ends(&lines[at]));
    papers.map(|at| joined(lines, at)).find(titled)
}

/// The title of a notice on `lines`, which sends a plan out: up to three lines that end with 通知.
pub(super) fn notice(lines: &[Line]) -> Option<String> {
    (0..lines.len()).find_map(|end| {
        let ends = |text: &str| FRONT.notice.suffix(kind::bare(text)).is_some();
        if !lines[end].is_short(LONGEST * 2) || !ends(lines[end].text()) {
            return None;
        }
        (end.saturating_sub(3)..=end).rev().find_map(|start| {
            let text: String = lines[start..=end].iter().map(|line| clean(line.text())).collect();
            let opens = FRONT.about.find(&text).or_else(|| FRONT.sends.find(&text));
            let (at, _) = opens?;
            (at > 0 && !text.contains('。')).then_some(()).and_then(|()| issuer::is_body(&text[..at]).then_some(text))
        })
    })
}

/// Whether `line` reads as the title of a plan or report.
pub(super) fn is_title(line: &Line) -> bool {
    let text = line.text();
    let bare = kind::bare(text);
    let named = kind::ending(bare).is_some_and(|end| end.len() < bare.len() || FRONT.report_title.has(bare));
    let stops = text.contains(['。', '；', '：', '|', '>']) || text.starts_with(['《', '·', '-']);
    let other = FRONT.reads_out.is_in(text) || date::find(text).is_some() || is_meta(line);
    let counted = line.opening().is_some_and(|l| l.mark != Mark::Dotted);
    let fits =
        line.is_short(LONGEST) && !line.tabs && bare.chars().count() >= 4 && !counted && caption::read(line).is_none();
    fits && named && !stops && !other && !heads_columns(text)
}

/// 指标 单位 2027年预计 2028年计划: whether a line is the heads of a table, which begin with that of its rows and go on with others.
fn heads_columns(text: &str) -> bool {
    const UNREAD: u32 = 4;
    let first = COLUMNS.best_name.prefix(text).or_else(|| COLUMNS.number.prefix(text));
    let others = first.map_or("", |first| &text[first.len()..]);
    let head = Head::read(others);
    head.year.is_some() && head.unread <= UNREAD
}

/// Whether a title that so far reads `below` began on the line `above`.
fn continues(above: &Line, below: &str) -> bool {
    let text = above.text();
    let ended = kind::ending(kind::bare(text)).is_some();
    if !above.is_short(40) || ended || text.contains(['。', '；', '：', '，', '[', '|', '>']) || is_meta(above) {
        return false;
    }
    let place = issuer::is_place(text) && !issuer::opens_with_place(below);
    let middle = FRONT.whole_plan.is_in(text) || FRONT.title_part.is_in(text);
    let plan = years::numbered_plan(text).is_some() && text.chars().count() <= NUMBERED_PLAN;
    place || plan || (middle && !FRONT.whole_plan.is_in(below)) || begins(above, below)
}

/// Whether `above` is the first part of a title that names its issuer or subject: 青禾县关于加快山货产业, 青禾县新型菇棚建设.
fn begins(above: &Line, below: &str) -> bool {
    let text = above.text();
    let about = FRONT.about.find(text).is_some_and(|(at, word)| at + word.len() < text.len());
    let place = issuer::opens_with_place(text) && !FRONT.report_title.is_in(below) && !FRONT.session.is_in(text);
    let other = issuer::is_body(text)
        || FRONT.masthead.suffix(text).is_some()
        || number::find(text).is_some()
        || text.contains(|c: char| c.is_ascii_digit() || c == '》');
    // 关于 wants the 意见 or 决定 that it stands before, whatever that begins with.
    let closes = about && kind::ending(below).is_some_and(|end| below[..below.len() - end.len()].ends_with(signs::of));
    let whole = FRONT.about.is_in(below) || (issuer::opens_with_place(below) && !closes);
    !other && !whole && (about || place)
}

/// A title that a line break inside a word has cut in two.
fn broken(lines: &[Line], until: usize) -> Option<Title> {
    lines[..until.min(LOOKED_AT)].windows(2).enumerate().find_map(|(start, pair)| {
        let text = clean(pair[0].text()) + &clean(pair[1].text());
        let adjoining = pair[1].gap() == 0 && pair.iter().all(|line| line.role == Role::Body && line.is_short(40));
        let titled = adjoining && kind::ending(&text).is_some() && !text.contains(['。', '：', '；']);
        let other = pair[1].ends_sentence() || heads_columns(pair[1].text());
        (titled && !other).then_some(Title { text, start, end: start + 2 })
    })
}

/// A title that the text is glued to: `云岭市国民经济和社会发展第十一个五年规划纲要根据…`.
fn glued(lines: &[Line], until: usize) -> Option<Title> {
    lines[..until.min(LOOKED_AT)].iter().enumerate().find_map(|(at, line)| {
        let text = line.text();
        let (begin, _) = FRONT.glued_head.find(text).filter(|&(begin, _)| begin < 60)?;
        let (found, word) = FRONT.glued_end.find(&text[begin..]).filter(|&(found, _)| found < 120)?;
        let end = begin + found + word.len();
        let named = FRONT.title_part.is_in(&text[begin..end]) && !text[begin..end].contains('。');
        let quoted = text[..begin].contains('《');
        (named && !quoted).then(|| Title { text: clean(&text[..end]), start: at, end: at })
    })
}

/// The title as it is printed: no white space.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
