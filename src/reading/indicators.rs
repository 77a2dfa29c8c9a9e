//! The indicators of one number: its own subject, the members of a list, or a subject carried over.

use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, LISTS, PROMISES, QUANTITY, SIGNS, TIME, segment, signs, units::named},
    quantity::{Dimension, Quantity, Shape, is_run},
};

use super::{
    behind_works::behind_works,
    counted,
    done_alike::{done_twice, trains},
    honours::{honoured, honoured_people},
    left::{self, Head},
    list,
    measured::{is_share_of, remeasured, spent, without_drive, without_rate},
    parts::{Carry, Clause, State},
    right,
    told_before::{brought_in, had_by_each, of_each, of_kind, of_measure, of_part, shares, sized},
    verb::is_verb_of_its_own,
    verdict::{Judged, rules::criteria::WANTING},
};

/// How far before a number a verb of serving may stand (联通市本级50个部门), in characters.
const NEAR: usize = 3;

/// The number whose names are asked for.
pub(crate) struct Asked<'a> {
    /// Its place among the numbers of the clause.
    pub(crate) index: usize,
    /// What stands before it.
    pub(crate) head: &'a Head,
    /// Whether the noun behind it is what is counted.
    pub(crate) counted: bool,
    /// What the clauses before leave.
    pub(crate) carry: &'a Carry,
}

/// The names of what the `asked` number measures: one, or one for each member of a list.
pub(crate) fn indicators(clause: &Clause<'_>, asked: &Asked<'_>, state: &mut State<'_>) -> Vec<String> {
    let &Asked { index, head, counted, carry } = asked;
    let quantity = clause.quantities[index];
    let after = clause.after(index);
    let behind = &clause.text[quantity.span.end..clause.span.end];
    let special = brought_forward(&head.governor, after)
        .or_else(|| honoured(quantity, clause, head, behind))
        .or_else(|| in_manner(quantity, after, carry))
        .or_else(|| honoured_people(quantity, head, after))
        .or_else(|| gained(quantity, head))
        .or_else(|| counted::tried_out(&clause.text[clause.span.start..quantity.span.start], after));
    if let Some(name) = special {
        return vec![name];
    }
    let core = quantity.core.of(clause.text);
    // 成为全省第三大|加油港: what is large, where nothing before it is named.
    let large = QUANTITY.large.suffix(core).is_some() && !left::is_named(&head.subject) && state.found.is_empty();
    let numbered = quantity.shape == Shape::Rank && (large || core.ends_with(named::PIECE)) && right::follows(after);
    // 其中2座|2027年通水: behind the number stands only when.
    let undated =
        |after| counted::before_date((clause.text, clause.span.end), clause.times, (quantity.span.end, after));
    let counted = counted && !is_only_dated(head, after, undated(after));
    if counted || numbered {
        let after = if clause.next(index) < clause.span.end { counted::before_next(after) } else { after };
        let after = before_wanting(clause, quantity, undated(after));
        let noun = right::read(served(clause, quantity, after), &quantity.unit);
        let joins = CLAUSES.ranks_joined.suffix(&noun).is_some();
        let noun = criterion(clause, quantity, &noun).unwrap_or(noun);
        // 人形机器人等|8个项目: an example owns nothing.
        let example = clause.text[..quantity.span.start].ends_with(signs::and_so_on);
        return vec![match () {
            () if noun.is_empty() || joins => head.subject.clone(),
            () if example => noun,
            // 村道提升|100个村: what is done to each of so many places.
            () if DEEDS.place.has(&noun) && is_done_to(head) => format!("{}{}", head.subject, head.governor),
            () => owned(&noun, head),
        }];
    }
    if quantity.dimension == Dimension::Money && CLAUSES.investment.has(&head.subject) {
        return vec![investment(after, carry)];
    }
    if quantity.dimension == Dimension::Money
        && (!left::is_named(&head.subject) || DEEDS.purse.suffix(&head.subject).is_some())
        && let Some(name) = right::investment(after).or_else(|| invested_in_next(clause, index))
    {
        return vec![name];
    }
    if head.subject.is_empty() && !state.pair.is_empty() {
        return vec![state.pair.remove(0)];
    }
    let alone = !left::is_named(&head.subject) && !head.each && quantity.shape == Shape::Cardinal;
    if let Some(name) = brought_in(&head.subject, carry, state).filter(|_| alone) {
        return vec![name];
    }
    let left = clause.quantities.len() - index;
    let placed = quantity.shape == Shape::Rank && is_bare_ranking(&head.subject) && !carry.subjects.is_empty();
    if placed || !left::is_named(&head.subject) {
        let paired = clause.respectively() || carry.all.len() == left && is_bare_list(clause, index);
        let of_which = CLAUSES.of_which.is_in(&clause.text[state.from..quantity.span.start]);
        let earlier = carry.earlier_in(&quantity.unit).filter(|_| of_which && state.found.is_empty());
        let mut names = match earlier {
            Some(subjects) => subjects.to_vec(),
            None if clause.pairs_times() => of_last(&carry.subjects, head),
            None => carried(head, (paired, quantity.shape == Shape::Rank), left, carry, state),
        };
        // 农村居民收入增长6.3%、增速|排全国第五: the place is that of the rate.
        if let Some(rate) = CLAUSES.growth_rate.prefix(&head.subject).filter(|_| quantity.shape == Shape::Rank) {
            let unsaid = |name: &&mut String| !name.is_empty() && CLAUSES.growth_name.suffix(name).is_none();
            names.iter_mut().filter(unsaid).for_each(|name| name.push_str(rate));
            return names;
        }
        // 8家企业上榜百强、数量|居全国第二: the place is that of how many there are.
        if LISTS.joint_measure.has(&head.subject) && quantity.shape == Shape::Rank {
            let things = |name: &&mut String| !name.is_empty() && CLAUSES.measure.suffix(name).is_none();
            names.iter_mut().filter(things).for_each(|name| name.push_str(&head.subject));
            return names;
        }
        if let Some(sum) = spent(quantity, head.verb.as_deref()).filter(|_| names.iter().all(String::is_empty)) {
            return vec![sum.to_owned()];
        }
        let kept = quantity.is_share() || quantity.shape == Shape::Rank;
        // 高技术产业增加值增长8%、占比|提高2个百分点: the share is that of what grew.
        if QUANTITY.share_noun.has(&head.subject) && quantity.shape != Shape::Cardinal {
            let amount = |name: &&mut String| !name.is_empty() && !is_share_of(name);
            names.iter_mut().filter(amount).for_each(|name| name.push_str(&head.subject));
            return names;
        }
        let done = quantity.shape == Shape::Cardinal && head.verb.is_some() && quantity.dimension != Dimension::Money;
        let run = |name: &String| trains(name, &quantity.unit).map(str::to_owned);
        if let Some(trains) = names.iter().map(run).collect::<Option<Vec<String>>>().filter(|_| head.verb.is_some()) {
            return trains;
        }
        return match () {
            () if kept => names,
            () if done => names.iter().map(|name| without_drive(name, is_count(quantity)).to_owned()).collect(),
            () => names.iter().map(|name| without_rate(name)).collect(),
        };
    }
    if head.each
        && let Some(names) = done_twice(&clause.text[state.from..quantity.span.start], &head.subject)
    {
        return names;
    }
    named(clause, asked, left, state)
}

/// 还有12个[行政村集体收入]低于10万元: `after` without what those who are counted do not reach.
fn before_wanting<'t>(clause: &Clause<'_>, quantity: &Quantity, after: &'t str) -> &'t str {
    let wanting = |judged: &&Judged<'_>| judged.rule.is_some_and(|rule| rule.code == WANTING.code);
    let next = clause.judged.iter().filter(wanting).find(|judged| judged.quantity.span.start >= quantity.span.end);
    next.and_then(|next| after.get(..next.quantity.span.start - quantity.span.end)).unwrap_or(after)
}

/// Whether nothing named is counted and of what stands behind the number nothing is left before its time, `undated`.
fn is_only_dated(head: &Head, after: &str, undated: &str) -> bool {
    !left::is_named(&head.subject) && !after.is_empty() && undated.is_empty()
}

/// Whether some of `quantities` count things or people and others measure what is no count.
fn is_mixed(quantities: &[&Quantity]) -> bool {
    let counts = |quantity: &&Quantity| CLAUSES.counter.has(&quantity.unit) || CLAUSES.person_unit.has(&quantity.unit);
    let measured = |quantity: &&Quantity| {
        use Dimension::{Area, Energy, Length, Mass, Money, Volume};
        matches!(quantity.dimension, Money | Length | Area | Mass | Volume | Energy)
    };
    quantities.iter().any(counts) && quantities.iter().any(measured)
}

fn is_count(quantity: &Quantity) -> bool {
    !matches!(quantity.dimension, Dimension::Length | Dimension::Area)
}

/// 面向1万名[企业员工]的培训: behind a verb of serving, who is served stands before the 的.
fn served<'t>(clause: &Clause<'_>, quantity: &Quantity, after: &'t str) -> &'t str {
    let before = &clause.text[clause.span.start..quantity.span.start];
    let near =
        |verb: Option<(usize, &str)>| verb.is_some_and(|(at, verb)| before[at + verb.len()..].chars().count() <= NEAR);
    // 参与, 共同: a word may end so.
    let with = TIME.along.rfind(before).filter(|&(at, _)| segment::ends_word(before, at));
    if near(with) {
        return dealt_with(after);
    }
    match after.find(signs::of).filter(|&at| near(DEEDS.serves.rfind(before)) && at > 0) {
        Some(at) => &after[..at],
        None => acted_on(before, after).unwrap_or(after),
    }
}

/// 对12家[作坊]安装监控, 为30个[村]安装路灯: those to whom something is done stand before the verb.
fn acted_on<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    DEEDS.done_to.suffix(before)?;
    let phrase = &after[..after.find(right::STOPS).unwrap_or(after.len())];
    let verb = |&at: &usize| {
        let form = CLAUSES.add.prefix(&phrase[at..]);
        let whole = |form: &str| segment::ends_word(phrase, at) && segment::ends_word(&phrase[at..], form.len());
        form.is_some_and(|form| whole(form) && is_verb_of_its_own(&phrase[at..], form))
    };
    let at = phrase.char_indices().map(|(at, _)| at).skip(1).find(verb)?;
    Some(&phrase[..at]).filter(|_| !phrase[..at].contains(signs::of))
}

/// 与20个[国家]的经贸合作, 与50所[高校]合作: whom one has to do with, before what is done with them.
fn dealt_with(after: &str) -> &str {
    let phrase = &after[..after.find(right::STOPS).unwrap_or(after.len())];
    let Some(others) = DEEDS.dealing.strip_suffix(phrase) else { return after };
    let others = others.find(signs::of).map_or(others, |at| &others[..at]);
    if others.chars().count() > 1 { others } else { after }
}

/// 户均|增收2000元, 企业|减负8亿元, 新增|减负8亿元: a verb that holds what is gained names the sum, with whose it is.
fn gained(quantity: &Quantity, head: &Head) -> Option<String> {
    let (at, gain) = DEEDS.gains.find(&head.governor).filter(|_| quantity.dimension == Dimension::Money)?;
    let each = [&CLAUSES.per_person, &CLAUSES.per_one].iter().find_map(|forms| forms.find(&head.governor[..at]));
    let from = each.map_or(at, |(at, _)| at);
    let whose = if left::is_named(&head.subject) { &head.subject } else { "" };
    let name = format!("{whose}{}", &head.governor[from..at + gain.len()]);
    let summed = CLAUSES.new_addition.is_in(&head.governor[..at]) || CLAUSES.sum_mark.is_in(&head.governor[..at]);
    Some(name).filter(|name| name.len() > gain.len() || summed)
}

/// 接待游客、实现|旅游总花费: the verb before a later member of a list is no part of its name.
fn without_lead(name: &mut String) {
    let verb = CLAUSES.achieve.prefix(name).filter(|verb| verb.chars().count() > 1 && is_verb_of_its_own(name, verb));
    if let Some(verb) = verb.filter(|verb| verb.len() < name.len()) {
        name.drain(..verb.len());
    }
}

/// 城市更新|两个[项目]: a noun that tells nothing alone takes the subject before the number, where no verb parts them but one of leading.
fn owned(noun: &str, head: &Head) -> String {
    // 带动上下游|千余家企业
    let led = head.verb.as_deref().is_none_or(|verb| CLAUSES.causes.has(verb));
    let bare = CLAUSES.generic.has(noun) && led && head.governor.is_empty();
    if bare && left::is_named(&head.subject) { format!("{}{noun}", head.subject) } else { noun.to_owned() }
}

/// 村道|提升: whether the words before a number are work that is done.
fn is_done_to(head: &Head) -> bool {
    let work = head.governor.is_empty() && CLAUSES.activity.suffix(&head.subject).is_some();
    left::is_named(&head.subject) && (work || CLAUSES.raise.has(&head.governor))
}

/// The names of a number with a subject of its own.
fn named(clause: &Clause<'_>, asked: &Asked<'_>, left: usize, state: &mut State<'_>) -> Vec<String> {
    let &Asked { index, head, carry, .. } = asked;
    let quantity = clause.quantities[index];
    let subject = head.subject.trim_end_matches(signs::of);
    // 占地50亩的公园 is no share.
    let share =
        CLAUSES.makes_up.strip_prefix(subject).filter(|of| segment::ends_word(subject, subject.len() - of.len()));
    let respectively = clause.respectively();
    let before = if respectively && left > 1 { carry.last(left) } else { &[] };
    if let Some(names) = of_each(before, subject, share) {
        return state.pair_up(names);
    }
    if let Some(share) = share.filter(|_| !carry.subjects.is_empty()) {
        return shares(share, head, carry);
    }
    // Names in quotation marks before another only list what it does, but where each has a number.
    let last = if respectively { None } else { subject.rsplit_once("”、").map(|(_, last)| last) };
    let subject = behind_works(examples(last.unwrap_or(subject)), head);
    if CLAUSES.known_by_growth.has(subject)
        && let Some(growth) = CLAUSES.growth.prefix(&head.governor)
    {
        return vec![format!("{subject}{growth}")];
    }
    let by_each = || had_by_each(clause, head, subject, state).filter(|_| !quantity.is_share());
    let told = sized(clause, subject, carry, state).or_else(by_each);
    if let Some(name) = told {
        return vec![name];
    }
    let other = brought_in(subject, carry, state)
        .or_else(|| of_measure(subject, carry, state))
        .or_else(|| of_kind(subject, quantity, carry, state));
    if let Some(name) = other.or_else(|| of_part(clause, index, head, carry, state)) {
        return vec![name];
    }
    // 充电桩与新能源汽车比例达到1:6: a ratio is one of both.
    let ratio = quantity.shape == Shape::Ratio;
    // 甲、乙两大产业产值[均]达到80亿元: each by itself.
    let each =
        CLAUSES.each.suffix(&head.governor).is_some() || CLAUSES.each.prefix(quantity.span.of(clause.text)).is_some();
    let whole = ratio || !respectively && !each && list::counts_itself(subject);
    let listed = || list::examples(&head.subject).filter(|names| index == 0 && names.len() == left);
    let mut names = match () {
        () if whole => vec![subject.to_owned()],
        () if respectively => {
            let paired = || list::paired(subject, left, is_mixed(&clause.quantities[index..]));
            listed().or_else(|| done_respectively(subject, left)).unwrap_or_else(paired)
        }
        () if !matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass) => {
            list::quoted(subject).unwrap_or_else(|| list::members(subject))
        }
        () => list::members(subject),
    };
    names.iter_mut().skip(1).for_each(without_lead);
    let other_measure = subject.chars().count() <= 4 && CLAUSES.measure.suffix(subject).is_some();
    if respectively && names.len() == 1 && left > 1 && carry.all.len() == left && other_measure {
        return state.pair_up(carry.all.iter().map(|name| remeasured(name, subject)).collect());
    }
    if names.len() > 1 && names.len() == left && (respectively || is_bare_list(clause, index)) {
        return state.pair_up(names);
    }
    let each = head.each || says_every(head, quantity.span.of(clause.text));
    // 光伏和风电装机占总装机|57%: the share that both have together.
    let together = !subject.contains('、') && CLAUSES.makes_up.find(subject).is_some_and(|(at, _)| at > 0);
    if (each || !list::is_joint(subject) && !together) && list::is_shared(each, &names, adds_up(quantity)) {
        names
    } else {
        vec![subject.to_owned()]
    }
}

/// Whether 每 or 各 stands at a number of which `words` are the text.
fn says_every(head: &Head, words: &str) -> bool {
    words.starts_with(signs::every) || head.governor.contains(signs::every)
}

/// Whether the number may be the sum of what several have.
fn adds_up(quantity: &Quantity) -> bool {
    matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass)
        && !matches!(quantity.dimension, Dimension::Duration | Dimension::Age)
        && !is_run(&quantity.unit)
}

/// 公路、铁路分别完成[投资]: each of `count` names with what is done or measured of each, which stands behind the word that pairs them.
fn done_respectively(subject: &str, count: usize) -> Option<Vec<String>> {
    let (at, pairs) = CLAUSES.respective.rfind(subject).filter(|&(at, _)| at > 0)?;
    let (names, done) = (list::paired(&subject[..at], count, false), &subject[at + pairs.len()..]);
    // 分别|新认定|企业
    let done = CLAUSES.add.strip_prefix(SIGNS.new.strip_prefix(done).unwrap_or(done)).unwrap_or(done);
    (names.len() == count).then(|| names.into_iter().map(|name| format!("{name}{done}")).collect())
}

/// 招商、科创、服务等|核心机构占比: the members before 等 only illustrate the noun behind it.
fn examples(subject: &str) -> &str {
    let sorted = |at: usize| subject[..at].chars().count() > 1 && segment::ends_word(subject, at);
    match list::illustrated(subject) {
        Some(at) if subject[..at].contains('、') || sorted(at) => {
            let noun = SIGNS.and_so_on.strip_prefix(&subject[at..]).unwrap_or(subject);
            if noun.chars().count() > 3 || CLAUSES.generic.has(noun) { noun } else { subject }
        }
        _ => subject,
    }
}

/// Whether the numbers from `index` on follow each other with nothing but 、 or 和 between them.
fn is_bare_list(clause: &Clause<'_>, index: usize) -> bool {
    let rest = &clause.quantities[index..];
    rest.len() > 1
        && rest.windows(2).all(|pair| CLAUSES.conjunction.has(&clause.text[pair[0].span.end..pair[1].core.start]))
}

/// 按不低于6%的幅度压减[一般性支出], 以8%的增速扩大[投资], 按每千人1名的标准配备[社区医生]: what is cut, raised or made so, or had by the
/// standard, stands behind the verb.
fn in_manner(quantity: &Quantity, after: &str, carry: &Carry) -> Option<String> {
    let sized = matches!(quantity.dimension, Dimension::Count | Dimension::Area);
    if let Some(rest) = DEEDS.by_standard.strip_prefix(after).filter(|_| sized) {
        let Some(verb) = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.have, &DEEDS.draws], rest) else {
            // 新建小区按每户2平方米的标准配建用房，老旧小区按每户1平方米的标准|通过租赁补足
            return carry.subjects.first().cloned();
        };
        return Some(right::read(&rest[verb.len()..], &quantity.unit)).filter(|name| !name.is_empty());
    }
    let rest = CLAUSES.extent.strip_prefix(after)?;
    let verbs = [
        &CLAUSES.fall,
        &CLAUSES.grow,
        &CLAUSES.add,
        &CLAUSES.transitive,
        &CLAUSES.have,
        &DEEDS.draws,
        &PROMISES.promotes,
    ];
    let verb = Forms::longest_prefix(&verbs, rest)?;
    Some(right::read(&rest[verb.len()..], "")).filter(|name| !name.is_empty())
}

/// 提前3年[实现全面达标]: what is brought forward stands behind the number.
fn brought_forward(governor: &str, after: &str) -> Option<String> {
    if !CLAUSES.ahead.is_in(governor) || after.is_empty() {
        return None;
    }
    let mut rest = after;
    while let Some(behind) = CLAUSES.degree_of_doing.strip_prefix(rest) {
        rest = behind;
    }
    let done = CLAUSES.brings_about.strip_prefix(rest)?;
    Some(done.to_owned()).filter(|done| !done.is_empty())
}

/// The subjects of the clauses before.
fn carried(
    head: &Head,
    (respectively, placed): (bool, bool),
    left: usize,
    carry: &Carry,
    state: &mut State<'_>,
) -> Vec<String> {
    let measure = CLAUSES.measure.suffix(&head.subject).filter(|m| m.len() < head.subject.len());
    if respectively && left > 1 && carry.all.len() >= left {
        let names = &carry.all[carry.all.len() - left..];
        return state.pair_up(
            names.iter().map(|name| measure.map_or(name.clone(), |_| remeasured(name, &head.subject))).collect(),
        );
    }
    // 销售额分别超过5亿元、3亿元，|稳居各区县第1位
    let respects_all = placed && state.found.is_empty();
    match carry.subjects.as_slice() {
        // 存款、贷款余额连跨两个千亿元台阶、|双双突破8000亿元
        [list] if head.each && carry.all.is_empty() => list::members(list),
        _ => of_last(if head.each || carry.paired && respects_all { &carry.all } else { &carry.subjects }, head),
    }
}

/// The `subjects` before, or what `head` says where there are none.
fn of_last(subjects: &[String], head: &Head) -> Vec<String> {
    if subjects.is_empty() { vec![head.subject.clone()] } else { subjects.to_vec() }
}

/// 完成投资10.2亿元: what was invested in stands behind the sum or was counted before it.
fn investment(after: &str, carry: &Carry) -> String {
    // 投资超过50亿元的|云岭基地
    let of = after.strip_prefix(signs::of).map(|_| right::invested(&right::read(after, "")));
    if let Some(name) = right::investment(after).or(of) {
        return name;
    }
    match carry.subjects.as_slice() {
        [one] if carry.counted => right::invested(one),
        _ => right::invested(""),
    }
}

/// Whether `subject` only says in what a place is taken (全国排名): what takes it was named before.
fn is_bare_ranking(subject: &str) -> bool {
    let noun =
        [&CLAUSES.scope, &CLAUSES.wide_scope].iter().find_map(|forms| forms.strip_prefix(subject)).unwrap_or(subject);
    CLAUSES.ranking.has(noun)
}

/// 安排2亿元|新建|8所[学校]: what the money is for stands behind the next number, which counts it.
fn invested_in_next(clause: &Clause<'_>, index: usize) -> Option<String> {
    let counts = |next: &&&Quantity| next.dimension == Dimension::Count && !CLAUSES.person_unit.has(&next.unit);
    let next = clause.quantities.get(index + 1).filter(counts)?;
    let done = clause.after(index);
    let spent = CLAUSES.invested_in.has(done) || CLAUSES.add.has(done);
    let work = clause.after(index + 1);
    let noun = right::read(work, &next.unit);
    (spent && right::follows(work) && !noun.is_empty()).then(|| right::invested(&noun))
}

/// 50%以上的[行政村集体经济收入超过20万元]: of which things a share is told by a `measure` of theirs and the number it reaches.
fn criterion(clause: &Clause<'_>, share: &Quantity, measure: &str) -> Option<String> {
    CLAUSES.measure.suffix(measure).filter(|_| share.is_share())?;
    let next = clause.quantities.iter().find(|next| next.span.start >= share.span.end)?;
    clause.text[share.span.end..next.span.end].strip_prefix(signs::of).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_before_a_noun_are_no_members() {
        assert_eq!(examples("茶叶、药材等特色作物面积"), "特色作物面积");
        assert_eq!(examples("花木大集等特色活动"), "特色活动");
        assert_eq!(examples("菇棚、花房等项目"), "项目");
        for whole in ["职业大学、高等职业学校", "高等学校", "二级甲等医院占比", "公共服务均等化水平"]
        {
            assert_eq!(examples(whole), whole);
        }
        assert_eq!(examples("茶叶、药材等"), "茶叶、药材等");
        assert_eq!(examples("平房等不成套旧住房改造"), "不成套旧住房改造");
    }

    #[test]
    fn what_is_brought_forward_stands_behind_the_number() {
        assert_eq!(brought_forward("提前", "率先实现村村通车").as_deref(), Some("村村通车"));
        assert_eq!(brought_forward("提前", "，"), None);
        assert_eq!(brought_forward("连续", "实现增产"), None);
    }
}
