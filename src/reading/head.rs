//! What the text before a number says of it.

use crate::number::Number;

use super::difference::Way;

/// The reading of the text before a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Who or what is measured; empty where the clause does not say.
    pub(crate) subject: String,
    /// Scope words left off the subject.
    pub(crate) scope: Option<String>,
    /// The verb that governs the number's noun (新建, 拥有).
    pub(crate) verb: Option<String>,
    /// The words between subject and number (同比增长, 提高到).
    pub(crate) governor: String,
    /// Where the quoted number expression begins.
    pub(crate) quote_start: usize,
    /// A starting value without a unit (从1.96).
    pub(crate) base: Option<Number>,
    /// Whether 均 or 都 says that the number holds for each of several.
    pub(crate) each: bool,
    /// Which way the number differs from what was measured before.
    pub(crate) differs: Option<Way>,
}
