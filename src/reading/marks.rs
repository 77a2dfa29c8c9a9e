//! What stands at the ends of a name and is no part of it: brackets, punctuation, unpaired quotation marks.

use super::sentence::without_brackets;
use crate::{
    lexicon::{DEEDS, signs},
    span,
};

/// Without brackets at its end, and without punctuation and unpaired quotation marks at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    if span::signs(text).next().is_none() {
        return text.trim_end_matches(signs::and_so_on);
    }
    let text = text.trim_end_matches(OPENING).trim_end_matches(signs::and_so_on);
    let text = text.trim_matches(['、', '，', '：', ':', '—', '●', '·', '*', '-', '/']);
    let text = if text.contains('”') { text } else { text.trim_matches('“') };
    let text = if text.contains('“') { text } else { text.trim_end_matches('”') };
    let text = text.trim_start_matches('”').trim_end_matches('“');
    let text = if text.contains('）') { text } else { text.trim_start_matches('（') };
    // 县（市、区）: the kinds of places that a bracket tells are part of the name.
    let places = |open: usize| {
        let inner = text[open + '（'.len_utf8()..].trim_end_matches('）');
        DEEDS.place.suffix(&text[..open]).is_some() && inner.split('、').all(|place| DEEDS.place.has(place))
    };
    match text.rfind('（') {
        Some(open) if open > 0 && !places(open) && text.ends_with('）') && !without_brackets(text).is_empty() => {
            &text[..open]
        }
        _ => without_marks(text),
    }
}

/// Marks that open around a sum or a unit.
const OPENING: [char; 4] = ['[', '［', '〔', '【'];

/// 累计降低率[%]: without the marks around a unit at its end.
fn without_marks(text: &str) -> &str {
    let closed = text.ends_with([']', '］', '〕', '】']);
    text.rfind(OPENING).filter(|&open| closed && open > 0).map_or(text, |open| &text[..open])
}
