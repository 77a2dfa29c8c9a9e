//! Tables of HTML inside Markdown: their cells by place, for the text stays as it is.

use super::{
    builder::{Laid, Slot, lay_out},
    error::SourceError,
    marks::{CellMark, TableMark},
};
use crate::span::Span;

/// The tables of `text` that are written in HTML, those of one row or column left out.
///
/// # Errors
/// Where spans are too wide or a table has too many cells.
pub(super) fn tables(text: &str) -> Result<Vec<TableMark>, SourceError> {
    if !text.contains('<') {
        return Ok(Vec::new());
    }
    let lower = text.to_ascii_lowercase();
    let (mut tables, mut at) = (Vec::new(), 0);
    while let Some(start) = lower[at..].find("<table").map(|found| at + found) {
        let Some(end) = lower[start..].find("</table>").map(|found| start + found) else { break };
        // Of tables in one another the innermost.
        let start = lower[start..end].rfind("<table").map_or(start, |inner| start + inner);
        let cells = cells(&lower, Span::new(start, end))?;
        let many = |of: fn(&CellMark) -> usize| cells.iter().any(|cell| of(cell) > 0);
        if many(|cell| cell.row) && many(|cell| cell.col) {
            tables.push(TableMark { span: Span::new(opens(text, start), end), cells });
        }
        at = end;
    }
    Ok(tables)
}

/// Where the line begins on which nothing but tags stand before `start`; else `start`.
fn opens(text: &str, start: usize) -> usize {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..start].trim();
    let tags = before.starts_with('<')
        && before.ends_with('>')
        && before.split('>').all(|tag| tag.is_empty() || tag.trim().starts_with('<'));
    if tags { line + text[line..start].len() - text[line..start].trim_start().len() } else { start }
}

/// The cells of the table at `table` of `text`, which is in lower case.
fn cells(text: &str, table: Span) -> Result<Vec<CellMark>, SourceError> {
    let (mut rows, mut spans): (Vec<Vec<Slot>>, Vec<Vec<Span>>) = Default::default();
    let mut open = false;
    for at in table.of(text).match_indices('<').map(|(at, _)| table.start + at) {
        let Some(length) = text[at..table.end].find('>') else { break };
        let (tag, after) = (&text[at + 1..at + length], at + length + 1);
        let name = tag.split([' ', '\n', '\t', '/']).find(|name| !name.is_empty()).unwrap_or("");
        if !matches!(name, "tr" | "td" | "th") {
            continue;
        }
        if let Some(span) = spans.last_mut().and_then(|row| row.last_mut()).filter(|_| open) {
            *span = Span::new(span.start, at).trimmed(text);
            open = false;
        }
        if tag.starts_with('/') {
            continue;
        }
        if name == "tr" || rows.is_empty() {
            rows.push(Vec::new());
            spans.push(Vec::new());
        }
        if let Some((slots, places)) = rows.last_mut().zip(spans.last_mut()).filter(|_| name != "tr") {
            slots.push(Slot { text: String::new(), columns: number(tag, "colspan"), rows: number(tag, "rowspan") });
            places.push(Span::new(after, table.end));
            open = true;
        }
    }
    let mut laid = Laid::default();
    for (row, places) in lay_out(&rows)?.iter().enumerate() {
        for (col, place) in places.iter().enumerate() {
            if laid.reaches(*place, row, col) {
                continue;
            }
            let own = place.filter(|&(of, slot)| of == row && !spans[of][slot].is_empty());
            let span = own.map_or(Span::new(table.start, table.start), |(of, slot)| spans[of][slot]);
            laid.put(own.filter(|&(of, slot)| rows[of][slot].is_merged()), span, row, col);
        }
    }
    Ok(laid.cells)
}

/// The number that attribute `name` of `tag` gives, 1 where it gives none.
fn number(tag: &str, name: &str) -> usize {
    let value = tag.split_once(name).map_or("", |(_, value)| value.trim_start_matches([' ', '=', '"', '\'']));
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value[..end].parse().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_known_where_they_stand() {
        let text = "# 规划\n<html><body><TABLE border=1>\n<tr><td rowspan=\"2\">类别<td>菇棚</td><td> 3座 </td></tr>\n\
                    <tr><td colspan='2'>合计</td></tr></table></body></html>\n<table><tr><td>一</td></tr></table>\n";
        let tables = tables(text).expect("small");
        let [table] = &tables[..] else { panic!("one table: {tables:?}") };
        assert!(table.span.of(text).starts_with("<html>"));
        let cells: Vec<_> = table.cells.iter().map(|c| (c.span.of(text), c.row, c.col, c.rows, c.cols)).collect();
        assert_eq!(cells, [("类别", 0, 0, 2, 1), ("菇棚", 0, 1, 1, 1), ("3座", 0, 2, 1, 1), ("合计", 1, 1, 1, 2)]);
    }

    #[test]
    fn broken_and_hostile_tables_cost_nothing() {
        for text in ["<table>", "<table></table>", "<table><td", "<5% </table>", "<table><tr><td>1</table>"] {
            assert_eq!(tables(text).expect("small"), [], "{text}");
        }
        let wide = "<table><tr><td colspan=100000>一<td>二<tr><td>三</table>";
        assert!(tables(wide).is_err());
    }
}
