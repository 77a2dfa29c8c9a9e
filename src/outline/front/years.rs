//! The years of a document: its period, its outlook, the year that it is for.
//!
//! A period is read where the document speaks of itself; a plan that it only cites (《…》, 根据…) lends it none.

use super::date;
use crate::{
    lexicon::{FRONT, SIGNS, TIME, years},
    outline::label,
    source,
};

/// The first and last year that `text` names for a plan: 2021—2025年, 第十四个五年, “十五五”.
pub(super) fn period(text: &str) -> Option<(i32, i32)> {
    span_of_years(text).or_else(|| numbered_plan(text)).or_else(|| span_of_republic(text))
}

/// The first and last year of the republic in `text`: 114—117年, 民国114年至117年.
fn span_of_republic(text: &str) -> Option<(i32, i32)> {
    let year = |count: &str| {
        let count = count.parse::<u32>().ok().filter(|count| years::OF_REPUBLIC.contains(count))?;
        Some(years::of_republic(count))
    };
    spans(text, 3).find_map(|(first, last, behind)| {
        let span = year(first)?..year(last)?;
        (span.start < span.end && behind.starts_with(|c| SIGNS.year.is(c))).then_some((span.start, span.end))
    })
}

/// Whether `text` counts its years by the republic: it names it with one (民國114年), or is written in traditional characters and has
/// a year of three digits (115年度, 114年底).
pub(super) fn counts_by_republic(text: &str) -> bool {
    let mut unnamed = false;
    let named = text.match_indices(|c| SIGNS.year.is(c)).any(|(at, year)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let count = text[before.len()..at].parse().is_ok_and(|count: u32| years::OF_REPUBLIC.contains(&count));
        let dates = || TIME.close.prefix(&text[at + year.len()..]).or(TIME.year_kind.prefix(&text[at..])).is_some();
        unnamed |= count && dates();
        count && TIME.republic.suffix(before.trim_end()).is_some()
    });
    named || unnamed && source::is_traditional(text)
}

/// The first and last year in `text`: 2021—2025年, （2021—2025）.
pub(super) fn span_of_years(text: &str) -> Option<(i32, i32)> {
    spans(text, 4).find_map(|(first, last, behind)| {
        let (first, last) = (first.parse::<i32>().ok()?, last.parse::<i32>().ok()?);
        let plausible = years::is_of_plans(first) && first < last && last - first <= 30;
        (plausible && behind.starts_with(|c| c == '）' || SIGNS.year.is(c))).then_some((first, last))
    })
}

/// What stands on both sides of each mark of a span in `text`, of so many bytes, with what follows: 2021年—|2025|年.
fn spans(text: &str, bytes: usize) -> impl Iterator<Item = (&str, &str, &str)> {
    text.match_indices(|c| SIGNS.span_mark.is(c) || SIGNS.dash_like.is(c)).filter_map(move |(at, dash)| {
        let before = text[..at].trim_end_matches(|c| "—-".contains(c) || SIGNS.year.is(c));
        let after = text[at + dash.len()..].trim_start_matches(['—', '-']);
        Some((before.get(before.len().checked_sub(bytes)?..)?, after.get(..bytes)?, after.get(bytes..)?))
    })
}

/// The first and last year of `text` where nothing else stands in its brackets: （2023—2025年）.
pub(super) fn only_years(text: &str) -> Option<(i32, i32)> {
    let of_years = |c: char| "（）".contains(c) || SIGNS.year.is(c) || SIGNS.span_mark.is(c);
    let words = text.contains(|c: char| c > '\u{3400}' && !of_years(c));
    span_of_years(text).filter(|_| !words)
}

/// The n-th five-year plan runs from 1951+5n to 1955+5n.
pub(super) fn numbered_plan(text: &str) -> Option<(i32, i32)> {
    let ordinal = FRONT.plan_count.split(text).and_then(|(before, _)| {
        let (_, count) = SIGNS.ordinal.rsplit(before)?;
        label::numeral(count).map(|(n, _)| n)
    });
    let quoted = || {
        text.match_indices('“').find_map(|(at, quote)| {
            let (inner, _) = text[at + quote.len()..].split_once('”')?;
            let (n, length) = label::numeral(SIGNS.five.strip_suffix(inner)?)?;
            (length + 3 == inner.len()).then_some(n)
        })
    };
    let n = ordinal.or_else(quoted).or_else(|| bare_plan(text)).filter(|n| (1..=40).contains(n))? as i32;
    Some((1951 + 5 * n, 1955 + 5 * n))
}

/// The number of a plan without quotation marks: 十二五规划, 十四五发展规划.
fn bare_plan(text: &str) -> Option<u32> {
    let at = text.match_indices(|c| SIGNS.five.is(c)).find(|&(at, five)| {
        let rest = &text[at + five.len()..];
        let named = rest.chars().take(8).collect::<String>();
        // Of 十五五 the last 五 ends the number.
        text[..at].ends_with(is_digit) && !rest.starts_with(is_digit) && FRONT.planning.is_in(&named)
    })?;
    let before = text[..at.0].trim_end_matches(is_digit);
    label::numeral(&text[before.len()..at.0]).map(|(n, _)| n)
}

fn is_digit(c: char) -> bool {
    label::numeral(c.encode_utf8(&mut [0; 4])).is_some()
}

/// The period that the text itself is for: stated (规划期为2021—2025年), or that of the five-year plan which it names
/// most often outside 《…》 and 根据….
pub(super) fn own_period<'a>(texts: impl Iterator<Item = &'a str>) -> Option<(i32, i32)> {
    let mut named: Vec<((i32, i32), usize)> = Vec::new();
    for text in texts {
        let own = uncited(text);
        if let Some((at, word)) = FRONT.own_period.find(&own)
            && let Some(stated) = period(&own[at + word.len()..])
        {
            return Some(stated);
        }
        for sentence in own.split('。') {
            if let Some(period) = numbered_plan(sentence) {
                match named.iter_mut().find(|(seen, _)| *seen == period) {
                    Some((_, times)) => *times += 1,
                    None => named.push((period, 1)),
                }
            }
        }
    }
    // Of equally frequent ones the later: the earlier is looked back on.
    named.into_iter().max_by_key(|&((first, _), times)| (times, first)).map(|(period, _)| period)
}

/// `text` without what stands in 《…》.
fn uncited(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| {
            match c {
                '《' => depth += 1,
                '》' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// The one year that `title` is for: 2026年工作要点. Neither the end of a period nor an outlook is one.
pub(super) fn titled(title: &str) -> Option<i32> {
    if span_of_years(title).is_some() {
        return None;
    }
    let outlook = horizon(title);
    date::years_at(title)
        .filter(|&(at, end, year)| {
            let due = title[..at].ends_with(|c| "—-〔".contains(c) || SIGNS.to.is(c) || SIGNS.up_to.is(c));
            // 2030年前碳达峰行动方案, unlike 2025年前三季度工作总结
            let by = FRONT.due_year.strip_prefix(&title[end..]).is_some_and(|rest| label::numeral(rest).is_none());
            let named = !by && title[end..].starts_with(|c| SIGNS.year.is(c) || FRONT.after_year.is(c));
            !due && named && Some(year) != outlook
        })
        .map(|(_, _, year)| year)
        .last()
}

/// The same in a document that counts by the republic: 114年度施政计画.
pub(super) fn titled_of_republic(title: &str) -> Option<i32> {
    title.match_indices(|c| SIGNS.year.is(c)).find_map(|(at, _)| {
        let before = title[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let count = title[before.len()..at].parse::<u32>().ok().filter(|count| years::OF_REPUBLIC.contains(count))?;
        Some(years::of_republic(count))
    })
}

/// The year of the 远景目标 that `text` names.
pub(super) fn horizon(text: &str) -> Option<i32> {
    let (before, _) = FRONT.outlook.split(text)?;
    date::years(before).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_from_years_and_from_the_number_of_the_plan() {
        for (text, expected) in [
            ("青禾县国民经济和社会发展第十四个五年规划纲要", Some((2021, 2025))),
            ("“十五五”应急体系规划", Some((2026, 2030))),
            ("云岭市\"十五五\"规划纲要", Some((2026, 2030))),
            ("青禾县十二五规划", Some((2011, 2015))),
            ("青禾县教育事业十四五发展规划", Some((2021, 2025))),
            ("培育行动方案（2025-2030年）", Some((2025, 2030))),
            ("第十个五年计划（2001—2005年）", Some((2001, 2005))),
            ("“五五”普法", Some((1976, 1980))),
            ("青禾县总体规划", None),
            ("青禾縣社會福利計畫（114年至117年）", Some((2025, 2028))),
            ("青禾县供水规划（110-300立方米）", None),
        ] {
            assert_eq!(period(text), expected, "{text}");
        }
        assert_eq!(horizon("第十四个五年规划和二〇三五年远景目标纲要"), Some(2035));
    }

    #[test]
    fn some_documents_count_by_the_republic() {
        for text in ["至民國114年，興建住宅", "青禾縣115年度施政計畫", "預計114年底完成興建"]
        {
            assert!(counts_by_republic(text), "{text}");
        }
        for text in ["民国三十八年", "历时114年", "青禾县115年度计划", "防洪標準達到100年一遇", "2114年底"]
        {
            assert!(!counts_by_republic(text), "{text}");
        }
    }

    #[test]
    fn a_cited_plan_lends_no_period() {
        let own = |texts: &[&str]| own_period(texts.iter().copied());
        assert_eq!(own(&["根据《青禾县“十四五”规划》制定。"]), None);
        assert_eq!(
            own(&["“十三五”时期成绩显著。", "“十四五”时期机遇难得。“十四五”期间建成三库。"]),
            Some((2021, 2025))
        );
        assert_eq!(own(&["衔接“十四五”规划。规划期为2023—2027年。"]), Some((2023, 2027)));
    }

    #[test]
    fn the_year_of_a_title_is_no_end_and_no_outlook() {
        for (title, expected) in [
            ("青禾县2027年工作要点", Some(2027)),
            ("2027政府工作报告", Some(2027)),
            ("关于2026年计划执行情况与2027年计划草案的报告", Some(2027)),
            ("第十四个五年规划和二〇三五年远景目标的建议", None),
            ("行动方案（2025—2027年）", None),
            ("到2030年实施方案", None),
            ("2030年前碳达峰行动方案", None),
            ("青禾县2027年底前消除黑臭水体实施方案", None),
            ("青禾县2027年前三季度工作总结", Some(2027)),
        ] {
            assert_eq!(titled(title), expected, "{title}");
        }
    }
}
