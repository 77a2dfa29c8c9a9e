//! The body of a Word file: paragraphs, tables, text boxes, notes.

use super::{numbering::Numbering, styles::Styles, table, xml::Element};
use crate::source::{builder::Builder, error::SourceError, raised};

/// Reads paragraphs and tables into lines.
pub(super) struct Reader {
    out: Builder,
    styles: Styles,
    numbering: Numbering,
    /// The text of a paragraph whose end is deleted: the next one goes on with it.
    unended: String,
}

impl Reader {
    pub(super) fn new(styles: Styles, numbering: Numbering) -> Self {
        Self { out: Builder::default(), styles, numbering, unended: String::new() }
    }

    /// Reads the main part.
    pub(super) fn read(&mut self, document: &Element) -> Result<(), SourceError> {
        document.child("body").map_or(Ok(()), |body| self.blocks(body))?;
        self.end_paragraph();
        Ok(())
    }

    /// Reads footnotes or endnotes: they stand apart, below the text.
    pub(super) fn notes(&mut self, root: &Element) -> Result<(), SourceError> {
        for note in root.children().filter(|note| matches!(note.name.as_str(), "footnote" | "endnote")) {
            // Lines that part notes from the text.
            if note.attribute("type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let text = self.cell(note);
            self.out.set_off();
            self.out.apart(&text.split('\n').collect::<Vec<_>>().join(" "));
        }
        Ok(())
    }

    /// The text.
    pub(super) fn finish(self) -> Builder {
        self.out
    }

    fn blocks(&mut self, parent: &Element) -> Result<(), SourceError> {
        for block in parent.children() {
            match block.name.as_str() {
                "p" => self.paragraph(block)?,
                "tbl" => {
                    self.end_paragraph();
                    self.table(block)?;
                }
                "sdt" => block.child("sdtContent").map_or(Ok(()), |content| self.blocks(content))?,
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(block)?,
                "AlternateContent" => chosen(block).map_or(Ok(()), |content| self.blocks(content))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// A table as rows; what is framed by a single cell as blocks, with the tables in it.
    fn table(&mut self, table: &Element) -> Result<(), SourceError> {
        if let Some(cell) = table::only_cell(table) {
            self.out.set_off();
            self.blocks(cell)?;
            self.end_paragraph();
            self.out.set_off();
            return Ok(());
        }
        let rows = table::rows(&mut |cell| self.cell(cell), table)?;
        self.out.table(&rows)
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.unended);
        text.split('\n').for_each(|line| self.out.line(line));
    }

    fn paragraph(&mut self, paragraph: &Element) -> Result<(), SourceError> {
        let mut boxes = Vec::new();
        let text = std::mem::take(&mut self.unended) + &self.text(paragraph, &mut boxes);
        let properties = paragraph.child("pPr");
        if properties.and_then(|p| p.child("rPr")).is_some_and(|mark| mark.child("del").is_some()) && boxes.is_empty() {
            self.unended = text;
            return Ok(());
        }
        let depth = self.styles.heading(properties);
        if self.styles.is_contents(properties) {
            self.out.apart(&text.replace('\n', " "));
        } else if depth > 0 {
            self.out.heading(&text.replace('\n', ""), depth);
        } else {
            text.split('\n').for_each(|line| self.out.line(line));
        }
        for content in boxes {
            self.blocks(content)?;
        }
        Ok(())
    }

    /// The text of a paragraph with its number; the text boxes in it go to `boxes`.
    fn text<'a>(&mut self, paragraph: &'a Element, boxes: &mut Vec<&'a Element>) -> String {
        let mut text = String::new();
        runs(paragraph, &mut text, boxes);
        if text.trim().is_empty() {
            return String::new();
        }
        match self.styles.numbering(paragraph.child("pPr")) {
            Some((list, level)) => self.numbering.next(&list, level) + text.trim_start(),
            None => text,
        }
    }

    /// The text of a cell or note, a paragraph a line; tables and boxes in it likewise.
    fn cell(&mut self, cell: &Element) -> String {
        let mut lines: Vec<String> = Vec::new();
        for block in cell.children() {
            match block.name.as_str() {
                "p" => {
                    let mut boxes = Vec::new();
                    // A number alone is text in a table whose rows are numbered.
                    let text = self.text(block, &mut boxes);
                    let text = if text.is_empty() { self.bare_number(block) } else { text };
                    lines.push(text);
                    lines.extend(boxes.into_iter().map(|content| self.cell(content)));
                }
                "sdt" => lines.extend(block.child("sdtContent").map(|content| self.cell(content))),
                "tbl" | "tr" | "tc" | "ins" | "moveTo" | "customXml" => lines.push(self.cell(block)),
                "AlternateContent" => lines.extend(chosen(block).map(|content| self.cell(content))),
                _ => {}
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines.join("\n")
    }

    fn bare_number(&mut self, paragraph: &Element) -> String {
        let list = self.styles.numbering(paragraph.child("pPr"));
        list.map_or(String::new(), |(list, level)| {
            self.numbering.next(&list, level).trim_end_matches([' ', '.', '、']).into()
        })
    }
}

/// The text of the runs in `parent`.
fn runs<'a>(parent: &'a Element, text: &mut String, boxes: &mut Vec<&'a Element>) {
    for child in parent.children() {
        match child.name.as_str() {
            "t" => text.push_str(&child.text()),
            "tab" | "ptab" if parent.name == "r" => text.push(' '),
            "br" if matches!(child.attribute("type"), Some("page" | "column")) => {}
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "sym" => text.extend(symbol(child)),
            "r" if is_unseen(child) => {}
            "r" if stands(child, "superscript") => {
                let mut raised = String::new();
                runs(child, &mut raised, boxes);
                let shown = raised::shown(text.chars().next_back(), &raised);
                text.push_str(&shown);
            }
            "r" if stands(child, "subscript") => {
                let mut lowered = String::new();
                runs(child, &mut lowered, boxes);
                text.push_str(&raised::lowered(&lowered));
            }
            "txbxContent" => boxes.push(child),
            "AlternateContent" => {
                if let Some(content) = chosen(child) {
                    runs(content, text, boxes);
                }
            }
            "del" | "moveFrom" | "pPr" | "rPr" | "instrText" | "delText" | "footnoteReference" | "sdtPr" | "rt" => {}
            _ => runs(child, text, boxes),
        }
    }
}

/// The sign that `sym`, a character of the font Symbol, shows beside numbers.
fn symbol(sym: &Element) -> Option<char> {
    sym.attribute("font").filter(|font| font.eq_ignore_ascii_case("symbol"))?;
    // Word keeps its characters in the private zone, or as they stand in the font, whose letters are Greek.
    match u32::from_str_radix(sym.attribute("char")?, 16).ok()? & 0xFF {
        0xA3 => Some('≤'),
        0xB1 => Some('±'),
        0xB3 => Some('≥'),
        0xB4 => Some('×'),
        0xBB => Some('≈'),
        code => char::from_u32(code).filter(|c| c.is_ascii_digit() || " %+,-./<=>~".contains(*c)),
    }
}

/// Whether the run is hidden or struck out.
fn is_unseen(run: &Element) -> bool {
    let on = |name| run.child("rPr").is_some_and(|properties| properties.is_on(name));
    on("vanish") || on("strike") || on("dstrike")
}

/// Whether the run stands so beside its line: raised or lowered.
fn stands(run: &Element, how: &str) -> bool {
    run.child("rPr").and_then(|properties| properties.value("vertAlign")) == Some(how)
}

/// The first of the alternatives that say the same.
fn chosen(alternatives: &Element) -> Option<&Element> {
    alternatives.child("Choice").or_else(|| alternatives.child("Fallback"))
}
