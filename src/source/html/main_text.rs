//! Where the main text of a page stands: the innermost element that holds nearly all of its prose.
//!
//! Prose is text with marks of sentences, outside links. A body that stands twice (for screens of two sizes) counts once.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, iter::Edge};
use scraper::{ElementRef, Html, Node};

/// Elements whose text is no part of the page's text.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "select", "button", "iframe", "svg",
    "textarea", "object", "video", "audio", "rp", "rt", "rtc",
];

/// Elements that stand inside a line; all others start one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "o:p", "output", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Words in the names of elements that are no part of the text.
const FURNITURE: &[&str] = &[
    "share",
    "related",
    "relate",
    "recommend",
    "breadcrumb",
    "crumb",
    "sidebar",
    "footer",
    "comment",
    "qrcode",
    "toolbar",
    "pagination",
    "fenxiang",
    "xgwd",
    "xgjd",
    "copyright",
    "navbar",
];

/// Percent of the page's prose that an element must hold to be looked into.
const MOST: usize = 85;

/// Percent of an element's prose below which a part of it with a telling name is no part of the text.
const LITTLE: usize = 20;

/// The same where the name is one of furniture itself, and no part of another.
const SOME: usize = 50;

/// Percent of link text from which a list is no part of the text.
const LINKED: usize = 60;

/// Most bytes of a cell of data.
const LONGEST: usize = 300;

/// What an element holds, with all that is in it.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    prose: usize,
    text: usize,
    linked: usize,
    links: usize,
}

/// The sizes of elements; a page may have an element for every few bytes.
#[derive(Default)]
struct Sizes(HashMap<NodeId, [u32; 4]>);

impl Sizes {
    fn insert(&mut self, element: NodeId, size: Size) {
        self.0.insert(element, [size.prose, size.text, size.linked, size.links].map(|count| count as u32));
    }

    fn get(&self, element: NodeId) -> Option<Size> {
        let [prose, text, linked, links] = self.0.get(&element)?.map(|count| count as usize);
        Some(Size { prose, text, linked, links })
    }
}

/// A page, measured.
pub(super) struct Layout {
    sizes: Sizes,
    hidden: HashSet<NodeId>,
    main: NodeId,
}

/// Measures `page` and finds its main text.
pub(super) fn find(page: &Html) -> Layout {
    let root = page.root_element();
    let everything = measure(root, &HashSet::new());
    let total = everything.get(root.id()).map_or(0, |size| size.prose);
    // What is hidden until a script shows it may be the text itself.
    let hidden: HashSet<NodeId> = root
        .descendants()
        .filter_map(ElementRef::wrap)
        .filter(|element| is_hidden(*element))
        .filter(|element| everything.get(element.id()).is_none_or(|size| size.prose * 2 < total))
        .map(|element| element.id())
        .collect();
    let sizes = if hidden.is_empty() { everything } else { measure(root, &hidden) };
    let mut layout = Layout { sizes, hidden, main: root.id() };
    layout.main = layout.descend(root).id();
    layout
}

impl Layout {
    /// Whether `element` is the main text.
    pub(super) fn is_main(&self, element: ElementRef<'_>) -> bool {
        element.id() == self.main
    }

    /// Whether the text of `element` is no part of the page's text.
    pub(super) fn is_skipped(&self, element: ElementRef<'_>) -> bool {
        SKIPPED.contains(&element.value().name()) || self.hidden.contains(&element.id())
    }

    /// Whether `element` inside the main text is no part of it: a bar for sharing, a list of links.
    pub(super) fn is_furniture(&self, element: ElementRef<'_>) -> bool {
        if is_inline(element) || matches!(element.value().name(), "p" | "td" | "th" | "tr" | "tbody" | "table") {
            return false;
        }
        let (size, main) = (self.size(element), self.sizes.get(self.main).unwrap_or_default());
        let below = |share: usize| size.prose * 100 < main.prose * share;
        let names = [element.value().id().unwrap_or(""), element.value().attr("class").unwrap_or("")];
        let names = names.join(" ").to_ascii_lowercase();
        let named = || FURNITURE.iter().any(|word| names.contains(word));
        let whole = || names.split_whitespace().any(|name| FURNITURE.contains(&name));
        let list = size.links >= 3 && size.linked * 100 >= size.text * LINKED;
        below(LITTLE) && (named() || list) || below(SOME) && whole()
    }

    /// Whether no cell of `table` holds a text of its own.
    fn is_of_data(&self, table: ElementRef<'_>) -> bool {
        let mut cells =
            table.descendants().filter_map(ElementRef::wrap).filter(|it| matches!(it.value().name(), "td" | "th"));
        cells.all(|cell| self.size(cell).text <= LONGEST)
    }

    fn size(&self, element: ElementRef<'_>) -> Size {
        self.sizes.get(element.id()).unwrap_or_default()
    }

    /// The innermost element that holds nearly all the prose of `root`.
    fn descend<'a>(&self, root: ElementRef<'a>) -> ElementRef<'a> {
        let mut main = root;
        let mut total = self.size(root).prose;
        while total > 0 {
            let mut sized: Vec<(usize, ElementRef<'a>)> = main
                .child_elements()
                .filter(|child| !self.is_skipped(*child) && !is_inline(*child))
                .map(|child| (self.size(child).prose, child))
                .collect();
            sized.sort_by_key(|&(prose, _)| std::cmp::Reverse(prose));
            let Some(&(largest, child)) = sized.first() else { break };
            if child.value().name() == "table" && self.is_of_data(child) {
                break;
            }
            if matches!(child.value().name(), "p" | "table" | "tbody" | "tr" | "li") && !holds_all(largest, total) {
                break;
            }
            let copy = sized.get(1).filter(|&&(second, other)| second * 10 >= largest * 6 && is_copy(child, other));
            match copy {
                // The first in the page's order stands for both.
                Some(&(second, other)) => {
                    let first = main.child_elements().find(|e| *e == child || *e == other).unwrap_or(child);
                    (main, total) = (first, if first == child { largest } else { second });
                }
                None if largest * 100 >= total * MOST && !is_block(child) => {
                    main = child;
                    total = largest;
                }
                None => break,
            }
        }
        main
    }
}

/// Whether `element` is a paragraph or a heading: on a page of few sentences one of them may be all that reads like prose.
fn is_block(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn holds_all(part: usize, total: usize) -> bool {
    part * 100 >= total * MOST
}

/// Whether `other` says what `one` says: most of its long texts stand there too.
fn is_copy(one: ElementRef<'_>, other: ElementRef<'_>) -> bool {
    let long = |element: ElementRef<'_>| -> HashSet<String> {
        let texts = element.text().map(|text| text.split_whitespace().collect::<String>());
        texts.filter(|text| text.chars().count() >= 20).collect()
    };
    let (one, other) = (long(one), long(other));
    let shared = other.iter().filter(|text| one.contains(*text)).count();
    shared >= 3 && shared * 10 >= one.len().min(other.len()) * 7
}

/// Whether `element` stands inside a line.
pub(super) fn is_inline(element: ElementRef<'_>) -> bool {
    INLINE.contains(&element.value().name())
}

fn is_hidden(element: ElementRef<'_>) -> bool {
    let styled = element.value().attr("style").is_some_and(|style| {
        let style = style.replace(' ', "").to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    styled || element.value().attr("hidden").is_some()
}

/// The sizes of all elements below `root`, what is `hidden` or skipped left out.
fn measure(root: ElementRef<'_>, hidden: &HashSet<NodeId>) -> Sizes {
    let mut sizes = Sizes::default();
    let mut open: Vec<Size> = Vec::new();
    let (mut skipped, mut linked) = (0_usize, 0_usize);
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    skipped += usize::from(SKIPPED.contains(&element.name()) || hidden.contains(&node.id()));
                    let link = element.name() == "a" && element.attr("href").is_some();
                    linked += usize::from(link);
                    open.push(Size { links: usize::from(link), ..Size::default() });
                }
                Node::Text(text) if skipped == 0 => {
                    if let Some(size) = open.last_mut() {
                        add(size, text, linked > 0);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Some(element) = node.value().as_element() else { continue };
                skipped -= usize::from(SKIPPED.contains(&element.name()) || hidden.contains(&node.id()));
                linked -= usize::from(element.name() == "a" && element.attr("href").is_some());
                let Some(size) = open.pop() else { continue };
                if let Some(outer) = open.last_mut() {
                    outer.prose += size.prose;
                    outer.text += size.text;
                    outer.linked += size.linked;
                    outer.links += size.links;
                }
                sizes.insert(node.id(), size);
            }
        }
    }
    sizes
}

fn add(size: &mut Size, text: &str, linked: bool) {
    let text = text.trim();
    size.text += text.len();
    if linked {
        size.linked += text.len();
    } else if text.contains(['。', '，', '；', '、', '：', '.', ',']) || text.len() > 90 {
        size.prose += text.len();
    }
}
