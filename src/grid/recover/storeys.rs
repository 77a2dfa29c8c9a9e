//! Heads of two storeys over rows of as many pieces each, where what parts cells keeps no empty ones: each of the last heads above
//! stands over as many below (年度 | 公租房 | 商品房 over 套数 | 面积 | 套数 | 面积), or units stand below all but the first.

use super::{
    kind::{self, Kind},
    token::{Token, lines},
};
use crate::{
    grid::{
        Head, Word,
        model::{Cell, Grid, Origin},
    },
    lexicon::{COLUMNS, signs},
    span::Span,
};

/// Fewest rows below the heads.
const FEWEST: usize = 2;

/// Fewest and most columns.
const NARROWEST: usize = 3;
const WIDEST: usize = 16;

/// How the heads of two storeys stand over columns.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Storeys {
    /// How many heads of both storeys stand before those that are divided.
    before: usize,
    /// Into how many each of those is divided.
    divided: Vec<usize>,
}

impl Storeys {
    /// The storeys of the heads `above` and `below` of `text` over `width` columns; some of those above reach down.
    fn of(text: &str, above: &[Span], below: &[Span], width: usize) -> Option<Self> {
        let whole = width.checked_sub(below.len()).filter(|whole| *whole > 0)?;
        let divided = above.len().checked_sub(whole).filter(|divided| *divided > 0)?;
        let years: Vec<i32> = below.iter().filter_map(|span| Head::read(span.of(text)).year).collect();
        let apart = |span: &&Span| reaches_down(span.of(text), &years);
        let behind = above.iter().rev().take_while(apart).count().min(whole - 1);
        let even = || vec![below.len() / divided; divided];
        let each = if below.len().is_multiple_of(divided) { even() } else { runs(text, below) };
        (each.len() == divided).then_some(Self { before: whole - behind, divided: each })
    }

    /// The cells of the heads `above` and `below` of `text`.
    fn cells(&self, text: &str, above: &[Span], below: &[Span]) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(above.len() + below.len());
        let mut col = 0;
        for (nth, &span) in above.iter().enumerate() {
            let divided = nth.checked_sub(self.before).and_then(|nth| self.divided.get(nth));
            let (rows, cols) = divided.map_or((2, 1), |&cols| (1, cols));
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
    if count < FEWEST
        || !(NARROWEST..=WIDEST).contains(&width)
        || below.len() < 2
        || width == above.len() && !stands_below(text, below)
    {
        return None;
    }
    let plain = |row: &[Span]| row.iter().all(|&span| !is_value(kind::at(text, span)));
    let storeys = Storeys::of(text, above, below, width).filter(|_| plain(above) && plain(below))?;
    if storeys.divided.iter().all(|each| *each < 2) && !stands_below(text, below) {
        return None;
    }
    Some(grid(text, storeys.cells(text, above, below), &rows[2..2 + count], origin))
}

/// The grid of `tokens` of `text`, a cell a line, which begin with such heads: what stands below those above is told by what returns,
/// or by years.
pub(super) fn of_cells(text: &str, tokens: &[Token]) -> Option<Grid> {
    let near = &tokens[..tokens.len().min(WIDEST * WIDEST)];
    let spans: Vec<Span> = near.iter().map(Token::span).collect();
    let classes: Vec<Class> = spans.iter().map(|&span| Class::of(text, span)).collect();
    let first = spans.iter().position(|&span| is_value(kind::at(text, span)))?;
    // A number may open the first row as well as a name.
    let numbered = spans[first].of(text) == "1";
    let told = (usize::from(!numbered)..=2).filter_map(|names| first.checked_sub(names)).find_map(|heads| {
        let width = (NARROWEST..=WIDEST).find(|&width| rows_of(&classes, heads, width) >= FEWEST)?;
        let divided = heads.checked_sub(width).filter(|divided| *divided > 0)?;
        let below = below(text, &spans[..heads], divided)?;
        let (above, below) = spans[..heads].split_at(heads.checked_sub(below)?);
        Some((heads, width, above.len(), Storeys::of(text, above, below, width)?))
    });
    let (heads, width, above, storeys) = told?;
    let all: Vec<Span> = tokens.iter().map(Token::span).collect();
    let classes: Vec<Class> = all.iter().map(|&span| Class::of(text, span)).collect();
    let rows: Vec<Vec<Span>> =
        all[heads..].chunks(width).take(rows_of(&classes, heads, width)).map(<[Span]>::to_vec).collect();
    let (above, below) = all[..heads].split_at(above);
    Some(grid(text, storeys.cells(text, above, below), &rows, Origin::Lines))
}

/// What a piece may be in rows that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A year with its sign: 2030年.
    Dated,
    Value,
    Words,
}

impl Class {
    fn of(text: &str, span: Span) -> Self {
        match kind::at(text, span) {
            Kind::Year if span.of(text).contains(signs::year) => Self::Dated,
            Kind::Value | Kind::Count | Kind::Dash | Kind::Year => Self::Value,
            _ => Self::Words,
        }
    }
}

/// The grid of `cells`, heads of two rows, over `rows` of `text`.
fn grid(text: &str, mut cells: Vec<Cell>, rows: &[Vec<Span>], origin: Origin) -> Grid {
    for (at, row) in rows.iter().enumerate() {
        cells.extend(row.iter().enumerate().map(|(col, &span)| Cell::at(text, span, at + 2, col)));
    }
    let span = cells.iter().map(Cell::span).reduce(Span::join).unwrap_or_default();
    Grid::new(cells, origin, span)
}

/// How many of the heads `spans` of `text` stand below, where `divided` of those above are divided: the last ones return so often, are
/// years, are units or what stands behind the last head with a unit, or without one.
fn below(text: &str, spans: &[Span], divided: usize) -> Option<usize> {
    let said: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let heads: Vec<Head> = said.iter().map(|text| Head::read(text)).collect();
    let dated = |at: usize| heads[at].year.is_some();
    let returns = |each: &usize| {
        let from = said.len() - divided * each;
        // 2025年实际 | 增长 | 2030年目标 | 增长
        let alike = |at: usize| said[at] == said[at + each] || dated(at) && dated(at + each);
        (from..said.len() - each).all(alike)
    };
    let most = said.len().saturating_sub(divided + 1) / divided;
    let last = |is: &dyn Fn(&str) -> bool| said.iter().rev().take_while(|text| is(text)).count();
    let count = last(&|text| kind::of(text) == Kind::Unit);
    if count == divided {
        return Some(count);
    }
    let years = heads.iter().rev().take_while(|head| head.year.is_some() && head.unread == 0).count();
    if divided > 1 {
        let each = (2..=most).rev().find(returns).map(|each| each * divided);
        // 现状 | 近期 | 远期 over 2025年 | 2030年 | 2035年
        let runs = || years == divided || runs(text, &spans[spans.len() - years..]).len() == divided;
        return each.or_else(|| (years > 0 && years < spans.len() && runs()).then_some(years));
    }
    let bare = last(&|text| !kind::has_unit(text));
    // 旧房改造 over 户数（户） | 面积（平方米）
    let measured = last(&kind::has_unit);
    [years, bare, measured].into_iter().find(|count| (2..=most).contains(count))
}

/// How many of the years that `below` names follow one another, run by run (2025年 | 2030年 | 2025年 | 2030年 | 2030年).
fn runs(text: &str, below: &[Span]) -> Vec<usize> {
    let years: Vec<Option<i32>> = below.iter().map(|span| Head::read(span.of(text)).year).collect();
    years.chunk_by(|one, next| one.is_some() && one < next).map(<[_]>::len).collect()
}

/// How many rows of `width` pieces of the same classes stand from piece `from` on, each a name or a year first, a number before it perhaps,
/// and values behind.
fn rows_of(classes: &[Class], from: usize, width: usize) -> usize {
    let Some(first) = classes.get(from..from + width) else { return 0 };
    let numbered = usize::from(first[0] == Class::Value);
    let open = first[numbered] != Class::Value && first[numbered + 1..].contains(&Class::Value);
    let alone = first[0] == Class::Words || !first[1..].contains(&Class::Dated);
    if open && alone { classes[from..].chunks(width).take_while(|row| *row == first).count() } else { 0 }
}

fn is_value(kind: Kind) -> bool {
    matches!(kind, Kind::Value | Kind::Count | Kind::Dash)
}

/// Whether `row` of `text` states a value in its second half.
fn states(text: &str, row: &[Span]) -> bool {
    row[1..].iter().any(|&span| is_value(kind::at(text, span)))
}

/// Whether `row` of `text` holds nothing but units or years, which stand below heads one by one.
fn stands_below(text: &str, row: &[Span]) -> bool {
    let unit = |&span: &Span| kind::at(text, span) == Kind::Unit;
    let year = |span: &Span| {
        let head = Head::read(span.of(text));
        head.year.is_some() && head.unread == 0
    };
    row.iter().all(unit) || row.iter().all(year)
}

/// Whether `tokens` of `text`, a cell a line, begin with heads of two storeys over rows.
pub(super) fn are_cells(text: &str, tokens: &[Token]) -> bool {
    of_cells(text, &tokens[..tokens.len().min(WIDEST * WIDEST)]).is_some()
}

/// Whether the head `text` is divided into none of `years`, those that stand below: it heads a column behind those of values, sums up, or
/// names another year.
fn reaches_down(text: &str, years: &[i32]) -> bool {
    let head = Head::read(text);
    let beside = [Word::Nature, Word::Responsible, Word::Due, Word::Note].into_iter().any(|word| head.says(word));
    // 2030年每千人口床位数 names a measure of its own.
    let other = head.year.is_some_and(|year| !years.is_empty() && (!years.contains(&year) || head.unread > 1));
    beside || other || !years.is_empty() && COLUMNS.sums.has(text)
}

#[cfg(test)]
mod tests {
    use super::{super::token, *};
    use crate::grid::recover::Block;

    /// The rows of the grid that `read` finds in `text`, cells parted by bars.
    fn rows(text: &str, cells: bool) -> Vec<String> {
        let spans = crate::grid::recover::block::lines_of(text);
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
        let expected = [
            "产业|产值|产值|企业数|企业数",
            "产业|2025年|2030年|2025年|2030年",
            "显示器|320|600|2|5",
            "绿色食品|150|280|3|6",
        ];
        assert_eq!(rows(text, false), expected);
        assert_eq!(rows(&text.replace(' ', "\n"), true), expected);
        let uneven =
            "县区 浓度 比率 天数\n2029年 2030年 2029年 2030年 2030年\n青禾县 42 38 75 79 3\n云溪县 39 36 78 81 2";
        assert_eq!(rows(uneven, false)[0], "县区|浓度|浓度|比率|比率|天数");
        let sums = "任务 安排 合计 备注\n2029年 2030年\n改造小区 12 15 27 —\n新建公园 3 4 7 —";
        assert_eq!(rows(sums, false)[..1], ["任务|安排|安排|合计|备注"]);
        let measured = "街道 新房（套） 旧房改造\n户数（户） 面积（平方米）\n和平路 320 60 70\n建设路 150 28 30";
        assert_eq!(rows(&measured.replace([' ', '\n'], "\n"), true)[..1], ["街道|新房（套）|旧房改造|旧房改造"]);
        let grown =
            "指标 “十四五”时期 “十五五”时期\n2025年实际 增长 2030年目标 增长\n产值 320 6.2 600 7\n投资 150 5.1 — 8";
        let heads =
            ["指标|“十四五”时期|“十四五”时期|“十五五”时期|“十五五”时期", "指标|2025年实际|增长|2030年目标|增长"];
        assert_eq!(rows(grown, false)[..2], heads);
        assert_eq!(rows(&grown.replace([' ', '\n'], "\n"), true)[..2], heads);
        let one = "街道 户数 计划 属性\n2029年 2030年\n和平路 320 60 70 预期性\n建设路 150 28 30 预期性";
        assert_eq!(rows(one, false)[..2], ["街道|户数|计划|计划|属性", "街道|户数|2029年|2030年|属性"]);
    }

    #[test]
    fn units_or_years_stand_below_heads_one_by_one() {
        let text = "年份 茶园 干茶\n万亩 吨\n2029年 18 9500\n2030年 20 9900";
        assert_eq!(rows(text, false)[..2], ["年份|茶园|干茶", "年份|万亩|吨"]);
        assert_eq!(rows(&text.replace(' ', "\n"), true)[..2], ["年份|茶园|干茶", "年份|万亩|吨"]);
        let dated = "指标 单位 现状 近期 远期\n2025年 2030年 2035年\n茶园 万亩 18 19 20\n干茶 吨 9500 9900 9950";
        assert_eq!(rows(dated, false)[..2], ["指标|单位|现状|近期|远期", "指标|单位|2025年|2030年|2035年"]);
        assert_eq!(rows(&dated.replace(' ', "\n"), true)[..2], rows(dated, false)[..2]);
        let plain = "年份 茶园 干茶\n大县 小县\n2029年 18 9500\n2030年 20 9900";
        assert_eq!(rows(plain, false), Vec::<String>::new());
    }
}
