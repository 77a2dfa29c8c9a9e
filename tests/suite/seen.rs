//! What a reader of a page, of Markdown or of a text sees and what not: emphasis, comments, lowered digits, lines that go on.

use plan::{
    analysis::{Record, analyze},
    source::Source,
};

/// The commitments of `text`: indicator, number with its bound, when.
fn read(text: &str) -> Vec<String> {
    let reading = analyze(Source { name: "-", bytes: text.as_bytes() }).expect("a text");
    let mut records = reading.analysis.commitments;
    records.sort_by_key(|record| record.source.start);
    records.iter().map(shown).collect()
}

fn shown(record: &Record) -> String {
    let number = record.quantity.as_ref().map_or("—".into(), |number| {
        let upper = number.upper.as_ref().map(|upper| format!("—{upper}")).unwrap_or_default();
        let bound = format!("{:?}", number.comparator).to_lowercase();
        format!("{bound} {}{upper}{}", number.value, number.unit)
    });
    let month = record.deadline.as_ref().and_then(|day| day.month).map(|month| format!("-{month:02}"));
    let year = record.deadline.as_ref().map_or("—".into(), |day| day.year.to_string());
    format!("{} | {number} | {year}{}", record.indicator, month.unwrap_or_default())
}

/// Holds what is read below the title and heading of a plan.
fn holds(body: &str, expected: &[&str]) {
    for head in ["青禾县山货规划（2026—2030年）\n一、目标\n", "# 青禾县山货规划（2026—2030年）\n\n## 一、目标\n\n"]
    {
        assert_eq!(read(&format!("{head}{body}\n")), expected, "{head}{body}");
    }
}

#[test]
fn emphasis_stands_around_numbers_and_bounds_and_is_not_seen() {
    holds(
        "到2030年，菇棚*不少于***12**座，羊舍达到***30***座，养殖户达到==1.5==万户，产值*达到**6**亿元*，水库`8`座。",
        &[
            "菇棚 | ge 12座 | 2030",
            "羊舍 | eq 30座 | 2030",
            "养殖户 | eq 15000户 | 2030",
            "产值 | eq 600000000元 | 2030",
            "水库 | eq 8座 | 2030",
        ],
    );
    holds(
        "到2030年，输电2*35万千瓦，a==b==c类菇棚达到9座。",
        &["输电 | eq 700000千瓦 | 2030", "a==b==c类菇棚 | eq 9座 | 2030"],
    );
}

#[test]
fn comments_state_nothing_and_a_backslash_ends_a_line() {
    holds(
        "<!-- 旧稿：\n到2028年，建成菇棚9座。 -->\n到2030年，建成<!-- 原为3座 -->菇棚8座。",
        &["菇棚 | eq 8座 | 2030"],
    );
    holds(
        "<!-- 旧稿 -->到2030年，建成菇棚8座。\n到2029年，建成羊舍5座。<!-- 到2028年，\n建成水库3座 -->到2028年，建成冷库2座。",
        &["菇棚 | eq 8座 | 2030", "羊舍 | eq 5座 | 2029", "冷库 | eq 2座 | 2028"],
    );
    holds("<!-- 没有写完\n到2030年，菇棚覆盖率\\\n达到80%。", &["菇棚覆盖率 | eq 80% | 2030"]);
}

#[test]
fn lines_go_on_behind_a_decimal_point_with_the_same_indent_and_over_empty_lines() {
    holds("到2030年，人均藏书达到1.\n35册。", &["人均藏书 | eq 1.35册 | 2030"]);
    holds(
        "    到2030年，建成菇棚\n    120座，产值突破\n    3亿\n    元。\n    新建水库2座。",
        &["菇棚 | eq 120座 | 2030", "产值 | gt 300000000元 | 2030", "水库 | eq 2座 | 2030"],
    );
    holds(
        "到2030年，\n\n建成水厂3\n\n座，改造管网20\n\n公里。\n\n新建公路30公里。",
        &["水厂 | eq 3座 | 2030", "管网 | eq 20公里 | 2030", "公路 | eq 30公里 | 2030"],
    );
    holds(
        "- 到2028年，建成冷库3座\n- 到2029年，建成烘干房\n  5座",
        &["冷库 | eq 3座 | 2028", "烘干房 | eq 5座 | 2029"],
    );
    // What opens a paragraph or an item goes on from nothing.
    holds("　　到2029年，菇棚增至9座\n　　羊舍增至5座", &["菇棚 | eq 9座 | 2029", "羊舍 | eq 5座 | 2029"]);
}

#[test]
fn lowered_digits_and_parted_thousands_are_numbers_of_their_own() {
    holds(
        "到2030年，封存CO₂50万吨，捕集CO₂达到3万吨。",
        &["封存CO2 | eq 500000吨 | 2030", "捕集CO2 | eq 30000吨 | 2030"],
    );
    holds(
        "到2030年，菇棚面积达到1 200―1 500平方米，车位达到100‒120个。",
        &["菇棚面积 | range 1200—1500平方米 | 2030", "车位 | range 100—120个 | 2030"],
    );
    holds(
        "到2030年，菇棚覆盖率>=38%，人均绿地 =< 12 平方米，羊舍＞＝5座。",
        &["菇棚覆盖率 | ge 38% | 2030", "人均绿地 | le 12平方米 | 2030", "羊舍 | ge 5座 | 2030"],
    );
    holds(
        "到2030年，菇棚覆盖率不低于\u{34F}60%，羊舍达到4\u{E0100}0座。",
        &["菇棚覆盖率 | ge 60% | 2030", "羊舍 | eq 40座 | 2030"],
    );
}

#[test]
fn a_page_shows_no_pronunciation_and_its_footer_states_nothing() {
    let page = |footer: &str| {
        format!(
            "<html><body><h1>青禾县山货规划（2026—2030年）</h1><p>一、目标</p><p>到2030年，封存CO<sub>2</sub>50万吨，\
             <ruby>柞<rp>(</rp><rt>zuò</rt><rp>)</rp></ruby>蚕基地达到3个，<time>2029年</time>建成水库&gt;=5座。</p><p>坚持人民至上，\
             健全机制，强化保障，不断满足群众对美好生活的新期待，推动各项任务落地见效。</p>{footer}</body></html>"
        )
    };
    let expected = ["封存CO2 | eq 500000吨 | 2030", "柞蚕基地 | eq 3个 | 2030", "水库 | ge 5座 | 2029"];
    for footer in [
        "<div class=footer>网站标识码：5300000012 访问量：1200万人次</div>",
        "<p>云ICP备05000012号 访问量：1200万人次</p>",
        "<p>备案号：05000012号 访问量：1200万人次</p>",
    ] {
        assert_eq!(read(&page(footer)), expected, "{footer}");
    }
    let visits = read(&page("<p>政府网站访问量达到1200万人次。</p>"));
    assert_eq!(visits.last().map(String::as_str), Some("政府网站访问量 | eq 12000000人次 | 2030"));
}

#[test]
fn a_glossary_behind_an_annex_states_nothing() {
    for title in ["附：名词解释", "名词解释：", "附件：指标解释", "名词术语解释"] {
        holds(
            &format!("到2030年，菇棚达到30座。\n{title}\n1.菇圈：指覆盖率达到90%以上的社区。"),
            &["菇棚 | eq 30座 | 2030"],
        );
    }
    holds("加强名词解释工作，到2030年，培训讲解员30名。", &["讲解员 | eq 30名 | 2030"]);
}

#[test]
fn documents_of_the_republic_date_by_its_years() {
    let plan = "青禾縣社會福利計畫（114年至117年）\n一、目標\n至115年底，社會住宅達2萬戶。\n民國一百一十六年六月前，新建家園3處。\n完成道路8公里。\n";
    let expected = ["社会住宅 | eq 20000户 | 2026", "家园 | eq 3处 | 2027-06", "道路 | eq 8公里 | 2026"];
    assert_eq!(read(plan), expected);
    let yearly = "青禾縣政府中華民國115年度施政計畫\n一、目標\n編列養護經費新臺幣拾陸億參仟萬元。\n";
    assert_eq!(read(yearly), ["编列养护经费新台币 | eq 1630000000元 | 2026"]);
    // Elsewhere they are lengths of time.
    let length = read("青禾县山货规划（2026—2030年）\n一、目标\n古茶园保护年限达到115年。\n");
    assert_eq!(length, ["古茶园保护年限 | eq 115年 | 2030"]);
}
