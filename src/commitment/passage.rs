//! A paragraph with its mentions and its surroundings: what the readers of prose and of milestones look at.

use super::{responsible::Duties, rulings::Ruling};
use crate::{
    judge::dating,
    lexicon::{COLUMNS, Forms, PROMISES},
    outline::Paragraph,
    quantity::Quantity,
    reading::{
        mentions::Quotes,
        scene::Role,
        sentence::{self, Sentence},
        verdict::{self, Rule, rules::places},
    },
    span::{self, Span},
    statement::{Held, Kind, Nature, Place, Shared, Statement},
    time::TimeMention,
};

/// How many bytes before a clause say what it is about: 400 characters.
const REACH: usize = 1200;

/// How long a sentence is that only names a topic, in characters.
const TOPIC: std::ops::RangeInclusive<usize> = 4..=16;

/// A paragraph with its mentions.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) paragraph: &'a Paragraph,
    pub(super) quantities: Vec<Quantity>,
    pub(super) times: Vec<TimeMention>,
    pub(super) quotes: Quotes,
    /// Where words begin that every clause is asked for.
    pub(super) asked: Vec<usize>,
    pub(super) role: Role,
    pub(super) heading: String,
    pub(super) run_in: Option<Held<Shared>>,
    /// Where it gives out work: brackets of responsible units, or the whole of a line that names them.
    pub(super) duties: Duties,
    /// The last year of a plan period that a heading above names, in a report of one year.
    pub(super) due: Option<i32>,
    /// The headings above, from the nearest up.
    pub(super) titles: Vec<&'a str>,
}

impl Passage<'_> {
    /// Whether `clause` stands in or behind a condition (如果能耗强度不变，还将…): it says what would be, not what shall be.
    pub(super) fn is_conditional(&self, clause: Span) -> bool {
        self.says(clause, &PROMISES.condition)
    }

    /// Whether a word of `forms`, for which every clause is asked, stands in `clause`.
    pub(super) fn says(&self, clause: Span, forms: &Forms) -> bool {
        let inside =
            self.asked.partition_point(|&at| at < clause.start)..self.asked.partition_point(|&at| at < clause.end);
        self.asked[inside].iter().any(|&at| forms.prefix(&self.text[at..clause.end]).is_some())
    }

    /// Whether a date stands in `sentence` before the end of `clause`.
    pub(super) fn is_dated(&self, sentence: Span, clause: Span) -> bool {
        let so_far = Span::new(sentence.start, clause.end);
        dating::within(&self.times, so_far).iter().any(|time| time.dates() && so_far.contains(time.span))
    }

    /// `clause` up to what gives out its work; `None` where nothing else is left.
    pub(super) fn without_duties(&self, clause: Span) -> Option<Span> {
        let first = self.duties.spans.partition_point(|duty| duty.end <= clause.start);
        let inside = self.duties.spans.get(first).filter(|duty| duty.start < clause.end);
        let end = inside.map_or(clause.end, |duty| duty.start);
        (end > clause.start).then(|| Span::new(clause.start, end))
    }

    /// Whether `span` stands in what gives out work.
    pub(super) fn is_duty(&self, span: Span) -> bool {
        let last = self.duties.spans.partition_point(|duty| duty.start <= span.start).checked_sub(1);
        last.is_some_and(|last| self.duties.spans[last].contains(span))
    }

    /// Its numbers in `span` ruled out by `rule`.
    pub(super) fn apart(&self, span: Span, rule: &'static Rule) -> impl Iterator<Item = Ruling> {
        let (view, node) = (&self.paragraph.view, self.paragraph.node());
        verdict::inside(&self.quantities, span)
            .map(move |quantity| Ruling::apart(view, node, span.of(view.text()), quantity.span, rule))
    }

    /// Its numbers that stand in no clause of `sentences`.
    pub(super) fn across(&self, sentences: &[Sentence]) -> impl Iterator<Item = Ruling> {
        let clauses: Vec<Span> = sentences.iter().flat_map(|sentence| sentence.clauses.iter().copied()).collect();
        let whole = move |number: Span| {
            let at = clauses.partition_point(|clause| clause.end < number.end);
            clauses.get(at).is_some_and(|clause| clause.contains(number))
        };
        let torn = self.quantities.iter().map(|quantity| quantity.span).filter(move |&number| !whole(number));
        let (view, node) = (&self.paragraph.view, self.paragraph.node());
        torn.map(move |number| Ruling::apart(view, node, number.of(view.text()), number, &places::ACROSS))
    }

    /// Where a statement of `clause` stands, for its theme, from the nearest on; of its sentence what opens it first, which
    /// names what it is about.
    pub(super) fn around(&self, clause: Span) -> impl Iterator<Item = (Place, &str)> {
        let near = span::floor(self.text, clause.start.saturating_sub(REACH));
        let before = &self.text[near..clause.start];
        let before = before.rfind(['。', '；']).map_or(before, |at| &before[at + '。'.len_utf8()..]);
        let sentence = before.split('，').map(|part| (Place::Sentence, part.trim()));
        let topic = self.topic(clause).map(|topic| (Place::RunIn, topic));
        let run_in = self.run_in.as_deref().map(|run_in| (Place::RunIn, run_in.as_str())).filter(|_| topic.is_none());
        let titles = self.titles.iter().map(|title| (Place::Heading, *title));
        let near = std::iter::once((Place::Clause, clause.of(self.text))).chain(run_in);
        near.chain(sentence).chain(topic).chain(titles)
    }

    /// The sentence right before that of `clause`, not the paragraph's first, where it only names what this one is about:
    /// 加强数字政府建设。
    fn topic(&self, clause: Span) -> Option<&str> {
        let near = span::floor(self.text, clause.start.saturating_sub(REACH));
        let end = near + self.text[near..clause.start].rfind('。')?;
        let start = near + self.text[near..end].rfind('。')? + '。'.len_utf8();
        Some(Span::new(start, end)).filter(|&sentence| self.names_topic(sentence)).map(|topic| topic.of(self.text))
    }

    /// Whether `sentence` is short, of one clause and counts nothing.
    fn names_topic(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text);
        let short = words.len() <= TOPIC.end() * '。'.len_utf8() && TOPIC.contains(&words.chars().count());
        let short = short && !words.contains(['，', '；', '：']);
        short && verdict::inside(&self.quantities, sentence).all(|quantity| quantity.unit.is_empty())
    }
}

/// 约束性 or 预期性 in the bracket right behind the number that ends at `number`.
pub(super) fn own_nature(text: &str, number: usize) -> Option<Nature> {
    sentence::ahead(text, number).strip_prefix('（').and_then(|rest| rest.split('）').next()).and_then(named_nature)
}

/// Gives the `statements` of one sentence that have no nature of their own the one that their clause names, or a clause
/// without statements right behind them (为约束性指标), or one that announces them (约束性指标：); the numbers among them
/// else that of the bracket that follows the sentence. `clauses` are its clauses with the end of their statements.
pub(super) fn share_nature(statements: &mut [Statement], text: &str, sentence: Span, clauses: &[(Span, usize)]) {
    if statements.is_empty() {
        return;
    }
    let (mut from, mut before, mut announced) = (0, 0..0, None);
    for &(clause, end) in clauses {
        let named = named_nature(clause.of(text));
        if end > from {
            before = from..end;
            give(&mut statements[from..end], named.or(announced));
        } else if text[clause.end..].starts_with('：') || before.is_empty() {
            announced = named.or(announced);
        } else {
            give(&mut statements[before.clone()], named);
        }
        from = end;
    }
    let behind = text[sentence.end..].trim_start_matches('。').len();
    let bracket = own_nature(text, text.len() - behind);
    let numbers = statements.iter_mut().filter(|statement| statement.kind == Kind::Quantity);
    numbers.for_each(|statement| statement.nature = statement.nature.or(bracket));
}

/// Gives the `statements` without a nature this one.
fn give(statements: &mut [Statement], nature: Option<Nature>) {
    statements.iter_mut().for_each(|statement| statement.nature = statement.nature.or(nature));
}

/// The nature that `words` name.
pub(super) fn named_nature(words: &str) -> Option<Nature> {
    if COLUMNS.said_binding.is_in(words) {
        Some(Nature::Binding)
    } else if COLUMNS.said_expected.is_in(words) {
        Some(Nature::Expected)
    } else {
        None
    }
}
