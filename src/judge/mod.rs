//! What a reading means: change, bound, date, promise or fact, theme. Each is a function of what was read.

pub(crate) mod amount;
pub(crate) mod change;
pub(crate) mod dating;
pub(crate) mod standard;
pub(crate) mod status;
pub(crate) mod theme;
