//! The records of a table: its rows with their groups, and how well their cells agree with the roles of the columns.

use ecow::{EcoString, EcoVec};

use crate::lexicon::COLUMNS;

use super::{
    evidence::is_group_number,
    known::Known,
    reading::{Column, Part, Record, Role},
    sheet::{Place, Row, distinct},
};

/// The records of the rows of `body`.
pub(super) fn records(known: Known<'_>, columns: &[Column], body: &[Row]) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::with_capacity(body.len());
    let mut over: Vec<(usize, EcoString)> = Vec::new();
    let mut beside: Vec<EcoString> = vec![EcoString::new(); columns.len()];
    for (at, row) in body.iter().enumerate() {
        if let Some(group) = group(known, columns, row) {
            let level = level(&group);
            over.retain(|(other, _)| *other < level);
            over.push((level, group));
            beside.iter_mut().for_each(EcoString::clear);
            continue;
        }
        if distinct(row).iter().all(|place| known.of(place.cell()).blank) {
            continue;
        }
        let mut cells = row.clone();
        carry_name(known, columns, &mut cells, records.last());
        for (col, _) in columns.iter().enumerate().filter(|(_, column)| column.role == Role::Group) {
            if let Some(text) = row[col].map(|place| known.text(place.cell())).filter(|text| !text.is_empty()) {
                beside[col] = text.into();
            }
            // The group of a row above is none of the row's own cells.
            if let Some(place) = cells[col]
                && !place.own()
            {
                cells.set(col, None);
            }
        }
        let name = columns.iter().position(|column| column.role == Role::Name).and_then(|col| cells[col]);
        let name = name.map_or("", |place| known.text(place.cell()));
        let beside = beside.iter().filter(|text| !text.is_empty() && *text != name).cloned();
        let group: EcoVec<EcoString> = over.iter().map(|(_, text)| text.clone()).chain(beside).collect();
        // Rows beside each other share their groups.
        let group = records.last().map(|last| &last.group).filter(|last| **last == group).cloned().unwrap_or(group);
        records.push(Record { cells, group, number: at as u32 + 1 });
    }
    records.shrink_to_fit();
    records
}

/// A name that stands over several rows and is written once holds for each; 合计 in the place of a row's number is its name, and so is
/// what stands in the place of its group alone.
fn carry_name(known: Known<'_>, columns: &[Column], cells: &mut Row, last: Option<&Record>) {
    let Some(name) = columns.iter().position(|column| column.role == Role::Name) else { return };
    let empty = cells[name].is_none_or(|place| known.of(place.cell()).blank && !known.of(place.cell()).dash);
    let valued = columns.iter().zip(cells.iter()).any(|(column, place)| {
        column.role == Role::Value
            && place
                .is_some_and(|place| place.own() && (known.of(place.cell()).number || known.of(place.cell()).like_year))
    });
    if empty && valued {
        let named = |place: Place| known.text(place.cell()).split(['（', '(']).next().unwrap_or("");
        let sums = |place: &Option<Place>| place.is_some_and(|place| COLUMNS.sums.has(named(place)));
        let own = |col: &usize| {
            let grouped = matches!(columns[*col].role, Role::Group | Role::Text);
            grouped && cells[*col].is_some_and(|place| place.own() && known.of(place.cell()).name)
        };
        // 物资储备库 | | 12 below 灾害防治 | 治理率 | 95: what stands for itself has no part.
        let carried = match cells[..name].iter().position(sums).or((0..name).rev().find(own)) {
            Some(sum) => {
                let place = cells[sum];
                cells.set(sum, None);
                place
            }
            None => last.and_then(|record| record.at(name)).map(Place::covered),
        };
        cells.set(name, carried);
    }
}

/// The name of a group, where `row` says nothing else: one cell with text, or a number that is no digit beside it.
fn group(known: Known<'_>, columns: &[Column], row: &Row) -> Option<EcoString> {
    let cells = distinct(row);
    let empty = |place: &&Place| known.of(place.cell()).blank;
    let numbered = columns.first().is_some_and(|column| column.role == Role::Number);
    // 一 in the column of numbers is no dash.
    if row.iter().skip(usize::from(numbered)).flatten().any(|place| known.of(place.cell()).dash) {
        return None;
    }
    let filled: Vec<Place> = cells.iter().filter(|place| !empty(place)).copied().collect();
    match filled[..] {
        [one] if one.own() && known.of(one.cell()).name && !known.of(one.cell()).long => {
            Some(known.text(one.cell()).into())
        }
        [number, one] if numbered => {
            let names = is_group_number(known.text(number.cell())) && known.of(one.cell()).name;
            names.then(|| known.text(one.cell()).into())
        }
        _ => None,
    }
}

/// How deep a group stands, by its number: 一、 over （一） over 1.
fn level(group: &str) -> usize {
    match group.chars().next() {
        Some('（') => 1,
        Some(c) if c.is_ascii_digit() => 2,
        _ => 0,
    }
}

/// How much of the cells of `records` agrees with the roles of their columns, and how much there is.
pub(super) fn tally(known: Known<'_>, columns: &[Column], records: &[Record]) -> (f64, f64) {
    let (mut right, mut all) = (0.0, 0.0);
    for record in records {
        for (column, place) in columns.iter().zip(record.cells.iter()) {
            let traits = place.map(|place| known.of(place.cell()));
            let blank = traits.is_none_or(|traits| traits.blank);
            let Some((agrees, weight)) = agreement(column.role, traits.unwrap_or_default(), blank) else { continue };
            all += weight;
            right += if agrees { weight } else { 0.0 };
        }
        let stated = |(column, place): (&Column, &Option<Place>)| {
            let states = matches!(column.role, Role::Value | Role::Responsible | Role::Due);
            states && place.is_some_and(|place| !known.of(place.cell()).blank || known.of(place.cell()).dash)
        };
        all += 1.0;
        right += f64::from(u8::from(columns.iter().zip(record.cells.iter()).any(stated)));
    }
    (right, all)
}

/// How many cells of `part` state a value, a time or who answers.
pub(super) fn stated(known: Known<'_>, part: &Part) -> usize {
    let states = |role: Role, place: Place| match role {
        Role::Value => place.own() && states_value(known.of(place.cell())),
        Role::Responsible | Role::Due => place.own() && !known.of(place.cell()).blank && !known.of(place.cell()).unit,
        _ => false,
    };
    let cells = part.records.iter().flat_map(|record| part.columns.iter().zip(record.cells.iter()));
    cells.filter(|(column, place)| place.is_some_and(|place| states(column.role, place))).count()
}

/// Whether a cell in a column of values states one.
fn states_value(traits: super::traits::Traits) -> bool {
    traits.number || traits.words || traits.like_year
}

/// Whether a cell agrees with the role of its column, and how much that counts; `None` where any cell does.
fn agreement(role: Role, traits: super::traits::Traits, blank: bool) -> Option<(bool, f64)> {
    match role {
        Role::Name => Some((traits.name && !traits.long, 1.5)),
        Role::Value => Some((blank || states_value(traits), 1.0)),
        Role::Unit => Some((blank || traits.unit, 1.0)),
        Role::Nature => Some((blank || traits.nature || traits.words, 1.0)),
        Role::Number => Some((blank || traits.ordinal.is_some() || !traits.name, 0.5)),
        Role::Responsible => Some((!traits.number && !traits.unit, 0.5)),
        Role::Due => Some((blank || traits.digits || traits.words, 0.5)),
        Role::Group | Role::Note | Role::Text => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Traits;

    #[test]
    fn cells_agree_with_the_roles_of_their_columns() {
        let agrees = |role, text: &str| {
            let traits = Traits::of(text);
            agreement(role, traits, traits.blank).map(|(agrees, _)| agrees)
        };
        for (role, right, wrong) in [
            (Role::Name, vec!["森林覆盖率"], vec!["1200", "", "推进造林。管护林地。"]),
            (Role::Value, vec!["1200", "2000", "与经济增长同步", ""], vec!["森林覆盖率"]),
            (Role::Unit, vec!["亿元", ""], vec!["1200"]),
            (Role::Nature, vec!["约束性", "与经济增长同步", ""], vec!["1200"]),
            (Role::Number, vec!["3", "①", "1-1", ""], vec!["森林覆盖率"]),
            (Role::Responsible, vec!["市水利局", ""], vec!["1200"]),
            (Role::Due, vec!["2027年底", "持续推进", ""], vec!["森林覆盖率"]),
        ] {
            assert!(right.iter().all(|text| agrees(role, text) == Some(true)), "{role:?}: {right:?}");
            assert!(wrong.iter().all(|text| agrees(role, text) == Some(false)), "{role:?}: {wrong:?}");
        }
        for role in [Role::Group, Role::Note, Role::Text] {
            assert_eq!(agrees(role, "森林覆盖率"), None, "{role:?}");
        }
    }

    #[test]
    fn groups_stand_below_those_of_a_larger_number() {
        assert_eq!(["一、经济", "（一）农业", "1.粮食", "经济"].map(level), [0, 1, 2, 0]);
    }
}
