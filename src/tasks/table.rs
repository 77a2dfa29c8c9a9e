//! Tasks of tables that give out work: a row is a deed, with the units and the time of its other columns.

use super::Draft;
use crate::{
    duty,
    grid::{Part, Place, Record, Role, Word},
    outline::Table,
    span::Span,
    time::Frame,
};

/// The tasks of `table`: of its parts with a column of units, and whose values, if any, are costs.
pub(crate) fn read(table: &Table, frame: Frame) -> impl Iterator<Item = Draft> {
    let parts = table.reading.iter().flat_map(|reading| &reading.parts).filter(|part| gives_out(part));
    parts.flat_map(move |part| part.records.iter().filter_map(move |record| row(table, part, record, frame)))
}

/// Whether a table's rows are work that somebody does, not indicators that somebody answers for.
fn gives_out(part: &Part) -> bool {
    let cost = |col: usize| part.columns.get(col).is_some_and(|column| column.head.says(Word::Money));
    part.has(Role::Responsible) && part.of(Role::Value).all(cost)
}

fn row(table: &Table, part: &Part, record: &Record, frame: Frame) -> Option<Draft> {
    let text = |place: Place| table.grid.cells.get(place.cell()).map_or("", |cell| cell.text());
    let held = |role: Role, own: bool| {
        let places = part.of(role).filter_map(move |col| Some((col, record.at(col)?)));
        places.filter(move |(_, place)| place.own() || !own).map(|(col, place)| (col, text(place)))
    };
    let named = part.columns.iter().enumerate().filter(|(_, column)| matches!(column.role, Role::Name | Role::Text));
    let mut deeds: Vec<&str> = Vec::new();
    for words in named.filter_map(|(col, _)| record.at(col)).map(text).filter(|words| !words.is_empty()) {
        if !deeds.contains(&words) {
            deeds.push(words.trim_end_matches(['。', '；', '：']));
        }
    }
    let head = |col: usize| part.columns.get(col).map_or("", |column| column.head.text.as_str());
    let units: Vec<(&str, &str)> = held(Role::Responsible, false).map(|(col, cell)| (head(col), cell)).collect();
    let times: Vec<&str> = held(Role::Due, false).map(|(_, cell)| cell).collect();
    let duty = duty::of_cells(&units, &times, frame).filter(|duty| !duty.names_nobody())?;
    let cells = record.cells.iter().flatten().filter(|place| place.own());
    let spans = cells.filter_map(|place| table.grid.cells.get(place.cell())).map(|cell| cell.span());
    let span = spans.filter(|span| !span.is_empty()).reduce(Span::join)?;
    let draft = Draft::new(&deeds.join("："), table.node, span, duty);
    let number = held(Role::Number, true).map(|(_, cell)| cell.to_owned()).find(|cell| !cell.is_empty());
    (!deeds.is_empty()).then(|| Draft { number: draft.number.clone().or(number), ..draft })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline,
        source::{self, Source},
    };

    /// Number, deed, who leads, who helps and by when, of the rows of `table` below a heading.
    fn rows(table: &str) -> Vec<String> {
        let text = format!("云岭市2024年工作方案\n一、重点任务\n{table}\n二、保障措施\n强化保障，加强宣传。\n");
        let document = source::read(Source { name: "x.txt", bytes: text.as_bytes() }).expect("reads");
        let outline = outline::read(&document);
        let frame = Frame { period: None, year: Some(2024), review: false, republic: false };
        let names = |units: &[duty::Unit]| units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("+");
        let shown = |draft: &Draft| {
            let (number, when) = (draft.number.as_deref().unwrap_or(""), draft.duty.when.as_ref());
            let when = when.map(|when| when.short()).unwrap_or_default();
            format!("{number}|{}|{}|{}|{when}", draft.text, names(&draft.duty.lead), names(&draft.duty.support))
        };
        outline.tables.iter().flat_map(|table| read(table, frame)).map(|draft| shown(&draft)).collect()
    }

    #[test]
    fn a_row_is_a_deed_wherever_its_columns_stand() {
        let expected = ["1|建设山货市场|市林业局|市财政局|2024-06", "2|改造老街|市住建局|各县区政府|2024-12"];
        let right = "序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t建设山货市场\t市林业局\t市财政局\t6月底前\n\
                     2\t改造老街\t市住建局\t各县区政府\t年底前";
        let left = "序号\t完成时限\t配合单位\t牵头单位\t工作任务\n1\t6月底前\t市财政局\t市林业局\t建设山货市场\n\
                    2\t年底前\t各县区政府\t市住建局\t改造老街";
        assert_eq!(rows(right), expected);
        assert_eq!(rows(left), expected);
    }

    #[test]
    fn what_two_columns_say_of_a_deed_is_one_text() {
        let table = "| 序号 | 事项 | 工作内容 | 责任单位 |\n|---|---|---|---|\n\
                     | 1 | 养老服务 | 完善助餐网络 | 市民政局 |\n| 2 | 托育服务 | 改造托育园 | 市卫健委 |";
        assert_eq!(rows(table), ["1|养老服务：完善助餐网络|市民政局||", "2|托育服务：改造托育园|市卫健委||"]);
    }

    #[test]
    fn a_table_of_indicators_gives_no_tasks_though_it_names_units() {
        let table = "序号\t指标\t单位\t2025年目标\t责任单位\n1\t森林覆盖率\t%\t58\t市林业局\n\
                     2\t学位\t个\t5000\t市教育局\n3\t床位\t张\t7000\t市民政局";
        assert_eq!(rows(table), Vec::<String>::new());
    }

    #[test]
    fn a_row_that_names_nobody_gives_none() {
        let table = "序号\t工作任务\t责任单位\n1\t建设山货市场\t市林业局\n2\t改造老街\t\n3\t扩建水库\t市水利局";
        assert_eq!(rows(table), ["1|建设山货市场|市林业局||", "3|扩建水库|市水利局||"]);
    }
}
