//! Rows that stand joined: in the cells of one, names and values a line each, as many in every cell; or one behind the other on a
//! line, each as wide as the heads.

use std::collections::HashMap;

use super::{Cell, Grid, Traits};
use crate::span::Span;

/// What a line of a cell ends with.
const BREAKS: [&str; 6] = ["<br>", "<br/>", "<br />", "</p>", "\n", " "];

impl Grid {
    /// This grid with a row for each line of the cells of `document` that hold as many names and as many numbers; what has one
    /// line belongs to all of them; and with a column for each head that one cell joins.
    pub fn parted(self, document: &str) -> Self {
        let grid = self.unwound().unspread(document);
        grid.unjoined(document).unstroked(document).unrepeated()
    }

    /// This grid with each of several numbers that stand in one cell before as many empty ones in a cell of its own, as where the
    /// columns of a page stand close (52.2 59.1 66.1 | | ).
    fn unspread(mut self, document: &str) -> Self {
        let mut spread: Vec<(usize, Vec<Span>)> =
            (0..self.cells.len()).filter_map(|at| Some((at, self.spread_at(document, at)?))).collect();
        // A pair in one cell of one row may be two values of one column.
        let key = |(at, numbers): &(usize, Vec<Span>)| (self.cells[*at].col(), numbers.len());
        let mut times: HashMap<(usize, usize), usize> = HashMap::new();
        spread.iter().for_each(|one| *times.entry(key(one)).or_default() += 1);
        spread.retain(|one| times[&key(one)] > 1);
        for (at, numbers) in spread {
            let (row, col) = (self.cells[at].row(), self.cells[at].col());
            for (nth, &number) in numbers.iter().enumerate() {
                self.cells[at + nth] = Cell::at(document, number, row, col + nth);
            }
        }
        self
    }

    /// The numbers in the cell `at` that as many empty cells follow, itself counted.
    fn spread_at(&self, document: &str, at: usize) -> Option<Vec<Span>> {
        let numbers = Some(numbers(document, &self.cells[at])).filter(|numbers| numbers.len() > 1)?;
        let behind = self.cells.get(at + 1..at + numbers.len())?;
        let (row, col) = (self.cells[at].row(), self.cells[at].col());
        let empty = |(nth, cell): (usize, &Cell)| cell.is_empty() && (cell.row(), cell.col()) == (row, col + 1 + nth);
        behind.iter().enumerate().all(empty).then_some(numbers)
    }

    /// This grid with a row for each stretch of cells as wide as its heads, where lines hold several.
    fn unwound(mut self) -> Self {
        let heads = self.cells.iter().filter(|cell| cell.row() == 0 && !cell.is_empty());
        let width = heads.map(|cell| cell.col() + cell.cols()).max().unwrap_or(0);
        let times = self.cols.checked_div(width).unwrap_or(0);
        let single = self.cells.iter().all(|cell| cell.rows() == 1 && cell.cols() == 1);
        if width < 3 || times < 2 || times * width != self.cols || !single || !self.repeats(width) {
            return self;
        }
        self.cells.retain(|cell| cell.col() < width || !cell.is_empty());
        let unwound = |cell: Cell| {
            let (row, col) = (cell.row() * times + cell.col() / width, cell.col() % width);
            cell.moved(row, col)
        };
        let cells = std::mem::take(&mut self.cells).into_iter();
        Self::new(cells.map(unwound).collect(), self.origin, self.span)
    }

    /// Whether what stands `width` columns on is of the kind of what stands in the first columns: a number, or none.
    fn repeats(&self, width: usize) -> bool {
        let mut numbers = vec![[0, 0]; width];
        let (mut all, mut alike) = (0, 0);
        for cell in self.cells.iter().filter(|cell| cell.row() > 0 && !cell.is_empty()) {
            let traits = Traits::of(cell.text());
            let number = usize::from(traits.number || traits.like_year);
            let seen = &mut numbers[cell.col() % width];
            if cell.col() < width {
                seen[number] += 1;
            } else {
                all += 1;
                alike += usize::from(seen[number] > seen[1 - number]);
            }
        }
        all >= width && alike * 10 >= all * 9
    }

    fn unjoined(mut self, document: &str) -> Self {
        let mut many = vec![1; self.rows];
        self.cells
            .chunk_by(|one, other| one.row() == other.row())
            .for_each(|cells| many[cells[0].row()] = joined(document, cells));
        if many.iter().all(|&many| many == 1) {
            return self;
        }
        // Where each row begins; behind the last, where the grid ends.
        let mut starts = vec![0];
        starts.extend(many.iter().scan(0, |end, many| {
            *end += many;
            Some(*end)
        }));
        let place = |cell: Cell| {
            let (first, end) = (cell.row(), cell.row().saturating_add(cell.rows()).min(many.len()));
            let lines = if many[first] > 1 { lines(document, &cell) } else { Vec::new() };
            if lines.len() < 2 {
                let (col, cols) = (cell.col(), cell.cols());
                return vec![cell.moved(starts[first], col).over(starts[end] - starts[first], cols)];
            }
            let line = |(at, &span)| Cell::at(document, span, starts[first] + at, cell.col()).over(1, cell.cols());
            lines.iter().enumerate().map(line).collect()
        };
        let cells = std::mem::take(&mut self.cells).into_iter();
        Self::new(cells.flat_map(place).collect(), self.origin, self.span)
    }
}

/// The numbers that spaces part in `cell`, where it holds nothing else.
fn numbers(document: &str, cell: &Cell) -> Vec<Span> {
    let source = cell.span().of(document);
    if !source.contains(' ') || cell.rows() > 1 || cell.cols() > 1 {
        return Vec::new();
    }
    let base = source.as_ptr() as usize;
    let start = |piece: &str| cell.span().start + (piece.as_ptr() as usize - base);
    let pieces = source.split(' ').filter(|piece| !piece.is_empty());
    let spans: Vec<Span> = pieces.map(|piece| Span::new(start(piece), start(piece) + piece.len())).collect();
    let number = |span: &Span| {
        let text = span.of(document);
        text.starts_with(|c: char| c.is_ascii_digit()) && Traits::of(text).number
    };
    // 1 860 is one number.
    let group = |span: &Span| span.len() == 3 && span.of(document).bytes().all(|b| b.is_ascii_digit());
    let grouped = spans.len() > 1 && spans[1..].iter().all(group) && spans[0].len() <= 3;
    if spans.iter().all(number) && !grouped { spans } else { Vec::new() }
}

/// How many rows are joined in `cells`, those that begin in one row.
fn joined(document: &str, cells: &[Cell]) -> usize {
    let spans: Vec<Vec<Span>> =
        cells.iter().filter(|cell| !cell.is_empty()).map(|cell| lines(document, cell)).collect();
    if spans.iter().all(|lines| lines.len() < 2) {
        return 1;
    }
    let traits = |lines: &Vec<Span>| lines.iter().map(|line| Traits::of(line.of(document))).collect();
    let lines: Vec<Vec<Traits>> = spans.iter().map(traits).collect();
    let number = |line: &Traits| line.number || line.like_year || line.dash;
    let values = lines.iter().find(|lines| lines.len() > 1 && lines.iter().all(number));
    let many = values.map_or(1, Vec::len);
    let named = lines.iter().any(|lines| lines.len() == many && lines.iter().all(|line| line.name));
    let even = lines.iter().all(|lines| lines.len() == many || lines.len() == 1 && !number(&lines[0]));
    let whole = cells.iter().all(|cell| cell.rows() == 1);
    if named && even && whole { many } else { 1 }
}

/// The lines of `cell`.
fn lines(document: &str, cell: &Cell) -> Vec<Span> {
    let source = cell.span().of(document);
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    while at < source.len() {
        let rest = &source[at..];
        let ends = BREAKS.iter().find(|sign| rest.starts_with(**sign)).map(|sign| sign.len());
        if let Some(length) = ends {
            lines.push((start, at));
            start = at + length;
        }
        at += ends.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
    }
    lines.push((start, source.len()));
    let span = |(from, to): (usize, usize)| Span::new(cell.span().start + from, cell.span().start + to);
    lines.into_iter().map(span).filter(|span| !span.of(document).trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Origin;

    /// The rows of the table in `text`, whose cells bars part, `width` a row.
    fn parted(text: &str, width: usize, origin: Origin) -> Vec<Vec<String>> {
        let mut at = 0;
        let cell = |cell: &str| {
            let span = Span::new(at, at + cell.len());
            at += cell.len() + 1;
            span
        };
        let cells: Vec<Span> = text.split('|').map(cell).collect();
        let rows: Vec<Vec<Span>> = cells.chunks(width).map(<[Span]>::to_vec).collect();
        crate::grid::expanded(&Grid::of_rows(text, &rows, origin, Span::new(0, text.len())).parted(text))
    }

    /// The rows of a table whose second row has these cells.
    fn rows(cells: &[&str]) -> Vec<Vec<String>> {
        parted(&format!("类别|指标|2030年|{}", cells.join("|")), 3, Origin::Pipes)
    }

    #[test]
    fn rows_behind_one_another_are_parted() {
        let rows = parted("指标|单位|2030年||||绿道|公里|45|湿地|公顷|1200|公园|座|7|广场|处|9", 6, Origin::Pipes);
        let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, ["指标", "绿道", "湿地", "公园", "广场"]);
    }

    #[test]
    fn numbers_before_as_many_empty_cells_have_a_cell_each() {
        let spread = |rows: [&str; 2]| {
            let text = format!("指标|2025年|2030年|{}|{}", rows[0], rows[1]);
            let rows = parted(&text, 3, Origin::Medium);
            rows[1..].iter().map(|row| row[1..].join("|")).collect::<Vec<_>>()
        };
        assert_eq!(spread(["绿道|12.5 13|", "公园|7 9|"]), ["12.5|13", "7|9"]);
        assert_eq!(spread(["绿道|12.5 13|", "公园|7|9"]), ["12.5 13|", "7|9"]);
        assert_eq!(spread(["绿道|1 860|", "公园|2 350|"]), ["1 860|", "2 350|"]);
        assert_eq!(spread(["绿道|约12 13|", "公园|约7 9|"]), ["约12 13|", "约7 9|"]);
    }

    #[test]
    fn cells_with_as_many_names_and_numbers_are_rows() {
        assert_eq!(
            rows(&["消费", "零售额（亿元）<br>网店（家）", "400<br>130"])[1..],
            [["消费", "零售额（亿元）", "400"], ["消费", "网店（家）", "130"]]
        );
        assert_eq!(rows(&["消费", "零售额 网店", "2000 —"])[1..], [["消费", "零售额", "2000"], ["消费", "网店", "—"]]);
        for cells in
            [["消费", "零售额 总额", "400"], ["消费", "零售额", "12 345"], ["消费", "零售额 网店 夜市", "400 130"]]
        {
            assert_eq!(rows(&cells).len(), 2, "{cells:?}");
        }
    }
}
