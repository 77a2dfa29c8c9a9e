//! What every rule needs.

pub(super) use crate::{
    lexicon::{CLAUSES, QUANTITY, VERDICTS},
    number::Number,
    quantity::{self, Comparator, Dimension, Shape},
    reading::{
        right,
        sentence::without_brackets,
        verdict::{asked::Asked, kind::Verdict, rule::Rule},
    },
};
