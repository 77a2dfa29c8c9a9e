//! Pages whose cells begin at the left edge of their columns and at the top of their rows: a line goes on in the row above where all
//! that stands on it did not fit on the line above it.

use std::collections::BTreeMap;

use super::page::{Line, Page, Piece, Reach};
use crate::{
    grid::{
        model::{Cell, Grid, Origin},
        recover::{
            aligned::first_word,
            kind::{self, Kind},
        },
    },
    lexicon::COLUMNS,
    span::Span,
};

/// Fewest columns, and fewest rows with that of the heads.
const FEWEST: usize = 3;

/// How far from each other cells of one column begin at most.
const OFF: usize = 1;

/// Longest value that tells nothing beside its number, in characters, and one less.
const LONGEST_VALUE: usize = 7;

/// The grid of `lines` of `text` set so; `None` where some are not.
pub(super) fn read(text: &str, lines: &[Line]) -> Option<Grid> {
    let columns = columns(lines)?;
    let note = |piece: &Piece| COLUMNS.note_mark.prefix(piece.span.of(text)).is_some();
    let of_table = lines.iter().take_while(|line| !line.pieces.iter().any(note));
    let set: Vec<Line> = of_table.map_while(|line| placed(line, &columns)).collect();
    let page = Page { text, lines: set, columns };
    let rows = Rows::of(&page);
    let end = rows.end(&page)?;
    let rows = &rows.starts[..rows.starts.partition_point(|&start| start < end)];
    if rows.len() < FEWEST {
        return None;
    }
    let mut cells: Vec<Cell> = Vec::new();
    for (row, &start) in rows.iter().enumerate() {
        let next = rows.get(row + 1).copied().unwrap_or(end);
        let cell = |col: usize| page.cell((start..next).flat_map(|line| page.at(line, col)), row, col);
        cells.extend((0..page.columns.len()).filter_map(cell));
    }
    let reach = |line: &Line| line.pieces.iter().map(|piece| piece.span).reduce(Span::join);
    let span = page.lines[..end].iter().filter_map(reach).reduce(Span::join)?;
    Some(Grid::new(cells, Origin::Wide, span))
}

/// The columns of `lines`: where pieces of several lines begin, each as wide as the widest of them that leaves room for the next.
fn columns(lines: &[Line]) -> Option<Vec<Reach>> {
    let mut begins: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for piece in lines.iter().filter(|line| line.pieces.len() > 1).flat_map(|line| &line.pieces) {
        let (times, widest) = begins.entry(piece.reach.from).or_default();
        *times += 1;
        *widest = (*widest).max(piece.reach.to);
    }
    let mut columns: Vec<(Reach, usize)> = Vec::new();
    for (from, (times, to)) in begins {
        match columns.last_mut().filter(|(last, _)| from - last.from <= OFF) {
            Some((last, count)) => (last.to, *count) = (last.to.max(to), *count + times),
            None => columns.push((Reach { from, to }, times)),
        }
    }
    let mut columns: Vec<Reach> = columns.into_iter().filter(|(_, times)| *times > 1).map(|(reach, _)| reach).collect();
    for at in 1..columns.len() {
        columns[at - 1].to = columns[at - 1].to.min(columns[at].from.saturating_sub(1));
    }
    (columns.len() >= FEWEST).then_some(columns)
}

/// `line` with its pieces in the `columns` where they begin; `None` where one begins in none, or two in one.
fn placed(line: &Line, columns: &[Reach]) -> Option<Line> {
    let col = |piece: &Piece| {
        let at = columns.partition_point(|column| column.from <= piece.reach.from).checked_sub(1)?;
        (piece.reach.from - columns[at].from <= OFF).then_some(at)
    };
    let pieces = line.pieces.iter().map(|piece| Some(Piece { col: col(piece)?, ..*piece }));
    let pieces: Vec<Piece> = pieces.collect::<Option<_>>()?;
    let apart = pieces.windows(2).all(|pair| pair[0].col < pair[1].col);
    apart.then_some(Line { pieces, apart: line.apart })
}

/// The lines on which rows begin.
struct Rows {
    starts: Vec<usize>,
}

impl Rows {
    fn of(page: &Page<'_>) -> Self {
        let begins = |line: &usize| *line == 0 || !goes_on(page, *line);
        Self { starts: (0..page.lines.len()).filter(begins).collect() }
    }

    /// One past the last line of the last row that holds several cells.
    fn end(&self, page: &Page<'_>) -> Option<usize> {
        let last = self.starts.iter().rposition(|&start| page.lines[start].pieces.len() > 1)?;
        Some(self.starts.get(last + 1).copied().unwrap_or(page.lines.len()))
    }
}

/// Whether all that stands on line `line` goes on from the line above it.
fn goes_on(page: &Page<'_>, line: usize) -> bool {
    let Line { pieces, apart } = &page.lines[line];
    let from = |piece: &Piece| page.at(line - 1, piece.col).next().is_some_and(|above| runs_over(page, above, piece));
    // 万头 | 亿元 below heads
    let units = pieces.len() > 1 && pieces.iter().all(|piece| piece.kind == Kind::Unit);
    !apart && !units && !pieces.is_empty() && pieces.iter().all(from)
}

/// Whether `piece` did not fit on the line of the one `above` it in its column.
fn runs_over(page: &Page<'_>, above: &Piece, piece: &Piece) -> bool {
    let (text, said) = (above.span.of(page.text), piece.span.of(page.text));
    let open = |text: &str, signs: [char; 2]| text.matches(signs).count();
    let inside = open(text, ['（', '(']) > open(text, ['）', ')']) && said.contains(['）', ')']);
    let value = |kind: Kind| matches!(kind, Kind::Count | Kind::Value | Kind::Dash | Kind::Year | Kind::Closed);
    // 到2030年建成 over 3处, 每低1个百分点扣2 over 分, 新增处理能力 over 5万吨/日
    let long = text.chars().nth(LONGEST_VALUE).is_some() && kind::words_left(text) > 0;
    let told =
        matches!(above.kind, Kind::Mixed | Kind::Words) || long && matches!(above.kind, Kind::Value | Kind::Year);
    let number = value(above.kind) && !told || value(piece.kind) && !(told && piece.kind == Kind::Value);
    let whole = number || kind::has_unit(text) || kind::names_group(said);
    let column = page.columns[piece.col];
    let fits = piece.reach.to <= column.to + OFF;
    // 支配收入（元） below 居民人均可: the unit stands at the end of a name, wherever that is broken.
    let name = matches!(above.kind, Kind::Words | Kind::Mixed | Kind::Name);
    let unit = kind::has_unit(said) && !kind::has_unit(text) && name && !kind::names_group(said);
    unit || fits && (inside || !whole && above.reach.to + first_word(said) > column.to)
}

#[cfg(test)]
mod tests {
    use super::{super::super::block::Block, *};

    /// The rows of the grid of `text`, its cells parted by bars.
    fn rows(text: &str) -> Vec<String> {
        let lines = crate::grid::recover::block::lines_of(text);
        let block = Block { text, lines: &lines };
        let grid = super::super::lines(&block).and_then(|lines| read(text, &lines));
        let rows = grid.map(|grid| crate::grid::expanded(&grid)).unwrap_or_default();
        rows.iter().map(|row| row.join("|")).collect()
    }

    #[test]
    fn lines_go_on_in_what_did_not_fit_above_them() {
        let text = "指标            单位  2030年\n\
                    绿道建设总里程  公里  60\n（滨水段）\n\
                    湿地公园        个    9\n\
                    优良天数比率    %     88\n";
        assert_eq!(rows(text)[1..], ["绿道建设总里程（滨水段）|公里|60", "湿地公园|个|9", "优良天数比率|%|88"]);
    }

    #[test]
    fn a_name_broken_by_hand_ends_with_its_unit() {
        let text = "指标            2025年  2030年\n\
                    城镇化率（%）   63.4    68\n\
                    居民人均可      41200   55000\n支配收入（元）\n\
                    绿道（公里）    180     300\n";
        let read = ["城镇化率（%）|63.4|68", "居民人均可支配收入（元）|41200|55000", "绿道（公里）|180|300"];
        assert_eq!(rows(text)[1..], read);
    }

    #[test]
    fn heads_and_values_may_go_on_too() {
        let text = "地区    造林面积（万  目标\n        亩）\n\
                    柳河县  12            全部建成小型\n                      水库\n\
                    石桥区  8             全部建成小型\n                      水厂\n";
        assert_eq!(
            rows(text),
            ["地区|造林面积（万亩）|目标", "柳河县|12|全部建成小型水库", "石桥区|8|全部建成小型水厂"]
        );
    }
}
