//! Markdown: told by its signs; its front matter is metadata, and it may hold tables of HTML. The text stays as it is.

use super::{
    error::SourceError,
    inline,
    marks::{Marks, Meta},
    tagged,
};
use crate::lexicon::FRONT;
use crate::span::Span;

/// Lines that are looked at.
const LOOKED_AT: usize = 2000;

/// Whether `text` is Markdown: it has front matter, two headings of `#`, or a table with its rule or in HTML.
pub(super) fn is_markdown(text: &str) -> bool {
    if front_matter(text).is_some() {
        return true;
    }
    let mut headings = 0;
    for line in text.lines().take(LOOKED_AT) {
        let hashes = line.bytes().take_while(|&b| b == b'#').count();
        headings += usize::from((1..=6).contains(&hashes) && line[hashes..].starts_with(' '));
        if headings >= 2 || is_rule(line) || line.trim_start().starts_with("<table") {
            return true;
        }
    }
    headings == 1 && text.trim_start().starts_with("# ")
}

/// Whether `line` is the rule below a table's header: `| --- | :-: |`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.contains("---") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// What the front matter says of the document, and its lines as no text of it, like comments; the cells of tables in HTML.
///
/// # Errors
/// Where a table is too wide or has too many cells.
pub(super) fn marks(text: &str) -> Result<Marks, SourceError> {
    let mut apart = inline::comments(text);
    let mut tables = tagged::tables(text)?;
    tables.retain(|table| !apart.iter().any(|comment| comment.contains(table.span)));
    let Some(matter) = front_matter(text) else { return Ok(Marks { tables, apart, ..Marks::default() }) };
    let mut meta = Meta::default();
    for (key, value) in matter.of(text).lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        let place = match key.trim().to_lowercase().as_str() {
            key if key == "title" || FRONT.title_name.has(key) => &mut meta.title,
            key if ["issuer", "author", "organization"].contains(&key) || FRONT.office_name.has(key) => {
                &mut meta.issuer
            }
            key if ["date", "published", "pubdate"].contains(&key) || FRONT.published.has(key) => &mut meta.published,
            key if key == "number" || FRONT.number_name.has(key) => &mut meta.number,
            _ => continue,
        };
        if !value.is_empty() {
            place.get_or_insert(value.to_owned());
        }
    }
    apart.retain(|comment| !matter.contains(*comment));
    apart.insert(0, matter);
    Ok(Marks { meta, tables, apart, ..Marks::default() })
}

/// The lines between `---` and `---` at the start, where they are `key: value`; with their rules.
fn front_matter(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    let body = text[start..].strip_prefix("---")?;
    let body = body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n'))?;
    let first = text.len() - body.len();
    let mut at = first;
    for line in body.split_inclusive('\n').take(60) {
        if line.trim() == "---" {
            return (at > first).then(|| Span::new(start, at + line.len()));
        }
        let nested = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if !nested && !line.contains(':') {
            return None;
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_metadata() {
        let text = "---\ntitle: \"青禾县水务规划\"\ndate: 2026-03-09\n文号: 青政发〔2026〕3号\ntags:\n  - 水\n---\n# 青禾县水务规划\n";
        assert!(is_markdown(text));
        let marks = marks(text).expect("marks");
        assert_eq!(marks.meta.title.as_deref(), Some("青禾县水务规划"));
        assert_eq!(marks.meta.published.as_deref(), Some("2026-03-09"));
        assert_eq!(marks.meta.number.as_deref(), Some("青政发〔2026〕3号"));
        assert!(text[marks.apart[0].end..].starts_with("# "));
    }

    #[test]
    fn comments_are_no_text() {
        let text = "---\ntitle: 规划 <!-- 略 -->\n---\n# 规划\n<!-- 旧稿：\n<table><tr><td>菇棚<td>3<tr><td>羊<td>4</table>\n-->\n菇棚<!-- 略 -->12座。<!-- 未完\n";
        let marks = marks(text).expect("marks");
        let apart: Vec<&str> = marks.apart[1..].iter().map(|span| span.of(text)).collect();
        assert_eq!(apart.len(), 2, "{apart:?}");
        assert!(apart[0].starts_with("<!-- 旧稿") && apart[1] == "<!-- 略 -->", "{apart:?}");
        assert_eq!(marks.tables, []);
    }

    #[test]
    fn text_is_no_markdown() {
        for text in ["规划\n一、目标\n", "---\n规划\n---\n", "| 一 | 二 |\n", "#1 楼\n#2 楼\n", "---\n"] {
            assert!(!is_markdown(text), "{text}");
            assert_eq!(marks(text).expect("marks").apart, [], "{text}");
        }
        assert!(is_markdown("| 指标 | 2030年 |\n|---|---|\n| 菇棚 | 3 |\n"));
    }
}
