//! Lines of pages to paragraphs: one ends with a line that stops short of the margin, and one begins with an indented
//! line. A paragraph runs on over the page's end. Footnotes are set apart.
//!
//! Knows where lines stand; of what they say, the signs that end sentences and the words that open a heading or caption.

use unpdf::parser::{TextLine, TextSpan};

use super::{glyphs, notes};
use crate::{
    lexicon::{FURNITURE, HEADINGS, QUANTITY, numerals::is_common, signs},
    source::{builder::Builder, radicals::folded},
};

/// An indent of a paragraph, in characters of its size.
const INDENT: f32 = 1.2;

/// How far from the margin a centred line begins, in characters: further than an indent and its numbering.
const CENTRED: f32 = 4.5;

/// How short of the margin the last line of a paragraph stops, in characters.
const SHORT: f32 = 2.2;

/// Sizes that differ by less than this share are the same.
const SAME: f32 = 0.08;

/// Share of the width from which a line that ends no sentence goes on, where the next is not indented.
const MOST: f32 = 0.75;

/// Letters that stand together in a line and in what the crate took from it.
const TOGETHER: usize = 4;

/// Letters of a line that tells where the margins are.
const TELLING: usize = 10;

/// A line by its place.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    letters: String,
    left: f32,
    right: f32,
    size: f32,
    /// The marks of footnotes in it.
    marks: Vec<String>,
    /// It belongs to a footnote.
    note: bool,
}

/// The lines of a page and its margins.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    lines: Vec<Line>,
    left: f32,
    right: f32,
}

impl Page {
    /// `lines` are what the crate makes blocks of: without the numbers at a page's edges, which may be its number and may
    /// be words of its first or last line; `whole` are the lines with those, where there are any.
    pub(super) fn new(lines: &[TextLine], whole: &[TextLine]) -> Self {
        let mut lines: Vec<Line> = lines
            .iter()
            .map(|line| Line::new(line, completed(line, whole)))
            .filter(|line| !line.text.is_empty())
            .collect();
        let size = common_size(&lines);
        let marks: Vec<String> = lines.iter().flat_map(|line| line.marks.clone()).collect();
        let opens = |line: &Line| line.size < size * (1.0 - SAME) && notes::opens(&line.text, &marks);
        if let Some(first) = lines.iter().position(opens) {
            lines[first..].iter_mut().for_each(|line| line.note = line.size < size * (1.0 - SAME));
        }
        let telling: Vec<&Line> = lines
            .iter()
            .filter(|line| line.letters.chars().count() >= TELLING && (line.size - size).abs() <= size * SAME)
            .collect();
        // Running heads and tables may stand further left: the margin is where many lines begin.
        let begin = |left: f32| telling.iter().filter(|line| (line.left - left).abs() < size / 2.0).count();
        let many = telling.iter().filter(|line| begin(line.left) * 10 >= telling.len());
        let left = many.map(|line| line.left).fold(f32::MAX, f32::min);
        let right = telling.iter().map(|line| line.right).fold(0.0, f32::max);
        Self { lines, left, right }
    }

    /// The places of the lines that together are `letters`, from line `from` on; lines of signs alone go with the line
    /// above.
    fn matching(&self, letters: &str, from: usize) -> Option<Vec<usize>> {
        let starts = |at: &usize| {
            let line = &self.lines[*at].letters;
            !line.is_empty() && letters.starts_with(line.as_str())
        };
        let all = from..self.lines.len();
        all.clone().chain(0..from.min(self.lines.len())).filter(starts).find_map(|first| {
            let mut rest = &letters[self.lines[first].letters.len()..];
            let mut found = vec![first];
            for (at, line) in self.lines.iter().enumerate().skip(first + 1) {
                let signs = line.letters.is_empty() && found.last() == Some(&(at - 1));
                if rest.is_empty() && !signs {
                    break;
                }
                if let Some(after) =
                    rest.strip_prefix(line.letters.as_str()).filter(|_| signs || !line.letters.is_empty())
                {
                    rest = after;
                    found.push(at);
                }
            }
            rest.is_empty().then_some(found)
        })
    }
}

/// The size in which most letters are set.
fn common_size(lines: &[Line]) -> f32 {
    let of = |size: f32| {
        let same = lines.iter().filter(|line| (line.size - size).abs() <= size * SAME);
        same.map(|line| line.letters.len()).sum::<usize>()
    };
    lines.iter().max_by_key(|line| of(line.size)).map_or(1.0, |line| line.size)
}

/// The line of `whole` that `line` is a part of; `line` itself where it has no words but those of a page's number.
fn completed<'a>(line: &'a TextLine, whole: &'a [TextLine]) -> &'a TextLine {
    let has =
        |of: &TextLine, span: &TextSpan| of.spans.iter().any(|s| s.x == span.x && s.y == span.y && s.text == span.text);
    let words = letters(&line.text());
    let text = !words.chars().all(|c| FURNITURE.page_number.has(c.encode_utf8(&mut [0; 4])));
    let found = || whole.iter().find(|whole| line.spans.iter().all(|span| has(whole, span)));
    text.then(found).flatten().unwrap_or(line)
}

impl Line {
    /// `line` as the crate gives it, and as it stands on the page.
    fn new(line: &TextLine, whole: &TextLine) -> Self {
        let (unmarked, marks) = notes::taken_out(whole);
        let right = whole.spans.iter().map(|span| span.x + span.width).fold(line.x, f32::max);
        Self {
            letters: letters(&folded(&line.text())),
            text: glyphs::settled(folded(&unmarked.text()).trim()),
            left: whole.x,
            right,
            size: line.font_size.max(1.0),
            marks,
            note: false,
        }
    }

    /// Whether most of its letters stand together in `held`.
    fn is_of(&self, held: &str) -> bool {
        let chars: Vec<char> = self.letters.chars().collect();
        let windows: Vec<String> =
            chars.windows(TOGETHER.min(chars.len().max(1))).map(|some| some.iter().collect()).collect();
        let found = windows.iter().filter(|some| held.contains(some.as_str())).count();
        found * 2 >= windows.len()
    }
}

/// Whether `text` opens as headings and captions do: 第三章, （二）, 表4, 专栏1.
fn opens(text: &str) -> bool {
    let numbered = |rest: &str| rest.trim_start().starts_with(is_common);
    let rest = text.trim_start();
    QUANTITY.label.strip_prefix(rest).is_some_and(numbered)
        || rest.strip_prefix(|c| "（(".contains(c) || signs::ordinal(c)).is_some_and(|rest| {
            let after = rest.trim_start().trim_start_matches(|c: char| is_common(c) && !c.is_ascii_digit());
            let unit = after.trim_start();
            after.len() < rest.len() && (HEADINGS.division.prefix(unit).is_some() || unit.starts_with(['）', ')']))
        })
}

/// What tells a line from others: the crate writes bullets for dashes, so signs do not count.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Writes lines as paragraphs.
pub(super) struct Joiner<'a> {
    pages: &'a [Page],
    page: usize,
    /// The line to look from.
    next: usize,
    /// The last line written, while its paragraph may go on: its page and place.
    open: Option<(usize, usize)>,
    /// The footnotes so far.
    notes: Vec<String>,
}

impl<'a> Joiner<'a> {
    pub(super) fn new(pages: &'a [Page]) -> Self {
        Self { pages, page: 0, next: 0, open: None, notes: Vec::new() }
    }

    /// Goes on to page `number`, counted from 0.
    pub(super) fn page(&mut self, builder: &mut Builder, number: usize) {
        (self.page, self.next) = (number, 0);
        builder.page();
    }

    /// Ends the paragraph at hand.
    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// Writes the footnotes of all pages below the text, apart.
    pub(super) fn finish(self, builder: &mut Builder) {
        if !self.notes.is_empty() {
            builder.set_off();
        }
        self.notes.iter().for_each(|note| builder.apart(note));
    }

    /// Writes what the page calls a paragraph, which may be several; `depth` is that of a heading.
    pub(super) fn paragraph(&mut self, builder: &mut Builder, text: &str, depth: usize) {
        let page = self.pages.get(self.page).filter(|page| page.left < page.right);
        let Some((page, found)) = page.and_then(|page| Some((page, page.matching(&letters(text), self.next)?))) else {
            self.open = None;
            text.split('\n').for_each(|line| builder.line(&glyphs::settled(line)));
            return;
        };
        for at in found {
            let line = &page.lines[at];
            self.next = at + 1;
            if line.note {
                self.note(line);
                continue;
            }
            match self.open.and_then(|(number, last)| self.pages.get(number)?.lines.get(last).map(|l| (number, l))) {
                Some((number, last)) if self.goes_on(number, last, line) => builder.append(&line.text),
                _ if depth > 0 => builder.heading(&line.text, depth),
                _ => builder.line(&line.text),
            }
            self.open = Some((self.page, at));
        }
    }

    /// Writes the lines of the page that hold `text`, some of whose letters may be lost; whether there are any.
    pub(super) fn lines(&mut self, builder: &mut Builder, text: &str) -> bool {
        let Some(page) = self.pages.get(self.page).filter(|page| page.left < page.right) else { return false };
        let held = letters(text);
        let first = (self.next..page.lines.len()).find(|&at| page.lines[at].is_of(&held));
        let Some(first) = first else { return false };
        let end = (first..page.lines.len()).find(|&at| !page.lines[at].is_of(&held)).unwrap_or(page.lines.len());
        for at in first..end {
            self.next = at;
            self.paragraph(builder, &page.lines[at].letters, 0);
        }
        true
    }

    fn note(&mut self, line: &Line) {
        let page = &self.pages[self.page];
        let marks: Vec<String> = page.lines.iter().flat_map(|line| line.marks.clone()).collect();
        match self.notes.last_mut() {
            Some(last) if !notes::opens(&line.text, &marks) => last.push_str(&line.text),
            _ => self.notes.push(line.text.clone()),
        }
    }

    /// Whether the paragraph of `last`, on page `number`, goes on with `line` on the page at hand.
    fn goes_on(&self, number: usize, last: &Line, line: &Line) -> bool {
        let (before, here) = (&self.pages[number], &self.pages[self.page]);
        let ended = last.text.ends_with(['。', '！', '？', '；', '：']);
        let same = (last.size - line.size).abs() <= last.size * SAME;
        let full = last.right + SHORT * last.size >= before.right;
        let most = !ended && last.right - before.left >= (before.right - before.left) * MOST;
        let indented = line.left > here.left + INDENT * line.size;
        // A line set well off the margin is centred: a title, with which no line at the margin goes on.
        let centred = last.left > before.left + CENTRED * last.size && last.left > line.left + INDENT * line.size;
        if (ended && opens(&line.text)) || centred {
            return false;
        }
        // The heading of one page is no part of the last sentence of the other.
        same && (full || most) && !indented && (number == self.page || !ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f32, right: f32) -> Line {
        Line { text: text.into(), letters: letters(text), left, right, size: 10.0, marks: Vec::new(), note: false }
    }

    fn spans(texts: &[&str]) -> TextLine {
        let span =
            |(at, text): (usize, &&str)| TextSpan::new((*text).into(), at as f32 * 50.0, 800.0, 10.0, "F".into());
        let spans = texts.iter().enumerate().map(span).collect();
        TextLine { spans, y: 800.0, x: 0.0, font_size: 10.0, is_heading: false, heading_level: 0 }
    }

    #[test]
    fn numbers_at_a_page_s_edge_come_back_into_their_line() {
        let all = spans(&["地区生产总值突破", "5", "万亿元"]);
        let mut left = all.clone();
        left.spans.remove(1);
        let line = Line::new(&left, completed(&left, std::slice::from_ref(&all)));
        assert_eq!(
            (line.text.replace(' ', "").as_str(), line.letters.as_str()),
            ("地区生产总值突破5万亿元", "地区生产总值突破万亿元")
        );
        // A page's number between dashes stays out.
        let number = spans(&["—", "12", "—"]);
        let mut dashes = number.clone();
        dashes.spans.remove(1);
        assert_eq!(completed(&dashes, &[number]).text(), dashes.text());
    }

    #[test]
    fn headings_and_captions_open_a_paragraph() {
        for text in ["第三章 交通", "（二）铁路", "表 4 指标", "专栏1 菇业", "图二 分区"] {
            assert!(opens(text), "{text}");
        }
        for text in ["第三产业增加值", "表彰先进", "图书馆12座", "（含高铁）", "专栏所列"] {
            assert!(!opens(text), "{text}");
        }
    }

    #[test]
    fn a_centred_line_ends_its_paragraph() {
        let lines = |indent: f32| {
            vec![
                line("云岭市“十四五”产业规划", 50.0 + indent, 250.0),
                line("第一章 产业", 50.0, 110.0),
                line("到2025年，新建园区15个，培育企业", 70.0, 250.0),
            ]
        };
        for (indent, expected) in [
            (100.0, "云岭市“十四五”产业规划\n第一章 产业\n到2025年，新建园区15个，培育企业\n"),
            (20.0, "云岭市“十四五”产业规划第一章 产业\n到2025年，新建园区15个，培育企业\n"),
        ] {
            let pages = [Page { lines: lines(indent), left: 50.0, right: 250.0 }];
            let mut builder = Builder::default();
            let mut joiner = Joiner::new(&pages);
            joiner.page(&mut builder, 0);
            joiner.paragraph(&mut builder, "云岭市“十四五”产业规划第一章 产业到2025年，新建园区15个，培育企业", 0);
            assert_eq!(builder.finish().0, expected);
        }
    }

    #[test]
    fn paragraphs_end_short_of_the_margin_and_begin_indented() {
        let pages = [
            Page {
                lines: vec![
                    line("第一章 产业", 100.0, 160.0),
                    line("到2030年，全县新建菇棚", 70.0, 250.0),
                    line("两千座。", 50.0, 90.0),
                    line("建设冷链，改造冷库，增产", 70.0, 250.0),
                ],
                left: 50.0,
                right: 250.0,
            },
            Page {
                lines: vec![line("五成。", 50.0, 80.0), line("第二章 交通", 100.0, 160.0)],
                left: 50.0,
                right: 250.0,
            },
        ];
        let mut builder = Builder::default();
        let mut joiner = Joiner::new(&pages);
        joiner.page(&mut builder, 0);
        joiner.paragraph(&mut builder, "第一章 产业到2030年，全县新建菇棚两千座。建设冷链，改造冷库，增产", 0);
        joiner.page(&mut builder, 1);
        joiner.paragraph(&mut builder, "五成。第二章 交通", 0);
        joiner.end();
        joiner.paragraph(&mut builder, "不在页上", 0);
        let (text, marks) = builder.finish();
        assert_eq!(
            text,
            "第一章 产业\n到2030年，全县新建菇棚两千座。\n建设冷链，改造冷库，增产五成。\n第二章 交通\n不在页上\n"
        );
        assert_eq!(
            (marks.pages[0], marks.page(text.find("五成").unwrap_or(0)), marks.page(text.find("增产").unwrap_or(0))),
            (0, Some(2), Some(1))
        );
    }
}
