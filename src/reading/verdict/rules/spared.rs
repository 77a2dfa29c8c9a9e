//! Numbers that state something though a rule further on would drop them for how they look.

use crate::lexicon::{
    DEEDS, Forms,
    numerals::{self, power},
    signs,
    units::named,
};

use super::prelude::*;

pub(crate) static RUN: Rule = Rule {
    code: "states.run",
    verdict: Verdict::States,
    why: "A run of successes (六连冠) is a result even in its quotation marks, and a class with a Roman numeral (Ⅲ类) is one that water or \
          air reaches.",
    fires: &["全市获评平安建设“六连冠”。", "断面水质达到Ⅲ类。"],
    passes: &["打造“六个之乡”。", "五类企业得到支持。"],
    when: Some(|asked| quantity::is_run(asked.unit()) || is_water_class(asked)),
};

fn is_water_class(asked: &Asked<'_>) -> bool {
    asked.core().starts_with(|c: char| ('Ⅰ'..='Ⅻ').contains(&c) || "IVX".contains(c))
}

/// Whether it is a cardinal without a unit.
pub(super) fn is_bare(asked: &Asked<'_>) -> bool {
    asked.is_cardinal() && asked.unit().is_empty()
}

pub(crate) static PEOPLE: Rule = Rule {
    code: "states.people",
    verdict: Verdict::States,
    why: "A number without a unit counts people where a word for them stands behind it (1700多万重度残疾人) or what is measured before it is \
          a population (贫困人口减少1240万).",
    fires: &["惠及重度残疾人，贫困人口减少1240万。", "常住人口总量超千万。", "补贴1700多万重度残疾人。"],
    passes: &["拨打12345热线。"],
    when: Some(|asked| is_bare(asked) && counts_people(asked)),
};

/// How long that may be which tells what people are meant, before the word for them, in characters.
const QUALITY: usize = 4;

fn counts_people(asked: &Asked<'_>) -> bool {
    let (before, after) = (asked.before(), asked.after());
    let myriads = asked.core().ends_with(numerals::is_multiplier);
    // 36万适龄[女生]接种疫苗
    let phrase = after.split(right::STOPS).next().unwrap_or(after);
    let beside = || CLAUSES.people.find(phrase).is_some_and(|(at, _)| phrase[..at].chars().count() <= QUALITY);
    // 8000万大学生创业|贷款: money for them.
    let funds = [&CLAUSES.fund, &CLAUSES.sized, &CLAUSES.works].iter().any(|forms| forms.suffix(phrase).is_some());
    let near = !funds && CLAUSES.people.prefix(after).is_some()
        || CLAUSES.people.suffix(&right::read(after, named::PERSON)).is_some()
        || !funds && myriads && beside();
    let mut name = before;
    while let Some(form) = Forms::longest_suffix(&[&CLAUSES.between, &CLAUSES.grow, &CLAUSES.fall], name) {
        name = &name[..name.len() - form.len()];
    }
    // 技能人才|总量[超696万]
    let whose = CLAUSES.empty_subject.strip_suffix(name).unwrap_or(name);
    // 农村致富带头人|3.07万
    let counted = myriads && asked.ends_at(&['，', '。', '、', '；']) && CLAUSES.people.suffix(name).is_some();
    near || counted || [name, whose].iter().any(|who| CLAUSES.crowds.suffix(who).is_some())
}

pub(crate) static VALUE: Rule = Rule {
    code: "states.bare-value",
    verdict: Verdict::States,
    why: "A number without a unit is a sum of money where a bound leads to hundreds of millions (突破两千亿大关) or to a landmark (突破5万关口), and a pure number where a \
          subject reaches it, or moves by a decimal, or what stands before it is measured in pure numbers (系数0.58), and the clause ends \
          (电能利用效率降至1.3).",
    fires: &[
        "到2025年，地区生产总值突破两千亿大关。",
        "人均地区生产总值突破5万关口。",
        "到2025年，新建数据中心电能利用效率降至1.3以下。",
        "城乡收入倍差缩小0.04。",
        "到2025年，农田灌溉水有效利用系数0.58以上。",
        "农田灌溉水有效利用系数为0.58。",
        "亿元产值死亡率为0.008。",
        "平台用户注册数386万。",
    ],
    passes: &["发展5.0版本。", "发布绿色发展指数2.0版。"],
    when: Some(|asked| is_bare(asked) && (is_bare_money(asked) || is_pure(asked))),
};

fn is_bare_money(asked: &Asked<'_>) -> bool {
    let before = asked.before();
    let whole = |c: char| power(c) == Some(8);
    let listed = before.strip_suffix(|c| c == '、' || signs::and(c)).is_some_and(|before| before.ends_with(whole));
    let bounded = !asked.bound().is_empty() || listed;
    // 人均生产总值突破|5万关口
    let landmark = asked.core().ends_with(numerals::is_multiplier) && QUANTITY.landmark.suffix(asked.words()).is_some();
    (asked.core().ends_with(whole) || landmark) && bounded && !before.ends_with(named::PIECE) && !before.is_empty()
}

fn is_pure(asked: &Asked<'_>) -> bool {
    // 收入倍差|缩小0.04: by how much a pure number moved.
    let moved = CLAUSES.fall.suffix(asked.before()).or(CLAUSES.grow.suffix(asked.before())).is_some()
        || CLAUSES.fall.suffix(asked.bound()).or(CLAUSES.grow.suffix(asked.bound())).is_some();
    // 水利用系数|0.58以上: what is measured says that no unit is wanting.
    let subject = asked.before().trim_end_matches(signs::as_for);
    // 死亡率为0.008: a decimal behind a measure; 用户注册数386万: so many uses.
    let used = DEEDS.tally.suffix(subject).is_some() && asked.core().ends_with(numerals::is_multiplier);
    // 客流量突破|百万
    let round = used && asked.is_of_multipliers() && !asked.bound().is_empty();
    let told = used || asked.core().contains('.') && CLAUSES.measure.suffix(subject).is_some();
    let measured = told || VERDICTS.pure_measure.suffix(subject).is_some();
    (measured || VERDICTS.reached_bound.is_in(asked.bound()) || moved && asked.core().contains('.'))
        && asked.ends_at(&['，', '。', '；', '、', '（'])
        && asked.before().chars().count() > 2
        && (!asked.is_chinese() || round || asked.quantity.value == Number::default())
}

pub(crate) static LISTED: Rule = Rule {
    code: "states.listed-fields",
    verdict: Verdict::States,
    why: "等 before ten or more 大 sums up a list of what is there (A、B等十二大公园), unless the noun is one of programmes.",
    fires: &["覆盖新能源、新材料等十二大公园。"],
    passes: &["发展新能源等三大产业。", "实施12大行动。", "打好十二大战役。", "覆盖新能源等三大公园。"],
    when: Some(|asked| is_great(asked) && is_listed_great(asked)),
};

/// Whether 大 ends the number (五大, 十二大).
pub(super) fn is_great(asked: &Asked<'_>) -> bool {
    asked.is_count() && VERDICTS.great.suffix(asked.core()).is_some()
}

fn is_listed_great(asked: &Asked<'_>) -> bool {
    let listed = asked.before().ends_with(signs::and_so_on) && asked.quantity.value >= Number::from(10);
    listed && !CLAUSES.slogan_noun.is_in(asked.noun())
}

pub(crate) static LASTING: Rule = Rule {
    code: "states.lasting",
    verdict: Verdict::States,
    why: "连续 before a number makes it a record (连续三次获评).",
    fires: &["实现连续三次获评全国文明城市。"],
    passes: &["召开三次会议。"],
    when: Some(|asked| CLAUSES.in_a_row.suffix(asked.before()).or(CLAUSES.in_a_row.prefix(asked.words())).is_some()),
};
