//! Full-width and half-width digits and percent signs side by side.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.mixed-width",
    severity: Severity::Warning,
    summary: "digits or percent signs are written in full width and in half width",
    why: "１２％ and 12% are the same to a reader and different to search, sorting and spreadsheets. It is left to people to change: \
          no fix touches a number.",
    help: "write digits and percent signs in half width",
    fires: &["第一章 产业\n企业达到１２家，增长12%，园区达到3个。\n", "第一章 产业\n增长12%，占比15％。\n"],
    passes: &["第一章 产业\n企业达到12家，增长12%。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let of = |wide: fn(char) -> bool, narrow: fn(char) -> bool| -> Vec<Span> {
        if !text.chars().any(narrow) {
            return Vec::new();
        }
        let found = text.char_indices().filter(|&(_, c)| wide(c));
        found.map(|(at, c)| Span::new(at, at + c.len_utf8())).collect()
    };
    let mut places = of(|c| ('０'..='９').contains(&c), |c| c.is_ascii_digit());
    places.extend(of(|c| matches!(c, '％' | '﹪'), |c| c == '%'));
    places.sort_unstable();
    Hit::total(&places, |count| {
        format!("{count} full-width digits or percent signs stand among half-width ones; this is the first")
    })
}
