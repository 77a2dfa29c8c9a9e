//! Sentences that begin in their middle.

use crate::{check::rules::prelude::*, lexicon::segment};

static FRAGMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"[。；！？]([一-龥]{1,2})[，。；]"));

pub(crate) static RULE: Rule = Rule {
    code: "text.fragment",
    severity: Severity::Warning,
    summary: "a sentence begins in its middle",
    why: "One or two characters between a stop and a comma are no clause: the beginning of the sentence was lost, as happens when a page \
          loses text at a link, a picture or a page break.",
    help: "look up in the original what stood before it",
    fires: &[
        "第一章 民生\n建设中小型公共体育设施。地，优化提升公园运营水平，打造样板。\n",
        "第一章 民生\n建设公共设施 .地 , 优化提升公园运营水平 , 打造样板 .\n",
    ],
    passes: &["第一章 民生\n建设公共体育设施。同时，优化提升公园运营水平。一是，打造样板。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let broken = cx.matches(&FRAGMENT).filter(|found| {
        let word = found.get(1);
        // Words of one character that open a sentence by themselves, and chants in four or two characters.
        let connective = CHECKED.connective.has(word);
        // A short word that the dictionary knows may be a clause (在此, 那么); a torn piece seldom is one.
        let known = word.chars().count() > 1 && segment::is_word(word);
        !CHECKED.whole_clause.has(word) && !connective && !known
    });
    broken
        .map(|found| {
            let place = found.place(1);
            Hit::new(place, format!("the sentence that begins with “{}” has lost its beginning", found.get(1)))
        })
        .collect()
}
