//! A yearly rate that does not lead from a base to its target.

use crate::check::rules::prelude::*;

static RATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"{starts}(20\d\d){year}{year_end}?{of}?(\d+(?:\.\d+)?)({multiplier}*[一-龥]{1,4}?){rises}(?:{to}|{up_to})(20\d\d){year}{year_end}?{of}?(\d+(?:\.\d+)?)({multiplier}*[一-龥]{1,4}?)[，,]{yearly}{grows}{about}?(\d+(?:\.\d+)?)%",
    )
});

/// How far the stated rate may be off, in percentage points.
const SLACK: f64 = 0.6;

pub(crate) static RULE: Rule = Rule {
    code: "values.rate-mismatch",
    severity: Severity::Warning,
    summary: "a yearly rate of growth does not lead from the starting value to the target",
    why: "Base, target, years and rate are four numbers of which any three give the fourth. Output at constant prices is left alone: \
          its growth is not that of the amounts.",
    help: "recompute the rate, or look the numbers up in the original",
    fires: &["第一章 产业\n营业收入由2020年的100亿元提高到2025年的200亿元，年均增长8%。\n"],
    passes: &["第一章 产业\n营业收入由2020年的100亿元提高到2025年的200亿元，年均增长14.9%。\n\
               生产总值由2020年的100亿元提高到2025年的200亿元，年均增长8%。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&RATE).filter_map(|found| mismatch(&found)).collect()
}

fn mismatch(found: &Match<'_>) -> Option<Hit> {
    let number = |group: usize| found.get(group).parse::<f64>().ok();
    let (from, to, stated) = (number(2)?, number(5)?, number(7)?);
    let years = number(4)? - number(1)?;
    let sentence = found.sentence_before();
    let after: String = found.after().chars().take(12).collect();
    // The growth of what is measured at constant prices is not that of the amounts.
    let real = CHECKED.constant_price.is_in(sentence) || CHECKED.constant_price.is_in(&after);
    if found.get(3) != found.get(6) || years < 1.0 || from <= 0.0 || real {
        return None;
    }
    let rate = ((to / from).powf(1.0 / years) - 1.0) * 100.0;
    ((rate - stated).abs() > SLACK).then(|| {
        let rate = (rate * 10.0).round() / 10.0;
        Hit::new(found.span(), format!("from {from} to {to} in {years} years is {rate}% a year, not {stated}%"))
    })
}
