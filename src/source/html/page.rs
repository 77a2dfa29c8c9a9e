//! What a page says of its document outside the main text: in meta tags, and in the block of title, number, office and
//! dates above it.

use scraper::{ElementRef, Html, Selector};

use crate::{
    lexicon::{FRONT, Forms},
    source::marks::Meta,
};

/// Names of meta tags, the most telling first.
const TITLES: &[&str] = &["ArticleTitle", "og:title", "twitter:title"];
const DATES: &[&str] = &["PubDate", "publishdate", "article:published_time", "firstpublishedtime", "date"];

/// How many lines above the main text are looked at.
const LOOKED_AT: usize = 60;

/// The title that the page gives its document: of a meta tag, else its first `h1`.
pub(super) fn title(root: ElementRef<'_>) -> Option<String> {
    let heading = || first(root, "h1").map(|h1| h1.text().collect::<String>()).filter(|text| !text.trim().is_empty());
    let titled = || first(root, "title").map(|title| site_left_off(&title.text().collect::<String>()));
    let title = content(root, TITLES).or_else(heading).or_else(titled)?;
    let title: String = title.replace("<br>", "").replace("<br/>", "").split_whitespace().collect();
    (!title.is_empty()).then_some(title)
}

/// `title` without the site's name behind it: `规划纲要_青禾县人民政府`.
fn site_left_off(title: &str) -> String {
    let (mut depth, mut parts) = (0_usize, Vec::new());
    let parting = |c: char| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // 规划（2026—2030年）
        depth == 0 && matches!(c, '_' | '|' | '-' | '–' | '—')
    };
    parts.extend(title.split(parting).map(str::trim).filter(|part| !part.is_empty()));
    parts.first().map_or(String::new(), |first| (*first).to_owned())
}

/// What the page says of its document; `text` is what was extracted. Where a page was copied from is no issuer.
pub(super) fn meta(page: &Html, text: &str) -> Meta {
    let root = page.root_element();
    let labelled = |labels: &Forms| labelled(text, labels);
    Meta {
        title: title(root),
        issuer: labelled(&FRONT.office_name),
        published: content(root, DATES).or_else(|| labelled(&FRONT.published)),
        number: labelled(&FRONT.number_name),
    }
}

/// What follows one of `labels` in the first lines of `text`.
fn labelled(text: &str, labels: &Forms) -> Option<String> {
    text.lines().take(30).filter(|line| line.chars().count() <= 120).find_map(|line| {
        let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let value = bare.char_indices().find_map(|(at, _)| introduced(&bare[at..], labels))?;
        let next = value.char_indices().find(|&(at, _)| names(&value[at..])).map_or(value.len(), |(at, _)| at);
        let value = value[..next].trim_matches(['[', ']', '【', '】', '/']);
        (!value.is_empty()).then(|| value.to_owned())
    })
}

/// The lines above the main text that name the document: its title, unless the main text opens with it, and the lines
/// with its number, office and dates.
pub(super) fn named_above(lines: &[&str], title: Option<&str>, main: ElementRef<'_>) -> Vec<usize> {
    let bare = |line: &str| line.split_whitespace().collect::<String>();
    let from = lines.len().saturating_sub(LOOKED_AT);
    let mut kept: Vec<usize> = (from..lines.len()).filter(|&at| is_labelled(lines[at])).collect();
    let Some(title) = title else { return kept };
    let opening: String = main.text().flat_map(str::chars).filter(|c| !c.is_whitespace()).take(400).collect();
    if opening.contains(title) {
        return kept;
    }
    // The last run of lines that together are the title.
    let run = (from..lines.len()).rev().find_map(|start| {
        let mut joined = String::new();
        (start..lines.len().min(start + 4)).find_map(|end| {
            joined += &bare(lines[end]);
            (joined == title).then_some(start..=end)
        })
    });
    kept.retain(|at| !run.as_ref().is_some_and(|run| run.contains(at)));
    kept.extend(run.into_iter().flatten());
    kept.sort_unstable();
    kept
}

/// Whether `line` gives the document's number, office or date: `发布日期：2026-02-10 来源：…`, `2026-01-22 09:34 稿源：…`.
fn is_labelled(line: &str) -> bool {
    if line.chars().count() > 120 {
        return false;
    }
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let label =
        bare.char_indices().any(|(at, _)| classes().iter().any(|labels| introduced(&bare[at..], labels).is_some()));
    let dated = bare.len() >= 10 && bare.as_bytes()[..4].iter().all(u8::is_ascii_digit) && bare.as_bytes()[4] == b'-';
    label || dated
}

/// The classes of names that introduce something in the block above a text.
fn classes() -> [&'static Forms; 6] {
    [&FRONT.published, &FRONT.issued, &FRONT.office_name, &FRONT.number_name, &FRONT.title_name, &FRONT.field]
}

/// Whether `text` begins with the name of a field.
fn names(text: &str) -> bool {
    classes().iter().any(|labels| labels.prefix(text).is_some())
}

/// What one of `labels` at the start of `text` introduces.
fn introduced<'t>(text: &'t str, labels: &Forms) -> Option<&'t str> {
    labels.strip_prefix(text)?.strip_prefix(['：', ':'])
}

fn first<'a>(root: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    root.select(&Selector::parse(selector).ok()?).next()
}

/// The content of the first of the meta tags `names`.
fn content(root: ElementRef<'_>, names: &[&str]) -> Option<String> {
    let tags = Selector::parse("meta[content]").ok()?;
    names.iter().find_map(|name| {
        let named = |tag: &ElementRef<'_>| {
            let attribute = |key| tag.value().attr(key).is_some_and(|value: &str| value.eq_ignore_ascii_case(name));
            attribute("name") || attribute("property")
        };
        let tag = root.select(&tags).find(named)?;
        tag.value().attr("content").map(str::trim).filter(|content| !content.is_empty()).map(str::to_owned)
    })
}
