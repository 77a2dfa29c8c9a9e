//! The headings that rows run together begin with: 类别指标2025年2030年属性….

use crate::{
    grid::traits::is_unit,
    lexicon::{COLUMNS, DUTIES, Forms, SIGNS, signs},
    source::View,
    span::{self, Span},
};

/// Bytes of the longest bracket in a head.
const LONGEST_BRACKET: usize = 120;

/// A heading cell, and whether it stands over values.
pub(super) struct Heading {
    pub(super) span: Span,
    pub(super) values: bool,
}

/// The headings that `line` opens with, and where they end: from the first of a year or of values on, whatever stands
/// next to each other.
pub(super) fn heads(text: &str, line: Span) -> (Vec<Heading>, usize) {
    let source = line.of(text);
    let first = source.char_indices().take(60).map(|(at, _)| at).find(|&at| at > 0 && value_head(&source[at..]) > 0);
    let Some(first) = first else { return (Vec::new(), line.start) };
    let name = Span::new(line.start, line.start + first);
    let mut heads: Vec<Heading> =
        opening_heads(text, name).into_iter().map(|span| Heading { span, values: false }).collect();
    let mut at = first;
    while at < source.len() {
        let blank = source[at..].len() - source[at..].trim_start().len();
        at += blank;
        let sum = COLUMNS.sums.prefix(&source[at..]).map_or(0, str::len);
        let value = value_head(&source[at..]).max(sum);
        let other = behind_values(&source[at..]);
        let length = if value > 0 { value } else { other };
        if length == 0 {
            break;
        }
        heads.push(Heading { span: Span::new(line.start + at, line.start + at + length), values: value > 0 });
        at += length;
    }
    (heads, line.start + at)
}

/// How long the heading of a column without values is that `text` opens with behind one of values; a word of groups or of work
/// opens the first row as well as it heads a column.
fn behind_values(text: &str) -> usize {
    let c = &*COLUMNS;
    let word = Forms::longest_prefix(&[&c.number, &c.best_name, &c.nature, &c.note], text).map_or(0, str::len);
    word.max(DUTIES.label(text).unwrap_or(0))
}

/// The words that head columns at the end of `name`, which a caption may open; else the whole.
fn opening_heads(text: &str, name: Span) -> Vec<Span> {
    let view = View::new(text, &[name]);
    let (mut heads, mut end) = (Vec::new(), view.text().len());
    while let Some(head) = Forms::longest_suffix(&[&COLUMNS.beside_values, &COLUMNS.unit], &view.text()[..end]) {
        // 指标|单位 heads two columns.
        let name = COLUMNS.best_name.prefix(head).filter(|name| COLUMNS.unit.has(&head[name.len()..]));
        let unit = name.map_or(head.len(), |name| head.len() - name.len());
        heads.push(view.source(Span::new(end - unit, end)));
        end -= unit;
    }
    heads.reverse();
    if heads.is_empty() { vec![name] } else { heads }
}

/// How long the heading of a column of values is that `text` opens with; 0 where it opens with none.
pub(super) fn value_head(text: &str) -> usize {
    let dated = is_dated(text);
    let mut at = if dated { 4 } else { 0 };
    let mut words = dated;
    loop {
        let rest = &text[at..];
        // Behind a year, what is no year's opens the next heading.
        let next = dated
            && !text[..at].ends_with(['/', '／'])
            && COLUMNS.period.prefix(rest.trim_start_matches(['〔', '[', '［', '（', '('])).is_some();
        if next {
            break;
        }
        // Behind a year or a word of values more words are of heads than open one.
        let of_heads: &[&Forms] =
            if words { &[&COLUMNS.value_head, &COLUMNS.of_values] } else { &[&COLUMNS.value_head] };
        let word = Forms::longest_prefix(of_heads, rest).map_or(0, str::len);
        if word > 0 {
            at += word;
            words = true;
        } else if let Some(year) = SIGNS
            .year
            .prefix(rest)
            .filter(|_| at == 4 && dated || words && !dated && COLUMNS.period.prefix(rest).is_none())
        {
            // 2030|年, 基期|年
            at += year.len();
        } else if words && rest.starts_with(|c| matches!(c, '/' | '／') || signs::or(c)) {
            at += rest.chars().next().map_or(0, char::len_utf8);
        } else if let Some(length) = bracketed(rest).filter(|_| words || at == 0) {
            at += length;
            // 近期（2030年）|远期（2035年）
            if is_dated(&rest[rest.chars().next().map_or(0, char::len_utf8)..]) {
                return at;
            }
            words = true;
        } else {
            break;
        }
        // A second year opens the next heading.
        let rest = &text[at..];
        if at > 4
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && (is_dated(rest) || COLUMNS.value_head.prefix(rest).is_some())
        {
            break;
        }
    }
    if words { at } else { 0 }
}

/// Whether `text` opens with a year.
fn is_dated(text: &str) -> bool {
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    digits == 4 && matches!(text.get(..2), Some("19" | "20"))
}

/// How long the words of totals in brackets are that `text` opens with (〔累计〕, also with a footnote's number).
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['〔', '[', '［', '（', '('])?;
    let close = inner[..span::floor(inner, LONGEST_BRACKET)].find(['〕', ']', '］', '）', ')'])?;
    let inside = &inner[..close];
    (is_dated(inside) || is_unit(inside) || COLUMNS.value_head.is_in(inside)).then_some(())?;
    let open = text.len() - inner.len();
    let end = open + close + inner[close..].chars().next().map_or(0, char::len_utf8);
    let mark = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    let marked = mark == 1 && !is_dated(inside) && text[end + 1..].chars().next().is_some_and(|c| c.is_alphabetic());
    Some(end + usize::from(marked))
}
