//! What rows, cells, heads and groups weigh against each other when pieces are laid out; what a piece costs in a column is in
//! [`super::super::kind`]. How they were found: docs/decisions/0011-weights-of-tables.md.

/// What a cell in its place gains: all others are told by this one.
pub(super) const GAIN: f32 = 2.0;

/// What a row costs, so that a few stray pieces make none.
pub(super) const ROW: f32 = 1.5;

/// What it costs that a row lacks a value, or a cell of another column.
pub(super) const WITHOUT_VALUE: f32 = 2.6;
pub(super) const WITHOUT_CELL: f32 = 2.2;

/// Where either of two columns may be the missing one, it is the later: how much less it costs there.
pub(super) const LATER: f32 = 0.01;

/// What it speaks for a template that its first column counts up.
pub(super) const NUMBERED: f32 = 2.0;

/// What heads over all columns speak for in each row, and how much of it one over a column of another kind takes.
pub(super) const HEADED: f32 = 1.0;
pub(super) const MISPLACED: f32 = 0.5;

/// What each head too many or too few costs, up to so many, and where there is none at all.
pub(super) const ODD_HEAD: f32 = 0.3;
pub(super) const NO_HEAD: f32 = 0.5;
pub(super) const MOST_ODD: f32 = 4.0;

/// What a piece gains as a head: one of words among as many as there are columns, a value with words under a head of values, what
/// else says that values stand below it, words that say nothing of values further on, and what is mixed there.
pub(super) const EARLY_HEAD: f32 = 0.9;
pub(super) const WORDED_VALUE_AS_HEAD: f32 = 0.6;
pub(super) const VALUE_HEAD: f32 = 0.4;
pub(super) const LATE_HEAD: f32 = -1.2;
pub(super) const LATE_MIXED_HEAD: f32 = -0.6;

/// What a name of a group, a value or a sentence gains as one.
pub(super) const GROUP_AS_HEAD: f32 = -3.0;
pub(super) const VALUE_AS_HEAD: f32 = -3.0;
pub(super) const SENTENCE_AS_HEAD: f32 = -8.0;

/// What it gains that the heads stand again.
pub(super) const HEADS_AGAIN: f32 = 0.5;

/// What a cell of pieces that are of no kind costs.
pub(super) const OF_NO_KIND: f32 = 0.4;

/// What a group costs that words name, what is no name of rows, and a measure over its parts; more above the first row, where it may be
/// a head.
pub(super) const GROUP: f32 = 0.5;
pub(super) const MIXED_GROUP: f32 = 1.5;
pub(super) const MEASURE_AS_GROUP: f32 = 1.0;
pub(super) const FIRST_GROUP: f32 = 0.6;

/// What a piece between rows costs besides that it has no place.
pub(super) const NOISE: f32 = 1.5;

/// Dearest cell that is made of several pieces.
pub(super) const DEAREST: f32 = 5.0;

/// The share of what joining costs where the piece before goes on.
pub(super) const GOES_ON: f32 = 0.2;

/// What it costs to take what heads columns for a cell of a row.
pub(super) const HEAD_AS_CELL: f32 = 1.5;

/// What it costs to go on below a name that is far shorter than others on their lines.
pub(super) const WITH_ROOM: f32 = 1.5;
