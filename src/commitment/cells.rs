//! Indicator tables to statements: each cell that states a target number is one (GUIDE: Indicator tables).

use crate::{
    lexicon::CLAUSES,
    outline::{Cell, Notice, Outline, Table},
    quantity::{self, Comparator, Quantity, Shape},
    source::View,
    span::Span,
    time::{self, TimeRole},
};

use super::{passage::named_nature, reference, rulings::Ruling, work};
use crate::{
    judge::{change, status, theme},
    reading::{
        scene::{Role, Scene},
        sentence::without_brackets,
    },
    statement::{
        Amount, Baseline, Change, Deadline, DeadlineSource, Draft, Evidence, Kind, Nature, Place, Statement, Status,
    },
};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The row's number.
    Number,
    /// The indicator.
    Name,
    /// Its unit.
    Unit,
    /// 约束性 or 预期性.
    Nature,
    /// Responsible units.
    Units,
    /// By when (完成时限).
    Due,
    /// A starting value, and of which year.
    Start(Option<i32>),
    /// A target or a result.
    Value { year: Option<i32>, yearly: bool, total: bool, text: String },
    /// Anything else.
    Other,
}

/// Reads the statements of `table`, and what became of the numbers in cells that are read as prose.
pub(super) fn read(scene: &Scene, outline: &Outline, table: &Table, document: &str) -> (Vec<Statement>, Vec<Ruling>) {
    let (role, heading) = scene.role(outline, table.node, Some(&table.caption));
    let columns = columns(scene, table, role);
    let valued = columns.iter().any(|column| matches!(column, Column::Value { .. }));
    if !valued {
        return work::read(scene, outline, table, &columns, document);
    }
    if !columns.contains(&Column::Name) {
        return Default::default();
    }
    let reader = TableReader { scene, table, document, columns, role, heading };
    let mut statements = Vec::new();
    for row in &table.rows {
        reader.row(row, &mut statements);
    }
    (statements, Vec::new())
}

/// The cells that refer to a target set elsewhere.
pub(super) fn references(table: &Table) -> Vec<Notice> {
    let cells = table.rows.iter().flatten().filter(|cell| reference::is_one(cell.view.text()));
    cells
        .map(|cell| Notice {
            code: "target.by-reference",
            span: cell.span,
            message: reference::message(cell.view.text()),
        })
        .collect()
}

fn columns(scene: &Scene, table: &Table, role: Role) -> Vec<Column> {
    let mut columns: Vec<Column> = table.header.iter().map(|cell| column(scene, cell.view.text(), role)).collect();
    if !columns.contains(&Column::Name) {
        let free = columns.iter().position(|column| *column == Column::Other);
        if let Some(free) = free {
            columns[free] = Column::Name;
        }
    }
    columns
}

fn column(scene: &Scene, heading: &str, role: Role) -> Column {
    let bare: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let times = time::scan(&bare, scene.frame);
    let year = times.iter().find_map(|t| t.end).or_else(|| bare_year(&bare));
    if has(&["序号"]) || bare == "号" {
        Column::Number
    } else if has(&["时限", "期限", "年限", "完成时间", "时间节点", "建设周期", "起止"]) {
        Column::Due
    } else if has(&["属性", "性质", "类型", "指标类别"]) && !has(&["名称"]) {
        Column::Nature
    } else if has(&["责任", "牵头", "部门", "配合单位", "实施单位", "建设单位"]) {
        Column::Units
    } else if bare == "单位" || has(&["计量单位", "指标单位"]) {
        Column::Unit
    } else if year.is_some()
        || has(&["预期值", "目标", "年均", "累计", "期末", "规划值", "完成", "实际", "增速", "增长"])
    {
        value_column(scene, &bare, year, role)
    } else if has(&["基期", "现状", "基数", "起始"]) {
        Column::Start(None)
    } else if has(&["指标", "名称", "项目", "内容"]) {
        Column::Name
    } else {
        Column::Other
    }
}

fn value_column(scene: &Scene, heading: &str, year: Option<i32>, role: Role) -> Column {
    let yearly = heading.contains("年均") || heading.contains("增速");
    let total = heading.contains("累计");
    let past = year.zip(scene.first_year()).is_some_and(|(year, first)| year < first) && !yearly && !total;
    match role {
        Role::Review if heading.contains("目标") || heading.contains("规划") => Column::Other,
        Role::Review => Column::Value { year, yearly, total, text: heading.to_owned() },
        _ if past => Column::Start(year),
        _ => Column::Value { year, yearly, total, text: heading.to_owned() },
    }
}

/// `2030` as the whole of a heading.
fn bare_year(heading: &str) -> Option<i32> {
    heading.parse().ok().filter(|year| (1950..=2100).contains(year))
}

struct TableReader<'a> {
    scene: &'a Scene,
    table: &'a Table,
    document: &'a str,
    columns: Vec<Column>,
    role: Role,
    heading: String,
}

impl TableReader<'_> {
    fn row(&self, row: &[Cell], statements: &mut Vec<Statement>) {
        // Where a group and its members share a heading, the last says what is measured.
        let text = |wanted: &Column| {
            let columns = self.columns.iter().zip(row).filter(|(column, _)| *column == wanted);
            columns.map(|(_, cell)| cell.view.text()).rfind(|text| !text.is_empty()).unwrap_or("")
        };
        let (name, name_unit) = name_and_unit(text(&Column::Name));
        if name.is_empty() {
            return;
        }
        let unit = match text(&Column::Unit) {
            "" | "—" | "-" if name_unit.is_empty() => counted_in(&name),
            "" | "—" | "-" => name_unit,
            unit => unit.to_owned(),
        };
        let pair = |cell: &Cell| pair(self.document, cell, &name, &unit);
        let start = |part: usize| {
            self.columns.iter().zip(row).find_map(|(column, cell)| {
                let Column::Start(year) = column else { return None };
                let (text, unit) = match pair(cell) {
                    Some(parts) => (parts[part].0.view.text().to_owned(), parts[part].2.clone()),
                    None => (cell.view.text().to_owned(), unit.clone()),
                };
                cell_quantity(&text, &unit).map(|q| (q, *year))
            })
        };
        // A cell that another covers is no cell of its own.
        let valued = self.columns.iter().zip(row).filter(|(_, cell)| !cell.span.is_empty());
        for (column, cell) in valued.filter(|(column, _)| matches!(column, Column::Value { .. })) {
            match pair(cell) {
                Some(parts) => {
                    for (at, (part, name, unit)) in parts.iter().enumerate() {
                        statements.extend(self.cell(row, column, part, name, unit, start(at).as_ref()));
                    }
                }
                None => statements.extend(self.cell(row, column, cell, &name, &unit, start(0).as_ref())),
            }
        }
    }

    fn cell(
        &self,
        row: &[Cell],
        column: &Column,
        cell: &Cell,
        name: &str,
        unit: &str,
        start: Option<&(Quantity, Option<i32>)>,
    ) -> Option<Statement> {
        let Column::Value { year, yearly, total, text: heading } = column else { return None };
        let text = cell.view.text();
        let marked = text.starts_with(['[', '［', '〔', '【', '「']);
        // A column headed 年均［累计］ means a total only where the cell is marked so, and a mark means one in any column.
        let (yearly, total) = match (*yearly, *total) {
            _ if marked => (false, true),
            (true, true) => (true, false),
            held => held,
        };
        let grows = yearly && heads_growth(heading, self.has_level(row, unit));
        let unit = if grows && !is_share(unit) { "%" } else { unit };
        let quantity = cell_quantity(text, unit)?;
        let change = self.change(&quantity, text, name, yearly || name.contains("年均"), total);
        let change = if adds(heading) && !quantity.is_share() { Change::Increment } else { change };
        let status = if self.role == Role::Review { Status::Achieved } else { Status::Target };
        let of = |wanted: &Column| {
            self.columns.iter().position(|c| c == wanted).and_then(|at| row.get(at)).map_or("", |c| c.view.text())
        };
        let titles = [(Place::Table, self.table.caption.as_str()), (Place::Heading, self.heading.as_str())];
        let deadline = self.deadline(*year, heading);
        let draft = Draft {
            status,
            amount: Some(Amount {
                value: quantity.value,
                upper: quantity.upper,
                unit: quantity.unit.clone(),
                comparator: quantity.comparator,
                change,
                text: text.to_owned(),
            }),
            baseline: start.map(|(q, year)| Baseline { value: q.value, unit: q.unit.clone(), year: *year }),
            evidence: vec![Evidence::Column(heading.clone())],
            deadline,
            modality: status::modality("", text).0,
            nature: self.nature(of(&Column::Nature)),
            responsible: work::units(&self.columns, row),
            sentence: row.iter().map(|c| c.view.text()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" "),
            ..Draft::new(Kind::Quantity, name.to_owned(), self.table.node, cell.span)
        };
        Some(draft.finish(theme::decide(name, titles.into_iter())))
    }

    /// Whether a cell of `row` states a level in `unit`, so that a yearly number beside it is a rate of growth.
    fn has_level(&self, row: &[Cell], unit: &str) -> bool {
        self.columns.iter().zip(row).any(|(column, cell)| {
            let level = matches!(column, Column::Value { yearly: false, total: false, .. });
            level && cell_quantity(cell.view.text(), unit).is_some()
        })
    }

    fn nature(&self, cell: &str) -> Option<Nature> {
        match cell {
            c if c.contains("约束") => Some(Nature::Binding),
            c if c.contains("预期") || c.contains("引导") => Some(Nature::Expected),
            _ => named_nature(&self.table.caption),
        }
    }

    fn change(&self, quantity: &Quantity, text: &str, name: &str, yearly: bool, total: bool) -> Change {
        let share = quantity.is_share();
        let falls = ["下降", "降低", "减少"].iter().any(|word| name.contains(word) || text.contains(word));
        if total && !yearly {
            return match (share, falls) {
                (_, true) => Change::Decrement,
                (true, false) => Change::CumulativeGrowth,
                (false, false) => Change::Increment,
            };
        }
        let before = &text[..quantity.core.start.min(text.len())];
        let decided = change::decide(
            quantity,
            &change::Cues {
                governor: before,
                verb: CLAUSES.add.prefix(name).filter(|verb| verb.starts_with('新')),
                after: "",
                counted: false,
                indicator: name,
                yearly,
                based: total,
                summed: false,
                doubling: false,
                report: false,
            },
        );
        let grows = yearly && share && decided == Change::Level && name_grows(name);
        match (grows, name.contains("新增"), decided) {
            (true, ..) => Change::GrowthRate,
            (_, true, Change::Level) if !share => Change::Increment,
            _ => decided,
        }
    }

    fn deadline(&self, year: Option<i32>, heading: &str) -> Option<Deadline> {
        if let Some(year) = year {
            return Some(Deadline { year, month: None, source: DeadlineSource::Explicit, text: heading.to_owned() });
        }
        let caption = &self.table.caption;
        let time = time::scan(caption, self.scene.frame).into_iter().find(|t| t.dates() || t.role == TimeRole::Named);
        let year = time.as_ref().and_then(|t| t.end).or(self.scene.last_year())?;
        let text = time.map_or(String::new(), |t| t.span.of(caption).to_owned());
        Some(Deadline { year, month: None, source: DeadlineSource::Inherited, text })
    }
}

/// Whether a yearly column states rates of growth: it says so, or it says nothing but 年均 and a level stands beside it.
fn heads_growth(heading: &str, level: bool) -> bool {
    let grows = ["增长", "增速", "增幅"].iter().any(|word| heading.contains(word));
    let bare = heading.replace("年均", "").replace("累计", "");
    let says_no_more = !bare.chars().any(char::is_alphabetic);
    !adds(heading) && (grows || level && says_no_more)
}

/// Whether a column states what is added.
fn adds(heading: &str) -> bool {
    heading.contains("新增") || heading.contains("增加")
}

/// Whether `unit` is one of shares.
fn is_share(unit: &str) -> bool {
    matches!(unit, "%" | "％" | "‰" | "个百分点")
}

/// The unit that the name itself ends in (受灾人次).
fn counted_in(name: &str) -> String {
    match name {
        name if name.ends_with("人次") => "人次".into(),
        name if name.ends_with("倍差") => "倍".into(),
        _ => String::new(),
    }
}

/// Whether a yearly column states growth of what the row names, rather than a yearly amount.
fn name_grows(name: &str) -> bool {
    !["率", "占比", "比重", "比例"].iter().any(|end| name.ends_with(end)) || name.ends_with("增长率")
}

/// The name of an indicator and the unit in brackets behind it; numbering and footnote marks are left off.
fn name_and_unit(cell: &str) -> (String, String) {
    let cell = cell.trim_matches(['*', '①', '②', '③', '④', '⑤', '＊', '—', '、', '：']);
    let cell = cell.strip_prefix("其中：").or_else(|| cell.strip_prefix("其中")).unwrap_or(cell);
    let digits = cell.len() - cell.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let cell = match cell[digits..].strip_prefix(['.', '．', '、', ' ']) {
        Some(rest) if digits > 0 => rest,
        _ => cell,
    };
    if let Some(open) = cell.rfind('（') {
        let inner = cell[open + '（'.len_utf8()..].split('）').next().unwrap_or("");
        let tail = cell[open..].split_once('）').map_or("", |(_, tail)| tail);
        if is_unit(inner) {
            return (format!("{}{tail}", &cell[..open]), inner.to_owned());
        }
        if inner.contains("属") && without_brackets(cell).chars().count() > 1 {
            return (without_brackets(cell), String::new());
        }
    }
    (cell.to_owned(), String::new())
}

/// Whether `text` is a unit: a number before it makes a quantity that ends where it ends.
fn is_unit(text: &str) -> bool {
    text == "%" || quantity_of("1", text).is_some_and(|q| !q.unit.is_empty() || text == "%")
}

fn quantity_of(number: &str, unit: &str) -> Option<Quantity> {
    let text = format!("{number}{unit}");
    quantity::scan(&text).into_iter().find(|q| q.core.start == 0 && q.core.end == text.len())
}

/// The parts of a cell that states two numbers in the two units of its row (`11000/350` of `亿元/户`), each with its name
/// and unit.
fn pair(document: &str, cell: &Cell, name: &str, unit: &str) -> Option<[(Cell, String, String); 2]> {
    let source = cell.span.of(document);
    let (first, second) = source.split_once(['/', '／'])?;
    let (first_unit, second_unit) = unit.split_once(['/', '／'])?;
    let number = |part: &str, unit: &str| is_unit(unit) && cell_quantity(part.trim(), unit).is_some();
    if !number(first, first_unit) || !number(second, second_unit) || second.contains(['/', '／']) {
        return None;
    }
    let part = |text: &str, start: usize, name: &str, unit: &str| {
        let start = start + text.len() - text.trim_start().len();
        let span = Span::new(start, start + text.trim().len());
        (Cell { span, view: View::new(document, &[span]) }, name.to_owned(), unit.to_owned())
    };
    let (first_name, second_name) = name.split_once(['/', '／']).unwrap_or((name, name));
    Some([
        part(first, cell.span.start, first_name, first_unit),
        part(second, cell.span.end - second.len(), second_name, second_unit),
    ])
}

/// The number of a cell in the unit of its row; `None` for cells without a number of their own.
fn cell_quantity(text: &str, unit: &str) -> Option<Quantity> {
    let inner = text.trim_matches(['[', ']', '［', '］', '〔', '〕', '【', '】', '「', '」']);
    let shift = text.find(inner)?;
    let found = quantity::scan(inner);
    let [quantity] = found.as_slice() else { return None };
    let mut quantity = quantity.clone();
    if quantity.shape == Shape::Ordinal || (quantity.shape == Shape::Rank && !inner.contains('第')) {
        return None;
    }
    if quantity.unit.is_empty() && !unit.is_empty() {
        if let Some(one) = quantity_of("1", unit) {
            quantity.value = quantity.value.times(one.value)?;
            quantity.upper = quantity.upper.and_then(|upper| upper.times(one.value));
            (quantity.unit, quantity.dimension, quantity.shape) = (one.unit, one.dimension, one.shape);
        } else {
            quantity.unit = unit.to_owned();
        }
    }
    if quantity.comparator == Comparator::Eq && quantity.upper.is_some() {
        quantity.comparator = Comparator::Range;
    }
    quantity.core = Span::new(quantity.core.start + shift, quantity.core.end + shift);
    Some(quantity)
}
