//! Names that take their noun from what was told before: a yield, a kind, a part, a size.

use crate::{
    lexicon::{CLAUSES, LISTS, QUANTITY, SHARE_OF, VERDICTS, numerals, signs, units::named},
    quantity::{Dimension, Quantity},
    reading::{
        left::Head,
        parts::{Carry, Clause, State},
        shared,
        verdict::Verdict,
    },
};

/// 大豆播种面积8万亩、总产|3万吨: what is brought in is of what was measured before.
pub(super) fn brought_in(subject: &str, carry: &Carry, state: &State<'_>) -> Option<String> {
    let before = state.found.last().map(|found| &found.indicator).or(carry.subjects.first())?;
    shared::yield_of(before, subject)
}

/// 地区生产总值增长6%、增量|居第3位, 一般公共预算收入增长3%、支出|超过8亿元: what a measure named before grew by, or its other side.
pub(super) fn of_measure(subject: &str, carry: &Carry, state: &State<'_>) -> Option<String> {
    let before = state.found.last().map(|found| &found.indicator).or(carry.subjects.first())?;
    if LISTS.outlay.has(subject) {
        let of = LISTS.takings.strip_suffix(before).filter(|of| LISTS.budget.suffix(of).is_some())?;
        return Some(format!("{of}{subject}"));
    }
    // 降幅8个百分点，降幅|居第一
    if LISTS.facet.has(subject) && before.ends_with(subject) {
        return Some(before.clone());
    }
    let measured = LISTS.facet.has(subject) && CLAUSES.measure.suffix(before).is_some();
    measured.then(|| format!("{before}{subject}"))
}

/// How long the name of a kind alone may be, in characters (国家级, 大型).
const KIND: usize = 3;

/// 国家级企业50家、省级|200家: the name of a kind takes the noun of the kind before.
pub(super) fn of_kind(subject: &str, quantity: &Quantity, carry: &Carry, state: &State<'_>) -> Option<String> {
    let here = state.found.last().filter(|found| found.quantity.unit == quantity.unit);
    // 物流企业达到80家，其中5A级|8家
    let told = || carry.subjects.first().filter(|_| state.found.is_empty() && carry.unit == quantity.unit);
    let before = here.map(|found| &found.indicator).or_else(told)?;
    let mut name = subject.to_owned();
    shared::share_kind_of(&mut name, before, quantity.dimension == Dimension::Count);
    // 乡村旅游重点村30个（其中国家级|5个）
    let kind = LISTS.kind_end.suffix(subject).is_some() && subject.chars().count() <= KIND;
    if name == subject && quantity.dimension == Dimension::Count && kind {
        let other =
            before.char_indices().take(KIND).find(|&(at, c)| at > 0 && LISTS.kind_end.has(c.encode_utf8(&mut [0; 4])));
        name.push_str(other.map_or(before, |(at, c)| &before[at + c.len_utf8()..]));
    }
    Some(name).filter(|name| name.len() > subject.len())
}

/// 自来水普及率达到95%，其中山区|达到90%: a part alone has the share that was told of the whole.
pub(super) fn of_part(
    clause: &Clause<'_>,
    index: usize,
    head: &Head,
    carry: &Carry,
    state: &State<'_>,
) -> Option<String> {
    let quantity = clause.quantities[index];
    let moves = CLAUSES.grow.is_in(&head.governor) || CLAUSES.fall.is_in(&head.governor);
    let part = quantity.is_share() && !moves && CLAUSES.of_which.is_in(&clause.text[state.from..quantity.span.start]);
    let bare = CLAUSES.measure.suffix(&head.subject).is_none() && !head.subject.contains(|c| c == '、' || signs::of(c));
    let before = state.found.last().map(|found| &found.indicator).or(carry.subjects.first());
    let whole = before.filter(|name| part && bare && QUANTITY.share_noun.suffix(name).is_some())?;
    let regions = [&LISTS.region, &LISTS.regions];
    let measured = regions.iter().find_map(|forms| forms.strip_prefix(whole)).unwrap_or(whole);
    Some(format!("{}{measured}", head.subject))
}

/// 亿元以上项目50个，其中10亿元以上|10个: a size alone takes the noun of what was counted before.
pub(super) fn sized(clause: &Clause<'_>, subject: &str, carry: &Carry, state: &State<'_>) -> Option<String> {
    let mut sizes = clause.judged.iter().filter(|judged| judged.verdict == Verdict::Qualifies);
    // 亿元以上: a size without digits.
    let yuan = CLAUSES.upward.strip_suffix(subject).map(|size| size.trim_start_matches(numerals::is_multiplier));
    let bare = yuan.is_some_and(|unit| unit == named::YUAN && subject.starts_with(numerals::is_multiplier));
    if !bare {
        sizes.find(|judged| judged.quantity.span.of(clause.text) == subject)?;
    }
    let before = state.found.last().map(|found| &found.indicator).or(carry.subjects.first())?;
    // 年产值超亿元的|龙头企业, 超5000万元的
    let sized = |at: &usize| before[..*at].contains(|c: char| c.is_ascii_digit() || numerals::is_numeral(c));
    if let Some(of) = before.rfind(signs::of).filter(sized) {
        return Some(format!("{subject}{}", &before[of..]));
    }
    let noun = VERDICTS.told_by_sum.suffix(before).or_else(|| {
        let bound = CLAUSES.upward.rfind(before).map(|(at, bound)| at + bound.len());
        bound.map(|end| &before[end..])
    })?;
    Some(format!("{subject}{noun}"))
}

/// 每千人口拥有药师4人、拥有|护士6人, 每千人口床位7张、|护士4人: what else each of so many has.
pub(super) fn had_by_each(clause: &Clause<'_>, head: &Head, subject: &str, state: &State<'_>) -> Option<String> {
    let before = &state.found.last().filter(|found| found.indicator.starts_with(signs::each))?.indicator;
    let own = |from: &str| CLAUSES.own.prefix(from).filter(|own| own.chars().count() > 1);
    let owned = CLAUSES.own.find(before).filter(|(_, verb)| verb.chars().count() > 1);
    let told = &clause.text[state.from..];
    let again = owned.filter(|&(_, verb)| own(told.trim_start_matches(['、', '，'])) == Some(verb));
    let joined = || told.starts_with('、') && head.verb.is_none() && !subject.starts_with(signs::each);
    let so_many = || so_many(before).filter(|_| joined());
    let each = again.map(|(at, verb)| &before[..at + verb.len()]).or_else(so_many)?;
    Some(format!("{each}{subject}"))
}

/// 每千人口|床位, 每万名老人拥有|护理员: of how many people each has what `name` names.
fn so_many(name: &str) -> Option<&str> {
    let number = name.strip_prefix(signs::each)?;
    let people = number.trim_start_matches(|c: char| c.is_ascii_digit() || numerals::is_numeral(c));
    // 每万人口专利|拥有量
    let verb =
        |&(at, verb): &(usize, &str)| verb.chars().count() > 1 && CLAUSES.measure.prefix(&people[at..]).is_none();
    let owned = CLAUSES.own.find(people).filter(verb);
    let end = owned.map(|(at, verb)| at + verb.len()).or_else(|| QUANTITY.population.prefix(people).map(str::len))?;
    (people.len() < number.len()).then(|| &name[..name.len() - people.len() + end])
}

/// 占全市三分之一, 占财政支出47.5%: the subject before, with the whole it is a share of unless that is the territory.
pub(super) fn shares(share: &str, head: &Head, carry: &Carry) -> Vec<String> {
    share_of(if head.each { &carry.all } else { &carry.subjects }, share)
}

/// 占财政支出比重|分别提高到8%、9%, 总产量|分别达到4万吨、3万吨: the `share` or the output of each of the names `before`, if all have one.
pub(super) fn of_each(before: &[String], subject: &str, share: Option<&str>) -> Option<Vec<String>> {
    let names = match share {
        Some(share) => share_of(before, share),
        // 事故起数、死亡人数“双下降”，降幅|分别为8%、9%
        None if LISTS.facet.has(subject) => before.iter().map(|name| format!("{name}{subject}")).collect(),
        None => before.iter().map(|name| shared::yield_of(name, subject)).collect::<Option<_>>()?,
    };
    Some(names).filter(|names| !names.is_empty())
}

fn share_of(names: &[String], share: &str) -> Vec<String> {
    let territory = CLAUSES.scope.has(share) || CLAUSES.wide_scope.has(share);
    names.iter().map(|name| if territory { name.clone() } else { format!("{name}{SHARE_OF}{share}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_names_its_whole_unless_that_is_the_territory() {
        let carry = Carry { subjects: vec!["林业产值".into()], ..Carry::default() };
        assert_eq!(shares("农业总产值", &Head::default(), &carry), ["林业产值占农业总产值"]);
        assert_eq!(shares("全县", &Head::default(), &carry), ["林业产值"]);
    }

    #[test]
    fn what_was_measured_of_each_is_told_of_each_again() {
        let sown = ["水稻播种面积".to_owned(), "玉米播种面积".to_owned()];
        assert_eq!(of_each(&sown, "总产量", None), Some(vec!["水稻总产量".into(), "玉米总产量".into()]));
        assert_eq!(of_each(&sown, "生猪存栏", None), None);
        assert_eq!(of_each(&[], "总产量", None), None);
    }
}
