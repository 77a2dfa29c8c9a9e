//! A comparison as one HTML file that needs nothing else: counts on top, each change with a number and a link, filters by kind,
//! edits inline or side by side, both places.

use super::{difference, from_to, happened, kinds, periods, place, start, summary, version};
use crate::{
    diff::{At, Change, ChangeKind, Comparison, Edit, Level, Op},
    render::key,
};

/// The whole page.
pub fn comparison(comparison: &Comparison) -> String {
    let (old, new) = (escaped(&version(&comparison.old)), escaped(&version(&comparison.new)));
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n");
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>plan diff</title>\n";
    out +=
        &format!("<style>\n{}</style>\n</head>\n<body>\n<header>\n<h1>What changed</h1>\n", include_str!("page.css"));
    out += &format!("<p class=\"old\">old: {old}</p>\n<p class=\"new\">new: {new}</p>\n");
    if let Some(periods) = periods(comparison) {
        out += &format!("<p>across periods: {}</p>\n", escaped(&periods));
    }
    out += "<ul class=\"summary\">\n";
    for line in comparison.notes.iter().chain(&summary(comparison)) {
        out += &format!("<li>{}</li>\n", escaped(line));
    }
    out += "</ul>\n";
    out += &filters(comparison);
    out += "</header>\n<main>\n";
    for &level in &comparison.levels {
        let changes: Vec<&Change> = comparison.changes.iter().filter(|change| change.level == level).collect();
        if !changes.is_empty() {
            let counts = kinds(&comparison.summary, level);
            out += &format!("<h2 id=\"{0}\">{0} <small>{1}</small></h2>\n", level.key(), escaped(&counts));
            out.extend(changes.into_iter().map(article));
        }
    }
    if !comparison.kept.is_empty() {
        out += "<h2 id=\"kept\">kept</h2>\n";
        out.extend(comparison.kept.iter().map(article));
    }
    out + &format!("</main>\n<script>\n{}</script>\n</body>\n</html>\n", include_str!("page.js"))
}

/// A box for each kind that occurs, and the switch between inline and side by side.
fn filters(comparison: &Comparison) -> String {
    let mut out = String::from("<form class=\"filters\">\n");
    let all = || comparison.changes.iter().chain(&comparison.kept);
    for kind in ChangeKind::ALL {
        let count = all().filter(|change| change.kinds.contains(kind)).count();
        if count > 0 {
            let (key, words) = (key(&kind), kind.words());
            out += &format!(
                "<label><input type=\"checkbox\" name=\"kind\" value=\"{key}\" checked> {words} {count}</label>\n"
            );
        }
    }
    out + "<label class=\"switch\"><input type=\"checkbox\" name=\"sides\"> side by side</label>\n</form>\n"
}

fn article(change: &Change) -> String {
    let keys: Vec<String> = change.kinds.iter().map(key).collect();
    let (id, anchor) = match change.number {
        0 => (String::new(), String::new()),
        number => (format!(" id=\"c{number}\""), format!("<a href=\"#c{number}\">{number}</a> ")),
    };
    let mut out = format!("<article{id} data-kinds=\"{}\">\n<h3>{anchor}", keys.join(" "));
    out += &format!("<span class=\"kind\">{}</span> {}", escaped(&happened(change)), escaped(&change.name));
    if !change.also.is_empty() {
        out += &format!(" <small>also {}</small>", escaped(&change.also.join("、")));
    }
    if change.level == Level::Outline && change.with > 0 {
        out += &format!(" <small>+ {} below</small>", change.with);
    }
    if change.uncertain {
        out += " <small class=\"unsure\">uncertain pair</small>";
    }
    out += "</h3>\n";
    let (old, new) = from_to(change);
    if !(old.is_empty() && new.is_empty()) {
        out += "<p class=\"figures\">";
        out += &match old == new {
            true => escaped(&new),
            false => format!("<del>{}</del> → <ins>{}</ins>", escaped(&old), escaped(&new)),
        };
        if let Some(delta) = &change.difference {
            out += &format!(" <b>{}</b>", escaped(&difference(delta)));
        }
        if let Some(base) = &change.new_baseline {
            out += &format!(" <small>from {}</small>", escaped(&start(base)));
        }
        out += "</p>\n";
    }
    out += &format!("<p class=\"places\">old: {} · new: {}</p>\n", stands(&change.old), stands(&change.new));
    out.extend(change.edits.iter().map(|edit| sentence(edit, change.edits.len() > 1)));
    out + "</article>\n"
}

/// Line and section.
fn stands(at: &Option<At>) -> String {
    match at {
        None => "–".into(),
        Some(at) if at.section.is_empty() => format!("line {}", at.line),
        Some(at) => format!("line {}, {} {}", at.line, escaped(&at.section), escaped(&at.heading)),
    }
}

/// An edited sentence, inline and side by side; the page shows one of them.
fn sentence(edit: &Edit, placed: bool) -> String {
    let text = |without: Option<Op>| {
        let pieces = edit.pieces.iter().filter(|piece| Some(piece.op) != without);
        let marked = pieces.map(|piece| match piece.op {
            Op::Equal => escaped(&piece.text),
            Op::Delete => format!("<del>{}</del>", escaped(&piece.text)),
            Op::Insert => format!("<ins>{}</ins>", escaped(&piece.text)),
        });
        marked.collect::<String>()
    };
    let places =
        if placed { format!("<small>line {}</small> ", escaped(&place(&edit.old, &edit.new))) } else { String::new() };
    format!(
        "<div class=\"edit\"><p class=\"inline\">{places}{}</p><p class=\"left\">{places}{}</p><p class=\"right\">{}</p></div>\n",
        text(None),
        if edit.old.is_some() { text(Some(Op::Insert)) } else { String::new() },
        if edit.new.is_some() { text(Some(Op::Delete)) } else { String::new() }
    )
}

/// Text that HTML shows as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}
