//! Words of the web page above and below the plan.

use crate::check::rules::prelude::*;

/// Words of web pages on lines of their own.
static SITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:首页|当前位置|您现在|发布日期|发布时间|发表于|来源|稿源|索引号|字体|字号|【字|浏览|阅读次数|点击|打印|收藏|下载|全屏|分享|详情$|温馨提示|免责声明|版权|主办单位|责任编辑|上一篇|下一篇|相关|返回顶部|关闭|扫一扫|更新时间|附件$|附件[：:]|\[可行性|政务公开|近期信息公开)",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "text.site-furniture",
    severity: Severity::Info,
    summary: "lines of the web page stand above or below the plan",
    why: "Navigation, dates of posting, download links and notices are read past, but they are no part of the plan, and a checksum or a \
          comparison of two copies takes them along. One finding a document.",
    help: "delete these lines, or leave them where the copy shall stay as it was found",
    fires: &[
        "云岭市第十四个五年规划\n第一章 产业\n云岭市坚持创新驱动。\n第二章 民生\n改善民生。\n相关链接\n返回顶部\n",
    ],
    passes: &["云岭市第十四个五年规划\n第一章 产业\n云岭市坚持创新驱动，相关链接良好。\n第二章 民生\n改善民生。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let outline = cx.outline();
    let text = cx.text();
    let body =
        outline.nodes.first().zip(outline.nodes.last()).map(|(first, last)| Span::new(first.span.start, last.span.end));
    let lines: Vec<Span> = outline
        .furniture
        .iter()
        .copied()
        .filter(|&span| !body.is_some_and(|body| body.overlaps(span)) && SITE.is_match(&squeeze(span.of(text))))
        .collect();
    Hit::total(&lines, |count| {
        format!("{count} lines of the web page stand above or below the plan; this is the first")
    })
}
