//! The theme of a statement: from its indicator first, then from where it stands.

use crate::lexicon::{CLAUSES, Theme};
use crate::statement::{Evidence, Place, Statement};

/// The theme, and what decided it (`theme:indicator:失业率`).
///
/// `indicator` is what is measured; `around` are the clause, the run-in heading, the headings from the nearest up, and the
/// words before the clause in its sentence, which decide last.
pub(crate) fn decide<'a>(indicator: &str, around: impl Iterator<Item = (Place, &'a str)>) -> (Theme, Evidence) {
    let generic = CLAUSES.generic.has(indicator);
    let named = if generic { "" } else { indicator };
    let reason = |place: Place, word: &str| Evidence::Theme(place, word.to_owned());
    let told = |phrase: &str, place: Place| {
        Theme::of(phrase).filter(|told| !told.weak).map(|told| (told.theme, reason(place, told.word)))
    };
    if let Some(found) = told(measured(named), Place::Indicator).or_else(|| told(named, Place::Indicator)) {
        return found;
    }
    let around: Vec<(Place, &str)> = around.filter(|(place, _)| !(generic && *place == Place::Clause)).collect();
    if let Some(found) = around
        .iter()
        .filter(|(place, _)| matches!(place, Place::RunIn | Place::Heading))
        .find_map(|&(place, phrase)| told(phrase, place))
    {
        return found;
    }
    if let Some(weak) = Theme::of(named) {
        return (weak.theme, reason(Place::Indicator, weak.word));
    }
    let nearby = around.iter().find_map(|&(place, phrase)| told(phrase, place));
    nearby.unwrap_or((Theme::Economy, Evidence::ThemeDefault))
}

/// Gives the statements of one paragraph whose theme nothing told the one that most others' indicators have, else that
/// of the paragraph's first sentence.
pub(crate) fn settle(statements: &mut [Statement], paragraph: &str) {
    let untold = |s: &Statement| s.evidence.contains(&Evidence::ThemeDefault);
    if !statements.iter().any(untold) {
        return;
    }
    let told = |s: &&Statement| s.evidence.iter().any(|reason| matches!(reason, Evidence::Theme(Place::Indicator, _)));
    let count = |theme: Theme| statements.iter().filter(told).filter(|s| s.theme == theme).count();
    let mut most: Option<(Theme, usize)> = None;
    for theme in statements.iter().filter(told).map(|s| s.theme) {
        if most.is_none_or(|(_, held)| count(theme) > held) {
            most = Some((theme, count(theme)));
        }
    }
    let lead =
        || Theme::of(paragraph.split('。').next().unwrap_or("")).filter(|told| !told.weak).map(|told| told.theme);
    let Some(theme) = most.filter(|(_, held)| *held > 1).map(|(theme, _)| theme).or_else(lead) else { return };
    for statement in statements.iter_mut().filter(|s| untold(s)) {
        statement.theme = theme;
        statement.evidence.retain(|reason| *reason != Evidence::ThemeDefault);
        statement.evidence.push(Evidence::ThemeParagraph);
    }
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
