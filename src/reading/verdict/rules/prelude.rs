//! What every rule needs.

pub(super) use crate::{
    lexicon::{CLAUSES, QUANTITY, VERDICTS},
    number::Number,
    quantity::{self, Comparator, Dimension, Shape},
    reading::{
        right,
        sentence::{self, without_brackets},
        verdict::{asked::Asked, kind::Verdict, rule::Rule},
    },
};
