//! The words of a page that are no part of its text, by class: read from `data/words/furniture.tsv`.

use super::words::words;

words! {
    /// The words of navigation, footers and contents.
    pub static FURNITURE: FurnitureWords = "data/words/furniture.tsv" {
        /// Lines that open what stands below the text.
        footer,
        /// Starts of such lines.
        footer_start,
        /// Stands in a line of the site's own numbers.
        footer_sign,
        /// Starts of lines about the page.
        page_line,
        /// Tells of a file to load.
        download,
        /// Stands beside the number of a page.
        page_number,
        /// Titles of tables of contents.
        contents,
    }
}
