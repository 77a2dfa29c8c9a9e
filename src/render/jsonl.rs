//! JSON Lines: one statement a line, the document's fields repeated, for tools that read a row at a time.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    analysis::{Analysis, Period, Record},
    lexicon::RegionLevel,
    outline::Kind,
};

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'a str,
    document: Of<'a>,
    #[serde(flatten)]
    record: &'a Record,
}

/// Which document the statement is of.
#[derive(Serialize)]
struct Of<'a> {
    title: Option<&'a str>,
    issuer: Option<&'a str>,
    region_code: Option<&'a str>,
    region_level: Option<RegionLevel>,
    kind: Kind,
    year: Option<i32>,
    period: Option<Period>,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    overridden: &'a [String],
    #[serde(skip_serializing_if = "Map::is_empty")]
    metadata: &'a Map<String, Value>,
}

/// Every statement of a document, commitments before achievements.
pub fn statements(analysis: &Analysis) -> String {
    let mut out = Vec::new();
    // String keys, no failing serializer, and memory that takes all: an error cannot arise.
    write_statements(&mut out, analysis).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}

/// Writes every statement of a document, commitments before achievements.
///
/// # Errors
/// Where `out` takes no more.
pub fn write_statements(out: &mut dyn Write, analysis: &Analysis) -> io::Result<()> {
    let info = &analysis.document;
    // A line is made of many small pieces: they are put together before `out` is asked.
    let mut bytes = Vec::new();
    for record in super::statements(analysis) {
        let document = Of {
            title: info.title.as_deref(),
            issuer: info.issuer.as_deref(),
            region_code: info.region_code.as_deref(),
            region_level: info.region_level,
            kind: info.kind,
            year: info.year,
            period: info.period,
            path: &info.source.path,
            region: info.region.as_deref(),
            overridden: &info.overridden,
            metadata: &info.metadata,
        };
        let line = Line { schema: &analysis.schema, document, record };
        bytes.clear();
        serde_json::to_writer(&mut bytes, &line)?;
        bytes.push(b'\n');
        out.write_all(&bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sample, statement::Status};

    #[test]
    fn each_line_stands_alone() {
        let text = "到2025年建成云岭大桥。";
        let record = |status| sample::statement(text, "到2025年", 0, status, "云岭大桥");
        let analysis = sample::analysis(vec![record(Status::Target), record(Status::Achieved)]);
        let out = statements(&analysis);
        let lines: Vec<serde_json::Value> = out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1]["status"], "achieved");
        assert_eq!(lines[1]["document"]["path"], "yunling.txt");
        assert_eq!(lines[0]["document"]["period"]["end"], 2025);
        assert_eq!(lines[0]["schema"], "plan/1");
        assert_eq!(statements(&sample::analysis(Vec::new())), "");
    }
}
