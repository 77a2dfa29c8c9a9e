//! The grammar around a number: which sentence and clause it stands in, what stands left and right of it, what it is.
//!
//! Knows documents only as [`scene`]; what a statement means is judged in [`crate::judge`].

pub(crate) mod baseline;
pub(crate) mod clause;
pub(crate) mod counts;
pub(crate) mod indicators;
pub(crate) mod left;
pub(crate) mod list;
pub(crate) mod qualifier;
pub(crate) mod right;
pub(crate) mod scene;
pub(crate) mod sentence;
