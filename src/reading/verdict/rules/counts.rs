//! Counts that number the parts of a programme, the levels of an order or the members of a series.

use super::prelude::*;
use crate::lexicon::{segment, units::named};

pub(crate) static BARE: Rule = Rule {
    code: "named.bare",
    verdict: Verdict::Named,
    why: "A number without a unit that counts no people, is no sum and that no subject reaches is part of a name or of a figure of speech.",
    fires: &["惠及监测对象2万多。"],
    passes: &["贫困人口减少1240万。", "实施产业工程30项。"],
    when: Some(super::spared::is_bare),
};

pub(crate) static PARTS: Rule = Rule {
    code: "named.parts",
    verdict: Verdict::Named,
    why: "分为, 包括 or 由 before a number says how many parts a whole has, which is how it is told and not what it shall reach; a verb of \
          coming into being right before the number makes it a result all the same.",
    fires: &["全市分为12个片区。", "体系包括五个平台。"],
    passes: &["全市新建12个片区。", "税率由四档简并至三档。"],
    when: Some(is_of_parts),
};

fn is_of_parts(asked: &Asked<'_>) -> bool {
    if !asked.is_count() || asked.is_added() {
        return false;
    }
    let before = without_brackets(asked.before());
    // 由四档|简并至[三档]
    let to = [CLAUSES.toward.suffix(&before), CLAUSES.toward.suffix(asked.bound())];
    if to.iter().any(Option::is_some) {
        return false;
    }
    let small = asked.is_small() && VERDICTS.great.suffix(asked.core()).is_none();
    asked.is_plain() && VERDICTS.divides.is_in(&before) || small && VERDICTS.comprises.is_in(&before)
}

pub(crate) static SESSION: Rule = Rule {
    code: "named.session",
    verdict: Verdict::Named,
    why: "四中, 三期, 两届 in Chinese characters number sessions and phases, where they are not told in a row (连续五届).",
    fires: &["召开两届大会。", "落实县委十届十五次全会部署。"],
    passes: &["新建4个中心。", "连续五届荣获文明城市称号。"],
    when: Some(|asked| {
        let met = asked.unit() == named::OCCASION && VERDICTS.assembly.prefix(asked.after()).is_some();
        let row = || CLAUSES.in_a_row.suffix(asked.before()).or(CLAUSES.in_a_row.prefix(asked.words())).is_some();
        asked.is_chinese() && !row() && (met || VERDICTS.session_unit.has(asked.unit()))
    }),
};

pub(crate) static PROGRAMME: Rule = Rule {
    code: "named.programme",
    verdict: Verdict::Named,
    why: "A small Chinese numeral without a bound, where no verb of the clause brings anything about, counts what the text goes through \
          (坚持四个原则); things that came into being (两座水库建成) or won a place or a title (两所高校入选国家名单) are a result.",
    fires: &["坚持四个原则。", "把握三个重点，两座水库运行。", "两座日供水3万吨的水厂建成。"],
    passes: &[
        "新建四个码头。",
        "坚持4个原则。",
        "两座水库建成蓄水。",
        "十件民生实事全面完成。",
        "两所高校入选全国名单。",
    ],
    when: Some(|asked| {
        asked.is_count() && asked.is_small() && asked.is_plain() && !is_brought_about(asked) && !has_won(asked)
    }),
};

/// 两所高校|入选国家名单: whether those who are counted won a place or a title.
fn has_won(asked: &Asked<'_>) -> bool {
    let phrase = asked.noun();
    let won = VERDICTS.titled.find(phrase).filter(|&(at, _)| segment::ends_word(phrase, at));
    let whose = won.is_some_and(|(at, _)| phrase[..at].chars().count() > 1);
    whose && right::follows(asked.after()) && !asked.before().contains('、')
}

/// Whether a verb that brings something about stands before the number.
fn is_brought_about(asked: &Asked<'_>) -> bool {
    let before = asked.before();
    let added = before
        .char_indices()
        .any(|(at, _)| CLAUSES.add.prefix(&before[at..]).is_some_and(|form| form.chars().count() > 1));
    // 省域、市域两个“交通圈”: what sums up a list is counted by it; 两座日处理3万吨的水厂: another number tells which.
    let alone = !before.contains('、') && asked.next().is_none();
    // 六个专项行动收官, 两个难题破题: how work is told, which nobody builds.
    let told = || VERDICTS.structure.suffix(&right::read(asked.after(), asked.unit())).is_some();
    let finished = alone && right::is_finished(asked.after()) && !told();
    added || VERDICTS.presses.is_in(before) || finished
}

pub(crate) static PLANNED: Rule = Rule {
    code: "named.planned",
    verdict: Verdict::Named,
    why: "共28项指标, 部署了8个领域的任务: how many indicators or fields a plan has is how it is told; how many of them were reached is a result.",
    fires: &["围绕民生福祉，提出8项指标。", "共设置28项主要指标。", "部署8个领域的重点任务。"],
    passes: &["主要指标完成28项。", "28项主要指标超额完成。", "新建8个领域的中心。", "建设监测指标库8个。"],
    when: Some(|asked| {
        if !asked.is_count() || !asked.is_plain() {
            return false;
        }
        let before = asked.before();
        let reached = || VERDICTS.attained.is_in(asked.clause());
        let counted = VERDICTS.plan_part.suffix(asked.noun()).is_some()
            || asked.ends_at(&['，', '、', '；', '。']) && VERDICTS.plan_part.suffix(before).is_some();
        let measures = || VERDICTS.plan_measure.suffix(asked.noun()).or(VERDICTS.plan_measure.suffix(before)).is_some();
        counted && (measures() || VERDICTS.lays_down.is_in(before)) && !reached()
    }),
};

pub(crate) static ORDER: Rule = Rule {
    code: "named.order",
    verdict: Verdict::Named,
    why: "三级, 五类, 两轮, 四个方面: the unit of a small Chinese numeral numbers levels, kinds, rounds or parts, not things; the good deeds that \
          a government does (十项民生实事) are things, and kinds by which the next number is sorted are counted with it (十大类36项).",
    fires: &["新增三类企业。", "计算7个方面分值。", "办好三项改革。", "新增四大类产业。"],
    passes: &[
        "新建三所医院。",
        "连续三次获评先进。",
        "办好十项民生实事。",
        "十项民生实事顺利完成。",
        "办好十大类36项民生工程。",
    ],
    when: Some(|asked| {
        let unit = asked.unit();
        let parts = VERDICTS.aspect.prefix(asked.after()).is_some();
        let order = unit == named::OCCASION || VERDICTS.order_unit.has(unit);
        let good = || VERDICTS.good_deed.suffix(&right::read(asked.after(), unit)).is_some();
        parts || asked.is_small() && order && !asked.sorts_next() && !good()
    }),
};

pub(crate) static ANNOUNCED: Rule = Rule {
    code: "named.announced",
    verdict: Verdict::Named,
    why: "以下9项工作: 以下, 下列 or 如下 before a count only announces what follows, which is told one by one, and so does a count of works before a colon (办好十件民生实事：…).",
    fires: &["重点做好以下9项工作。", "抓好下列12个方面。", "办好10件民生实事：新建幼儿园4所。"],
    passes: &["重点做好9项改造工作。", "新建50亩以下12个公园。", "办好10件民生实事。", "建成4所学校：2所在城区。"],
    when: Some(|asked| {
        let bound = asked.previous().is_some_and(|(_, _, between)| between.is_empty());
        asked.is_count() && !bound && (VERDICTS.announces.suffix(asked.before()).is_some() || leads_to_list(asked))
    }),
};

pub(crate) static HEADING: Rule = Rule {
    code: "named.heading",
    verdict: Verdict::Named,
    why: "A line that is a count of things of a size, without a verb and a stop (9个百亿级特色产业), heads what follows.",
    fires: &["9个百亿级特色产业"],
    passes: &["新建6个百亿级产业园", "9个百亿级特色产业。", "20个乡镇供水厂"],
    when: Some(|asked| {
        let start = asked.quantity.span.start;
        let size = || asked.next().is_some_and(|next| next.shape == Shape::SizeClass);
        let counts = || asked.is_count() && start == 0 && size();
        // 9个|百亿级特色产业
        let sizes = || asked.quantity.shape == Shape::SizeClass && start < FAR && is_bare_count(&asked.text[..start]);
        let told = || asked.text.contains(['，', '。', '；', '：', '、', '）']) || right::is_told_of(asked.after());
        asked.is_plain() && (counts() || sizes()) && right::follows(asked.after()) && !told()
    }),
};

/// How far into its line a size can stand whose count heads it, in bytes.
const FAR: usize = 16;

/// Whether `text` is digits and a unit.
fn is_bare_count(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < text.len() && unit.chars().count() == 1
}

/// 办好十件民生实事：…: whether the clause ends with the noun and a colon leads to what the count sums up.
fn leads_to_list(asked: &Asked<'_>) -> bool {
    let told = asked.text[asked.clause.end..].starts_with('：');
    told && asked.is_plain() && VERDICTS.good_deed.suffix(asked.after()).is_some()
}

pub(crate) static ONE: Rule = Rule {
    code: "named.one",
    verdict: Verdict::Named,
    why: "一个 is an article. One building or work that comes into being is a result (新建一所医院), unless a programme is meant, and the least that \
          each place has is one (每个街道至少有一个).",
    fires: &["新建不少于一个平台。"],
    passes: &["新建一所医院。", "新建不少于一所医院。", "每个街道至少有一个综合服务站。"],
    when: Some(|asked| {
        let one = asked.is_count() && asked.is_small() && asked.quantity.value == Number::from(1);
        one && !asked.is_least_of_each() && (!asked.is_added() || CLAUSES.slogan_noun.is_in(asked.noun()))
    }),
};

pub(crate) static VOLTAGE: Rule = Rule {
    code: "named.voltage",
    verdict: Verdict::Named,
    why: "A voltage names a kind of line or station (110千伏变电站).",
    fires: &["新建110千伏变电站。"],
    passes: &["新建变电容量110兆瓦。"],
    when: Some(|asked| asked.unit() == named::KILOVOLT),
};
