//! Paragraphs to statements: walks sentences and clauses, keeping what carries over from one to the next.

mod antecedents;
mod cadence;
mod heading_date;
mod section;

use crate::{
    lexicon::{CLAUSES, PROMISES},
    memory::let_go,
    outline::{Notice, Outline, Paragraph},
    quantity::{self, Quantity, Shape},
    span::Span,
    time::{self, TimeMention, TimeRole},
};

use self::section::Sections;
use super::{
    milestone, names,
    passage::{self, Passage},
    reference, responsible,
    rulings::Ruling,
    worded,
};
use crate::{
    judge::{
        amount, change,
        dating::{self, Dated},
        status, theme,
    },
    reading::{
        mentions::{Mentions, Quotes},
        parts::{Carry, Clause, Found},
        scene::{Role, Roles, Scene},
        sentence::{self, Sentence},
        verdict::{Judged, Verdict, rules::places},
    },
    statement::{self, Amount, Baseline, Change, Draft, Evidence, Kind, Shared, Statement, Status, Worded},
};

/// Reads the paragraphs of one document in order.
pub(super) struct Reader<'a> {
    pub(super) scene: &'a Scene,
    pub(super) outline: &'a Outline,
    roles: &'a Roles<'a>,
    /// The document's text, for the signs that the clean text folds.
    document: &'a str,
    /// What the sections say of their paragraphs.
    sections: Sections<'a>,
    pub(super) statements: Vec<Statement>,
    /// The goals without numbers.
    pub(super) worded: Vec<Worded>,
    /// What could not be read as a statement.
    pub(super) notices: Vec<Notice>,
    /// What became of each number, where that is asked.
    pub(super) rulings: Option<Vec<Ruling>>,
}

/// What a sentence has said when one of its clauses is read.
struct Said {
    sentence: Span,
    /// The words of it.
    words: Shared,
    carry: Carry,
    /// Whether a condition was named: it holds for the clauses behind it in its sentence.
    conditional: bool,
    /// The date that the sentences before leave.
    dated: Option<Dated>,
}

/// What the sentences before speak of.
#[derive(Default)]
struct Spoken {
    /// The subjects of their last number.
    measured: Vec<String>,
    /// What the sentence right before leaves, where it states no number (推进农村公路建设。).
    topic: Carry,
}

impl<'a> Reader<'a> {
    /// Reads nothing yet; keeps what becomes of each number where that is `ruled` on.
    pub(super) fn new(roles: &'a Roles<'a>, outline: &'a Outline, document: &'a str, ruled: bool) -> Self {
        Self {
            scene: roles.scene,
            outline,
            roles,
            document,
            sections: Sections::new(roles.scene, outline),
            statements: Vec::new(),
            notices: Vec::new(),
            worded: Vec::new(),
            rulings: ruled.then(Vec::new),
        }
    }

    /// Reads one paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let text = paragraph.view.text();
        let frame = self.scene.frame;
        // 今年 in 2025年工作总结 is the year that it tells of.
        let told = frame.year.map(|year| year - 1);
        let scan = |role| match role {
            Role::Review if self.scene.looks_back => time::scan(text, time::Frame { year: told, ..frame }),
            role => time::scan(text, time::Frame { review: role == Role::Review, ..frame }),
        };
        let (said, heading) = self.roles.of(paragraph.node(), paragraph.boxed.as_deref());
        let headed = (said, heading.to_owned());
        let times = scan(said);
        let (role, heading) = self.sections.role(paragraph, headed, &times);
        let times = if role == said { times } else { scan(role) };
        let mut quantities = quantity::scan(text);
        if frame.republic {
            // 114年 is a year there.
            let dates = |number: &Quantity| times.iter().any(|time| !time.relative && time.span.contains(number.core));
            quantities.retain(|number| !dates(number));
        }
        let passage = Passage {
            text,
            paragraph,
            quantities,
            times,
            quotes: Quotes::new(text),
            asked: PROMISES.of_clauses.places(text),
            role,
            heading,
            run_in: paragraph.run_in.as_deref().map(|span| Shared::from(span.of(text)).into()),
            duties: responsible::read(text, frame),
            due: self.sections.due(paragraph),
            titles: self.outline.upward(paragraph.node()).map(|node| node.title.as_str()).collect(),
        };
        if role == Role::Glossary {
            self.note(passage.apart(Span::new(0, text.len()), &places::GLOSSARY));
            return;
        }
        let mut dated: Option<Dated> = self.sections.date(&passage);
        let mut spoken = Spoken::default();
        let first = self.statements.len();
        let sentences = sentence::split(text);
        for sentence in &sentences {
            self.sentence(&passage, sentence, &mut dated, &mut spoken);
        }
        self.note(passage.across(&sentences));
        if role == Role::Goal {
            self.worded.extend(worded::read(&passage, &sentences));
        }
        theme::settle(&mut self.statements[first..], passage.text);
        let_go(passage.quantities);
    }

    /// Reads a sentence; `dated` is the date and `spoken` the subjects that those before it leave.
    fn sentence(&mut self, passage: &Passage<'_>, sentence: &Sentence, dated: &mut Option<Dated>, spoken: &mut Spoken) {
        let first = self.statements.len();
        let mut said = Said {
            sentence: sentence.span,
            words: sentence.span.of(passage.text).into(),
            carry: Carry::default(),
            conditional: false,
            dated: dated.clone(),
        };
        let mut ends = Vec::with_capacity(sentence.clauses.len());
        for &clause in &sentence.clauses {
            self.clause(passage, clause, &mut said, spoken);
            ends.push((clause, self.statements.len() - first));
        }
        let stated = self.statements.len() > first;
        spoken.topic = if stated { Carry::default() } else { said.carry };
        passage::share_nature(&mut self.statements[first..], passage.text, sentence.span, &ends);
        if let Some(new) = self.sections.dated_by(passage, sentence) {
            *dated = Some(new);
        }
    }

    /// Reads a clause of a sentence of which so much is `said`.
    fn clause(&mut self, passage: &Passage<'_>, clause: Span, said: &mut Said, spoken: &mut Spoken) {
        // 到2030年，城镇、农村收入分别…；到2035年，|分别达到…
        let next = passage.text[clause.end..].strip_prefix('，').unwrap_or("");
        let dates = || dating::within(&passage.times, clause).iter().any(|time| time.span == clause);
        let paired = CLAUSES.respective.prefix(next).is_some() && dates();
        if passage.text[..clause.start].ends_with('；') && !paired {
            said.carry = Carry::default();
        }
        let mentions = Mentions {
            text: passage.text,
            quantities: &passage.quantities,
            times: dating::within(&passage.times, said.sentence),
            quotes: &passage.quotes,
            place: self.scene.place.as_deref(),
        };
        let read = Clause::new(&mentions, clause);
        let carry = &mut said.carry;
        carry.start = read.base.clone().or(carry.start.take());
        said.conditional |= passage.is_conditional(clause);
        if said.conditional {
            self.note(passage.apart(clause, &places::CONDITION));
            return;
        }
        if read.quantities.is_empty() {
            self.silent(passage, &read, said, spoken);
        } else {
            self.stating(passage, &read, said, spoken);
        }
    }

    /// Reads a clause whose numbers state nothing: a milestone, and what it leaves to those behind it.
    fn silent(&mut self, passage: &Passage<'_>, read: &Clause<'_>, said: &mut Said, spoken: &mut Spoken) {
        let (clause, carry) = (read.span, &mut said.carry);
        let alone = antecedents::stands_alone(passage, clause);
        if !alone {
            spoken.measured.clear();
        }
        self.rule(passage, read, &[]);
        self.note_reference(passage, clause);
        if let Some(subject) = read.base_subject() {
            antecedents::name(passage, carry);
            carry.subjects = vec![subject];
            return;
        }
        if read.judged.iter().any(|judged| judged.verdict == Verdict::Apart) {
            return;
        }
        let before = || {
            antecedents::name(passage, carry);
            carry.works()
        };
        let drafts = milestone::read(self.scene, passage, said.sentence, clause, before);
        self.milestones(drafts, passage, clause, &said.words);
        if !alone {
            antecedents::leave(clause, &mut said.carry);
        }
    }

    /// Reads a clause with numbers that state something.
    fn stating(&mut self, passage: &Passage<'_>, read: &Clause<'_>, said: &mut Said, spoken: &mut Spoken) {
        let (clause, sentence, carry) = (read.span, said.sentence, &mut said.carry);
        antecedents::name(passage, carry);
        let summed = || cadence::spans_the_plan(self.scene, clause.of(passage.text)) && read.is_unnamed();
        if carry.subjects.is_empty() && (passage.is_dated(sentence, clause) && read.resumes() || summed()) {
            carry.subjects.clone_from(&spoken.measured);
        }
        if carry.subjects.is_empty() && read.adds_unnamed() {
            antecedents::name(passage, &mut spoken.topic);
            carry.subjects.clone_from(&spoken.topic.subjects);
        }
        let mut stated = Vec::new();
        for found in read.read(carry) {
            let count = self.statements.len();
            self.statement(passage, clause, &found, said);
            stated.extend((self.statements.len() > count).then_some(found.quantity.span));
        }
        spoken.measured.clone_from(&said.carry.subjects);
        self.rule(passage, read, &stated);
        let drafts = milestone::beside_numbers(self.scene, passage, sentence, clause);
        self.milestones(drafts, passage, clause, &said.words);
    }

    fn milestones(&mut self, drafts: Vec<Draft>, passage: &Passage<'_>, clause: Span, words: &Shared) {
        let drafts = drafts.into_iter().map(|draft| Draft { sentence: words.clone(), ..draft });
        drafts.for_each(|draft| self.finish(draft, passage, clause));
    }

    fn finish(&mut self, draft: Draft, passage: &Passage<'_>, clause: Span) {
        let theme = theme::decide(&draft.indicator, passage.around(clause));
        statement::add(&mut self.statements, draft.finish(theme));
    }

    /// Notes what became of the numbers of a clause, of which those at `stated`, in order, have statements.
    fn rule(&mut self, passage: &Passage<'_>, clause: &Clause<'_>, stated: &[Span]) {
        let (view, node) = (&passage.paragraph.view, passage.paragraph.node());
        let ruling = |judged: &Judged<'_>| {
            Ruling::new(view, node, clause.span, judged, stated.binary_search(&judged.quantity.span).is_ok())
        };
        self.note(clause.judged.iter().map(ruling));
    }

    fn note(&mut self, rulings: impl Iterator<Item = Ruling>) {
        if let Some(noted) = &mut self.rulings {
            noted.extend(rulings);
        }
    }

    /// A clause that refers to a target set elsewhere is said, not dropped in silence.
    fn note_reference(&mut self, passage: &Passage<'_>, clause: Span) {
        let words = clause.of(passage.text);
        let refers = passage.says(clause, &PROMISES.fulfil) && reference::is_one(words);
        if passage.role != Role::Review && refers {
            let span = passage.paragraph.view.source(clause);
            self.notices.push(Notice { code: "target.by-reference", span, message: reference::message(words) });
        }
    }

    /// The statement of one number in a clause of a sentence of which so much is `said`.
    fn statement(&mut self, passage: &Passage<'_>, clause: Span, found: &Found<'_>, said: &Said) {
        let (sentence, dated) = (said.sentence, said.dated.as_ref());
        let (text, quantity, head) = (passage.text, found.quantity, &found.head);
        let indicator = names::of_prose(&found.indicator);
        if indicator.is_empty() {
            return;
        }
        let own = dating::paired(text, (sentence, clause), (found.place, found.series), &passage.times)
            .or_else(|| dating::governing(text, sentence, clause, quantity.span.start, &passage.times));
        let whole = cadence::spans_the_plan(self.scene, clause.of(text));
        let own = own.filter(|time| !whole || clause.contains(time.span)).map(|time| Dated::new(text, time));
        let dated = dated.filter(|_| !whole);
        let cues = status::Cues {
            so_far: &text[sentence.start..clause.end],
            clause: clause.of(text),
            aside: sentence::aside(text, clause, quantity.span),
            dated: own.as_ref().or(dated),
            role: passage.role,
            heading: &passage.heading,
        };
        let (status, status_evidence) = status::decide(self.scene, &cues);
        let (modality, modality_word) = match status {
            Status::Target => {
                status::modality(&text[sentence.start..clause.start], up_to_next(text, clause, quantity.span.end))
            }
            Status::Achieved => Default::default(),
        };
        let change = self.change(passage, clause, found, own.as_ref().or(dated));
        let deadline = dating::deadline(self.scene, status, own.as_ref(), dated, passage.due);
        let span = Span::new(head.quote_start, quantity.span.end);
        let mut evidence = Vec::with_capacity(5);
        evidence.push(status_evidence);
        evidence.extend(head.verb.as_deref().map(|verb| Evidence::Verb(verb.into())));
        evidence.extend(modality_word.map(|word| Evidence::Modality(word.into())));
        evidence.extend(deadline.as_ref().filter(|d| !d.text.is_empty()).map(|d| Evidence::Time(d.text.clone())));
        let theme = theme::decide(&found.indicator, passage.around(clause));
        let source = passage.paragraph.view.source(span);
        let draft = Draft {
            status,
            run_in: passage.run_in.clone(),
            scope: head.scope.as_deref().map(Into::into),
            amount: Some(self.amount(passage, found, span, change)),
            baseline: found.start.as_ref().map(|start| {
                let unit = if start.unit.is_empty() { &quantity.unit } else { &start.unit };
                Baseline { value: start.value, unit: unit.as_str().into(), year: start.year }.into()
            }),
            deadline,
            recurring: cadence::is_recurring(text, clause, quantity, change),
            modality,
            nature: passage::own_nature(text, quantity.span.end),
            responsible: passage.duties.of(span),
            sentence: said.words.clone(),
            evidence,
            ..Draft::new(Kind::Quantity, indicator.into(), passage.paragraph.node(), source)
        };
        statement::add(&mut self.statements, draft.finish(theme));
    }

    /// The number; a ratio keeps the colon it is written with.
    fn amount(&self, passage: &Passage<'_>, found: &Found<'_>, span: Span, change: Change) -> Amount {
        let mut amount = amount::read(passage.text, found, span, change);
        // 由9.8%降至0: a bare end is in the unit of the start.
        let unit = found.start.as_ref().map(|start| &start.unit).filter(|unit| !unit.is_empty());
        if let Some(unit) = unit.filter(|_| found.quantity.unit.is_empty()) {
            amount.unit = unit.as_str().into();
        }
        if found.quantity.shape == Shape::Ratio
            && self.document[passage.paragraph.view.source(span).start..].chars().take(12).any(|c| c == '∶')
        {
            amount.unit = amount.unit.replace(':', "∶").into();
        }
        amount
    }

    fn change(&self, passage: &Passage<'_>, clause: Span, found: &Found<'_>, dated: Option<&Dated>) -> Change {
        let (text, quantity) = (passage.text, found.quantity);
        let before = &text[clause.start..quantity.core.start];
        // 新增基站8座，累计建设基站80座: the sum behind what was added is how many there are.
        let again = self.statements.last().is_some_and(|last| {
            let added = last.amount.as_ref().is_some_and(|amount| amount.change == Change::Increment);
            added
                && last.indicator == found.indicator
                && CLAUSES.new_addition.is_in(cadence::before_clause(text, clause))
        });
        let summed = CLAUSES.sum_mark.is_in(before);
        let sums = || summed && !CLAUSES.new_addition.is_in(before) && (found.counted || found.head.verb.is_some());
        if again && sums() {
            return Change::Level;
        }
        let compared = |t: &TimeMention| clause.contains(t.span) && t.role == TimeRole::Compared && !t.relative;
        change::decide(
            quantity,
            &change::Cues {
                governor: &found.head.governor,
                verb: found.head.verb.as_deref(),
                after: &text[quantity.span.end..clause.end],
                indicator: &found.indicator,
                lead: before.strip_suffix(found.indicator.as_str()).unwrap_or(""),
                counted: found.counted,
                yearly: cadence::is_yearly(passage, clause, quantity, before)
                    || CLAUSES.yearly_mark.is_in(&found.head.governor),
                based: dating::within(&passage.times, clause).iter().any(compared)
                    || summed
                    || cadence::is_since(before),
                summed,
                doubling: CLAUSES.doubling.is_in(quantity.core.of(text)),
                report: (self.scene.is_of_one_year() || self.scene.news)
                    && passage.due.is_none()
                    && !cadence::is_over_years(before)
                    && !cadence::spans_years(passage, dated),
            },
        )
    }
}

/// The clause as far as it speaks of the number that ends at `end`, up to the member that holds the next: 年均增长5%以上|、力争达到6%.
fn up_to_next(text: &str, clause: Span, end: usize) -> &str {
    let numbered = |at: &usize| text[end + at..clause.end].contains(|c: char| c.is_ascii_digit());
    let behind = text[end..clause.end].find('、').filter(numbered);
    &text[clause.start..behind.map_or(clause.end, |at| end + at)]
}
