//! The noun behind a number: what is counted (新建8所[中小学]).

use crate::{
    lexicon::{CLAUSES, segment},
    quantity::{Dimension, Quantity},
};

/// The noun phrase at the head of `after`, the text from a number to the next one or the clause's end.
///
/// `unit` tells people and households, whose 的 leads to what becomes of them.
pub(crate) fn read(after: &str, unit: &str) -> String {
    let after = after.strip_prefix('的').unwrap_or(after);
    let after = until(after, &['，', '；', '。', '：', '（']);
    let phrase = list_head(after);
    let phrase = before_predicate(phrase);
    let phrase = behind_modifiers(phrase, matches!(unit, "户" | "人" | "名" | "人次" | "余户"));
    let phrase =
        phrase.trim_matches(['、', '等']).trim_end_matches("和").trim_end_matches("及").trim_end_matches("目标");
    let works = ["项目", "工程", "园区", "公园", "基地", "中心", "景区"];
    let phrase = phrase.strip_suffix("建设").filter(|p| works.iter().any(|noun| p.ends_with(noun))).unwrap_or(phrase);
    super::left::trimmed(phrase).to_owned()
}

/// `text` up to the first of `stops` outside quotation marks.
fn until<'a>(text: &'a str, stops: &[char]) -> &'a str {
    let (mut depth, mut bracket) = (0i32, false);
    for (at, c) in text.char_indices() {
        match c {
            // 700个乡镇（街道）消防站: a short bracket inside the name.
            '（' if at > 0 && is_inner_bracket(&text[at..]) => bracket = true,
            '）' if bracket => bracket = false,
            _ if bracket => {}
            '“' | '《' => depth += 1,
            '”' | '》' => depth -= 1,
            c if depth <= 0 && stops.contains(&c) => return &text[..at],
            _ => {}
        }
    }
    text
}

/// Whether the bracket that `text` opens with is short and the name goes on behind it.
fn is_inner_bracket(text: &str) -> bool {
    text.find('）').is_some_and(|close| {
        let behind = text[close + '）'.len_utf8()..].chars().next();
        text[..close].chars().count() <= 5 && behind.is_some_and(|c| !"，；。：、（）".contains(c))
    })
}

/// Up to 等, and up to the 、 that begins the next member unless a 的 behind it shows that the list modifies the noun.
fn list_head(text: &str) -> &str {
    let text = match text.find('等').filter(|&at| at > 3) {
        Some(at) if !text[at..].starts_with("等级") && !text[..at].ends_with(['高', '中', '初', '平']) => {
            &text[..at]
        }
        _ => text,
    };
    let text = text.strip_suffix('、').unwrap_or(text);
    match text.find('、') {
        Some(at) if begins_a_clause(&text[at + '、'.len_utf8()..]) => &text[..at],
        Some(at) if !text[at..].contains('的') && text[..at].chars().count() > 2 => &text[..at],
        _ => text,
    }
}

/// Whether what stands behind 、 tells more of the thing counted (53个奖项、比上次增长47%), and is no member of a list.
fn begins_a_clause(text: &str) -> bool {
    let words =
        ["比上", "较上", "比去年", "较去年", "占全", "占比", "同比", "增长", "总投资", "总面积", "总金额", "累计"];
    words.iter().any(|word| text.starts_with(word))
}

/// Up to what became of the counted thing (5个项目|顺利投产).
fn before_predicate(text: &str) -> &str {
    let whole = |at: usize, form: &str| segment::ends_word(text, at) && segment::ends_word(&text[at..], form.len());
    let mut places = text.char_indices().skip(2);
    let found = places.find(|&(at, _)| CLAUSES.predicate.prefix(&text[at..]).is_some_and(|form| whole(at, form)));
    match found {
        Some((at, _)) if !text[at..].contains('的') => &text[..at],
        _ => text,
    }
}

/// The noun behind its modifiers (优势明显的|产业集群); before 的 where a mere 任务 follows, or where people are meant.
fn behind_modifiers(text: &str, people: bool) -> &str {
    let Some(at) = text.rfind('的') else { return text };
    let noun = &text[at + '的'.len_utf8()..];
    let generic = ["任务", "工作", "目标", "建设", "改造", "规划", "设计"]
        .iter()
        .any(|word| noun.ends_with(word) && noun.chars().count() <= 4);
    let person = people && text[..at].chars().count() <= 4;
    match (generic || person || noun.chars().count() < 2, at) {
        (true, 1..) => &text[..at],
        _ => noun,
    }
}

/// Whether a counted noun stands behind the number, rather than a predicate or nothing.
pub(crate) fn follows(after: &str) -> bool {
    let Some(first) = after.chars().next() else { return false };
    // 15个以县城为载体的试点
    if after.starts_with('以') && !after.starts_with("以上") && until(after, &['，', '；', '。']).contains('的')
    {
        return true;
    }
    if "，。；：、）（！？”和及与并或且以等".contains(first) || after.starts_with("这条") || after.starts_with("这一")
    {
        return false;
    }
    let phrase = until(after, &['，', '；', '。', '、']);
    if phrase.find('的').is_some_and(|at| at > 0 && phrase[at..].chars().count() > 2) && !after.starts_with("达标") {
        return true;
    }
    let tail = ["达标", "大关", "台阶", "水平", "目标", "任务"];
    let predicate = CLAUSES.predicate.prefix(after).is_some_and(|form| segment::ends_word(after, form.len()));
    !predicate && !tail.iter().any(|word| after.starts_with(word))
}

/// 90%以上村庄[达到干净整洁村标准]: whether a noun stands behind the share and then what it reached.
pub(crate) fn is_told_of(after: &str) -> bool {
    let phrase = until(after, &['，', '；', '。', '、']);
    follows(after) && before_predicate(phrase).len() < phrase.len()
}

/// 发放5亿元[消费券]: a sum of what stands behind it, rather than a sum spent on something.
pub(crate) fn is_fund(quantity: &Quantity, after: &str) -> bool {
    let noun = until(after, &['，', '；', '。', '、']);
    let acts = CLAUSES.add.prefix(after).is_some() || after.starts_with("用于");
    quantity.dimension == Dimension::Money && !acts && CLAUSES.fund.suffix(noun).is_some()
}

/// 投资1.3亿元[实施管网改造工程]: what the money is for, named as its investment.
pub(crate) fn investment(after: &str) -> Option<String> {
    let verb =
        ["实施", "建设", "用于", "推进", "改造", "新建", "完成"].into_iter().find(|verb| after.starts_with(verb))?;
    let noun = until(after[verb.len()..].trim_start_matches('了'), &['，', '；', '。']);
    (!noun.is_empty()).then(|| format!("{noun}投资"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counted_noun_ends_where_its_story_begins() {
        for (after, unit, noun) in [
            ("街头小公园、", "个", "街头小公园"),
            ("小区等城区绿化工程", "个", "小区"),
            ("区位优势明显、支撑作用强大的现代商贸服务业集聚区", "个", "现代商贸服务业集聚区"),
            ("项目顺利投产", "个", "项目"),
            ("的社区办公用房", "%", "社区办公用房"),
            ("住户的出行条件将得到改善", "户", "住户"),
            ("草坪的种植任务", "株", "草坪"),
        ] {
            assert_eq!(read(after, unit), noun, "{after}");
        }
        assert!(follows("中小学") && !follows("、新增学位") && !follows("受益") && !follows(""));
    }
}
