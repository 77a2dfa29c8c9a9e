//! Lines whose cells are parted by a sign: tabs, bars, commas, or runs of as many spaces.

use std::borrow::Cow;

use super::{
    aligned::Aligned,
    block::Block,
    kind::{self, Kind},
    noise,
    token::{Gap, Token, gap_before},
};
use crate::{lexicon::numerals::is_numbering, span::Span};

/// What parts the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Tab,
    /// `|`, also full-width or drawn.
    Bar,
    /// This character, and quotes around cells that hold it.
    Quoted(char),
    /// As many spaces; twice as many hold an empty cell between them.
    Spaces(usize),
    /// Two spaces or more.
    Wide,
}

impl Sign {
    /// The cells of line `line` of `block`; an empty one has an empty span.
    pub(super) fn cells(self, block: &Block<'_>, line: usize) -> Vec<Span> {
        let text = block.text;
        let span = block.lines[line];
        match self {
            Self::Tab => self.parted(text, with_indent(text, span), |rest| rest.starts_with('\t').then_some(1)),
            Self::Bar => barred(text, Around::of(block), span),
            Self::Quoted(sign) => quoted(text, span, sign),
            Self::Spaces(width) => {
                let sign = move |rest: &str| {
                    (rest.len() >= width && rest.bytes().take(width).all(|b| b == b' ')).then_some(width)
                };
                self.parted(text, with_indent(text, span), sign)
            }
            Self::Wide => {
                let wide = |rest: &str| {
                    let run = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
                    (run > 1).then_some(run)
                };
                closed(text, self.parted(text, span, wide))
            }
        }
    }

    fn parted(self, text: &str, span: Span, sign: impl Fn(&str) -> Option<usize>) -> Vec<Span> {
        let source = span.of(text);
        let mut cells = Vec::new();
        let (mut start, mut at) = (0, 0);
        while at < source.len() {
            match sign(&source[at..]) {
                Some(bytes) => {
                    cells.push(Span::new(span.start + start, span.start + at).trimmed(text));
                    at += bytes;
                    start = at;
                }
                None => at += source[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        cells.push(Span::new(span.start + start, span.end).trimmed(text));
        cells
    }
}

/// `cells` with the characters of one word together that are set apart (指　标).
fn closed(text: &str, mut cells: Vec<Span>) -> Vec<Span> {
    let single = |cell: Span| {
        let mut chars = cell.of(text).chars();
        chars.next().is_some_and(|c| c.is_alphabetic() && !c.is_ascii()) && chars.next().is_none()
    };
    cells.dedup_by(|next, last| {
        let near = single(*last) && single(*next) && text[last.end..next.start].chars().count() <= SET_APART;
        if near {
            *last = last.join(*next);
        }
        near
    });
    cells
}

/// Most spaces between the characters of one word that are set apart.
const SET_APART: usize = 4;

/// `span` with the tabs and spaces around it on its line.
fn with_indent(text: &str, span: Span) -> Span {
    let blank = |b: &u8| matches!(b, b'\t' | b' ');
    let before = text.as_bytes()[..span.start].iter().rev().take_while(|b| blank(b)).count();
    let after = text.as_bytes()[span.end..].iter().take_while(|b| blank(b)).count();
    Span::new(span.start - before, span.end + after)
}

/// Whether `c` parts the cells of a row, as typed or drawn.
pub fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

/// Whether `c` is drawn between rows.
fn is_drawn(c: char) -> bool {
    ('\u{2500}'..='\u{257f}').contains(&c) && !is_bar(c)
}

/// Which bars stand around the lines of a table.
#[derive(Clone, Copy)]
struct Around {
    before: bool,
    behind: bool,
}

impl Around {
    /// As the first lines of `block` tell: one that no bar opens may end with that of an empty cell.
    fn of(block: &Block<'_>) -> Self {
        let near = &block.lines[..block.lines.len().min(FIRST)];
        let before = near.first().is_some_and(|line| line.of(block.text).starts_with(is_bar));
        let ends = |line: &Span| line.of(block.text).ends_with(is_bar);
        Self { before, behind: near.first().is_some_and(ends) && (before || near.iter().all(ends)) }
    }
}

/// How many lines tell whether bars stand around all.
const FIRST: usize = 4;

/// The cells of the line `span` between bars, with no cell for the bars `around` it.
fn barred(text: &str, around: Around, span: Span) -> Vec<Span> {
    let source = span.of(text);
    let open = source.starts_with(is_bar) && around.before;
    let start = if open { span.start + source.chars().next().map_or(0, char::len_utf8) } else { span.start };
    let closed = source[start - span.start..].ends_with(is_bar) && around.behind;
    let end = if closed { span.end - source.chars().next_back().map_or(0, char::len_utf8) } else { span.end };
    let inner = Span::new(start, end.max(start));
    let mut at = inner.start;
    let mut cells = Vec::new();
    for cell in inner.of(text).split(is_bar) {
        cells.push(Span::new(at, at + cell.len()).trimmed(text));
        at += cell.len();
        at += text[at..].chars().next().filter(|&c| is_bar(c)).map_or(0, char::len_utf8);
    }
    cells
}

/// Whether `cells` are a rule between rows of Markdown or of drawn tables.
pub(super) fn is_rule(text: &str, cells: &[Span]) -> bool {
    let rule = |span: &Span| span.of(text).chars().all(|c| "-:：—=+ ".contains(c) || is_drawn(c));
    let dashes = |span: &Span| span.of(text).chars().filter(|c| "-—=─━═".contains(*c)).count() >= 2;
    cells.iter().all(rule) && cells.iter().any(dashes)
}

fn quoted(text: &str, span: Span, sign: char) -> Vec<Span> {
    let source = span.of(text);
    let mut cells = Vec::new();
    let (mut start, mut inside) = (0, false);
    for (at, c) in source.char_indices() {
        if c == '"' {
            inside = !inside;
        } else if c == sign && !inside {
            cells.push(unquoted(text, Span::new(span.start + start, span.start + at)));
            start = at + c.len_utf8();
        }
    }
    cells.push(unquoted(text, Span::new(span.start + start, span.end)));
    cells
}

fn unquoted(text: &str, span: Span) -> Span {
    let span = span.trimmed(text);
    let source = span.of(text);
    let bare = source.len() >= 2 && source.starts_with('"') && source.ends_with('"');
    if bare { Span::new(span.start + 1, span.end - 1).trimmed(text) } else { span }
}

/// The pieces of the lines that `sign` parts, and of the few between them that it does not: rules left out, to the last
/// line that it parts.
pub(super) fn tokens(block: &Block<'_>, sign: Sign) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut bare, mut kept) = (0, 0);
    let aligned = (sign == Sign::Wide).then(|| Aligned::of(block));
    for line in 0..block.lines.len() {
        let cells = sign.cells(block, line);
        let cells = aligned.as_ref().map_or(cells.clone(), |aligned| aligned.parted(block.text, &cells));
        let drawn = || block.lines[line].of(block.text).contains(|c| c == '+' || is_drawn(c));
        if is_rule(block.text, &cells) && (cells.len() > 1 || drawn()) {
            continue;
        }
        bare = if cells.len() > 1 { 0 } else { bare + 1 };
        if bare > MOST_BARE {
            break;
        }
        if let Some(name) = group(block, sign, line, &cells) {
            tokens.push(Token::new(name, gap_before(block, line)));
            continue;
        }
        // What names a group goes on in no cell beside it.
        let names_group = |line: usize| {
            let one = |aligned: &&Aligned| {
                sign.cells(block, line).len() == 1 && aligned.names_group(block.text, block.lines[line])
            };
            aligned.as_ref().filter(one).is_some()
        };
        let apart = line > 0 && (names_group(line) || names_group(line - 1));
        let gap = if apart { Gap::Blank } else { gap_before(block, line) };
        for (at, &span) in cells.iter().enumerate() {
            tokens.push(Token::new(span, if at == 0 { gap } else { Gap::Cell }));
        }
        if cells.len() > 1 {
            kept = tokens.len();
        }
        // What a broken cell leaves on a line of its own below the last row.
        if bare == 1 && block.lines[line].of(block.text).chars().count() <= 12 {
            kept = tokens.len();
        }
    }
    tokens.truncate(kept);
    tokens
}

/// The name of a group in `cells` of line `line`, a number and a name over a row as wide as the heads.
fn group(block: &Block<'_>, sign: Sign, line: usize, cells: &[Span]) -> Option<Span> {
    let [number, name] = cells else { return None };
    let label = number.of(block.text).trim_matches(|c: char| "（）().、 ".contains(c));
    let numbered = label.bytes().all(|b| b.is_ascii_digit()) || label.chars().all(is_numbering);
    let named = name.of(block.text).starts_with(char::is_alphabetic) && kind::at(block.text, *name) == Kind::Words;
    if line == 0 || line + 1 >= block.lines.len() || !(1..=6).contains(&label.len()) || !numbered || !named {
        return None;
    }
    let width = sign.cells(block, 0).len();
    (width > 3 && sign.cells(block, line + 1).len() == width).then_some(*name)
}

/// The lines of `block`, those joined between which a quote stands open; as they are where one is never closed.
pub(super) fn quoted_lines<'b>(block: &Block<'b>) -> Cow<'b, [Span]> {
    if !block.lines.iter().any(|line| line.of(block.text).contains('"')) {
        return Cow::Borrowed(block.lines);
    }
    let mut lines: Vec<Span> = Vec::new();
    let mut open = false;
    for &line in block.lines {
        match lines.last_mut().filter(|_| open) {
            Some(last) => *last = last.join(line),
            None => lines.push(line),
        }
        open ^= line.of(block.text).matches('"').count() % 2 == 1;
        if lines.last().is_some_and(|last| open && last.len() > LONGEST_ROW) {
            return Cow::Borrowed(block.lines);
        }
    }
    if open { Cow::Borrowed(block.lines) } else { Cow::Owned(lines) }
}

/// Longest row, in bytes, whose cells hold ends of lines.
const LONGEST_ROW: usize = 6_000;

/// Whether `sign` parts most of the first lines, each into several cells.
pub(super) fn parts(block: &Block<'_>, sign: Sign) -> bool {
    let lines = block.lines.len().min(4);
    let parted = (0..lines).filter(|&line| sign.cells(block, line).len() > 1).count();
    lines >= 2 && parted * 2 > lines
}

/// Whether a bar closes each cell, which has a line for itself: none stands elsewhere on most of the first lines.
pub(super) fn closes_cells(block: &Block<'_>) -> bool {
    let near = &block.lines[..block.lines.len().min(NEAR)];
    let closed = |line: &&Span| {
        let bare = line.of(block.text).strip_suffix(is_bar);
        bare.is_some_and(|bare| !bare.contains(is_bar))
    };
    near.iter().filter(closed).count() * 4 >= near.len() * 3
}

/// How many lines tell where bars stand.
const NEAR: usize = 24;

/// The pieces between the bars of a block, however its lines are broken; the empty ones too where bars close cells, each of which has a
/// line for itself.
pub(super) fn between_bars(block: &Block<'_>, closing: bool) -> Vec<Token> {
    let (Some(first), Some(last)) = (block.lines.first(), block.lines.last()) else { return Vec::new() };
    let whole = Span::new(first.start, last.end);
    let noise = noise::find(block.text, whole);
    let mut tokens = Vec::new();
    let mut at = whole.start;
    let mut marks = noise.iter().peekable();
    let mut push = |from: usize, to: usize| {
        let span = Span::new(from, to).trimmed(block.text);
        if !span.is_empty() || closing && to < whole.end {
            tokens.push(Token::new(span, if closing { Gap::Line } else { Gap::Cell }));
        }
    };
    for (offset, c) in whole.of(block.text).char_indices() {
        let here = whole.start + offset;
        if here < at {
            continue;
        }
        if let Some(mark) = marks.next_if(|mark| mark.start <= here) {
            push(at, mark.start);
            at = mark.end;
        } else if is_bar(c) {
            push(at, here);
            at = here + c.len_utf8();
        }
    }
    push(at, whole.end);
    tokens
}

/// Most lines on end that the sign does not part.
const MOST_BARE: usize = 3;

/// The width of the gaps of the first lines, where one width and its multiples part them all.
pub(super) fn even_width(block: &Block<'_>) -> Option<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for span in block.lines.iter().take(40) {
        let mut run = 0;
        for c in span.of(block.text).chars() {
            match c {
                ' ' => run += 1,
                _ if run > 1 => {
                    widths.push(run);
                    run = 0;
                }
                _ => run = 0,
            }
        }
    }
    let width = *widths.iter().min()?;
    let even = widths.iter().filter(|&&w| w % width == 0).count();
    let single = widths.iter().filter(|&&w| w == width).count();
    (width >= 2 && even == widths.len() && single * 2 >= widths.len()).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(sign: Sign, line: &str) -> Vec<String> {
        let span = Span::new(line.len() - line.trim_start().len(), line.trim_end().len());
        let lines = [span];
        let block = Block { text: line, lines: &lines };
        sign.cells(&block, 0).iter().map(|span| span.of(line).to_owned()).collect()
    }

    #[test]
    fn each_sign_parts_its_line_and_keeps_empty_cells() {
        for (sign, line, wanted) in [
            (Sign::Tab, "\t1\t水库\t\t12", vec!["", "1", "水库", "", "12"]),
            (Sign::Bar, "| 水库 | | 12 |", vec!["水库", "", "12"]),
            (Sign::Bar, "水库｜座｜12", vec!["水库", "座", "12"]),
            (Sign::Quoted(','), "\"水库,塘坝\",座,12", vec!["水库,塘坝", "座", "12"]),
            (Sign::Spaces(4), "        水库    12", vec!["", "", "水库", "12"]),
            (Sign::Wide, "水库（座）     12  15", vec!["水库（座）", "12", "15"]),
            (Sign::Wide, "指　标  2025年", vec!["指　标", "2025年"]),
            (Sign::Wide, "座         个  12", vec!["座", "个", "12"]),
        ] {
            assert_eq!(cells(sign, line), wanted, "{line}");
        }
    }

    #[test]
    fn a_bar_at_the_end_closes_lines_that_bars_open_or_all_of_which_end_with_one() {
        let first = |text: &str| {
            let lines = crate::grid::recover::block::lines_of(text);
            Sign::Bar.cells(&Block { text, lines: &lines }, 0).len()
        };
        assert_eq!(first("|县区|浓度|\n|青禾县|42|"), 2);
        assert_eq!(first("县区|浓度|\n青禾县|42|"), 2);
        assert_eq!(first("县区|浓度|\n|2025年|2030年\n青禾县|42|38"), 3, "浓度 heads two columns");
    }
}
