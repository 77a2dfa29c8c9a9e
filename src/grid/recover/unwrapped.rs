//! Names that run over into the next line where spaces part cells, as pages come down that were read line by line: 普惠性幼儿园覆盖 over
//! 率 % 83.6 87. Lines that end so are about as wide as each other, and the next word did not fit on them.

use super::{
    aligned::{first_word, width},
    kind::{self, Kind},
    token::{Gap, Token, lines},
};
use crate::{
    grid::{Head, Word},
    lexicon::{COLUMNS, segment, signs},
    span::Span,
};

/// How much narrower than the widest a line is at the most that was broken for want of room, in columns.
const ROOM: usize = 4;

/// Fewest lines that are broken at one width.
const FEWEST: usize = 2;

/// Longest measure that names nothing without what stands above it, in characters.
const LONGEST_TAIL: usize = 3;

/// Longest head that says no more than a year, in characters.
const LONGEST_YEAR: usize = 8;

/// The narrowest that a name is broken at, in columns.
const NARROWEST: usize = 10;

/// A line of pieces.
struct Line<'t> {
    pieces: &'t [Token],
    /// Whether it states a value.
    valued: bool,
    /// The width of its last piece, where that may go on.
    open: Option<usize>,
}

/// The `tokens` of `text` with such names as one piece each; `None` where there are none.
pub(super) fn read(text: &str, tokens: &[Token]) -> Option<Vec<Token>> {
    let lines: Vec<Line<'_>> = lines(tokens).map(|pieces| line(text, pieces)).collect();
    let full = full(text, &lines);
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut joins = false;
    for (at, line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).map(|above| &lines[above]);
        let over = above.is_some_and(|above| runs_over(text, above, line, full));
        let mut pieces = line.pieces.iter();
        if over && let (Some(last), Some(first)) = (found.pop(), pieces.next()) {
            joins = true;
            found.push(Token::new(last.span().join(first.span()), last.gap));
        }
        found.extend(pieces.cloned());
    }
    joins.then_some(found)
}

fn line<'t>(text: &str, pieces: &'t [Token]) -> Line<'t> {
    let kinds: Vec<Kind> = pieces.iter().map(|piece| kind::at(text, piece.span())).collect();
    let value = |kind: &Kind| matches!(kind, Kind::Value | Kind::Count | Kind::Dash);
    // The number of a row is none.
    let numbered = usize::from(kinds.first() == Some(&Kind::Count));
    let valued = kinds[numbered..].iter().any(value);
    let last = pieces.last().map_or(Span::default(), Token::span).of(text);
    let dated = || last.chars().nth(LONGEST_YEAR).is_some();
    let names = match kinds.last() {
        Some(Kind::Words | Kind::Mixed | Kind::Name | Kind::Instead) => true,
        // 2030年每千人口床
        Some(Kind::Year) => dated(),
        _ => false,
    };
    let open = (names && !valued && !kind::has_unit(last)).then(|| last.chars().map(width).sum());
    Line { pieces, valued, open }
}

/// The width at which names are broken: that of the widest that ends a line without values above one with some, where others are about as
/// wide and hardly any whole name is wider.
fn full(text: &str, lines: &[Line<'_>]) -> Option<usize> {
    let below = |pair: &[Line<'_>]| pair[0].open.filter(|_| pair[1].valued && pair[1].pieces[0].gap == Gap::Line);
    let widths: Vec<usize> = lines.windows(2).filter_map(below).collect();
    let full = widths.iter().copied().max().filter(|full| *full >= NARROWEST)?;
    let broken = widths.iter().filter(|width| **width + ROOM >= full).count();
    let names = lines.iter().filter(|line| line.valued).filter_map(|line| {
        let named = |piece: &&Token| matches!(kind::at(text, piece.span()), Kind::Words | Kind::Name | Kind::Mixed);
        line.pieces.iter().find(named)
    });
    let names: Vec<usize> = names.map(|name| name.span().of(text).chars().map(width).sum()).collect();
    // One column is left where the next character takes up two.
    let wider = names.iter().filter(|wide| **wide > full + 1).count();
    // Of one alone, what stands below it names nothing by itself: 床位数, 比重.
    let tail = |pair: &[Line<'_>]| below(pair).is_some() && is_tail(pair[1].pieces[0].span().of(text));
    let told = broken >= FEWEST || lines.windows(2).any(tail);
    (told && wider * 10 <= names.len()).then_some(full)
}

/// Whether `text` is a measure that names nothing by itself, or growth.
fn is_tail(text: &str) -> bool {
    let short = text.split(['（', '(']).next().is_some_and(|bare| bare.chars().count() <= LONGEST_TAIL);
    let growth = Head::read(text).says(Word::Growth);
    short && (growth || COLUMNS.measure_end.suffix(text.split(['（', '(']).next().unwrap_or(text)).is_some())
}

/// Whether the last piece of `above` goes on in the first of `line`.
fn runs_over(text: &str, above: &Line<'_>, line: &Line<'_>, full: Option<usize>) -> bool {
    let (Some(last), Some(first)) = (above.pieces.last(), line.pieces.first()) else { return false };
    let (last, said) = (last.span().of(text), first.span().of(text));
    let count = |text: &str, signs: [char; 2]| text.matches(signs).count();
    let inside =
        count(last, ['（', '(']) > count(last, ['）', ')']) && count(said, ['）', ')']) > count(said, ['（', '(']);
    let other = matches!(kind::at(text, first.span()), Kind::Count | Kind::Value | Kind::Dash | Kind::Year);
    let whole = other || kind::names_group(said) || kind::numbering(said).is_some();
    let no_room = |(wide, full): (usize, usize)| wide + first_word(said) > full;
    let broken = above.open.zip(full).is_some_and(no_room) || is_cut(above, last, said);
    // （%）, 的%
    let tail = !above.valued && said.starts_with(|c| matches!(c, '（' | '(') || signs::of(c));
    first.gap == Gap::Line && (inside || !whole && (broken || tail))
}

/// Whether the line ends in the middle of a word with `last`, a name long enough to be broken, which goes on in `said`: 地区生 over 产总值.
fn is_cut(above: &Line<'_>, last: &str, said: &str) -> bool {
    let wide = above.open.is_some_and(|wide| wide >= NARROWEST);
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    let words = wide && word(last.chars().next_back()) && word(said.chars().next());
    words && !segment::ends_word(&format!("{last}{said}"), last.len())
}

#[cfg(test)]
mod tests {
    use super::{super::token, *};
    use crate::{grid::recover::Block, source::View};

    /// The pieces of `text` with their names joined, parted by bars.
    fn pieces(text: &str) -> String {
        let spans = crate::grid::recover::block::lines_of(text);
        let words = token::by_word(&Block { text, lines: &spans });
        let found = read(text, &words).unwrap_or_default();
        found.iter().map(|token| View::new(text, &[token.span()]).text().to_owned()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn names_go_on_where_their_next_word_did_not_fit() {
        let text =
            "指标 单位 2025年 2030年\n滨水绿道建设总里\n程 公里 45 60\n湿地公园 个 7 9\n城市公园绿地覆盖\n率 % 41 43";
        let expected =
            "指标|单位|2025年|2030年|滨水绿道建设总里程|公里|45|60|湿地公园|个|7|9|城市公园绿地覆盖率|%|41|43";
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn a_name_goes_on_where_its_word_does() {
        let text = "领域 指标 单位 2025年 2030年\n湖区 滨水绿道建设里程占总里\n程比重 % 45 60\n山区 湿地公园 个 7 9";
        let expected = "领域|指标|单位|2025年|2030年|湖区|滨水绿道建设里程占总里程比重|%|45|60|山区|湿地公园|个|7|9";
        assert_eq!(pieces(text), expected);
        let groups = "指标 单位 2025年 2030年\n生态环境保护\n滨水绿道建设总里程 公里 45 60\n城市公园绿地覆盖率 % 41 43";
        assert_eq!(pieces(groups), "");
        let head = "乡镇 2025年 2030年每千人口医\n师数\n柳河镇 12 15\n石桥镇 8 9";
        assert_eq!(pieces(head), "乡镇|2025年|2030年每千人口医师数|柳河镇|12|15|石桥镇|8|9");
    }

    #[test]
    fn groups_are_short_and_stand_alone() {
        let text = "指标 单位 2025年 2030年\n生态环境\n滨水绿道建设总里程 公里 45 60\n公共服务设施\n城市公园绿地覆盖率 % 41 43";
        assert_eq!(pieces(text), "");
    }

    #[test]
    fn brackets_close_on_the_next_line() {
        let text = "县区 造林面积（万\n亩） 产量（吨）\n青禾县 12 30\n云溪县 8 25";
        assert_eq!(pieces(text), "县区|造林面积（万亩）|产量（吨）|青禾县|12|30|云溪县|8|25");
    }
}
