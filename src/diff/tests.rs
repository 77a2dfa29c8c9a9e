//! Properties of comparisons: nothing differs from itself, and the other direction is the mirror.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{analysis, number::Number, source::Source};

fn side(text: &str) -> Side {
    Side::of_reading(analysis::analyze(Source { name: "plan.txt", bytes: text.as_bytes() }).expect("it reads"))
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(&side(old), &side(new), &Options::default())
}

/// A place as seen in the test: line and section.
type Place = Option<(usize, String)>;

/// What a change says, without its number and in no order; `turn` mirrors it.
fn essence(change: &Change, turn: bool) -> String {
    let mut kinds: Vec<ChangeKind> =
        change.kinds.iter().map(|kind| if turn { kind.mirrored() } else { *kind }).collect();
    kinds.sort_unstable();
    let at = |at: &Option<At>| -> Place { at.as_ref().map(|at| (at.line, at.section.clone())) };
    let (mut old, mut new) = (at(&change.old), at(&change.new));
    let (mut from, mut to) = (change.old_commitment.clone(), change.new_commitment.clone());
    let mut absolute = change.difference.as_ref().map(|d| d.absolute);
    if turn {
        std::mem::swap(&mut old, &mut new);
        std::mem::swap(&mut from, &mut to);
        absolute = absolute.and_then(|n| n.times(Number::from(-1)));
    }
    let edits: Vec<String> = change.edits.iter().map(|edit| pieces(edit, turn)).collect();
    let mut edits = edits;
    edits.sort();
    format!(
        "{:?} {kinds:?} {old:?} {new:?} {from:?} {to:?} {absolute:?} {:?} {} {} {edits:?}",
        change.level, change.similarity, change.uncertain, change.with
    )
}

/// What was cut and what was put in.
fn pieces(edit: &Edit, turn: bool) -> String {
    let mut by: BTreeMap<&str, String> = BTreeMap::new();
    for piece in &edit.pieces {
        let name = match (piece.op, turn) {
            (Op::Equal, _) => continue,
            (Op::Delete, false) | (Op::Insert, true) => "cut",
            _ => "put",
        };
        by.entry(name).or_default().push_str(&piece.text);
    }
    format!("{by:?}")
}

fn essences(changes: &[Change], turn: bool) -> Vec<String> {
    let mut all: Vec<String> = changes.iter().map(|change| essence(change, turn)).collect();
    all.sort();
    all
}

fn mirrors(old: &str, new: &str) {
    let (there, back) = (compared(old, new), compared(new, old));
    assert_eq!(essences(&there.changes, true), essences(&back.changes, false));
    assert_eq!(essences(&there.kept, true), essences(&back.kept, false));
    assert_eq!(there.summary.folded, back.summary.folded);
    assert_eq!(there.summary.changes, back.summary.changes);
}

/// Sentences of plans, some alike.
const SENTENCES: [&str; 16] = [
    "到2025年，全市高新技术企业超过300家。",
    "到2025年，全市高新技术企业达到360家左右。",
    "到2024年，全市高新技术企业超过300家。",
    "力争到2025年，森林覆盖率达到58%。",
    "确保到2025年，森林覆盖率达到60%以上。",
    "到2025年，新增公办幼儿园学位1.2万个。",
    "健全生态保护补偿机制。",
    "健全生态保护补偿和损害赔偿制度。",
    "完善工资正常增长机制。",
    "深入打好蓝天、碧水、净土保卫战。",
    "深入打好蓝天、碧水、净土保卫战，加强扬尘治理。",
    "到2025年，单位地区生产总值能耗下降13.5%。",
    "到2025年，单位地区生产总值能耗下降14%。",
    "推进数字产业化和产业数字化；加强公共数据开放。",
    "推进数字产业化和产业数字化。加强公共数据开放。",
    "到2025年，城镇调查失业率控制在5.5%以内。",
];

/// A plan of chapters, each a title and sentences, all by number.
fn written(chapters: &[(usize, Vec<usize>)]) -> String {
    const TITLES: [&str; 5] = ["发展现代产业", "推动绿色发展", "增进民生福祉", "建设创新高地", "推动绿色低碳发展"];
    const NUMBERS: [&str; 5] = ["一", "二", "三", "四", "五"];
    let mut text = String::from("云岭市国民经济和社会发展第十四个五年规划纲要\n\n");
    for (at, (title, sentences)) in chapters.iter().enumerate() {
        text += &format!("第{}章 {}\n", NUMBERS[at % 5], TITLES[title % 5]);
        for sentence in sentences {
            text += SENTENCES[sentence % SENTENCES.len()];
            text.push('\n');
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_other_direction_is_the_mirror(
        old in prop::collection::vec((0usize..5, prop::collection::vec(0usize..16, 1..6)), 1..5),
        new in prop::collection::vec((0usize..5, prop::collection::vec(0usize..16, 1..6)), 1..5),
    ) {
        mirrors(&written(&old), &written(&new));
    }

    #[test]
    fn nothing_differs_from_itself(
        plan in prop::collection::vec((0usize..5, prop::collection::vec(0usize..16, 1..6)), 1..5),
    ) {
        let text = written(&plan);
        prop_assert_eq!(essences(&compared(&text, &text).changes, false), Vec::<String>::new());
    }
}

#[test]
fn the_fixture_mirrors() {
    let (old, new) = (include_str!("../../fixtures/diff/old.txt"), include_str!("../../fixtures/diff/new.txt"));
    mirrors(old, new);
}

#[test]
fn sentences_split_or_joined_differ_in_punctuation_alone() {
    let head = "云岭市第十四个五年规划纲要\n第一章 产业\n";
    let old = format!("{head}推进数字产业化和产业数字化；加强公共数据开放。");
    let new = format!("{head}推进数字产业化和产业数字化。加强公共数据开放。");
    let comparison = compared(&old, &new);
    assert_eq!((comparison.changes.len(), comparison.summary.folded.punctuation), (0, 1));
}

#[test]
fn a_passage_that_moved_is_one_change() {
    let head = "云岭市第十四个五年规划纲要\n第一章 发展现代产业\n";
    let moved = "健全生态保护补偿机制。深入打好蓝天、碧水、净土保卫战。";
    let rest = "推动装备制造向高端迈进。引导企业开展智能化改造。加快建设消费中心。";
    let comparison = compared(&format!("{head}{moved}{rest}"), &format!("{head}{rest}{moved}"));
    assert_eq!(comparison.changes.len(), 1, "{:?}", comparison.changes);
    assert_eq!(
        (comparison.changes[0].kinds.as_slice(), comparison.changes[0].with),
        ([ChangeKind::Moved].as_slice(), 1)
    );
}

#[test]
fn an_inserted_chapter_renumbers_the_others_without_a_word() {
    let chapter = |number: &str, title: &str| format!("第{number}章 {title}\n坚持{title}，完善{title}的体制机制。\n");
    let head = "云岭市第十四个五年规划纲要\n";
    let old = [chapter("一", "发展产业"), chapter("二", "改善民生"), chapter("三", "保护环境")].concat();
    let new =
        [chapter("一", "发展产业"), chapter("二", "扩大开放"), chapter("三", "改善民生"), chapter("四", "保护环境")];
    let comparison = compared(&format!("{head}{old}"), &format!("{head}{}", new.concat()));
    assert_eq!(comparison.changes.len(), 1, "{:?}", comparison.changes);
    assert_eq!(comparison.changes[0].kinds, [ChangeKind::Added]);
    assert_eq!(comparison.summary.folded.renumbered, 2);
}

#[test]
fn units_and_measures_that_differ_are_not_more_or_less() {
    let head = "云岭市第十四个五年规划纲要\n第一章 产业\n";
    let of = |old: &str, new: &str| {
        let comparison = compared(&format!("{head}{old}"), &format!("{head}{new}"));
        comparison.changes.into_iter().flat_map(|change| change.kinds).collect::<Vec<_>>()
    };
    use ChangeKind::*;
    assert_eq!(of("到2025年，绿地面积达到300公顷。", "到2025年，绿地面积达到4500亩。"), [UnitChanged]);
    assert_eq!(of("到2025年，绿地面积达到300公顷。", "到2025年，绿地面积新增300公顷。"), [MeasureChanged]);
    assert_eq!(of("到2025年，失业率控制在5%左右。", "到2025年，失业率控制在5%以内。"), [Tightened]);
    assert_eq!(of("到2025年，覆盖率达到90%以上。", "到2025年，覆盖率力争达到95%左右。"), [Raised, Loosened, Weakened]);
}

/// What a user must be told between two periods: old targets, new targets, and what happened, worked out by hand.
const PERIODS: [(&str, &str, &[&str]); 14] = [
    (
        "到2025年，地区生产总值年均增长6%。单位地区生产总值能耗累计下降13.5%。",
        "到2030年，单位地区生产总值能耗累计下降12%。地区生产总值年均增长5.5%。",
        &["lowered 单位地区生产总值能耗", "lowered 地区生产总值"],
    ),
    (
        "到2025年，地区生产总值达到1200亿元。",
        "到2030年，单位地区生产总值能耗下降12%，地区生产总值年均增长5%。",
        &["added 单位地区生产总值能耗", "added 地区生产总值", "dropped 地区生产总值"],
    ),
    ("到2025年，GDP年均增长6%。", "到2030年，地区生产总值年均增长6%。", &["kept 地区生产总值"]),
    (
        "到2025年，居民人均可支配收入年均增长6%。",
        "到2030年，居民人均可支配收入达到6万元。",
        &["added 居民人均可支配收入", "dropped 居民人均可支配收入"],
    ),
    (
        "到2025年，高新技术企业达到300家。",
        "“十四五”时期，高新技术企业达到310家。到2030年，上市企业达到30家。",
        &["added 上市企业", "dropped 高新技术企业"],
    ),
    ("到2025年，森林覆盖率达到58%。", "到2030年，森林覆盖率达到58%。", &["kept 森林覆盖率"]),
    ("到2035年，人均地区生产总值达到20万元。", "到2035年，人均地区生产总值达到20万元。", &["kept 人均地区生产总值"]),
    (
        "到2025年，每千人口执业医师数达到3.2人。",
        "到2030年，每千人口医疗卫生机构床位数达到7.5张，每千人口执业（助理）医师数达到3.8人。",
        &["added 每千人口医疗卫生机构床位数", "raised 每千人口执业（助理）医师数"],
    ),
    (
        "到2025年，城镇新增就业15万人。",
        "到2030年，城镇新增就业12万人，城镇调查失业率控制在5.5%以内。",
        &["added 城镇调查失业率", "lowered 城镇新增就业"],
    ),
    (
        "到2025年，户籍人口城镇化率达到50%，常住人口城镇化率达到65%。",
        "到2030年，常住人口城镇化率达到70%。",
        &["dropped 户籍人口城镇化率", "raised 常住人口城镇化率"],
    ),
    (
        "到2025年，研发经费投入强度达到2.8%。",
        "到2030年，全社会研发经费投入年均增长8%。",
        &["added 全社会研发经费投入", "dropped 研发经费投入强度"],
    ),
    (
        "到2025年，数字经济核心产业增加值占GDP比重达到10%。",
        "到2030年，数字经济核心产业增加值占地区生产总值比重达到13%。",
        &["raised 数字经济核心产业增加值占地区生产总值比重"],
    ),
    (
        "到2025年，空气质量优良天数比率达到92%。",
        "到2030年，细颗粒物平均浓度下降10%，城市空气质量优良天数比例达到93%。",
        &["added 细颗粒物平均浓度", "raised 城市空气质量优良天数比例"],
    ),
    (
        "到2025年，规模以上工业增加值年均增长8%，规模以上工业企业达到500家。",
        "到2030年，规模以上工业企业达到600家，规模以上服务业企业达到200家。",
        &["added 规模以上服务业企业", "dropped 规模以上工业增加值", "raised 规模以上工业企业"],
    ),
];

#[test]
fn between_periods_targets_are_paired_with_targets_of_the_same_thing() {
    let plan = |number: &str, text: &str| {
        side(&format!(
            "云岭市国民经济和社会发展第十{number}个五年规划纲要\n第一章 主要目标\n{text}\n第二章 保障\n强化保障。\n"
        ))
    };
    let mut wrong = Vec::new();
    for (old, new, expected) in PERIODS {
        let compared = compare(&plan("四", old), &plan("五", new), &Options::default());
        let all = compared.changes.iter().chain(&compared.kept).filter(|change| change.level == Level::Commitments);
        let shown = |change: &Change| {
            format!("{} {}", change.kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join("+"), change.name)
        };
        let mut found: Vec<String> = all.map(shown).collect();
        found.sort();
        if found != expected {
            wrong.push(format!("{old} / {new}\n  want {expected:?}\n  got  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), PERIODS.len(), wrong.join("\n"));
}

#[test]
fn reports_and_plans_of_two_years_are_two_periods() {
    let report = |year: i32, said: &str| {
        side(&format!(
            "云岭市人民政府工作报告\n一、{}年工作回顾\n建成学校5所。\n二、{year}年工作安排\n{said}地区生产总值增长5%左右。\n",
            year - 1
        ))
    };
    let plan = |year: i32, due: &str| {
        side(&format!("云岭市{year}年工作要点\n一、重点任务\n新建社区食堂20个，完善助餐网络（市民政局，{due}）。\n"))
    };
    let shown = |comparison: &Comparison| {
        let all =
            comparison.changes.iter().filter(|change| change.level != Level::Text && change.level != Level::Outline);
        all.map(|change| format!("{:?} {}", change.kinds, change.name)).collect::<Vec<_>>()
    };
    let reports = compare(&report(2024, "2024年，"), &report(2025, "2025年，"), &Options::default());
    assert!(reports.across_periods.is_some());
    assert_eq!(shown(&reports), Vec::<String>::new());
    let plans = compare(&plan(2024, "8月底前"), &plan(2025, "8月底前"), &Options::default());
    assert!(plans.across_periods.is_some_and(|frame| frame.shift == 1));
    assert_eq!(shown(&plans), Vec::<String>::new());
}
