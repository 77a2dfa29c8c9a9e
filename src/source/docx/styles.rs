//! Styles of paragraphs: which are headings, which carry a number, which belong to a table of contents.

use crate::lexicon::HEADINGS;
use std::collections::HashMap;

use super::xml::Element;

/// Styles that are based on one another are followed this far.
const FOLLOWED: usize = 20;

/// What a style says.
#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<usize>,
    numbering: Option<(Option<String>, Option<usize>)>,
}

/// The styles of a document by their id.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(root: &Element) -> Self {
        let styles = root.children().filter(|style| style.name == "style").filter_map(|style| {
            let properties = style.child("pPr");
            let style_of = Style {
                name: style.value("name").unwrap_or_default().to_lowercase(),
                based_on: style.value("basedOn").map(str::to_owned),
                outline: properties.and_then(outline),
                numbering: properties.and_then(numbering),
            };
            Some((style.attribute("styleId")?.to_owned(), style_of))
        });
        Self { styles: styles.collect() }
    }

    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.styles.get(id));
        let next = |style: &&'a Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(FOLLOWED)
    }

    /// The depth of the heading that a paragraph with `properties` is: 1 for the title, 2 for headings of the first level;
    /// 0 for text.
    pub(super) fn heading(&self, properties: Option<&Element>) -> usize {
        let id = style_id(properties);
        if self.chain(id).next().is_some_and(|style| style.name == "title" || HEADINGS.style.has(&style.name)) {
            return 1;
        }
        let own = properties.and_then(outline);
        let named = |style: &Style| {
            let level = style
                .name
                .strip_prefix("heading")
                .or_else(|| HEADINGS.style.strip_prefix(&style.name))?
                .strip_prefix(' ')?;
            level.trim().parse::<usize>().ok()?.checked_sub(1)
        };
        let level = own.or_else(|| self.chain(id).find_map(|style| style.outline.or_else(|| named(style))));
        level.filter(|&level| level < 6).map_or(0, |level| level + 2)
    }

    /// The list and level that number a paragraph with `properties`.
    pub(super) fn numbering(&self, properties: Option<&Element>) -> Option<(String, usize)> {
        let id = style_id(properties);
        let own = properties.and_then(numbering);
        let styled = || self.chain(id).filter_map(|style| style.numbering.clone());
        let list = own.iter().cloned().chain(styled()).find_map(|(list, _)| list)?;
        let level = own.iter().cloned().chain(styled()).find_map(|(_, level)| level);
        (list != "0").then(|| (list, level.unwrap_or(0)))
    }

    /// Whether a paragraph with `properties` belongs to a table of contents.
    pub(super) fn is_contents(&self, properties: Option<&Element>) -> bool {
        self.chain(style_id(properties)).next().is_some_and(|style| style.name.starts_with("toc "))
    }
}

fn style_id(properties: Option<&Element>) -> Option<&str> {
    properties?.value("pStyle")
}

fn outline(properties: &Element) -> Option<usize> {
    properties.value("outlineLvl")?.parse().ok()
}

fn numbering(properties: &Element) -> Option<(Option<String>, Option<usize>)> {
    let numbering = properties.child("numPr")?;
    Some((numbering.value("numId").map(str::to_owned), numbering.value("ilvl").and_then(|level| level.parse().ok())))
}
