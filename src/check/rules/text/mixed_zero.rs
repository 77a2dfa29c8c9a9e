//! Years with more than one form of zero.

use std::collections::BTreeMap;

use crate::{check::rules::prelude::*, lexicon::numerals};

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let gap = r"[ \u{3000}]*";
    let digit = format!("(?:{{numbering}}|[{}])", numerals::ZEROS.iter().collect::<String>());
    let zeros: String = numerals::LIKE_ZERO.iter().collect();
    pattern(&format!("{{century}}{gap}([{zeros}]){gap}{digit}{gap}{digit}{gap}{{year}}"))
});

pub(crate) static RULE: Rule = Rule {
    code: "text.mixed-zero",
    severity: Severity::Warning,
    summary: "years are written with more than one form of zero",
    why: "二〇三五, 二○三五 and 二零三五 are one year and three strings. The sign meant for numbers is 〇 (U+3007); ○ (U+25CB) is a geometric \
          circle. A text that keeps to one form is left alone.",
    help: "write 〇 (U+3007) throughout",
    fires: &["第一章 总则\n到二〇二五年壮大产业，到二○三五年建成强市。\n"],
    passes: &["第一章 总则\n到二〇二五年壮大产业，到二〇三五年建成强市。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let mut forms: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for found in YEAR.captures_iter(cx.text()) {
        if let (Some(whole), Some(zero)) = (found.get(0), found.get(1)) {
            forms.entry(zero.as_str()).or_default().push(Span::new(whole.start(), whole.end()));
        }
    }
    if forms.len() < 2 {
        return Vec::new();
    }
    let counts: Vec<String> = forms.iter().map(|(form, places)| format!("{form} {} times", places.len())).collect();
    let usual = forms.values().map(Vec::len).max().unwrap_or(0);
    let rare = forms.iter().filter(|(_, places)| places.len() < usual).map(|(_, places)| places);
    let mut places: Vec<Span> = rare.flatten().copied().collect();
    if places.is_empty() {
        places = forms.values().flatten().copied().collect();
    }
    places.sort_unstable();
    Hit::total(&places, |_| format!("years are written with several forms of zero: {}", counts.join(", ")))
}
