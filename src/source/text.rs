//! Plain text: UTF-8, with or without a byte order mark.

use super::SourceError;

/// Decodes `bytes`.
///
/// # Errors
/// Where there is nothing but white space, or the bytes are no UTF-8 text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, SourceError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| SourceError::NotText {
        reason: "it is not UTF-8".into(),
        help: "convert it to UTF-8 text first".into(),
    })?;
    if text.trim().is_empty() {
        return Err(SourceError::Empty);
    }
    Ok(text.to_owned())
}
