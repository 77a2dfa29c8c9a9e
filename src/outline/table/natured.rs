//! Tables with one cell a line, or a word, whose rows end with the cell that says whether a target binds.
//!
//! Reads through what such pages do to a table: headers and cells broken over lines, groups that span rows, rows without
//! a number below a row that names their kind.

use super::{
    Grid, Sheet, heads_a_value, is_header_word, is_nature, stands_over,
    tokens::{Token, below_header, ends_line, joined},
};
use crate::{lexicon::CLAUSES, outline::Cell};

/// What a header calls the column of natures.
pub(super) const NATURE_HEADS: [&str; 6] = ["属性", "指标属性", "性质", "指标性质", "类型", "指标类型"];

/// What goes on in the line before it, in a header and in a row.
const HEAD_TAILS: [&str; 10] = ["预计", "目标", "累计", "实际", "预计值", "目标值", "基期", "值", "［累计］", "[累计]"];
const CELL_TAILS: [&str; 9] = ["左右", "以上", "以下", "以内", "提高", "同步", "下降", "增长", "目标"];

/// Reads the table whose header `tokens` begin with, if its rows end with their natures.
pub(super) fn read(sheet: Sheet<'_>, tokens: &[Token<'_>]) -> Option<Grid> {
    let first = tokens.iter().position(|token| is_nature(token.text))?;
    let nature = tokens[..first]
        .iter()
        .rposition(|token| NATURE_HEADS.contains(&token.text))
        .filter(|&n| (2..14).contains(&n))?;
    let last = tokens.iter().rposition(|token| is_nature(token.text)).filter(|&last| last > nature)?;
    let end = tokens[last].line;
    if !ends_line(sheet, &tokens[last]) {
        return None;
    }
    // The second row of a header stands behind the first: what divides the targets.
    let mut below = tokens[nature + 1..].iter().take_while(|token| heads_a_value(token.text)).count();
    let mut heads = tokens[..=nature].to_vec();
    match heads.iter().position(|head| stands_over(head.text)).filter(|_| below > 1) {
        Some(group) => drop(heads.splice(group..=group, tokens[nature + 1..=nature + below].iter().copied())),
        None => below = 0,
    }
    let rows = Rows::read(&below_header(&tokens[..=last], nature + 1 + below), GROUP_HEADS.contains(&tokens[0].text));
    if rows.found.len() < 3 {
        return None;
    }
    let header = header(sheet, &heads, rows.width())?;
    let cells = rows.cells(sheet, header.len());
    Some(Grid { header, rows: cells, end: end + 1, ..Grid::default() })
}

/// What a header calls the column of groups.
const GROUP_HEADS: [&str; 5] = ["类别", "分类", "领域", "类型", "指标类别"];

/// One row as read: its number, name and values, and its nature.
struct Row<'a> {
    group: Vec<Token<'a>>,
    number: Option<Token<'a>>,
    names: Vec<Token<'a>>,
    values: Vec<Vec<Token<'a>>>,
    nature: Token<'a>,
}

struct Rows<'a> {
    found: Vec<Row<'a>>,
    /// Whether no row has a number and the header has a column of groups.
    grouped: bool,
}

impl<'a> Rows<'a> {
    fn read(tokens: &[Token<'a>], groups: bool) -> Self {
        let (mut found, mut number, mut cells) = (Vec::new(), 1u32, Vec::new());
        for token in tokens {
            if !is_nature(token.text) {
                cells.push(*token);
                continue;
            }
            let row = row(&cells, number, *token);
            number += u32::from(row.number.is_some());
            found.push(row);
            cells.clear();
        }
        let grouped = groups && found.iter().all(|row| row.number.is_none());
        let mut rows = Self { found, grouped };
        rows.merge_values();
        rows
    }

    /// How many values a row has: the number most rows have.
    fn width(&self) -> usize {
        let count = |width: usize| self.found.iter().filter(|row| row.values.len() == width).count();
        (1..8).max_by_key(|&width| (count(width), std::cmp::Reverse(width))).unwrap_or(1)
    }

    /// Joins what a line break parted, in rows with more values than most.
    fn merge_values(&mut self) {
        let width = self.width();
        for row in &mut self.found {
            let mut at = 1;
            while row.values.len() > width && at < row.values.len() {
                let text = row.values[at][0].text;
                if CELL_TAILS.contains(&text) || text.starts_with(['（', '(']) {
                    let tail = row.values.remove(at);
                    row.values[at - 1].extend(tail);
                } else {
                    at += 1;
                }
            }
        }
    }

    fn cells(&self, sheet: Sheet<'_>, columns: usize) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for (index, row) in self.found.iter().enumerate() {
            if !row.group.is_empty() {
                rows.push(vec![joined(sheet, &row.group)]);
            }
            let parent = row.names.len() > 1 && self.found.get(index + 1).is_some_and(|next| next.number.is_none());
            let unit_column = columns == self.width() + 4;
            let (names, unit) = match row.names.as_slice() {
                [names @ .., unit] if unit_column && !names.is_empty() => (names, Some(*unit)),
                names => (names, None),
            };
            let names = match names {
                [group, rest @ ..] if self.grouped && names_group(group.text, rest) => rest,
                names if parent => &names[names.len() - 1..],
                names => names,
            };
            let mut cells = vec![row.number.map_or(Cell::default(), |n| sheet.cell(n.span)), joined(sheet, names)];
            if unit_column {
                cells.push(unit.map_or(Cell::default(), |u| sheet.cell(u.span)));
            }
            cells.extend(row.values.iter().take(self.width()).map(|value| joined(sheet, value)));
            cells.resize_with(columns - 1, Cell::default);
            cells.push(sheet.cell(row.nature.span));
            rows.push(cells);
        }
        rows
    }
}

/// The row that `cells` before a nature make; `number` is the next row's.
fn row<'a>(cells: &[Token<'a>], number: u32, nature: Token<'a>) -> Row<'a> {
    let at = cells.iter().position(|token| token.text == number.to_string());
    let (group, rest) = match at {
        Some(at) => (&cells[..at], &cells[at + 1..]),
        None => (&cells[..0], cells),
    };
    let names = rest.iter().position(|token| is_value(token.text)).unwrap_or(rest.len()).max(1).min(rest.len());
    Row {
        group: group.to_vec(),
        number: at.map(|at| cells[at]),
        names: rest[..names].to_vec(),
        values: rest[names..].iter().map(|token| vec![*token]).collect(),
        nature,
    }
}

/// Whether `group`, before the name that `rest` is, names a group of rows (安全保障|粮食综合生产能力).
fn names_group(group: &str, rest: &[Token<'_>]) -> bool {
    let short = group.chars().count() <= 6 || group.ends_with("项）");
    short && !rest.is_empty() && CLAUSES.measure.suffix(group).is_none() && !group.contains(['/', '%'])
}

/// Whether a cell states a value, a dash, or that a target is set elsewhere.
pub(super) fn is_value(text: &str) -> bool {
    let numeric = text
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit() || "０１２３４５６７８９[［〔【＞>≥＜<≤—-－–+".contains(c));
    let words = [
        "完成",
        "保持",
        "与",
        "稳步",
        "持续",
        "达到",
        "基本",
        "不低于",
        "不超过",
        "控制在",
        "高于",
        "低于",
        "下降",
        "提高",
        "力争",
        "左右",
    ];
    let named = text.chars().filter(|c| !c.is_ascii()).count() > 8
        && text.contains(['率', '比', '量', '额', '数'])
        && text.contains(['（', '(']);
    (numeric && !named) || words.iter().any(|word| text.starts_with(word)) && !text.ends_with(['）', ')'])
}

/// The header's cells: number, name, unit where there is one, `width` values and the nature.
fn header(sheet: Sheet<'_>, tokens: &[Token<'_>], width: usize) -> Option<Vec<Cell>> {
    let (nature, tokens) = tokens.split_last()?;
    let name = tokens.iter().position(|token| is_header_word(token.text) && token.text.contains(['指', '项', '名']))?;
    let unit = tokens.get(name + 1).filter(|token| token.text.contains("单位"));
    let mut values: Vec<Vec<Token<'_>>> = Vec::new();
    for token in &tokens[name + 1 + usize::from(unit.is_some())..] {
        let broken =
            values.last().and_then(|v| v.last()).is_some_and(|before| before.text.ends_with(['/', '／', '、', '（']));
        match values.last_mut() {
            Some(last) if broken || HEAD_TAILS.contains(&token.text) => last.push(*token),
            _ => values.push(vec![*token]),
        }
    }
    while values.len() > width {
        let group = values.iter().position(|value| stands_over(value[0].text));
        values.remove(group.unwrap_or(values.len() - 1));
    }
    if values.len() != width {
        return None;
    }
    let number = tokens.iter().find(|token| token.text == "序号");
    let mut header = vec![number.map_or(Cell::default(), |n| sheet.cell(n.span)), sheet.cell(tokens[name].span)];
    header.extend(unit.map(|unit| sheet.cell(unit.span)));
    header.extend(values.iter().map(|value| joined(sheet, value)));
    header.push(sheet.cell(nature.span));
    Some(header)
}
