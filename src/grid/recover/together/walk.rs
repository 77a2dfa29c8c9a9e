//! All rows that nothing parts, laid out at once: of all ways to end rows the one in which names, numbers, units, values and what stands
//! behind them cost least together.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
};

use super::{
    ends::{End, Ends, nature_in, unit_before},
    names::{LONGEST_GROUP, unit_at},
    pieces::{Figure, Known, first_number},
    row::{Row, row},
    shape::{Place, Shape},
};
use crate::{
    grid::traits::names_group,
    lexicon::{COLUMNS, Forms, PROMISES, signs, years},
    quantity,
    span::{self, Span},
};

/// Farthest that a row reaches, in bytes.
const LONGEST: usize = 330;

/// What it costs that text is left over behind the last row.
const LEFT_OVER: f32 = 0.5;

/// Least mean gain of rows.
const LEAST: f32 = 0.5;

/// How a row was reached.
struct Step {
    gain: f32,
    before: Option<(usize, u32)>,
    row: Option<(Span, Vec<Span>, Option<Span>)>,
}

struct Walk<'t> {
    text: &'t str,
    body: Span,
    shape: &'t Shape,
    parsed: HashMap<usize, Option<Valued>>,
    known: Known,
    opening: RefCell<HashMap<usize, Option<(usize, bool)>>>,
}

/// The values before a place: where they begin, and what they cost.
#[derive(Clone)]
struct Valued {
    from: usize,
    values: Vec<Span>,
    cost: f32,
}

/// How often what columns hold is learnt from the rows.
const ROUNDS: usize = 3;

/// The rows of `body`, laid out as heads tell, with their mean cost; where values of a row are of several measures, those of a column are
/// alike instead.
pub(super) fn rows(text: &str, body: Span, shape: &Shape) -> Option<(Vec<Row>, f32)> {
    let mut found = laid(text, body, shape)?;
    for _ in 0..if shape.asked.apart { ROUNDS } else { 0 } {
        let mut shape = shape.clone();
        shape.asked.columns = columns(text, &found.0, shape.asked.count);
        match laid(text, body, &shape).filter(|(rows, _)| rows.len() >= found.0.len()) {
            Some(better) => found = better,
            None => break,
        }
    }
    Some(found)
}

/// What the values of each of `count` columns are like: the one in the middle of those of whole `rows`.
fn columns(text: &str, rows: &[Row], count: usize) -> Vec<Option<Figure>> {
    let number = |span: &Span| first_number(span.of(text).trim_start_matches(|c: char| !c.is_ascii_digit()));
    let middle = |col: usize| {
        let whole = rows.iter().filter(|row| row.values.len() == count);
        let mut numbers: Vec<Figure> = whole.filter_map(|row| number(&row.values[col])).collect();
        numbers.sort_by(|a, b| a.value.total_cmp(&b.value));
        numbers.get(numbers.len() / 2).copied()
    };
    (0..count).map(middle).collect()
}

fn laid(text: &str, body: Span, shape: &Shape) -> Option<(Vec<Row>, f32)> {
    let mut walk =
        Walk { text, body, shape, parsed: HashMap::new(), known: Known::default(), opening: RefCell::default() };
    let ends = Ends { text, body, shape }.all();
    let mut steps: BTreeMap<(usize, u32), Step> = BTreeMap::new();
    steps.insert((body.start, 0), Step { gain: 0.0, before: None, row: None });
    let mut next = Some((body.start, 0));
    while let Some(place) = next {
        walk.go_on(&mut steps, place, &ends);
        next = steps.range((std::ops::Bound::Excluded(place), std::ops::Bound::Unbounded)).next().map(|(at, _)| *at);
    }
    // 224|亿立方米 at the end belongs to the last row.
    let left = |at: usize| if text[at..body.end].trim().is_empty() { 0.0 } else { LEFT_OVER };
    let gain = |(place, step): (&(usize, u32), &Step)| (*place, step.gain, step.gain - left(place.0));
    let best = steps.iter().map(gain).max_by(|a, b| a.2.total_cmp(&b.2))?;
    let (mut place, gain) = (Some(best.0), best.1);
    let mut rows = Vec::new();
    while let Some(step) = place.and_then(|place| steps.get(&place)) {
        rows.extend(step.row.clone().map(|(name, values, close)| Row { name, values, close }));
        place = step.before;
    }
    rows.reverse();
    let mean = gain / rows.len().max(1) as f32;
    (mean >= LEAST).then_some((rows, shape.gain() - mean))
}

impl Walk<'_> {
    /// Reaches all rows that may stand behind `place`.
    fn go_on(&mut self, steps: &mut BTreeMap<(usize, u32), Step>, place: (usize, u32), ends: &[End]) {
        let (start, number) = place;
        let gain = steps[&place].gain;
        let first = ends.partition_point(|end| end.at <= start);
        for end in ends[first..].iter().take_while(|end| end.at <= start + LONGEST) {
            let Some(valued) = self.valued(start, end.values) else { continue };
            let Some((cost, name, nature, reached)) = self.head_cost(Span::new(start, valued.from), number) else {
                continue;
            };
            let gain = gain + self.shape.gain() - valued.cost - cost - end.cost;
            let close = end.close.or(nature);
            let to = (end.next, reached);
            if end.next > start && steps.get(&to).is_none_or(|step| step.gain < gain) {
                let row = Some((name, valued.values, close));
                steps.insert(to, Step { gain, before: Some(place), row });
            }
        }
    }

    /// The values that end at `end` in a row from `start` on.
    fn valued(&mut self, start: usize, end: usize) -> Option<Valued> {
        if end <= start || self.text[start..end].chars().filter(|c| c.is_alphabetic()).nth(1).is_none() {
            return None;
        }
        let (text, shape, known) = (self.text, self.shape, &self.known);
        let read = |from: usize| {
            let (row, cost) = row(text, (Span::new(from, end), None), &shape.asked, known)?;
            Some(Valued { from: row.values.first()?.start, values: row.values, cost })
        };
        let low = span::floor(text, end.saturating_sub(LONGEST)).max(self.body.start);
        let known = self.parsed.entry(end).or_insert_with(|| read(low)).clone()?;
        if known.from > start { Some(known) } else { read(start) }
    }

    /// What `head`, all of a row before its values, costs behind the row `number`: with its name, group and number and unit included, a nature
    /// in it, and the number that it bears.
    fn head_cost(&self, head: Span, number: u32) -> Option<(f32, Span, Option<Span>, u32)> {
        let head = head.trimmed(self.text);
        let source = head.of(self.text);
        let mut cost = 0.0;
        let (mut named, reached) = match numbered(source, (number + 1, self.shape.numbered), |at| {
            self.opens_name(head.start + at).is_some()
        }) {
            Some((group, name)) => {
                let group = &source[..group];
                cost += if group.is_empty() || self.shape.grouped || names_group(group) { -0.5 } else { 0.8 };
                (Span::new(head.start + name, head.end), number + 1)
            }
            None => {
                cost += if self.shape.numbered { 2.5 } else { 0.2 };
                (head, number)
            }
        };
        // 岁以下 behind the 3 of 3岁以下 begins no row.
        let open =
            head.start.checked_sub(1).filter(|&at| self.text.as_bytes()[at].is_ascii_digit() && at >= self.body.start);
        cost += if open.is_some_and(|at| self.opens_name(at).is_some_and(|known| known.1)) { 2.5 } else { 0.0 };
        let mut nature = None;
        let mut whole = head;
        if matches!(self.shape.nature, Place::Before | Place::Behind) {
            let name = named.of(self.text);
            let (first, last) = (COLUMNS.natures.prefix(name), COLUMNS.natures.suffix(name));
            match (self.shape.nature, first, last) {
                (Place::Before, Some(word), _) => {
                    nature = Some(Span::new(named.start, named.start + word.len()));
                    named.start += word.len();
                    whole = named;
                }
                (Place::Behind, _, Some(word)) => {
                    nature = Some(Span::new(named.end - word.len(), named.end));
                    named.end -= word.len();
                    whole.end = named.end;
                }
                _ => cost += 3.0,
            }
        }
        let mut name = named.of(self.text);
        if self.shape.unit == Place::Behind {
            match unit_at(name) {
                Some(at) => {
                    name = &name[..at];
                    cost -= 0.5;
                }
                None if name.ends_with(['—', '-', '－']) => name = name.trim_end_matches(['—', '-', '－']),
                None => cost += 1.0,
            }
        }
        Some((cost + self.name_cost(Span::new(named.start, named.start + name.len()))?, whole, nature, reached))
    }

    /// What opens a name at `at`, as [`opening_digits`] gives it.
    fn opens_name(&self, at: usize) -> Option<(usize, bool)> {
        *self.opening.borrow_mut().entry(at).or_insert_with(|| opening_digits(&self.text[at..self.body.end]))
    }

    /// What `span` costs as the name of a row; none where it can be none.
    fn name_cost(&self, span: Span) -> Option<f32> {
        let span = span.trimmed(self.text);
        let name = span.of(self.text);
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 {
            return None;
        }
        let opens = name.starts_with(|c: char| c.is_alphanumeric() || "“《（(①②③④⑤⑥⑦⑧⑨⑩".contains(c));
        // （2.8）覆盖率: a value of the row before.
        let inner = name.strip_prefix(['（', '(']).filter(|inner| inner.starts_with(|c: char| c.is_ascii_digit()));
        let mut cost = if opens { 0.0 } else { 3.0 } + if inner.is_some() { 4.0 } else { 0.0 };
        // （年均）, 亿千瓦以上 and the like stand behind values.
        cost += if name.starts_with(['（', '(']) && !names_group(name) { 2.0 } else { 0.0 };
        cost += if opens_with_unit(name) { 1.5 } else { 0.0 };
        cost += if PROMISES.in_step.is_in(name) { 3.0 } else { 0.0 };
        let mut depth = 0usize;
        let mut at = 0;
        while let Some(c) = name[at..].chars().next() {
            match c {
                '（' | '(' => depth += 1,
                '）' | ')' => {
                    cost += if depth == 0 { 3.0 } else { 0.0 };
                    depth = depth.saturating_sub(1);
                }
                '〔' | '［' | '≥' | '≤' | '＜' | '＞' | '<' | '>' => cost += 4.0,
                c if c.is_ascii_digit() && depth == 0 => {
                    let known = self.opens_name(span.start + at).filter(|(length, _)| at + length <= name.len());
                    let behind_letter = name[..at].ends_with(|c: char| c.is_ascii_alphabetic());
                    cost += match known {
                        Some((_, true)) => 0.1,
                        Some(_) => 0.6,
                        None if behind_letter => 0.1,
                        None if is_footnote(name, at) => 1.5,
                        None => 4.0,
                    };
                    let rest = &name[at..];
                    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
                    at += known.map_or(digits, |known| known.0);
                    continue;
                }
                _ => {}
            }
            at += c.len_utf8();
        }
        cost += if depth > 0 { 3.0 } else { 0.0 };
        cost += if nature_in(name).is_some() { 4.0 } else { 0.0 };
        cost += if COLUMNS.tail.prefix(name).is_some() { 3.0 } else { 0.0 };
        Some(cost + if letters > 40 { 2.0 } else { 0.0 })
    }
}

/// Whether the digit at `at` of `name` stands alone between words.
fn is_footnote(name: &str, at: usize) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    word(name[..at].chars().next_back()) && word(name[at + 1..].chars().next())
}

/// Whether `name` begins with a unit of several signs, which belongs to the value before it: 亿千瓦以上, 公里.
fn opens_with_unit(name: &str) -> bool {
    unit_before(name, |_| true).is_some_and(|length| name[..length].chars().nth(1).is_some())
}

/// Where the group before the number `wanted` of a row ends, and where its name begins: 民生福祉|6|城镇新增就业, 7.天然气, （3）覆盖率.
fn numbered(head: &str, (wanted, told): (u32, bool), opens: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let at = head.find(|c: char| c.is_ascii_digit())?;
    let rest = head[at..].strip_prefix(wanted.to_string().as_str())?;
    let group = head[..at].trim_end_matches(['（', '(']);
    let closed = group.len() < at;
    let name = if closed { rest.strip_prefix(['）', ')'])? } else { rest };
    let name = name.strip_prefix(['.', '．', '、']).unwrap_or(name);
    let parted = closed || name.len() < rest.len();
    let digits = name.starts_with(|c: char| c.is_ascii_digit());
    let opens = name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '《' | '（'))
        || digits && opens(head.len() - name.len());
    // 5G基站 is no fifth row.
    let whole = !parted && at == 0 && COLUMNS.whole_in_name.prefix(name).is_some();
    // Behind a word a digit may be the mark of a footnote.
    (opens && !whole && (parted || told) && group.chars().count() <= LONGEST_GROUP)
        .then_some((group.len(), head.len() - name.len()))
}

/// How long the number with its unit is that opens a name at the start of `text`, and whether it is of what opens names: 3岁以下婴幼儿,
/// 15分钟生活圈, 10G-PON.
fn opening_digits(text: &str) -> Option<(usize, bool)> {
    let near = &text[..span::floor(text, LONGEST_OPENING)];
    let digits = near.len() - near.trim_start_matches(|c: char| c.is_ascii_digit() || "—～×-".contains(c)).len();
    let year = digits == 4
        && near[digits..].starts_with(signs::year)
        && near[..4].parse::<i32>().is_ok_and(years::is_of_plans);
    if year {
        return Some((digits, true));
    }
    if let Some(word) = Forms::longest_prefix(&[&COLUMNS.whole_in_name, &COLUMNS.inside_name], &near[digits..]) {
        return Some((digits + word.len(), true));
    }
    let first = quantity::scan_all(near).into_iter().next().filter(|one| one.span.start == 0)?;
    let bounded = first.span.end > digits && !first.unit.is_empty();
    let named = near[first.span.end..].chars().take_while(|c| c.is_alphabetic()).count() >= 2;
    (bounded && named).then_some((first.span.end, false))
}

/// How far behind a number is looked for what it counts, in bytes.
const LONGEST_OPENING: usize = 48;

#[cfg(test)]
mod tests {
    use super::{super::pieces::Asked, *};

    fn shape(count: usize, unit: Place, nature: Place) -> Shape {
        let asked = Asked { count, ..Asked::default() };
        Shape { asked, numbered: false, grouped: false, unit, nature, bodies: false, notes: false }
    }

    /// The rows of `text`, their parts parted by bars.
    fn read(text: &str, shape: &Shape) -> Vec<String> {
        let Some((rows, _)) = rows(text, Span::new(0, text.len()), shape) else { return Vec::new() };
        let said = |row: &Row| {
            let spans = std::iter::once(row.name).chain(row.values.iter().copied()).chain(row.close);
            spans.map(|span| span.of(text)).collect::<Vec<_>>().join("|")
        };
        rows.iter().map(said).collect()
    }

    #[test]
    fn numbers_that_open_names_are_told_from_values_and_numbers_of_rows() {
        let bare = shape(2, Place::Behind, Place::Nowhere);
        let text = "用水普及率%91983岁以下托位个1286监测率%4085灌区处26";
        assert_eq!(read(text, &bare), ["用水普及率%|91|98", "3岁以下托位个|12|86", "监测率%|40|85", "灌区处|2|6"]);
        let numbered = Shape { numbered: true, ..bare };
        let text = "1水库座121526个月以上蓄水率%40553渠道公里96120";
        assert_eq!(read(text, &numbered), ["1水库座|12|15", "26个月以上蓄水率%|40|55", "3渠道公里|96|120"]);
    }

    #[test]
    fn what_stands_behind_values_closes_rows() {
        let natures = shape(2, Place::Nowhere, Place::Last);
        let text = "供水量（万吨）8692预期性用水效率与全省同步—约束性水库（座）1215预期性";
        assert_eq!(
            read(text, &natures),
            ["供水量（万吨）|86|92|预期性", "用水效率|与全省同步|—|约束性", "水库（座）|12|15|预期性"]
        );
        let units = shape(2, Place::Last, Place::Nowhere);
        assert_eq!(
            read("灌溉面积8692万亩水库1215座供水收入3.24亿元", &units),
            ["灌溉面积|86|92|万亩", "水库|12|15|座", "供水收入|3.2|4|亿元"]
        );
    }

    #[test]
    fn values_of_several_measures_are_like_those_of_their_columns() {
        let asked = Asked { count: 3, apart: true, ..Asked::default() };
        let apart = Shape { asked, ..shape(3, Place::Nowhere, Place::Nowhere) };
        let text = "城东区42.513.260青禾区4415110柳河县43.214.685";
        assert_eq!(read(text, &apart), ["城东区|42.5|13.2|60", "青禾区|44|15|110", "柳河县|43.2|14.6|85"]);
    }

    #[test]
    fn prose_and_lists_have_no_rows() {
        let bare = shape(2, Place::Nowhere, Place::Nowhere);
        for text in [
            "到2025年，云岭市城镇化率达到65%，新建水库12座，改造管网300公里，青禾县森林覆盖率提高到62.5%。",
            "一是加强水库管理，二是推进灌区改造，三是提升供水能力，四是完善河长制。",
        ] {
            assert!(read(text, &bare).len() < 3, "{text}: {:?}", read(text, &bare));
        }
    }
}
