//! A clean plan, broken in one way at a time: each rule finds its own damage, once, and nothing else does.

use std::collections::BTreeSet;

use plan::{
    analysis,
    check::{self, RULES, Severity, Terms},
    source::Source,
};

/// A plan in which nothing is wrong.
const CLEAN: &str = include_str!("../../fixtures/check/clean.txt");

/// For each rule, what is replaced by what.
const BROKEN: &[(&str, &[(&str, &str)])] = &[
    ("structure.numbering-gap", &[("第四章 增进", "第五章 增进"), ("第五章 保障", "第六章 保障")]),
    ("structure.numbering-duplicate", &[("第二节 推动绿色", "第一节 推动绿色")]),
    ("structure.heading-split", &[("第二章 壮大山地产业\n\n坚持", "第二章 壮大山地\n\n产业\n\n坚持")]),
    (
        "structure.empty-section",
        &[("开展职业技能培训2万人次，完善就业服务体系，到2025年城镇登记失业率控制在4.5%以内。\n", "")],
    ),
    (
        "structure.table-missing",
        &[(
            "指标\t单位\t2020年\t2025年\t属性\t责任单位\n森林覆盖率\t%\t62\t65\t约束性\t市林业局\n耕地保有量\t万亩\t120\t120\t约束性\t市自然资源局\n城镇新增就业\t人\t8000\t9000\t预期性\t市人力资源社会保障局\n",
            "",
        )],
    ),
    ("structure.figure-missing", &[("\n第二节 发展山地旅游", "\n图1 云岭市产业空间布局\n\n第二节 发展山地旅游")]),
    ("structure.table-without-caption", &[("表2 重点任务分工\n", "")]),
    ("structure.contents-disagree", &[("第三章 守护绿水青山\n第四章", "第三章 守护蓝天净土\n第四章")]),
    ("structure.dangling-reference", &[("主要指标见表1", "主要指标见表3")]),
    (
        "structure.level-jump",
        &[
            ("第一节 发展基础\n", "第一节 发展基础\n\n（一）经济基础\n"),
            ("第二节 主要目标\n", "第二节 主要目标\n\n（一）远景目标\n"),
            ("第一节 做强山货市场\n", "第一节 做强山货市场\n\n（一）交易中心\n"),
            ("第二节 发展山地旅游\n", "第二节 发展山地旅游\n\n（一）精品线路\n"),
            ("\n加强党的全面领导", "\n（一）加强组织\n\n加强党的全面领导"),
        ],
    ),
    ("values.range-reversed", &[("3—5个", "5—3个")]),
    ("values.share-over-100", &[("污水处理率达到98%", "污水处理率达到980%")]),
    ("values.respectively-unequal", &[("80家、12个和300个", "80家、12个、30个和300个")]),
    ("values.fall-by-multiple", &[("能耗降低15%", "能耗降低2倍")]),
    ("values.change-mismatch", &[("提高10个百分点", "提高20个百分点")]),
    ("values.direction-reversed", &[("精品线路6条", "精品线路由8条增加到6条")]),
    ("values.rate-mismatch", &[("年均增长14.9%", "年均增长8.2%")]),
    ("values.number-without-unit", &[("建成省级湿地公园2个", "湿地公园达到20")]),
    ("values.percent-missing", &[("8%—10%", "8%—10")]),
    ("values.percent-once", &[("8%—10%", "8—10%")]),
    ("consistency.two-values", &[("到2025年城镇登记失业率控制在4.5%以内", "到2025年城镇登记失业率控制在5.5%以内")]),
    ("consistency.table-against-body", &[("到2025年森林覆盖率达到65%", "到2025年森林覆盖率达到68%")]),
    ("consistency.parts-exceed-whole", &[("返乡创业岗位300个", "返乡创业岗位3000个")]),
    ("consistency.binding-without-unit", &[("约束性\t市自然资源局", "约束性\t—")]),
    ("time.deadline-outside", &[("到2025年建成精品线路", "到2027年建成精品线路")]),
    ("time.before-issue", &[("到2025年建成精品线路6条", "力争到2015年建成精品线路6条")]),
    ("time.impossible-date", &[("每年12月底前", "每年2月30日前")]),
    ("time.period-disagrees", &[("（2021—2025年）时期", "（2022—2026年）时期")]),
    ("text.replacement", &[("山货线上", "山\u{FFFD}线上")]),
    ("text.mojibake", &[("完善就业服务体系", "完善就业锟斤拷体系")]),
    ("text.fragment", &[("建成省级湿地公园2个。", "建成省级湿地公园2个。地，优化提升公园运营水平。")]),
    ("text.broken-off", &[("增强全市产业链的韧性。", "增强全市产业链的")]),
    ("text.page-mark", &[("\n第二节 推动绿色", "\n— 12 —\n\n第二节 推动绿色")]),
    ("text.site-furniture", &[("接受社会监督。\n", "接受社会监督。\n\n相关链接\n返回顶部\n")]),
    ("text.line-break", &[("让绿水青山成为", "让绿水\n青山成为")]),
    ("text.lost-stops", &[("。\n", "\n")]),
    ("text.letter-in-number", &[("改造菇棚2000个", "改造菇棚2OO0个")]),
    ("text.mixed-width", &[("改造菇棚2000个", "改造菇棚２０００个")]),
    ("text.mixed-zero", &[("锚定二〇三五年", "锚定二○三五年")]),
    ("text.unpaired", &[("打响“云岭山货”品牌", "打响“云岭山货品牌")]),
    ("text.spaced-number", &[("改造菇棚2000个", "改造菇棚2 000个")]),
    (
        "text.spaced-punctuation",
        &[(
            "坚持以人民为中心的发展思想，在发展中保障和改善民生，扎实推动共同富裕。",
            "坚持以人民为中心的发展思想 , 在发展中保障 、 改善民生 , 扎实推动共同富裕 .",
        )],
    ),
    ("text.doubled-punctuation", &[("推动文旅融合，", "推动文旅融合，，")]),
    ("text.mixed-script", &[("山货冷链工程。建设", "山货冷链⼯程。建设")]),
    ("text.invisible", &[("开展矿山复绿", "开展矿山\u{200B}复绿")]),
    ("text.missing-title", &[("云岭市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n", "")]),
    ("text.missing-issuer", &[("云岭市国民经济", "国民经济"), ("云岭市第五届", "市第五届")]),
    (
        "text.missing-period",
        &[
            ("云岭市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "云岭市国民经济和社会发展总体规划"),
            ("“十四五”（2021—2025年）时期", "今后一个时期"),
            ("“十四五”", ""),
            ("“十三五”时期", "过去五年"),
        ],
    ),
    ("text.missing-date", &[("（2021年2月3日云岭市第五届人民代表大会第六次会议批准）\n", "")]),
    ("tasks.no-unit", &[("改造古村老街\t市文化和旅游局", "改造古村老街\t")]),
    ("tasks.no-deadline", &[("市文化和旅游局\t2024年", "市文化和旅游局\t")]),
];

fn findings(text: &str) -> Vec<check::Finding> {
    let reading = analysis::analyze(Source { name: "clean.txt", bytes: text.as_bytes() }).expect("reads");
    check::run("x.txt", &reading, &Terms::default(), Default::default(), Severity::Info)
}

#[test]
fn the_clean_plan_is_clean() {
    let found: Vec<String> = findings(CLEAN).iter().map(|f| format!("{}:{} {}", f.line, f.code(), f.message)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_damage_is_found_once_and_by_its_own_rule() {
    let mut wrong = Vec::new();
    for (code, replacements) in BROKEN {
        let mut text = CLEAN.to_owned();
        for (from, to) in *replacements {
            assert!(text.contains(from), "{code}: `{from}` does not stand in the clean plan");
            text = text.replace(from, to);
        }
        let found: Vec<String> =
            findings(&text).iter().map(|f| format!("{}:{} {}", f.line, f.code(), f.message)).collect();
        let right = found.len() == 1 && found[0].contains(code);
        if !right {
            wrong.push(format!("{code}: {}", if found.is_empty() { "nothing".into() } else { found.join("; ") }));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_its_damage() {
    let broken: BTreeSet<&str> = BROKEN.iter().map(|(code, _)| *code).collect();
    let rules: BTreeSet<&str> = RULES.iter().filter(|rule| rule.family() != "project").map(|rule| rule.code).collect();
    assert_eq!(broken, rules);
}
