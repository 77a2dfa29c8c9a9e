//! No input may make the reader panic, and every place it gives leads back to the text.

use plan::{analysis::analyze, source::Source};
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

fn check(text: &str) -> Result<(), TestCaseError> {
    let Ok(reading) = analyze(Source { name: "any", bytes: text.as_bytes() }) else { return Ok(()) };
    let document = &reading.document.text;
    for record in reading.analysis.commitments.iter().chain(&reading.analysis.achievements) {
        let place = &record.source;
        prop_assert_eq!(document.get(place.start..place.end), Some(place.quote.as_str()));
        prop_assert!(!record.indicator.is_empty());
        prop_assert!(place.line >= 1 && place.column >= 1 && place.end_line >= place.line);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

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
