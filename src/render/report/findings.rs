//! What `plan check` finds in a document.

use maud::{Markup, html};

use super::{Entry, ROWS, Say, extent, scroll};
use crate::check::Severity;

/// The findings, the gravest first.
pub(super) fn shown(entry: &Entry, say: Say) -> Markup {
    if entry.findings.is_empty() {
        return html! { p.note { code { "plan check" } " " (say.t("no_findings")) } };
    }
    let mut findings: Vec<_> = entry.findings.iter().collect();
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.line, finding.column));
    findings.truncate(ROWS);
    html! {
        (say.cut(findings.len(), entry.findings.len()))
        (scroll(say.t("findings"), html! {
            table.findings lang="en" {
                thead lang=(if say.0 == super::Lang::Zh { "zh" } else { "en" }) { tr { th.num scope="col" { (say.t("place")) } @for head in ["severity", "finding", "to_do"] { th scope="col" { (say.t(head)) } } } }
                tbody { @for finding in findings {
                    tr {
                        td.num { @if finding.span().start < extent::end(&entry.text) { a href={ "#L" (finding.line) } { (finding.line) } } @else { (finding.line) } }
                        td { span class={ "tag " (finding.severity.key()) } { (say.t(finding.severity.key())) } }
                        td { (finding.message) br; code { (finding.code()) } }
                        td { (finding.help()) }
                    }
                } }
            }
        }))
    }
}

/// How many findings of a document weigh more than a hint.
pub(super) fn graver(entry: &Entry) -> usize {
    entry.findings.iter().filter(|finding| finding.severity > Severity::Info).count()
}
