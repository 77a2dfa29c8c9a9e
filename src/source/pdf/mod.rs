//! PDF files with a text layer: paragraphs and tables page by page, page numbers and running heads left out.
//!
//! Reading the file itself is left to a crate; here lines become paragraphs, radicals that fonts put in the place of
//! characters are folded, and what a page repeats is dropped.

mod filters;
mod glyphs;
mod lines;
mod notes;
mod running;
mod syntax;
mod unpacked;

use std::{io, thread};

use unpdf::{
    Block, Document, ParseOptions, PdfParser, Table,
    parser::{LayoutAnalyzer, backend::RawBackend},
};

use super::{
    builder::{Builder, Slot},
    error::SourceError,
    limits,
    marks::Marks,
    radicals::folded,
};
use lines::{Joiner, Page};

/// Pages of a file.
const PAGES: usize = 5_000;

/// Characters of text a page, below which pages are pictures.
const SCANNED: usize = 20;

/// Bytes of the stack on which a file is read.
const STACK: usize = 64 << 20;

/// The text of the PDF file `bytes`.
///
/// # Errors
/// Where it is broken, encrypted, has no text layer or is beyond a limit.
pub(super) fn extract(bytes: &[u8]) -> Result<(String, Marks), SourceError> {
    unpacked::check(bytes)?;
    // A file that the crate cannot cope with is broken, whatever it does about it.
    let parsed = on_a_large_stack(|| parse(bytes)).unwrap_or_else(|_| Err(unreadable("it is broken".into())));
    let (document, pages) = parsed?;
    let running = running::find(&document.pages);
    let mut builder = Builder::default();
    let mut joiner = Joiner::new(&pages);
    for (page, number) in document.pages.iter().zip(0..) {
        joiner.page(&mut builder, number);
        for (at, block) in page.elements.iter().enumerate() {
            if !running.drops(page, at) {
                write(&mut builder, &mut joiner, block)?;
            }
        }
        limits::at_most("bytes of text", builder.text().len(), limits::TEXT)?;
    }
    joiner.finish(&mut builder);
    let letters = builder.text().chars().filter(|c| !c.is_whitespace()).count();
    if letters < SCANNED * document.pages.len().max(1) {
        return Err(SourceError::Unreadable {
            media: "PDF",
            reason: "its pages are pictures without a text layer, as scanned ones are".into(),
            help: "recognise its text first, for example with `ocrmypdf -l chi_sim IN.pdf OUT.pdf`",
        });
    }
    Ok(builder.finish())
}

/// Runs `work` with a stack that does for all the nesting that is let through, whatever the caller's is; on that one where there are no
/// threads.
fn on_a_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> io::Result<T> {
    if cfg!(target_family = "wasm") {
        return Ok(work());
    }
    thread::scope(|scope| {
        let running = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        running.join().map_err(|_| io::ErrorKind::InvalidData.into())
    })
}

/// The blocks of each page, and its lines with their places.
fn parse(bytes: &[u8]) -> Result<(Document, Vec<Page>), SourceError> {
    let options = ParseOptions::new().lenient().sequential();
    let parser = PdfParser::from_bytes_with_options(bytes, options).map_err(|error| refused(&error))?;
    limits::at_most("pages", parser.page_count() as usize, PAGES)?;
    let document = parser.parse().map_err(|error| refused(&error))?;
    let backend = RawBackend::load_bytes(bytes).map_err(|error| refused(&error))?;
    let analyzer = LayoutAnalyzer::new(&backend);
    let pages = document.pages.iter().map(|page| {
        let all = analyzer.extract_page_spans(page.number).unwrap_or_default();
        let mut kept = all.clone();
        analyzer.filter_spans_for_page(&mut kept, page.number);
        let whole = if kept.len() < all.len() { analyzer.group_spans_into_lines_pub(all) } else { Vec::new() };
        Page::new(&analyzer.group_spans_into_lines_pub(kept), &whole)
    });
    let pages = pages.collect();
    Ok((document, pages))
}

fn write(builder: &mut Builder, joiner: &mut Joiner<'_>, block: &Block) -> Result<(), SourceError> {
    match block {
        Block::Table(table) => {
            let rows = rows(table);
            let prose = || rows.iter().flatten().map(|slot| slot.text.as_str()).collect::<String>();
            if !is_prose(&rows) || !joiner.lines(builder, &prose()) {
                joiner.end();
                builder.table_by_page(&rows)?;
            }
        }
        Block::Paragraph(paragraph) => {
            let depth = paragraph.heading_level().map_or(0, usize::from);
            joiner.paragraph(builder, &folded(&paragraph.plain_text()), depth);
        }
        Block::Code { content } | Block::Raw { content } => joiner.paragraph(builder, &folded(content), 0),
        _ => {}
    }
    Ok(())
}

/// Whether what the crate takes for a table are lines of prose set wide: many cells begin or end inside a sentence.
fn is_prose(rows: &[Vec<Slot>]) -> bool {
    let texts = rows.iter().flatten().map(|slot| slot.text.trim()).filter(|text| !text.is_empty());
    let begins = ['，', ',', '。', '、', '；', ';', '：', '”', '》', '）', ')'];
    let ends = ['，', ',', '、', '；', ';', '“', '《', '（', '('];
    let rest = |text: &str| text.ends_with('。') && text.chars().count() <= 4;
    let inside = |text: &str| text.starts_with(begins) || text.ends_with(ends) || rest(text);
    let (all, broken) = texts.fold((0, 0), |(all, broken), text| (all + 1, broken + usize::from(inside(text))));
    broken >= 2 && broken * 5 >= all
}

fn rows(table: &Table) -> Vec<Vec<Slot>> {
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let text: Vec<String> = cell.content.iter().map(|paragraph| folded(&paragraph.plain_text())).collect();
            Slot {
                text: unwrapped(&text.join("\n")),
                columns: usize::from(cell.colspan),
                rows: usize::from(cell.rowspan),
            }
        });
        cells.collect()
    });
    rows.collect()
}

/// The text of a cell without the breaks of its lines: white space stays between Latin letters and digits alone.
fn unwrapped(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(out.chars().next_back()) && latin(word.chars().next()) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn refused(error: &unpdf::Error) -> SourceError {
    match error.kind() {
        unpdf::ErrorKind::Encrypted | unpdf::ErrorKind::InvalidPassword => SourceError::Unreadable {
            media: "PDF",
            reason: "it is encrypted".into(),
            help: "save it without its password, for example with `qpdf --decrypt --password=… IN.pdf OUT.pdf`",
        },
        _ => unreadable(format!("it is broken or cut short ({error})")),
    }
}

fn unreadable(reason: String) -> SourceError {
    SourceError::Unreadable {
        media: "PDF",
        reason,
        help: "save it again as PDF, or convert it to text, for example with `pdftotext -layout FILE -`",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_of_a_cell_are_joined() {
        assert_eq!(unwrapped("单位地区生\n产总值能耗 （吨/ 万元）"), "单位地区生产总值能耗（吨/万元）");
        assert_eq!(unwrapped("Smart City\n12 345"), "Smart City 12 345");
    }

    #[test]
    fn lines_of_prose_are_no_rows() {
        let rows = |rows: &[&[&str]]| -> Vec<Vec<Slot>> {
            let slot = |text: &&str| Slot { text: (*text).into(), columns: 1, rows: 1 };
            rows.iter().map(|row| row.iter().map(slot).collect()).collect()
        };
        assert!(is_prose(&rows(&[&["建设菇棚", "、冷库，", "改善道路"], &["，新增收入", "。到2030年", ""]])));
        assert!(!is_prose(&rows(&[&["指标", "2030年"], &["菇棚", "20（其中大棚5）"], &["与上年持平，", "—"]])));
    }

    #[test]
    fn broken_files_are_refused() {
        for bytes in [&b"%PDF-1.7\n"[..], b"%PDF-", b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF"] {
            assert!(matches!(extract(bytes), Err(SourceError::Unreadable { media: "PDF", .. })));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = extract(&[b"%PDF-1.4\n".as_slice(), &bytes].concat());
        }
    }
}
