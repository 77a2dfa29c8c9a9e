//! Heads of two storeys over rows of as many pieces each, where what parts cells keeps no empty ones: each of the last heads above
//! stands over as many below (年度 | 公租房 | 商品房 over 套数 | 面积 | 套数 | 面积), or units stand below all but the first.

use super::{
    kind::{self, Kind},
    lines,
    token::Token,
};
use crate::{
    grid::{
        Head, Word,
        model::{Cell, Grid, Origin},
    },
    span::Span,
};

/// Fewest rows below the heads.
const FEWEST: usize = 2;

/// Fewest and most columns.
const NARROWEST: usize = 3;
const WIDEST: usize = 16;

/// How the heads of two storeys stand over columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Storeys {
    /// Heads of both storeys before those that are divided, and behind them.
    before: usize,
    behind: usize,
    /// How many heads are divided, and into how many each.
    divided: usize,
    each: usize,
}

impl Storeys {
    /// The storeys of heads of which `above` stand above and `below` below, over `width` columns; the last `behind` of those above at the
    /// most reach down.
    fn of(above: usize, below: usize, width: usize, behind: usize) -> Option<Self> {
        let whole = width.checked_sub(below).filter(|whole| *whole > 0)?;
        let divided = above.checked_sub(whole).filter(|divided| *divided > 0)?;
        let behind = behind.min(whole - 1);
        below.is_multiple_of(divided).then_some(Self { before: whole - behind, behind, divided, each: below / divided })
    }

    /// The cells of the heads `above` and `below` of `text`.
    fn cells(self, text: &str, above: &[Span], below: &[Span]) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(above.len() + below.len());
        let mut col = 0;
        for (nth, &span) in above.iter().enumerate() {
            let divided = (self.before..self.before + self.divided).contains(&nth);
            let (rows, cols) = if divided { (1, self.each) } else { (2, 1) };
            cells.push(Cell::at(text, span, 0, col).over(rows, cols));
            col += cols;
        }
        let under = below.iter().enumerate().map(|(nth, &span)| Cell::at(text, span, 1, self.before + nth));
        cells.extend(under);
        cells
    }
}

/// The grid of `tokens` of `text`, a row a line, whose first two lines are such heads.
pub(super) fn of_lines(text: &str, tokens: &[Token], origin: Origin) -> Option<Grid> {
    let rows: Vec<Vec<Span>> = lines(tokens).map(|row| row.iter().map(Token::span).collect()).collect();
    let [above, below, first, ..] = &rows[..] else { return None };
    let width = first.len();
    let count = rows[2..].iter().take_while(|row| row.len() == width && states(text, row)).count();
    if count < FEWEST || !(NARROWEST..=WIDEST).contains(&width) || below.len() < 2 || width == above.len() && !units(text, below) {
        return None;
    }
    let plain = |row: &[Span]| row.iter().all(|&span| !is_value(kind::at(text, span)));
    let behind = above.iter().rev().take_while(|span| stands_beside(span.of(text))).count();
    let storeys = Storeys::of(above.len(), below.len(), width, behind).filter(|_| plain(above) && plain(below))?;
    if storeys.each < 2 && !units(text, below) {
        return None;
    }
    Some(grid(text, storeys.cells(text, above, below), &rows[2..2 + count], origin))
}

/// The grid of `tokens` of `text`, a cell a line, which begin with such heads: what stands below those above is told by what returns,
/// or by years.
pub(super) fn of_cells(text: &str, tokens: &[Token]) -> Option<Grid> {
    let near = &tokens[..tokens.len().min(WIDEST * WIDEST)];
    let spans: Vec<Span> = near.iter().map(Token::span).collect();
    let kinds: Vec<Kind> = spans.iter().map(|&span| kind::at(text, span)).collect();
    let first = kinds.iter().position(|&kind| is_value(kind))?;
    let told = (1..=2).filter_map(|names| first.checked_sub(names)).find_map(|heads| {
        let width = (NARROWEST..=WIDEST).find(|&width| rows_of(&kinds, heads, width) >= FEWEST)?;
        let divided = heads.checked_sub(width).filter(|divided| *divided > 0)?;
        let each = divided_into(text, &spans[..heads], divided)?;
        let (above, below) = spans[..heads].split_at(heads.checked_sub(divided * each)?);
        let behind = above.iter().rev().take_while(|span| stands_beside(span.of(text))).count();
        Some((heads, width, Storeys::of(above.len(), below.len(), width, behind)?))
    });
    let (heads, width, storeys) = told?;
    let all: Vec<Span> = tokens.iter().map(Token::span).collect();
    let kinds: Vec<Kind> = all.iter().map(|&span| kind::at(text, span)).collect();
    let rows: Vec<Vec<Span>> =
        all[heads..].chunks(width).take(rows_of(&kinds, heads, width)).map(<[Span]>::to_vec).collect();
    let (above, below) = all[..heads].split_at(heads - storeys.divided * storeys.each);
    Some(grid(text, storeys.cells(text, above, below), &rows, Origin::Lines))
}

/// The grid of `cells`, heads of two rows, over `rows` of `text`.
fn grid(text: &str, mut cells: Vec<Cell>, rows: &[Vec<Span>], origin: Origin) -> Grid {
    for (at, row) in rows.iter().enumerate() {
        cells.extend(row.iter().enumerate().map(|(col, &span)| Cell::at(text, span, at + 2, col)));
    }
    let span = cells.iter().map(Cell::span).reduce(Span::join).unwrap_or_default();
    Grid::new(cells, origin, span)
}

/// Into how many each of the last `divided` of the heads above those `spans` is divided: the last ones return so often, or are years.
fn divided_into(text: &str, spans: &[Span], divided: usize) -> Option<usize> {
    let said: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let returns = |each: &usize| {
        let tail = &said[said.len() - divided * each..];
        tail.chunks(*each).all(|block| block == &tail[..*each])
    };
    let most = said.len().saturating_sub(divided + 1) / divided;
    if divided > 1 {
        return (2..=most).rev().find(returns);
    }
    let years = said.iter().rev().take_while(|text| Head::read(text).year.is_some()).count();
    Some(years).filter(|years| (2..=most).contains(years))
}

/// How many rows of `width` pieces of the same kinds stand from piece `from` on, each a name first and values behind.
fn rows_of(kinds: &[Kind], from: usize, width: usize) -> usize {
    let Some(first) = kinds.get(from..from + width) else { return 0 };
    let values = first.iter().filter(|kind| is_value(**kind)).count();
    let open = !is_value(first[0]) && first[0] != Kind::Year && values > 0;
    let alike = |row: &&[Kind]| {
        row.len() == width && row.iter().zip(first).all(|(kind, first)| is_valued(*kind) == is_valued(*first))
    };
    if open { kinds[from..].chunks(width).take_while(alike).count() } else { 0 }
}

fn is_value(kind: Kind) -> bool {
    matches!(kind, Kind::Value | Kind::Count | Kind::Dash)
}

/// Whether `kind` stands in a column of values: 2000 may be one.
fn is_valued(kind: Kind) -> bool {
    is_value(kind) || kind == Kind::Year
}

/// Whether `row` of `text` states a value in its second half.
fn states(text: &str, row: &[Span]) -> bool {
    row[1..].iter().any(|&span| is_value(kind::at(text, span)))
}

fn units(text: &str, row: &[Span]) -> bool {
    row.iter().all(|&span| kind::at(text, span) == Kind::Unit)
}

/// Whether `text` heads a column behind those of values.
fn stands_beside(text: &str) -> bool {
    let head = Head::read(text);
    [Word::Nature, Word::Responsible, Word::Due, Word::Note].into_iter().any(|word| head.says(word))
}

#[cfg(test)]
mod tests {
    use super::{super::token, *};
    use crate::grid::recover::Block;

    /// The rows of the grid that `read` finds in `text`, cells parted by bars.
    fn rows(text: &str, cells: bool) -> Vec<String> {
        let mut at = 0;
        let line = |line: &str| {
            let span = Span::new(at, at + line.len());
            at += line.len() + 1;
            span
        };
        let spans: Vec<Span> = text.split('\n').map(line).collect();
        let block = Block { text, lines: &spans };
        let grid = match cells {
            true => of_cells(text, &token::by_line(&block)),
            false => of_lines(text, &token::by_word(&block), Origin::Narrow),
        };
        let rows = grid.map(|grid| crate::grid::expanded(&grid)).unwrap_or_default();
        rows.iter().map(|row| row.join("|")).collect()
    }

    #[test]
    fn heads_are_divided_into_as_many_as_stand_below_them() {
        let text = "产业 产值 企业数\n2025年 2030年 2025年 2030年\n显示器 320 600 2 5\n绿色食品 150 280 3 6";
        let expected =
            ["产业|产值|产值|企业数|企业数", "产业|2025年|2030年|2025年|2030年", "显示器|320|600|2|5", "绿色食品|150|280|3|6"];
        assert_eq!(rows(text, false), expected);
        assert_eq!(rows(&text.replace(' ', "\n"), true), expected);
        let one = "街道 户数 计划 属性\n2029年 2030年\n和平路 320 60 70 预期性\n建设路 150 28 30 预期性";
        assert_eq!(rows(one, false)[..2], ["街道|户数|计划|计划|属性", "街道|户数|2029年|2030年|属性"]);
    }

    #[test]
    fn units_stand_below_all_heads_but_the_first() {
        let text = "年份 茶园 干茶\n万亩 吨\n2029年 18 9500\n2030年 20 9900";
        assert_eq!(rows(text, false)[..2], ["年份|茶园|干茶", "年份|万亩|吨"]);
        let plain = "年份 茶园 干茶\n大县 小县\n2029年 18 9500\n2030年 20 9900";
        assert_eq!(rows(plain, false), Vec::<String>::new());
    }
}
