//! The shape of documents: the seed in full, and one invented document for each other shape.

use plan::{
    outline::{self, Level, Outline},
    source::{self, Document, Source},
};
use proptest::prelude::*;

/// Reads a document of the repository.
fn open(path: &str) -> (Document, Outline) {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("the document is part of the repository");
    let document = source::read(Source { name: &path, bytes: &bytes }).expect("text");
    let outline = outline::read(&document);
    (document, outline)
}

/// Label, title and line of each heading, indented by its depth.
fn tree(outline: &Outline) -> Vec<String> {
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(parent) = outline.nodes[at].parent {
            depth += 1;
            at = parent;
        }
        depth
    };
    let row = |(at, node): (usize, &outline::Node)| {
        format!("{}{:?} {} {} @{}", "  ".repeat(depth(at)), node.level, node.id, node.heading(), node.line)
    };
    outline.nodes.iter().enumerate().map(row).collect()
}

/// The paragraph that starts on `line`, as a reader sees it.
fn paragraph<'a>(document: &Document, outline: &'a Outline, line: usize) -> &'a outline::Paragraph {
    let on_line = |p: &&outline::Paragraph| document.lines.line(p.span().start) == line;
    outline.paragraphs.iter().find(on_line).unwrap_or_else(|| panic!("no paragraph starts on line {line}"))
}

fn run_in(paragraph: &outline::Paragraph) -> Option<&str> {
    paragraph.run_in.as_deref().map(|span| span.of(paragraph.view.text()))
}

fn texts(outline: &Outline) -> Vec<&str> {
    outline.paragraphs.iter().map(|p| p.view.text()).collect()
}

fn rows(table: &outline::Table) -> Vec<String> {
    table.rows().map(|row| row.iter().map(|c| c.view.text()).collect::<Vec<_>>().join("|")).collect()
}

fn header(table: &outline::Table) -> Vec<&str> {
    table.header.iter().map(|cell| cell.view.text()).collect()
}

/// Every heading of the seed, by eye.
const SEED: &[(&str, &str, usize)] = &[
    ("第一章", "全面把握新发展阶段", 21),
    ("第一节", "发展基础", 25),
    ("第二节", "发展环境", 47),
    ("第三节", "机遇挑战", 61),
    ("第二章", "开启率先全面建设社会主义现代化强区新征程", 87),
    ("第一节", "指导方针", 91),
    ("第二节", "发展定位", 107),
    ("第三节", "主要目标", 117),
    ("第三章", "打造自主创新新高地", 137),
    ("第一节", "打造最有活力的创新城区", 141),
    ("第二节", "打造最有温暖的创业热土", 151),
    ("第三节", "打造创新人才“蓄水池”", 159),
    ("第四节", "打造创新创业创造良好生态", 167),
    ("第四章", "加快发展现代产业新体系", 177),
    ("第一节", "优化“一区两带三组团”产业格局", 181),
    ("第二节", "建设服务业发展先行示范区", 187),
    ("第三节", "规模发展新兴产业", 217),
    ("第四节", "推动城市经济业态转型升级", 225),
    ("第五节", "推进创新型产业园区标准化建设", 231),
    ("第五章", "建设“数字鼓楼”新样板", 243),
    ("第一节", "打造全省数字经济第一区", 247),
    ("第二节", "打造全省数字政府第一区", 255),
    ("第三节", "打造全省数字治理第一区", 261),
    ("第四节", "打造平台经济样板区", 267),
    ("第六章", "服务构建新发展格局", 275),
    ("第一节", "全方位融入国内大循环", 279),
    ("第二节", "畅通国内国际双循环", 287),
    ("第三节", "打造福州消费中心城市核心区", 295),
    ("第四节", "积极扩大有效投资", 317),
    ("第七章", "激发改革开放新活力", 345),
    ("第一节", "争当改革排头兵", 349),
    ("第二节", "强化海城联动", 369),
    ("第三节", "加快外贸外资优化升级", 379),
    ("第四节", "打造台胞台企登陆第一家园鼓楼样板", 387),
    ("第八章", "实现城市建设管理新跨越", 395),
    ("第一节", "构建国土空间开发保护新格局", 399),
    ("第二节", "实施城市有机更新", 407),
    ("第三节", "推动城市管理“智管”“细管”", 417),
    ("第九章", "开创生态鼓楼建设新局面", 427),
    ("第一节", "打造最干净最美丽的生态城区", 431),
    ("第二节", "促进绿色循环低碳发展", 443),
    ("第三节", "完善生态文明建设体制机制", 451),
    ("第十章", "增进人民群众新福祉", 459),
    ("第一节", "切实提高居民收入", 463),
    ("第二节", "率先建设高质量教育体系", 473),
    ("第三节", "推进健康鼓楼建设", 487),
    ("第四节", "加强“一老一小”服务", 501),
    ("第五节", "健全多层次社会保障体系", 513),
    ("第十一章", "增创文化强区新优势", 525),
    ("第一节", "打造最有文化最有品位的魅力城区", 529),
    ("第二节", "健全现代公共文化服务体系", 537),
    ("第三节", "打响鼓楼文化品牌", 545),
    ("第四节", "繁荣发展文化产业", 553),
    ("第十二章", "推进治理效能新提升", 561),
    ("第一节", "创新基层社会治理", 565),
    ("第二节", "提升安全发展能力", 575),
    ("第三节", "推进信用鼓楼建设", 585),
    ("第四节", "推进平安鼓楼建设", 593),
    ("第五节", "推进社会主义民主法治建设", 599),
    ("第十三章", "强化规划实施新保障", 613),
    ("第一节", "强化组织实施", 617),
    ("第二节", "强化项目政策保障", 623),
    ("第三节", "强化分析评估", 631),
];

#[test]
fn the_seed_gives_its_chapters_and_sections() {
    let (_, outline) = open("seeds/gulou-14fyp.txt");
    let found: Vec<(&str, &str, usize)> =
        outline.nodes.iter().map(|n| (n.label.as_str(), n.title.as_str(), n.line)).collect();
    assert_eq!(found, SEED);
    let count = |level| outline.nodes.iter().filter(|n| n.level == level).count();
    assert_eq!((count(Level::Chapter), count(Level::Section), outline.nodes.len()), (13, 50, 63));
    let ids: Vec<&str> = outline.nodes.iter().map(|n| n.id.as_str()).collect();
    assert_eq!(ids[..6], ["1", "1.1", "1.2", "1.3", "2", "2.1"]);
    assert_eq!(ids.last(), Some(&"13.3"));
    let parents = outline.nodes.iter().map(|n| n.parent.map(|p| outline.nodes[p].level));
    assert!(parents.zip(&outline.nodes).all(|(p, n)| p == (n.level == Level::Section).then_some(Level::Chapter)));
}

#[test]
fn the_seed_gives_its_front_matter() {
    let (_, outline) = open("seeds/gulou-14fyp.txt");
    let front = outline.front;
    let title = "福州市鼓楼区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要";
    assert_eq!(front.title.as_deref(), Some(title));
    assert_eq!(front.issuer.as_deref(), Some("福州市鼓楼区"));
    assert_eq!((front.period, front.horizon, front.report_year), (Some((2021, 2025)), Some(2035), None));
    assert_eq!(front.approved.as_deref(), Some("2021-01-14"));
    assert_eq!(front.published.as_deref(), Some("2022-08-05"));
}

#[test]
fn the_seed_gives_its_paragraphs_captions_and_furniture() {
    let (document, outline) = open("seeds/gulou-14fyp.txt");
    for (line, expected) in [
        (29, Some("经济更加繁荣，综合实力显著增强")),
        (65, Some("数字经济发展带来新机遇")),
        (123, Some("经济高质量发展取得显著突破")),
        (143, Some("优化科技投入结构")),
        (207, Some("做大做强商圈经济")),
        (263, Some("推动数字+社会服务")),
        (23, None),
        (95, None),
    ] {
        assert_eq!(run_in(paragraph(&document, &outline, line)), expected, "line {line}");
    }
    let text = paragraph(&document, &outline, 145).view.text();
    assert!(text.contains("到2025年，全区高新技术企业总量突破1000家。"), "{text}");
    assert_eq!(outline.nodes[paragraph(&document, &outline, 145).node().expect("a section")].id, "3.1");
    let captions: Vec<_> = outline.tables.iter().map(|t| (t.label.as_str(), t.line, t.missing)).collect();
    assert_eq!(captions, [("表1", 45, true), ("表2", 135, true), ("图1", 185, true)]);
    assert_eq!(outline.tables[1].caption, "鼓楼区“十四五”经济社会发展主要指标");
    let codes: Vec<_> = outline.notices.iter().map(|notice| notice.code).collect();
    assert_eq!(codes, ["outline.table-missing", "outline.table-missing", "outline.figure-missing"]);
    let lines: Vec<usize> = outline.furniture.iter().map(|span| document.lines.line(span.start)).collect();
    assert_eq!(lines, [1, 3, 4, 5, 6, 7, 639, 640, 641, 642, 643, 644, 645, 646]);
    // Each line of text between preface and download box that is neither heading nor caption.
    assert_eq!(outline.paragraphs.len(), 244);
    assert_eq!(outline.paragraphs.last().map(|p| document.lines.line(p.span().start)), Some(637));
}

/// `text` as a printed page has it: lines of 28 characters, paragraphs set in by two, a page number every 20 lines.
fn printed(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut line = String::new();
        let mut columns = 4;
        for c in paragraph.chars() {
            let wide = if c.is_ascii() { 1 } else { 2 };
            if columns + wide > 56 && !"，。、；：！？”）,.;:".contains(c) {
                lines.push(std::mem::take(&mut line));
                columns = 0;
            }
            line.push(c);
            columns += wide;
        }
        lines.push(line);
    }
    let page = |(number, page): (usize, &[String])| format!("{}\n— {} —\n", page.join("\n"), number + 1);
    lines.chunks(20).enumerate().map(page).collect()
}

#[test]
fn printing_a_plan_changes_nothing_of_its_shape() {
    let (_, flat) = open("seeds/gulou-14fyp.txt");
    let path = format!("{}/seeds/gulou-14fyp.txt", env!("CARGO_MANIFEST_DIR"));
    let text = printed(&std::fs::read_to_string(path).expect("the seed"));
    let document = source::read(Source { name: "printed", bytes: text.as_bytes() }).expect("text");
    let printed = outline::read(&document);
    assert_eq!(printed.front, flat.front);
    let headings =
        |outline: &Outline| outline.nodes.iter().map(|n| (n.id.clone(), n.title.clone())).collect::<Vec<_>>();
    assert_eq!(headings(&printed), headings(&flat));
    let captions = |outline: &Outline| outline.tables.iter().map(|t| t.caption.clone()).collect::<Vec<_>>();
    assert_eq!(captions(&printed), captions(&flat));
    for (printed, flat) in texts(&printed).iter().zip(texts(&flat)) {
        assert_eq!(*printed, flat);
    }
    assert_eq!(printed.paragraphs.len(), flat.paragraphs.len());
}

#[test]
fn wrapped_lines_are_joined_across_pages() {
    let (document, outline) = open("fixtures/documents/wrapped.txt");
    assert_eq!(
        tree(&outline),
        [
            "Part 1 第一篇 开创云岭发展新局面 @14",
            "  Chapter 1.1 第一章 发展基础 @17",
            "  Chapter 1.2 第二章 主要目标 @26",
            "Part 2 第二篇 建设河谷产业带 @43",
            "  Chapter 2.3 第三章 壮大山货产业 @44",
            "    Section 2.3.1 第一节 改造老街市场 @45",
            "    Section 2.3.2 第二节 培育加工企业 @53",
        ]
    );
    assert_eq!(outline.front.title.as_deref(), Some("云岭市国民经济和社会发展第十五个五年规划纲要"));
    assert_eq!((outline.front.issuer.as_deref(), outline.front.period), (Some("云岭市"), Some((2026, 2030))));
    let across = paragraph(&document, &outline, 18);
    assert!(across.view.text().ends_with("建成旱涝保收农田18万亩。青禾县香菇园区入选省级示范园区，带动农户3200户。"));
    let broken = paragraph(&document, &outline, 23).view.text();
    assert!(broken.contains("到2025年，乡镇快递站点覆盖率达100%。"), "{broken}");
    let boxed = paragraph(&document, &outline, 50);
    assert_eq!(boxed.boxed.as_deref(), Some("专栏1 山货市场重点工程"));
    assert!(boxed.view.text().ends_with("形成山货集散中心。"));
    assert_eq!(paragraph(&document, &outline, 54).boxed, None);
    assert_eq!(outline.paragraphs.len(), 9);
}

#[test]
fn a_table_of_spaced_cells_is_read_over_two_pages() {
    let (_, outline) = open("fixtures/documents/wrapped.txt");
    let [table] = &outline.tables[..] else { panic!("one table") };
    assert_eq!((table.label.as_str(), table.caption.as_str(), table.line), ("表1", "云岭市“十五五”主要指标", 29));
    assert_eq!(table.node.map(|node| outline.nodes[node].id.as_str()), Some("1.2"));
    assert_eq!(header(table), ["序号", "指标", "2030年目标", "属性"]);
    assert_eq!(
        rows(table),
        [
            "一、产业兴（3项）",
            "1|山货加工产值年均增长（%）|8左右|预期性",
            "2|规上加工企业数量（家）|>120|预期性",
            "3|河谷农田灌溉用水有效利用系数及田间工程完好率（%）|95|约束性",
            "二、百姓富（2项）",
            "4|居民人均可支配收入年均增长（%）|与经济增长同步|预期性",
            "5|农村自来水普及率（%）|≥98|约束性",
        ]
    );
}

#[test]
fn a_table_of_tabs_is_read_under_both_rows_of_its_header() {
    let (document, outline) = open("fixtures/documents/tabs.txt");
    let [table] = &outline.tables[..] else { panic!("one table") };
    assert_eq!(header(table), ["序号", "指标", "单位", "属性", "“十五五”目标2030年", "“十五五”目标年均［累计］"]);
    assert_eq!(
        rows(table),
        [
            "1|山货加工产值年均增速|%|预期性|—|8左右",
            "2|冷库总容量|万立方米|预期性|>60|—",
            "3|新增山区供水点|处|约束性|—|［400］",
            "4|河谷水质优良比例|%|约束性|完成省下达的目标|—",
        ]
    );
    assert_eq!(table.rows().nth(1).expect("a second row")[4].span().of(&document.text), "> 60");
    assert_eq!(table.note.map(|note| note.span().of(&document.text)), Some("注：［］内为五年累计数。"));
}

#[test]
fn numbered_chapters_with_glued_items_and_an_appendix_are_read() {
    let (document, outline) = open("fixtures/documents/tabs.txt");
    assert_eq!(
        tree(&outline),
        [
            "Chapter 1 一、站上新起点 @10",
            "  Section 1.1 1.产业基础 @12",
            "  Section 1.2 2.主要指标 @14",
            "Chapter 2 二、建设河谷产业带 @24",
            "  Section 2.1 1.壮大加工业 @26",
            "    Item 2.1.1 1.1 改造老街市场 @27",
            "    Item 2.1.2 1.2 培育加工企业 @28",
            "  Section 2.2 2.发展乡村旅游 @30",
            "    Item 2.2.1 2.1 建设游客中心 @31",
            "Chapter 3 结语 @32",
            "Chapter 4 附录有关名词解释 @34",
            "  Section 4.1 一、名词 @35",
        ]
    );
    assert_eq!(paragraph(&document, &outline, 27).view.text(), "整修铺面260间。推动商户联合。");
    assert_eq!(paragraph(&document, &outline, 29).boxed.as_deref(), Some("专栏1 云岭加快建设冷链"));
    assert_eq!(run_in(paragraph(&document, &outline, 36)), Some("山货集散中心"));
    let front = &outline.front;
    assert_eq!((front.approved.as_deref(), front.published.as_deref()), (Some("2026-02-08"), Some("2026-02-11")));
}

#[test]
fn a_table_with_one_cell_a_line_is_read_behind_a_notice() {
    let (document, outline) = open("fixtures/documents/stacked.md");
    let [table] = &outline.tables[..] else { panic!("one table") };
    assert_eq!((table.label.as_str(), table.caption.as_str()), ("专栏1", "主要指标"));
    assert_eq!(header(table), ["序号", "指标", "预期值", "属性"]);
    assert_eq!(
        rows(table),
        ["1|因洪涝死亡人数|下降20%|约束性", "2|每万人受灾人次|<300|预期性", "3|防汛物资储备点|2|预期性"]
    );
    assert_eq!(
        tree(&outline),
        [
            "Chapter 1 一、总体要求 @29",
            "  Section 1.1 （一）基本原则 @31",
            "  Section 1.2 （二）主要目标 @35",
            "Chapter 2 二、重点任务 @77",
            "  Section 2.1 （一）备足防汛物资 @79",
            "  Section 2.2 （二）建强防汛队伍 @88",
            "    Item 2.2.1 1.专业队伍建设 @90",
            "    Item 2.2.2 2.群众队伍建设 @94",
        ]
    );
    let notice = paragraph(&document, &outline, 19);
    assert_eq!((notice.node(), notice.view.text().ends_with("请认真组织实施。")), (None, true));
    assert_eq!(run_in(paragraph(&document, &outline, 37)), Some("总体目标"));
    assert_eq!(run_in(paragraph(&document, &outline, 85)), Some("省级物资"));
    let front = &outline.front;
    assert_eq!(front.title.as_deref(), Some("“十四五”云岭省防汛体系规划"));
    assert_eq!((front.issuer.as_deref(), front.period), (Some("云岭省"), Some((2021, 2025))));
    assert_eq!((front.issued.as_deref(), front.published.as_deref()), (Some("2022-01-09"), None));
}

#[test]
fn tables_with_groups_and_headers_of_two_rows_are_read_from_one_cell_a_line() {
    let (document, outline) = open("fixtures/documents/pages.txt");
    let [first, second] = &outline.tables[..] else { panic!("two tables") };
    assert_eq!(header(first), ["类别", "序号", "指标", "2025年", "2030年", "年均/累计", "属性"]);
    assert_eq!(
        rows(first),
        [
            "产业|1|山货加工产值（亿元）|43|65|〔8〕|预期性",
            "|2|加工企业（家）|3|120|—|预期性",
            "民生|3|农村自来水普及率（%）|91|≥98|—|约束性",
        ]
    );
    assert_eq!(first.note.map(|note| note.span().of(&document.text)), Some("注：〔〕内为五年累计数。"));
    assert_eq!(header(second), ["序号", "指标名称", "单位", "“十五五”目标2030年", "“十五五”目标累计", "属性"]);
    assert_eq!(
        rows(second),
        ["一、规模（1项）", "1|园区产值|亿元|80|[300]|预期性", "二、效益（1项）", "2|亩均税收|万元|20左右|—|约束性"]
    );
    assert_eq!(paragraph(&document, &outline, 83).view.text(), "园区收益由村集体和农户共享。");
}

#[test]
fn a_table_of_contents_without_page_numbers_is_no_body() {
    let (document, outline) = open("fixtures/documents/pages.txt");
    assert_eq!(
        tree(&outline),
        [
            "Part 1 第一篇 站上新起点 @15",
            "  Chapter 1.1 第一章 基础 @17",
            "  Chapter 1.2 第二章 目标 @19",
            "Part 2 第二篇 河谷产业 @51",
            "  Chapter 2.3 第三章 山货 @52",
            "    Section 2.3.1 第一节 老街 @53",
            "    Section 2.3.2 第二节 园区 @58",
            "    Section 2.3.3 第三节 收益 @60",
        ]
    );
    let lines: Vec<usize> = outline.furniture.iter().map(|span| document.lines.line(span.start)).collect();
    assert_eq!(lines, [1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 84]);
    let front = &outline.front;
    assert_eq!((front.approved.as_deref(), front.published.as_deref()), (Some("2026-01-30"), Some("2026-03-09")));
}

#[test]
fn a_page_gives_what_its_text_gives_and_a_second_copy_is_left_out() {
    let (document, outline) = open("fixtures/documents/page.html");
    assert_eq!((document.media, document.encoding), ("html", "UTF-8"));
    let trees: Vec<String> = tree(&outline).iter().map(|row| row.split('@').next().unwrap_or("").to_owned()).collect();
    assert_eq!(trees, ["Chapter 1 一、总的要求 ", "  Section 1.1 （一）目标 ", "Chapter 2 二、任务 "]);
    let [table] = &outline.tables[..] else { panic!("one table") };
    assert_eq!(header(table), ["序号", "指标", "“十五五”目标2030年", "“十五五”目标累计", "属性"]);
    assert_eq!(
        rows(table),
        ["1|菇棚（个）|—|［2000］|预期性", "2|冷库（座）|＞5|—|约束性"].map(|row| row.replace('＞', ">"))
    );
    let boxed: Vec<&str> = outline.paragraphs.iter().filter(|p| p.boxed.is_some()).map(|p| p.view.text()).collect();
    assert_eq!(boxed, ["菇棚工程。新建菇棚2000个。", "冷链工程。建设冷库5座。"]);
    assert_eq!(
        outline.paragraphs.last().map(|p| p.view.text()),
        Some("各乡镇要把任务落实到村，每季度向县人民政府报告一次进展情况，年底前完成全部验收工作。")
    );
    assert_eq!(outline.front.title.as_deref(), Some("青禾县“十五五”菌业规划"));
    assert_eq!(outline.front.published.as_deref(), Some("2026-04-02"));
}

#[test]
fn opening_sentences_of_a_report_are_headings_and_lists_are_not() {
    let (document, outline) = open("fixtures/documents/report.txt");
    assert_eq!(
        tree(&outline),
        [
            "Chapter 1 一、2012年工作回顾 @11",
            "  Section 1.1 （一）香菇产业提速，农民收入增加 @15",
            "  Section 1.2 （二）公路建设提质 @17",
            "Chapter 2 二、2013年工作安排 @19",
            "  Section 2.1 （一）以香菇园区为龙头，做强加工业 @23",
            "  Section 2.2 （二）以修路为抓手，改善出行 @25",
        ]
    );
    assert_eq!(paragraph(&document, &outline, 15).view.text(), "2012年，香菇产量达3.2万吨，增长12%。新建菇棚4500个。");
    assert_eq!(run_in(paragraph(&document, &outline, 29)), Some("饮水"));
    let front = &outline.front;
    assert_eq!((front.title.as_deref(), front.issuer.as_deref()), (Some("政府工作报告"), Some("青禾县")));
    assert_eq!((front.report_year, front.delivered.as_deref()), (Some(2013), Some("2013-01-16")));
    assert_eq!(front.period, None);
}

#[test]
fn headings_that_share_a_line_and_sentences_without_stops_are_told_apart() {
    let (_, outline) = open("fixtures/documents/glued.txt");
    assert_eq!(
        tree(&outline),
        [
            "Part 1 第一篇 总的要求 @2",
            "  Chapter 1.1 第一章 发展环境 @2",
            "  Chapter 1.2 第二章 主要目标 @6",
            "Part 2 第二篇 主要任务 @11",
            "  Chapter 2.3 第三章 发展河谷农业 @12",
            "    Section 2.3.1 第一节 建设水利工程 @12",
            "    Section 2.3.2 第二节 推广优良品种 @15",
        ]
    );
    assert!(texts(&outline).contains(&"———经济稳定增长。全省生产总值年均增长9%左右。城镇登记失业率控制在5%。"));
    assert!(texts(&outline).contains(&"加固水库120座。新增灌溉面积30万亩。推广节水灌溉技术。"));
    assert_eq!(outline.front.period, Some((2001, 2005)));
}

#[test]
fn spaced_punctuation_and_broken_titles_are_read_through() {
    let (document, outline) = open("fixtures/documents/divisions.txt");
    assert_eq!(
        tree(&outline),
        [
            "Chapter 1 第一章 走好新的山区振兴之路 @11",
            "  Section 1.1 第一节 家底 @15",
            "  Section 1.2 第二节 目标 @21",
            "Chapter 2 第二章 保障 @31",
        ]
    );
    assert_eq!(run_in(paragraph(&document, &outline, 25)), Some("产业更强"));
    assert_eq!(run_in(paragraph(&document, &outline, 27)), Some("建好园区"));
    assert!(outline.tables.iter().all(|table| table.missing));
    assert_eq!(outline.furniture.len(), 4);
}

#[test]
fn markdown_headings_count_where_nothing_is_numbered() {
    let (_, outline) = open("fixtures/documents/markdown.md");
    assert_eq!(tree(&outline), ["Chapter 1 发展基础 @3", "  Section 1.1 供水 @7", "Chapter 2 重点任务 @11"]);
    assert_eq!(outline.front.title.as_deref(), Some("青禾县“十五五”水务行动计划"));
    let [table] = &outline.tables[..] else { panic!("one table") };
    assert_eq!(header(table), ["序号", "指标", "单位", "2030年", "属性"]);
    assert_eq!(rows(table), ["1|日供水能力|万吨|5|预期性", "2|水质达标率|%|≥99|约束性"]);
    assert_eq!(outline.paragraphs.last().map(|p| p.view.text()), Some("建好管网。"));
}

#[test]
fn documents_without_headings_are_read_as_one() {
    for (path, expected) in [("plain.txt", 2), ("numbers.txt", 4)] {
        let (_, outline) = open(&format!("fixtures/documents/{path}"));
        assert_eq!((outline.nodes.len(), outline.paragraphs.len()), (0, expected), "{path}");
        assert_eq!(outline.notices[0].code, "outline.no-heading", "{path}");
    }
}

/// The headings of a short `text` below a title of its own, parted by bars.
fn headings(text: &str) -> String {
    let text = format!("青禾县山货发展实施方案\n\n{text}\n");
    let document = source::read(Source { name: "-", bytes: text.as_bytes() }).expect("text");
    let nodes = outline::read(&document).nodes;
    let rows: Vec<String> = nodes
        .iter()
        .map(|node| format!("{}{}", ">".repeat(usize::from(node.parent.is_some())), node.heading()))
        .collect();
    rows.join("|")
}

#[test]
fn points_with_their_sentences_are_headings_where_they_stand_below_every_numeral() {
    let points = "一、扩大种植\n（1）建菇棚。新建菇棚20座。\n（2）引菌种。引进菌种5个。\n二、强化保障\n\
                  （1）供地。供地20亩。\n（2）供水。安排水井3口。";
    assert_eq!(headings(points), "一、扩大种植|>（1）建菇棚|>（2）引菌种|二、强化保障|>（1）供地|>（2）供水");
    let items = "一、重点\n（一）种植\n1.建菇棚。新建菇棚20座。\n2.引菌种。引进菌种5个。\n（二）保障\n\
                 1.供地。供地20亩。\n2.供水。安排水井3口。";
    assert_eq!(headings(items).matches('>').count(), 6);
    // Behind text of its own, or below one numeral alone, they are a list.
    assert_eq!(headings(&items.replace("（二）保障\n", "（二）保障\n供电10处。\n")).matches('>').count(), 2);
    let list = "一、扩大种植\n（1）建菇棚。新建菇棚20座。\n（2）引菌种。引进菌种5个。\n二、强化保障\n供地20亩。";
    assert_eq!(headings(list), "一、扩大种植|二、强化保障");
}

#[test]
fn what_a_numeral_heads_may_be_said_behind_a_colon() {
    let text = "一、围绕一个目标：打造山货样板\n新建菇棚20座。\n二、抓好两项工作：供地、供水\n供地30亩。\n三、强化监管\n检查30次。";
    assert_eq!(headings(text), "一、围绕一个目标：打造山货样板|二、抓好两项工作：供地、供水|三、强化监管");
    // A number states what comes of it, and a word like 要求 leads to a statement.
    let said = "一、菇棚建设：建成50座\n新建菇棚20座。\n二、工作要求：压实责任\n供地30亩。\n三、强化监管\n检查30次。";
    assert_eq!(headings(said), "三、强化监管");
}

#[test]
fn white_space_alone_sets_numerals_off_where_no_other_number_does() {
    let text = "一 现状与问题\n新建菇棚20座。\n\n二　主要目标\n建成菇棚30座。\n三　主要任务\n（一）供地\n供地20亩。\n（二）供水\n打井3口。";
    assert_eq!(headings(text), "一 现状与问题|二 主要目标|三 主要任务|>（一）供地|>（二）供水");
    let rows = "一、现状\n新建菇棚20座。\n一 菇棚\n20座\n二 水井\n3口\n二、目标\n建成菇棚30座。";
    assert_eq!(headings(rows), "一、现状|二、目标");
}

#[test]
fn a_title_that_ends_with_and_goes_on_below() {
    let text = "第一章 水网\n第一节 优化水源布局和\n调度体系\n新建水库3座。\n第二节 推进碳达峰碳中和\n造林30亩。";
    assert_eq!(headings(text), "第一章 水网|>第一节 优化水源布局和调度体系|>第二节 推进碳达峰碳中和");
    let marked = "（一）、扩大种植\n新建菇棚20座。\n（二）、强化保障\n供地20亩。";
    assert_eq!(headings(marked), "（一）、扩大种植|（二）、强化保障");
}

#[test]
fn carriage_returns_are_white_space() {
    let (document, outline) = open("fixtures/documents/crlf.txt");
    assert_eq!(tree(&outline), ["Chapter 1 一、基础 @3", "Chapter 2 二、目标 @7"]);
    assert_eq!(paragraph(&document, &outline, 9).span().of(&document.text), "到2025年，新建公路80公里。");
}

/// Counts of larger documents kept beside the repository; skipped where they are not.
#[test]
fn real_documents_give_their_headings() {
    for (name, parts, chapters, sections, rows) in [
        ("suzhou-15fyp.txt", 15, 66, 197, 34),
        ("shanghai-15fyp.txt", 0, 18, 66, 20),
        ("emergency-14fyp.md", 0, 11, 40, 7),
        ("gwr-2012-hailar-district.txt", 0, 2, 18, 0),
        ("gwr-2026-zhejiang.txt", 0, 3, 26, 0),
        ("11fyp-national.txt", 14, 48, 142, 0),
    ] {
        let path = format!("{}/../shared/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
        let Ok(bytes) = std::fs::read(&path) else {
            #[allow(clippy::print_stdout)]
            {
                println!("skipped: {name} is not there");
            }
            continue;
        };
        let document = source::read(Source { name, bytes: &bytes }).expect("text");
        let outline = outline::read(&document);
        let count = |level| outline.nodes.iter().filter(|n| n.level == level).count();
        let found = (count(Level::Part), count(Level::Chapter), count(Level::Section));
        assert_eq!(found, (parts, chapters, sections), "{name}");
        assert_eq!(outline.tables.iter().map(|t| t.rows().count()).sum::<usize>(), rows, "{name}");
    }
}

/// An excerpt begins with a later chapter: its first heading opens the text, and a numbered row of a table does not.
#[test]
fn the_text_of_an_excerpt_begins_at_its_first_heading() {
    let rows = "类别\t2020年\t2025年\n一、光伏发电\t32\t90\n二、风力发电\t18\t30\n";
    for (text, headings) in [
        (format!("双河区能源规划\n三、发展目标\n主要目标如下。\n{rows}四、主要任务\n抓好落实。\n"), 2),
        (format!("双河区能源规划\n一、发展目标\n主要目标如下。\n{rows}二、主要任务\n抓好落实。\n"), 2),
        (
            format!(
                "双河区能源规划\n目录\n第一章 总则\n第二章 任务\n\n第一章 总则\n说明如下。\n{rows}第二章 任务\n抓好落实。\n"
            ),
            2,
        ),
    ] {
        let document = source::read(Source { name: "-", bytes: text.as_bytes() }).expect("text");
        let outline = outline::read(&document);
        assert_eq!((outline.nodes.len(), outline.tables.len()), (headings, 1), "{text}\n{:?}", tree(&outline));
    }
}

/// Pieces of documents, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "第一章 ",
        "第二节",
        "一、",
        "（一）",
        "1.",
        "1.1",
        "（2）",
        "# ",
        "目录",
        "……1",
        "表1 主要指标",
        "专栏1：",
        "序号",
        "指标",
        "属性",
        "1",
        "2",
        "预期性",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "　　",
        "    ",
        "。",
        "，",
        "：",
        "— 3 —",
        "——",
        "青禾县规划纲要",
        "到2025年",
        "总量达5亿元",
        "“十四五”",
        "２０２５",
        "\u{200B}",
        "🌾",
        "附件",
        "单位：",
        "注：",
        "政府工作报告",
        "2021年1月14日批准",
        "**",
        "---",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_fits(text in prop_oneof![pieces(), ".{0,400}"]) {
        let Ok(document) = source::read(Source { name: "-", bytes: text.as_bytes() }) else { return Ok(()) };
        let outline = outline::read(&document);
        let text = &document.text;
        let mut spans: Vec<plan::span::Span> = outline.furniture.clone();
        spans.extend(outline.nodes.iter().map(|n| n.span));
        spans.extend(outline.paragraphs.iter().map(|p| p.span()));
        spans.extend(outline.tables.iter().flat_map(|t| t.rows()).flat_map(|row| row.iter().map(|c| c.span()).collect::<Vec<_>>()));
        for span in spans {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
        for pair in outline.paragraphs.windows(2) {
            prop_assert!(pair[0].span().start <= pair[1].span().start);
        }
        for paragraph in &outline.paragraphs {
            prop_assert!(outline.nodes.iter().all(|n| !n.span.overlaps(paragraph.span())));
            prop_assert!(paragraph.node().is_none_or(|n| n < outline.nodes.len()));
            if let Some(run_in) = &paragraph.run_in {
                prop_assert!(!run_in.of(paragraph.view.text()).is_empty());
            }
        }
        for (at, node) in outline.nodes.iter().enumerate() {
            prop_assert!(node.parent.is_none_or(|parent| parent < at));
        }
    }
}
