//! Targets and observations made by hand, with results worked out by hand.

use super::*;
use crate::{
    analysis::Recurrence,
    number::Number,
    quantity::Comparator,
    sample,
    statement::{Baseline, Change, DeadlineSource, Status},
};

fn number(text: &str) -> Number {
    text.parse().expect("a number")
}

/// A target by 2025 of a plan that begins in 2021.
fn target(indicator: &str, value: &str, unit: &str, comparator: Comparator, change: Change) -> Record {
    let amount = sample::amount(0, unit, comparator, change, value);
    let record = sample::statement(indicator, indicator, 0, Status::Target, indicator);
    let record = sample::quantity(record, crate::statement::Amount { value: number(value), ..amount });
    sample::due(record, 2025, DeadlineSource::Explicit)
}

fn from(record: Record, value: &str, year: Option<i32>) -> Record {
    let unit = record.quantity.as_ref().map(|amount| amount.unit.clone()).unwrap_or_default();
    Record { baseline: Some(Baseline { value: number(value), unit: (*unit).clone(), year }.into()), ..record }
}

fn progress(records: Vec<Record>, rows: &str, options: &Options) -> Progress {
    let text = format!("indicator,year,value,unit,basis\n{rows}");
    track(&sample::analysis(records), Observations::of_rows("seen.csv", &text).expect("a table"), options)
}

/// How the one target stands by `rows`: standing, reason, way and time.
fn stands(record: Record, rows: &str) -> (Standing, Option<Reason>, String, String) {
    let found = progress(vec![record], rows, &Options::default());
    let share = |number: Option<Number>| number.map(|number| number.to_string()).unwrap_or_default();
    let one = &found.targets[0];
    (one.standing, one.reason, share(one.way), share(one.time))
}

fn told(standing: Standing, way: &str, time: &str) -> (Standing, Option<Reason>, String, String) {
    (standing, None, way.into(), time.into())
}

#[test]
fn a_state_is_judged_by_a_straight_line() {
    use Standing::*;
    let jobs = || from(target("就业人数", "200", "人", Comparator::Ge, Change::Level), "100", Some(2020));
    // After two of five years: 40% of the time; ten points of margin.
    assert_eq!(stands(jobs(), "就业人数,2022,150,人,"), told(Ahead, "0.5", "0.4"));
    assert_eq!(stands(jobs(), "就业人数,2022,149,人,"), told(OnTrack, "0.49", "0.4"));
    assert_eq!(stands(jobs(), "就业人数,2022,130,人,"), told(OnTrack, "0.3", "0.4"));
    assert_eq!(stands(jobs(), "就业人数,2022,129,人,"), told(Behind, "0.29", "0.4"));
    assert_eq!(stands(jobs(), "就业人数,2022,200,人,"), told(Early, "1", "0.4"));
    assert_eq!(stands(jobs(), "就业人数,2022,90,人,"), told(Behind, "-0.1", "0.4"));
    // At the deadline it is reached or not, however little is missing.
    assert_eq!(stands(jobs(), "就业人数,2025,199,人,"), told(Behind, "0.99", "1"));
    assert_eq!(stands(jobs(), "就业人数,2025,200,人,"), told(OnTrack, "1", "1"));
    assert_eq!(stands(jobs(), "就业人数,2025,215,人,"), told(Ahead, "1.15", "1"));
    let expected = progress(vec![jobs()], "就业人数,2022,150,人,", &Options::default()).targets[0].expected;
    assert_eq!(expected, Some(Number::from(140)));
}

#[test]
fn a_bound_that_excludes_its_number_is_not_met_by_it() {
    let firms = |comparator| from(target("高新技术企业", "100", "家", comparator, Change::Level), "50", Some(2020));
    assert_eq!(stands(firms(Comparator::Ge), "高新技术企业,2025,100,家,").0, Standing::OnTrack);
    assert_eq!(stands(firms(Comparator::Gt), "高新技术企业,2025,100,家,").0, Standing::Behind);
}

#[test]
fn less_is_better_where_the_indicator_says_so() {
    use Standing::*;
    let dust = || from(target("细颗粒物浓度", "30", "微克/立方米", Comparator::Eq, Change::Level), "40", Some(2020));
    assert_eq!(stands(dust(), "细颗粒物浓度,2022,34,微克/立方米,"), told(Ahead, "0.6", "0.4"));
    assert_eq!(stands(dust(), "细颗粒物浓度,2022,42,微克/立方米,"), told(Behind, "-0.2", "0.4"));
    assert_eq!(stands(dust(), "细颗粒物浓度,2024,29,微克/立方米,").0, Early);
    // The table of standard indicators tells of 煤炭消费总量, no word in the name does: 60 is its limit.
    let coal = from(target("煤炭消费总量", "60", "吨", Comparator::Eq, Change::Level), "50", Some(2020));
    assert_eq!(stands(coal, "煤炭消费总量,2022,58,吨,").0, OnTrack);
    // Nothing tells of density: where it starts from does.
    let density = from(target("人口密度", "80", "人", Comparator::Eq, Change::Level), "100", Some(2020));
    assert_eq!(stands(density, "人口密度,2022,90,人,"), told(Ahead, "0.5", "0.4"));
    // Of places the first is the best.
    let place = from(target("经济总量", "3", "位", Comparator::Eq, Change::Level), "8", Some(2020));
    assert_eq!(stands(place, "经济总量,2022,6,位,"), told(OnTrack, "0.4", "0.4"));
}

#[test]
fn limits_and_states_met_from_the_start_are_kept_or_not() {
    use Standing::*;
    let limit = || target("城镇调查失业率", "5", "%", Comparator::Le, Change::Level);
    assert_eq!(stands(limit(), "城镇调查失业率,2022,4.8,%,"), told(OnTrack, "", ""));
    assert_eq!(stands(limit(), "城镇调查失业率,2022,5.1,%,"), told(Behind, "", ""));
    let forest = || from(target("森林覆盖率", "65", "%", Comparator::Ge, Change::Level), "66", Some(2020));
    assert_eq!(stands(forest(), "森林覆盖率,2022,65.5,%,"), told(OnTrack, "", ""));
    assert_eq!(stands(forest(), "森林覆盖率,2022,64,%,"), told(Behind, "", ""));
    let found = progress(vec![forest()], "森林覆盖率,2022,64,%,", &Options::default());
    assert_eq!((found.targets[0].measure, found.targets[0].sense), (TargetType::Hold, Sense::Within));
    let mut people = target("常住人口", "100", "人", Comparator::Range, Change::Level);
    people.quantity.as_mut().expect("an amount").upper = Some(Box::new(number("110")));
    assert_eq!(stands(people.clone(), "常住人口,2022,105,人,").0, OnTrack);
    assert_eq!(stands(people, "常住人口,2022,111,人,").0, Behind);
}

#[test]
fn without_a_start_only_early_and_the_deadline_can_be_told() {
    use Standing::*;
    let firms = || target("上市企业", "10", "家", Comparator::Ge, Change::Level);
    let no_baseline = |standing| (standing, Some(Reason::NoBaseline), String::new(), String::new());
    assert_eq!(stands(firms(), "上市企业,2023,9,家,"), no_baseline(NoData));
    assert_eq!(stands(firms(), "上市企业,2023,10,家,"), no_baseline(Early));
    assert_eq!(stands(firms(), "上市企业,2025,9,家,"), no_baseline(Behind));
    assert_eq!(stands(firms(), "上市企业,2025,10,家,"), no_baseline(OnTrack));
    // The value of the last year before the plan is where it starts from.
    assert_eq!(stands(firms(), "上市企业,2020,5,家,\n上市企业,2022,7,家,"), told(OnTrack, "0.4", "0.4"));
    let undated = Record { deadline: None, ..from(firms(), "5", Some(2020)) };
    assert_eq!(stands(undated, "上市企业,2023,9,家,").1, Some(Reason::NoDeadline));
    let foreign = Record {
        baseline: Some(Baseline { value: number("5"), unit: "元".into(), year: Some(2020) }.into()),
        ..firms()
    };
    assert_eq!(stands(foreign, "上市企业,2023,9,家,").1, Some(Reason::BaselineUnit));
}

#[test]
fn additions_are_summed_up_and_running_totals_are_not() {
    use Standing::*;
    let homes = || target("保障性住房", "1000", "套", Comparator::Eq, Change::Increment);
    let years = "保障性住房,2021,300,套,\n保障性住房,2022,300,套,";
    assert_eq!(stands(homes(), years), told(Ahead, "0.6", "0.4"));
    let totals = "保障性住房,2021,200,套,累计\n保障性住房,2022,400,套,累计";
    assert_eq!(stands(homes(), totals), told(OnTrack, "0.4", "0.4"));
    let gap = "保障性住房,2021,300,套,\n保障性住房,2023,300,套,当年";
    assert_eq!(stands(homes(), gap), (OnTrack, Some(Reason::YearsMissing), "0.6".into(), "0.6".into()));
    // A total, and the year after it.
    let mixed = "保障性住房,2022,400,套,累计\n保障性住房,2023,300,套,";
    assert_eq!(stands(homes(), mixed), told(Ahead, "0.7", "0.6"));
    let fall = target("单位地区生产总值能耗", "13.5", "%", Comparator::Eq, Change::CumulativeGrowth);
    assert_eq!(stands(fall, "单位地区生产总值能耗,2022,5.4,%,"), told(OnTrack, "0.4", "0.4"));
}

#[test]
fn values_of_a_year_are_judged_year_by_year_or_by_their_mean() {
    use Standing::*;
    let growth = || target("地区生产总值", "6", "%", Comparator::Eq, Change::GrowthRate);
    let rows = |a: &str, b: &str| format!("地区生产总值,2021,{a},%,\n地区生产总值,2022,{b},%,");
    assert_eq!(stands(growth(), &rows("8", "5.2")), told(Ahead, "", ""));
    assert_eq!(stands(growth(), &rows("8", "5")), told(OnTrack, "", ""));
    assert_eq!(stands(growth(), &rows("5.4", "5.4")), told(OnTrack, "", ""));
    assert_eq!(stands(growth(), &rows("5.4", "5.2")), told(Behind, "", ""));
    let each = Record {
        recurrence: Some(Recurrence::Yearly),
        ..target("新增就业", "1000", "人", Comparator::Ge, Change::Increment)
    };
    assert_eq!(stands(each, "新增就业,2021,500,人,\n新增就业,2022,1000,人,"), told(OnTrack, "", ""));
    let prices = target("居民消费价格涨幅", "3", "%", Comparator::Le, Change::GrowthRate);
    assert_eq!(stands(prices, "居民消费价格涨幅,2022,3.2,%,"), told(Behind, "", ""));
}

#[test]
fn units_are_converted_or_refused() {
    let land = from(target("建设用地", "300", "亩", Comparator::Ge, Change::Level), "0", Some(2020));
    let found = progress(vec![land], "建设用地,2022,8,公顷,", &Options::default());
    assert_eq!((found.targets[0].latest, found.targets[0].way), (Some(Number::from(120)), Some(number("0.4"))));
    let money = target("地区生产总值", "100000000", "元", Comparator::Ge, Change::Level);
    let found = progress(vec![money], "地区生产总值,2022,3,万美元,", &Options::default());
    assert_eq!((found.problems[0].kind, found.problems[0].line), (ProblemKind::OtherUnit, Some(2)));
    assert!(found.problems[0].message.contains("`万美元` cannot be told in `元`"), "{}", found.problems[0].message);
    assert_eq!(found.targets[0].reason, Some(Reason::NoObservation));
}

#[test]
fn a_count_is_no_place_among_others() {
    let place = || from(target("高新技术企业数", "1", "位", Comparator::Eq, Change::Level), "8", Some(2020));
    let count = || from(target("高新技术企业总数", "1000", "家", Comparator::Gt, Change::Level), "600", Some(2020));
    let found = progress(vec![place(), count()], "高新技术企业数,2022,800,家,", &Options::default());
    assert_eq!((found.targets[0].latest, found.targets[1].latest), (None, Some(Number::from(800))));
    let alone = progress(vec![place()], "高新技术企业数,2022,800,家,", &Options::default());
    assert_eq!((alone.problems[0].kind, alone.targets[0].latest), (ProblemKind::OtherUnit, None));
    let told = progress(vec![place(), count()], "高新技术企业数,2022,3,名,", &Options::default());
    assert_eq!((told.targets[0].latest, told.targets[1].latest), (Some(Number::from(3)), None));
}

#[test]
fn nothing_is_said_of_years_after_the_deadline_or_the_year_looked_from() {
    let jobs = || from(target("就业人数", "200", "人", Comparator::Ge, Change::Level), "100", Some(2020));
    let rows = "就业人数,2022,130,人,\n就业人数,2023,180,人,\n就业人数,2026,230,人,";
    let options = Options { as_of: Some(2022), ..Options::default() };
    let found = progress(vec![jobs()], rows, &options);
    assert_eq!((found.targets[0].latest_year, found.targets[0].standing), (Some(2022), Standing::OnTrack));
    let kinds: Vec<_> = found.problems.iter().map(|problem| (problem.line, problem.kind)).collect();
    assert_eq!(kinds, [(Some(3), ProblemKind::AfterAsOf), (Some(4), ProblemKind::AfterAsOf)]);
    let found = progress(vec![jobs()], rows, &Options::default());
    assert_eq!((found.targets[0].latest_year, found.as_of), (Some(2023), Some(2026)));
    assert_eq!(found.problems[0].kind, ProblemKind::AfterDeadline);
    let early = progress(vec![jobs()], "就业人数,2019,90,人,", &Options::default());
    assert_eq!(early.problems[0].kind, ProblemKind::BeforeStart);
    assert_eq!(early.targets[0].reason, Some(Reason::OnlyLater));
}

#[test]
fn two_values_of_a_year_are_no_value_and_one_twice_is_one() {
    let jobs = || from(target("就业人数", "200", "人", Comparator::Ge, Change::Level), "100", Some(2020));
    let found = progress(vec![jobs()], "就业人数,2022,130,人,\n就业人数,2022,0.0131,万人,", &Options::default());
    let kinds: Vec<_> = found.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!((kinds, found.targets[0].latest), (vec![ProblemKind::TwoValues; 2], None));
    let found = progress(vec![jobs()], "就业人数,2022,130,人,\n就业人数,2022,0.013,万人,", &Options::default());
    assert_eq!(found.problems[0].kind, ProblemKind::Repeated);
    assert_eq!(found.targets[0].latest, Some(Number::from(130)));
}

#[test]
fn names_are_matched_by_likeness_and_fixed_by_a_map() {
    let records = || {
        let firms = target("智能制造车间联盟", "100", "家", Comparator::Ge, Change::Level);
        let added = target("智能制造车间", "40", "家", Comparator::Ge, Change::Increment);
        vec![from(firms, "50", Some(2020)), added]
    };
    let rows = "智能制造车间联合,2022,70,家,";
    let found = progress(records(), rows, &Options::default());
    let pair = &found.matches[0];
    assert_eq!((pair.target.as_deref(), pair.to_confirm), (Some("智能制造车间联盟"), true));
    // Seven pairs of characters each, six of them shared: 12 of 14.
    assert_eq!(pair.score, Some(number("0.857")));
    // A state is likelier than an addition of the same name.
    let same = vec![
        target("上市企业", "40", "家", Comparator::Ge, Change::Increment),
        target("上市企业", "90", "家", Comparator::Ge, Change::Level),
    ];
    let found = progress(same, "上市企业,2022,95,家,", &Options::default());
    assert_eq!((found.targets[0].observed_as.is_some(), found.targets[1].standing), (false, Standing::Early));
    let map = Map::parse("- observed: 智能制造车间联合\n  target: 智能制造车间\n").expect("a map");
    let found = progress(records(), rows, &Options { map, as_of: None });
    assert_eq!((found.matches[0].to_confirm, found.matches[0].score), (false, Some(Number::from(1))));
    assert_eq!((found.targets[0].latest, found.targets[1].latest), (None, Some(Number::from(70))));
    let aside = Map::parse("- observed: 智能制造车间联合\n  target:\n").expect("a map");
    let found = progress(records(), rows, &Options { map: aside, as_of: None });
    assert_eq!((found.problems[0].kind, found.matches[0].target.as_deref()), (ProblemKind::SetAside, None));
}

#[test]
fn many_targets_with_names_that_are_alike_are_told_apart() {
    let name = |at: usize| format!("第{at}号智能制造车间联盟");
    let targets = (0..4000).map(|at| target(&name(at), "9", "家", Comparator::Ge, Change::Level)).collect();
    let rows: String = (0..40).map(|at| format!("{},2022,{at},家,\n", name(at * 100))).collect();
    let found = progress(targets, &rows, &Options::default());
    let seen = found.targets.iter().filter_map(|target| Some((target.indicator.clone(), target.latest?)));
    let want = (0..40).map(|at| (name(at * 100), Number::from(at as i64)));
    assert_eq!(seen.collect::<Vec<_>>(), want.collect::<Vec<_>>());
}

#[test]
fn a_map_that_names_what_is_not_there_is_refused() {
    let firms = || vec![target("上市企业", "100", "家", Comparator::Ge, Change::Level)];
    let found = progress(firms(), "上市企业,2022,70,家,", &Options::default());
    let message = |text: &str| Map::parse(text).and_then(|map| map.check(&found)).expect_err("wrong").to_string();
    assert!(
        message("- {observed: 上市企业, target: 桥梁}").contains("entry 1 (`上市企业`): the plan has no target `桥梁`")
    );
    assert!(message("- {observed: 道路, target: 上市企业}").contains("nothing was observed under the name `道路`"));
    assert!(message("- {seen: 道路}").contains("no map of indicators"));
    assert!(Map::parse("# nothing yet\n").is_ok());
    let draft = Map::draft(&found);
    let text = crate::render::yaml::value(&draft);
    assert_eq!(Map::parse(&text).expect("a draft is a map").entries, draft);
}

#[test]
fn tables_are_read_under_both_languages_or_refused_in_words() {
    let rows = |text: &str| Observations::of_rows("a.csv", text).map(|found| (found.rows.len(), found.problems.len()));
    assert_eq!(rows("\u{FEFF}指标名称,年度,实际值,计量单位\n就业,2022,5,人\n"), Ok((1, 0)));
    assert_eq!(rows("Indicator\tYear\tValue\tUnit\n就业\t2022\t\"1,205.5\"\t人\n\n"), Ok((1, 0)));
    assert_eq!(rows("指标,年份,数值,单位,口径\n就业,2022,5,人,年中\n"), Ok((0, 1)));
    // Each thing that is wrong with a row is told.
    assert_eq!(rows("指标,年份,数值,单位\n就业,22,五,\n,,,\n"), Ok((0, 3)));
    assert_eq!(rows("指标,数值,单位\n就业,5,人\n"), Err(RowsError::Column("year")));
    assert_eq!(rows(""), Err(RowsError::Column("indicator")));
    // A title above, shares as they are shown, dates, a column for each year.
    assert_eq!(rows("监测表,,,\n指标,年份,数值,单位\n失业率,2022/12/31,6.5%,\n覆盖率,2022,6.5%,%\n"), Ok((2, 0)));
    assert_eq!(rows("指标,年份,数值,单位\n企业,2022,6.5%,家\n企业,2022年1-6月,6,家\n"), Ok((0, 2)));
    assert_eq!(rows("指标,单位,2021,2022年,备注\n就业,人,5,6,\n企业,家,,7,\n公园,个,,,\n"), Ok((3, 1)));
    assert_eq!(rows("指标,年份,实际,单位\n就业,2022,5,人\n"), Err(RowsError::Column("value")));
    let guarded = Observations::of_rows("a.csv", "指标,年份,数值,单位\n'=就业,2022,-5,人\n").expect("a table");
    assert_eq!((guarded.rows[0].indicator.as_str(), guarded.rows[0].value), ("=就业", Number::from(-5)));
}

#[test]
fn what_is_told_as_more_than_a_number_is_more_than_it() {
    let plan = || sample::analysis(vec![target("高新技术企业", "100", "家", Comparator::Gt, Change::Level)]);
    let stands = |comparator| {
        let record = sample::statement("100家", "100家", 0, Status::Achieved, "高新技术企业");
        let record = sample::quantity(record, sample::amount(100, "家", comparator, Change::Level, "100家"));
        let report = sample::analysis(vec![sample::due(record, 2025, DeadlineSource::Explicit)]);
        track(&plan(), Observations::of_results(&report), &Options::default()).targets[0].standing
    };
    assert_eq!(stands(Comparator::Gt), Standing::OnTrack);
    assert_eq!((stands(Comparator::Eq), stands(Comparator::Lt)), (Standing::Behind, Standing::Behind));
}

#[test]
fn what_a_report_tells_of_several_years_is_no_value_of_one() {
    let done = |value: i64, sentence: &str, heading: &str| {
        let record = sample::statement(sentence, &format!("{value}个"), 0, Status::Achieved, "公园");
        let amount = sample::amount(value, "个", Comparator::Eq, Change::Increment, &format!("{value}个"));
        let mut record = sample::due(sample::quantity(record, amount), 2025, DeadlineSource::Inherited);
        record.path = [heading.into()].into();
        record
    };
    let latest = |records: Vec<Record>, first: i32| {
        let mut plan = sample::analysis(vec![target("公园", "100", "个", Comparator::Eq, Change::Increment)]);
        plan.document.period = Some(crate::analysis::Period { start: first, end: 2025 });
        let found = track(&plan, Observations::of_results(&sample::analysis(records)), &Options::default());
        (found.targets[0].latest, found.problems.first().map(|problem| problem.kind))
    };
    let years = |heading: &str| vec![done(80, "新建公园80个", heading)];
    let number = |value: i64| Some(Number::from(value));
    assert_eq!(latest(years("一、2025年工作回顾"), 2025), (number(80), None));
    for heading in ["“十四五”时期工作回顾", "过去五年，我们坚持以人为本"] {
        assert_eq!(latest(years(heading), 2025), (None, Some(ProblemKind::OtherYears)), "{heading}");
    }
    // A heading that names both speaks of the year; its own words say more.
    let both = "一、2025年和“十四五”时期工作回顾";
    assert_eq!(latest(years(both), 2025).0, number(80));
    assert_eq!(latest(vec![done(80, "累计新建公园80个", both)], 2025).1, Some(ProblemKind::OtherYears));
    // Where the heading does not say so, a mean of several years beside it does.
    let mean = || done(6, "人均收入年均增长6个", "二、民生持续改善");
    assert_eq!(latest(vec![done(80, "新建公园80个", "二、民生持续改善"), mean()], 2025).0, None);
    assert_eq!(latest(vec![done(80, "2025年新建公园80个", "二、民生持续改善"), mean()], 2025).0, number(80));
    // Of a plan for these years it is the sum so far; that of one year is not counted twice.
    assert_eq!(latest(years("“十四五”时期工作回顾"), 2021), (number(80), None));
    let two = vec![done(80, "新建公园80个", "“十四五”时期工作回顾"), done(15, "新建公园15个", "2025年工作回顾")];
    assert!(matches!(latest(two, 2025), (found, _) if found == number(15)));
}

#[test]
fn a_later_report_tells_what_was_reached() {
    let done = |indicator: &str, value: i64, year: Option<i32>| {
        let record = sample::statement(indicator, indicator, 0, Status::Achieved, indicator);
        let record = sample::quantity(record, sample::amount(value, "家", Comparator::Eq, Change::Level, "家"));
        year.map_or(record.clone(), |year| sample::due(record, year, DeadlineSource::Explicit))
    };
    let report = sample::analysis(vec![done("上市企业", 70, Some(2022)), done("孵化器", 5, None)]);
    let plan = sample::analysis(vec![
        target("上市企业", "40", "家", Comparator::Ge, Change::Increment),
        from(target("上市企业", "100", "家", Comparator::Ge, Change::Level), "50", Some(2020)),
    ]);
    let found = track(&plan, Observations::of_results(&report), &Options::default());
    // A state reported is no addition.
    assert_eq!((found.targets[0].latest, found.targets[1].way), (None, Some(number("0.4"))));
    assert_eq!((found.problems.len(), found.problems[0].kind), (1, ProblemKind::NoYear));
}

#[test]
fn values_at_the_edge_of_what_numbers_hold_are_judged() {
    use Standing::*;
    let (least, most) = ("-79228162514264337593543950335", "79228162514264337593543950335");
    let parks = || from(target("公园", "1", "个", Comparator::Ge, Change::Level), "0", Some(2020));
    assert_eq!(stands(parks(), &format!("公园,2022,{least},个,")).0, Behind);
    assert_eq!(stands(parks(), &format!("公园,2025,{least},个,")).0, Behind);
    assert_eq!(stands(parks(), &format!("公园,2022,{most},个,")).0, Early);
    let growth = |value: &str| target("生产总值", value, "%", Comparator::Ge, Change::GrowthRate);
    assert_eq!(stands(growth(most), &format!("生产总值,2022,{most},%,")).0, OnTrack);
    assert_eq!(stands(growth(most), "生产总值,2022,1,%,").0, Behind);
    assert_eq!(stands(growth(least), &format!("生产总值,2022,{least},%,")).0, OnTrack);
}

#[test]
fn a_target_without_its_number_is_none() {
    let bare = Record { quantity: None, ..target("公园", "1", "个", Comparator::Ge, Change::Level) };
    let found = progress(vec![bare], "公园,2022,3,个,", &Options::default());
    assert_eq!((found.targets.len(), found.without_number), (0, 1));
}
