//! What the scanner finds, construction by construction, and what must hold for any text.

mod around;
mod every;
mod written;

use proptest::prelude::*;

use super::*;
use crate::{
    lexicon::{bounds::Bounds, lookalikes::Lookalikes, units},
    source::View,
    span::Span,
};

/// `span|core|value~upper|unit|comparator|shape` of each quantity.
fn lines(found: &[Quantity], text: &str) -> Vec<String> {
    let line = |q: &Quantity| {
        let upper = q.upper.map_or(String::new(), |u| format!("~{u}"));
        format!("{}|{}{upper}|{}|{:?}|{:?}", q.span.of(text), q.value, q.unit, q.comparator, q.shape)
    };
    found.iter().map(line).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    cases.iter().for_each(|(text, want)| assert_eq!(lines(&scan(text), text), *want, "{text}"));
}

fn check_all(cases: &[(&str, &[&str])]) {
    cases.iter().for_each(|(text, want)| assert_eq!(lines(&scan_all(text), text), *want, "{text}"));
}

fn comparator(name: &str) -> Comparator {
    serde_yaml::from_str(name).expect("a comparator")
}

#[test]
fn every_unit_row_holds() {
    for unit in units::Units::get().rows() {
        let (text, value, name) = units::example(unit.ok).expect("text=value unit");
        let found = scan(text);
        assert!(found.iter().any(|q| q.value == value && q.unit == name), "{}: {:?}", unit.ok, lines(&found, text));
        for no in unit.no.split_whitespace() {
            let found = scan(no);
            assert!(!found.iter().any(|q| q.unit == unit.unit), "{no}: {:?}", lines(&found, no));
        }
        for &form in &unit.forms {
            let group = unit.kind == units::UnitKind::Group;
            let text =
                format!("共有{}{form}{}", if group { "十" } else { "36" }, if form == "日" { "内" } else { "，" });
            let found = scan(&text);
            assert!(found.iter().any(|q| q.core.of(&text).ends_with(form)), "{text}: {:?}", lines(&found, &text));
        }
    }
}

#[test]
fn every_bound_row_holds() {
    for row in Bounds::get().rows() {
        let (text, means) = row.ok.split_once('=').expect("text=comparator");
        let found = scan(text);
        assert!(
            found.first().is_some_and(|q| q.comparator == comparator(means) && q.span.of(text) == text),
            "{text}: {:?}",
            lines(&found, text)
        );
        if let Some(no) = row.no {
            assert!(scan(no).iter().all(|q| q.comparator != row.means || q.span.start > 0), "{no}");
        }
    }
}

#[test]
fn every_look_alike_is_skipped() {
    for class in Lookalikes::get().classes() {
        let found = scan(class.no);
        assert!(found.is_empty(), "{}: {:?}", class.no, lines(&found, class.no));
    }
}

#[test]
fn bounds_before_and_after() {
    check(&[
        ("总量突破1300家", &["突破1300家|1300|家|Gt|Cardinal"]),
        ("产值达620亿元以上", &["达620亿元以上|62000000000|元|Ge|Cardinal"]),
        ("失业率控制在4.8%以内", &["控制在4.8%以内|4.8|%|Le|Percent"]),
        ("占比稳定在6%以下", &["稳定在6%以下|6|%|Le|Percent"]),
        ("涨幅控制在2.5%左右", &["涨幅控制在2.5%左右|2.5|%|Approx|Percent"]),
        ("至少有30家", &["至少有30家|30|家|Ge|Cardinal"]),
        ("优良率保持在86%以上", &["保持在86%以上|86|%|Ge|Percent"]),
        ("利用率在85%以上", &["在85%以上|85|%|Ge|Percent"]),
        ("在12个县推行", &["12个|12|个|Eq|Cardinal"]),
        ("满意度达96%左右", &["达96%左右|96|%|Approx|Percent"]),
        ("压缩到不超过90个工作日", &["压缩到不超过90个工作日|90|个工作日|Le|Cardinal"]),
        ("参保率不低于97%", &["不低于97%|97|%|Ge|Percent"]),
        ("单位能耗低于0.4吨标准煤", &["低于0.4吨标准煤|0.4|吨标准煤|Lt|Cardinal"]),
        ("栽植18万余株", &["18万余株|180000|株|Gt|Cardinal"]),
        ("服务4万多户", &["4万多户|40000|户|Gt|Cardinal"]),
        ("新建约27公里", &["约27公里|27|公里|Approx|Cardinal"]),
        ("新签约30个项目", &["30个|30|个|Eq|Cardinal"]),
        ("年均增长7.5%以上", &["年均增长7.5%以上|7.5|%|Ge|Percent"]),
        ("至少建设80个", &["80个|80|个|Eq|Cardinal"]),
        ("时间缩短至8小时以内", &["缩短至8小时以内|8|小时|Le|Cardinal"]),
        ("3小时内到达", &["3小时内|3|小时|Le|Cardinal"]),
        ("＞26", &["＞26|26||Gt|Cardinal"]),
        ("≥7.2%", &["≥7.2%|7.2|%|Ge|Percent"]),
    ]);
}

#[test]
fn ranges_share_unit_and_multiplier() {
    check(&[
        ("培育3—5个", &["3—5个|3~5|个|Range|Cardinal"]),
        ("增长6%－6.5%", &["增长6%－6.5%|6~6.5|%|Range|Percent"]),
        ("供应24—28万套（间）", &["24—28万套（间）|240000~280000|套（间）|Range|Cardinal"]),
        ("减少7%至9%", &["减少7%至9%|7~9|%|Range|Percent"]),
        ("提前2到4年", &["提前2到4年|2~4|年|Range|Cardinal"]),
        ("1～2家", &["1～2家|1~2|家|Range|Cardinal"]),
        ("投资三到五千亿元", &["三到五千亿元|300000000000~500000000000|元|Range|Cardinal"]),
        ("建成三五个片区", &["三五个|3~5|个|Range|Cardinal"]),
        ("覆盖七八百户", &["七八百户|700~800|户|Range|Cardinal"]),
        ("2021—2025年", &[]),
        ("从40%提高到55%", &["40%|40|%|Eq|Percent", "提高到55%|55|%|Eq|Percent"]),
        ("由3家到9家", &["3家|3|家|Eq|Cardinal", "9家|9|家|Eq|Cardinal"]),
    ]);
}

#[test]
fn ranks_and_ordinals() {
    check(&[
        ("总量稳居全省第三", &["稳居全省第三|3|位|Eq|Rank"]),
        ("获评百强区第21名，全市第一", &["第21名|21|位|Eq|Rank", "全市第一|1|位|Eq|Rank"]),
        ("进入全国县域前30名", &["进入全国县域前30名|30|位|Top|Rank"]),
        ("跻身全球城市前八位", &["跻身全球城市前八位|8|位|Top|Rank"]),
        ("吞吐量排名世界第二", &["排名世界第二|2|位|Eq|Rank"]),
        ("跻身世界二十强", &["跻身世界二十强|20|位|Top|Rank"]),
        ("数量居全省首位", &["居全省首位|1|位|Eq|Rank"]),
        ("引进世界500强企业", &[]),
        ("首位度提高", &[]),
        ("第四次会议", &["第四次|4|次|Eq|Ordinal"]),
        ("第十三个五年规划", &["第十三个|13|个|Eq|Ordinal"]),
        ("建设6号线", &["6号线|6|号线|Eq|Ordinal"]),
        ("第二产业", &[]),
    ]);
}

#[test]
fn shares_multiples_ratios_and_classes() {
    check(&[
        ("占比达百分之九点三", &["达百分之九点三|9.3|%|Eq|Percent"]),
        ("提高1.5个百分点以上", &["提高1.5个百分点以上|1.5|个百分点|Ge|Points"]),
        ("提升3.1个和2.6个百分点", &["提升3.1个|3.1|个百分点|Eq|Points", "2.6个百分点|2.6|个百分点|Eq|Points"]),
        ("压减四分之一以上", &["压减四分之一以上|25|%|Ge|Fraction"]),
        ("清偿一半以上", &["一半以上|50|%|Ge|Fraction"]),
        ("下降超过五成", &["下降超过五成|50|%|Gt|Percent"]),
        ("支出零增长", &["零增长|0|%|Eq|Percent"]),
        ("总量翻一番", &["翻一番|2|倍|Eq|Multiple"]),
        ("收入翻两番", &["翻两番|4|倍|Eq|Multiple"]),
        ("收入实现倍增", &["倍增|2|倍|Eq|Multiple"]),
        ("收入实现倍增。", &["倍增|2|倍|Eq|Multiple"]),
        ("实现倍增计划", &[]),
        ("实现“倍增”", &[]),
        ("收入成倍增长", &[]),
        ("收入翻了近一番", &["翻了近一番|2|倍|Approx|Multiple"]),
        ("收入翻超两番", &["翻超两番|4|倍|Gt|Multiple"]),
        ("番茄一番", &[]),
        ("收入翻一番多", &["翻一番多|2|倍|Gt|Multiple"]),
        ("增长2.4倍", &["增长2.4倍|2.4|倍|Eq|Multiple"]),
        ("收入比缩小到1.9:1", &["缩小到1.9:1|1.9|:1|Eq|Ratio"]),
        ("打造超百亿级商圈", &["超百亿级|10000000000||Gt|SizeClass"]),
        ("建设千亿级集群", &["千亿级|100000000000||Eq|SizeClass"]),
        ("跻身千亿园区", &["千亿|100000000000||Eq|SizeClass"]),
        ("突破四千亿大关", &["突破四千亿大关|400000000000||Gt|Cardinal"]),
        ("建成30万吨级码头", &["30万吨级|300000|吨|Eq|SizeClass"]),
        ("入选人才超百人", &["超百人|100|人|Gt|Cardinal"]),
        ("安装2×30万千瓦机组", &["2×30万千瓦|600000|千瓦|Eq|Cardinal"]),
        ("服务产业结构为4.2:46.3:49.5", &["4.2|4.2|:|Eq|Ratio", "46.3|46.3|:|Eq|Ratio", "49.5|49.5|:|Eq|Ratio"]),
    ]);
}

#[test]
fn classes_of_water_are_levels_only_where_kept_or_reached() {
    check(&[
        ("主要河流水质保持Ⅱ类", &["保持Ⅱ类|2|类|Eq|Cardinal"]),
        ("水质稳定在Ⅲ类以上", &["稳定在Ⅲ类以上|3|类|Ge|Cardinal"]),
        ("通江河道达到 III 类及以上".replace(' ', "").as_str(), &["达到III类及以上|3|类|Ge|Cardinal"]),
        ("达到或优于Ⅲ类水体比例达95%", &["达95%|95|%|Eq|Percent"]),
        ("Ⅳ类土地", &[]),
    ]);
}

#[test]
fn bounds_reach_over_a_short_noun() {
    check(&[
        ("不超过总投入30%", &["不超过总投入30%|30|%|Le|Percent"]),
        ("不低于营业收入的3%", &["3%|3|%|Eq|Percent"]),
        ("不少于就业岗位三成", &["不少于就业岗位三成|30|%|Ge|Percent"]),
        ("实现“六连冠”、八连冠", &["六连冠|6|连冠|Eq|Cardinal", "八连冠|8|连冠|Eq|Cardinal"]),
        ("占三到五成", &["三到五成|30~50|%|Range|Percent"]),
        ("气温降至零下12摄氏度", &["降至零下12摄氏度|-12|摄氏度|Eq|Cardinal"]),
        ("新增一两个园区", &["一两个|1~2|个|Range|Cardinal"]),
    ]);
}

#[test]
fn compound_units_keep_their_denominator() {
    check(&[
        ("达到38万元/人", &["达到38万元/人|380000|元/人|Eq|Cardinal"]),
        ("下降到27.5微克/立方米", &["下降到27.5微克/立方米|27.5|微克/立方米|Eq|Cardinal"]),
        ("达到480公里/万平方公里", &["达到480公里/万平方公里|480|公里/万平方公里|Eq|Cardinal"]),
        ("控制在0.008人/亿元以下", &["控制在0.008人/亿元以下|0.008|人/亿元|Le|Cardinal"]),
        ("电价下降3分/千瓦时", &["下降3分/千瓦时|0.03|元/千瓦时|Eq|Cardinal"]),
        ("吞吐量突破千万标箱", &["突破千万标箱|10000000|标箱|Gt|Cardinal"]),
        ("降至0.3千克标准煤/元·年", &["降至0.3千克标准煤/元·年|0.3|千克标准煤/元·年|Eq|Cardinal"]),
        ("达到7张/千人", &["达到7张/千人|7|张/千人|Eq|Cardinal"]),
        ("降至45立方米/万元", &["降至45立方米/万元|45|立方米/万元|Eq|Cardinal"]),
        ("种植12万株（丛）", &["12万株（丛）|120000|株（丛）|Eq|Cardinal"]),
        ("建成3座（处）", &["3座（处）|3|座（处）|Eq|Cardinal"]),
        ("每斤提高2分钱", &["提高2分钱|0.02|元|Eq|Cardinal"]),
        ("补贴0.3元/千伏安", &["0.3元/千伏安|0.3|元/千伏安|Eq|Cardinal"]),
        ("死亡率降至15/10万", &["降至15/10万|15|/10万|Eq|Cardinal"]),
    ]);
}

#[test]
fn names_dates_and_slogans_are_no_quantities() {
    for text in [
        "推进“一带一路”建设",
        "“十四五”时期",
        "十三五规划",
        "“13335”工作法",
        "“6·18”平台",
        "构建“1+2+N”体系",
        "国产C919和5G网络",
        "4S店和PM2.5",
        "到2025年、2030年",
        "2021年3月14日",
        "二〇三五年远景目标",
        "6月底前",
        "8:30开始",
        "国发〔2021〕29号文件".trim_end_matches("29号文件"),
        "“三个融合”改革",
        "打造“15分钟生活圈”",
        "今后五年",
        "三年行动计划",
        "1.加快发展",
        "（3）",
        "—12—",
        "新建一个园区",
        "每万人发明专利",
        "亿元生产总值能耗",
        "统一大市场",
        "千方百计",
        "234国道",
        "双12活动",
    ] {
        let found = scan(text);
        assert!(found.is_empty(), "{text}: {:?}", lines(&found, text));
    }
}

#[test]
fn durations_are_found() {
    check(&[
        ("连续16年", &["连续16年|16|年|Eq|Cardinal"]),
        ("24小时值守", &["24小时|24|小时|Eq|Cardinal"]),
        ("办理时限3个工作日", &["3个工作日|3|个工作日|Eq|Cardinal"]),
    ]);
}

#[test]
fn all_numbers_are_found_where_every_one_is_wanted() {
    for (text, value) in [
        ("这是七", "7"),
        ("12k", "12000"),
        ("2e5", "200000"),
        ("三又四分之一", "3.25"),
        ("五元三毛", "5.3"),
        ("两美元又三美分", "2.03"),
        ("两百英镑五十便士", "200.5"),
        ("两角五分", "0.25"),
        ("1毛5", "0.15"),
        ("五毛钱", "0.5"),
        ("10毫克每升", "10"),
        ("三块五", "3.5"),
        ("两块八毛五", "2.85"),
        ("一米八", "1.8"),
        ("¥100", "100"),
        ("打八折", "80"),
        ("三打", "36"),
        ("零十", "10"),
        ("192.168", "192.168"),
        ("192.168.0.1", "168"),
        ("十几万多亿", "10000000000000"),
    ] {
        let found = scan_all(text);
        assert!(found.iter().any(|q| q.value.to_string() == value), "{text}: {:?}", lines(&found, text));
    }
}

#[test]
fn denied_bounds_are_turned_round_and_vague_numbers_are_ranges_or_bounds() {
    for (text, want) in [
        ("不得低于80万亩", "不得低于80万亩|800000|亩|Ge|Cardinal"),
        ("不应超过5%", "不应超过5%|5|%|Le|Percent"),
        ("严禁突破100%", "严禁突破100%|100|%|Le|Percent"),
        ("不得低于国家标准85%", "不得低于国家标准85%|85|%|Ge|Percent"),
        ("超过5%", "超过5%|5|%|Gt|Percent"),
        ("几十个", "几十个|10~100|个|Range|Cardinal"),
        ("数千家", "数千家|1000~10000|家|Range|Cardinal"),
        ("上百家", "上百家|100|家|Ge|Cardinal"),
        ("1.2万余家", "1.2万余家|12000|家|Gt|Cardinal"),
        ("85±2%", "85±2%|83~87|%|Range|Percent"),
        ("800元/人·月", "800元/人·月|800|元/人·月|Eq|Cardinal"),
        ("8万m3/d", "8万m3/d|80000|立方米/日|Eq|Cardinal"),
    ] {
        assert_eq!(lines(&scan(text), text), [want], "{text}");
    }
    for text in
        ["数十年如一日", "长风几万里", "线上百货", "十万人口", "4/5G基站", "到2023.12，", "2023.12前", "到24年6月"]
    {
        assert_eq!(lines(&scan(text), text), [""; 0], "{text}");
    }
}

#[test]
fn open_numbers_end_at_the_next_round_one_where_all_are_wanted() {
    for (text, low, high) in [
        ("3000多欧元", 3000, 4000),
        ("十几万", 100_000, 200_000),
        ("120余家", 120, 130),
        ("几百万元", 1_000_000, 10_000_000),
    ] {
        let found = scan_all(text);
        assert_eq!((found[0].value, found[0].upper), (low.into(), Some(high.into())), "{text}");
        let vague = text.starts_with('几');
        assert!(scan(text).iter().all(|q| q.upper.is_some() == vague), "{text}");
    }
    for (text, comparator) in
        [("比三十大一些", Comparator::Gt), ("比5%低", Comparator::Lt), ("同比30高", Comparator::Eq)]
    {
        assert_eq!(scan_all(text)[0].comparator, comparator, "{text}");
    }
}

/// Texts made of the characters that matter here, so that grammar paths are walked.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "一",
        "三五",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "零",
        "〇",
        "第",
        "前",
        "首位",
        "翻",
        "番",
        "半",
        "分之",
        "点",
        "多",
        "余",
        "几",
        "1",
        "25",
        "2021",
        "3.5",
        "1,234",
        ".",
        ",",
        "，",
        "。",
        "%",
        "‰",
        "个",
        "家",
        "元",
        "角",
        "公里",
        "千瓦",
        "百分点",
        "个百分点",
        "级",
        "强",
        "位",
        "名",
        "年",
        "月",
        "日",
        "时",
        ":",
        "/",
        "×",
        "—",
        "-",
        "至",
        "到",
        "和",
        "、",
        "以上",
        "以内",
        "左右",
        "超",
        "达到",
        "稳居",
        "全省",
        "在",
        "近",
        "约",
        "（",
        "）",
        "“",
        "”",
        "成",
        "倍",
        "k",
        "e",
        "^",
        "G",
        " ",
        "大关",
        "负",
        "零下",
        "比",
        "大",
        "类",
        "Ⅲ",
        "块",
        "毛",
        "米",
        "斤",
        "两",
        "¥",
        "折",
        "打",
        "不超过",
        "·",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn sound(text: &str, found: &[Quantity]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for q in found {
        prop_assert!(text.get(q.span.start..q.span.end).is_some() && !q.core.is_empty(), "{text}: {q:?}");
        prop_assert!(q.span.contains(q.core), "{text}: {q:?}");
        prop_assert!(q.span.start >= end, "{text}: {q:?} reaches back before {end}");
        end = q.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in ".{0,60}") {
        sound(&text, &scan(&text))?;
        sound(&text, &scan_all(&text))?;
    }

    #[test]
    fn places_are_in_order_and_hold_their_number(text in prose()) {
        sound(&text, &scan(&text))?;
        sound(&text, &scan_all(&text))?;
    }

    #[test]
    fn a_view_of_clean_text_reads_as_the_text(text in prose()) {
        let view = View::new(&text, &[Span::new(0, text.len())]);
        let clean = view.text().to_owned();
        let again = View::new(&clean, &[Span::new(0, clean.len())]);
        if again.text() == clean {
            prop_assert_eq!(scan(again.text()), scan(&clean));
        }
        for q in scan(&clean) {
            prop_assert!(text.get(view.source(q.span).start..view.source(q.span).end).is_some());
        }
    }

    #[test]
    fn whole_numbers_come_back(n in 1i64..10_000_000_000) {
        let text = format!("共{n}家");
        let found = scan(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, Number::from(n));
    }
}
