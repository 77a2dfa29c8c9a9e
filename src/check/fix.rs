//! Safe fixes: applied to a text, or shown as a diff. None touches a digit, and none may.

use std::fmt::Write as _;

use super::{diagnostic::Edit, finding::Finding};

/// `text` with the edits of `findings`, and how many were made; edits that overlap an earlier one are left for another run.
pub fn apply(text: &str, findings: &[Finding]) -> (String, usize) {
    let mut edits: Vec<&Edit> =
        findings.iter().flat_map(|finding| &finding.edits).filter(|e| is_safe(text, e)).collect();
    edits.sort_by_key(|edit| edit.span);
    let (mut out, mut at, mut made) = (String::with_capacity(text.len()), 0, 0);
    for edit in edits {
        if edit.span.start < at {
            continue;
        }
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
        made += 1;
    }
    out.push_str(&text[at..]);
    (out, made)
}

/// Whether `edit` leaves every letter and digit as it is.
fn is_safe(text: &str, edit: &Edit) -> bool {
    let words = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    text.get(edit.span.start..edit.span.end).is_some_and(|old| words(old) == words(&edit.text))
}

/// What changes between `old` and `new` as a unified diff of their lines; both have the same number of lines.
pub fn diff(path: &str, old: &str, new: &str) -> String {
    let mut out = String::new();
    for (number, (before, after)) in old.split('\n').zip(new.split('\n')).enumerate() {
        if before != after {
            if out.is_empty() {
                // Writing to a string cannot fail.
                let _ = write!(out, "--- {path}\n+++ {path}\n");
            }
            let line = number + 1;
            let _ = write!(out, "@@ -{line} +{line} @@\n-{before}\n+{after}\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn edits_that_touch_a_word_or_number_are_refused() {
        let text = "到 2025 年 , 达到 1 000 家 .\n";
        let edit = |from: &str, to: &str| {
            let start = text.find(from).expect("there");
            Edit { span: Span::new(start, start + from.len()), text: to.into() }
        };
        assert!(is_safe(text, &edit(" , ", "，")));
        assert!(is_safe(text, &edit(" .", "。")));
        assert!(!is_safe(text, &edit("1 0", "1")));
        assert_eq!(diff("x", "a\nb\n", "a\nc\n"), "--- x\n+++ x\n@@ -2 +2 @@\n-b\n+c\n");
    }
}
