//! Rows run together without anything between their cells: 森林覆盖率（%）62.565约束性耕地保有量（万亩）…
//!
//! Natures end rows, or a value that words follow does; the values of a row are the pieces of its end that look like
//! values and, where digits run together, lie closest to each other. Linear in the text: a row has few places to cut.

mod chunks;
mod ends;
mod heads;
mod names;
mod pieces;
mod row;
mod shape;
mod sums;
mod walk;

use self::{
    chunks::{FEWEST, closed_chunks, natures, numbered_chunks, valued_chunks},
    heads::{Heading, heads, is_measure, value_head},
    names::{Named, Told, named},
    pieces::{Asked, Known, Sum},
    row::{Row, is_spaced, row},
    shape::{Place, Shape},
};
use super::block::Block;
use crate::{
    grid::{
        Head, Word,
        model::{Cell, Grid, Origin},
    },
    lexicon::{COLUMNS, DUTIES, Forms},
    span::Span,
};

/// Shortest line that rows are run together on, in bytes.
const SHORTEST: usize = 90;

/// Most values of a row.
const MOST: usize = 8;

/// Fewest bytes to a blank in rows that blanks do not part.
const SPARSE: usize = 60;

/// Highest mean cost of rows that are told for sure, and of each value of them.
const SURE: f32 = 0.4;
const SURE_OF_VALUE: f32 = 0.3;

/// The grids that the rows may have that are run together on the first line of `block`.
pub(super) fn read(block: &Block<'_>) -> Vec<Grid> {
    let text = block.text;
    let opens = block.lines.first().copied().filter(|line| may_open(line.of(text)));
    let Some(line) = opens.or_else(|| row_a_line(block)) else { return Vec::new() };
    let (heads, start) = heads(text, line);
    let body = Span::new(start, line.end);
    // White space parts the cells of its own lines.
    let blanks = body.of(text).chars().filter(|c| c.is_whitespace()).count();
    let shape = shape(text, &heads, body).filter(|_| blanks * SPARSE < body.len());
    let walked = shape.and_then(|shape| Some((walk::rows(text, body, &shape)?, shape)));
    let walked = walked.filter(|((rows, _), _)| rows.len() >= FEWEST);
    let sure =
        walked.as_ref().is_some_and(|((_, cost), shape)| *cost <= SURE + SURE_OF_VALUE * shape.asked.count as f32);
    let walked = walked.map(|((rows, _), shape)| grid(text, line, &heads, &rows, shape.asked.count));
    let chunks = if sure { None } else { by_chunks(text, line, &heads, body) };
    walked.into_iter().chain(chunks).collect()
}

/// What `heads` tell of the rows below them, where some are of values and one of names.
fn shape(text: &str, heads: &[Heading], body: Span) -> Option<Shape> {
    let count = heads.iter().filter(|head| head.values).count();
    let first = heads.iter().position(|head| head.values).filter(|&first| first > 0 && count <= MOST)?;
    let last = heads.iter().rposition(|head| head.values)?;
    let name = heads[..first].iter().rposition(|head| COLUMNS.best_name.has(head.span.of(text)));
    let place = |forms: &Forms| match heads.iter().position(|head| !head.values && forms.has(head.span.of(text))) {
        None => Place::Nowhere,
        Some(at) if at > last => Place::Last,
        Some(at) if name.is_some_and(|name| at < name) => Place::Before,
        Some(_) => Place::Behind,
    };
    let has = |forms: &Forms| heads[..first].iter().any(|head| forms.has(head.span.of(text)));
    let behind = |of: &dyn Fn(&str) -> bool| heads[last..].iter().any(|head| !head.values && of(head.span.of(text)));
    Some(Shape {
        asked: Asked {
            count,
            changes: changes(text, heads),
            sums: sum(text, &heads[first..=last]),
            spaced: false,
            apart: measures(text, &heads[first..=last]) > 1,
            each: heads[first..=last]
                .iter()
                .filter(|head| head.above.is_some() && head.above == heads[first].above)
                .count(),
            columns: Vec::new(),
        },
        numbered: has(&COLUMNS.number),
        grouped: has(&COLUMNS.group),
        unit: place(&COLUMNS.unit),
        nature: match place(&COLUMNS.nature) {
            // 类型 over 约束性
            Place::Nowhere if last + 1 < heads.len() && natures(text, body).len() >= FEWEST => Place::Last,
            told => told,
        },
        bodies: behind(&|head| DUTIES.label(head).is_some()),
        notes: behind(&|head| COLUMNS.note.has(head)),
    })
}

/// Which of `heads` of values, four or more, is of the sum of the others: it says so beside years.
fn sum(text: &str, heads: &[Heading]) -> Sum {
    let said = |head: Option<&Heading>| head.map_or("", |head| head.span.of(text));
    let total =
        |head: &str| COLUMNS.sums.has(head) || COLUMNS.total.suffix(head).is_some() && Head::read(head).year.is_none();
    match () {
        () if heads.len() < FEWEST_SUMMED => Sum::Nowhere,
        () if COLUMNS.sums.has(said(heads.first())) => Sum::First,
        () if total(said(heads.last())) => Sum::Last,
        () => Sum::Nowhere,
    }
}

/// Fewest values one of which may be told as the sum of the others.
const FEWEST_SUMMED: usize = 4;

/// How many measures `heads` of values tell apart.
fn measures(text: &str, heads: &[Heading]) -> usize {
    let above = heads.chunk_by(|one, next| one.above == next.above).filter(|block| block[0].above.is_some()).count();
    above.max(heads.iter().filter(|head| is_measure(head.span.of(text))).count())
}

/// The grid of the rows of `body`, parted where each seems to end.
fn by_chunks(text: &str, line: Span, heads: &[Heading], body: Span) -> Option<Grid> {
    let natures = natures(text, body);
    let numbered = heads.iter().any(|head| COLUMNS.number.has(head.span.of(text)));
    let chunks = match natures.len() >= FEWEST {
        true => closed_chunks(text, body, &natures),
        false if numbered => numbered_chunks(text, &valued_chunks(text, body)),
        false => valued_chunks(text, body),
    };
    if chunks.len() < FEWEST {
        return None;
    }
    let headed = heads.iter().filter(|head| head.values).count();
    let counts = if headed > 0 { headed..=headed.min(MOST) } else { 1..=MOST };
    let changes = changes(text, heads);
    let known = Known::default();
    let spaced = is_spaced(body.of(text));
    let sample = &chunks[..chunks.len().min(24)];
    let read = |sample: &[(Span, Option<Span>)], count: usize| -> (Vec<Row>, f32) {
        let asked = Asked { count, changes, spaced, ..Asked::default() };
        let rows = sample.iter().filter_map(|&(span, close)| row(text, (span, close), &asked, &known));
        let (rows, costs): (Vec<Row>, Vec<f32>) = rows.unzip();
        let missed = (sample.len() - rows.len()) as f32 * 6.0;
        (rows, (costs.iter().sum::<f32>() + missed) / sample.len() as f32 - 0.9 * count as f32)
    };
    let count = counts.min_by(|&a, &b| read(sample, a).1.total_cmp(&read(sample, b).1))?;
    let (rows, cost) = read(&chunks, count);
    (rows.len() >= FEWEST && cost + 0.9 * count as f32 <= 2.5).then(|| grid(text, line, heads, &rows, count))
}

/// Over how many years the last of the `heads` of values tells a change, where it is of growth or a sum.
fn changes(text: &str, heads: &[Heading]) -> Option<f64> {
    let values: Vec<Head> =
        heads.iter().filter(|head| head.values).map(|head| Head::read(head.span.of(text))).collect();
    let (last, levels) = values.split_last()?;
    let told = [Word::Yearly, Word::Total, Word::Growth, Word::Addition].into_iter().any(|word| last.says(word));
    let years: Vec<i32> = levels.iter().filter_map(|head| head.year).collect();
    let over = years.windows(2).next_back().map(|pair| pair[1] - pair[0]).filter(|years| *years > 0);
    // 2030年/年均 heads levels as well.
    (told && last.year.is_none()).then(|| over.map_or(YEARS, f64::from))
}

/// How many years most plans are for.
const YEARS: f64 = 5.0;

/// The lines of `block`, a row each with nothing between its cells, below heads that are run together too.
fn row_a_line(block: &Block<'_>) -> Option<Span> {
    let (text, first) = (block.text, *block.lines.first()?);
    let (heads, end) = heads(text, first);
    let headed = heads.len() > 2 && end == first.end && heads.iter().any(|head| head.values);
    let row = |line: &&Span| {
        let source = line.of(text);
        let whole = !source.contains(char::is_whitespace) && !source.ends_with('。');
        whole && source.contains(char::is_alphabetic) && source.bytes().any(|b| b.is_ascii_digit())
    };
    let rows: Vec<&Span> = block.lines[1..].iter().take_while(row).collect();
    let last = rows.last().filter(|_| headed && rows.len() >= FEWEST)?;
    Some(Span::new(first.start, last.end))
}

/// Whether heads that are run together open `line`: what rows are about, and measures with their units.
pub(super) fn opens_measured(line: &str) -> bool {
    heads::opens_measured(line)
}

/// Whether rows may be run together on `line`: it is long, and a heading of values opens it or many of its characters
/// belong to values.
pub(super) fn may_open(line: &str) -> bool {
    if line.len() < SHORTEST {
        return false;
    }
    let digits = line.bytes().filter(|b| b.is_ascii_digit()).count();
    let signs = digits + line.matches(['（', '(', '—', '〔', '%']).count();
    let head = || line.char_indices().take(60).skip(1).any(|(at, _)| value_head(&line[at..]) > 0);
    signs * 12 >= line.len() || digits * 40 >= line.len() && head()
}

/// The rows below the headings.
fn grid(text: &str, line: Span, heads: &[Heading], rows: &[Row], count: usize) -> Grid {
    let opening = heads.iter().take_while(|head| !head.values).count();
    // A nature before the values stands behind them here.
    let is_nature = |head: &Heading| COLUMNS.nature.has(head.span.of(text));
    let moved = rows.iter().any(|row| row.close.is_some()) && heads[..opening].iter().any(is_nature);
    let (heads, opening) = if moved {
        let (natures, opens): (Vec<&Heading>, Vec<&Heading>) =
            heads[..opening].iter().partition(|head| is_nature(head));
        let values = heads[opening..].iter().filter(|head| head.values);
        let opening = opens.len();
        (opens.into_iter().chain(values).chain(natures).collect::<Vec<_>>(), opening)
    } else {
        (heads.iter().collect(), opening)
    };
    let headed = |forms: &Forms| heads[..opening].iter().any(|head| forms.has(head.span.of(text)));
    let heads_of =
        Told { groups: headed(&COLUMNS.group), numbers: headed(&COLUMNS.number), units: headed(&COLUMNS.unit) };
    let names: Vec<Span> = rows.iter().map(|row| row.name).collect();
    let split = named(text, &names, heads_of);
    let has = |of: fn(&Named) -> bool| usize::from(split.iter().any(of));
    let (grouped, numbered, units) =
        (has(|n| n.group.is_some()), has(|n| n.number.is_some()), has(|n| n.unit.is_some()));
    let name = grouped + numbered;
    let first = name + 1 + units;
    let mut cells = Vec::new();
    let storeys = usize::from(heads.iter().any(|head| head.above.is_some()));
    for (at, head) in heads.iter().enumerate() {
        // The heads before the values end where these begin.
        let column = if at < opening { (first + at).checked_sub(opening) } else { Some(first + at - opening) };
        let (row, over) = if head.above.is_some() { (1, 1) } else { (0, 1 + storeys) };
        cells.extend(column.map(|column| Cell::at(text, head.span, row, column).over(over, 1)));
    }
    let mut column = first;
    for block in heads[opening..].chunk_by(|one, next| one.above.is_some() && one.above == next.above) {
        cells.extend(block[0].above.map(|above| Cell::at(text, above, 0, column).over(1, block.len())));
        column += block.len();
    }
    for (at, (row, words)) in rows.iter().zip(&split).enumerate() {
        let at = at + usize::from(!heads.is_empty()) + storeys;
        cells.extend(words.group.map(|span| Cell::at(text, span, at, 0)));
        cells.extend(words.number.map(|span| Cell::at(text, span, at, grouped)));
        cells.push(Cell::at(text, words.name, at, name));
        cells.extend(words.unit.map(|span| Cell::at(text, span, at, name + 1)));
        cells.extend(row.values.iter().enumerate().map(|(column, &span)| Cell::at(text, span, at, first + column)));
        cells.extend(row.close.map(|span| Cell::at(text, span, at, first + count)));
    }
    let end =
        rows.iter().rev().find_map(|row| row.close.or(row.values.last().copied())).map_or(line.end, |span| span.end);
    Grid::new(cells, Origin::Together, Span::new(line.start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_rows(text: &str) -> Vec<Vec<String>> {
        let lines = [Span::new(0, text.len())];
        let Some(grid) = read(&Block { text, lines: &lines }).into_iter().next() else { return Vec::new() };
        let mut rows = vec![Vec::new(); grid.rows];
        for cell in &grid.cells {
            rows[cell.row()].push(cell.text().to_owned());
        }
        rows
    }

    #[test]
    fn digits_that_run_together_are_parted_where_values_are_close() {
        let text = "指标2025年2030年属性水库大坝安全鉴定率（%）65.668约束性青禾稻米年加工能力（万吨）11.311.7预期性云岭古道修复长度（公里）6088640预期性";
        let rows = read_rows(text);
        assert_eq!(rows[0], ["指标", "2025年", "2030年", "属性"]);
        assert_eq!(rows[1], ["水库大坝安全鉴定率（%）", "65.6", "68", "约束性"]);
        assert_eq!(rows[2], ["青禾稻米年加工能力（万吨）", "11.3", "11.7", "预期性"]);
    }

    #[test]
    fn without_natures_a_value_that_words_follow_ends_the_row() {
        let text = "指标2025基期2030目标水文站数量（处）600700山洪预警广播覆盖率（%）40100水利工匠数量（人）15.616灌区管理所数量（家）4045";
        let rows = read_rows(text);
        assert_eq!(rows[1], ["水文站数量（处）", "600", "700"]);
        assert_eq!(rows[2], ["山洪预警广播覆盖率（%）", "40", "100"]);
        assert_eq!(rows[3], ["水利工匠数量（人）", "15.6", "16"]);
    }

    #[test]
    fn numbers_of_rows_and_units_between_names_and_values_are_parted() {
        let text = "序号指标名称单位2020年2025年指标属性1旅游总收入亿元186.5320预期性2接待游客人次万人次21503600预期性3人均接受文化场馆服务次数次2.13.5预期性4公共图书馆总藏量万册145.2200预期性5每万人拥有公共文化设施面积平方米25123200约束性";
        let rows = read_rows(text);
        assert_eq!(rows[0], ["序号", "指标名称", "单位", "2020年", "2025年", "指标属性"]);
        assert_eq!(rows[1], ["1", "旅游总收入", "亿元", "186.5", "320", "预期性"]);
        assert_eq!(rows[5], ["5", "每万人拥有公共文化设施面积", "平方米", "2512", "3200", "约束性"]);
    }

    #[test]
    fn a_measure_that_is_parted_stands_over_its_rows() {
        let text = "指标2015年2020年〔累计〕属性环境质量1.空气质量优良天数比率（%）76.780-约束性2.森林覆盖率（%）21.623.04〔1.38〕约束性3.主要污染物排放总量减少（%）化学需氧量--〔10〕约束性氨氮--〔10〕二氧化硫--〔15〕约束性4.湿地面积（万亩）-8-预期性";
        let rows = read_rows(text);
        assert_eq!(rows[1], ["环境质量", "1", "空气质量优良天数比率（%）", "76.7", "80", "-", "约束性"]);
        assert_eq!(rows[3], ["主要污染物排放总量减少（%）", "3", "化学需氧量", "-", "-", "〔10〕", "约束性"]);
        assert_eq!(rows[4][..2], ["主要污染物排放总量减少（%）", "氨氮"]);
        assert_eq!(rows[6][..2], ["4", "湿地面积（万亩）"]);
    }

    #[test]
    fn rows_are_told_by_the_numbers_that_their_head_tells_of() {
        let bound = "序号指标单位2025年2030年属性一、水源1水库座1215预期性2供水保证率%92.496约束性二、灌溉3渠系水利用系数—0.560.6预期性43米以上渠道公里120180预期性";
        let rows = read_rows(bound);
        assert_eq!(rows[0], ["序号", "指标", "单位", "2025年", "2030年", "属性"]);
        assert_eq!(rows[1], ["一、水源", "1", "水库", "座", "12", "15", "预期性"]);
        assert_eq!(rows[2], ["2", "供水保证率", "%", "92.4", "96", "约束性"]);
        assert_eq!(rows[4], ["4", "3米以上渠道", "公里", "120", "180", "预期性"]);
        let loose = "序号指标名称2022年近期（2025年）远期（2030年）1水库供水保证率（%）42.643.5452灌区节水面积（公顷）56080012003村级泵站（座）126260400";
        let rows = read_rows(loose);
        assert_eq!(rows[0], ["序号", "指标名称", "2022年", "近期（2025年）", "远期（2030年）"]);
        assert_eq!(rows[1], ["1", "水库供水保证率（%）", "42.6", "43.5", "45"]);
        assert_eq!(rows[2], ["2", "灌区节水面积（公顷）", "560", "800", "1200"]);
        assert_eq!(rows[3], ["3", "村级泵站（座）", "126", "260", "400"]);
        let offices = "序号主要指标2025年2030年牵头部门1水库供水保证率（%）93.894.5县水利局2灌区节水面积（公顷）560800县农业局3村级泵站（座）126260县水利局";
        let rows = read_rows(offices);
        assert_eq!(rows[2], ["2", "灌区节水面积（公顷）", "560", "800", "县农业局"]);
        assert_eq!(rows[3], ["3", "村级泵站（座）", "126", "260", "县水利局"]);
    }

    #[test]
    fn a_last_value_that_is_the_change_of_those_before_it_tells_where_they_end() {
        let grown = "指标2025年2030年年均增长/累计属性水利工程收入（亿元）526070006%预期性供水保证率（%）74.677〔2.4〕预期性灌区农户（户）226035009.1%预期性";
        let rows = read_rows(grown);
        assert_eq!(rows[1][1..4], ["5260", "7000", "6%"]);
        assert_eq!(rows[2][1..4], ["74.6", "77", "〔2.4〕"]);
        assert_eq!(rows[3][1..4], ["2260", "3500", "9.1%"]);
        let levels = "指标2025年2030年/年均属性水库大坝安全鉴定率（%）65.668约束性青禾稻米年加工能力（万吨）11.311.7预期性云岭古道修复长度（公里）6088640预期性";
        assert_eq!(read_rows(levels)[1][1..3], ["65.6", "68"]);
    }

    #[test]
    fn round_brackets_and_dashes_end_rows() {
        let text = "类型指标2020年2025年年均增长（累计）创新能力水利实验室（家）13（2）灌区用水计量率（%）27.230（2.8）泵站（座）120—7%渠道（公里）96400—";
        let rows = read_rows(text);
        assert_eq!(rows[1], ["创新能力", "水利实验室（家）", "1", "3", "（2）"]);
        assert_eq!(rows[2], ["灌区用水计量率（%）", "27.2", "30", "（2.8）"]);
    }

    #[test]
    fn rows_may_have_a_line_each() {
        let text = "序号指标2025年2030年属性\n1水文站数量（处）600700预期性\n2山洪预警覆盖率（%）65.668约束性\n3水利工匠（人）15.616预期性";
        let mut at = 0;
        let lines: Vec<Span> = text
            .split('\n')
            .map(|line| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                span
            })
            .collect();
        let grid = read(&Block { text, lines: &lines }).into_iter().next().expect("a table");
        let rows = crate::grid::expanded(&grid);
        assert_eq!(rows[1], ["1", "水文站数量（处）", "600", "700", "预期性"]);
        assert_eq!(rows[2], ["2", "山洪预警覆盖率（%）", "65.6", "68", "约束性"]);
    }

    #[test]
    fn prose_is_no_table() {
        let text = "到2025年，云岭市常住人口城镇化率达到65%，新建水库12座，改造老旧管网300公里，青禾县森林覆盖率提高到62.5%，粮食产量稳定在15万吨以上，城乡供水一体化取得新进展。";
        assert!(read_rows(text).is_empty(), "{:?}", read_rows(text));
    }
}
