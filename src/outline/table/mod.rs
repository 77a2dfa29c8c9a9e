//! Tables among the lines of a document, those a medium marks and those that have come down as text; and the captions of lost ones.

mod chosen;
mod marked;
mod opening;
mod parts;

use self::{
    opening::{
        gives_unit, heads_behind_title, is_division, is_note, names_columns, opens, title_above, unit_told,
        without_cells,
    },
    parts::{Grid, Sheet, next_text},
};
use super::{
    Table,
    caption::{self, Caption, Kind},
    layout::Layout,
    line::{Line, Role},
};
use crate::{
    grid::recover,
    source::Document,
    span::{Short, Span},
};

/// Tables and captions, with the lines they start on.
#[derive(Default)]
pub(super) struct Found {
    /// In order.
    pub(super) tables: Vec<Table>,
    /// The place of the first line of each.
    pub(super) opened: Vec<usize>,
    /// The captions of boxes that hold text; [`Role::Caption`] points here.
    pub(super) boxes: Vec<Caption>,
}

/// Finds the tables among the lines that are text, and marks their lines and captions.
pub(super) fn find(lines: &mut [Line], document: &Document, layout: Layout) -> Found {
    let mut finder = Finder { lines, document, layout, found: Found::default() };
    let mut at = 0;
    while at < finder.lines.len() {
        at = if finder.lines[at].role == Role::Body { finder.read_at(at) } else { at + 1 };
    }
    finder.found
}

/// Whether a table without a caption may open on line `at`.
pub(super) fn may_open(lines: &[Line], document: &Document, at: usize) -> bool {
    opens(Sheet { lines, document }, at)
}

struct Finder<'a> {
    lines: &'a mut [Line],
    document: &'a Document,
    layout: Layout,
    found: Found,
}

impl Finder<'_> {
    /// Reads the table or caption that line `at` opens, if it opens one; gives the line to go on with.
    fn read_at(&mut self, at: usize) -> usize {
        if let Some(next) = self.behind_title(at) {
            return next;
        }
        match caption::read(&self.lines[at]) {
            None => self.uncaptioned(at),
            Some(caption) if caption.glued.is_some() => {
                let source = self.lines[at].span().of(&self.document.text);
                let rows = recover::runs_together(source).then(|| self.grid(at, Some((&caption.title, ""))));
                match rows.flatten().filter(|rows| rows.reading.is_some()) {
                    Some(rows) => self.place(at, &caption, Some(rows)),
                    None => self.place_box(at, caption),
                }
            }
            Some(caption) => self.captioned(at, caption),
        }
    }

    /// Reads the table that stands on line `at` behind its title; gives the line to go on with.
    fn behind_title(&mut self, at: usize) -> Option<usize> {
        let start = heads_behind_title(Sheet { lines: &*self.lines, document: self.document }, at)?;
        let line = self.lines[at].span();
        let title = Span::new(line.start, start).of(&self.document.text).trim();
        let caption = caption::parted(title).map(|(caption, _)| caption);
        let caption = caption.unwrap_or_else(|| Caption { title: title.to_owned(), ..Caption::default() });
        self.lines[at].cut(Span::new(start, line.end));
        let grid = self.grid(at, Some((&caption.title, "")));
        self.lines[at].cut(line);
        let grid = grid.filter(|grid| grid.reading.is_some())?;
        Some(self.place(at, &caption, Some(grid)))
    }

    /// The table that line `at` opens without a caption, with its title and the line that gives its unit.
    fn uncaptioned(&mut self, at: usize) -> usize {
        let Some(first) = self.grid(at, None) else { return at + 1 };
        let lines = &*self.lines;
        let unit = at.checked_sub(1).filter(|&above| lines[above].role == Role::Body && gives_unit(&lines[above]));
        let above = title_above(lines, unit.unwrap_or(at), unit.is_some()).or(unit);
        let title =
            above.filter(|&above| Some(above) != unit).map(|above| without_cells(lines[above].text()).to_owned());
        let beside = at.checked_sub(1).filter(|&above| lines[above].role == Role::Body).map(|above| &lines[above]);
        let given = unit.map_or_else(|| beside.and_then(unit_told).unwrap_or(""), |unit| lines[unit].text());
        let grid = chosen::dated(first, title.as_deref().unwrap_or(""), given);
        let caption = Caption { title: title.unwrap_or_default(), ..Caption::default() };
        self.place(above.unwrap_or(at), &caption, Some(grid))
    }

    /// The table below the caption on line `at`.
    fn captioned(&mut self, at: usize, mut caption: Caption) -> usize {
        let mut next = next_text(self.lines, at + 1);
        if self.caption_goes_on(at, next) {
            caption.title.push_str(self.lines[next].text());
            self.lines[next].role = Role::Table;
            next = next_text(self.lines, next + 1);
        }
        // The unit of the table, above it.
        let unit = Some(next).filter(|&next| self.lines.get(next).is_some_and(gives_unit));
        if unit.is_some() {
            next = next_text(self.lines, next + 1);
        }
        let given = unit.map_or("", |unit| self.lines[unit].text());
        let grid = if caption.kind == Kind::Figure { None } else { self.grid(next, Some((&caption.title, given))) };
        let empty = self.lines.get(next).is_none_or(|next| caption::read(next).is_some() || is_division(next));
        match caption.kind {
            Kind::Box if grid.is_none() && !empty => self.place_box(at, caption),
            _ => self.place(at, &caption, grid),
        }
    }

    /// The table that starts on line `at`; `around` is the caption above it and the line that gives its unit.
    fn grid(&self, at: usize, around: Option<(&str, &str)>) -> Option<Grid> {
        chosen::read(Sheet { lines: self.lines, document: self.document }, at, around)
    }

    /// Whether the caption on line `at` of a wrapped page runs on to line `next`.
    fn caption_goes_on(&self, at: usize, next: usize) -> bool {
        let sheet = Sheet { lines: self.lines, document: self.document };
        self.layout.is_full(&self.lines[at])
            && next < self.lines.len()
            && !opens(sheet, next)
            && self.lines.get(next).is_some_and(|line| {
                let plain = line.role == Role::Body && line.is_short(30) && !line.ends_sentence() && !line.tabs;
                plain && !self.layout.is_full(line) && line.opening().is_none() && !names_columns(line)
            })
    }

    fn place_box(&mut self, at: usize, caption: Caption) -> usize {
        self.lines[at].role = Role::Caption(self.found.boxes.len() as u32);
        self.found.boxes.push(caption);
        at + 1
    }

    /// Marks the lines of the table below `caption` and gives the line behind it; without `grid` its table is lost.
    fn place(&mut self, at: usize, caption: &Caption, grid: Option<Grid>) -> usize {
        let missing = grid.is_none();
        let lines = &mut *self.lines;
        let below = (at + 1..lines.len()).find(|&next| lines[next].role != Role::Table).unwrap_or(lines.len());
        let grid = grid.unwrap_or(Grid { end: below, ..Grid::default() });
        let mut end = grid.end;
        let after = next_text(lines, end);
        let note = lines.get(after).filter(|line| !missing && is_note(line)).map(|line| Short::from(line.span()));
        if note.is_some() {
            end = after + 1;
        }
        lines[at..end].iter_mut().filter(|line| line.role == Role::Body).for_each(|line| line.role = Role::Table);
        let own = grid.reading.as_ref().map_or("", |reading| &reading.title);
        let title = if caption.title.is_empty() { own } else { &caption.title };
        let table = Table {
            caption: title.into(),
            label: caption.label.as_str().into(),
            line: self.document.lines.line(lines[at].span().start),
            node: None,
            header: grid.header.into(),
            rows: grid.rows,
            grid: grid.cells,
            reading: grid.reading.map(Box::new),
            note,
            missing,
        };
        self.found.tables.push(table);
        self.found.opened.push(at);
        end
    }
}
