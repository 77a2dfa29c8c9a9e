//! 由 and 从 before a starting value: 由60%提高到65%, 从2020年的28家增加到40家.

use crate::{
    lexicon::{CLAUSES, VERDICTS},
    span::Span,
    time::{TimeMention, TimeRole},
};

/// Where 由 or 从 stands in `text[from..number]` right before `number`, with a year and words of measure between them left aside.
pub(crate) fn before(text: &str, times: &[TimeMention], from: usize, number: usize) -> Option<usize> {
    let mut at = number;
    loop {
        let before = text.get(from..at)?;
        if let Some(time) = times.iter().find(|time| time.span.end == at) {
            if time.role == TimeRole::From {
                return Some(time.span.start);
            }
            at = time.span.start;
        } else if let Some(word) = VERDICTS.before_start.suffix(before) {
            at -= word.len();
        } else {
            break;
        }
    }
    CLAUSES.from.suffix(&text[from..at]).map(|word| at - word.len())
}

/// Where the bracket opens in `text[from..number]` that holds nothing but a past time before the number: （2020年为48.6%.
pub(crate) fn bracket(text: &str, times: &[TimeMention], from: usize, number: usize) -> Option<usize> {
    const WORDS: usize = 2;
    let open = from + text.get(from..number)?.rfind('（')?;
    let inside = open + '（'.len_utf8();
    let time = times.iter().find(|time| time.span.start == inside && time.role != TimeRole::By)?;
    let words = text.get(time.span.end..number)?;
    (open > from && words.chars().count() <= WORDS).then_some(open)
}

/// Whether 由 or 从 stands before the number at `core` or before the bound with which it opens at `span` (从全球第11位).
pub(crate) fn opens(text: &str, times: &[TimeMention], from: usize, span: Span, core: Span) -> bool {
    [core.start, span.start].into_iter().any(|at| before(text, times, from, at).is_some())
}
