//! Whose document it is: the place or body at the head of the title, or on a line of its own beside it.

use super::line::Line;

/// What names of places end with.
const PLACES: &[&str] =
    &["自治区", "特别行政区", "自治州", "自治县", "自治旗", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"];

/// Longest name of one place, in characters.
const LONGEST: usize = 12;

/// The issuer, from the title or from the lines above the text.
pub(super) fn read(title: Option<&str>, above: &[Line]) -> Option<String> {
    let from_title = title.and_then(|title| place(after_year(title)));
    from_title.map(str::to_owned).or_else(|| above.iter().find_map(|line| body(line).map(str::to_owned)))
}

/// `title` without a year before it: 2026年云岭省政府工作报告.
fn after_year(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < title.len() { rest.strip_prefix('年').unwrap_or(rest) } else { title }
}

/// The place that `title` opens with.
fn place(title: &str) -> Option<&str> {
    if title.starts_with("中华人民共和国") {
        return title.get(.."中华人民共和国".len());
    }
    let stop = ["国民经济", "“", "第", "政府工作", "人民政府"].iter().filter_map(|word| title.find(word)).min();
    let head = &title[..stop.unwrap_or(title.len())];
    let mut end = next_place(head, LONGEST)?;
    // A district after its city; further on a name would be part of what the plan is about.
    while let Some(more) = next_place(&head[end..], if stop == Some(head.len()) { LONGEST } else { 5 }) {
        end += more;
    }
    Some(&head[..end])
}

/// Bytes of the place name that `text` opens with.
fn next_place(text: &str, longest: usize) -> Option<usize> {
    let ends = text.char_indices().take(longest).map(|(at, c)| at + c.len_utf8());
    ends.skip(1).find(|&end| {
        let (name, rest) = text.split_at(end);
        PLACES.iter().any(|place| name.ends_with(place)) && !goes_on(name, rest)
    })
}

/// Whether the word goes on after what looks like the end of a name: 州 of 州市, 市 of 市场, 区 of 区域.
fn goes_on(name: &str, rest: &str) -> bool {
    let inside = ["场", "域", "民", "委", "级", "治区", "自治"].iter().any(|word| rest.starts_with(word));
    inside || (name.ends_with('州') && rest.starts_with(['市', '县', '区']))
}

/// Whether `text` is the name of a place and nothing else.
pub(super) fn is_place(text: &str) -> bool {
    place(text).is_some_and(|place| place.len() == text.len())
}

/// Whether `text` opens with a place.
pub(super) fn opens_with_place(text: &str) -> bool {
    place(text).is_some()
}

/// The body that a line names as the one that speaks: `国务院总理　…`, `青禾县人民政府县长　…`, `国务院`.
fn body(line: &Line) -> Option<&str> {
    let text = line.text();
    // `发布机构：青禾县人民政府`
    let text = text.rsplit('：').next().unwrap_or(text).trim_matches('*');
    if !line.is_short(40) || line.ends_sentence() {
        return None;
    }
    if text.starts_with("国务院") {
        return text.get(.."国务院".len());
    }
    // `2026年1月14日在云岭省第十届人民代表大会第四次会议上`
    if let Some((_, rest)) = text.split_once("日在").filter(|_| text.contains("人民代表大会")) {
        return place(rest);
    }
    if super::front::is_office_holder(line) {
        return place(text);
    }
    let at = text.find("人民政府")?;
    let whole = at + "人民政府".len() == text.len();
    whole.then(|| place(&text[..at])).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_at_the_head_of_titles_are_found() {
        for (title, expected) in [
            ("云岭市青禾区国民经济和社会发展第十四个五年规划", Some("云岭市青禾区")),
            ("2026年云岭省政府工作报告", Some("云岭省")),
            ("云岭市脑机接口产业培育行动方案", Some("云岭市")),
            ("“十四五”应急体系规划", None),
            ("政府工作报告", None),
            ("云岭市市场体系规划", Some("云岭市")),
            ("云岭壮族自治区“十五五”规划", Some("云岭壮族自治区")),
        ] {
            assert_eq!(read(Some(title), &[]).as_deref(), expected, "{title}");
        }
    }
}
