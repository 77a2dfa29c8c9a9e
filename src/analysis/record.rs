//! Statements to records: stable ids, sections, paths and places.

use sha2::{Digest, Sha256};

use super::{
    model::{Place, Record, Recurrence, WordedGoal},
    setting::Settings,
    standard,
};
use crate::{
    memory::{Seen, given_back},
    outline::Outline,
    quantity,
    reading::scene::Roles,
    source::Document,
    span::Span,
    statement::{Held, List, Shared, Statement, Status, Worded},
};

/// The records of `statements`: commitments, then achievements, each in document order.
pub(crate) fn records(
    document: &Document,
    outline: &Outline,
    roles: &Roles<'_>,
    statements: Vec<Statement>,
) -> (Vec<Record>, Vec<Record>) {
    let mut keys = Seen::with_capacity(statements.len());
    // The place of the last statement with its section and its headings, which those beside it share.
    let mut last: Option<(Under, Headings)> = None;
    let settings = Settings { outline, roles };
    let mut standard = standard::Reader::new(document, outline);
    let targets = statements.iter().filter(|statement| statement.status == Status::Target).count();
    let (mut commitments, mut achievements) =
        (Vec::with_capacity(targets), Vec::with_capacity(statements.len() - targets));
    let mut left = given_back(statements).peekable();
    while let Some(statement) = left.next() {
        let standard = standard.read(&statement, left.peek());
        let key = key(outline, &statement);
        let count = keys.count(&key);
        let id = hash(&if count == 1 { key } else { format!("{key}\u{1f}{count}") });
        let setting = settings.of(statement.span, statement.node);
        let (indicator_key, measure) = standard.map_or((None, None), |(key, measure)| (Some(key.into()), measure));
        let place = (statement.node, statement.run_in.clone());
        if last.as_ref().is_none_or(|(of, _)| *of != place) {
            let path = path(outline, place.0, place.1.as_deref().map(ToString::to_string));
            let path = path.into_iter().map(Shared::from).collect();
            let section = section(outline, place.0).into();
            last = Some((place, (section, path)));
        }
        let headings = last.as_ref().map(|(_, headings)| headings.clone()).unwrap_or_default();
        let record = Record { setting, indicator_key, measure, ..record(document, statement, id, headings) };
        if record.status == Status::Target { commitments.push(record) } else { achievements.push(record) }
    }
    (commitments, achievements)
}

/// The section and the run-in heading that a statement stands under.
type Under = (Option<usize>, Option<Held<Shared>>);

/// The id of a section and the headings from the top.
pub(super) type Headings = (Held<Shared>, List<Shared>);

/// What makes a statement the same across versions of a plan: indicator, unit dimension, and the title of its section.
fn key(outline: &Outline, statement: &Statement) -> String {
    let title = statement.node.and_then(|n| outline.nodes.get(n)).map_or("", |node| node.title.as_str());
    let dimension = statement.amount.as_ref().map(|amount| dimension(&amount.unit)).unwrap_or_default();
    let status = if statement.status == Status::Target { "" } else { "achieved" };
    [statement.indicator.as_str(), &dimension, title, status].join("\u{1f}")
}

/// What a unit measures, so that 亩 and 公顷 name one commitment; the unit itself where no table knows it.
fn dimension(unit: &str) -> String {
    quantity::unit_label(unit).map_or_else(|| unit.to_owned(), |label| format!("{:?}", label.dimension))
}

/// Twelve hex digits that no spreadsheet takes for a number: `12e456789012` and `123456789012` begin with a letter instead.
pub(super) fn hash(key: &str) -> String {
    let digest = Sha256::digest(key.as_bytes());
    let halves = digest.iter().take(6).flat_map(|byte| [byte >> 4, byte & 15]);
    let digits: String = halves.filter_map(|half| char::from_digit(half.into(), 16)).collect();
    match digits.parse::<f64>() {
        Ok(_) => ["a", "b", "c", "d", "f"][usize::from(digits.as_bytes()[0]) % 5].to_owned() + &digits[1..],
        Err(_) => digits,
    }
}

fn record(document: &Document, statement: Statement, id: String, (section, path): Headings) -> Record {
    Record {
        id: id.into(),
        status: statement.status,
        section,
        path,
        setting: None,
        kind: statement.kind,
        indicator: statement.indicator,
        indicator_key: None,
        measure: None,
        scope: statement.scope,
        quantity: statement.amount,
        baseline: statement.baseline,
        planned: statement.planned,
        deadline: statement.deadline,
        recurrence: statement.recurring.then_some(Recurrence::Yearly),
        modality: statement.modality,
        nature: statement.nature,
        theme: statement.theme,
        responsible: statement.responsible,
        task: None,
        sentence: statement.sentence,
        source: place(document, statement.span),
        evidence: statement.evidence,
        row: statement.row,
    }
}

/// The id of the section at `node`; empty before the first heading.
pub(super) fn section(outline: &Outline, node: Option<usize>) -> Shared {
    node.and_then(|node| outline.nodes.get(node)).map_or_else(Shared::default, |node| node.id.clone().into())
}

/// The goals without numbers.
pub(super) fn worded(document: &Document, outline: &Outline, goals: &[Worded]) -> Vec<WordedGoal> {
    let goal = |goal: &Worded| WordedGoal {
        indicator_key: goal.indicator.key.to_owned(),
        measure: goal.measure,
        how: goal.how,
        year: goal.year,
        section: section(outline, goal.node).into(),
        source: place(document, goal.span),
    };
    goals.iter().map(goal).collect()
}

/// The headings above what stands in the section at `node`, from the top, and its run-in heading.
pub(super) fn path(outline: &Outline, node: Option<usize>, run_in: Option<String>) -> Vec<String> {
    let headings = outline.upward(node).map(|node| {
        if node.label.is_empty() { node.title.to_string() } else { format!("{} {}", node.label, node.title) }
    });
    let mut path: Vec<String> = run_in.into_iter().chain(headings).collect();
    path.reverse();
    path
}

/// The place of `span`, looked up in the document's lines.
pub(crate) fn place(document: &Document, span: Span) -> Place {
    let at = |offset| (document.lines.line(offset) as u32, document.lines.column(&document.text, offset) as u32);
    let ((line, column), (end_line, end_column)) = (at(span.start), at(span.end));
    Place {
        line,
        column,
        end_line,
        end_column,
        start: span.start as u32,
        end: span.end as u32,
        page: document.marks.page(span.start).map(|page| page as u32),
        quote: span.of(&document.text).into(),
    }
}
