//! HTML pages: the text of their blocks, one a line, cells of a table row parted by tabs.
//!
//! Knows elements; nothing of what plans look like.

use scraper::{ElementRef, Html, Node};

/// Elements whose text is no part of the page's text.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "select", "button", "iframe",
    "svg", "textarea",
];

/// Elements that stand inside a line; all others start one.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "o:p", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
];

/// Deeper than this the text of an element is taken as one block.
const DEEPEST: usize = 200;

/// Share of a page's text that an element must hold to be looked into for the main text.
const MAIN: (usize, usize) = (6, 10);

/// Whether `text` is a page: by its first tag, or by the blocks it is full of.
pub(super) fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    let opens = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<div", "<p>", "<p ", "<table", "<meta"];
    opens.iter().any(|tag| start.starts_with(tag)) && (text.contains("</") || text.contains("<p"))
}

/// The text of the blocks of `page` up to the end of its main text.
pub(super) fn extract(page: &str) -> String {
    let page = Html::parse_document(page);
    let main = main_element(page.root_element());
    let mut writer = Writer { main, ..Writer::default() };
    writer.element(page.root_element(), 0);
    writer.end_line();
    writer.text
}

/// The element that holds most of the page's text and whose children share it.
fn main_element(root: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let mut main = root;
    let mut size = text_size(root);
    for _ in 0..DEEPEST {
        let sized = main.child_elements().filter(|child| !is_skipped(*child)).map(|child| (text_size(child), child));
        let Some((largest, child)) = sized.max_by_key(|&(size, _)| size) else { break };
        if largest * MAIN.1 < size * MAIN.0 || INLINE.contains(&child.value().name()) || child.value().name() == "p" {
            break;
        }
        (main, size) = (child, largest);
    }
    Some(main)
}

fn is_skipped(element: ElementRef<'_>) -> bool {
    let hidden = element.value().attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    SKIPPED.contains(&element.value().name()) || hidden
}

/// Bytes of text in `element`, scripts and the like left out.
fn text_size(element: ElementRef<'_>) -> usize {
    if is_skipped(element) {
        return 0;
    }
    let skipped: usize = element
        .descendants()
        .filter_map(ElementRef::wrap)
        .filter(|inner| matches!(inner.value().name(), "script" | "style"))
        .flat_map(|inner| inner.text())
        .map(str::len)
        .sum();
    element.text().map(|text| text.trim().len()).sum::<usize>().saturating_sub(skipped)
}

#[derive(Default)]
struct Writer<'a> {
    text: String,
    line: String,
    main: Option<ElementRef<'a>>,
    /// Whether the main text has ended: what follows is left out.
    done: bool,
    /// Cells that reach down into later rows of the table at hand: rows left, by column.
    spans: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn element(&mut self, element: ElementRef<'a>, depth: usize) {
        if self.done || is_skipped(element) {
            return;
        }
        let name = element.value().name();
        match name {
            "br" | "hr" => return self.end_line(),
            "table" => {
                let outer = std::mem::take(&mut self.spans);
                self.set_off();
                self.block(element, depth);
                self.set_off();
                self.spans = outer;
            }
            "tr" => self.row(element, depth),
            _ if INLINE.contains(&name) => self.children(element, depth),
            _ => self.block(element, depth),
        }
        if self.main == Some(element) {
            self.end_line();
            self.done = true;
        }
    }

    fn block(&mut self, element: ElementRef<'a>, depth: usize) {
        self.end_line();
        self.children(element, depth);
        self.end_line();
    }

    fn children(&mut self, element: ElementRef<'a>, depth: usize) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.push(text),
                Node::Element(_) if depth < DEEPEST => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.element(child, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// A row of a table: its cells on one line; a row of one cell is a block like any other.
    fn row(&mut self, row: ElementRef<'a>, depth: usize) {
        self.end_line();
        let cells: Vec<ElementRef<'a>> =
            row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th")).collect();
        if cells.len() == 1 && self.spans.iter().all(|&rows| rows == 0) {
            self.block(cells[0], depth);
            return;
        }
        let mut texts = Vec::new();
        for cell in cells {
            self.reach_down(&mut texts);
            let columns = span(cell, "colspan");
            let column = texts.len();
            texts.push(cell_text(cell));
            texts.extend(std::iter::repeat_n(String::new(), columns - 1));
            self.spans.resize(self.spans.len().max(texts.len()), 0);
            self.spans[column..column + columns].fill(span(cell, "rowspan") - 1);
        }
        self.reach_down(&mut texts);
        self.line = texts.join("\t");
        self.end_line();
    }

    /// Leaves empty cells where cells of rows above reach down.
    fn reach_down(&mut self, texts: &mut Vec<String>) {
        while let Some(rows) = self.spans.get_mut(texts.len()).filter(|rows| **rows > 0) {
            *rows -= 1;
            texts.push(String::new());
        }
    }

    /// Leaves an empty line, as between a table and the text around it.
    fn set_off(&mut self) {
        self.end_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Adds text, with runs of white space as one space.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            let blank = c.is_ascii_whitespace();
            if blank && (self.line.is_empty() || self.line.ends_with(' ')) {
                continue;
            }
            self.line.push(if blank { ' ' } else { c });
        }
    }

    fn end_line(&mut self) {
        let line = self.line.trim_end_matches([' ', '\u{A0}']);
        if !line.trim().is_empty() {
            self.text.push_str(line);
            self.text.push('\n');
        }
        self.line.clear();
    }
}

/// The text of a cell on one line.
fn cell_text(cell: ElementRef<'_>) -> String {
    let text: String = cell.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number of columns or rows that a cell takes up.
fn span(cell: ElementRef<'_>, name: &str) -> usize {
    cell.value().attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1).clamp(1, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_lines_and_rows_keep_their_columns() {
        let page = "<!DOCTYPE html><html><head><title>x</title><script>var a = 'b';</script></head><body>\
            <nav>首页</nav><div><h1>青禾县规划</h1><div id=a><p>第一章 <b>山</b>货</p><p>新建菇棚\n 2000个，<br>增产。</p>\
            <table><tr><td rowspan=2>序号</td><td rowspan=2>指标</td><td colspan=2>目标</td></tr>\
            <tr><td>2030年</td><td>累计</td></tr><tr><td>1</td><td><p>菇棚</p></td><td>＞3</td><td>—</td></tr></table>\
            <table><tr><td><p>专栏1 菇棚</p><p>建棚。</p></td></tr></table></div></div><div>相关稿件</div></body></html>";
        assert!(is_html(page));
        assert_eq!(
            extract(page),
            "青禾县规划\n第一章 山货\n新建菇棚 2000个，\n增产。\n\n序号\t指标\t目标\t\n\t\t2030年\t累计\n1\t菇棚\t＞3\t—\n\n专栏1 菇棚\n建棚。\n\n"
        );
    }

    #[test]
    fn plain_text_is_no_page() {
        assert!(!is_html("青禾县规划\n第一章 < 2000"));
        assert!(!is_html("# 规划\n<p>一</p>"));
    }
}
