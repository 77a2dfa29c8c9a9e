//! JSON: one array with one object per document.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

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
    // A value is made of many small pieces: they are put together before `out` is asked.
    let mut out = BufWriter::new(out);
    out.write_all(b"  ")?;
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Indented { depth: 1, filled: false });
    value.serialize(&mut serializer)?;
    out.flush()
}

/// A line break with the white space of the deepest lines that are common.
const BREAK: &[u8; 65] = b"\n                                                                ";

/// The layout of an element: a line a field, two spaces a level.
struct Indented {
    depth: usize,
    /// Whether something stands in what was opened last.
    filled: bool,
}

impl Indented {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        (self.depth, self.filled) = (self.depth + 1, false);
        out.write_all(sign)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.filled {
            self.line(out)?;
        }
        out.write_all(sign)
    }

    fn entry<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
    }

    fn line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        match BREAK.get(..1 + 2 * self.depth) {
            Some(line) => out.write_all(line),
            None => write!(out, "\n{:1$}", "", 2 * self.depth),
        }
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_element_is_the_value_two_spaces_further_in() {
        let deep = (0..40).fold(json!([]), |inner, _| json!({ "a": [inner, {}] }));
        for data in [json!({"a": [1, {"b": [], "c": {}}, "x\ny"], "d": null}), json!([]), json!(1.5), deep] {
            let further: Vec<String> = value(&data).lines().map(|line| format!("  {line}")).collect();
            assert_eq!(element(&data), further.join("\n"));
        }
    }
}
