//! HTML pages: the main text, a block a line, cells of a table row parted by tabs; navigation and the like left out.
//!
//! Knows elements; nothing of what plans look like beyond the block of title, number and dates above a text.

mod main_text;
mod nesting;
mod page;
mod struck;
mod table;
mod write;

use scraper::Html;

use super::{error::SourceError, marks::Marks};

/// Whether `text` is a page: by its first tag, or by the blocks it is full of.
pub(super) fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    let opens = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<?xml",
        "<div",
        "<p>",
        "<p ",
        "<table",
        "<meta",
        "<!--",
        "<span",
        "<article",
        "<section",
        "<h1",
        "<h2",
        "<h3",
        "<h4",
        "<ul>",
        "<ol>",
        "<tr",
        "<thead",
        "<tbody",
        "<center",
        "<font",
        "<main",
    ];
    opens.iter().any(|tag| start.starts_with(tag)) && (text.contains("</") || text.contains("<p"))
}

/// The main text of `page`, below the lines above it that name the document.
///
/// # Errors
/// Where the page nests too deep or a table is too wide.
pub(super) fn extract(page: &str) -> Result<(String, Marks), SourceError> {
    nesting::check(page)?;
    let page = Html::parse_document(page);
    let layout = main_text::find(&page);
    let mut writer = write::Writer::new(&layout);
    writer.page(page.root_element())?;
    let mut builder = writer.finish();
    *builder.meta() = page::meta(&page, builder.text());
    Ok(builder.finish())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(page: &str) -> String {
        extract(page).expect("a page").0
    }

    #[test]
    fn blocks_become_lines_and_rows_keep_their_columns() {
        let page = "<!DOCTYPE html><html><head><title>青禾县规划</title><script>var a = 'b';</script></head><body>\
            <nav>首页</nav><div><h1>青禾县规划</h1><div id=a><p>第一章 <b>山</b>货</p><p>新建菇棚\n 2000个，<br>增产。</p>\
            <table><tr><td rowspan=2>序号</td><td rowspan=2>指标</td><td colspan=2>目标</td></tr>\
            <tr><td>2030年</td><td>累计</td></tr><tr><td>1</td><td><p>菇棚</p></td><td>＞3</td><td>—</td></tr></table>\
            <table><tr><td><p>专栏1 菇棚</p><p>建棚。</p></td></tr></table></div></div><div>相关稿件</div></body></html>";
        assert!(is_html(page));
        assert_eq!(
            text(page),
            "青禾县规划\n第一章 山货\n新建菇棚 2000个，\n增产。\n\n序号\t指标\t目标\t\n\t\t2030年\t累计\n1\t菇棚\t＞3\t—\n\n专栏1 菇棚\n建棚。\n\n"
        );
        let (_, marks) = extract(page).expect("a page");
        assert_eq!((marks.headings, marks.tables.len()), (vec![(0, 1)], 1));
        assert_eq!(marks.meta.title.as_deref(), Some("青禾县规划"));
    }

    #[test]
    fn the_text_is_found_though_hidden_and_without_blocks() {
        let sentence = "到2025年，全县新建菇棚两千个，加工产值达到十二亿元。";
        let lines = [9, 8, 7].map(|n| format!("第{n}章 山货\n\n{}\n", sentence.repeat(n))).concat();
        let page = format!(
            "<html><body><div>首页</div><div class=info><span>文 号：</span><span>青政发〔2021〕3号</span></div>\
            <div class=roll style='display: none;'><div>{lines}</div></div><div style='display:none'>分享到微信，微博。\
            </div><div>主办单位：青禾县人民政府</div></body></html>"
        );
        let (text, marks) = extract(&page).expect("a page");
        let expected: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), expected);
        assert_eq!(marks.meta.number.as_deref(), Some("青政发〔2021〕3号"));
        // Lines that the page's source wraps are one block.
        let wrapped = format!("<p>{}</p>", sentence.repeat(9).replace("加工", "加\n工"));
        assert_eq!(extract(&wrapped).expect("a page").0.lines().count(), 1);
    }

    #[test]
    fn a_body_that_stands_twice_is_read_once_and_related_articles_are_left_out() {
        let body: String =
            (1..=12).map(|n| format!("<p>第{n}条，全县到2025年新建菇棚{n}00个，加工产值达到{n}亿元。</p>")).collect();
        let page = format!(
            "<body><div id=pc><div class=top><a href=a>首页</a><a href=b>新闻</a></div><div class=article>{body}\
            <ul class=list><li><a href=c>青禾县召开会议</a></li><li><a href=d>青禾县来了新朋友</a></li><li><a href=e>看雪</a>\
            </li></ul><div class='bdshare'>分享到：微信，微博</div></div></div><div id=mobile><div>{body}</div></div></body>"
        );
        let text = text(&page);
        assert_eq!(text.lines().count(), 12, "{text}");
        assert!(text.ends_with("达到12亿元。\n"), "{text}");
    }

    #[test]
    fn a_page_of_headings_and_a_table_is_all_text() {
        let page = "<html><head><title>青禾县规划（2026—2030年）_青禾县政府</title></head><body><h2>二、山货</h2><p>表1 主要指标</p>\
            <table><tr><td>指标</td><td>2030年</td></tr><tr><td>菇棚</td><td>200</td></tr></table></body></html>";
        assert_eq!(text(page), "二、山货\n表1 主要指标\n\n指标\t2030年\n菇棚\t200\n\n");
        assert_eq!(extract(page).expect("a page").1.meta.title.as_deref(), Some("青禾县规划（2026—2030年）"));
    }

    #[test]
    fn plain_text_is_no_page() {
        assert!(!is_html("青禾县规划\n第一章 < 2000"));
        assert!(!is_html("# 规划\n<p>一</p>"));
    }

    #[test]
    fn hostile_pages_are_refused() {
        for (page, word) in [
            ("<div><p>".repeat(50_000), "inside one another"),
            ("<html><table><p>".to_owned() + &"<b>".repeat(2_000), "inside one another"),
            ("<p>一</p><table><tr><td colspan=100000>一<td>二<tr><td>三</table>".into(), "columns"),
            (format!("<p {}>一</p>", "a=1 ".repeat(5_000)), "attributes"),
        ] {
            assert!(is_html(&page));
            let error = extract(&page).expect_err("a limit").to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<table>",
            "<tr>",
            "<td colspan=3>",
            "<td rowspan=9>",
            "</table>",
            "<h2>",
            "<li>",
            "<ul>",
            "<a href=x>",
            "</a>",
            "<script>",
            "</script>",
            "<br>",
            "新建菇棚2000个，增产三成。",
            "指标",
            "<!--",
            "-->",
            "\n",
            "&nbsp;",
            "<div style='display:none'>",
            "\u{FFFD}",
            "<pre>",
            "<svg>",
            "<",
            ">",
            "\"",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| "<html>".to_owned() + &pieces.concat())
    }

    proptest! {
        #[test]
        fn any_page_is_read(page in prop_oneof![pieces(), ".{0,200}"]) {
            if let Ok((text, marks)) = extract(&page) {
                for table in &marks.tables {
                    prop_assert!(text.get(table.span.start..table.span.end).is_some());
                    prop_assert!(table.cells.iter().all(|cell| table.span.contains(cell.span)));
                }
                prop_assert!(marks.headings.iter().all(|&(at, _)| at == 0 || text.as_bytes()[at - 1] == b'\n'));
            }
        }
    }
}
