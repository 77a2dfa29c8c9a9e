//! Numbers that stand before names as cells of their own and say only where these stand: that of a group (（一） | 供水) goes with its
//! name, those of its rows in two parts (1.1 | 供水保证率, below 1 | 供水) are left out.

use super::{
    kind::{self, Kind},
    token::{Gap, Token},
};
use crate::{
    grid::{Head, Word},
    lexicon::numerals::is_numbering,
    span::Span,
};

/// Fewest numbers in two parts that tell rows.
const FEWEST: usize = 3;

/// Longest number of a group, in characters.
const LONGEST: usize = 4;

/// Furthest from the first piece that the head of the numbers stands.
const HEADS: usize = 3;

/// `tokens` of `text` without such numbers; `None` where there are none.
pub(super) fn plain(text: &str, tokens: &[Token]) -> Option<Vec<Token>> {
    named(text, tokens).or_else(|| bare(text, tokens))
}

/// `tokens` with the number of each group joined to its name; `None` where a number has none behind it, or a value or a unit follows the
/// name: it is that of a row.
fn named(text: &str, tokens: &[Token]) -> Option<Vec<Token>> {
    let alone: Vec<usize> = (0..tokens.len()).filter(|&at| numbers_group(tokens[at].span().of(text))).collect();
    let kind = |at: usize| tokens.get(at).map(|token| kind::at(text, token.span()));
    let opens_row = |at: usize| {
        let number = kind(at) == Some(Kind::Count) && names(kind(at + 1));
        number || names(kind(at)) || numbers_group(tokens.get(at).map_or("", |token| token.span().of(text)))
    };
    if alone.is_empty() || !alone.iter().all(|&at| names(kind(at + 1)) && opens_row(at + 2)) {
        return None;
    }
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        match found.last_mut().filter(|_| at > 0 && alone.binary_search(&(at - 1)).is_ok()) {
            Some(number) => *number = Token::new(number.span().join(token.span()), number.gap),
            None => found.push(token.clone()),
        }
    }
    Some(found)
}

/// Whether `text` is nothing but the number of a group: （一）, 二、.
fn numbers_group(text: &str) -> bool {
    let inner = text.trim_matches(['（', '）', '(', ')', '、']);
    inner.len() < text.len() && !inner.is_empty() && text.chars().count() <= LONGEST && inner.chars().all(is_numbering)
}

fn names(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Words | Kind::Name | Kind::Mixed | Kind::Instead))
}

/// `tokens` without numbers in two parts that count up before names, those of their groups and the head over them.
fn bare(text: &str, tokens: &[Token]) -> Option<Vec<Token>> {
    let said = |at: usize| tokens.get(at).map_or("", |token| token.span().of(text));
    let named = |at: usize| tokens.get(at).is_some_and(|token| names(Some(kind::at(text, token.span()))));
    let mut left_out: Vec<usize> = Vec::new();
    let (mut group, mut row) = (0, 0);
    for at in 0..tokens.len() {
        let Some(number) = in_two_parts(said(at)).filter(|_| named(at + 1)) else { continue };
        if number != (group, row + 1) && number != (group + 1, 1) {
            continue;
        }
        (group, row) = number;
        left_out.push(at);
        // 1 | 供水 over 1.1
        let mut filled = (0..at).rev().filter(|&before| !said(before).is_empty());
        let over = filled.nth(1).filter(|&over| row == 1 && said(over).parse() == Ok(group) && named(over + 1));
        left_out.extend(over);
    }
    if left_out.len() < FEWEST {
        return None;
    }
    let heads = |at: &usize| {
        let head = Head::read(said(*at));
        head.says(Word::Number) && head.unread == 0
    };
    left_out.extend((0..HEADS.min(tokens.len())).find(heads));
    left_out.sort_unstable();
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut gap: Option<Gap> = None;
    for (at, token) in tokens.iter().enumerate() {
        let before = gap.take().unwrap_or(token.gap);
        match left_out.binary_search(&at) {
            // What stands behind it opens the row in its place.
            Ok(_) => gap = Some(before),
            Err(_) => found.push(Token::new(token.span(), before)),
        }
    }
    Some(found)
}

/// The parts of a number of two: 2.1.
fn in_two_parts(text: &str) -> Option<(u32, u32)> {
    let (group, row) = text.split_once('.')?;
    let short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (short(group) && short(row)).then(|| Some((group.parse().ok()?, row.parse().ok()?)))?
}

/// Whether the line at `span` of `text` is the number and the name of a group, over one that `below` opens with a number in two parts.
pub(super) fn names_group(text: &str, pieces: &[Span], below: Option<Span>) -> bool {
    let [number, name] = pieces else { return false };
    let first = below.and_then(|below| in_two_parts(below.of(text)));
    let over = first.is_some_and(|(group, row)| row == 1 && number.of(text).parse() == Ok(group));
    over && kind::at(text, *name) == Kind::Words
}

#[cfg(test)]
mod tests {
    use super::{super::token, *};
    use crate::{grid::recover::Block, source::View};

    /// The pieces of `cells`, a cell a line, as [`plain`] gives them, parted by bars.
    fn pieces(cells: &str) -> String {
        let text = cells.replace('|', "\n");
        let spans = crate::grid::recover::block::lines_of(&text);
        let lines = token::by_line(&Block { text: &text, lines: &spans });
        let found = plain(&text, &lines).unwrap_or_default();
        found.iter().map(|token| View::new(&text, &[token.span()]).text().to_owned()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn the_number_of_a_group_goes_with_its_name() {
        let cells = "序号|指标|2030年|（一）|供水|1|供水保证率|98|（二）|灌溉|2|灌溉面积|72";
        assert_eq!(pieces(cells), "序号|指标|2030年|（一）供水|1|供水保证率|98|（二）灌溉|2|灌溉面积|72");
        assert_eq!(pieces("序号|指标|2030年|（一）|供水保证率|98|（二）|灌溉面积|72"), "", "of a row");
    }

    #[test]
    fn numbers_in_two_parts_are_left_out() {
        let cells = "编号|指标|2030年|1|供水|1.1|供水保证率|98|1.2|水厂|6|2|灌溉|2.1|灌溉面积|72";
        assert_eq!(pieces(cells), "指标|2030年|供水|供水保证率|98|水厂|6|灌溉|灌溉面积|72");
        assert_eq!(pieces("指标|2030年|渠系|1.1|泵站|1.3|水厂|2.1|水库|6"), "", "values");
    }
}
