//! Punctuation marks that stand twice.

use crate::check::rules::prelude::*;

static DOUBLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"，[ ]*，|。[ ]*。|、[ ]*、|；[ ]*；|：[ ]*：|[，、；：][ ]*。|。[ ]*[，、；]|，[ ]*、|、[ ]*，|；[ ]*，|，[ ]*；| [,.] [,.] ",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "text.doubled-punctuation",
    severity: Severity::Warning,
    summary: "two punctuation marks stand side by side",
    why: "Two stops in a row are a slip, or the place where words were lost between them. Ellipses, dashes and marks beside quotation \
          marks are left alone.",
    help: "look up in the original whether words are missing between the two marks",
    fires: &["第一章 产业\n云岭市坚持创新，，壮大产业。\n", "第一章 产业\n云岭市坚持创新，壮大产业；。\n"],
    passes: &["第一章 产业\n云岭市坚持“创新”，壮大产业……建设园区——新城。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let mut hits = Vec::new();
    for found in DOUBLED.find_iter(text) {
        let span = Span::new(found.start(), found.end());
        let marks = squeeze(found.as_str());
        let mut two = marks.chars();
        let same = two.next() == two.next();
        let first = marks.chars().next().map_or(String::new(), |c| c.to_string());
        let hit = Hit::new(span, format!("“{marks}”: two punctuation marks stand side by side"));
        // Of two marks that differ nobody can say which one is meant.
        hits.push(if same && found.as_str() == marks { hit.with_edits(vec![Edit { span, text: first }]) } else { hit });
    }
    hits
}
