//! What stands at the ends of a name and is no part of it: brackets, punctuation, unpaired quotation marks.

use super::sentence::without_brackets;
use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, PROMISES, VERDICTS, signs},
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
    let named = |open: usize| names_another(&text[..open], text[open + '（'.len_utf8()..].trim_end_matches('）'));
    match text.rfind('（') {
        Some(open) if open > 0 && !named(open) && text.ends_with('）') && !without_brackets(text).is_empty() => {
            &text[..open]
        }
        _ => without_marks(text),
    }
}

/// 县[（市、区）], 教育集团[（联盟）], unlike 学校[（含续建）], 增加值[（现价）]: whether what a bracket holds names what else `noun` may be, and so is
/// part of the name.
pub(crate) fn names_another(noun: &str, inner: &str) -> bool {
    let place = |name: &str| [&DEEDS.place, &PROMISES.kind_of_place].iter().any(|places| places.has(name));
    let places = DEEDS.place.suffix(noun).or(PROMISES.kind_of_place.suffix(noun)).is_some();
    if places && inner.split('、').all(place) {
        return true;
    }
    let kinds = [&DEEDS.of_its_kind, &DEEDS.actor, &DEEDS.doer, &CLAUSES.works];
    let kind =
        |name: &str| name.chars().count() <= LONGEST_KIND && kinds.iter().any(|kinds| kinds.suffix(name).is_some());
    let does = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.have, &VERDICTS.comprises], inner).is_some();
    !does && noun.chars().count() > 1 && inner.split('、').all(kind)
}

/// The longest name of another kind in brackets, in characters.
const LONGEST_KIND: usize = 4;

/// Marks that open around a sum or a unit.
const OPENING: [char; 4] = ['[', '［', '〔', '【'];

/// 累计降低率[%]: without the marks around a unit at its end.
fn without_marks(text: &str) -> &str {
    let closed = text.ends_with([']', '］', '〕', '】']);
    text.rfind(OPENING).filter(|&open| closed && open > 0).map_or(text, |open| &text[..open])
}
