//! The words that the rules of `plan check` ask for, by class: read from `data/words/check.tsv`.

use std::{cmp::Reverse, collections::HashMap, sync::LazyLock};

use super::{
    signs::Signs,
    words::{self, words},
};

words! {
    /// The words that the rules of `plan check` ask for.
    pub static CHECKED: Checked = "data/words/check.tsv" {
        /// Short clauses that are whole: answers, calls, and what lists and thoughts are opened with.
        whole_clause,
        /// Words of one character that open a sentence by themselves.
        connective,
        /// What the name of a numbered table, box or figure begins with.
        captioned,
        /// After these a number behind 其中 is no part of what went before.
        not_a_part,
        /// Before these a range may begin with its larger end.
        downward,
        /// Becomes less.
        falls,
        /// Becomes more.
        rises,
        /// Units in which less is higher: places.
        place_unit,
        /// What is measured at constant prices.
        constant_price,
        /// Ratios that may pass 100 %: of other wholes, or of a cohort that others join.
        other_whole,
        /// What begins the lines of a web page that are no part of the plan.
        of_page,
        /// What is counted without a unit.
        pure_number,
        /// Join several things in one name.
        joins,
        /// Look beyond the plan.
        outlook,
        /// A digit of Chinese numbering, one to ten.
        numbering,
        /// What else a Chinese number of a chapter is written with.
        numeral,
        /// A power of ten.
        multiplier,
        /// A power of ten, or two of them.
        scale,
        /// A large power of ten.
        large,
        /// Opens a starting value.
        starts,
        /// Behind a year: its end or beginning.
        year_end,
        /// Before a change: in sum.
        in_sum,
        /// In what a change is told.
        change_unit,
        /// As a yearly mean.
        yearly,
        /// Grows, or the rate at which.
        grows,
        /// Before a rate: about, or reaches.
        about,
        /// Promises what follows.
        promises,
        /// Plans or works for what follows, before a time.
        plans,
        /// Works for what follows, behind a time.
        works_for,
        /// Before a time: by then.
        by_then,
        /// Refers to another place.
        refers,
        /// The paper itself, or what stands below.
        this_paper,
        /// What stands before the number of a table, box or figure.
        numbered_thing,
        /// Parts and chapters.
        part_or_chapter,
        /// Parts, chapters and sections.
        division,
        /// Joins a list of things to a list of numbers.
        respectively,
        /// Behind a number: its bound.
        bound,
        /// Names a part of what was told.
        of_which,
        /// Units of ranges.
        range_unit,
        /// A quarter of a year.
        quarter,
        /// More quarters than a year has.
        no_quarter,
        /// How many pages there are.
        altogether,
        /// Begins a line of a web page.
        page_opens,
        /// The whole of a line of a web page.
        page_whole,
        /// What the name of a share ends in.
        share_name,
        /// Between a share and what it reaches.
        stays,
        /// Before the value of a share.
        comes_to,
        /// Before a number that has a unit.
        counts_up,
        /// Behind a number: or more.
        or_more,
        /// Behind a number that has no unit of its own: 之间, 左右, 以上.
        no_unit,
        /// Becomes or makes less.
        lessens,
        /// Between what becomes less and by how much.
        by_much,
        /// Two, as it counts.
        two,
        /// Behind a number: and more.
        and_more,
        /// So many times.
        times,
        /// Behind a number with spaces in it.
        spaced_unit,
        /// Behind the number of a five-year plan.
        nth_plan,
        /// A plan, or its time.
        plan_noun,
        /// Opens a year of this century in Chinese digits.
        century,
    }
}

/// The words of each class among those that the rules ask for and the signs, longest first.
static BY_CLASS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut classes: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in [Checked::FILE, Signs::FILE].into_iter().flat_map(words::rows) {
        row.is.split(' ').for_each(|class| classes.entry(class).or_default().push(row.form));
    }
    classes.values_mut().for_each(|forms| forms.sort_by_key(|form| Reverse(form.len())));
    classes
});

/// The words of `class` among those that the rules ask for and the signs, longest first.
pub fn words_of(class: &str) -> &'static [&'static str] {
    BY_CLASS.get(class).map_or(&[], Vec::as_slice)
}
