//! Tables in text: those a medium marks, cells parted by tabs, one cell a line, or cells parted by spaces; and the captions of lost ones.
//!
//! Knows what headers of indicator tables are called, and of cells whether they are names, values or natures.

mod chosen;
mod marked;
mod natured;
mod regular;
mod spaced;
mod stacked;
mod tabs;
mod tokens;

use super::{
    Cell, Table,
    caption::{self, Caption, Kind},
    label::{self, Mark},
    layout::Layout,
    line::{Line, Role},
};
use crate::{
    grid::{self, recover},
    source::{Document, View},
    span::Span,
};

/// What headers of indicator tables are called.
const HEADER_WORDS: &[&str] = &[
    "序号",
    "类别",
    "分类",
    "类型",
    "领域",
    "指标",
    "指标名称",
    "主要指标",
    "单位",
    "计量单位",
    "属性",
    "指标属性",
    "指标类型",
    "性质",
    "指标性质",
    "预期值",
    "目标值",
    "目标",
    "备注",
    "年均增长",
    "年均增速",
    "责任部门",
    "责任单位",
    "牵头单位",
    "现状值",
    "基期值",
    "规划目标",
    "规划值",
    "项目",
    "项目名称",
    "名称",
    "内容",
];

/// What says whether a target binds.
const NATURES: &[&str] = &["约束性", "预期性", "引导性", "指导性", "约束", "预期", "引导"];

/// Tables and captions, with the lines they start on.
#[derive(Default)]
pub(super) struct Found {
    /// Each with the place of its first line.
    pub(super) tables: Vec<(usize, Table)>,
    /// The captions of boxes that hold text; [`Role::Caption`] points here.
    pub(super) boxes: Vec<Caption>,
}

/// A table's cells, and the line after its last.
#[derive(Default)]
struct Grid {
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    end: usize,
    /// The cells with their places, and what they mean, where that was found.
    cells: grid::Grid,
    reading: Option<grid::Reading>,
}

impl Grid {
    /// How many rows have cells of their own, and name no group.
    fn full_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.len() > 1).count()
    }
}

/// What the readers of the shapes look at.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    lines: &'a [Line],
    document: &'a Document,
}

impl Sheet<'_> {
    fn cell(self, span: Span) -> Cell {
        Cell { span, view: View::new(&self.document.text, &[span]) }
    }

    /// A cell read from two places: what stands above it, and its own.
    fn below(self, above: Span, own: Span) -> Cell {
        Cell { span: own, view: View::new(&self.document.text, &[above, own]) }
    }
}

/// Whether `line` gives the unit of the table below it: 单位：亿元, （单位：万元）.
fn gives_unit(line: &Line) -> bool {
    line.is_short(24) && line.text().trim_start_matches('（').starts_with("单位：")
}

/// Finds the tables among the lines that are text, and marks their lines and captions.
pub(super) fn find(lines: &mut [Line], document: &Document, layout: Layout) -> Found {
    let mut found = Found::default();
    let mut at = 0;
    while at < lines.len() {
        at = if lines[at].role == Role::Body { read_at(lines, at, document, layout, &mut found) } else { at + 1 };
    }
    found
}

/// Reads the table or caption that line `at` opens, if it opens one; gives the line to go on with.
fn read_at(lines: &mut [Line], at: usize, document: &Document, layout: Layout, found: &mut Found) -> usize {
    let Some(mut caption) = caption::read(&lines[at]) else {
        let Some(first) = grid(lines, at, document, None) else { return at + 1 };
        let unit = at.checked_sub(1).filter(|&above| lines[above].role == Role::Body && gives_unit(&lines[above]));
        let above = title_above(lines, unit.unwrap_or(at)).or(unit);
        let title = above.filter(|&above| Some(above) != unit).map(|above| lines[above].text().to_owned());
        let given = unit.map_or("", |unit| lines[unit].text());
        let grid = chosen::dated(first, title.as_deref().unwrap_or(""), given);
        let caption =
            Caption { kind: Kind::Table, label: String::new(), title: title.unwrap_or_default(), glued: None };
        return place(lines, above.unwrap_or(at), &caption, Some(grid), found, document);
    };
    if caption.glued.is_some() {
        let source = lines[at].span.of(&document.text);
        let rows = recover::runs_together(source).then(|| grid(lines, at, document, Some((&caption.title, ""))));
        return match rows.flatten().filter(|rows| rows.reading.is_some()) {
            Some(rows) => place(lines, at, &caption, Some(rows), found, document),
            None => place_box(lines, at, caption, found),
        };
    }
    let mut next = next_text(lines, at + 1);
    if caption_goes_on(lines, at, next, layout) {
        caption.title.push_str(lines[next].text());
        lines[next].role = Role::Table;
        next = next_text(lines, next + 1);
    }
    // The unit of the table, above it.
    let unit = Some(next).filter(|&next| next < lines.len() && gives_unit(&lines[next]));
    if unit.is_some() {
        next = next_text(lines, next + 1);
    }
    let given = unit.map_or("", |unit| lines[unit].text());
    let grid =
        if caption.kind == Kind::Figure { None } else { grid(lines, next, document, Some((&caption.title, given))) };
    let empty = next >= lines.len() || caption::read(&lines[next]).is_some() || is_division(&lines[next]);
    match caption.kind {
        Kind::Box if grid.is_none() && !empty => place_box(lines, at, caption, found),
        _ => place(lines, at, &caption, grid, found, document),
    }
}

/// The line below the caption on line `at`.
fn next_after_caption(lines: &[Line], at: usize) -> usize {
    (at + 1..lines.len()).find(|&next| lines[next].role != Role::Table).unwrap_or(lines.len())
}

/// Whether the caption on line `at` of a wrapped page runs on to line `next`.
fn caption_goes_on(lines: &[Line], at: usize, next: usize, layout: Layout) -> bool {
    layout.is_full(&lines[at])
        && lines.get(next).is_some_and(|line| {
            let plain = line.role == Role::Body && line.is_short(30) && !line.ends_sentence() && !line.tabs;
            plain && !layout.is_full(line) && label::read(line.text()).is_none() && !names_columns(line)
        })
}

fn place_box(lines: &mut [Line], at: usize, caption: Caption, found: &mut Found) -> usize {
    lines[at].role = Role::Caption(found.boxes.len());
    found.boxes.push(caption);
    at + 1
}

fn place(
    lines: &mut [Line],
    at: usize,
    caption: &Caption,
    grid: Option<Grid>,
    found: &mut Found,
    document: &Document,
) -> usize {
    let missing = grid.is_none();
    let after_caption = next_after_caption(lines, at);
    let grid = grid.unwrap_or(Grid { end: after_caption, ..Grid::default() });
    let mut end = grid.end;
    let after = next_text(lines, end);
    let note = (!missing).then(|| lines.get(after).filter(|line| is_note(line)).map(|line| line.span)).flatten();
    if note.is_some() {
        end = after + 1;
    }
    lines[at..end].iter_mut().filter(|line| line.role == Role::Body).for_each(|line| line.role = Role::Table);
    let table = Table {
        caption: caption.title.clone(),
        label: caption.label.clone(),
        line: document.lines.line(lines[at].span.start),
        node: None,
        header: grid.header,
        rows: grid.rows,
        grid: grid.cells,
        reading: grid.reading,
        note,
        missing,
    };
    found.tables.push((at, table));
    end
}

/// The table that starts on line `at`: of all readings of its lines the one that is worth most. `around` is the caption above
/// it and the line that gives its unit.
fn grid(lines: &[Line], at: usize, document: &Document, around: Option<(&str, &str)>) -> Option<Grid> {
    let line = lines.get(at).filter(|line| line.role == Role::Body)?;
    let sheet = Sheet { lines, document };
    chosen::read(sheet, at, line, around)
}

/// The rows of the table that starts on line `at`, by the shapes that indicator tables often have.
fn by_shape(sheet: Sheet<'_>, at: usize, line: &Line) -> Option<Grid> {
    let document = sheet.document;
    if let Some(table) = document.marks.table(line.span.start) {
        return marked::read(sheet, table);
    }
    if line.tabs {
        return tabs::read(sheet, at);
    }
    let spread = tokens::opens_with_columns(sheet, line);
    if !is_header_word(line.text()) && !names_columns(line) && !spread {
        return None;
    }
    let lines = tokens::by_line(sheet, at);
    let found = spaced::read(sheet, at)
        .or_else(|| natured::read(sheet, &lines))
        .or_else(|| regular::read(sheet, &lines))
        .or_else(|| stacked::read(sheet, at));
    if !spread {
        return found;
    }
    // Of several readings the one with most rows holds, of equals the strictest.
    let words = tokens::by_word(sheet, at);
    let readings = [natured::read(sheet, &words), found, regular::read(sheet, &words)];
    readings.into_iter().flatten().max_by_key(Grid::full_rows)
}

/// Whether `text` is what a column of an indicator table is called.
fn is_header_word(text: &str) -> bool {
    HEADER_WORDS.contains(&text)
}

/// Whether `text` heads a column of values: 2030年, 年均〔累计〕, 目标值.
fn heads_a_value(text: &str) -> bool {
    let dated = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('年');
    dated || text.starts_with("“十") && stands_over(text) || is_made_of(text, &VALUE_HEADS)
}

/// What headings of columns of values are made of.
const VALUE_HEADS: [&str; 13] =
    ["年均", "累计", "目标", "规划", "基期", "现状", "增长", "增速", "增幅", "预期", "下降", "值", "率"];

/// Whether `text` is made of `words`, signs and nothing else.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    let rest = words.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
    rest.len() < text.len() && !rest.chars().any(char::is_alphanumeric)
}

/// Whether a heading stands over several columns (“十五五”目标).
fn stands_over(text: &str) -> bool {
    ["目标", "规划", "时期"].iter().any(|word| text.contains(word))
}

/// Whether `line` is a note to a table.
fn is_note(line: &Line) -> bool {
    ["注：", "注1", "备注："].iter().any(|mark| line.text().starts_with(mark))
}

/// Whether `line` opens with the name of a column.
fn names_columns(line: &Line) -> bool {
    line.is_short(60)
        && ["序号", "类别", "分类", "领域", "指标", "项目"].iter().any(|word| line.text().starts_with(word))
}

/// Whether `text` says whether a target binds.
fn is_nature(text: &str) -> bool {
    NATURES.contains(&text.trim_matches(['（', '）', '[', ']']))
}

/// Whether `line` is a row that names a group of rows: 一、经济发展（6项）, （二）创新驱动.
fn is_section_row(line: &Line) -> bool {
    line.is_short(24)
        && !line.ends_sentence()
        && label::read(line.text()).is_some_and(|l| matches!(l.mark, Mark::Chinese | Mark::ChineseParen))
}

fn is_division(line: &Line) -> bool {
    label::read(line.text()).is_some_and(|l| l.mark <= Mark::ChineseParen)
}

/// The next line from `at` on that is no furniture.
fn next_text(lines: &[Line], at: usize) -> usize {
    (at..lines.len()).find(|&next| lines[next].role != Role::Furniture).unwrap_or(lines.len())
}

/// The line above a table that names it.
fn title_above(lines: &[Line], at: usize) -> Option<usize> {
    let above = at.checked_sub(1)?;
    let line = &lines[above];
    let text = line.text();
    // Behind the name the unit may stand in brackets: 主要指标（亿元）.
    let text = text.strip_suffix('）').and_then(|open| open.rsplit_once('（')).map_or(text, |(name, _)| name);
    let names = text.ends_with("指标") || text.ends_with('表') || text.ends_with("目标");
    let plain = line.role == Role::Body && line.is_short(40) && !line.ends_sentence();
    (plain && names && label::read(line.text()).is_none()).then_some(above)
}

/// `row` with as many cells as `columns`.
fn fit(mut row: Vec<Cell>, columns: usize) -> Vec<Cell> {
    if row.len() < columns {
        row.resize_with(columns, Cell::default);
    }
    row
}
