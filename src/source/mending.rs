//! Numbers that spaces or the wrong comma have parted: `1 200`, `1，500`, `1 2 0 0`, `80 0亿元`, `202 5年`, `6. 5%`.
//!
//! Works on the characters of a view before they are read; what is mended becomes one run of digits with its signs.

use crate::{
    lexicon::{QUANTITY, numerals, signs, years},
    span::Span,
};

/// The white space before a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    /// One space.
    Space,
    /// More space within a line.
    Wide,
    /// A line break, or the end of a piece.
    Break,
}

impl Gap {
    /// Whether it is space within a line.
    pub(super) fn is_space(self) -> bool {
        matches!(self, Gap::Space | Gap::Wide)
    }
}

/// A character, folded, with its place and the white space before it.
pub(super) type Raw = (char, Span, Gap);

/// Mends every number of `raw`.
pub(super) fn mend(raw: &mut [Raw]) {
    let mut at = 0;
    while at < raw.len() {
        let end = token(raw, at);
        if end == at {
            zero(raw, at);
            at += 1;
            continue;
        }
        let mended = grouped(raw, at, end)
            .or_else(|| spelled(raw, at, end))
            .or_else(|| torn(raw, at, end))
            .or_else(|| decimal(raw, at, end));
        if let Some((last, comma)) = mended {
            for character in &mut raw[at + 1..=last] {
                character.2 = Gap::None;
                if comma && character.0 == '，' {
                    character.0 = ',';
                }
            }
        }
        at = mended.map_or(end, |(last, _)| last + 1);
    }
}

/// Where the digits that start at `at` end, spaces parting them.
fn token(raw: &[Raw], at: usize) -> usize {
    let goes_on = |i: usize| i == at || !raw[i].2.is_space();
    (at..raw.len()).find(|&i| !raw[i].0.is_ascii_digit() || !goes_on(i)).unwrap_or(raw.len())
}

/// A letter O between Chinese digits is a zero: 二O二三.
fn zero(raw: &mut [Raw], at: usize) {
    let chinese = |i: Option<usize>| {
        let c = i.and_then(|i| raw.get(i)).map(|&(c, ..)| c);
        c.is_some_and(|c| !c.is_ascii() && numerals::digit(c).is_some())
    };
    if matches!(raw[at].0, 'O' | 'o') && chinese(at.checked_sub(1)) && chinese(Some(at + 1)) {
        raw[at].0 = '〇';
    }
}

/// Thousands behind a space or a full-width comma: where the last group ends, and whether commas part them.
fn grouped(raw: &[Raw], at: usize, end: usize) -> Option<(usize, bool)> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | '，' | ',' | '-' | '—');
    let before = at.checked_sub(1).map(|i| raw[i].0);
    let joined = is_upper(raw, at);
    let comma = raw.get(end).is_some_and(|&(c, _, gap)| c == '，' && gap == Gap::None);
    // 脱贫，|1 862名: a comma behind a word parts no thousands.
    let behind_word = !comma && before == Some('，') && at > 1 && raw[at - 2].0.is_alphabetic();
    if end - at > 3 || raw[at].0 == '0' || !joined && !behind_word && before.is_none_or(inside) {
        return None;
    }
    let last = groups(raw, end, comma);
    let parted = last > end && counts_on(raw, at, last);
    let stop = if is_closed(raw, last) { Some(last) } else { upper_end(raw, last).filter(|_| !comma) };
    stop.filter(|_| parted).map(|stop| (stop - 1, comma))
}

/// Whether a dash joins the number at `at` to one before it: 42，500万---45，000万吨, 面积800—1 200平方米.
fn is_upper(raw: &[Raw], at: usize) -> bool {
    let dashes = raw[..at].iter().rev().take_while(|r| is_dash(r.0)).count();
    let lower = &raw[..at - dashes];
    let digits = lower.iter().rev().take_while(|r| r.0.is_ascii_digit()).count();
    let measured = lower.last().is_some_and(|r| is_measure(r.0));
    dashes > 0 && (measured || (1..=3).contains(&digits) && is_led(raw, lower.len() - digits))
}

/// 1 200—1 500平方米: where the second end of a range stops whose first, in groups as well, ends before the dash at `last`.
fn upper_end(raw: &[Raw], last: usize) -> Option<usize> {
    let dashes = raw[last..].iter().take_while(|&&(c, _, gap)| is_dash(c) && !gap.is_space()).count();
    let start = last + dashes;
    let end = token(raw, start);
    let stop = groups(raw, end, false);
    let large = if end - start <= 3 { stop > end } else { stop == end };
    (dashes > 0 && large && is_closed(raw, stop) && counts_on(raw, start, stop)).then_some(stop)
}

/// Where the groups of three digits behind `end`, each parted from what stands before it, end.
fn groups(raw: &[Raw], end: usize, comma: bool) -> usize {
    let mut last = end;
    loop {
        let start = last + usize::from(comma);
        let sign = !comma || raw.get(last).is_some_and(|&(c, _, gap)| c == '，' && gap == Gap::None);
        let parted = raw.get(start).is_some_and(|&(.., gap)| gap == if comma { Gap::None } else { Gap::Space });
        if !(sign && parted) || token(raw, start) != start + 3 {
            return last;
        }
        last = start + 3;
    }
}

/// Whether what stands at `last` goes on from the number that begins at `at`: no space parts them, or one before as well.
fn counts_on(raw: &[Raw], at: usize, last: usize) -> bool {
    let next = raw.get(last).copied();
    next.is_some_and(|(c, _, gap)| !gap.is_space() || raw[at].2 == Gap::None && c.is_alphanumeric())
}

/// Whether what stands at `last` closes a number: a point, what it counts.
fn is_closed(raw: &[Raw], last: usize) -> bool {
    raw.get(last).is_some_and(|&(c, ..)| matches!(c, '.' | '．' | '%') || c.is_alphabetic())
}

/// Whether `c` is a dash that may join two numbers.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '―' | '－' | '~' | '～' | '─' | '−')
}

/// Digits that stand one by one, as in letter-spaced text: where the last ends.
fn spelled(raw: &[Raw], at: usize, end: usize) -> Option<(usize, bool)> {
    const FEWEST: usize = 3;
    if end - at != 1 || at == 0 || raw[at - 1].0.is_ascii_digit() || raw[at - 1].0 == '.' {
        return None;
    }
    let spaced = |i: usize| raw.get(i).is_some_and(|&(.., gap)| gap == Gap::Space);
    let single = |i: usize| spaced(i) && raw[i].0.is_ascii_digit() && token(raw, i) == i + 1;
    let point = |i: usize| raw.get(i).is_some_and(|&(c, ..)| c == '.') && single(i + 1);
    let (mut last, mut digits) = (end, 1);
    while single(last) || point(last) {
        last += if point(last) { 2 } else { 1 };
        digits += 1;
    }
    let apart = spaced(at) && spaced(at - 1) && digits >= FEWEST;
    let told = is_measured(raw, last) && is_led(raw, at);
    (last > end && (apart || told)).then_some((last - 1, false))
}

/// Digits of which the last stand behind a space: no number begins with a zero (80 0亿元), and four digits before 年 are a
/// year (202 5年).
fn torn(raw: &[Raw], at: usize, end: usize) -> Option<(usize, bool)> {
    const LONGEST: usize = 3;
    let &(first, _, gap) = raw.get(end)?;
    let last = token(raw, end);
    let whole: String = raw[at..last].iter().map(|&(c, ..)| c).collect();
    let year = raw.get(last).is_some_and(|&(c, ..)| signs::year(c)) && whole.len() == 4;
    let year = year && whole.parse::<i32>().is_ok_and(years::is_told);
    let goes_on = first == '0' && end - at <= LONGEST && last - end <= LONGEST && raw[at].0 != '0';
    let joins = first.is_ascii_digit() && gap == Gap::Space && is_measured(raw, last);
    (joins && (year || goes_on) && is_led(raw, at)).then_some((last - 1, false))
}

/// Whether what a number counts stands at `at`, one space aside.
fn is_measured(raw: &[Raw], at: usize) -> bool {
    raw.get(at).is_some_and(|&(c, _, gap)| matches!(gap, Gap::None | Gap::Space) && is_measure(c))
}

/// Whether the digits at `at` stand behind a word that gives them no number of their own (表1), or behind what joins numbers.
fn is_led(raw: &[Raw], at: usize) -> bool {
    const LABEL: usize = 3;
    let word: String = raw[at.saturating_sub(LABEL)..at].iter().map(|&(c, ..)| c).collect();
    let joined = |c: char| matches!(c, ')' | '）' | '、' | '，' | ',' | '~' | '～' | '—' | '－');
    word.chars().next_back().is_some_and(|c| c.is_alphabetic() || joined(c)) && QUANTITY.label.suffix(&word).is_none()
}

/// Whether `c` may begin what a number counts.
fn is_measure(c: char) -> bool {
    c == '%' || c.is_alphabetic()
}

/// A point with a space on one side: `6. 5%`, `3 .2%`: where the decimals end.
fn decimal(raw: &[Raw], at: usize, end: usize) -> Option<(usize, bool)> {
    let (point, gap) = raw.get(end).map(|&(c, _, gap)| (c, gap))?;
    let after = raw.get(end + 1).filter(|&&(c, ..)| c.is_ascii_digit()).map(|&(.., gap)| gap)?;
    let one_side = matches!((gap, after), (Gap::None, Gap::Space) | (Gap::Space, Gap::None));
    let last = token(raw, end + 1);
    let measured = raw.get(last).is_some_and(|&(c, _, gap)| match gap {
        Gap::None => is_measure(c),
        gap => gap == Gap::Space && c == '%',
    });
    let short = end - at <= 3 && last - end <= 3;
    (at > 0 && matches!(point, '.' | '．') && one_side && short && measured).then_some((last - 1, false))
}

#[cfg(test)]
mod tests {
    use crate::{source::View, span::Span};

    #[test]
    fn parted_numbers_are_mended() {
        for (damaged, clean) in [
            ("达到1，500兆瓦", "达到1,500兆瓦"),
            ("投资1，176．6亿元", "投资1,176.6亿元"),
            ("达到１，２００，５００元", "达到1,200,500元"),
            ("达到1 200亿元", "达到1200亿元"),
            ("约13 300個", "约13300个"),
            ("面积1 200—1 500平方米，1 200-1 500个", "面积1200—1500平方米，1200-1500个"),
            ("面积1 200―11 500平方米，1 200～1 500", "面积1200―11500平方米，1 200～1 500"),
            ("面积800—1 200平方米，车位1 200-1500个", "面积800—1200平方米，车位1200-1500个"),
            ("改造2所，1 862户受益", "改造2所，1862户受益"),
            ("达到1\u{2009}200亿元，企业1\u{A0}500家", "达到1200亿元，企业1500家"),
            ("增 长 1 2 0 0 亿 元", "增长1200亿元"),
            ("到2 0 2 5年，覆盖6 5%，4 2. 5%", "到2025年，覆盖65%，42.5%"),
            ("产量42，500万---45，000万吨", "产量42,500万---45,000万吨"),
            ("增长6. 5%，强度3 .2%", "增长6.5%，强度3.2%"),
            ("增长 6 .5 %左右", "增长6.5%左右"),
            ("增长 1 2 %左右，绿地 2 5 0 万亩", "增长12%左右，绿地250万亩"),
            ("产值达到80 0亿元，输电160～30 0万千瓦", "产值达到800亿元，输电160～300万千瓦"),
            ("到202 5年，按200 0年价格计算", "到2025年，按2000年价格计算"),
            ("达到12\u{200B}00亿，6\u{200C}5%", "达到1200亿，65%"),
            ("\u{202E}隧道\u{202C}达到\u{2066}12座\u{2069}", "隧道达到12座"),
            ("⼈⼝达到50万⼈", "人口达到50万人"),
            ("PM₂.₅浓度，床位300张¹", "PM2.5浓度，床位300张"),
            ("二Ｏ二三年", "二〇二三年"),
        ] {
            let view = View::new(damaged, &[Span::new(0, damaged.len())]);
            assert_eq!(view.text(), clean, "{damaged}");
        }
    }

    #[test]
    fn numbers_beside_each_other_stay_apart() {
        for text in [
            "增长5，300家企业新增3家",
            "指标 120 300 亿元",
            "2023 500家",
            "到2025. 5个园区",
            "分3，5组",
            "两批，1，500家",
            "产量12，1 500家",
            "专栏 3 5个重大工程",
            "表 1 8 项指标",
            "床位数 5 6.5",
            "到 2023 0起",
            "增速 0 0.5 %",
            "面积 20 25亩",
            "表1 200—300个",
            "第3—1 20个",
            "表3—1 200项",
        ] {
            let view = View::new(text, &[Span::new(0, text.len())]);
            let digits = |text: &str| text.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect::<Vec<_>>();
            let kept = digits(text)
                .iter()
                .filter(|run| !run.is_empty())
                .eq(digits(view.text()).iter().filter(|run| !run.is_empty()));
            assert!(kept, "{text}: {}", view.text());
        }
    }
}
