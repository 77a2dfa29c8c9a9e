//! The words of tables, by class: read from `data/words/columns.tsv`. One place for `extract`, `outline` and `check`.

use super::words::words;

words! {
    /// The words of tables.
    pub static COLUMNS: Columns = "data/words/columns.tsv" {
        /// Heads of columns that number the rows.
        number,
        /// Heads of columns that group the rows.
        group,
        /// Heads of columns that name what the rows are about.
        name,
        /// Of these, heads that are no work and no content: where several columns name something, these do.
        best_name,
        /// Heads of columns of units.
        unit,
        /// Heads of columns that say whether a target binds.
        nature,
        /// Heads of columns of bodies that answer.
        responsible,
        /// Heads of columns that date the rows.
        due,
        /// In heads: the values that a plan starts from.
        start,
        /// In heads: values to be reached.
        target,
        /// In heads: values that were reached.
        result,
        /// In heads: how far a target was met; no value of the indicator.
        state,
        /// In heads: per year.
        yearly,
        /// In heads: over the whole period.
        total,
        /// In heads: growth.
        growth,
        /// In heads: what is added.
        addition,
        /// In heads: remarks.
        note,
        /// In heads: what a project costs.
        money,
        /// Heads of columns that describe work.
        work,
        /// What heads of values may end in.
        value_end,
        /// Natures: 约束性.
        binding,
        /// Natures: 预期性.
        expected,
        /// What the name of a body that answers ends in, or begins with.
        body,
        /// What a cell of values begins with that states no number.
        word_value,
        /// What stands around a number in a cell and names nothing.
        before_value,
        /// Opens a part of what the row measures.
        part,
        /// Says that a number is a yearly mean.
        mean,
        /// In heads that stand over several columns.
        over,
        /// What a measure ends in.
        measure_end,
        /// What a share ends in.
        share_end,
        /// What may stand behind a unit and is no part of it.
        unit_tail,
    } unions {
        /// What heads of columns are made of.
        of_heads = number | group | name | best_name | unit | nature | responsible | due | start | target | result | state
            | yearly | total | growth | addition | note | money | work,
    }
}
