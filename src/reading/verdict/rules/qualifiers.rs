//! Numbers that say which things the next number counts.

use crate::lexicon::{DEEDS, PROMISES, segment, signs, units::named};

use super::{super::opening, prelude::*};
use crate::reading::counted::piloted;

/// Whether `number` says how many things there are.
fn counts(number: &quantity::Quantity) -> bool {
    number.dimension == Dimension::Count
}

/// Whether `between` joins two numbers in one phrase.
fn joins(between: &str) -> bool {
    !between.is_empty() && !between.contains(['、', '，', '；'])
}

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

pub(crate) static WHERE: Rule = Rule {
    code: "qualifies.where",
    verdict: Verdict::Qualifies,
    why: "12个站点浓度下降9%, 19所高校115个学科: the count says where the share was measured, or whose the things are that the next number counts.",
    fires: &[
        "12个监测站点颗粒物浓度下降9%。",
        "19所高校115个学科进入前列。",
        "10种有色金属产量达到30万吨。",
        "10种有色金属产量占全国比重超1/10。",
    ],
    passes: &[
        "新建监测站点12个，颗粒物浓度下降9%。",
        "新建19所高校115个学科。",
        "10所学校和20家医院建成投用。",
        "5名院士20名专家受聘。",
        "仍有8个乡镇污水处理率低于60%。",
    ],
    when: Some(|asked| {
        let measured = |next: &quantity::Quantity| matches!(next.shape, Shape::Percent | Shape::Points);
        let joined = asked.next_apart().filter(|(_, between)| joins(between));
        // 仍有8个|乡镇污水处理率低于60%
        let wanting = |next: &quantity::Quantity| {
            let less = matches!(next.comparator, Comparator::Lt | Comparator::Le);
            less && CLAUSES.own.suffix(asked.before()).is_some()
        };
        asked.quantity.dimension == Dimension::Count
            && !joined.is_some_and(|(next, _)| wanting(next))
            && joined.is_some_and(|(next, between)| {
                measured(next) || owns(asked, next, between) || measures_goods(asked, between)
            })
    }),
};

/// 10种|有色金属产量|达到30万吨: whether the kinds are of goods of which the next number tells how much there is.
fn measures_goods(asked: &Asked<'_>, between: &str) -> bool {
    let kinds = VERDICTS.kind_of_goods.has(asked.unit()) && asked.before().is_empty();
    kinds && [&DEEDS.output, &QUANTITY.share_noun].iter().any(|measures| measures.suffix(between).is_some())
}

/// How long the name of those may be who have what the next number counts, in characters.
const OWNER: std::ops::RangeInclusive<usize> = 2..=4;

/// 19所|高校|115个学科: whether a count that opens the clause is followed by its noun and at once by another count. 10所学校和|20家医院 are
/// two of a list, and so are 5名院士|20名专家: nobody owns people.
fn owns(asked: &Asked<'_>, next: &quantity::Quantity, between: &str) -> bool {
    let noun = CLAUSES.add.is_in(between) || CLAUSES.predicate.is_in(between) || !right::follows(between);
    let listed = CLAUSES.conjunction.suffix(between).is_some() || are_people(asked.quantity) && are_people(next);
    counts(next) && asked.before().is_empty() && OWNER.contains(&between.chars().count()) && !noun && !listed
}

fn are_people(number: &quantity::Quantity) -> bool {
    [named::PERSON, named::NAMED].contains(&number.unit.as_str())
}

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
    let verb = CLAUSES.add.prefix(between).is_some();
    // 千吨级泊位由36个|增加到60个: behind a starting value stands no noun.
    let opened = opening::before(asked.text, asked.times, asked.clause.start, next.core.start).is_some();
    counts(next) && sized && !verb && (opened || !right::follows(asked.behind(next)))
}

/// 使用年限超过15年的|老旧电梯600部: how old the things are that the next number counts or measures.
fn is_age_of_next(asked: &Asked<'_>, next: &quantity::Quantity, between: &str) -> bool {
    let counted = matches!(next.dimension, Dimension::Count | Dimension::Length | Dimension::Area);
    let named = between.starts_with(signs::of) && !between.contains(['，', '；']);
    asked.is_bounded() && asked.measures(Dimension::Duration) && named && counted
}

pub(crate) static BEST_SHARE: Rule = Rule {
    code: "qualifies.best-share",
    verdict: Verdict::Qualifies,
    why: "2个学科进入前1%: 前 before a share says which of the things are counted, where the same phrase counts them. Alone it is a rank.",
    fires: &["进入全国前1%的学科达到2个。", "2个学科进入全国排名前30%。"],
    passes: &["综合排名进入全省前10%。", "新建学科2个，排名进入全国前30%。"],
    when: Some(|asked| {
        let before = || asked.previous().is_some_and(|(other, _, between)| counts(other) && joins(between));
        let behind = || asked.next_apart().is_some_and(|(other, between)| counts(other) && joins(between));
        asked.quantity.shape == Shape::Percent
            && QUANTITY.leading.suffix(asked.before()).is_some()
            && (before() || behind())
    }),
};

pub(crate) static TOTAL: Rule = Rule {
    code: "qualifies.total",
    verdict: Verdict::Qualifies,
    why: "59项测评点中22项: 中 behind a count makes it the whole of which the next number counts a part, or those among whom a place is taken.",
    fires: &[
        "24项主要指标中有22项完成目标。",
        "规划的24项主要指标中，22项提前完成。",
        "财政收入增速在全市12个县区中排名第二。",
    ],
    passes: &["完成主要指标22项。", "新建8所高中，22个班开学。"],
    when: Some(|asked| {
        // 24项主要指标中，|22项提前完成
        let behind = sentence::ahead(asked.text, asked.clause.end).strip_prefix('，').unwrap_or("");
        let told = asked.after().strip_suffix(signs::amid);
        let told = told.is_some_and(|noun| right::follows(noun) && segment::ends_word(asked.after(), noun.len()));
        if asked.is_count() && told && behind.starts_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        let of = |between: &str| {
            let open = QUANTITY.there.suffix(between).is_some() && between.contains(signs::amid);
            open || between.strip_suffix(signs::of).unwrap_or(between).ends_with(signs::amid)
        };
        asked.is_cardinal()
            && asked.next_apart().is_some_and(|(next, between)| {
                let placed = next.shape == Shape::Rank && counts(asked.quantity);
                (counts(next) || placed) && joins(between) && of(between)
            })
    }),
};

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
        let sum = asked.quantity.dimension == Dimension::Money && asked.is_bounded();
        let noun = asked.noun();
        let told = VERDICTS.told_by_sum.prefix(noun).is_some()
            || VERDICTS.told_by_sum.suffix(noun).is_some() && CLAUSES.add.prefix(noun).is_none();
        let made = CLAUSES.add.suffix(asked.before()).is_some() && right::is_one_thing(asked.quantity, asked.after());
        sum && told && !made && !right::is_fund(asked.quantity, asked.after())
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
    let round = asked.quantity.dimension != Dimension::Money && is_round(asked);
    let Some((_, _, between)) = asked.previous().filter(|(count, ..)| counts(count)) else { return false };
    let after = asked.after();
    let noun = after.strip_prefix(signs::of).is_some_and(right::follows);
    // 5个|1000亩以上示范基地: nothing else can stand between a count and its noun.
    if between.is_empty() {
        return (asked.is_bounded() || asked.is_size()) && right::follows(after);
    }
    // 2个|产值5亿元的|园区
    let measured = CLAUSES.measure.suffix(between).is_some();
    joins(between) && right::follows(between) && (round || (sized || measured) && noun)
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
    let closed = least && asked.bound().is_empty() && asked.is_cardinal();
    let added = CLAUSES.add.suffix(asked.before()).is_some();
    let phrase = asked.after().split(['，', '；', '。', '、']).next().unwrap_or("");
    let all = [&CLAUSES.all_of, &VERDICTS.covers_all].iter().any(|words| words.is_in(phrase));
    closed && !added && asked.next().is_none() && all && right::follows(phrase)
}

pub(crate) static SIZE_OF_TOPIC: Rule = Rule {
    code: "qualifies.size-of-topic",
    verdict: Verdict::Qualifies,
    why: "人口20万以上的城市，…达到85%, 500平方米以上的商场连锁化率达到60%: a least or greatest size before things of a kind that are all a clause \
          names, or before what the next number measures of them, says of which things the number speaks.",
    fires: &[
        "城区面积50平方公里以上的城市，绿道覆盖率达到85%。",
        "年产值1亿元以上的企业，上云比例达到60%。",
        "面积500平方米以上的商场连锁化率达到60%。",
    ],
    passes: &[
        "打造年产值1亿元以上的企业，上云比例达到60%。",
        "新建50平方公里以上的园区，绿化率达到30%。",
        "城区面积达到50平方公里以上，绿道覆盖率达到85%。",
        "培育年产值1亿元以上的企业。",
        "培育年产值1亿元以上的企业，税收增长5%。",
        "完成投资8亿元以上，开工率达到60%。",
    ],
    when: Some(is_size_of_topic),
};

fn is_size_of_topic(asked: &Asked<'_>) -> bool {
    let least = matches!(asked.quantity.comparator, Comparator::Ge | Comparator::Le);
    let closed = least && asked.bound().is_empty() && asked.is_size();
    let before = asked.before();
    let made = before.char_indices().any(|(at, _)| {
        let made = |form: &&str| form.chars().count() > 1 && !CLAUSES.causes.has(form);
        CLAUSES.add.prefix(&before[at..]).filter(made).is_some_and(|form| {
            (at == 0 || segment::ends_word(before, at)) && segment::ends_word(&before[at..], form.len())
        })
    });
    let kinds = [&DEEDS.place, &DEEDS.actor, &VERDICTS.told_by_sum];
    let kind = |noun: &str| kinds.iter().any(|forms| forms.suffix(noun).is_some()) && right::follows(noun);
    let goes_on = asked.text[asked.clause.end..].starts_with('，');
    let topic = || goes_on && asked.after().strip_prefix(signs::of).is_some_and(kind);
    let share = |next: &quantity::Quantity| matches!(next.shape, Shape::Percent | Shape::Points);
    let measured = || {
        let of = asked.next_apart().filter(|(next, between)| share(next) && joins(between));
        of.and_then(|(_, between)| between.strip_prefix(signs::of)).is_some_and(|m| CLAUSES.measure.suffix(m).is_some())
    };
    closed && !made && (topic() || measured())
}

pub(crate) static SIZE_OF_KIND: Rule = Rule {
    code: "qualifies.size-of-kind",
    verdict: Verdict::Qualifies,
    why: "推进35蒸吨/小时以下锅炉淘汰, 对5000平方米以上工地安装监控, 消除60人以上大班额: a least or greatest size right before things to which \
          something is done says which.",
    fires: &["推进35蒸吨/小时及以下燃煤锅炉淘汰。", "将5000平方米及以上建筑工地安装视频监控。", "消除60人以上大班额。"],
    passes: &["推进50公里以上道路建设。", "淘汰锅炉35蒸吨/小时以上。", "消除60处以上隐患。", "取消60人以上。"],
    when: Some(is_size_of_kind),
};

fn is_size_of_kind(asked: &Asked<'_>) -> bool {
    let least = matches!(asked.quantity.comparator, Comparator::Ge | Comparator::Le);
    let closed = least && asked.bound().is_empty() && asked.is_size();
    let power = matches!(asked.quantity.dimension, Dimension::Compound | Dimension::Energy);
    let worked_on = VERDICTS.worked_on.suffix(asked.before()).is_some();
    let pressed = power && CLAUSES.presses_on.suffix(asked.before()).is_some();
    let followed = right::follows(asked.after());
    let heads = least && asked.bound().is_empty() && asked.unit() == named::PERSON;
    closed && (worked_on || pressed) && followed || heads && followed && CLAUSES.cut.suffix(asked.before()).is_some()
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

pub(crate) static LEANT_ON: Rule = Rule {
    code: "qualifies.leant-on",
    verdict: Verdict::Qualifies,
    why: "依托占地2000亩的产业园: how large that is with which the work is done, and which is there.",
    fires: &["依托占地2000亩的产业园，发展新材料。"],
    passes: &[
        "依托产业园，新建占地2000亩的新材料基地。",
        "依托产业园新建道路20公里。",
        "依托新建占地2000亩的产业园，发展新材料。",
    ],
    when: Some(|asked| {
        let leans = VERDICTS.leans_on.prefix(asked.before()).is_some() && !CLAUSES.add.is_in(asked.before());
        leans && asked.is_size() && asked.after().starts_with(signs::of)
    }),
};

pub(crate) static CIRCUMSTANCE: Rule = Rule {
    code: "qualifies.circumstance",
    verdict: Verdict::Qualifies,
    why: "出口下降三成的情况下增长12%: in what circumstances the next number, or what is told, came about.",
    fires: &[
        "在出口下降三成的情况下，外贸总额增长12%。",
        "在来水偏少20%的背景下实现平稳供水。",
        "出口下降三成的形势下，外贸总额增长12%。",
    ],
    passes: &["出口下降三成，外贸总额增长12%。", "来水偏少的情况下，供水增长12%。"],
    when: Some(|asked| {
        let after = asked.after();
        let after = after.strip_prefix(signs::of).unwrap_or(after);
        VERDICTS.circumstance.prefix(after).is_some()
    }),
};

pub(crate) static SPEED: Rule = Rule {
    code: "qualifies.speed",
    verdict: Verdict::Qualifies,
    why: "时速120公里路段占比达到71%: how fast that goes which is measured or counted behind it.",
    fires: &["时速120公里路段占比达到71%。", "开通时速200公里的列车12列。"],
    passes: &["列车运行时速达到350公里。", "最高时速提升至160公里，新增列车12列。"],
    when: Some(|asked| VERDICTS.speed.suffix(asked.before()).is_some() && right::follows(asked.after())),
};

pub(crate) static PLACE: Rule = Rule {
    code: "qualifies.place",
    verdict: Verdict::Qualifies,
    why: "在25个县布局项目, 与12国缔结友城8对: a count behind 在 says where the work is done, one behind 与 with whom; the verb of the work follows, \
          and behind 与 another count. In how many places a named thing is tried out is told of the trial (在17个县开展医养结合试点).",
    fires: &[
        "优先在25个产粮大县布局高标准农田项目。",
        "在17个县（市、区）开展试点。",
        "在25个县建库。",
        "在荷兰等13个国家投运海外仓36个。",
        "为12个省份保供电煤3亿吨。",
        "与12个国家缔结友城8对。",
    ],
    passes: &[
        "在17个县开展医养结合试点。",
        "与12家企业签订协议。",
        "为600名新生发放资助金500万元。",
        "在全市新建公园12个。",
        "在25个县建筑工地中。",
        "现在12个公园建成开放。",
        "在建项目12个。",
    ],
    when: Some(is_place_of_work),
};

/// How long what is founded may be with its verb, in characters (建水库).
const FOUNDED: usize = 3;

/// 为12个省份|保供电煤3亿吨: whether those are counted for whom the next number is brought about.
fn is_served(asked: &Asked<'_>, word: &str) -> bool {
    let sized = |next: &quantity::Quantity| next.shape == Shape::Cardinal;
    let places = PROMISES.kind_of_place.prefix(asked.after()).is_some();
    DEEDS.for_whom.has(word) && places && asked.next().is_some_and(sized)
}

fn is_place_of_work(asked: &Asked<'_>) -> bool {
    let before = asked.before();
    let Some((at, word)) = VERDICTS.among.rfind(before).filter(|_| asked.is_count()) else { return false };
    let list = &before[at + word.len()..];
    let stands_free = (at == 0 || segment::ends_word(before, at)) && segment::ends_word(before, at + word.len());
    // 与8家企业签约: alone, the number of partners is what was brought about.
    let told = VERDICTS.place_word.has(word) || asked.next().is_some_and(counts) || is_served(asked, word);
    let phrase = without_brackets(asked.after());
    let phrase = phrase.split(['，', '；', '、', '。']).next().unwrap_or("");
    let worked = phrase.char_indices().skip(1).any(|(at, _)| {
        // 在25个县|建库, unlike 县建筑工地
        let short = phrase[at..].chars().count() <= FOUNDED;
        let founds = short && DEEDS.place.suffix(&phrase[..at]).is_some();
        let verb = CLAUSES.add.prefix(&phrase[at..]).filter(|form| form.chars().count() > 1 || founds);
        verb.is_some() && segment::ends_word(phrase, at)
    });
    stands_free && told && piloted(phrase).is_none() && (list.is_empty() || list.ends_with(signs::and_so_on)) && worked
}
