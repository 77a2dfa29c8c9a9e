//! Text that was decoded with the wrong encoding.

use crate::check::rules::prelude::*;

static GARBLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"锟斤拷|烫烫烫|屯屯屯|锘匡豢|[ÃÂâåæçèéä][\u{80}-\u{BF}€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ][^一-龥\s]|銆[佸€傚]|鐨勭|鍜屽|鏄庣|锛[岀屽]|骞村?簡",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "text.mojibake",
    severity: Severity::Error,
    summary: "text was decoded with the wrong encoding",
    why: "锟斤拷 is what is left of characters that were replaced and then read as GBK; å¹´ is 年 read as Latin-1; 銆 is a stop read as \
          GBK. The characters around are garbled too.",
    help: "take the text from the original again, with the right encoding",
    fires: &["第一章 产业\n云岭市锟斤拷业兴旺。\n", "第一章 产业\nå¹´äº§å€¼ 云岭市。\n"],
    passes: &["第一章 产业\n云岭市产业兴旺，café 经济起步。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let places: Vec<Span> = GARBLED.find_iter(text).map(|found| Span::new(found.start(), found.end())).collect();
    Hit::total(&places, |count| format!("garbled text in {count} places; “{}” is the first", places[0].of(text)))
}
