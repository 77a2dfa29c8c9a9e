//! Headings: which lines are numbered headings of the body, where their titles end, and how deep they stand.

use std::collections::{HashMap, HashSet};

use ecow::{EcoString, eco_format};

use super::{
    article,
    contents::Contents,
    found::Heading,
    front,
    label::{self, Label, Mark},
    layout::Layout,
    line::{Line, Role},
    listed, order, part,
    shape::{Front, Level, Node},
};
use crate::{
    duty,
    lexicon::{HEADINGS, SECTIONS, SIGNS, numerals, signs},
    source::{Document, View},
    span::Span,
};

/// Longest title of a part, chapter or section, in characters.
const LONG_TITLE: usize = 70;

/// Longest title of a numbered line or of an opening sentence that serves as one.
const TITLE: usize = 45;

/// The depth of a heading that is set off by emphasis alone: below all of Markdown's own.
const BELOW_HASHES: usize = 7;

/// Longest topic before a colon, in characters.
const LONGEST_TOPIC: usize = 14;

/// Least characters of a title's first line where it runs on to a second.
const BROKEN: usize = 6;

/// Finds the headings among the lines that are text, and marks their lines.
pub(super) fn find(lines: &mut [Line], document: &Document, layout: Layout, front: &Front) -> Vec<Heading> {
    let reader = Reader {
        lines,
        document,
        layout,
        contents: Contents::read(lines),
        spaced: lines.iter().any(|line| line.opening().is_some_and(|l| l.mark == Mark::Dotted)),
        parted: order::numerals_stand_apart(lines),
        articles: article::have_titles(lines),
        report: part::reads_bare(front, lines).then_some(front.year),
    };
    let mut found = reader.candidates();
    let listed = listed::mark(&found, lines);
    let mut keep = listed.iter().map(|listed| !listed);
    found.retain(|_| keep.next().unwrap_or(true));
    // `5.强化考核。` with no text of its own below is one of the sentences like it.
    let stopped = |h: &Heading| {
        let next = lines[h.last_line + 1..].iter().find(|line| line.role != Role::Furniture);
        let followed = next.is_some_and(|next| next.opening().is_none());
        h.mark == Mark::Arabic && document.text[h.span.end..].starts_with('。') && !followed
    };
    let present: HashSet<(Mark, bool)> = found.iter().map(|h| (h.mark, h.rest.is_some() || stopped(h))).collect();
    let has = |mark| present.contains(&(mark, false)) || present.contains(&(mark, true));
    let numbered_alone = has(Mark::Section) || has(Mark::ChineseParen) || present.contains(&(Mark::Arabic, false));
    let sentences: Vec<bool> = found.iter().map(|h| h.rest.is_some() || stopped(h)).collect();
    let mut sentences = sentences.into_iter();
    let points = order::points_count_through(&found) || order::points_head_all(&found);
    let items = order::items_head_all(&found);
    found.retain(|h| match (h.mark, sentences.next().unwrap_or(false)) {
        // `1.` with its sentence is a heading only where it is all that stands below the chapters, or heads what each holds.
        (Mark::Arabic, true) => items || (!numbered_alone && has(Mark::Chinese)),
        (Mark::ArabicParen, _) => h.rest.is_none() || points,
        (Mark::Hash(_) | Mark::Framed, _) => !has(Mark::Chapter) && !has(Mark::Chinese) && !has(Mark::Section),
        _ => true,
    });
    let mut sequence = Sequence::default();
    found.retain(|heading| sequence.accepts(heading));
    order::arrange(&mut found);
    for (at, heading) in found.iter().enumerate() {
        lines[heading.line..=heading.last_line].iter_mut().for_each(|line| line.role = Role::Heading(at as u32));
    }
    found
}

/// What decides about candidates.
struct Reader<'a> {
    lines: &'a [Line],
    document: &'a Document,
    layout: Layout,
    contents: Contents,
    /// Whether white space alone may set a number off: where 1.1 stands too.
    spaced: bool,
    /// Whether white space alone sets off Chinese numbers.
    parted: bool,
    /// Whether articles have titles.
    articles: bool,
    /// In a work report whose parts have no numbers, its year.
    report: Option<Option<i32>>,
}

impl Reader<'_> {
    fn candidates(&self) -> Vec<Heading> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.lines.len() {
            match self.candidate(at, !found.is_empty()) {
                Some(heading) => {
                    at = heading.last_line + 1;
                    found.push(heading);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The heading on line `at`; `below` says whether another stands above it.
    fn candidate(&self, at: usize, below: bool) -> Option<Heading> {
        let line = &self.lines[at];
        if line.role != Role::Body || line.tabs {
            return None;
        }
        let parted = || line.parted().filter(|_| self.parted);
        let titled =
            || article::read(line.text()).filter(|number| self.articles && article::title(line, number).is_some());
        let Some(label) = line.label(self.spaced).or_else(parted).or_else(|| task_label(line)).or_else(titled) else {
            return self.unnumbered(at, below);
        };
        let listed = self.contents.last_line(self.lines, at);
        let last_line = listed.unwrap_or_else(|| last_line(self.lines, at, &label, self.layout));
        let head = if last_line > at {
            let lines = self.lines[at..=last_line].iter().filter(|l| l.role == Role::Body);
            let pieces: Vec<Span> = lines.map(|l| l.span()).collect();
            View::new(&self.document.text, &pieces)
        } else {
            line.view(&self.document.text)
        };
        self.titled(at, last_line, &label, &head)
    }

    /// The heading whose lines read `head`, where a title follows the number.
    fn titled(&self, at: usize, last_line: usize, label: &Label, head: &View) -> Option<Heading> {
        let line = &self.lines[at];
        let whole = last_line > at || line.whole;
        let text = head.text();
        let title = &text[label.end..];
        let division = label.mark <= Mark::Section;
        let end = title.find(['。', '！']).unwrap_or(title.len());
        let glued = end < title.len() && title[end..].chars().count() > 1;
        let plain = &title[..end];
        let bare = if end == title.len() && self.may_head(last_line, label) { duty::untailed(plain) } else { plain };
        let limit = if division || (!glued && label.mark <= Mark::ChineseParen) { LONG_TITLE } else { TITLE };
        let open = !whole && end == title.len();
        // 1.新建公园3个。（责任单位：市住建局）: what gives out the work is no text below a heading.
        let told = glued && !duty::is_all(&title[end + '。'.len_utf8()..]);
        let stated = !division && end < title.len() && !told && label::counts(plain);
        let unfit = open || bare.is_empty() || stated || bare.chars().count() > limit;
        let apart = head.source(Span::new(label.end, text.len())).start > head.source(Span::new(0, label.end)).end;
        let single = last_line == at && end == title.len() && !self.layout.sentences;
        let named = if single && label.mark == Mark::Chinese { named_topic(bare) } else { bare };
        if unfit || !reads_as_title(named, label, apart) {
            return None;
        }
        // A sentence that fills the line of a wrapped page without stop goes on: it is no heading.
        let alone = last_line == at && !glued && end == title.len() && !division;
        if alone && self.layout.is_full(line) && self.layout.wrapped.is_some() {
            return None;
        }
        let span = head.source(Span::new(0, label.end + end));
        let after = glued.then(|| head.source(Span::new(label.end + end, label.end + end + 3)).end);
        // Where the title ends on its first line, the second is text like any other.
        let last_line = if after.is_some_and(|after| after < line.span().end) { at } else { last_line };
        let rest = after.map(|after| Span::new(after, self.lines[last_line].span().end));
        Some(Heading {
            mark: label.mark,
            number: label.number,
            major: label.major,
            label: text[..label.end].replace('。', "．").into(),
            title: plain.trim_start_matches(['：', '、', '。', '.', ' ']).into(),
            span,
            line: at,
            last_line,
            rest: rest.filter(|rest| !rest.of(&self.document.text).trim().is_empty()),
        })
    }

    /// Whether a line with `label` that ends on `last` and gives out work may head what stands below, rather than be a task.
    fn may_head(&self, last: usize, label: &Label) -> bool {
        let next = self.lines[last + 1..].iter().find(|line| line.role != Role::Furniture);
        let deeper = next.and_then(|next| next.opening()).is_some_and(|below| below.mark > label.mark);
        label.mark <= Mark::Chinese || deeper
    }

    /// A heading without number: the title of a further document, a part of a report, a dated goal, one of Markdown, or
    /// of what follows the last chapter.
    fn unnumbered(&self, at: usize, below: bool) -> Option<Heading> {
        let line = &self.lines[at];
        let text = line.text();
        let glossary = is_glossary(text);
        if !line.is_short(LONG_TITLE) || line.ends_sentence() && !glossary {
            return None;
        }
        let back = line.is_short(24) && HEADINGS.back_matter.prefix(text).is_some() || glossary;
        let mark = if below && self.opens_document(at) {
            Mark::Title
        } else if self.report.is_some_and(|year| line.is_short(40) && part::told(text, year).is_some()) {
            Mark::Bare
        } else if line.framed().is_some() {
            Mark::Framed
        } else if line.hashes > 0 {
            Mark::Hash(line.hashes.into())
        } else if line.heads_in_bold() {
            Mark::Hash(BELOW_HASHES)
        } else if back {
            Mark::Part
        } else if line.is_short(16) && part::is_dated_goal(text) {
            Mark::Goal
        } else {
            return None;
        };
        (mark <= Mark::Bare || !label::counts(text)).then(|| Heading {
            mark,
            number: 0,
            major: 0,
            label: EcoString::new(),
            title: line.framed().unwrap_or(text).into(),
            span: line.span(),
            line: at,
            last_line: at,
            rest: None,
        })
    }

    /// Whether the line is the title of a further document: the next heading below it is the first of its kind.
    fn opens_document(&self, at: usize) -> bool {
        let next = self.lines[at + 1..].iter().filter(|line| line.role == Role::Body).take(4);
        let opens = next.filter_map(|line| line.opening()).next();
        let first = opens.is_some_and(|l| {
            l.number == 1 && matches!(l.mark, Mark::Part | Mark::Chapter | Mark::Section | Mark::Chinese)
        });
        first && front::titles_anew(&self.lines[at])
    }
}

/// 附：名词解释, 名词解释：
fn is_glossary(text: &str) -> bool {
    let title = HEADINGS.annex_lead.strip_prefix(text).unwrap_or(text);
    SECTIONS.role_glossary.has(title.trim_end_matches('：'))
}

/// The number of the task that `line` heads and does not tell: 任务一：构建水网.
fn task_label(line: &Line) -> Option<Label> {
    let label = label::task(line.text()).filter(|_| line.is_short(LONG_TITLE) && !line.ends_sentence())?;
    let title = &line.text()[label.end..];
    (!label::counts(title) && duty::untailed(title).len() == title.len()).then_some(label)
}

/// What stands before the colon of `title`, which says behind it what the topic comes to: 围绕一个目标：打造山货高地; `title` where
/// it is not so.
fn named_topic(title: &str) -> &str {
    let Some((topic, said)) = title.split_once('：') else { return title };
    let short = (2..=LONGEST_TOPIC).contains(&topic.chars().count()) && !topic.contains('，');
    // 两项工作 are named behind the colon.
    let counted = topic.chars().any(|c| numerals::digit(c).is_some());
    let leads_in = !counted && HEADINGS.leads_in.suffix(topic).is_some();
    let plain = !said.is_empty() && !said.contains('：') && said.matches('，').count() <= 1;
    if short && plain && !leads_in && !label::counts(title) { topic } else { title }
}

/// Whether `title` can follow `label` in a heading; white space may set it `apart`.
fn reads_as_title(title: &str, label: &Label, apart: bool) -> bool {
    if label.mark <= Mark::Section {
        // 第一节课, 第三章的, 第一部分是 stand in prose; 第三章　中部地区 does not.
        let goes_on = !apart && HEADINGS.goes_on_title.prefix(title).is_some();
        let prose = goes_on || title.starts_with(['，', '、']);
        return !prose && !title.ends_with(['，', '；', '、']);
    }
    // 一、二、三产业 counts in prose.
    if title.starts_with(|c| "、，".contains(c) || SIGNS.and.is(c))
        || label::numeral(title).is_some_and(|(_, end)| title[end..].starts_with('、'))
    {
        return false;
    }
    let comma = title.matches('，').count();
    let listing = matches!(label.mark, Mark::Arabic | Mark::ArabicParen) && (comma > 1 || title.contains('；'));
    !listing && !title.contains(['：', '；']) && !title.ends_with(['，', '、'])
}

/// The last line of a heading that opens on line `at`: titles run on to a second line.
fn last_line(lines: &[Line], at: usize, label: &Label, layout: Layout) -> usize {
    let line = &lines[at];
    let next = |at: usize| (at + 1..lines.len()).find(|&next| lines[next].role != Role::Furniture);
    let Some(second) = next(at).filter(|&second| lines[second].role == Role::Body) else { return at };
    let follower = &lines[second];
    let bare = line.whole && line.text().len() == label.end;
    if bare && follower.is_short(LONG_TITLE) && follower.opening().is_none() {
        return second;
    }
    if !line.whole || line.ends_sentence() || is_numbered(follower.text()) {
        return at;
    }
    // 第二篇 立足产业强市之要， is not all of its title.
    let broken = label.mark <= Mark::ChineseParen && is_broken(line.text());
    if broken && follower.is_short(LONG_TITLE) && !follower.ends_sentence() && !follower.text().contains('。') {
        return second;
    }
    if layout.is_full(line) {
        // A title or opening sentence that fills the line of a wrapped page.
        let runs_on = !layout.is_full(follower) || follower.text().contains('。') || label.mark > Mark::Section;
        return if runs_on { second } else { at };
    }
    // 第一部分 总体要求 is too short to have been broken, 第一章 加快建设 is none by itself.
    let title = &line.text()[label.end..];
    let open = title.ends_with(signs::of) || HEADINGS.wants_object.suffix(title).is_some();
    let may_break = open || title.chars().count() >= BROKEN;
    let calm = may_break && !layout.loose && !layout.sentences && label.mark <= Mark::Chapter;
    let fragment = follower.is_short(30) && !follower.text().contains(['，', '。', '；', '：', '、']) && !follower.tabs;
    let fragment = fragment && !follower.ends_sentence() && !layout.is_full(follower);
    let fragment = fragment && !part::is_dated_goal(follower.text());
    let below = next(second).and_then(|third| lines.get(third));
    let settled =
        below.is_some_and(|third| third.opening().is_some() || third.ends_sentence() || layout.is_full(third));
    if calm && fragment && settled { second } else { at }
}

/// Whether `text` opens with a number of its own: 二、, 第三条, 行动四.
fn is_numbered(text: &str) -> bool {
    label::read(text).is_some() || article::read(text).is_some() || label::opens_task(text)
}

/// Whether the title in `text` cannot end there: 构筑山货产业高地，打造
fn is_broken(text: &str) -> bool {
    let clause = text.rsplit('，').next().unwrap_or("");
    let joins = text.ends_with(|c| SIGNS.and.is(c)) && HEADINGS.harmony.suffix(text).is_none();
    joins || text.ends_with(['，', '、']) || (clause.len() < text.len() && HEADINGS.wants_object.has(clause))
}

/// Numbers that count up: a numbered line out of turn is prose.
#[derive(Default)]
struct Sequence {
    /// The last number of each kind below the heading that is open.
    last: HashMap<Mark, u32>,
    /// The last number of each kind: some count on through all chapters.
    ever: HashMap<Mark, u32>,
}

impl Sequence {
    fn accepts(&mut self, heading: &Heading) -> bool {
        let last = self.last.get(&heading.mark).copied().unwrap_or(0);
        let goes_on = self.ever.get(&heading.mark).is_some_and(|&ever| heading.number == ever + 1);
        let counts = heading.number == 1 || heading.number == last + 1 || goes_on || heading.mark <= Mark::Section;
        let below = match heading.mark {
            Mark::Dotted => {
                let above = [Mark::Arabic, Mark::Chinese, Mark::Chapter].map(|m| self.last.get(&m).copied());
                above.contains(&Some(heading.major)) || heading.number == 1 || counts
            }
            _ => true,
        };
        // Numbers left out by damage do no harm: few among the deep ones, which stand in prose too.
        let gap = if matches!(heading.mark, Mark::Chinese | Mark::ChineseParen) { 5 } else { 2 };
        let near = heading.number > last && heading.number <= last + gap;
        let accepted = heading.label.is_empty() || ((counts || near) && below);
        if heading.mark <= Mark::Annex {
            self.last.clear();
            self.ever.clear();
        }
        if accepted {
            self.last.insert(heading.mark, heading.number);
            self.ever.insert(heading.mark, heading.number);
            self.last.retain(|&mark, _| mark <= heading.mark || mark == Mark::Arabic);
        }
        accepted
    }
}

/// The headings as nodes: levels by what the document uses, parents, dotted numbers.
pub(super) fn nodes(found: Vec<Heading>, document: &Document) -> Vec<Node> {
    let levels = levels(&found);
    let mut nodes: Vec<Node> = Vec::with_capacity(found.len());
    let mut open: Vec<(Mark, usize)> = Vec::new();
    let mut numbers = Numbers::default();
    for heading in found {
        open.retain(|&(mark, _)| mark < heading.mark);
        let parent = open.last().map(|&(_, node)| node);
        let above = parent.map(|parent: usize| (parent, nodes[parent].id.as_str()));
        let id = numbers.next(above, heading.number);
        if heading.mark == Mark::Title {
            open.clear();
        }
        let appended = open.first().is_some_and(|&(mark, node)| mark == Mark::Part && nodes[node].label.is_empty());
        // What follows the title of a further document stands as high as it does in a document alone.
        if heading.mark != Mark::Title {
            open.push((heading.mark, nodes.len()));
        }
        nodes.push(Node {
            id,
            level: level(&heading, &levels, appended),
            label: heading.label,
            title: heading.title,
            line: document.lines.line(heading.span.start),
            span: heading.span,
            parent,
        });
    }
    nodes
}

/// The level of `heading`; back matter is a chapter, and what is `appended` below it stands one level deeper.
fn level(heading: &Heading, levels: &HashMap<Mark, Level>, appended: bool) -> Level {
    match levels.get(&heading.mark).copied().unwrap_or(Level::Item) {
        _ if heading.label.is_empty() && heading.mark == Mark::Part => Level::Chapter,
        Level::Chapter if appended => Level::Section,
        Level::Section if appended => Level::Item,
        level => level,
    }
}

/// Dotted numbers, each given once.
#[derive(Default)]
struct Numbers {
    /// Each number given, with how often.
    given: HashMap<EcoString, u32>,
    last: HashMap<Option<usize>, u32>,
}

impl Numbers {
    /// The number of the next heading below the node `above`: its own, or one more than the last where it has none.
    fn next(&mut self, above: Option<(usize, &str)>, own: u32) -> EcoString {
        let last = self.last.entry(above.map(|(node, _)| node)).or_default();
        *last = if own > 0 { own } else { *last + 1 };
        let number = above.map_or_else(|| eco_format!("{last}"), |(_, id)| eco_format!("{id}.{last}"));
        let times = self.given.entry(number.clone()).or_default();
        *times += 1;
        if *times == 1 { number } else { eco_format!("{number}-{times}") }
    }
}

/// The level of each kind of number: parts, then chapter, section and items by rank among the kinds in use.
fn levels(found: &[Heading]) -> HashMap<Mark, Level> {
    let mut marks: Vec<Mark> =
        found.iter().filter(|h| !h.label.is_empty() || h.mark != Mark::Part).map(|h| h.mark).collect();
    marks.sort_unstable();
    marks.dedup();
    let below = marks.iter().filter(|&&mark| mark > Mark::Part);
    let ranks = [Level::Chapter, Level::Section].into_iter().chain(std::iter::repeat(Level::Item));
    let mut levels: HashMap<Mark, Level> = below.copied().zip(ranks).collect();
    levels.extend([Mark::Title, Mark::Annex, Mark::Part].map(|mark| (mark, Level::Part)));
    levels
}
