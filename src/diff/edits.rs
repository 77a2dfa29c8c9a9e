//! Edits inside a text: what was cut and what was put in, by numbers, words of Latin letters and single characters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::fold;

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// In both.
    Equal,
    /// In the old text alone.
    Delete,
    /// In the new text alone.
    Insert,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Piece {
    /// What happened to it.
    pub op: Op,
    /// The text; of an equal piece the new one.
    pub text: String,
}

/// The edits that lead from `old` to `new`. Width, quotation marks and white space do not count; equal runs too short to
/// help a reader are part of the edit around them.
pub fn edits(old: &str, new: &str) -> Vec<Piece> {
    // Ties are broken alike in both directions: the work is done in one of them.
    if old <= new { forward(old, new) } else { turned(forward(new, old), old, new) }
}

/// The ops as ranges of tokens: equal, or old tokens against new ones.
fn forward(old: &str, new: &str) -> Vec<Piece> {
    let (a, b) = (tokens(old), tokens(new));
    let keys = |tokens: &[&str]| tokens.iter().map(|token| fold::strict(token)).collect::<Vec<String>>();
    let ops = capture_diff_slices(Algorithm::Myers, &keys(&a), &keys(&b));
    let mut runs: Vec<(bool, usize, usize)> = Vec::new();
    for op in &ops {
        let (equal, a, b) = (op.tag() == DiffTag::Equal, op.old_range().len(), op.new_range().len());
        match runs.last_mut() {
            Some(last) if last.0 == equal => (last.1, last.2) = (last.1 + a, last.2 + b),
            _ => runs.push((equal, a, b)),
        }
    }
    let runs = coalesced(runs, &a);
    let (mut pieces, mut i, mut j) = (Vec::new(), 0, 0);
    for (equal, x, y) in runs {
        let (from, to) = (a[i..i + x].concat(), b[j..j + y].concat());
        match equal {
            true => push(&mut pieces, Op::Equal, to),
            false => {
                push(&mut pieces, Op::Delete, from);
                push(&mut pieces, Op::Insert, to);
            }
        }
        (i, j) = (i + x, j + y);
    }
    pieces
}

/// Joins edits that nothing but one character keeps apart.
fn coalesced(runs: Vec<(bool, usize, usize)>, old: &[&str]) -> Vec<(bool, usize, usize)> {
    let mut out: Vec<(bool, usize, usize)> = Vec::new();
    let (mut at, last) = (0, runs.len().saturating_sub(1));
    for (index, (equal, x, y)) in runs.into_iter().enumerate() {
        let lone = equal && x == 1 && old.get(at).is_some_and(|token| token.chars().count() == 1);
        let inner = index > 0 && index < last;
        let edit = !equal || (lone && inner);
        match out.last_mut() {
            Some(before) if edit && !before.0 => (before.1, before.2) = (before.1 + x, before.2 + y),
            _ => out.push((!edit, x, y)),
        }
        at += x;
    }
    out
}

fn push(pieces: &mut Vec<Piece>, op: Op, text: String) {
    if !text.is_empty() {
        pieces.push(Piece { op, text });
    }
}

/// `pieces` seen from the other side. Equal pieces carry the text of the new side.
fn turned(pieces: Vec<Piece>, _old: &str, new: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest = new;
    for piece in pieces {
        match piece.op {
            // What was cut from the smaller text is put in when the direction turns.
            Op::Delete => {
                rest = rest.strip_prefix(piece.text.as_str()).unwrap_or(rest);
                out.push(Piece { op: Op::Insert, text: piece.text });
            }
            Op::Insert => {
                let at = out.len() - usize::from(out.last().is_some_and(|last| last.op == Op::Insert));
                out.insert(at, Piece { op: Op::Delete, text: piece.text });
            }
            Op::Equal => {
                let own = taken(rest, &fold::strict(&piece.text));
                rest = &rest[own..];
                let text = new[new.len() - rest.len() - own..new.len() - rest.len()].to_owned();
                out.push(Piece { op: Op::Equal, text });
            }
        }
    }
    out
}

/// How many bytes of `text` fold to `key`, and the characters behind them that fold to nothing.
fn taken(text: &str, key: &str) -> usize {
    let mut left = key.chars().count();
    for (at, c) in text.char_indices() {
        match fold::character(c) {
            Some(_) if left == 0 => return at,
            Some(_) => left -= 1,
            None => {}
        }
    }
    text.len()
}

/// Numbers, words of Latin letters, and single characters; white space belongs to what stands before it.
fn tokens(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = Vec::new();
    let mut before: Option<char> = None;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (index, &(at, c)) in chars.iter().enumerate() {
        let next = chars.get(index + 1).map(|&(_, c)| c);
        let begun = starts.last().is_some_and(|&start| start + 1 < at);
        let joined = before.is_some_and(|b| joins(b, c, next, begun) || fold::character(c).is_none());
        if !joined {
            starts.push(at);
        }
        before = Some(c);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
}

/// Whether `c`, before `next`, goes on with the number or the Latin word that `before` stands in; `begun` says that something
/// stands before `before` in it.
fn joins(before: char, c: char, next: Option<char>, begun: bool) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    match (before, c) {
        (b, '.') => digit(b) && next.is_some_and(digit),
        ('.', c) => digit(c) && begun,
        (b, c) if digit(b) => digit(c),
        (b, c) => b.is_ascii_alphabetic() && c.is_ascii_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let mark = |piece: &Piece| match piece.op {
            Op::Equal => piece.text.clone(),
            Op::Delete => format!("[-{}-]", piece.text),
            Op::Insert => format!("{{+{}+}}", piece.text),
        };
        edits(old, new).iter().map(mark).collect()
    }

    #[test]
    fn numbers_change_as_a_whole() {
        assert_eq!(shown("提高到65.5%以上", "提高到70%以上"), "提高到[-65.5-]{+70+}%以上");
        assert_eq!(shown("提高到70%以上", "提高到65.5%以上"), "提高到[-70-]{+65.5+}%以上");
    }

    #[test]
    fn insertions_stand_where_they_were_made() {
        assert_eq!(shown("发展公租房，提高比例", "发展公租房等住房，提高比例"), "发展公租房{+等住房+}，提高比例");
        assert_eq!(shown("发展公租房等住房，提高比例", "发展公租房，提高比例"), "发展公租房[-等住房-]，提高比例");
    }

    #[test]
    fn quotes_and_width_are_equal_and_shown_as_the_new_side_has_them() {
        assert_eq!(shown("“十四五”３％", "\"十四五\"3%"), "\"十四五\"3%");
        assert_eq!(shown("\"十四五\"3%", "“十四五”３％"), "“十四五”３％");
    }
}
