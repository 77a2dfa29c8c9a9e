//! Paragraphs to statements: walks sentences and clauses, keeping what carries over from one to the next.

use crate::{
    lexicon::CLAUSES,
    outline::{Notice, Outline, Paragraph},
    quantity::{self, Quantity, Shape},
    span::Span,
    time::{self, TimeMention, TimeRole},
};

use super::{milestones, reference, responsible};
use crate::{
    judge::{
        amount, change,
        dating::{self, Dated},
        status, theme,
    },
    reading::{
        clause::{Carry, Clause, Found},
        list,
        scene::{Role, Scene},
        sentence::{self, Sentence},
    },
    statement::{Amount, Baseline, Change, Kind, Nature, Statement, Status},
};

/// Reads the paragraphs of one document in order.
pub(super) struct Reader<'a> {
    pub(super) scene: &'a Scene,
    pub(super) outline: &'a Outline,
    /// The document's text, for the signs that the clean text folds.
    document: &'a str,
    /// The section whose first paragraph was read last.
    opened: Option<Option<usize>>,
    /// The words with which that section says that it reviews the past period.
    reviews: Option<String>,
    /// The date that holds for the section, with the section it holds for.
    section_date: Option<(Option<usize>, Dated)>,
    pub(super) statements: Vec<Statement>,
    /// What could not be read as a statement.
    pub(super) notices: Vec<Notice>,
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
    /// The last year of a plan period that a heading above names, in a report of one year.
    pub(super) due: Option<i32>,
}

impl Passage<'_> {
    /// Whether `clause` stands in or behind a condition (如果能耗强度不变，还将…): it says what would be, not what shall be.
    fn is_conditional(&self, sentence: Span, clause: Span) -> bool {
        let so_far = &self.text[sentence.start..clause.end];
        ["如果", "假如", "倘若", "若不"].iter().any(|word| so_far.contains(word))
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(scene: &'a Scene, outline: &'a Outline, document: &'a str) -> Self {
        Self {
            scene,
            outline,
            document,
            opened: None,
            reviews: None,
            section_date: None,
            statements: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Reads one paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let text = paragraph.view.text();
        let (role, heading) = self.role(paragraph);
        if role == Role::Glossary {
            return;
        }
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
            due: self.due(paragraph.node),
        };
        let mut dated: Option<Dated> = self.inherited(&passage);
        let first = self.statements.len();
        for sentence in sentence::split(text) {
            self.sentence(&passage, &sentence, &mut dated);
        }
        theme::settle(&mut self.statements[first..], passage.text);
    }

    /// What the paragraph's section does; one whose heading does not say and that opens with the past plan period reviews it.
    fn role(&mut self, paragraph: &Paragraph) -> (Role, String) {
        let (role, heading) = self.scene.role(self.outline, paragraph.node, paragraph.boxed.as_deref());
        let opens = self.opened.replace(paragraph.node) != Some(paragraph.node);
        if opens {
            let text = paragraph.view.text();
            let first = text.split('。').next().unwrap_or("");
            let times = time::scan(first, self.scene.frame);
            let past =
                |t: &TimeMention| t.period && t.end.zip(self.scene.first_year()).is_some_and(|(end, now)| end < now);
            self.reviews = times.first().is_some_and(past).then(|| first.chars().take(12).collect());
        }
        match &self.reviews {
            Some(opening) if role == Role::Task && paragraph.node.is_some() => (Role::Review, opening.clone()),
            _ => (role, heading),
        }
    }

    /// The last year of the plan period that a heading of a one-year report names (“十五五”时期的目标任务).
    fn due(&self, node: Option<usize>) -> Option<i32> {
        if !self.scene.report {
            return None;
        }
        self.outline.upward(node).find_map(|node| {
            let times = time::scan(&node.title, self.scene.frame);
            times.iter().find(|t| t.period && t.end > self.scene.frame.year).and_then(|t| t.end)
        })
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
            if passage.text[..clause.start].ends_with('；') {
                carry = Carry::default();
            }
            let place = self.scene.place.as_deref();
            let read = Clause::new(passage.text, clause, &passage.quantities, &passage.times, place);
            carry.start = read.base.clone().or(carry.start.take());
            if passage.is_conditional(sentence.span, clause) {
                continue;
            }
            if read.quantities.is_empty() {
                self.note_reference(passage, clause);
                match read.base_subject() {
                    Some(subject) => carry.subjects = vec![subject],
                    None => {
                        milestones::read(self, passage, sentence.span, clause, &carry.subjects);
                        carry_subject(passage, clause, &mut carry);
                    }
                }
                continue;
            }
            for found in read.read(&mut carry) {
                self.statement(passage, sentence, clause, &found, dated.as_ref());
            }
        }
        self.note_date(passage, sentence, dated);
    }

    /// A clause that refers to a target set elsewhere is said, not dropped in silence.
    fn note_reference(&mut self, passage: &Passage<'_>, clause: Span) {
        let words = clause.of(passage.text);
        if passage.role != Role::Review && reference::is_one(words) {
            let span = passage.paragraph.view.source(clause);
            self.notices.push(Notice { code: "target.by-reference", span, message: reference::message(words) });
        }
    }

    /// The date a sentence leaves to those after it.
    fn note_date(&mut self, passage: &Passage<'_>, sentence: &Sentence, dated: &mut Option<Dated>) {
        let last = dating::governing(passage.text, sentence.span, sentence.span, sentence.span.end, &passage.times);
        let Some(time) = last else { return };
        let new = Dated::new(passage.text, time);
        let nearer =
            self.section_date.as_ref().and_then(|(_, d)| d.year).zip(time.end).is_none_or(|(old, new)| new <= old);
        if passage.role == Role::Goal && nearer && (time.period || time.role == TimeRole::By) {
            let heading = Dated { inherited_from_heading: true, ..new.clone() };
            self.section_date = Some((passage.paragraph.node, heading));
        }
        *dated = Some(new);
    }

    /// The statement of one number.
    fn statement(
        &mut self,
        passage: &Passage<'_>,
        sentence: &Sentence,
        clause: Span,
        found: &Found<'_>,
        dated: Option<&Dated>,
    ) {
        let (text, quantity, head) = (passage.text, found.quantity, &found.head);
        let indicator = without_notes(&found.indicator);
        if indicator.is_empty() {
            return;
        }
        let own = dating::paired(text, sentence.span, clause, found.place, &passage.times)
            .or_else(|| dating::governing(text, sentence.span, clause, quantity.span.start, &passage.times));
        let own = own.map(|time| Dated::new(text, time));
        let cues = status::Cues {
            so_far: &text[sentence.span.start..clause.end],
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
        let change = self.change(passage, clause, found);
        let deadline = dating::deadline(self.scene, status, own.as_ref(), dated, passage.due);
        let span = Span::new(head.quote_start, quantity.span.end);
        let mut evidence = vec![status_evidence];
        evidence.extend(head.verb.as_ref().map(|verb| format!("verb:{verb}")));
        evidence.extend(modality_word.map(|word| format!("modality:{word}")));
        evidence.extend(deadline.as_ref().filter(|d| !d.text.is_empty()).map(|d| format!("time:{}", d.text)));
        let (theme, theme_evidence) = theme::decide(&found.indicator, self.around(passage, clause));
        evidence.push(theme_evidence);
        self.statements.push(Statement {
            row: None,
            status,
            kind: Kind::Quantity,
            node: passage.paragraph.node,
            run_in: passage.run_in.clone(),
            indicator,
            scope: head.scope.clone(),
            amount: Some(self.amount(passage, found, span, change)),
            baseline: found.start.as_ref().map(|start| Baseline {
                value: start.quantity.value,
                unit: if start.quantity.unit.is_empty() { quantity.unit.clone() } else { start.quantity.unit.clone() },
                year: start.year,
            }),
            deadline,
            recurring: text[clause.start..quantity.span.end].contains("每年"),
            modality,
            nature: nature(text, sentence.span, quantity.span.end),
            theme,
            responsible: passage.responsible.clone(),
            sentence: sentence.span.of(text).to_owned(),
            span: passage.paragraph.view.source(span),
            evidence,
        });
    }

    /// The number; a ratio keeps the colon it is written with.
    fn amount(&self, passage: &Passage<'_>, found: &Found<'_>, span: Span, change: Change) -> Amount {
        let mut amount = amount::read(passage.text, found, span, change);
        if found.quantity.shape == Shape::Ratio
            && self.document[passage.paragraph.view.source(span).start..].chars().take(12).any(|c| c == '∶')
        {
            amount.unit = amount.unit.replace(':', "∶");
        }
        amount
    }

    fn change(&self, passage: &Passage<'_>, clause: Span, found: &Found<'_>) -> Change {
        let (text, quantity) = (passage.text, found.quantity);
        let before = &text[clause.start..quantity.core.start];
        let compared = |t: &TimeMention| clause.contains(t.span) && t.role == TimeRole::Compared && !t.relative;
        change::decide(
            quantity,
            &change::Cues {
                governor: &found.head.governor,
                verb: found.head.verb.as_deref(),
                after: &text[quantity.span.end..clause.end],
                indicator: &found.indicator,
                counted: found.counted,
                yearly: is_yearly(passage, clause, quantity, before) || CLAUSES.yearly_mark.is_in(&found.head.governor),
                based: passage.times.iter().any(compared) || before.contains("累计") || is_since(before),
                summed: before.contains("累计"),
                doubling: quantity.core.of(text).contains('番'),
                report: self.scene.report && passage.due.is_none(),
            },
        )
    }

    /// Where a statement stands, for its theme: what decides first comes first.
    pub(super) fn around<'p>(
        &'p self,
        passage: &'p Passage<'_>,
        clause: Span,
    ) -> impl Iterator<Item = (&'static str, &'p str)> {
        let run_in = passage.run_in.as_deref().map(|r| ("run-in", r));
        let clause_start = clause.start;
        let clause = std::iter::once(("clause", clause.of(passage.text)));
        let titles = self.outline.upward(passage.paragraph.node).map(|node| ("heading", node.title.as_str()));
        let behind = passage.text[..clause_start].rfind(['。', '；']).map_or(0, |at| at + '。'.len_utf8());
        let sentence = ("sentence", passage.text[behind..clause_start].trim());
        clause.chain(run_in).chain(titles).chain([sentence])
    }
}

/// `name` without footnote marks (①, [3]).
fn without_notes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let bracket = rest.strip_prefix('[').and_then(|r| r.split_once(']'));
        if let Some((_, after)) = bracket.filter(|(mark, _)| mark.len() < 4 && mark.chars().all(|c| c.is_ascii_digit()))
        {
            rest = after;
            continue;
        }
        if !('①'..='⑳').contains(&c) {
            out.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// 约束性 or 预期性: in the bracket right behind the number, else in the sentence or the bracket that follows it.
pub(super) fn nature(text: &str, sentence: Span, number: usize) -> Option<Nature> {
    let behind = text[number..].strip_prefix('（').and_then(|rest| rest.split('）').next());
    let after = text[sentence.end..].trim_start_matches('。');
    let bracket = after.strip_prefix('（').and_then(|rest| rest.split('）').next());
    behind.and_then(named_nature).or_else(|| named_nature(sentence.of(text))).or_else(|| bracket.and_then(named_nature))
}

/// The nature that `words` name.
pub(super) fn named_nature(words: &str) -> Option<Nature> {
    if words.contains("约束性") {
        Some(Nature::Binding)
    } else if words.contains("预期性") || words.contains("引导性") {
        Some(Nature::Expected)
    } else {
        None
    }
}

/// Whether `before` compares with an earlier state that is no last year (较3年前, 比上次, 比上届).
fn is_since(before: &str) -> bool {
    ["较", "比"].iter().filter_map(|word| before.rfind(word).map(|at| &before[at + word.len()..])).any(|than| {
        let years = than.find("年前").is_some_and(|at| than[..at].chars().count() <= 3);
        years || ["上次", "上届", "上轮", "期初", "初期"].iter().any(|word| than.starts_with(word))
    })
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

/// What a clause without a number leaves to the next: the thing it speaks of.
fn carry_subject(passage: &Passage<'_>, clause: Span, carry: &mut Carry) {
    let topic = milestones::topic(passage.text, clause, &passage.times);
    let stands_alone = passage.times.iter().any(|t| t.span == clause);
    if !stands_alone && !topic.is_empty() && topic.chars().count() <= 24 {
        carry.subjects = list::members(&topic);
        carry.all.clone_from(&carry.subjects);
    }
    if !stands_alone {
        carry.verb = None;
        carry.counted = false;
    }
}
