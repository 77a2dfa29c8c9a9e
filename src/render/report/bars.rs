//! Counts as rows with bars.

use maud::{Markup, html};

use super::{Say, percent};

/// A row: what it counts, where that leads, and how much of each sort there is.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) link: Option<String>,
    pub(super) counts: Vec<usize>,
}

/// Rows with bars under a caption; `sorts` names the parts of a bar where there are several.
pub(super) fn table(caption: &str, head: &str, sorts: &[&str], bars: &[Bar], say: Say) -> Markup {
    let most = bars.iter().map(|bar| bar.counts.iter().sum::<usize>()).max().unwrap_or(0) as f64;
    html! {
        table.bars {
            caption { (caption) @if sorts.len() > 1 { span.key { @for (at, sort) in sorts.iter().enumerate() { span { span class={ "swatch s" (at) } {} (sort) } } } } }
            thead { tr { th scope="col" { (head) } td aria-hidden="true" {}
                @if sorts.len() > 1 { @for sort in sorts { th.num scope="col" { (sort) } } } @else { th.num scope="col" { (say.t("number")) } } } }
            tbody {
                @for bar in bars {
                    tr {
                        th scope="row" lang="zh" { @match &bar.link { Some(link) => a href=(link) { (bar.name) }, None => (bar.name) } }
                        td.bar aria-hidden="true" { (drawn(&bar.counts, most)) }
                        @for count in &bar.counts { td.num { @if *count > 0 { (count) } @else { span.quiet { "–" } } } }
                    }
                }
            }
        }
    }
}

/// One bar of parts, drawn to the width of its cell.
pub(super) fn drawn(counts: &[usize], most: f64) -> Markup {
    let starts = counts.iter().scan(0usize, |sum, count| {
        *sum += count;
        Some(*sum - count)
    });
    html! {
        svg width="100%" height="12" aria-hidden="true" focusable="false" {
            @for (at, (count, start)) in counts.iter().zip(starts).enumerate() {
                @if *count > 0 { rect class={ "s" (at) } x=(percent(start as f64, most)) width=(percent(*count as f64, most)) y="1" height="10" {} }
            }
        }
    }
}
