//! Word files of before 2007 and WPS files: their paragraphs and tables, by way of a crate that reads the binary format.

use std::panic::{AssertUnwindSafe, catch_unwind};

use undoc::model::{Block, Cell, Paragraph, RevisionType, Table};

use super::{builder::Builder, error::SourceError, marks::Marks};

mod merged;

/// The text of the binary Word file `bytes`.
///
/// # Errors
/// Where it is broken, encrypted, or a file of another program.
pub(super) fn extract(bytes: &[u8]) -> Result<(String, Marks), SourceError> {
    if holds(bytes, "EncryptedPackage") {
        return Err(unreadable("it is encrypted", "open it with its password and save it without one"));
    }
    if holds(bytes, "Workbook") {
        return Err(SourceError::NotText {
            reason: "it is a spreadsheet (XLS)".into(),
            help: "save the document as DOCX, PDF or plain text first".into(),
        });
    }
    let parsed = catch_unwind(AssertUnwindSafe(|| undoc::parse_bytes(bytes)));
    let Ok(Ok(document)) = parsed else {
        return Err(unreadable("it is broken, encrypted or no Word file", RESAVE));
    };
    let mut builder = Builder::default();
    let mut blocks = document.sections.iter().flat_map(|section| &section.content).peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Paragraph(paragraph) => write(&mut builder, paragraph),
            Block::Table(table) => {
                let mut rows = rows(table);
                while let Some(Block::Table(next)) = blocks.next_if(|next| is_row(next)) {
                    end_row(&mut rows);
                    rows.extend(self::rows(next));
                }
                builder.table(&merged::slots(rows))?;
            }
            Block::Note { content, .. } => {
                builder.set_off();
                let text: Vec<String> = content.iter().map(text).collect();
                builder.apart(&text.join(" ").replace('\n', " "));
            }
            _ => {}
        }
    }
    Ok(builder.finish())
}

/// Whether `block`, directly below a table, is its next row: the crate ends a table at a row whose properties stand in
/// another stream, as those of wide rows do.
fn is_row(block: &Block) -> bool {
    matches!(block, Block::Table(table) if matches!(table.rows.as_slice(), [row] if row.cells.len() > 1))
}

/// Takes the mark that ends the last row, which the crate then gives as a cell, from `rows`.
fn end_row(rows: &mut [Vec<String>]) {
    if let Some(row) = rows.last_mut()
        && row.last().is_some_and(|cell| cell.trim().is_empty())
    {
        row.pop();
    }
}

/// The text of a paragraph without marks of notes and without what tracked changes deleted.
fn text(paragraph: &Paragraph) -> String {
    let kept = paragraph.runs.iter().filter(|run| run.revision != RevisionType::Deleted);
    kept.flat_map(|run| [run.text.as_str(), if run.line_break { "\n" } else { "" }]).collect()
}

const RESAVE: &str = "open it in a word processor and save it as DOCX, or convert it with \
                      `soffice --headless --convert-to docx FILE`";

fn unreadable(reason: &str, help: &'static str) -> SourceError {
    SourceError::Unreadable { media: "DOC", reason: reason.into(), help }
}

/// Whether a stream of the file is called `name`.
fn holds(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn write(builder: &mut Builder, paragraph: &Paragraph) {
    let text = text(paragraph);
    let level = paragraph.heading.level();
    if level > 0 {
        builder.heading(&text.replace('\n', ""), usize::from(level) + 1);
    } else {
        text.split('\n').for_each(|line| builder.line(line));
    }
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    let cell = |cell: &Cell| cell.content.iter().map(text).collect::<Vec<_>>().join("\n");
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MARK: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

    #[test]
    fn files_that_cannot_be_read_say_what_to_do() {
        for (name, word) in [("EncryptedPackage", "encrypted"), ("Workbook", "XLS"), ("x", "soffice")] {
            let stream: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let error = extract(&[MARK, &[0; 600], &stream].concat()).expect_err("broken").to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let _ = extract(&[MARK, &bytes].concat());
        }
    }
}
