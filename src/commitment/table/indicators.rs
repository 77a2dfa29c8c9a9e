//! Tables of indicators to statements: each cell that states a target number is one (docs/commitments.md#tables).

use std::{cell::OnceCell, collections::BTreeSet};

use super::{
    baseline,
    cell::Cell,
    change,
    column::{
        Columns,
        breakdown::{self, Breakdown},
        head::{falling, tells_change},
        meaning::Meaning,
        measures::{is_whole, named, undated},
    },
    figures::{self, Figure, clause},
    legend::one_nature,
    notices,
    row::{
        Row,
        name::{Repeated, part_beside},
    },
    sheet::Sheet,
};
use crate::{
    commitment::{names, passage::named_nature, reference, told::Told},
    grid::{self, Head, Record, Role as Holds, Word},
    judge::{status, theme},
    lexicon::{COLUMNS, PROMISES},
    outline::Notice,
    quantity::Dimension,
    statement::{
        self, Amount, Deadline, DeadlineSource, Draft, Evidence, Kind, Modality, Place as At, Shared, Statement, Status,
    },
};

/// A table of indicators.
pub(super) struct Indicators<'a> {
    columns: Columns<'a>,
    /// The years that heads name.
    years: BTreeSet<i32>,
    /// Of each column what tells it from others that state the same of a row.
    breakdown: Vec<Option<Breakdown>>,
    /// The names that several rows have.
    repeated: Repeated,
    /// The time above the table; looked for where a head names none.
    dated: OnceCell<Option<(&'a str, i32)>>,
}

impl<'a> Indicators<'a> {
    /// Of `columns`.
    pub(super) fn new(columns: Columns<'a>) -> Self {
        let Columns { sheet: Sheet { part, .. }, meanings, measures, .. } = &columns;
        let years = part.columns.iter().filter_map(|column| column.head.year).collect();
        let breakdown = breakdown::of(part, meanings, measures);
        Self { years, breakdown, repeated: Repeated::of(&columns.sheet), dated: OnceCell::new(), columns }
    }

    /// Adds what all rows say to what is `told`.
    pub(super) fn read(&self, told: &mut Told) {
        let states = |meaning: &&Option<Meaning>| matches!(meaning, Some(Meaning::Target | Meaning::Result));
        let (records, stating) =
            (&self.columns.sheet.part.records, self.columns.meanings.iter().filter(states).count());
        told.statements.reserve(stating * records.len());
        records.iter().for_each(|record| self.record(record, told));
    }

    fn record(&self, record: &Record, told: &mut Told) {
        let Self { columns, .. } = self;
        let row = Row::read(columns, &self.repeated, record);
        if row.measured.name.text.is_empty() {
            return;
        }
        for (col, meaning) in self.columns.meanings.iter().enumerate() {
            // A cell that another covers is no cell of its own.
            let Some(place) = record.at(col).filter(|place| place.own()) else { continue };
            let (Some(meaning), Some(view)) = (*meaning, self.columns.sheet.view(place)) else { continue };
            let head = self.columns.head(col);
            let said = figures::read(view.text(), &row.measured.unit_of(columns, col, view.text()))
                .of_row(&row.measured.name.text);
            if said.stated.is_empty() && said.start.is_none() && view.text().chars().any(|c| c.is_ascii_digit()) {
                told.notices.push(notices::unread_cell(view.text(), self.columns.sheet.span(place)));
            }
            let likened = COLUMNS.likened.prefix(view.text()).is_some() && meaning == Meaning::Target;
            if likened && said.stated.is_empty() && !reference::is_one(view.text()) {
                let message = reference::by_measure(view.text());
                told.notices.push(Notice {
                    code: "target.by-reference",
                    span: self.columns.sheet.span(place),
                    message,
                });
            }
            // A cell that tells both ends (63%→67.5%) states the target wherever it stands.
            let reached = said.start.as_ref().and_then(|_| self.empty_target(record));
            let (head, meaning) = match meaning {
                Meaning::Start => reached.map_or((head, meaning), |head| (head, Meaning::Target)),
                _ => (head, meaning),
            };
            if matches!(meaning, Meaning::Target | Meaning::Result) {
                let cell = Cell { head, col: Some(col), meaning, view, said: &said };
                let stated = said.stated.iter().filter_map(|figure| self.statement(&row, &cell, figure));
                stated.for_each(|statement| statement::add(&mut told.statements, statement));
            }
        }
        self.remarks(&row, told);
    }

    /// Yearly rates and what is added among the remarks of a row that states targets (年均增长13.8%, 五年新增12家).
    fn remarks(&self, row: &Row<'_>, told: &mut Told) {
        let head = Head::default();
        for view in self.columns.sheet.remarks(row.measured.record).filter(|view| tells_change(view.text())) {
            let said = figures::read(view.text(), "%").of_row(&row.measured.name.text);
            let cell = Cell { head: &head, col: None, meaning: Meaning::Target, view, said: &said };
            let targets = self.columns.meanings.contains(&Some(Meaning::Target)) && grid::states_number(view.text());
            // 五年|新增12家
            let stated = said.stated.iter().filter(|one| targets && one.quantity.dimension != Dimension::Duration);
            let stated = stated.filter_map(|figure| self.statement(row, &cell, figure));
            stated.for_each(|statement| statement::add(&mut told.statements, statement));
        }
    }

    /// The head of the last column of targets, where `record` has no value in any.
    fn empty_target(&self, record: &Record) -> Option<&Head> {
        let columns = self.columns.meanings.iter().enumerate();
        let targets = columns.filter(|(_, meaning)| **meaning == Some(Meaning::Target)).map(|(col, _)| col);
        let empty = |col: usize| {
            let text = record.at(col).filter(|place| place.own()).and_then(|place| self.columns.sheet.view(place));
            !text.is_some_and(|view| view.text().chars().any(char::is_alphanumeric))
        };
        let mut last = None;
        for col in targets {
            if !empty(col) {
                return None;
            }
            last = Some(self.columns.head(col));
        }
        last
    }

    fn statement(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Statement> {
        if self.is_past(figure, cell) {
            return None;
        }
        let (table, head) = (self.columns.sheet.table, cell.head);
        let (quantity, change) = falling(&figure.quantity, change::of(&self.columns, row, cell, figure));
        let indicator = self.indicator(row, cell, figure);
        let text = cell.view.text();
        let status = if cell.meaning == Meaning::Result { Status::Achieved } else { Status::Target };
        let group = row.measured.record.group.iter().rev().map(|group| (At::RunIn, group.as_str()));
        let titles = [(At::Table, table.caption.as_str()), (At::Heading, self.columns.sheet.heading)];
        let theme = theme::decide(&indicator, group.chain(titles));
        let name_head = self.columns.sheet.part.of(Holds::Name).next().map_or("", |col| &self.columns.head(col).text);
        let draft = Draft {
            status,
            amount: Some(Amount {
                value: quantity.value,
                upper: quantity.upper.map(Box::new),
                unit: quantity.unit.as_str().into(),
                comparator: quantity.comparator,
                change,
                text: figure.span.of(text).into(),
            }),
            baseline: baseline::of(&self.columns, row, cell, figure).map(Box::new),
            planned: baseline::planned(&self.columns, row, cell, figure).map(Box::new),
            evidence: [Evidence::Column(head.text.as_str().into())].into(),
            deadline: self.due(row, cell, figure),
            modality: match status {
                Status::Target => modality(cell, figure),
                _ => Modality::Plain,
            },
            nature: row
                .nature
                .or(cell.said.nature)
                .or_else(|| named_nature(&head.text))
                .or_else(|| one_nature(name_head))
                .or_else(|| named_nature(&table.caption)),
            scope: match cell.col.and_then(|col| self.breakdown[col].as_ref()) {
                Some(Breakdown::Scope(place)) => Some(place.as_str().into()),
                _ => row.place.as_deref().map(Into::into),
            },
            responsible: row.units.clone(),
            sentence: row.sentence.clone(),
            row: self.columns.sheet.row(row.measured.record, &[name_head, &head.text]),
            ..Draft::new(Kind::Quantity, indicator.into(), table.node, cell.view.source(figure.span))
        };
        Some(draft.finish(theme))
    }

    /// By when `figure` holds: what its cell says, its row, the head over it, or what holds for the table.
    fn due(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Deadline> {
        let head = cell.head;
        // 100%（2027年）
        let by = figure.by.or(figure.of_year).filter(|_| cell.meaning == Meaning::Target);
        let said = by.and_then(|year| self.deadline(Some(year), cell.view.text()));
        let said = said.or_else(|| row.due.clone().filter(|_| head.year.is_none()));
        let year = head.year.or_else(|| self.result_year(cell)).or_else(|| self.near_year(head));
        said.or_else(|| self.deadline(year, &head.text))
    }

    /// Whether an aside or its clause says that the number is of a year before the plan.
    fn is_past(&self, figure: &Figure, cell: &Cell<'_>) -> bool {
        let first = self.columns.sheet.roles.scene.first_year();
        if cell.meaning == Meaning::Target && figure.by.zip(first).is_some_and(|(year, first)| year < first) {
            return true;
        }
        let ends = cell.head.year.or(self.columns.sheet.roles.scene.last_year());
        let past = |year: i32, end: i32| year < end && (figure.told_of || first.is_none_or(|first| year < first));
        cell.meaning == Meaning::Target && figure.of_year.zip(ends).is_some_and(|(year, end)| past(year, end))
    }

    fn indicator(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> String {
        if !figure.part.is_empty() {
            return names::of_part(&figure.part, figure.scoped, &row.measured.name.text);
        }
        if let Some(part) = cell.col.and_then(|col| part_beside(&self.columns.sheet, row.measured.record, col)) {
            return part.to_owned();
        }
        let many = cell.said.stated.iter().filter(|other| other.part.is_empty()).map(|other| other.nth + 1).max();
        let name = names::parted(&row.measured.name.text, many.unwrap_or(1)).into_iter().nth(figure.nth);
        let name = name.unwrap_or_else(|| row.measured.name.text.clone());
        let measured = COLUMNS.measure_end.suffix(&name).is_some();
        let undated = undated(&cell.head.text);
        if COLUMNS.total.has(&name) && names::measures(&undated) && Head::read(&undated).unread > 0 {
            return named(&cell.head.text);
        }
        // 计划投资 is money of the row; 投资目标 is a target of what the row names.
        let of_money = COLUMNS.money.suffix(&undated).is_some() && !name.ends_with(undated.as_str());
        let money = cell.head.says(Word::Money) && (of_money || !Head::read(&undated).is_of_values()) && !measured;
        if let Some(share) = cell
            .col
            .filter(|&col| row.measured.share_of(&self.columns, col).is_some())
            .and_then(|col| self.columns.measures.lowest(col))
        {
            return format!("{name}{share}");
        }
        match cell.measure(&self.columns, row) {
            Some(measure) if is_whole(&name) => measure.to_owned(),
            Some(measure) => format!("{name}{measure}"),
            // 投资（亿元） over 总投资: the lower one says which.
            None if money => {
                format!("{name}{}", cell.col.and_then(|col| self.columns.measures.lowest(col)).unwrap_or(&undated))
            }
            None => match cell.col.and_then(|col| self.breakdown[col].as_ref()) {
                Some(Breakdown::Part(part)) if !name.contains(part.as_str()) => format!("{name}{part}"),
                _ => name,
            },
        }
    }

    /// The year of a column that is of the first part of the plan's span (规划近期目标年).
    fn near_year(&self, head: &Head) -> Option<i32> {
        self.columns.sheet.roles.scene.near.filter(|_| PROMISES.near.is_in(&head.text))
    }

    /// The year of the results on the left of `cell`, to which those without one belong (2022年 | 前两年年均增速).
    fn result_year(&self, cell: &Cell<'_>) -> Option<i32> {
        let results = |col: &usize| self.columns.meanings[*col] == Some(Meaning::Result);
        let left = (0..=cell.col?).rev().take_while(results);
        left.into_iter().find_map(|col| self.columns.head(col).year)
    }

    fn deadline(&self, year: Option<i32>, heading: &str) -> Option<Deadline> {
        if let Some(year) = year {
            return Some(Deadline { year, month: None, source: DeadlineSource::Explicit, text: heading.into() });
        }
        let scene = self.columns.sheet.roles.scene;
        let inherited = |year, text| Some(Deadline { year, month: None, source: DeadlineSource::Inherited, text });
        if let Some((text, year)) = *self.dated.get_or_init(|| self.columns.sheet.dated_above()) {
            return inherited(year, text.into());
        }
        let (planned, headed) = (scene.frame.period.map(|period| period.1), self.years.last().copied());
        match planned.or(headed) {
            Some(year) if self.years.contains(&year) => inherited(year, Shared::default()),
            _ => {
                let year = scene.last_year()?;
                Some(Deadline { year, month: None, source: DeadlineSource::Plan, text: Shared::default() })
            }
        }
    }
}

/// How firmly `figure` is promised: by its clause, or by the head over it (确保 | 力争).
fn modality(cell: &Cell<'_>, figure: &Figure) -> Modality {
    let said = [clause(cell.view.text(), figure), cell.head.text.as_str()].into_iter();
    said.map(|text| status::modality("", text).0).find(|modality| *modality != Modality::Plain).unwrap_or_default()
}
