//! The rules, by family, and the order in which they are asked.

mod bounds;
mod counts;
pub(crate) mod criteria;
mod durations;
mod grants;
mod names;
mod others;
pub(crate) mod places;
mod prelude;
mod qualifiers;
mod ranks;
mod sizes;
mod spared;
mod starts;
mod terms;

use super::rule::Rule;

/// The stages, in order. The first asks each number alone; the second takes out what the clause only builds on, so that it is
/// no neighbour; the third asks neighbours; the fourth, what is left of bounds; the last, which of two is the start of the other.
pub(super) static STAGES: [(&str, &[&Rule]); 5] = [
    ("By the number and its words", ALONE),
    ("By what the clause builds on", BASE),
    ("By the numbers beside it", BESIDE),
    ("By what a bound describes", BOUND),
    ("By what starts from it", START),
];

/// By the number and its words. What is spared comes before what would drop it.
static ALONE: &[&Rule] = &[
    &others::NEGATED,
    &others::ELSEWHERE,
    &others::FORMULA,
    &qualifiers::PLACE,
    &qualifiers::SPEED,
    &qualifiers::CIRCUMSTANCE,
    &sizes::SIZE_OF_BATCH,
    &sizes::LADDER,
    &counts::ANNOUNCED,
    &counts::HEADING,
    &starts::OPENED,
    &grants::CEILING,
    &grants::CONDITION,
    &criteria::GIVEN_UP,
    &terms::WHO,
    &terms::AT_MOST,
    &terms::SHARED_COST,
    &terms::TAXED,
    &terms::SINCE_DAY,
    &terms::PART,
    &ranks::ORDINAL,
    &ranks::LEAGUE,
    &ranks::PRIORITY,
    &ranks::FIRST_OF_A_KIND,
    &spared::RUN,
    &grants::COMPARED,
    &names::QUOTED,
    &names::FIRM,
    &names::LINES,
    &names::DRIVE,
    &grants::POPULATION,
    &spared::PEOPLE,
    &spared::VALUE,
    &counts::BARE,
    &grants::TASK,
    &durations::CONCEPT,
    &grants::AGE,
    &counts::PARTS,
    &names::POLICY,
    &names::PLACE_NAME,
    &names::FIRST_PLACE,
    &spared::LISTED,
    &names::GREAT,
    &counts::SESSION,
    &grants::URGED,
    &counts::PROGRAMME,
    &counts::PLANNED,
    &spared::LASTING,
    &counts::ORDER,
    &counts::ONE,
    &names::SLOGAN,
    &names::CLASS,
    &names::PROVERB,
    &counts::VOLTAGE,
    &grants::EXTENT,
];

/// By the numbers beside it.
static BESIDE: &[&Rule] = &[
    &criteria::EACH,
    &criteria::WANTING,
    &criteria::AHEAD,
    &sizes::CLASS_BEHIND,
    &qualifiers::WHERE,
    &sizes::SIZE,
    &qualifiers::TOTAL,
    &sizes::SIZE_OF_COUNTED,
    &sizes::SIZE_OF_NAMED,
    &sizes::SIZE_OF_ALL,
    &sizes::SIZE_OF_TOPIC,
];

static BASE: &[&Rule] = &[&starts::BASE, &starts::COMPARED, &qualifiers::BEST_SHARE];
static BOUND: &[&Rule] = &[&bounds::DEFINES];
static START: &[&Rule] = &[&starts::STARTS, &starts::BRACKETED];

/// By where the number stands.
static PLACES: &[&Rule] = &[
    &places::GLOSSARY,
    &places::CONDITION,
    &places::ACROSS,
    &places::UNNAMED,
    &places::UNVALUED,
    &places::LABEL,
    &places::UNREAD,
];

/// The stages by name, those who decide by the place last.
pub(super) fn stages() -> impl Iterator<Item = (&'static str, &'static [&'static Rule])> {
    STAGES.iter().copied().chain([("By the place", PLACES)])
}

/// Every rule, in the order in which they are asked.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    stages().flat_map(|(_, rules)| rules.iter().copied())
}
