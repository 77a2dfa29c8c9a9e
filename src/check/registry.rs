//! Every rule there is, in one list.

use super::{
    keys,
    rule::Rule,
    rules::{consistency, project, structure, tasks, text, time, values},
};

/// The rule called `code`.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// What to say of a code that no rule has.
pub fn unknown(code: &str) -> String {
    let hint = keys::nearest(code, RULES.iter().map(|rule| rule.code));
    format!("no rule is called `{code}`{hint}; `plan explain` lists them")
}

/// What each family is about.
pub const FAMILIES: &[(&str, &str)] = &[
    ("structure", "Chapters, sections, tables and boxes: numbering, headings, captions, references."),
    ("values", "Numbers that cannot be what they say."),
    ("consistency", "Statements that contradict each other within one text."),
    ("time", "Deadlines and periods that do not fit the plan."),
    ("text", "Damage that scraping, conversion and retyping leave behind."),
    ("tasks", "Tables of tasks with cells left empty."),
    ("project", "What the files beside a text say of it."),
];

/// All rules, family by family.
pub static RULES: &[&Rule] = &[
    &structure::contents_disagree::RULE,
    &structure::dangling_reference::RULE,
    &structure::empty_section::RULE,
    &structure::figure_missing::RULE,
    &structure::heading_split::RULE,
    &structure::level_jump::RULE,
    &structure::numbering_duplicate::RULE,
    &structure::numbering_gap::RULE,
    &structure::table_missing::RULE,
    &structure::table_without_caption::RULE,
    &values::change_mismatch::RULE,
    &values::direction_reversed::RULE,
    &values::fall_by_multiple::RULE,
    &values::number_without_unit::RULE,
    &values::percent_missing::RULE,
    &values::percent_once::RULE,
    &values::range_reversed::RULE,
    &values::rate_mismatch::RULE,
    &values::respectively_unequal::RULE,
    &values::share_over_100::RULE,
    &consistency::binding_without_unit::RULE,
    &consistency::parts_exceed_whole::RULE,
    &consistency::table_against_body::RULE,
    &consistency::two_values::RULE,
    &time::before_issue::RULE,
    &time::deadline_outside::RULE,
    &time::impossible_date::RULE,
    &time::period_disagrees::RULE,
    &text::broken_off::RULE,
    &text::doubled_punctuation::RULE,
    &text::fragment::RULE,
    &text::invisible::RULE,
    &text::letter_in_number::RULE,
    &text::line_break::RULE,
    &text::lost_stops::RULE,
    &text::missing_date::RULE,
    &text::missing_issuer::RULE,
    &text::missing_period::RULE,
    &text::missing_title::RULE,
    &text::mixed_script::RULE,
    &text::mixed_width::RULE,
    &text::mixed_zero::RULE,
    &text::mojibake::RULE,
    &text::page_mark::RULE,
    &text::replacement::RULE,
    &text::site_furniture::RULE,
    &text::spaced_number::RULE,
    &text::spaced_punctuation::RULE,
    &text::unpaired::RULE,
    &tasks::no_deadline::RULE,
    &tasks::no_unit::RULE,
    &project::expectation::RULE,
    &project::unused_suppression::RULE,
];
