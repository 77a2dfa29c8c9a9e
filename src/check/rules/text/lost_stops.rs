//! Texts whose sentences have lost their stops.

use crate::check::{context::ENDS, rules::prelude::*};

pub(crate) static RULE: Rule = Rule {
    code: "text.lost-stops",
    severity: Severity::Warning,
    summary: "paragraphs or sentences have lost the stop at their end",
    why: "Some converters cut a text at its full stops and drop them. Where one sentence ends and the next begins is then a matter of \
          lines, and paragraphs can no longer be told from sentences. One finding a document, where more than one paragraph in three is \
          without its stop.",
    help: "take the text from the original again",
    fires: &[
        "第一章 产业\n\u{3000}\u{3000}云岭市坚持创新驱动，壮大主导产业，推进园区扩容提质，提升公共服务水平，完善基础设施，持续改善民生\n\
              \u{3000}\u{3000}青禾县坚持生态优先，保护绿水青山，推进污染防治攻坚，提升环境治理水平，完善监测设施，持续改善空气质量\n\
              \u{3000}\u{3000}河谷镇坚持农业优先，壮大山货产业，推进菇棚扩容提质，提升加工销售水平，完善灌溉设施，持续增加农民收入\n\
              \u{3000}\u{3000}山口镇坚持文旅融合，保护古村老街，推进民宿扩容提质，提升接待服务水平，完善旅游设施，持续打响文旅品牌\n",
    ],
    passes: &[
        "第一章 产业\n\u{3000}\u{3000}云岭市坚持创新驱动，壮大主导产业，推进园区扩容提质，提升公共服务水平，完善基础设施，持续改善民生。\n\
               \u{3000}\u{3000}青禾县坚持生态优先，保护绿水青山，推进污染防治攻坚，提升环境治理水平，完善监测设施，持续改善空气质量。\n\
               \u{3000}\u{3000}河谷镇坚持农业优先，壮大山货产业，推进菇棚扩容提质，提升加工销售水平，完善灌溉设施，持续增加农民收入。\n\
               \u{3000}\u{3000}山口镇坚持文旅融合，保护古村老街，推进民宿扩容提质，提升接待服务水平，完善旅游设施，持续打响文旅品牌\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    if !cx.is_stopless() {
        return Vec::new();
    }
    let text = cx.text();
    let mut places = Vec::new();
    for paragraph in cx.paragraphs().iter().filter(|paragraph| paragraph.span().len() > 120) {
        let source = paragraph.span().of(text).trim_end();
        if !source.ends_with(ENDS) {
            let last = source.chars().next_back().map_or(0, char::len_utf8);
            let end = paragraph.span().start + source.len();
            places.push(Span::new(end - last, end));
        }
    }
    Hit::total(&places, |count| format!("{count} paragraphs end without a stop; this is the first"))
}
