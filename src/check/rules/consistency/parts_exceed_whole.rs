//! 其中 with parts larger than their whole.

use crate::check::rules::prelude::*;
use crate::lexicon::signs;

static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"({each}[一-龥]{1,4})?(\d+(?:\.\d+)?)({large})?(%|[一-龥]{1,3}?){bound}?[，（,]{of_which}[：:，]?([^。；）]*)",
    )
});

static PART: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\d+(?:\.\d+)?)({large})?(%|[一-龥]{1,3})"));

pub(crate) static RULE: Rule = Rule {
    code: "consistency.parts-exceed-whole",
    severity: Severity::Warning,
    summary: "a part named after 其中 is larger than its whole",
    why: "“企业100家，其中高新技术企业120家” cannot be: a digit was lost or added in one of the two. Only parts in the unit of the \
          whole are compared.",
    help: "look both numbers up in the original",
    fires: &["第一章 产业\n新增企业100家，其中高新技术企业120家。\n"],
    passes: &[
        "第一章 产业\n新增企业100家，其中高新技术企业60家、专精特新企业30家，投资总额120亿元。\n",
        "第一章 安全\n食品抽检量超每千人5批次，其中学校食品抽检2万批次。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&PARTS).filter_map(|found| exceeding(&found)).collect()
}

fn exceeding(found: &Match<'_>) -> Option<Hit> {
    let unit = found.get(4);
    let whole = value(found.get(2), found.get(3))?;
    let parts = found.get(5);
    // 每千人6.5批次: a number for each is no whole.
    if !found.get(1).is_empty() {
        return None;
    }
    let clause = parts.split('，').next().unwrap_or(parts);
    if unit == "%" || unit.starts_with(signs::year) || CHECKED.not_a_part.is_in(clause) {
        return None;
    }
    let larger = PART.captures_iter(clause).find(|part| {
        part[3].starts_with(unit)
            && value(&part[1], part.get(2).map_or("", |m| m.as_str())).is_some_and(|part| part > whole)
    })?;
    Some(Hit::new(
        found.span(),
        format!("the part “{}” is larger than the whole “{}{}{unit}”", &larger[0], found.get(2), found.get(3)),
    ))
}

fn value(digits: &str, multiplier: &str) -> Option<f64> {
    Some(digits.parse::<f64>().ok()? * label::scale(multiplier)?)
}
