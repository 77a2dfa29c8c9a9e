//! Sentences that begin in their middle.

use crate::check::rules::prelude::*;

static FRAGMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"[。；！？]([一-龥]{1,2})[，。；]"));

/// Short clauses that are whole: answers, calls, connectives and what lists are opened with.
const WHOLE: &[&str] = &[
    "在此", "同时", "此外", "另外", "其中", "首先", "其次", "再次", "最后", "因此", "所以", "但是", "然而", "当前",
    "目前", "今年", "去年", "明年", "未来", "今后", "为此", "总之", "一是", "二是", "三是", "四是", "五是", "如今",
    "现在", "全年", "年内", "例如", "比如", "当然", "于是", "而且", "并且", "此后", "之后", "过去", "近年", "至此",
    "届时", "其一", "其二", "其三", "是的", "好的", "谢谢", "不过", "可是", "对此", "对内", "对外", "其间", "期间",
    "以上", "以下", "同志", "特此", "附件", "完毕", "报告", "显然", "诚然", "再者", "总体", "会上", "会后", "近期",
    "远期", "以来", "由此", "据此", "故此", "党内", "国内", "国际", "省内", "市内", "区内", "域内", "五年", "十年",
    "当时", "那时", "此时", "这里", "我们", "大家",
];

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
        let connective = ["但", "而", "且", "故", "则", "即", "如", "对", "是", "若", "另", "又"].contains(&word);
        // A short word that the dictionary knows may be a clause (在此, 那么); a torn piece seldom is one.
        let known = word.chars().count() > 1 && is_word(word);
        !WHOLE.contains(&word) && !connective && !known
    });
    broken
        .map(|found| {
            let place = found.place(1);
            Hit::new(place, format!("the sentence that begins with “{}” has lost its beginning", found.get(1)))
        })
        .collect()
}

/// Whether the dictionary holds `word`.
fn is_word(word: &str) -> bool {
    crate::lexicon::DICTIONARY.lines().any(|line| line.split(' ').next() == Some(word))
}
