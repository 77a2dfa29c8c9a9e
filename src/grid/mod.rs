//! One grid for the tables of all media: what a table's cells are and where they stand, and what its rows and columns mean.
//!
//! A medium that knows its cells gives a [`Grid`] as it is ([`crate::source`]); of a table that has come down as text, [`recover`] gives
//! every grid that its shape allows, and the one that [`roles`] read best is the table. Knows numbers, units, times and
//! the words of headings; nothing of sections, nor of the plan's own period.

mod evidence;
mod given;
mod head;
mod heads;
mod joined;
mod known;
pub mod model;
mod reading;
pub mod recover;
mod repeated;
pub mod roles;
mod rows;
mod sheet;
mod strokes;
#[cfg(test)]
mod tests;
mod traits;

pub use given::{Units, is_share};
pub use head::{Head, Word};
pub use model::{Cell, Grid, Origin};
pub use reading::{Column, Context, Part, READ, Reading, Record, Role};
pub use sheet::{Place, Row, expanded, laid_out};
pub use traits::{Traits, is_nature, is_unit, pointed, states_number};
