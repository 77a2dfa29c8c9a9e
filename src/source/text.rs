//! Bytes to text: byte order mark, then UTF-8, then what the page declares, then GB18030.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::SourceError;

/// How far into a page a declared encoding is looked for.
const DECLARED_WITHIN: usize = 2048;

/// One unreadable character in this many makes a file no text.
const TOLERATED: usize = 50;

/// Formats that are no text, by their first bytes.
const BINARY: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "it is a PDF", "convert it to text first, for example with `pdftotext -layout FILE -`"),
    (b"PK\x03\x04", "it is a ZIP archive such as DOCX, XLSX or OFD", "save it as plain text first"),
    (b"\xD0\xCF\x11\xE0", "it is an old Word or Excel file", "save it as plain text first"),
    (b"\x89PNG", "it is an image", "give the text of the document"),
    (b"\xFF\xD8\xFF", "it is an image", "give the text of the document"),
    (b"\x1F\x8B", "it is compressed", "unpack it first"),
];

/// Decodes `bytes`: the text without byte order mark, and the WHATWG name of the encoding.
///
/// # Errors
/// Where there is nothing but white space, or the bytes are no text.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), SourceError> {
    if let Some((_, reason, help)) = BINARY.iter().find(|(start, _, _)| bytes.starts_with(start)) {
        return Err(SourceError::NotText { reason: (*reason).into(), help: (*help).into() });
    }
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let body = &bytes[mark..];
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if !wide && body.contains(&0) {
        return Err(SourceError::NotText {
            reason: "it holds NUL bytes".into(),
            help: "give a text, Markdown or HTML file; text in UTF-16 needs its byte order mark".into(),
        });
    }
    let (text, encoding) = if mark > 0 { (lossy(encoding, body), encoding) } else { unmarked(body) };
    let broken = text.matches('\u{FFFD}').count();
    if broken > 0 && broken * TOLERATED > text.chars().count() {
        return Err(SourceError::NotText {
            reason: "its bytes are neither UTF-8 nor GB18030".into(),
            help: "convert it to UTF-8 first".into(),
        });
    }
    if text.trim().is_empty() {
        return Err(SourceError::Empty);
    }
    Ok((text, encoding.name()))
}

/// Decodes text without byte order mark.
fn unmarked(bytes: &[u8]) -> (String, &'static Encoding) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8);
    }
    let declared = declared(bytes).unwrap_or(GB18030);
    // What pages declare as gb2312 or gbk is read by the larger set.
    let declared = if declared == encoding_rs::GBK { GB18030 } else { declared };
    let broken = |text: &str| text.matches('\u{FFFD}').count();
    let mut best = (lossy(declared, bytes), declared);
    for encoding in [GB18030, UTF_8] {
        let text = lossy(encoding, bytes);
        if broken(&text) < broken(&best.0) {
            best = (text, encoding);
        }
    }
    best
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The encoding that a page declares: `charset=gb2312`, `<meta charset="utf-8">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let label = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_mark_validity_and_declaration() {
        let text = "青禾县到2025年新建菇棚两千个。";
        let gb = GB18030.encode(text).0.into_owned();
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let declared = GB18030.encode(&format!("<meta charset=\"gb2312\">{text}")).0.into_owned();
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
            (gb, "gb18030"),
            (utf16, "UTF-16LE"),
        ] {
            assert_eq!(decode(&bytes), Ok((text.to_owned(), name)), "{name}");
        }
        assert_eq!(decode(&declared).map(|(_, name)| name), Ok("gb18030"));
    }

    #[test]
    fn one_broken_character_does_not_change_the_encoding() {
        let mut bytes = "青禾县到2025年新建菇棚两千个。".repeat(8).into_bytes();
        bytes.truncate(bytes.len() - 1);
        let (text, name) = decode(&bytes).expect("text");
        assert_eq!((name, text.ends_with("两千个\u{FFFD}")), ("UTF-8", true));
    }

    #[test]
    fn what_is_no_text_says_what_to_do() {
        for (bytes, word) in [
            (&b"%PDF-1.7\n"[..], "pdftotext"),
            (b"PK\x03\x04word", "plain text"),
            (b"plan\0\0", "byte order mark"),
            (b"\x81\x00", "byte order mark"),
            (b"\xFF\xFF\xFF\xFE\xC0\xC1", "UTF-8"),
        ] {
            let error = decode(bytes).expect_err("no text").to_string();
            assert!(error.contains(word), "{error}");
        }
        assert_eq!(decode(b" \n\t"), Err(SourceError::Empty));
        assert_eq!(decode(b""), Err(SourceError::Empty));
    }
}
