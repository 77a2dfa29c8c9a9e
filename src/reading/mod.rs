//! The grammar around a number: which sentence and clause it stands in, what stands left and right of it, what it is.
//!
//! Knows documents only as [`scene`]; what a statement means is judged in [`crate::judge`].

mod baseline;
mod became;
mod behind_works;
pub(crate) mod clause;
mod counted;
pub(crate) mod difference;
mod done_alike;
mod head;
mod honours;
pub(crate) mod left;
pub(crate) mod list;
pub(crate) mod marks;
mod means;
mod measured;
pub(crate) mod mentions;
mod naming;
pub(crate) mod numbering;
pub(crate) mod parts;
pub(crate) mod right;
mod run;
pub(crate) mod scene;
pub(crate) mod sentence;
mod shared;
mod strip;
pub(crate) mod subject;
mod told_when;
pub(crate) mod verb;
pub mod verdict;
