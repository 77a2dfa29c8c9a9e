//! Lines: trimmed, measured, with the start of each as a reader sees it.
//!
//! Knows nothing of what a line is for.

use ecow::EcoString;
use memchr::memchr;

use super::label::{self, Label, Mark};
use crate::{
    lexicon::HEADINGS,
    source::{Document, View},
    span::{self, Short, Span, is_invisible},
};

/// How many bytes of a line its `head` shows: enough for any heading.
const HEAD: usize = 240;

/// A run of this many columns of white space inside a line may part two headings that a crawler put on one line.
const WIDE_GAP: usize = 4;

/// Bytes of the shortest line of text with its end, a character.
const SHORTEST: usize = 4;

/// A line of more bytes may be several that a scraper has run together.
const CROWDED: usize = 400;

/// How many headings, each behind a space, show that a line was several.
const HEADINGS_IN_A_ROW: usize = 3;

/// Longest line that a number and white space make a heading, in characters.
const SPACED_TITLE: usize = 24;

/// Longest line that brackets frame as a heading, in characters.
const FRAMED: usize = 20;

/// What a line is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Text.
    #[default]
    Body,
    /// Title and what belongs to it.
    Front,
    /// Part of the page and not of the plan.
    Furniture,
    /// Part of a table, its caption or its note.
    Table,
    /// The caption of a box, by its place in the list of captions.
    Caption(u32),
    /// A heading, by its place in the list of headings.
    Heading(u32),
}

/// A line that holds text. A text may have one for every four bytes: what is large in it stands elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Line {
    span: Short,
    indent: u16,
    gap: u16,
    width: u16,
    /// Its start as a reader sees it.
    head: EcoString,
    /// Whether its start opens with a number: most are asked again and again, and open with none.
    numbered: bool,
    /// Whether `head` is all of it.
    pub(super) whole: bool,
    /// Depth of a heading of Markdown (`##` is 2) or of the medium, else 0.
    pub(super) hashes: u8,
    /// Whether marks of emphasis stand around all of it.
    bold: bool,
    /// Whether cells are parted by tabs, or by the bars of Markdown.
    pub(super) tabs: bool,
    /// Whether it opens with a number and white space: 1 总体目标.
    pub(super) spaced: bool,
    /// Whether it opens with a Chinese number and white space: 一 总体目标.
    apart: bool,
    /// Whether it opens with a Chinese number and a full-width point: 一．总体目标.
    pub(super) pointed: bool,
    /// Its last character.
    pub(super) last: char,
    /// What it is for.
    pub(super) role: Role,
}

impl Line {
    /// Lets it stand at `span` of the document, as where the table that it opens begins behind its title.
    pub(super) fn cut(&mut self, span: Span) {
        self.span = span.into();
    }

    /// Its bytes without white space at either end, list marks and emphasis.
    pub(super) fn span(&self) -> Span {
        self.span.span()
    }

    /// Columns of white space before it.
    pub(super) fn indent(&self) -> usize {
        self.indent as usize
    }

    /// Empty lines before it.
    pub(super) fn gap(&self) -> usize {
        self.gap as usize
    }

    /// Columns it takes up.
    pub(super) fn width(&self) -> usize {
        self.width as usize
    }

    /// Its start as a reader sees it.
    pub(super) fn text(&self) -> &str {
        &self.head
    }

    /// Its start as a reader sees it, with its places in the text that it is a line of.
    pub(super) fn view(&self, text: &str) -> View {
        View::new(text, &[start(text, self.span())])
    }

    /// The number that its start opens with, as texts write it.
    pub(super) fn opening(&self) -> Option<Label> {
        self.numbered.then(|| label::read(self.text())).flatten()
    }

    /// The number it opens with; with `spaced`, one that only white space sets off counts too, as 01 always does.
    pub(super) fn label(&self, spaced: bool) -> Option<Label> {
        let plain = || {
            let (number, end) = label::digits(self.text())?;
            let two = || self.text().starts_with('0') && !label::counts(&self.text()[end..]);
            let heads = (spaced || two()) && self.spaced && self.is_short(SPACED_TITLE) && !self.ends_sentence();
            heads.then_some(Label { mark: Mark::Arabic, number, major: 0, end })
        };
        // 一．总体目标: to a reader the point is a stop.
        let pointed = || {
            let (number, end) = label::numeral(self.text()).filter(|_| self.pointed)?;
            let stop = self.text()[end..].starts_with('。').then_some('。'.len_utf8())?;
            Some(Label { mark: Mark::Chinese, number, major: 0, end: end + stop })
        };
        self.opening().or_else(plain).or_else(pointed)
    }

    /// The Chinese number that only white space sets off from a short title: 一 总体目标.
    pub(super) fn parted(&self) -> Option<Label> {
        let heads = self.apart && self.is_short(SPACED_TITLE) && !self.ends_sentence();
        let (number, end) = heads.then(|| label::numeral(self.text())).flatten()?;
        (end < self.text().len()).then_some(Label { mark: Mark::Chinese, number, major: 0, end })
    }

    /// What stands between the brackets that frame all of it: 【总体目标】.
    pub(super) fn framed(&self) -> Option<&str> {
        let inside = self.text().strip_prefix('【')?.strip_suffix('】')?;
        (self.is_short(FRAMED) && !inside.contains(['【', '】', '：']) && heads(inside)).then_some(inside)
    }

    /// Whether it is a short line set off by emphasis alone, as a heading is: **总体目标**.
    pub(super) fn heads_in_bold(&self) -> bool {
        let text = self.text();
        self.bold
            && self.is_short(SPACED_TITLE)
            && !self.ends_sentence()
            && !text.contains(['，', '：', '|'])
            && heads(text)
    }

    /// Whether emphasis sets all of it off and it is no field of a page: the text begins with it at the latest.
    pub(super) fn opens_in_bold(&self) -> bool {
        self.bold && !self.text().contains('：')
    }

    /// Whether a sentence ends with it.
    pub(super) fn ends_sentence(&self) -> bool {
        is_end(self.last)
    }

    /// Whether all of it is at most `chars` characters.
    pub(super) fn is_short(&self, chars: usize) -> bool {
        self.whole && self.text().chars().count() <= chars
    }
}

/// 总体目标, unlike 责任单位 and 新建公园20个: whether what is set off alone heads a text, rather than name a field or state something.
fn heads(text: &str) -> bool {
    !HEADINGS.field.has(text) && !text.contains('〔') && !label::counts(text)
}

/// Whether `c` ends a sentence, or a quotation or bracket that may hold its end.
pub(super) fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '：' | '.' | '!' | '?' | ';' | ':' | '…' | '｡')
}

/// Columns that `text` takes up: two for Chinese, one for ASCII.
pub(super) fn width(text: &str) -> usize {
    // Characters from U+1100 on begin with 0xE1 and 0x84 or more.
    let bytes = text.as_bytes();
    let near = bytes.iter().zip(&bytes[bytes.len().min(1)..]);
    let hangul = if bytes.contains(&0xE1) { near.filter(|pair| matches!(pair, (0xE1, 0x84..))).count() } else { 0 };
    span::characters(bytes) + span::count(bytes, |byte| byte > 0xE1) + hangul
}

/// The lines of `document` that hold text; crowded lines are split at wide gaps beside a heading.
pub(super) fn split(document: &Document) -> Vec<Line> {
    let text = &document.text;
    let mut lines: Vec<Line> = Vec::with_capacity(document.lines.count().min(text.len() / SHORTEST + 1));
    let mut gap = 0;
    for number in 1..=document.lines.count() {
        let Some(span) = document.lines.span(text, number) else { continue };
        let before = lines.len();
        for piece in pieces(text, document.marks.outside(span)) {
            if let Some(mut line) = measure(document, piece) {
                line.gap = if lines.len() == before { short(gap) } else { 0 };
                if document.marks.is_apart(line.span.start()) {
                    line.role = Role::Furniture;
                }
                lines.push(line);
            }
        }
        // A line of nothing but invisible signs parts nothing.
        let invisible = || span.of(text).contains(is_invisible);
        gap = match lines.len() == before {
            true if invisible() => gap,
            true => gap + 1,
            false => 0,
        };
    }
    lines
}

/// The pieces of one line: the line itself, or its parts where a heading shares it with others.
fn pieces(text: &str, line: Span) -> Vec<Span> {
    let source = line.of(text);
    // Hardly any line of prose has two signs of white space.
    if span::signs(source.trim_start()).filter(|(_, c)| c.is_whitespace()).nth(1).is_none() {
        return vec![line];
    }
    let gaps = if crowds(source) { gaps(source, WIDE_GAP) } else { Vec::new() };
    if gaps.is_empty() {
        return if source.len() > CROWDED { crowded(source, line) } else { vec![line] };
    }
    if is_row(source, &gaps) {
        return vec![line];
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, end) in gaps {
        let (left, right) = (source[start..at].trim(), source[end..].trim_start());
        let parted = opens_division(right) || right.starts_with("——") || (opens_division(left) && has_title(left));
        if !left.is_empty() && parted {
            pieces.push(Span::new(line.start + start, line.start + at));
            start = at;
        }
    }
    pieces.push(Span::new(line.start + start, line.end));
    pieces
}

/// Fewest numbers behind wide gaps that tell a row of cells.
const NUMBERS_IN_A_ROW: usize = 2;

/// Whether `source` is rows of cells run together, of which many are numbers: 一、供水 1 供水保证率 % 92 98 2 水厂 座 6 8.
fn are_rows(source: &str) -> bool {
    let bare = |text: &&str| {
        let number = text.trim_start_matches(BEFORE_NUMBERS);
        number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().nth(LONGEST_NUMBER).is_none()
    };
    let numbers = source.split_whitespace().filter(bare).count();
    numbers >= NUMBERS_OF_ROWS && numbers * 4 >= source.split_whitespace().count()
}

/// Fewest numbers that tell rows run together, one piece of four or more.
const NUMBERS_OF_ROWS: usize = 12;

/// Most characters of such a number, with what stands around it.
const LONGEST_NUMBER: usize = 8;

/// Signs that may stand before a number.
const BEFORE_NUMBERS: [char; 10] = ['<', '>', '＜', '＞', '≤', '≥', '-', '〔', '[', '【'];

/// Whether `gaps` part `source` into the cells of a row, numbers among them: （一）  水库  座  12  15.
fn is_row(source: &str, gaps: &[(usize, usize)]) -> bool {
    let mut behind = gaps.iter().map(|&(_, end)| &source[end..]);
    let bare = |text: &&str| text.trim_start_matches(BEFORE_NUMBERS).starts_with(|c: char| c.is_ascii_digit());
    let numbers = behind.clone().filter(bare).count();
    numbers >= NUMBERS_IN_A_ROW && !behind.any(opens_division)
}

/// Whether white space inside `source` may be wide enough to part two headings: four spaces, or two that are wider.
fn crowds(source: &str) -> bool {
    let (mut sign, mut count, mut end) = ('\0', 0, 0);
    span::signs(source.trim_start()).any(|(at, c)| {
        count = if (c, at) == (sign, end) { count + 1 } else { 1 };
        (sign, end) = (c, at + c.len_utf8());
        count == WIDE_GAP && c == ' ' || count == 2 && matches!(c, '\u{a0}' | '\u{3000}')
    })
}

/// The pieces of one long line: where a scraper has run the lines of a page together and left a space between them, the lines
/// that they were; else the line itself.
fn crowded(source: &str, line: Span) -> Vec<Span> {
    let spaces = span::signs(source).filter(|(_, c)| c.is_whitespace()).count();
    if spaces < HEADINGS_IN_A_ROW || are_rows(source) {
        return vec![line];
    }
    let gaps: Vec<(usize, usize)> = gaps(source, 1).into_iter().filter(|&(at, _)| at > 0).collect();
    let headings = gaps.iter().filter(|&&(_, end)| opens_division(&source[end..])).count();
    if headings < HEADINGS_IN_A_ROW {
        return vec![line];
    }
    let parts = |&&(at, end): &&(usize, usize)| {
        let (left, right) = (&source[..at], &source[end..]);
        let wide = |c: char| c as u32 >= 0x2E80;
        left.ends_with(wide) && (right.starts_with(wide) || (left.ends_with(is_end) && label::read(right).is_some()))
    };
    let starts = gaps.iter().filter(parts).map(|&(_, end)| end);
    let mut bounds: Vec<usize> = std::iter::once(0).chain(starts).collect();
    bounds.push(source.len());
    bounds.windows(2).map(|pair| Span::new(line.start + pair[0], line.start + pair[1])).collect()
}

/// The runs of white space, tabs apart, of at least `least` columns.
fn gaps(source: &str, least: usize) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let (mut start, mut columns) = (0, 0);
    for (at, c) in source.char_indices() {
        if c.is_whitespace() && c != '\t' {
            if columns == 0 {
                start = at;
            }
            columns += if c == '\u{3000}' { 2 } else { 1 };
        } else {
            if columns >= least {
                gaps.push((start, at));
            }
            columns = 0;
        }
    }
    gaps
}

/// Whether `text` opens with the number of a heading: 第…章, 一、, （一）.
fn opens_division(text: &str) -> bool {
    division(text).is_some()
}

/// Whether a title follows the number.
fn has_title(text: &str) -> bool {
    division(text).is_some_and(|label| !text[label.end..].trim().is_empty())
}

fn division(text: &str) -> Option<Label> {
    // Digits of full width are no Chinese numerals: １.面积 is an item, ０.５ a value.
    let wide = text.starts_with(|c| ('０'..='９').contains(&c));
    label::read(text).filter(|_| !wide).filter(|label| label.mark <= Mark::ChineseParen)
}

/// The start of the line at `span` of `text` that its `head` shows.
fn start(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span::floor(span.of(text), HEAD))
}

/// A number of lines or columns; where there are very many, how many does not matter.
fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn measure(document: &Document, piece: Span) -> Option<Line> {
    let text = &document.text;
    let source = piece.of(text);
    let skip = |c: char| c.is_whitespace() || is_invisible(c);
    let body = source.trim_start_matches(skip);
    let indent = width(&source[..source.len() - body.len()]);
    let mut from = piece.end - body.len();
    let body = body.trim_end_matches(skip);
    // The sign of Markdown for a line that ends here.
    let mut body = body.strip_suffix('\\').map_or(body, |body| body.trim_end_matches(skip));
    let hashes = body.bytes().take_while(|&b| b == b'#').count();
    if hashes > 0 && hashes <= 6 && body[hashes..].starts_with(char::is_whitespace) {
        from += body.len() - body[hashes..].trim_start().len();
        body = body[hashes..].trim_start();
    }
    let stars = body.bytes().take_while(|&b| b == b'*').count().min(3);
    let bold = stars > 1 && body.len() > 2 * stars && body.ends_with(&body[..stars]);
    if bold {
        body = body[stars..body.len() - stars].trim();
        from += stars;
    }
    let marked = document.marks.heading(piece.start);
    let depth = if body.len() < source.trim().len() && (1..=6).contains(&hashes) { hashes } else { marked };
    let last = body.chars().next_back()?;
    let span = Span::new(from, from + body.len());
    let head = start(text, span);
    let bars = body.len() > 2 && body.starts_with('|') && body.ends_with('|');
    let (tabs, whole) = (bars || memchr(b'\t', body.as_bytes()).is_some(), head == span);
    let head = View::new(text, &[head]).into_text();
    Some(Line {
        span: span.into(),
        indent: short(indent),
        gap: 0,
        width: short(width(body)),
        numbered: label::read(&head).is_some(),
        head,
        whole,
        hashes: u8::try_from(depth).unwrap_or(u8::MAX),
        bold: bold && !body.contains("**"),
        tabs,
        spaced: is_spaced(body),
        apart: label::numeral(body).is_some_and(|(_, end)| body[end..].starts_with(char::is_whitespace)),
        pointed: label::numeral(body).is_some_and(|(_, end)| body[end..].trim_start().starts_with(['．', '.'])),
        last,
        role: Role::Body,
    })
}

/// Whether `text` opens with a number of at most two digits that white space parts from words.
fn is_spaced(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.trim_start();
    let number = (1..=2).contains(&(text.len() - rest.len()));
    number && words.len() < rest.len() && words.starts_with(|c: char| (c as u32) >= 0x2E80)
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn a_character_takes_up_two_columns_from_hangul_on() {
        assert_eq!(width("a5é\u{10FF}"), 4);
        assert_eq!(width("\u{1100}—万、\u{FF0C}𠀀"), 12);
        for c in (1..=0x1_FFFF).filter_map(char::from_u32) {
            assert_eq!(width(c.encode_utf8(&mut [0; 4])), if (c as u32) < 0x1100 { 1 } else { 2 }, "{c}");
        }
    }
}
