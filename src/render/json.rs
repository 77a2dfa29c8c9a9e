//! JSON: one array with one object per document.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

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
    let mut serializer = Serializer::with_formatter(out, Inside { depth: 1, filled: false });
    Ok(value.serialize(&mut serializer)?)
}

/// The layout of [`serde_json::ser::PrettyFormatter`], of a value that stands inside another.
struct Inside {
    /// How deep what is written stands.
    depth: usize,
    /// Whether the array or object that ends holds something.
    filled: bool,
}

impl Inside {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(sign)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.filled {
            self.line(out, true)?;
        }
        out.write_all(sign)
    }

    /// Begins a line, that of a first member or of a next one.
    fn line<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        const INDENT: &[u8] = b"\n                                        ";
        out.write_all(if first { b"" } else { b"," })?;
        match INDENT.get(..1 + 2 * self.depth) {
            Some(line) => out.write_all(line),
            None => {
                out.write_all(b"\n")?;
                (0..self.depth).try_for_each(|_| out.write_all(b"  "))
            }
        }
    }
}

impl Formatter for Inside {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, first)
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
        self.line(out, first)
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
    use super::*;

    #[test]
    fn an_element_is_laid_out_as_in_its_array() {
        let deep = (0..24).fold(serde_json::json!([]), |inner, _| serde_json::json!({ "名": [inner, {}] }));
        let value = serde_json::json!({ "a": [], "b": {}, "c": [1, "二\n\"", [null]], "d": { "e": 1.5 }, "f": deep });
        let (one, two) = (element(&value), element(&"三"));
        assert_eq!(format!("[\n{one},\n{two}\n]\n"), documents(&[value, "三".into()]));
    }
}
