//! JSON: one array with one object per document.

use std::io::{self, Write};

use serde::Serialize;

/// `documents` as an indented JSON array, with a newline at the end.
pub fn documents<T: Serialize>(documents: &[T]) -> String {
    value(&documents)
}

/// One value as an element of [`super::Frame::JSON`].
pub fn element<T: Serialize>(value: &T) -> String {
    let mut out = Vec::new();
    // The result types have string keys and no failing serializer, and memory takes all: an error cannot arise.
    write_element(&mut out, value).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}

/// Writes one value as an element of [`super::Frame::JSON`].
///
/// # Errors
/// Where `out` takes no more.
pub fn write_element<T: Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    out.write_all(b"  ")?;
    Ok(serde_json::to_writer_pretty(Indented(out), value)?)
}

/// Text whose lines stand in by two spaces. A line break inside a string is written out: each one is of the layout.
struct Indented<'a>(&'a mut dyn Write);

impl Write for Indented<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.0.write_all(line)?;
            if line.ends_with(b"\n") {
                self.0.write_all(b"  ")?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// One value as JSON on one line, without a newline.
pub fn line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// One value as indented JSON, with a newline at the end.
pub fn value<T: Serialize>(value: &T) -> String {
    // The result types have string keys and no failing serializer: an error cannot arise.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
