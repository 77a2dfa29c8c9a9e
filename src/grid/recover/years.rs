//! Years down the side, a cell a line: names, then for each year a value of each.

use super::{
    kind::Kind,
    token::{Token, Tokens},
};
use crate::{
    grid::{
        Head, Word,
        model::{Grid, Origin},
    },
    lexicon::{COLUMNS, signs},
    span::Span,
};

/// Most columns.
const WIDEST: usize = 14;

/// Least rows of years.
const LEAST: usize = 2;

/// The grid of `all` where they are heads of names, perhaps a row of units, and rows of a year, the last of the sum
/// perhaps, and as many values.
pub(super) fn read(text: &str, all: &[Token]) -> Option<Grid> {
    let tokens = Tokens::new(text, &all[..all.len().min(WIDEST * (WIDEST + 1))]);
    let mut dated = (0..tokens.len()).filter(|&at| is_dated(&tokens, at));
    let (first, second) = (dated.next()?, dated.next()?);
    let width = second - first;
    let units = first == 2 * width && Head::read(tokens.view(width).text()).says(Word::Unit);
    if !(2..=WIDEST).contains(&width) || first != width && !units || !(0..first).all(|at| is_head(&tokens, at)) {
        return None;
    }
    let row = |at: &usize| {
        let values = *at + 1..*at + width;
        let named = is_dated(&tokens, *at) || COLUMNS.sums.has(tokens.view(*at).text());
        values.end <= tokens.len() && named && values.into_iter().all(|at| is_value(&tokens, at))
    };
    let rows = (first..tokens.len()).step_by(width).take_while(row).count();
    let end = first + rows * width;
    let spans: Vec<Span> = all[..end].iter().map(Token::span).collect();
    let rows_of: Vec<Vec<Span>> = spans.chunks(width).map(<[Span]>::to_vec).collect();
    let span = Span::new(spans.first()?.start, spans.last()?.end);
    (rows >= LEAST).then(|| Grid::of_rows(text, &rows_of, Origin::Lines, span))
}

/// Whether the piece `at` opens with a year and says no more than heads do.
fn is_dated(tokens: &Tokens<'_>, at: usize) -> bool {
    let text = tokens.view(at).text().to_owned();
    let year =
        text.find(signs::year).is_some_and(|end| end == 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit));
    year && Head::read(&text).is_one()
}

fn is_head(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.kinds[at], Some(Kind::Name | Kind::Words | Kind::Unit | Kind::Mixed | Kind::Closed))
}

fn is_value(tokens: &Tokens<'_>, at: usize) -> bool {
    // Among values 2040 counts.
    tokens.kinds[at].is_some_and(|kind| kind.states_value() || kind == Kind::Year) && !is_dated(tokens, at)
}
