//! The table for people, aligned by display width, wrapped to the width it is given.

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};

use super::figure;
use crate::{
    analysis::{Analysis, OutlineEntry, Record},
    commitment::{DeadlineSource, Status},
};

/// Lines above and below the table and below its header.
pub(super) const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// How the table is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The columns of the terminal.
    pub width: u16,
    /// Whether targets and achievements stand side by side and must be told apart.
    pub status: bool,
    /// Whether to show what decided theme and status.
    pub explain: bool,
}

/// The table of a document, with its title above and its counts below.
pub fn document(analysis: &Analysis, layout: Layout) -> String {
    let path = &analysis.document.source.path;
    let mut out = match &analysis.document.title {
        Some(title) => format!("{} ({path})\n", harmless(title)),
        None => format!("{path}\n"),
    };
    let records: Vec<&Record> = super::statements(analysis).collect();
    if records.is_empty() {
        return out + "no statements\n";
    }
    out += &table(analysis, &records, layout);
    out + "\n" + &footer(&records)
}

fn table(analysis: &Analysis, records: &[&Record], layout: Layout) -> String {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(layout.width);
    let mut header = vec!["Indicator", "Target", "Deadline", "Theme", "Section"];
    if layout.status {
        header.insert(0, "Status");
    }
    if layout.explain {
        header.push("Decided by");
    }
    table.set_header(&header);
    for record in records {
        table.add_row(row(analysis, record, layout));
    }
    for (at, name) in header.iter().enumerate() {
        if matches!(*name, "Status" | "Deadline" | "Theme")
            && let Some(column) = table.column_mut(at)
        {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.trim_fmt()
}

fn row(analysis: &Analysis, record: &Record, layout: Layout) -> Vec<String> {
    let mut row = vec![
        record.indicator.clone(),
        record.quantity.as_ref().map_or_else(|| "–".into(), figure::target),
        record.deadline.as_ref().map_or_else(|| "–".into(), figure::deadline),
        record.theme.key().into(),
        section(&analysis.outline, &record.section),
    ];
    if layout.status {
        row.insert(0, super::key(&record.status));
    }
    if layout.explain {
        row.push(super::reasons(record, " "));
    }
    row.iter().map(|cell| harmless(cell)).collect()
}

/// A document's words without the control characters that would steer a terminal.
pub(super) fn harmless(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A section's number and title.
fn section(outline: &[OutlineEntry], id: &str) -> String {
    fn title<'a>(entries: &'a [OutlineEntry], id: &str) -> Option<&'a str> {
        entries.iter().find_map(
            |entry| {
                if entry.id == id { Some(entry.title.as_str()) } else { title(&entry.children, id) }
            },
        )
    }
    match title(outline, id) {
        Some(title) => format!("{id} {title}"),
        None => id.to_owned(),
    }
}

fn footer(records: &[&Record]) -> String {
    let targets = records.iter().filter(|record| record.status == Status::Target).count();
    let achievements = records.len() - targets;
    let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let counts = match (targets, achievements) {
        (targets, 0) => counted(targets, "target"),
        (0, achievements) => counted(achievements, "achievement"),
        (targets, achievements) => format!("{}, {}", counted(targets, "target"), counted(achievements, "achievement")),
    };
    let by_plan = |record: &&Record| record.deadline.as_ref().is_some_and(|d| d.source == DeadlineSource::Plan);
    let note = if records.iter().any(by_plan) { "; (year): undated in the text, the plan's last year" } else { "" };
    format!("{counts}{note}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{commitment::Change, quantity::Comparator, sample};

    fn sample_analysis() -> Analysis {
        let text = "到2025年上市企业超30家。";
        let record = |indicator| sample::statement(text, "超30家", 0, Status::Target, indicator);
        let amount = || sample::amount(30, "家", Comparator::Gt, Change::Level, "超30家");
        let dated = sample::due(sample::quantity(record("上市企业"), amount()), 2025, DeadlineSource::Explicit);
        let long = "云岭高新技术产业开发区规模以上制造业企业研发机构设立情况".repeat(2);
        let undated = sample::due(sample::quantity(record(&long), amount()), 2025, DeadlineSource::Plan);
        sample::analysis(vec![dated, undated, record("云岭大桥")])
    }

    /// Columns taken on a terminal: two for each character outside ASCII, but for the lines of the table and `–`.
    fn columns(line: &str) -> usize {
        line.chars().map(|c| if c.is_ascii() || matches!(c, '─' | '═' | '╌' | '–' | '│' | '┄') { 1 } else { 2 }).sum()
    }

    #[test]
    fn columns_stay_aligned_and_long_cells_wrap() {
        let out = document(&sample_analysis(), Layout { width: 80, status: false, explain: false });
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], "云岭市第十四个五年规划纲要 (yunling.txt)");
        assert!(lines.iter().all(|line| columns(line) <= 80), "{out}");
        let head = lines.iter().find(|l| l.contains("Indicator")).expect("a header");
        let row = lines.iter().find(|l| l.contains("> 30家")).expect("a row");
        let before = |line: &str, word: &str| columns(&line[..line.find(word).expect(word)]);
        assert_eq!(before(head, "Target"), before(row, "> 30家"), "{out}");
        assert_eq!(before(head, "Section"), before(row, "1.1 主要目标"), "{out}");
        assert!(
            out.contains("(2025)") && out.ends_with("3 targets; (year): undated in the text, the plan's last year\n")
        );
    }

    #[test]
    fn a_document_cannot_steer_the_terminal() {
        let text = "到2025年建成大桥。";
        let record = sample::statement(text, "到2025年", 0, Status::Target, "云岭\u{1b}[31m大桥\u{7}");
        let mut analysis = sample::analysis(vec![record]);
        analysis.document.title = Some("\u{1b}]0;规划\u{7}".into());
        let out = document(&analysis, Layout { width: 80, status: false, explain: false });
        assert!(out.contains("云岭[31m大桥") && out.starts_with("]0;规划"), "{out}");
        assert!(out.chars().all(|c| c == '\n' || !c.is_control()), "{out}");
    }

    #[test]
    fn status_and_evidence_are_columns_of_their_own() {
        let out = document(&sample_analysis(), Layout { width: 200, status: true, explain: true });
        assert!(
            out.contains("Status") && out.contains("target") && out.contains("verb:达 theme:indicator:上市企业"),
            "{out}"
        );
        let empty = document(&sample::analysis(Vec::new()), Layout { width: 80, status: false, explain: false });
        assert_eq!(empty, "云岭市第十四个五年规划纲要 (yunling.txt)\nno statements\n");
    }
}
