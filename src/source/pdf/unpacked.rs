//! What a PDF unpacks to, looked at before the file is read: a few kilobytes may hold gigabytes, or nest so deep that the
//! reader's stack overflows.

use std::io::Read;

use super::{filters, syntax::Look};
use crate::source::{error::SourceError, limits};

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 1024;

/// Bytes that are unpacked at a time.
const CHUNK: usize = 64 << 10;

/// Refuses files whose packed streams are too large, or whose syntax is beyond a limit.
pub(super) fn check(bytes: &[u8]) -> Result<(), SourceError> {
    let mut look = Look::default();
    let mut total = 0;
    let (mut from, mut at) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        look.begin();
        look.at(&bytes[from..keyword], false)?;
        let data =
            bytes[at..].strip_prefix(b"\r\n").or_else(|| bytes[at..].strip_prefix(b"\n")).unwrap_or(&bytes[at..]);
        let data = &data[..find(data, b"endstream").unwrap_or(data.len())];
        let before = &bytes[keyword.saturating_sub(DICTIONARY)..keyword];
        let dictionary = &before[rfind(before, b" obj").unwrap_or(0)..];
        total = stream(dictionary, data, total, &mut look)?;
        // What was packed is searched for no keyword.
        at += data.len();
        from = at;
    }
    look.begin();
    look.at(&bytes[from..], false)
}

/// Unpacks a stream and looks at what it holds, where that is drawn; `total` bytes were unpacked before it. Gives how many
/// there are with it.
fn stream(dictionary: &[u8], data: &[u8], total: usize, look: &mut Look) -> Result<usize, SourceError> {
    let has = |word: &[u8]| find(dictionary, word).is_some();
    // Pictures, fonts and what describes the file are no content that is drawn.
    let drawn =
        has(b"/Form") || !(has(b"/Type") || has(b"/Subtype") || has(b"/Image") || has(b"/Length1") || has(b"Type "));
    let mut total = total;
    let mut unpacked = filters::undone(dictionary, data);
    let mut chunk = vec![0; CHUNK];
    look.begin();
    while let Ok(read @ 1..) = unpacked.read(&mut chunk) {
        total += read;
        limits::at_most("bytes that the streams of the file unpack to", total, limits::UNPACKED)?;
        if drawn {
            look.at(&chunk[..read], true)?;
        }
    }
    Ok(total)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = 0;
    while let Some(found) = bytes.get(at..)?.iter().position(|&b| b == first) {
        at += found;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).expect("it is packed");
        encoder.finish().expect("it is packed")
    }

    fn file(filter: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.4\n1 0 obj <</Filter {filter}>>\nstream\n");
        [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn streams_that_unpack_to_too_much_are_refused() {
        assert_eq!(check(&file("/FlateDecode", &packed(&[b' '; 1 << 20]))), Ok(()));
        assert_eq!(check(&file("/FlateDecode", b"x\x9C broken")), Ok(()));
        let large = packed(&vec![b' '; limits::UNPACKED / 2 + 1]);
        let twice = [file("/FlateDecode", &large), file("/FlateDecode", &large)].concat();
        assert!(matches!(check(&twice), Err(SourceError::Limit { .. })));
        let nested = file("[/FlateDecode /FlateDecode]", &packed(&[large.as_slice(), &large].concat()));
        assert_eq!(check(&nested), Ok(()));
        let nested = file("[/FlateDecode /FlateDecode]", &packed(&packed(&vec![b' '; limits::UNPACKED + 1])));
        assert!(matches!(check(&nested), Err(SourceError::Limit { .. })));
    }
}
