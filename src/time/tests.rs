//! Times in every form, where they are, and where they only look like one.

use super::*;

const PLAN: Frame = Frame { period: Some((2021, 2025)), year: Some(2021), review: false, republic: false };

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
fn years_of_prices_date_nothing() {
    for text in [
        "2020年不变价计算",
        "2020年价格计算",
        "2020年价（下同）",
        "2020年价（下同）新增",
        "2020年价",
        "2020年可比价增长",
        "2020年现价计算",
    ] {
        one(text, "2020年", TimeRole::Named, 2020, 2020);
    }
    for text in ["2020年价值8亿元", "2020年价差缩小"] {
        one(text, "2020年", TimeRole::During, 2020, 2020);
    }
}

#[test]
fn years_counted_from_an_event_date_nothing_and_an_outlook_dates_by_its_year() {
    one("毕业2年内就业", "2年内", TimeRole::Named, 2021, 2022);
    one("2年内建成", "2年内", TimeRole::By, 2021, 2022);
    one("展望2035年", "展望2035年", TimeRole::By, 2035, 2035);
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
    let report = Frame { period: None, year: Some(2025), review: false, republic: false };
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
    for text in ["三季度末", "上半年前"] {
        assert_eq!(scan(text, PLAN)[0].span.of(text), text);
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
    one("“十四五”头两年", "“十四五”头两年", TimeRole::During, 2021, 2022);
    one("“十四五”第一年", "“十四五”第一年", TimeRole::During, 2021, 2021);
    one("“十四五”收官之年", "“十四五”收官之年", TimeRole::During, 2025, 2025);
    one("这是“十四五”收官之年", "“十四五”收官之年", TimeRole::Named, 2025, 2025);
    one("“十四五”前半段", "“十四五”前半段", TimeRole::During, 2021, 2023);
    one("“十四五”后半程", "“十四五”后半程", TimeRole::During, 2021, 2025);
    assert_eq!(found("2023、2024、2025年").len(), 3);
    for text in ["达到2023.12亿元", "连续23年增长", "用时23年", "比例为2023.12%"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_first_and_last_years_of_the_own_period() {
    let parts = |text: &str| -> Vec<_> { scan(text, PLAN).iter().map(|time| (time.start, time.end)).collect() };
    assert_eq!(parts("规划期前四年新建8座"), [(Some(2021), Some(2024))]);
    assert_eq!(parts("前三年补短板；后两年提质量"), [(Some(2021), Some(2023)), (Some(2024), Some(2025))]);
    for other in ["比前三年增长8%", "后两年再建8座", "前三年补短板；后三年提质量"] {
        assert!(parts(other).iter().all(|&(_, end)| end != Some(2023) && end != Some(2025)), "{other}");
    }
}

#[test]
fn words_behind_a_number_that_is_no_year_or_length_stand_by_themselves() {
    for (text, quote) in [("到61年底", "年底"), ("0年内", "年内")] {
        assert_eq!(found(text), [(quote.to_owned(), TimeRole::By, Some(2021), Some(2021))], "{text}");
    }
}

#[test]
fn numbers_that_are_no_times() {
    for text in ["增长2025家", "第五年级学生", "3820工程", "2025", "三五个", "十五个", "每人每年240元", "二十五家"]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn months_and_parts_behind_this_year_or_the_next_are_of_that_year() {
    let report = Frame { period: None, year: Some(2025), review: true, republic: false };
    for (text, quote, role, year, month) in [
        ("今年6月底前完成", "今年6月底前", TimeRole::By, 2025, Some(6)),
        ("明年12月31日前", "明年12月31日前", TimeRole::By, 2026, Some(12)),
        ("明年上半年建成", "明年上半年", TimeRole::During, 2026, Some(6)),
        ("明年年底前建成", "明年年底前", TimeRole::By, 2026, None),
        ("去年12月的水平", "去年12月", TimeRole::During, 2024, Some(12)),
        ("2023年完成，明年6月建成", "明年6月", TimeRole::During, 2026, Some(6)),
    ] {
        let found = scan(text, report).pop().expect(text);
        assert_eq!((found.span.of(text), found.role), (quote, role), "{text}");
        assert_eq!((found.start, found.end, found.month), (Some(year), Some(year), month), "{text}");
    }
}

#[test]
fn a_part_of_a_year_takes_no_year_from_periods_or_from_this_year() {
    for text in ["今年完成，6月底", "2024—2025年完成，6月底"] {
        assert_eq!(scan(text, PLAN).last().and_then(|time| time.end), Some(2021), "{text}");
    }
}

#[test]
fn words_before_a_year_are_prepositions_only_where_they_are_words_of_their_own() {
    one("在2025年", "在2025年", TimeRole::During, 2025, 2025);
    one("自2025年", "自2025年", TimeRole::Since, 2025, 2025);
    one("力争到2025年", "到2025年", TimeRole::By, 2025, 2025);
    for text in ["与2025年合作", "达到2025年", "占比2025年", "《规划》2025年"] {
        one(text, "2025年", TimeRole::During, 2025, 2025);
    }
    one("《2025年计划》", "2025年", TimeRole::Named, 2025, 2025);
    one("2025年13月", "2025年", TimeRole::During, 2025, 2025);
    one("2025年6月32日", "2025年6月", TimeRole::During, 2025, 2025);
}

#[test]
fn periods_are_those_that_there_were_or_will_be() {
    one("“二五”", "“二五”", TimeRole::During, 1961, 1965);
    one("“十五”期间", "“十五”期间", TimeRole::During, 2001, 2005);
    one("“十四五”前六年", "“十四五”", TimeRole::During, 2021, 2025);
}

#[test]
fn years_are_counted_from_the_documents_own() {
    one("十年内", "十年内", TimeRole::By, 2021, 2030);
    one("十五年内", "十五年内", TimeRole::By, 2021, 2035);
    one("15年内", "15年内", TimeRole::By, 2021, 2035);
    one("两年内", "两年内", TimeRole::By, 2021, 2022);
    one("近三年", "近三年", TimeRole::During, 2018, 2020);
    one("过去五年", "过去五年", TimeRole::During, 2016, 2020);
    one("前年", "前年", TimeRole::During, 2019, 2019);
    one("本世纪中叶", "本世纪中叶", TimeRole::By, 2050, 2050);
    let report = Frame { period: None, year: Some(2025), review: false, republic: false };
    for (text, start, end) in [("今明两年", 2025, 2026), ("期末", 2029, 2029)] {
        assert_eq!(scan(text, report).first().map(|m| (m.start, m.end)), Some((Some(start), Some(end))), "{text}");
    }
    one("力争一、两年内建成", "一、两年内", TimeRole::By, 2021, 2022);
    // 一、 at the head numbers what follows, and nobody says one or three years.
    one("一、两年内建成", "两年内", TimeRole::By, 2021, 2022);
    one("力争一、三年内建成", "三年内", TimeRole::By, 2021, 2023);
    for text in ["第五年内", "1.5年内"] {
        assert_eq!(found(text)[0].0, "年内", "{text}");
    }
}

#[test]
fn dates_in_digits_have_months_and_days_that_there_are_and_end_where_nothing_goes_on() {
    for (text, month, day) in [("2023/12/31", 12, Some(31)), ("2023.12前", 12, None), ("2023.12底", 12, None)] {
        let found = scan(text, PLAN);
        assert_eq!((found[0].month, found[0].day), (Some(month), day), "{text}");
    }
    for text in [
        "2023/13/31",
        "2023/12/32",
        "2023/12/31/",
        "2023/12/31A",
        "2023/12/31A发布",
        "A2023/12/31",
        "第2023/12/31",
        "2023.12，",
        "到2023.12%",
        "到2023.12家",
        "到2023.12家。",
        "达到2023.12，",
        "到2023.13，",
        "2022—2025",
        "1.2025年",
        "2025年级",
        "1824财年",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    for text in ["第23年底", "三年底", "3年底"] {
        assert_eq!(found(text)[0].0, "年底", "{text}");
    }
}

#[test]
fn a_time_dates_what_stands_around_it_unless_it_compares_names_or_comes_again() {
    let dates = |text: &str| scan(text, Frame::default()).iter().map(TimeMention::dates).collect::<Vec<_>>();
    for text in ["到2025年", "2025年", "自2022年起", "“十四五”期间"] {
        assert_eq!(dates(text), [true], "{text}");
    }
    for text in ["比2020年", "从2020年的3家", "每年", "“十四五”规划", "今年"] {
        assert_eq!(dates(text), [false], "{text}");
    }
}

#[test]
fn a_period_is_one_whether_or_not_the_document_tells_its_years() {
    let report = Frame { period: None, year: Some(2025), review: false, republic: false };
    for (text, frame, period) in [
        ("今后五年", Frame::default(), true),
        ("今后五年", PLAN, true),
        ("今明两年", report, true),
        ("今年", report, false),
        ("2025年", report, false),
        ("2024—2025年", report, true),
    ] {
        assert_eq!(scan(text, frame)[0].period, period, "{text}");
    }
}

#[test]
fn years_far_off_and_of_two_digits_are_told_where_all_are_wanted() {
    let found = |text: &str| scan_all(text, Frame::default()).first().map(|m| (m.end, m.unsure));
    for (text, year, unsure) in [
        ("1000年", 1000, true),
        ("30年", 2030, true),
        ("31年", 1931, true),
        ("24年底", 2024, false),
        ("到24年", 2024, true),
    ] {
        assert_eq!(found(text), Some((Some(year), unsure)), "{text}");
    }
    for text in ["3368年", "1368年级", "五六年", "二4年", "连续24年"] {
        assert_eq!(found(text), None, "{text}");
    }
}
