//! Paragraphs to statements: walks sentences and clauses, keeping what carries over from one to the next.

use crate::{
    lexicon::CLAUSES,
    outline::{Outline, Paragraph},
    quantity::{self, Dimension, Quantity, Shape},
    span::Span,
    time::{self, TimeMention, TimeRole},
};

use super::{
    Amount, Baseline, Change, Kind, Nature, Statement, Status, change,
    dating::{self, Dated},
    list, milestone, object, responsible,
    scene::{Role, Scene},
    select,
    sentence::{self, Sentence},
    status,
    subject::{self, Head},
    theme,
};

/// Reads the paragraphs of one document in order.
pub(super) struct Reader<'a> {
    pub(super) scene: &'a Scene,
    pub(super) outline: &'a Outline,
    /// The date that holds for the section, with the section it holds for.
    section_date: Option<(Option<usize>, Dated)>,
    pub(super) statements: Vec<Statement>,
}

/// A paragraph with its mentions.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) paragraph: &'a Paragraph,
    pub(super) quantities: Vec<Quantity>,
    pub(super) times: Vec<TimeMention>,
    pub(super) role: Role,
    pub(super) heading: String,
    pub(super) run_in: Option<String>,
    pub(super) responsible: Vec<String>,
}

/// What one clause leaves to the next in a sentence.
#[derive(Default)]
struct Carry {
    /// The subjects of the last number.
    subjects: Vec<String>,
    /// The subjects since the sentence began.
    all: Vec<String>,
    /// The verb that governs a list of counts.
    verb: Option<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(scene: &'a Scene, outline: &'a Outline) -> Self {
        Self { scene, outline, section_date: None, statements: Vec::new() }
    }

    /// Reads one paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let text = paragraph.view.text();
        let (role, heading) = self.scene.role(self.outline, paragraph.node, paragraph.boxed.as_deref());
        let frame = time::Frame { review: role == Role::Review, ..self.scene.frame };
        let passage = Passage {
            text,
            paragraph,
            quantities: quantity::scan(text),
            times: time::scan(text, frame),
            role,
            heading,
            run_in: paragraph.run_in.map(|span| span.of(text).to_owned()),
            responsible: responsible::units(text),
        };
        let mut dated: Option<Dated> = self.inherited(&passage);
        for sentence in sentence::split(text) {
            self.sentence(&passage, &sentence, &mut dated);
        }
    }

    /// The date that the section's opening sentence sets for this paragraph.
    fn inherited(&mut self, passage: &Passage<'_>) -> Option<Dated> {
        let node = passage.paragraph.node;
        if self.section_date.as_ref().is_some_and(|(of, _)| *of != node) || passage.role != Role::Goal {
            self.section_date = None;
        }
        if passage.role == Role::Goal && self.section_date.is_none() {
            let title = node.and_then(|n| self.outline.nodes.get(n)).map_or("", |n| n.title.as_str());
            let times = time::scan(title, self.scene.frame);
            if let Some(time) = times.iter().find(|t| t.dates() || t.role == TimeRole::Named) {
                self.section_date = Some((node, Dated { inherited_from_heading: true, ..Dated::new(title, time) }));
            }
        }
        self.section_date.as_ref().map(|(_, dated)| dated.clone())
    }

    fn sentence(&mut self, passage: &Passage<'_>, sentence: &Sentence, dated: &mut Option<Dated>) {
        let mut carry = Carry::default();
        for &clause in &sentence.clauses {
            let members = self.members(passage, clause);
            if members.is_empty() {
                carry_subject(passage, clause, &mut carry);
                milestone::read(self, passage, sentence.span, clause);
                continue;
            }
            self.clause(passage, sentence, clause, &members, &mut carry, dated.as_ref());
        }
        self.note_date(passage, sentence, dated);
    }

    /// The date a sentence leaves to those after it.
    fn note_date(&mut self, passage: &Passage<'_>, sentence: &Sentence, dated: &mut Option<Dated>) {
        let last = dating::governing(passage.text, sentence.span, sentence.span, sentence.span.end, &passage.times);
        let Some(time) = last else { return };
        let new = Dated::new(passage.text, time);
        if passage.role == Role::Goal && (time.period || time.role == TimeRole::By) {
            let heading = Dated { inherited_from_heading: true, ..new.clone() };
            self.section_date = Some((passage.paragraph.node, heading));
        }
        *dated = Some(new);
    }

    /// The quantities of `clause` that state something.
    fn members<'q>(&self, passage: &'q Passage<'_>, clause: Span) -> Vec<&'q Quantity> {
        let inside = passage.quantities.iter().filter(|q| clause.contains(q.span));
        inside.filter(|q| select::counts(passage.text, clause, q)).collect()
    }

    fn clause(
        &mut self,
        passage: &Passage<'_>,
        sentence: &Sentence,
        clause: Span,
        members: &[&Quantity],
        carry: &mut Carry,
        dated: Option<&Dated>,
    ) {
        let text = passage.text;
        let mut from = clause.start;
        let mut baseline: Vec<(&Quantity, Option<i32>)> = Vec::new();
        let mut pair: Vec<String> = Vec::new();
        let respectively = clause.of(text).contains("分别");
        for (index, &quantity) in members.iter().enumerate() {
            let next = members.get(index + 1).map_or(clause.end, |q| q.span.start);
            let after = &text[quantity.span.end..next];
            if is_baseline(text, from, quantity, after, members.get(index + 1).is_some(), &passage.times) {
                let year = passage.times.iter().rfind(|t| t.span.end <= quantity.span.start && t.span.start >= from);
                baseline.push((quantity, year.and_then(|t| t.end)));
                continue;
            }
            let start = baseline.first().map_or(from, |_| from);
            let mut head = match baseline.first() {
                Some((base, _)) => with_baseline(text, start, base, quantity, passage, self.scene),
                None => subject::read(text, start, quantity, &passage.times, self.scene.place.as_deref()),
            };
            let counted = is_counted(quantity, &head, after);
            let verb = head.verb.clone().or_else(|| {
                carry.verb.clone().filter(|_| counted || head.subject.is_empty() || text[from..].starts_with('、'))
            });
            head.verb = verb;
            let names =
                self.indicators(quantity, &head, after, counted, respectively, &mut pair, members.len() - index, carry);
            let base = if baseline.len() > 1 {
                baseline.get(index.saturating_sub(baseline.len())).copied()
            } else {
                baseline.first().copied()
            };
            for (n, indicator) in names.iter().enumerate() {
                let base = if baseline.len() == names.len() { baseline.get(n).copied() } else { base };
                self.statement(passage, sentence, clause, quantity, &head, indicator, after, base, dated);
            }
            carry.verb = head.verb.clone();
            carry.subjects.clone_from(&names);
            for name in names {
                if !carry.all.contains(&name) {
                    carry.all.push(name);
                }
            }
            from = member_end(text, quantity, next, counted);
        }
    }

    /// The indicators of one number: one, or one for each member of a list.
    #[allow(clippy::too_many_arguments)]
    fn indicators(
        &self,
        quantity: &Quantity,
        head: &Head,
        after: &str,
        counted: bool,
        respectively: bool,
        pair: &mut Vec<String>,
        left: usize,
        carry: &Carry,
    ) -> Vec<String> {
        if counted {
            let noun = object::read(after);
            return vec![if noun.is_empty() { head.subject.clone() } else { noun }];
        }
        if quantity.dimension == Dimension::Money
            && head.subject.ends_with("投资")
            && object::investment(after).is_some()
        {
            return object::investment(after).into_iter().collect();
        }
        if !pair.is_empty() && head.subject.is_empty() {
            return vec![pair.remove(0)];
        }
        let subject = if subject::is_named(&head.subject) { head.subject.clone() } else { String::new() };
        let adds_up = matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass);
        if subject.is_empty() {
            return self.carried(head, respectively, pair, left, carry);
        }
        if let Some(share) = subject.strip_prefix('占').filter(|_| !carry.subjects.is_empty()) {
            let whole = CLAUSES.scope.prefix(share).is_some_and(|scope| scope.len() == share.len());
            return carry
                .subjects
                .iter()
                .map(|s| if whole { s.clone() } else { format!("{s}占{}", share.trim_end_matches('的')) })
                .collect();
        }
        let names = list::members(&subject);
        if respectively && names.len() > 1 && names.len() == left {
            *pair = names;
            return vec![pair.remove(0)];
        }
        if list::is_shared(&head.governor, &names, adds_up) { names } else { vec![subject] }
    }

    /// The subjects of the clause before.
    fn carried(
        &self,
        head: &Head,
        respectively: bool,
        pair: &mut Vec<String>,
        left: usize,
        carry: &Carry,
    ) -> Vec<String> {
        if respectively && left > 1 && carry.all.len() >= left {
            *pair = carry.all[carry.all.len() - left..].to_vec();
            return vec![pair.remove(0)];
        }
        let spread =
            ["均", "都", "分别"].iter().any(|word| head.governor.starts_with(word) || head.governor.contains("分别"));
        let subjects = if spread { &carry.all } else { &carry.subjects };
        if subjects.is_empty() { vec![head.subject.clone()] } else { subjects.clone() }
    }

    #[allow(clippy::too_many_arguments)]
    fn statement(
        &mut self,
        passage: &Passage<'_>,
        sentence: &Sentence,
        clause: Span,
        quantity: &Quantity,
        head: &Head,
        indicator: &str,
        after: &str,
        baseline: Option<(&Quantity, Option<i32>)>,
        dated: Option<&Dated>,
    ) {
        if indicator.is_empty() {
            return;
        }
        let text = passage.text;
        let own = dating::governing(text, sentence.span, clause, quantity.span.start, &passage.times)
            .map(|t| Dated::new(text, t));
        let so_far = &text[sentence.span.start..clause.end];
        let cues = status::Cues {
            so_far,
            clause: clause.of(text),
            dated: own.as_ref().or(dated),
            role: passage.role,
            heading: &passage.heading,
        };
        let (status, status_evidence) = status::decide(self.scene, &cues);
        let (modality, modality_word) = match status {
            Status::Target => status::modality(&text[sentence.span.start..clause.start], clause.of(text)),
            Status::Achieved => Default::default(),
        };
        let before = &text[clause.start..quantity.core.start];
        let change = change::decide(
            quantity,
            &change::Cues {
                governor: &head.governor,
                verb: head.verb.as_deref(),
                after,
                indicator,
                yearly: is_yearly(passage, clause, quantity, before),
                based: passage
                    .times
                    .iter()
                    .any(|t| clause.contains(t.span) && t.role == TimeRole::Compared && !t.relative)
                    || before.contains("累计"),
                doubling: quantity.core.of(text).contains('番'),
                report: self.scene.report,
            },
        );
        let deadline = dating::deadline(self.scene, status, own.as_ref(), dated);
        let span = Span::new(head.quote_start, quantity.span.end);
        let mut evidence = vec![status_evidence];
        evidence.extend(head.verb.as_ref().map(|verb| format!("verb:{verb}")));
        evidence.extend(modality_word.map(|word| format!("modality:{word}")));
        evidence.extend(deadline.as_ref().filter(|d| !d.text.is_empty()).map(|d| format!("time:{}", d.text)));
        let (theme, theme_evidence) = theme::decide(indicator, self.around(passage, clause));
        evidence.push(theme_evidence);
        self.statements.push(Statement {
            status,
            kind: Kind::Quantity,
            node: passage.paragraph.node,
            run_in: passage.run_in.clone(),
            indicator: indicator.to_owned(),
            scope: head.scope.clone(),
            amount: Some(amount(text, quantity, span, change)),
            baseline: baseline.map(|(base, year)| Baseline { value: base.value, unit: unit_of(base, quantity), year }),
            deadline,
            recurring: text[clause.start..quantity.span.end].contains("每年"),
            modality,
            nature: nature(sentence.span.of(text)),
            theme,
            responsible: passage.responsible.clone(),
            sentence: sentence.span.of(text).to_owned(),
            span: passage.paragraph.view.source(span),
            evidence,
        });
    }

    /// Where a statement stands, nearest first, for its theme.
    pub(super) fn around<'p>(
        &'p self,
        passage: &'p Passage<'_>,
        clause: Span,
    ) -> impl Iterator<Item = (&'static str, &'p str)> {
        let run_in = passage.run_in.as_deref().map(|r| ("run-in", r));
        let clause = std::iter::once(("clause", clause.of(passage.text)));
        let titles =
            std::iter::successors(passage.paragraph.node, |&n| self.outline.nodes.get(n).and_then(|n| n.parent));
        let titles = titles.filter_map(|n| self.outline.nodes.get(n)).map(|n| ("heading", n.title.as_str()));
        clause.chain(run_in).chain(titles)
    }
}

/// The number of a statement.
pub(super) fn amount(text: &str, quantity: &Quantity, span: Span, change: Change) -> Amount {
    Amount {
        value: quantity.value,
        upper: quantity.upper,
        unit: unit_of(quantity, quantity),
        comparator: quantity.comparator,
        change,
        text: span.of(text).to_owned(),
    }
}

/// Its unit; a bare size class is one of money.
fn unit_of(quantity: &Quantity, other: &Quantity) -> String {
    match quantity.unit.as_str() {
        "" if quantity.shape == Shape::SizeClass => "元".into(),
        "" => other.unit.clone(),
        unit => unit.to_owned(),
    }
}

/// 约束性 or 预期性 where the sentence says so in brackets.
pub(super) fn nature(sentence: &str) -> Option<Nature> {
    if sentence.contains("约束性") {
        Some(Nature::Binding)
    } else if sentence.contains("预期性") || sentence.contains("引导性") {
        Some(Nature::Expected)
    } else {
        None
    }
}

/// Whether the number is one per year or against last year.
fn is_yearly(passage: &Passage<'_>, clause: Span, quantity: &Quantity, before: &str) -> bool {
    CLAUSES.yearly_mark.is_in(before)
        || passage.times.iter().any(|t| {
            clause.contains(t.span)
                && t.span.end <= quantity.core.start
                && (t.role == TimeRole::Recurring || (t.role == TimeRole::Compared && t.relative))
        })
}

/// Whether the noun behind the number is what is counted, rather than a subject before it.
fn is_counted(quantity: &Quantity, head: &Head, after: &str) -> bool {
    if !object::follows(after) {
        return false;
    }
    let countable = match quantity.shape {
        Shape::Percent | Shape::Fraction => return after.starts_with('的') && head.subject.is_empty(),
        Shape::SizeClass => true,
        Shape::Cardinal => quantity.dimension != Dimension::Money,
        _ => false,
    };
    countable && !(reached(&head.governor) && subject::is_named(&head.subject) && head.verb.is_none())
}

/// Whether the words before the number say that a subject reaches it.
fn reached(governor: &str) -> bool {
    ["达", "突破", "超", "控制", "稳定", "不低于", "高于"].iter().any(|word| governor.contains(word))
}

/// Where the text of the next member begins: behind the counted noun, or right behind the number.
fn member_end(text: &str, quantity: &Quantity, next: usize, counted: bool) -> usize {
    let between = &text[quantity.span.end..next];
    if !counted {
        return quantity.span.end;
    }
    match between.rfind('、') {
        Some(at) if at + '、'.len_utf8() < between.len() => quantity.span.end + at + '、'.len_utf8(),
        Some(_) => next,
        None if between.ends_with('和') || between.ends_with('及') || between.ends_with('与') => next,
        None => quantity.span.end,
    }
}

/// 由60%提高到65%: the first number is where the second starts from.
fn is_baseline(text: &str, from: usize, quantity: &Quantity, after: &str, more: bool, times: &[TimeMention]) -> bool {
    if !more || quantity.shape == Shape::Rank {
        return false;
    }
    let mut before = &text[from..quantity.span.start];
    while let Some(cut) = ["的", "人均", "不足", "约", "近"].iter().find_map(|word| before.strip_suffix(word)) {
        before = cut;
    }
    let at = from + before.len();
    let dated = times.iter().any(|t| t.span.end == at && matches!(t.role, TimeRole::From));
    let opened = dated || before.ends_with('由') || before.ends_with('从');
    let leads = ["到", "至", "为", "成"].iter().any(|word| after.contains(word)) || after == "、" || after == "和";
    opened && leads
}

/// The head of a number with a starting value: the subject stands before 由.
fn with_baseline(
    text: &str,
    from: usize,
    base: &Quantity,
    quantity: &Quantity,
    passage: &Passage<'_>,
    scene: &Scene,
) -> Head {
    let mut shifted = base.clone();
    let mut at = base.span.start;
    for word in ["人均", "的"] {
        if text[from..at].ends_with(word) {
            at -= word.len();
        }
    }
    if let Some(time) = passage.times.iter().find(|t| t.span.end == at && t.span.start >= from) {
        at = time.span.start;
    }
    for word in ["由", "从"] {
        if text[from..at].ends_with(word) {
            at -= word.len();
        }
    }
    shifted.span = Span::new(at, base.span.end);
    shifted.core = Span::new(at, base.core.end);
    let subject = subject::read(text, from, &shifted, &passage.times, scene.place.as_deref());
    let reach = subject::read(text, base.span.end, quantity, &passage.times, None);
    Head { governor: reach.governor, quote_start: reach.quote_start, ..subject }
}

/// What a clause without a number leaves to the next: the thing it speaks of.
fn carry_subject(passage: &Passage<'_>, clause: Span, carry: &mut Carry) {
    let topic = milestone::topic(passage.text, clause, &passage.times);
    if !topic.is_empty() && topic.chars().count() <= 24 {
        carry.subjects = list::members(&topic);
        carry.all.clone_from(&carry.subjects);
    }
    carry.verb = None;
}
