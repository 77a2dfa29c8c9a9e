//! The theme of a statement: from its indicator first, then from where it stands.

use crate::lexicon::{CLAUSES, Theme, Weight};
use crate::statement::{Evidence, List, Place, Statement};

/// The theme, and what decided it (`theme:indicator:失业率`).
///
/// `indicator` is what is measured; `around` is what stands around it from the nearest on: its clause, the run-in heading,
/// the clauses before in its sentence, the headings from the nearest up. The name decides, then the nearest of
/// these that tells one; a name of things of any field (项目) decides where none does.
pub(crate) fn decide<'a>(indicator: &str, mut around: impl Iterator<Item = (Place, &'a str)>) -> (Theme, Evidence) {
    let name = Theme::of(measured(indicator)).or_else(|| Theme::of(indicator));
    let by_name = |least: Weight| name.filter(|told| told.weight >= least).map(|told| (Place::Indicator, told));
    let nearest = || {
        around.find_map(|(place, phrase)| Some((place, Theme::of(phrase).filter(|told| told.weight >= least(place))?)))
    };
    let found = by_name(Weight::Weak).or_else(nearest).or_else(|| by_name(Weight::Last));
    found.map_or((Theme::Economy, Evidence::ThemeDefault), |(place, told)| {
        (told.theme, Evidence::Theme(place, told.word.into()))
    })
}

/// What a word must weigh to decide where it stands: a heading speaks of many things.
fn least(place: Place) -> Weight {
    match place {
        Place::Indicator | Place::Clause | Place::Sentence => Weight::Weak,
        Place::RunIn | Place::Heading | Place::Table => Weight::Plain,
    }
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
    let lead = || {
        let told = Theme::of(paragraph.split('。').next().unwrap_or(""))?;
        (told.weight >= Weight::Plain).then_some(told.theme)
    };
    let Some(theme) = most.filter(|(_, held)| *held > 1).map(|(theme, _)| theme).or_else(lead) else { return };
    let mut last: Option<(List<Evidence>, List<Evidence>)> = None;
    for statement in statements.iter_mut().filter(|s| untold(s)) {
        statement.theme = theme;
        let (_, told) = match last.take().filter(|(before, _)| *before == statement.evidence) {
            Some(known) => last.insert(known),
            None => last.insert((statement.evidence.clone(), of_paragraph(&statement.evidence))),
        };
        statement.evidence = told.clone();
    }
}

/// What decided the fields of a statement, whose theme the other statements of the paragraph tell.
fn of_paragraph(evidence: &[Evidence]) -> List<Evidence> {
    let others = evidence.iter().filter(|reason| **reason != Evidence::ThemeDefault).cloned();
    others.chain([Evidence::ThemeParagraph]).collect()
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

    #[test]
    fn what_stands_nearest_decides_where_the_name_tells_nothing() {
        let heading = (Place::Heading, "增强群众安全感");
        for (indicator, around, theme) in [
            ("标志性项目", vec![(Place::Sentence, "实施文化基因工程"), heading], Theme::Culture),
            ("标志性项目", vec![(Place::Sentence, "年内"), heading], Theme::Safety),
            ("标志性项目", vec![], Theme::Industry),
            ("急救设备", vec![heading], Theme::Health),
        ] {
            assert_eq!(decide(indicator, around.into_iter()).0, theme, "{indicator}");
        }
    }
}
