//! Writes the blocks of a page as lines: of what stands above the main text only what names the document, then the main
//! text.

use scraper::{ElementRef, Node};

use super::{
    main_text::{Layout, is_inline},
    page,
    struck::{is_struck, raised_text},
    table,
};
use crate::source::{builder::Builder, error::SourceError};

/// Deeper than this the text of an element is taken as one block.
const DEEPEST: usize = 200;

/// Where the writer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Above the main text.
    Above,
    /// In it.
    Main,
    /// Below it.
    Below,
}

/// The text so far and the line at hand.
pub(super) struct Writer<'p> {
    layout: &'p Layout,
    builder: Builder,
    line: String,
    stage: Stage,
    /// Depth of the heading element at hand; 0 for other blocks.
    heading: usize,
    /// Whether line breaks of the source are kept, as in `pre`.
    preserved: bool,
    /// Lines above the main text, each with the depth of its heading.
    above: Vec<(String, usize)>,
    title: Option<String>,
}

impl<'p> Writer<'p> {
    pub(super) fn new(layout: &'p Layout) -> Self {
        Self {
            layout,
            builder: Builder::default(),
            line: String::new(),
            stage: Stage::Above,
            heading: 0,
            preserved: false,
            above: Vec::new(),
            title: None,
        }
    }

    /// Writes the page below `root`.
    pub(super) fn page(&mut self, root: ElementRef<'_>) -> Result<(), SourceError> {
        self.title = page::title(root);
        self.element(root, 0)?;
        self.end_line();
        Ok(())
    }

    /// The text.
    pub(super) fn finish(self) -> Builder {
        self.builder
    }

    fn element(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), SourceError> {
        if self.stage == Stage::Below || self.layout.is_skipped(element) || is_struck(element) {
            return Ok(());
        }
        if let Some(raised) = raised_text(element, self.line.chars().next_back()) {
            self.line.push_str(&raised);
            return Ok(());
        }
        let main = self.stage == Stage::Above && self.layout.is_main(element);
        if main {
            self.end_line();
            self.stage = Stage::Main;
            self.write_above(element);
        } else if self.stage == Stage::Main && self.layout.is_furniture(element) {
            self.end_line();
            return Ok(());
        }
        match element.value().name() {
            "br" | "hr" => self.end_line(),
            "table" => self.table(element, depth)?,
            _ if is_inline(element) => self.children(element, depth)?,
            name => {
                let outer = (self.heading, self.preserved);
                let tag = name.strip_prefix('h').and_then(|n| n.parse::<usize>().ok()).filter(|n| (1..=6).contains(n));
                self.end_line();
                self.heading = tag.unwrap_or(outer.0);
                self.preserved |= name == "pre";
                self.children(element, depth)?;
                self.end_line();
                (self.heading, self.preserved) = outer;
            }
        }
        if main {
            self.end_line();
            self.stage = Stage::Below;
        }
        Ok(())
    }

    fn children(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), SourceError> {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.push(text),
                Node::Element(_) => {
                    let Some(child) = ElementRef::wrap(child) else { continue };
                    if depth < DEEPEST {
                        self.element(child, depth + 1)?;
                    } else {
                        child.text().for_each(|text| self.push(text));
                        self.end_line();
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A table of data as rows; a table that lays out a page as its blocks.
    fn table(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), SourceError> {
        self.end_line();
        let rows =
            (self.stage == Stage::Main && !self.layout.is_main(element)).then(|| table::rows(element, self.layout));
        match rows.flatten() {
            Some(rows) => self.builder.table(&rows),
            None => {
                if self.stage == Stage::Main {
                    self.builder.set_off();
                }
                self.children(element, depth)?;
                self.end_line();
                if self.stage == Stage::Main {
                    self.builder.set_off();
                }
                Ok(())
            }
        }
    }

    /// Adds text, with runs of white space as one space.
    fn push(&mut self, text: &str) {
        let preserved = self.preserved || holds_lines(text);
        for c in text.chars() {
            if c == '\n' && preserved {
                self.end_line();
                continue;
            }
            let blank = c.is_ascii_whitespace();
            if blank && (self.line.is_empty() || self.line.ends_with(' ')) {
                continue;
            }
            self.line.push(if blank { ' ' } else { c });
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        match self.stage {
            Stage::Above if !line.trim().is_empty() => self.above.push((line, self.heading)),
            Stage::Main if self.heading > 0 => self.builder.heading(&line, self.heading),
            Stage::Main => self.builder.line(&line),
            _ => {}
        }
    }

    /// Writes what stands above the main text and names the document.
    fn write_above(&mut self, main: ElementRef<'_>) {
        let above = std::mem::take(&mut self.above);
        let lines: Vec<&str> = above.iter().map(|(line, _)| line.as_str()).collect();
        for at in page::named_above(&lines, self.title.as_deref(), main) {
            match above[at].1 {
                0 => self.builder.line(&above[at].0),
                depth => self.builder.heading(&above[at].0, depth),
            }
        }
    }
}

/// Whether the line breaks of `text` part paragraphs, as where a script is to show it as it stands: its long lines end
/// sentences.
fn holds_lines(text: &str) -> bool {
    if text.len() < 500 {
        return false;
    }
    let long = || text.lines().map(str::trim).filter(|line| line.len() > 60);
    let ended = long().filter(|line| line.ends_with(['。', '；', '：', '！', '？', '”', '）'])).count();
    ended >= 3 && ended * 10 >= long().count() * 6
}
