//! Bytes to characters: byte order mark, then UTF-8, then what the page declares, then detection.
//!
//! Knows encodings alone. A byte that fits none becomes U+FFFD where it stands; nothing is dropped.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr;

use super::error::SourceError;

/// How far into a page a declared encoding is looked for.
const DECLARED_WITHIN: usize = 4096;

/// One unreadable character in this many makes a file no text.
const TOLERATED: usize = 50;

/// How many bytes the detector is shown.
const DETECTED_WITHIN: usize = 1 << 16;

/// The encoding that `label` names: `GB18030`, `gb2312`, `utf-16le`, `big5`.
///
/// # Errors
/// Where there is no such encoding.
pub fn by_label(label: &str) -> Result<&'static Encoding, SourceError> {
    let found = Encoding::for_label(label.trim().as_bytes()).map(widest);
    found.ok_or_else(|| SourceError::UnknownEncoding { label: label.to_owned() })
}

/// Decodes `bytes`, as `forced` where given: the text without byte order mark, and the encoding used.
///
/// # Errors
/// Where there is nothing but white space, or the bytes are no text.
pub(super) fn decode(
    bytes: &[u8],
    forced: Option<&'static Encoding>,
) -> Result<(String, &'static Encoding), SourceError> {
    if forced.is_none() && is_utf32(bytes) {
        return Err(SourceError::NotText {
            reason: "it is text in UTF-32".into(),
            help: "convert it to UTF-8, for example with `iconv -f UTF-32 -t UTF-8`".into(),
        });
    }
    let marked = Encoding::for_bom(bytes);
    let (text, encoding) = match (forced, marked) {
        // The mark of the forced encoding is no text.
        (Some(encoding), Some((by_mark, length))) if encoding == by_mark => {
            (lossy(encoding, &bytes[length..]), encoding)
        }
        (Some(encoding), _) => (lossy(encoding, bytes), encoding),
        (None, Some((encoding, length))) => (lossy(encoding, &bytes[length..]), encoding),
        (None, None) => unmarked(bytes)?,
    };
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if !wide && text.contains('\0') {
        return Err(nul_bytes());
    }
    let broken = broken(&text);
    let sound = || encoding == UTF_8 && mostly_utf8(bytes);
    if forced.is_none() && broken > 0 && broken * TOLERATED > text.chars().count() && !sound() {
        return Err(SourceError::NotText {
            reason: "its bytes fit neither UTF-8, GB18030, Big5 nor UTF-16".into(),
            help: "convert it to UTF-8 first, or name its encoding with --encoding".into(),
        });
    }
    if text.trim().is_empty() {
        return Err(SourceError::Empty);
    }
    Ok((text, encoding))
}

/// Whether groups of four bytes, from the first on, are characters: the mark of UTF-32 begins with that of UTF-16.
fn is_utf32(bytes: &[u8]) -> bool {
    if !bytes.len().is_multiple_of(4) || memchr(0, bytes).is_none() {
        return false;
    }
    let (groups, _) = bytes[..bytes.len().min(DETECTED_WITHIN)].as_chunks::<4>();
    let all =
        |read: fn([u8; 4]) -> u32| groups.iter().all(|&group| char::from_u32(read(group)).is_some_and(|c| c != '\0'));
    all(u32::from_le_bytes) || all(u32::from_be_bytes)
}

fn nul_bytes() -> SourceError {
    SourceError::NotText {
        reason: "it holds NUL bytes".into(),
        help: "give a plan document as text, Markdown, HTML, DOCX or PDF; text in UTF-16 needs its byte order mark or \
               --encoding utf-16le"
            .into(),
    }
}

fn broken(text: &str) -> usize {
    lost(text).count()
}

/// Where the signs stand in `text` that are put in place of what is no character.
pub(super) fn lost(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // All bytes are asked and none ends it, so that many are asked at once: hardly any text has such signs.
    let bytes = text.as_bytes();
    let ahead = |by: usize| &bytes[by.min(bytes.len())..];
    let near = bytes.iter().zip(ahead(1)).zip(ahead(2));
    let any = near.fold(false, |any, ((&a, &b), &c)| any | ((a == 0xEF) & (b == 0xBF) & (c == 0xBD)));
    any.then(|| text.match_indices('\u{FFFD}')).into_iter().flatten()
}

/// Decodes text without byte order mark.
fn unmarked(bytes: &[u8]) -> Result<(String, &'static Encoding), SourceError> {
    if memchr(0, bytes).is_some() {
        let encoding = wide(bytes).ok_or_else(nul_bytes)?;
        return Ok((lossy(encoding, bytes), encoding));
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok((text.into_owned(), UTF_8));
    }
    // A few broken bytes or lines do not make UTF-8 anything else: hardly any other text is nearly all UTF-8.
    let text = lossy(UTF_8, bytes);
    let (broken_here, wide) = (broken(&text), text.chars().filter(|c| !c.is_ascii()).count());
    let few = broken_here * TOLERATED <= text.chars().count() && broken_here * 2 <= wide;
    if few || mostly_utf8(bytes) {
        return Ok((text, UTF_8));
    }
    let guessed = std::iter::once_with(|| detected(bytes)).chain([GB18030]);
    let candidates = declared(bytes).into_iter().chain(guessed);
    let mut best: Option<(usize, String, &'static Encoding)> = None;
    for encoding in candidates {
        let text = lossy(encoding, bytes);
        let broken = broken(&text);
        if best.as_ref().is_none_or(|(least, _, _)| broken < *least) {
            best = Some((broken, text, encoding));
        }
        if broken == 0 {
            break;
        }
    }
    best.map(|(_, text, encoding)| (text, encoding)).ok_or(SourceError::Empty)
}

/// Whether more than half of the lines that are not ASCII alone are UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let wide = || bytes.split(|&b| b == b'\n').filter(|line| !line.is_ascii());
    let sound = wide().filter(|line| std::str::from_utf8(line).is_ok()).count();
    sound * 2 > wide().count()
}

/// What the bytes look like; the encodings of other scripts are read as GB18030.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(DETECTED_WITHIN)], bytes.len() <= DETECTED_WITHIN);
    let guess = widest(detector.guess(None, Utf8Detection::Deny));
    if guess == BIG5 { guess } else { GB18030 }
}

/// UTF-16 without its mark: pairs of bytes that are nearly all Chinese or ASCII.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = || bytes[..bytes.len().min(DETECTED_WITHIN)].chunks_exact(2);
    let plausible = |unit: u16| matches!(unit, 9 | 10 | 13 | 0x20..=0x7E | 0x2000..=0x206F | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF);
    let share = |read: fn([u8; 2]) -> u16| pairs().filter(|pair| plausible(read([pair[0], pair[1]]))).count();
    let total = pairs().count();
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    let enough = |count: usize| total >= 4 && count * 10 >= total * 9;
    match (enough(little), enough(big)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        (true, true) => Some(if little >= big { UTF_16LE } else { UTF_16BE }),
        (false, false) => None,
    }
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// What pages declare as gb2312 or gbk is read by the larger set.
fn widest(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// The encoding that a page declares: `charset=gb2312`, `<meta charset="utf-8">`, `<?xml encoding="gbk"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let after = |mark: &str| head.find(mark).map(|at| &head[at + mark.len()..]);
    let label = after("charset=").or_else(|| after("encoding=").filter(|_| head.trim_start().starts_with("<?xml")))?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end]).map(widest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "青禾县到2025年新建菇棚两千个。";

    fn read(bytes: &[u8]) -> Result<(String, &'static str), SourceError> {
        decode(bytes, None).map(|(text, encoding)| (text, encoding.name()))
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_are_told_by_mark_validity_and_declaration() {
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), "UTF-8"),
            (GB18030.encode(TEXT).0.into_owned(), "gb18030"),
            ([vec![0xFF, 0xFE], utf16(TEXT, false)].concat(), "UTF-16LE"),
            ([vec![0xFE, 0xFF], utf16(TEXT, true)].concat(), "UTF-16BE"),
            (utf16(TEXT, false), "UTF-16LE"),
            (utf16(TEXT, true), "UTF-16BE"),
        ] {
            assert_eq!(read(&bytes), Ok((TEXT.to_owned(), name)), "{name}");
        }
        // 〇 and 㐂 are in GB18030 alone.
        let declared = GB18030.encode(&format!("<meta charset=\"gb2312\">{TEXT}二〇三〇㐂")).0.into_owned();
        assert_eq!(read(&declared).map(|(text, name)| (text.ends_with("二〇三〇㐂"), name)), Ok((true, "gb18030")));
        let page = format!("<?xml version=\"1.0\" encoding=\"GBK\"?><p>{TEXT}</p>");
        assert_eq!(read(&GBK.encode(&page).0).map(|(text, _)| text), Ok(page));
    }

    #[test]
    fn traditional_text_in_big5_is_detected_and_read_as_it_stands() {
        let text = "雲嶺縣國民經濟和社會發展計劃，二〇三〇年以前新建產業園區三處，居民收入與經濟增長同步。".repeat(4);
        assert_eq!(read(&BIG5.encode(&text).0), Ok((text.clone(), "Big5")));
        assert_eq!(read(&GB18030.encode(&text).0), Ok((text, "gb18030")));
    }

    #[test]
    fn a_named_encoding_overrides_what_is_found() {
        let bytes = GB18030.encode(TEXT).0.into_owned();
        let big5 = by_label("big5").expect("an encoding");
        assert_eq!(decode(&bytes, Some(big5)).map(|(_, encoding)| encoding.name()), Ok("Big5"));
        assert_eq!(by_label("GB2312").map(Encoding::name), Ok("gb18030"));
        let error = by_label("gb1830").expect_err("no encoding").to_string();
        assert!(error.contains("gb1830") && error.contains("GB18030"), "{error}");
    }

    #[test]
    fn utf32_is_not_taken_for_utf16() {
        for big in [false, true] {
            for text in [TEXT.to_owned(), format!("\u{FEFF}{TEXT}")] {
                let bytes: Vec<u8> = text
                    .chars()
                    .flat_map(|c| if big { u32::from(c).to_be_bytes() } else { u32::from(c).to_le_bytes() })
                    .collect();
                assert!(read(&bytes).is_err_and(|error| error.to_string().contains("UTF-32")), "{big} {text}");
            }
            assert_eq!(read(&utf16("青禾 plan", big)).map(|(text, _)| text), Ok("青禾 plan".into()));
        }
    }

    #[test]
    fn one_broken_character_does_not_change_the_encoding() {
        let mut bytes = TEXT.repeat(8).into_bytes();
        bytes.truncate(bytes.len() - 1);
        let (text, name) = read(&bytes).expect("text");
        assert_eq!((name, text.ends_with("两千个\u{FFFD}")), ("UTF-8", true));
    }

    #[test]
    fn what_is_no_text_says_what_to_do() {
        for (bytes, word) in [
            (&b"plan\0\0\x01\x02"[..], "byte order mark"),
            (b"\x81\x00", "byte order mark"),
            (b"\xFF\xFF\xFF\xFD\xC0\xC1", "UTF-8"),
        ] {
            let error = decode(bytes, None).expect_err("no text").to_string();
            assert!(error.contains(word), "{error}");
        }
        assert_eq!(read(b" \n\t"), Err(SourceError::Empty));
        assert_eq!(read(b""), Err(SourceError::Empty));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok((text, _)) = decode(&bytes, None) {
                prop_assert!(!text.trim().is_empty());
            }
        }
    }
}
