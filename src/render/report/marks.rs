//! Places of a text cut into pieces, so that marks that nest and overlap can all be shown: links cannot stand inside each other.

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Commitment,
    Result,
    Task,
    /// A number that was read and not kept.
    Number,
}

/// A place in the text.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// The anchor of its row; its own is this behind `p-`.
    pub(super) row: String,
    /// What it is, in a few words.
    pub(super) title: String,
}

/// A stretch of a line on which the same marks lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// The marks that lie on it, the innermost last.
    pub(super) on: Vec<usize>,
    /// Those that begin here.
    pub(super) begins: Vec<usize>,
}

/// The marks of `text` that can be shown, in order, outer ones first.
pub(super) fn sorted(mut marks: Vec<Mark>, text: &str) -> Vec<Mark> {
    marks.retain(|mark| mark.start < mark.end && text.get(mark.start..mark.end).is_some());
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    marks
}

/// The lines of `text` in pieces; `marks` as [`sorted`] gives them.
pub(super) fn lines<'a>(text: &'a str, marks: &[Mark]) -> Vec<Vec<Piece<'a>>> {
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut lines, mut next_cut, mut next_mark, mut start) = (Vec::new(), 0, 0, 0);
    let mut on: Vec<usize> = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    for line in text.split('\n') {
        let (end, mut pieces) = (start + line.len(), Vec::new());
        let mut at = start;
        while at < end {
            while cuts.get(next_cut).is_some_and(|&cut| cut <= at) {
                next_cut += 1;
            }
            on.retain(|&mark| marks[mark].end > at);
            while marks.get(next_mark).is_some_and(|mark| mark.start <= at) {
                on.push(next_mark);
                waiting.push(next_mark);
                next_mark += 1;
            }
            on.retain(|&mark| marks[mark].end > at);
            let to = cuts.get(next_cut).map_or(end, |&cut| cut.min(end));
            pieces.push(Piece { text: &text[at..to], on: on.clone(), begins: std::mem::take(&mut waiting) });
            at = to;
        }
        lines.push(pieces);
        start = end + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize) -> Mark {
        Mark { start, end, kind: Kind::Commitment, row: String::new(), title: String::new() }
    }

    /// A piece as its text, the marks on it and those that begin.
    type Told<'a> = (&'a str, Vec<usize>, Vec<usize>);

    fn cut(text: &str, marks: Vec<Mark>) -> Vec<Vec<Told<'_>>> {
        let marks = sorted(marks, text);
        let pieces = |line: Vec<Piece<'_>>| line.into_iter().map(|p| (text_of(text, p.text), p.on, p.begins)).collect();
        lines(text, &marks).into_iter().map(pieces).collect()
    }

    fn text_of<'a>(text: &'a str, piece: &str) -> &'a str {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        &text[start..start + piece.len()]
    }

    #[test]
    fn nested_and_overlapping_marks_cut_the_text() {
        // a b [c (d e] f) g: the first mark holds c–e, the second d–f.
        let pieces = cut("abcdefg", vec![mark(3, 6), mark(2, 5)]);
        let want = vec![
            ("ab", vec![], vec![]),
            ("c", vec![0], vec![0]),
            ("de", vec![0, 1], vec![1]),
            ("f", vec![1], vec![]),
            ("g", vec![], vec![]),
        ];
        assert_eq!(pieces, [want]);
        // Of two at one place the longer lies outside.
        assert_eq!(cut("abc", vec![mark(0, 1), mark(0, 3)])[0][0], ("a", vec![0, 1], vec![0, 1]));
    }

    #[test]
    fn a_mark_goes_on_over_lines_and_begins_once() {
        let pieces = cut("ab\n\ncd", vec![mark(1, 5)]);
        assert_eq!(pieces[0], [("a", vec![], vec![]), ("b", vec![0], vec![0])]);
        assert!(pieces[1].is_empty());
        assert_eq!(pieces[2], [("c", vec![0], vec![]), ("d", vec![], vec![])]);
        // A mark that begins at the line break begins with the next character.
        assert_eq!(cut("ab\ncd", vec![mark(2, 4)])[1][0], ("c", vec![0], vec![0]));
    }

    #[test]
    fn marks_that_do_not_fit_are_left_off() {
        assert_eq!(sorted(vec![mark(1, 3), mark(2, 2), mark(0, 99)], "规划").len(), 0);
        assert_eq!(cut("", vec![])[0], []);
    }
}
