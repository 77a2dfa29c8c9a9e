//! Letters among the digits of a number.

use crate::check::rules::prelude::*;

static RUN: LazyLock<Regex> = LazyLock::new(|| pattern(r"([0-9A-Za-z]+)[一-龥%％]"));

pub(crate) static RULE: Rule = Rule {
    code: "text.letter-in-number",
    severity: Severity::Error,
    summary: "a letter O, l or I stands among the digits of a number",
    why: "Recognition and retyping put O for 0 and l or I for 1; no program reads “2O25年” as a year. Formulas such as O3 and names that \
          hold other letters are left alone.",
    help: "replace the letter by the digit of the original",
    fires: &["第一章 目标\n到2O25年，城市更加宜居。\n", "第一章 目标\n新建公园l2个。\n"],
    passes: &["第一章 目标\n到2025年，O3浓度下降，CO2排放达峰，建设5G基站300个，用水10l左右。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let broken = cx.matches(&RUN).filter(|found| is_broken(found.get(1)));
    broken
        .map(|found| Hit::new(found.place(1), format!("“{}” holds a letter where a digit belongs", found.get(1))))
        .collect()
}

/// Whether `run` is a number but for letters that look like digits; O3 is a gas, 10l ten litres.
fn is_broken(run: &str) -> bool {
    let looks = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I');
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let all = run.chars().all(|c| c.is_ascii_digit() || looks(c));
    let gas = run.starts_with('O') && run.len() == 2;
    let litres = run.ends_with('l') && run[..run.len() - 1].bytes().all(|b| b.is_ascii_digit());
    all && digits > 0 && digits < run.len() && !gas && !litres
}
