//! The plain data of a clause under reading: the clause, what its numbers are found to say, what one hands on to the next.

use crate::{
    lexicon::CLAUSES,
    number::Number,
    quantity::{Comparator, Quantity, Shape},
    span::Span,
    time::TimeMention,
};

use super::{
    left::{Head, Stretch},
    verdict::Judged,
};

/// A starting value.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) value: Number,
    /// Its unit; empty where it is written bare.
    pub(crate) unit: String,
    /// The year it held, where stated.
    pub(crate) year: Option<i32>,
    /// Where it stands.
    pub(crate) stretch: Stretch,
}

impl Start {
    /// The starting value that `quantity` is, held in `year`.
    pub(super) fn of(quantity: &Quantity, year: Option<i32>) -> Self {
        Self { value: quantity.value, unit: quantity.unit.clone(), year, stretch: quantity.into() }
    }
}

/// What one clause leaves to the next in a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    /// The subjects of the last number.
    pub(crate) subjects: Vec<String>,
    /// The subjects of the clause before, or of the clauses before where each had one.
    pub(crate) all: Vec<String>,
    /// Whether those were paired with as many numbers.
    pub(crate) paired: bool,
    /// The clauses without numbers behind those, in order, whose subjects nobody has asked for yet.
    pub(crate) unasked: Vec<Span>,
    /// The verb that governs a list of counts.
    pub(crate) verb: Option<String>,
    /// The unit of the last number that is no share.
    pub(crate) unit: String,
    /// The unit before that, where it was another, and what was measured in it.
    pub(crate) earlier: Option<(String, Vec<String>)>,
    /// What the last number that is no share measured, where shares follow it.
    pub(crate) before_share: Option<Vec<String>>,
    /// The words before the last number, if it grew or fell.
    pub(crate) governor: String,
    /// Whether the last indicator was a counted noun.
    pub(crate) counted: bool,
    /// A starting value (在2020年41%的基础上).
    pub(crate) start: Option<Start>,
}

impl Carry {
    /// What a stage told of nothing named is of (…，9月底前投入使用): the subjects, but of a sum that was invested the works before it.
    pub(crate) fn works(&self) -> Vec<String> {
        let sum = |name: &String| CLAUSES.investment.suffix(name).is_some();
        if self.subjects.is_empty() || !self.subjects.iter().all(sum) {
            return self.subjects.clone();
        }
        self.all.iter().filter(|name| !sum(name)).cloned().collect()
    }

    /// The last `count` subjects before, if there are so many.
    pub(super) fn last(&self, count: usize) -> &[String] {
        let named = if self.all.len() < count && self.subjects.len() == count { &self.subjects } else { &self.all };
        named.len().checked_sub(count).map_or(&[], |from| &named[from..])
    }

    /// 实施项目80个，年度投资9亿元，其中新开工|45个: the subjects of the last number in `unit`, where that right before has another or is a share.
    pub(super) fn earlier_in(&self, unit: &str) -> Option<&[String]> {
        if self.unit == unit {
            return self.before_share.as_deref();
        }
        let (earlier, subjects) = self.earlier.as_ref()?;
        (earlier == unit).then_some(subjects)
    }

    /// Notes that a share is read next, of what has a measure of its own (建成公园80个，达标率100%，其中45个…).
    pub(super) fn note_share(&mut self) {
        self.before_share.get_or_insert_with(|| self.subjects.clone());
    }

    /// Notes `unit` as that of the number just read.
    pub(super) fn note_unit(&mut self, unit: &str) {
        if self.unit != unit && !self.unit.is_empty() {
            self.earlier = Some((std::mem::take(&mut self.unit), self.subjects.clone()));
        }
        self.before_share = None;
        unit.clone_into(&mut self.unit);
    }

    /// 新增炼钢能力8万吨，|炼铁能力9万吨: whether the verb of the clause before brings about what this one measures as well: it has
    /// the same unit, no verb, and no measure or an ability as well.
    pub(super) fn lists(&self, quantity: &Quantity, head: &Head) -> bool {
        let measure = |name: &str| CLAUSES.measure.suffix(name);
        let verb = self.verb.as_deref().filter(|_| head.governor.is_empty() && quantity.shape == Shape::Cardinal);
        let alike = |before: &String| match (measure(before), measure(&head.subject)) {
            (None, None) => true,
            (before, this) => {
                let ability = before.is_some_and(|measure| CLAUSES.capacity.has(measure));
                before == this && ability && verb.is_some_and(|verb| CLAUSES.new_addition.has(verb))
            }
        };
        let unit = !self.unit.is_empty() && self.unit == quantity.unit;
        verb.is_some() && unit && self.subjects.last().is_some_and(alike)
    }
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
    /// How many numbers its clause states, where all are of one thing; 0 where they are of several.
    pub(crate) series: usize,
}

/// The clause to read.
pub(crate) struct Clause<'q> {
    pub(crate) text: &'q str,
    pub(crate) span: Span,
    /// Every number of the passage.
    pub(crate) numbers: &'q [Quantity],
    /// The verdict on each number of the clause.
    pub(crate) judged: Vec<Judged<'q>>,
    /// The numbers that state something or start something.
    pub(crate) quantities: Vec<&'q Quantity>,
    /// Which of these are starts.
    pub(super) starts: Vec<bool>,
    pub(crate) times: &'q [TimeMention],
    pub(crate) place: Option<&'q str>,
    /// A starting value that the clause only names.
    pub(crate) base: Option<Start>,
}

impl Clause<'_> {
    /// 2023年、2024年分别完成8个、9个: whether its numbers pair with as many times.
    pub(super) fn pairs_times(&self) -> bool {
        let times = self.times.iter().filter(|time| self.span.contains(time.span) && time.dates()).count();
        times > 1 && times == self.quantities.len()
    }

    /// Whether 分别 pairs its numbers with its names.
    pub(super) fn respectively(&self) -> bool {
        CLAUSES.respective.is_in(self.span.of(self.text))
    }
}

/// What the members of a clause hand on to each other.
pub(super) struct State<'q> {
    /// Where the text of the next member begins.
    pub(super) from: usize,
    pub(super) starts: Vec<Start>,
    /// The names that wait for their numbers.
    pub(super) pair: Vec<String>,
    pub(super) governor: String,
    pub(super) comparator: Comparator,
    pub(super) found: Vec<Found<'q>>,
}

impl State<'_> {
    /// Takes the first of `names`; the rest wait for the numbers behind.
    pub(super) fn pair_up(&mut self, mut names: Vec<String>) -> Vec<String> {
        let waiting = names.split_off(names.len().min(1));
        self.pair = waiting;
        names
    }
}
