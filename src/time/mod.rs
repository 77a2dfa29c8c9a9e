//! Times: years, plan periods, deadlines and recurrences, with what resolves them.
//!
//! Works on clean text, knows nothing of sections or promises. Phrases that name no year are rows of
//! `lexicon/data/times.yaml`; years, ranges and plan periods are read here.

mod digits;
mod loose;
mod model;
mod phrase;
mod year;

use std::sync::LazyLock;

use crate::{
    lexicon::{
        TIME, TIME_PHRASES,
        numerals::{self, Numerals, Sign},
        signs,
    },
    span,
};

pub use model::{Frame, TimeMention, TimeRole};

/// Finds the time expressions of plan prose, in order, none overlapping another.
pub fn scan(text: &str, frame: Frame) -> Vec<TimeMention> {
    walk(text, may_start, |at| {
        let dated = || digits::day(text, at).or_else(|| digits::month(text, at)).or_else(|| loose::dated(text, at));
        let year = || year::read(text, at, frame).or_else(dated).or_else(|| loose::of_accounts(text, at));
        opens_year(&text[at..]).then(year).flatten().or_else(|| phrase::read(text, at, frame))
    })
}

/// Finds everything that names a year, eras and years of two digits included: for texts that are no plan prose.
pub fn scan_all(text: &str, frame: Frame) -> Vec<TimeMention> {
    let eras: Vec<char> = TIME.era.firsts().chain(TIME.republic.firsts()).collect();
    let starts = |c| may_start(c) || eras.contains(&c);
    walk(text, starts, |at| {
        let year = year::read(text, at, frame).or_else(|| loose::read(text, at));
        let year = year.filter(|year| !loose::decade(text, year)).map(|mut year| {
            loose::extend(text, &mut year);
            year
        });
        year.or_else(|| phrase::read(text, at, frame))
    })
}

fn walk(text: &str, starts: impl Fn(char) -> bool, read: impl Fn(usize) -> Option<TimeMention>) -> Vec<TimeMention> {
    let mut found: Vec<TimeMention> = Vec::new();
    let (mut skip, mut before) = (0, Before::default());
    for (at, c) in text.char_indices() {
        if at < skip || !starts(c) {
            continue;
        }
        if let Some(mut mention) = read(at) {
            before.reach(text, at);
            let floor = found.last().map_or(0, |last| last.span.end);
            phrase::take_preposition(text, floor, &mut mention);
            inherit(&mut mention, found.last().filter(|last| last.span.start >= before.sentence));
            if before.titles > 0 {
                mention.role = TimeRole::Named;
            }
            skip = mention.span.end;
            // A month of no year dates nothing.
            if mention.start.is_some() || !mention.span.of(text).contains(signs::month) {
                found.push(mention);
            }
        }
    }
    found
}

/// What stands before a time.
#[derive(Default)]
struct Before {
    /// Up to where the text is known.
    end: usize,
    /// How many titles are open.
    titles: i32,
    /// Where the sentence before ends.
    sentence: usize,
}

impl Before {
    /// Goes on to byte `at` of `text`.
    fn reach(&mut self, text: &str, at: usize) {
        for (behind, c) in span::signs(&text[self.end..at]) {
            match c {
                '《' => self.titles += 1,
                '》' => self.titles -= 1,
                '。' | '！' | '？' | '\n' => self.sentence = self.end + behind,
                _ => {}
            }
        }
        self.end = at;
    }
}

/// A part of a year without its year (6月底, 下半年) is one of the year that the sentence named last.
fn inherit(mention: &mut TimeMention, last: Option<&TimeMention>) {
    let dating = |last: &&TimeMention| matches!(last.role, TimeRole::By | TimeRole::During) && !last.relative;
    let Some(last) = last.filter(dating).filter(|last| last.start == last.end && last.end.is_some()) else { return };
    if mention.relative && mention.month.is_some() {
        (mention.start, mention.end, mention.relative) = (last.start, last.end, false);
    }
}

/// The marks that a plan period stands in.
const QUOTES: [char; 3] = ['“', '"', '‘'];

/// Whether `rest` may begin with a year, a month or a plan period: one Chinese numeral alone is at most a month.
fn opens_year(rest: &str) -> bool {
    let dated = |c: char| numerals::digit(c).is_some() || numerals::power(c) == Some(1);
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(c), _) if c.is_ascii_digit() || QUOTES.contains(&c) => true,
        (Some(c), Some(next)) => dated(c) && (dated(next) || signs::month(next)),
        _ => false,
    }
}

/// Whether a time expression can begin with `c`, its preposition left aside.
fn may_start(c: char) -> bool {
    /// Whether a time begins so, for each character up to the last with which one does.
    static STARTS: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let phrases = TIME_PHRASES.iter().filter_map(|row| row.form.chars().next());
        let numerals = Numerals::get().chars().filter(|(_, glyph)| glyph.alone && is_dated_by(glyph.sign));
        let mut starts = Vec::new();
        for c in phrases.chain(TIME.past.firsts()).chain(numerals.map(|(c, _)| c)).chain(QUOTES) {
            starts.resize(starts.len().max(c as usize + 1), false);
            starts[c as usize] = true;
        }
        starts
    });
    c.is_ascii_digit() || STARTS.get(c as usize).is_some_and(|&starts| starts)
}

/// Whether the numerals of times are written with `sign`: digits and 十.
fn is_dated_by(sign: Sign) -> bool {
    matches!(sign, Sign::Digit(_) | Sign::Times(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Frame = Frame { period: Some((2021, 2025)), year: Some(2021), review: false };

    /// What was found: text, role, first and last year.
    fn found(text: &str) -> Vec<(String, TimeRole, Option<i32>, Option<i32>)> {
        scan(text, PLAN).into_iter().map(|m| (m.span.of(text).to_owned(), m.role, m.start, m.end)).collect()
    }

    fn one(text: &str, quote: &str, role: TimeRole, start: i32, end: i32) {
        assert_eq!(found(text), [(quote.to_owned(), role, Some(start), Some(end))], "{text}");
    }

    #[test]
    fn years_in_every_form_of_zero() {
        for text in ["到二〇三五年", "到二零三五年", "到二0三五年", "到2035年"] {
            one(text, text, TimeRole::By, 2035, 2035);
        }
        one("一九八〇年的产值", "一九八〇年", TimeRole::During, 1980, 1980);
    }

    #[test]
    fn plan_periods_are_absolute_and_names_of_plans_do_not_date() {
        one("“十四五”期间新增", "“十四五”期间", TimeRole::During, 2021, 2025);
        one("力争“十四五”末达到", "“十四五”末", TimeRole::By, 2025, 2025);
        one("在2020年的基础上", "在2020年的基础上", TimeRole::Compared, 2020, 2020);
        one("在2020年5家的水平上", "在2020年", TimeRole::Compared, 2020, 2020);
        one("自2022年至2025年", "自2022年至2025年", TimeRole::During, 2022, 2025);
        one("自2022年起", "自2022年起", TimeRole::Since, 2022, 2022);
        one("“十三五”以来", "“十三五”以来", TimeRole::Since, 2016, 2020);
        one("“十五五”时期", "“十五五”时期", TimeRole::During, 2026, 2030);
        one("建设方案（2021—2025）的目标", "2021—2025", TimeRole::During, 2021, 2025);
        one("附件2十四五规划纲要", "十四五规划纲要", TimeRole::Named, 2021, 2025);
        one("到本世纪末", "到本世纪末", TimeRole::By, 2100, 2100);
        one("编制“十四五”规划纲要", "“十四五”规划纲要", TimeRole::Named, 2021, 2025);
        one("“十一五”前四年累计", "“十一五”前四年", TimeRole::During, 2006, 2009);
    }

    #[test]
    fn prepositions_say_how_a_year_dates() {
        one("比2020年增长", "比2020年", TimeRole::Compared, 2020, 2020);
        one("与“十二五”时期相比，下降", "与“十二五”时期相比", TimeRole::Compared, 2011, 2015);
        one("从2020年的3家", "从2020年", TimeRole::From, 2020, 2020);
        one("2027年前，实现", "2027年前", TimeRole::By, 2027, 2027);
        one("2025年时，达到", "2025年时", TimeRole::During, 2025, 2025);
        one("2025年底前完成", "2025年底前", TimeRole::By, 2025, 2025);
        assert_eq!(found("从2003年到2006年年均超收").len(), 2, "a range of years, then 年均");
    }

    #[test]
    fn relative_times_hang_on_the_documents_own() {
        let report = Frame { period: None, year: Some(2025), review: false };
        let year = |text: &str| scan(text, report).first().map(|m| (m.start, m.end, m.month));
        assert_eq!(year("今年新增"), Some((Some(2025), Some(2025), None)));
        assert_eq!(year("6月底前完成"), Some((Some(2025), Some(2025), Some(6))));
        assert_eq!(year("五年内取消"), Some((Some(2025), Some(2029), None)));
        assert_eq!(year("去年底的水平"), Some((Some(2024), Some(2024), None)));
        let review = Frame { review: true, ..report };
        assert_eq!(scan("全年实施", review)[0].end, Some(2024));
        assert_eq!(scan("1—11月新建", review).last().and_then(|m| m.end), Some(2024));
        one("今后五年", "今后五年", TimeRole::During, 2021, 2025);
    }

    #[test]
    fn every_form_of_a_year_where_all_are_wanted() {
        let frame = Frame::default();
        for (text, quote, year, unsure) in [
            ("在2018年之后", "在2018年之后", 2018, false),
            ("2024年内", "2024年内", 2024, false),
            ("2015年前期", "2015年", 2015, false),
            ("从二零一五年开始", "从二零一五年开始", 2015, false),
            ("公元前221年统一", "公元前221年", -221, false),
            ("公元一三六八年", "公元一三六八年", 1368, false),
            ("民国三十八年", "民国三十八年", 1949, false),
            ("始建于1368年", "于1368年", 1368, true),
            ("一八四〇年", "一八四〇年", 1840, false),
            ("于2021-06-14发布", "于2021-06-14", 2021, false),
            ("九八年的洪水", "九八年", 1998, false),
            ("零八年奥运", "零八年", 2008, false),
            ("08年奥运", "08年", 2008, false),
            ("98年3月", "98年3月", 1998, false),
            ("2019财年", "2019财年", 2019, false),
            ("24年", "24年", 2024, true),
            ("于1368年3月", "于1368年3月", 1368, false),
            ("2021年3月代征税款", "2021年3月", 2021, false),
            ("八九年", "八九年", 1989, true),
        ] {
            let found = scan_all(text, frame);
            let got: Vec<_> = found.iter().map(|m| (m.span.of(text), m.end, m.unsure)).collect();
            assert_eq!(got, [(quote, Some(year), unsure)], "{text}");
        }
        for text in [
            "连续24年增长",
            "三五年",
            "24年来",
            "九零年代",
            "二零二零年代",
            "二十四年",
            "第24年",
            "1.24年",
            "192.168.1.1",
            "编号02024年",
        ] {
            assert!(scan_all(text, frame).iter().all(|m| m.start.is_none()), "{text}");
        }
        let range = scan_all("1998年至2008年之间", frame);
        assert_eq!((range[0].start, range[0].end, range[0].period), (Some(1998), Some(2008), true));
    }

    #[test]
    fn parts_of_years_take_the_year_of_their_sentence() {
        let months = |text: &str| {
            let found = scan(text, PLAN);
            found.into_iter().map(|m| (m.end, m.month)).collect::<Vec<_>>()
        };
        for (text, want) in [
            ("2024年一季度，二季度", vec![(Some(2024), Some(3)), (Some(2024), Some(6))]),
            ("2023年上半年，下半年", vec![(Some(2023), Some(6)), (Some(2023), Some(12))]),
            ("到2023年6月底；12月底", vec![(Some(2023), Some(6)), (Some(2023), Some(12))]),
            ("2023年完成。12月底", vec![(Some(2023), None), (Some(2021), Some(12))]),
            ("较2020年增长，12月底", vec![(Some(2020), None), (Some(2021), Some(12))]),
        ] {
            assert_eq!(months(text), want, "{text}");
        }
    }

    #[test]
    fn dates_in_digits_and_short_years() {
        one("到2023/12/31，", "到2023/12/31", TimeRole::By, 2023, 2023);
        one("到2023.12，", "到2023.12", TimeRole::By, 2023, 2023);
        one("2023-12-31前", "2023-12-31前", TimeRole::By, 2023, 2023);
        one("到23年底", "到23年底", TimeRole::By, 2023, 2023);
        one("到60年底", "到60年底", TimeRole::By, 2060, 2060);
        one("2022-24年", "2022-24年", TimeRole::During, 2022, 2024);
        one("到2024财年", "到2024财年", TimeRole::By, 2024, 2024);
        one("“十四五”前两年", "“十四五”前两年", TimeRole::During, 2021, 2022);
        one("“十四五”中期", "“十四五”中期", TimeRole::During, 2021, 2023);
        assert_eq!(found("2023、2024、2025年").len(), 3);
        for text in ["达到2023.12亿元", "连续23年增长", "用时23年", "比例为2023.12%"] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn words_behind_a_number_that_is_no_year_or_length_stand_by_themselves() {
        for (text, quote) in [("到61年底", "年底"), ("0年内", "年内")] {
            assert_eq!(found(text), [(quote.to_owned(), TimeRole::By, None, None)], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_times() {
        for text in ["增长2025家", "第五年级学生", "3820工程", "2025", "三五个", "十五个", "每人每年240元", "二十五家"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
