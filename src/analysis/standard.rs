//! The standard indicator of each statement of a document.

use std::borrow::Cow;

use crate::{
    judge::standard::standard,
    lexicon::{self, CLAUSES, Measure},
    outline::Outline,
    source::Document,
    statement::Statement,
};

/// How far before a number the name of what it counts may begin, in characters.
const REACH: usize = 40;

/// The key of a standard indicator, and what the number says of it.
type Key = (&'static str, Option<Measure>);

/// Reads the keys of statements one after another.
pub(super) struct Reader<'a> {
    document: &'a Document,
    outline: &'a Outline,
    /// The key of the next one, where it shares a name with the last.
    shared: Option<Option<Key>>,
}

impl<'a> Reader<'a> {
    /// Begins with the first statement of a document.
    pub(super) fn new(document: &'a Document, outline: &'a Outline) -> Self {
        Self { document, outline, shared: None }
    }

    /// The key of `statement`, before `next`.
    pub(super) fn read(&mut self, statement: &Statement, next: Option<&Statement>) -> Option<Key> {
        let shared = self.shared.take();
        if let Some((next, names)) = next.and_then(|next| Some((next, of_each(statement, next)?))) {
            self.shared = Some(of(self.outline, next, &names[1]));
            return of(self.outline, statement, &names[0]);
        }
        shared.unwrap_or_else(|| self.alone(statement))
    }

    /// The key of `statement` by its own name.
    fn alone(&self, statement: &Statement) -> Option<Key> {
        let before = || of(self.outline, statement, &before(&self.document.text[..statement.span.start]));
        let in_prose = statement.row.is_none();
        of(self.outline, statement, &statement.indicator).or_else(|| in_prose.then(before).flatten())
    }
}

fn of(outline: &Outline, statement: &Statement, name: &str) -> Option<Key> {
    let front = &outline.front;
    let due = statement.deadline.as_ref().map(|deadline| deadline.year);
    let within_year = front.year.is_some() && due == front.year;
    let found = standard(name, statement.amount.as_ref(), front.issuer.as_deref(), within_year)?;
    Some((found.0.key, found.1))
}

/// What stands right before a number in its clause: 城镇新增就业人数 of 城镇新增就业人数45万人, where 新增 was read as what the number says.
fn before(text: &str) -> Cow<'_, str> {
    let near = text.char_indices().rev().take(REACH).take_while(|&(_, c)| !is_stop(c)).last();
    let words = near.map_or("", |(at, _)| &text[at..]);
    if words.contains(char::is_whitespace) { words.split_whitespace().collect() } else { words.into() }
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | '。' | '\n' | '\t')
}

/// The names of two statements that one sentence makes of one name for both (城乡居民收入分别增长5%和6%).
fn of_each(first: &Statement, second: &Statement) -> Option<[String; 2]> {
    let (a, b) = (first.amount.as_ref()?, second.amount.as_ref()?);
    let together = first.indicator == second.indicator && first.sentence == second.sentence;
    let alike = a.unit == b.unit && a.change == b.change && first.span.end <= second.span.start;
    let names = if together && alike { lexicon::pair(&first.indicator) } else { None };
    names.filter(|_| CLAUSES.respective.is_in(&first.sentence))
}

#[cfg(test)]
mod tests {
    use crate::{analysis, source::Source};

    /// The keys of the targets in a report with this sentence.
    fn keys(sentence: &str) -> Vec<String> {
        let text =
            format!("2026年青禾县政府工作报告\n一、2026年工作安排\n今年经济社会发展的主要预期目标是：{sentence}\n");
        let analysis = analysis::analyze(Source { name: "a", bytes: text.as_bytes() }).expect("it reads").analysis;
        analysis
            .commitments
            .iter()
            .map(|record| record.indicator_key.as_ref().map_or("–", |key| key.as_str()).to_owned())
            .collect()
    }

    #[test]
    fn names_that_the_grammar_cuts_or_shares_are_whole_again() {
        for (sentence, expected) in [
            ("城镇新增就业人数45万人。", &["new_jobs"][..]),
            ("城乡居民人均可支配收入分别增长5%、6%。", &["income_urban", "income_rural"]),
            ("城乡居民人均可支配收入增长5%。", &["income"]),
            ("独角兽企业、瞪羚企业总量达到80家。", &["–"]),
            ("开发区工业投资增长6%。", &["–"]),
        ] {
            assert_eq!(keys(sentence), expected, "{sentence}");
        }
    }
}
