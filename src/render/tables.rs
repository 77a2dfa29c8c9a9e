//! Tables as they were read: for people, as Markdown, as CSV.

use crate::{
    analysis::SheetEntry,
    render::{
        csv,
        words::{self, Lang, filled, label},
    },
};

/// One line that says what `sheet` is and how it was read.
pub fn heading(sheet: &SheetEntry, lang: Lang) -> String {
    let say = |key| label("sheet_head", key, lang);
    let name = format!("{} {}", sheet.label, sheet.caption);
    let name = if name.trim().is_empty() { say("no_caption") } else { name.trim() };
    let read = sheet.score.map_or(say("unread").to_owned(), |score| filled(say("score"), &[format!("{score:.2}")]));
    let turned = if sheet.turned { say("turned") } else { "" };
    let unit = sheet.unit.as_ref().map_or(String::new(), |unit| filled(say("unit"), &[unit]));
    let (line, origin) = (sheet.line.to_string(), words::name("origin", &sheet.origin, lang));
    filled(say("place"), &[name, &line, &origin, &read, turned, &unit])
}

/// The roles of the columns, parted by bars; empty where none were found.
fn roles(sheet: &SheetEntry, lang: Lang) -> String {
    sheet.columns.iter().map(|column| words::name("role", &column.role, lang)).collect::<Vec<_>>().join(" | ")
}

/// All `sheets` for people: a heading, the roles, and a row a line.
pub fn plain(sheets: &[SheetEntry], lang: Lang) -> String {
    let table = |sheet: &SheetEntry| {
        let rows = sheet.rows.iter().map(|row| row.join(" | ") + "\n").collect::<String>();
        let roles = if sheet.columns.is_empty() { String::new() } else { format!("[{}]\n", roles(sheet, lang)) };
        format!("{}\n{roles}{rows}", heading(sheet, lang))
    };
    sheets.iter().map(table).collect::<Vec<_>>().join("\n")
}

/// All `sheets` as Markdown: a heading and a table each.
pub fn markdown(sheets: &[SheetEntry], lang: Lang) -> String {
    let line = |row: &[String]| {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let table = |sheet: &SheetEntry| {
        let width = sheet.rows.first().map_or(0, Vec::len);
        let rule = format!("|{}\n", " --- |".repeat(width));
        let first = sheet.rows.first().map_or(String::new(), |row| line(row));
        let rest: String = sheet.rows.iter().skip(1).map(|row| line(row)).collect();
        format!("## {}\n\n{first}{rule}{rest}", heading(sheet, lang))
    };
    sheets.iter().map(table).collect::<Vec<_>>().join("\n")
}

/// One table as CSV, with the guards that all CSV has.
pub fn csv(sheet: &SheetEntry) -> String {
    csv::lines(sheet.rows.iter().map(|row| row.iter().cloned().map(csv::guarded).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_signs() {
        let rows = vec![
            vec!["指标".to_owned(), "a,b".to_owned()],
            vec!["x|y".to_owned(), "\"1\"".to_owned()],
            vec!["=1+1".to_owned(), "-3".to_owned()],
        ];
        let sheet = SheetEntry { rows, line: 3, origin: "tabs".into(), ..SheetEntry::default() };
        assert_eq!(super::csv(&sheet), "指标,\"a,b\"\nx|y,\"\"\"1\"\"\"\n'=1+1,-3\n");
        assert!(
            markdown(std::slice::from_ref(&sheet), Lang::En)
                .contains("| 指标 | a,b |\n| --- | --- |\n| x\\|y | \"1\" |")
        );
        let first = |lang| plain(std::slice::from_ref(&sheet), lang).lines().next().map(str::to_owned);
        assert_eq!(first(Lang::En).as_deref(), Some("(no caption) (line 3, from tabs, not read)"));
        assert_eq!(first(Lang::Zh).as_deref(), Some("（无表题）（第3行，来源：制表符，未识别）"));
    }
}
