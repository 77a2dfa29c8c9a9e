//! The words of tables, by class: of heads from `data/words/columns.tsv`, of other cells from `data/words/cells.tsv`. Who answers and
//! by when is in [`super::DUTIES`].

use super::words::words;

words! {
    /// The words of tables.
    pub static COLUMNS: Columns = "data/words/columns.tsv", "data/words/cells.tsv" {
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
        /// In heads: the values that a plan starts from.
        start,
        /// In heads: values to be reached.
        target,
        /// In heads: values that were reached.
        result,
        /// In heads: values that are foreseen.
        foreseen,
        /// In heads: how far a target was met; no value of the indicator.
        state,
        /// Opens a head that tells what share of a target was met.
        meets,
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
        /// In heads: what years and their ends are written with beside digits.
        year_part,
        /// Behind a year and part of it.
        year_tail,
        /// Ends a heading of a column of values.
        value_head,
        /// Opens a heading of a column of values that are no year's.
        period,
        /// Natures: 约束性.
        binding,
        /// Natures: 预期性.
        expected,
        /// Of these, what says in a sentence that an indicator binds.
        said_binding,
        /// Of these, what says in a sentence that an indicator is expected.
        said_expected,
        /// What a cell of values begins with that states no number.
        word_value,
        /// What a cell begins with that tells its value by that of another measure.
        likened,
        /// Opens what stands in the place of a number.
        instead,
        /// The whole of a piece that goes on in the cell before it.
        tail,
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
        /// In measures that are told in money.
        of_money,
        /// In measures of areas.
        of_area,
        /// In measures of masses.
        of_mass,
        /// In measures of lengths.
        of_length,
        /// In measures of volumes.
        of_volume,
        /// In measures of energy and power.
        of_energy,
        /// In measures that count people.
        of_people,
        /// What a share ends in.
        share_end,
        /// In a legend: what bears no mark.
        others,
        /// Opens a clause of a cell that tells what there is already.
        held,
        /// Names the sum of the rows of a group.
        subtotal,
        /// Names the sum of rows.
        sums,
        /// Counts rows or items, in brackets behind the name that stands for them.
        counts_rows,
        /// Units that are what kinds of things are called, too.
        kind_as_unit,
        /// Behind a whole number that opens a name: of 3.5G基站 the 3 numbers the row.
        whole_in_name,
        /// Behind a numeral in words, of a class that is told by its place among others: 二类县, 三级医院.
        class_in_name,
        /// Behind a number inside a name: 24小时监测率, 20户以上自然村; a value is bare where the unit stands elsewhere.
        inside_name,
        /// Opens a note below a table.
        note_mark,
        /// For each year, as the mean over several.
        yearly_mean,
        /// Or more, behind the class that is counted.
        or_above,
        /// Says that there is no value.
        nothing,
        /// Newly added, in the name of what a row measures.
        newly,
        /// Before the number of a footnote, behind what it explains.
        footnote,
        /// Opens the head of targets that others have taken the place of.
        replaced,
        /// In the heads of targets that have taken the place of others.
        revised,
        /// Belongs to: how what a row measures is bound.
        belongs,
        /// Heads what rows are about where measures with their units stand behind it; other names begin with it too.
        told_of,
        /// What plans call the groups of their indicators.
        group_name,
        /// The same in a word of two signs, which opens names as well.
        short_group_name,
    } unions {
        /// What heads of columns are made of, those of who answers and by when apart.
        of_heads = number | group | name | best_name | unit | nature | start | target | result | state | yearly | total
            | growth | addition | note | money | work,
        /// Of these what names, numbers or groups rows.
        of_rows = number | group | name,
        /// Heads of columns that hold no values.
        beside_values = number | group | name | best_name | nature | note,
        /// What heads of columns of values are made of.
        of_values = start | target | result | foreseen | yearly | total | growth | addition,
        /// Whether a target binds.
        natures = binding | expected,
    }
}
