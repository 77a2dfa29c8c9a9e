//! JSON: one array with one object per document.

use serde::Serialize;

/// `documents` as an indented JSON array, with a newline at the end.
pub fn documents<T: Serialize>(documents: &[T]) -> String {
    value(&documents)
}

/// One value as an element of [`super::Frame::JSON`].
pub fn element<T: Serialize>(value: &T) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    // A line break inside a string is written out: each one in the text is one of the layout.
    format!("  {}", text.replace('\n', "\n  "))
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
