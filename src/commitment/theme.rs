//! The theme of a statement: from its indicator first, then from where it stands.

use crate::lexicon::{CLAUSES, Theme};

/// The theme, and what decided it (`theme:indicator:失业率`).
///
/// `indicator` is what is measured; `around` are the run-in heading, the clause and the headings from the nearest up.
pub(super) fn decide<'a>(indicator: &str, around: impl Iterator<Item = (&'static str, &'a str)>) -> (Theme, String) {
    let generic = CLAUSES.generic.has(indicator);
    let named = if generic { "" } else { indicator };
    let told = |phrase: &str, place: &str| {
        Theme::of(phrase).filter(|told| !told.weak).map(|told| (told.theme, format!("theme:{place}:{}", told.word)))
    };
    if let Some(found) = told(measured(named), "indicator").or_else(|| told(named, "indicator")) {
        return found;
    }
    let around: Vec<(&str, &str)> = around.filter(|(place, _)| !(generic && *place == "clause")).collect();
    if let Some(found) =
        around.iter().filter(|(place, _)| *place != "clause").find_map(|(place, phrase)| told(phrase, place))
    {
        return found;
    }
    if let Some(weak) = Theme::of(named) {
        return (weak.theme, format!("theme:indicator:{}", weak.word));
    }
    let clause = around.iter().find_map(|(place, phrase)| told(phrase, place));
    clause.unwrap_or((Theme::Economy, "theme:default".into()))
}

/// The part that is measured: a share is about its part, not its whole (数字经济增加值|占地区生产总值比重).
fn measured(indicator: &str) -> &str {
    for mark in ["占", "相当于"] {
        match indicator.find(mark) {
            Some(at) if at > 0 && !indicator[at..].starts_with("占比") => return &indicator[..at],
            _ => {}
        }
    }
    for prefix in [
        "亿元地区生产总值",
        "亿元国内生产总值",
        "亿元GDP",
        "单位地区生产总值",
        "单位国内生产总值",
        "单位生产总值",
        "单位GDP",
        "万元GDP",
        "万元地区生产总值",
    ] {
        if let Some(rest) = indicator.strip_prefix(prefix) {
            return rest;
        }
    }
    indicator
}
