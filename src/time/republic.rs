//! Years of the republic: 民国114年; in documents that count by them 114年, 114—117年 too.

use crate::{
    lexicon::{
        TIME,
        numerals::{self, below_hundred},
        signs, years,
    },
    span::Span,
};

use super::{
    model::{TimeMention, TimeRole},
    year::{part_and_tail, range_sign, tail},
};

/// 民国38年, 中华民国一百一十四年, 民国114至117年.
pub(super) fn named(text: &str, at: usize) -> Option<TimeMention> {
    let word = TIME.republic.prefix(&text[at..])?;
    let (first, len) = count(&text[at + word.len()..])?;
    read(text, at, first, at + word.len() + len)
}

/// 114年, 114—117年.
pub(super) fn bare(text: &str, at: usize) -> Option<TimeMention> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let len = digits(&text[at..]);
    let first: u32 = text[at..at + len].parse().ok().filter(|first| years::OF_REPUBLIC.contains(first))?;
    let inside = text[..at].ends_with(|c: char| {
        c.is_ascii_alphanumeric() || numerals::is_common(c) || signs::ordinal(c) || ".,-/".contains(c)
    });
    (!inside).then(|| read(text, at, first, at + len)).flatten()
}

/// The year `first`, whose number ends at `end`, or the years from it on.
fn read(text: &str, at: usize, first: u32, end: usize) -> Option<TimeMention> {
    let behind = text[end..].strip_prefix(signs::year);
    let last = || {
        let rest = behind.unwrap_or(&text[end..]);
        let rest = &rest[range_sign(rest)?..];
        let rest = TIME.republic.strip_prefix(rest).unwrap_or(rest);
        let (last, len) = count(rest).filter(|&(last, _)| last > first)?;
        Some((last, rest[len..].strip_prefix(signs::year)?))
    };
    let (year, closed) = (years::of_republic(first), |rest: &str| text.len() - rest.len());
    if let Some((last, rest)) = last() {
        let span = Span::new(at, closed(rest));
        let mut mention = TimeMention::new(span, TimeRole::During, Some(year), Some(years::of_republic(last)));
        mention.period = true;
        mention.span.end = tail(text, span.end, &mut mention);
        return Some(mention);
    }
    let end = closed(behind?);
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(year), Some(year));
    part_and_tail(text, end, &mut mention);
    Some(mention)
}

/// The number of a year that `text` begins with (38, 三十八, 一百一十四), and its bytes.
fn count(text: &str) -> Option<(u32, usize)> {
    let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        let count = text[..ascii].parse().ok().filter(|count| (1..=*years::OF_REPUBLIC.end()).contains(count));
        return count.map(|count| (count, ascii));
    }
    let mut chars = text.chars();
    let hundred =
        chars.next().and_then(numerals::digit) == Some(1) && chars.next().and_then(numerals::power) == Some(2);
    if !hundred {
        return below_hundred(text).filter(|&(count, _)| count > 0);
    }
    let rest = chars.as_str();
    let ones = rest.strip_prefix(|c| numerals::digit(c) == Some(0)).unwrap_or(rest);
    let (count, len) = below_hundred(ones).unwrap_or((0, 0));
    Some((100 + count, text.len() - ones.len() + len))
}

#[cfg(test)]
mod tests {
    use super::super::{Frame, scan, scan_all};

    fn read(text: &str, republic: bool) -> Option<(String, i32, i32, Option<u32>)> {
        let found = scan(text, Frame { republic, ..Frame::default() });
        let [time] = &found[..] else { return None };
        Some((time.span.of(text).to_owned(), time.start?, time.end?, time.month))
    }

    #[test]
    fn years_of_the_republic_are_read_where_they_are_named() {
        for (text, words, first, last, month) in [
            ("至民国114年，新建", "至民国114年", 2025, 2025, None),
            ("到中华民国一百一十五年底前完成", "到中华民国一百一十五年底前", 2026, 2026, None),
            ("民国114年6月完成", "民国114年6月", 2025, 2025, Some(6)),
            ("民国114年至117年实施", "民国114年至117年", 2025, 2028, None),
            ("民国三十八年", "民国三十八年", 1949, 1949, None),
        ] {
            assert_eq!(read(text, false), Some((words.into(), first, last, month)), "{text}");
        }
        assert_eq!(read("至115年底，完成", false), None);
        assert_eq!(scan_all("民国三十八年", Frame::default())[0].start, Some(1949));
    }

    #[test]
    fn documents_of_the_republic_count_by_them() {
        for (text, words, first, last) in [
            ("至115年底，完成", "至115年底", 2026, 2026),
            ("114—117年新建", "114—117年", 2025, 2028),
            ("114年度编列", "114年度", 2025, 2025),
        ] {
            assert_eq!(read(text, true), Some((words.into(), first, last, None)), "{text}");
        }
        for text in ["历时50年", "达300年", "第115年", "1.115年", "115人"] {
            assert_eq!(read(text, true), None, "{text}");
        }
    }
}
