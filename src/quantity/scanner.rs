//! The walk over the text: what may start a number, what it is, what bounds it, and whether it is meant as a quantity.

use std::sync::LazyLock;

use super::{
    bound::{self, Lead},
    context, label,
    model::{Comparator, Dimension, Found, Mode, Quantity, Shape, Term},
    numeral, range, rank, special, term,
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY,
        lookalikes::Lookalikes,
        numerals::{self, Numerals, Sign},
        units::{Units, named},
    },
    number::Number,
};

/// Finds the quantities of `text`.
pub(super) fn scan(text: &str, mode: Mode) -> Vec<Quantity> {
    let table = starts();
    let starts = |c: char| table.get(c as usize).is_some_and(|&starts| starts);
    let Some(mut at) = text.chars().position(starts) else { return Vec::new() };
    let leagues = QUANTITY.league.is_in(text);
    let text = Text::new(text);
    let mut scanner = Scanner { text: &text, mode, leagues, from: 0, found: Vec::new() };
    while at < text.chars.len() {
        at = if starts(text.chars[at]) { scanner.step(at).max(at + 1) } else { at + 1 };
    }
    share_units(&text, scanner.found)
}

/// Whether a number expression may start at a character, for each up to the last of three bytes.
fn starts() -> &'static [bool] {
    static STARTS: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let mut table = vec![false; 0x1_0000];
        let numerals =
            Numerals::get().chars().filter(|(_, g)| !matches!(g.sign, Sign::More | Sign::Some | Sign::Point));
        let others = "0123456789﹒ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX".chars();
        for c in numerals.map(|(c, _)| c).chain(others).chain(QUANTITY.opener.firsts()) {
            if let Some(slot) = table.get_mut(c as usize) {
                *slot = true;
            }
        }
        table
    });
    &STARTS
}

/// A quantity with the characters that its core covers.
type Placed = (Quantity, (usize, usize));

struct Scanner<'a> {
    text: &'a Text,
    mode: Mode,
    /// Whether the text names a league at all (十强).
    leagues: bool,
    /// Nothing may reach back beyond here.
    from: usize,
    found: Vec<Placed>,
}

impl Scanner<'_> {
    /// Reads what starts at `at`; gives where to go on.
    fn step(&mut self, at: usize) -> usize {
        let text = self.text;
        if let Some(end) = self.word(at) {
            self.from = end;
            return end;
        }
        let next = match text.chars[at] {
            c if QUANTITY.turns.is(c) => self.emit_some(special::doubling(text, at), at),
            c if QUANTITY.half.is(c) || QUANTITY.passes.is(c) => {
                self.emit_some(special::halves(text, at, self.mode), at)
            }
            'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ' => self.emit_some(special::class(text, at, self.from), at),
            _ if text.holds(at, &QUANTITY.redoubles) => self.emit_some(special::redoubling(text, at), at),
            _ if text.holds(at, &QUANTITY.vague_opener) => self.emit_some(special::vague(text, at, self.mode), at),
            _ => self.rank(at),
        };
        if next > at || !self.numeric(at) { next.max(at + 1) } else { self.number(at) }
    }

    /// Puts out what was found; gives where to go on, which is `at` where nothing was.
    fn emit_some(&mut self, found: Option<Found>, at: usize) -> usize {
        found.map_or(at, |found| self.emit(found))
    }

    fn numeric(&self, at: usize) -> bool {
        let c = self.text.chars[at];
        numerals::is_numeral(c) || numerals::is_minus(c) || c == '﹒'
    }

    /// A word that only looks like a number.
    fn word(&self, at: usize) -> Option<usize> {
        let text = self.text;
        if self.fraction_ahead(at) {
            return None;
        }
        let found = Lookalikes::get().at(&text.chars, at, self.from, self.mode.all);
        if found.is_some() || self.mode.all {
            return found;
        }
        Units::get().at(&text.chars, at).filter(|(len, _)| *len > 1).map(|(len, _)| at + len)
    }

    /// 十分之一, 万分之三.
    fn fraction_ahead(&self, at: usize) -> bool {
        self.text.holds(at + 1, &QUANTITY.fraction_mark)
    }

    fn rank(&mut self, at: usize) -> usize {
        let (text, from, mode) = (self.text, self.from, self.mode);
        let strongest = || self.leagues.then(|| rank::strongest(text, at, from, mode)).flatten();
        let ranked = self.found.last().is_some_and(|(last, (_, end))| last.shape == Shape::Rank && *end == from);
        match rank::read(text, at, (from, ranked), mode).or_else(strongest) {
            Some((quantity, end)) => {
                let core = (at, end);
                self.push(quantity, core);
                end
            }
            None => at,
        }
    }

    /// Where the last number ends.
    fn reached(&self) -> usize {
        self.found.last().map_or(0, |&(_, (_, end))| end)
    }

    fn push(&mut self, quantity: Quantity, core: (usize, usize)) {
        self.from = core.1;
        self.found.push((quantity, core));
    }

    /// A numeral with all that belongs to it.
    fn number(&mut self, at: usize) -> usize {
        let text = self.text;
        // 正|负5%: up or down by so much.
        if text.word_before(at + 1, &QUANTITY.plus_minus).is_some() {
            return at + 1;
        }
        let Some(mut term) = term::read(text, at, self.mode) else {
            // The 负 of 减负 and 税负: the number behind it is read on its own.
            let burden = text.get(at).is_some_and(numerals::is_minus);
            return if burden { at + 1 } else { self.past_numeral(at) };
        };
        if self.alone(&term) {
            return term.end;
        }
        let named = context::in_name(text, at) || context::runs_on(text, &term);
        if named && !self.mode.all {
            return self.past(at);
        }
        if let Some(end) = context::date(text, &term, self.mode) {
            self.from = end;
            return end;
        }
        if let Some(half) = special::half_of_one(text, &term) {
            return self.emit(half);
        }
        if term.numeral_end == term.end && matches!(text.get(term.end), Some(':' | '：')) && term.numeral.arabic {
            let members = special::ratio(text, &term, self.mode);
            return match members {
                Some(members) => members.into_iter().fold(term.end, |_, member| self.emit(member)),
                None => self.finish(&term, None),
            };
        }
        if let Some(by) = range::tolerance(text, &term, self.mode) {
            return self.about(&term, &by);
        }
        self.minus(&mut term);
        if self.mode.all {
            term::priced(text, &mut term, self.from);
        }
        let second = range::end(text, &term, self.mode);
        let zero = !self.mode.all && term.value == Number::default() && text.holds(at, &QUANTITY.zero);
        if zero {
            return self
                .emit_some(special::zero_growth(text, at).or_else(|| special::down_to_zero(text, at)), term.end);
        }
        self.finish(&term, second.as_ref())
    }

    /// 85±2%: from 83 to 87.
    fn about(&mut self, term: &Term, by: &Term) -> usize {
        let low = term.value.minus(by.value);
        let measured = if by.unit.is_empty() { term } else { by };
        let whole = Found { start: term.start, end: by.end, upper: term.value.plus(by.value), ..Found::from(measured) };
        self.emit(Found { value: low.unwrap_or(term.value), ..whole })
    }

    /// A financial digit that is an ordinary word by itself, or 万 and 亿 without any digit.
    fn alone(&self, term: &Term) -> bool {
        let text = self.text;
        let single = term.numeral_end - term.start == 1;
        let one = single && term.numeral_end == term.end;
        let glyph = Numerals::get().glyph(text.chars[term.start]);
        let word = glyph.is_some_and(|g| (single && !g.alone) || (one && g.rare));
        word || (self.mode.all && ((one && self.is_hour(term)) || self.is_bare_word(term)))
    }

    /// 零点 is an hour, and 点零 no number.
    fn is_hour(&self, term: &Term) -> bool {
        let text = self.text;
        let beside = text.holds(term.end, &QUANTITY.point) || text.holds_before(term.start, &QUANTITY.point);
        text.holds(term.start, &QUANTITY.zero) && beside
    }

    /// 百分点 and 百分之 by themselves, and 万 without a unit, are words.
    fn is_bare_word(&self, term: &Term) -> bool {
        let bare = term.numeral.bare && term.shape == Shape::Cardinal;
        let idle = term.unit.is_empty() && term.numeral.top >= 4;
        bare && (idle || self.text.word(term.start, &QUANTITY.percent_word).is_some())
    }

    /// A minus sign right before the digits that joins nothing.
    fn minus(&self, term: &mut Term) {
        let text = self.text;
        let sign = matches!(text.before(term.start), Some('-' | '－' | '−')) && term.start > self.from;
        if !sign || !term.numeral.arabic {
            return;
        }
        let before = text.before(term.start - 1);
        let joins = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '%' | '-' | '－' | '）'))
            || self.found.last().is_some_and(|(_, core)| core.1 == term.start - 1);
        let bounded = || bound::lead(text, term.start - 1, self.from).bound;
        if !joins && (self.mode.all || term.shape == Shape::Percent || before.is_none() || bounded()) {
            term.value = term.value.negated();
            term.start -= 1;
        }
    }

    /// The number `first` or the range from it to `second`, where it is meant.
    fn finish(&mut self, first: &Term, second: Option<&Term>) -> usize {
        let text = self.text;
        let mut whole = joined(first, second);
        self.take_many(&mut whole);
        let lead = bound::lead(text, whole.start, self.from);
        label::take_unit(text, lead.start, &mut whole);
        let trailing = bound::trail(text, whole.end, whole.dimension == Dimension::Duration);
        let bounded = lead.bound || (trailing.is_some() && !first.numeral.bare);
        let last = second.unwrap_or(first);
        let mut judged = first.clone();
        if second.is_some() || first.unit.is_empty() {
            judged.unit.clone_from(&whole.unit);
            (judged.dimension, judged.shape, judged.end) = (whole.dimension, whole.shape, whole.end);
        }
        let meant = self.mode.all || context::is_meant(text, &judged, bounded, second.is_some());
        let name = second.is_some() && context::runs_on(text, last) && !self.mode.all;
        if !meant || name {
            self.from = last.end;
            return last.end;
        }
        let first_bare = first.numeral.bare && first.unit.is_empty() && first.numeral.top >= 8;
        if whole.shape == Shape::Cardinal && first_bare {
            whole.shape = Shape::SizeClass;
        }
        self.emit_bounded(whole, lead, trailing)
    }

    /// 三年多, 5亿元多, 两倍多.
    fn take_many(&self, whole: &mut Found) {
        let text = self.text;
        let takes = matches!(whole.dimension, Dimension::Duration | Dimension::Money) || whole.shape == Shape::Multiple;
        if takes && text.holds(whole.end, &QUANTITY.more) && !text.holds(whole.end, &QUANTITY.several) {
            whole.more = true;
            whole.end += 1;
        }
    }

    /// Puts the bounds around what was found.
    fn emit(&mut self, found: Found) -> usize {
        let lead = bound::lead(self.text, found.start, self.from);
        let trail = bound::trail(self.text, found.end, found.dimension == Dimension::Duration);
        self.emit_bounded(found, lead, trail)
    }

    /// Puts out what was found with the bounds before and behind it.
    fn emit_bounded(&mut self, mut found: Found, mut lead: Lead, mut trail: Option<(usize, Comparator)>) -> usize {
        let text = self.text;
        if trail.is_none() && lead.means.is_none() {
            let share = found.dimension == Dimension::Share;
            let apart = share.then(|| bound::apart(text, lead.start, self.from)).flatten();
            if let Some((start, means)) = apart.or_else(|| bound::before_each(text, lead.start, self.reached())) {
                lead = Lead { start, unframed: start, means: Some(means), ..lead };
            } else if self.mode.all
                && let Some((end, means)) = bound::compared(text, found.start, found.end, self.from)
            {
                lead = Lead { start: found.start - 1, ..lead };
                trail = Some((end, means));
            }
        }
        let end = trail.map_or(found.end, |(end, _)| bound::inclusion(text, &found, end).unwrap_or(end));
        let end = self.with_landmark(end);
        let means = lead.means.or(found.means);
        let mut comparator = bound::combine(means, trail.map(|(_, c)| c), found.more);
        if found.upper.is_some() {
            comparator = Comparator::Range;
        } else if self.mode.all && found.more && matches!(comparator, Comparator::Gt | Comparator::Approx) {
            found.upper = next_round(&found);
        }
        let start = if trail.is_none() { lead.unframed } else { lead.start };
        let quantity = Quantity {
            span: text.span(start, end),
            core: text.span(found.start, found.end),
            value: found.value,
            upper: found.upper,
            unit: found.unit,
            dimension: found.dimension,
            comparator,
            shape: found.shape,
        };
        self.push(quantity, (found.start, found.end));
        self.from = end;
        end
    }

    /// 突破两千亿大关, 迈上五万亿元新台阶: the landmark is part of the expression.
    fn with_landmark(&self, end: usize) -> usize {
        end + self.text.word(end, &QUANTITY.landmark).unwrap_or(0)
    }

    /// Past a run of numeral characters that make no number (十七十八).
    fn past_numeral(&mut self, at: usize) -> usize {
        self.from = self.text.past(at + 1, numerals::is_numeral);
        self.from
    }

    /// Past a run of digits and letters that is a name.
    fn past(&mut self, at: usize) -> usize {
        let text = self.text;
        let mut end = at + 1;
        while text.get(end).is_some_and(|c| {
            c.is_ascii_alphanumeric()
                || (matches!(c, '+' | '·' | '.' | '-') && text.get(end + 1).is_some_and(|c| c.is_ascii_alphanumeric()))
        }) {
            end += 1;
        }
        self.from = end;
        end
    }
}

/// The number `first`, or the range from it to `second`.
fn joined(first: &Term, second: Option<&Term>) -> Found {
    let Some(second) = second else { return Found::from(first) };
    let (low, high) = range::aligned(first, second);
    let whole = Found { start: first.start, value: low, upper: Some(high), ..Found::from(second) };
    if !whole.unit.is_empty() {
        return whole;
    }
    Found { unit: first.unit.clone(), dimension: first.dimension, shape: first.shape, ..whole }
}

/// What 多 and 几 stay under: 4000 for 3000多, 20 for 十几.
fn next_round(found: &Found) -> Option<Number> {
    let value = found.value.decimal().normalize();
    let zeros = value.to_string().chars().rev().take_while(|&c| c == '0').count();
    let whole = value.scale() == 0 && !value.is_zero();
    let step = if whole { Number::from_decimal(numeral::power(zeros as u32)?) } else { Number::new(1, value.scale()) };
    let plain = matches!(found.shape, Shape::Cardinal | Shape::Percent) && found.value > Number::default();
    found.value.plus(step).filter(|_| plain)
}

/// The 万 or 亿 in the characters of `core`.
fn large(text: &Text, core: (usize, usize)) -> Option<Number> {
    let power = text.chars[core.0..core.1].iter().find_map(|&c| numerals::power(c).filter(|&power| power >= 4))?;
    Some(Number::from_decimal(numeral::power(power)?))
}

/// A bare Arabic number in a list takes the unit of the member that closes it, with its multiplier: 提升31.1个和26.3个百分点, 3、4.2万亩.
fn share_units(text: &Text, mut found: Vec<Placed>) -> Vec<Quantity> {
    let mut times = None;
    for i in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(i);
        let (Some((left, core)), Some((right, next))) = (head.last_mut(), tail.first()) else { continue };
        let joined = text.word(core.1, &QUANTITY.joins).is_some_and(|len| next.0 == core.1 + len);
        let points = left.unit == named::PIECE && right.shape == Shape::Points;
        let bare = left.unit.is_empty() && left.shape == Shape::Cardinal && !right.unit.is_empty();
        let alike = matches!(right.shape, Shape::Cardinal | Shape::Percent | Shape::Points | Shape::Multiple);
        // 3分、5分和1毛钱: the coins of the last member tell that these are cents.
        let cents = joined && left.unit == named::FEN && right.dimension == Dimension::Money;
        if let Some(cents) = left.value.times(Number::new(1, 2)).filter(|_| cents) {
            left.value = cents;
            left.unit.clone_from(&right.unit);
            left.dimension = right.dimension;
        }
        times = large(text, *next).or(times.filter(|_| joined));
        if joined && alike && (bare || points) {
            let plain = bare && large(text, *core).is_none();
            left.value = times.filter(|_| plain).and_then(|times| left.value.times(times)).unwrap_or(left.value);
            left.unit.clone_from(&right.unit);
            (left.dimension, left.shape) = (right.dimension, right.shape);
        }
    }
    found.into_iter().map(|(quantity, _)| quantity).collect()
}
