//! The numbers of one clause with their indicators: what each hands on to the next, and to the next clause.

use crate::{
    lexicon::CLAUSES,
    quantity::{Comparator, Dimension, Quantity, Shape},
    span::Span,
    time::TimeMention,
};

use super::{
    baseline::Start,
    counts,
    indicators::{self, Asked},
    left::{self, Frame, Head},
    qualifier, right,
};

/// What one clause leaves to the next in a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    /// The subjects of the last number.
    pub(crate) subjects: Vec<String>,
    /// The subjects of the clause before, or of the clauses before where each had one.
    pub(crate) all: Vec<String>,
    /// The verb that governs a list of counts.
    pub(crate) verb: Option<String>,
    /// The words before the last number, if it grew or fell.
    pub(crate) governor: String,
    /// Whether the last indicator was a counted noun.
    pub(crate) counted: bool,
    /// A starting value (在2020年41%的基础上).
    pub(crate) start: Option<Start>,
}

/// One number with what it says.
#[derive(Clone, Debug)]
pub(crate) struct Found<'q> {
    pub(crate) quantity: &'q Quantity,
    pub(crate) head: Head,
    pub(crate) indicator: String,
    /// Whether the indicator is the counted noun behind the number.
    pub(crate) counted: bool,
    pub(crate) start: Option<Start>,
    /// The bound, which the members of a list share with the first (突破800万人次和60亿元).
    pub(crate) comparator: Comparator,
    /// Which of several paired with as many times it is (2023年、2025年分别达到70%、90%), counted from 0.
    pub(crate) place: usize,
}

/// The clause to read.
pub(crate) struct Clause<'q> {
    pub(crate) text: &'q str,
    pub(crate) span: Span,
    pub(crate) quantities: Vec<&'q Quantity>,
    pub(crate) times: &'q [TimeMention],
    pub(crate) place: Option<&'q str>,
    /// A starting value that the clause only names.
    pub(crate) base: Option<Start>,
}

/// What the members of a clause hand on to each other.
pub(crate) struct State<'q> {
    /// Where the text of the next member begins.
    pub(crate) from: usize,
    pub(crate) starts: Vec<Start>,
    /// The names that wait for their numbers.
    pub(crate) pair: Vec<String>,
    governor: String,
    comparator: Comparator,
    found: Vec<Found<'q>>,
}

impl<'q> Clause<'q> {
    /// The clause at `span`, with the quantities in it that state something.
    pub(crate) fn new(
        text: &'q str,
        span: Span,
        quantities: &'q [Quantity],
        times: &'q [TimeMention],
        place: Option<&'q str>,
    ) -> Self {
        let mut clause = Self { text, span, quantities: Vec::new(), times, place, base: None };
        let inside = quantities.iter().filter(|q| span.contains(q.span));
        clause.quantities = inside.filter(|q| counts::counts(text, span, q) || clause.is_opened_start(q)).collect();
        clause.take_base();
        qualifier::drop(&mut clause);
        clause
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
        let before = carry.clone();
        for index in 0..self.quantities.len() {
            self.member(index, &before, carry, &mut state);
        }
        carry.governor = state.governor;
        let mut all: Vec<String> = Vec::new();
        for found in &state.found {
            if !all.contains(&found.indicator) {
                all.push(found.indicator.clone());
            }
        }
        if all.len() > 1 {
            carry.all = all;
        } else {
            carry.all.retain(|name| !all.contains(name));
            carry.all.extend(all);
        }
        state.found
    }

    fn member(&self, index: usize, before: &Carry, carry: &mut Carry, state: &mut State<'q>) {
        let quantity = self.quantities[index];
        let next = self.quantities.get(index + 1).map_or(self.span.end, |q| q.span.start);
        let after = &self.text[quantity.span.end..next];
        if let Some(start) = self.start(state, quantity, index) {
            state.starts.push(start);
            return;
        }
        let (mut head, counted) = self.head(state, quantity, after);
        let alone = self.text[state.from..quantity.core.start].chars().count() <= 2;
        let goes_on = counted || head.subject.is_empty() || self.text[state.from..].starts_with(['、', '和', '及']);
        let same_kind = quantity.dimension == Dimension::Count
            && self.quantities.len() == 1
            && !reached(&head.governor)
            && (!before.counted || self.span.of(self.text).starts_with("其中"));
        let parallel = reached(&state.governor) && head.governor.chars().count() <= 2;
        let goes_on = goes_on && (parallel || !(reached(&head.governor) && self.text[state.from..].starts_with('、')));
        let tells = counted && index == 0 && right::is_told_of(after);
        let apart = tells || head.governor.contains("累计");
        if head.verb.is_none() && !apart && (goes_on || same_kind || self.span.of(self.text).starts_with("其中")) {
            head.verb.clone_from(&carry.verb);
        }
        let comparator = self.share_bound(index, alone, quantity, state);
        self.share_governor(index, alone, &mut head, state);
        let names = indicators::indicators(self, &Asked { index, head: &head, counted, carry }, state);
        self.add(quantity, &head, counted, comparator, &names, state);
        carry.verb.clone_from(&head.verb);
        carry.counted = counted;
        carry.subjects = names;
        state.from = member_end(self.text, quantity, next, counted);
    }

    /// The head of a number and whether the noun behind it is what is counted.
    fn head(&self, state: &State<'q>, quantity: &Quantity, after: &str) -> (Head, bool) {
        if let Some(start) =
            state.starts.first().filter(|start| start.span.start >= state.from && start.span.end <= quantity.span.start)
        {
            return (self.head_with_start(state.from, start, quantity), false);
        }
        let follows = right::follows(after) && (is_countable(quantity) || right::is_fund(quantity, after));
        let head = self.head_as(state.from, quantity, follows);
        let counted = is_counted(quantity, &head, after);
        if counted == follows { (head, counted) } else { (self.head_as(state.from, quantity, counted), counted) }
    }

    pub(crate) fn head_as(&self, from: usize, quantity: &Quantity, counted: bool) -> Head {
        left::read(self.text, from, quantity, &Frame { times: self.times, place: self.place, counted })
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
        let stretch = head.subject.is_empty() && CLAUSES.strive.is_in(&head.governor) && changes(&state.governor);
        if head.subject.is_empty() && (bare || stretch && !changes(&head.governor)) {
            head.governor.clone_from(&state.governor);
        }
        state.governor.clone_from(&head.governor);
    }

    fn add(
        &self,
        quantity: &'q Quantity,
        head: &Head,
        counted: bool,
        comparator: Comparator,
        names: &[String],
        state: &mut State<'q>,
    ) {
        let mut starts = std::mem::take(&mut state.starts);
        if let Some(value) = head.base.filter(|_| starts.is_empty()) {
            let quantity = Quantity { value, upper: None, comparator: Comparator::Eq, ..quantity.clone() };
            starts.push(Start { span: quantity.span, year: None, quantity });
        }
        let place = state.found.len();
        for (n, indicator) in names.iter().enumerate() {
            let start = if starts.len() == names.len() { starts.get(n) } else { starts.first() };
            state.found.push(Found {
                quantity,
                head: head.clone(),
                indicator: indicator.clone(),
                counted,
                start: start.cloned(),
                comparator,
                place,
            });
        }
        if starts.len() > 1 && !state.pair.is_empty() {
            state.starts = starts[1..].to_vec();
        }
    }

    pub(crate) fn respectively(&self) -> bool {
        self.span.of(self.text).contains("分别")
    }
}

/// Whether words of growth or fall stand in `governor`.
fn changes(governor: &str) -> bool {
    CLAUSES.grow.is_in(governor) || CLAUSES.fall.is_in(governor) || governor.contains("增速")
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
fn is_counted(quantity: &Quantity, head: &Head, after: &str) -> bool {
    if quantity.is_share() && head.subject.is_empty() && head.governor.is_empty() && right::is_told_of(after) {
        return true;
    }
    if quantity.is_share() {
        return after.starts_with('的')
            && !after.starts_with("的幅度")
            && !reached(&head.governor)
            && !changes(&head.governor)
            && !head.governor.contains('占')
            && !head.subject.contains('占');
    }
    right::follows(after)
        && (is_countable(quantity) || right::is_fund(quantity, after))
        && !(reached(&head.governor) && left::is_named(&head.subject) && head.verb.is_none())
}

/// Whether the words before the number say that a subject reaches it.
fn reached(governor: &str) -> bool {
    ["达", "突破", "超", "控制", "稳定", "不低于", "不少于", "高于"].iter().any(|word| governor.contains(word))
}

/// Where the text of the next member begins: behind the counted noun, or right behind the number.
fn member_end(text: &str, quantity: &Quantity, next: usize, counted: bool) -> usize {
    let between = &text[quantity.span.end..next];
    if !counted {
        return quantity.span.end;
    }
    match between.rfind('、') {
        Some(at) if at + '、'.len_utf8() < between.len() => quantity.span.end + at,
        Some(_) => next,
        None if between.ends_with(['和', '及', '与']) => next,
        None => quantity.span.end,
    }
}
