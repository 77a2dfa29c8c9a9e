//! The title: the last line above the text that reads as one, joined with the lines it began on.

use super::{date, fields::is_meta, issuer, kind, number, years};
use crate::{
    grid::Head,
    lexicon::{COLUMNS, FRONT, SIGNS, signs},
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

/// Longest line that is only the middle or end of a title, in characters.
const LONGEST_END: usize = 24;

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
    let said = sentence.filter(|&first| first_heading == lines.len() && (0..first).any(|at| plain(&at)));
    let until = said.unwrap_or(until);
    // A preface follows its title.
    let preface = lines[..until].iter().rposition(|l| FRONT.preface.has(l.text()) && l.role == Role::Body);
    let found = preface.and_then(|preface| (0..preface).rev().find(plain)).or_else(|| (0..until).rev().find(plain));
    let Some(at) = found else {
        let cut = || broken(lines, until).or_else(|| glued(lines, until));
        return marked(lines, until).or_else(cut).or_else(|| paper(lines, until)).or_else(|| told(lines, until));
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
    while let Some((first, whole)) = longer(lines, start, &text) {
        (start, text) = (first, whole);
    }
    // 三年行动计划|（2023—2025年）
    let years = |line: &&Line| {
        let framed = line.text().starts_with('（') && line.text().ends_with('）');
        line.role == Role::Body && framed && years::only_years(line.text()).is_some()
    };
    if let Some(below) = lines.get(end).filter(years).filter(|_| years::span_of_years(&text).is_none()) {
        text.push_str(&clean(below.text()));
        end += 1;
    }
    Title { text, start, end }
}

/// The title that from line `start` on reads `below` with what it began on above that, by one line or, where the line between
/// cannot stand alone, by two.
fn longer(lines: &[Line], start: usize, below: &str) -> Option<(usize, String)> {
    let body = |at: usize| Some(&lines[at]).filter(|line| line.role == Role::Body);
    let near = start.checked_sub(1)?;
    let above = body(near)?;
    let longer = clean(above.text()) + below;
    if continues(above, below) {
        return Some((near, longer));
    }
    let adjoining = lines[start].gap() == 0 && above.gap() == 0;
    let far = near.checked_sub(1).filter(|_| adjoining && is_end_of_title(below) && is_middle(above))?;
    let first = body(far).filter(|first| continues(first, &longer))?;
    Some((far, clean(first.text()) + &longer))
}

/// Whether `text` is only the end of a title: it names neither place nor years nor what it is about.
fn is_end_of_title(text: &str) -> bool {
    let names =
        issuer::opens_with_place(text) || FRONT.about.is_in(text) || years::period(bare_of_years(text)).is_some();
    !names && text.chars().count() <= LONGEST_END
}

/// `title` without the years in brackets behind it.
fn bare_of_years(title: &str) -> &str {
    title.split('（').next().unwrap_or(title)
}

/// Whether `line` can be the middle of a title: 养老服务和托育服务.
fn is_middle(line: &Line) -> bool {
    let text = line.text();
    let plain = !text.contains(['。', '；', '：', '，', '[', '|', '>', '（', '《']) && line.opening().is_none();
    let other = issuer::is_body(text) || FRONT.masthead.suffix(text).is_some() || counts(text) || is_meta(line);
    line.is_short(LONGEST_END) && plain && !other && !line.tabs && kind::ending(text).is_none()
}

/// The title that stands in book marks alone, or behind a label: 《青禾县山货规划》（送审稿）, 【全文】青禾县山货规划.
fn marked(lines: &[Line], until: usize) -> Option<Title> {
    (0..until.min(LOOKED_AT)).filter(|&at| lines[at].role == Role::Body).find_map(|at| {
        let line = &lines[at];
        let text = clean(line.text());
        let bare = unlabelled(&text);
        let title = unquoted(bare).or_else(|| (bare.len() < text.len()).then(|| bare.to_owned()))?;
        (line.is_short(LONGEST) && reads_as_title(&title)).then_some(Title { text: title, start: at, end: at + 1 })
    })
}

/// `text` without the label before it that says what it gives: 【全文】, （全文）, `规划|`.
fn unlabelled(text: &str) -> &str {
    const LABEL: usize = 8;
    let is_label = |label: &str| {
        let count = label.chars().count();
        (1..=LABEL).contains(&count)
            && label.chars().all(|c| c >= '\u{3400}')
            && FRONT.any_field.prefix(label).is_none()
    };
    let behind = |open: char, close: char| text.strip_prefix(open)?.split_once(close);
    let bracketed = behind('（', '）').filter(|(label, _)| FRONT.draft.has(label));
    let labelled =
        behind('【', '】').or_else(|| text.split_once('|')).or(bracketed).filter(|(label, _)| is_label(label));
    labelled.map_or(text, |(_, title)| title)
}

/// The title that alone stands in the book marks of `text`, with what is in brackets behind it; 全文如下 may follow.
fn unquoted(text: &str) -> Option<String> {
    let (title, behind) = text.strip_prefix('《')?.split_once('》')?;
    let behind = behind.trim_end_matches(['。', '：']);
    let bracketed = behind.starts_with('（') && behind.ends_with('）');
    let follows = FRONT.text_follows.has(behind);
    let alone = !title.contains('《') && (behind.is_empty() || bracketed || follows);
    alone.then(|| if bracketed { format!("{title}{behind}") } else { title.to_owned() })
}

/// The title of what news say was sent out and give in full: 近日，云岭省政府印发《山货规划》。全文如下：
fn told(lines: &[Line], until: usize) -> Option<Title> {
    (0..until.min(LOOKED_AT)).filter(|&at| lines[at].role == Role::Body).find_map(|at| {
        let text = lines[at].text();
        FRONT.text_follows.find(text)?;
        let (before, rest) = text.split_once('《')?;
        let (title, _) = rest.split_once('》')?;
        let sent = FRONT.hands_out.suffix(SIGNS.le.trim_end(before)).is_some() && reads_as_title(title);
        sent.then(|| Title { text: clean(title), start: at, end: at })
    })
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
    let counted = line.opening().is_some_and(|l| l.mark != Mark::Dotted);
    let fits = line.is_short(LONGEST) && !line.tabs && !counted && caption::read(line).is_none();
    fits && !is_meta(line) && reads_as_title(line.text())
}

/// Whether `text` reads as the title of a plan or report, whatever line it stands on.
fn reads_as_title(text: &str) -> bool {
    let bare = kind::bare(text);
    let named = kind::ending(bare).is_some_and(|end| end.len() < bare.len() || FRONT.report_title.has(bare));
    let stops = text.contains(['。', '；', '：', '|', '>']) || text.starts_with(['《', '·', '-']);
    let other = FRONT.reads_out.is_in(text) || date::find(text).is_some();
    // 关于《青禾县山货规划 goes on in the next line.
    let open = text.matches('《').count() > text.matches('》').count();
    let labelled = unlabelled(text).len() < text.len();
    bare.chars().count() >= 4 && named && !stops && !other && !open && !labelled && !heads_columns(text)
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
    if above.is_short(LONGEST) && !text.contains('。') && closes_marks(text, below) {
        return true;
    }
    if !above.is_short(40) || ended || text.contains(['。', '；', '：', '，', '[', '|', '>']) || is_meta(above) {
        return false;
    }
    let place = issuer::is_place(text) && !issuer::opens_with_place(below);
    let middle = FRONT.whole_plan.is_in(text) || FRONT.title_part.is_in(text);
    let plan = years::numbered_plan(text).is_some() && text.chars().count() <= NUMBERED_PLAN;
    place || plan || (middle && !FRONT.whole_plan.is_in(below)) || begins(above, below)
}

/// Whether `below` closes the book marks open in `above`, or qualifies what stands in them: 关于《山货规划》 before （送审稿）的起草说明.
fn closes_marks(above: &str, below: &str) -> bool {
    let open = |text: &str| text.matches('《').count() > text.matches('》').count();
    let qualified = || below.strip_prefix('（')?.split_once('）').filter(|(_, rest)| SIGNS.of.prefix(rest).is_some());
    let (first, closing) = (below.find('《'), below.find('》'));
    let closes = closing.is_some_and(|closing| first.is_none_or(|first| closing < first));
    (open(above) && closes) || (above.ends_with('》') && qualified().is_some())
}

/// Whether a number stands in `text` that is no year: 第3期, 12号.
fn counts(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = &rest[at + digits..];
        if digits != 4 || SIGNS.year.prefix(behind).is_none() {
            return true;
        }
        rest = behind;
    }
    date::find(text).is_some()
}

/// Whether `above` is the first part of a title that names its issuer or subject: 青禾县关于加快山货产业, 青禾县新型菇棚建设.
fn begins(above: &Line, below: &str) -> bool {
    let text = above.text();
    let about = FRONT.about.find(text).is_some_and(|(at, word)| at + word.len() < text.len());
    let place = issuer::opens_with_place(text) && !FRONT.report_title.is_in(below) && !FRONT.session.is_in(text);
    let other = issuer::is_body(text)
        || FRONT.masthead.suffix(text).is_some()
        || number::find(text).is_some()
        || kind::is_paper(text)
        || counts(text)
        || text.contains('》');
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline::line::split,
        source::{self, Source},
    };

    fn title(text: &str) -> Option<String> {
        let document = source::read(Source { name: "-", bytes: text.as_bytes() }).expect("text");
        let lines = split(&document);
        find(&lines, lines.len(), lines.iter().position(Line::ends_sentence)).map(|title| title.text)
    }

    #[test]
    fn marks_and_labels_are_left_off_a_title() {
        for (text, expected) in [
            ("《青禾县山货规划》", Some("青禾县山货规划")),
            ("《青禾县山货规划》（送审稿）", Some("青禾县山货规划（送审稿）")),
            ("《青禾县山货规划》全文如下。", Some("青禾县山货规划")),
            ("规划|青禾县山货规划", Some("青禾县山货规划")),
            ("【政策原文】青禾县山货规划", Some("青禾县山货规划")),
            ("（全文）2027年青禾县政府工作报告", Some("2027年青禾县政府工作报告")),
            ("近日，云岭省政府印发《云岭省山货规划》。全文如下：", Some("云岭省山货规划")),
            ("《青禾县山货规划》解读来了。", None),
            ("近日，云岭省政府印发《云岭省山货规划》，要求落实。", None),
        ] {
            assert_eq!(title(&format!("{text}\n\n增产三成。\n")).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_title_is_joined_over_its_lines() {
        for (text, expected) in [
            (
                "云岭县人民政府\n关于做好2027年全面推进山货振兴\n重点工作的实施意见",
                "关于做好2027年全面推进山货振兴重点工作的实施意见",
            ),
            ("云岭市“十五五”\n山货服务和菇棚服务\n发展规划", "云岭市“十五五”山货服务和菇棚服务发展规划"),
            ("云岭市\n“十五五”山货流通与菇棚治理\n实施纲要", "云岭市“十五五”山货流通与菇棚治理实施纲要"),
            ("关于《云岭市山货规划》\n（送审稿）的起草说明", "关于《云岭市山货规划》（送审稿）的起草说明"),
            ("关于《云岭市山货规划\n（送审稿）》的起草说明", "关于《云岭市山货规划（送审稿）》的起草说明"),
            ("云岭市山货局\n2027年第3期\n山货行动方案", "山货行动方案"),
            ("关于做好春耕的通知\n春耕工作方案", "春耕工作方案"),
        ] {
            assert_eq!(title(text).as_deref(), Some(expected), "{text}");
        }
    }
}
