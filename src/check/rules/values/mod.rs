//! Numbers that cannot be what they say.

pub(crate) mod change_mismatch;
pub(crate) mod direction_reversed;
pub(crate) mod fall_by_multiple;
pub(crate) mod number_without_unit;
pub(crate) mod percent_missing;
pub(crate) mod percent_once;
pub(crate) mod range_reversed;
pub(crate) mod rate_mismatch;
pub(crate) mod respectively_unequal;
pub(crate) mod share_over_100;
