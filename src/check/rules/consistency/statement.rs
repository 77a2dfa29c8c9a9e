//! When two statements speak of the same thing and do not agree.

use crate::{
    analysis::Record,
    lexicon::CHECKED,
    quantity::Comparator,
    statement::{Amount, Change, DeadlineSource, Evidence, Modality},
};

/// Fewer characters name no indicator that could be known again.
const SHORTEST: usize = 5;

/// Whether `record` was read from a table.
pub(super) fn is_of_table(record: &Record) -> bool {
    record.evidence.iter().any(|reason| matches!(reason, Evidence::Column(_)))
}

/// Whether what `record` measures, and when, is plain enough to be compared.
pub(super) fn is_comparable(record: &Record) -> bool {
    let Some(amount) = &record.quantity else { return false };
    let stated = matches!(amount.change, Change::Level | Change::GrowthRate);
    let exact = !matches!(amount.comparator, Comparator::Range | Comparator::Top) && amount.upper.is_none();
    let dated = record.deadline.as_ref().is_some_and(|deadline| deadline.source == DeadlineSource::Explicit);
    let named = record.indicator.chars().count() >= SHORTEST
        && (is_of_table(record) || record.sentence.contains(record.indicator.as_str()))
        && !CHECKED.joins.is_in(&record.indicator);
    let bold = record.modality == Modality::Strive;
    stated && exact && dated && named && !bold
}

/// Whether two comparable statements cannot both hold.
pub(super) fn contradict(a: &Record, b: &Record) -> bool {
    let (Some(x), Some(y)) = (&a.quantity, &b.quantity) else { return false };
    let year = |record: &Record| record.deadline.as_ref().map(|deadline| deadline.year);
    a.indicator == b.indicator
        && a.status == b.status
        && a.scope == b.scope
        && x.unit == y.unit
        && x.change == y.change
        && year(a) == year(b)
        && a.sentence != b.sentence
        && differ(x, y)
}

/// Whether the bounds of `x` and `y` are of one kind and lie apart.
fn differ(x: &Amount, y: &Amount) -> bool {
    let kind = |amount: &Amount| match amount.comparator {
        Comparator::Eq | Comparator::Approx => 0,
        Comparator::Ge | Comparator::Gt => 1,
        _ => 2,
    };
    // Rounded to fewer digits, the two may be the same number.
    let (a, b) = (x.value.to_string(), y.value.to_string());
    let rounded =
        kind(x) == 0 && (close(&a, &b) || x.comparator == Comparator::Approx || y.comparator == Comparator::Approx);
    // A floor below an exact value is no contradiction.
    let floor = |low: &Amount, high: &Amount| kind(low) == 1 && kind(high) == 0 && low.value <= high.value;
    x.value != y.value && !rounded && !floor(x, y) && !floor(y, x)
}

fn close(a: &str, b: &str) -> bool {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 0.01 * a.abs().max(b.abs()),
        _ => false,
    }
}

/// What to say of two statements that contradict each other.
pub(super) fn contradiction(earlier: &Record, later: &Record) -> String {
    let text = |record: &Record| record.quantity.as_ref().map_or(String::new(), |amount| amount.text.to_string());
    let year = later.deadline.as_ref().map_or(String::new(), |deadline| deadline.year.to_string());
    let (indicator, line) = (&later.indicator, earlier.source.line);
    format!("{indicator} for {year} is “{}” here and “{}” on line {line}", text(later), text(earlier))
}
