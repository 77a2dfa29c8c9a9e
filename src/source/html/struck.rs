//! Text of a page that a reader takes for gone, and text that stands raised.

use scraper::ElementRef;

use crate::source::raised;

/// Whether the text of `element` is struck out.
pub(super) fn is_struck(element: ElementRef<'_>) -> bool {
    let style = || element.value().attr("style").is_some_and(|style| style.contains("line-through"));
    matches!(element.value().name(), "del" | "s" | "strike") || style()
}

/// What is read of `element` where it stands raised or lowered behind the character `before`; `None` where it does not.
pub(super) fn raised_text(element: ElementRef<'_>, before: Option<char>) -> Option<String> {
    let text = || element.text().collect::<String>();
    match element.value().name() {
        "sup" => Some(raised::shown(before, &text())),
        "sub" => Some(raised::lowered(&text())),
        _ => None,
    }
}
