//! Whether a table may open on a line, and which lines around a table belong to it.

use std::borrow::Cow;

use super::parts::Sheet;
use crate::{
    grid::{Head, Word, recover, states_number},
    lexicon::{COLUMNS, HEADINGS},
    outline::{
        caption,
        label::Mark,
        line::{Line, Role},
    },
    span::{self, Span},
};

/// Whether a table may open on line `at`: two pieces of it, or it and one of the next lines, are heads, one of them of names or
/// numbers of rows and another of values; or it begins with such heads run together.
pub(super) fn opens(sheet: Sheet<'_>, at: usize) -> bool {
    let source = sheet.source(at);
    let text = sheet.lines[at].text();
    // 主要指标（专栏1）： introduces what stands below it.
    let introduces = text.ends_with('：') || text.ends_with(':');
    let stops = source.find('。').is_some_and(|stop| span::characters(&source.as_bytes()[..stop]) < 80);
    let told = stops || is_sentence(&sheet.lines[at], source);
    if introduces || told || is_division(&sheet.lines[at]) {
        return false;
    }
    let source = &*closed(source);
    let alone = pieces(source).nth(1).is_none();
    let of_years = if alone { is_over_years(sheet, at) } else { opens_years(sheet, at, source) };
    if of_years {
        return true;
    }
    if alone && gives_unit(&sheet.lines[at]) {
        return false;
    }
    if !alone && !pieces(source).any(may_name) {
        return opens_together(source) || opens_titled(sheet, at, source);
    }
    let mut heads: Vec<Head> = pieces(source).map(Head::of_piece).collect();
    // 气象发展主要指标 over 指标: the title of the table, not its first head.
    let below = || pieces(sheet.source(at + 1)).next().map(Head::read);
    if alone && heads.iter().any(|head| head.unread > 0) && below().is_some_and(|head| head.unread == 0 && names(&head))
    {
        return false;
    }
    if alone && heads.first().is_some_and(Head::is_one) {
        let below = sheet.lines[at + 1..].iter().take(5).filter(|line| line.is_short(24));
        heads.extend(below.map(|line| Head::read(line.text())));
    }
    let heads: Vec<&Head> = heads.iter().filter(|head| head.is_one() || measures(head)).collect();
    let qualifies = |head: &Head| head.says(Word::Nature) || head.says(Word::Unit);
    let first = heads.first().is_some_and(|head| names(head) || states(head) || qualifies(head));
    let many = heads.iter().filter(|head| states(head) || measures(head)).count() + heads.len() > 2;
    first && heads.iter().any(|head| names(head)) && many || opens_together(source) || opens_titled(sheet, at, source)
}

/// Whether heads of which two name measures with their units stand on line `at` below the title of a table; a unit may be broken over
/// two lines (造林面积（万 over 亩）).
fn opens_titled(sheet: Sheet<'_>, at: usize, source: &str) -> bool {
    let broken = sheet.source(at + 1).contains(['）', ')']);
    let open = |piece: &str| broken && piece.contains(['（', '(']) && !piece.contains(['）', ')']);
    let told = |piece: &str| open(piece) || measures(&Head::of_piece(piece));
    let above = at.checked_sub(1).map(|above| &sheet.lines[above]);
    let named = above.is_some_and(|line| {
        line.role == Role::Body && line.is_short(40) && HEADINGS.table_name_end.suffix(line.text()).is_some()
    });
    if pieces(source).nth(1).is_none() {
        return (named || unit_above(sheet, at)) && is_over_cells(sheet, at);
    }
    let measured = || pieces(source).any(open) || pieces(source).filter(|piece| told(piece)).nth(1).is_some();
    named && measured() || (named || unit_above(sheet, at)) && is_over_even_rows(sheet, at, source)
}

/// Whether the line above line `at` gives the unit of a table.
fn unit_above(sheet: Sheet<'_>, at: usize) -> bool {
    at.checked_sub(1).map(|above| &sheet.lines[above]).is_some_and(|line| line.role == Role::Body && gives_unit(line))
}

/// Most lines in which cells of whole rows are looked for.
const MOST_CELLS: usize = 120;

/// Whether line `at` and those below it are the cells of whole rows, a line each.
fn is_over_cells(sheet: Sheet<'_>, at: usize) -> bool {
    let near = sheet.lines.get(at..).unwrap_or_default().iter().take(MOST_CELLS);
    let cells: Vec<Span> = near
        .take_while(|line| line.role == Role::Body && line.is_short(40) && !is_division(line) && !ends(line))
        .map(Line::span)
        .collect();
    recover::is_stacked(&recover::Block { text: &sheet.document.text, lines: &cells })
}

/// Fewest years that tell heads, whatever stands beside them.
const FEWEST_YEARS: usize = 3;

/// Whether `heads` are all of values, and years that follow one another open them, behind a sum perhaps (合计 | 2026年 | 2027年 | 2028年).
fn are_of_years(heads: &[&str]) -> bool {
    let heads: Vec<Head> = heads.iter().map(|piece| Head::of_piece(piece)).collect();
    let whole = heads.iter().all(|head| head.is_one() && head.is_of_values() && head.unread == 0);
    let first = heads.iter().take(2).position(|head| head.year.is_some()).unwrap_or(0);
    let years: Vec<i32> = heads[first..].iter().map_while(|head| head.year).take(FEWEST_YEARS).collect();
    whole && years.len() == FEWEST_YEARS && years.windows(2).all(|pair| pair[0] < pair[1])
}

/// Whether the pieces of line `at` behind the first are heads of years over even rows, whatever that names: 站点 | 2026年 | 2027年 | 2028年.
fn opens_years(sheet: Sheet<'_>, at: usize, source: &str) -> bool {
    let heads: Vec<&str> = pieces(source).skip(1).collect();
    let over_rows = heads.len() >= FEWEST_YEARS && are_of_years(&heads) && has_even_rows(sheet, at, heads.len() + 1);
    over_rows || are_years_over_a_row(&pieces(source).collect::<Vec<_>>())
}

/// Whether line `at` and those below it are short and begin with a name and such heads, a line each.
fn is_over_years(sheet: Sheet<'_>, at: usize) -> bool {
    let near = sheet.lines.get(at..).unwrap_or_default().iter().take(2 * MOST_YEARS);
    let texts: Vec<&str> = near.take_while(|line| line.is_short(24)).map(Line::text).collect();
    are_years_over_a_row(&texts)
}

/// Most heads of years that are looked at.
const MOST_YEARS: usize = 10;

/// Whether `texts` begin with a name, heads of years, and a name with as many values.
fn are_years_over_a_row(texts: &[&str]) -> bool {
    let Some((first, rest)) = texts.split_first() else { return false };
    let many = rest.iter().take(MOST_YEARS).take_while(|text| Head::of_piece(text).is_of_values()).count();
    if many < FEWEST_YEARS || first.contains(|c: char| c.is_ascii_digit()) || !are_of_years(&rest[..many]) {
        return false;
    }
    let row = rest.get(many..=2 * many).unwrap_or_default();
    row.len() == many + 1 && !states_number(row[0]) && row[1..].iter().all(|text| states_number(text))
}

/// Whether as many pieces as on line `at`, three or more, stand on each of the two lines below it, values behind a name.
fn is_over_even_rows(sheet: Sheet<'_>, at: usize, source: &str) -> bool {
    let plain = !source.contains(|c: char| c.is_ascii_digit());
    plain && has_even_rows(sheet, at, pieces(source).count())
}

/// Whether so `many` pieces, three or more, stand on each of the two lines below line `at`, values behind a name.
fn has_even_rows(sheet: Sheet<'_>, at: usize, many: usize) -> bool {
    let even = |at: usize| {
        let row: Vec<&str> = pieces(sheet.source(at)).collect();
        let values = row.iter().skip(1).filter(|piece| states_number(piece)).count();
        row.len() == many && values * 2 >= many && !row.first().is_some_and(|name| states_number(name))
    };
    many > 2 && even(at + 1) && even(at + 2)
}

/// Most pieces of a title before heads on its line.
const LONGEST_TITLE: usize = 4;

/// Fewest heads behind a title on its line.
const FEWEST_HEADS: usize = 3;

/// How many pieces behind those are looked at.
const MORE_HEADS: usize = 2;

/// The byte of the document at which heads begin that stand on line `at` behind the title of their table: 表1 水利指标 序号 指标 2030年 ….
pub(super) fn heads_behind_title(sheet: Sheet<'_>, at: usize) -> Option<usize> {
    let source = sheet.source(at);
    // Hardly any line of prose has so many gaps.
    span::signs(source).filter(|(_, c)| c.is_whitespace()).nth(FEWEST_HEADS)?;
    let pieces: Vec<&str> = source.split_whitespace().take(LONGEST_TITLE + FEWEST_HEADS + MORE_HEADS).collect();
    let near = pieces.get(1..).filter(|near| near.len() > FEWEST_HEADS && near.iter().any(|piece| may_name(piece)))?;
    if source.contains(|c| c == '\t' || recover::is_bar(c)) {
        return None;
    }
    let heads: Vec<Head> = near.iter().map(|piece| Head::of_piece(piece)).collect();
    let mut first = heads.iter().position(Head::is_one).filter(|&first| first < LONGEST_TITLE)?;
    // 表1 主要指标 序号 指标: what names the table names no column.
    let opens = |head: &Head| head.says(Word::Number) || head.says(Word::Group) || head.says(Word::BestName);
    first += usize::from(heads[first].says(Word::BestName) && heads.get(first + 1).is_some_and(opens));
    let run: Vec<&Head> = heads[first..].iter().take_while(|head| head.is_one()).collect();
    let told = !Head::of_piece(pieces[0]).is_one()
        && run.iter().any(|head| names(head))
        && run.iter().any(|head| states(head));
    (told && run.len() >= FEWEST_HEADS)
        .then(|| sheet.lines[at].span().start + (near[first].as_ptr() as usize - source.as_ptr() as usize))
}

/// Whether `piece` may be a head of names or numbers of rows: of lines in which nothing is, heads need not be read.
fn may_name(piece: &str) -> bool {
    let parted = |c: char| c.is_whitespace() || matches!(c, '（' | '(' | '）' | ')');
    COLUMNS.of_rows.is_in(piece) || piece.contains(parted)
}

/// Whether `line` is a whole sentence and too long for a row of heads.
fn is_sentence(line: &Line, source: &str) -> bool {
    line.ends_sentence()
        && line.width() > WIDEST_HEADS
        && !span::signs(source).any(|(_, c)| c == '\t' || recover::is_bar(c))
        && !recover::runs_together(source)
}

/// Widest row of heads that may end like a sentence, in columns.
const WIDEST_HEADS: usize = 60;

/// Longest piece of a row that a sentence may be told by, in characters.
const LONGEST_CELL: usize = 20;

/// Whether `source` is no row of cells: no sign parts it, its values are not run together, and a piece of it is long and holds what
/// sentences and lists are parted by.
pub(super) fn is_prose(source: &str) -> bool {
    let stops = |piece: &str| piece.contains(['。', '；', '：', '、', '，']);
    let long = |piece: &str| piece.chars().nth(LONGEST_CELL).is_some() && stops(piece);
    let sign = |c: char| matches!(c, '\t' | ',' | ';' | '\u{3000}') || recover::is_bar(c);
    let parted = source.contains(sign) || source.contains("  ");
    !parted && source.split(' ').any(long) && !recover::runs_together(source)
}

/// Whether `text` begins with heads of names and of values run together (类别指标2025年2030年属性经济发展…),
/// or of names and of measures with their units (城市公园面积（公顷）绿地率（%）青禾市…).
fn opens_together(source: &str) -> bool {
    let values = || source.bytes().filter(u8::is_ascii_digit).count() > 12;
    if source.chars().nth(40).is_none() || !values() {
        return false;
    }
    let start: String = source.chars().take(16).collect();
    let head = Head::read(&start);
    // 指标|单位 heads two columns.
    let named = names(&head) || COLUMNS.of_rows.prefix(source).is_some();
    head.unread <= 6 && named && states(&head) || recover::opens_measured(source)
}

/// Whether `head` says what rows are about, or numbers or groups them.
fn names(head: &Head) -> bool {
    head.says(Word::Name) || head.says(Word::Number) || head.says(Word::Group)
}

/// Whether `head` names a measure with its unit in brackets.
fn measures(head: &Head) -> bool {
    head.unit.is_some() && !head.text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether `head` says what is stated of rows.
fn states(head: &Head) -> bool {
    head.is_of_values() || head.says(Word::Responsible) || head.says(Word::Due)
}

/// The pieces of a line, parted by what parts cells.
fn pieces(source: &str) -> impl Iterator<Item = &str> {
    // Between bars a space sets the characters of a word apart (类　别).
    let barred = span::signs(source).any(|(_, c)| recover::is_bar(c));
    let parts = move |c: char| match c {
        c if c == '\t' || recover::is_bar(c) => true,
        ',' | '，' | ' ' | '\u{3000}' => !barred,
        _ => false,
    };
    source.split(parts).map(str::trim).filter(|piece| !piece.is_empty()).take(40)
}

/// `source` without the spaces between two characters of one word that are set apart (指  标).
fn closed(source: &str) -> Cow<'_, str> {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}');
    let single =
        |piece: &str| piece.chars().nth(1).is_none() && piece.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii());
    let mut words = source.split(blank).filter(|piece| !piece.is_empty()).peekable();
    let mut pairs = source.split(blank).filter(|piece| !piece.is_empty());
    pairs.next();
    if !words.clone().zip(pairs).any(|(one, next)| single(one) && single(next)) {
        return Cow::Borrowed(source);
    }
    let mut closed = String::with_capacity(source.len());
    while let Some(word) = words.next() {
        closed.push_str(word);
        if words.peek().is_some_and(|next| !(single(word) && single(next))) {
            closed.push(' ');
        }
    }
    Cow::Owned(closed)
}

/// Whether `line` begins with the name of a column that no caption begins with.
pub(super) fn names_columns(line: &Line) -> bool {
    line.is_short(60) && COLUMNS.of_rows.prefix(line.text()).is_some()
}

/// Whether `line` opens a chapter or a section.
pub(super) fn is_division(line: &Line) -> bool {
    line.opening().is_some_and(|label| label.mark <= Mark::ChineseParen)
}

/// Whether no table goes on over `line`: a heading, a caption, or prose.
pub(super) fn ends(line: &Line) -> bool {
    let heading = line.opening().is_some_and(|label| label.mark <= Mark::Section);
    let prose = line.ends_sentence() && line.width() > 60 && !line.tabs;
    heading || prose || caption::read(line).is_some()
}

/// Whether `line` says that the table above goes on below it: 续表, （续）.
pub(super) fn goes_on(line: &Line) -> bool {
    HEADINGS.continued.has(line.text().trim_matches(['（', '）', '(', ')', ' ']))
}

/// Whether `line` gives the unit of the table below it: 单位：亿元, （单位：万元）.
pub(super) fn gives_unit(line: &Line) -> bool {
    line.is_short(24) && HEADINGS.unit_given.prefix(line.text().trim_start_matches('（')).is_some()
}

/// The unit that a sentence above a table tells in brackets: …安排如下（单位：亩）。
pub(super) fn unit_told(line: &Line) -> Option<&str> {
    let mut inside = line.text().split('（').skip(1).filter_map(|rest| rest.split('）').next());
    inside.find(|text| HEADINGS.unit_given.prefix(text).is_some())
}

/// Whether `line` is a note to a table.
pub(super) fn is_note(line: &Line) -> bool {
    COLUMNS.note_mark.prefix(line.text()).is_some()
}

/// `text` without the empty cells behind it, as where a row of a sheet is a title.
pub(super) fn without_cells(text: &str) -> &str {
    text.trim_matches([',', '，', ';', '；', '|', '\t', ' '])
}

/// The line above a table that names it; above its `unit` any line may that is no sentence.
pub(super) fn title_above(lines: &[Line], at: usize, unit: bool) -> Option<usize> {
    let above = at.checked_sub(1)?;
    let line = &lines[above];
    let text = without_cells(line.text());
    // Behind the name the unit may stand in brackets: 主要指标（亿元）.
    let text = text.strip_suffix('）').and_then(|open| open.rsplit_once('（')).map_or(text, |(name, _)| name);
    let names = unit || HEADINGS.table_name_end.suffix(text).is_some();
    let plain = line.role == Role::Body && line.is_short(40) && !line.ends_sentence();
    (plain && names && line.opening().is_none()).then_some(above)
}

#[cfg(test)]
mod tests {
    use super::is_prose;

    #[test]
    fn rows_are_told_from_prose_by_long_pieces_with_stops() {
        for line in [
            "1. 滨河绿道工程。统筹划分沿河、沿湖、沿山各类片区和 2 条廊道",
            "聚焦旱涝保收、节水增效、生态清洁等关键领域，建",
        ] {
            assert!(is_prose(line), "{line}");
        }
        for line in [
            "序号 指 标 2030 年目标 属性",
            "指标",
            "序号，指标，单位，属性",
            "1\t建设岸线修复、生态补水、监测预警等工程\t市水利局",
            "指标2025年2030年属性水库鉴定率（%）65.668约束性灌溉面积（万亩）1213.5预期性岸线修复（公里）6088预期性",
        ] {
            assert!(!is_prose(line), "{line}");
        }
    }
}
