//! The numbers that a cell states: `〔5000〕（其中农民工〔1750〕）`, `63%→67.5%`, `0.7/1.8`, `85左右，力争90`, `32件（2025年25.2件）`.
//!
//! A cell is clauses with asides in brackets. A clause states one number, several parted by strokes, or a change from one to
//! another; an aside gives the starting value, a part of what is measured, or the nature of the target.

mod clauses;

use crate::{
    grid::{Traits, pointed},
    lexicon::{CLAUSES, COLUMNS, signs, years},
    quantity::{self, Comparator, Quantity, Shape},
    span::Span,
    statement::Nature,
    time::{self, Frame},
};

use self::clauses::clauses;
use crate::commitment::names;

/// A number that a cell states.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its place in the view of the cell, with its marks and bounds.
    pub(super) span: Span,
    /// The number in the unit of its row, unless it has its own; places are those of the cell.
    pub(super) quantity: Quantity,
    /// The part of what the row measures that it is about (其中农民工 → 农民工); empty for the whole.
    pub(super) part: String,
    /// Whether a colon stands behind that part: it says of what the row's measure is (城区：85%).
    pub(super) scoped: bool,
    /// Which of several parted by strokes it is.
    pub(super) nth: usize,
    /// Whether marks around it say that it is a sum over the period.
    pub(super) marked: bool,
    /// The year that an aside says it is of (54.11%（2024年数据）).
    pub(super) of_year: Option<i32>,
    /// Whether that aside says more than the year (2024年数据).
    pub(super) told_of: bool,
    /// The year by which its clause says that it holds (2030年达80%).
    pub(super) by: Option<i32>,
}

/// What a cell says.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    /// The numbers that it states.
    pub(super) stated: Vec<Figure>,
    /// The value that it starts from, and of which year.
    pub(super) start: Option<(Quantity, Option<i32>)>,
    /// 约束性, 预期性.
    pub(super) nature: Option<Nature>,
    /// Whether it says that its numbers are yearly means.
    pub(super) yearly: bool,
}

impl Figures {
    /// Those of a row about `name`: what only says a part of the name again names no part (改造320个 of 小区改造).
    pub(super) fn of_row(mut self, name: &str) -> Self {
        self.stated.iter_mut().filter(|figure| name.ends_with(&figure.part)).for_each(|figure| figure.part.clear());
        self
    }
}

/// Marks around a number that say that it is a sum.
pub(super) const MARKS: [char; 10] = ['[', ']', '［', '］', '〔', '〕', '【', '】', '「', '」'];

/// Signs before a number by which something grows.
const PLUS: [char; 2] = ['+', '＋'];

/// Reads the text of a cell whose row has `unit`.
pub(super) fn read(text: &str, unit: &str) -> Figures {
    let plain = pointed(text);
    let mut figures = read_plain(&plain, unit);
    // A full stop that stands for a point takes up more bytes.
    let stops: Vec<usize> =
        if plain == text { Vec::new() } else { plain.match_indices('.').map(|(at, _)| at).collect() };
    let longer = '。'.len_utf8() - 1;
    let source = |at: usize| {
        let mut moved = at;
        for stop in stops.iter().filter(|&&stop| stop < at) {
            let shift = moved - at;
            moved += if text[stop + shift..].starts_with('。') { longer } else { 0 };
        }
        moved
    };
    for figure in figures.stated.iter_mut().filter(|_| !stops.is_empty()) {
        for span in [&mut figure.span, &mut figure.quantity.core, &mut figure.quantity.span] {
            *span = Span::new(source(span.start), source(span.end));
        }
    }
    figures
}

fn read_plain(text: &str, unit: &str) -> Figures {
    let mut figures = Figures::default();
    if let Some(inner) = ill_marked(text) {
        let whole = Span::new(0, text.len()).trimmed(text);
        let stated = numbers(text, inner, unit).into_iter();
        figures.stated = stated.map(|figure| Figure { span: whole, marked: true, ..figure }).collect();
        return figures;
    }
    let clauses = clauses(text);
    let many = clauses.len();
    for clause in clauses {
        let first = figures.stated.len();
        read_clause(text, clause.span, unit, &mut figures);
        for aside in clause.asides {
            read_aside(text, aside, unit, first, &mut figures);
        }
    }
    // 85、88 states one of each measure of its row, in order.
    let listed = figures.stated.len() == many && figures.stated.iter().all(|figure| figure.part.is_empty());
    if many > 1 && listed && text.matches('、').count() + 1 == many {
        figures.stated.iter_mut().enumerate().for_each(|(nth, figure)| figure.nth = nth);
    }
    figures
}

/// What stands between a mark and a round bracket that close each other (`[2.75）`).
fn ill_marked(text: &str) -> Option<Span> {
    let mut inside = text.trim().chars();
    let (first, last) = (inside.next()?, inside.next_back()?);
    let ill = MARKS.contains(&first) && last == '）' || first == '（' && MARKS.contains(&last);
    let inner = inside.as_str();
    let alone = ill && !inner.contains(|c| MARKS.contains(&c) || matches!(c, '（' | '）'));
    alone.then(|| text.find(inner).map(|at| Span::new(at, at + inner.len()))).flatten()
}

fn read_clause(text: &str, span: Span, unit: &str, figures: &mut Figures) {
    let clause = span.of(text);
    let arrow = ["→", "->", "⟶", "➔"].iter().find_map(|arrow| clause.find(arrow).map(|at| (at, arrow.len())));
    if let Some((at, length)) = arrow {
        let right = numbers(text, Span::new(span.start + at + length, span.end), unit);
        let Some(last) = right.last() else { return };
        let own = if last.quantity.unit.is_empty() { unit } else { written_unit(last, text) };
        let left = numbers(text, Span::new(span.start, span.start + at), own);
        figures.start = left.first().map(|figure| (figure.quantity.clone(), None));
        figures.stated.push(Figure { span: span.trimmed(text), ..last.clone() });
        return;
    }
    if let Some(parts) = strokes(text, span, unit) {
        figures.stated.extend(parts);
        return;
    }
    let found = numbers(text, span, unit);
    let rises = clause.starts_with(|c| signs::by(c) || signs::from(c)) && found.len() == 2;
    // 现有12座，建成20座: what there is.
    let held = COLUMNS.held.prefix(clause).filter(|held| found.len() == 1 && found[0].part == *held);
    if held.is_some() {
        figures.start = found.first().map(|figure| (figure.quantity.clone(), None));
    } else if rises {
        figures.start = found.first().map(|figure| (figure.quantity.clone(), figure.by));
        figures.stated.extend(found.into_iter().skip(1));
    } else {
        figures.stated.extend(found);
    }
}

/// The unit of `figure` as it stands behind its number, multiplier included.
fn written_unit<'t>(figure: &Figure, text: &'t str) -> &'t str {
    let core = figure.quantity.core.of(text);
    core.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '-' | '+' | ' '))
}

/// The numbers of a clause parted by strokes, where each part states one: `≤0.7/≤1.8`, `11000/350` of `亿元/户`.
fn strokes(text: &str, span: Span, unit: &str) -> Option<Vec<Figure>> {
    let clause = span.of(text);
    let parts: Vec<&str> = clause.split(['/', '／']).collect();
    if parts.len() < 2 || parts.len() > 6 || is_ratio(clause) {
        return None;
    }
    let units: Vec<&str> = unit.split(['/', '／']).collect();
    let own = |nth: usize| {
        let parted = units.len() == parts.len() && units.iter().all(|unit| names::is_unit(unit));
        if parted { units[nth] } else { unit }
    };
    let mut at = span.start;
    let mut figures = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        let mut found = numbers(text, Span::new(at, at + part.len()), own(nth));
        let one = found.pop().filter(|_| found.is_empty())?;
        figures.push(Figure { nth, ..one });
        at += part.len() + clause[at - span.start + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    Some(figures)
}

/// Whether `clause` states one number by so many (12/10万以下, 2批次/千人); 12/15万 states two.
fn is_ratio(clause: &str) -> bool {
    let found = quantity::scan(clause);
    let round = |unit: &str| {
        let power = unit.strip_prefix('/').map(|many| many.trim_start_matches('1').trim_start_matches('0'));
        power.is_some_and(|power| !power.contains(|c: char| c.is_ascii_digit()))
    };
    let named = |one: &Quantity| {
        one.unit.contains(['/', '／'])
            && clause.rsplit(['/', '／']).next().is_some_and(|by| !by.contains(|c: char| c.is_ascii_digit()))
    };
    matches!(&found[..], [one] if (round(&one.unit) || named(one)) && clause.matches(['/', '／']).count() == 1)
}

/// The numbers in `span`, with what each is about.
fn numbers(text: &str, span: Span, unit: &str) -> Vec<Figure> {
    let span = span.trimmed(text);
    let clause = span.of(text);
    let bare = clause.trim_end_matches(['*', '＊']).trim_end_matches(|c| ('①'..='⑳').contains(&c));
    // +5.4 is a change by 5.4.
    let inner = bare.trim_matches(MARKS).trim_start_matches(PLUS);
    // 95+ is 95 or more.
    let or_more = inner.ends_with(PLUS);
    let inner = inner.trim_end_matches(PLUS);
    let Some(shift) = clause.find(inner) else { return Vec::new() };
    let found = scan(inner);
    let states = |quantity: &&Quantity| {
        let placed = || quantity.comparator == Comparator::Top || inner.contains(signs::ordinal);
        let counts = quantity.shape != Shape::Ordinal && (quantity.shape != Shape::Rank || placed());
        // 每20万人拥有1座 states one.
        let each = inner[..quantity.span.start].ends_with(signs::each);
        counts && !each && !is_year(quantity, inner)
    };
    let found: Vec<&Quantity> = found.iter().filter(states).collect();
    let whole = found.len() == 1;
    let mut figures = Vec::new();
    let mut from = 0;
    for quantity in found {
        let before = inner.get(from..quantity.span.start).unwrap_or("");
        from = quantity.span.end;
        let marked = before.ends_with(MARKS) || (shift > 0 || bare.len() > inner.len()) && clause.starts_with(MARKS);
        let after = inner.get(quantity.span.end..).unwrap_or("");
        let Some(mut figure) = in_unit(quantity.clone(), behind_mark(after).unwrap_or(unit)) else { continue };
        let moved = |place: Span| Span::new(place.start + span.start + shift, place.end + span.start + shift);
        figure.core = moved(figure.core);
        figure.span = moved(figure.span);
        if figure.comparator == Comparator::Eq
            && let Some(bound) = bound_of_mark(before)
        {
            figure.comparator = bound;
        }
        if or_more && figure.comparator == Comparator::Eq {
            figure.comparator = Comparator::Ge;
        }
        // 进入全省前3位: among whom is no part of what is measured.
        let part = if figure.shape == Shape::Rank { String::new() } else { part(before, after) };
        let place = if whole && part.is_empty() { span } else { with_marks(text, figure.span) };
        let scoped = !part.is_empty() && before.trim_end().ends_with(['：', ':']);
        figures.push(Figure {
            span: place,
            quantity: figure,
            part,
            scoped,
            nth: 0,
            marked,
            of_year: None,
            told_of: false,
            by: year_before(before),
        });
    }
    figures
}

/// The year that the words before a number name, unless it is the one that the number is compared with (较2020年下降).
fn year_before(before: &str) -> Option<i32> {
    let times = time::scan(before, Frame::default());
    let compared = |time: &&time::TimeMention| {
        CLAUSES.than.suffix(&before[..time.span.start]).or(CLAUSES.than.prefix(time.span.of(before))).is_some()
    };
    // 2025年|达60%, 由2020年|的58%, unlike 2025年的2倍, 2025年基础上, 2020年以来
    let stated = |time: &&time::TimeMention| {
        let gap = before[time.span.end..].trim_start_matches(['：', ':']).trim();
        let gap = CLAUSES.sum_mark.strip_prefix(gap).unwrap_or(gap);
        let from = CLAUSES.from.suffix(&before[..time.span.start]).or(CLAUSES.from.prefix(time.span.of(before)));
        let reached = [&CLAUSES.comes_to, &CLAUSES.have, &CLAUSES.bring_to].iter().any(|forms| forms.has(gap));
        gap.is_empty() || reached || from.is_some() && gap.chars().all(signs::of)
    };
    times.iter().next_back().filter(|time| !compared(time) && stated(time))?.end
}

/// The bound that stands before the mark that opens a number: ≥〔300〕.
fn bound_of_mark(before: &str) -> Option<Comparator> {
    let bare = before.strip_suffix(MARKS)?.trim_end();
    let sign = bare.chars().next_back().filter(|c| !c.is_alphanumeric())?;
    let bounded = quantity::scan_all(&format!("{sign}1"));
    bounded.first().map(|one| one.comparator).filter(|bound| *bound != Comparator::Eq)
}

/// The unit that stands behind the mark that closes a number (〔5〕万人).
fn behind_mark(after: &str) -> Option<&str> {
    after.strip_prefix(MARKS).map(str::trim).filter(|unit| names::is_unit(unit))
}

/// The numbers in `text`, a number alone that may be a year (2100 places) among them: cells of values hold no years alone.
fn scan(text: &str) -> Vec<Quantity> {
    let found = quantity::scan(text);
    if !found.is_empty() || text.contains(signs::year) {
        return found;
    }
    let like_year = |quantity: &Quantity| {
        let core = quantity.core.of(text);
        core.len() == 4 && core.bytes().all(|b| b.is_ascii_digit())
    };
    quantity::scan_all(text).into_iter().filter(like_year).collect()
}

/// `span` with the marks beside it.
fn with_marks(text: &str, span: Span) -> Span {
    let before = text[..span.start].chars().next_back().filter(|c| MARKS.contains(c)).map_or(0, char::len_utf8);
    let after = text[span.end..].chars().next().filter(|c| MARKS.contains(c)).map_or(0, char::len_utf8);
    Span::new(span.start - before, span.end + after)
}

/// A year that reads like a bare number.
fn is_year(quantity: &Quantity, text: &str) -> bool {
    let core = quantity.core.of(text);
    let bare = quantity.unit.is_empty() && core.len() == 4 && core.parse::<i32>().is_ok_and(years::is_of_plans);
    bare && quantity.comparator == Comparator::Eq && core.len() < text.trim().len()
}

/// What the words before a number name; empty where they only say how far it is reached.
fn part(before: &str, after: &str) -> String {
    let mut rest = before.to_owned();
    for time in time::scan(before, Frame::default()).iter().rev() {
        rest.replace_range(time.span.start..time.span.end, "");
    }
    let mut named = String::new();
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        let skipped = COLUMNS.part.prefix(&rest[at..]).filter(|_| named.is_empty());
        let ends = skipped.or_else(|| COLUMNS.before_value.prefix(&rest[at..]));
        match ends {
            Some(form) => at += form.len(),
            None => {
                if c.is_alphanumeric() || !named.is_empty() && matches!(c, '、' | '（' | '）') {
                    named.push(c);
                }
                at += c.len_utf8();
            }
        }
    }
    // 高级工以上〔1400〕: the class that is counted, with its bound.
    if let Some(bound) = COLUMNS.or_above.suffix(&rest).filter(|_| after.is_empty() && !named.is_empty()) {
        named.push_str(bound);
    }
    // 每街道至少1所 says how many of the whole there shall be.
    let none = named.chars().filter(|c| c.is_alphabetic()).count() < 2 || named.starts_with(signs::each);
    if none { String::new() } else { named }
}

fn read_aside(text: &str, aside: Span, unit: &str, first: usize, figures: &mut Figures) {
    let said = aside.of(text);
    figures.nature = figures.nature.or_else(|| names::nature(said));
    figures.yearly |= COLUMNS.mean.is_in(said);
    // 18（比2020年） is of no other year.
    let compares = CLAUSES.than.prefix(said).is_some();
    let year = time::scan(said, Frame::default()).iter().find_map(|time| time.end).filter(|_| !compares);
    let mut inside = Figures::default();
    for clause in clauses(said) {
        let span = Span::new(aside.start + clause.span.start, aside.start + clause.span.end);
        let own = figures.stated.get(first).filter(|_| year.is_some()).map(|figure| own_unit(figure, unit));
        read_clause(text, span, own.as_deref().unwrap_or(unit), &mut inside);
    }
    match year {
        Some(year) if inside.stated.is_empty() => {
            let told_of = !Traits::of(said).year;
            let of_year = |figure: &mut Figure| (figure.of_year, figure.told_of) = (Some(year), told_of);
            figures.stated[first..].iter_mut().for_each(of_year);
        }
        Some(_) => {
            let start = inside.stated.into_iter().find(|figure| figure.part.is_empty());
            figures.start = figures.start.take().or(start.map(|figure| (figure.quantity, year)));
        }
        None => figures.stated.extend(inside.stated.into_iter().filter(|figure| !figure.part.is_empty())),
    }
}

/// The unit of a number that stands beside `figure` and has none.
fn own_unit(figure: &Figure, unit: &str) -> String {
    if unit.is_empty() { figure.quantity.unit.clone() } else { unit.to_owned() }
}

/// `quantity` in `unit`, unless it has its own; `None` where the value is beyond what numbers hold.
fn in_unit(mut quantity: Quantity, unit: &str) -> Option<Quantity> {
    if quantity.unit.is_empty() && !unit.is_empty() {
        if let Some(one) = names::quantity_of("1", unit).or_else(|| names::rate_of(unit)) {
            quantity.value = quantity.value.times(one.value)?;
            quantity.upper = quantity.upper.and_then(|upper| upper.times(one.value));
            (quantity.unit, quantity.dimension, quantity.shape) = (one.unit, one.dimension, one.shape);
        } else {
            quantity.unit = unit.to_owned();
        }
    }
    if quantity.comparator == Comparator::Eq && quantity.upper.is_some() {
        quantity.comparator = Comparator::Range;
    }
    Some(quantity)
}

/// Whether `text` bounds the number that it states, behind it too (20左右), or tells a change from a year (18（比2020年）).
pub(super) fn is_aim(text: &str) -> bool {
    let said = read(text, "").stated;
    let about = COLUMNS.tail.suffix(text).is_some();
    let bounded = |figure: &Figure| match figure.quantity.comparator {
        Comparator::Eq => false,
        Comparator::Approx => about,
        _ => true,
    };
    let compares = || text.rsplit_once('（').is_some_and(|(_, aside)| CLAUSES.than.prefix(aside).is_some());
    !said.is_empty() && (said.iter().any(bounded) || COLUMNS.instead.prefix(text).is_some() || compares())
}

/// The clause of `text` that `figure` stands in.
pub(super) fn clause<'t>(text: &'t str, figure: &Figure) -> &'t str {
    let stops = ['，', '；', '。', '、'];
    let start = text[..figure.span.start].rfind(stops).map_or(0, |at| at + '，'.len_utf8());
    let end = text[figure.span.end..].find(stops).map_or(text.len(), |at| figure.span.end + at);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, unit: &str) -> String {
        let read = read(text, unit);
        let stated: Vec<String> = read
            .stated
            .iter()
            .map(|figure| {
                format!("{}{} {}", figure.quantity.value, figure.quantity.unit, figure.part).trim().to_owned()
            })
            .collect();
        let start =
            read.start.map_or(String::new(), |(start, year)| format!(" < {}{} {year:?}", start.value, start.unit));
        format!("{}{start}", stated.join("; "))
    }

    #[test]
    fn each_form_of_a_cell_is_read() {
        for (text, unit, expected) in [
            ("63%→67.5%", "", "67.5% < 63% None"),
            ("34.4→31.3微克/立方米", "", "31.3微克/立方米 < 34.4微克/立方米 None"),
            ("〔5000〕（其中农民工〔1750〕）", "万人次", "50000000人次; 17500000人次 农民工"),
            ("≤0.7/≤1.8", "‰", "0.7‰; 1.8‰"),
            ("2.55 / 3.45", "亿人", "255000000人; 345000000人"),
            ("85左右，力争90", "%", "85%; 90%"),
            ("32件（2025年25.2件）", "", "32件 < 25.2件 Some(2025)"),
            ("现有12座，达到20座", "", "20座 < 12座 None"),
            ("现有道路改造20公里", "", "20公里 现有道路改造"),
            ("300亿斤（约束性）", "", "30000000000斤"),
            ("3000亿元，其中与青禾725亿元", "", "300000000000元; 72500000000元 与青禾"),
            ("（9）", "%", "9%"),
            ("2100/66.5", "人/%", "2100人; 66.5%"),
            ("2000", "个", "2000个"),
            ("〔5〕万人", "", "50000人"),
            ("≥2050", "元", "2050元"),
            ("2025年", "", ""),
            ("与全省一致", "%", ""),
            ("每街道至少1所", "", "1所"),
            ("+5.4", "%", "5.4%"),
            ("[+58]", "万亩", "580000亩"),
            ("76。7", "%", "76.7%"),
            ("[2.75）", "亿亩", "275000000亩"),
            ("（2.75]", "亿亩", "275000000亩"),
            ("与经济增长同步", "%", ""),
            ("城区：85%乡镇：60%", "", "85% 城区; 60% 乡镇"),
            ("城镇：99.8农村：96", "%", "99.8% 城镇; 96% 农村"),
            ("城镇：99.8人农村：96人", "", "99.8人 城镇; 96人 农村"),
            ("由2020年的58%提高到65%以上", "", "65% < 58% Some(2020)"),
            ("1.2", "万元/具", "12000元/具"),
            ("12/10万以下", "", "12/10万"),
            ("2批次/千人", "", "2批次/千人"),
            ("12/15万", "元", "12元; 150000元"),
            ("进入全省前3位", "%", "3位"),
            ("—", "%", ""),
        ] {
            assert_eq!(said(text, unit), expected, "{text}");
        }
        let by = |text: &str| read(text, "%").stated.iter().map(|figure| figure.by).collect::<Vec<_>>();
        assert_eq!(by("2025年达60%以上，2030年达80%"), [Some(2025), Some(2030)]);
        assert_eq!(by("较2020年下降18%"), [None]);
        assert_eq!(by("比2020年提高2个百分点"), [None]);
        let nth = |text: &str| read(text, "%").stated.iter().map(|figure| figure.nth).collect::<Vec<_>>();
        assert_eq!(nth("＞85、＞88"), [0, 1]);
        assert_eq!(nth("85左右，力争90"), [0, 0]);
        let two = read("1.5/76。75", "%").stated;
        assert_eq!([two[0].span, two[1].span].map(|span| span.of("1.5/76。75")), ["1.5", "76。75"]);
        assert_eq!(read("300亿斤（约束性）", "").nature, Some(Nature::Binding));
        assert!(read("5.3%左右（五年平均）", "").yearly);
        assert_eq!(read("54.11%（2024年数据），保持稳定", "").stated[0].of_year, Some(2024));
    }
}
