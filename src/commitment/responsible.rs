//! Responsible units: 牵头单位, 责任单位 and 配合单位, in brackets at the end of an item or in a table's column.

use crate::lexicon::PROMISES;

/// The units named in `text`, in order and each once; the first leads.
pub(super) fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((at, mark)) = PROMISES.unit_mark.find(rest) {
        let after = rest[at + mark.len()..].trim_start_matches(['：', ':', '为', ' ']);
        let list = &after[..list_end(after)];
        let list = PROMISES.unit_mark.find(list).map_or(list, |(cut, _)| &list[..cut]);
        for unit in names(list) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        rest = &after[list.len()..];
    }
    units
}

/// Where a list of units ends: at a stop or at a bracket that it did not open.
fn list_end(text: &str) -> usize {
    let mut depth = 0i32;
    for (at, c) in text.char_indices() {
        match c {
            '（' => depth += 1,
            '）' if depth > 0 => depth -= 1,
            '）' | '】' | ']' | '。' | '；' | '\n' => return at,
            _ => {}
        }
    }
    text.len()
}

/// The names of a cell or list, split at commas outside brackets.
pub(super) fn names(list: &str) -> Vec<String> {
    let (mut names, mut name, mut depth) = (Vec::new(), String::new(), 0i32);
    for c in list.chars() {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            '、' | '，' | '；' | ',' if depth <= 0 => {
                names.push(std::mem::take(&mut name));
                continue;
            }
            _ => {}
        }
        name.push(c);
    }
    names.push(name);
    names
        .into_iter()
        .map(|n| n.trim_matches(['（', '，', '。', ' ', '牵', '等']).to_owned())
        .filter(|n| n.chars().count() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_unit_leads() {
        let text = "达到95%（预期性指标，牵头单位：市水利局；责任单位：市财政局、各县（市、区））。";
        assert_eq!(units(text), ["市水利局", "市财政局", "各县（市、区）"]);
        assert!(units("由市水利局牵头").is_empty());
    }
}
