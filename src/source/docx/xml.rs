//! XML as a tree of elements by local name, read with limits.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::fault::unreadable;
use crate::source::{error::SourceError, limits};

/// Elements of one part.
const ELEMENTS: usize = 4_000_000;

/// Elements inside one another.
const DEPTH: usize = 256;

/// An element, its namespace left off.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its local name.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of the attribute with the local name `name`.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn children(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it that is called `name`.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|child| child.name == name)
    }

    /// The attribute `val` of its child `name`.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether the switch `name` in it is on: `<w:b/>`, `<w:b w:val="true"/>`.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off" | "none")))
    }

    /// The text in it.
    pub(super) fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

/// Reads `text`; entities other than those of XML itself are left as they stand, and no document type is followed.
pub(super) fn parse(text: &str) -> Result<Element, SourceError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut open = vec![Element::default()];
    let mut count = 0;
    loop {
        let event = reader.read_event().map_err(|error| unreadable(format!("the XML is broken: {error}")))?;
        match event {
            Event::Start(tag) => {
                count += 1;
                limits::at_most("elements of XML", count, ELEMENTS)?;
                limits::at_most("XML elements inside one another", open.len(), DEPTH)?;
                open.push(element(&tag));
            }
            Event::Empty(tag) => {
                count += 1;
                limits::at_most("elements of XML", count, ELEMENTS)?;
                push(&mut open, Node::Element(element(&tag)));
            }
            Event::End(_) if open.len() > 1 => {
                let closed = open.pop().unwrap_or_default();
                push(&mut open, Node::Element(closed));
            }
            Event::Text(text) => push(&mut open, Node::Text(text.as_ref().to_owned())),
            Event::CData(text) => push(&mut open, Node::Text(text.as_ref().to_owned())),
            Event::GeneralRef(reference) => {
                let name: &str = reference.as_ref();
                let sign = reference.resolve_char_ref().ok().flatten().map(String::from);
                let sign = sign.or_else(|| quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned));
                push(&mut open, Node::Text(sign.unwrap_or_else(|| format!("&{name};"))));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.len() > 1 {
        return Err(unreadable("the XML is cut short"));
    }
    let root = open.pop().unwrap_or_default();
    root.children().next().cloned().ok_or_else(|| unreadable("there is no XML in it"))
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(node);
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value =
            quick_xml::escape::unescape(&attribute.value).map_or_else(|_| attribute.value.to_string(), Into::into);
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    Element { name: tag.local_name().as_ref().to_owned(), attributes: attributes.collect(), nodes: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_prefix_and_entities_are_read() {
        let root =
            parse("<?xml version=\"1.0\"?><w:p w:id='a&amp;b'><w:t>一&lt;二&#20013;</w:t><w:b/></w:p>").expect("XML");
        assert_eq!((root.name.as_str(), root.attribute("id")), ("p", Some("a&b")));
        assert_eq!(root.child("t").map(Element::text).as_deref(), Some("一<二中"));
        assert!(root.is_on("b") && !root.is_on("i"));
    }

    #[test]
    fn hostile_xml_is_refused() {
        assert!(matches!(parse(&"<a>".repeat(5000)), Err(SourceError::Limit { .. })));
        assert!(parse("<a><b>").is_err() && parse("").is_err() && parse("<a <").is_err());
        // Entities are not expanded.
        let bomb = "<!DOCTYPE a [<!ENTITY b \"&c;&c;&c;\">]><a>&b;</a>";
        assert_eq!(parse(bomb).map(|a| a.text()), Ok("&b;".into()));
    }
}
