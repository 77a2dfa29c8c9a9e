//! Captions of tables, figures and boxes: 表2, 图1, 专栏3.

use super::{label, line::Line};
use crate::lexicon::HEADINGS;

/// Longest first sentence that stands for the caption of a box, in characters.
const LONGEST_GLUED: usize = 36;

/// What a caption is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// 表
    #[default]
    Table,
    /// 图
    Figure,
    /// 专栏
    Box,
}

/// A caption.
#[derive(Clone, Debug, Default)]
pub(super) struct Caption {
    /// What it is of.
    pub(super) kind: Kind,
    /// `专栏3`.
    pub(super) label: String,
    /// Without label.
    pub(super) title: String,
    /// The text of the box, where it stands on the same line: its first byte as a reader sees the line.
    pub(super) glued: Option<usize>,
}

impl Caption {
    /// Label and title.
    pub(super) fn full(&self) -> String {
        format!("{} {}", self.label, self.title).trim().to_owned()
    }
}

/// Reads `line` as a caption.
pub(super) fn read(line: &Line) -> Option<Caption> {
    let text = line.text();
    let (mut caption, title) = parted(text)?;
    let (kind, numbered) = (caption.kind, kind(text).is_some_and(|(_, word)| caption.label.len() > word.len()));
    if line.is_short(60) && !line.ends_sentence() && !goes_on(title) {
        return (!title.contains('。') || kind == Kind::Box).then_some(caption);
    }
    if kind != Kind::Box || !numbered {
        return None;
    }
    let end = title.find('。').unwrap_or(title.len());
    caption.glued = Some(text.len() - title.len());
    // Where the caption ends and the text begins cannot be told; a short first sentence stands for it.
    caption.title = if title[..end].chars().count() <= LONGEST_GLUED { title[..end].to_owned() } else { String::new() };
    Some(caption)
}

/// `text` as a caption, whatever follows its label, with its title.
pub(super) fn parted(text: &str) -> Option<(Caption, &str)> {
    let (kind, word) = kind(text)?;
    let rest = &text[word.len()..];
    let number = number_end(rest);
    if number == 0 && !(kind != Kind::Figure && rest.starts_with('：')) {
        return None;
    }
    let title = rest[number..].trim_start_matches(['：', ':', ' ', '.', '。', '、', '．', '-']);
    let label = text[..word.len() + number].to_owned();
    Some((Caption { kind, label, title: title.to_owned(), glued: None }, title))
}

/// What `text` opens with: the word for a table, figure or box.
fn kind(text: &str) -> Option<(Kind, &'static str)> {
    let words =
        [(Kind::Box, &HEADINGS.box_word), (Kind::Table, &HEADINGS.table_word), (Kind::Figure, &HEADINGS.figure_word)];
    words.into_iter().find_map(|(kind, forms)| Some((kind, forms.prefix(text)?)))
}

/// Whether what follows the number shows that it stands in a sentence: 表2所示, 图1和.
fn goes_on(title: &str) -> bool {
    title.starts_with(['、', '）']) || HEADINGS.caption_goes_on.prefix(title).is_some()
}

/// Bytes of a caption's number: 2, 2-1, 二, （三）.
fn number_end(text: &str) -> usize {
    let Some((_, length)) = label::digits(text).or_else(|| label::numeral(text)) else { return 0 };
    match text[length..].strip_prefix(['-', '—', '.', '－']).and_then(label::digits) {
        Some((_, more)) => length + text[length..].chars().next().map_or(0, char::len_utf8) + more,
        None => length,
    }
}
