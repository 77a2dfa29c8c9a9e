//! Responsible units: 牵头单位, 责任单位 and 配合单位, in brackets at the end of an item or in a table's column.

/// What introduces a list of units.
const MARKS: [&str; 12] = [
    "牵头单位",
    "牵头部门",
    "责任单位",
    "责任部门",
    "配合单位",
    "配合部门",
    "主办单位",
    "协办单位",
    "责任主体",
    "牵头责任单位",
    "完成单位",
    "实施单位",
];

/// The units named in `text`, in order and each once; the first leads.
pub(super) fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((at, mark)) = MARKS.iter().filter_map(|mark| rest.find(mark).map(|at| (at, *mark))).min() {
        let after = rest[at + mark.len()..].trim_start_matches(['：', ':', '为', ' ']);
        let end = list_end(after);
        let list =
            MARKS.iter().filter_map(|mark| after[..end].find(mark)).min().map_or(&after[..end], |cut| &after[..cut]);
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
