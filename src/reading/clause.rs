//! The numbers of one clause with their indicators: what each hands on to the next, and to the next clause.

use crate::{
    lexicon::{CLAUSES, PROMISES, VERDICTS, signs},
    quantity::{Comparator, Dimension, Quantity, Shape},
    span::Span,
};

use super::{
    baseline,
    left::{self, Head},
    mentions::Mentions,
    naming,
    parts::{Carry, Clause, Found, Start, State},
    right, shared,
    verdict::{self, Verdict},
};

impl<'q> Clause<'q> {
    /// The clause at `span`, with the verdicts on its numbers.
    pub(crate) fn new(mentions: &Mentions<'q>, span: Span) -> Self {
        let Mentions { text, quantities: numbers, times, place, .. } = *mentions;
        let judged = verdict::judge(mentions, span);
        let standing = judged.iter().filter(|judged| matches!(judged.verdict, Verdict::States | Verdict::Starts));
        let (quantities, starts) = standing.map(|judged| (judged.quantity, judged.verdict == Verdict::Starts)).unzip();
        let mut clause = Self { text, span, numbers, judged, quantities, starts, times, place, base: None };
        let base = clause.judged.iter().find(|judged| judged.verdict == Verdict::Base);
        clause.base = base.map(|judged| baseline::base(&clause, judged.quantity));
        clause
    }

    /// The subject of a clause that only names a starting value.
    pub(crate) fn base_subject(&self) -> Option<String> {
        baseline::base_subject(self)
    }

    /// Whether its first number only says that a subject named before reaches it (2030年达到70%).
    pub(crate) fn resumes(&self) -> bool {
        let Some(&quantity) = self.quantities.first() else { return false };
        let head = self.head_as(self.span.start, quantity, false);
        let counted = right::follows(self.after(0));
        head.subject.is_empty() && head.verb.is_none() && !counted && reached(&head.governor)
    }

    /// Whether nothing in it names what its first number measures (五年合计为8亿元).
    pub(crate) fn is_unnamed(&self) -> bool {
        let Some(&quantity) = self.quantities.first() else { return false };
        !right::follows(self.after(0)) && !left::is_named(&self.head_as(self.span.start, quantity, false).subject)
    }

    /// Whether its first number says how much of something named before comes into being (新改建500公里).
    pub(crate) fn adds_unnamed(&self) -> bool {
        let Some(&quantity) = self.quantities.first() else { return false };
        if quantity.shape != Shape::Cardinal || !matches!(quantity.dimension, Dimension::Length | Dimension::Area) {
            return false;
        }
        let head = self.head_as(self.span.start, quantity, true);
        head.subject.is_empty() && head.verb.is_some() && !right::follows(self.after(0))
    }

    /// Where the number behind that at `index` begins, or the clause ends.
    pub(super) fn next(&self, index: usize) -> usize {
        self.quantities.get(index + 1).map_or(self.span.end, |next| next.span.start)
    }

    /// The words from the number at `index` to the next; a noun behind the bracket that the number stands in or before is
    /// counted by both (新增2400户（累计约3600户）餐饮单位).
    pub(super) fn after(&self, index: usize) -> &'q str {
        let end = self.quantities[index].span.end;
        let inside = index > 0 && self.text[end..].starts_with('）');
        let before = self.text[end..].starts_with('（')
            && self.quantities.get(index + 1).is_some_and(|next| {
                let inner = self.text.get(end..next.span.end).unwrap_or("");
                !inner.contains('）') && self.text[next.span.end..].starts_with('）')
            });
        let bracketed =
            if inside { Some((index, end)) } else { before.then(|| (index + 1, self.quantities[index + 1].span.end)) };
        let noun = bracketed
            .map(|(last, close)| &self.text[close + '）'.len_utf8()..self.next(last).max(close + '）'.len_utf8())]);
        let first = self.quantities[index.saturating_sub(usize::from(inside))];
        noun.filter(|noun| {
            first.shape == Shape::Cardinal && first.dimension == Dimension::Count && right::follows(noun)
        })
        .unwrap_or(&self.text[end..self.next(index)])
    }

    /// Reads the numbers; `carry` comes from the clauses before and goes on to the next.
    pub(crate) fn read(&self, carry: &mut Carry) -> Vec<Found<'q>> {
        let mut state = State {
            from: self.span.start,
            starts: carry.start.take().into_iter().collect(),
            pair: Vec::new(),
            governor: carry.governor.clone(),
            comparator: Comparator::Eq,
            found: Vec::new(),
        };
        let counted_before = carry.counted;
        for index in 0..self.quantities.len() {
            self.member(index, counted_before, carry, &mut state);
        }
        carry.governor = state.governor.clone();
        self.share_noun(&mut state.found);
        state.found.dedup_by(|one, other| one.quantity.span == other.quantity.span && one.indicator == other.indicator);
        self.share_about(&mut state.found);
        let mut all: Vec<String> = Vec::new();
        for found in &state.found {
            if !all.contains(&found.indicator) {
                all.push(found.indicator.clone());
            }
        }
        let series = if all.len() == 1 { state.found.len() } else { 0 };
        state.found.iter_mut().for_each(|found| found.series = series);
        carry.paired = all.len() > 1 && self.respectively();
        if all.len() > 1 {
            carry.all = all;
        } else {
            carry.all.retain(|name| !all.contains(name));
            carry.all.extend(all);
        }
        state.found
    }

    /// 完成3亿元、力争达到4亿元的产值: the noun behind the last number is that of the bare ones before it.
    fn share_noun(&self, found: &mut [Found<'q>]) {
        for index in (1..found.len()).rev() {
            let [before, last] = &mut found[index - 1..=index] else { continue };
            shared::share_kind_of(&mut before.indicator, &last.indicator, before.counted && last.counted);
            let bare =
                !before.counted && before.head.subject.is_empty() && last.counted && last.head.subject.is_empty();
            let joint = self.text.get(before.quantity.span.end..last.quantity.span.start).unwrap_or("");
            let alike = CLAUSES.conjunction.prefix(joint).is_some() && before.quantity.unit == last.quantity.unit;
            // 8类|20件民生实事: two counts of one noun.
            let counts = |number: &Quantity| number.dimension == Dimension::Count || number.unit.is_empty();
            let alike_sizes = before.quantity.dimension == last.quantity.dimension;
            let twice = joint.is_empty() && (alike_sizes || counts(before.quantity) && counts(last.quantity));
            if bare && (alike || twice) {
                before.indicator.clone_from(&last.indicator);
                before.counted = true;
            }
        }
    }

    /// 分别增长5%、6.5%左右: 左右 behind the last of paired numbers holds for each, and so does 以上 where 在 opens it before the first
    /// (分别保持在95%、97%以上).
    fn share_about(&self, found: &mut [Found<'q>]) {
        let framed = found.first().is_some_and(|first| self.text[..first.quantity.core.start].ends_with(signs::at));
        for index in (1..found.len()).rev().take_while(|_| self.respectively()) {
            let [before, last] = &mut found[index - 1..=index] else { continue };
            let joint = self.text.get(before.quantity.span.end..last.quantity.span.start).unwrap_or("");
            let closed = matches!(last.comparator, Comparator::Ge | Comparator::Le) && framed;
            let bound = last.comparator == Comparator::Approx || closed;
            let trails = last.quantity.span.end > last.quantity.core.end || last.comparator != last.quantity.comparator;
            if bound && trails && before.comparator == Comparator::Eq && CLAUSES.conjunction.has(joint) {
                before.comparator = last.comparator;
            }
        }
    }

    fn member(&self, index: usize, counted_before: bool, carry: &mut Carry, state: &mut State<'q>) {
        let quantity = self.quantities[index];
        let next = self.next(index);
        let after = self.after(index);
        if self.starts[index] {
            state.starts.push(baseline::start(self, state.from, quantity));
            return;
        }
        let (mut head, counted) = self.head(state, quantity, after);
        let alone = self.text[state.from..quantity.core.start].chars().count() <= 2;
        let goes_on = counted
            || head.subject.is_empty()
            || self.text[state.from..].starts_with(|c| c == '、' || signs::and(c) || signs::besides(c));
        // 工作室15个（其中省级3个）
        let aside = self.text[state.from..].trim_start_matches('（');
        let of_which = [self.span.of(self.text), aside].iter().any(|text| CLAUSES.of_which.prefix(text).is_some());
        let same_kind = quantity.dimension == Dimension::Count
            && self.quantities.len() == 1
            && !reached(&head.governor)
            && (!counted_before || of_which);
        let listed = index == 0 && carry.lists(quantity, &head);
        let parallel = reached(&state.governor) && head.governor.chars().count() <= 2;
        let goes_on = goes_on && (parallel || !(reached(&head.governor) && self.text[state.from..].starts_with('、')));
        let tells = counted && index == 0 && right::is_told_of(after);
        // 提出建议200件，|30名代表发言: the order turns with the subject.
        let turned = counted && index == 0 && !counted_before && carry.verb.is_some();
        let apart = tells || turned || CLAUSES.sum_mark.is_in(&head.governor);
        // 经营主体新增8户，达到80户; 新增装机8千瓦、总装机80千瓦: how many there are is none of what was added.
        let stands = index == 0 && head.subject.is_empty() && reached(&head.governor)
            || CLAUSES.overall.prefix(&head.subject).is_some();
        // 维修水利工程8处，|受益200人
        let apart = apart || CLAUSES.predicate.has(&head.subject);
        if head.verb.is_none() && !apart && !stands && (goes_on || same_kind || listed || of_which) {
            head.verb.clone_from(&carry.verb);
        }
        let comparator = self.share_bound(index, alone, quantity, state);
        self.share_governor(index, alone, &mut head, state);
        let names = naming::names(self, index, (&head, counted), carry, state);
        carry.verb.clone_from(&head.verb);
        if quantity.is_share() {
            carry.note_share();
        } else {
            carry.note_unit(&quantity.unit);
        }
        let place = state.found.len();
        let member =
            Found { quantity, head, indicator: String::new(), counted, start: None, comparator, place, series: 0 };
        Self::add(&member, &names, state);
        carry.counted = counted;
        carry.subjects = names;
        state.from = member_end(self.text, quantity, next, counted);
    }

    /// The head of a number and whether the noun behind it is what is counted.
    fn head(&self, state: &State<'q>, quantity: &Quantity, after: &str) -> (Head, bool) {
        let starts = |start: &&Start| {
            let span = start.stretch.span;
            span.start >= state.from && span.end <= quantity.span.start
        };
        if let Some(start) = state.starts.first().filter(starts) {
            return (baseline::head_with_start(self, state.from, start, quantity), false);
        }
        let follows = right::follows(after) && (is_countable(quantity) || right::is_fund(quantity, after));
        let head = self.head_as(state.from, quantity, follows);
        let listed = quantity.is_share() && self.is_listed_share(quantity, after);
        // 未完成的|10个小区: what modifies the noun behind the number is no subject.
        let modifies = self.text[..quantity.span.start].ends_with(signs::of);
        let does = !modifies && does_a_deed(&head, after);
        let counted = !does && is_counted(quantity, &head, after, listed);
        if counted == follows { (head, counted) } else { (self.head_as(state.from, quantity, counted), counted) }
    }

    /// 95%以上行政村、100%乡镇[实现通快递]: a share of a group before one of which it is told what both reached.
    fn is_listed_share(&self, quantity: &Quantity, after: &str) -> bool {
        let Some(noun) = after.strip_suffix('、').filter(|noun| right::follows(noun)) else { return false };
        let at = self.quantities.partition_point(|other| other.span.start <= quantity.span.start);
        let told = |next: &&Quantity| {
            let end = self.quantities.get(at + 1).map_or(self.span.end, |other| other.span.start);
            let behind = &self.text[next.span.end..end];
            next.is_share() && (right::is_told_of(behind) || self.is_listed_share(next, behind))
        };
        !noun.contains('、') && self.quantities.get(at).is_some_and(told)
    }

    fn head_as(&self, from: usize, quantity: &Quantity, counted: bool) -> Head {
        baseline::head(self, from, quantity.into(), counted)
    }

    /// The bound of a member: its own, or for a bare member of a list that of the first.
    fn share_bound(&self, index: usize, alone: bool, quantity: &Quantity, state: &mut State<'q>) -> Comparator {
        let leading = self.text[quantity.span.start..quantity.core.start].chars().count() > 0;
        if quantity.comparator == Comparator::Eq && alone && index > 0 && !leading {
            return state.comparator;
        }
        let trailing = quantity.span.end > quantity.core.end;
        state.comparator = if leading && !trailing { quantity.comparator } else { Comparator::Eq };
        if state.comparator == Comparator::Range || state.comparator == Comparator::Top {
            state.comparator = Comparator::Eq;
        }
        quantity.comparator
    }

    /// The words before a bare member of a list, or before a stretch value (力争达到8%), are those of the number before.
    fn share_governor(&self, index: usize, alone: bool, head: &mut Head, state: &mut State<'q>) {
        let bare = index > 0 && alone && !moves(&head.governor);
        let rate = self.quantities[index].is_share() || !reached(&head.governor);
        let stretch = rate && head.verb.is_none() && CLAUSES.strive.is_in(&head.governor) && changes(&state.governor);
        if head.subject.is_empty() && (bare || stretch && !changes(&head.governor)) {
            head.governor.clone_from(&state.governor);
        }
        state.governor.clone_from(&head.governor);
    }

    /// One finding for each of `names`, like `member`, each with its start.
    fn add(member: &Found<'q>, names: &[String], state: &mut State<'q>) {
        let mut starts = std::mem::take(&mut state.starts);
        if let Some(value) = member.head.base.filter(|_| starts.is_empty()) {
            starts.push(Start { value, ..Start::of(member.quantity, None) });
        }
        for (n, indicator) in names.iter().enumerate() {
            let start = if starts.len() == names.len() { starts.get(n) } else { starts.first() };
            state.found.push(Found { indicator: indicator.clone(), start: start.cloned(), ..member.clone() });
        }
        if starts.len() > 1 && !state.pair.is_empty() {
            state.starts = starts[1..].to_vec();
        }
    }
}

/// Whether words of growth or fall stand in `governor`.
fn changes(governor: &str) -> bool {
    CLAUSES.grow.is_in(governor) || CLAUSES.fall.is_in(governor) || CLAUSES.growth_rate.is_in(governor)
}

/// Whether words of growth, fall or reach stand in `governor`.
fn moves(governor: &str) -> bool {
    changes(governor) || reached(governor)
}

fn is_countable(quantity: &Quantity) -> bool {
    match quantity.shape {
        Shape::SizeClass => true,
        Shape::Cardinal => quantity.dimension != Dimension::Money,
        _ => false,
    }
}

/// Whether the noun behind the number is what is counted, rather than a subject before it.
fn is_counted(quantity: &Quantity, head: &Head, after: &str, listed: bool) -> bool {
    if right::counts_steps(quantity, after) {
        return false;
    }
    let bound = quantity.core.start - quantity.span.start;
    // 安排|不低于55%的公益金: what is done with the share is no measure of anything.
    let led = head.governor.get(..head.governor.len().saturating_sub(bound)).unwrap_or("");
    let set_aside = led.is_empty() || CLAUSES.scheme.has(led) || CLAUSES.intend.suffix(led).is_some();
    // 完成|80%炼钢产能超低排放改造, unlike 完成计划的80%
    let done = CLAUSES.complete.has(led) && right::is_work(after);
    let bare = !left::is_named(&head.subject) && (set_aside || done);
    if quantity.is_share() && bare && (listed || right::is_group(after)) {
        return true;
    }
    // 我市|38亿元[农产品进入外省市场]
    let spent = CLAUSES.invested_in.prefix(after).or(CLAUSES.spent_on.prefix(after)).is_some();
    let money = quantity.dimension == Dimension::Money && !spent;
    let sold = money && bare && head.verb.is_none() && head.governor.is_empty();
    if head.subject.is_empty() && right::is_measured(quantity, after) || sold && right::is_told_of(after) {
        return true;
    }
    if quantity.is_share() {
        let of_whole = head.governor.contains(signs::takes_up) || head.subject.contains(signs::takes_up);
        let noun = after.starts_with(signs::of) && CLAUSES.extent.prefix(after).is_none();
        // 自给率维持在85%|的水平
        let level = left::is_named(&head.subject) && (right::is_level(after) || right::is_growth(after));
        return noun && !moves(&head.governor) && !of_whole && !level;
    }
    // 食糖产量连续8个|榨季居首位: so many times in a row is no count of what stands behind.
    let in_a_row = CLAUSES.in_a_row.suffix(&head.governor).is_some() && left::is_named(&head.subject);
    let led = head.subject.is_empty() && head.verb.is_some() || CLAUSES.add.suffix(&head.subject).is_some();
    let made = led && right::is_one_thing(quantity, after);
    let counts = (is_countable(quantity) || right::is_fund(quantity, after) || made) && !in_a_row;
    let measured = arrives(&head.governor) && left::is_named(&head.subject) && head.verb.is_none();
    // 选派教师8名|深入乡村
    let told = left::is_named(&head.subject) && head.verb.is_some() && CLAUSES.person_unit.has(&quantity.unit);
    // 零就业家庭至少一人|就业
    let household = CLAUSES.households.suffix(&head.subject).is_some() && CLAUSES.person_unit.has(&quantity.unit);
    let told = told && right::goes_out(after) || household && CLAUSES.activity.has(after);
    // 守住耕地8亩|的红线
    let bound = left::is_named(&head.subject) && right::is_bound(after);
    // 产值达到千亿级|规模
    let mark = quantity.shape == Shape::SizeClass && arrives(&head.governor) && left::is_named(&head.subject);
    let bound = bound || mark && right::is_degree(after);
    right::follows(after) && counts && !measured && !bound && !told
}

/// 企业8家|签订协议, unlike 园区8个|建设项目: whether the things before the number do what stands behind it.
fn does_a_deed(head: &Head, after: &str) -> bool {
    let alone = left::is_named(&head.subject) && !head.subject.contains('、') && !head.subject.starts_with(signs::each);
    let thing = alone && head.verb.is_none() && head.governor.is_empty();
    let territory =
        PROMISES.kind_of_place.suffix(&head.subject).is_some() && CLAUSES.works.suffix(&head.subject).is_none();
    thing && !territory && right::is_deed(after)
}

/// Whether the words before the number say that a subject reaches it.
fn reached(governor: &str) -> bool {
    VERDICTS.reaches.is_in(governor)
}

/// Whether a subject reaches the number, or moves up or down to it (供应量增至18万个单位).
fn arrives(governor: &str) -> bool {
    reached(governor) || CLAUSES.toward.suffix(governor).is_some()
}

/// Where the text of the next member begins: behind the counted noun, or right behind the number.
fn member_end(text: &str, quantity: &Quantity, next: usize, counted: bool) -> usize {
    let between = &text[quantity.span.end..next];
    if !(counted || right::counts_steps(quantity, between)) || between.starts_with('（') {
        return quantity.span.end;
    }
    // 183个县（市、区）: what stands in brackets parts no members.
    let outside = |&(at, _): &(usize, &str)| between[..at].matches('（').count() == between[..at].matches('）').count();
    match between.rmatch_indices('、').find(outside).map(|(at, _)| at) {
        Some(at) if at + '、'.len_utf8() < between.len() => quantity.span.end + at,
        Some(_) => next,
        None if CLAUSES.conjunction_of_names.suffix(between).is_some() => next,
        None => quantity.span.end,
    }
}
