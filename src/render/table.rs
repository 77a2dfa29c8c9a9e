//! The table for people, aligned by display width, wrapped to the width it is given.

mod laid;

use std::{
    collections::HashMap,
    io::{self, Write},
};

use self::laid::Laid;
pub(super) use self::laid::STYLE;
use super::{
    figure,
    words::{self, Lang},
};
use crate::{
    analysis::{Analysis, OutlineEntry, Record},
    statement::{DeadlineSource, Status},
};

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

/// Writes the table of a document, with its title above and its counts below.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write(out: &mut dyn Write, analysis: &Analysis, layout: Layout) -> io::Result<()> {
    let path = &analysis.document.source.path;
    match &analysis.document.title {
        Some(title) => writeln!(out, "{} ({path})", harmless(title))?,
        None => writeln!(out, "{path}")?,
    }
    let records: Vec<&Record> = super::statements(analysis).collect();
    if records.is_empty() {
        return writeln!(out, "{}", words::label("message", "no_statements", layout.lang));
    }
    table(out, analysis, &records, layout)?;
    write!(out, "\n{}", footer(&records, layout.lang))
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

fn table(out: &mut dyn Write, analysis: &Analysis, records: &[&Record], layout: Layout) -> io::Result<()> {
    let columns = columns(records, layout);
    let mut titles = HashMap::new();
    add_titles(&analysis.outline, &mut titles);
    let cell = |column: &Shown, at: usize| harmless(&cell(*column, &titles, records[at], layout.lang));
    Laid {
        width: layout.width,
        header: columns.iter().map(|column| words::label("table", column.key(), layout.lang).to_owned()).collect(),
        narrow: columns.iter().map(|column| column.is_narrow()).collect(),
        count: records.len(),
        row: &|at| columns.iter().map(|column| cell(column, at)).collect(),
    }
    .write(out)
}

fn cell(column: Shown, titles: &HashMap<&str, &str>, record: &Record, lang: Lang) -> String {
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
        Shown::Section => match titles.get(record.section.as_str()) {
            Some(title) => format!("{} {title}", record.section),
            None => record.section.to_string(),
        },
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

/// Adds the titles of `entries` and of those below them by the number of the section, the first of each.
fn add_titles<'a>(entries: &'a [OutlineEntry], titles: &mut HashMap<&'a str, &'a str>) {
    for entry in entries {
        titles.entry(&entry.id).or_insert(&entry.title);
        add_titles(&entry.children, titles);
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
    use crate::{quantity::Comparator, sample, statement::Change};

    fn document(analysis: &Analysis, layout: Layout) -> String {
        let mut out = Vec::new();
        write(&mut out, analysis, layout).expect("memory");
        String::from_utf8(out).expect("text")
    }

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
