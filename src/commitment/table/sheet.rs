//! A table that was read, with its document and section: what the rows of all kinds of tables have.

use std::collections::HashSet;

use crate::{
    grid::{self, Grid, Part, Place, Reading, Record, Role as Holds},
    lexicon::{HEADINGS, signs, years},
    outline::{Outline, Table},
    reading::{
        scene::{Role, Roles},
        sentence::without_brackets,
    },
    source::View,
    span::Span,
    statement::{Around, Deadline, DeadlineSource, TableRow},
    time::{self, TimeMention, TimeRole},
};

use crate::commitment::responsible;

/// A table that was read.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    /// What the sections do.
    pub(super) roles: &'a Roles<'a>,
    pub(super) outline: &'a Outline,
    pub(super) table: &'a Table,
    pub(super) reading: &'a Reading,
    pub(super) part: &'a Part,
    pub(super) document: &'a str,
    pub(super) role: Role,
    /// The heading that gives the role.
    pub(super) heading: &'a str,
    /// Whether what becomes of each number is asked.
    pub(super) ruled: bool,
}

impl<'a> Sheet<'a> {
    fn grid(&self) -> &'a Grid {
        &self.table.grid
    }

    /// The time that the caption names, or the nearest heading that names one alone of the plan's own, with its year.
    pub(super) fn dated_above(&self) -> Option<(&'a str, i32)> {
        let scene = self.roles.scene;
        let dates = |time: &TimeMention| time.dates() || time.role == TimeRole::Named;
        let of_caption = |caption: &'a str| {
            let time = time::scan(caption, scene.frame).into_iter().find(dates)?;
            Some((time.span.of(caption), time.end?))
        };
        let own = |year: &i32| scene.first_year().is_none_or(|first| *year >= first);
        let of_heading = |title: &'a str| {
            let times = time::scan(title, scene.frame);
            let [time] = &times[..] else { return None };
            time.end.filter(own).filter(|_| dates(time)).map(|year| (time.span.of(title), year))
        };
        let headings = self.outline.upward(self.table.node);
        of_caption(self.table.caption.as_ref())
            .or_else(|| headings.map(|node| node.title.as_str()).find_map(of_heading))
    }

    /// Its caption, or the heading above it that is the name of a table (附件1 造林任务分解表).
    pub(super) fn title(&self) -> &'a str {
        let names_table = |title: &&str| HEADINGS.table_word.suffix(&without_brackets(title)).is_some();
        let heading =
            || self.outline.upward(self.table.node).map(|node| node.title.as_str()).next().filter(names_table);
        Some(self.table.caption.as_ref()).filter(|caption: &&str| !caption.is_empty()).or_else(heading).unwrap_or("")
    }

    /// What a reader sees at `place`.
    pub(super) fn view(&self, place: Place) -> Option<&'a View> {
        self.grid().cells.get(place.cell()).map(|cell| &cell.view)
    }

    /// The bytes of the document at `place`.
    pub(super) fn span(&self, place: Place) -> Span {
        self.grid().cells.get(place.cell()).map_or(Span::default(), grid::Cell::span)
    }

    /// The text of the first cell of `record` in a column of `role`.
    pub(super) fn text(&self, record: &Record, role: Holds) -> &str {
        let place = self.part.of(role).find_map(|col| record.at(col));
        place.and_then(|place| self.view(place)).map_or("", View::text)
    }

    /// The cells of `record`, each once.
    pub(super) fn sentence(&self, record: &Record) -> String {
        let mut seen = HashSet::new();
        let cells = record.cells.iter().flatten().filter(|place| seen.insert(place.cell()));
        let texts = cells.filter_map(|place| self.grid().cells.get(place.cell())).map(grid::Cell::text);
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Where `record` stands in its table, under `heads`.
    pub(super) fn row(&self, record: &Record, heads: &[&str]) -> Option<TableRow> {
        let heads = heads.iter().filter(|head| !head.is_empty()).map(|head| (*head).into()).collect();
        let group = record.group.iter().map(|group| group.clone().into()).collect();
        Some(TableRow { around: Around { group, heads }.into(), row: record.number })
    }

    /// The responsible units of `record`, those who lead first.
    pub(super) fn units(&self, record: &Record) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        let cells = self.part.of(Holds::Responsible).filter_map(|col| record.at(col));
        for unit in cells.filter_map(|place| self.view(place)).flat_map(|view| responsible::names(view.text())) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// The year of all that stands in the table: the one above it, else the plan's last.
    pub(super) fn year(&self) -> Option<i32> {
        self.dated_above().map(|(_, year)| year).or_else(|| self.roles.scene.last_year())
    }

    /// The time of `record`, with the place that gives it.
    pub(super) fn due(&self, record: &Record) -> Option<(Deadline, Span)> {
        let place = self.part.of(Holds::Due).find_map(|col| record.at(col))?;
        let text = self.view(place).map_or("", View::text);
        let bare =
            || text.get(text.len().checked_sub(4)?..)?.parse().ok().filter(|&year: &i32| years::is_of_plans(year));
        let times = time::scan(text, self.roles.scene.frame);
        let year = times.iter().filter_map(|time| time.end).max().or_else(bare);
        // 12月底, 年内: of the year that the table is about.
        let within = || text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(signs::month);
        let year = year.or_else(|| if !times.is_empty() || within() { self.year() } else { None })?;
        let deadline = Deadline { year, month: None, source: DeadlineSource::Explicit, text: text.into() };
        Some((deadline, self.span(place)))
    }
    /// The place of `record` among those of its table.
    pub(super) fn place(&self, record: &Record) -> usize {
        self.part.records.partition_point(|other| other.number < record.number)
    }

    /// The remarks on `record`.
    pub(super) fn remarks(self, record: &'a Record) -> impl Iterator<Item = &'a View> {
        self.part.of(Holds::Note).filter_map(|col| record.at(col)).filter_map(move |place| self.view(place))
    }
}
