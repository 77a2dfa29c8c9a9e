//! The filters that a stream of a PDF is packed with, undone one after another while it is read.
//!
//! Knows the formats of Flate, hexadecimal, base-85 and run-length data; what another filter packed stays as it is.

use std::io::{self, BufReader, Read};

use flate2::read::ZlibDecoder;

/// Filters that are undone one after another; a file has one or two.
const MOST: usize = 8;

/// Bytes of a stream that are unpacked at a time.
const CHUNK: usize = 16 << 10;

/// `data` as the filters that its `dictionary` names leave it, up to the first error.
pub(super) fn undone<'a>(dictionary: &[u8], data: &'a [u8]) -> Box<dyn Read + 'a> {
    let mut reader: Box<dyn Read + 'a> = Box::new(data);
    let mut names = names(dictionary);
    // The first byte of the zlib format with the usual window: the dictionary may stand out of sight.
    if names.is_empty() && data.first().is_some_and(|first| first & 0x0F == 8) {
        names.push("FlateDecode");
    }
    for name in names.into_iter().take(MOST) {
        reader = match name {
            "FlateDecode" | "Fl" => Box::new(Lenient(ZlibDecoder::new(reader))),
            "ASCIIHexDecode" | "AHx" => Box::new(Stepwise::new(reader, hexadecimal)),
            "ASCII85Decode" | "A85" => Box::new(Stepwise::new(reader, base85)),
            "RunLengthDecode" | "RL" => Box::new(Stepwise::new(reader, run)),
            _ => return reader,
        };
    }
    reader
}

/// The names behind `/Filter`: one, or a list in brackets.
fn names(dictionary: &[u8]) -> Vec<&str> {
    let key = b"/Filter";
    let Some(at) = dictionary.windows(key.len()).rposition(|window| window == key) else { return Vec::new() };
    let rest = &dictionary[at + key.len()..];
    let Ok(rest) = std::str::from_utf8(&rest[..rest.iter().position(|b| !b.is_ascii()).unwrap_or(rest.len())]) else {
        return Vec::new();
    };
    let rest = rest.trim_start();
    let word = |text: &'_ str| text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    match rest.strip_prefix('[') {
        Some(list) => list.split(']').next().unwrap_or("").split('/').skip(1).map(|name| &name[..word(name)]).collect(),
        None => rest.strip_prefix('/').map(|name| &name[..word(name)]).into_iter().collect(),
    }
}

/// Ends where its data is broken, instead of failing.
struct Lenient<R>(R);

impl<R: Read> Read for Lenient<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.0.read(buffer).unwrap_or(0))
    }
}

/// The bytes of packed data, one by one.
type Packed<R> = io::Bytes<BufReader<R>>;

/// Unpacks a few bytes; tells whether there may be more.
type Step = fn(&mut dyn Iterator<Item = u8>, &mut Vec<u8>) -> bool;

/// Unpacks in steps of a few bytes.
struct Stepwise<R> {
    packed: Packed<R>,
    step: Step,
    ready: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Stepwise<R> {
    fn new(reader: R, step: Step) -> Self {
        Self { packed: BufReader::with_capacity(CHUNK, reader).bytes(), step, ready: Vec::new(), at: 0, ended: false }
    }
}

impl<R: Read> Read for Stepwise<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.ready.len() {
            self.ready.clear();
            self.at = 0;
            let mut bytes = self.packed.by_ref().map_while(Result::ok);
            while !self.ended && self.ready.len() < CHUNK {
                self.ended = !(self.step)(&mut bytes, &mut self.ready);
            }
        }
        let taken = buffer.len().min(self.ready.len() - self.at);
        buffer[..taken].copy_from_slice(&self.ready[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

/// The next byte that is no white space.
fn next(mut packed: &mut dyn Iterator<Item = u8>) -> Option<u8> {
    Iterator::find(&mut packed, |byte| !byte.is_ascii_whitespace())
}

/// Two hexadecimal digits; `>` ends them.
fn hexadecimal(packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> bool {
    let mut digit = || next(packed).and_then(|b| char::from(b).to_digit(16)).map(|digit| digit as u8);
    let Some(high) = digit() else { return false };
    let low = digit();
    out.push(high << 4 | low.unwrap_or(0));
    low.is_some()
}

/// Five digits of base 85 for four bytes, `z` for four zeros; `~` ends them.
fn base85(packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> bool {
    let (mut value, mut digits) = (0_u32, 0);
    while digits < 5 {
        match next(packed) {
            Some(b'z') if digits == 0 => {
                out.extend([0; 4]);
                return true;
            }
            Some(digit @ b'!'..=b'u') => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(digit - b'!'));
                digits += 1;
            }
            _ => break,
        }
    }
    let missing = 5 - digits;
    (0..missing).for_each(|_| value = value.wrapping_mul(85).wrapping_add(84));
    out.extend(value.to_be_bytes().iter().take(4_usize.saturating_sub(missing)));
    missing == 0
}

/// A byte repeated, or a run of bytes as they are.
fn run(packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> bool {
    match packed.next().map(usize::from) {
        None | Some(128) => false,
        Some(length) if length < 128 => {
            let before = out.len();
            out.extend(packed.take(length + 1));
            out.len() - before == length + 1
        }
        Some(length) => match packed.next() {
            Some(byte) => {
                out.extend(std::iter::repeat_n(byte, 257 - length));
                true
            }
            None => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(filter: &str, data: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        undone(format!("<</Filter {filter} /Length 9>>").as_bytes(), data).read_to_end(&mut out).expect("it ends");
        out
    }

    #[test]
    fn filters_are_undone_in_order() {
        assert_eq!(read("/ASCIIHexDecode", b"42 54 0>rest"), b"BT\0");
        assert_eq!(read("/RunLengthDecode", b"\x02abc\xFEz\x80rest"), b"abczzz");
        assert_eq!(read("/A85", b"9jqo^ z ~>"), b"Man \0\0\0\0");
        assert_eq!(read("[ /AHx /RL ]", b"FE 41 01 42 43 80>"), b"AAABC");
        assert_eq!(read("/DCTDecode", b"\xFF\xD8"), b"\xFF\xD8");
    }

    #[test]
    fn broken_data_ends() {
        assert_eq!(read("/FlateDecode", b"x\x9C broken"), b"");
        assert_eq!(read("/RunLengthDecode", b"\x7Fab"), b"ab");
        assert_eq!(read("/A85", b"9j"), b"M");
    }
}
