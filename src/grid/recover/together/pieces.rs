//! The values at the end of a row that nothing parts: of all ways to cut it the one that costs least.

use std::{cell::RefCell, collections::HashMap};

use super::super::kind::{self, Kind};
use crate::lexicon::COLUMNS;

/// Longest value, in characters.
const LONGEST: usize = 28;

/// The same in bytes.
const LONGEST_BYTES: usize = 6 * LONGEST;

/// What it speaks for three values that the last is the change between the others.
pub(super) const AGREES: f32 = 2.5;

/// The pieces of the end of a row between any two cuts.
pub(super) struct Pieces<'s> {
    pub(super) source: &'s str,
    pub(super) cuts: Vec<usize>,
    /// For each two cuts what the piece between them costs as a value, and its number.
    pub(super) costs: Vec<Vec<(f32, Option<Figure>)>>,
    pub(super) asked: &'s Asked,
}

/// What is asked of the values of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// How many they are at most.
    pub(super) count: usize,
    /// Over how many years the last value tells the change of those before it, where it does.
    pub(super) changes: Option<f64>,
    /// Which value is the sum of the others.
    pub(super) sums: Sum,
    /// Whether white space parts them.
    pub(super) spaced: bool,
    /// Whether they are of measures of their own, so that they need not be alike.
    pub(super) apart: bool,
    /// How many of them are of one measure each, and alike, where they are of several.
    pub(super) each: usize,
    /// What the values of each column are like, where that is known.
    pub(super) columns: Vec<Option<Figure>>,
}

/// Where a value stands that is the sum of the others of its row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sum {
    #[default]
    Nowhere,
    First,
    Last,
}

pub(super) const NEVER: f32 = 1e6;

/// From what on hardly anything is told in percent.
const LARGEST_SHARE: f64 = 1000.0;

/// What it costs that a row lacks a value.
const ABSENT: f32 = 2.0;

/// What it costs to cut between two digits.
const CUT: f32 = 0.4;

/// What pieces of a text cost as values, by their places: rows that may begin at several places hold the same ones.
#[derive(Default)]
pub(super) struct Known(RefCell<HashMap<(usize, usize), Cost>>);

/// What a piece costs as a value, and its number where it is nothing else.
type Cost = (f32, Option<Figure>);

/// Where the first of some pieces begins, where each ends, and what they cost.
pub(super) type Cuts = (usize, Vec<usize>, f32);

impl Known {
    fn cost(&self, piece: &str, place: (usize, usize)) -> (f32, Option<Figure>) {
        *self.0.borrow_mut().entry(place).or_insert_with(|| value_cost(piece))
    }
}

impl<'s> Pieces<'s> {
    /// The pieces of `source`, which stands at `at` in its text, between `cuts`.
    pub(super) fn new((source, at): (&'s str, usize), cuts: Vec<usize>, asked: &'s Asked, known: &Known) -> Self {
        let last = cuts.len().saturating_sub(1);
        let cost = |i: usize, j: usize| match cuts[j] - cuts[i] > LONGEST_BYTES {
            true => (NEVER, None),
            false => known.cost(&source[cuts[i]..cuts[j]], (at + cuts[i], at + cuts[j])),
        };
        let costs = (0..last).map(|i| (i + 1..=last).map(|j| cost(i, j)).collect()).collect();
        Self { source, cuts, costs, asked }
    }

    /// The cheapest way to have `count` pieces at the end, as [`Self::best`] gives it; where the last of three, or of four, tells the change
    /// between the two before it, the one in which it does.
    pub(super) fn cheapest(&self, count: usize) -> Option<(usize, Vec<usize>, f32)> {
        let best = self.best(count);
        if self.asked.sums != Sum::Nowhere
            && let Some(summed) = self.summed(count)
        {
            return Some(summed);
        }
        let Some(years) = self.asked.changes.filter(|_| (3..=4).contains(&count)) else { return best };
        let told = self.agreeing(years, count == 4);
        match (&best, &told) {
            (Some(best), Some(told)) if told.2 > best.2 => Some(best.clone()),
            _ => told.or(best),
        }
    }

    /// The cheapest three pieces at the end of which the last is the change between the others over so many `years`, and one `before` them
    /// perhaps.
    fn agreeing(&self, years: f64, before: bool) -> Option<(usize, Vec<usize>, f32)> {
        let last = self.cuts.len() - 1;
        let mut best: Option<(usize, Vec<usize>, f32)> = None;
        for i in 0..last {
            for j in i + 1..last {
                let (first, start) = self.costs[i][j - i - 1];
                let Some(start) = start else { continue };
                let Some((from, opening)) = self.opening(i, start, before) else { continue };
                for k in j + 1..last {
                    let (second, reached) = self.costs[j][k - j - 1];
                    let (third, change) = self.costs[k][last - k - 1];
                    let (Some(reached), Some(change)) = (reached, change) else { continue };
                    if !is_change(start.value, reached.value, change.value, years) {
                        continue;
                    }
                    let cuts = self.cut_cost(j) + self.cut_cost(k);
                    let cost = first + second + third + opening + distance(start, reached) + cuts - AGREES;
                    if cost < best.as_ref().map_or(NEVER / 2.0, |best| best.2) {
                        let ends = [i, j, k, last].into_iter().skip(usize::from(!before)).map(|cut| self.cuts[cut]);
                        best = Some((self.cuts[from], ends.collect(), cost));
                    }
                }
            }
        }
        best
    }

    /// Where the name ends before the value `start` that begins at cut `at`, or before the cheapest value in front of it, and what they cost.
    fn opening(&self, at: usize, start: Figure, before: bool) -> Option<(usize, f32)> {
        let name = |cut: usize| name_cost(&self.source[..self.cuts[cut]]);
        if !before {
            return Some((at, name(at)));
        }
        let value = |cut: usize| {
            let (cost, number) = self.costs[cut][at - cut - 1];
            cost + number.map_or(0.0, |number| distance(number, start)) + self.cut_cost(at) + name(cut)
        };
        (0..at).map(|cut| (cut, value(cut))).min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// What it costs to cut at cut `at`.
    fn cut_cost(&self, at: usize) -> f32 {
        let (before, behind) = self.source.split_at(self.cuts[at]);
        let digits = before.ends_with(|c: char| c.is_ascii_digit()) && behind.starts_with(|c: char| c.is_ascii_digit());
        if digits { CUT } else { 0.0 }
    }

    /// The cheapest way to have up to `count` pieces at the end: where they begin, where each ends, and the cost.
    pub(super) fn best(&self, count: usize) -> Option<(usize, Vec<usize>, f32)> {
        let last = self.cuts.len() - 1;
        let mut best: Option<(usize, Vec<usize>, f32)> = None;
        // tails[j]: for the piece i..j the cheapest rest behind it, as (cost, next end).
        let mut layers: Vec<Vec<Vec<(f32, usize)>>> = Vec::new();
        for used in 1..=count {
            let mut layer = vec![vec![(NEVER, 0); last + 1]; last + 1];
            for i in (0..last).rev() {
                for (j, cheapest) in layer[i].iter_mut().enumerate().skip(i + 1) {
                    let (cost, number) = self.costs[i][j - i - 1];
                    if cost >= NEVER {
                        continue;
                    }
                    let cost = cost + self.unlike_column(number, count - used);
                    *cheapest = match layers.last() {
                        None if j == last => (cost, last),
                        None => (NEVER, 0),
                        Some(before) => self.cheapest_rest(before, j, (cost, number), count - used + 1),
                    };
                }
            }
            let absent = (count - used) as f32 * ABSENT;
            for (i, ends_at) in layer.iter().enumerate().take(last) {
                let name = name_cost(&self.source[..self.cuts[i]]);
                for (j, &(rest, behind)) in ends_at.iter().enumerate().skip(i + 1) {
                    let cost = rest + absent + name;
                    if cost < best.as_ref().map_or(NEVER, |b| b.2) {
                        let mut ends = vec![self.cuts[j]];
                        let (mut end, mut next) = (j, behind);
                        for deeper in layers.iter().rev() {
                            ends.push(self.cuts[next]);
                            (end, next) = (next, deeper[end][next].1);
                        }
                        best = Some((self.cuts[i], ends, cost));
                    }
                }
            }
            layers.push(layer);
        }
        best
    }

    /// How unlike the values of column `col` a `number` is.
    fn unlike_column(&self, number: Option<Figure>, col: usize) -> f32 {
        let known = self.asked.columns.get(col).copied().flatten();
        number.zip(known).map_or(0.0, |(number, known)| distance(number, known))
    }

    /// The cheapest pieces behind the one that ends at cut `j`, of which the first is that of column `col`.
    fn cheapest_rest(
        &self,
        before: &[Vec<(f32, usize)>],
        j: usize,
        (cost, number): (f32, Option<Figure>),
        col: usize,
    ) -> (f32, usize) {
        let mut best = (NEVER, 0);
        let alike = self.asked.each > 1 && !col.is_multiple_of(self.asked.each);
        for k in j + 1..self.cuts.len() {
            let rest = before[j].get(k).map_or(NEVER, |rest| rest.0);
            if rest >= NEVER {
                continue;
            }
            // 2800 | 8.5%, 60 | 〔7.4〕: a change is not like what changes.
            let piece = &self.source[self.cuts[j]..self.cuts[k]];
            let marked = !piece.starts_with(|c: char| c.is_ascii_digit()) || piece.contains(['%', '％']);
            let change = self.asked.changes.is_some() && k + 1 == self.cuts.len() && marked;
            let apart = match (number, self.costs[j][k - j - 1].1) {
                (Some(a), Some(b)) if !change && self.asked.apart && !alike => distance(a, b) * FAINT,
                (Some(a), Some(b)) if !change => distance(a, b),
                _ => 0.0,
            };
            let all = cost + rest + apart + self.cut_cost(j);
            if all < best.0 {
                best = (all, k);
            }
        }
        best
    }
}

/// Whether `change` is by how much `reached` is more than `start`, or by how many percent it grows from it each of `years`; both as they
/// are rounded.
fn is_change(start: f64, reached: f64, change: f64, years: f64) -> bool {
    let added = (reached - start - change).abs() <= 0.051_f64.min(change.abs() * 0.05 + 1e-9);
    let grows = start > 0.0 && reached > start;
    let rate = if grows { ((reached / start).powf(1.0 / years) - 1.0) * 100.0 } else { 0.0 };
    let kept = change == 0.0 && start == reached && start > 0.0;
    kept || change > 0.0 && (added || grows && (rate - change).abs() <= 0.2_f64.max(change * 0.04))
}

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) decimals: usize,
}

/// How unlike two values of a row are: plans move values by little, and write them alike.
fn distance(a: Figure, b: Figure) -> f32 {
    // 2 | 0, 0 | 1
    if a.value.min(b.value) == 0.0 && a.value.max(b.value) <= FEW {
        return NOTHING;
    }
    let ratio = ln((a.value.abs() + 0.01) / (b.value.abs() + 0.01)).abs();
    // Most of what plans measure shall grow.
    let falls = if b.value < a.value { FALLS } else { 0.0 };
    (ratio * 0.7).min(3.0) as f32 + a.decimals.abs_diff(b.decimals) as f32 * 0.1 + falls
}

/// From how few on nothing is left, and to how few nothing may come.
const FEW: f64 = 20.0;

/// What it costs that nothing is left.
const NOTHING: f32 = 1.0;

/// How much it matters whether values of several measures are alike.
const FAINT: f32 = 0.05;

/// What it costs that a value is less than the one before it.
const FALLS: f32 = 0.4;

/// The natural logarithm of a number above zero, of additions and multiplications alone: the last bits of `f64::ln` differ between
/// systems, and with them where a line could be cut.
fn ln(value: f64) -> f64 {
    const BITS: u32 = f64::MANTISSA_DIGITS - 1;
    const ONE: u64 = 1.0f64.to_bits();
    // 2^exponent times a mantissa from 1 to 2.
    let exponent = (value.to_bits() >> BITS) as i32 - (ONE >> BITS) as i32;
    let mantissa = f64::from_bits(value.to_bits() & ((1 << BITS) - 1) | ONE);
    let (mantissa, exponent) = if mantissa > 1.4 { (mantissa / 2.0, exponent + 1) } else { (mantissa, exponent) };
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let series = (0..9).rev().fold(0.0, |sum, k| sum * (t * t) + 2.0 / f64::from(2 * k + 1));
    f64::from(exponent) * std::f64::consts::LN_2 + t * series
}

/// What words before the values cost as a name.
pub(super) fn name_cost(name: &str) -> f32 {
    let name = name.trim_end();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    match name.chars().next_back() {
        _ if letters < 2 => 6.0,
        Some('）' | ')') if kind::has_unit(name) => -1.5,
        Some('）' | ')') => 0.0,
        // A unit of shares behind the name.
        Some('%' | '％' | '‰') => 0.4,
        Some(c) if c.is_alphabetic() => {
            if COLUMNS.instead.suffix(name).is_some() {
                2.0
            } else {
                0.4
            }
        }
        Some(c) if c.is_ascii_digit() || ".<>＜＞≤≥〔[".contains(c) => 5.0,
        _ => 3.0,
    }
}

/// What a piece costs as a value, and its number where it is nothing else.
fn value_cost(piece: &str) -> (f32, Option<Figure>) {
    let piece = piece.trim();
    let longest = if COLUMNS.likened.prefix(piece).is_some() { 2 * LONGEST } else { LONGEST };
    if piece.is_empty() || piece.chars().count() > longest {
        return (NEVER, None);
    }
    let bare = piece
        .trim_start_matches(['<', '>', '＜', '＞', '≤', '≥', '〔', '[', '［'])
        .trim_end_matches(['〕', ']', '］', '%', '％', '*']);
    if bare.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        let number = first_number(bare);
        let share = piece.ends_with(['%', '％']) && number.is_some_and(|number| number.value >= LARGEST_SHARE);
        return (digits_cost(bare) + if share { 1.5 } else { 0.0 }, number);
    }
    if piece.chars().all(|c| "—-－–".contains(c)) {
        let chars = piece.chars().count();
        return (
            if chars == 1 {
                0.0
            } else if chars == 2 {
                0.3
            } else {
                NEVER
            },
            None,
        );
    }
    if piece.starts_with(['～', '~']) || piece.ends_with(['～', '~']) {
        return (NEVER, None);
    }
    if piece.ends_with(['<', '>', '＜', '＞', '≤', '≥', '〔', '[', '［', '.', '—']) {
        return (NEVER, None);
    }
    let open = |signs: [char; 2]| piece.matches(signs[0]).count() != piece.matches(signs[1]).count();
    if open(['（', '）']) || open(['(', ')']) || open(['〔', '〕']) || open(['[', ']']) {
        return (NEVER, None);
    }
    if ill_written(bare) > 0.0 {
        return (NEVER, None);
    }
    let number = first_number(bare);
    let cost = match kind::of(piece) {
        Kind::Value | Kind::Count => leading_zero(bare) + several(piece),
        Kind::Instead => 0.3,
        Kind::Year => 1.5,
        Kind::Mixed => 2.5,
        Kind::Words => 3.5,
        _ => NEVER,
    };
    (cost, number)
}

pub(super) fn first_number(bare: &str) -> Option<Figure> {
    let end = bare.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(bare.len());
    let decimals = bare[..end].split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some(Figure { value: bare[..end].parse().ok()?, decimals })
}

/// What it costs that a piece seems to be more than one value: signs behind its digits that open a value, digits behind a
/// percent sign, words behind a number.
fn several(piece: &str) -> f32 {
    let mut cost = 0.0;
    let mut before = None;
    let mut digits = false;
    let mut counted = false;
    let mut depth = 0usize;
    for c in piece.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '<' | '>' | '＜' | '＞' | '≥' | '≤' | '〔' | '[' | '［' | '*'
                if digits || before.is_some_and(|b| "-—－–".contains(b)) =>
            {
                cost += 4.0
            }
            '0'..='9' => {
                cost += if matches!(before, Some('%' | '％' | '〕' | ']' | '］' | '*')) { 4.0 } else { 0.0 };
                // 12家80家
                cost += if counted { 2.5 } else { 0.0 };
                (digits, counted) = (true, false);
            }
            c if c.is_alphabetic() => counted = digits,
            _ => {}
        }
        before = Some(c);
    }
    cost += if is_followed_by_sum(piece) { 4.0 } else { 0.0 };
    // 左右98: what stands behind a number.
    let tail = COLUMNS.tail.prefix(piece).is_some() && COLUMNS.value_head.prefix(piece).is_none();
    cost += if tail { 3.0 } else { 0.0 };
    let dashed = piece.ends_with(['-', '—', '－', '–']) || piece.starts_with('—');
    cost + if dashed { 3.0 } else { 0.0 } + (kind::words_left(piece) as f32).min(4.0) * 0.5
}

/// Whether a bare number, no year, stands in round brackets behind digits: 18（5.7）.
fn is_followed_by_sum(piece: &str) -> bool {
    let Some((before, inner)) = piece.strip_suffix(['）', ')']).and_then(|open| open.rsplit_once(['（', '('])) else {
        return false;
    };
    let number = !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    number && inner.len() != 4 && before.ends_with(|c: char| c.is_ascii_digit())
}

/// What digits and stops cost as one number.
fn digits_cost(text: &str) -> f32 {
    let stops = text.matches('.').count();
    let wrong = text.is_empty() || stops > 1 || text.starts_with('.') || text.ends_with('.');
    if wrong {
        NEVER
    } else {
        leading_zero(text) + text.split_once('.').map_or(0.0, |(_, decimals)| decimals_cost(decimals))
    }
}

/// What `decimals` cost: most numbers have one, and few end in nothing.
fn decimals_cost(decimals: &str) -> f32 {
    let many = if decimals.len() > 3 { 1.0 } else { 0.1 * decimals.len().saturating_sub(1) as f32 };
    let nothing = if decimals.len() > 1 && decimals.ends_with('0') { 0.4 } else { 0.0 };
    many + nothing
}

/// What it costs that digits in `text` are no number: 3.834.5左右.
fn ill_written(text: &str) -> f32 {
    let ill = |run: &str| run.matches('.').count() > 1;
    if text.split(|c: char| !c.is_ascii_digit() && c != '.').any(ill) { NEVER } else { 0.0 }
}

fn leading_zero(text: &str) -> f32 {
    let zero =
        text.starts_with('0') && text.len() > 1 && !text.starts_with("0.") && text.as_bytes()[1].is_ascii_digit();
    if zero { NEVER } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logarithm_is_the_same_everywhere() {
        for value in [1e-9, 0.01, 0.5, 0.7, 1.0, 1.3999, 1.4001, 2.0, 3.7, 95.5, 1e4, 123_456_789.25, 1e12] {
            assert!((ln(value) - value.ln()).abs() < 1e-11, "{value}: {} {}", ln(value), value.ln());
        }
        assert_eq!(
            [ln(1.0), ln(3.7), ln(95.5)].map(f64::to_bits),
            [0, 4_608_571_026_371_700_047, 4_616_819_138_244_716_924]
        );
    }
}
