//! Word files of before 2007 and WPS files: their paragraphs and tables, by way of a crate that reads the binary format.

use std::panic::{AssertUnwindSafe, catch_unwind};

use undoc::model::{Block, Cell, Paragraph, Table};

use super::{
    Marks, SourceError,
    builder::{Builder, Slot},
};

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
    for block in document.sections.iter().flat_map(|section| &section.content) {
        match block {
            Block::Paragraph(paragraph) => write(&mut builder, paragraph),
            Block::Table(table) => builder.table(&rows(table))?,
            Block::Note { content, .. } => {
                builder.set_off();
                let text: Vec<String> = content.iter().map(Paragraph::plain_text).collect();
                builder.apart(&text.join(" ").replace('\n', " "));
            }
            _ => {}
        }
    }
    Ok(builder.finish())
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
    let text = paragraph.plain_text();
    let level = paragraph.heading.level();
    if level > 0 {
        builder.heading(&text.replace('\n', ""), usize::from(level) + 1);
    } else {
        text.split('\n').for_each(|line| builder.line(line));
    }
}

fn rows(table: &Table) -> Vec<Vec<Slot>> {
    let slot = |cell: &Cell| {
        let text: Vec<String> = cell.content.iter().map(Paragraph::plain_text).collect();
        Slot { text: text.join("\n"), columns: cell.col_span.max(1) as usize, rows: cell.row_span.max(1) as usize }
    };
    table.rows.iter().map(|row| row.cells.iter().map(slot).collect()).collect()
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
