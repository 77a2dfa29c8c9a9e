//! The tables of a plan as they were read: cells with the roles of their columns.

use maud::{Markup, html};

use super::{Entry, ROWS, Say, extent, scroll};
use crate::analysis::SheetEntry;

/// Rows of a table that is open from the start.
const OPEN: usize = 40;

/// Each table under its caption.
pub(super) fn shown(entry: &Entry, say: Say) -> Markup {
    let lost = entry.analysis.tables.iter().filter(|table| table.missing);
    let mut left = ROWS;
    let (total, mut kept) = (entry.sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>(), 0);
    let shown: Vec<Markup> = entry
        .sheets
        .iter()
        .enumerate()
        .map(|(at, sheet)| {
            let rows = sheet.rows.len().min(left);
            (left, kept) = (left - rows, kept + rows);
            self::sheet((at, sheet), rows, entry, say)
        })
        .collect();
    html! {
        @if entry.sheets.is_empty() { p.note { (say.t("no_tables")) } }
        (say.cut(kept, total))
        @for table in shown { (table) }
        @for table in lost { p.note lang="zh" { (table.label) " " (table.caption) " — " (extent::line_link(entry, table.line, &say.fill("lost_table", &[&table.line]))) } }
    }
}

fn sheet((at, sheet): (usize, &SheetEntry), rows: usize, entry: &Entry, say: Say) -> Markup {
    let name = match (sheet.label.as_str(), sheet.caption.as_str()) {
        ("", "") => say.fill("table_number", &[&(at + 1)]),
        (label, caption) => format!("{label} {caption}").trim().to_owned(),
    };
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let roles = (!sheet.turned && sheet.columns.len() == columns).then_some(&sheet.columns);
    html! {
        details.sheet open[sheet.rows.len() <= OPEN] {
            summary { span lang="zh" { (name) } " " small { (say.fill("table_size", &[&sheet.rows.len(), &columns])) } }
            p.note {
                (extent::line_link(entry, sheet.line, &say.fill("line", &[&sheet.line])))
                @if let Some(unit) = &sheet.unit { " · " (say.t("unit")) " " span lang="zh" { (unit) } }
                @if let Some(score) = sheet.score { " · " (say.fill("table_score", &[&format!("{:.0}%", score * 100.0)])) } @else { " · " (say.t("table_unread")) }
            }
            (scroll(&name, html! {
                table lang="zh" {
                    @if let Some(roles) = roles {
                        thead.roles { tr { @for column in roles { td { (say.name("role", &column.role)) } } } }
                    }
                    tbody {
                        @for (at, row) in sheet.rows.iter().take(rows).enumerate() {
                            tr {
                                @match whole(row) {
                                    Some(cell) => th.group scope="colgroup" colspan=(row.len()) { (cell) },
                                    None => @for cell in row { @if at < sheet.heads { th scope="col" { (cell) } } @else { td { (cell) } } },
                                }
                            }
                        }
                    }
                }
            }))
        }
    }
}

/// What a row says whose one cell takes up all columns.
fn whole(row: &[String]) -> Option<&str> {
    let first = row.first().filter(|cell| !cell.is_empty() && row.len() > 1)?;
    row.iter().all(|cell| cell == first).then_some(first.as_str())
}
