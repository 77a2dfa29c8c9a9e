//! Paragraphs longer than anybody writes: they are read in parts, so that what is known of a paragraph (its numbers, times and
//! brackets) never takes more memory and time than that of one part.

use crate::span::{self, Span};

/// Bytes of the longest paragraph that is read as one: 87,000 characters, a whole plan on one line.
const LONGEST: usize = 1 << 18;

/// `pieces` of `text` in parts, each of which ends with a sentence where there is one, else with a line or a clause.
pub(super) fn parted(text: &str, pieces: Vec<Span>) -> Vec<Vec<Span>> {
    if pieces.iter().map(|piece| piece.len()).sum::<usize>() <= LONGEST {
        return vec![pieces];
    }
    let (mut parts, mut part, mut room) = (Vec::new(), Vec::new(), LONGEST);
    for mut piece in pieces {
        while piece.len() > room {
            let end = end(text, piece, room).filter(|&(_, sentence)| sentence || part.is_empty());
            if let Some((end, _)) = end {
                part.push(Span::new(piece.start, end));
                piece.start = end;
            }
            parts.push(std::mem::take(&mut part));
            room = LONGEST;
        }
        room -= piece.len();
        part.push(piece);
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where a part of at most `room` bytes that begins with `piece` may end, and whether a sentence ends there.
fn end(text: &str, piece: Span, room: usize) -> Option<(usize, bool)> {
    let limit = span::floor(text, piece.start + room);
    let within = text.get(piece.start..limit).filter(|within| !within.is_empty())?;
    let behind = |marks: &[char]| {
        let (at, mark) = within.rmatch_indices(marks).next()?;
        Some(piece.start + at + mark.len())
    };
    let sentence = behind(&['。', '！', '？']).map(|end| (end, true));
    sentence.or_else(|| Some((behind(&['；', '，', '、', ',', ' ']).unwrap_or(limit), false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_with_sentences_and_hold_the_whole_text() {
        let sentence = "到2025年新建菇棚8个。";
        let count = LONGEST * 5 / 2 / sentence.len();
        for (unit, ends) in [(sentence, '。'), ("菇棚8个，", '，'), ("菇", '菇')] {
            let text = unit.repeat(count * sentence.len() / unit.len());
            let parts = parted(&text, vec![Span::new(0, text.len())]);
            let texts: Vec<String> =
                parts.iter().map(|part| part.iter().map(|piece| piece.of(&text)).collect()).collect();
            assert_eq!((texts.len(), texts.concat() == text), (3, true), "{unit}");
            assert!(texts.iter().all(|text| text.len() <= LONGEST && text.ends_with(ends)), "{unit}");
        }
    }

    #[test]
    fn a_part_of_many_lines_ends_with_one_and_a_short_paragraph_is_one() {
        let line = Span::new(0, 100_000);
        let text = "a".repeat(line.len());
        assert_eq!(parted(&text, vec![line; 5]), [vec![line; 2], vec![line; 2], vec![line]]);
        assert_eq!(parted(&text, vec![line; 2]), [vec![line; 2]]);
    }
}
