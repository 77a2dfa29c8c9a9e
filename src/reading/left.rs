//! What stands before a number in its clause: the subject, the verb that governs it, and the words between.

use crate::{
    lexicon::{CLAUSES, Forms, segment},
    number::Number,
    quantity::{Dimension, Quantity, Shape},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::sentence::without_brackets;

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
    let noun = rate_noun(text, &quantity);
    let run = governing_run(text, from, &quantity, frame, &mut head, noun);
    let governs = if noun.is_some() { quantity.span.start } else { run.start };
    head.governor = text[governs..quantity.core.start].to_owned();
    head.each |=
        ["均", "都", "分别"].iter().any(|word| text[quantity.span.start..quantity.core.start].starts_with(word));
    head.quote_start = quoted_from(text, run.quote, &quantity);
    let rest = after_times(text, Span::new(from, run.start), frame.times);
    let rest = without_comparison(trimmed(rest.of(text)));
    let left = Left {
        place: frame.place,
        noun_only: quantity.is_share() || matches!(quantity.dimension, Dimension::Age | Dimension::Duration),
        rank: quantity.shape == Shape::Rank,
    };
    left.strip(rest, &mut head);
    head.subject = without_comparison(&head.subject).to_owned();
    let completed = without_completion(&head.subject);
    let (subject, base) = without_start(&completed);
    head.base = base;
    let first = frame.numbers.partition_point(|n| n.span.start < from);
    let totals = frame.numbers[first..].iter().take_while(|n| n.span.end <= quantity.span.start);
    head.subject = without_total(text, subject, totals);
    head
}

/// Where the quotation begins: 分别, 力争 and 预计 before the verb are no part of it.
fn quoted_from(text: &str, from: usize, quantity: &Stretch) -> usize {
    let mut start = from;
    while let Some(word) = ["分别", "力争", "争取", "预计", "确保"]
        .iter()
        .find(|word| text[start..quantity.core.start].starts_with(**word))
    {
        start += word.len();
    }
    start
}

/// 城市建设完成投资 → 城市建设投资: a verb inside the name of a sum is no part of it.
fn without_completion(subject: &str) -> String {
    for (whole, part) in [("完成投资", "投资"), ("计划投资", "投资"), ("实现收入", "收入"), ("完成产值", "产值")]
    {
        if let Some(before) = subject.strip_suffix(whole) {
            return format!("{before}{part}");
        }
    }
    subject.to_owned()
}

/// 较3年前增长44%: what is compared with is no subject.
fn without_comparison(subject: &str) -> &str {
    let at = ["较", "比"].iter().filter_map(|word| subject.rfind(word)).max();
    let time = |at: usize| {
        let rest = &subject[at..];
        (3..=8).contains(&rest.chars().count()) && rest.ends_with(['前', '次', '届', '年', '期', '初', '末'])
    };
    at.filter(|&at| time(at)).map_or(subject, |at| &subject[..at])
}

/// 收入倍差从1.96 → 收入倍差 and 1.96: a starting value that has no unit is no part of the name.
fn without_start(subject: &str) -> (&str, Option<Number>) {
    let opened = ["从", "由"].iter().filter_map(|word| subject.rfind(word)).max().filter(|&at| at > 3);
    let value = |at: usize| subject[at + '从'.len_utf8()..].parse::<Number>().ok();
    let bare = subject.strip_suffix('从').or_else(|| subject.strip_suffix('由')).unwrap_or(subject);
    opened.and_then(|at| value(at).map(|value| (&subject[..at], Some(value)))).unwrap_or((bare, None))
}

/// 24项主要指标中 → 主要指标: the total of `numbers` that a part is counted from is no part of the name.
fn without_total<'a>(text: &str, subject: &str, mut numbers: impl Iterator<Item = &'a Quantity>) -> String {
    let stands = |n: &Quantity| {
        let stretches = [n.span, Span::new(n.core.start, n.span.end)];
        stretches.into_iter().find_map(|span| subject.find(span.of(text)).map(|at| Span::new(at, at + span.len())))
    };
    let Some(count) = numbers.find_map(stands) else { return subject.to_owned() };
    let behind = &subject[count.end..];
    match behind.find('中') {
        Some(at) if at > 3 && behind[at..].chars().count() <= 5 => {
            format!("{}{}", &subject[..count.start], &behind[..at])
        }
        _ => subject.to_owned(),
    }
}

struct Run {
    /// Where the words between subject and number begin.
    start: usize,
    /// Where the quoted expression begins.
    quote: usize,
}

/// Walks left from the number over verbs, adverbs and times.
fn governing_run(
    text: &str,
    from: usize,
    quantity: &Stretch,
    frame: &Frame<'_>,
    head: &mut Head,
    noun: Option<usize>,
) -> Run {
    let mut run = Run { start: quantity.span.start, quote: quantity.span.start };
    let mut quoting = true;
    // 平|均为5%, 净|增98万户: the bound begins inside a word.
    for (before, bound) in [("平", "均"), ("净", "增")] {
        if text[from..run.start].ends_with(before) && quantity.span.of(text).starts_with(bound) {
            run.start -= before.len();
            run.quote = if before == "净" { run.start } else { run.quote };
        }
    }
    if let Some(end) = noun {
        return Run { start: end, quote: end };
    }
    if let Some(start) = of_something(&text[from..run.start], quantity) {
        run.start = from + start;
        quoting = false;
    }
    while run.start > from {
        let before = &text[from..run.start];
        let time = frame.times.iter().find(|t| t.span.end == run.start && t.span.start >= from);
        let width = if let Some(time) = time {
            quoting &= time.role == TimeRole::Recurring;
            time.span.len()
        } else if let Some(form) = run_word(before, frame.counted && !quantity.is_share()) {
            note_verb(form, head);
            head.each |= matches!(form, "均" | "都" | "分别" | "分别为" | "分别达到" | "全部");
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
fn rate_noun(text: &str, quantity: &Stretch) -> Option<usize> {
    let bound = &text[quantity.span.start..quantity.core.start];
    let nouns = ["增速", "增幅", "涨幅", "降幅", "增长率", "增长速度"];
    let rate = nouns.iter().filter_map(|noun| bound.find(noun).map(|at| at + noun.len())).max();
    // 排名 is the indicator where another verb of place follows it (排名|升至第13位).
    let place = bound
        .find("排名")
        .map(|at| at + "排名".len())
        .filter(|&end| bound[end..].starts_with(['升', '跃', '跻', '上', '居', '进', '提', '前']));
    rate.or(place).map(|end| quantity.span.start + end)
}

/// 提高到[最低工资标准的]42%: a share of something named between the verb and the number.
fn of_something(before: &str, quantity: &Stretch) -> Option<usize> {
    let named = before.strip_suffix('的').filter(|_| quantity.is_share() || quantity.shape == Shape::Multiple)?;
    let reach =
        ["提高到", "提高至", "达到", "不低于", "不超过", "不高于", "控制在", "降低到", "调整到", "提升到", "提升至"];
    reach.iter().filter_map(|form| named.rfind(form).map(|at| at + form.len())).max()
}

fn note_verb(form: &str, head: &mut Head) {
    let replaces = matches!(head.verb.as_deref(), None | Some("现有" | "已有" | "有"));
    let long = form.chars().count() > 1 || matches!(form, "创" | "建");
    if replaces && (CLAUSES.add.has(form) || CLAUSES.have.has(form)) && long {
        let reached = ["达到", "保持", "稳定", "突破", "超过", "实现"].contains(&form);
        if !reached {
            head.verb = Some(form.to_owned());
        }
    }
}

/// The word of a governing run that `before` ends with; before a counted noun every verb of coming into being is one.
fn run_word(before: &str, counted: bool) -> Option<&str> {
    let classes = [&CLAUSES.between, &CLAUSES.grow, &CLAUSES.fall, &CLAUSES.quoted, &CLAUSES.add, &CLAUSES.have];
    let form = Forms::longest_suffix(if counted { &classes } else { &classes[..4] }, before)?;
    let single = form.chars().count() == 1;
    (!(single && CLAUSES.whole.suffix(before).is_some())).then_some(form)
}

/// `span` from behind the last time that stands in it and is no part of a longer name.
fn after_times(text: &str, span: Span, times: &[TimeMention]) -> Span {
    let mut start = span.start;
    for time in times.iter().filter(|t| span.contains(t.span) && t.role != TimeRole::Named) {
        let recurring = time.role == TimeRole::Recurring && !text[start..time.span.start].is_empty();
        if !recurring && time.span.end < span.end {
            start = time.span.end;
        }
    }
    Span::new(start, span.end)
}

/// Without brackets at its end, and without punctuation and unpaired quotation marks at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    let text = text.trim_end_matches('等').trim_matches(['、', '，', '：', ':', '—', '●', '·', '*', '-']);
    let text = if text.contains('”') { text } else { text.trim_matches('“') };
    let text = if text.contains('“') { text } else { text.trim_end_matches('”') };
    let text = if text.contains('）') { text } else { text.trim_start_matches('（') };
    match text.rfind('（') {
        Some(open) if open > 0 && text.ends_with('）') && !without_brackets(text).is_empty() => &text[..open],
        _ => text,
    }
}

/// How words are taken off the left of a subject.
struct Left<'a> {
    place: Option<&'a str>,
    /// Shares and ratios are measured of nouns: a verb of coming into being at the left is part of the name.
    noun_only: bool,
    rank: bool,
}

impl Left<'_> {
    /// Strips enumeration, connectives, verbs and scope words from the left of `rest` into `head`.
    fn strip(&self, rest: &str, head: &mut Head) {
        let mut rest = enumeration(rest);
        loop {
            rest = rest.trim_start_matches(['、', '，', '—', '了', '着']);
            if let Some(after) = self.step(rest, head).or_else(|| years(rest)) {
                rest = after;
            } else if let Some(after) = self.prepositional(rest, head) {
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
            return before_place(rest);
        }
        if self.noun_only || rest.starts_with('每') {
            return rest;
        }
        for (at, _) in rest.char_indices().skip(2) {
            let Some(form) = CLAUSES.mid.prefix(&rest[at..]) else { continue };
            let after = &rest[at + form.len()..];
            let whole = segment::ends_word(rest, at) && is_verb_of_its_own(&rest[at..], form);
            if whole && after.chars().count() > 1 && CLAUSES.measure.prefix(after).is_none() {
                head.verb.get_or_insert(form.to_owned());
                return after;
            }
        }
        rest
    }

    /// One word off the left of `rest`, noted in `head`.
    fn step<'t>(&self, rest: &'t str, head: &mut Head) -> Option<&'t str> {
        if let Some(after) = self.place.and_then(|place| rest.strip_prefix(place)).filter(|a| a.chars().count() > 1) {
            return Some(after);
        }
        if let Some(form) = CLAUSES.scope.prefix(rest) {
            let after = &rest[form.len()..];
            let honour = ["重点实验室", "文明", "百强", "劳动模范", "一流", "先进", "示范"]
                .iter()
                .any(|word| after.starts_with(word));
            let named = (self.rank || honour) && ["全国", "中国"].contains(&form);
            if !named && !after.is_empty() && !after.starts_with('外') && segment::ends_word(rest, form.len()) {
                head.scope = Some(form.to_owned());
                return Some(after);
            }
        }
        let lead = CLAUSES.lead.prefix(rest);
        let add = CLAUSES.add.prefix(rest).filter(|_| !self.noun_only);
        let fall = CLAUSES.fall.prefix(rest).filter(|form| !self.noun_only && form.chars().count() > 1);
        let fresh = rest.strip_prefix('新').and_then(|rest| CLAUSES.add.prefix(rest)).filter(|_| !self.noun_only);
        let fresh = fresh.filter(|form| form.chars().count() > 1).map(|form| &rest[..'新'.len_utf8() + form.len()]);
        let form = [lead, add, fall, fresh].into_iter().flatten().max_by_key(|form| form.len())?;
        let after = &rest[form.len()..];
        if !is_verb_of_its_own(rest, form) {
            return None;
        }
        let raises = ["提高", "增加", "提升"].contains(&form) && !self.noun_only;
        if fresh == Some(form)
            || raises
            || [&CLAUSES.add, &CLAUSES.have, &CLAUSES.fall].iter().any(|forms| forms.has(form))
        {
            head.verb.get_or_insert(form.to_owned());
        }
        head.each |= matches!(form, "均" | "都");
        Some(after)
    }

    /// 在智能制造领域形成…, 依托三家医院建设…: what stands behind the last verb after a preposition.
    fn prepositional<'t>(&self, rest: &'t str, head: &mut Head) -> Option<&'t str> {
        CLAUSES.preposition.prefix(rest).filter(|_| !self.noun_only)?;
        let mut best = None;
        for (at, _) in rest.char_indices().skip(2) {
            let form = CLAUSES.add.prefix(&rest[at..]).filter(|form| form.chars().count() > 1);
            if let Some(form) = form.filter(|form| is_verb_of_its_own(&rest[at..], form)) {
                best = Some((at, form));
            }
        }
        let (at, form) = best?;
        head.verb.get_or_insert(form.to_owned());
        Some(&rest[at + form.len()..])
    }
}

/// 综合竞争力|进入全国百强县前60名: who takes the place stands before the verb.
fn before_place(rest: &str) -> &str {
    let verbs = ["进入", "跻身", "位列", "入选", "迈入", "位居", "排名", "稳居", "居"];
    let at = verbs.iter().filter_map(|verb| rest.find(verb).filter(|at| *at > 3 && at + verb.len() < rest.len())).min();
    at.map_or(rest, |at| &rest[..at])
}

/// `rest` behind a bare 5年 at its head, which says over how long.
fn years(rest: &str) -> Option<&str> {
    let digits: usize = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十两".contains(*c))
        .map(char::len_utf8)
        .sum();
    let after = rest[digits..].strip_prefix('年').filter(|_| digits > 0)?;
    if ["义务", "制", "一贯", "级"].iter().any(|word| after.starts_with(word)) {
        return None;
    }
    Some(after.trim_start_matches(['来', '间', '内'])).filter(|after| after.chars().count() > 2)
}

/// Whether the verb `form` that `rest` begins with is a word of its own and not the head of a measure's name (推广面积).
pub(crate) fn is_verb_of_its_own(rest: &str, form: &str) -> bool {
    let after = &rest[form.len()..];
    if after.chars().count() < 2 {
        return after.is_empty();
    }
    if CLAUSES.heads.prefix(rest).is_some() || CLAUSES.add.has(form) && keeps_verb(after) {
        return false;
    }
    let pure = CLAUSES.strive.has(form) || CLAUSES.ensure.has(form) || form.chars().count() == 1;
    let bare_measure = CLAUSES.measure.has(after) && !["完成", "实现", "计划", "累计", "预计", "新增"].contains(&form);
    let first = after.split(['和', '、', '与']).next().unwrap_or(after);
    let term = form == "新增" && CLAUSES.activity.has(first);
    !term && (pure || !bare_measure) && segment::ends_word(rest, form.len())
}

/// 建设|用地整理, 培训|经费: the verb before `after` is part of its name.
fn keeps_verb(after: &str) -> bool {
    CLAUSES.keeps_verb.has(after) || ["用地", "用房", "经费"].iter().any(|noun| after.starts_with(noun))
}

/// `rest` without 一是, 1., （一） and dashes at its head.
pub(crate) fn enumeration(rest: &str) -> &str {
    let rest = rest.trim_start_matches(['—', '－', '-', '●', '•', '·', '*', '■', '◆', '▲']);
    let digits = |s: &str| {
        s.chars()
            .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c))
            .map(char::len_utf8)
            .sum::<usize>()
    };
    let count = digits(rest);
    if count > 0 {
        for mark in ["是", ".", "、"] {
            if let Some(after) = rest[count..].strip_prefix(mark) {
                return after;
            }
        }
    }
    if let Some(inner) = rest.strip_prefix('（') {
        let count = digits(inner);
        if let (true, Some(after)) = (count > 0, inner[count..].strip_prefix('）')) {
            return after;
        }
    }
    rest
}

/// Whether a subject says who is measured, rather than 数量 or 其中.
pub(crate) fn is_named(subject: &str) -> bool {
    !subject.is_empty() && !CLAUSES.empty_subject.has(subject)
}
