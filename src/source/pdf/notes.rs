//! Footnotes: marks raised in a line, and the lines at a page's foot that a mark opens.

use unpdf::parser::{TextLine, TextSpan};

/// Largest size of a mark, as a share of its line's.
const SMALL: f32 = 0.85;

/// `line` without the marks of footnotes in it, and those marks.
pub(super) fn taken_out(line: &TextLine) -> (TextLine, Vec<String>) {
    let mut marks = Vec::new();
    let mut kept = line.clone();
    kept.spans.clear();
    for (at, span) in line.spans.iter().enumerate() {
        let behind = kept.spans.last().is_some_and(|last| ends_quantity(&last.text));
        let before =
            line.spans.get(at + 1).is_none_or(|next| next.text.trim_start().starts_with(['，', '。', '；', '、']));
        match mark(line, span, behind && before) {
            // A power of a unit (km²) or of ten is no mark.
            Some(mark) if kept.spans.last().is_some_and(|last| !takes_power(&last.text)) => marks.push(mark),
            _ => kept.spans.push(span.clone()),
        }
    }
    (kept, marks)
}

/// Whether `text` ends with a number and its unit: 公园5个.
fn ends_quantity(text: &str) -> bool {
    let unit = text.trim_end().trim_end_matches(|c: char| c >= '\u{3400}');
    let length = text.trim_end()[unit.len()..].chars().count();
    unit.ends_with(|c: char| c.is_ascii_digit()) && (1..=4).contains(&length)
}

/// The mark that `span` of `line` is: small, raised, digits alone: `3`, `[3]`, `③`. The crate does not see every rise:
/// one that stands `behind` a quantity, where its clause ends, need not be raised.
fn mark(line: &TextLine, span: &TextSpan, behind: bool) -> Option<String> {
    let text = span.text.trim();
    let bare = text.trim_matches(['[', ']', '〔', '〕']);
    let digits = !bare.is_empty() && bare.chars().count() <= 2 && bare.chars().all(is_mark);
    let raised = span.font_size <= line.font_size * SMALL && (behind || span.y > line.y);
    (digits && raised).then(|| bare.to_owned())
}

fn is_mark(c: char) -> bool {
    c.is_ascii_digit() || ('①'..='⑳').contains(&c)
}

fn takes_power(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(|c: char| c.is_ascii_alphabetic()) || text.ends_with("×10")
}

/// Whether `text` begins as the footnote of one of `marks` does.
pub(super) fn opens(text: &str, marks: &[String]) -> bool {
    let text = text.trim_start_matches(['[', '〔']);
    marks.iter().any(|mark| text.strip_prefix(mark.as_str()).is_some_and(|rest| !rest.starts_with(is_mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, size: f32, y: f32) -> TextSpan {
        let mut span = TextSpan::new(text.into(), 0.0, y, size, "F".into());
        span.width = size;
        span
    }

    #[test]
    fn raised_digits_are_marks_unless_they_are_powers() {
        let spans = vec![
            span("企业40家", 12.0, 100.0),
            span("1", 7.0, 105.0),
            span("，12km", 12.0, 100.0),
            span("2", 7.0, 105.0),
        ];
        let line = TextLine { spans, y: 100.0, x: 0.0, font_size: 12.0, is_heading: false, heading_level: 0 };
        let (kept, marks) = taken_out(&line);
        assert_eq!(marks, ["1"]);
        let texts: Vec<&str> = kept.spans.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(texts, ["企业40家", "，12km", "2"]);
    }

    #[test]
    fn a_small_digit_behind_a_quantity_is_a_mark_where_its_clause_ends() {
        let told = |before: &str, after: &str| {
            let spans = vec![span(before, 12.0, 100.0), span("1", 10.0, 100.0), span(after, 12.0, 100.0)];
            taken_out(&TextLine { spans, y: 100.0, x: 0.0, font_size: 12.0, is_heading: false, heading_level: 0 }).1
        };
        assert_eq!(told("新建公园5个", "，改造"), ["1"]);
        assert!(told("新建公园", "个，改造").is_empty() && told("新建公园5个", "座").is_empty());
        assert!(told("增长到", "，改造").is_empty() && told("PM", "，").is_empty());
    }

    #[test]
    fn a_note_opens_with_a_mark_of_its_page() {
        let marks = ["1".to_owned(), "②".to_owned()];
        assert!(opens("1规模以上企业是指……", &marks) && opens("② 指……", &marks) && opens("[1] 指", &marks));
        assert!(!opens("12个县", &marks) && !opens("3个县", &marks) && !opens("1个县", &[]));
    }
}
