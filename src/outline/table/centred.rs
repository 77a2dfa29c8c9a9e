//! Tables that lost their lines whose natures stand in a middle column: 指标, 单位, 属性, 2025年, 2030年.
//!
//! Each row has all its cells, so that the nature stands as far from its first cell as the header says; a cell between two
//! rows names a group.

use super::{
    Grid, Sheet, is_header_word, is_nature,
    natured::NATURE_HEADS,
    tokens::{Token, below_header, joined},
};

/// Fewest rows that make a table.
const FEWEST: usize = 3;

/// Reads the table whose header `tokens` begin with.
pub(super) fn read(sheet: Sheet<'_>, tokens: &[Token<'_>]) -> Option<Grid> {
    let nature =
        tokens.iter().position(|token| NATURE_HEADS.contains(&token.text)).filter(|&at| (1..6).contains(&at))?;
    let end = nature + 1 + tokens[nature + 1..].iter().take_while(|token| heads_a_value(token.text)).count();
    let heads = &tokens[..end];
    if end == nature + 1 || end > 12 {
        return None;
    }
    // A heading over others (“十五五”目标) is no column.
    let over = heads[nature..].iter().position(|token| {
        ["目标", "规划", "时期"].iter().any(|word| token.text.contains(word)) && !token.text.contains('年')
    });
    let without = over.map(|at| [&heads[..nature + at], &heads[nature + at + 1..]].concat());
    let cells = below_header(tokens, end);
    [Some(heads.to_vec()), without].into_iter().flatten().find_map(|heads| grid(sheet, &heads, nature, &cells))
}

fn grid(sheet: Sheet<'_>, heads: &[Token<'_>], nature: usize, cells: &[Token<'_>]) -> Option<Grid> {
    let is_row =
        |at: usize| cells.get(at + nature).is_some_and(|cell| is_nature(cell.text)) && at + heads.len() <= cells.len();
    let (mut rows, mut at, mut last) = (Vec::new(), 0, None);
    loop {
        if is_row(at) {
            rows.push(cells[at..at + heads.len()].iter().map(|cell| sheet.cell(cell.span)).collect());
            at += heads.len();
            last = Some(cells[at - 1].line);
        } else if is_row(at + 1) {
            rows.push(vec![sheet.cell(cells[at].span)]);
            at += 1;
        } else {
            break;
        }
    }
    let full = rows.iter().filter(|row: &&Vec<_>| row.len() > 1).count();
    let header = heads.iter().map(|head| joined(sheet, &[*head])).collect();
    (full >= FEWEST).then_some(Grid { header, rows, end: last? + 1 })
}

/// Whether `text` heads a column of values: 2030年, 年均〔累计〕, 目标值.
fn heads_a_value(text: &str) -> bool {
    let dated = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('年');
    let named = ["年均", "累计", "目标", "规划", "基期", "现状", "“十"].iter().any(|word| text.starts_with(word));
    dated || named || is_header_word(text)
}
