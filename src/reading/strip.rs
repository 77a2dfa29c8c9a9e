//! How enumeration, verbs, those who act and scope words are taken off the left of a subject, until the name of what is measured is left.

use crate::lexicon::{CLAUSES, DEEDS, LISTS, PROMISES, QUANTITY, segment, signs};

use super::{
    head::Head,
    marks::trimmed,
    means,
    numbering::{each_time, each_year, enumeration, years},
    subject::{before_place, without_particles, without_peers},
    verb::{deals_with, describes, is_verb_of_its_own, tells_which, verb_in_brackets, verb_of_making, verb_of_new},
};

/// Finds a verb in a text, with its place.
type FindVerb = fn(&str) -> Option<(usize, &'static str)>;

/// How words are taken off the left of a subject.
pub(super) struct Left<'a> {
    /// The place that the document is of, whose name stands before what is its.
    pub(super) place: Option<&'a str>,
    /// Shares and ratios are measured of nouns: a verb of coming into being at the left is part of the name.
    pub(super) noun_only: bool,
    /// The number is a place in an order.
    pub(super) rank: bool,
    /// The number says how many or how large.
    pub(super) counts: bool,
    /// The number says how many, how large, how long or how heavy.
    pub(super) amounts: bool,
    /// A share, or what comes to so many: the verb behind the subject is the clause's own.
    pub(super) told_whole: bool,
}

impl Left<'_> {
    /// Strips enumeration, connectives, verbs and scope words from the left of `rest` into `head`.
    pub(super) fn strip(&self, rest: &str, head: &mut Head) {
        let mut rest = enumeration(rest);
        loop {
            rest = means::behind_other_way(without_particles(rest), head.verb.is_some());
            // 编制|规划: a paper that is written, and no verb more.
            let written = |verb: &str| DEEDS.deals_with.has(verb) || CLAUSES.issues.has(verb);
            if head.verb.as_deref().is_some_and(written) && PROMISES.paper.has(rest) {
                break;
            }
            let timed = || years(rest).or_else(|| each_year(rest)).or_else(|| each_time(rest));
            if let Some(after) = self.behind(means::behind_others, rest, head) {
                rest = after;
            } else if let Some(after) = self.step(rest, head).or_else(timed) {
                if after.is_empty() && CLAUSES.deed.has(rest) {
                    break;
                }
                rest = after;
            } else if let Some(after) = self.behind(means::behind_preposition, rest, head) {
                rest = after;
            } else {
                break;
            }
        }
        head.subject = trimmed(self.behind_actor(rest, head)).to_owned();
    }

    /// 示范区推出制度创新成果: what the actor's verb brought about.
    fn behind_actor<'t>(&self, rest: &'t str, head: &mut Head) -> &'t str {
        if self.rank {
            return without_peers(before_place(rest));
        }
        if means::is_for_each(rest) {
            return self.behind(means::behind_each, rest, head).unwrap_or(rest);
        }
        if self.noun_only {
            // 为企业|降低融资成本[5%]
            let saved = means::behind_savers_of_share(rest).filter(|_| head.governor.is_empty());
            return saved.map_or(rest, |found| note(found, rest, head));
        }
        let behind = self.behind(means::behind_savers, rest, head);
        let behind = behind.or_else(|| self.behind(means::behind_payers, rest, head));
        let behind = behind.or_else(|| self.behind(means::behind_doers, rest, head).filter(|_| self.counts));
        if let Some(after) = behind.or_else(|| self.behind(means::behind_sum, rest, head)) {
            return self.behind_place(after, head).unwrap_or(after);
        }
        for (at, _) in rest.char_indices().skip(2) {
            // 重点（培育）实验室: the bracket is part of the name.
            let open = rest[..at].matches('（').count() > rest[..at].matches('）').count();
            let held = open && rest[at..].contains('）');
            let Some(form) = CLAUSES.transitive.prefix(&rest[at..]).filter(|_| !held) else { continue };
            let after = means::behind_other_way(&rest[at + form.len()..], true);
            let whole = segment::ends_word(rest, at) && is_verb_of_its_own(&rest[at..], form);
            // 除险加固|和标准海塘: a name goes on behind what looks like a verb.
            let listed = CLAUSES.conjunction_of_names.prefix(after).is_some();
            let measured =
                CLAUSES.measure.prefix(after).is_some_and(|measure| segment::ends_word(after, measure.len()));
            // 充电桩|建成投运: nothing but verbs between what is built and the number.
            if whole && CLAUSES.put_to_work.has(after) {
                note((at, form), rest, head);
                return CLAUSES.sum_mark.strip_suffix(&rest[..at]).unwrap_or(&rest[..at]);
            }
            if whole && after.chars().count() > 1 && !measured && !listed {
                head.verb.get_or_insert(form.to_owned());
                // 招商|新签约项目
                let fresh = rest[..at].ends_with(signs::new) && CLAUSES.generic.has(after);
                if fresh || tells_which(form, after) {
                    return rest;
                }
                if let Some(after) = self.behind_place(after, head) {
                    return after;
                }
                // 园区引进的|项目总投资: the verb stands in what modifies the name.
                return after.trim_start_matches(signs::of);
            }
        }
        rest
    }

    /// 外企获批在本省|设立分支机构
    fn behind_place<'t>(&self, rest: &'t str, head: &mut Head) -> Option<&'t str> {
        self.behind(means::behind_preposition, rest, head)
    }

    /// One word off the left of `rest`, noted in `head`.
    fn step<'t>(&self, rest: &'t str, head: &mut Head) -> Option<&'t str> {
        if let Some(after) = self.place.and_then(|place| rest.strip_prefix(place)).filter(|a| a.chars().count() > 1) {
            return Some(after);
        }
        if let Some(form) = CLAUSES.scope.prefix(rest) {
            let after = &rest[form.len()..];
            let honour = CLAUSES.title.prefix(after).is_some();
            // 中国|500强企业: the territory of a ranking.
            let league = after.trim_start_matches(|c: char| c.is_ascii_digit());
            let ranked = league.len() < after.len() && QUANTITY.league.prefix(league).is_some();
            // 新晋|中国工程院院士: behind a verb it opens the name of a body or an honour.
            let body = head.verb.is_some() && !PROMISES.the_nation.has(form);
            // 创建|全国示范社区: in the document of a place the nation tells whose grade it is.
            let grade = head.verb.is_some() && self.counts && self.place.is_some();
            let named = (self.rank || honour || ranked || body || grade) && CLAUSES.nation.has(form);
            if !named
                && !after.is_empty()
                && CLAUSES.outside.prefix(after).is_none()
                && segment::ends_word(rest, form.len())
            {
                head.scope = Some(form.to_owned());
                return Some(after);
            }
        }
        let lead = CLAUSES.lead.prefix(rest);
        // 拥有|共建实验室: what is there is told by how it came about.
        let there = head.verb.as_deref().is_some_and(|verb| CLAUSES.owned.has(verb));
        let add = verb_of_making(rest).filter(|_| !self.noun_only && !there);
        let fall = CLAUSES.fall.prefix(rest).filter(|form| !self.noun_only && form.chars().count() > 1);
        let fresh = verb_of_new(rest).filter(|_| !self.noun_only);
        if let Some((verb, after)) = verb_in_brackets(rest).filter(|_| !self.noun_only && !there) {
            head.verb.get_or_insert(verb.to_owned());
            return Some(after);
        }
        let thing = |form: &str| self.counts && !CLAUSES.generic.has(&rest[form.len()..]);
        let more = DEEDS.brings_up.prefix(rest).filter(|form| thing(form));
        let anew = head.verb.as_deref().is_none_or(|verb| CLAUSES.achieve.has(verb));
        // 检测设备达120台, unlike 检测样品超120批次
        let marks = [&CLAUSES.arrive, &CLAUSES.arrive_short, &CLAUSES.toward];
        let reached = || marks.iter().any(|to| to.is_in(&head.governor));
        let dealt = DEEDS.deals_with.prefix(rest).filter(|_| anew && self.amounts && !reached());
        let dealt = dealt.filter(|form| deals_with(&rest[form.len()..]));
        let form = [lead, add, fall, fresh, more, dealt].into_iter().flatten().max_by_key(|form| form.len())?;
        let after = &rest[form.len()..];
        // 对|东盟进出口: with whom it is traded tells which trade is meant.
        if LISTS.with.has(form) && LISTS.traded.is_in(after) {
            return None;
        }
        // 有|进出口实绩的企业: the verb stands in what modifies the name.
        let modifies = CLAUSES.own.has(form) && form.chars().count() == 1 && after.contains(signs::of)
            || self.told_whole && describes(form, after);
        if modifies || !is_verb_of_its_own(rest, form) {
            return None;
        }
        let raises = CLAUSES.raise.has(form) && !self.noun_only;
        // 带动|新增|贷款: what comes of it is new, whatever brought it about.
        if CLAUSES.new_addition.has(form) {
            head.verb = Some(form.to_owned());
        } else if fresh == Some(form)
            || more == Some(form)
            || dealt == Some(form)
            || raises
            || [&CLAUSES.add, &CLAUSES.have, &CLAUSES.fall].iter().any(|forms| forms.has(form))
        {
            head.verb.get_or_insert(form.to_owned());
        }
        head.each |= CLAUSES.each.has(form);
        (!tells_which(form, after)).then_some(after)
    }

    /// What stands behind the verb that `verb` finds in `rest`.
    fn behind<'t>(&self, verb: FindVerb, rest: &'t str, head: &mut Head) -> Option<&'t str> {
        Some(rest).filter(|_| !self.noun_only).and_then(verb).map(|found| note(found, rest, head))
    }
}

/// What stands in `rest` behind the verb found there, which is noted in `head`.
fn note<'t>((at, form): (usize, &'static str), rest: &'t str, head: &mut Head) -> &'t str {
    head.verb.get_or_insert(form.to_owned());
    &rest[at + form.len()..]
}
