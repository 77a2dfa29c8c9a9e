//! The words by which the members of a list are told (`crate::reading::list`): read from `data/words/lists.tsv`.

use super::words::words;

/// What a town has, told apart from what the country has.
pub const TOWN: &str = "城市";

/// The town, as where people live.
pub const TOWNSFOLK: &str = "城镇";

/// The country, beside the town.
pub const COUNTRY: &str = "农村";

words! {
    /// Words of lists: what members share, and what 和 and 及 stand inside.
    pub static LISTS: Lists = "data/words/lists.tsv" {
        /// What a kind ends in, which a list shares its noun with.
        kind_end,
        /// A measure that names nothing alone: in a list it is one of what the first name measures.
        bare_measure,
        /// What stands before a measure and is no thing that has another.
        no_thing,
        /// A sum, which a list that it closes has together.
        joint_measure,
        /// The share that the kinds of a list have together.
        joint_share,
        /// What two things have together, one measured by the other.
        of_two,
        /// A substance whose name ends like a measure.
        substance,
        /// What belongs to the kind named before 和 or 及.
        related,
        /// What is done with the members, before what is measured of it.
        measured_doing,
        /// What is done with a crop before it is brought in.
        sown,
        /// Where people live, and who they are by it.
        region,
        /// For each of those whom or which a list tells apart.
        per_each,
        /// Who has an illness of which a list tells the kinds.
        patient,
        /// In which fields, told apart before it.
        field,
        /// Begins what is measured of each member of a list, told behind the last.
        of_each,
        /// What the members of a list are, behind their count.
        counted_as,
        /// What is left over and treated or used.
        waste,
        /// Where people live, town and country together.
        regions,
        /// By how much a measure named before it moved.
        facet,
        /// Two words that share their last character, the first without it.
        halves,
        /// Two opposites, each in one character.
        two_sides,
        /// What comes in, of which a list or a sentence tells what goes out as well.
        takings,
        /// What goes out.
        outlay,
        /// Whose takings and outlays are told side by side.
        budget,
        /// And what is below.
        downward,
        /// What things have in degrees.
        degree,
        /// What measures end in that are no part of a whole.
        no_part,
        /// What happens and is counted, by its kinds.
        incident,
        /// Parts what is spent from what it is spent on.
        used_for,
        /// Insurance.
        insurance,
        /// Against what one is insured.
        insured,
        /// What the members of a list are counted as.
        kind_counted,
        /// Research.
        research,
        /// Trials.
        trial,
        /// Before those with whom it is traded.
        with,
        /// What goes from country to country.
        traded,
        /// What the name of a trade ends in.
        trade,
        /// A part of the economy that no trade's name is.
        branch,
    }
}
