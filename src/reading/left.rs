//! What stands before a number in its clause: the subject, the verb that governs it, and the words between.

use crate::{
    lexicon::{CLAUSES, DEEDS, LISTS, PROMISES, QUANTITY, VERDICTS, numerals, segment, signs, units::named},
    number::Number,
    quantity::{Dimension, Quantity, Shape},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::{
    difference::{self, Way},
    marks::trimmed,
    means,
    numbering::{
        before_years, each_time, each_year, enumeration, holds_for_each, per_unit, reaches, work_a_day, years,
    },
    run::{
        brought_about, contends, is_work, is_work_of_clause, of_something, quoted_from, raises, run_word, torn,
        verb_behind,
    },
    subject::{
        before_place, behind_comparison, behind_mean, behind_modifiers, done_in_part, is_held_to, leads_on, settled,
        strive_each, without_comparison, without_completion, without_making, without_particles, without_peers,
        without_place, without_standard, without_start, without_total, without_way, without_whole_of_share,
    },
    told_when::{after_times, done_then},
    verb::{describes, is_verb_of_its_own, tells_which, verb_in_brackets, verb_of_making, verb_of_new},
};

/// The reading of the text before a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Who or what is measured; empty where the clause does not say.
    pub(crate) subject: String,
    /// Scope words left off the subject.
    pub(crate) scope: Option<String>,
    /// The verb that governs the number's noun (新建, 拥有).
    pub(crate) verb: Option<String>,
    /// The words between subject and number (同比增长, 提高到).
    pub(crate) governor: String,
    /// Where the quoted number expression begins.
    pub(crate) quote_start: usize,
    /// A starting value without a unit (从1.96).
    pub(crate) base: Option<Number>,
    /// Whether 均 or 都 says that the number holds for each of several.
    pub(crate) each: bool,
    /// Which way the number differs from what was measured before.
    pub(crate) differs: Option<Way>,
}

/// The stretch of text that a number takes, and what kind of number it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// With its bounds.
    pub(crate) span: Span,
    /// The number and its unit alone.
    pub(crate) core: Span,
    pub(crate) shape: Shape,
    pub(crate) dimension: Dimension,
}

impl From<&Quantity> for Stretch {
    fn from(quantity: &Quantity) -> Self {
        Self { span: quantity.span, core: quantity.core, shape: quantity.shape, dimension: quantity.dimension }
    }
}

impl Stretch {
    /// The same with what stands before it from `start` on.
    pub(crate) fn opening_at(self, start: usize) -> Self {
        Self { span: Span::new(start, self.span.end), core: Span::new(start, self.core.end), ..self }
    }

    fn is_share(&self) -> bool {
        matches!(self.shape, Shape::Percent | Shape::Fraction | Shape::Ratio)
    }
}

/// What is known of the number before its head is read.
pub(crate) struct Frame<'a> {
    /// Every number of the passage.
    pub(crate) numbers: &'a [Quantity],
    pub(crate) times: &'a [TimeMention],
    pub(crate) place: Option<&'a str>,
    /// Whether a counted noun stands behind the number.
    pub(crate) counted: bool,
}

/// Reads `text[from..quantity.span.start]`.
pub(crate) fn read(text: &str, from: usize, quantity: Stretch, frame: &Frame<'_>) -> Head {
    let from = from.min(quantity.span.start);
    let mut head = Head::default();
    let noun = rate_noun(text, quantity);
    let run = governing_run(&Before { text, from, quantity, frame }, noun, &mut head);
    let governs = if noun.is_some() { quantity.span.start } else { run.start };
    head.governor = text[governs..quantity.core.start].to_owned();
    head.each |= holds_for_each(&text[quantity.span.start..quantity.core.start]);
    head.quote_start = quoted_from(text, run.quote, quantity.core.start);
    if let Some(difference) = difference::told(&text[from..quantity.span.start], quantity.shape) {
        head.differs = difference.way;
        head.quote_start = head.quote_start.min(from + difference.at);
    }
    let rest = words_before(text, Span::new(from, run.start), quantity, frame, &mut head);
    let left = Left {
        place: frame.place,
        noun_only: quantity.is_share() || matches!(quantity.dimension, Dimension::Age | Dimension::Duration),
        rank: quantity.shape == Shape::Rank,
        counts: quantity.shape == Shape::Cardinal && matches!(quantity.dimension, Dimension::Count | Dimension::Area),
        told_whole: quantity.is_share() || CLAUSES.comes_to.is_in(&head.governor),
    };
    left.strip(rest, &mut head);
    if head.verb.is_none() && head.governor.is_empty() && is_output(quantity, quantity.core.of(text)) {
        head.subject = without_making(&head.subject).to_owned();
    }
    head.subject = without_place(without_comparison(&head.subject)).to_owned();
    let counted = head.verb.is_some() && quantity.dimension == Dimension::Count;
    let subject = if counted { behind_modifiers(&head.subject) } else { &head.subject };
    let subject = settled(subject);
    let to_mark = CLAUSES.toward.prefix(&head.governor).is_some();
    head.subject = if to_mark { without_way(subject) } else { subject }.to_owned();
    if let Some(verb) = verb_behind(&head.subject) {
        head.verb.get_or_insert(verb.to_owned());
    }
    head.each |= strive_each(&head.subject);
    let completed = without_completion(&head.subject);
    let (subject, base) = without_start(&completed);
    head.base = base;
    let first = frame.numbers.partition_point(|n| n.span.start < from);
    let totals = frame.numbers[first..].iter().take_while(|n| n.span.end <= quantity.span.start);
    head.subject = without_total(text, subject, totals);
    // 全省排名前10位: the territory of a rank is no subject.
    let place = head.subject.strip_prefix(signs::at);
    let territory = |place: &str| CLAUSES.scope.has(place) || CLAUSES.wide_scope.has(place);
    let peers = place.is_some_and(territory) || left.rank && territory(&head.subject);
    if peers || is_held_to(rest, &head.subject) || leads_on(&head.subject) {
        head.subject.clear();
    }
    if let Some(done) = done_in_part(&head.subject, &head.governor).filter(|_| quantity.is_share()) {
        head.subject = done.to_owned();
    }
    unquote_raised(text, from, quantity, &mut head);
    // A price keeps its name (低保标准提高至每月800元).
    if let Some(per) = run.per.filter(|_| !head.subject.is_empty() && quantity.dimension != Dimension::Money) {
        head.subject.insert_str(0, per);
    }
    head
}

/// The words at `span` before a number and its verb that may name what is measured.
fn words_before<'t>(text: &'t str, span: Span, quantity: Stretch, frame: &Frame<'_>, head: &mut Head) -> &'t str {
    let mut rest = after_times(text, span, frame.times);
    if let Some((thing, deed)) = done_then(text, span.start, rest, frame.times) {
        head.verb.get_or_insert(deed.to_owned());
        rest = thing;
    }
    // 比“十三五”期间|平均年产量[增长8%]
    let then = frame.times.iter().any(|time| time.span.end == rest.start && time.role == TimeRole::Compared);
    let mean = [&CLAUSES.average, &VERDICTS.mean_noun].iter().any(|f| f.prefix(rest.of(text)).is_some());
    let mean = then && (mean || VERDICTS.planned.has(rest.of(text)));
    let rest = if quantity.is_share() { without_whole_of_share(rest.of(text)) } else { rest.of(text) };
    let rest = if mean { "" } else { without_comparison(trimmed(rest)) };
    let rest = before_years(match quantity.shape {
        Shape::Points => behind_comparison(rest),
        Shape::Rank => rest,
        _ => behind_mean(rest),
    });
    let moves = CLAUSES.grow.is_in(&head.governor) || CLAUSES.fall.is_in(&head.governor);
    let rest = if moves { without_standard(rest) } else { rest };
    // 营收|力争三年翻番
    CLAUSES.strive.strip_suffix(rest).unwrap_or(rest)
}

/// 提升|100所学校, 完成林相提升|8万亩: the verb that raises things is no bound; it is part of the name of work that another verb carries out.
fn unquote_raised(text: &str, from: usize, quantity: Stretch, head: &mut Head) {
    let things = matches!(quantity.dimension, Dimension::Count | Dimension::Area | Dimension::Length);
    let place = quantity.core.of(text).ends_with(named::PLACE);
    let verb = &text[quantity.span.start..quantity.core.start];
    if !things || place || quantity.shape != Shape::Cardinal || !raises(verb, &head.subject) {
        return;
    }
    head.quote_start = quantity.core.start;
    if quantity.dimension != Dimension::Count && is_work_of_clause(&text[..quantity.core.start], from, verb) {
        head.subject.push_str(verb);
    }
}

/// Whether a number can say how much is made: a mass, a volume or a great many.
fn is_output(quantity: Stretch, core: &str) -> bool {
    let many = quantity.dimension == Dimension::Count && core.contains(numerals::is_multiplier);
    many || matches!(quantity.dimension, Dimension::Mass | Dimension::Volume)
}

/// What stands before a number from `from` on.
struct Before<'a> {
    text: &'a str,
    from: usize,
    quantity: Stretch,
    frame: &'a Frame<'a>,
}

struct Run<'a> {
    /// Where the words between subject and number begin.
    start: usize,
    /// Where the quoted expression begins.
    quote: usize,
    /// 每日, 每百平方公里 between the verb and the number.
    per: Option<&'a str>,
}

/// Walks left from the number over verbs, adverbs and times.
fn governing_run<'a>(before: &Before<'a>, noun: Option<usize>, head: &mut Head) -> Run<'a> {
    let &Before { text, from, quantity, frame } = before;
    let mut run = Run { start: quantity.span.start, quote: quantity.span.start, per: None };
    let mut quoting = true;
    // 产量实现|“17连增”
    if text[from..run.start].ends_with('“') {
        run.start -= '“'.len_utf8();
    }
    // 平|均为5%, 净|增98万户, 雄|居首位, 通|达15国: the bound begins inside a word.
    if let Some(word) = torn(text, from, quantity.span) {
        run.start = word;
        if CLAUSES.net_addition.prefix(&text[word..]).is_some() {
            run.quote = word;
        } else if let Some(way) = CLAUSES.leads_to.prefix(&text[word..]) {
            run.quote = quantity.core.start;
            head.verb = Some(way.to_owned());
        }
    }
    if let Some(end) = noun {
        return Run { start: end, quote: end, per: None };
    }
    if let Some(start) = of_something(&text[from..run.start], quantity.shape) {
        run.start = from + start;
        quoting = false;
    }
    run.per = per_unit(&text[quantity.span.start..quantity.core.start], |bound| !bound.is_empty());
    if let Some(per) = per_unit(&text[from..run.start], reaches).filter(|_| !quantity.is_share()) {
        run.start -= per.len();
        run.per = Some(per);
    }
    run.start -= work_a_day(&text[from..run.start]).map_or(0, str::len);
    let counts = quantity.dimension == Dimension::Count;
    if let Some(verb) = contends(&text[from..run.start], quantity.core.of(text), counts) {
        run.start -= verb.len();
        run.quote = run.start;
    }
    let ends_at = |end: usize| frame.times.iter().find(|t| t.span.end == end && t.span.start >= from);
    while run.start > from {
        let before = &text[from..run.start];
        // 2025年、2030年|分别达到: the times of a list stand together.
        let joint = CLAUSES.conjunction.suffix(before).map_or(0, str::len);
        let listed = joint > 0 && frame.times.iter().any(|t| t.span.start == run.start);
        let time = ends_at(run.start).or_else(|| ends_at(run.start - joint).filter(|_| listed));
        let width = if let Some(time) = time {
            quoting &= time.role == TimeRole::Recurring;
            run.start - time.span.start
        } else if let Some(form) =
            run_word(before, frame.counted && !quantity.is_share()).or_else(|| brought_about(before).filter(|_| counts))
        {
            // 完成林分优化|8万亩: work that is carried out is part of the name.
            let measured =
                quantity.shape == Shape::Cardinal && matches!(quantity.dimension, Dimension::Area | Dimension::Length);
            if measured && is_work(before, form) {
                return run;
            }
            note_verb(form, head);
            head.each |= CLAUSES.for_each.has(form) || CLAUSES.every.has(form);
            quoting &= CLAUSES.quoted.has(form);
            form.len()
        } else {
            return run;
        };
        run.start -= width;
        if quoting {
            run.quote = run.start;
        }
    }
    run
}

/// Where the noun of a rate ends that the number expression opens with (涨幅|控制在3%左右): it belongs to the indicator.
fn rate_noun(text: &str, quantity: Stretch) -> Option<usize> {
    let bound = &text[quantity.span.start..quantity.core.start];
    let rate = CLAUSES.rate_of_change.rfind(bound).map(|(at, noun)| at + noun.len());
    // 排名 is the indicator where another verb of place follows it (排名|升至第13位).
    let place = CLAUSES.ranking.find(bound).map(|(at, noun)| at + noun.len());
    let place = place.filter(|&end| CLAUSES.place_verb.prefix(&bound[end..]).is_some());
    rate.or(place).map(|end| quantity.span.start + end)
}

fn note_verb(form: &str, head: &mut Head) {
    let replaces = head.verb.as_deref().is_none_or(|verb| CLAUSES.owned.has(verb));
    let long = form.chars().count() > 1 || CLAUSES.found.has(form);
    let governs = CLAUSES.add.has(form) || CLAUSES.have.has(form);
    if replaces && governs && long && !CLAUSES.level_reach.has(form) {
        head.verb = Some(form.to_owned());
    }
}

/// Finds a verb in a text, with its place.
type FindVerb = fn(&str) -> Option<(usize, &'static str)>;

/// How words are taken off the left of a subject.
struct Left<'a> {
    place: Option<&'a str>,
    /// Shares and ratios are measured of nouns: a verb of coming into being at the left is part of the name.
    noun_only: bool,
    rank: bool,
    counts: bool,
    /// A share, or what comes to so many: the verb behind the subject is the clause's own.
    told_whole: bool,
}

impl Left<'_> {
    /// Strips enumeration, connectives, verbs and scope words from the left of `rest` into `head`.
    fn strip(&self, rest: &str, head: &mut Head) {
        let mut rest = enumeration(rest);
        loop {
            rest = means::behind_other_way(without_particles(rest), head.verb.is_some());
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
            let saved = means::behind_savers(rest).filter(|_| head.governor.is_empty());
            return saved.map_or(rest, |found| note(found, rest, head));
        }
        let behind = self.behind(means::behind_savers, rest, head);
        let behind = behind.or_else(|| self.behind(means::behind_payers, rest, head));
        let behind = behind.or_else(|| self.behind(means::behind_doers, rest, head).filter(|_| self.counts));
        if let Some(after) = behind.or_else(|| self.behind(means::behind_sum, rest, head)) {
            return self.behind_place(after, head).unwrap_or(after);
        }
        for (at, _) in rest.char_indices().skip(2) {
            let Some(form) = CLAUSES.transitive.prefix(&rest[at..]) else { continue };
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
            return Some(note((rest.len() - after.len() - verb.len(), verb), rest, head));
        }
        let thing = |form: &str| self.counts && !CLAUSES.generic.has(&rest[form.len()..]);
        let more = DEEDS.brings_up.prefix(rest).filter(|form| thing(form));
        let form = [lead, add, fall, fresh, more].into_iter().flatten().max_by_key(|form| form.len())?;
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

/// Whether a subject says who is measured, rather than 数量, 其中 or the whole territory.
pub(crate) fn is_named(subject: &str) -> bool {
    // 每个|不小于500亩
    let each_one = subject.strip_prefix(signs::each).is_some_and(|one| CLAUSES.counter.has(one));
    !subject.is_empty() && !each_one && !CLAUSES.empty_subject.has(subject) && !CLAUSES.scope.has(subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str, counted: bool) -> Head {
        let numbers = crate::quantity::scan(text);
        let number = numbers.last().expect("a number").into();
        read(text, 0, number, &Frame { numbers: &numbers, times: &[], place: Some("青禾县"), counted })
    }

    #[test]
    fn subject_and_verb_stand_left_of_the_number() {
        for (text, counted, subject, verb) in [
            ("全县粮食产量达到8万吨", false, "粮食产量", None),
            ("青禾县新建中小学8所", true, "中小学", Some("新建")),
            ("力争推广面积8万亩", false, "推广面积", None),
            ("示范区推出制度创新成果8项", false, "制度创新成果", Some("推出")),
            ("较3年前增长44%", false, "", None),
            ("好人上榜人数保持全省第1位", false, "好人上榜人数", None),
            ("一是绿化率提高到8%", false, "绿化率", None),
            ("道路建设完成投资8亿元", false, "道路建设投资", None),
        ] {
            let head = head(text, counted);
            assert_eq!((head.subject.as_str(), head.verb.as_deref()), (subject, verb), "{text}");
        }
    }
}
