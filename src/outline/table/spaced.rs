//! Tables whose cells are parted by spaces, a row a line, as PDF text has them: a long name runs on to a second line,
//! and the header stands again on the next page.

use super::{Grid, Sheet, fit, is_header_word, is_nature, is_section_row, next_text, tokens};
use crate::{
    outline::{
        Cell,
        line::{Line, Role},
    },
    span::Span,
};

/// Most lines that a row takes up.
const TALLEST: usize = 4;

/// Reads the table whose header is line `at`.
pub(super) fn read(sheet: Sheet<'_>, at: usize) -> Option<Grid> {
    let header = header(sheet, &sheet.lines[at])?;
    let texts: Vec<&str> = header.iter().map(|&span| span.of(&sheet.document.text)).collect();
    let plan = Plan::of(sheet, &header);
    let mut rows = Vec::new();
    let mut number = 1;
    let mut next = next_text(sheet.lines, at + 1);
    let mut end = next;
    while let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body) {
        let tokens = tokens(sheet, line.span);
        if tokens.first().map(|token| token.of(&sheet.document.text)) == Some(&number.to_string()) && tokens.len() > 1 {
            let (spans, after) = row_lines(sheet, next, number, &plan)?;
            rows.push(plan.row(sheet, &spans));
            number += 1;
            next = after;
            end = next;
        } else if line.text() == sheet.lines[at].text() || self_header(sheet, line, &texts) {
            next = next_text(sheet.lines, next + 1);
            end = next;
        } else if is_group(sheet, next, number) {
            rows.push(vec![sheet.cell(line.span)]);
            next = next_text(sheet.lines, next + 1);
        } else {
            break;
        }
    }
    let cells = header.iter().map(|&span| sheet.cell(span)).collect();
    (number > 2).then_some(Grid { header: cells, rows, end, ..Grid::default() })
}

/// Whether `line` is the header again.
fn self_header(sheet: Sheet<'_>, line: &Line, texts: &[&str]) -> bool {
    header(sheet, line).is_some_and(|again| again.len() == texts.len())
}

/// Whether the line at `at` names the rows from `number` on.
fn is_group(sheet: Sheet<'_>, at: usize, number: u32) -> bool {
    let line = &sheet.lines[at];
    let starts = |at: usize| {
        let line = sheet.lines.get(at);
        line.is_some_and(|line| {
            tokens(sheet, line.span).first().is_some_and(|t| t.of(&sheet.document.text) == number.to_string())
        })
    };
    let next = next_text(sheet.lines, at + 1);
    line.is_short(24)
        && !line.ends_sentence()
        && (starts(next) || (is_section_row(line) && starts(next_text(sheet.lines, next + 1))))
}

/// The header cells of `line`: names of columns parted by spaces; the signs of a spread word (指 标) are joined.
fn header(sheet: Sheet<'_>, line: &Line) -> Option<Vec<Span>> {
    if !line.is_short(60) || line.ends_sentence() {
        return None;
    }
    let text = &sheet.document.text;
    let mut cells: Vec<Span> = Vec::new();
    let mut spread = false;
    for token in tokens(sheet, line.span) {
        let single = token.of(text).chars().count() == 1;
        let number = token.of(text).bytes().all(|b| b.is_ascii_digit());
        let joins = cells.last().is_some_and(|last| {
            let before = last.of(text);
            (single && spread) || (token.of(text).starts_with('年') && before.bytes().all(|b| b.is_ascii_digit()))
        });
        match cells.last_mut().filter(|_| joins) {
            Some(last) => *last = last.join(token),
            None => cells.push(token),
        }
        spread = single && !number && !joins;
    }
    let named = cells.iter().filter(|cell| is_header_word(&clean(cell.of(text)))).count();
    (cells.len() >= 3 && named >= 2).then_some(cells)
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of `span`, parted by white space.
fn tokens(sheet: Sheet<'_>, span: Span) -> Vec<Span> {
    tokens::words(sheet, span).map(|(_, span)| span).collect()
}

/// The pieces of the row that starts on line `at`, and the line after it.
fn row_lines(sheet: Sheet<'_>, at: usize, number: u32, plan: &Plan) -> Option<(Vec<Span>, usize)> {
    let mut spans = vec![sheet.lines[at].span];
    let mut next = next_text(sheet.lines, at + 1);
    while !plan.is_complete(sheet, &spans) && spans.len() < TALLEST {
        let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body) else { break };
        let first = tokens(sheet, line.span).first().map(|token| token.of(&sheet.document.text).to_owned());
        if first == Some((number + 1).to_string()) || is_section_row(line) || line.last == '。' {
            break;
        }
        spans.push(line.span);
        next = next_text(sheet.lines, next + 1);
    }
    Some((spans, next))
}

/// What the columns hold.
struct Plan {
    columns: usize,
    unit: bool,
    /// Whether the last column says whether a target binds.
    nature: bool,
    values: usize,
}

impl Plan {
    fn of(sheet: Sheet<'_>, header: &[Span]) -> Self {
        let text = |at: usize| header.get(at).map(|span| clean(span.of(&sheet.document.text))).unwrap_or_default();
        let unit = text(2).contains("单位");
        let nature = ["属性", "性质", "类型"].iter().any(|word| text(header.len() - 1).contains(word));
        let fixed = 2 + usize::from(unit) + usize::from(nature);
        Self { columns: header.len(), unit, nature, values: header.len().saturating_sub(fixed).max(1) }
    }

    /// Whether the row has its last cell.
    fn is_complete(&self, sheet: Sheet<'_>, spans: &[Span]) -> bool {
        let words: Vec<Span> = spans.iter().flat_map(|&span| tokens(sheet, span)).collect();
        let last = words.last().map(|word| word.of(&sheet.document.text));
        if self.nature { last.is_some_and(is_nature) } else { words.len() >= self.columns }
    }

    /// The cells of a row: number, name, unit, values, nature.
    fn row(&self, sheet: Sheet<'_>, spans: &[Span]) -> Vec<Cell> {
        let text = &sheet.document.text;
        let mut words: Vec<Span> = spans.iter().flat_map(|&span| tokens(sheet, span)).collect();
        let number = words.remove(0);
        let nature =
            (self.nature && words.last().is_some_and(|word| is_nature(word.of(text)))).then(|| words.pop()).flatten();
        let name_end = self.name_end(text, &words);
        let values = words.split_off(name_end);
        let unit = if self.unit && words.len() > 1 { words.pop() } else { None };
        let mut row = vec![sheet.cell(number), tokens::of_spans(sheet, &words)];
        if self.unit {
            row.push(unit.map(|unit| sheet.cell(unit)).unwrap_or_default());
        }
        let mut values = self.values(text, &values);
        values.resize(self.values, Vec::new());
        row.extend(values.iter().map(|value| tokens::of_spans(sheet, value)));
        if let Some(nature) = nature {
            row.push(sheet.cell(nature));
        }
        fit(row, self.columns)
    }

    /// How many of `words` belong to the name and the unit.
    fn name_end(&self, text: &str, words: &[Span]) -> usize {
        let value = |word: &Span| opens_value(word.of(text));
        // A name that ends with its unit in brackets.
        let bracket = words.iter().rposition(|word| word.of(text).ends_with(['）', ')']) && !value(word));
        let from = bracket.map_or(1, |at| at + 1);
        if bracket.is_some() && from < words.len() {
            return from;
        }
        (from..words.len()).find(|&at| value(&words[at])).unwrap_or(words.len().saturating_sub(self.values).max(1))
    }

    /// The words of each value column: bounds (左右, 以上) go with the number before them.
    fn values(&self, text: &str, words: &[Span]) -> Vec<Vec<Span>> {
        if self.values == 1 {
            return vec![words.to_vec()];
        }
        let mut values: Vec<Vec<Span>> = Vec::new();
        for &word in words {
            let full = values.len() == self.values;
            match values.last_mut() {
                Some(last) if full || !opens_value(word.of(text)) || is_comparator(last, text) => last.push(word),
                _ => values.push(vec![word]),
            }
        }
        values
    }
}

/// Whether the value so far is a comparator that waits for its number.
fn is_comparator(value: &[Span], text: &str) -> bool {
    value.len() == 1 && value.iter().all(|word| matches!(word.of(text), ">" | "<" | "＞" | "＜" | "≥" | "≤"))
}

/// Whether `word` opens a value: a number, a comparator, a mark of totals, or words that stand for a number.
fn opens_value(word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    number
        || word.starts_with(['>', '<', '＞', '＜', '≥', '≤', '[', '［', '〔', '【', '-', '—', '－', '±'])
        || [
            "完成",
            "与",
            "保持",
            "达到",
            "控制",
            "不低于",
            "不高于",
            "下降",
            "提高",
            "高于",
            "低于",
            "稳中",
            "力争",
            "国家",
            "省",
            "按",
        ]
        .iter()
        .any(|start| word.starts_with(start))
}
