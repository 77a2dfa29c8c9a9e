//! How much the streams of a PDF unpack to, counted before the file is read: a few kilobytes may hold gigabytes.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use crate::source::{SourceError, limits};

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 1024;

/// Refuses files whose packed streams are too large.
pub(super) fn check(bytes: &[u8]) -> Result<(), SourceError> {
    let mut total = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        let data =
            bytes[at..].strip_prefix(b"\r\n").or_else(|| bytes[at..].strip_prefix(b"\n")).unwrap_or(&bytes[at..]);
        // The first byte of the zlib format with the usual window.
        if data.first().is_none_or(|first| first & 0x0F != 8) {
            continue;
        }
        let before = &bytes[keyword.saturating_sub(DICTIONARY)..keyword];
        let dictionary = &before[rfind(before, b" obj").unwrap_or(0)..];
        let left = (limits::UNPACKED - total) as u64 + 1;
        let packed_twice = count(dictionary, b"FlateDecode") > 1;
        total += match packed_twice {
            true => size(ZlibDecoder::new(ZlibDecoder::new(data)).take(left)),
            false => size(ZlibDecoder::new(data).take(left)),
        };
        limits::at_most("bytes that the streams of the file unpack to", total, limits::UNPACKED)?;
        // What was packed is searched for no keyword.
        at += find(&bytes[at..], b"endstream").unwrap_or(0);
    }
    Ok(())
}

/// How many bytes there are up to the first error.
fn size(mut data: impl Read) -> usize {
    io::copy(&mut Counted { data: &mut data }, &mut io::sink()).map_or(0, |size| size as usize)
}

/// Ends where its data is broken, instead of failing.
struct Counted<'a, R> {
    data: &'a mut R,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.data.read(buffer).unwrap_or(0))
    }
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

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted).count()
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
