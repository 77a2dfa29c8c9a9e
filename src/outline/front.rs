//! Front matter: title, issuer, period, dates; and what stands above the text of a page.

use super::{
    Front, date, issuer,
    label::{self, Mark},
    layout::Layout,
    line::{Line, Role},
};
use crate::source::marks::Meta;

/// What the titles of plans and reports end with.
const TITLE_ENDS: &[&str] = &["纲要", "规划", "方案", "计划", "报告", "意见", "要点", "建议", "决定", "办法"];

/// Lines that open a preface.
const PREFACES: &[&str] = &["前言", "序言", "序", "引言", "导言", "导语"];

/// What lines about the page start with.
const META: &[&str] = &[
    "发布日期",
    "发布时间",
    "发布于",
    "发表于",
    "发布机构",
    "发文机关",
    "发文字号",
    "成文日期",
    "公开日期",
    "来源",
    "稿源",
    "时间：",
    "日期：",
    "字号",
    "字体",
    "【字",
    "浏览",
    "阅读",
    "点击",
    "作者",
    "信息来源",
    "索引号",
    "主题分类",
    "分类",
    "原文链接",
    "检索",
    "访问",
    "文号",
    "有效性",
    "打印",
    "收藏",
    "下载",
    "分享",
    "当前位置",
    "您现在",
    "首页",
    "标题：",
    "编辑：",
    "http",
    "[http",
    "【",
    "】",
    "**",
];

/// Words by which a published date is named.
const PUBLISHED: &[&str] = &["发表于", "发布日期", "发布时间", "发布于", "公布日期", "公开日期", "公示时间"];

/// Words of a date that stand in for those.
const DATED: &[&str] = &["日期：", "时间："];

/// Words by which the date is named on which a document was signed; it stands in where none of publication is given.
const SIGNED: &[&str] = &["成文日期", "发文日期", "印发日期", "签发日期"];

/// Words that tell what was decided on a date.
const APPROVED: &[&str] = &["批准", "通过"];

/// Names of offices whose holder stands below a report's title.
const OFFICES: &[&str] = &["省长", "市长", "区长", "县长", "州长", "旗长", "盟长", "主席", "总理", "主任", "行政长官"];

/// Reads the front matter, and marks the lines it takes up and what stands above the text.
pub(super) fn read(lines: &mut [Line], layout: Layout, meta: &Meta) -> Front {
    let mut front = Front::default();
    let first_heading = first_heading(lines);
    let title = title(lines, first_heading);
    let (start, end) = match &title {
        Some(title) => (title.start, title.end),
        None => (0, 0),
    };
    let body = match title {
        // Nothing tells where the text starts.
        None if first_heading == lines.len() => 0,
        _ => body_start(lines, end, first_heading, layout),
    };
    front.title = title.map(|title| title.text).or_else(|| meta.title.as_deref().map(clean));
    let signed = read_dates(lines, body, &mut front);
    let said = || date::find(meta.published.as_deref()?).map(|(day, _)| day);
    front.published = front.published.take().or_else(said).or(signed);
    let numbers = || lines[..body].iter().filter(|line| line.is_short(120)).find_map(|line| number(line.text()));
    front.number = numbers().or_else(|| meta.number.clone());
    read_years(lines, body, &mut front);
    front.issuer = issuer::read(front.title.as_deref(), &lines[..body]).or_else(|| meta.issuer.clone());
    let notice = notice_start(lines, start);
    for (at, line) in lines.iter_mut().enumerate().take(body).filter(|(_, line)| line.role == Role::Body) {
        line.role = match at {
            _ if (start..end).contains(&at) => Role::Front,
            _ if at < start && at >= notice && is_notice_text(line) => Role::Body,
            _ if at < start => Role::Furniture,
            _ if PREFACES.contains(&line.text()) => Role::Front,
            _ if is_meta(line) => Role::Furniture,
            _ if line.ends_sentence() && !is_dated(line) => Role::Body,
            _ => Role::Front,
        };
    }
    front
}

/// The first line that is a numbered heading of the body.
fn first_heading(lines: &[Line]) -> usize {
    let opens = |line: &Line| {
        line.role == Role::Body
            && label::read(line.text()).is_some_and(|l| {
                l.number == 1 && matches!(l.mark, Mark::Part | Mark::Chapter | Mark::Section | Mark::Chinese)
            })
    };
    lines.iter().position(opens).unwrap_or_else(|| {
        // Without numbers, the second Markdown heading: the first is the title.
        let mut hashed = (0..lines.len()).filter(|&at| lines[at].hashes > 0 && lines[at].role == Role::Body);
        hashed.nth(1).unwrap_or(lines.len())
    })
}

struct Title {
    text: String,
    start: usize,
    end: usize,
}

/// The title: the last line above the first heading that reads as one, joined with the lines it began on.
fn title(lines: &[Line], first_heading: usize) -> Option<Title> {
    let until = if first_heading == lines.len() { first_heading.min(20) } else { first_heading };
    // A preface follows its title.
    let preface = lines[..until].iter().rposition(|l| PREFACES.contains(&l.text()) && l.role == Role::Body);
    let plain = |at: &usize| lines[*at].role == Role::Body && is_title(&lines[*at]);
    let found = preface.and_then(|preface| (0..preface).rev().find(plain)).or_else(|| (0..until).rev().find(plain));
    let Some(at) = found else { return broken_title(lines, until).or_else(|| glued_title(lines, until)) };
    let mut start = at;
    let mut text = clean(lines[at].text());
    while let Some(above) = start.checked_sub(1).map(|above| &lines[above]) {
        if above.role != Role::Body || !continues(above, &text) {
            break;
        }
        start -= 1;
        text.insert_str(0, &clean(above.text()));
    }
    Some(Title { text, start, end: at + 1 })
}

/// Whether `line` reads as the title of a plan or report.
fn is_title(line: &Line) -> bool {
    let text = line.text();
    let bare = without_brackets(text);
    line.is_short(70)
        && bare.chars().count() >= 4
        && TITLE_ENDS.iter().any(|end| bare.ends_with(end))
        && !text.contains(['。', '；', '：', '|', '>'])
        && !text.starts_with(['《', '·', '-'])
        && !text.ends_with("通知")
        && date::find(text).is_none()
        && label::read(text).is_none_or(|l| l.mark == Mark::Dotted)
        && !is_meta(line)
}

/// `text` without brackets at its end: （2021—2025年）, （草案）.
fn without_brackets(text: &str) -> &str {
    let mut bare = text;
    while let Some((before, _)) = bare.strip_suffix('）').and_then(|inner| inner.rsplit_once('（')) {
        bare = before;
    }
    bare
}

/// Whether a title that so far reads `below` began on the line `above`.
fn continues(above: &Line, below: &str) -> bool {
    let text = above.text();
    let title_end = TITLE_ENDS.iter().any(|end| without_brackets(text).ends_with(end));
    if !above.is_short(40) || title_end || text.contains(['。', '；', '：', '，', '[', '|', '>']) || is_meta(above)
    {
        return false;
    }
    let place = issuer::is_place(text) && !issuer::opens_with_place(below);
    let middle = ["国民经济", "社会发展", "五年", "年远景"].iter().any(|part| text.contains(part));
    place || (middle && !below.contains("国民经济"))
}

/// A title that a line break inside a word has cut in two.
fn broken_title(lines: &[Line], until: usize) -> Option<Title> {
    lines[..until.min(20)].windows(2).enumerate().find_map(|(start, pair)| {
        let text = clean(pair[0].text()) + &clean(pair[1].text());
        let adjoining = pair[1].gap == 0 && pair.iter().all(|line| line.role == Role::Body && line.is_short(40));
        let titled =
            adjoining && TITLE_ENDS.iter().any(|end| text.ends_with(end)) && !text.contains(['。', '：', '；']);
        (titled && !pair[1].ends_sentence()).then_some(Title { text, start, end: start + 2 })
    })
}

/// A title that the text is glued to: `云岭市国民经济和社会发展第十一个五年规划纲要根据…`.
fn glued_title(lines: &[Line], until: usize) -> Option<Title> {
    lines[..until.min(20)].iter().enumerate().find_map(|(at, line)| {
        let text = line.text();
        let begin = text.find("国民经济和社会发展").filter(|&begin| begin < 60)?;
        let end = ["远景目标纲要", "规划纲要", "计划纲要"].iter().find_map(|end| {
            text[begin..].find(end).filter(|&found| found < 120).map(|found| begin + found + end.len())
        })?;
        let quoted = text[..begin].contains('《');
        (!quoted).then(|| Title { text: clean(&text[..end]), start: at, end: at })
    })
}

/// The title as it is printed: no white space, one zero.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first line of text below a title that ends before line `end`.
fn body_start(lines: &[Line], end: usize, first_heading: usize, layout: Layout) -> usize {
    let preface = (end..first_heading).find(|&at| PREFACES.contains(&lines[at].text()) && lines[at].role == Role::Body);
    if let Some(preface) = preface {
        return preface + 1;
    }
    let is_text = |at: &usize| {
        let line = &lines[*at];
        let long = !line.is_short(30) || line.text().ends_with('：') || layout.is_full(line);
        line.role == Role::Body
            && !is_meta(line)
            && !is_dated(line)
            && long
            && (line.ends_sentence() || !line.is_short(60) || layout.is_full(line))
    };
    (end..first_heading).find(is_text).unwrap_or(first_heading)
}

/// Whether `line` is about the page: where, when and by whom it was posted.
fn is_meta(line: &Line) -> bool {
    line.is_short(120) && META.iter().any(|start| line.text().starts_with(start))
}

/// Whether `line` tells the day on which the document was approved, delivered or signed.
fn is_dated(line: &Line) -> bool {
    let text = line.text();
    line.is_short(60)
        && date::find(text).is_some_and(|(_, end)| {
            text.len() - end < 4 || APPROVED.iter().any(|word| text.contains(word)) || is_delivery(text)
        })
}

/// Whether `text` tells where a report was delivered: 2026年1月14日在云岭省第十届人民代表大会第四次会议上.
fn is_delivery(text: &str) -> bool {
    text.contains("会议上") || (text.contains("日在") && (text.contains("大会") || text.contains("人民代表大")))
}

fn is_notice_text(line: &Line) -> bool {
    !is_meta(line) && (line.ends_sentence() || !line.is_short(30)) && !is_dated(line)
}

/// Where a notice above the plan starts; `start` where there is none.
fn notice_start(lines: &[Line], start: usize) -> usize {
    let above = &lines[..start];
    let sends = |line: &&Line| {
        ["印发", "现将", "公布"].iter().any(|word| line.text().contains(word)) && line.text().contains('。')
    };
    if !above.iter().any(|line| sends(&line)) {
        return start;
    }
    above.iter().position(|line| line.role == Role::Body && is_notice_text(line)).unwrap_or(start)
}

/// Reads when the document was published and approved; the day it was signed is returned.
fn read_dates(lines: &[Line], body: usize, front: &mut Front) -> Option<String> {
    let report = front.title.as_deref().is_some_and(|title| title.ends_with("工作报告"));
    let tail = lines.len().saturating_sub(12).max(body);
    let mut signed = None;
    for (at, line) in lines.iter().enumerate() {
        if (at >= body && at < tail) || !line.is_short(120) {
            continue;
        }
        let Some((day, end)) = date::find(line.text()) else { continue };
        let text = line.text();
        // `2026-01-22 09:34 来源：…`
        let posted =
            text.starts_with(|c: char| c.is_ascii_digit()) && (text.contains("来源：") || text.contains("稿源："));
        // A line may name several dates, each by its word.
        let named = |words: &[&str]| {
            let at = words.iter().filter_map(|word| text.find(word).map(|at| at + word.len())).min()?;
            date::find(&text[at..]).map(|(day, _)| day)
        };
        let signs = named(SIGNED);
        let publishes = named(PUBLISHED).or_else(|| signs.is_none().then(|| named(DATED)).flatten());
        if signs.is_some() || publishes.is_some() {
            signed = signed.or(signs);
            front.published = front.published.take().or(publishes);
        } else if posted {
            front.published.get_or_insert(day);
        } else if at < body && (APPROVED.iter().any(|w| text.contains(w)) || (report && is_delivery(text))) {
            front.approved.get_or_insert(day);
        } else if at < body && text.len() == end && text.len() < 24 {
            signed.get_or_insert(day);
        }
    }
    signed
}

fn read_years(lines: &[Line], body: usize, front: &mut Front) {
    let Some(title) = front.title.clone() else { return };
    if title.contains("工作报告") {
        let delivered = front.approved.as_deref().or(front.published.as_deref());
        front.report_year = date::year(&title).or_else(|| delivered.and_then(|day| day.get(..4)?.parse().ok()));
        return;
    }
    let head =
        || lines.iter().take(body + 3).map(Line::text).filter(|text| text.contains("规划") || text.contains('年'));
    front.period = period(&title)
        .or_else(|| head().find_map(span_of_years))
        .or_else(|| lines.iter().filter(|l| l.role == Role::Body).take(60).find_map(|line| period(line.text())));
    front.horizon = horizon(&title).or_else(|| head().find_map(horizon));
}

/// The first and last year that `text` names for a plan: 2021—2025年, 第十四个五年, “十五五”.
pub(super) fn period(text: &str) -> Option<(i32, i32)> {
    span_of_years(text).or_else(|| numbered_plan(text))
}

fn span_of_years(text: &str) -> Option<(i32, i32)> {
    text.match_indices(['—', '-', '－', '–', '至', '～', '~']).find_map(|(at, dash)| {
        let before = text[..at].trim_end_matches(['—', '-', '年']);
        let first = before.get(before.len().checked_sub(4)?..)?.parse::<i32>().ok()?;
        let after = text[at + dash.len()..].trim_start_matches(['—', '-']);
        let last = after.get(..4)?.parse::<i32>().ok()?;
        let plausible = (1949..2200).contains(&first) && first < last && last - first <= 30;
        (plausible && after[4..].starts_with(['年', '）'])).then_some((first, last))
    })
}

/// The n-th five-year plan runs from 1951+5n to 1955+5n.
fn numbered_plan(text: &str) -> Option<(i32, i32)> {
    let ordinal = text.find("个五年").and_then(|at| {
        let open = text[..at].rfind('第')?;
        label::numeral(&text[open + 3..at]).map(|(n, _)| n)
    });
    let quoted = || {
        text.match_indices('“').find_map(|(at, quote)| {
            let (inner, _) = text[at + quote.len()..].split_once('”')?;
            let (n, length) = label::numeral(inner.strip_suffix('五')?)?;
            (length + 3 == inner.len()).then_some(n)
        })
    };
    let bare = || {
        let at = text.find("五规划")?;
        let open = text[..at]
            .rfind(|c: char| label::numeral(c.encode_utf8(&mut [0; 4])).is_none())
            .map_or(0, |p| p + text[p..].chars().next().map_or(0, char::len_utf8));
        label::numeral(&text[open..at]).map(|(n, _)| n)
    };
    let n = ordinal.or_else(quoted).or_else(bare).filter(|n| (1..=40).contains(n))? as i32;
    Some((1951 + 5 * n, 1955 + 5 * n))
}

/// The number of a document that `text` names: 青政发〔2021〕3号.
fn number(text: &str) -> Option<String> {
    text.match_indices('号').find_map(|(end, sign)| {
        let before = text[..end].trim_end_matches(|c: char| c.is_ascii_digit());
        let bracketed = before.strip_suffix(['〕', ']', '］', '】'])?;
        let year = bracketed.get(bracketed.len().checked_sub(4)?..)?;
        let office = bracketed[..bracketed.len() - 4].strip_suffix(['〔', '[', '［', '【'])?;
        let letters = |c: char| (0x4E00..0xA000).contains(&(c as u32));
        let start = office.len() - office.chars().rev().take_while(|&c| letters(c)).map(char::len_utf8).sum::<usize>();
        let digits = before.len() < end && year.bytes().all(|b| b.is_ascii_digit());
        (digits && start < office.len()).then(|| text[start..end + sign.len()].to_owned())
    })
}

/// The year of the 远景目标 that `text` names.
fn horizon(text: &str) -> Option<i32> {
    let at = text.find("年远景目标")?;
    date::years(&text[..at]).last()
}

/// Whether `line` names the holder of an office, as below a report's title.
pub(super) fn is_office_holder(line: &Line) -> bool {
    line.is_short(30) && !line.ends_sentence() && OFFICES.iter().any(|office| line.text().contains(office))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_from_years_and_from_the_number_of_the_plan() {
        for (text, expected) in [
            ("青禾县国民经济和社会发展第十四个五年规划纲要", Some((2021, 2025))),
            ("“十五五”应急体系规划", Some((2026, 2030))),
            ("青禾县十二五规划", Some((2011, 2015))),
            ("培育行动方案（2025-2030年）", Some((2025, 2030))),
            ("第十个五年计划（2001—2005年）", Some((2001, 2005))),
            ("“五五”普法", Some((1976, 1980))),
            ("青禾县总体规划", None),
        ] {
            assert_eq!(period(text), expected, "{text}");
        }
        assert_eq!(number("文号：青政发〔2021〕3号"), Some("青政发〔2021〕3号".into()));
        assert_eq!(number("3号楼，〔2021〕3号，第〔21〕3号"), None);
        assert_eq!(horizon("第十四个五年规划和二〇三五年远景目标纲要"), Some(2035));
    }
}
