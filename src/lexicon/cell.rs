//! The words that cells of tables open with or consist of, by class: read from `data/words/cells.tsv`.

use super::words::words;

words! {
    /// The words of cells.
    pub static CELLS: Cells = "data/words/cells.tsv" {
        /// The whole of a cell that says whether a target binds.
        nature,
        /// Opens what stands in the place of a number.
        instead,
        /// The whole of a piece that goes on in the cell before it.
        tail,
        /// Ends a heading of a column of values.
        value_head,
        /// Opens a heading of a column of values that are no year's.
        period,
        /// The whole of a heading of other columns.
        head,
        /// The whole of a heading of a column of units.
        unit_head,
    }
}
