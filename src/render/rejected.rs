//! The numbers that were read and not kept, as rows and JSON lines, and as a table for people.

use serde::Serialize;

use super::long::{Shape, section};
use crate::analysis::{Rejected, RejectedNumbers};

/// The columns of the CSV, in order.
const COLUMNS: [&str; 12] = [
    "file",
    "rule",
    "verdict",
    "section",
    "around",
    "line",
    "column",
    "end_line",
    "end_column",
    "start",
    "end",
    "quote",
];

/// One number a line, with the file it stands in.
pub fn jsonl(document: &RejectedNumbers) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        file: &'a str,
        #[serde(flatten)]
        number: &'a Rejected,
    }
    let file = document.path.as_str();
    document.rejected.iter().fold(String::new(), |mut out, number| {
        // The result types have string keys and no failing serializer: an error cannot arise.
        out += &serde_json::to_string(&Line { file, number }).unwrap_or_default();
        out.push('\n');
        out
    })
}

/// The head of the rows.
pub fn frame(shape: Shape) -> super::Frame {
    shape.headed(COLUMNS.map(str::to_owned).to_vec())
}

/// One number a row.
pub fn rows(document: &RejectedNumbers, shape: Shape) -> String {
    let rows = document.rejected.iter().map(|number| {
        let place = &number.source;
        let mut row = vec![
            document.path.clone(),
            number.rule.clone(),
            number.verdict.clone(),
            section(&number.section),
            number.around.clone(),
        ];
        let places = [place.line, place.column, place.end_line, place.end_column, place.start, place.end];
        row.extend(places.map(|n| n.to_string()));
        row.push(place.quote.to_string());
        shape.line(row.into_iter())
    });
    rows.collect()
}

/// The table of a document, fitted to `width` columns.
#[cfg(feature = "cli")]
pub fn table(document: &RejectedNumbers, width: u16) -> String {
    use super::table::{STYLE, harmless};
    let count = document.rejected.len();
    let mut out = format!("{}\n", harmless(&document.path));
    if count > 0 {
        let mut table = comfy_table::Table::new();
        table.load_style(STYLE);
        table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic).set_width(width);
        table.set_header(["Place", "Number", "Rule", "Words around"]);
        for number in &document.rejected {
            let place = format!("{}:{}", number.source.line, number.source.column);
            table.add_row([place.as_str(), &number.source.quote, &number.rule, &number.around].map(harmless));
        }
        out += &(table.trim_fmt() + "\n");
    }
    out + &format!("{count} number{} not kept\n", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Place;

    fn sample() -> RejectedNumbers {
        let quote = "三大".to_owned();
        let source = Place {
            line: 2,
            column: 4,
            end_line: 2,
            end_column: 6,
            start: 9,
            end: 15,
            page: None,
            quote: quote.into(),
        };
        let number = Rejected {
            rule: "named.great".into(),
            verdict: "named".into(),
            section: "1".into(),
            around: "打好\u{1b}三大攻坚战".into(),
            source,
        };
        RejectedNumbers { path: "yunling.txt".into(), rejected: vec![number] }
    }

    #[test]
    fn each_format_holds_place_words_and_rule() {
        let line: serde_json::Value = serde_json::from_str(&jsonl(&sample())).expect("JSON");
        assert_eq!((&line["file"], &line["source"]["line"]), (&"yunling.txt".into(), &2.into()));
        let csv = rows(&sample(), Shape::Csv);
        let row = csv.lines().next().expect("a row");
        assert!(row.starts_with("yunling.txt,named.great,named,§1,") && row.ends_with(",三大"), "{csv}");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn the_table_counts_and_cannot_steer_the_terminal() {
        let out = table(&sample(), 80);
        assert!(out.contains("2:4") && out.ends_with("1 number not kept\n") && !out.contains('\u{1b}'), "{out}");
    }
}
