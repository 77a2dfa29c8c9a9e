//! What the rules say of themselves: a list, one rule for `plan explain`, and the page `docs/rejected.md`.

use std::fmt::Write as _;

use super::{Rule, Verdict, rules};

/// One rule, for a terminal.
pub fn explain(rule: &Rule) -> String {
    let mut out = format!("{} (verdict: {})\n\n{}\n", rule.code, rule.verdict.key(), rule.why);
    for (title, texts) in [("Decides in", rule.fires), ("Does not decide in", rule.passes)] {
        for text in texts {
            let _ = write!(out, "\n{title}:\n\n");
            text.lines().for_each(|line| {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "    {}", line.replace('\t', "⇥"));
            });
        }
    }
    out
}

/// Every rule with its verdict, in the order in which they are asked.
pub fn list() -> String {
    let width = rules::all().map(|rule| rule.code.len()).max().unwrap_or(0);
    rules::all().fold(String::new(), |mut out, rule| {
        let _ = writeln!(out, "{:width$}  {}", rule.code, first_sentence(rule.why));
        out
    })
}

/// The page `docs/rejected.md`.
pub fn page() -> String {
    let mut out = String::from(
        "# Verdicts on numbers\n\nWritten by `plan explain --page verdicts` from the rules themselves; a test fails when it is out of date. Every \
         example runs as a test.\n\n`plan extract --rejected` lists the numbers that were read and not kept, each with the rule below that \
         decided. Every number in the paragraphs and tables of a document either has a statement or is in that list. The rules stand in the \
         order in which they are asked, in stages: in each stage the first that holds decides, and what a stage drops is no neighbour in the \
         next. A number on which no rule decides states something.\n",
    );
    for (title, rules) in rules::stages() {
        let _ = write!(out, "\n## {title}\n\n| rule | verdict |\n|---|---|\n");
        for rule in rules {
            let _ = writeln!(out, "| [`{}`](#{}) | {} |", rule.code, rule.code.replace('.', ""), rule.verdict.key());
        }
        rules.iter().for_each(|rule| section(&mut out, rule));
    }
    out
}

fn section(out: &mut String, rule: &Rule) {
    let _ = write!(out, "\n### {}\n\nVerdict: {}. {}\n", rule.code, meaning(rule.verdict), rule.why);
    for (title, texts) in [("Decides in", rule.fires), ("Does not decide in", rule.passes)] {
        for text in texts {
            let _ = write!(out, "\n{title}:\n\n```text\n{}\n```\n", text.trim_end().replace('\t', "⇥"));
        }
    }
}

fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::States => "states something",
        Verdict::Starts => "the value another starts from",
        Verdict::Base => "a value that the clause builds on",
        Verdict::Qualifies => "says only which things are meant",
        Verdict::Named => "part of a name",
        Verdict::Apart => "stands where nothing is stated",
    }
}

fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or(text).trim_end()
}
