//! What the rows of a run of pieces may look like: by lines that have as many pieces, or by the period in which kinds of
//! pieces return.

use super::{
    flow::Template,
    kind::{self, Column, Kind},
    token::{Gap, Tokens},
};
use crate::grid::{Head, Word};

/// Most columns of a table whose cells no sign parts.
const WIDEST: usize = 12;

/// How many pieces are looked at.
const SAMPLE: usize = 1_200;

/// How many templates are given at most.
const MOST: usize = 16;

/// The templates that the lines suggest: for each number of pieces that several lines have, what those hold.
pub(super) fn by_lines(tokens: &Tokens<'_>) -> Vec<Template> {
    let mut lines: Vec<(usize, usize)> = Vec::new();
    for (at, token) in tokens.all.iter().enumerate().take(SAMPLE) {
        match lines.last_mut() {
            Some((_, end)) if token.gap == Gap::Cell || token.gap == Gap::Space => *end = at + 1,
            _ => lines.push((at, at + 1)),
        }
    }
    let mut widths: Vec<(usize, usize)> = Vec::new();
    for (from, to) in &lines {
        match widths.iter_mut().find(|(width, _)| *width == to - from) {
            Some((_, times)) => *times += 1,
            None => widths.push((to - from, 1)),
        }
    }
    widths.retain(|&(width, times)| (2..=40).contains(&width) && times >= 2);
    widths.sort_by_key(|&(width, times)| std::cmp::Reverse((times, width)));
    widths.truncate(4);
    let template = |width: usize| {
        // Heads on the first line say nothing of the kinds below them.
        let rows = lines.iter().skip(1).filter(|(from, to)| to - from == width);
        let starts: Vec<usize> = rows.map(|&(from, _)| from).collect();
        Template::new(columns(tokens, &starts, width))
    };
    widths.iter().map(|&(width, _)| template(width)).collect()
}

/// The templates that the order of kinds suggests, each begun at every column that may open a row.
pub(super) fn by_period(tokens: &Tokens<'_>) -> Vec<Template> {
    let kinds = &tokens.kinds[..tokens.len().min(SAMPLE)];
    let mut runs: Vec<(usize, (usize, usize, usize))> = Vec::new();
    for period in 2..=WIDEST.min(kinds.len() / 2) {
        let run = best_run(kinds, period);
        if run.1 >= period {
            runs.push((period, run));
        }
    }
    // Twice a period is one too, but says no more.
    runs.sort_by_key(|&(period, (_, _, held))| (std::cmp::Reverse(held), period));
    runs.truncate(4);
    // Values and units open rows where their heads open the table.
    let first = (!tokens.all.is_empty()).then(|| Head::read(tokens.view(0).text()));
    let mut templates: Vec<Template> = by_numbers(tokens).into_iter().collect();
    for (period, (from, length, _)) in runs {
        for turn in 0..period {
            let starts: Vec<usize> = (from + turn..from + length + 1).step_by(period).collect();
            let columns = columns(tokens, &starts, period);
            let opens = match columns[0] {
                Column::Value => first.as_ref().is_some_and(Head::is_of_values),
                Column::Unit => first.as_ref().is_some_and(|head| head.says(Word::Unit)),
                _ => true,
            };
            let valued = columns.contains(&Column::Value);
            // Numbers open rows, or stand behind the name of a group.
            let numbered = columns.iter().position(|column| *column == Column::Number).is_none_or(|at| at <= 1);
            if opens && valued && numbered && templates.len() < MOST {
                templates.extend(below_groups(tokens, &starts, &columns));
                templates.push(Template::new(columns));
            }
        }
    }
    templates
}

/// Fewest rows whose numbers tell rows.
const FEWEST_NUMBERED: usize = 3;

/// The rows that begin with numbers which count up from one: as wide as the widest of which there are two, or all of them, but no wider
/// than the heads before the first: wider ones hold broken names.
fn by_numbers(tokens: &Tokens<'_>) -> Option<Template> {
    let most = tokens.len().min(SAMPLE);
    // On one line a number opens a row before words.
    let one_line = tokens.all[1..most].iter().all(|token| token.gap == Gap::Space);
    let named = |at: usize| {
        let next = tokens.kinds.get(at + 1).copied().flatten();
        one_line && matches!(next, Some(Kind::Words | Kind::Name | Kind::Mixed))
    };
    let is = |at: usize, number: usize| {
        let opens = matches!(tokens.all[at].gap, Gap::Line | Gap::Blank) || named(at);
        opens && tokens.kinds[at] == Some(Kind::Count) && tokens.view(at).text().parse::<usize>() == Ok(number)
    };
    let mut starts = vec![(0..most.min(2 * WIDEST)).find(|&at| is(at, 1))?];
    while let Some(&last) = starts.last()
        && let Some(next) = (last + 2..most.min(last + 2 * WIDEST)).find(|&at| is(at, starts.len() + 1))
    {
        starts.push(next);
    }
    // 一、规模 before the first number names a group and heads nothing.
    let heads = starts[0] - usize::from(starts[0] > 0 && kind::names_group(tokens.view(starts[0] - 1).text()));
    let widths = starts.windows(2).map(|pair| pair[1] - pair[0]);
    let often = |width: usize| widths.clone().filter(|other| *other == width).count();
    let some = |width: usize| often(width) > 1 || often(width) + 1 == starts.len();
    let width = widths.clone().filter(|&width| width <= heads && some(width)).max();
    let width = width.filter(|width| starts.len() >= FEWEST_NUMBERED && (3..=WIDEST).contains(width))?;
    let full: Vec<usize> =
        starts.iter().zip(widths).filter(|(_, own)| *own == width).map(|(&start, _)| start).collect();
    let mut columns = columns(tokens, &full, width);
    columns[0] = Column::Number;
    columns.contains(&Column::Value).then(|| Template::new(columns))
}

/// The rows without their first column, where that holds the numbered names of groups, most of which happen to have one row.
fn below_groups(tokens: &Tokens<'_>, starts: &[usize], columns: &[Column]) -> Option<Template> {
    let numbered = |at: &&usize| kind::names_group(tokens.view(**at).text());
    let inside: Vec<usize> = starts.iter().copied().filter(|at| *at < tokens.len()).collect();
    let named = inside.iter().filter(numbered).count();
    let groups = columns.len() > 2 && columns[0] == Column::Words && named > 0;
    (groups && named * 3 >= inside.len() * 2).then(|| Template::new(columns[1..].to_vec()))
}

/// The run of pieces that look like those `period` before which holds most values beside words: its first piece, its
/// length, and how much it holds.
fn best_run(kinds: &[Option<Kind>], period: usize) -> (usize, usize, usize) {
    let (mut best, mut from) = ((0, 0, 0), 0);
    let (mut values, mut words) = (0usize, 0usize);
    for at in 0..kinds.len() - period {
        if !alike(kinds[at], kinds[at + period]) {
            (from, values, words) = (at + 1, 0, 0);
            continue;
        }
        match kinds[at].map(Column::of) {
            Some(Column::Value) => values += 1,
            Some(_) => words += 1,
            None => {}
        }
        // A run of words alone is prose, of values alone a list.
        let held = values.min(3 * words);
        let length = at + 1 - from;
        if held > best.2 || held == best.2 && held > 0 && length > best.1 {
            best = (from, length, held);
        }
    }
    best
}

fn alike(a: Option<Kind>, b: Option<Kind>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let value = |kind| Column::of(kind) == Column::Value || kind == Kind::Instead;
    // Of the bodies that answer some return often and others do not.
    let word = |kind| matches!(kind, Kind::Words | Kind::Closed);
    Column::of(a) == Column::of(b) || value(a) && value(b) || word(a) && word(b)
}

/// What each of `width` columns holds in the rows that begin at `starts`: what costs least.
pub(super) fn columns(tokens: &Tokens<'_>, starts: &[usize], width: usize) -> Vec<Column> {
    let column = |offset: usize| {
        let places: Vec<usize> = starts.iter().map(|start| start + offset).filter(|at| *at < tokens.len()).collect();
        if counts_up(tokens, &places) {
            return Column::Number;
        }
        let cost = |column: Column| {
            places.iter().filter_map(|&at| tokens.kinds[at]).map(|kind| (column.cost(kind) * 10.0) as i64).sum::<i64>()
        };
        let all = [Column::Words, Column::Value, Column::Closed, Column::Unit];
        all.into_iter().min_by_key(|&column| cost(column)).unwrap_or(Column::Words)
    };
    (0..width).map(column).collect()
}

/// Whether the pieces at `places` are numbers that grow by one.
fn counts_up(tokens: &Tokens<'_>, places: &[usize]) -> bool {
    let number = |at: usize| {
        let text = tokens.view(at).text().to_owned();
        text.trim_matches(|c: char| !c.is_alphanumeric()).parse::<u32>().ok()
    };
    let places: Vec<usize> = places.iter().copied().take(60).collect();
    let numbers: Vec<Option<u32>> = places.iter().map(|&at| number(at)).collect();
    let steps = numbers.windows(2).filter(|pair| matches!(pair, [Some(a), Some(b)] if a + 1 == *b)).count();
    let pairs = numbers.len().saturating_sub(1);
    pairs > 0 && steps * 3 >= pairs * 2
}
