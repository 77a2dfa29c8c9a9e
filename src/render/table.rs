//! The table for people, aligned by display width, wrapped to the width it is given.

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};

use super::{
    figure,
    words::{self, Lang},
};
use crate::{
    analysis::{Analysis, OutlineEntry, Record},
    commitment::{DeadlineSource, Status},
};

/// Lines above and below the table and below its header.
pub(super) const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// Columns of a terminal from which baseline, nature and place are shown too.
const WIDE: u16 = 140;

/// How the table is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The columns of the terminal.
    pub width: u16,
    /// Whether targets and achievements stand side by side and must be told apart.
    pub status: bool,
    /// Whether to show what decided theme and status.
    pub explain: bool,
    /// The language of heads, labels and counts.
    pub lang: Lang,
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
        return out + words::label("message", "no_statements", layout.lang) + "\n";
    }
    out += &table(analysis, &records, layout);
    out + "\n" + &footer(&records, layout.lang)
}

/// What a column of the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Status,
    Indicator,
    Target,
    Baseline,
    Deadline,
    Nature,
    Theme,
    Section,
    Place,
    Reasons,
}

impl Shown {
    /// The key of its head among the words.
    fn key(self) -> &'static str {
        match self {
            Shown::Status => "status",
            Shown::Indicator => "indicator",
            Shown::Target => "target",
            Shown::Baseline => "baseline",
            Shown::Deadline => "deadline",
            Shown::Nature => "nature",
            Shown::Theme => "theme",
            Shown::Section => "section",
            Shown::Place => "place",
            Shown::Reasons => "reasons",
        }
    }

    /// Whether its cells are short and are not wrapped.
    fn is_narrow(self) -> bool {
        !matches!(self, Shown::Indicator | Shown::Target | Shown::Section | Shown::Reasons)
    }
}

/// The columns for what there is, as many as the width allows.
fn columns(records: &[&Record], layout: Layout) -> Vec<Shown> {
    let wide = layout.width >= WIDE;
    let baseline = wide && records.iter().any(|record| record.baseline.is_some());
    let nature = wide && records.iter().any(|record| record.nature.is_some());
    let columns = [
        (Shown::Status, layout.status),
        (Shown::Indicator, true),
        (Shown::Target, true),
        (Shown::Baseline, baseline),
        (Shown::Deadline, true),
        (Shown::Nature, nature),
        (Shown::Theme, true),
        (Shown::Section, true),
        (Shown::Place, wide),
        (Shown::Reasons, layout.explain),
    ];
    columns.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column).collect()
}

fn table(analysis: &Analysis, records: &[&Record], layout: Layout) -> String {
    let columns = columns(records, layout);
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(layout.width);
    table.set_header(columns.iter().map(|column| words::label("table", column.key(), layout.lang)));
    for record in records {
        table.add_row(columns.iter().map(|column| harmless(&cell(*column, analysis, record, layout.lang))));
    }
    for (at, _) in columns.iter().enumerate().filter(|(_, column)| column.is_narrow()) {
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.trim_fmt()
}

fn cell(column: Shown, analysis: &Analysis, record: &Record, lang: Lang) -> String {
    // In English the keys of files are words already.
    let named = |class: &str, key: &str| match lang {
        Lang::En => key.to_owned(),
        Lang::Zh => words::name(class, key, lang).into_owned(),
    };
    let none = || "–".to_owned();
    match column {
        Shown::Status => named("status", &super::key(&record.status)),
        Shown::Indicator => record.indicator.to_string(),
        Shown::Target => record.quantity.as_ref().map_or_else(none, figure::target),
        Shown::Baseline => record.baseline.as_deref().map_or_else(none, figure::baseline),
        Shown::Deadline => record.deadline.as_deref().map_or_else(none, figure::deadline),
        Shown::Nature => record.nature.map_or_else(none, |nature| named("nature", &super::key(&nature))),
        Shown::Theme => named("theme", record.theme.key()),
        Shown::Section => section(&analysis.outline, &record.section),
        Shown::Place => match record.source.page {
            Some(page) => format!("{}:{} p{page}", record.source.line, record.source.column),
            None => format!("{}:{}", record.source.line, record.source.column),
        },
        Shown::Reasons => super::reasons(record, " "),
    }
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

fn footer(records: &[&Record], lang: Lang) -> String {
    let targets = records.iter().filter(|record| record.status == Status::Target).count();
    let parts = [(targets, ["target", "targets"]), (records.len() - targets, ["achievement", "achievements"])];
    let counted = |(count, keys): (usize, [&str; 2])| words::counted(keys[usize::from(count != 1)], &[count], lang);
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(counted).collect();
    let by_plan = |record: &&Record| record.deadline.as_ref().is_some_and(|d| d.source == DeadlineSource::Plan);
    let note = if records.iter().any(by_plan) { words::label("message", "undated", lang) } else { "" };
    format!("{}{note}\n", parts.join(words::label("message", "comma", lang)))
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
        let out = document(&sample_analysis(), Layout { width: 80, status: false, explain: false, lang: Lang::En });
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
        let out = document(&analysis, Layout { width: 80, status: false, explain: false, lang: Lang::En });
        assert!(out.contains("云岭[31m大桥") && out.starts_with("]0;规划"), "{out}");
        assert!(out.chars().all(|c| c == '\n' || !c.is_control()), "{out}");
    }

    #[test]
    fn status_and_evidence_are_columns_of_their_own() {
        let out = document(&sample_analysis(), Layout { width: 200, status: true, explain: true, lang: Lang::En });
        assert!(
            out.contains("Status") && out.contains("target") && out.contains("verb:达 theme:indicator:上市企业"),
            "{out}"
        );
        let empty = document(
            &sample::analysis(Vec::new()),
            Layout { width: 80, status: false, explain: false, lang: Lang::En },
        );
        assert_eq!(empty, "云岭市第十四个五年规划纲要 (yunling.txt)\nno statements\n");
    }
}
