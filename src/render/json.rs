//! JSON: one array with one object per document.

use std::io;

use serde::Serialize;

/// `documents` as an indented JSON array, with a newline at the end.
pub fn documents<T: Serialize>(documents: &[T]) -> String {
    value(&documents)
}

/// One value as an element of [`super::Frame::JSON`].
pub fn element<T: Serialize>(value: &T) -> String {
    let mut indented = Indented(b"  ".to_vec());
    // The result types have string keys and no failing serializer: an error cannot arise.
    serde_json::to_writer_pretty(&mut indented, value).unwrap_or_default();
    String::from_utf8(indented.0).unwrap_or_default()
}

/// Text whose lines stand in by two spaces. A line break inside a string is written out: each one is of the layout.
struct Indented(Vec<u8>);

impl io::Write for Indented {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.0.extend_from_slice(line);
            if line.ends_with(b"\n") {
                self.0.extend_from_slice(b"  ");
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
