//! PDF files with a text layer: paragraphs and tables page by page, page numbers and running heads left out.
//!
//! Reading the file itself is left to a crate; here its blocks become lines, radicals that fonts put in the place of
//! characters are folded, and what a page repeats is dropped.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use unpdf::{Block, Page, ParseOptions, Table};

use super::{
    Marks, SourceError,
    builder::{Builder, Slot},
    limits,
};

/// Pages of a file.
const PAGES: usize = 5_000;

/// Characters of text a page, below which pages are pictures.
const SCANNED: usize = 20;

/// Longest running head, in characters.
const RUNNING: usize = 40;

/// The text of the PDF file `bytes`.
///
/// # Errors
/// Where it is broken, encrypted, has no text layer or is beyond a limit.
pub(super) fn extract(bytes: &[u8]) -> Result<(String, Marks), SourceError> {
    let options = ParseOptions::new().lenient().sequential();
    let parsed = catch_unwind(AssertUnwindSafe(|| unpdf::parse_bytes_with_options(bytes, options)));
    let document = match parsed {
        Ok(Ok(document)) => document,
        Ok(Err(error)) => return Err(refused(&error)),
        Err(_) => return Err(unreadable("it is broken".into())),
    };
    limits::at_most("pages", document.pages.len(), PAGES)?;
    let running = running(&document.pages);
    let mut builder = Builder::default();
    for page in &document.pages {
        builder.page();
        let last = page.elements.len().saturating_sub(1);
        for (at, block) in page.elements.iter().enumerate() {
            let edge = at <= 1 || at + 1 >= last;
            if !(edge && text_of(block).is_some_and(|text| running.contains_key(&key(&text)))) {
                write(&mut builder, block)?;
            }
        }
        limits::at_most("bytes of text", builder.text().len(), limits::TEXT)?;
    }
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

fn write(builder: &mut Builder, block: &Block) -> Result<(), SourceError> {
    match block {
        Block::Table(table) => builder.table(&rows(table)),
        Block::Paragraph(paragraph) => {
            let text = folded(&paragraph.plain_text());
            match paragraph.heading_level() {
                Some(level) => builder.heading(&text.replace('\n', ""), usize::from(level)),
                None => text.split('\n').for_each(|line| builder.line(line)),
            }
            Ok(())
        }
        Block::Code { content } | Block::Raw { content } => {
            folded(content).split('\n').for_each(|line| builder.line(line));
            Ok(())
        }
        _ => Ok(()),
    }
}

fn rows(table: &Table) -> Vec<Vec<Slot>> {
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let text: Vec<String> = cell.content.iter().map(|paragraph| folded(&paragraph.plain_text())).collect();
            Slot { text: text.join("\n"), columns: usize::from(cell.colspan), rows: usize::from(cell.rowspan) }
        });
        cells.collect()
    });
    rows.collect()
}

fn text_of(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(paragraph) => Some(folded(&paragraph.plain_text())).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// What stands at the edge of at least three pages and of every fourth: running heads.
fn running(pages: &[Page]) -> HashMap<String, usize> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let last = page.elements.len().saturating_sub(1);
        let edges = page.elements.iter().enumerate().filter(|&(at, _)| at <= 1 || at + 1 >= last);
        let mut keys: Vec<String> = edges.filter_map(|(_, block)| text_of(block)).map(|text| key(&text)).collect();
        keys.retain(|key| !key.is_empty() && key.chars().count() <= RUNNING && !key.ends_with('。'));
        keys.dedup();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    seen.retain(|_, times| *times >= 3 && *times * 4 >= pages.len());
    seen
}

/// Text without white space and digits at its ends.
fn key(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '|')).to_owned()
}

/// `text` with the characters that radicals stand for.
fn folded(text: &str) -> String {
    if text.chars().any(|c| ('\u{2E80}'..='\u{2FDF}').contains(&c)) {
        text.chars().map(|c| fold(c).unwrap_or(c)).collect()
    } else {
        text.to_owned()
    }
}

/// The character that a Kangxi radical (U+2F00–2FD5) or a CJK radical supplement stands for.
fn fold(c: char) -> Option<char> {
    let code = c as u32;
    if (0x2F00..=0x2FD5).contains(&code) {
        return KANGXI.chars().nth((code - 0x2F00) as usize);
    }
    let at = SUPPLEMENT.chars().step_by(2).position(|radical| radical == c)?;
    SUPPLEMENT.chars().nth(at * 2 + 1)
}

/// The characters of the 214 Kangxi radicals, in their order.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement, each followed by its character.
const SUPPLEMENT: &str = "\
    ⺀丶⺃乚⺄乙⺅亻⺈刀⺉刂⺋卩⺎兀⺏尣⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺚旡⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺\
    ⺣灬⺥爫⺦爿⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺶羊⺸羋⺹耂⺻聿⺼肉⺾艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝\
    ⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼\
    ⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟";

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
    fn radicals_are_folded() {
        assert_eq!(folded("⽣产总值⻓期增⻓，⼈⼝⼀千万，⻔店"), "生产总值长期增长，人口一千万，门店");
        assert_eq!((fold('\u{2F00}'), fold('\u{2FD5}'), fold('一')), (Some('一'), Some('龠'), None));
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
