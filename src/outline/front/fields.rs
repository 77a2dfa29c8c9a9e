//! The block of fields that pages print above a text: 索引号, 发文机关, 成文日期, 发布日期 and their values.
//!
//! A name and its value may share a line with others, stand in cells of a table, in brackets (【发布日期】), or on lines of
//! their own; names may be letter-spaced. Values are given as written, without white space.

use crate::span::is_invisible;
use crate::{
    lexicon::{FRONT, FURNITURE, Forms},
    outline::line::Line,
};

/// What a field tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Published,
    Issued,
    Approved,
    /// A date that the page names no more closely.
    Dated,
    Office,
    Number,
    Title,
    /// Anything else: it ends the value before it.
    Other,
}

/// The fields on `lines`, source text with its white space, in order.
pub(super) fn read(lines: &[&str]) -> Vec<(Field, String)> {
    let mut found: Vec<(Field, String)> = Vec::new();
    let mut waiting = false;
    for line in lines {
        let compact = compact(line);
        let names = names(&compact);
        // The value of a name that ends its line stands on the next.
        if waiting && names.first().is_none_or(|name| name.start > 0) {
            let end = names.first().map_or(compact.len(), |name| name.start);
            if let Some((_, value)) = found.last_mut() {
                *value = trimmed(&compact[..end]);
            }
        }
        for (at, name) in names.iter().enumerate() {
            let end = names.get(at + 1).map_or(compact.len(), |next| next.start);
            found.push((name.field, trimmed(&compact[name.end..end])));
        }
        waiting = match names.is_empty() {
            true => waiting && compact.is_empty(),
            false => found.last().is_some_and(|(_, value)| value.is_empty()),
        };
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}

/// The value of the first `field`.
pub(super) fn value(fields: &[(Field, String)], field: Field) -> Option<&str> {
    fields.iter().find(|(found, _)| *found == field).map(|(_, value)| value.as_str())
}

/// Whether `line` is about the page: where, when and by whom it was posted.
pub(super) fn is_meta(line: &Line) -> bool {
    // 【总体目标】到2025年，…。
    let told = line.text().strip_prefix('【').and_then(|text| text.split_once('】'));
    let says = told.is_some_and(|(_, text)| text.contains('，') && text.ends_with('。'));
    line.is_short(120) && !says && FURNITURE.page_line.prefix(line.text()).is_some()
}

/// A name of a field with its place; `end` is where its value begins.
struct Name {
    field: Field,
    start: usize,
    end: usize,
}

/// `line` without white space but tabs and what parts two digits, and without marks of emphasis and tables.
fn compact(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut parted = false;
    for c in line.chars() {
        match c {
            '\t' | '|' => kept.push('\t'),
            c if c == '*' || is_invisible(c) => {}
            c if c.is_whitespace() => parted = true,
            c => {
                if parted && c.is_ascii_digit() && kept.ends_with(|last: char| last.is_ascii_digit()) {
                    kept.push(' ');
                }
                parted = false;
                kept.push(c);
            }
        }
    }
    kept.trim_matches('\t').to_owned()
}

/// `value` without what parts it from its neighbours.
fn trimmed(value: &str) -> String {
    let parts = |c: char| matches!(c, '\t' | '[' | ']' | '【' | '】' | '/' | '：' | ':' | '，' | ',' | '；');
    let first = value.trim_matches(parts).split('\t').next().unwrap_or_default();
    first.trim_matches(parts).to_owned()
}

fn names(line: &str) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        match name(line, at) {
            Some(name) => {
                at = name.end;
                names.push(name);
            }
            None => at += c.len_utf8(),
        }
    }
    names
}

/// The name of a field at byte `at` of `line`: a colon, a bracket, a cell's end or, behind a name of a date, a digit follows.
fn name(line: &str, at: usize) -> Option<Name> {
    FRONT.any_field.prefix(&line[at..])?;
    let classes: [(&Forms, Field); 8] = [
        (&FRONT.published, Field::Published),
        (&FRONT.issued, Field::Issued),
        (&FRONT.approved, Field::Approved),
        (&FRONT.dated, Field::Dated),
        (&FRONT.office_name, Field::Office),
        (&FRONT.number_name, Field::Number),
        (&FRONT.title_name, Field::Title),
        (&FRONT.field, Field::Other),
    ];
    let forms = classes.iter().filter_map(|(forms, field)| Some((forms.prefix(&line[at..])?, *field)));
    let (form, field) = forms.max_by_key(|(form, _)| form.len())?;
    let end = at + form.len();
    let rest = &line[end..];
    let opens = at == 0 || line[..at].ends_with(['\t', '[', '【', '〖']);
    let closed = rest.is_empty() || rest.starts_with(['\t', ']', '】', '〗']);
    let dated = matches!(field, Field::Published | Field::Issued) && rest.starts_with(|c: char| c.is_ascii_digit());
    (rest.starts_with(['：', ':']) || (opens && closed) || dated).then_some(Name { field, start: at, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Vec<(Field, String)> {
        read(lines).into_iter().filter(|(field, _)| *field != Field::Other).collect()
    }

    #[test]
    fn every_way_to_print_the_fields_is_read() {
        let expected = [(Field::Office, "青禾县人民政府".to_owned()), (Field::Issued, "2027年3月1日".to_owned())];
        for lines in [
            &["发文机关：青禾县人民政府 成文日期：2027年3月1日"][..],
            &["索 引 号：0123/2027-01  发 文 机 关 ： 青禾县人民政府", "成文日期: 2027年3月1日 有效性：有效"],
            &["索引号\t0123\t主题分类\t农业", "发文机关\t青禾县人民政府\t成文日期\t2027年3月1日"],
            &["发文机关：", "青禾县人民政府", "成文日期：", "2027年3月1日", "有效性："],
            &["【发文机关】青禾县人民政府 【成文日期】2027年3月1日"],
            &["**发文机关**: 青禾县人民政府", "**成文日期**: 2027年3月1日"],
            &["| 发文机关 | 青禾县人民政府 | 成文日期 | 2027年3月1日 |"],
            &["发文机关：青禾县人民政府成文日期：2027年3月1日来源：县政府办"],
        ] {
            assert_eq!(told(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn prose_and_empty_fields_are_none() {
        assert_eq!(told(&["发布时间和地点另行通知", "规划发布日期以公告为准"]), []);
        assert_eq!(
            told(&["文章来源： 作者： 发布时间：2027年03月09日 点击数： 次"]),
            [(Field::Published, "2027年03月09日".to_owned())]
        );
        assert_eq!(told(&["发文字号：", "索引号：12"]), []);
    }
}
