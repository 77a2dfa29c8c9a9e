//! The indicators of one number: its own subject, the members of a list, or a subject carried over.

use crate::{
    lexicon::CLAUSES,
    quantity::{Dimension, Quantity, Shape},
};

use super::{
    left::{self, Head},
    list,
    parts::{Carry, Clause, State},
    right,
};

/// The names of what the number at `index` measures: one, or one for each member of a list.
pub(crate) fn indicators(
    clause: &Clause<'_>,
    index: usize,
    head: &Head,
    counted: bool,
    carry: &Carry,
    state: &mut State<'_>,
) -> Vec<String> {
    let quantity = clause.quantities[index];
    let next = clause.quantities.get(index + 1).map_or(clause.span.end, |q| q.span.start);
    let after = &clause.text[quantity.span.end..next];
    let behind = &clause.text[quantity.span.end..clause.span.end];
    let special = brought_forward(&head.governor, after)
        .or_else(|| honoured(quantity, clause, head, behind))
        .or_else(|| in_manner(quantity, after));
    if let Some(name) = special {
        return vec![name];
    }
    let numbered =
        quantity.shape == Shape::Rank && quantity.core.of(clause.text).ends_with('个') && right::follows(after);
    if counted || numbered {
        let noun = right::read(after, &quantity.unit);
        let joins = ["行列", "阵营", "俱乐部", "大关", "台阶", "关口"].iter().any(|end| noun.ends_with(end));
        return vec![if noun.is_empty() || joins { head.subject.clone() } else { noun }];
    }
    if quantity.dimension == Dimension::Money && head.subject == "投资" {
        return vec![investment(after, carry)];
    }
    if quantity.dimension == Dimension::Money
        && !left::is_named(&head.subject)
        && let Some(name) = right::investment(after)
    {
        return vec![name];
    }
    if head.subject.is_empty() && !state.pair.is_empty() {
        return vec![state.pair.remove(0)];
    }
    let left = clause.quantities.len() - index;
    if !left::is_named(&head.subject) {
        return carried(head, clause.respectively(), left, carry, state);
    }
    named(clause, index, head, left, carry, state)
}

/// The names of a number with a subject of its own.
fn named(
    clause: &Clause<'_>,
    index: usize,
    head: &Head,
    left: usize,
    carry: &Carry,
    state: &mut State<'_>,
) -> Vec<String> {
    let quantity = clause.quantities[index];
    let subject = head.subject.trim_end_matches('的');
    if let Some(share) = subject.strip_prefix('占').filter(|_| !carry.subjects.is_empty()) {
        return shares(share, head, carry);
    }
    let subject = examples(subject.rsplit_once("”、").map_or(subject, |(_, last)| last));
    let subject = behind_works(subject, head);
    let names = list::members(subject);
    let respectively = clause.respectively();
    let other_measure = subject.chars().count() <= 4 && CLAUSES.measure.suffix(subject).is_some();
    if respectively && names.len() == 1 && left > 1 && carry.all.len() == left && other_measure {
        state.pair = carry.all.iter().map(|name| remeasured(name, subject)).collect();
        return vec![state.pair.remove(0)];
    }
    if names.len() > 1 && names.len() == left && (respectively || is_bare_list(clause, index)) {
        state.pair = names;
        return vec![state.pair.remove(0)];
    }
    let adds_up = matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass)
        && !matches!(quantity.dimension, Dimension::Duration | Dimension::Age);
    let each = head.each || quantity.span.of(clause.text).starts_with('各') || head.governor.contains('各');
    if list::is_shared(each, &names, adds_up) { names } else { vec![subject.to_owned()] }
}

/// 完成园区转供电改造、终端用电成本|降低10%: work that was done before the measure is none of its members.
fn behind_works<'a>(subject: &'a str, head: &Head) -> &'a str {
    let Some((work, measure)) = subject.rsplit_once('、').filter(|_| head.verb.is_some()) else { return subject };
    let moved = CLAUSES.grow.is_in(&head.governor) || CLAUSES.fall.is_in(&head.governor);
    let apart = CLAUSES.activity.suffix(work).is_some() && CLAUSES.measure.suffix(measure).is_some();
    if moved && apart { measure } else { subject }
}

/// 招商、科创、服务等|核心机构占比: the members before 等 only illustrate the noun behind it.
fn examples(subject: &str) -> &str {
    match subject.find('等') {
        Some(at) if subject[..at].contains('、') && subject[at..].chars().count() > 4 => {
            &subject[at + '等'.len_utf8()..]
        }
        _ => subject,
    }
}

/// Whether the numbers from `index` on follow each other with nothing but 、 or 和 between them.
fn is_bare_list(clause: &Clause<'_>, index: usize) -> bool {
    let rest = &clause.quantities[index..];
    rest.len() > 1
        && rest
            .windows(2)
            .all(|pair| matches!(&clause.text[pair[0].span.end..pair[1].core.start], "、" | "和" | "与" | "及"))
}

/// 按不低于6%的幅度压减[一般性支出]: what is cut or raised by the share stands behind the verb.
fn in_manner(quantity: &Quantity, after: &str) -> Option<String> {
    let rest = ["的幅度", "的比例", "的速度"].iter().find_map(|word| after.strip_prefix(word))?;
    let verb = CLAUSES.fall.prefix(rest).or_else(|| CLAUSES.grow.prefix(rest))?;
    let share = quantity.is_share();
    Some(right::read(&rest[verb.len()..], "")).filter(|name| share && !name.is_empty())
}

/// 提前3年[实现全面达标]: what is brought forward stands behind the number.
fn brought_forward(governor: &str, after: &str) -> Option<String> {
    if !governor.contains("提前") || after.is_empty() {
        return None;
    }
    let rest = after.trim_start_matches("率先").trim_start_matches("基本").trim_start_matches("全面");
    let rest = ["实现", "完成", "达到", "建成"].into_iter().find_map(|verb| rest.strip_prefix(verb))?;
    Some(rest.to_owned()).filter(|rest| !rest.is_empty())
}

/// The subjects of the clauses before.
fn carried(head: &Head, respectively: bool, left: usize, carry: &Carry, state: &mut State<'_>) -> Vec<String> {
    let measure = CLAUSES.measure.suffix(&head.subject).filter(|m| m.len() < head.subject.len());
    if respectively && left > 1 && carry.all.len() >= left {
        let names = &carry.all[carry.all.len() - left..];
        state.pair =
            names.iter().map(|name| measure.map_or(name.clone(), |_| remeasured(name, &head.subject))).collect();
        return vec![state.pair.remove(0)];
    }
    let subjects = if head.each { &carry.all } else { &carry.subjects };
    if subjects.is_empty() { vec![head.subject.clone()] } else { subjects.clone() }
}

/// 污水处理能力, 处理率 → 污水处理率: the same thing under another measure.
fn remeasured(name: &str, measure: &str) -> String {
    let ending = ["处理能力", "能力", "水平", "工作"]
        .into_iter()
        .find(|end| name.ends_with(end) && !measure.starts_with("处理"));
    let ending = ending.or_else(|| ["能力", "水平", "工作"].into_iter().find(|end| name.ends_with(end)));
    let ending = ending.or_else(|| CLAUSES.measure.suffix(name));
    let base = ending.and_then(|end| name.strip_suffix(end)).filter(|base| base.chars().count() > 1).unwrap_or(name);
    let starts = measure.char_indices().map(|(at, _)| at).skip(1);
    let overlap = starts.filter(|&at| base.ends_with(&measure[..at])).max().unwrap_or(0);
    format!("{base}{}", &measure[overlap..])
}

/// 占全市三分之一, 占财政支出47.5%: the subject before, with the whole it is a share of unless that is the territory.
fn shares(share: &str, head: &Head, carry: &Carry) -> Vec<String> {
    let territory = CLAUSES.scope.has(share) || ["世界", "全球", "国内"].contains(&share);
    let subjects = if head.each { &carry.all } else { &carry.subjects };
    subjects.iter().map(|name| if territory { name.clone() } else { format!("{name}占{share}") }).collect()
}

/// 完成投资10.2亿元: what was invested in stands behind the sum or was counted before it.
fn investment(after: &str, carry: &Carry) -> String {
    if let Some(name) = right::investment(after) {
        return name;
    }
    match carry.subjects.as_slice() {
        [one] if carry.counted => format!("{one}投资"),
        _ => "投资".into(),
    }
}

/// 连续9年[入选创新城市], 位列[开发区综合考评]第一: the honour or list is what is measured.
fn honoured(quantity: &Quantity, clause: &Clause<'_>, head: &Head, behind: &str) -> Option<String> {
    let text = clause.text;
    let lasting = quantity.span.of(text).contains("连续") || head.governor.contains("连续");
    if quantity.shape == Shape::Cardinal && lasting {
        let ranked =
            |n: &Quantity| n.span.start >= quantity.span.end && clause.span.contains(n.span) && n.shape == Shape::Rank;
        return lasting_honour(head, behind, clause.numbers.iter().any(ranked));
    }
    if quantity.shape != Shape::Rank || left::is_named(&head.subject) {
        return None;
    }
    let inner = text[quantity.span.start..quantity.core.start].trim_end_matches("第");
    let verb = CLAUSES.honour.prefix(inner)?;
    let mut name = &inner[verb.len()..];
    if let Some(scope) = CLAUSES.scope.suffix(name) {
        name = &name[..name.len() - scope.len()];
    }
    let place = CLAUSES.scope.prefix(name).map_or(name, |scope| &name[scope.len()..]);
    (place.chars().count() > 3 && !["级城市", "会城市", "市城市", "点城市"].iter().any(|end| place.ends_with(end)))
        .then(|| name.to_owned())
}

/// What was won for so many years, or what went on so long; `ranked` where a place follows.
fn lasting_honour(head: &Head, behind: &str, ranked: bool) -> Option<String> {
    const WON: [&str; 15] = [
        "位列",
        "入选",
        "获评",
        "荣获",
        "获得",
        "蝉联",
        "被评为",
        "获批",
        "名列",
        "位居",
        "上榜",
        "荣膺",
        "跻身",
        "入围",
        "被授予",
    ];
    if let Some(verb) = WON.iter().find(|verb| behind.starts_with(**verb)) {
        let rest = &behind[verb.len()..];
        let place = ["第一", "首位", "榜首", "第"].iter().filter_map(|word| rest.rfind(word)).min();
        let name = &rest[..place.unwrap_or(rest.len())];
        return Some(left::trimmed(name).to_owned()).filter(|name| name.chars().count() > 2);
    }
    if ranked {
        return None;
    }
    let story =
        (2..=6).contains(&behind.chars().count()) && !CLAUSES.honour.is_in(behind) && !behind.starts_with("实现");
    story.then(|| format!("{}{behind}", head.subject)).filter(|_| !head.subject.is_empty())
}
