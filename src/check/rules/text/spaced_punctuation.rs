//! Punctuation set off by spaces.

use crate::check::rules::prelude::*;

static SPACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"([\p{Han}”’）》»%])[ \u{A0}]+([,.;:!?，。；：！？、”’）》»])([ \u{A0}]*)|([“‘（《«])([ \u{A0}]+)[\p{Han}\d]",
    )
});

/// Fewer places are slips of typing and not worth a finding.
const ENOUGH: usize = 3;

pub(crate) static RULE: Rule = Rule {
    code: "text.spaced-punctuation",
    severity: Severity::Warning,
    summary: "punctuation is set off by spaces",
    why: "Chinese punctuation carries its own space. ` , ` and ` . ` come from pages that were converted character by character; such a \
          text finds no quotation and differs from its original in every line. One finding a document.",
    help: "run `plan check --fix`, which closes up Chinese text and its punctuation and leaves numbers alone",
    fires: &["第一章 产业\n云岭市坚持创新 , 壮大产业 , 提升服务 , 改善民生 .\n"],
    passes: &["第一章 产业\n云岭市坚持创新，壮大产业，增长 5.5 %，建设 Wi-Fi , 5G 网络。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let furniture = &cx.outline().furniture;
    let (mut places, mut edits) = (Vec::new(), Vec::new());
    for found in SPACED.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let span = Span::new(whole.start(), whole.end());
        // Rows of dots in a table of contents are no punctuation.
        if text[whole.end()..].starts_with('.') || furniture.iter().any(|f| f.overlaps(span)) {
            continue;
        }
        places.push(span);
        edits.extend(edit(text, &found));
    }
    if places.len() < ENOUGH {
        return Vec::new();
    }
    let hits =
        Hit::total(&places, |count| format!("punctuation is set off by spaces in {count} places; this is the first"));
    hits.into_iter().map(|hit| hit.with_edits(std::mem::take(&mut edits))).collect()
}

/// Closes up one place; none beside a digit, whose stop may be a decimal point.
fn edit(text: &str, found: &regex::Captures<'_>) -> Option<Edit> {
    if let (Some(mark), Some(before)) = (found.get(2), found.get(1)) {
        let end = found.get(3).map_or(mark.end(), |gap| gap.end());
        let next = text[end..].chars().next();
        let beside_number = next.is_some_and(|c| c.is_ascii_digit()) && mark.as_str() == ".";
        let beside_word = next.is_some_and(|c| c.is_ascii_alphabetic()) || before.as_str() == "%";
        let full = match mark.as_str() {
            _ if beside_number || beside_word => return None,
            "," => "，",
            "." => "。",
            ";" => "；",
            ":" => "：",
            "!" => "！",
            "?" => "？",
            other => other,
        };
        return Some(Edit { span: Span::new(before.end(), end), text: full.to_owned() });
    }
    let gap = found.get(5)?;
    Some(Edit { span: Span::new(gap.start(), gap.end()), text: String::new() })
}
