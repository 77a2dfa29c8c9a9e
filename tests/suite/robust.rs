//! No input may make the reader panic, every place it gives leads back to the text, and what does not matter (how lines end,
//! the encoding, the script of a number) changes nothing.
//!
//! `PROPTEST_CASES=100000 cargo test robust` looks further.

use std::collections::BTreeMap;

use encoding_rs::GB18030;
use plan::{
    analysis::{Reading, analyze},
    check::{self, Severity},
    diff::{self, Side},
    mention,
    source::Source,
    time::Frame,
};
use proptest::prelude::*;

/// Pieces of plan prose, whole and broken.
const PIECES: &[&str] = &[
    "到2025年",
    "，",
    "。",
    "；",
    "、",
    "：",
    "全市",
    "高新技术企业",
    "突破",
    "1000家",
    "12%",
    "3—5个",
    "由",
    "从2020年的",
    "提高到",
    "65%以上",
    "分别",
    "均",
    "和",
    "其中",
    "新建",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "占",
    "的",
    "连续9年",
    "位居全国第一",
    "前15名",
    "千亿级",
    "产业集群",
    "力争",
    "“十四五”期间",
    "年均增长",
    "比2020年",
    "下降",
    "13.5%、18%",
    "每年",
    "投资",
    "5亿元",
    "实施",
    "工程",
    "提前3年",
    "实现",
    "完成",
    "的基础上",
    "按",
    "不低于",
    "的幅度",
    "压减",
    "6:42:52",
    "2.2:1",
    "三分之一",
    "翻一番",
    "增长近两倍",
    "Ⅱ类",
    "如果",
    "①",
    "[3]",
    "\n",
    " ",
    " . ",
    "一是",
    "——",
    "第一章 ",
    "第一节 ",
    "主要目标",
    "发展基础",
    "表1 ",
    "序号",
    "指标",
    "属性",
    "预期性",
    "\t",
    "约",
    "负",
    "多",
    "余",
    "人",
    "0",
    "零",
    "万",
    "亿",
    "年",
    "月",
    "6月底前",
    "今年",
    "去年",
    "截至",
    "等",
    "中",
    "有",
    "为",
    "在",
];

/// Reads `text`: every place that the result names leads back to it, those of findings and mentions too.
fn check(text: &str) -> Result<(), TestCaseError> {
    let Ok(reading) = analyze(Source { name: "any", bytes: text.as_bytes() }) else { return Ok(()) };
    let document = &reading.document.text;
    let (analysis, rejected) = (&reading.analysis, reading.rejected());
    let records = || analysis.commitments.iter().chain(&analysis.achievements);
    let tasks = analysis.tasks.iter().map(|task| &task.source);
    for place in records().map(|record| &record.source).chain(tasks).chain(rejected.iter().map(|number| &number.source))
    {
        prop_assert_eq!(document.get(place.span().start..place.span().end), Some(place.quote.as_str()));
        prop_assert!(place.line >= 1 && place.column >= 1 && place.end_line >= place.line);
    }
    prop_assert!(records().all(|record| !record.indicator.is_empty()));
    for finding in
        check::run("any", &reading, &check::Terms::default(), check::baseline::Baseline::default(), Severity::Info)
    {
        prop_assert!(document.get(finding.span().start..finding.span().end).is_some(), "{}", finding.code());
    }
    for line in document.lines() {
        for found in mention::of_line(line, 1, Frame::default()) {
            prop_assert_eq!(line.get(found.start..found.end), Some(found.text.as_str()));
        }
    }
    Ok(())
}

/// So many cases, or as many as `PROPTEST_CASES` says.
fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, ..ProptestConfig::default() }
}

fn read(bytes: &[u8]) -> Option<Reading> {
    analyze(Source { name: "any", bytes }).ok()
}

/// What was read, without the places, which spaces and line ends move, and the source's own data.
fn told(bytes: &[u8]) -> Option<Vec<serde_json::Value>> {
    let analysis = read(bytes)?.analysis;
    let records = analysis.commitments.iter().chain(&analysis.achievements);
    let told = records.map(|record| {
        let mut value = serde_json::to_value(record).expect("JSON");
        value["source"] = serde_json::json!([record.source.line, without_space(&record.source.quote)]);
        value
    });
    Some(told.collect())
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A plan with `body` as its first chapter.
fn plan_of(body: &str) -> String {
    format!("云岭市国民经济和社会发展第十四个五年规划纲要\n\n第一章 总则\n{body}\n")
}

/// Sentences that plans are made of.
const SENTENCES: &[&str] = &[
    "到2025年，全市高新技术企业突破1000家，森林覆盖率达到65%以上。\n",
    "力争新建菇棚200个、冷库30座。\n",
    "2020年，全市粮食产量达到12万吨，比上年增长5%。\n",
    "居民收入年均增长7%左右，城镇化率由60%提高到65%。\n",
    "到2024年底前，建成云岭大桥。\n",
    "第二章 产业\n",
    "第三章 交通\n",
    "第一节 目标\n",
    "一、保障\n",
    "完善协调机制，落实各方责任。\n",
    "菇棚 、冷库建设投资3.5亿元 。\n",
    "新增就业３０００人，“菇乡 ”游客超过50万人次。\n",
];

/// `number` in Chinese numerals: the digits, then thousand, hundred, ten, then 亿 and 万 as they are written.
fn chinese(number: u64, digits: &str, places: [&str; 4], large: [&str; 2]) -> String {
    let digit = |n: u64| digits.chars().nth(n as usize).map(String::from).unwrap_or_default();
    let group = |n: u64| {
        let mut out = String::new();
        let mut gap = false;
        for (power, place) in [1000, 100, 10, 1].into_iter().zip(places) {
            match n / power % 10 {
                0 => gap |= !out.is_empty(),
                n => {
                    if std::mem::take(&mut gap) {
                        out += &digit(0);
                    }
                    out += &(digit(n) + place);
                }
            }
        }
        out
    };
    let mut out = String::new();
    for (size, name) in [(100_000_000, large[0]), (10_000, large[1]), (1, "")] {
        let part = number / size % 10_000;
        if part == 0 {
            continue;
        }
        let gap = !out.is_empty() && (part < 1000 || (number / size / 10_000).is_multiple_of(10));
        out += &format!("{}{}{name}", if gap { digit(0) } else { String::new() }, group(part));
    }
    out
}

/// The numbers in `text`, as they are read.
fn numbers(text: &str) -> Vec<String> {
    let found = mention::of_line(text, 1, Frame::default());
    found.iter().filter_map(|m| Some(m.value?.to_string())).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How many changes of each kind there are at each level.
type Counts = BTreeMap<(diff::Level, diff::ChangeKind), usize>;

fn kinds(comparison: &diff::Comparison, name: fn(diff::ChangeKind) -> diff::ChangeKind) -> Counts {
    let levels = comparison.summary.kinds.iter();
    levels.flat_map(|(level, kinds)| kinds.iter().map(|(&kind, &count)| ((*level, name(kind)), count))).collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn line_ends_and_encodings_change_nothing(sentences in prop::collection::vec(prop::sample::select(SENTENCES), 1..20)) {
        let text = plan_of(&sentences.concat());
        let plain = told(text.as_bytes());
        prop_assert_eq!(&told(text.replace('\n', "\r\n").as_bytes()), &plain);
        prop_assert_eq!(&told(text.replace('\n', "  \n").as_bytes()), &plain);
        prop_assert_eq!(&told(text.replace('\n', "\u{3000}\n").as_bytes()), &plain);
        prop_assert_eq!(&told(format!("\u{FEFF}{text}").as_bytes()), &plain);
        prop_assert_eq!(&told(&GB18030.encode(&text).0), &plain);
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let wide: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect();
            prop_assert_eq!(&told(&wide), &plain);
        }
    }

    #[test]
    fn a_comparison_is_a_mirror_and_empty_on_itself(
        old in prop::collection::vec(prop::sample::select(SENTENCES), 1..15),
        new in prop::collection::vec(prop::sample::select(SENTENCES), 1..15),
    ) {
        let side = |sentences: &[&str]| read(plan_of(&sentences.concat()).as_bytes()).map(Side::of_reading);
        let (Some(old), Some(new)) = (side(&old), side(&new)) else { return Ok(()) };
        let options = diff::Options::default();
        prop_assert!(diff::compare(&old, &old, &options).changes.is_empty());
        let (forth, back) = (diff::compare(&old, &new, &options), diff::compare(&new, &old, &options));
        prop_assert_eq!(forth.changes.len(), back.changes.len());
        prop_assert_eq!(kinds(&forth, diff::ChangeKind::mirrored), kinds(&back, |kind| kind));
    }

    #[test]
    fn fixes_keep_every_letter_and_digit(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..60)) {
        let Some(reading) = read(plan_of(&pieces.concat()).as_bytes()) else { return Ok(()) };
        let (fixed, _) = check::fixed(&reading, &check::Terms::default());
        prop_assert_eq!(digits(&fixed), digits(&reading.document.text));
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn numerals_of_every_script_are_read(number in prop_oneof![1..100_u64, 1..10_000_u64, 1..1_000_000_000_000_u64]) {
        let full = |text: &str| text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)).collect::<String>();
        let plain = number.to_string();
        let mut grouped = String::new();
        for (at, c) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(c);
        }
        let small = chinese(number, "零一二三四五六七八九", ["千", "百", "十", ""], ["亿", "万"]);
        let large = chinese(number, "零壹贰叁肆伍陆柒捌玖", ["仟", "佰", "拾", ""], ["亿", "万"]);
        let traditional = chinese(number, "零壹貳叁肆伍陸柒捌玖", ["仟", "佰", "拾", ""], ["億", "萬"]);
        // One large numeral by itself is an ordinary word (肆, 柒) and no number.
        let [large, traditional] = [large, traditional].map(|written| if number < 10 { small.clone() } else { written });
        let mixed = format!("{}.{:04}万", number / 10_000, number % 10_000);
        for written in [plain.clone(), full(&plain), grouped, small, large, traditional, mixed] {
            prop_assert_eq!(numbers(&format!("共有{written}个")), [plain.as_str()], "{}", written);
        }
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn plan_prose_in_any_order_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..60)) {
        let body = pieces.concat();
        check(&format!("云岭市国民经济和社会发展第十四个五年规划纲要\n\n第一章 总则\n{body}\n"))?;
        check(&format!("2025年云岭市政府工作报告\n一、2024年工作回顾\n{body}\n"))?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check(&text)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = analyze(Source { name: "any", bytes: &bytes });
    }
}

proptest! {
    #![proptest_config(cases(40))]

    /// Where nothing ends a clause, the reader cuts it at a length of its own, inside words and dates.
    #[test]
    fn prose_without_a_stop_is_read(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..8),
        lead in 0..20_usize,
        times in 30..200_usize,
    ) {
        let body = format!("{}{}", "甲".repeat(lead), pieces.concat().repeat(times));
        check(&format!("云岭市2026年政府工作报告\n\n一、目标\n\n{body}\n"))?;
    }
}

#[test]
fn numbers_that_no_decimal_holds_are_read() -> Result<(), TestCaseError> {
    for text in [
        "新建菇棚7900000000000000000000000000万79000000000000000000000000000亿个",
        "七九二二八一六二五一四二六四三三七五九三五四三九五〇三百卌个",
    ] {
        check(text)?;
        check(&plan_of(&format!("到2025年，{text}。")))?;
    }
    Ok(())
}
