//! What stands in a subject and is no part of it: what is compared with, a starting value, a total, a verb of completion.

use std::ops::RangeInclusive;

use crate::{
    lexicon::{
        CLAUSES, DEEDS, DUTIES, Forms, MEASURES, PROMISES, QUANTITY, SIGNS, TIME, VERDICTS, segment, signs,
        units::named,
    },
    number::Number,
    quantity::Quantity,
    span::Span,
};

use super::verb::is_verb_of_its_own;

/// How long what is compared with may be, with its 较 or 比, in characters (较3年前).
const COMPARED: RangeInclusive<usize> = 3..=8;

/// How long the name of what is exceeded may be, in characters (年度计划目标, 5万关口).
const PLAN: usize = 6;

/// How long the name of a goal may be that something is compared with, in characters (“十五”计划目标).
const NAMED_PLAN: usize = 10;

/// The longest that may follow the total that a part is counted from, with its 中, in characters.
const TOTAL_TAIL: usize = 5;

/// 城市建设完成投资 → 城市建设投资, 林道累计建成 → 林道: a verb inside the name of a sum, or behind what was built, is no part of it.
pub(super) fn without_completion(subject: &str) -> String {
    if let Some(thing) = CLAUSES.built.strip_suffix(subject).filter(|thing| is_word(thing)) {
        return CLAUSES.sum_mark.strip_suffix(thing).unwrap_or(thing).to_owned();
    }
    // 旧房改造|完工
    if let Some(work) = DEEDS.ends.strip_suffix(subject).filter(|work| is_word(work)) {
        // 项目|新开工
        return CLAUSES.done.strip_suffix(work).unwrap_or(work.trim_end_matches(signs::new)).to_owned();
    }
    if let Some((whose, measure)) = striven_for(subject) {
        return format!("{whose}{measure}");
    }
    let sum = CLAUSES.sum.suffix(subject).map(|sum| (&subject[..subject.len() - sum.len()], sum));
    match sum.and_then(|(before, sum)| CLAUSES.carry_out.strip_suffix(before).map(|before| (before, sum))) {
        Some((before, sum)) => format!("{}{sum}", before.strip_suffix('、').map_or(before, actor)),
        None => subject.to_owned(),
    }
}

/// 机场|力争达到|年吞吐量, 甲、乙两市|力争|经济总量: what has the measure that a promise stands before, and the measure.
fn striven_for(subject: &str) -> Option<(&str, &str)> {
    let (at, strives) = CLAUSES.strive.find(subject).filter(|&(at, _)| is_word(&subject[..at]))?;
    // 竞|争|力, 做优品牌、|力争游客
    let whole = segment::ends_word(subject, at) && segment::ends_word(subject, at + strives.len());
    if !whole || subject[..at].ends_with('、') {
        return None;
    }
    let reached = &subject[at + strives.len()..];
    let measure = Forms::longest_prefix(&[&CLAUSES.arrive, &CLAUSES.achieve], reached);
    let measure = &reached[measure.map_or(0, str::len)..];
    CLAUSES.measure.suffix(measure).map(|_| (&subject[..at], measure))
}

/// 甲、乙|力争经济总量: whether several each strive for what `subject` ends in.
pub(super) fn strive_each(subject: &str) -> bool {
    striven_for(subject).is_some_and(|(whose, _)| whose.contains('、'))
}

/// 重点项目|建立包联机制: who does what is said before another deed.
fn actor(deed: &str) -> &str {
    let verb = |at: usize| {
        let form = CLAUSES.add.prefix(&deed[at..]).filter(|form| form.chars().count() > 1);
        form.is_some_and(|form| segment::ends_word(deed, at) && is_verb_of_its_own(&deed[at..], form))
    };
    let at = deed.char_indices().map(|(at, _)| at).skip(2).find(|&at| verb(at));
    at.map_or(deed, |at| &deed[..at])
}

/// 2028年|生产|电视机[1500万部]: what is made; 生产能力 and 生产线 are names.
pub(super) fn without_making(subject: &str) -> &str {
    let goods = DEEDS.makes.strip_prefix(subject).filter(|goods| goods.chars().count() < 2 || is_word(goods));
    let named = || CLAUSES.measure.suffix(subject).is_some() || CLAUSES.generic.suffix(subject).is_some();
    goods
        .filter(|goods| !goods.is_empty() && segment::ends_word(subject, subject.len() - goods.len()) && !named())
        .unwrap_or(subject)
}

/// 实验室优化重组|至8家: by what way it comes to the number is no part of what does.
pub(super) fn without_way(subject: &str) -> &str {
    let mut rest = subject;
    while let Some(way) = Forms::longest_suffix(&[&CLAUSES.add, &CLAUSES.state, &DEEDS.carried_on], rest) {
        let thing = &rest[..rest.len() - way.len()];
        if way.chars().nth(1).is_none() || !is_word(thing) || !segment::ends_word(rest, thing.len()) {
            break;
        }
        rest = thing;
    }
    rest
}

/// 较3年前增长44%: what is compared with is no subject.
pub(super) fn without_comparison(subject: &str) -> &str {
    let time = |rest: &str| COMPARED.contains(&rest.chars().count()) && CLAUSES.earlier.suffix(rest).is_some();
    // 从业人员比“三普”增长9%
    let named = |rest: &str| {
        let name = rest.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
        name.is_some_and(|name| !name.contains('“') && name.chars().count() <= NAMED_PLAN)
    };
    match CLAUSES.than.rfind(subject) {
        Some((at, form)) if time(&subject[at..]) || named(&subject[at + form.len()..]) => &subject[..at],
        _ => without_basis(subject),
    }
}

/// 全国百强县|中我区[有4个]: those among whom the territory has so many are what is counted.
pub(super) fn without_share_of_peers(subject: &str) -> &str {
    let peers = subject.rsplit_once(signs::amid).filter(|(peers, whose)| is_word(peers) && CLAUSES.scope.has(whose));
    peers.map_or(subject, |(peers, _)| peers)
}

/// 在零售环节|抽检, 进出口|在需求不足的情况下[增长]: where or under what conditions it is so is no part of what is measured.
pub(super) fn without_where(subject: &str) -> &str {
    let Some((before, place)) = subject.split_once(signs::at) else { return subject };
    let end = DEEDS.where_end.rfind(place).map(|(at, word)| at + word.len());
    match end.map(|end| &place[end..]) {
        Some("") if is_word(before) && segment::ends_word(subject, before.len()) => before,
        Some(thing) if before.is_empty() && is_word(thing) => thing,
        _ => subject,
    }
}

/// 办理时限|较法定时限[压缩50%], 产量|比平均年产量[增长8%]: a standard or a measure that what moves is compared with is no subject.
pub(super) fn without_standard(subject: &str) -> &str {
    let whole = |at: usize, word: &str| {
        (at == 0 || segment::ends_word(subject, at)) && segment::ends_word(subject, at + word.len())
    };
    let Some((at, than)) = CLAUSES.than.rfind(subject).filter(|&(at, than)| whole(at, than)) else { return subject };
    let standard = &subject[at + than.len()..];
    // 较大规模企业产值, 占比产值, 比重较高行业产值
    let is_word = [&CLAUSES.indivisible, &QUANTITY.share_noun].iter().any(|forms| {
        let begins = subject[..at].char_indices().next_back().map_or(at, |(at, _)| at);
        forms.prefix(&subject[at..]).is_some() || forms.prefix(&subject[begins..]).is_some()
    });
    if is_word || at == 0 && CLAUSES.duration_subject.suffix(standard).is_none() {
        return subject;
    }
    let measures = [&CLAUSES.measure, &CLAUSES.duration_subject, &VERDICTS.mean_noun];
    let measured = measures.iter().any(|forms| forms.suffix(standard).is_some());
    if measured && !standard.contains(signs::of) { without_adverbs(&subject[..at]) } else { subject }
}

/// 企业总量|在现有基础上翻一番: what is built on is no subject; 13个[事项]基础上又推出10个, where it was counted, names both.
fn without_basis(subject: &str) -> &str {
    let Some(noun) = TIME.basis.strip_suffix(subject) else { return subject };
    subject.rfind(signs::at).map_or(noun, |at| &subject[..at])
}

/// 综合竞争力|进入全国百强县前60名: who takes the place stands before the verb; |居粮食主产省[第1位]: nobody does.
pub(super) fn before_place(rest: &str) -> &str {
    // 全市稳居|全国百强县[第20位]: a list of the best is no kind of place.
    let kind = |peers: &&str| PROMISES.kind_of_place.suffix(peers).is_some() && CLAUSES.nation.prefix(peers).is_none();
    let peers = CLAUSES.take_place.strip_prefix(rest).filter(kind);
    if peers.is_some_and(|peers| segment::ends_word(rest, rest.len() - peers.len())) {
        return "";
    }
    let second = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
    let verb = rest[second..].char_indices().find_map(|(at, _)| {
        let at = second + at;
        let verb = CLAUSES.take_place.prefix(&rest[at..])?;
        (segment::ends_word(rest, at) && segment::ends_word(&rest[at..], verb.len())).then_some((at, verb))
    });
    verb.filter(|(at, verb)| at + verb.len() < rest.len()).map_or(rest, |(at, _)| &rest[..at])
}

/// 人均零售额|在大中城市[位列第一], 在全省山区县中[排第3]: those among whom the place is taken are no part of what takes it.
pub(super) fn without_peers(subject: &str) -> &str {
    let Some((ranked, peers)) = subject.rsplit_once(signs::at) else { return subject };
    let kind = PROMISES.kind_of_place.suffix(peers.strip_suffix(signs::amid).unwrap_or(peers));
    let among = &subject[ranked.len()..];
    let whole = segment::ends_word(subject, ranked.len()) && segment::ends_word(among, among.len() - peers.len());
    if kind.is_some() && (ranked.is_empty() || is_word(ranked) && whole) { ranked } else { subject }
}

/// 产值超5亿元、带动力强的|龙头企业, 具有特色的|园区: the noun behind several modifiers, or behind a quality.
pub(super) fn behind_modifiers(subject: &str) -> &str {
    let modified = |at: usize| subject[..at].contains('、') || DEEDS.quality.prefix(subject).is_some();
    let noun = subject.rsplit_once(signs::of).filter(|(before, _)| modified(before.len())).map(|(_, noun)| noun);
    noun.filter(|noun| noun.chars().count() > 1 && !noun.contains('、')).unwrap_or(subject)
}

/// `subject` without how it was counted, what it got over, that it was summed up, and the field in which it was measured.
pub(super) fn settled(subject: &str) -> &str {
    let measured = without_plan(without_sum(within(without_pass(without_way_of_counting(subject)))));
    without_each(without_owner(without_course(measured)))
}

/// 百强县|中我市有: whose among those of a league are counted.
fn without_owner(subject: &str) -> &str {
    let owner = CLAUSES.own.strip_suffix(subject);
    let among = owner.and_then(|owner| CLAUSES.scope.strip_suffix(owner)).and_then(|all| all.strip_suffix(signs::amid));
    among.filter(|all| is_word(all)).unwrap_or(subject)
}

/// 年产量|回升并[稳定在8万吨]: how it went before it came to the number.
fn without_course(subject: &str) -> &str {
    let Some(course) = DUTIES.and_then.strip_suffix(subject) else { return subject };
    let went = Forms::longest_suffix(&[&CLAUSES.state, &CLAUSES.rise, &DEEDS.recovers], course);
    let thing = went.map(|went| &course[..course.len() - went.len()]);
    thing.filter(|thing| is_word(thing) && segment::ends_word(course, thing.len())).unwrap_or(subject)
}

/// 灾害信息员|每村（社区）, 高龄津贴|每人每月: of whom or when each has so many is no part of what they have.
fn without_each(subject: &str) -> &str {
    let each = subject.rfind(signs::each).filter(|&at| is_word(&subject[..at]));
    let place = |at: usize| {
        let kind = SIGNS.each.strip_prefix(&subject[at..])?;
        Some(kind.strip_prefix(named::PIECE).unwrap_or(kind))
    };
    let whose =
        |kind: &str| [&PROMISES.kind_of_place, &QUANTITY.per, &CLAUSES.person_unit].iter().any(|forms| forms.has(kind));
    let told = each.filter(|&at| place(at).is_some_and(whose));
    told.map_or(subject, |at| {
        let thing = without_each(&subject[..at]);
        CLAUSES.realise.strip_suffix(thing).filter(|thing| is_word(thing)).unwrap_or(thing)
    })
}

/// 安全员|按企业总数的[2‰配备]: by what the share is reckoned is no part of what is given out.
pub(super) fn without_whole_of_share(rest: &str) -> &str {
    let Some(before) = SIGNS.of.strip_suffix(rest) else { return rest };
    let by = VERDICTS.by_rate.rfind(before).filter(|&(at, word)| {
        is_word(&before[..at]) && segment::ends_word(before, at) && segment::ends_word(&before[at..], word.len())
    });
    by.map_or(rest, |(at, _)| &rest[..at])
}

/// 人均生产总值|突破5万关口: what it got over on the way to the number.
fn without_pass(subject: &str) -> &str {
    let passed = CLAUSES.break_through.rfind(subject).filter(|&(at, verb)| {
        let pass = &subject[at + verb.len()..];
        is_word(&subject[..at]) && pass.chars().count() <= PLAN && QUANTITY.landmark.is_in(pass)
    });
    passed.map_or(subject, |(at, _)| &subject[..at])
}

/// 在[健康中国考核]中, 二级指标中[超六成]
fn within(subject: &str) -> &str {
    let inside = subject.strip_suffix(signs::amid).filter(|inside| is_word(inside));
    let Some(inside) = inside.filter(|inside| segment::ends_word(subject, inside.len())) else { return subject };
    match inside.rsplit_once(signs::at) {
        Some(("", contest)) => contest,
        // 综保区|在绩效评估中[列第2名]
        Some((who, _)) if is_word(who) && segment::ends_word(subject, who.len()) => who,
        // 24项主要指标中: a total, from which the part is counted.
        _ if subject.contains(|c: char| c.is_ascii_digit()) => subject,
        _ => inside,
    }
}

/// 中欧班列|累计开行, 民生支出|累计投入, 班列|全年开行: nothing but a verb behind the word that says over how long.
fn without_sum(subject: &str) -> &str {
    let over = CLAUSES.sum_mark.rfind(subject).or_else(|| CLAUSES.all_along.rfind(subject));
    let Some((at, sum)) = over.filter(|&(at, _)| is_word(&subject[..at])) else { return subject };
    let done = &subject[at + sum.len()..];
    let verb = [&CLAUSES.add, &CLAUSES.have, &CLAUSES.transitive].iter().any(|forms| forms.has(done));
    let measure = CLAUSES.measure.has(done) && CLAUSES.measure.suffix(&subject[..at]).is_none();
    if verb && !measure { &subject[..at] } else { subject }
}

/// 投资7300亿元、超年度计划|13.9%: a plan that is exceeded is nothing that is measured.
fn without_plan(subject: &str) -> &str {
    let planned = CLAUSES.over.strip_prefix(subject).is_some_and(|planned| {
        PROMISES.plans.suffix(planned).or(PROMISES.target_noun.suffix(planned)).is_some()
            && planned.chars().count() <= PLAN
    });
    if planned { "" } else { subject }
}

/// 按2020年价格计算的|生产总值, 生产总值|按2020年价格计算: how something was counted is no part of what it is.
fn without_way_of_counting(subject: &str) -> &str {
    // 居民收入|扣除价格因素后
    let left_out = MEASURES.leaves_out.rfind(subject).filter(|&(at, _)| is_word(&subject[..at]));
    if let Some((at, _)) = left_out.filter(|_| MEASURES.left_out.suffix(subject).is_some()) {
        return &subject[..at];
    }
    // 扣除天气因素影响后|优良天数比率
    let led = MEASURES.leaves_out.prefix(subject).and_then(|_| MEASURES.left_out.rfind(subject));
    let behind = |(at, word): (usize, &str)| subject[at + word.len()..].trim_start_matches(signs::of);
    // 剔除退税因素后[增长8%]: of what was named before.
    if let Some(rest) = led.map(behind).filter(|rest| rest.is_empty() || is_word(rest)) {
        return rest;
    }
    let Some((at, form)) = CLAUSES.counted_so.rfind(subject) else { return subject };
    let behind = &subject[at + form.len()..];
    if let Some(counted) = behind.strip_prefix(signs::of).filter(|counted| is_word(counted)) {
        return counted;
    }
    // 以乡镇为单位|疫苗接种率
    let leads = CLAUSES.preposition.prefix(subject).is_some() && PROMISES.taken_as.prefix(form).is_some();
    if leads && is_word(behind) {
        return behind;
    }
    let by = CLAUSES.preposition.rfind(&subject[..at]).filter(|_| behind.is_empty()).map(|(by, _)| &subject[..by]);
    by.filter(|counted| is_word(counted)).unwrap_or(subject)
}

/// 创新成果|在全国[推广]: without the territory in which it became so.
pub(crate) fn without_place(text: &str) -> &str {
    let place = CLAUSES.scope.suffix(text).or_else(|| CLAUSES.wide_scope.suffix(text));
    let before = place.and_then(|place| text[..text.len() - place.len()].strip_suffix(signs::at));
    before.filter(|before| !before.is_empty()).unwrap_or(text)
}

/// 县域经济增速高于全省|1个百分点, 农民收入增速快于经济增速|1个百分点: what a territory or a measure is compared with is no
/// subject, whose words stand before.
pub(super) fn behind_comparison(subject: &str) -> &str {
    let ahead = CLAUSES.ahead_of.rfind(subject).map(|(at, form)| (at, &subject[at + form.len()..]));
    let measured = |at: usize| {
        let measures = [&CLAUSES.measure, &CLAUSES.growth_name];
        measures.iter().any(|measures| measures.suffix(without_adverbs(&subject[..at])).is_some())
    };
    match ahead {
        Some((at, than)) if is_territory(than) || measured(at) => without_adverbs(&subject[..at]),
        // 收入增长9%，|高于全县农民收入增速[2个百分点]
        Some((0, than)) if CLAUSES.measure.suffix(than).is_some() => "",
        _ => without_compared(subject),
    }
}

/// 加大对[百亿级产业集群支持]: whether `subject` only leads on to what stands behind the number.
pub(super) fn leads_on(subject: &str) -> bool {
    DEEDS.done_to.suffix(subject).is_some_and(|word| {
        let before = subject.len() - word.len();
        before > 0 && segment::ends_word(subject, before)
    })
}

/// 为预算的102.5%, 控制在年度目标4.5%以内, 比全国高0.7个百分点: whether `subject`, of which `words` are left, only says what a result
/// is held to.
pub(super) fn is_held_to(words: &str, subject: &str) -> bool {
    let plan = subject.trim_end_matches(signs::of);
    let plan = SIGNS.at.strip_prefix(plan).or_else(|| CLAUSES.makes_up.strip_prefix(plan)).unwrap_or(plan);
    let planned = VERDICTS.planned.has(plan) && words != plan;
    planned || tells_difference(subject)
}

/// 人均支出|高于全省平均水平[12%]: what a mean is compared with is no subject, whose words stand before.
pub(super) fn behind_mean(subject: &str) -> &str {
    match CLAUSES.ahead_of.rfind(subject) {
        Some((at, form)) if is_mean(&subject[at + form.len()..]) => without_adverbs(&subject[..at]),
        // 高于国家标准上限|23平方米
        Some((0, form)) if VERDICTS.standard.suffix(&subject[form.len()..]).is_some() => "",
        _ => without_compared(subject),
    }
}

/// 人均水资源量只有|全省平均水平: where the mean begins that `text` ends in, behind the words that say that a share of it is told.
pub(super) fn mean_told(text: &str) -> Option<usize> {
    VERDICTS.mean_noun.suffix(text)?;
    let mut told = text.char_indices().map(|(at, _)| at).filter(|&at| is_mean(&text[at..]));
    let before = &text[..told.next()?];
    let verbs = [&CLAUSES.share_of, &CLAUSES.own, &CLAUSES.serves_as, &CLAUSES.copula];
    Some(before.len() - Forms::longest_suffix(&verbs, before)?.len())
}

/// 全省平均水平, 全国山区均值: the mean of those who live elsewhere or of all.
fn is_mean(than: &str) -> bool {
    let places = [&CLAUSES.scope, &CLAUSES.wide_scope, &CLAUSES.nation];
    let whose = VERDICTS.mean_noun.strip_suffix(than).filter(|_| than.chars().count() <= NAMED_PLAN);
    whose.is_some_and(|whose| places.iter().any(|forms| forms.prefix(whose).is_some()))
}

/// Whether `words` only say that something is more or less.
pub(super) fn tells_difference(words: &str) -> bool {
    QUANTITY.greater.has(words) || QUANTITY.less.has(words)
}

/// 民间投资增速|比全部投资增速高2个百分点: how much higher or lower it is than another.
fn without_compared(subject: &str) -> &str {
    let told = QUANTITY.greater.suffix(subject).or_else(|| QUANTITY.less.suffix(subject));
    let whole = |at: usize, word: &str| segment::ends_word(subject, at) && segment::ends_word(subject, at + word.len());
    let told = told.filter(|word| whole(subject.len() - word.len(), word));
    let than = told.and_then(|_| CLAUSES.than.rfind(subject)).filter(|&(at, word)| at == 0 || whole(at, word));
    than.map_or(subject, |(at, _)| without_adverbs(&subject[..at]))
}

/// 提前完成|化债任务|的[76%]: what is done by the share where nothing but how early it is done stands before; a plan is no such thing.
pub(super) fn done_in_part<'t>(subject: &str, governor: &'t str) -> Option<&'t str> {
    let done = CLAUSES.complete.strip_prefix(governor)?.strip_suffix(signs::of)?;
    let bare = subject.is_empty() || CLAUSES.ahead.has(subject);
    let plans = [&VERDICTS.planned, &VERDICTS.set_task, &PROMISES.plans];
    let planned = plans.iter().any(|plans| plans.suffix(done).is_some());
    (bare && done.chars().nth(2).is_some() && !planned).then_some(done)
}

/// 消费增速|分别: without the words between a subject and its comparison.
fn without_adverbs(subject: &str) -> &str {
    let mut rest = subject;
    while let Some(shorter) = CLAUSES.between.strip_suffix(rest) {
        rest = shorter;
    }
    rest
}

/// 全国, 全省平均, 上年同期, 年度计划, 规划目标: what a measure is compared with.
pub(super) fn is_territory(than: &str) -> bool {
    let place = VERDICTS.mean.has(than) || is_mean(than) || CLAUSES.scope.has(than) || CLAUSES.wide_scope.has(than);
    // 全县|平均水平
    let scoped = [&CLAUSES.scope, &CLAUSES.wide_scope].iter().find_map(|forms| forms.strip_prefix(than));
    let mean = scoped.and_then(|rest| CLAUSES.average.strip_prefix(rest));
    let mean = mean.is_some_and(|level| level.is_empty() || CLAUSES.measure.has(level));
    let target = PROMISES.target_noun.suffix(than).is_some() && than.chars().count() <= NAMED_PLAN;
    let planned = target || VERDICTS.planned.suffix(than).is_some();
    place || mean || planned || CLAUSES.nation.has(than) || CLAUSES.earlier.suffix(than).is_some()
}

/// 收入倍差从1.96 → 收入倍差 and 1.96: a starting value that has no unit is no part of the name.
pub(super) fn without_start(subject: &str) -> (&str, Option<Number>) {
    let opened = CLAUSES.from.rfind(subject).filter(|&(at, _)| is_word(&subject[..at]));
    let value = opened.and_then(|(at, from)| Some((at, subject[at + from.len()..].parse::<Number>().ok()?)));
    match value {
        Some((at, value)) => (&subject[..at], Some(value)),
        None => (CLAUSES.from.strip_suffix(subject).unwrap_or(subject), None),
    }
}

/// 24项主要指标中 → 主要指标: the total of `numbers` that a part is counted from is no part of the name.
pub(super) fn without_total<'a>(text: &str, subject: &str, mut numbers: impl Iterator<Item = &'a Quantity>) -> String {
    let stands = |n: &Quantity| {
        let stretches = [n.span, Span::new(n.core.start, n.span.end)];
        stretches.into_iter().find_map(|span| subject.find(span.of(text)).map(|at| Span::new(at, at + span.len())))
    };
    let Some(count) = numbers.find_map(stands) else { return subject.to_owned() };
    let behind = &subject[count.end..];
    match behind.find(signs::amid) {
        // 一级、二级指标中
        Some(at)
            if !behind.starts_with('、') && is_word(&behind[..at]) && behind[at..].chars().count() <= TOTAL_TAIL =>
        {
            format!("{}{}", &subject[..count.start], &behind[..at])
        }
        _ => subject.to_owned(),
    }
}

/// 电站前期工作|并争取[年底前开工]: what is promised further of a thing, before its time.
pub(crate) fn without_second_promise(name: &str) -> &str {
    let thing = CLAUSES.strive.strip_suffix(name).and_then(|rest| DUTIES.and_then.strip_suffix(rest));
    thing.filter(|thing| is_word(thing)).unwrap_or(name)
}

/// `text` without punctuation and particles at its left.
pub(super) fn without_particles(text: &str) -> &str {
    let mut rest = text.trim_start_matches(['、', '，', '—']);
    // 着力培育: the particle begins a word.
    while let Some(after) = QUANTITY.particle.strip_prefix(rest).filter(|_| CLAUSES.eagerly.prefix(rest).is_none()) {
        rest = after.trim_start_matches(['、', '，', '—']);
    }
    rest
}

/// 农村居民|全年|收入, 班列|全年|发运: whether a measure or a word of two characters of something named before has the word of the whole year
/// in the midst of its name.
pub(super) fn is_inside(lead: &str, year: &str, behind: &str) -> bool {
    let named = lead.chars().nth(2).is_some() && CLAUSES.scope.suffix(lead).is_none();
    let begins = Forms::longest_prefix(&[&CLAUSES.lead, &CLAUSES.add, &CLAUSES.fall, &CLAUSES.have], lead).is_none();
    let mean = CLAUSES.per_person.strip_prefix(behind).unwrap_or(behind);
    let head = CLAUSES.measure.has(mean) || behind.chars().count() == 2;
    CLAUSES.all_along.has(year) && named && begins && head
}

/// Whether `text` is long enough for a word: two characters.
fn is_word(text: &str) -> bool {
    text.chars().nth(1).is_some()
}
