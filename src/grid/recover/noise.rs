//! The signs that boards scatter between the cells of what is copied from them: `8 {# m/ \\1 r; \\) m% t`, pairs of a sign from
//! space to `;` and one from `?` to `~` with a space between.

use crate::span::Span;

/// Fewest pairs that are no text.
const FEWEST: usize = 5;

/// The runs of such pairs in `whole`, in order.
pub(super) fn find(text: &str, whole: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = whole.start;
    while at < whole.end {
        let mut end = at;
        let mut pairs = 0;
        while let Some(next) = pair(bytes, end, whole.end) {
            end = next;
            pairs += 1;
        }
        if pairs >= FEWEST {
            // At the start of a line the space before a pair's second sign is lost.
            let lost = bytes[whole.start..at].last().is_some_and(|&b| is_second(b) && b != b'|')
                && (at - whole.start < 2 || bytes[at - 2] == b'\n');
            found.push(Span::new(at - usize::from(lost), end));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// The end of the pair at `at`; where its first sign is a space, one space is left of two.
fn pair(bytes: &[u8], at: usize, end: usize) -> Option<usize> {
    let sign = |at: usize| bytes.get(at).copied().filter(|_| at < end);
    let first = sign(at)?;
    if !(b' '..=b';').contains(&first) {
        return None;
    }
    if sign(at + 1)? == b' ' && is_second(sign(at + 2)?) {
        return Some(at + 3);
    }
    (first == b' ' && sign(at + 1).is_some_and(|b| is_second(b) && b != b'|')).then_some(at + 2)
}

/// Whether `b` may be the second sign of a pair.
fn is_second(b: u8) -> bool {
    (b'?'..=b'~').contains(&b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scattered_signs_are_told_from_cells() {
        let cut =
            |text: &str| find(text, Span::new(0, text.len())).iter().map(|s| s.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(cut(">808 {# m/ \\1 r; \\) m% t |"), ["8 {# m/ \\1 r; \\) m% t"]);
        assert_eq!(cut("(%)\nG1 C# t' H% r7 e | -"), ["G1 C# t' H% r7 e"]);
        assert!(cut("PM 2.5 a b 12 | 15 |").is_empty());
    }
}
