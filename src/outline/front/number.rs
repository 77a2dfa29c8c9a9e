//! The number of a document (文号): 青政发〔2021〕3号.

use crate::lexicon::{FRONT, SIGNS};

/// The brackets that the year of a number stands in.
const OPEN: [char; 6] = ['〔', '[', '［', '【', '（', '('];
const CLOSE: [char; 6] = ['〕', ']', '］', '】', '）', ')'];

/// The number of the document whose lines above the text are `texts`: on a line of its own, else the first that no
/// 《…》 cites.
pub(super) fn read<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let short = texts.filter(|text| text.chars().count() <= 120);
    let alone = short.clone().find_map(|text| {
        let bare = text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
        find(bare).filter(|number| number.len() + 2 >= bare.len())
    });
    let cites = |text: &str| text.contains('《') || FRONT.cites.is_in(text);
    alone.or_else(|| short.filter(|text| !cites(text)).find_map(find))
}

/// The number that `text` names.
pub(super) fn find(text: &str) -> Option<String> {
    text.match_indices(|c| SIGNS.number.is(c)).find_map(|(end, sign)| {
        let before = text[..end].trim_end_matches(|c: char| c.is_ascii_digit());
        let bracketed = SIGNS.ordinal.strip_suffix(before).unwrap_or(before).strip_suffix(CLOSE)?;
        let year = bracketed.get(bracketed.len().checked_sub(4)?..)?;
        let office = bracketed[..bracketed.len() - 4].strip_suffix(OPEN)?;
        let letters = |c: char| (0x4E00..0xA000).contains(&(c as u32));
        let start = office.len() - office.chars().rev().take_while(|&c| letters(c)).map(char::len_utf8).sum::<usize>();
        let digits = before.len() < end && year.bytes().all(|b| b.is_ascii_digit());
        (digits && start < office.len()).then(|| text[start..end + sign.len()].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_and_those_of_cited_papers_are_not_taken_first() {
        assert_eq!(find("文号：青政发〔2021〕3号"), Some("青政发〔2021〕3号".into()));
        assert_eq!(find("青政发（2021）3号"), Some("青政发（2021）3号".into()));
        assert_eq!(find("3号楼，〔2021〕3号，第〔21〕3号"), None);
        let lines = ["根据《规划》（云政发〔2020〕1号）", "（青政办秘〔2021〕82号）"];
        assert_eq!(read(lines.into_iter()), Some("青政办秘〔2021〕82号".into()));
        assert_eq!(read(lines[..1].iter().copied()), None);
    }
}
