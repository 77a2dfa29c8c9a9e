//! What is found besides where every number is wanted.

use super::{check, check_all};

#[test]
fn signs_before_and_letters_behind_a_number() {
    check_all(&[
        ("¥100", &["¥100|100|元|Eq|Cardinal"]),
        ("¥ 100", &["¥ 100|100|元|Eq|Cardinal"]),
        ("售价 ¥ 100元", &["100元|100|元|Eq|Cardinal"]),
        ("¥007", &["007|7||Eq|Cardinal"]),
        ("12km", &["12km|12|公里|Eq|Cardinal"]),
        ("30w", &["30w|300000||Eq|Cardinal"]),
        ("12万k", &["12万|120000||Eq|Cardinal"]),
        ("2e5", &["2e5|200000||Eq|Cardinal"]),
        ("192.168.0.1", &["192|192||Eq|Cardinal", "168|168||Eq|Cardinal", "0|0||Eq|Cardinal", "1|1||Eq|Cardinal"]),
        ("2e28", &["2|2||Eq|Cardinal", "28|28||Eq|Cardinal"]),
        ("3-5", &["3-5|3~5||Range|Cardinal"]),
        ("01-14", &["01|1||Eq|Cardinal", "14|14||Eq|Cardinal"]),
        ("气温-3", &["-3|-3||Eq|Cardinal"]),
        ("-30多家", &["-30多家|-30|家|Gt|Cardinal"]),
        ("不超过30多家", &["不超过30多家|30|家|Le|Cardinal"]),
        ("建成3家、超每千人6批次", &["3家|3|家|Eq|Cardinal", "千人|1000|人|Eq|Cardinal", "6批次|6|批次|Eq|Cardinal"]),
    ]);
}

#[test]
fn words_that_are_numerals_by_themselves() {
    check_all(&[
        ("百分点", &[]),
        ("万", &[]),
        ("百", &["百|100||Eq|Cardinal"]),
        ("千米", &["千米|1000|米|Eq|Cardinal"]),
        ("万元", &["万元|10000|元|Eq|Cardinal"]),
        ("零点", &[]),
        ("零点五", &["零点五|0.5||Eq|Cardinal"]),
        ("点零", &[]),
        ("零", &["零|0||Eq|Cardinal"]),
    ]);
}

#[test]
fn halves_and_vague_numbers_where_all_are_wanted() {
    check_all(&[
        ("半个村", &["半个|0.5|个|Eq|Cardinal"]),
        ("一半村", &["一半|50|%|Eq|Fraction"]),
        ("数十", &["数十|10~100||Range|Cardinal"]),
        ("过半小时", &["过半|50|%|Gt|Fraction"]),
        ("比5%大一些", &["比5%大|5|%|Gt|Percent"]),
    ]);
}

#[test]
fn fractions_and_discounts_where_all_are_wanted() {
    check_all(&[
        ("三分一", &["三分一|0.3333333333333333333333333333||Eq|Fraction"]),
        ("三分二", &["三|3||Eq|Cardinal", "二|2||Eq|Cardinal"]),
        ("三份一", &["三份一|0.3333333333333333333333333333||Eq|Fraction"]),
        ("1/1", &["1|1||Eq|Cardinal", "1|1||Eq|Cardinal"]),
        ("5/3", &["5/3|1.6666666666666666666666666667||Eq|Fraction"]),
        ("负百分之五", &["负百分之五|-5|%|Eq|Percent"]),
        ("打八折", &["八折|80|%|Eq|Percent"]),
        ("打十折", &["十折|100|%|Eq|Percent"]),
        ("打十一折", &["十一|11||Eq|Cardinal"]),
        ("打三折叠", &["三|3||Eq|Cardinal"]),
        ("打三四折", &["三四|3~4||Range|Cardinal"]),
    ]);
}

#[test]
fn coins_where_all_are_wanted_and_in_prose() {
    check(&[
        ("3元5角", &["3元5角|3.5|元|Eq|Cardinal"]),
        ("两美元又三美分", &["两美元|2|美元|Eq|Cardinal", "三美分|3|美分|Eq|Cardinal"]),
    ]);
}

#[test]
fn coins_where_all_are_wanted() {
    check_all(&[
        ("五元三角二分", &["五元三角二分|5.32|元|Eq|Cardinal"]),
        ("五元十角", &["五元|5|元|Eq|Cardinal", "十角|1|元|Eq|Cardinal"]),
        ("五元三四角", &["五元|5|元|Eq|Cardinal", "三四|3~4||Range|Cardinal"]),
        ("五元二分", &["五元二分|5.02|元|Eq|Cardinal"]),
        ("五元三角二角", &["五元三角|5.3|元|Eq|Cardinal", "二|2||Eq|Cardinal"]),
        ("五元二分三角", &["五元二分|5.02|元|Eq|Cardinal"]),
        ("两美元又三美分", &["两美元又三美分|2.03|美元|Eq|Cardinal"]),
        ("两美元三美分", &["两美元三美分|2.03|美元|Eq|Cardinal"]),
        ("两美元，三美分", &["两美元|2|美元|Eq|Cardinal", "三美分|3|美分|Eq|Cardinal"]),
        ("两元又五角三美分", &["两元又五角三美分|2.53|元|Eq|Cardinal"]),
        ("两美元又三十美分", &["两美元又三十美分|2.3|美元|Eq|Cardinal"]),
        ("两美元又一百美分", &["两美元|2|美元|Eq|Cardinal", "一百美分|100|美分|Eq|Cardinal"]),
        ("三块五", &["三块五|3.5|元|Eq|Cardinal"]),
        ("三块五家", &["三块|3|块|Eq|Cardinal", "五家|5|家|Eq|Cardinal"]),
        ("三块五毛", &["三块五毛|3.5|元|Eq|Cardinal"]),
        ("三块五毛八", &["三块五毛八|3.58|元|Eq|Cardinal"]),
        ("两块八毛五", &["两块八毛五|2.85|元|Eq|Cardinal"]),
        ("两块八毛五家", &["两块八毛|2.8|元|Eq|Cardinal", "五家|5|家|Eq|Cardinal"]),
        ("3元5", &["3元|3|元|Eq|Cardinal", "5|5||Eq|Cardinal"]),
        ("3块5", &["3块5|3.5|元|Eq|Cardinal"]),
        ("5毛五", &["5毛五|0.55|元|Eq|Cardinal"]),
    ]);
}

#[test]
fn dates_are_times_where_all_numbers_are_wanted() {
    check_all(&[
        ("2025年", &[]),
        ("二〇二五年", &[]),
        ("6月", &[]),
        ("12月5日", &[]),
        ("3月8号", &[]),
        ("二三〇〇年", &[]),
        ("一〇〇〇年", &[]),
        ("九九九年", &["九九九年|999|年|Eq|Cardinal"]),
        ("205年", &["205年|205|年|Eq|Cardinal"]),
        ("每月一题", &["一|1||Eq|Cardinal"]),
        ("一日生活圈", &["一日|1|日|Eq|Cardinal"]),
        ("15日内", &["15日内|15|日|Le|Cardinal"]),
    ]);
}
