//! Sizes that say which things are counted, measured or worked on.

use crate::lexicon::{DEEDS, segment, signs, units::named};

use super::{
    super::opening,
    prelude::*,
    qualifiers::{counts, joins},
};

pub(crate) static CLASS_BEHIND: Rule = Rule {
    code: "qualifies.size-class",
    verdict: Verdict::Qualifies,
    why: "A size class right behind a number says what is counted (3个千亿级集群), and so does the size of the steps that something climbs \
          (跨越3个千亿元台阶).",
    fires: &["打造3个千亿级产业集群。", "产值跨越3个千亿元台阶。"],
    passes: &["打造千亿级产业集群。", "产值跨越千亿元台阶。"],
    when: Some(|asked| {
        let apposed = asked.previous().is_some_and(|(_, _, between)| between.is_empty());
        let step = asked.measures(Dimension::Money) && QUANTITY.landmark.suffix(asked.words()).is_some();
        apposed && (asked.quantity.shape == Shape::SizeClass || step)
    }),
};

pub(crate) static LADDER: Rule = Rule {
    code: "qualifies.ladder",
    verdict: Verdict::Qualifies,
    why: "Size classes that a ladder of clusters or firms rises by (千亿级—百亿级产业集群梯队) are its rungs; none is what shall be reached.",
    fires: &["构建千亿级产业集群—百亿级特色产业的梯度发展格局。", "形成千亿级、百亿级企业梯队。"],
    passes: &[
        "打造千亿级产业集群。",
        "建成百亿级产业园、完善梯度培育体系。",
        "打造万亿级产业集群—建立优质企业梯度培育库。",
    ],
    when: Some(|asked| {
        let sized = |other: &&quantity::Quantity| other.shape == Shape::SizeClass;
        let sizes = || quantity::scan(asked.clause()).iter().filter(sized).count();
        asked.quantity.shape == Shape::SizeClass && VERDICTS.ladder.is_in(asked.after()) && sizes() > 1
    }),
};

pub(crate) static SIZE: Rule = Rule {
    code: "qualifies.size",
    verdict: Verdict::Qualifies,
    why: "投资超5亿元的项目达到4个: a bound, a round sum or a size class before what the next number counts says which of them. A verb between the \
          two, or a noun behind the second, makes both count.",
    fires: &[
        "投资超5亿元的项目达到4个。",
        "税收超亿元楼宇20幢。",
        "建设千亩示范片30个。",
        "培育产值超2亿元、管理规范的合作社3家。",
        "引进亿元以上项目50个，其中10亿元以上10个。",
        "新建占地50亩的公园1个。",
        "投资1000万元项目4个。",
        "千吨级泊位由36个增加到60个。",
        "更新使用年限超过15年的老旧电梯600部。",
        "绿色出行比例超过70%的城市增至60个。",
        "新增千吨级以上航道2400公里。",
        "下载速率超过500Mbps的用户占比达到60%。",
    ],
    passes: &[
        "耕地承包期超过15年，流转耕地600亩。",
        "投资5.2亿元，建设项目4个。",
        "投资超5亿元新建医院4所。",
        "产值超2亿元、新建规范的合作社3家。",
        "税收达到100亿元以上，20家企业上市。",
    ],
    when: Some(is_size_of_next),
};

/// 百亿元, 千万元, 千亩: a size as classes are named by.
fn is_round(asked: &Asked<'_>) -> bool {
    if asked.is_of_multipliers() && asked.is_plain() && asked.is_size() && right::follows(asked.after()) {
        return true;
    }
    let power = |power: u32| asked.quantity.value == Number::from(10i64.pow(power));
    asked.quantity.dimension == Dimension::Money && asked.is_plain() && (7..=12).any(power)
}

/// 年产值超100亿元、竞争力强的|龙头企业2家: whether the size is one of several modifiers of one noun.
fn lists_modifiers(between: &str) -> bool {
    let last = between.strip_prefix('、').map(|rest| rest.rsplit('、').next().unwrap_or(rest));
    last.is_some_and(|last| {
        last.contains(signs::of) && !between.contains(['，', '；']) && CLAUSES.add.prefix(last).is_none()
    })
}

fn is_size_of_next(asked: &Asked<'_>) -> bool {
    // 其中10亿元以上|12个: a bound at the count itself.
    let joined = |between: &str| joins(between) || lists_modifiers(between) || between.is_empty() && asked.is_bounded();
    let Some((next, between)) = asked.next_apart() else { return false };
    if is_age_of_next(asked, next, between) {
        return true;
    }
    if !joined(between) {
        return false;
    }
    let bounded = asked.is_bounded() || between.starts_with(signs::of);
    let sized = bounded && asked.is_size() || asked.quantity.shape == Shape::SizeClass || is_round(asked);
    // 千吨级以上|航道2400公里, 速率超过500Mbps的|用户占比60%
    let extent = matches!(next.dimension, Dimension::Length | Dimension::Area);
    let share = next.is_share() && QUANTITY.share_noun.is_in(between) && !asked.bound().is_empty();
    let told = counts(next) || share || extent && asked.quantity.shape == Shape::SizeClass;
    let verb = CLAUSES.add.prefix(between).is_some();
    // 千吨级泊位由36个|增加到60个: behind a starting value stands no noun.
    let opened = opening::before(asked.text, asked.times, asked.clause.start, next.core.start).is_some();
    told && (sized || is_measured_of(asked, between)) && !verb && (opened || !right::follows(asked.behind(next)))
}

/// 绿色出行比例超过70%|的城市: a bound of what is measured, before those it is true of.
fn is_measured_of(asked: &Asked<'_>, between: &str) -> bool {
    let named = |noun: &str| right::follows(noun) && !noun.contains('、') && CLAUSES.own.prefix(noun).is_none();
    let of = between.strip_prefix(signs::of).is_some_and(named);
    of && asked.is_bounded() && CLAUSES.measure.suffix(asked.before()).is_some()
}

/// 使用年限超过15年的|老旧电梯600部: how old the things are that the next number counts or measures.
fn is_age_of_next(asked: &Asked<'_>, next: &quantity::Quantity, between: &str) -> bool {
    let counted = matches!(next.dimension, Dimension::Count | Dimension::Length | Dimension::Area);
    let named = between.starts_with(signs::of) && !between.contains(['，', '；']);
    asked.is_bounded() && asked.measures(Dimension::Duration) && named && counted
}

pub(crate) static SIZE_OF_NAMED: Rule = Rule {
    code: "qualifies.size-of-named",
    verdict: Verdict::Qualifies,
    why: "超千亿元企业实现零突破, 总投资50亿元以上项目建设: a bounded sum right before things that are told by one says which of them are meant; behind a \
          verb that makes one thing it is its size.",
    fires: &["超千亿元企业实现零突破。", "推进总投资50亿元以上项目建设。", "全面消除10万元以下薄弱村。"],
    passes: &[
        "完成投资50亿元以上，建设项目。",
        "争取50亿元以上资金。",
        "投资超5亿元新建医院。",
        "投资50亿元以上建设项目。",
        "打造超1000亿元产业集群。",
        "争取50亿元以上项目资金。",
    ],
    when: Some(|asked| {
        if asked.quantity.dimension != Dimension::Money || !asked.is_bounded() {
            return false;
        }
        let noun = asked.noun();
        let told = VERDICTS.told_by_sum.prefix(noun).is_some()
            || VERDICTS.told_by_sum.suffix(noun).is_some() && CLAUSES.add.prefix(noun).is_none();
        let made =
            || CLAUSES.add.suffix(asked.before()).is_some() && right::is_one_thing(asked.quantity, asked.after());
        told && !made() && !right::is_fund(asked.quantity, asked.after())
    }),
};

pub(crate) static SIZE_OF_COUNTED: Rule = Rule {
    code: "qualifies.size-of-counted",
    verdict: Verdict::Qualifies,
    why: "新增2个产值过百亿的园区, 30个粮油千亩示范片: a bounded size between a count and 的, or a round one inside the noun, says which of the \
          counted things are meant.",
    fires: &[
        "形成2个千亿元以上的产业集群。",
        "新增3家百亿元企业。",
        "新建30个粮油千亩示范片。",
        "新增2个工业产值过百亿的园区。",
        "培育5家年产值超过1亿元的企业。",
        "新增2个规模30亩的园区。",
        "形成8个50万人左右城市。",
    ],
    passes: &[
        "新建2个园区，规模30亩。",
        "新建2个公园和绿地面积30亩。",
        "新增5家企业，年产值超过1亿元。",
        "5家企业年产值超过1亿元。",
        "培育7个特色产业集群、若干百亿级成长性产业集群。",
    ],
    when: Some(is_size_of_counted),
};

fn is_size_of_counted(asked: &Asked<'_>) -> bool {
    let sized = asked.is_bounded() && asked.is_size() || asked.quantity.shape == Shape::SizeClass;
    let round = || asked.quantity.dimension != Dimension::Money && is_round(asked);
    let Some((_, _, between)) = asked.previous().filter(|(count, ..)| counts(count)) else { return false };
    let after = asked.after();
    let noun = after.strip_prefix(signs::of).is_some_and(right::follows);
    // 5个|1000亩以上示范基地, 8个|100万人左右城市: nothing else can stand between a count and its noun.
    if between.is_empty() {
        let bounded = asked.is_bounded() || asked.quantity.comparator == Comparator::Approx;
        return (bounded || asked.is_size()) && right::follows(after);
    }
    // 2个|产值5亿元的|园区
    let measured = CLAUSES.measure.suffix(between).is_some();
    joins(between) && right::follows(between) && (round() || (sized || measured) && noun)
}

pub(crate) static SIZE_OF_ALL: Rule = Rule {
    code: "qualifies.size-of-all",
    verdict: Verdict::Qualifies,
    why: "20户以上自然村全部通硬化路: a least or greatest size right before things of which the clause says that all of them are or do something.",
    fires: &[
        "20户以上自然村全部通硬化路。",
        "500亩以上坝区耕地全部建成高标准农田。",
        "在全省率先实现20户以上自然村应急广播全覆盖。",
    ],
    passes: &[
        "新建20户以上安置点，全部入住。",
        "80户以上全部入住。",
        "500亩以上坝区耕地建成高标准农田。",
        "10万余名青年全部就业。",
    ],
    when: Some(is_size_of_all),
};

fn is_size_of_all(asked: &Asked<'_>) -> bool {
    let least = matches!(asked.quantity.comparator, Comparator::Ge | Comparator::Le);
    // 下井超千人|矿井全部实现监控: people by whom a place is told.
    let heads =
        asked.is_bounded() && asked.unit() == named::PERSON && VERDICTS.told_by_sum.prefix(asked.after()).is_some();
    let closed = (least && asked.bound().is_empty() || heads) && asked.is_cardinal();
    if !closed || asked.next().is_some() {
        return false;
    }
    let added = CLAUSES.add.suffix(asked.before()).is_some();
    let phrase = asked.after().split(['，', '；', '。', '、']).next().unwrap_or("");
    let all = [&CLAUSES.all_of, &VERDICTS.covers_all].iter().any(|words| words.is_in(phrase));
    !added && all && right::follows(phrase)
}

pub(crate) static SIZE_OF_TOPIC: Rule = Rule {
    code: "qualifies.size-of-topic",
    verdict: Verdict::Qualifies,
    why: "人口20万以上的城市，…达到85%, 500平方米以上的商场连锁化率达到60%: a least or greatest size before things of a kind that are all a clause \
          names, before what the next number measures of them, or to which something is done (消除60人以上大班额), says which things are spoken of.",
    fires: &[
        "城区面积50平方公里以上的城市，绿道覆盖率达到85%。",
        "年产值1亿元以上的企业，上云比例达到60%。",
        "面积500平方米以上的商场连锁化率达到60%。",
        "推进35蒸吨/小时及以下燃煤锅炉淘汰。",
        "将5000平方米及以上建筑工地安装视频监控。",
        "消除60人以上大班额。",
    ],
    passes: &[
        "推进50公里以上道路建设。",
        "淘汰锅炉35蒸吨/小时以上。",
        "消除60处以上隐患。",
        "取消60人以上。",
        "打造年产值1亿元以上的企业，上云比例达到60%。",
        "新建50平方公里以上的园区，绿化率达到30%。",
        "城区面积达到50平方公里以上，绿道覆盖率达到85%。",
        "培育年产值1亿元以上的企业。",
        "培育年产值1亿元以上的企业，税收增长5%。",
        "完成投资8亿元以上，开工率达到60%。",
    ],
    when: Some(|asked| is_size_of_topic(asked) || is_size_of_kind(asked)),
};

fn is_size_of_topic(asked: &Asked<'_>) -> bool {
    let least = matches!(asked.quantity.comparator, Comparator::Ge | Comparator::Le);
    let closed = least && asked.bound().is_empty() && asked.is_size();
    let before = asked.before();
    let made = |(at, _): (usize, char)| {
        let made = |form: &&str| form.chars().count() > 1 && !CLAUSES.causes.has(form);
        CLAUSES.add.prefix(&before[at..]).filter(made).is_some_and(|form| {
            (at == 0 || segment::ends_word(before, at)) && segment::ends_word(&before[at..], form.len())
        })
    };
    let kinds = [&DEEDS.place, &DEEDS.actor, &VERDICTS.told_by_sum];
    let kind = |noun: &str| kinds.iter().any(|forms| forms.suffix(noun).is_some()) && right::follows(noun);
    let goes_on = asked.text[asked.clause.end..].starts_with('，');
    let topic = || goes_on && asked.after().strip_prefix(signs::of).is_some_and(kind);
    let share = |next: &quantity::Quantity| matches!(next.shape, Shape::Percent | Shape::Points);
    let measured = || {
        let of = asked.next_apart().filter(|(next, between)| share(next) && joins(between));
        of.and_then(|(_, between)| between.strip_prefix(signs::of)).is_some_and(|m| CLAUSES.measure.suffix(m).is_some())
    };
    closed && (topic() || measured()) && !before.char_indices().any(made)
}

/// 推进35蒸吨/小时以下|锅炉淘汰, 消除60人以上|大班额: a size of those to which something is done.
fn is_size_of_kind(asked: &Asked<'_>) -> bool {
    let least = matches!(asked.quantity.comparator, Comparator::Ge | Comparator::Le);
    let closed = least && asked.bound().is_empty() && asked.is_size();
    let power = matches!(asked.quantity.dimension, Dimension::Compound | Dimension::Energy);
    let worked_on = || VERDICTS.worked_on.suffix(asked.before()).is_some();
    let pressed = || power && CLAUSES.presses_on.suffix(asked.before()).is_some();
    let heads = least && asked.bound().is_empty() && asked.unit() == named::PERSON;
    let told = closed && (worked_on() || pressed()) || heads && CLAUSES.cut.suffix(asked.before()).is_some();
    told && right::follows(asked.after())
}

pub(crate) static SIZE_OF_BATCH: Rule = Rule {
    code: "qualifies.size-of-batch",
    verdict: Verdict::Qualifies,
    why: "招引一批投资百亿元级项目: a size class behind 一批 or 若干 and what it measures says what sort of things are meant.",
    fires: &["招引一批投资100亿元级、50亿元级制造业项目。", "培育若干产值百亿级企业。"],
    passes: &[
        "打造一批千亿级产业集群。",
        "新建一批公园，打造千亿级产业集群。",
        "扩大一批企业产能、打造千亿级产业集群。",
    ],
    when: Some(|asked| {
        let lead = CLAUSES.batch.rfind(asked.before()).map(|(at, word)| &asked.before()[at + word.len()..]);
        let modifies = |words: &str| CLAUSES.add.prefix(words.rsplit('、').next().unwrap_or(words)).is_none();
        let sized = |words: &str| CLAUSES.measure.suffix(before_sizes(words)).is_some();
        asked.quantity.shape == Shape::SizeClass && sized(asked.before()) && lead.is_some_and(modifies)
    }),
};

/// 投资|100亿元级、: `words` before the size class at their end.
fn before_sizes(words: &str) -> &str {
    let Some(listed) = words.strip_suffix('、') else { return words };
    let size = quantity::scan(listed).into_iter().next_back();
    let size = size.filter(|size| size.span.end == listed.len());
    size.map_or(words, |size| &listed[..size.span.start])
}
