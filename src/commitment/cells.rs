//! Indicator tables to statements: each cell that states a target number is one (docs/commitments.md#tables).

use std::{cell::OnceCell, collections::BTreeSet};

use crate::{
    grid::{self, Head, Record, Role as Holds, Traits, Word, is_share},
    lexicon::{COLUMNS, PROMISES},
    outline::{Notice, Outline, Table},
    quantity::Dimension,
    source::View,
};

use super::{
    apart::{self, Told as Apart},
    called::Repeated,
    columns::{falling, heads_growth, is_of_rates, says_added, tells_change, unit_above},
    figures::{self, Figure, Figures, clause},
    legend::{Legend, grouped_nature, one_nature},
    meaning::{self, Meaning},
    names::{self, Name},
    notices,
    others::Other,
    passage::named_nature,
    places::{Measures, falls_below, is_whole, named, undated},
    reference,
    rulings::Ruling,
    sheet::Sheet,
    work,
};
use crate::{
    judge::{status, theme},
    reading::scene::Roles,
    statement::{
        self, Amount, Deadline, DeadlineSource, Draft, Evidence, Kind, Modality, Nature, Place as At, Shared,
        Statement, Status,
    },
};

/// What is told of a document, table by table.
pub(super) struct Told {
    /// What it states.
    pub(super) statements: Vec<Statement>,
    /// What holds a number and was not read, and what refers to a target set elsewhere.
    pub(super) notices: Vec<Notice>,
    /// What became of the numbers that are read as prose.
    pub(super) rulings: Vec<Ruling>,
}

/// Adds what `table` of a document says to what is `told`; what became of its numbers only where that is `ruled` on.
pub(super) fn read(
    (roles, outline, document): (&Roles<'_>, &Outline, &str),
    table: &Table,
    ruled: bool,
    told: &mut Told,
) {
    told.notices.extend(notices::references(table));
    let Some(reading) = &table.reading else {
        told.notices.extend(notices::unread(table));
        return;
    };
    told.notices.extend(notices::left_out(table, reading));
    let (role, heading) = roles.of(table.node, Some(&table.caption));
    let (legend, scene) = (Legend::of(table, document), roles.scene);
    for part in &reading.parts {
        let dated = legend.dated(part);
        let part = dated.as_ref().unwrap_or(part);
        let sheet = Sheet { roles, outline, table, reading, part, document, role, heading, ruled };
        let of_work = |head: &Head| head.says(Word::Money) || head.says(Word::Work);
        let costs = |col: usize| part.columns.get(col).is_some_and(|column| of_work(&column.head));
        if part.of(Holds::Value).all(costs) {
            let (statements, rulings) = work::read(sheet);
            told.statements.extend(statements);
            told.rulings.extend(rulings);
        }
        let meanings = meaning::of(scene, role, part, (table, sheet.title()));
        let years = part.columns.iter().filter_map(|column| column.head.year).collect();
        let measures = Measures::of(table, sheet.title(), part);
        let of_starts = part.columns.iter().zip(&meanings).filter(|(_, meaning)| **meaning == Some(Meaning::Start));
        let starts = of_starts.map(|(column, _)| undated(&column.head.text)).collect();
        let apart = apart::of(part, &meanings, &measures);
        let reader = Reader {
            sheet,
            meanings,
            starts,
            years,
            legend: &legend,
            measures,
            apart,
            repeated: Repeated::of(&sheet),
            dated: OnceCell::new(),
        };
        let stating =
            reader.meanings.iter().filter(|meaning| matches!(meaning, Some(Meaning::Target | Meaning::Result)));
        told.statements.reserve(stating.count() * part.records.len());
        for record in &part.records {
            reader.record(record, told);
        }
    }
}

pub(super) struct Reader<'a> {
    pub(super) sheet: Sheet<'a>,
    /// Of each column that holds values.
    pub(super) meanings: Vec<Option<Meaning>>,
    /// The heads of starting values, without their years.
    pub(super) starts: Vec<String>,
    /// The years that heads name.
    years: BTreeSet<i32>,
    /// What the notes of the table say of marks.
    pub(super) legend: &'a Legend,
    /// What its heads and its caption name as measured.
    pub(super) measures: Measures,
    /// Of each column what tells it from others that state the same of a row.
    apart: Vec<Option<Apart>>,
    /// The names that several rows have.
    pub(super) repeated: Repeated,
    /// The time above the table; looked for where a head names none.
    dated: OnceCell<Option<(&'a str, i32)>>,
}

/// A row with what holds for all its values.
pub(super) struct Row<'a> {
    pub(super) record: &'a Record,
    pub(super) name: Name,
    /// Whether neither it nor a column of units says what is measured.
    pub(super) bare: bool,
    /// The measure that its group names with the unit of its rows, else empty.
    pub(super) measure: String,
    /// The unit of the row; empty where none is stated.
    pub(super) unit: String,
    nature: Option<Nature>,
    /// The place that it is of, where others of its name are of other places.
    place: Option<String>,
    due: Option<Deadline>,
    /// Whether its targets of years add up to one.
    pub(super) adds: bool,
    /// Whether a cell of it states a level; looked at where a head asks.
    level: OnceCell<bool>,
    /// All its cells.
    sentence: Shared,
    /// The units responsible.
    units: Vec<String>,
    /// What its cells of starting values say, the latest first.
    pub(super) starts: Vec<Other>,
    /// What its cells say whose targets are past, the latest first.
    pub(super) past: Vec<Other>,
}

/// A cell of values.
pub(super) struct Cell<'a> {
    pub(super) head: &'a Head,
    /// Its column; none of remarks.
    pub(super) col: Option<usize>,
    pub(super) meaning: Meaning,
    pub(super) view: &'a View,
    pub(super) said: &'a Figures,
}

impl Reader<'_> {
    fn record(&self, record: &Record, told: &mut Told) {
        let row = self.row(record);
        if row.name.text.is_empty() {
            return;
        }
        for (col, meaning) in self.meanings.iter().enumerate() {
            // A cell that another covers is no cell of its own.
            let Some(place) = record.at(col).filter(|place| place.own()) else { continue };
            let (Some(meaning), Some(view)) = (*meaning, self.sheet.view(place)) else { continue };
            let head = &self.sheet.part.columns[col].head;
            let said = figures::read(view.text(), &self.unit_of(&row, col, view.text())).of_row(&row.name.text);
            if said.stated.is_empty() && said.start.is_none() && view.text().chars().any(|c| c.is_ascii_digit()) {
                told.notices.push(notices::unread_cell(view.text(), self.sheet.span(place)));
            }
            let likened = COLUMNS.likened.prefix(view.text()).is_some() && meaning == Meaning::Target;
            if likened && said.stated.is_empty() && !reference::is_one(view.text()) {
                let message = reference::by_measure(view.text());
                told.notices.push(Notice { code: "target.by-reference", span: self.sheet.span(place), message });
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
        for view in self.beside(row.record).filter(|view| tells_change(view.text())) {
            let said = figures::read(view.text(), "%").of_row(&row.name.text);
            let cell = Cell { head: &head, col: None, meaning: Meaning::Target, view, said: &said };
            let targets = self.meanings.contains(&Some(Meaning::Target)) && grid::states_number(view.text());
            // 五年|新增12家
            let stated = said.stated.iter().filter(|one| targets && one.quantity.dimension != Dimension::Duration);
            let stated = stated.filter_map(|figure| self.statement(row, &cell, figure));
            stated.for_each(|statement| statement::add(&mut told.statements, statement));
        }
    }

    /// The head of the last column of targets, where `record` has no value in any.
    fn empty_target(&self, record: &Record) -> Option<&Head> {
        let columns = self.meanings.iter().enumerate();
        let targets = columns.filter(|(_, meaning)| **meaning == Some(Meaning::Target)).map(|(col, _)| col);
        let empty = |col: usize| {
            let text = record.at(col).filter(|place| place.own()).and_then(|place| self.sheet.view(place));
            !text.is_some_and(|view| view.text().chars().any(char::is_alphanumeric))
        };
        let mut last = None;
        for col in targets {
            if !empty(col) {
                return None;
            }
            last = Some(&self.sheet.part.columns[col].head);
        }
        last
    }

    fn row<'r>(&self, record: &'r Record) -> Row<'r> {
        let name = names::read(&self.sheet.name(record));
        let (place, grouped) =
            (self.place_beside(record, &name.text).map(str::to_owned), self.repeated.across.contains(&name.text));
        let mut name = self.of_growth(record, name);
        if let Some(group) = record.group.last().filter(|_| grouped) {
            name.text.insert_str(0, &names::read(group).text);
        }
        let stated = self.sheet.text(record, Holds::Unit);
        // （万亩）, not 套（间）
        let stated = stated.strip_prefix('（').and_then(|inner| inner.strip_suffix('）')).unwrap_or(stated);
        let stated = if stated.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '‰')) { stated } else { "" };
        let mut unit = [stated, name.unit.as_str()].into_iter().find(|unit| !unit.is_empty()).unwrap_or("").to_owned();
        // 主要污染物排放总量减少（%） over 氨氮: a group that measures, with the unit of its rows.
        let over = record.group.last().map(|group| names::read(group)).filter(|over| !over.unit.is_empty());
        let over = over.filter(|_| unit.is_empty() && self.is_part(record));
        if let Some(over) = &over {
            unit.clone_from(&over.unit);
        }
        let measure = over.map(|over| over.text).unwrap_or_default();
        if unit.is_empty() {
            unit = self.unit_over(record).unwrap_or_default();
        }
        let beside = || self.beside(record).find(|view| grid::is_nature(view.text()));
        let nature = names::nature(self.sheet.text(record, Holds::Nature)).or(name.nature);
        let nature = nature.or_else(|| names::nature(beside()?.text())).or_else(|| self.marked(record));
        let nature = nature.or_else(|| record.group.iter().rev().find_map(|group| grouped_nature(group)));
        let due = self.sheet.due(record).map(|(due, _)| due);
        let bare = name.unit.is_empty() && !self.sheet.part.has(Holds::Unit) && !names::measures(&name.text);
        let mut row = Row {
            record,
            name,
            bare,
            measure,
            unit,
            nature,
            place,
            due,
            adds: false,
            level: OnceCell::new(),
            sentence: self.sheet.sentence(record).into(),
            units: self.sheet.units(record),
            starts: Vec::new(),
            past: Vec::new(),
        };
        row.starts = self.others(&row, |meaning| meaning == Meaning::Start);
        row.past = self.others(&row, |meaning| meaning == Meaning::Past);
        row.adds = self.adds_up(&row) || self.beside(record).any(|view| says_added(view.text()));
        row
    }

    /// The remarks of `record`.
    fn beside<'r>(&'r self, record: &'r Record) -> impl Iterator<Item = &'r View> {
        self.sheet.part.of(Holds::Note).filter_map(|col| record.at(col)).filter_map(|place| self.sheet.view(place))
    }

    /// The unit of a cell of `row` in column `col` that says `text` and has none.
    pub(super) fn unit_of(&self, row: &Row<'_>, col: usize, text: &str) -> String {
        let columns = &self.sheet.part.columns;
        let head = &columns[col].head;
        let above = unit_above(&self.sheet.reading.units, head, &row.name.text);
        // 增长（%） states no amounts, whatever the unit of the row.
        let own = head.unit.as_deref().or(Some(row.name.rate_unit.as_str()));
        let marked = self.marks_total(head.says(Word::Total) || row.name.total, text);
        let rate = own.filter(|unit| (is_of_rates(head) || falls_below(head)) && is_share(unit) && !marked);
        let rate = rate.or_else(|| self.share_of(row, col));
        let stated = [rate, Some(row.unit.as_str()), head.unit.as_deref(), above];
        let unit = stated.into_iter().flatten().find(|unit| !unit.is_empty());
        let unit = unit.or_else(|| columns[self.measures.left_of(col)?].head.unit.as_deref());
        let unit = unit.map_or_else(|| names::counted_in(&row.name.text), str::to_owned);
        let grown = || heads_growth(head, *row.level.get_or_init(|| self.has_level(row)));
        if !marked && !is_share(&unit) && grown() { "%".into() } else { unit }
    }

    /// Whether a cell of `row` states a level, so that a yearly number beside it is a rate of growth.
    fn has_level(&self, row: &Row<'_>) -> bool {
        let cells = self.sheet.part.columns.iter().zip(row.record.cells.iter());
        cells.zip(&self.meanings).any(|((column, place), meaning)| {
            let level = !column.head.says(Word::Yearly) && !column.head.says(Word::Total);
            let text = place.and_then(|place| self.sheet.view(place)).map_or("", View::text);
            // 1950 below 2025年 is a value.
            let states = || grid::states_number(text) || Traits::of(text).like_year;
            level && matches!(meaning, Some(Meaning::Target | Meaning::Result)) && states()
        })
    }

    fn statement(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Statement> {
        if self.is_past(figure, cell) {
            return None;
        }
        let (table, head) = (self.sheet.table, cell.head);
        let before = cell.view.text().get(..figure.quantity.core.start).unwrap_or("");
        let (quantity, change) = falling(&figure.quantity, self.change(row, cell, figure, before));
        let indicator = self.indicator(row, cell, figure);
        let text = cell.view.text();
        let status = if cell.meaning == Meaning::Result { Status::Achieved } else { Status::Target };
        let group = row.record.group.iter().rev().map(|group| (At::RunIn, group.as_str()));
        let titles = [(At::Table, table.caption.as_str()), (At::Heading, self.sheet.heading)];
        let theme = theme::decide(&indicator, group.chain(titles));
        let of_row = row.due.clone().filter(|_| head.year.is_none());
        // 100%（2027年）
        let by = figure.by.or(figure.of_year).filter(|_| cell.meaning == Meaning::Target);
        let said = by.and_then(|year| self.deadline(Some(year), text)).or(of_row);
        let year = head.year.or_else(|| self.result_year(cell)).or_else(|| self.near_year(head));
        let deadline = said.or_else(|| self.deadline(year, &head.text));
        let name_head =
            self.sheet.part.of(Holds::Name).next().map_or("", |col| &self.sheet.part.columns[col].head.text);
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
            baseline: self.baseline(row, cell, figure).map(Box::new),
            planned: self.planned(row, cell, figure).map(Box::new),
            evidence: [Evidence::Column(head.text.as_str().into())].into(),
            deadline,
            modality: match status {
                // Below 确保 | 力争 the head says it.
                Status::Target => [clause(text, figure), head.text.as_str()]
                    .into_iter()
                    .map(|text| status::modality("", text).0)
                    .find(|modality| *modality != Modality::Plain)
                    .unwrap_or_default(),
                _ => Modality::Plain,
            },
            nature: row
                .nature
                .or(cell.said.nature)
                .or_else(|| named_nature(&head.text))
                .or_else(|| one_nature(name_head))
                .or_else(|| named_nature(&table.caption)),
            scope: match cell.col.and_then(|col| self.apart[col].as_ref()) {
                Some(Apart::Scope(place)) => Some(place.as_str().into()),
                _ => row.place.as_deref().map(Into::into),
            },
            responsible: row.units.clone(),
            sentence: row.sentence.clone(),
            row: self.sheet.row(row.record, &[name_head, &head.text]),
            ..Draft::new(Kind::Quantity, indicator.into(), table.node, cell.view.source(figure.span))
        };
        Some(draft.finish(theme))
    }

    /// Whether an aside or its clause says that the number is of a year before the plan.
    fn is_past(&self, figure: &Figure, cell: &Cell<'_>) -> bool {
        let first = self.sheet.roles.scene.first_year();
        if cell.meaning == Meaning::Target && figure.by.zip(first).is_some_and(|(year, first)| year < first) {
            return true;
        }
        let ends = cell.head.year.or(self.sheet.roles.scene.last_year());
        let past = |year: i32, end: i32| year < end && (figure.told_of || first.is_none_or(|first| year < first));
        cell.meaning == Meaning::Target && figure.of_year.zip(ends).is_some_and(|(year, end)| past(year, end))
    }

    fn indicator(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> String {
        if !figure.part.is_empty() {
            return names::of_part(&figure.part, figure.scoped, &row.name.text);
        }
        if let Some(part) = cell.col.and_then(|col| self.part_beside(row.record, col)) {
            return part.to_owned();
        }
        let many = cell.said.stated.iter().filter(|other| other.part.is_empty()).map(|other| other.nth + 1).max();
        let name = names::parted(&row.name.text, many.unwrap_or(1)).into_iter().nth(figure.nth);
        let name = name.unwrap_or_else(|| row.name.text.clone());
        let measured = COLUMNS.measure_end.suffix(&name).is_some();
        let undated = undated(&cell.head.text);
        if COLUMNS.total.has(&name) && names::measures(&undated) && Head::read(&undated).unread > 0 {
            return named(&cell.head.text);
        }
        // 计划投资 is money of the row; 投资目标 is a target of what the row names.
        let of_money = COLUMNS.money.suffix(&undated).is_some() && !name.ends_with(undated.as_str());
        let money = cell.head.says(Word::Money) && (of_money || !Head::read(&undated).is_of_values()) && !measured;
        if let Some(share) =
            cell.col.filter(|&col| self.share_of(row, col).is_some()).and_then(|col| self.measures.lowest(col))
        {
            return format!("{name}{share}");
        }
        match self.measure(row, cell) {
            Some(measure) if is_whole(&name) => measure.to_owned(),
            Some(measure) => format!("{name}{measure}"),
            // 投资（亿元） over 总投资: the lower one says which.
            None if money => {
                format!("{name}{}", cell.col.and_then(|col| self.measures.lowest(col)).unwrap_or(&undated))
            }
            None => match cell.col.and_then(|col| self.apart[col].as_ref()) {
                Some(Apart::Part(part)) if !name.contains(part.as_str()) => format!("{name}{part}"),
                _ => name,
            },
        }
    }

    /// What is measured of `row` in the column of `cell`, where the row names no measure itself (森林覆盖率（%） over 江北区).
    pub(super) fn measure(&self, row: &Row<'_>, cell: &Cell<'_>) -> Option<&str> {
        self.measures.at(cell.col?, cell.head).filter(|_| row.bare)
    }

    /// The year of a column that is of the first part of the plan's span (规划近期目标年).
    fn near_year(&self, head: &Head) -> Option<i32> {
        self.sheet.roles.scene.near.filter(|_| PROMISES.near.is_in(&head.text))
    }

    /// The year of the results on the left of `cell`, to which those without one belong (2022年 | 前两年年均增速).
    fn result_year(&self, cell: &Cell<'_>) -> Option<i32> {
        let results = |col: &usize| self.meanings[*col] == Some(Meaning::Result);
        let left = (0..=cell.col?).rev().take_while(results);
        left.into_iter().find_map(|col| self.sheet.part.columns[col].head.year)
    }

    fn deadline(&self, year: Option<i32>, heading: &str) -> Option<Deadline> {
        if let Some(year) = year {
            return Some(Deadline { year, month: None, source: DeadlineSource::Explicit, text: heading.into() });
        }
        let scene = self.sheet.roles.scene;
        let inherited = |year, text| Some(Deadline { year, month: None, source: DeadlineSource::Inherited, text });
        if let Some((text, year)) = *self.dated.get_or_init(|| self.sheet.dated_above()) {
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
