//! Damage to the text itself.

pub(crate) mod broken_off;
pub(crate) mod doubled_punctuation;
pub(crate) mod fragment;
pub(crate) mod invisible;
pub(crate) mod letter_in_number;
pub(crate) mod line_break;
pub(crate) mod lost_stops;
pub(crate) mod missing_date;
pub(crate) mod missing_issuer;
pub(crate) mod missing_period;
pub(crate) mod missing_title;
pub(crate) mod mixed_script;
pub(crate) mod mixed_width;
pub(crate) mod mixed_zero;
pub(crate) mod mojibake;
pub(crate) mod page_mark;
pub(crate) mod replacement;
pub(crate) mod site_furniture;
pub(crate) mod spaced_number;
pub(crate) mod spaced_punctuation;
pub(crate) mod unpaired;
