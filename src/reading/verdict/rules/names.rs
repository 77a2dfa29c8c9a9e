//! Numbers inside names, slogans and sayings.

use crate::lexicon::{numerals, signs, units::named};

use super::prelude::*;

pub(crate) static QUOTED: Rule = Rule {
    code: "named.quoted",
    verdict: Verdict::Named,
    why: "A number in quotation marks or in a title is part of the name between them (“15分钟社区服务圈”, “3个90%”, 《减负33条》). Ranks stay \
          results there.",
    fires: &["推进“新建停车位1000个”工程。", "落实“新增100家门店”行动。", "落实《云岭民宿提质二十条》。"],
    passes: &["新建“云岭书屋”30家。", "获评“六连冠”。", "编制《云岭志》30卷。"],
    when: Some(|asked| {
        let ranked = matches!(asked.quantity.shape, Shape::Rank | Shape::Ordinal);
        !ranked && asked.is_in_quotes()
    }),
};

pub(crate) static POLICY: Rule = Rule {
    code: "named.policy",
    verdict: Verdict::Named,
    why: "How many measures a policy has is part of its name where it is put into effect (落实惠企32条政策).",
    fires: &["落实惠企32条政策。", "落实人才振兴60条。"],
    passes: &["出台政策32条。"],
    when: Some(|asked| {
        let policy = || VERDICTS.policy.prefix(asked.after()).is_some();
        // 落实人才振兴60条
        let short = asked.unit() == named::ARTICLE && asked.ends_at(&['，', '；', '。']) && asked.is_plain();
        [named::ARTICLE, named::ITEM].contains(&asked.unit())
            && (short || policy())
            && VERDICTS.implements.is_in(asked.before())
    }),
};

pub(crate) static FIRST_PLACE: Rule = Rule {
    code: "named.first-among",
    verdict: Verdict::Named,
    why: "百业之首, 五镇之首, 5个公园之一: the number says among whom one is first or counted.",
    fires: &["云岭居全省12个县之首。", "云岭公园成为全国首批5个湿地公园之一。"],
    passes: &["云岭新建12个县级中心。"],
    when: Some(|asked| asked.is_count() && is_one_of(asked.noun())),
};

pub(crate) static PLACE_NAME: Rule = Rule {
    code: "named.place-name",
    verdict: Verdict::Named,
    why: "百家湖, 千人桥: a round number with a unit before one character alone is the name of a place.",
    fires: &["加快百家湖、滨江等商圈建设。"],
    passes: &["新建百家书店。", "新建湖8个。"],
    when: Some(|asked| {
        let round = asked.core().starts_with(numerals::is_multiplier);
        let bare = asked.core().chars().count() == 2 && asked.is_plain() && asked.is_count();
        round && bare && asked.after().chars().nth(1).is_some_and(|c| c == '、')
    }),
};

pub(crate) static FIRM: Rule = Rule {
    code: "named.firm",
    verdict: Verdict::Named,
    why: "云岭百克、万家等企业, 云岭百克生物制药基地: a round number with a unit that a list of firms goes on behind, or a few grams before \
          works, are part of the name of a firm.",
    fires: &["引进云岭百克、万家等企业。", "建设云岭百克生物制药基地。"],
    passes: &["新建百家、千家等企业园区8个。", "引进云岭、万家等企业百家。"],
    when: Some(|asked| {
        let round = asked.core().starts_with(numerals::is_multiplier);
        let bare = asked.core().chars().count() == 2 && asked.is_plain() && asked.is_cardinal();
        if !round || !bare || asked.before().is_empty() {
            return false;
        }
        let list = asked.after().split(['，', '；', '。']).next().unwrap_or("");
        let goes_on = list.starts_with('、') || list.starts_with(signs::and_so_on);
        let verbs = [&CLAUSES.add, &CLAUSES.measure];
        let named = !asked.before().ends_with('、') && verbs.iter().all(|forms| forms.suffix(asked.before()).is_none());
        // 云岭|百克|生物制药基地: nobody builds a few grams of something.
        let grams = VERDICTS.gram.has(asked.unit()) && right::follows(list) && CLAUSES.works.suffix(list).is_some();
        let of_list = goes_on && VERDICTS.firms.is_in(list);
        named && (grams || of_list)
    }),
};

pub(crate) static LINES: Rule = Rule {
    code: "named.lines",
    verdict: Verdict::Named,
    why: "两条红线, 三条底线: how many lines there are that are not to be passed sums up those told before.",
    fires: &["守住耕地568万亩、永久基本农田472万亩两条红线。", "坚守三条底线。"],
    passes: &["新建两条公路。", "守住568万亩红线。"],
    when: Some(|asked| {
        let few = || asked.is_small() || asked.quantity.value <= Number::from(12);
        VERDICTS.line_unit.has(asked.unit()) && QUANTITY.landmark.suffix(asked.words()).is_some() && few()
    }),
};

/// 湿地公园|之一, 12个县|之首; not 前千分之一.
fn is_one_of(noun: &str) -> bool {
    VERDICTS.one_of.suffix(noun).is_some() && VERDICTS.fraction.suffix(noun).is_none()
}

pub(crate) static GREAT: Rule = Rule {
    code: "named.great",
    verdict: Verdict::Named,
    why: "三大攻坚战, 五大领域: 大 behind a number counts the parts of a programme.",
    fires: &["打好三大攻坚战。", "体系包括五大平台。"],
    passes: &["打好攻坚战，新增企业30家。", "云岭港跻身全球第三大加油港。"],
    when: Some(super::spared::is_great),
};

pub(crate) static SLOGAN: Rule = Rule {
    code: "named.slogan",
    verdict: Verdict::Named,
    why: "A small Chinese numeral before the noun of a programme (四个专项行动), or before no noun at all, counts the parts of a programme, even \
          where a verb brings them about. A thing of use (新建两所医院), or one named before (新建幼儿园两所), is a result.",
    fires: &["实施四个专项行动。", "实施十二个专项行动。"],
    passes: &[
        "新建四个码头。",
        "新建幼儿园两所。",
        "实施十三个专项行动。",
        "建设云岭大街、青禾大街两条西出口路等市区两级重点道路工程。",
    ],
    when: Some(|asked| {
        let programme = || {
            let noun = asked.noun();
            let named_before = asked.ends_at(&['，', '、', '；', '。']);
            CLAUSES.slogan_noun.suffix(noun).is_some() || noun.is_empty() && !named_before
        };
        asked.is_count() && asked.is_small() && programme() && !asked.is_least_of_each() && !asked.sorts_next()
    }),
};

pub(crate) static CLASS: Rule = Rule {
    code: "named.class",
    verdict: Verdict::Named,
    why: "20层以上高层, 5级以上地震: a level or a class with a noun behind it names which things are meant. Ten kinds and more are counted, but \
          not large kinds (20大类商品零售额).",
    fires: &["检查20层以上高层建筑。", "覆盖9类功能模块。", "20大类商品零售额达到8亿元。"],
    passes: &["新建高楼达到20层。", "覆盖19类功能模块。", "覆盖10类功能模块。", "用电量310亿度、占全省16%。"],
    when: Some(|asked| {
        let large = VERDICTS.large_kind.suffix(asked.core()).is_some();
        let kinds = asked.unit() == named::KIND && !large && asked.quantity.value >= Number::from(10);
        // 用电量310亿度、
        let amount = asked.quantity.value >= Number::from(10_000);
        VERDICTS.class_unit.has(asked.unit())
            && !kinds
            && !asked.sorts_next()
            && !amount
            && !asked.ends_at(&['，', '。'])
    }),
};

pub(crate) static PROVERB: Rule = Rule {
    code: "named.saying",
    verdict: Verdict::Named,
    why: "A sum under a hundred in Chinese characters is a saying (一分钱, 两元店), no budget.",
    fires: &["把每一笔钱用好，开展八元午餐活动。"],
    passes: &["午餐补贴8元。", "投资一亿元。"],
    when: Some(|asked| {
        asked.measures(Dimension::Money) && asked.is_chinese() && asked.quantity.value < Number::from(100)
    }),
};

/// 千名|老年人复明工程: a work of a programme, named after how many people it is for.
fn is_work_on_people(asked: &Asked<'_>, name: &str) -> bool {
    let people = [named::PERSON, named::NAMED].contains(&asked.unit());
    people && CLAUSES.works.suffix(name).is_some_and(|works| CLAUSES.slogan_noun.has(works))
}

pub(crate) static DRIVE: Rule = Rule {
    code: "named.drive",
    verdict: Verdict::Named,
    why: "千亿斤粮食产能提升行动: a size told by multipliers alone is part of the name of a programme that follows it.",
    fires: &[
        "落实千亿斤粮食产能提升行动。",
        "实施百名青年教师培养计划。",
        "继续实施千名老年人复明工程。",
        "实施百名工匠培养计划、青年工匠“新苗”计划。",
        "新一轮千亿斤粮食产能提升行动启动实施。",
    ],
    passes: &["新建千万吨炼油基地。", "实施30项提升行动。"],
    when: Some(|asked| {
        asked.is_of_multipliers()
            && asked.is_plain()
            && asked.quantity.value >= Number::from(100)
            && asked
                .noun()
                .split('、')
                .chain([right::read(asked.after(), asked.unit()).as_str()])
                .any(|name| VERDICTS.drive.suffix(name).is_some() || is_work_on_people(asked, name))
    }),
};
