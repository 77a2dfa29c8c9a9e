//! What a clause tells before its measure, which is none of the measure's members.

use crate::lexicon::{CLAUSES, VERDICTS};

use super::{became::is_ended, left::Head};

/// 完成园区转供电改造、终端用电成本|降低10%: work that was done before the measure is none of its members.
pub(super) fn behind_works<'a>(subject: &'a str, head: &Head) -> &'a str {
    let Some((work, measure)) = subject.rsplit_once('、') else { return subject };
    // 改革试点顺利推进、办结率|达到72%: what came before is told whole.
    if CLAUSES.state.suffix(work).is_some_and(|state| state.chars().count() > 2)
        && CLAUSES.measure.suffix(measure).is_some()
    {
        return measure;
    }
    // 发电量超1000亿度、装机占比|突破50%: what was told with a number of its own.
    // Unlike 5G通达率、普及率.
    let told = VERDICTS.reaches.rfind(work).map(|(at, verb)| &work[at + verb.len()..]);
    if told.is_some_and(|told| told.starts_with(|c: char| c.is_ascii_digit()))
        && CLAUSES.measure.suffix(measure).is_some()
    {
        return measure;
    }
    // 重点项目陆续投产、本地生产汽车|12万辆: what came about before is told whole.
    if is_ended(work) && !is_ended(measure) && measure.chars().nth(1).is_some() {
        return measure;
    }
    // 疫情控制在低水平、死亡率|降到6%: what came before was held at no number.
    let held = CLAUSES.hold_at.find(work).map(|(at, verb)| &work[at + verb.len()..]);
    if held.is_some_and(|level| level.chars().nth(1).is_some() && !level.contains(|c: char| c.is_ascii_digit()))
        && CLAUSES.measure.suffix(measure).is_some()
    {
        return measure;
    }
    // 做优品牌、力争游客|达60万人次
    if let Some(hoped) = CLAUSES.strive.strip_prefix(measure).filter(|hoped| hoped.chars().nth(1).is_some()) {
        return hoped;
    }
    let work = if head.verb.is_some() { work } else { return subject };
    let moved = CLAUSES.grow.is_in(&head.governor) || CLAUSES.fall.is_in(&head.governor);
    let apart = CLAUSES.activity.suffix(work).is_some() && CLAUSES.measure.suffix(measure).is_some();
    if moved && apart { measure } else { subject }
}
