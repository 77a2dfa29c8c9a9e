//! Tables that give out work (重点任务分解表, 重大项目表): the sentences of their cells, with the units responsible and the
//! time of their row.

use crate::{
    grid::{Column, Place, Record, Role as Holds, Word},
    lexicon::TIME_LIMIT,
    outline::Paragraph,
    quantity::{self, Dimension, Quantity},
    source::View,
    span::Span,
};

use super::sheet::Sheet;
use crate::{
    commitment::{prose::Reader, rulings::Ruling},
    judge::theme,
    reading::scene::Role,
    statement::{Deadline, DeadlineSource, Draft, Evidence, Kind, List, Place as At, Statement, Status},
};

/// Longest cell that names a task as a whole, in characters.
const LONGEST: usize = 60;

/// Reads the statements of a table: where it names the units responsible or the time, of all that it says, else of the columns whose
/// head says that they describe work.
pub(super) fn read(sheet: Sheet<'_>) -> (Vec<Statement>, Vec<Ruling>) {
    if sheet.role == Role::Review {
        return Default::default();
    }
    let given_out = sheet.part.has(Holds::Responsible) || sheet.part.has(Holds::Due);
    let tells = |column: &Column| match column.role {
        Holds::Name | Holds::Group | Holds::Note => given_out,
        Holds::Text => given_out || column.head.says(Word::Work),
        _ => false,
    };
    let dated = sheet.dated_above().map(|(text, year)| Deadline {
        year,
        month: None,
        source: DeadlineSource::Inherited,
        text: text.into(),
    });
    let (mut statements, mut rulings) = (Vec::new(), Vec::new());
    for record in &sheet.part.records {
        let work: Vec<Paragraph> = sheet
            .part
            .columns
            .iter()
            .zip(record.cells.iter())
            .filter(|(column, _)| tells(column))
            .filter_map(|(column, place)| Some((column, place.filter(|place| place.own())?)))
            .filter(|(column, place)| column.role == Holds::Text || !counts_rows(sheet, *place))
            .filter_map(|(_, place)| paragraph(sheet, place))
            .collect();
        let mut reader = Reader::new(sheet.roles, sheet.outline, sheet.document, sheet.ruled);
        work.iter().for_each(|paragraph| reader.paragraph(paragraph));
        let mut read = reader.statements;
        rulings.extend(reader.rulings.unwrap_or_default());
        let due = sheet.due(record);
        if read.is_empty() {
            read.extend(due.as_ref().and_then(|due| milestone(sheet, record, &work, due)));
        }
        let units: List<String> = sheet.units(record).into();
        for mut statement in read {
            let explicit = statement.deadline.as_ref().is_some_and(|d| d.source == DeadlineSource::Explicit);
            if let Some((deadline, _)) = due.clone().filter(|_| !explicit && statement.status == Status::Target) {
                statement.deadline = Some(deadline.into());
            }
            if statement.deadline.is_none() && statement.status == Status::Target {
                statement.deadline = dated.clone().map(Into::into);
            }
            if !units.is_empty() {
                statement.responsible.clone_from(&units);
            }
            statement.row = statement.row.or_else(|| sheet.row(record, &[]));
            statements.push(statement);
        }
    }
    (statements, rulings)
}

/// Whether the name at `place` ends in how many things or rows it stands for (农村公路（3条）).
fn counts_rows(sheet: Sheet<'_>, place: Place) -> bool {
    let text = sheet.view(place).map_or("", View::text);
    let inner = text.strip_suffix('）').and_then(|rest| rest.rsplit_once('（'));
    inner.is_some_and(|(_, inner)| {
        let counts = |count: &Quantity| count.dimension == Dimension::Count && count.span == Span::new(0, inner.len());
        quantity::scan(inner).iter().any(counts)
    })
}

fn paragraph(sheet: Sheet<'_>, place: Place) -> Option<Paragraph> {
    let view = sheet.view(place)?.clone();
    let span = sheet.span(place);
    (!span.is_empty()).then(|| Paragraph::new(span, sheet.table.node, view))
}

/// A task without a number, by its time.
fn milestone(sheet: Sheet<'_>, record: &Record, work: &[Paragraph], due: &(Deadline, Span)) -> Option<Statement> {
    let (deadline, span) = due;
    let table = sheet.table;
    let named = |text: &&str| (4..=LONGEST).contains(&text.chars().count());
    let task = work.iter().map(|paragraph| paragraph.view.text()).rfind(named)?;
    let indicator = task.trim_end_matches(['。', '；', '，']).to_owned();
    let titles = [(At::Table, table.caption.as_str()), (At::Heading, sheet.heading)];
    let theme = theme::decide(&indicator, titles.into_iter());
    let draft = Draft {
        deadline: Some(deadline.clone()),
        sentence: task.into(),
        evidence: [Evidence::Column(TIME_LIMIT.into())].into(),
        row: sheet.row(record, &[]),
        ..Draft::new(Kind::Milestone, indicator.into(), table.node, *span)
    };
    Some(draft.finish(theme))
}
