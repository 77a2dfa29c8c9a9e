//! Chapters, sections, tables and boxes.

mod missing;

pub(crate) mod contents_disagree;
pub(crate) mod dangling_reference;
pub(crate) mod empty_section;
pub(crate) mod figure_missing;
pub(crate) mod heading_split;
pub(crate) mod level_jump;
pub(crate) mod numbering_duplicate;
pub(crate) mod numbering_gap;
pub(crate) mod table_missing;
pub(crate) mod table_without_caption;
