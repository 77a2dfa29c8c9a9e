//! Raised signs: a footnote mark says nothing, an exponent belongs to its number or unit.

/// The sign of a raised digit.
const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The digit that a raised sign shows.
pub(super) fn digit(c: char) -> Option<usize> {
    DIGITS.iter().position(|&raised| raised == c)
}

/// Whether `c` is a lowered digit.
pub(super) fn is_lowered(c: char) -> bool {
    ('₀'..='₉').contains(&c)
}

/// `text` that stands lowered: digits as lowered ones, which belong to the name before them (CO₂50万吨).
pub(super) fn lowered(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32('₀' as u32 + digit));
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// What a reader reads of `text` that stands raised behind `before`: nothing of the mark of a note (`300张¹`, `目标[2]`), a
/// power as raised digits (`10⁸`), and all else as it is (`m2`).
pub(super) fn shown(before: Option<char>, text: &str) -> String {
    let text = text.trim();
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match before {
        Some(c) if c.is_ascii_digit() && digits => {
            text.bytes().filter_map(|b| DIGITS.get(usize::from(b - b'0'))).collect()
        }
        Some(c) if c.is_ascii_alphanumeric() || !is_mark(text) => text.to_owned(),
        None => text.to_owned(),
        Some(_) => String::new(),
    }
}

/// Whether `text` marks a note: digits, brackets around them, a circled digit, a star.
fn is_mark(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "[]［］()（）〔〕*†‡,，-".contains(c) || ('①'..='⑳').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_are_told_from_exponents() {
        for (before, text, want) in [
            (Some('张'), "1", ""),
            (Some('标'), "[2]", ""),
            (Some('”'), "③", ""),
            (Some('m'), "2", "2"),
            (Some('0'), "8", "⁸"),
            (Some('第'), "届", "届"),
            (None, "1", "1"),
        ] {
            assert_eq!(shown(before, text), want, "{before:?} {text}");
        }
        assert_eq!((digit('³'), digit('3')), (Some(3), None));
        assert_eq!(lowered("2.5x"), "₂.₅x");
    }
}
