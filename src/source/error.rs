//! What is wrong with a source, in words for people.

/// Why a source could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// There is nothing in it.
    #[error("the file is empty; give a plan document with text in it")]
    Empty,
    /// It is no text.
    #[error("the file is no text: {reason}; {help}")]
    NotText {
        /// What was seen.
        reason: String,
        /// What to do.
        help: String,
    },
    /// It is of a medium that is read, but cannot be read.
    #[error("the {media} file cannot be read: {reason}; {help}")]
    Unreadable {
        /// `DOCX`, `PDF`.
        media: &'static str,
        /// What was seen.
        reason: String,
        /// What to do.
        help: &'static str,
    },
    /// It is larger than any plan.
    #[error("the file is beyond a limit against hostile files: more than {limit} {what}")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much is read.
        limit: usize,
    },
    /// What the reader that the caller brought says.
    #[error("{0}")]
    Reader(String),
    /// There is no such encoding.
    #[error(
        "no encoding is called `{label}`; give UTF-8, GB18030, GBK, Big5, UTF-16LE or another name of the WHATWG list"
    )]
    UnknownEncoding {
        /// What was asked for.
        label: String,
    },
}
