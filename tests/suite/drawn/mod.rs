//! Tables drawn at random and written in every shape that pages and copies give them.

use plan::{analysis::analyze, source::Source, statement::Nature};

/// A row of a drawn table.
#[derive(Clone, Copy, Debug)]
struct Fact {
    group: &'static str,
    name: &'static str,
    unit: &'static str,
    /// Starting value, target; the parts of a pair are parted by a stroke.
    values: [&'static str; 2],
    nature: &'static str,
}

const fn fact(
    group: &'static str,
    name: &'static str,
    unit: &'static str,
    values: [&'static str; 2],
    nature: &'static str,
) -> Fact {
    Fact { group, name, unit, values, nature }
}

/// What rows are drawn from, in the order of their groups.
const FACTS: [Fact; 14] = [
    fact("经济发展", "地区生产总值", "亿元", ["860", "1200"], "预期性"),
    fact("经济发展", "全员劳动生产率", "万元/人", ["15.2", "20"], "预期性"),
    fact("经济发展", "服务业增加值占比", "%", ["48.1", "52"], "预期性"),
    fact("经济发展", "常住人口城镇化率", "%", ["63.5", "68左右"], "预期性"),
    fact("民生福祉", "城镇调查失业率", "%", ["5.1", "＜5.5"], "预期性"),
    fact("民生福祉", "劳动年龄人口平均受教育年限", "年", ["11.1", "11.8"], "约束性"),
    fact("民生福祉", "每千人口执业医师数", "人", ["3.1", "3.6"], "预期性"),
    fact("民生福祉", "养老机构护理型床位占比", "%", ["58", "≥73"], "约束性"),
    fact("绿色生态", "森林覆盖率", "%", ["68.2", "68.5"], "约束性"),
    fact("绿色生态", "细颗粒物年均浓度", "微克/立方米", ["29", "26"], "约束性"),
    fact("绿色生态", "建成绿道里程", "公里", ["310", "420"], "预期性"),
    fact("安全保障", "粮食综合生产能力", "万吨", ["42", "≥43"], "约束性"),
    fact("安全保障", "应急避难场所", "处", ["120", "160"], "预期性"),
    fact("安全保障", "城市/乡村供水普及率", "%", ["98/91", "99/95"], "约束性"),
];

/// What a drawn table has beside names and targets, and in which order.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    facts: Vec<Fact>,
    /// Heads of the columns, in order.
    columns: Vec<Column>,
}

/// A column of a drawn table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Group,
    Name,
    /// The name with its unit in brackets.
    NameAndUnit,
    Unit,
    Start,
    Target,
    Nature,
}

/// Numbers that look drawn and are the same in every run.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    /// One of `0..below`.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).map_or(0, |drawn| drawn % below)
    }

    /// One of `all`.
    pub(crate) fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }

    /// A table of six to ten rows, or of all.
    pub(crate) fn plan(&mut self) -> Plan {
        let mut kept: Vec<usize> = (0..FACTS.len()).collect();
        self.shuffle(&mut kept);
        kept.truncate(6 + self.below(5));
        kept.sort_unstable();
        let mut columns = match self.below(2) {
            0 => vec![Column::Name, Column::Unit, Column::Target],
            _ => vec![Column::NameAndUnit, Column::Target],
        };
        columns.extend((self.below(3) > 0).then_some(Column::Start));
        columns.extend((self.below(3) > 0).then_some(Column::Nature));
        self.shuffle(&mut columns);
        // A target stands behind where it starts, as in every plan.
        let place = |column| columns.iter().position(|one| *one == column);
        if let (Some(start), Some(target)) = (place(Column::Start), place(Column::Target))
            && target < start
        {
            columns.swap(start, target);
        }
        if self.below(3) == 0 {
            columns.insert(0, Column::Number);
        }
        if self.below(3) == 0 {
            columns.insert(0, Column::Group);
        }
        Plan { facts: kept.into_iter().map(|at| FACTS[at]).collect(), columns }
    }
}

impl Plan {
    /// The heads and the rows; a group stands beside its first row alone.
    pub(crate) fn rows(&self) -> Vec<Vec<String>> {
        let head = |column: &Column| match column {
            Column::Number => "序号",
            Column::Group => "类别",
            Column::Name | Column::NameAndUnit => "指标",
            Column::Unit => "单位",
            Column::Start => "2025年",
            Column::Target => "2030年",
            Column::Nature => "属性",
        };
        let mut rows = vec![self.columns.iter().map(|column| head(column).to_owned()).collect::<Vec<_>>()];
        for (at, fact) in self.facts.iter().enumerate() {
            let first = at == 0 || self.facts[at - 1].group != fact.group;
            let cell = |column: &Column| match column {
                Column::Number => (at + 1).to_string(),
                Column::Group => if first { fact.group } else { "" }.to_owned(),
                Column::Name => fact.name.to_owned(),
                Column::NameAndUnit => format!("{}（{}）", fact.name, fact.unit),
                Column::Unit => fact.unit.to_owned(),
                Column::Start => fact.values[0].to_owned(),
                Column::Target => fact.values[1].to_owned(),
                Column::Nature => fact.nature.to_owned(),
            };
            rows.push(self.columns.iter().map(cell).collect());
        }
        rows
    }

    /// Whether the table has `column`.
    fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// Name, target, start and nature of each statement, as they must be read.
    pub(crate) fn expected(&self) -> Vec<String> {
        let mut all = Vec::new();
        for fact in &self.facts {
            let starts = fact.values[0].split('/');
            for (nth, (start, target)) in starts.zip(fact.values[1].split('/')).enumerate() {
                let name = match fact.name.split_once('/') {
                    Some((first, _)) if nth == 0 => format!("{first}供水普及率"),
                    Some((_, last)) => last.to_owned(),
                    None => fact.name.to_owned(),
                };
                let start = if self.has(Column::Start) { start } else { "" };
                let nature = if self.has(Column::Nature) { fact.nature } else { "" };
                all.push(statement(&name, target, start, nature));
            }
        }
        all.sort();
        all
    }
}

/// A statement as [`read`] shows it.
pub(crate) fn statement(name: &str, target: &str, start: &str, nature: &str) -> String {
    format!("{name} {} {} {nature}", bare(target), bare(start))
}

/// The digits of a number that stay the same in every unit: 86 of 860亿元.
fn bare(cell: &str) -> String {
    cell.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').to_owned()
}

/// A way of writing tables.
pub(crate) type Shape = (&'static str, fn(&[Vec<String>]) -> String);

/// The shapes of tables.
pub(crate) const SHAPES: [Shape; 11] = [
    ("page", |rows| {
        let cells = |row: &Vec<String>| row.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>();
        let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row))).collect();
        format!("<table>\n{rows}</table>")
    }),
    ("Markdown", |rows| {
        let line = |row: &Vec<String>| format!("| {} |\n", row.join(" | "));
        let rule = vec!["---".to_owned(); rows[0].len()];
        format!("\n{}{}{}", line(&rows[0]), line(&rule), rows[1..].iter().map(line).collect::<String>())
    }),
    ("bars", |rows| lines(rows, "|")),
    ("tabs", |rows| lines(rows, "\t")),
    ("tabs, none for what is missing", |rows| lines(&filled(rows), "\t")),
    ("two spaces", |rows| lines(&filled(rows), "  ")),
    ("a space", |rows| lines(&filled(rows), " ")),
    ("commas", |rows| lines(rows, ",")),
    ("a cell a line", |rows| lines(&filled(rows), "\n")),
    ("a cell a line, set apart", |rows| lines(&filled(rows), "\n\n").replace('\n', "\n\n").replace("\n\n\n\n", "\n\n")),
    ("one line", |rows| lines(&filled(rows), " ").replace('\n', " ")),
];

fn lines(rows: &[Vec<String>], by: &str) -> String {
    rows.iter().map(|row| row.join(by)).collect::<Vec<_>>().join("\n")
}

fn filled(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().filter(|cell| !cell.is_empty()).cloned().collect()).collect()
}

/// Name, target, start and nature of each statement that is read from `table`.
pub(crate) fn read(table: &str) -> Vec<String> {
    let page = table.starts_with('<');
    let text = if page {
        format!(
            "<html><body><h1>云岭市国民经济和社会发展第十五个五年规划纲要</h1><p>第一章 主要目标</p>\
             <p>专栏1 主要指标</p>{table}<p>第二章 产业</p><p>加快发展制造业。</p></body></html>"
        )
    } else {
        format!(
            "云岭市国民经济和社会发展第十五个五年规划纲要\n第一章 主要目标\n专栏1 主要指标\n{table}\n\
             第二章 产业\n加快发展制造业。\n"
        )
    };
    let reading = analyze(Source { name: "drawn", bytes: text.as_bytes() }).expect("a document");
    let said = reading.analysis.commitments.iter().filter_map(|one| {
        let target = one.quantity.as_ref()?;
        let start = one.baseline.as_ref().map_or(String::new(), |start| bare(&start.value.to_string()));
        let nature = one.nature.map_or("", |nature| match nature {
            Nature::Binding => "约束性",
            Nature::Expected => "预期性",
        });
        let value = bare(&target.value.to_string());
        Some(format!("{} {value} {start} {nature}", one.indicator))
    });
    let mut all: Vec<String> = said.collect();
    all.sort();
    all
}
