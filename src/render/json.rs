//! JSON: one array with one object per document.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::indented::Indented;

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
    let mut indented = Indented::new(out, "  ", 1);
    value.serialize(&mut indented)?;
    Ok(indented.flush()?)
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

/// Writes `value` as [`value`] gives it.
///
/// # Errors
/// Where `out` takes no more.
pub fn write<T: Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    /// `element` of a value, and the value two spaces further in.
    fn both<T: Serialize>(data: &T) -> (String, String) {
        let further: Vec<String> = value(data).lines().map(|line| format!("  {line}")).collect();
        (element(data), further.join("\n"))
    }

    #[test]
    fn an_element_is_the_value_two_spaces_further_in() {
        let deep = (0..40).fold(json!([]), |inner, _| json!({ "a": [inner, {}] }));
        for data in [json!({"a": [1, {"b": [], "c": {}}, "x\ny"], "d": null}), json!([]), json!(1.5), deep] {
            let (element, further) = both(&data);
            assert_eq!(element, further);
        }
    }

    #[test]
    fn every_kind_of_value_is_written_as_serde_json_writes_it() {
        #[derive(Serialize)]
        enum Kind {
            Alone,
            One(u8),
            Two(i64, bool),
            Named { text: &'static str, signs: char },
        }
        #[derive(Serialize)]
        struct Wrapped(f64);
        #[derive(Serialize)]
        struct All {
            kinds: [Kind; 4],
            pair: (u64, Option<i32>),
            none: Option<u8>,
            unit: (),
            wrapped: Wrapped,
            of_numbers: BTreeMap<u32, &'static str>,
            bytes: [f32; 2],
        }
        let named = Kind::Named { text: "引“号”\"\\\u{1}\t\u{7f}末", signs: '"' };
        let (element, further) = both(&All {
            kinds: [Kind::Alone, Kind::One(1), Kind::Two(-2, true), named],
            pair: (u64::MAX, Some(-1)),
            none: None,
            unit: (),
            wrapped: Wrapped(f64::NAN),
            of_numbers: [(5, "五"), (10, "")].into(),
            bytes: [0.1, 1e30],
        });
        assert_eq!(element, further);
    }
}
