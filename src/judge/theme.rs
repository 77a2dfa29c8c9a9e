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
    let reason = |place: Place, word: &str| Evidence::Theme(place, word.into());
    let told = |phrase: &str, place: Place| {
        Theme::of(phrase).filter(|told| !told.weak).map(|told| (told.theme, reason(place, told.word)))
    };
    let part = measured(named);
    let whole = || if part == named { None } else { told(named, Place::Indicator) };
    if let Some(found) = told(part, Place::Indicator).or_else(whole) {
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
    // Each theme once, in the order in which they are first told: of those told as often the first counts.
    let mut counted: Vec<(Theme, usize)> = Vec::new();
    for theme in statements.iter().filter(told).map(|s| s.theme) {
        match counted.iter_mut().find(|(counted, _)| *counted == theme) {
            Some((_, count)) => *count += 1,
            None => counted.push((theme, 1)),
        }
    }
    let most = counted.into_iter().rev().max_by_key(|&(_, count)| count);
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
    let share = CLAUSES.share_of.find(indicator).filter(|(at, _)| *at > 0);
    match share {
        Some((at, _)) if CLAUSES.share_noun.prefix(&indicator[at..]).is_none() => &indicator[..at],
        _ => CLAUSES.denominator.strip_prefix(indicator).unwrap_or(indicator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_indicator_decides_before_where_it_stands() {
        let around = || [(Place::Heading, "推进养老服务"), (Place::Clause, "垃圾处理")].into_iter();
        for (indicator, theme) in [
            ("数字经济增加值占地区生产总值比重", Theme::Digital),
            ("单位地区生产总值能耗", Theme::Ecology),
            ("面积", Theme::Care),
        ] {
            assert_eq!(decide(indicator, around()).0, theme, "{indicator}");
        }
        assert_eq!(decide("面积", std::iter::empty()), (Theme::Economy, Evidence::ThemeDefault));
    }
}
