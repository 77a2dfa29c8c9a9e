//! Numbers that say which things the next number counts.

use crate::lexicon::{DEEDS, PROMISES, segment, signs, units::named};

use super::prelude::*;
use crate::reading::counted::piloted;

/// Whether `number` says how many things there are.
pub(super) fn counts(number: &quantity::Quantity) -> bool {
    number.dimension == Dimension::Count
}

/// Whether `between` joins two numbers in one phrase.
pub(super) fn joins(between: &str) -> bool {
    !between.is_empty() && !between.contains(['、', '，', '；'])
}

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

pub(crate) static BEST_SHARE: Rule = Rule {
    code: "qualifies.best-share",
    verdict: Verdict::Qualifies,
    why: "2个学科进入前1%: 前 before a share says which of the things are counted, where the same phrase counts them. Alone it is a rank.",
    fires: &["进入全国前1%的学科达到2个。", "2个学科进入全国排名前30%。", "2个学科进入全球前千分之一。"],
    passes: &["综合排名进入全省前10%。", "新建学科2个，排名进入全国前30%。"],
    when: Some(|asked| {
        let before = || asked.previous().is_some_and(|(other, _, between)| counts(other) && joins(between));
        let behind = || asked.next_apart().is_some_and(|(other, between)| counts(other) && joins(between));
        matches!(asked.quantity.shape, Shape::Percent | Shape::Fraction)
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
          and behind 与 another count. In how many places a named thing is tried out is told of the trial (在17个县开展医养结合试点). How large that is \
          with which the work is done (依托占地2000亩的产业园) is told of what is there.",
    fires: &[
        "优先在25个产粮大县布局高标准农田项目。",
        "在17个县（市、区）开展试点。",
        "在25个县建库。",
        "在荷兰等13个国家投运海外仓36个。",
        "为12个省份保供电煤3亿吨。",
        "与12个国家缔结友城8对。",
        "依托占地2000亩的产业园，发展新材料。",
    ],
    passes: &[
        "在17个县开展医养结合试点。",
        "与12家企业签订协议。",
        "为600名新生发放资助金500万元。",
        "在全市新建公园12个。",
        "在25个县建筑工地中。",
        "现在12个公园建成开放。",
        "在建项目12个。",
        "依托产业园，新建占地2000亩的新材料基地。",
        "依托产业园新建道路20公里。",
        "依托新建占地2000亩的产业园，发展新材料。",
    ],
    when: Some(|asked| is_place_of_work(asked) || is_leant_on(asked)),
};

/// 依托占地2000亩的|产业园: the size of what work leans on, and does not make.
fn is_leant_on(asked: &Asked<'_>) -> bool {
    let leans = VERDICTS.leans_on.prefix(asked.before()).is_some() && !CLAUSES.add.is_in(asked.before());
    leans && asked.is_size() && asked.after().starts_with(signs::of)
}

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
