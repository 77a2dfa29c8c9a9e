//! Columns that stand one below the other: where cells begin in many lines, a single space parts them too, as behind the longest name.

use std::collections::BTreeMap;

use super::block::Block;
use crate::{lexicon::COLUMNS, span::Span};

/// Lines that are looked at.
const SEEN: usize = 60;

/// Most characters of a line that is measured.
const LONGEST: usize = 400;

/// By how many columns a name that is too long pushes what stands behind it, at most, and one more.
const PUSHED: usize = 3;

/// Where the cells of lines begin, as they are seen.
pub(super) struct Aligned {
    /// The columns at which wide gaps end in at least half of the lines that have some.
    starts: Vec<usize>,
}

impl Aligned {
    /// The starts of the cells of `block`.
    pub(super) fn of(block: &Block<'_>) -> Self {
        let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
        let mut gapped = 0;
        for line in block.lines.iter().take(SEEN) {
            let mut columns: Vec<usize> = Vec::new();
            let (mut column, mut spaces) = (column(block.text, line.start), 0);
            for c in line.of(block.text).chars().take(LONGEST) {
                if spaces > 1 && c != ' ' {
                    columns.push(column);
                }
                spaces = if c == ' ' { spaces + 1 } else { 0 };
                column += width(c);
            }
            gapped += usize::from(!columns.is_empty());
            columns.into_iter().for_each(|column| *ends.entry(column).or_default() += 1);
        }
        let often = |(column, times): (usize, usize)| (times >= 2 && times * 2 >= gapped).then_some(column);
        Self { starts: ends.into_iter().filter_map(often).collect() }
    }

    /// Whether `line` of `text`, without gaps, is far too short to have run over into the next: it names a group.
    pub(super) fn names_group(&self, text: &str, line: Span) -> bool {
        let source = line.of(text);
        let words = source.chars().all(char::is_alphabetic) && source.chars().nth(2).is_some();
        let part = COLUMNS.measure_end.suffix(source).is_some() || COLUMNS.tail.has(source);
        let short = self.starts.first().is_some_and(|first| source.chars().map(width).sum::<usize>() * 2 < *first);
        words && !part && short
    }

    /// `cells` of a line of `text`, parted where a piece behind a single space begins where cells of other lines do.
    pub(super) fn parted(&self, text: &str, cells: &[Span]) -> Vec<Span> {
        let mut parted = Vec::new();
        for &cell in cells {
            let mut start = cell.start;
            for (at, _) in cell.of(text).match_indices(' ').take(8) {
                let next = cell.start + at + 1;
                // A long name pushes what follows it on.
                let here = column(text, next);
                if self.starts.iter().any(|start| (*start..start + PUSHED).contains(&here)) {
                    parted.push(Span::new(start, next - 1).trimmed(text));
                    start = next;
                }
            }
            parted.push(Span::new(start, cell.end));
        }
        parted
    }
}

/// The column of byte `at` of `text` on its line, as it is seen.
pub(super) fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].chars().rev().take(LONGEST).map(width).sum()
}

pub(super) fn width(c: char) -> usize {
    if (c as u32) < 0x1100 { 1 } else { 2 }
}

/// What no line begins with: it stays on the line of what it closes.
const CLOSING: [char; 9] = ['）', ')', '%', '、', '，', '”', '。', '；', '％'];

/// How wide what cannot be parted is that `text` begins with: a character and the signs that close it, a word of letters or digits.
pub(super) fn first_word(text: &str) -> usize {
    let mut wide = 0;
    let mut before = None;
    for c in text.chars() {
        let joins = match before {
            None | Some('（' | '(' | '“') => true,
            Some(last) => CLOSING.contains(&c) || char::is_ascii_alphanumeric(&last) && c.is_ascii_alphanumeric(),
        };
        if !joins {
            break;
        }
        wide += width(c);
        before = Some(c);
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_space_parts_where_cells_of_other_lines_begin() {
        let text = "绿道长度      45    60\n湿地公园      7     9\n保护小区 个数 3     4\n城乡绿化 12   15    16";
        let lines = crate::grid::recover::block::lines_of(text);
        let aligned = Aligned::of(&Block { text, lines: &lines });
        let parted = |line: Span, end: &str| {
            let cell = Span::new(line.start, line.start + line.of(text).find(end).expect("there") + end.len());
            aligned.parted(text, &[cell]).iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(parted(lines[2], "3"), ["保护小区 个数", "3"]);
        assert_eq!(parted(lines[3], "12"), ["城乡绿化 12"]);
    }

    #[test]
    fn what_cannot_be_parted_is_told_by_its_signs() {
        assert_eq!(
            [first_word("率（%）"), first_word("（%）"), first_word("GDP比重"), first_word("”问题")],
            [2, 5, 3, 2]
        );
    }
}
