//! Letters and characters of another script than the text's.

use crate::check::rules::prelude::*;

/// Traditional characters that no simplified text needs, and that names of people seldom hold.
const TRADITIONAL: &str =
    "國發經濟產業區縣實現進會與學務體電開關係動總農數據設備標準導強質體個對時無應際為從來機場車書長門問間東過還這產";

pub(crate) static RULE: Rule = Rule {
    code: "text.mixed-script",
    severity: Severity::Warning,
    summary: "characters of another script stand among the text's own",
    why: "Kangxi radicals (⼯ for 工) and compatibility forms come from PDF fonts, Cyrillic and Greek letters inside Latin words from \
          recognition, traditional characters from another edition. They look right and are found by no search. One finding a document.",
    help: "replace them with the plain characters",
    fires: &[
        "第一章 产业\n云岭市⼯业兴旺，新⽣产业壮大。\n",
        "第一章 产业\n推进АI产业发展。\n",
        "第一章 产业\n云岭市國有企业改革深化，经济会与学务并进，国有资本壮大。\n",
    ],
    passes: &["第一章 产业\n云岭市工业兴旺，推进AI产业发展，α射线和β粒子。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let simplified = text.chars().filter(|c| "国发经济产业区县实现进会与学务".contains(*c)).count();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let odd = |at: usize, c: char| {
        let beside = || latin(text[..at].chars().next_back()) || latin(text[at + c.len_utf8()..].chars().next());
        let foreign = ('\u{370}'..='\u{52F}').contains(&c) && beside();
        let radical = ('\u{2E80}'..='\u{2FDF}').contains(&c) || ('\u{F900}'..='\u{FAFF}').contains(&c);
        radical || foreign || (simplified > 5 && TRADITIONAL.contains(c))
    };
    let odd = text.char_indices().filter(|&(at, c)| odd(at, c));
    let places: Vec<Span> = odd.map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    let shown: String = places.iter().take(8).map(|place| place.of(text)).collect();
    Hit::total(&places, |count| format!("{count} characters of another script: {shown}"))
}
