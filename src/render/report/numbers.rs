//! The numbers that were read and not kept, on demand, each with its rule, and why each rule decides so.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{Entry, ROWS, Say, extent, scroll};
use crate::commitment::verdict;

/// The list, and the rules that decided.
pub(super) fn shown(entry: &Entry, say: Say) -> Markup {
    let numbers = &entry.rejected[..entry.rejected.len().min(ROWS)];
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    numbers.iter().for_each(|number| *rules.entry(number.rule.as_str()).or_default() += 1);
    html! {
        p.note { (say.fill("numbers_about", &[&entry.rejected.len()])) }
        @if !numbers.is_empty() {
            details {
                summary { (say.fill("rules_that_decided", &[&rules.len()])) }
                dl.rules lang="en" { @for (rule, count) in &rules {
                    dt id={ "rule-" (rule) } { code { (rule) } " " small { (count) " · " @if let Some(found) = verdict::find(rule) { (found.verdict.key()) } } }
                    dd { @if let Some(found) = verdict::find(rule) { (found.why) } }
                } }
            }
            details {
                summary { (say.fill("all_numbers", &[&entry.rejected.len()])) }
                (say.cut(numbers.len(), entry.rejected.len()))
                (scroll(say.t("numbers"), html! {
                    table {
                        thead { tr { th.num scope="col" { (say.t("place")) } @for head in ["number_read", "rule", "around"] { th scope="col" { (say.t(head)) } } } }
                        tbody { @for (at, number) in numbers.iter().enumerate() {
                            tr id={ "n-" (at) } {
                                td.num { @if number.source.span().start < extent::end(&entry.text) { a href={ "#p-n-" (at) } { (number.source.line) } } @else { (number.source.line) } }
                                th scope="row" lang="zh" { (number.source.quote) }
                                td { a href={ "#rule-" (number.rule) } { code { (number.rule) } } }
                                td lang="zh" { (number.around) }
                            }
                        } }
                    }
                }))
            }
        }
    }
}
