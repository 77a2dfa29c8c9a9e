//! Two-way counts as a table whose cells are the darker the more they count.

use maud::{Markup, html};

use super::Say;

/// Shades of cells, from none up.
const SHADES: usize = 6;

/// A row or column: its name, how it is told in full, what the table of statements is filtered by.
pub(super) struct Head {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) key: Option<String>,
    pub(super) link: Option<String>,
}

/// A table of counts.
pub(super) struct Matrix<'a> {
    pub(super) caption: &'a str,
    /// What the corner says.
    pub(super) corner: &'a str,
    pub(super) rows: Vec<Head>,
    pub(super) columns: Vec<Head>,
    /// By row, then column.
    pub(super) counts: Vec<Vec<usize>>,
    /// The filters that rows and columns set.
    pub(super) filters: (&'static str, &'static str),
}

impl Matrix<'_> {
    pub(super) fn shown(&self, say: Say) -> Markup {
        let most = self.counts.iter().flatten().copied().max().unwrap_or(0);
        let total = |at: usize| self.counts.iter().map(|row| row[at]).sum::<usize>();
        html! {
            table.matrix {
                caption { span.fixed { (self.caption) } }
                thead { tr {
                    th scope="col" { (self.corner) }
                    @for column in &self.columns { th.num scope="col" { (linked(column)) } }
                    th.num scope="col" { (say.t("sum")) }
                } }
                tbody {
                    @for (row, counts) in self.rows.iter().zip(&self.counts) {
                        tr {
                            th scope="row" { (linked(row)) }
                            @for (column, count) in self.columns.iter().zip(counts) { (self.cell(row, column, *count, most)) }
                            td.num.sum { (counts.iter().sum::<usize>()) }
                        }
                    }
                }
                tfoot { tr {
                    th scope="row" { (say.t("sum")) }
                    @for at in 0..self.columns.len() { td.num { (total(at)) } }
                    td.num.sum { (self.counts.iter().flatten().sum::<usize>()) }
                } }
            }
        }
    }

    fn cell(&self, row: &Head, column: &Head, count: usize, most: usize) -> Markup {
        if count == 0 {
            return html! { td.num.heat0 {} };
        }
        // The root, so that small counts are told apart too.
        let shade = ((count as f64 / most as f64).sqrt() * SHADES as f64).ceil() as usize;
        let by = |name: &str, head: &Head| head.key.as_ref().map(|key| format!("{name}={key}"));
        let filter =
            [by(self.filters.0, row), by(self.filters.1, column)].into_iter().flatten().collect::<Vec<_>>().join("&");
        let column = column.title.as_ref().unwrap_or(&column.name);
        html! {
            td class={ "num heat" (shade.clamp(1, SHADES)) } {
                a href="#statements" data-filter=(filter) aria-label={ (row.name) ", " (column) ": " (count) } { (count) }
            }
        }
    }
}

fn linked(head: &Head) -> Markup {
    let full = head.title.as_ref().map(|title| format!("{} {title}", head.name));
    html! { @match &head.link { Some(link) => a href=(link) title=[&head.title] aria-label=[full] { (head.name) }, None => (head.name) } }
}
