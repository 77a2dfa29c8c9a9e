//! Where a page comes from: the bytes of its documents and the version that read them.

use maud::{Markup, html};

use super::{Entry, Say, title};

/// What is known of the origin of each document.
pub(super) fn shown(entries: &[Entry], say: Say) -> Markup {
    html! {
        p.note { (say.t("made_by")) " plan " (env!("CARGO_PKG_VERSION")) " · schema " (crate::analysis::SCHEMA) }
        @for entry in entries { (one(entry, entries.len() > 1, say)) }
    }
}

fn one(entry: &Entry, several: bool, say: Say) -> Markup {
    let document = &entry.analysis.document;
    let source = &document.source;
    let known = [
        ("region_code", &document.region_code),
        ("document_number", &document.number),
        ("approved", &document.approved),
        ("delivered", &document.delivered),
        ("issued", &document.issued),
        ("published", &document.published),
    ];
    html! {
        @if several { h3 lang="zh" { (title(&entry.analysis)) } }
        dl.source {
            div { dt { (say.t("file")) } dd { code { (source.path) } } }
            div { dt { "SHA-256" } dd { code { (source.sha256) } } }
            div { dt { (say.t("size")) } dd { (source.bytes) " " (say.t("bytes")) " · " (source.media) " · " (source.encoding) } }
            @for (name, value) in known { @if let Some(value) = value { div { dt { (say.t(name)) } dd lang="zh" { (value) } } } }
        }
        @if !entry.analysis.diagnostics.is_empty() {
            details { summary { (say.fill("notices", &[&entry.analysis.diagnostics.len()])) }
                ul.notices lang="en" { @for found in entry.analysis.diagnostics.iter().take(super::ROWS) {
                    li { code { (found.code) } " " (found.line) ":" (found.column) " " (found.message) }
                } }
            }
        }
    }
}
