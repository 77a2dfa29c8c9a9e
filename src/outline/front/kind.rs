//! What sort of document it is: by what its title ends with, else by its opening.

use super::{issuer, years};
use crate::{
    lexicon::{FRONT, Forms, SIGNS},
    outline::shape::Kind,
};

/// The kind of a document with `title`, whose body opens with `opening`.
pub(super) fn of(title: Option<&str>, opening: &[&str]) -> Kind {
    let told = title.map_or(Kind::Other, titled);
    match told {
        Kind::Other => opened(opening),
        kind => kind,
    }
}

/// The longest word that `title` ends with and that ends titles.
pub(super) fn ending(title: &str) -> Option<&'static str> {
    let ends = [
        &FRONT.plan,
        &FRONT.action,
        &FRONT.work_plan,
        &FRONT.suggestion,
        &FRONT.opinion,
        &FRONT.measures,
        &FRONT.report,
        &FRONT.resolution,
    ];
    Forms::longest_suffix(&ends, title)
}

/// Whether `text` ends as the titles of papers do that plan nothing themselves: notices, replies, explanations.
pub(super) fn is_paper(text: &str) -> bool {
    let ends = [&FRONT.notice, &FRONT.paper, &FRONT.division, &FRONT.qa];
    Forms::longest_suffix(&ends, bare(text)).is_some()
}

/// Whether `text` ends as titles do.
pub(super) fn is_titled(text: &str) -> bool {
    ending(bare(text)).is_some() || FRONT.notice.suffix(bare(text)).is_some()
}

/// `title` without brackets and marks at its end: （2021—2025年）, （草案）, 全文.
pub(super) fn bare(title: &str) -> &str {
    let mut bare = title;
    loop {
        let shorter = match bare.strip_suffix('）').and_then(|inner| inner.rsplit_once('（')) {
            Some((before, _)) => before,
            None => match FRONT.draft.strip_suffix(bare) {
                Some(before) => before,
                None => return bare,
            },
        };
        bare = shorter;
    }
}

/// What `title` names: of 关于印发《…》的通知 the paper that is sent out.
pub(super) fn subject(title: &str) -> &str {
    let Some(notice) = FRONT.notice.strip_suffix(bare(title)) else { return sent(title).unwrap_or(title) };
    if let Some((_, rest)) = notice.split_once('《')
        && let Some((inner, _)) = rest.rsplit_once('》')
    {
        return inner;
    }
    let Some((at, word)) = FRONT.sends.rfind(notice) else { return title };
    let sent = SIGNS.of.trim_end(&notice[at + word.len()..]);
    if ending(bare(sent)).is_some() { sent } else { title }
}

/// The paper that the headline `title` of news says is sent out: 中共中央印发《…》.
pub(super) fn sent(title: &str) -> Option<&str> {
    let (before, rest) = title.split_once('《')?;
    let inner = rest.strip_suffix('》')?;
    (FRONT.sends.suffix(SIGNS.le.trim_end(before)).is_some() && ending(bare(inner)).is_some()).then_some(inner)
}

fn titled(title: &str) -> Kind {
    let whole = title.trim_matches(['《', '》']);
    let title = bare(subject(whole)).trim_matches(['《', '》']);
    if FRONT.qa.is_in(whole) {
        return Kind::Qa;
    }
    if FRONT.report_title.is_in(title) && FRONT.report.suffix(title).is_some() {
        return Kind::WorkReport;
    }
    let yearly = years::titled(title).is_some();
    let kinds: [(&Forms, Kind); 11] = [
        (&FRONT.plan, if is_whole(title) { Kind::OutlinePlan } else { Kind::SectorPlan }),
        (&FRONT.action, Kind::ActionPlan),
        (&FRONT.work_plan, Kind::WorkPlan),
        (&FRONT.suggestion, Kind::Suggestion),
        (&FRONT.opinion, Kind::Opinion),
        (&FRONT.measures, Kind::Measures),
        (&FRONT.report, Kind::Report),
        (&FRONT.notice, Kind::Notice),
        (&FRONT.resolution, Kind::Other),
        (&FRONT.paper, Kind::Other),
        (&FRONT.division, Kind::WorkPlan),
    ];
    let found = kinds.into_iter().filter_map(|(forms, kind)| Some((forms.suffix(title)?, kind)));
    match found.max_by_key(|(form, _)| form.len()) {
        // 2027年工作方案, 2027年国民经济和社会发展计划
        Some((_, Kind::OutlinePlan | Kind::SectorPlan)) if yearly && years::period(title).is_none() => Kind::WorkPlan,
        Some((_, kind)) => kind,
        None => Kind::Other,
    }
}

/// Whether a plan is about all of a place: it says so, or names nothing but a place before its number, and nothing
/// between its number and its end: 青禾县“十四五”规划, but not 青禾县水利“十四五”规划.
fn is_whole(title: &str) -> bool {
    if FRONT.whole_plan.is_in(title) {
        return true;
    }
    let (Some((before, behind)), true) = (title.rsplit_once('”'), years::numbered_plan(title).is_some()) else {
        return false;
    };
    let before = before.rsplit_once('“').map_or(before, |(before, _)| before);
    FRONT.plan.has(behind) && (before.is_empty() || issuer::is_place(before))
}

/// The kind that the first paragraphs tell where no title does.
fn opened(opening: &[&str]) -> Kind {
    let reports = opening.iter().any(|text| FRONT.reports_to.is_in(text));
    let whole = opening.iter().any(|text| FRONT.whole_plan.is_in(text) && years::numbered_plan(text).is_some());
    match (reports, whole) {
        (true, _) => Kind::WorkReport,
        (_, true) => Kind::OutlinePlan,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_kinds() {
        for (title, kind) in [
            ("云岭市国民经济和社会发展第十五个五年规划纲要", Kind::OutlinePlan),
            ("青禾县“十四五”规划", Kind::OutlinePlan),
            ("“十四五”国家应急体系规划", Kind::SectorPlan),
            ("青禾县“十四五”水利规划", Kind::SectorPlan),
            ("青禾县水利“十四五”规划", Kind::SectorPlan),
            ("青禾县2027年招商工作方案", Kind::WorkPlan),
            ("国务院关于云岭城市群规划的批复", Kind::Other),
            ("青禾县内需战略规划纲要（2022—2035年）", Kind::SectorPlan),
            ("青禾县2027年国民经济和社会发展计划", Kind::WorkPlan),
            ("云岭市山货产业培育行动方案（2025-2030年）", Kind::ActionPlan),
            ("关于印发《云岭市冷链建设实施方案》的通知", Kind::ActionPlan),
            ("青禾县2027年工作要点", Kind::WorkPlan),
            ("中共青禾县委关于制定国民经济和社会发展第十五个五年规划的建议", Kind::Suggestion),
            ("关于做强山货产业的实施意见", Kind::Opinion),
            ("支持菇棚改造若干政策", Kind::Measures),
            ("青禾县人民政府办公室关于印发菇棚改造若干措施的通知", Kind::Measures),
            ("关于做好2027年春耕工作的通知", Kind::Notice),
            ("中共青禾县委印发《山货规划纲要》", Kind::SectorPlan),
            ("2027年云岭省政府工作报告全文", Kind::WorkReport),
            ("关于青禾县2026年计划执行情况与2027年计划草案的报告", Kind::Report),
            ("《青禾县“十四五”规划》解读", Kind::Qa),
            ("青禾县概况", Kind::Other),
        ] {
            assert_eq!(titled(title), kind, "{title}");
        }
    }

    #[test]
    fn an_opening_tells_where_no_title_does() {
        assert_eq!(of(None, &["现在，我代表县人民政府向大会报告工作。"]), Kind::WorkReport);
        assert_eq!(of(None, &["国民经济和社会发展的第七个五年计划时期。"]), Kind::OutlinePlan);
        assert_eq!(of(Some("青禾县山货规划"), &["向大会报告"]), Kind::SectorPlan);
    }
}
