//! How a document is laid out: one paragraph a line, hard-wrapped lines, or a sentence a line without its stop.

use super::line::{Line, Role, is_end};

/// Fewer lines than this say nothing about layout.
const ENOUGH: usize = 8;

/// Fewer columns than this are no sentence.
const WORDS: usize = 14;

/// What the lines of a document have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// Columns of a full line, where paragraphs are wrapped by hard line breaks.
    pub(super) wrapped: Option<usize>,
    /// Whether each line is a sentence that has lost its stop.
    pub(super) sentences: bool,
    /// Whether white space before or between lines shows where paragraphs start.
    pub(super) marked: bool,
    /// Whether empty lines part the paragraphs.
    pub(super) spaced: bool,
    /// Whether lines are broken anywhere inside a paragraph, and only empty lines part the paragraphs.
    pub(super) broken: bool,
    /// Whether short lines without stop stand among the paragraphs: subheadings without number.
    pub(super) loose: bool,
}

impl Layout {
    /// Whether `line` fills the width of a wrapped page.
    pub(super) fn is_full(self, line: &Line) -> bool {
        self.wrapped.is_some_and(|full| line.width() * 100 >= full * 88)
    }
}

/// Measures `lines`.
pub(super) fn measure(lines: &[Line]) -> Layout {
    let body = || lines.iter().filter(|line| line.role == Role::Body && !line.tabs);
    let gaps = body().filter(|line| line.gap() > 0).count();
    let mut layout = Layout { wrapped: wrap_width(lines), spaced: gaps * 2 > body().count(), ..Layout::default() };
    if layout.wrapped.is_none() {
        let texts = body().filter(|line| line.width() >= WORDS).count();
        let endless = body().filter(|line| line.width() >= WORDS && !ends(line) && !line.text().contains('。')).count();
        layout.marked = body().any(|line| (line.indent() == 0) && line.gap() == 0);
        layout.sentences = texts >= ENOUGH && endless * 10 > texts * 6;
        let short = body().filter(|line| line.width() < 60 && !ends(line) && super::label::read(line.text()).is_none());
        layout.loose = short.count() > 12;
        layout.broken = !layout.sentences && is_broken(lines);
    }
    layout
}

/// Whether many lines go on, without an empty line, from a line that ends inside a sentence.
fn is_broken(lines: &[Line]) -> bool {
    let text = |line: &Line| line.role == Role::Body && !line.tabs && super::label::read(line.text()).is_none();
    let broken = lines.windows(2).filter(|pair| {
        let open = text(&pair[0]) && !is_end(pair[0].last) && text(&pair[1]);
        open && pair[1].gap() == 0 && pair[1].indent() == 0 && pair[0].span().end < pair[1].span().start
    });
    let parted = lines.iter().filter(|line| line.gap() > 0).count();
    let broken = broken.count();
    broken >= 5 && broken * 20 >= lines.len() && parted * 5 >= lines.len()
}

/// Whether `line` ends a sentence or a bracket that may hold its end.
fn ends(line: &Line) -> bool {
    is_end(line.last) || matches!(line.last, '”' | '’' | '）' | ')' | '》' | '」' | '，' | '、' | ',')
}

/// The columns of a full line, where most lines are full and end inside a sentence.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> =
        lines.iter().filter(|l| l.width() >= 30 && !l.tabs && l.role == Role::Body).map(|l| l.width()).collect();
    if widths.len() < ENOUGH {
        return None;
    }
    widths.sort_unstable();
    let full = widths[widths.len() * 7 / 10];
    if full > 130 {
        return None;
    }
    let fits = |line: &&Line| line.width() * 100 >= full * 88 && line.width() * 100 <= full * 112;
    let near = lines.iter().filter(|l| l.role == Role::Body).filter(fits).count();
    let open = lines.iter().filter(|l| l.role == Role::Body).filter(fits).filter(|l| !is_end(l.last)).count();
    (near * 2 >= widths.len() && open * 10 >= near * 6).then_some(full)
}
