//! The rows of a page: each has a line that states a value; the lines between two of those go on in the name above or begin the one below.

use std::ops::Range;

use super::page::{Line, Page, Piece};
use crate::{
    grid::{
        self,
        model::Cell,
        recover::{
            kind::{self, Kind},
            numbered,
        },
    },
    lexicon::COLUMNS,
    span::Span,
};

/// Fewest rows.
const FEWEST: usize = 3;

/// Most characters of the name of a group that is broken over lines beside its rows.
const LONGEST_LABEL: usize = 4;

/// Furthest that the parts of such a name stand from each other, in lines.
const FURTHEST: usize = 3;

/// What a line of a name leaves free at the most that goes on in the next, and one more, in columns.
const ROOM: usize = 5;

/// Most pieces of a line that begins a name above its values: a group, a number, the name.
const MOST_BEFORE: usize = 3;

/// The rows of a page.
pub(super) struct Rows {
    /// The first line below the heads.
    pub(super) first: usize,
    /// The lines of each row.
    lines: Vec<Range<usize>>,
    /// The lines that name groups of the rows below them.
    over: Vec<usize>,
    /// The column of names.
    name: usize,
    /// Of each column, whether it holds values.
    pub(super) valued: Vec<bool>,
}

/// What columns hold.
struct Roles {
    name: usize,
    valued: Vec<bool>,
}

impl Roles {
    /// Names are the widest words; what states values stands behind them.
    fn of(page: &Page<'_>) -> Option<Self> {
        let none = vec![0; page.columns.len()];
        let (mut words, mut values, mut filled) = (none.clone(), none.clone(), none);
        for piece in page.lines.iter().flat_map(|line| &line.pieces) {
            let col = piece.col;
            filled[col] += usize::from(piece.kind != Kind::Year);
            values[col] += usize::from(piece.kind.states_value());
            let named = matches!(piece.kind, Kind::Words | Kind::Name | Kind::Mixed);
            words[col] += if named { piece.reach.to - piece.reach.from } else { 0 };
        }
        let name = (0..words.len()).max_by_key(|&col| words[col])?;
        let valued =
            (0..words.len()).map(|col| col > name && values[col] > 0 && values[col] * 2 >= filled[col]).collect();
        Some(Self { name, valued })
    }

    /// Whether `line` of `text` states a value: words that stand for one (年均增长) do beside a name.
    fn states(&self, text: &str, line: &Line) -> bool {
        let named = || line.pieces.iter().any(|piece| piece.col == self.name && !is_head(text, piece));
        let value = |piece: &Piece| piece.kind.states_value() && (piece.kind != Kind::Instead || named());
        line.pieces.iter().any(|piece| self.valued[piece.col] && value(piece))
    }
}

fn is_head(text: &str, piece: &Piece) -> bool {
    let text = piece.span.of(text);
    // 一、经济增长 names a group.
    !kind::names_group(text) && grid::Head::read(text).is_one()
}

/// The rows of `page`; `None` where too few of its lines state values.
pub(super) fn of(page: &Page<'_>) -> Option<Rows> {
    let roles = Roles::of(page)?;
    let stating: Vec<usize> = (0..page.lines.len()).filter(|&at| roles.states(page.text, &page.lines[at])).collect();
    let (first, last) = (*stating.first()?, *stating.last()?);
    // Where each line stands apart, that parts no rows.
    let spaced = page.lines[first..=last].iter().skip(1).any(|line| !line.apart);
    let widths = page.lines[..=last].iter().flat_map(|line| &line.pieces).filter(|piece| piece.col == roles.name);
    let widest = widths.map(|piece| piece.reach.to - piece.reach.from).max().unwrap_or(0);
    let counts = |col: usize| stating.iter().any(|&line| page.at(line, col).any(|piece| piece.kind == Kind::Count));
    let numbered = (0..roles.name).map(counts).collect();
    let reader = Reader { page, name: roles.name, stating: &stating, numbered, spaced, widest };
    let mut start = reader.start(first);
    let (mut lines, mut over) = (Vec::new(), Vec::new());
    for (nth, &at) in stating.iter().enumerate() {
        let next = stating.get(nth + 1).copied();
        let end = next.map_or_else(|| reader.end(start, at), |next| reader.parting(start, at, next));
        let groups = (start..at).take_while(|&line| reader.is_group(line)).count();
        over.extend(start..start + groups);
        lines.push(start + groups..end);
        start = end;
    }
    let first = lines.first()?.start.min(over.first().copied().unwrap_or(usize::MAX));
    let rows = Rows { first, lines, over, name: roles.name, valued: roles.valued };
    (rows.lines.len() >= FEWEST && first > 0 && !rows.has_title(page)).then_some(rows)
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    name: usize,
    /// The lines that state values.
    stating: &'p [usize],
    /// Of the columns before the names, whether they hold numbers of rows.
    numbered: Vec<bool>,
    /// Whether empty lines tell rows apart.
    spaced: bool,
    /// The width of the widest name.
    widest: usize,
}

impl Reader<'_, '_> {
    fn names(&self, line: usize) -> bool {
        self.page.has(line, self.name)
    }

    /// Whether line `line` begins a row by itself: its number stands there.
    fn numbers(&self, line: usize) -> bool {
        (0..self.name).any(|col| self.page.at(line, col).any(|piece| piece.kind == Kind::Count))
    }

    fn apart(&self, line: usize) -> bool {
        self.spaced && self.page.lines[line].apart
    }

    /// Where the row of line `at`, the first that states a value, begins.
    fn start(&self, at: usize) -> usize {
        let mut start = at;
        let joins = |line: usize| !self.apart(line) && !self.numbers(line) && self.goes_before(line - 1);
        while start > 0 && (self.is_group(start - 1) || joins(start)) {
            start -= 1;
        }
        start
    }

    /// Whether line `line` names a group: it stands alone, leaves room behind it, and whole names stand above and below it.
    fn is_group(&self, line: usize) -> bool {
        let spans: Vec<Span> = self.page.lines[line].pieces.iter().map(|piece| piece.span).collect();
        let below = self.page.lines.get(line + 1).and_then(|below| below.pieces.first()).map(|piece| piece.span);
        if numbered::names_group(self.page.text, &spans, below) {
            return true;
        }
        let [piece] = self.page.lines[line].pieces[..] else { return false };
        let placed = piece.col == self.name || self.numbered.get(piece.col) == Some(&true);
        let named = |line: usize| self.stating.binary_search(&line).is_ok() && self.names(line);
        let open =
            |above: usize| self.stating.binary_search(&above).is_ok() && !(self.names(above) && self.is_whole(above));
        let words = piece.kind == Kind::Words && !is_head(self.page.text, &piece);
        let numbered = self.is_numbered_apart(line);
        let apart = numbered || !line.checked_sub(1).is_some_and(open);
        // 一、规模 where the numbers of rows stand is no start of a name, however long it is.
        let whole = self.leaves_room(&piece) || numbered && piece.col != self.name;
        placed && words && whole && named(line + 1) && apart
    }

    /// Whether line `line` opens with a number, and of another kind than the names above and below it, if they have any.
    fn is_numbered_apart(&self, line: usize) -> bool {
        let first = |line: usize| self.page.lines.get(line)?.pieces.iter().find(|piece| piece.col <= self.name);
        let numbering = |line: usize| first(line).and_then(|piece| kind::numbering(piece.span.of(self.page.text)));
        let beside = [line.checked_sub(1), Some(line + 1)].into_iter().flatten();
        numbering(line).is_some_and(|own| beside.into_iter().all(|line| numbering(line) != Some(own)))
    }

    fn leaves_room(&self, piece: &Piece) -> bool {
        piece.reach.to - piece.reach.from + ROOM <= self.widest
    }

    /// Whether `line` above the first row may be the start of its name, and no row of heads.
    fn goes_before(&self, line: usize) -> bool {
        let pieces = &self.page.lines[line].pieces;
        self.names(line) && pieces.len() <= MOST_BEFORE && !pieces.iter().any(|piece| is_head(self.page.text, piece))
    }

    /// Where the row of `next` begins behind that of `at`, which begins at `start`.
    fn parting(&self, start: usize, at: usize, next: usize) -> usize {
        let begins = |line: &usize| self.apart(*line) || *line < next && (self.numbers(*line) || self.is_group(*line));
        if let Some(line) = (at + 1..next + 1).find(begins) {
            return line;
        }
        let fillers: Vec<usize> = (at + 1..next).filter(|&line| self.names(line)).collect();
        let before = (start..at).filter(|&line| self.names(line)).count();
        let behind = match (before, self.names(at), self.names(next)) {
            (0, true, false) => 0,
            (0, true, true) if self.is_whole(at) => 0,
            (0, false, false) => fillers.len().div_ceil(2),
            (0, ..) => fillers.len(),
            (before, ..) => before.min(fillers.len()),
        };
        fillers.get(behind).copied().unwrap_or(if behind == 0 { at + 1 } else { next })
    }

    /// Whether the name on line `line` ends in its unit or leaves room behind it.
    fn is_whole(&self, line: usize) -> bool {
        let whole = |piece: &Piece| self.leaves_room(piece) || kind::has_unit(piece.span.of(self.page.text));
        self.page.at(line, self.name).last().is_some_and(whole)
    }

    /// Where the last row, of line `at`, ends that begins at `start`.
    fn end(&self, start: usize, at: usize) -> usize {
        let before = (start..at).filter(|&line| self.names(line)).count();
        let most = match before {
            0 if self.names(at) && self.is_whole(at) => 0,
            0 => FURTHEST,
            before => before,
        };
        let goes_on = |line: &usize| !self.apart(*line) && self.names(*line) && !self.is_note(*line);
        at + 1 + (at + 1..self.page.lines.len()).take(most).take_while(goes_on).count()
    }

    /// Whether line `line` is a note, a sentence or a numbered heading.
    fn is_note(&self, line: usize) -> bool {
        let texts = self.page.lines[line].pieces.iter().map(|piece| piece.span.of(self.page.text));
        texts.into_iter().any(|text| {
            COLUMNS.note_mark.prefix(text).is_some() || text.contains(['。', '：']) || kind::names_group(text)
        })
    }
}

impl Rows {
    /// Whether the first line is no head of the names, but the title of the table.
    fn has_title(&self, page: &Page<'_>) -> bool {
        let alone = matches!(page.lines[0].pieces[..], [piece] if piece.col == self.name);
        alone && (1..self.first).any(|line| page.has(line, self.name))
    }

    /// Whether a row has numbers of several lines in each of several columns: its lines are rows of their own.
    pub(super) fn run_into_each_other(&self, page: &Page<'_>) -> bool {
        let value = |piece: &&Piece| matches!(piece.kind, Kind::Count | Kind::Value);
        let values = |line: usize, col: usize| page.at(line, col).filter(value).count().min(1);
        let several = |lines: &Range<usize>, col: usize| lines.clone().map(|line| values(line, col)).sum::<usize>() > 1;
        let columns = |lines: &Range<usize>| (0..self.valued.len()).filter(|&col| several(lines, col)).count();
        self.lines.iter().any(|lines| lines.len() > 1 && columns(lines) > 1)
    }

    /// One past the last line.
    pub(super) fn end(&self) -> usize {
        self.lines.last().map_or(0, |row| row.end)
    }

    /// The row of the grid that begins on line `line`, where those below the heads begin with row `below`.
    fn row(&self, line: usize, below: usize) -> usize {
        below
            + self.lines.iter().filter(|row| row.start < line).count()
            + self.over.iter().filter(|over| **over < line).count()
    }

    /// The cells of the rows, the first of which is row `below` of the grid.
    pub(super) fn cells(&self, page: &Page<'_>, below: usize) -> Vec<Cell> {
        let wide = |&line: &usize| {
            let cell = page.cell(page.lines[line].pieces.iter(), self.row(line, below), 0)?;
            Some(cell.over(1, page.columns.len()))
        };
        let mut cells: Vec<Cell> = self.over.iter().filter_map(wide).collect();
        let (beside, own): (Vec<usize>, Vec<usize>) = (0..page.columns.len()).partition(|&col| self.labels(page, col));
        for lines in &self.lines {
            let row = self.row(lines.start, below);
            let cell = |&col: &usize| page.cell(lines.clone().flat_map(|line| page.at(line, col)), row, col);
            cells.extend(own.iter().filter_map(cell));
        }
        cells.extend(beside.into_iter().flat_map(|col| self.groups(page, col, below)));
        cells
    }

    /// Whether column `col` names groups of rows: it stands before the names, and few lines have something in it.
    fn labels(&self, page: &Page<'_>, col: usize) -> bool {
        let filled = self.lines.iter().filter(|lines| (lines.start..lines.end).any(|line| page.has(line, col))).count();
        let pieces = || self.lines.iter().cloned().flatten().flat_map(|line| page.at(line, col));
        let words = pieces().all(|piece| piece.kind != Kind::Count);
        col < self.name && words && filled < self.lines.len()
    }

    /// The names of groups in column `col`, each over the rows to which it is nearer than the others, or from the first of them on.
    fn groups(&self, page: &Page<'_>, col: usize, below: usize) -> Vec<Cell> {
        let mut labels: Vec<Vec<usize>> = Vec::new();
        let length = |lines: &[usize]| -> usize {
            let texts = lines.iter().flat_map(|&line| page.at(line, col)).map(|piece| piece.span.of(page.text));
            texts.map(|text| text.chars().count()).sum()
        };
        // Where the first row has one, names stand beside the first of their rows and no other.
        let at_top = self.lines.first().is_some_and(|row| page.has(row.start, col));
        for line in (self.first..self.end()).filter(|&line| page.has(line, col)) {
            let opens = at_top && self.lines.iter().any(|row| row.start == line);
            match labels.last_mut() {
                Some(last)
                    if !opens
                        && line - last[last.len() - 1] <= FURTHEST
                        && length(last) + length(&[line]) <= LONGEST_LABEL =>
                {
                    last.push(line)
                }
                _ => labels.push(vec![line]),
            }
        }
        let middle = |lines: &Vec<usize>| lines[0] + lines[lines.len() - 1];
        let middles: Vec<usize> = labels.iter().map(middle).collect();
        let nearest = |row: &Range<usize>| {
            let here = row.start + row.end - 1;
            match at_top {
                true => labels.iter().rposition(|lines| lines[0] < row.end),
                false => (0..middles.len()).min_by_key(|&at| middles[at].abs_diff(here)),
            }
        };
        let of_rows: Vec<Option<usize>> = self.lines.iter().map(nearest).collect();
        let cell = |(at, lines): (usize, &Vec<usize>)| {
            let first = of_rows.iter().position(|label| *label == Some(at))?;
            let rows = of_rows.iter().filter(|label| **label == Some(at)).count();
            let last = self.row(self.lines[first + rows - 1].start, below);
            let row = self.row(self.lines[first].start, below);
            let cell = page.cell(lines.iter().flat_map(|&line| page.at(line, col)), row, col)?;
            Some(cell.over(last + 1 - row, 1))
        };
        labels.iter().enumerate().filter_map(cell).collect()
    }
}
