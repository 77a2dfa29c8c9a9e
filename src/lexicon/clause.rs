//! The words that govern a clause, by class: read from `data/words/clauses.tsv`.

use super::words::words;

words! {
    /// The words that govern a clause.
    pub static CLAUSES: Clauses = "data/words/clauses.tsv" {
        /// Growth by so much.
        grow,
        /// Fall by so much.
        fall,
        /// Turns growth or fall into a level.
        reach_mark,
        /// Per year, against last year.
        yearly_mark,
        /// Between a subject and its number.
        between,
        /// Part of the quoted expression.
        quoted,
        /// Comes into being.
        add,
        /// Is there.
        have,
        /// Before a subject.
        lead,
        /// The territory.
        scope,
        /// 确保.
        ensure,
        /// 力争.
        strive,
        /// What became of a counted thing.
        predicate,
        /// Says nothing alone.
        empty_subject,
        /// What the name of a measured thing ends in.
        measure,
        /// What a list of indicators may share at its head.
        shared_prefix,
        /// Nouns of programmes.
        slogan_noun,
        /// Where durations count.
        duration_subject,
        /// Headings of reviews.
        role_review,
        /// Headings of goals.
        role_goal,
        /// Headings that describe the situation.
        role_context,
        /// Words that are not split at their last character.
        whole,
        /// Introduce a place, a means or an aim.
        preposition,
        /// Names of activities.
        activity,
        /// What a goal without a number keeps.
        kept_state,
        /// What a sum is given out as.
        fund,
        /// Names of works whose size a capacity tells.
        sized,
        /// People.
        people,
        /// Between an actor and what it brought about.
        mid,
        /// Of honours and places.
        honour,
        /// Of results.
        result,
        /// Nouns of work that 和 may join.
        joined,
        /// Begin what a subject reaches.
        reaching,
        /// Tell nothing of their theme.
        generic,
        /// Before these a verb is part of the name.
        keeps_verb,
        /// Begin like a connective and are none.
        heads,
        /// Headings of glossaries.
        role_glossary,
        /// Names that 和 belongs to.
        joined_names,
        /// What a bare number counts behind them.
        populations,
        /// Promises without 力争 or 确保.
        promise,
        /// Says that something is so already.
        fact,
        /// Says what state a subject reached.
        state,
    }
}
