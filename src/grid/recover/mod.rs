//! Grids that a table may have had, from what has come down of it as text. A candidate says how cells may be parted and which rows they
//! form; it knows no heading and no order of columns, and [`super::roles`] decide between candidates.

mod aligned;
mod assigned;
mod block;
mod doubled;
mod drawn;
mod even;
mod flow;
mod head;
mod kind;
mod late;
mod lean;
mod noise;
mod numbered;
mod placed;
mod shape;
mod split;
mod stacked;
mod storeys;
mod template;
mod together;
mod token;
mod unwrapped;
mod years;

use self::{
    even::{even, even_grid, grouped, padded},
    flow::{Costs, Joins, Layout, Template},
    kind::{Column, looks_valued},
    shape::Groups,
    split::Sign,
    token::{Token, Tokens, lines},
};
use super::{Grid, model::Origin};
use crate::{
    memory::let_go,
    span::{self, Span},
};

pub use block::Block;
pub use split::is_bar;

/// Where grids go one by one: those of a large table are not held together.
struct Found<'f> {
    take: &'f mut dyn FnMut(Grid),
    count: usize,
}

impl Found<'_> {
    fn add(&mut self, grid: Grid) {
        self.count += 1;
        (self.take)(grid);
    }
}

/// Gives `take` the grids that `block` may hold, each beginning at its first line and ending where its shape ends ([`Grid::span`]); none
/// where nothing in it looks like a table. At most a handful, in linear time.
pub fn candidates(block: &Block<'_>, take: &mut dyn FnMut(Grid)) {
    let mut found = Found { take, count: 0 };
    // The rule over a drawn table.
    let ruled = block.lines.iter().take_while(|line| split::is_rule(block.text, &[**line])).count();
    let block = &Block { text: block.text, lines: &block.lines[ruled..] };
    let Some(first) = block.lines.first().map(|span| span.of(block.text)) else { return };
    // Where readings are worth the same, heads are over what they stand over.
    let printed = looks_printed(block).then(|| placed::read(block));
    printed.into_iter().flatten().for_each(|grid| found.add(grid));
    let joined = split::quoted_lines(block);
    let joined = Block { text: block.text, lines: &joined };
    for (sign, origin) in signs(&joined, first) {
        split_lines(&joined, (sign, origin), &mut found);
    }
    drawn::read(block).into_iter().for_each(|grid| found.add(grid));
    if found.count > 0 {
        return;
    }
    if split::closes_cells(block) {
        let cells = unnumbered(block.text, split::between_bars(block, true));
        return flow_cells(block.text, &cells, Costs::CLOSED, &mut found);
    }
    if block.lines.iter().take(3).any(|line| line.of(block.text).contains(split::is_bar)) {
        flows(block.text, &split::between_bars(block, false), (Costs::BARS, Origin::Lines), &mut found);
    } else if first.contains(char::is_whitespace) && looks_spaced(block) {
        let words = token::by_word(block);
        let whole = unwrapped::read(block.text, &words).map(|words| unnumbered(block.text, words));
        let words = unnumbered(block.text, words);
        if let Some(words) = whole {
            storeys::of_lines(block.text, &words, Origin::Narrow).into_iter().for_each(|grid| found.add(grid));
            flows(block.text, &words, (Costs::NARROW, Origin::Narrow), &mut found);
        }
        let rows = even(block.text, &words).filter(|rows| rows.len() > 2 && rows[0].width > 2);
        let rows = rows.or_else(|| grouped(block.text, &words));
        let grid = rows.map(|rows| even_grid(block.text, rows, Origin::Narrow));
        grid.into_iter().for_each(|grid| found.add(grid));
        storeys::of_lines(block.text, &words, Origin::Narrow).into_iter().for_each(|grid| found.add(grid));
        flows(block.text, &words, (Costs::NARROW, Origin::Narrow), &mut found);
        // What stands behind a row of many words, all rows run together, says nothing of them.
        let alone = Block { text: block.text, lines: &block.lines[..1] };
        if first.split_whitespace().nth(WIDEST_ROW).is_some() {
            let words = unnumbered(block.text, token::by_word(&alone));
            years::read(block.text, &words).into_iter().for_each(|grid| found.add(grid));
            storeys::of_cells(block.text, &words).into_iter().for_each(|grid| found.add(grid));
            flows(block.text, &words, (Costs::WORDS, Origin::Together), &mut found);
        } else if found.count == 0 {
            flows(block.text, &words, (Costs::WORDS, Origin::Together), &mut found);
        }
        let_go(words);
    }
    together::read(block).into_iter().for_each(|grid| found.add(grid));
    if looks_stacked(block) {
        let lines = unnumbered(block.text, token::by_line(block));
        // What stands below a small table does not tell how its cells are parted.
        let near = lines.get(1..lines.len().min(24)).unwrap_or_default();
        let blank = near.iter().filter(|token| token.gap == token::Gap::Blank).count();
        let costs = if blank * 3 >= near.len() { Costs::BLANKS } else { Costs::LINES };
        flow_cells(block.text, &lines, costs, &mut found);
        let_go(lines);
    }
}

/// `tokens` of `text` without numbers that are cells of their own and say only where names stand.
fn unnumbered(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    numbered::plain(text, &tokens).unwrap_or(tokens)
}

/// Finds the grids of `cells` that have a line each.
fn flow_cells(text: &str, cells: &[Token], costs: Costs, found: &mut Found<'_>) {
    if cells.len() <= stacked::MOST
        && let Some(grid) = stacked::read(&Tokens::new(text, cells))
    {
        return found.add(grid);
    }
    years::read(text, cells).into_iter().for_each(|grid| found.add(grid));
    storeys::of_cells(text, cells).into_iter().for_each(|grid| found.add(grid));
    flows(text, cells, (costs, Origin::Lines), found);
}

/// The cells that tabs or bars part, a row a line, up to the first line that they do not part; whatever the cells hold.
pub fn plain(block: &Block<'_>) -> Option<Grid> {
    let first = block.lines.first().map(|span| span.of(block.text))?;
    let (sign, origin) = if first.contains('\t') { (Sign::Tab, Origin::Tabs) } else { (Sign::Bar, Origin::Pipes) };
    let lines = (0..block.lines.len()).map(|line| sign.cells(block, line)).take_while(|cells| cells.len() > 1);
    let rows: Vec<Vec<Span>> = lines.filter(|cells| !split::is_rule(block.text, cells)).collect();
    let end = rows.last().and_then(|row| row.iter().map(|cell| cell.end).max())?;
    (rows.len() > 1).then(|| Grid::of_rows(block.text, &rows, origin, Span::new(block.lines[0].start, end)))
}

/// Whether rows may be run together on `line`: it opens with a heading of values, or many of its characters belong to
/// values.
pub fn runs_together(line: &str) -> bool {
    together::may_open(line)
}

/// Whether heads that are run together open `line`: what rows are about, and measures with their units.
pub fn opens_measured(line: &str) -> bool {
    together::opens_measured(line)
}

/// Whether the lines of `block` are cells of whole rows below as many heads, or below heads of two storeys.
pub fn is_stacked(block: &Block<'_>) -> bool {
    let cells = token::by_line(block);
    stacked::shape(&Tokens::new(block.text, &cells)).is_some() || storeys::are_cells(block.text, &cells)
}

/// Whether the first lines of `block` have as many cells each, three or more, parted by commas or semicolons, or by wide gaps with
/// values below the first.
pub fn is_separated(block: &Block<'_>) -> bool {
    // Of prose hardly any lines have signs enough, and as many: their cells need not be read.
    let first = block.lines.first().map_or("", |span| span.of(block.text).trim());
    let may_part = |c: char| matches!(c, ',' | ';' | ' ' | '\u{3000}');
    if block.lines.len() < 3 || !span::signs(first).any(|(_, c)| may_part(c)) {
        return false;
    }
    let even = |sign: Sign| {
        let first = Some(sign.cells(block, 0)).filter(|cells| cells.len() > 2)?;
        let rows: Vec<Vec<Span>> = std::iter::once(first).chain((1..3).map(|line| sign.cells(block, line))).collect();
        rows.iter().all(|row| row.len() == rows[0].len()).then_some(rows)
    };
    let valued = |row: &Vec<Span>| row.iter().filter(|cell| looks_valued(cell.of(block.text))).count() * 2 >= row.len();
    let heads = |rows: Vec<Vec<Span>>| !valued(&rows[0]) && rows[1..].iter().all(valued);
    let lines = || block.lines.iter().take(3).map(|span| span.of(block.text));
    let parts = |sign: char| {
        let count = |line: &str| line.matches(sign).count();
        let signs = count(first);
        let quoted = |line: &str| line.contains('"');
        signs > 1 && (quoted(first) || lines().all(|line| count(line) == signs || quoted(line)))
    };
    let gaps = first.contains("  ") || first.contains('\u{3000}');
    [',', ';'].into_iter().any(|sign| parts(sign) && even(Sign::Quoted(sign)).is_some())
        || gaps && even(Sign::Wide).is_some_and(heads)
}

/// The signs that may part the cells of the lines that begin with `first`.
fn signs(block: &Block<'_>, first: &str) -> Vec<(Sign, Origin)> {
    let mut signs = Vec::new();
    let second = block.lines.get(1).map_or("", |span| span.of(block.text));
    if first.contains('\t') || second.contains('\t') && first.chars().count() <= 20 {
        signs.push((Sign::Tab, Origin::Tabs));
    }
    if split::parts(block, Sign::Bar) {
        signs.push((Sign::Bar, Origin::Pipes));
    }
    for sign in [',', ';'] {
        let count = |line: &str| line.matches(sign).count();
        if count(first) > 0 && count(second) > 0 && split::parts(block, Sign::Quoted(sign)) {
            signs.push((Sign::Quoted(sign), Origin::Commas));
        }
    }
    if signs.is_empty() && (first.contains("  ") || first.contains('\u{3000}')) {
        if let Some(width) = split::even_width(block) {
            signs.push((Sign::Spaces(width), Origin::Wide));
        }
        signs.push((Sign::Wide, Origin::Wide));
    }
    signs
}

/// How many of the first lines, or of their words, tell how a block may be laid out.
const FIRST_LINES: usize = 12;
const FIRST_WORDS: usize = 80;

/// Fewest lines parted by wide gaps that make a printed page.
const GAPPED: usize = 3;

/// How many lines, and how many of the first of them, tell that each cell has a line; longer lines, in bytes, are none of cells.
const STACKED_LINES: usize = 60;
const STACKED_FIRST: usize = 24;
const STACKED_BYTES: usize = 300;

/// Fewest lines or words that tell it.
const TELLING: usize = 6;

/// Of so many lines, and of so many words, one must look like a value.
const VALUED_LINES: usize = 6;
const VALUED_WORDS: usize = 8;

/// Whether wide gaps part several of the first lines, and no sign does.
fn looks_printed(block: &Block<'_>) -> bool {
    let lines = || block.lines.iter().take(FIRST_LINES).map(|span| span.of(block.text));
    let gapped = |line: &&str| line.contains("  ");
    let barred = |line: &str| line.contains(|c| c == '\t' || split::is_bar(c));
    lines().filter(gapped).count() >= GAPPED && !lines().any(barred)
}

/// Whether several of the first lines are short and look like values, as where each cell has a line; a small table is told by fewer.
fn looks_stacked(block: &Block<'_>) -> bool {
    let lines = block.lines.iter().take(STACKED_LINES).map(|span| span.of(block.text));
    let lines: Vec<&str> = lines.take_while(|line| line.len() < STACKED_BYTES).collect();
    let told = |lines: &[&str]| lines.iter().filter(|line| looks_valued(line)).count() * VALUED_LINES >= lines.len();
    lines.len() >= TELLING && (told(&lines) || lines.get(..STACKED_FIRST).is_some_and(told))
}

/// Whether several words of the first lines look like values.
fn looks_spaced(block: &Block<'_>) -> bool {
    let words = block.lines.iter().take(FIRST_LINES).flat_map(|span| span.of(block.text).split_whitespace());
    let words: Vec<&str> = words.take(FIRST_WORDS).collect();
    words.len() >= TELLING && words.iter().filter(|word| looks_valued(word)).count() * VALUED_WORDS >= words.len()
}

/// Most words of one row.
const WIDEST_ROW: usize = 20;

/// How many pieces templates are tried on.
const SAMPLE: usize = 400;

/// Least gain of a table.
const LEAST: f32 = 9.0;

/// How many templates are laid out whole.
const BEST: usize = 3;

/// By how much a layout must fit better than one whose rows are half as wide, or twice, to be looked at beside it.
const CLEARLY: f32 = 1.1;

/// The best templates for `tokens` under `costs`, each with its layout, best first.
fn layouts(tokens: &Tokens<'_>, templates: Vec<Template>, costs: Costs) -> Vec<(Template, Layout)> {
    if templates.is_empty() {
        return Vec::new();
    }
    let sample = Joins::new(tokens, costs, SAMPLE);
    let mut found: Vec<(Template, Layout)> = Vec::new();
    for template in templates {
        if let Some(layout) = lay_out(tokens, &sample, &template, costs)
            && layout.gain >= LEAST
            && layout.rows() > 1
        {
            found.push((template, layout));
        }
    }
    let narrower = |a: &(Template, Layout), b: &(Template, Layout)| {
        b.1.fit().total_cmp(&a.1.fit()).then(a.0.columns.len().cmp(&b.0.columns.len()))
    };
    found.sort_by(narrower);
    let mut best: Vec<(Template, Layout)> = Vec::new();
    for (template, layout) in found {
        let width = template.columns.len();
        // Two rows side by side, or half a row, are laid out as well, but say less.
        let told = |(other, laid): &(Template, Layout)| {
            let others = other.columns.len();
            others == width || width % others == 0 && laid.fit() * CLEARLY >= layout.fit()
        };
        if best.iter().any(told) {
            continue;
        }
        best.retain(|(other, laid)| !(other.columns.len() % width == 0 && layout.fit() * CLEARLY >= laid.fit()));
        best.push((template, layout));
    }
    best.truncate(BEST);
    let mut found = best;
    if tokens.len() > SAMPLE && !found.is_empty() {
        let all = Joins::new(tokens, costs, tokens.len());
        found = found
            .into_iter()
            .filter_map(|(template, _)| {
                let mut layout = lay_out(tokens, &all, &template, costs)?;
                layout.parts.shrink_to_fit();
                Some((template, layout))
            })
            .collect();
        all.let_go();
        found.sort_by(narrower);
    }
    found
}

/// The pieces laid out in rows of `template`, with what its heads say of that.
fn lay_out(tokens: &Tokens<'_>, joins: &Joins, template: &Template, costs: Costs) -> Option<Layout> {
    let layout = flow::lay_out(tokens, joins, template, costs)?;
    Some(match head::misplaced(tokens, layout.head, &template.columns) {
        Some(misplaced) => layout.headed(misplaced),
        None => layout,
    })
}

/// Finds the grids of lines whose cells `sign` parts.
fn split_lines(block: &Block<'_>, (sign, origin): (Sign, Origin), found: &mut Found<'_>) {
    let all = split::tokens(block, sign);
    let rows: Vec<&[Token]> = lines(&all).collect();
    if let Some(grid) = doubled::read(block.text, &rows, origin) {
        let_go(rows);
        let_go(all);
        return found.add(grid);
    }
    let_go(rows);
    if let Some(grid) = even(block.text, &all).map(|rows| even_grid(block.text, rows, origin)) {
        let_go(all);
        return found.add(grid);
    }
    if matches!(sign, Sign::Tab | Sign::Quoted(_)) {
        padded(&all).into_iter().for_each(|rows| found.add(even_grid(block.text, rows, origin)));
    }
    let tokens = Tokens::new(block.text, &all);
    let templates = template::by_lines(&tokens);
    let laid = layouts(&tokens, templates, Costs::SPLIT);
    for (template, layout) in laid {
        let mut layout = parted(&tokens, layout, template.columns.len());
        let heads = head::of_lines(&tokens, layout.head, &template.columns);
        let below = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
        let columns = lean::part(&tokens, &mut layout, &template.columns);
        let heads = if columns.is_some() { lean::heads(heads, &template.columns) } else { heads };
        let columns = columns.unwrap_or(template.columns);
        let mut grid = shape::grid(&tokens, &layout, &heads, Groups::Across(columns.len()), origin);
        shape::reach_down(&mut grid, &columns, below);
        found.add(grid);
    }
}

/// Finds the grids of a run of pieces that no sign parts into rows.
fn flows(text: &str, all: &[Token], (costs, origin): (Costs, Origin), found: &mut Found<'_>) {
    let templates = |tokens: &Tokens<'_>| match origin {
        Origin::Narrow => template::by_lines(tokens),
        _ => template::by_period(tokens),
    };
    // What no template explains at its start is not read to its end.
    if all.len() > SAMPLE {
        let start = Tokens::new(text, &all[..SAMPLE]);
        if layouts(&start, templates(&start), costs).is_empty() {
            return;
        }
    }
    let tokens = Tokens::new(text, all);
    let laid = layouts(&tokens, templates(&tokens), costs);
    let before = found.count;
    for (template, mut layout) in laid {
        let columns = lean::part(&tokens, &mut layout, &template.columns);
        headed(&tokens, (&template, columns), layout, origin, found);
        if found.count - before >= 3 {
            break;
        }
    }
}

/// `layout` with the names of groups over its first row told from the heads that they follow.
fn parted(tokens: &Tokens<'_>, mut layout: Layout, width: usize) -> Layout {
    let head = head::end(tokens, layout.head, width);
    let groups = (head as u32..layout.head as u32).map(|at| flow::Part::Group { from: at, pieces: 1 });
    layout.parts.splice(0..0, groups);
    layout.head = head;
    layout
}

/// Finds the grids of `layout`: its first pieces as headings of the columns, or of a column of groups and the columns; its rows may be
/// parted into one column more than the template has (`parts`).
fn headed(
    tokens: &Tokens<'_>,
    (template, parts): (&Template, Option<Vec<Column>>),
    layout: Layout,
    origin: Origin,
    found: &mut Found<'_>,
) {
    let width = template.columns.len();
    let layout = parted(tokens, layout, width);
    let opened = matches!(layout.parts.first(), Some(flow::Part::Group { .. }));
    let grouped = parts.is_none() && layout.parts.iter().any(|part| matches!(part, flow::Part::Group { .. }));
    if grouped {
        let mut columns = template.columns.clone();
        columns.insert(0, Column::Words);
        let heads = head::of_flow(tokens, layout.head, &columns)
            .filter(|heads| heads.iter().any(|head| head.column == 0) && (!opened || heads.len() > width));
        if let Some(heads) = heads {
            let below = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
            let mut grid = shape::grid(tokens, &layout, &heads, Groups::Beside, origin);
            late::settle(&mut grid, below);
            found.add(grid);
        }
    }
    let across = head::of_flow(tokens, layout.head, &template.columns).map(|heads| {
        let heads = if parts.is_some() { lean::heads(heads, &template.columns) } else { heads };
        let columns = parts.as_ref().unwrap_or(&template.columns);
        let below = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
        let mut grid = shape::grid(tokens, &layout, &heads, Groups::Across(columns.len()), origin);
        shape::reach_down(&mut grid, columns, below);
        late::settle(&mut grid, below);
        grid
    });
    let_go(layout.parts);
    across.into_iter().for_each(|grid| found.add(grid));
}

#[cfg(test)]
mod tests;
