//! How deep a page nests, counted before it is parsed: the parser's time grows with the square of it.

use crate::source::{error::SourceError, limits};

/// Elements that hold nothing, and those that the next of their kind closes.
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "html", "head",
    "body",
];

/// Refuses pages that nest too deep, and elements with too many attributes.
pub(super) fn check(page: &str) -> Result<(), SourceError> {
    let bytes = page.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&b| b == b'<') {
        at += found + 1;
        let rest = &page[at..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").map_or(0, |end| end + 3);
            continue;
        }
        let closes = rest.starts_with('/');
        let name = name(&rest[usize::from(closes)..]);
        if name.is_empty() {
            continue;
        }
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        limits::at_most("attributes of one element", tag.matches('=').count(), limits::ATTRIBUTES)?;
        if !SHALLOW.contains(&name.as_str()) {
            depth = if closes { depth.saturating_sub(1) } else { depth + usize::from(!tag.ends_with('/')) };
            limits::at_most("elements inside one another", depth, limits::DEPTH)?;
        }
        if !closes && (name == "script" || name == "style") {
            let end = format!("</{name}");
            let body = &page[at..];
            at += find_ignoring_case(body, &end).unwrap_or(0);
        }
    }
    Ok(())
}

fn name(text: &str) -> String {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    match text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => text[..end].to_ascii_lowercase(),
        false => String::new(),
    }
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_and_scripts_are_not() {
        assert_eq!(check(&"<p>一<li>二<br>".repeat(5000)), Ok(()));
        assert_eq!(check(&"<div><b>一</b></div>".repeat(5000)), Ok(()));
        assert_eq!(check(&format!("<script>{}</script>", "'<div>'".repeat(5000))), Ok(()));
        assert_eq!(check(&format!("<!-- {} -->", "<div>".repeat(5000))), Ok(()));
        assert!(check(&"<div><p>".repeat(1001)).is_err());
        assert_eq!(check("<script>never closed <div>"), Ok(()));
    }
}
