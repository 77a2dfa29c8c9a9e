//! A gold file written for one text, used on another of the same document: its places are looked up by the words around.
//!
//! Knows two texts, nothing of statements.

use super::{
    gold::{Gold, GoldError},
    place::is_blank,
};
use crate::span::{LineIndex, Span};

/// How many characters on either side tell a place, most first.
const CONTEXTS: [usize; 5] = [40, 20, 10, 4, 0];

/// A text without white space, each character with its byte offset.
struct Letters {
    letters: Vec<(char, usize)>,
}

impl Letters {
    fn new(text: &str) -> Self {
        Self { letters: text.char_indices().filter(|&(_, c)| !is_blank(c)).map(|(at, c)| (c, at)).collect() }
    }

    /// The place of byte `offset`.
    fn index(&self, offset: usize) -> usize {
        self.letters.partition_point(|&(_, at)| at < offset)
    }

    /// Where `wanted` stands from place `from` on, else where it first stands.
    fn find(&self, wanted: &[(char, usize)], from: usize) -> Option<usize> {
        let is_at = |at: &usize| {
            self.letters[*at..].iter().take(wanted.len()).map(|&(c, _)| c).eq(wanted.iter().map(|&(c, _)| c))
        };
        let last = self.letters.len().checked_sub(wanted.len())?;
        (from..=last).find(is_at).or_else(|| (0..from.min(last + 1)).find(is_at))
    }
}

/// Looks up places of one text in another.
struct Mover {
    from: Letters,
    to: Letters,
    cursor: usize,
}

impl Mover {
    fn span(&mut self, span: Span) -> Option<Span> {
        let (start, end) = (self.from.index(span.start), self.from.index(span.end));
        let found = CONTEXTS.iter().find_map(|&context| {
            let left = start.saturating_sub(context);
            let right = (end + context).min(self.from.letters.len());
            Some(self.to.find(self.from.letters.get(left..right)?, self.cursor)? + start - left)
        })?;
        self.cursor = found;
        let first = self.to.letters.get(found)?.1;
        let &(last, at) = self.to.letters.get(found + (end - start).checked_sub(1)?)?;
        Some(Span::new(first, at + last.len_utf8()))
    }
}

impl Gold {
    /// The records, placed in `text` by way of `written_for`, the text that their lines refer to; with `lines` of that
    /// text as lines of this.
    ///
    /// # Errors
    /// Where the words of a record do not stand in `text`.
    pub fn moved(
        mut self,
        written_for: &str,
        text: &str,
        lines: Option<std::ops::RangeInclusive<usize>>,
    ) -> Result<(Self, Option<std::ops::RangeInclusive<usize>>), GoldError> {
        let (old, new) = (LineIndex::new(written_for), LineIndex::new(text));
        let mut mover = Mover { from: Letters::new(written_for), to: Letters::new(text), cursor: 0 };
        let lines = lines.map(|lines| {
            let mut line = |number: usize| {
                mover.cursor = 0;
                let place = old.span(written_for, number).and_then(|span| mover.span(span));
                place.map_or(number, |span| new.line(span.start))
            };
            let (first, last) = (*lines.start(), *lines.end());
            let first = line(first);
            first..=line(last).max(first)
        });
        mover.cursor = 0;
        for (index, record) in self.records.iter_mut().enumerate() {
            let Some(span) = mover.span(record.span) else {
                return Err(GoldError::QuoteNotThere {
                    record: index + 1,
                    line: record.line,
                    quote: record.quote.clone(),
                    seen: "it stands in the other text alone".into(),
                });
            };
            record.span = span;
            record.line = new.line(span.start);
        }
        Ok((self, lines))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_the_words_around_them() {
        let written_for = "首页\n新建棚 5 座。\n又建库 5 座。\n";
        let text = "新建棚5座。又建库5座。\n";
        let yaml = "- {line: 2, quote: 5 座, status: target}\n- {line: 3, quote: 5 座, status: target}\n";
        let gold = Gold::parse(yaml, written_for).expect("reads");
        let (gold, lines) = gold.moved(written_for, text, Some(2..=3)).expect("moves");
        let starts: Vec<usize> = gold.records.iter().map(|record| record.span.start).collect();
        assert_eq!((starts, lines), (vec![text.find('5').unwrap_or(0), text.rfind('5').unwrap_or(0)], Some(1..=1)));
        let gold = Gold::parse(yaml, written_for).expect("reads");
        assert!(gold.moved(written_for, "又建库。", None).is_err());
    }
}
