//! The numbers of one clause with their indicators: pairs, shared numbers, starting values and subjects carried over.

use crate::{
    lexicon::CLAUSES,
    quantity::{Comparator, Dimension, Quantity, Shape},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::{
    list, object, select,
    subject::{self, Frame, Head},
};

/// What one clause leaves to the next in a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Carry {
    /// The subjects of the last number.
    pub(super) subjects: Vec<String>,
    /// The subjects of the clause before, or of the clauses before where each had one.
    pub(super) all: Vec<String>,
    /// The verb that governs a list of counts.
    pub(super) verb: Option<String>,
    /// Whether the last indicator was a counted noun.
    pub(super) counted: bool,
}

/// A starting value and its year.
pub(super) type Start<'q> = (&'q Quantity, Option<i32>);

/// One number with what it says.
#[derive(Clone, Debug)]
pub(super) struct Found<'q> {
    pub(super) quantity: &'q Quantity,
    pub(super) head: Head,
    pub(super) indicator: String,
    /// Whether the indicator is the counted noun behind the number.
    pub(super) counted: bool,
    pub(super) start: Option<Start<'q>>,
}

/// The clause to read.
pub(super) struct Clause<'q> {
    pub(super) text: &'q str,
    pub(super) span: Span,
    pub(super) quantities: Vec<&'q Quantity>,
    pub(super) times: &'q [TimeMention],
    pub(super) place: Option<&'q str>,
}

impl<'q> Clause<'q> {
    /// The clause at `span`, with the quantities in it that state something.
    pub(super) fn new(
        text: &'q str,
        span: Span,
        quantities: &'q [Quantity],
        times: &'q [TimeMention],
        place: Option<&'q str>,
    ) -> Self {
        let inside = quantities.iter().filter(|q| span.contains(q.span));
        let counting: Vec<&Quantity> = inside.filter(|q| select::counts(text, span, q)).collect();
        let mut clause = Self { text, span, quantities: counting, times, place };
        clause.drop_qualifiers();
        clause.drop_classes();
        clause
    }

    /// 井深超过800米的矿山: bounds that say which things are meant, where nothing in the clause brings them about.
    fn drop_classes(&mut self) {
        let (text, span) = (self.text, self.span);
        let defines = |q: &&Quantity| {
            let after = &text[q.span.end..span.end];
            let acts = CLAUSES.add.is_in(&text[span.start..q.span.start]);
            let ends_in_noun =
                after.starts_with('的') || (after.starts_with(['、', '或', '和']) && after.contains('的'));
            let compound = q.dimension == Dimension::Compound && object::follows(after);
            is_bound(q) && is_size_or_count(q) && (ends_in_noun || compound) && !acts
        };
        self.quantities.retain(|q| !defines(q));
    }

    /// 投资超5亿元的项目达4个: a bound on the things counted is no statement of its own.
    fn drop_qualifiers(&mut self) {
        let mut index = 0;
        while index + 1 < self.quantities.len() {
            let (one, next) = (self.quantities[index], self.quantities[index + 1]);
            let between = &self.text[one.span.end..next.span.start];
            if is_qualifier(one, next, between, &self.text[next.span.end..self.span.end]) {
                self.quantities.remove(index);
            } else if next.shape == Shape::SizeClass && between.is_empty() {
                self.quantities.remove(index + 1);
            } else {
                index += 1;
            }
        }
    }

    /// Reads the numbers; `carry` comes from the clauses before and goes on to the next.
    pub(super) fn read(&self, carry: &mut Carry) -> Vec<Found<'q>> {
        let mut state = State {
            from: self.span.start,
            starts: Vec::new(),
            pair: Vec::new(),
            governor: String::new(),
            found: Vec::new(),
        };
        let before = carry.clone();
        for index in 0..self.quantities.len() {
            self.member(index, &before, carry, &mut state);
        }
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
        if self.is_start(state.from, quantity, index) {
            let year = self.times.iter().rfind(|t| t.span.end <= quantity.span.start && t.span.start >= state.from);
            state.starts.push((quantity, year.and_then(|t| t.end)));
            return;
        }
        let mut head = self.head(state.from, quantity, after, state.starts.first().map(|(q, _)| *q));
        let counted = is_counted(quantity, &head, after);
        if counted != object::follows(after) && state.starts.is_empty() {
            head = self.head_as(state.from, quantity, counted);
        }
        let list_goes_on =
            counted || head.subject.is_empty() || self.text[state.from..].starts_with(['、', '和', '及']);
        let same_kind = quantity.dimension == Dimension::Count
            && before.verb.is_some()
            && self.quantities.len() == 1
            && !before.counted;
        if head.verb.is_none() && (list_goes_on || same_kind) {
            head.verb.clone_from(&carry.verb);
        }
        if head.subject.is_empty()
            && !self.moves(&head.governor)
            && index > 0
            && self.text[state.from..quantity.core.start].chars().count() <= 2
        {
            head.governor.clone_from(&state.governor);
        }
        state.governor.clone_from(&head.governor);
        let names = self.indicators(index, &head, after, counted, carry, state);
        let starts = std::mem::take(&mut state.starts);
        for (n, indicator) in names.iter().enumerate() {
            let start = if starts.len() == names.len() { starts.get(n) } else { starts.first() };
            let found =
                Found { quantity, head: head.clone(), indicator: indicator.clone(), counted, start: start.copied() };
            state.found.push(found);
        }
        if starts.len() > 1 && !state.pair.is_empty() {
            state.starts = starts[1..].to_vec();
        }
        carry.verb.clone_from(&head.verb);
        carry.counted = counted;
        carry.subjects = names;
        state.from = member_end(self.text, quantity, next, counted);
    }

    fn head(&self, from: usize, quantity: &Quantity, after: &str, start: Option<&Quantity>) -> Head {
        match start {
            Some(start) => self.head_with_start(from, start, quantity),
            None => self.head_as(from, quantity, object::follows(after) && is_countable(quantity)),
        }
    }

    fn head_as(&self, from: usize, quantity: &Quantity, counted: bool) -> Head {
        subject::read(self.text, from, quantity, &Frame { times: self.times, place: self.place, counted })
    }

    /// 由60%提高到65%: the first number is where the second starts from.
    fn is_start(&self, from: usize, quantity: &Quantity, index: usize) -> bool {
        let Some(next) = self.quantities.get(index + 1).filter(|_| quantity.shape != Shape::Rank) else { return false };
        let after = &self.text[quantity.span.end..next.core.start];
        let at = self.start_opens(from, quantity.span.start);
        let opened = at < quantity.span.start && self.text[at..quantity.span.start].starts_with(['由', '从', '自']);
        let leads = ["到", "至", "为", "成", "转为"].iter().any(|word| after.contains(word));
        let listed = matches!(after, "、" | "和" | "与") && self.quantities.len() > index + 2;
        opened && (leads || listed)
    }

    /// Where 由 or 从 stands before a starting value, with a year between them left aside; the number's place if none does.
    fn start_opens(&self, from: usize, number: usize) -> usize {
        let mut at = number;
        loop {
            let before = &self.text[from..at];
            if let Some(word) =
                ["的", "人均", "不足", "约", "近", "分别", "年均"].into_iter().find(|word| before.ends_with(word))
            {
                at -= word.len();
            } else if let Some(time) =
                self.times.iter().find(|t| t.span.end == at && t.span.start >= from && t.role == TimeRole::From)
            {
                return time.span.start;
            } else if let Some(time) = self.times.iter().find(|t| t.span.end == at && t.span.start >= from) {
                at = time.span.start;
            } else {
                break;
            }
        }
        match ["由", "从"].into_iter().find(|word| self.text[from..at].ends_with(word)) {
            Some(word) => at - word.len(),
            None => number,
        }
    }

    /// The head of a number with a starting value: the subject stands before 由, the governing verb behind the start.
    fn head_with_start(&self, from: usize, start: &Quantity, quantity: &Quantity) -> Head {
        let at = self.start_opens(from, start.span.start);
        let mut shifted = start.clone();
        (shifted.span, shifted.core) = (Span::new(at, start.span.end), Span::new(at, start.core.end));
        let subject = self.head_as(from, &shifted, false);
        let reach = self.head_as(start.span.end.max(from), quantity, false);
        let each = subject.each || reach.each || self.text[at..start.span.start].contains("分别");
        Head { governor: reach.governor, quote_start: reach.quote_start, each, ..subject }
    }

    /// The indicators of one number: one, or one for each member of a list.
    fn indicators(
        &self,
        index: usize,
        head: &Head,
        after: &str,
        counted: bool,
        carry: &Carry,
        state: &mut State<'q>,
    ) -> Vec<String> {
        let quantity = self.quantities[index];
        let behind = &self.text[quantity.span.end..self.span.end];
        if let Some(name) =
            brought_forward(&head.governor, after).or_else(|| honoured(quantity, self.text, head, behind))
        {
            return vec![name];
        }
        if counted {
            let noun = object::read(after, &quantity.unit);
            return vec![if noun.is_empty() { head.subject.clone() } else { noun }];
        }
        if quantity.dimension == Dimension::Money && head.subject == "投资" {
            return vec![self.investment(after, carry)];
        }
        if head.subject.is_empty() && !state.pair.is_empty() {
            return vec![state.pair.remove(0)];
        }
        let left = self.quantities.len() - index;
        if !subject::is_named(&head.subject) {
            return carried(head, self.respectively(), left, carry, state);
        }
        let subject = head.subject.trim_end_matches('的');
        if let Some(share) = subject.strip_prefix('占').filter(|_| !carry.subjects.is_empty()) {
            return shares(share, head, carry);
        }
        let names = list::members(subject);
        if self.respectively()
            && names.len() == 1
            && left > 1
            && carry.all.len() == left
            && CLAUSES.measure.has(subject)
        {
            state.pair = carry.all.iter().map(|name| remeasured(name, subject)).collect();
            return vec![state.pair.remove(0)];
        }
        if self.respectively() && names.len() > 1 && names.len() == left {
            state.pair = names;
            return vec![state.pair.remove(0)];
        }
        let adds_up = matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass)
            && !matches!(quantity.dimension, Dimension::Duration | Dimension::Age);
        if list::is_shared(head.each, &names, adds_up) { names } else { vec![subject.to_owned()] }
    }

    /// Whether words of growth, fall or reach stand in `governor`.
    fn moves(&self, governor: &str) -> bool {
        CLAUSES.grow.is_in(governor) || CLAUSES.fall.is_in(governor) || reached(governor)
    }

    fn respectively(&self) -> bool {
        self.span.of(self.text).contains("分别")
    }

    /// 完成投资10.2亿元: what was invested in stands behind the sum or was counted before it.
    fn investment(&self, after: &str, carry: &Carry) -> String {
        if let Some(name) = object::investment(after) {
            return name;
        }
        match carry.subjects.as_slice() {
            [one] if carry.counted => format!("{one}投资"),
            _ => "投资".into(),
        }
    }
}

/// What the members of a clause hand on to each other.
struct State<'q> {
    from: usize,
    starts: Vec<Start<'q>>,
    pair: Vec<String>,
    /// The words before the last number, which hold for the members of its list.
    governor: String,
    found: Vec<Found<'q>>,
}

/// 提前3年[实现全面达标]: what is brought forward stands behind the number.
fn brought_forward(governor: &str, after: &str) -> Option<String> {
    if !governor.contains("提前") || after.is_empty() {
        return None;
    }
    let rest = after.trim_start_matches("率先").trim_start_matches("基本").trim_start_matches("全面");
    let rest = ["实现", "完成", "达到", "建成"].into_iter().find_map(|verb| rest.strip_prefix(verb))?;
    Some(rest.to_owned())
}

/// The subjects of the clauses before.
fn carried(head: &Head, respectively: bool, left: usize, carry: &Carry, state: &mut State<'_>) -> Vec<String> {
    let measure =
        CLAUSES.measure.suffix(&head.subject).filter(|m| m.len() < head.subject.len() || head.subject == "处理率");
    if respectively && left > 1 && carry.all.len() >= left {
        let names = &carry.all[carry.all.len() - left..];
        state.pair =
            names.iter().map(|name| measure.map_or(name.clone(), |_| remeasured(name, &head.subject))).collect();
        return vec![state.pair.remove(0)];
    }
    let subjects = if head.each { &carry.all } else { &carry.subjects };
    if subjects.is_empty() { vec![head.subject.clone()] } else { subjects.clone() }
}

/// 污水处理能力, 处理率 → 污水处理率: the same thing under another measure.
fn remeasured(name: &str, measure: &str) -> String {
    let ending =
        ["能力", "水平", "工作"].into_iter().find(|end| name.ends_with(end)).or_else(|| CLAUSES.measure.suffix(name));
    let base = ending.and_then(|end| name.strip_suffix(end)).filter(|base| base.chars().count() > 1).unwrap_or(name);
    let overlap = measure
        .char_indices()
        .map(|(at, _)| at)
        .skip(1)
        .filter(|&at| base.ends_with(&measure[..at]))
        .max()
        .unwrap_or(0);
    format!("{base}{}", &measure[overlap..])
}

/// 占全市三分之一, 占财政支出47.5%: the subject before, with the whole it is a share of unless that is the territory.
fn shares(share: &str, head: &Head, carry: &Carry) -> Vec<String> {
    let territory = CLAUSES.scope.has(share) || ["世界", "全球", "国内"].contains(&share);
    let subjects = if head.each { &carry.all } else { &carry.subjects };
    subjects.iter().map(|name| if territory { name.clone() } else { format!("{name}占{share}") }).collect()
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
    if matches!(quantity.shape, Shape::Percent | Shape::Fraction) {
        return after.starts_with('的') && head.subject.is_empty();
    }
    object::follows(after)
        && is_countable(quantity)
        && !(reached(&head.governor) && subject::is_named(&head.subject) && head.verb.is_none())
}

/// Whether the words before the number say that a subject reaches it.
fn reached(governor: &str) -> bool {
    ["达", "突破", "超", "控制", "稳定", "不低于", "高于"].iter().any(|word| governor.contains(word))
}

/// Whether `one` only says which things `next` counts.
fn is_qualifier(one: &Quantity, next: &Quantity, between: &str, behind: &str) -> bool {
    let counts = next.shape == Shape::Cardinal && matches!(next.dimension, Dimension::Count);
    let joined = !between.contains(['、', '，', '；']) && !between.is_empty();
    let total = one.shape == Shape::Cardinal
        && (between.ends_with('中') || between.contains("中有") || between.ends_with("中的"));
    let verb =
        CLAUSES.add.prefix(between).is_some() || CLAUSES.between.prefix(between).is_some_and(|f| f.chars().count() > 1);
    (is_bound(one) && is_size(one) && counts && joined && !verb && !object::follows(behind))
        || (total && joined && counts)
}

fn is_bound(quantity: &Quantity) -> bool {
    matches!(quantity.comparator, Comparator::Gt | Comparator::Ge | Comparator::Lt | Comparator::Le)
}

fn is_size(quantity: &Quantity) -> bool {
    use Dimension::{Age, Area, Compound, Energy, Length, Mass, Money, Volume};
    matches!(quantity.dimension, Money | Length | Area | Energy | Age | Mass | Volume | Compound)
}

fn is_size_or_count(quantity: &Quantity) -> bool {
    is_size(quantity) || quantity.dimension == Dimension::Count
}

/// 连续9年[入选创新城市], 位列[开发区综合考评]第一: the honour or list is what is measured.
fn honoured(quantity: &Quantity, text: &str, head: &Head, behind: &str) -> Option<String> {
    let lasting = quantity.span.of(text).contains("连续") || head.governor.contains("连续");
    if quantity.shape == Shape::Cardinal && lasting {
        if let Some(verb) = CLAUSES.honour.prefix(behind).filter(|verb| verb.chars().count() > 1) {
            let rest = &behind[verb.len()..];
            let name = crate::quantity::scan(rest)
                .iter()
                .find(|q| q.shape == Shape::Rank)
                .map_or(rest, |rank| &rest[..rank.span.start]);
            return Some(subject::trimmed(name).to_owned()).filter(|name| name.chars().count() > 2);
        }
        let story =
            (2..=6).contains(&behind.chars().count()) && !CLAUSES.honour.is_in(behind) && !behind.starts_with("实现");
        return story.then(|| format!("{}{behind}", head.subject)).filter(|_| !head.subject.is_empty());
    }
    let inner = text[quantity.span.start..quantity.core.start].trim_end_matches("第");
    if quantity.shape != Shape::Rank {
        return None;
    }
    let verb = CLAUSES.honour.prefix(inner)?;
    let mut name = &inner[verb.len()..];
    if let Some(scope) = CLAUSES.scope.suffix(name) {
        name = &name[..name.len() - scope.len()];
    }
    let place = CLAUSES.scope.prefix(name).map_or(name, |scope| &name[scope.len()..]);
    (place.chars().count() > 3 && !place.ends_with("城市")).then(|| name.to_owned())
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
