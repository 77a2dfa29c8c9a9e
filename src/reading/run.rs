//! The words that stand between a subject and its number, one by one from the number to the left.

use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, QUANTITY, SIGNS, numerals, segment, signs, units::named},
    quantity::Shape,
    span::Span,
};

use super::{numbering::ends_in_digit, subject::mean_told};

/// Where the word begins, `from` at the earliest, whose last character opens `number`.
pub(super) fn torn(text: &str, from: usize, number: Span) -> Option<usize> {
    let end = number.start + number.of(text).chars().next()?.len_utf8();
    let words = [&CLAUSES.average, &CLAUSES.net_addition, &CLAUSES.listed, &CLAUSES.leads_to];
    let word = Forms::longest_suffix(&words, &text[from..end])?;
    // 轨道交通|达8公里, 素养水平|均达到80%
    let own = CLAUSES.leads_to.has(word) || CLAUSES.average.has(word);
    let whole = |start: usize| !own || segment::ends_word(&text[from..end], start - from);
    Some(end - word.len()).filter(|&start| start < number.start && whole(start))
}

/// The word of a governing run that `before` ends with; before a counted noun every verb of coming into being is one.
pub(super) fn run_word(before: &str, counted: bool) -> Option<&str> {
    let classes = [&CLAUSES.between, &CLAUSES.grow, &CLAUSES.fall, &CLAUSES.quoted, &CLAUSES.add, &CLAUSES.have];
    let form = Forms::longest_suffix(if counted { &classes } else { &classes[..4] }, before)?;
    let single = form.chars().count() == 1;
    // 五年|累计: the 年 of a span of years governs nothing, and 到2027年|均 means no yearly mean.
    let dated = ends_in_digit(&before[..before.len() - form.len()]);
    if let Some(rest) = SIGNS.year.strip_prefix(form).filter(|rest| dated && CLAUSES.each.has(rest)) {
        return Some(rest);
    }
    let span_of_years = SIGNS.year.has(form) && dated;
    let whole = CLAUSES.indivisible.suffix(before).is_some_and(|word| single || word.len() > form.len());
    (!(span_of_years || whole)).then_some(form)
}

/// 产值|冲刺500亿元, 自给率|提到85%: the verb before a sum or another great number, `core`, or before what is no count, which before others
/// is a noun or only mentions them (应对冲击3次, 报告提到8项).
pub(super) fn contends<'t>(before: &'t str, core: &str, counts: bool) -> Option<&'t str> {
    let great = core.contains(numerals::is_multiplier) || core.ends_with(named::YUAN);
    let contended = DEEDS.contends.suffix(before).filter(|_| great);
    let verb = contended.or_else(|| DEEDS.raised_to.suffix(before).filter(|_| !counts))?;
    segment::ends_word(before, before.len() - verb.len()).then_some(verb)
}

/// 提高到[最低工资标准的]42%: a share of something named between the verb and the number.
pub(super) fn of_something(before: &str, shape: Shape) -> Option<usize> {
    let multiple = shape == Shape::Multiple;
    let share = matches!(shape, Shape::Percent | Shape::Fraction | Shape::Ratio);
    // 路网密度|相当于全国平均水平[的1.2倍]
    if let Some(at) = mean_told(before.trim_end_matches(signs::of)).filter(|_| share || multiple) {
        return Some(at);
    }
    let named = before.strip_suffix(signs::of).filter(|_| share || multiple)?;
    // 旅游收入是[2020年的]3倍
    let equals = CLAUSES.copula.rfind(named).filter(|_| multiple);
    let equals = CLAUSES.bring_to.rfind(named).or(equals).map(|(at, form)| at + form.len());
    // 产值|相当于[2020年的]1.5倍, 产值|为[2020年的]1.5倍
    let as_much = [&CLAUSES.amounts_to, &CLAUSES.serves_as].iter().find_map(|verbs| verbs.rfind(named));
    equals.or(as_much.filter(|_| multiple).map(|(at, _)| at))
}

/// Where the quotation begins, `from` at the earliest, of a number that begins at `core`: 分别, 力争 and 预计 before the verb are no part of it.
pub(super) fn quoted_from(text: &str, from: usize, core: usize) -> usize {
    let mut start = from;
    while let Some(word) = CLAUSES.before_quote.prefix(&text[start..core]) {
        start += word.len();
    }
    start
}

/// 数据集|推出20个: a verb that names no activity, between what it brings about and the number.
pub(super) fn brought_about(before: &str) -> Option<&'static str> {
    let form = CLAUSES.transitive.suffix(before)?;
    let thing = &before[..before.len() - form.len()];
    (thing.chars().count() > 1 && segment::ends_word(before, thing.len())).then_some(form)
}

/// 国企、民企分别|新认定: the verb of what was done by or to each of the names that a word pairs with numbers.
fn paired_verb(subject: &str) -> Option<&'static str> {
    let (at, pairs) = CLAUSES.respective.rfind(subject).filter(|&(at, _)| at > 0)?;
    let done = &subject[at + pairs.len()..];
    CLAUSES.add.prefix(SIGNS.new.strip_prefix(done).unwrap_or(done))
}

/// 完成林分|优化, 实施林相|提升: whether the verb `form` at the end of `before` names work that another verb carries out.
pub(super) fn is_work(before: &str, form: &str) -> bool {
    let named = &before[..before.len() - form.len()];
    let long = form.chars().count() > 1 && (CLAUSES.steadily.has(form) || CLAUSES.raise.has(form));
    let work = CLAUSES.carry_out.rfind(named).filter(|_| long).map(|(at, verb)| &named[at + verb.len()..]);
    let work = work.and_then(|work| work.rsplit('、').next());
    work.is_some_and(|work| work.chars().nth(1).is_some() && !work.contains('，'))
}

/// 提升|100所学校: whether the verb `bound` before a number of things raises them, and no measure of `whose` rises by so much.
pub(super) fn raises(bound: &str, whose: &str) -> bool {
    let measured = CLAUSES.measure.suffix(whose).or(QUANTITY.population.suffix(whose)).is_some();
    CLAUSES.raise.has(bound) && !CLAUSES.add.has(bound) && !measured
}

/// How far before a number the verb may stand that carries out its work, in characters.
const REACH: usize = 60;

/// 完成林相|提升: whether the verb `form` at the end of `before` names work that the clause of the words from `from` on carries out.
pub(super) fn is_work_of_clause(before: &str, from: usize, form: &str) -> bool {
    let near = before[..from].char_indices().rev().take(REACH).take_while(|&(_, c)| !"，。；".contains(c));
    let clause = near.last().map_or(from, |(at, _)| at);
    is_work(&before[clause..], form)
}

/// 标准厂房|建成50万平方米: the verb behind what comes into being, unless a sum says how much there is by then, or the verb that a word pairs
/// with numbers.
pub(super) fn verb_behind(subject: &str) -> Option<&'static str> {
    let built = CLAUSES.built.suffix(subject).filter(|_| !CLAUSES.sum_mark.is_in(subject));
    // 老旧小区新|开工
    let begun =
        || DEEDS.ends.suffix(subject).filter(|verb| subject[..subject.len() - verb.len()].ends_with(signs::new));
    built.or_else(begun).or_else(|| paired_verb(subject))
}
