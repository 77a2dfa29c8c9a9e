//! What stands before a number in its clause: the subject, the verb that governs it, and the words between.

use crate::{
    lexicon::{CLAUSES, PROMISES, VERDICTS, numerals, signs, units::named},
    quantity::{Dimension, Quantity, Shape},
    span::Span,
    time::{TimeMention, TimeRole},
};

pub(crate) use super::head::Head;
use super::{
    difference,
    marks::trimmed,
    numbering::{before_years, holds_for_each, per_unit, reaches, work_a_day},
    right,
    run::{
        brought_about, contends, is_work, is_work_of_clause, of_something, quoted_from, raises, run_word, torn,
        verb_behind,
    },
    strip::Left,
    subject::{
        behind_comparison, behind_mean, behind_modifiers, done_in_part, is_held_to, leads_on, settled, strive_each,
        without_comparison, without_completion, without_making, without_place, without_share_of_peers,
        without_standard, without_start, without_total, without_way, without_where, without_whole_of_share,
    },
    told_when::{after_times, done_then},
};

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
        amounts: quantity.shape == Shape::Cardinal
            && matches!(
                quantity.dimension,
                Dimension::Count | Dimension::Area | Dimension::Length | Dimension::Mass | Dimension::Volume
            ),
        told_whole: quantity.is_share() || CLAUSES.comes_to.is_in(&head.governor),
    };
    left.strip(rest, &mut head);
    if head.verb.is_none() && head.governor.is_empty() && is_output(quantity, quantity.core.of(text)) {
        head.subject = without_making(&head.subject).to_owned();
    }
    head.subject = without_place(without_comparison(&head.subject)).to_owned();
    let counted = head.verb.is_some() && quantity.dimension == Dimension::Count;
    let subject = if counted { behind_modifiers(&head.subject) } else { &head.subject };
    let subject = without_where(without_share_of_peers(settled(subject)));
    // 农民工|在城市安家[3万户]
    let people =
        quantity.shape == Shape::Cardinal && quantity.dimension == Dimension::Count && head.governor.is_empty();
    let subject = if people { right::before_where(subject) } else { subject };
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
    let mut run = opened_by_number(before, head);
    if let Some(end) = noun {
        return Run { start: end, quote: end, per: None };
    }
    let mut quoting = pass_by_phrases(before, &mut run);
    while run.start > before.from {
        let Some(width) = governing_word(before, run.start, &mut quoting, head) else { break };
        run.start -= width;
        if quoting {
            run.quote = run.start;
        }
    }
    run
}

/// The run that the number itself opens: a mark before it, or a word in which its bound begins.
fn opened_by_number<'a>(before: &Before<'a>, head: &mut Head) -> Run<'a> {
    let &Before { text, from, quantity, .. } = before;
    let mut run = Run { start: quantity.span.start, quote: quantity.span.start, per: None };
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
    run
}

/// Takes what is no verb of its own right before the number into the `run`; gives whether what stands before is quoted with it.
fn pass_by_phrases<'a>(before: &Before<'a>, run: &mut Run<'a>) -> bool {
    let &Before { text, from, quantity, .. } = before;
    let something = of_something(&text[from..run.start], quantity.shape);
    if let Some(start) = something {
        run.start = from + start;
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
    something.is_none()
}

/// How long the time, verb or adverb is that ends at `end` before the number; `None` where none does. A verb is noted in `head`, and what is
/// not quoted with the number ends the `quoting`.
fn governing_word(before: &Before<'_>, end: usize, quoting: &mut bool, head: &mut Head) -> Option<usize> {
    let &Before { text, from, quantity, frame } = before;
    let words = &text[from..end];
    let ends_at = |end: usize| frame.times.iter().find(|t| t.span.end == end && t.span.start >= from);
    // 2025年、2030年|分别达到: the times of a list stand together.
    let joint = CLAUSES.conjunction.suffix(words).map_or(0, str::len);
    let listed = joint > 0 && frame.times.iter().any(|t| t.span.start == end);
    if let Some(time) = ends_at(end).or_else(|| ends_at(end - joint).filter(|_| listed)) {
        *quoting &= time.role == TimeRole::Recurring;
        return Some(end - time.span.start);
    }
    let counts = quantity.dimension == Dimension::Count;
    let form = run_word(words, frame.counted && !quantity.is_share());
    let form = form.or_else(|| brought_about(words).filter(|_| counts))?;
    // 完成林分优化|8万亩: work that is carried out is part of the name.
    let measured = matches!(quantity.dimension, Dimension::Area | Dimension::Length);
    if quantity.shape == Shape::Cardinal && measured && is_work(words, form) {
        return None;
    }
    note_verb(form, head);
    head.each |= CLAUSES.for_each.has(form) || CLAUSES.every.has(form);
    *quoting &= CLAUSES.quoted.has(form);
    Some(form.len())
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
    let long = long || CLAUSES.numbers_so_many.has(form);
    if replaces && governs && long && !CLAUSES.level_reach.has(form) {
        head.verb = Some(form.to_owned());
    }
}

/// Whether a subject says who is measured, rather than 数量, 其中 or the whole territory.
pub(crate) fn is_named(subject: &str) -> bool {
    // 每个|不小于500亩, 每村|不少于2名村医
    let each_one = subject.strip_prefix(signs::each).is_some_and(|one| {
        let place = CLAUSES.counter.strip_prefix(one).unwrap_or(one);
        place.is_empty() || PROMISES.kind_of_place.has(place)
    });
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
