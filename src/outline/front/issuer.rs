//! Whose document it is: the place or body at the head of the title, of the notice that sends it out, or on a line of its
//! own beside it.

use crate::{
    lexicon::{FRONT, Region, SIGNS},
    outline::{label, line::Line},
};

/// Longest name of one place, in characters.
const LONGEST: usize = 12;

/// Longest name of a division on the kept list, in characters.
const LONGEST_LISTED: usize = 15;

/// How many ends of names are looked up: 景德镇市 has two.
const ENDS: usize = 4;

/// Longest name of a place within another, in characters.
const LONGEST_WITHIN: usize = 5;

/// Longest name of a body or of several, in characters.
const LONGEST_BODY: usize = 60;

/// The issuer that the title names, or the notice above it whose title is `notice`.
pub(super) fn of_title(title: Option<&str>, notice: Option<&str>) -> Option<String> {
    let title = title.map(after_year);
    let own = title.and_then(|title| speaker(title).or_else(|| place(title)).or_else(|| planner(title)));
    // 青禾县人民政府关于… is a plan of 青禾县.
    let territory = |body| {
        let place = FRONT.government.strip_suffix(body).filter(|place| is_place(place) && !FRONT.organ.is_in(place));
        place.unwrap_or(body)
    };
    own.or_else(|| notice.and_then(speaker)).map(territory).map(str::to_owned)
}

/// The place that a report is about, with its year or plan: 关于青禾县2026年计划执行情况的报告.
pub(super) fn of_subject(title: &str) -> Option<String> {
    let about = FRONT.about.strip_prefix(title)?;
    let place = place(about)?;
    let rest = &about[place.len()..];
    let dated = rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let whole = dated || FRONT.matter.prefix(rest).is_some();
    whole.then(|| place.to_owned())
}

/// The issuer that a line above the text names: the one who speaks, or the place where.
pub(super) fn of_line(line: &Line) -> Option<String> {
    body(line).map(str::to_owned)
}

/// Who sent the plan out, as news tell it: 近日，中共中央、国务院印发了《…》.
pub(super) fn of_news(text: &str) -> Option<String> {
    let before =
        text.match_indices('《').find_map(|(at, _)| FRONT.hands_out.strip_suffix(SIGNS.le.trim_end(&text[..at])))?;
    let body = before.rsplit(|c| "，。 ".contains(c) || SIGNS.day.is(c)).next()?;
    let body = FRONT.lately.trim_end(body);
    is_body(body).then(|| body.to_owned())
}

/// Whether `text` is the name of a body, or of several, and nothing else.
pub(super) fn is_body(text: &str) -> bool {
    let named = |text: &str| FRONT.organ.suffix(text).is_some_and(|organ| organ.len() >= 9 || text.len() > organ.len());
    let short = (2..=LONGEST_BODY).contains(&text.chars().count());
    short && named(text) && !text.contains(['。', '，', '：', '《', '“', '；'])
}

/// `names`, of bodies that one of `lines` parts by white space, parted by a mark.
pub(super) fn apart(lines: &[&str], names: String) -> String {
    let parted = lines.iter().find_map(|line| {
        let mut left = names.as_str();
        let bodies: Vec<&str> = line
            .split_whitespace()
            .map_while(|word| {
                left = left.strip_prefix(word)?;
                is_body(word).then_some(word)
            })
            .collect();
        (left.is_empty() && bodies.len() > 1).then(|| bodies.join("、"))
    });
    parted.unwrap_or(names)
}

/// `title` without a year before it: 2026年云岭省政府工作报告, 二〇一七年云岭省政府工作报告.
fn after_year(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < title.len() {
        return SIGNS.year.strip_prefix(rest).unwrap_or(rest);
    }
    let written = label::numeral(title).and_then(|(_, end)| SIGNS.year.strip_prefix(&title[end..]));
    written.unwrap_or(title)
}

/// The body that speaks in a title: 中共青禾县委 of 中共青禾县委关于…, several with 等七部门.
fn speaker(title: &str) -> Option<&str> {
    let at = [FRONT.about.find(title), FRONT.sends.find(title)].into_iter().flatten().map(|(at, _)| at).min()?;
    let before = &title[..at];
    let several = FRONT.several.suffix(before).is_some();
    let lead = SIGNS.and_so_on.rsplit(before).filter(|_| several).map_or(before, |(lead, _)| lead);
    is_body(lead).then_some(before)
}

/// The body whose own plan `title` is: 云岭大学“十四五”发展规划.
fn planner(title: &str) -> Option<&str> {
    let stop = FRONT.matter.find(title)?.0;
    is_body(&title[..stop]).then_some(&title[..stop])
}

/// The place that `title` opens with.
fn place(title: &str) -> Option<&str> {
    if let Some(state) = FRONT.state.prefix(title) {
        return Some(state);
    }
    if FRONT.about.prefix(title).is_some() {
        return None;
    }
    let stop = FRONT.matter.find(title).map(|(at, _)| at);
    let head = &title[..stop.unwrap_or(title.len())];
    let mut kept = division(head, stop.is_some());
    let mut end = kept.or_else(|| next_place(head, LONGEST))?;
    let mut last = 0..end;
    // A district after its city; further on a name would be part of what the plan is about.
    let longest = if stop == Some(head.len()) { LONGEST } else { LONGEST_WITHIN };
    loop {
        kept = kept.and_then(|_| division_within(&head[end..], &head[last.clone()]));
        let Some(more) = kept.or_else(|| next_place(&head[end..], longest)) else { break };
        last = end..end + more;
        end += more;
    }
    Some(&head[..end])
}

/// Bytes of the division on the kept list that `text` opens with; `closed` says that more of a title follows `text`. Such a
/// name decides, whatever words it ends with: 盐城市, 西湖区.
fn division(text: &str, closed: bool) -> Option<usize> {
    let behind = |rest: &str| (closed && rest.is_empty()) || rest.starts_with(|c: char| c.is_ascii_digit());
    listed(text).find(|&end| {
        let (name, rest) = text.split_at(end);
        // 城区 is a name only where nothing but a year or a plan can follow.
        (!FRONT.common_place.has(name) || behind(rest)) && !Region::called(name).is_empty()
    })
}

/// Bytes of the division on the kept list that `text` opens with and that lies in `outer`: 城区 behind 晋城市.
fn division_within(text: &str, outer: &str) -> Option<usize> {
    let mut ends = listed(text).peekable();
    ends.peek()?;
    let outer = Region::called(outer);
    let within = |inner: &Region| outer.iter().any(|outer| inner.is_in(outer));
    ends.find(|&end| !outer.is_empty() && Region::called(&text[..end]).iter().any(within))
}

/// Where a name that `text` opens with may end, the longest first; 青禾市场 ends none behind 市.
fn listed(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().take(LONGEST_LISTED).map(|(at, c)| at + c.len_utf8()).skip(1);
    let ends = ends.filter(|&end| {
        let (name, rest) = text.split_at(end);
        FRONT.place_end.suffix(name).is_some() && !joins_word(name, rest)
    });
    let ends: Vec<usize> = ends.take(ENDS).collect();
    ends.into_iter().rev()
}

/// Bytes of the place name that `text` opens with.
fn next_place(text: &str, longest: usize) -> Option<usize> {
    let ends = text.char_indices().take(longest).map(|(at, c)| at + c.len_utf8());
    ends.skip(1).find(|&end| {
        let (name, rest) = text.split_at(end);
        FRONT.place_end.suffix(name).is_some() && !goes_on(name, rest)
    })
}

/// Whether the word goes on after what looks like the end of a name: 州 of 州市, 市 of 市场, 区 of 区域; or is a common
/// noun: 社区, 乡 of 乡村.
fn goes_on(name: &str, rest: &str) -> bool {
    let common = FRONT.common_place.suffix(name).is_some() || joins_word(name, rest);
    common || FRONT.inside_place.prefix(rest).is_some() || names_another(name, rest)
}

/// Whether the end of `name` and the start of `rest` are a common noun: 市 of 市场.
fn joins_word(name: &str, rest: &str) -> bool {
    let last = name.chars().next_back().map_or("", |c| &name[name.len() - c.len_utf8()..]);
    let next = rest.chars().next().map_or("", |c| &rest[..c.len_utf8()]);
    FRONT.common_place.has(&format!("{last}{next}"))
}

/// Whether what looks like the end of `name` stands in the name of a place of another kind: 州市, 镇 of 镇市, 乡 of 乡县.
fn names_another(name: &str, rest: &str) -> bool {
    let other = FRONT.place_end.prefix(rest);
    FRONT.prefecture.suffix(name).is_some() && other.is_some_and(|end| !joins_word(end, &rest[end.len()..]))
}

/// Whether `text` is the name of a place and nothing else.
pub(super) fn is_place(text: &str) -> bool {
    place(text).is_some_and(|place| place.len() == text.len())
}

/// Whether `text` opens with a place.
pub(super) fn opens_with_place(text: &str) -> bool {
    place(text).is_some()
}

/// Whether `line` names the holder of an office, as below a report's title.
fn is_office_holder(line: &Line) -> bool {
    line.is_short(30) && !line.ends_sentence() && FRONT.holder.is_in(line.text())
}

/// The body that a line names as the one that speaks: `国务院总理　…`, `青禾县人民政府县长　…`, `国务院`.
fn body(line: &Line) -> Option<&str> {
    let text = line.text();
    // `发布机构：青禾县人民政府`
    let text = text.rsplit('：').next().unwrap_or(text).trim_matches('*');
    // `2026年1月14日在云岭省第十届人民代表大会第四次会议上`
    if let Some((_, rest)) = FRONT.day_and_place.split(text).filter(|_| FRONT.people_congress.is_in(text)) {
        return place(rest);
    }
    if !line.is_short(40) || line.ends_sentence() {
        return None;
    }
    if let Some(cabinet) = FRONT.cabinet.prefix(text) {
        return Some(cabinet);
    }
    if is_office_holder(line) {
        return place(text);
    }
    let (before, behind) = FRONT.government.split(text)?;
    // Of a Party committee and a government both are named.
    let shared = FRONT.organ.is_in(before);
    (behind.is_empty() && !shared).then(|| place(before)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_list_decides_before_words_do() {
        for (title, expected) in [
            ("盐城市2024年政府工作报告", Some("盐城市")),
            ("东城区“十四五”教育发展规划", Some("东城区")),
            ("北京市房山区国民经济和社会发展第十四个五年规划纲要", Some("北京市房山区")),
            ("日照市岚山区水利发展规划", Some("日照市岚山区")),
            ("山东省邹城市水利规划", Some("山东省邹城市")),
            ("新乡市红旗区水利规划", Some("新乡市红旗区")),
            ("津市市“十四五”规划", Some("津市市")),
            ("晋城市城区“十四五”规划", Some("晋城市城区")),
            ("城区2024年政府工作报告", Some("城区")),
            ("城区内涝治理规划", None),
            ("盐城市民营经济发展规划", Some("盐城市")),
            ("盐城市城市内涝治理规划", Some("盐城市")),
            ("盐城市新城区建设规划", Some("盐城市")),
            ("成都市场体系规划", None),
        ] {
            assert_eq!(of_title(Some(title), None).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn places_and_bodies_at_the_head_of_titles_are_found() {
        for (title, expected) in [
            ("云岭市青禾区国民经济和社会发展第十四个五年规划", Some("云岭市青禾区")),
            ("2026年云岭省政府工作报告", Some("云岭省")),
            ("二〇一七年云岭省政府工作报告", Some("云岭省")),
            ("青禾县推进以县城为重要载体的城镇化建设实施方案", Some("青禾县")),
            ("云岭市脑机接口产业培育行动方案", Some("云岭市")),
            ("“十四五”应急体系规划", None),
            ("政府工作报告", None),
            ("云岭市市场体系规划", Some("云岭市")),
            ("云岭市数字乡村行动方案", Some("云岭市")),
            ("云岭县特色小镇发展规划", Some("云岭县")),
            ("云岭市社区养老服务规划", Some("云岭市")),
            ("云岭经济技术开发区“十五五”规划", Some("云岭经济技术开发区")),
            ("云岭壮族自治区“十五五”规划", Some("云岭壮族自治区")),
            ("中共青禾县委关于制定规划的建议", Some("中共青禾县委")),
            ("水利部等七部门关于推动冷链发展的实施意见", Some("水利部等七部门")),
            ("关于推进云岭市数据专区建设的指导意见", None),
            ("云岭大学“十四五”发展规划", Some("云岭大学")),
            ("中共青禾县委青禾县人民政府关于蓄水的意见", Some("中共青禾县委青禾县人民政府")),
            ("青禾县人民政府关于蓄水的意见", Some("青禾县")),
            ("云乡市“十五五”规划", Some("云乡市")),
            ("云岭市禾乡县“十五五”规划", Some("云岭市禾乡县")),
            ("青禾镇市场体系规划", Some("青禾镇")),
        ] {
            assert_eq!(of_title(Some(title), None).as_deref(), expected, "{title}");
        }
        assert_eq!(of_subject("关于青禾县2026年计划执行情况的报告").as_deref(), Some("青禾县"));
        assert_eq!(of_subject("关于加快推进青禾县5G产业发展的意见"), None);
        let notice = "云岭市水务局印发《关于推进蓄水的意见》的通知";
        assert_eq!(of_title(Some("关于推进蓄水的意见"), Some(notice)).as_deref(), Some("云岭市水务局"));
        let news = "近日，中共云岭省委、云岭省人民政府印发了《山货规划》，并发出通知";
        assert_eq!(of_news(news).as_deref(), Some("中共云岭省委、云岭省人民政府"));
    }
}
