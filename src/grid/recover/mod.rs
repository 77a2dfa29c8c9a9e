//! Grids that a table may have had, from what has come down of it as text. A candidate says how cells may be parted and which rows they
//! form; it knows no heading and no order of columns, and [`super::roles`] decide between candidates.

mod aligned;
mod block;
mod drawn;
mod flow;
mod head;
mod kind;
mod lean;
mod noise;
mod placed;
mod shape;
mod split;
mod template;
mod together;
mod token;
mod years;

use self::{
    flow::{Costs, Joins, Layout, Template},
    kind::Column,
    shape::Groups,
    split::Sign,
    token::{Token, Tokens},
};
use super::{Grid, model::Origin};
use crate::span::Span;

pub use block::Block;
pub use split::is_bar;

/// The grids that `block` may hold, each beginning at its first line and ending where its shape ends ([`Grid::span`]); none where nothing
/// in it looks like a table. At most a handful, in linear time.
pub fn candidates(block: &Block<'_>) -> Vec<Grid> {
    // The rule over a drawn table.
    let ruled = block.lines.iter().take_while(|line| split::is_rule(block.text, &[**line])).count();
    let block = &Block { text: block.text, lines: &block.lines[ruled..] };
    let Some(first) = block.lines.first().map(|span| span.of(block.text)) else { return Vec::new() };
    // Where readings are worth the same, heads are over what they stand over.
    let mut grids: Vec<Grid> = looks_printed(block).then(|| placed::read(block)).flatten().into_iter().collect();
    let joined = split::quoted_lines(block);
    let joined = Block { text: block.text, lines: &joined };
    for (sign, origin) in signs(&joined, first) {
        grids.extend(split_lines(&joined, sign, origin));
    }
    grids.extend(drawn::read(block));
    if !grids.is_empty() {
        return grids;
    }
    if block.lines.iter().take(3).any(|line| line.of(block.text).contains(split::is_bar)) {
        grids.extend(flows(block.text, split::between_bars(block), Costs::BARS, Origin::Lines));
    } else if first.contains(char::is_whitespace) && looks_spaced(block) {
        let words = token::by_word(block);
        let rows = even(block.text, &words).filter(|rows| rows.len() > 2 && rows[0].len() > 2);
        grids.extend(rows.map(|rows| even_grid(block.text, rows, Origin::Narrow)));
        grids.extend(flows(block.text, words.clone(), Costs::NARROW, Origin::Narrow));
        // What stands behind a row of many words, all rows run together, says nothing of them.
        let alone = Block { text: block.text, lines: &block.lines[..1] };
        if grids.is_empty() {
            grids.extend(flows(block.text, words, Costs::WORDS, Origin::Together));
        } else if first.split_whitespace().nth(WIDEST_ROW).is_some() {
            grids.extend(flows(block.text, token::by_word(&alone), Costs::WORDS, Origin::Together));
        }
    }
    grids.extend(together::read(block));
    if looks_stacked(block) {
        let lines = token::by_line(block);
        grids.extend(years::read(block.text, &lines));
        let costs = if lines.iter().skip(1).take(40).any(|token| token.gap == token::Gap::Blank) {
            Costs::BLANKS
        } else {
            Costs::LINES
        };
        grids.extend(flows(block.text, lines, costs, Origin::Lines));
    }
    grids
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

/// Whether the first lines of `block` have as many cells each, three or more, parted by commas or semicolons, or by wide gaps with
/// values below the first.
pub fn is_separated(block: &Block<'_>) -> bool {
    let lines = || block.lines.iter().take(3).map(|span| span.of(block.text));
    let even = |sign: Sign| {
        let rows: Vec<Vec<Span>> = (0..3).map(|line| sign.cells(block, line)).collect();
        Some(rows).filter(|rows| rows[0].len() > 2 && rows.iter().all(|row| row.len() == rows[0].len()))
    };
    let valued = |row: &Vec<Span>| row.iter().filter(|cell| looks_valued(cell.of(block.text))).count() * 2 >= row.len();
    let heads = |rows: Vec<Vec<Span>>| !valued(&rows[0]) && rows[1..].iter().all(valued);
    // Of prose hardly any lines have signs enough, and as many: their cells need not be read.
    let first = block.lines.first().map_or("", |span| span.of(block.text).trim());
    let parts = |sign: char| {
        let count = |line: &str| line.matches(sign).count();
        let signs = count(first);
        let quoted = |line: &str| line.contains('"');
        signs > 1 && (quoted(first) || lines().all(|line| count(line) == signs || quoted(line)))
    };
    let gaps = first.contains("  ") || first.contains('\u{3000}');
    block.lines.len() >= 3
        && ([',', ';'].into_iter().any(|sign| parts(sign) && even(Sign::Quoted(sign)).is_some())
            || gaps && even(Sign::Wide).is_some_and(heads))
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

/// Whether wide gaps part several of the first lines, and no sign does.
fn looks_printed(block: &Block<'_>) -> bool {
    let lines = || block.lines.iter().take(12).map(|span| span.of(block.text));
    let gapped = |line: &&str| line.contains("  ");
    let barred = |line: &str| line.contains(|c| c == '\t' || split::is_bar(c));
    lines().filter(gapped).count() > 2 && !lines().any(barred)
}

/// Whether several of the first lines are short and look like values, as where each cell has a line.
fn looks_stacked(block: &Block<'_>) -> bool {
    let lines = block.lines.iter().take(60).map(|span| span.of(block.text));
    let lines: Vec<&str> = lines.take_while(|line| line.len() < 300).collect();
    lines.len() >= 6 && lines.iter().filter(|line| looks_valued(line)).count() * 6 >= lines.len()
}

/// Whether several words of the first lines look like values.
fn looks_spaced(block: &Block<'_>) -> bool {
    let words = block.lines.iter().take(12).flat_map(|span| span.of(block.text).split_whitespace());
    let words: Vec<&str> = words.take(80).collect();
    words.len() >= 6 && words.iter().filter(|word| looks_valued(word)).count() * 6 >= words.len()
}

/// Whether `text` may be a value: it is short, and a sign of values opens it or a digit stands in it.
fn looks_valued(text: &str) -> bool {
    let opens = |c: char| c.is_ascii_digit() || "〔[［（(<>＜＞≤≥—-－–".contains(c);
    text.len() <= 60 && (text.starts_with(opens) || text.bytes().any(|b| b.is_ascii_digit()))
}

/// Most words of one row.
const WIDEST_ROW: usize = 20;

/// How many pieces templates are tried on.
const SAMPLE: usize = 400;

/// Least gain of a table.
const LEAST: f32 = 9.0;

/// The best templates for `tokens` under `costs`, each with its layout, best first.
fn layouts(tokens: &Tokens<'_>, templates: Vec<Template>, costs: Costs) -> Vec<(Template, Layout)> {
    if templates.is_empty() {
        return Vec::new();
    }
    let sample = Joins::new(tokens, costs, SAMPLE);
    let mut found: Vec<(Template, Layout)> = Vec::new();
    for template in templates {
        if let Some(layout) = flow::lay_out(tokens, &sample, &template, costs)
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
            others == width || width % others == 0 && laid.fit() * 1.1 >= layout.fit()
        };
        if best.iter().any(told) {
            continue;
        }
        best.retain(|(other, laid)| !(other.columns.len() % width == 0 && layout.fit() * 1.1 >= laid.fit()));
        best.push((template, layout));
    }
    best.truncate(3);
    let mut found = best;
    if tokens.len() > SAMPLE && !found.is_empty() {
        let all = Joins::new(tokens, costs, tokens.len());
        found = found
            .into_iter()
            .filter_map(|(template, _)| flow::lay_out(tokens, &all, &template, costs).map(|layout| (template, layout)))
            .collect();
        found.sort_by(narrower);
    }
    found
}

/// The grids of lines whose cells `sign` parts.
fn split_lines(block: &Block<'_>, sign: Sign, origin: Origin) -> Vec<Grid> {
    let all = split::tokens(block, sign);
    if let Some(rows) = even(block.text, &all) {
        drop(all);
        return vec![even_grid(block.text, rows, origin)];
    }
    let tokens = Tokens::new(block.text, all);
    let templates = template::by_lines(&tokens);
    let laid = layouts(&tokens, templates, Costs::SPLIT);
    laid.into_iter()
        .map(|(template, mut layout)| {
            let heads = head::of_lines(&tokens, layout.head, &template.columns);
            let below = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
            let columns = lean::part(&tokens, &mut layout, &template.columns);
            let heads = if columns.is_some() { lean::heads(heads, &template.columns) } else { heads };
            let columns = columns.unwrap_or(template.columns);
            let mut grid = shape::grid(&tokens, &layout, &heads, Groups::Across(columns.len()), origin);
            shape::reach_down(&mut grid, &columns, below);
            grid
        })
        .collect()
}

/// The rows of lines that all have as many cells, or so many times as many.
fn even(text: &str, tokens: &[Token]) -> Option<Vec<Vec<Span>>> {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for token in tokens {
        match rows.last_mut() {
            Some(row) if matches!(token.gap, token::Gap::Cell | token::Gap::Space) => row.push(token.span),
            _ => rows.push(vec![token.span]),
        }
    }
    let width = rows.first()?.len();
    // Rows that stand one behind the other on a line, each as wide as the heads.
    if width > 2 && rows.iter().all(|row| row.len() == 1 || row.len().is_multiple_of(width)) {
        rows = rows.iter().flat_map(|row| row.chunks(width)).map(<[Span]>::to_vec).collect();
    }
    fill(text, &mut rows);
    let end = rows.iter().position(|row| row.len() == 1).unwrap_or(rows.len());
    let rest = rows.len() - end;
    if width < 2 || end < 2 || rest > 1 || rows[..end].iter().any(|row| row.len() != width) {
        return None;
    }
    rows.truncate(end);
    Some(rows)
}

/// The grid of `rows` of as many cells each.
fn even_grid(text: &str, rows: Vec<Vec<Span>>, origin: Origin) -> Grid {
    let span = Span::new(rows[0][0].start, rows.last().and_then(|row| row.iter().map(|s| s.end).max()).unwrap_or(0));
    let width = rows[0].len();
    let mut grid = Grid::of_rows(text, &rows, origin, span);
    shape::reach_down(&mut grid, &vec![Column::Words; width], 1);
    grid
}

/// Fills rows that hold fewer blocks than stand side by side under heads that return, where their cells are as those above.
fn fill(text: &str, rows: &mut [Vec<Span>]) {
    let [heads, first, ..] = &*rows else { return };
    let (width, said) = (heads.len(), |at: usize| heads[at].of(text));
    let returns =
        |period: &usize| width.is_multiple_of(*period) && (*period..width).all(|at| said(at) == said(at - period));
    let Some(period) = (2..=width / 2).find(returns).filter(|_| first.len() == width) else { return };
    let above: Vec<bool> = first.iter().map(|cell| looks_valued(cell.of(text))).collect();
    let alike = |row: &Vec<Span>| row.iter().zip(&above).all(|(cell, above)| looks_valued(cell.of(text)) == *above);
    for row in rows.iter_mut().filter(|row| row.len() < width && row.len().is_multiple_of(period) && alike(row)) {
        let end = row.last().map_or(0, |cell| cell.end);
        row.resize(width, Span::new(end, end));
    }
}

/// The grids of a run of pieces that no sign parts into rows.
fn flows(text: &str, all: Vec<Token>, costs: Costs, origin: Origin) -> Vec<Grid> {
    let templates = |tokens: &Tokens<'_>| match origin {
        Origin::Narrow => template::by_lines(tokens),
        _ => template::by_period(tokens),
    };
    // What no template explains at its start is not read to its end.
    if all.len() > SAMPLE {
        let start = Tokens::new(text, all[..SAMPLE].to_vec());
        if layouts(&start, templates(&start), costs).is_empty() {
            return Vec::new();
        }
    }
    let tokens = Tokens::new(text, all);
    let laid = layouts(&tokens, templates(&tokens), costs);
    let mut grids = Vec::new();
    for (template, mut layout) in laid {
        lean::part(&tokens, &mut layout, &template.columns);
        grids.extend(headed(&tokens, &template, &layout, origin));
        if grids.len() >= 3 {
            break;
        }
    }
    grids
}

/// `layout` with the names of groups over its first row told from the heads that they follow.
fn parted(tokens: &Tokens<'_>, layout: &Layout, width: usize) -> Layout {
    let mut layout = layout.clone();
    let head = head::end(tokens, layout.head, width);
    let groups = (head..layout.head).map(|at| flow::Part::Group { from: at, to: at + 1 });
    layout.parts.splice(0..0, groups);
    layout.head = head;
    layout
}

/// The grids of `layout`: its first pieces as headings of the columns, or of a column of groups and the columns.
fn headed(tokens: &Tokens<'_>, template: &Template, layout: &Layout, origin: Origin) -> Vec<Grid> {
    let width = template.columns.len();
    let layout = &parted(tokens, layout, width);
    let mut grids = Vec::new();
    let opened = matches!(layout.parts.first(), Some(flow::Part::Group { .. }));
    let grouped = layout.parts.iter().any(|part| matches!(part, flow::Part::Group { .. }));
    if grouped {
        let mut columns = template.columns.clone();
        columns.insert(0, Column::Words);
        let heads = head::of_flow(tokens, layout.head, &columns)
            .filter(|heads| heads.iter().any(|head| head.column == 0) && (!opened || heads.len() > width));
        if let Some(heads) = heads {
            grids.push(shape::grid(tokens, layout, &heads, Groups::Beside, origin));
        }
    }
    if let Some(heads) = head::of_flow(tokens, layout.head, &template.columns) {
        let below = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
        let mut grid = shape::grid(tokens, layout, &heads, Groups::Across(width), origin);
        shape::reach_down(&mut grid, &template.columns, below);
        grids.push(grid);
    }
    grids
}

#[cfg(test)]
mod tests;
