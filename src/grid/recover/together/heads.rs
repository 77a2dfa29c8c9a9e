//! The headings that rows run together begin with: 类别指标2025年2030年属性….

use super::chunks::{FEWEST, natures};
use crate::{
    grid::traits::is_unit,
    lexicon::{CLAUSES, COLUMNS, DUTIES, Forms, SIGNS, numerals::is_numbering, signs},
    source::View,
    span::{self, Span},
};

/// Bytes of the longest bracket in a head.
const LONGEST_BRACKET: usize = 120;

/// A heading cell.
pub(super) struct Heading {
    pub(super) span: Span,
    /// Whether it stands over values.
    pub(super) values: bool,
    /// The heading of several of them that stands over it.
    pub(super) above: Option<Span>,
}

impl Heading {
    fn new(start: usize, end: usize, values: bool) -> Self {
        Self { span: Span::new(start, end), values, above: None }
    }
}

/// The headings that `line` opens with, and where they end: from the first of a year or of values on, whatever stands
/// next to each other.
pub(super) fn heads(text: &str, line: Span) -> (Vec<Heading>, usize) {
    measured_heads(text, line).unwrap_or_else(|| dated_heads(text, line))
}

/// Whether `line` opens with the name of what rows are about, and measures with their units behind it.
pub(super) fn opens_measured(line: &str) -> bool {
    measured_heads(line, Span::new(0, line.len())).is_some()
}

/// Headings that each name a measure with its unit, of which two or more stand next to each other: 区域绿化覆盖率（%）新增绿道（公里）….
fn measured_heads(text: &str, line: Span) -> Option<(Vec<Heading>, usize)> {
    let source = line.of(text);
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(word) =
        Forms::longest_prefix(&[&COLUMNS.of_rows, &COLUMNS.best_name, &COLUMNS.told_of], &source[at..])
    {
        names.push(Heading::new(line.start + at, line.start + at + word.len(), false));
        at += word.len();
    }
    let mut heads = Vec::new();
    while let Some(end) = measured(&source[at..]) {
        heads.push(Heading::new(line.start + at, line.start + at + end, true));
        at += end;
    }
    let below = returning(&source[at..], heads.len());
    if names.is_empty() || heads.len() < 2 && below.is_empty() {
        return None;
    }
    if !below.is_empty() {
        let each = below.len() / heads.len();
        let over = std::mem::take(&mut heads);
        for (nth, length) in below.into_iter().enumerate() {
            let above = Some(over[nth / each].span);
            heads.push(Heading { above, ..Heading::new(line.start + at, line.start + at + length, true) });
            at += length;
        }
    }
    while let Some(length) = Some(behind_values(&source[at..])).filter(|length| *length > 0) {
        heads.push(Heading::new(line.start + at, line.start + at + length, false));
        at += length;
    }
    names.append(&mut heads);
    Some((names, line.start + at))
}

/// How long the headings of values are that `text` opens with, the same ones below each of so `many` measures: 2025年 | 2030年 | 2025年 |
/// 2030年 below 产量（吨） | 产值（亿元）.
fn returning(text: &str, many: usize) -> Vec<usize> {
    let (mut lengths, mut said) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(length) = Some(value_head(&text[at..])).filter(|length| *length > 0) {
        said.push(&text[at..at + length]);
        lengths.push(length);
        at += length;
    }
    let each = said.len().checked_div(many).unwrap_or(0);
    let alike = each > 1 && each * many == said.len() && said.chunks(each).all(|block| block == &said[..each]);
    if alike { lengths } else { Vec::new() }
}

/// Whether a head names a measure with its unit in brackets, of which no year tells more.
pub(super) fn is_measure(head: &str) -> bool {
    let own = head.split(['（', '(']).next().unwrap_or("");
    measured(head) == Some(head.len()) && value_head(own) < own.len()
}

/// How long the name of a measure with its unit in brackets is that `text` opens with; years are the only digits in it.
fn measured(text: &str) -> Option<usize> {
    let mut from = 0;
    let near = &text[..span::floor(text, LONGEST_BRACKET)];
    loop {
        let open = near[from..].find(['（', '('])? + from;
        let inner = near[open..].chars().next().map_or(open, |c| open + c.len_utf8());
        let close = near[inner..].find(['）', ')'])? + inner;
        let name = &near[..open];
        let year = lettered(&name[if is_dated(name) { 4 } else { 0 }..]);
        let letters = year.chars().filter(|c| c.is_alphabetic()).count();
        if year.contains(|c: char| c.is_ascii_digit()) || letters < 2 || name.chars().count() > LONGEST_MEASURE {
            return None;
        }
        from = close + near[close..].chars().next().map_or(0, char::len_utf8);
        if is_unit(&near[inner..close]) {
            return Some(from);
        }
    }
}

/// `name` without the digits of names in Latin letters (PM2.5, R22).
fn lettered(name: &str) -> String {
    let mut inside = false;
    let kept = name.chars().filter(|&c| {
        let digit = c.is_ascii_digit() || c == '.';
        inside = c.is_ascii_alphabetic() || inside && digit;
        !(inside && digit)
    });
    kept.collect()
}

/// Most characters of the name of a measure in a head.
const LONGEST_MEASURE: usize = 20;

fn dated_heads(text: &str, line: Span) -> (Vec<Heading>, usize) {
    let source = line.of(text);
    let first = source.char_indices().take(60).map(|(at, _)| at).find(|&at| at > 0 && value_head(&source[at..]) > 0);
    let Some(first) = first else { return (Vec::new(), line.start) };
    // 任务合计|2029年|2030年: a sum of them may stand before the years.
    let sum = COLUMNS.sums.suffix(&source[..first]).filter(|_| is_dated(&source[first..])).map_or(0, str::len);
    let first = if sum < first { first - sum } else { first };
    let name = Span::new(line.start, line.start + first);
    let mut heads: Vec<Heading> =
        opening_heads(text, name).into_iter().map(|span| Heading::new(span.start, span.end, false)).collect();
    let mut at = first;
    while at < source.len() {
        let blank = source[at..].len() - source[at..].trim_start().len();
        at += blank;
        let sum = COLUMNS.sums.prefix(&source[at..]).map_or(0, str::len);
        let bare = heads.iter().any(|head| head.values && is_bare_year(head.span.of(text)));
        let told = COLUMNS
            .state
            .prefix(&source[at..])
            .map_or(0, |word| word.len() + bracketed(&source[at + word.len()..]).unwrap_or(0));
        let value = value_head_behind(&source[at..], bare).max(sum).max(told);
        let unit = heads.iter().any(|head| !head.values && COLUMNS.unit.has(head.span.of(text)));
        // 单位 heads one column, and opens the name of the first row (单位能耗).
        let other = behind_values(&source[at..]);
        let other =
            if unit && COLUMNS.unit.has(&source[at..at + other]) { 0 } else { other.max(unit_behind(&source[at..])) };
        let length = if value > 0 { value } else { other };
        if length == 0 {
            break;
        }
        heads.push(Heading::new(line.start + at, line.start + at + length, value > 0));
        at += length;
    }
    // 类型 over 约束性 | 预期性
    let nature = heads.iter().any(|head| COLUMNS.nature.has(head.span.of(text)));
    let told = COLUMNS.group.prefix(&source[at..]).filter(|_| !nature && !heads.is_empty());
    if let Some(word) = told.filter(|_| natures(text, Span::new(line.start + at, line.end)).len() >= FEWEST) {
        heads.push(Heading::new(line.start + at, line.start + at + word.len(), false));
        at += word.len();
    }
    (below_storey(text, heads), line.start + at)
}

/// How long the head of units is that `text` opens with behind those of values: the name behind it has no unit in brackets, and no value
/// ends without one.
fn unit_behind(text: &str) -> usize {
    let Some(word) = COLUMNS.unit.prefix(text) else { return 0 };
    let row = &text[word.len()..];
    let name = row.find(|c: char| c.is_ascii_digit()).map_or("", |at| &row[..at]);
    let values = row[name.len()..].trim_start_matches(|c: char| c.is_ascii_digit() || ".-—<>≤≥＜＞".contains(c));
    let mut ends = values.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_UNIT);
    // 单位产值能耗比|2025年降低
    let unit = ends.any(|end| is_unit(&values[..end])) && !is_dated(&row[name.len()..]);
    if !name.is_empty() && !name.contains(['（', '(']) && unit { word.len() } else { 0 }
}

/// Longest unit, in characters.
const LONGEST_UNIT: usize = 8;

/// `heads` without those that stand over as many years: 现状|近期|远期 over 2025年|2030年|2035年.
fn below_storey(text: &str, mut heads: Vec<Heading>) -> Vec<Heading> {
    let Some(first) = heads.iter().position(|head| head.values) else { return heads };
    let dated = |head: &&Heading| head.values && is_dated(head.span.of(text));
    let over = heads[first..].iter().take_while(|head| head.values && !dated(head)).count();
    let years = heads[first + over..].iter().take_while(dated).count();
    if over > 1 && over == years {
        heads.drain(first..first + over);
    }
    heads
}

/// Whether `head` says a year and no more.
fn is_bare_year(head: &str) -> bool {
    let year = COLUMNS.year_tail.strip_suffix(head).unwrap_or(head);
    is_dated(year) && year[4..].chars().all(signs::year)
}

/// How long the heading of a column without values is that `text` opens with behind one of values; a word of groups or of work
/// opens the first row as well as it heads a column.
fn behind_values(text: &str) -> usize {
    let c = &*COLUMNS;
    let word = Forms::longest_prefix(&[&c.number, &c.best_name, &c.nature, &c.note], text).map_or(0, str::len);
    word.max(DUTIES.label(text).unwrap_or(0))
}

/// The words that head columns at the end of `name`, which a caption may open; else the whole.
fn opening_heads(text: &str, name: Span) -> Vec<Span> {
    let view = View::new(text, &[name]);
    let (mut heads, mut end) = (Vec::new(), view.text().len());
    while let Some(head) = Forms::longest_suffix(&[&COLUMNS.beside_values, &COLUMNS.unit], &view.text()[..end]) {
        // 指标|单位 heads two columns.
        let name = COLUMNS.best_name.prefix(head).filter(|name| COLUMNS.unit.has(&head[name.len()..]));
        // 指标/单位 heads one.
        if view.text()[..end - head.len()].ends_with(['/', '／']) {
            break;
        }
        let unit = name.map_or(head.len(), |name| head.len() - name.len());
        heads.push(view.source(Span::new(end - unit, end)));
        end -= unit;
    }
    heads.reverse();
    let whole = view.text()[..end].ends_with(['/', '／']) || heads.is_empty();
    if whole { vec![name] } else { heads }
}

/// How long the heading of a column of values is that `text` opens with; 0 where it opens with none.
pub(super) fn value_head(text: &str) -> usize {
    value_head_behind(text, false)
}

/// The same behind a heading that is a year alone, where `bare`: growth behind another year then has a heading of its own.
fn value_head_behind(text: &str, bare: bool) -> usize {
    if let Some(length) = compared(text).or_else(|| of_period(text)) {
        return length;
    }
    let dated = is_dated(text);
    let mut at = if dated { 4 } else { 0 };
    let mut words = dated;
    let mut level: Option<Level> = None;
    loop {
        let rest = &text[at..];
        // Behind a year, what is no year's opens the next heading.
        let next = dated
            && !text[..at].ends_with(['/', '／'])
            && COLUMNS.period.prefix(rest.trim_start_matches(['〔', '[', '［', '（', '('])).is_some();
        if next {
            break;
        }
        // Behind a year or a word of values more words are of heads than open one.
        let of_heads: &[&Forms] =
            if words { &[&COLUMNS.value_head, &COLUMNS.of_values] } else { &[&COLUMNS.value_head] };
        let form = Forms::longest_prefix(of_heads, rest);
        let told = form.and_then(Level::of);
        // 现状|近期|远期
        if words && !dated && Level::of_stage(rest) && !text[..at].ends_with(['/', '／']) {
            break;
        }
        // 2030年|合计
        if dated && is_bare_year(&text[..at]) && COLUMNS.sums.prefix(rest).is_some() {
            break;
        }
        // 现状值|目标值, 完成值|完成率, 2023年完成|增长（%）, 2025年|增幅
        let apart = match (level, told) {
            (Some(before), Some(Level::Growth)) => before != Level::Growth,
            (None, Some(Level::Growth)) => bare && is_bare_year(&text[..at]),
            (Some(Level::Start), Some(Level::Target)) => true,
            (Some(_), _) => COLUMNS.state.prefix(rest).is_some(),
            _ => false,
        };
        if apart && at > 0 && !text[..at].ends_with(['/', '／']) {
            break;
        }
        level = told.or(level);
        let word = form.map_or(0, str::len);
        if word > 0 {
            at += word;
            words = true;
        } else if let Some(year) = SIGNS
            .year
            .prefix(rest)
            .filter(|_| at == 4 && dated || words && !dated && COLUMNS.period.prefix(rest).is_none())
        {
            // 2030|年, 基期|年, 2030年|末
            at += year.len();
            at += COLUMNS.year_tail.prefix(&text[at..]).filter(|_| dated).map_or(0, str::len);
        } else if words && rest.starts_with(|c| matches!(c, '/' | '／') || signs::or(c)) {
            at += rest.chars().next().map_or(0, char::len_utf8);
        } else if let Some(length) = bracketed(rest).filter(|_| words || at == 0) {
            at += length;
            // 近期（2030年）|远期（2035年）
            if is_dated(&rest[rest.chars().next().map_or(0, char::len_utf8)..]) {
                return at;
            }
            words = true;
        } else {
            break;
        }
        // A second year opens the next heading.
        let rest = &text[at..];
        if at > 4
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && (is_dated(rest) || COLUMNS.value_head.prefix(rest).is_some())
        {
            break;
        }
    }
    if words { at } else { 0 }
}

/// How long the heading is that `text` opens with of the end of a plan's period, or of what is told over it: “十四五”末, “十五五”年均增速.
fn of_period(text: &str) -> Option<usize> {
    let open = text.len() - text.trim_start_matches('“').len();
    let plain = &text[open..];
    let number = plain.len() - plain.trim_start_matches(is_numbering).len();
    COLUMNS.year_part.prefix(plain).filter(|_| (2..=3).contains(&plain[..number].chars().count()))?;
    let rest = plain[number..].trim_start_matches('”');
    let ends = COLUMNS.year_tail.prefix(rest).map(|word| word.len() + bracketed(&rest[word.len()..]).unwrap_or(0));
    let told = || Some(value_head(rest)).filter(|length| *length > 0 && !is_dated(rest));
    Some(text.len() - rest.len() + ends.or_else(told)?)
}

/// What a word of a head says of its values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Start,
    Target,
    Result,
    Growth,
}

impl Level {
    /// Whether `text` opens with a stage of a plan, which heads values of its own: 近期, 远期.
    fn of_stage(text: &str) -> bool {
        let stage = COLUMNS.period.prefix(text);
        stage.is_some_and(|word| Self::of(word).is_none() && COLUMNS.total.prefix(word).is_none())
    }

    fn of(form: &str) -> Option<Self> {
        let c = &*COLUMNS;
        let classes = [
            (&c.start, Self::Start),
            (&c.target, Self::Target),
            (&c.result, Self::Result),
            (&c.yearly, Self::Growth),
            (&c.growth, Self::Growth),
        ];
        classes.into_iter().find(|(forms, _)| forms.has(form)).map(|(_, level)| level)
    }
}

/// How long the heading is that `text` opens with of what is told against a year: 比2020年下降（%）, 2025年较2020年增长.
fn compared(text: &str) -> Option<usize> {
    let year = |text: &str| {
        let year = SIGNS.year.prefix(text.get(4..)?).map_or(0, str::len);
        is_dated(text).then_some(4 + year)
    };
    let first = year(text).unwrap_or(0);
    let than = CLAUSES.than.prefix(&text[first..])?.len() + first;
    let second = than + year(&text[than..])?;
    let changes = [&COLUMNS.growth, &COLUMNS.addition, &CLAUSES.fall];
    let end = second + Forms::longest_prefix(&changes, &text[second..])?.len();
    Some(end + bracketed(&text[end..]).unwrap_or(0))
}

/// Whether `text` opens with a year.
fn is_dated(text: &str) -> bool {
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    digits == 4 && matches!(text.get(..2), Some("19" | "20"))
}

/// How long the words of totals in brackets are that `text` opens with (〔累计〕, also with a footnote's number).
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['〔', '[', '［', '（', '('])?;
    let close = inner[..span::floor(inner, LONGEST_BRACKET)].find(['〕', ']', '］', '）', ')'])?;
    let inside = &inner[..close];
    (is_dated(inside) || is_unit(inside) || COLUMNS.value_head.is_in(inside)).then_some(())?;
    let open = text.len() - inner.len();
    let end = open + close + inner[close..].chars().next().map_or(0, char::len_utf8);
    let mark = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    let marked = mark == 1 && !is_dated(inside) && text[end + 1..].chars().next().is_some_and(|c| c.is_alphabetic());
    Some(end + usize::from(marked))
}
