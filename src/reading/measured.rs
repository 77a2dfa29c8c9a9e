//! Names under another measure: what grew, its share, its rate.

use crate::{
    lexicon::{CLAUSES, DEEDS, QUANTITY, VERDICTS},
    quantity::{Dimension, Quantity},
};

/// Whether `name` is that of a share or a rate.
pub(super) fn is_share_of(name: &str) -> bool {
    [&QUANTITY.share_noun, &CLAUSES.rate_end].iter().any(|ends| ends.suffix(name).is_some())
}

/// 生产总值年均增速达到8%，总量|突破2000亿元: an amount is none of the rate of growth, but of what grows.
pub(super) fn without_rate(name: &str) -> String {
    let grown =
        CLAUSES.growth_name.strip_suffix(name).map(|grown| CLAUSES.by_year.strip_suffix(grown).unwrap_or(grown));
    grown.filter(|grown| grown.chars().count() > 1).unwrap_or(name).to_owned()
}

/// 累计|投入50亿元: the verb that names the sum where nothing else does.
pub(super) fn spent<'a>(quantity: &Quantity, verb: Option<&'a str>) -> Option<&'a str> {
    verb.filter(|verb| quantity.dimension == Dimension::Money && CLAUSES.measure.has(verb))
}

/// 农村公路提质工程, 新一轮危房改造行动 → 农村公路, 危房改造: what a drive is about is what so much of is done, `counted` piece by piece
/// or measured.
pub(super) fn without_drive(name: &str, counted: bool) -> &str {
    let works = CLAUSES.works.suffix(name).filter(|works| !counted && CLAUSES.slogan_noun.has(works));
    let Some(drive) = VERDICTS.drive.suffix(name).or(works) else { return name };
    let work = DEEDS.anew.trim_start(&name[..name.len() - drive.len()]);
    let thing = CLAUSES.raise.strip_suffix(work).or_else(|| CLAUSES.kept_state.strip_suffix(work)).unwrap_or(work);
    let slogan = thing.starts_with('“') && thing.ends_with('”');
    if thing.chars().nth(1).is_some() && !slogan { thing } else { name }
}

/// 污水处理能力, 处理率 → 污水处理率: the same thing under another measure.
pub(super) fn remeasured(name: &str, measure: &str) -> String {
    let treats = CLAUSES.treatment.prefix(measure).is_some();
    let ending = CLAUSES.treating.suffix(name).filter(|_| !treats);
    let ending = ending.or_else(|| CLAUSES.capacity.suffix(name)).or_else(|| CLAUSES.measure.suffix(name));
    let base = ending.and_then(|end| name.strip_suffix(end)).filter(|base| base.chars().count() > 1).unwrap_or(name);
    let starts = measure.char_indices().map(|(at, _)| at).skip(1);
    let overlap = starts.filter(|&at| base.ends_with(&measure[..at])).max().unwrap_or(0);
    format!("{base}{}", &measure[overlap..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_measure_takes_the_thing_of_the_first() {
        for (name, measure, told) in [
            ("污水处理能力", "处理率", "污水处理率"),
            ("垃圾处理能力", "达标率", "垃圾达标率"),
            ("绿地面积", "覆盖率", "绿地覆盖率"),
        ] {
            assert_eq!(remeasured(name, measure), told, "{name}, {measure}");
        }
    }
}
