//! Characters that could not be decoded.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.replacement",
    severity: Severity::Error,
    summary: "characters were lost in decoding",
    why: "U+FFFD stands where bytes could not be read; control and private characters stand where a font or program had its own \
          signs. What was there is gone from this copy.",
    help: "take the text from the original again, with the right encoding",
    fires: &[
        "第一章 产业\n云岭市的\u{FFFD}业兴旺，园区扩容提质，公共服务完善，居民收入提高，生态环境改善，城乡面貌一新，改革开放深化，社会和谐稳定。\n",
        "第一章 产业\n云岭市的\u{E123}业兴旺。\n",
    ],
    passes: &["第一章 产业\n云岭市的产业兴旺。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let lost = |c: char| {
        c == '\u{FFFD}'
            || ('\u{E000}'..='\u{F8FF}').contains(&c)
            || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}'))
    };
    let places: Vec<Span> =
        cx.text().char_indices().filter(|&(_, c)| lost(c)).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    Hit::total(&places, |count| format!("{count} characters could not be decoded; this is the first"))
}
