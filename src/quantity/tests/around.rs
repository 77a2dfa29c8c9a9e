//! What stands around a number and makes it a name, a date or a numbering, and what beside it is none.

use super::check;

#[test]
fn numbers_joined_to_letters_and_signs_are_names() {
    check(&[
        ("网址A_5家", &[]),
        ("图A—5家", &[]),
        ("建成A.5家", &[]),
        ("192.168.0.1", &[]),
        ("5-A级", &[]),
        ("4家/5G", &["4家|4|家|Eq|Cardinal"]),
        ("型号1-5-15家", &["1-5|1~5||Range|Cardinal"]),
        ("A/5家", &[]),
        ("标准A/5系列", &[]),
        ("建成A-3%", &[]),
        ("覆盖5/G", &["5|5||Eq|Cardinal"]),
        ("5家A级", &["5家|5|家|Eq|Cardinal"]),
        ("打造双千亿园区", &[]),
        ("基准.5家", &["5家|5|家|Eq|Cardinal"]),
        ("基准.5.3家", &["5.3家|5.3|家|Eq|Cardinal"]),
    ]);
}

#[test]
fn years_months_and_days_are_dates_and_what_only_looks_like_them_counts() {
    check(&[
        ("2021/2025年", &[]),
        ("2021—2025", &[]),
        ("2021/25年", &[]),
        ("2021—25家", &["25家|25|家|Eq|Cardinal"]),
        ("二〇二一家", &[]),
        ("2,025", &["2,025|2025||Eq|Cardinal"]),
        ("2021.5年", &["2021.5年|2021.5|年|Eq|Cardinal"]),
        ("24年6月", &[]),
        ("24年6家", &["24年|24|年|Eq|Cardinal", "6家|6|家|Eq|Cardinal"]),
        ("2025千瓦", &["2025千瓦|2025|千瓦|Eq|Cardinal"]),
        ("2千年", &["2千年|2000|年|Eq|Cardinal"]),
        ("240年6月", &["240年|240|年|Eq|Cardinal"]),
        ("1.5月", &[]),
        ("三千月", &["三千|3000||Eq|Cardinal"]),
        ("12月5家", &["5家|5|家|Eq|Cardinal"]),
        ("12月5号", &[]),
        ("12月5，", &["5|5||Eq|Cardinal"]),
        ("5日", &[]),
        ("15日内办结", &["15日内|15|日|Le|Cardinal"]),
        ("三千日", &["三千日|3000|日|Eq|Cardinal"]),
        ("三百日攻坚", &["三百日|300|日|Eq|Cardinal"]),
        ("三点五", &[]),
        ("8点", &[]),
        ("（5）15时", &[]),
        ("三百时", &["三百|300||Eq|Cardinal"]),
        ("3万时", &["3万|30000||Eq|Cardinal"]),
    ]);
}

#[test]
fn months_in_digits_stand_behind_prepositions_or_before_the_word_that_ends_them() {
    check(&[
        ("到2023.12", &[]),
        ("到2023.1，", &[]),
        ("到2023.12，", &[]),
        ("到2023.13，", &["2023.13|2023.13||Eq|Cardinal"]),
        ("到2023.012，", &["2023.012|2023.012||Eq|Cardinal"]),
        ("到2323.12，", &["2323.12|2323.12||Eq|Cardinal"]),
        ("（一）2023.12前", &[]),
        ("到2023.12家", &["2023.12家|2023.12|家|Eq|Cardinal"]),
        ("到2023.12的", &["2023.12|2023.12||Eq|Cardinal"]),
        ("达到2023.12，", &["达到2023.12|2023.12||Eq|Cardinal"]),
        ("增长2023.12，", &["增长2023.12|2023.12||Eq|Cardinal"]),
    ]);
}

#[test]
fn times_of_day_are_dates_and_what_only_looks_like_them_is_a_ratio() {
    check(&[
        ("8:30开始", &[]),
        ("24:00", &[]),
        ("8:30:15开始", &[]),
        ("8:75", &["8:75|8|:75|Eq|Ratio"]),
        ("8:305", &["8:305|8|:305|Eq|Ratio"]),
        ("25:30", &["25:30|25|:30|Eq|Ratio"]),
        (
            "占比由5:42:53调整为4:40:56",
            &[
                "5|5|:|Eq|Ratio",
                "42|42|:|Eq|Ratio",
                "53|53|:|Eq|Ratio",
                "4|4|:|Eq|Ratio",
                "40|40|:|Eq|Ratio",
                "56|56|:|Eq|Ratio",
            ],
        ),
        ("6:42:52", &["6|6|:|Eq|Ratio", "42|42|:|Eq|Ratio", "52|52|:|Eq|Ratio"]),
    ]);
}

#[test]
fn bare_multipliers_and_small_numerals_count_where_a_bound_leads() {
    check(&[
        ("超万亿", &["超万亿|1000000000000||Gt|SizeClass"]),
        ("千亿", &[]),
        ("近千", &["近千|1000||Approx|Cardinal"]),
        ("超百天", &["超百天|100|天|Gt|Cardinal"]),
        ("达到十五", &["达到十五|15||Eq|Cardinal"]),
        ("达到九", &[]),
        ("一家以上", &["一家以上|1|家|Ge|Cardinal"]),
        ("提前一年", &["提前一年|1|年|Eq|Cardinal"]),
        ("前一年", &[]),
        ("前一家", &[]),
        ("百元级", &["百元级|100|元|Eq|SizeClass"]),
        ("十级", &["十级|10|级|Eq|Ordinal"]),
        ("3吨级", &["3吨级|3|吨|Eq|SizeClass"]),
        ("3户级", &["3户|3|户|Eq|Cardinal"]),
        ("百倍级提升", &["百倍|100|倍|Eq|Multiple"]),
    ]);
}

#[test]
fn vague_numbers_and_figures_of_speech_count_only_with_a_unit() {
    check(&[
        ("数千亿级集群", &[]),
        ("几百亿园区", &[]),
        ("成百家企业", &[]),
        ("形成百家企业", &["百家|100|家|Eq|Cardinal"]),
        ("迈上千亿元台阶", &["迈上千亿元台阶|100000000000|元|Eq|Cardinal"]),
        ("基础上百家", &[]),
        ("好几千人", &["好几千人|1000~10000|人|Range|Cardinal"]),
        ("百岁老人", &[]),
        ("千万家企业", &["千万家|10000000|家|Eq|Cardinal"]),
        ("数十年", &[]),
        ("数十万里", &[]),
    ]);
}

#[test]
fn people_for_whom_something_is_measured_are_no_count() {
    check(&[
        ("二十万人口大县", &["二十万|200000||Eq|Cardinal"]),
        ("十万人口大县", &[]),
        ("超十万人口大县", &["超十万|100000||Gt|Cardinal"]),
        ("千人医生数达3.2人", &["达3.2人|3.2|人|Eq|Cardinal"]),
        ("百户学位数", &["百户|100|户|Eq|Cardinal"]),
        ("百户居民拥有12辆", &["12辆|12|辆|Eq|Cardinal"]),
        ("百名学生拥有教室1.2间", &["1.2间|1.2|间|Eq|Cardinal"]),
        ("百名学生，拥有教室12间", &["百名|100|名|Eq|Cardinal", "12间|12|间|Eq|Cardinal"]),
        ("百户居民领到12辆", &["百户|100|户|Eq|Cardinal", "12辆|12|辆|Eq|Cardinal"]),
        ("千家医院床位3张", &["千家|1000|家|Eq|Cardinal", "3张|3|张|Eq|Cardinal"]),
    ]);
}

#[test]
fn what_opens_a_quotation_or_numbers_an_item_is_a_name() {
    check(&[
        ("“90%”", &["90%|90|%|Eq|Percent"]),
        ("增长“5%”", &["5%|5|%|Eq|Percent"]),
        ("“二十一个”行动", &[]),
        ("“五大”行动", &[]),
        ("“八五”期间", &[]),
        ("“十五五”", &[]),
        ("八五折", &[]),
        ("三十五年规划", &[]),
        ("3。", &[]),
        ("专栏3", &[]),
        ("3、加快", &[]),
        ("（一）634国道", &[]),
        ("634和635家", &["634|634|家|Eq|Cardinal", "635家|635|家|Eq|Cardinal"]),
        ("634的", &["634|634||Eq|Cardinal"]),
        ("2.0版", &[]),
        ("08家", &[]),
        ("如表3所示", &[]),
        ("见附件2所列", &[]),
        ("新建3所示范校", &["3所|3|所|Eq|Cardinal"]),
    ]);
}

#[test]
fn places_need_a_verb_or_a_scope_and_an_end() {
    check(&[
        ("位居全省第三名单", &["第三|3||Eq|Ordinal"]),
        ("第一千名员工", &["第一千名|1000|名|Eq|Ordinal"]),
        ("位居全省第三和第五", &["位居全省第三|3|位|Eq|Rank", "第五|5|位|Eq|Rank"]),
        ("位居全省第三和第五产业", &["位居全省第三|3|位|Eq|Rank", "第五|5||Eq|Ordinal"]),
        ("跻身全球第三大港", &["跻身全球第三大|3|位|Eq|Rank"]),
        ("跻身全球第三大道", &["第三大|3|个|Eq|Ordinal"]),
        ("第三大港", &["第三大|3|个|Eq|Ordinal"]),
        ("跻身全球第100大港", &["第100大|100|个|Eq|Ordinal"]),
        ("成为全国第十个国家公园城市", &["成为全国第十个|10|位|Eq|Rank"]),
        ("前三", &[]),
        ("前三名单", &[]),
        ("位居全省前三", &["位居全省前三|3|位|Top|Rank"]),
        ("位居全省前三梯队", &[]),
        ("前百名", &["百名|100|名|Eq|Cardinal"]),
        ("目前三名", &["三名|3|名|Eq|Cardinal"]),
        ("居全省首位度", &[]),
        ("位居全省之首", &["位居全省之首|1|位|Eq|Rank"]),
        ("五镇之首", &[]),
        ("跻身世界五百强，", &["跻身世界五百强|500|位|Top|Rank"]),
        ("进入全国三五强", &[]),
        ("居民收入首位", &[]),
        ("居首位", &["居首位|1|位|Eq|Rank"]),
        ("居五百强，", &["居五百强|500|位|Top|Rank"]),
        ("产量12名列第三", &["12名|12|名|Eq|Cardinal", "第三|3||Eq|Ordinal"]),
        ("进入发展的首位", &["进入发展的首位|1|位|Eq|Rank"]),
        ("排名。首位", &[]),
        ("全国全省第三", &["全国全省第三|3|位|Eq|Rank"]),
    ]);
}

#[test]
fn a_label_gives_its_unit_to_the_bare_number_behind_it() {
    check(&[
        ("高标准农田面积（万亩）：120", &["120|1200000|亩|Eq|Cardinal"]),
        ("高标准农田面积（万亩）：120家", &["120家|120|家|Eq|Cardinal"]),
        ("面积（万亩），120", &["120|120||Eq|Cardinal"]),
        ("投资额（亿元）：约12—15", &["约12—15|1200000000~1500000000|元|Range|Cardinal"]),
        ("投资额(亿元): 12", &["12|1200000000|元|Eq|Cardinal"]),
        ("累计降低率[%]：[14]", &["14|14|%|Eq|Percent"]),
    ]);
}

#[test]
fn a_bracket_that_says_that_the_number_belongs_to_its_bound_is_part_of_it() {
    check(&[
        ("50人以上（含50人）的单位", &["50人以上（含50人）|50|人|Ge|Cardinal"]),
        ("50人以上（含）单位", &["50人以上（含）|50|人|Ge|Cardinal"]),
        ("50人以上（含本数）单位", &["50人以上（含本数）|50|人|Ge|Cardinal"]),
        ("50人以上（含学生）", &["50人以上|50|人|Ge|Cardinal"]),
        ("50人以上（含30人）", &["50人以上|50|人|Ge|Cardinal", "30人|30|人|Eq|Cardinal"]),
        ("50人以上、含50人）", &["50人以上|50|人|Ge|Cardinal", "50人|50|人|Eq|Cardinal"]),
    ]);
}

#[test]
fn a_bound_holds_over_what_stands_between_it_and_its_number() {
    check(&[
        ("超过全球一半", &["超过全球一半|50|%|Gt|Fraction"]),
        ("占全球一半", &["一半|50|%|Eq|Fraction"]),
        ("防洪标准达到20年一遇以上", &["达到20年一遇以上|20|年|Ge|Cardinal"]),
        ("保持在18个月的合理区间以内", &["保持在18个月的合理区间以内|18|个月|Le|Cardinal"]),
        ("超过±5%", &["超过±5%|5|%|Gt|Percent"]),
    ]);
}

#[test]
fn a_place_that_is_kept_as_an_advantage_is_one() {
    check(&[
        ("巩固产量全省第1优势", &["全省第1|1|位|Eq|Rank"]),
        ("巩固产量，发挥全省第1优势", &["第1|1||Eq|Ordinal"]),
        ("发挥全省第1优势", &["第1|1||Eq|Ordinal"]),
        ("巩固产量全省第1车间", &["第1|1||Eq|Ordinal"]),
        ("跻身全国第1大港", &["跻身全国第1大|1|位|Eq|Rank"]),
        ("跻身全国第1大港地位", &["第1大|1|个|Eq|Ordinal"]),
    ]);
}

#[test]
fn a_part_of_a_doubling_is_told_in_doublings() {
    check(&[
        ("产值翻0.6番", &["翻0.6番|0.6|番|Eq|Multiple"]),
        ("产值翻2番", &["翻2番|4|倍|Eq|Multiple"]),
        ("产值翻0.6倍", &["0.6倍|0.6|倍|Eq|Multiple"]),
    ]);
}
