//! Numerals, units, ranges and bounds as they are written, and where each ends.

use super::{check, check_all};

#[test]
fn numerals_end_where_another_begins() {
    check(&[
        ("12,345家", &["12,345家|12345|家|Eq|Cardinal"]),
        ("12,3456家", &["12|12||Eq|Cardinal", "3456家|3456|家|Eq|Cardinal"]),
        ("123,45家", &["123|123||Eq|Cardinal", "45家|45|家|Eq|Cardinal"]),
        ("12，345家", &["12|12||Eq|Cardinal", "345家|345|家|Eq|Cardinal"]),
        ("0.05家", &["0.05家|0.05|家|Eq|Cardinal"]),
        ("0家", &["0家|0|家|Eq|Cardinal"]),
        ("12·5万亩", &["12·5万亩|125000|亩|Eq|Cardinal"]),
        ("12·5%", &["12·5%|12.5|%|Eq|Percent"]),
        ("7·20灾害", &[]),
        ("5·12，", &[]),
        ("一两百家", &["一两百家|100~200|家|Range|Cardinal"]),
        ("三两家", &["两家|2|家|Eq|Cardinal"]),
        ("一百三四家", &["一百三四家|130~140|家|Range|Cardinal"]),
        ("一万零三四百家", &["一万零三四百家|10300~10400|家|Range|Cardinal"]),
        ("三百廿五家", &["三百廿五家|325|家|Eq|Cardinal"]),
        ("三百五百家", &[]),
        ("9多家", &[]),
        ("12.5多家", &[]),
        ("达到3.5.", &["达到3.5|3.5||Eq|Cardinal"]),
        ("30多家", &["30多家|30|家|Gt|Cardinal"]),
        ("3千余额", &["3千|3000||Eq|Cardinal"]),
        ("达到﹒5%", &["达到﹒5%|0.5|%|Eq|Percent"]),
        ("十七十八", &[]),
    ]);
}

#[test]
fn what_is_open_above_is_told_behind_its_unit_too() {
    check(&[
        ("三年多", &["三年多|3|年|Gt|Cardinal"]),
        ("三年多元发展", &["三年|3|年|Eq|Cardinal"]),
        ("三家多", &["三家|3|家|Eq|Cardinal"]),
        ("两倍多", &["两倍多|2|倍|Gt|Multiple"]),
        ("3小时内", &["3小时内|3|小时|Le|Cardinal"]),
        ("3小时内容", &["3小时|3|小时|Eq|Cardinal"]),
        ("3家内", &["3家|3|家|Eq|Cardinal"]),
        ("增长3.5倍多", &["增长3.5倍多|3.5|倍|Gt|Multiple"]),
        ("百分之五多", &["百分之五|5|%|Eq|Percent"]),
    ]);
}

#[test]
fn bounds_stand_right_before_or_behind() {
    check(&[
        ("超过了3家", &["超过了3家|3|家|Gt|Cardinal"]),
        ("超过约3%", &["超过约3%|3|%|Approx|Percent"]),
        ("不超过总投入30%以上", &["30%以上|30|%|Ge|Percent"]),
        ("不超过A总30%", &["30%|30|%|Eq|Percent"]),
        ("至少有3家", &["至少有3家|3|家|Ge|Cardinal"]),
        ("达到 3家", &["达到 3家|3|家|Eq|Cardinal"]),
        ("超每千人6批次", &["超每千人6批次|6|批次|Gt|Cardinal"]),
    ]);
}

#[test]
fn doublings_halves_and_ratios() {
    check(&[
        ("翻了一番", &["翻了一番|2|倍|Eq|Multiple"]),
        ("翻番", &["翻番|2|倍|Eq|Multiple"]),
        ("翻三", &[]),
        ("“产值实现倍增”计划", &[]),
        ("聚焦倍增。", &[]),
        ("翻一番多元发展", &["翻一番|2|倍|Eq|Multiple"]),
        ("参与率过半", &["过半|50|%|Gt|Fraction"]),
        ("参与率过半数", &["过半数|50|%|Gt|Fraction"]),
        ("时过半", &[]),
        ("半数以上", &["半数以上|50|%|Ge|Fraction"]),
        ("半年", &[]),
        ("一半导体", &[]),
        ("比例为2.5：1", &["2.5：1|2.5|：1|Eq|Ratio"]),
        ("比例为2：1.5", &["2：1.5|2|：1.5|Eq|Ratio"]),
        ("比例为2：1", &["2|2||Eq|Cardinal", "1|1||Eq|Cardinal"]),
        ("达到Ⅲ级", &[]),
        ("达到Ⅲ类标准的城市河流考核断面比例", &[]),
        ("达到Ⅲ类，优良水体比例提高", &["达到Ⅲ类|3|类|Eq|Cardinal"]),
    ]);
}

#[test]
fn fractions_and_tenths() {
    check(&[
        ("三分之一", &["三分之一|33.333333333333|%|Eq|Fraction"]),
        ("十分之三", &["十分之三|30|%|Eq|Fraction"]),
        ("1/12", &["1/12|8.333333333333|%|Eq|Fraction"]),
        ("1/120", &["1|1||Eq|Cardinal"]),
        ("5/3", &["5|5||Eq|Cardinal"]),
        ("1/3/5", &["1|1||Eq|Cardinal"]),
        ("1.5/3", &["1.5|1.5||Eq|Cardinal"]),
        ("1/1.5", &["1|1||Eq|Cardinal"]),
        ("1/三", &["1|1||Eq|Cardinal"]),
        ("七成六七", &["七成|70|%|Eq|Percent"]),
        ("十成", &["十成|100|%|Eq|Percent"]),
        ("十一成", &[]),
        ("三成员", &[]),
        ("15/10万千瓦", &["15|15||Eq|Cardinal"]),
        ("百分之-5", &["百分之-5|-5|%|Eq|Percent"]),
        ("负百分之五", &["负百分之五|-5|%|Eq|Percent"]),
    ]);
}

#[test]
fn signs_and_products() {
    check(&[
        ("负5%", &["负5%|-5|%|Eq|Percent"]),
        ("-3%", &["-3%|-3|%|Eq|Percent"]),
        ("从3%到-2%", &["3%|3|%|Eq|Percent", "-2%|-2|%|Eq|Percent"]),
        ("3家-3%", &["3家|3|家|Eq|Cardinal", "3%|3|%|Eq|Percent"]),
        ("增长-三%", &["三%|3|%|Eq|Percent"]),
        ("税负5700亿元", &["5700亿元|570000000000|元|Eq|Cardinal"]),
        ("2×12千米", &["2×12千米|24|千米|Eq|Cardinal"]),
        ("二×35万", &["35万|350000||Eq|Cardinal"]),
        ("2万×35万", &["2万|20000||Eq|Cardinal", "35万|350000||Eq|Cardinal"]),
        ("-5.4万吨", &["-5.4万吨|-54000|吨|Eq|Cardinal"]),
        ("A-5.4万吨", &[]),
        ("项目-3家", &["3家|3|家|Eq|Cardinal"]),
    ]);
}

#[test]
fn ranges_join_numbers_of_one_unit_in_rising_order() {
    check(&[
        ("3—3个", &["3|3||Eq|Cardinal", "3个|3|个|Eq|Cardinal"]),
        ("5—3个", &["5|5||Eq|Cardinal", "3个|3|个|Eq|Cardinal"]),
        ("3—2025年", &["3|3||Eq|Cardinal"]),
        ("3—20年", &["3—20年|3~20|年|Range|Cardinal"]),
        ("3家—5户", &["3家|3|家|Eq|Cardinal", "5户|5|户|Eq|Cardinal"]),
        ("3家—5", &["3家—5|3~5|家|Range|Cardinal"]),
        ("3%至5", &["3%至5|3~5|%|Range|Percent"]),
        ("3到5", &["5|5||Eq|Cardinal"]),
        ("从3—5个", &["3—5个|3~5|个|Range|Cardinal"]),
        ("三五—八个", &["八个|8|个|Eq|Cardinal"]),
        ("第3—5", &["第3|3||Eq|Ordinal", "5|5||Eq|Cardinal"]),
        ("1—5级堤防", &["1—5级|1~5|级|Range|Ordinal"]),
        ("2±85%", &["2|2||Eq|Cardinal", "85%|85|%|Eq|Percent"]),
        ("85家±2户", &["85家|85|家|Eq|Cardinal", "2户|2|户|Eq|Cardinal"]),
        ("三百到五千亿元", &["三百到五千亿元|30000000000~500000000000|元|Range|Cardinal"]),
        ("3000—5000万元", &["3000—5000万元|30000000~50000000|元|Range|Cardinal"]),
        ("10和20间", &["10和20|10~20||Range|Cardinal"]),
        ("3万—50000万元", &["3万—50000万元|30000~500000000|元|Range|Cardinal"]),
        ("3%15%", &["3%|3|%|Eq|Percent", "15%|15|%|Eq|Percent"]),
        ("007—009家", &[]),
        ("上涨5—8角", &["5—8角|0.5~0.8|元|Range|Cardinal"]),
        ("降低3—5分钱", &["降低3—5分钱|0.03~0.05|元|Range|Cardinal"]),
    ]);
}

#[test]
fn numbers_told_one_behind_the_other_share_the_last_unit() {
    check(&[
        ("提升31.1家和26.3个百分点", &["提升31.1家|31.1|家|Eq|Cardinal", "26.3个百分点|26.3|个百分点|Eq|Points"]),
        ("建成3、5:8", &["3|3||Eq|Cardinal", "5:8|5|:8|Eq|Ratio"]),
        ("3分和5家", &["3分|3|分|Eq|Cardinal", "5家|5|家|Eq|Cardinal"]),
        ("3分，1毛钱", &["3分|3|分|Eq|Cardinal", "1毛钱|0.1|元|Eq|Cardinal"]),
        ("3个和1毛钱", &["3个|3|个|Eq|Cardinal", "1毛钱|0.1|元|Eq|Cardinal"]),
    ]);
}

#[test]
fn what_stands_behind_a_unit_belongs_to_it() {
    check(&[
        ("12万株（亩）", &["12万株|120000|株|Eq|Cardinal"]),
        ("12万株（丛，其中", &["12万株|120000|株|Eq|Cardinal"]),
        ("12万株（丛）的苗木", &["12万株（丛）|120000|株（丛）|Eq|Cardinal"]),
        ("4千米每小时", &["4千米每小时|4|千米/小时|Eq|Cardinal"]),
        ("以4千米每小时运行", &["4千米每小时|4|千米/小时|Eq|Cardinal"]),
        ("4人每户", &["4人|4|人|Eq|Cardinal"]),
        ("4元每户", &["4元每户|4|元/户|Eq|Cardinal"]),
        ("10毫克每升", &["10毫克每升|10|毫克/升|Eq|Cardinal"]),
        ("4元每户支持", &["4元|4|元|Eq|Cardinal"]),
        ("8米/sa", &["8米|8|米|Eq|Cardinal"]),
        ("300立方米/d的", &["300立方米/d|300|立方米/日|Eq|Cardinal"]),
        ("三年半", &["三年半|3.5|年|Eq|Cardinal"]),
        ("三年半导体研究", &["三年|3|年|Eq|Cardinal"]),
        ("三家半", &["三家|3|家|Eq|Cardinal"]),
    ]);
}

#[test]
fn what_stands_behind_a_unit_belongs_to_it_where_all_are_wanted() {
    check_all(&[
        ("4元每户", &["4元每户|4|元/户|Eq|Cardinal"]),
        ("4元每户支持", &["4元每户|4|元/户|Eq|Cardinal"]),
        ("4家每户", &["4家|4|家|Eq|Cardinal"]),
        ("一米八七", &["一米八七|1.87|米|Eq|Cardinal"]),
        ("一米八七五", &["一米|1|米|Eq|Cardinal", "八七五|875||Eq|Cardinal"]),
        ("1米75的", &["1米75|1.75|米|Eq|Cardinal"]),
        ("1米75高", &["1米|1|米|Eq|Cardinal", "75|75||Eq|Cardinal"]),
        ("1公尺75", &["1公尺|1|米|Eq|Cardinal", "75|75||Eq|Cardinal"]),
        ("1.5米75", &["1.5米|1.5|米|Eq|Cardinal", "75|75||Eq|Cardinal"]),
        ("1米75万", &["1米|1|米|Eq|Cardinal", "75万|750000||Eq|Cardinal"]),
        ("三四米八", &["三四米|3~4|米|Range|Cardinal", "八|8||Eq|Cardinal"]),
    ]);
}

#[test]
fn nought_halves_and_dashes_that_were_misread_are_numbers_of_prose() {
    check(&[
        ("安全事故降至零。", &["降至零|0||Eq|Cardinal"]),
        ("安全事故降到零", &["降到零|0||Eq|Cardinal"]),
        ("能耗减半。", &["半|50|%|Eq|Fraction"]),
        ("能耗减半径", &[]),
        ("规模550万一600万吨", &["550万一600万吨|5500000~6000000|吨|Range|Cardinal"]),
        ("1项12项", &["1项|1|项|Eq|Cardinal", "12项|12|项|Eq|Cardinal"]),
        ("污染物有50％一70％", &["50％一70％|50~70|%|Range|Percent"]),
        ("5亿元一6亿元", &["5亿元一6亿元|500000000~600000000|元|Range|Cardinal"]),
        ("三个一百个", &["三个|3|个|Eq|Cardinal", "一百个|100|个|Eq|Cardinal"]),
        ("3项一等奖", &["3项|3|项|Eq|Cardinal"]),
        ("产量5一6万吨", &["5一6万吨|50000~60000|吨|Range|Cardinal"]),
        ("一万一千吨", &["一万一千吨|11000|吨|Eq|Cardinal"]),
        ("降至零门槛", &[]),
        ("新建20几家", &["20几家|20|家|Gt|Cardinal"]),
    ]);
}
