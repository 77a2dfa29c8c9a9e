//! Tasks against a gold file of tasks: precision, recall, and how often units, time and deed are right.
//!
//! A gold file of tasks is a YAML list of records with `line`, `text` (the deed), `lead`, and where there are any `number`,
//! `support` and `deadline` (as [`When::short`] writes it: `2024-06`, `ongoing`, `2024-06 → 2024-12`).

use serde::{Deserialize, Serialize};

use super::report::Share;
use crate::{
    analysis::Task,
    duty::{Unit, When},
    yaml::{self, YamlError},
};

/// One annotated task.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the module describes each field")]
pub struct GoldTask {
    pub line: usize,
    pub number: Option<String>,
    pub text: String,
    #[serde(default)]
    pub lead: Vec<String>,
    #[serde(default)]
    pub support: Vec<String>,
    pub deadline: Option<String>,
}

/// How well tasks were read.
#[derive(Clone, Debug, Serialize)]
pub struct TaskReport {
    /// Tasks in the gold file.
    pub gold: usize,
    /// Tasks found.
    pub found: usize,
    /// Found on the line of a gold task.
    pub matched: usize,
    /// Of the found ones, the share that is in the gold file.
    pub precision: f64,
    /// Of the gold ones, the share that was found.
    pub recall: f64,
    /// Of the matched ones, those with the right units in the lead.
    pub lead: Share,
    /// With the right units that help.
    pub support: Share,
    /// With the right time.
    pub deadline: Share,
    /// Whose deed holds the gold one.
    pub text: Share,
    /// Each miss, false alarm and wrong field, in document order.
    pub errors: Vec<String>,
}

/// Whether `yaml` is a gold file of tasks rather than of statements.
pub fn is_tasks(yaml: &str) -> bool {
    yaml.split(['\n', '{', ',']).any(|field| field.trim_start_matches(['-', ' ']).starts_with("lead:"))
}

/// Reads a gold file of tasks.
///
/// # Errors
/// Where it is no YAML list of such records.
pub fn gold_tasks(text: &str) -> Result<Vec<GoldTask>, YamlError> {
    yaml::from_str(text)
}

/// Compares the tasks of a document with `gold`.
pub fn evaluate_tasks(tasks: &[Task], gold: &[GoldTask]) -> TaskReport {
    let mut taken = vec![false; tasks.len()];
    let mut errors: Vec<(usize, String)> = Vec::new();
    let mut right = [0; 4];
    let mut matched = 0;
    for wanted in gold {
        let on_line = |(at, task): &(usize, &Task)| task.source.line as usize == wanted.line && !taken[*at];
        let Some((at, task)) = tasks.iter().enumerate().find(on_line) else {
            errors.push((wanted.line, format!("missed: {}", wanted.text)));
            continue;
        };
        taken[at] = true;
        matched += 1;
        let fields = compare(task, wanted);
        for (count, (name, found, gold)) in right.iter_mut().zip(&fields) {
            match found == gold {
                true => *count += 1,
                false => errors.push((wanted.line, format!("{name}: found `{found}`, gold `{gold}`"))),
            }
        }
    }
    let alarms = tasks.iter().zip(&taken).filter(|(_, taken)| !**taken);
    errors.extend(alarms.map(|(task, _)| (task.source.line as usize, format!("false alarm: {}", task.text))));
    errors.sort_by_key(|(line, _)| *line);
    let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
    let [lead, support, deadline, text] = right.map(|right| Share::new(right, matched));
    TaskReport {
        gold: gold.len(),
        found: tasks.len(),
        matched,
        precision: share(matched, tasks.len()),
        recall: share(matched, gold.len()),
        lead,
        support,
        deadline,
        text,
        errors: errors.into_iter().map(|(line, error)| format!("line {line}: {error}")).collect(),
    }
}

/// What was found and what the gold file says, field by field: lead, support, deadline, text.
fn compare(task: &Task, gold: &GoldTask) -> [(&'static str, String, String); 4] {
    let names = |units: &[Unit]| units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、");
    let text = if task.text.contains(&gold.text) { gold.text.as_str() } else { task.text.as_str() };
    [
        ("lead", names(&task.lead), gold.lead.join("、")),
        ("support", names(&task.support), gold.support.join("、")),
        (
            "deadline",
            task.deadline.as_deref().map(When::short).unwrap_or_default(),
            gold.deadline.clone().unwrap_or_default(),
        ),
        ("text", text.to_owned(), gold.text.clone()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::analyze, source::Source};

    const TEXT: &str = "云岭市2024年工作要点\n\
1. 建设粮仓。（牵头单位：市粮食局；完成时限：2024年6月）\n\
2. 修缮古桥。（牵头单位：市文旅局；配合单位：市住建局）\n\
3. 清理河道。（牵头单位：市水利局）\n";

    const GOLD: &str = "
- {line: 2, text: 建设粮仓, lead: [市粮食局], deadline: 2024-06}
- {line: 3, text: 修缮古桥, lead: [市住建局], support: [市住建局]}
- {line: 5, text: 种植茶树, lead: [市林业局]}
";

    #[test]
    fn each_miss_false_alarm_and_wrong_field_counts_once() {
        assert!(is_tasks(GOLD) && !is_tasks("- {line: 2, quote: 超30家, status: target}"));
        let reading = analyze(Source { name: "要点.txt", bytes: TEXT.as_bytes() }).expect("a text");
        let report = evaluate_tasks(&reading.analysis.tasks, &gold_tasks(GOLD).expect("a gold file"));
        assert_eq!((report.gold, report.found, report.matched), (3, 3, 2));
        assert_eq!((report.precision, report.recall), (2.0 / 3.0, 2.0 / 3.0));
        let right =
            [&report.lead, &report.support, &report.deadline, &report.text].map(|share| (share.count, share.of));
        assert_eq!(right, [(1, 2), (2, 2), (2, 2), (2, 2)]);
        assert_eq!(
            report.errors,
            [
                "line 3: lead: found `市文旅局`, gold `市住建局`",
                "line 4: false alarm: 清理河道",
                "line 5: missed: 种植茶树"
            ]
        );
    }

    #[test]
    fn what_is_named_twice_on_a_line_is_matched_once() {
        let reading = analyze(Source { name: "要点.txt", bytes: TEXT.as_bytes() }).expect("a text");
        let gold =
            gold_tasks("[{line: 4, text: 清理河道, lead: [市水利局]}, {line: 4, text: 清理河道, lead: [市水利局]}]");
        let report = evaluate_tasks(&reading.analysis.tasks, &gold.expect("a gold file"));
        assert_eq!((report.matched, report.errors.len()), (1, 3));
        assert!(gold_tasks("- {line: 4, text: 清理河道, leed: [市水利局]}").is_err(), "unknown keys are refused");
    }
}
