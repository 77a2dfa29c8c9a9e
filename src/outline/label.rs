//! The numbers that headings and items open with: 第三章, 二、, （三）, 4., 1.2, （5）.

use crate::lexicon::{
    HEADINGS, SIGNS,
    numerals::{Numerals, Sign, ordinal},
};

/// The kinds of number, from the top of a document down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mark {
    /// The title of a further document in the same file.
    Title,
    /// 附件1.
    Annex,
    /// 第一篇, 第一部分.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条, where articles have titles.
    Article,
    /// 【总体目标】, where no number stands above it.
    Framed,
    /// A part of a work report without number: 2025年工作回顾.
    Bare,
    /// 任务一：, where no 一、 stands above it.
    Task,
    /// 一、
    Chinese,
    /// 任务一：, below 一、
    SubTask,
    /// （一）
    ChineseParen,
    /// 1.
    Arabic,
    /// 1.1
    Dotted,
    /// 1.1.1
    Deep,
    /// （1）
    ArabicParen,
    /// A dated goal without number: 2035年目标.
    Goal,
    /// A Markdown heading without number, by its depth.
    Hash(usize),
}

/// The number a text opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its kind.
    pub(super) mark: Mark,
    /// Its value; of `2.3` the 3.
    pub(super) number: u32,
    /// The number above it: of `2.3` the 2.
    pub(super) major: u32,
    /// Bytes of the text it takes up.
    pub(super) end: usize,
}

/// Reads the number that `text`, clean text without white space, opens with.
pub(super) fn read(text: &str) -> Option<Label> {
    match text.chars().next()? {
        c if SIGNS.ordinal.is(c) => division(text),
        '（' => bracketed(text),
        c if c.is_ascii_digit() => arabic(text),
        _ if HEADINGS.annex.prefix(text).is_some() => annex(text),
        _ => {
            let (number, length) = numeral(text)?;
            let mark = text[length..].chars().next()?;
            let label = |end| Some(Label { mark: Mark::Chinese, number, major: 0, end });
            match mark {
                '、' | '．' | '.' => label(length + mark.len_utf8()),
                _ => None,
            }
        }
    }
}

fn division(text: &str) -> Option<Label> {
    let rest = SIGNS.ordinal.strip_prefix(text)?;
    let (number, length) = numeral(rest).or_else(|| digits(rest))?;
    let unit = &rest[length..];
    let divisions = [
        (&HEADINGS.division_part, Mark::Part),
        (&HEADINGS.division_chapter, Mark::Chapter),
        (&HEADINGS.division_section, Mark::Section),
    ];
    let (word, mark) = divisions.iter().find_map(|(words, mark)| Some((words.prefix(unit)?, *mark)))?;
    Some(Label { mark, number, major: 0, end: 3 + length + word.len() })
}

/// 附件1, 附件二, 附件 alone.
fn annex(text: &str) -> Option<Label> {
    let rest = HEADINGS.annex.strip_prefix(text)?;
    let word = text.len() - rest.len();
    let label = |number, end| Some(Label { mark: Mark::Annex, number, major: 0, end });
    match digits(rest).or_else(|| numeral(rest)) {
        Some((number, length)) if !goes_on(&rest[length..]) => label(number, word + length),
        None if rest.is_empty() => label(1, word),
        _ => None,
    }
}

/// Whether the number of an annex goes on in `rest`, or another follows: 附件1-2, 附件1和2.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(['-', '—', '、', '.']) || HEADINGS.article_goes_on.prefix(rest).is_some()
}

fn bracketed(text: &str) -> Option<Label> {
    let rest = &text['（'.len_utf8()..];
    let (mark, (number, length)) = match numeral(rest) {
        Some(found) => (Mark::ChineseParen, found),
        None => (Mark::ArabicParen, digits(rest)?),
    };
    let behind = rest[length..].strip_prefix('）')?;
    // （一）、总体目标; but （一）、（二） are spoken of.
    let stop = behind.strip_prefix('、').filter(|title| !title.starts_with('（')).map_or(0, |_| '、'.len_utf8());
    Some(Label { mark, number, major: 0, end: 3 + length + 3 + stop })
}

fn arabic(text: &str) -> Option<Label> {
    let (major, length) = digits(text).filter(|&(_, length)| length <= 3)?;
    let rest = &text[length..];
    let delimiter = rest.chars().next()?;
    let after = &rest[delimiter.len_utf8()..];
    let label = |mark, number, above, end| Some(Label { mark, number, major: above, end });
    match delimiter {
        '.' => match digits(after) {
            None => label(Mark::Arabic, major, 0, length + 1),
            Some((second, more)) if more <= 2 => {
                let tail = &after[more..];
                if let Some((third, length)) = third(tail) {
                    return label(Mark::Deep, third, second, text.len() - tail.len() + length);
                }
                let counts = HEADINGS.counted.prefix(tail).is_some();
                let first = tail.chars().next()?;
                let counts = counts || first.is_ascii() || "—～％、，。）".contains(first);
                if counts { None } else { label(Mark::Dotted, second, major, length + 1 + more) }
            }
            Some(_) => None,
        },
        '、' if !after.starts_with(|c: char| c.is_ascii_digit()) => label(Mark::Arabic, major, 0, length + 3),
        '）' => label(Mark::ArabicParen, major, 0, length + 3),
        _ => None,
    }
}

/// The third number of 1.2.3 behind its second, with a title behind it, and the bytes of it and its stop.
fn third(tail: &str) -> Option<(u32, usize)> {
    let rest = tail.strip_prefix('.')?;
    let (number, length) = digits(rest).filter(|&(_, length)| length <= 2)?;
    let behind = &rest[length..];
    let titled = behind.starts_with(|c: char| c >= '\u{3400}') && HEADINGS.dated.prefix(behind).is_none();
    titled.then_some((number, 1 + length))
}

/// The number of a task (任务12：, 任务三.).
pub(super) fn task(text: &str) -> Option<Label> {
    let rest = HEADINGS.numbered_task.strip_prefix(text)?;
    let (number, length) = numeral(rest).or_else(|| digits(rest))?;
    let mark = rest[length..].chars().next().filter(|c| matches!(c, '：' | '.' | '、'))?;
    Some(Label { mark: Mark::Task, number, major: 0, end: text.len() - rest.len() + length + mark.len_utf8() })
}

/// Whether `text` opens with the number of a task, whatever stands behind it: 行动一.
pub(super) fn opens_task(text: &str) -> bool {
    HEADINGS.numbered_task.strip_prefix(text).is_some_and(|rest| numeral(rest).or_else(|| digits(rest)).is_some())
}

/// A Chinese numeral below one thousand at the start of `text`, and its bytes.
pub(super) fn numeral(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length) = (0, None, 0);
    for c in text.chars().take(7).take_while(|c| !c.is_ascii()) {
        match (ordinal(c), Numerals::get().glyph(c).map(|glyph| glyph.sign)) {
            // Digits in a row (二〇) are read by place.
            (Some(value), _) => digit = Some(digit.map_or(0, |d: u32| d * 10) + u32::from(value)),
            (_, Some(Sign::Times(places @ 1..=2))) => total += digit.take().unwrap_or(1) * 10u32.pow(places),
            _ => break,
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (total + digit.unwrap_or(0), length))
}

/// Most digits of a number that counts headings.
const LONGEST: usize = 6;

/// ASCII digits at the start of `text`, and their bytes; none where they are more than count anything.
pub(super) fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..length).filter(|_| length <= LONGEST)?.parse().ok()?;
    Some((number, length))
}

/// Whether a number that is no year and no name in quotes stands in `title`: then it states something.
pub(super) fn counts(title: &str) -> bool {
    let mut quoted = 0;
    let mut digits = false;
    for c in title.chars() {
        match c {
            '“' | '《' | '「' => quoted += 1,
            '”' | '》' | '」' => quoted -= 1,
            _ => {}
        }
        if digits && !c.is_ascii_digit() && !SIGNS.year.is(c) && quoted <= 0 {
            return true;
        }
        digits = c.is_ascii_digit() && quoted <= 0;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings_are_read_and_numbers_of_prose_are_not() {
        for (text, expected) in [
            ("第十三章强化", Some((Mark::Chapter, 13, "第十三章"))),
            ("第一百二十篇", Some((Mark::Part, 120, "第一百二十篇"))),
            ("第2节目标", Some((Mark::Section, 2, "第2节"))),
            ("第三部分任务", Some((Mark::Part, 3, "第三部分"))),
            ("二十一、保障", Some((Mark::Chinese, 21, "二十一、"))),
            ("（十）组织", Some((Mark::ChineseParen, 10, "（十）"))),
            ("（12）组织", Some((Mark::ArabicParen, 12, "（12）"))),
            ("（一）、加快", Some((Mark::ChineseParen, 1, "（一）、"))),
            ("（一）、（二）项", Some((Mark::ChineseParen, 1, "（一）"))),
            ("3.加快", Some((Mark::Arabic, 3, "3."))),
            ("12、加快", Some((Mark::Arabic, 12, "12、"))),
            ("2.13激活", Some((Mark::Dotted, 13, "2.13"))),
            ("1.2.3数字政府", Some((Mark::Deep, 3, "1.2.3"))),
            ("1.2.3版", None),
            ("12.2.2025年", None),
            ("1.5万亿元", None),
            ("2.8%左右", None),
            ("2.8以上", None),
            ("3.1以科技", Some((Mark::Dotted, 1, "3.1"))),
            ("附件2任务", Some((Mark::Annex, 2, "附件2"))),
            ("第贰章保障", Some((Mark::Chapter, 2, "第贰章"))),
            ("附件1-2", None),
            ("第一次全国", None),
            ("第4294967295章目标", None),
            ("一是加快", None),
            ("2025年", None),
            ("", None),
        ] {
            let found = read(text);
            let found = found.as_ref().map(|l| (l.mark, l.number, &text[..l.end]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
