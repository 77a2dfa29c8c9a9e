//! Articles (第三条): where they have titles (第三条　规划期限) they are headings, where they are the sentences of rules they are text.

use super::{
    label::{self, Label, Mark},
    line::{Line, Role},
};
use crate::lexicon::{HEADINGS, SIGNS};

/// Longest title of an article, in characters.
const TITLE: usize = 20;

/// Fewest articles that show whether articles have titles.
const FEWEST: usize = 2;

/// Of so many articles one may be without a title that is seen as such.
const ONE_OF: usize = 5;

/// The number of an article that `text` opens with: 第三条.
pub(super) fn read(text: &str) -> Option<Label> {
    let rest = SIGNS.ordinal.strip_prefix(text)?;
    let (number, length) = label::numeral(rest).or_else(|| label::digits(rest))?;
    let behind = SIGNS.article.strip_prefix(&rest[length..])?;
    let own = HEADINGS.article_goes_on.prefix(behind).is_none();
    own.then(|| Label { mark: Mark::Article, number, major: 0, end: text.len() - behind.len() })
}

/// Whether the articles among `lines` have titles, nearly all of them.
pub(super) fn have_titles(lines: &[Line]) -> bool {
    let text = lines.iter().filter(|line| line.role == Role::Body && !line.tabs);
    let articles = text.filter_map(|line| read(line.text()).map(|number| title(line, &number).is_some()));
    let (mut titled, mut all) = (0, 0);
    for has_title in articles {
        titled += usize::from(has_title);
        all += 1;
    }
    titled >= FEWEST && (all - titled) * ONE_OF <= all
}

/// The title behind `number` in `line`: all of it where no sentence ends there, or its first sentence where more follows.
pub(super) fn title<'l>(line: &'l Line, number: &Label) -> Option<&'l str> {
    let behind = &line.text()[number.end..];
    let (title, rest) = behind.split_once('。').unwrap_or((behind, ""));
    let alone = line.whole && title.len() == behind.len() && !line.ends_sentence();
    let short =
        (2..=TITLE).contains(&title.chars().count()) && !title.contains(['，', '：', '；']) && !label::counts(title);
    let short = short && !HEADINGS.of_rules.is_in(title);
    (short && (alone || !rest.is_empty())).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_an_article_is_told_from_what_else_is_called_so() {
        for (text, expected) in
            [("第三条规划期限", Some(3)), ("第12条目标", Some(12)), ("第三条款规定", None), ("第三章总则", None)]
        {
            assert_eq!(read(text).map(|label| label.number), expected, "{text}");
        }
    }
}
