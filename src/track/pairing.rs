//! Which observations are of which targets: by the map, else by the best assignment of names that are alike.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    called::{ALIKE, Called},
    map::Map,
    observed::Observation,
    result::{Match, Problem, ProblemKind},
    span::Span,
};
use crate::{
    analysis::Record,
    assign::{self, Edge},
    lexicon::{convert, standard_name, units::named},
    number::Number,
    quantity::RANK,
    statement::{Amount, Change},
};

/// Names so much alike are one thing in another unit.
const SAME: i64 = 800;
/// A name less alike than this is no hint at what may be meant.
const HINT: i64 = 300;
/// Targets that are weighed for one name: the likeliest of them.
const CANDIDATES: usize = 8;
/// A state is the likelier target of a name than what is added to it.
const PLAIN: i64 = 5;
/// What a thousandth of likeness weighs beside that.
const WEIGHT: i64 = 10;
/// How places among others are written.
const PLACES: [&str; 2] = [RANK, named::NAMED];

/// The values observed under one name, in one unit and measure.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) name: String,
    /// How much alike its name and that of its target are, in thousandths.
    pub(super) score: i64,
    /// By year.
    pub(super) rows: Vec<Observation>,
}

/// What belongs together.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    pub(super) series: Vec<Series>,
    /// For targets their series.
    pub(super) of_target: HashMap<usize, usize>,
    pub(super) matches: Vec<Match>,
}

/// What is paired with observations.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) targets: &'a [&'a Record],
    /// The first year of the plan.
    pub(super) first: Option<i32>,
    pub(super) map: &'a Map,
}

/// Pairs `rows` with targets.
pub(super) fn pair(sides: &Sides<'_>, rows: Vec<Observation>, problems: &mut Vec<Problem>) -> Pairing {
    let (targets, map) = (sides.targets, sides.map);
    let mut pairing = Pairing { series: series(rows, problems), ..Pairing::default() };
    let groups = groups(targets);
    let is_mapped = |series: &Series| map.about(&series.name).next().is_some();
    let of_map = |series: &Series| if is_mapped(series) { mapped(series, targets, map) } else { Vec::new() };
    let mut chosen: Vec<Vec<usize>> = pairing.series.iter().map(of_map).collect();
    let free: Vec<usize> = (0..chosen.len()).filter(|&at| !is_mapped(&pairing.series[at])).collect();
    assigned(&mut pairing, &free, &groups, sides.first, &mut chosen);
    for (at, chosen) in chosen.iter().enumerate() {
        for &target in chosen {
            pairing.of_target.entry(target).or_insert(at);
        }
        let chosen: Vec<&Record> = chosen.iter().map(|&target| targets[target]).collect();
        problems.extend(settle(&mut pairing, at, &chosen, &groups, sides));
    }
    pairing
}

/// Rows of one name, one measure and units that convert into each other; of a year with two values none is left.
fn series(rows: Vec<Observation>, problems: &mut Vec<Problem>) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    let mut of_name: HashMap<String, Vec<usize>> = HashMap::new();
    for row in rows {
        let known = of_name.entry(row.indicator.clone()).or_default();
        let joins = |at: &usize| {
            let first = &found[*at].rows[0];
            (first.change, first.span) == (row.change, row.span) && convert(row.value, &row.unit, &first.unit).is_some()
        };
        match known.iter().copied().find(joins) {
            Some(at) => found[at].rows.push(row),
            None => {
                known.push(found.len());
                found.push(Series { name: row.indicator.clone(), score: 0, rows: vec![row] });
            }
        }
    }
    found.iter_mut().for_each(|series| one_a_year(series, problems));
    found.retain(|series| !series.rows.is_empty());
    found
}

fn one_a_year(series: &mut Series, problems: &mut Vec<Problem>) {
    let mut by_year: BTreeMap<i32, Vec<Observation>> = BTreeMap::new();
    series.rows.drain(..).for_each(|row| by_year.entry(row.year).or_default().push(row));
    for (year, rows) in by_year {
        let told = |row: &Observation| (convert(row.value, &row.unit, &rows[0].unit), row.basis);
        if rows.iter().all(|row| told(row) == told(&rows[0])) {
            problems.extend(rows[1..].iter().map(|row| {
                let message = format!("the value of {year} stands on line {} already", rows[0].place.told());
                Problem::new(ProblemKind::Repeated, &row.place, &row.indicator, year.to_string(), message)
            }));
            series.rows.extend(rows.into_iter().next());
            continue;
        }
        let lines = rows.iter().map(|row| row.place.told()).collect::<Vec<_>>().join(", ");
        problems.extend(rows.iter().map(|row| {
            let message = format!("there are several values for {year} (lines {lines}); keep the right one");
            Problem::new(ProblemKind::TwoValues, &row.place, &row.indicator, year.to_string(), message)
        }));
    }
}

/// Targets of one indicator and measure.
struct Group<'a> {
    indicator: &'a str,
    name: Called,
    first: &'a Record,
    amount: &'a Amount,
    targets: Vec<usize>,
}

fn groups<'a>(targets: &[&'a Record]) -> Vec<Group<'a>> {
    let mut found: Vec<Group<'a>> = Vec::new();
    let mut known: HashMap<(String, &str, Change), usize> = HashMap::new();
    for (at, record) in targets.iter().enumerate() {
        let Some(amount) = &record.quantity else { continue };
        let key = (standard_name(&record.indicator), amount.unit.as_str(), amount.change);
        match known.get(&key) {
            Some(&group) => found[group].targets.push(at),
            None => {
                known.insert(key, found.len());
                found.push(Group {
                    indicator: &record.indicator,
                    name: Called::new(&record.indicator),
                    first: record,
                    amount,
                    targets: vec![at],
                });
            }
        }
    }
    found
}

/// Whether values of `series` can be values of a target.
fn fits(series: &Series, amount: &Amount) -> bool {
    let first = &series.rows[0];
    first.change.is_none_or(|change| change == amount.change) && is_told_in(series, amount)
}

/// Whether the unit of `series` can be told in that of a target. A place among others (第1位) is no count of things.
fn is_told_in(series: &Series, amount: &Amount) -> bool {
    let first = &series.rows[0];
    let counts = amount.is_place() && !PLACES.contains(&first.written.as_str());
    !counts && convert(first.value, &first.unit, &amount.unit).is_some()
}

/// The targets that the map names for a series.
fn mapped(series: &Series, targets: &[&Record], map: &Map) -> Vec<usize> {
    let named = |record: &Record| {
        map.about(&series.name)
            .any(|entry| entry.target.as_ref().is_some_and(|name| record.indicator == *name || record.id == *name))
    };
    let fits = |record: &Record| record.quantity.as_ref().is_some_and(|amount| fits(series, amount));
    (0..targets.len()).filter(|&at| named(targets[at]) && fits(targets[at])).collect()
}

/// Whether the years that `series` covers are those of a target: of a state any, of what adds up its own.
fn is_of_years(series: &Series, target: &Record, first: Option<i32>) -> bool {
    let is_state = target.quantity.as_ref().is_some_and(|amount| amount.change == Change::Level);
    let last = target.deadline.as_ref().map(|deadline| deadline.year);
    match series.rows[0].span {
        Span::Year => true,
        _ if target.recurrence.is_some() => false,
        _ if is_state => true,
        Span::Since(year) => first == Some(year) && last != first,
        Span::Several => first.is_none() || last != first,
    }
}

/// Gives each of the `free` series the group of targets that is the best for all of them together.
fn assigned(
    pairing: &mut Pairing,
    free: &[usize],
    groups: &[Group<'_>],
    first: Option<i32>,
    chosen: &mut [Vec<usize>],
) {
    let taken: HashSet<usize> = chosen.iter().flatten().copied().collect();
    let is_free = |group: &Group<'_>| group.targets.iter().any(|target| !taken.contains(target));
    let mut edges = Vec::new();
    for &left in free {
        let series = &pairing.series[left];
        let name = Called::new(&series.name);
        let mut found = Vec::new();
        for (right, group) in groups.iter().enumerate().filter(|(_, group)| is_free(group)) {
            let score = name.likeness(&group.name);
            if score >= ALIKE && fits(series, group.amount) && is_of_years(series, group.first, first) {
                let plain = if group.amount.change == Change::Level { PLAIN } else { 0 };
                found.push(Edge { left, right, weight: score * WEIGHT + plain });
            }
        }
        found.sort_by_key(|edge| std::cmp::Reverse(edge.weight));
        edges.extend(found.into_iter().take(CANDIDATES));
    }
    let scores: HashMap<(usize, usize), i64> =
        edges.iter().map(|edge| ((edge.left, edge.right), edge.weight / WEIGHT)).collect();
    for (left, right) in assign::best(&edges) {
        chosen[left] = groups[right].targets.iter().copied().filter(|target| !taken.contains(target)).collect();
        pairing.series[left].score = scores.get(&(left, right)).copied().unwrap_or(0);
    }
}

/// Writes down which targets a series was taken for; gives what is wrong where there is none.
fn settle(
    pairing: &mut Pairing,
    at: usize,
    chosen: &[&Record],
    groups: &[Group<'_>],
    sides: &Sides<'_>,
) -> Vec<Problem> {
    let map = sides.map;
    let by_map = map.about(&pairing.series[at].name).next().is_some();
    if by_map && !chosen.is_empty() {
        pairing.series[at].score = 1000;
    }
    let series = &pairing.series[at];
    let target = chosen.first().map(|target| target.indicator.to_string());
    pairing.matches.push(Match {
        observed: series.name.clone(),
        unit: series.rows[0].written.clone(),
        to_confirm: target.is_some() && series.score < 1000,
        score: target.is_some().then(|| Number::new(series.score, 3)),
        target,
    });
    if !chosen.is_empty() {
        return Vec::new();
    }
    let aside = map.about(&series.name).any(|entry| entry.target.is_none());
    let (kind, message) = match aside {
        true => (ProblemKind::SetAside, "the map sets this indicator aside".to_owned()),
        false => unmatched(series, groups, sides.first),
    };
    let rows = series.rows.iter();
    rows.map(|row| Problem::new(kind, &row.place, &row.indicator, &row.written, message.clone())).collect()
}

/// Why a series has no target: another unit, or no target that is called alike.
fn unmatched(series: &Series, groups: &[Group<'_>], plan: Option<i32>) -> (ProblemKind, String) {
    let name = Called::new(&series.name);
    let near = groups.iter().enumerate().map(|(at, group)| (name.likeness(&group.name), std::cmp::Reverse(at)));
    let nearest = near.max().map(|(score, at)| (score, &groups[at.0])).filter(|(score, _)| *score >= HINT);
    let first = &series.rows[0];
    let Some((score, group)) = nearest else {
        return (ProblemKind::UnknownIndicator, "no target of the plan is called so; name it with --map".to_owned());
    };
    let indicator = group.indicator;
    if score < SAME {
        let message = format!(
            "no target of the plan is called so; the nearest is `{indicator}`: say so with --map if it is meant"
        );
        return (ProblemKind::UnknownIndicator, message);
    }
    if is_told_in(series, group.amount) && !is_of_years(series, group.first, plan) {
        let line = group.first.source.line;
        let message = format!("the value covers several years, not those of the target `{indicator}` (line {line})");
        return (ProblemKind::OtherYears, message);
    }
    if is_told_in(series, group.amount) {
        let message = format!("another name is nearer to the target `{indicator}`; say with --map which one is meant");
        return (ProblemKind::UnknownIndicator, message);
    }
    let message = format!(
        "`{}` cannot be told in `{}`, the unit of the target `{indicator}`; give the value in a unit of the same measure",
        first.written, group.amount.unit
    );
    (ProblemKind::OtherUnit, message)
}
