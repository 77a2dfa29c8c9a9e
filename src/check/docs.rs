//! What the rules say of themselves: a list, one rule for `plan explain`, and the page `docs/rules.md`.

use std::fmt::Write as _;

use super::{
    registry::{FAMILIES, RULES},
    rule::Rule,
};

/// One rule, for a terminal.
pub fn explain(rule: &Rule) -> String {
    let mut out = format!(
        "{} ({})\n\n{}.\n\n{}\n\nWhat to do: {}.\n",
        rule.code,
        rule.severity,
        capital(rule.summary),
        rule.why,
        rule.help
    );
    for (title, texts) in [("Found in", rule.fires), ("Not found in", rule.passes)] {
        for text in texts {
            let _ = write!(out, "\n{title}:\n\n");
            example(&mut out, text, "    ");
        }
    }
    out
}

/// Every rule with its severity and what it finds.
pub fn list() -> String {
    let width = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    RULES.iter().fold(String::new(), |mut out, rule| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:width$}  {:7}  {}", rule.code, rule.severity.key(), rule.summary);
        out
    })
}

/// The page `docs/rules.md`.
pub fn page() -> String {
    let mut out = String::from(
        "# Rules of `plan check`\n\nWritten by `plan explain --page` from the rules themselves; a test fails when it is out of date.\n\
         Every example runs as a test. Severities can be changed in `plan.yaml`.\n",
    );
    for (family, about) in FAMILIES {
        let _ = write!(out, "\n## {family}\n\n{about}\n\n| code | severity | finds |\n|---|---|---|\n");
        let rules = || RULES.iter().filter(|rule| rule.family() == *family);
        for rule in rules() {
            let _ = writeln!(out, "| [`{}`](#{}) | {} | {} |", rule.code, anchor(rule), rule.severity, rule.summary);
        }
        rules().for_each(|rule| section(&mut out, rule));
    }
    out
}

/// Where the page `docs/rules.md` tells of `rule`.
pub fn anchor(rule: &Rule) -> String {
    rule.code.replace('.', "")
}

/// What the page tells of `rule`, in Markdown, without its heading.
pub fn markdown(rule: &Rule) -> String {
    let mut out = String::new();
    body(&mut out, rule);
    out
}

fn section(out: &mut String, rule: &Rule) {
    let _ = write!(out, "\n### {}\n\n", rule.code);
    body(out, rule);
}

fn body(out: &mut String, rule: &Rule) {
    let _ = write!(
        out,
        "{}. Severity: {}.\n\n{}\n\nWhat to do: {}.\n",
        capital(rule.summary),
        rule.severity,
        rule.why,
        rule.help
    );
    for (title, texts) in [("Found in", rule.fires), ("Not found in", rule.passes)] {
        for text in texts {
            let _ = write!(out, "\n{title}:\n\n```text\n");
            example(out, text, "");
            out.push_str("```\n");
        }
    }
}

/// `text` line by line behind `indent`; what nobody sees is written out.
fn example(out: &mut String, text: &str, indent: &str) {
    for line in text.lines() {
        let line = line.replace('\t', "⇥").replace('\u{200B}', "<U+200B>").replace('\u{E123}', "<U+E123>");
        let _ = writeln!(out, "{indent}{line}");
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
