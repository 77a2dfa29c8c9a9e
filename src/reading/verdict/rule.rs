//! What a rule is: its name and reason, what it gives, and the texts that show it.

use super::{asked::Asked, kind::Verdict};

/// A rule on which a number's verdict rests.
#[derive(Debug)]
pub struct Rule {
    /// Family and name: `named.slogan`.
    pub code: &'static str,
    /// What a number is that it holds for.
    pub verdict: Verdict,
    /// Which class of numbers it reads and why they get that verdict.
    pub why: &'static str,
    /// Texts in which it decides on a number.
    pub fires: &'static [&'static str],
    /// Texts that look alike and in which it must decide on none.
    pub passes: &'static [&'static str],
    /// Whether it holds; `None` where the place decides and not the words around the number.
    pub(crate) when: Option<fn(&Asked<'_>) -> bool>,
}
