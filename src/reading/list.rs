//! Lists of subjects: which share a number, and which pair with several (分别). What their names share is in [`super::shared`].

use std::borrow::Cow;

use super::shared::{self, KIND};
use crate::lexicon::{CLAUSES, DEEDS, LISTS, QUANTITY, SIGNS, segment, signs};

/// The members of a list of subjects, with a shared head or prefix given to each.
///
/// `各类事故、较大事故和重特大事故起数` → three names that end in 起数;
/// `单位国内生产总值能耗和二氧化碳排放` → both begin with 单位国内生产总值.
pub(crate) fn members(subject: &str) -> Vec<String> {
    let subject = &*whole_words(subject);
    let mut names: Vec<String> = split(subject).into_iter().map(str::to_owned).collect();
    if names.len() < 2 {
        return names;
    }
    shared::share_counted(&mut names);
    shared::share(&mut names);
    shared::share_thing(&mut names);
    names
}

/// 存|、贷款余额: `subject` with the character that the first of two words shares with the second.
fn whole_words(subject: &str) -> Cow<'_, str> {
    let Some((at, halves)) = LISTS.halves.find(subject) else { return subject.into() };
    let mark = at + halves.find('、').unwrap_or(halves.len());
    let shared = halves.chars().next_back().into_iter().collect::<String>();
    format!("{}{shared}{}", &subject[..mark], &subject[mark..]).into()
}

/// The members of a list that pairs with `count` numbers: 和 parts them too where only so there are as many. Of names that are not
/// as many as their numbers nobody can tell which has which: they stay one. Where the numbers are `mixed`, of things and of money, names
/// share no measure (企业、产值分别达到60家、8亿元).
pub(crate) fn paired(subject: &str, count: usize, mixed: bool) -> Vec<String> {
    if mixed {
        let mut names: Vec<String> = parted(subject, true).into_iter().map(str::to_owned).collect();
        if names.len() == count && count > 1 {
            shared::share_sown(&mut names);
            shared::share_prefix(&mut names);
            shared::share_thing(&mut names);
            return names;
        }
    }
    if count == 2
        && let Some(names) = shared::of_town_and_country(subject).or_else(|| shared::of_two_sides(subject))
    {
        return names;
    }
    let mut names = quoted_kinds(subject, count).unwrap_or_else(|| members(subject));
    if names.len() == count {
        shared::share_rate(&mut names);
    }
    if names.len() < 2 || names.len() == count || count < 2 {
        return names;
    }
    let mut apart: Vec<String> = parted(subject, true).into_iter().map(str::to_owned).collect();
    if apart.len() != count {
        return vec![subject.to_owned()];
    }
    shared::share_head(&mut apart);
    shared::share_prefix(&mut apart);
    shared::share_thing(&mut apart);
    apart
}

/// “保交楼”“保交房”|交付率: `count` kinds in quotation marks with nothing between them, each with the noun that follows.
fn quoted_kinds(subject: &str, count: usize) -> Option<Vec<String>> {
    let end = subject.rfind('”')? + '”'.len_utf8();
    let (kinds, noun) = subject.split_at(end);
    let kinds: Vec<&str> = kinds.strip_prefix('“')?.strip_suffix('”')?.split("”“").collect();
    let plain = kinds.iter().all(|kind| !kind.contains(['“', '”']));
    (count > 1 && kinds.len() == count && plain).then(|| kinds.iter().map(|kind| format!("“{kind}”{noun}")).collect())
}

/// “两优”“双创”|获奖数: kinds in quotation marks with nothing between them, each with the measure that follows.
pub(crate) fn quoted(subject: &str) -> Option<Vec<String>> {
    let measured = subject.rsplit_once('”').is_some_and(|(_, noun)| CLAUSES.measure.suffix(noun).is_some());
    quoted_kinds(subject, subject.matches("”“").count() + 1).filter(|_| measured)
}

/// Where 等 stands behind the examples of `subject`, outside quotation marks and in no grade (高等, 等级).
pub(crate) fn illustrated(subject: &str) -> Option<usize> {
    let quoted = |at: usize| subject[..at].matches('“').count() > subject[..at].matches('”').count();
    let graded =
        |at: usize| CLAUSES.graded.suffix(&subject[..at]).is_some() || CLAUSES.grade.prefix(&subject[at..]).is_some();
    let mut marks = subject.char_indices().filter(|&(_, c)| signs::and_so_on(c)).map(|(at, _)| at);
    marks.find(|&at| !quoted(at) && !graded(at))
}

/// Splits at 、 and at 和, 与, 及, 以及 outside brackets and quotation marks.
pub(crate) fn split(subject: &str) -> Vec<&str> {
    parted(subject, false)
}

/// As [`split`] does; `all` at 和 before 、 too, which binds closer.
fn parted(subject: &str, all: bool) -> Vec<&str> {
    if !CLAUSES.conjunction.is_in(subject) {
        return Vec::from_iter(Some(subject).filter(|name| !name.is_empty()));
    }
    let (mut names, mut start, mut depth) = (Vec::new(), 0, 0i32);
    let mut at = 0;
    while let Some(c) = subject[at..].chars().next() {
        let mut width = c.len_utf8();
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            _ if depth > 0 => {}
            _ => {
                if let Some(mark) = CLAUSES.conjunction.prefix(&subject[at..]) {
                    let may_be_inside = CLAUSES.conjunction_of_names.has(mark);
                    let inside = is_in_joined_name(subject, at)
                        || may_be_inside && stands_inside(subject, start, at, mark, all)
                        || joins_letters(&subject[start..at], &subject[at + mark.len()..]);
                    if !inside {
                        names.push(&subject[start..at]);
                        width = mark.len();
                        start = at + width;
                    }
                }
            }
        }
        at += width;
    }
    names.push(&subject[start..]);
    names.retain(|name| !name.is_empty());
    names
}

/// 绩效分级A|、|B级企业: letters that share the word for a class.
fn joins_letters(before: &str, after: &str) -> bool {
    let letter = |c: char| c.is_ascii_uppercase();
    let behind = after.strip_prefix(letter).map(|behind| behind.strip_prefix('、').unwrap_or(behind));
    let class = behind.is_some_and(|behind| LISTS.kind_end.prefix(behind.trim_start_matches(letter)).is_some());
    let alone = |name: &str| !name.ends_with(|c: char| c.is_ascii_alphanumeric());
    class && before.strip_suffix(letter).is_some_and(alone)
}

/// Whether the conjunction at `at` is part of a word (参与, 普及) or of a name.
fn stands_inside(subject: &str, start: usize, at: usize, mark: &str, all: bool) -> bool {
    let (before, after) = (&subject[start..at], &subject[at + mark.len()..]);
    let split_word = || {
        let end = at + mark.len();
        !segment::ends_word(&subject[start..], at - start) || !segment::ends_word(&subject[start..], end - start)
    };
    // 海洋药物和生物制品、海洋电力: within a member of a list 和 binds closer than 、.
    let closer = !all && after.contains('、');
    closer
        || is_one_trade(before, after)
        || is_of_two(before, mark, after)
        || joins_a_name(before, after)
        || is_made_of(before, mark, after)
        || split_word()
}

/// 信息传输、|软件和信息技术: whether a name that is one, marks and all, holds the mark at `at`.
fn is_in_joined_name(subject: &str, at: usize) -> bool {
    let holds = |from: usize, name: &str| (from..from + name.len()).contains(&at);
    let mut names = subject.char_indices().take_while(|&(from, _)| from <= at);
    names.any(|(from, _)| CLAUSES.joined_names.prefix(&subject[from..]).is_some_and(|name| holds(from, name)))
}

/// 机制纸|及|纸板, 水泥|及|水泥制品: what is made and what is made of it.
fn is_made_of(before: &str, mark: &str, after: &str) -> bool {
    let last = before.char_indices().next_back().map_or("", |(at, _)| &before[at..]);
    SIGNS.besides.has(mark) && (after.starts_with(last) || after.starts_with(before))
}

/// 批发|和|零售业: the name of a trade ends in 业 alone; 农业和林业 are two.
fn is_one_trade(before: &str, after: &str) -> bool {
    let after = after.split('、').next().unwrap_or(after);
    let last = CLAUSES.measure.strip_suffix(after).unwrap_or(after);
    let whole = LISTS.trade.suffix(before).or(LISTS.branch.suffix(before)).or(CLAUSES.measure.suffix(before));
    LISTS.trade.suffix(last).is_some() && whole.is_none()
}

/// 物流费用|与|产值的比率: two things of which one is measured by the other; 合格率和优良比率 are two measures.
fn is_of_two(before: &str, mark: &str, after: &str) -> bool {
    let measured = LISTS.of_two.suffix(before).or(CLAUSES.rate_end.suffix(before)).is_some();
    SIGNS.with.has(mark) && !measured && LISTS.of_two.suffix(after).is_some()
}

/// 与 and 和 inside a name: 研究与试验发展, R&D, 旅游及相关产业, 二级及以上.
fn joins_a_name(before: &str, after: &str) -> bool {
    before.chars().count() < 2
        || after.chars().count() < 2
        || LISTS.degree.prefix(after).is_some() && CLAUSES.rate_end.suffix(before).is_none()
        || is_in_degrees(before, after)
        || CLAUSES.upward.prefix(after).or_else(|| LISTS.downward.prefix(after)).is_some()
        || LISTS.related.prefix(after).is_some()
        || (LISTS.research.suffix(before).is_some() && LISTS.trial.prefix(after).is_some())
}

/// 满意|和|基本满意率: what holds wholly or largely.
fn is_in_degrees(before: &str, after: &str) -> bool {
    let deed = before.char_indices().rev().nth(1).map(|(at, _)| &before[at..]);
    let largely = CLAUSES.largely.strip_prefix(after).zip(deed);
    largely.is_some_and(|(whole, deed)| whole.starts_with(deed))
}

/// Whether the last name of the list `subject` is a sum that all its names have together (企业和商户数量).
pub(crate) fn is_joint(subject: &str) -> bool {
    let names = split(subject);
    let Some((last, rest)) = names.split_last().filter(|(_, rest)| !rest.is_empty()) else { return false };
    // 林业、畜牧业和副业的比重: kinds by a word each have one share together.
    let kinds = rest.iter().all(|name| name.chars().count() <= KIND);
    // 水泥、平板玻璃能效标杆水平产能占比: a share of what is told of each.
    let kinds = LISTS.joint_share.suffix(last).is_some() && kinds && shared::of_each(last).is_none();
    // 一、二类桥梁比例
    let grades = || rest.iter().all(|name| shared::is_bare_ordinal(name)) && QUANTITY.share_noun.suffix(last).is_some();
    let share = kinds || grades() || is_share_among(last, rest);
    let sum = share || LISTS.joint_measure.suffix(last).is_some() || CLAUSES.in_total.is_in(last);
    sum && rest.iter().all(|name| CLAUSES.measure.suffix(name).is_none())
}

/// 综合医院、护理院和卫生院|中|友善机构占比, 新能源、清洁能源动力|的|交通工具比例: whether `last`, the end of a list, tells a share among
/// all, or of what all describe, which no one of the `rest` is told apart by.
fn is_share_among(last: &str, rest: &[&str]) -> bool {
    if rest.iter().any(|name| LISTS.region.has(name) || name.contains(signs::of)) {
        return false;
    }
    let share = |of: &str| QUANTITY.share_noun.strip_suffix(of).is_some_and(|of| of.chars().nth(1).is_some());
    // 医院、学校的|食堂合格率: each has its own.
    let describes = |of: &str| [&DEEDS.actor, &CLAUSES.people].iter().all(|who| who.suffix(of).is_none());
    let is_mark = |at: usize, c: char| signs::amid(c) || signs::of(c) && describes(&last[..at]);
    let mut marks = last.char_indices().filter(|&(at, c)| at > 0 && is_mark(at, c));
    marks.any(|(at, c)| {
        let behind = at + c.len_utf8();
        share(&last[behind..]) && segment::ends_word(last, at) && segment::ends_word(last, behind)
    })
}

/// 甲、乙、丙等|产业规模: each member with the noun behind 等, which as many numbers tell of.
pub(crate) fn examples(subject: &str) -> Option<Vec<String>> {
    let (list, noun) = subject.split_at(illustrated(subject)?);
    let noun = noun.strip_prefix(signs::and_so_on).filter(|noun| noun.chars().count() > 1)?;
    Some(split(list).into_iter().map(|name| format!("{name}{noun}")).collect())
}

/// Whether the last name of the list `subject` counts its members before their noun (甲、乙、丙三大产业), and so tells of all.
pub(crate) fn counts_itself(subject: &str) -> bool {
    let names = split(subject);
    let Some(last) = names.last().filter(|_| names.len() > 1) else { return false };
    let count = |(at, _)| {
        let width = shared::told_count(&last[at..], names.len());
        width.is_some_and(|width| LISTS.kind_counted.prefix(&last[at + width..]).is_some())
    };
    last.char_indices().skip(2).any(count)
}

/// Whether one number holds for each member: 均, 都, 各, 分别 stand before it, or every name is a share or a rate.
pub(crate) fn is_shared(each: bool, names: &[String], adds_up: bool) -> bool {
    if names.len() < 2 {
        return false;
    }
    each || (!adds_up && names.iter().all(|name| CLAUSES.measure.suffix(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_counts_its_members_is_one_name() {
        assert!(counts_itself("汽车、装备、电子信息三大产业产值占比") && counts_itself("甲、乙、丙县三地产值"));
        assert!(counts_itself("水泥、玻璃两大行业产值"));
        assert!(!counts_itself("汽车、装备产值") && !counts_itself("一级医院、二级医院占比"));
    }

    #[test]
    fn a_share_among_all_of_a_list_is_one() {
        assert!(is_joint("综合医院、护理院和卫生院中友善机构占比") && is_joint("新能源、清洁能源动力的交通工具比例"));
        assert!(!is_joint("医院、学校的食堂合格率"));
        assert!(!is_joint("小学、初中入学率") && !is_joint("城镇、农村的自来水普及率"));
    }

    #[test]
    fn town_and_country_are_two() {
        assert_eq!(paired("汽车产销量", 2, false), ["汽车产量", "汽车销量"]);
        assert_eq!(paired("存贷款余额", 2, false), ["存款余额", "贷款余额"]);
        assert_eq!(paired("汽车产销量", 3, false), ["汽车产销量"]);
        assert_eq!(paired("城乡居民收入", 2, false), ["城镇居民收入", "农村居民收入"]);
        assert_eq!(paired("城乡低保标准", 2, false), ["城市低保标准", "农村低保标准"]);
        assert_eq!(paired("城乡低保标准", 3, false), ["城乡低保标准"]);
    }

    #[test]
    fn names_share_heads_and_prefixes() {
        for (subject, names) in [
            ("火灾、溺水和车祸起数", vec!["火灾起数", "溺水起数", "车祸起数"]),
            ("单位国内生产总值能耗和二氧化碳排放", vec!["单位国内生产总值能耗", "单位国内生产总值二氧化碳排放"]),
            ("绿地率和人均公园绿地面积", vec!["绿地率", "人均公园绿地面积"]),
            ("PM10、PM2.5年均浓度", vec!["PM10年均浓度", "PM2.5年均浓度"]),
            ("县图书馆、文化馆一级馆率", vec!["县图书馆一级馆率", "文化馆一级馆率"]),
            (
                "化学需氧量、氨氮、氮氧化物重点工程减排量",
                vec!["化学需氧量重点工程减排量", "氨氮重点工程减排量", "氮氧化物重点工程减排量"],
            ),
            ("粮食播种面积、产量", vec!["粮食播种面积", "粮食产量"]),
            ("海水养殖面积、产量", vec!["海水养殖面积", "海水养殖产量"]),
            ("绩效A、B级企业占比", vec!["绩效A、B级企业占比"]),
            ("水稻、小麦播种面积", vec!["水稻播种面积", "小麦播种面积"]),
            ("二氧化硫、氮氧化物排放总量", vec!["二氧化硫排放总量", "氮氧化物排放总量"]),
            ("市、县两级财政科技支出占比", vec!["市级财政科技支出占比", "县级财政科技支出占比"]),
            ("评为一级以上的养老院、二级以上的托育园", vec!["评为一级以上的养老院", "二级以上的托育园"]),
            ("城镇、农村居民人均可支配收入", vec!["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
            ("城镇职工、农村居民人均收入", vec!["城镇职工人均收入", "农村居民人均收入"]),
            ("研究与试验发展经费", vec!["研究与试验发展经费"]),
            ("二级及以上医院占比", vec!["二级及以上医院占比"]),
            ("第一、第三产业增加值", vec!["第一产业增加值", "第三产业增加值"]),
            ("物流费用与生产总值的比率", vec!["物流费用与生产总值的比率"]),
            ("优良率与达标比率", vec!["优良率", "达标比率"]),
            ("基本养老、基本医疗保险参保率", vec!["基本养老保险参保率", "基本医疗保险参保率"]),
            ("苹果、食用菌产量", vec!["苹果产量", "食用菌产量"]),
            ("失业、工伤保险参保人数", vec!["失业保险参保人数", "工伤保险参保人数"]),
            ("牛奶、牛肉等产量", vec!["牛奶产量", "牛肉等产量"]),
            ("行政复议、行政应诉案件办结率", vec!["行政复议案件办结率", "行政应诉案件办结率"]),
            ("化学需氧量、氨氮排放总量", vec!["化学需氧量排放总量", "氨氮排放总量"]),
            ("城市社区、行政村快递站点覆盖率", vec!["城市社区快递站点覆盖率", "行政村快递站点覆盖率"]),
            ("就业、社会保险参保人数", vec!["就业人数", "社会保险参保人数"]),
            ("盗窃、诈骗案件", vec!["盗窃案件", "诈骗案件"]),
            ("医患、劳动关系纠纷", vec!["医患", "劳动关系纠纷"]),
            ("债券、基金支持民间项目比重", vec!["债券支持民间项目比重", "基金支持民间项目比重"]),
            ("信贷投放、资金支持规模", vec!["信贷投放规模", "资金支持规模"]),
            ("小学、初中生均校舍面积", vec!["小学生均校舍面积", "初中生均校舍面积"]),
            ("高血压、糖尿病患者管理率", vec!["高血压患者管理率", "糖尿病患者管理率"]),
            ("秸秆、畜禽粪污综合利用率", vec!["秸秆综合利用率", "畜禽粪污综合利用率"]),
            ("新建公共建筑、新建厂房屋顶光伏覆盖率", vec!["新建公共建筑屋顶光伏覆盖率", "新建厂房屋顶光伏覆盖率"]),
            ("肉牛、中药材两大产业全产业链产值", vec!["肉牛全产业链产值", "中药材全产业链产值"]),
            ("青山、白水两县财政收入", vec!["青山财政收入", "白水财政收入"]),
            ("环卫工人、公交司机申请公租房轮候时间", vec!["环卫工人申请公租房轮候时间", "公交司机申请公租房轮候时间"]),
            ("退役军人、残疾人新增就业", vec!["退役军人新增就业", "残疾人新增就业"]),
            ("水泥、平板玻璃能效标杆水平产能占比", vec!["水泥能效标杆水平产能占比", "平板玻璃能效标杆水平产能占比"]),
            ("公交车、巡游出租车新能源化率", vec!["公交车新能源化率", "巡游出租车新能源化率"]),
            ("污水、垃圾收集率", vec!["污水收集率", "垃圾收集率"]),
            ("信息传输、软件和信息技术服务业增加值", vec!["信息传输、软件和信息技术服务业增加值"]),
            ("机制纸及纸板", vec!["机制纸及纸板"]),
            ("满意和基本满意率", vec!["满意和基本满意率"]),
            ("高等教育毛入学率、初等教育毛入学率", vec!["高等教育毛入学率", "初等教育毛入学率"]),
            ("一、二级公路里程", vec!["一级公路里程", "二级公路里程"]),
            ("万元工业增加值能耗、用水量", vec!["万元工业增加值能耗", "万元工业增加值用水量"]),
        ] {
            assert_eq!(members(subject), names, "{subject}");
        }
    }
}
