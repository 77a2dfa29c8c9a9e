//! The name of a row: what it measures, and what its brackets say of unit, nature and sums.

use crate::{
    grid::is_share,
    lexicon::{
        CLAUSES, COLUMNS, HEADINGS, MEASURES, QUANTITY,
        numerals::{is_circled, is_common, is_numbering},
        segment::{ends_word, is_word},
        signs,
        units::{Units, named},
    },
    quantity::{self, Dimension, Quantity},
    reading::sentence::without_brackets,
    statement::Nature,
};

/// A row's name, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// What is measured, without unit, numbering and marks of footnotes.
    pub(super) text: String,
    /// The unit in its brackets, the first of several.
    pub(super) unit: String,
    /// The unit of its rates, where its brackets give one beside that of its amounts (亿元、%).
    pub(super) rate_unit: String,
    /// The nature in its brackets.
    pub(super) nature: Option<Nature>,
    /// Whether its brackets say that values are sums over the period.
    pub(super) total: bool,
}

/// The name of a number in a sentence, without footnote marks (①, [3]). Where the number stands in a bracket, what is measured of
/// the thing before it keeps the thing's name (水库（总库容 → 水库总库容), its length and its label say nothing more (公路（全长,
/// 指标（专栏1), and another thing has a name of its own (工程（枢纽).
pub(super) fn of_prose(name: &str) -> String {
    let name = without_notes(name.trim());
    let Some((things, inner)) =
        name.rsplit_once('（').filter(|(things, inner)| !things.is_empty() && !inner.contains('）'))
    else {
        return name;
    };
    // 新材料（石墨）、新能源（装机
    let thing = things.rsplit('、').next().filter(|_| things.contains('）')).unwrap_or(things);
    let own = inner.rsplit(['，', '；', '、']).next().unwrap_or(inner);
    let few = own.starts_with(is_common) && own.chars().count() <= FEW;
    let label = own.is_empty() || few || own.contains(|c: char| c.is_ascii_digit());
    if label || MEASURES.own_length.has(own) {
        thing.to_owned()
    } else if CLAUSES.measure.suffix(own).or(MEASURES.size_of_work.suffix(own)).is_some() {
        format!("{thing}{own}")
    } else if CLAUSES.measure.suffix(thing).is_some() {
        // 污水处理率（城市，达到95%
        thing.to_owned()
    } else {
        own.to_owned()
    }
}

/// `name` without footnote marks (①, [3]).
fn without_notes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let bracket = rest.strip_prefix('[').and_then(|r| r.split_once(']'));
        if let Some((_, after)) = bracket.filter(|(mark, _)| mark.len() < 4 && mark.chars().all(|c| c.is_ascii_digit()))
        {
            rest = after;
            continue;
        }
        if !('①'..='⑳').contains(&c) {
            out.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// The name of a part of a cell: as it stands, or, where a colon follows it (城区：72%; 收入：40亿元), with the row's name, which stands
/// behind the one of whom (城区供水普及率) and before what is measured (旅游业收入).
pub(super) fn of_part(part: &str, scoped: bool, row: &str) -> String {
    let measures = |name: &str| CLAUSES.measure.suffix(name).is_some();
    match scoped {
        false => part.to_owned(),
        true if measures(part) && !measures(row) => format!("{row}{part}"),
        true => format!("{part}{row}"),
    }
}

/// How long 五类 and the like are, in characters.
const FEW: usize = 2;

/// Reads the text of a cell that names a row.
pub(super) fn read(cell: &str) -> Name {
    let cell = cell.trim();
    // 覆盖率（%）（约束性）: the nature has a bracket of its own.
    match cell.strip_suffix('）').and_then(|open| open.rsplit_once('（')) {
        Some((bare, inner)) if COLUMNS.natures.has(inner) && !bare.is_empty() => {
            Name { nature: nature(inner), ..read_bare(without_footnote(bare.trim_end())) }
        }
        _ => read_bare(cell),
    }
}

/// Reads such a cell without a bracket for its nature alone.
fn read_bare(cell: &str) -> Name {
    let cell = cell.trim_matches(|c: char| is_mark(c) || is_circled(c) || matches!(c, '—' | '、' | '：' | ' '));
    // In tables of statistics # opens a part.
    let cell = cell.trim_start_matches('#');
    let cell = COLUMNS.part.strip_prefix(cell).filter(|rest| !rest.is_empty()).unwrap_or(cell);
    let cell = without_footnote(cell);
    let cell = without_number(cell).trim_start_matches('：');
    if let Some((text, unit)) = with_unit(cell) {
        return Name { text: text.to_owned(), unit: unit.to_owned(), ..Name::default() };
    }
    let Some(open) = cell.rfind('（') else { return Name { text: cell.to_owned(), ..Name::default() } };
    let bare = without_footnote(&cell[..open]);
    let (inner, tail) =
        cell[open + '（'.len_utf8()..].split_once('）').unwrap_or((&cell[open + '（'.len_utf8()..], ""));
    let inner = HEADINGS.unit_given.strip_prefix(inner).unwrap_or(inner);
    // 可循环快递箱（盒）使用量: another thing that is measured as well.
    let measured = measures(tail) || CLAUSES.measure.suffix(tail).is_some();
    if measured && is_counted(inner) {
        return Name { text: cell.to_owned(), ..Name::default() };
    }
    let mut name = Name { text: without_units(&format!("{bare}{tail}")), ..Name::default() };
    // 合计（3个）, 铁路（2项）: how many rows it stands for.
    if COLUMNS.total.has(&name.text) || counts_rows(inner) {
        return name;
    }
    if is_unit(inner) || is_last_sign(inner, bare) {
        name.unit = inner.to_owned();
        return name;
    }
    let mut known = 0;
    let parts: Vec<&str> = inner.split(['，', ',', '、', '；']).collect();
    for part in &parts {
        let (unit, total, nature) = (is_unit(part), COLUMNS.total.is_in(part), nature(part));
        known += usize::from(unit || total || nature.is_some());
        name.nature = name.nature.or(nature);
        name.total |= total;
        if unit && name.unit.is_empty() {
            name.unit = (*part).to_owned();
        } else if unit && is_share(part) && !is_share(&name.unit) {
            name.rate_unit = (*part).to_owned();
        }
    }
    if known == parts.len() && !name.text.is_empty() {
        return name;
    }
    if COLUMNS.belongs.prefix(inner).is_some() && without_brackets(cell).chars().count() > 1 {
        return Name { text: without_brackets(cell), ..Name::default() };
    }
    Name { text: format!("{bare}{}", &cell[open..]), ..Name::default() }
}

/// What `cell` names and the unit behind its last comma (应急避难场所面积，平方米), or behind the one stroke after a measure or another name
/// that is no single word (覆盖率/%, 实际使用外资/亿美元).
fn with_unit(cell: &str) -> Option<(&str, &str)> {
    let comma = || cell.rsplit_once(['，', ',']);
    // 社区卫生服务中心/站 names two kinds.
    let counts = |text: &str, unit: &str| {
        text.chars().count() > LONGEST_WORD && !unit.contains(['/', '／']) && !COLUMNS.kind_as_unit.has(unit)
    };
    let stroke = || cell.split_once(['/', '／']).filter(|(text, unit)| measures(text) || counts(text, unit));
    let told = |(text, unit): &(&str, &str)| text.chars().nth(1).is_some() && is_one_unit(unit.trim());
    comma().filter(told).or_else(|| stroke().filter(told)).map(|(text, unit)| (text.trim(), unit.trim()))
}

/// Most characters of a word that a stroke may part from another (学校/家).
const LONGEST_WORD: usize = 3;

/// `name` of several measures without the units in the brackets of those before the last (覆盖率（%）、适配率).
fn without_units(name: &str) -> String {
    let mut text = name.to_owned();
    let mut from = 0;
    while let Some(open) = text[from..].find('（').map(|at| from + at) {
        let inner = text[open + '（'.len_utf8()..].split_once('）');
        let unit = inner.filter(|(inner, rest)| is_unit(inner) && rest.starts_with(['、', '/', '／', '，']));
        from = open + '（'.len_utf8();
        if let Some((inner, _)) = unit {
            text.replace_range(open..from + inner.len() + '）'.len_utf8(), "");
            from = open;
        }
    }
    text
}

/// Whether `inner`, in brackets, is a unit that counts things.
fn is_counted(inner: &str) -> bool {
    Units::get().by_form(inner).is_some_and(|unit| unit.dimension == Dimension::Count)
}

/// `cell` without the marks and the number of a footnote that it ends in: ①, *, [3], 注1.
fn without_footnote(cell: &str) -> &str {
    let cell = cell.trim_end_matches(|c: char| is_mark(c) || is_circled(c));
    let number = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let noted = COLUMNS.footnote.strip_suffix(number).filter(|bare| number.len() < cell.len() && !bare.is_empty());
    if let Some(bare) = noted {
        return bare;
    }
    let inner = cell.strip_suffix([']', '］']).and_then(|rest| rest.rsplit_once(['[', '［']));
    let numbered = |(bare, number): &(&str, &str)| {
        !bare.is_empty() && (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
    };
    inner.filter(numbered).map_or(cell, |(bare, _)| bare)
}

/// Whether `inner`, in brackets, counts rows: 2项, 共3项.
fn counts_rows(inner: &str) -> bool {
    let bare = COLUMNS.before_value.strip_prefix(inner).unwrap_or(inner);
    let counter = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    counter.len() < bare.len() && COLUMNS.counts_rows.has(counter)
}

/// Whether `inner`, in brackets behind `bare`, is the one sign by which its last word counts: 耕地质量等级（等）.
fn is_last_sign(inner: &str, bare: &str) -> bool {
    inner.chars().count() == 1 && bare.chars().rev().take(2).any(|c| inner.starts_with(c) && c.is_alphabetic())
}

/// `cell` behind the number that it may begin with: 1. 2、 （3） 一、 （二）.
fn without_number(cell: &str) -> &str {
    let is_number = |text: &str| {
        let all = |of: fn(char) -> bool| !text.is_empty() && text.chars().all(of);
        all(|c| c.is_ascii_digit()) || all(is_numbering)
    };
    let bracketed = cell.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    if let Some((_, rest)) = bracketed.filter(|(number, rest)| is_number(number) && !rest.is_empty()) {
        return rest.trim_start();
    }
    // 一、二级医院 counts nothing up.
    let counted = cell.split_once('、').filter(|(number, rest)| is_number(number) && !rest.starts_with(is_numbering));
    if let Some((_, rest)) = counted.filter(|(number, rest)| number.starts_with(is_numbering) && !rest.is_empty()) {
        return rest.trim_start();
    }
    let digits = cell.len() - cell.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match cell[digits..].strip_prefix(['.', '．', '、', ' ']) {
        Some(rest) if digits > 0 && (!rest.starts_with(|c: char| c.is_ascii_digit()) || opens_name(rest)) => {
            rest.trim_start()
        }
        _ => cell,
    }
}

/// Whether the number that opens `rest` opens a name, as no fraction does: 5G基站, 3岁以下婴幼儿, 3—5岁幼儿, 15分钟生活圈.
fn opens_name(rest: &str) -> bool {
    let behind = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind_first = &rest[rest.len() - behind(rest)..];
    let second = behind_first.trim_start_matches(['—', '－', '-', '～', '~']);
    COLUMNS.whole_in_name.prefix(&second[second.len() - behind(second)..]).is_some()
}

/// The names that strokes in `name` part, `many` of them: 失业保险/工伤保险参保人数 names two. A name that ends in no measure
/// takes what the last has behind the word they share, or behind as many characters.
pub(super) fn parted(name: &str, many: usize) -> Vec<String> {
    if let Some(parts) = parted_in_brackets(name).filter(|parts| many > 1 && parts.len() == many) {
        return parts;
    }
    let mut parts: Vec<&str> = name.split(['/', '／']).collect();
    if parts.len() < many {
        parts = name.split(|c| c == '、' || signs::or(c)).collect();
    }
    if parts.len() != many || parts.iter().any(|part| part.is_empty()) {
        return vec![name.to_owned(); many];
    }
    let last = parts[parts.len() - 1];
    let whole = |part: &str| {
        if COLUMNS.measure_end.suffix(part).is_some() {
            return part.to_owned();
        }
        let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
        // 婴儿/5岁以下儿童死亡率: of a class told by a number they share the measure alone.
        if last.starts_with(|c: char| c.is_ascii_digit()) {
            return format!("{part}{}", last_word(last));
        }
        let shared =
            ends.len().checked_sub(2).map(|at| &part[ends[at]..]).filter(|end| ends.len() > 2 && last.contains(end));
        let behind = shared.and_then(|end| last.rfind(end).map(|at| &last[at + end.len()..]));
        // 国家级、省级保种场
        let sign = part.chars().next_back().and_then(|end| last.split_once(end)).map(|(_, behind)| behind);
        let behind = behind.or(sign.filter(|behind| ends.len() > 2 && !behind.is_empty()));
        let as_many = || last.char_indices().nth(ends.len()).map_or("", |(at, _)| &last[at..]);
        format!("{part}{}", behind.unwrap_or_else(as_many))
    };
    parts.iter().map(|part| if *part == last { last.to_owned() } else { whole(part) }).collect()
}

/// The names of the parts that stand in brackets at the end of `name`: 自来水普及率（城镇/农村）.
fn parted_in_brackets(name: &str) -> Option<Vec<String>> {
    let (bare, inner) = name.strip_suffix('）')?.rsplit_once('（')?;
    let parts: Vec<&str> = inner.split(['/', '／', '、']).collect();
    parts.iter().all(|part| !part.is_empty()).then(|| parts.iter().map(|part| format!("{part}{bare}")).collect())
}

/// The last word of `name`.
fn last_word(name: &str) -> &str {
    let starts = name.char_indices().map(|(at, _)| at).rev().skip(1);
    let start = starts.into_iter().find(|&at| at == 0 || is_word(&name[at..]) && ends_word(name, at));
    &name[start.unwrap_or(0)..]
}

/// Whether `cell` names a measure, its brackets left out.
pub(super) fn measures(cell: &str) -> bool {
    COLUMNS.measure_end.suffix(without_brackets(cell).trim()).is_some()
}

/// Whether `name` is that of a share or a rate, its brackets left out.
pub(super) fn is_rate(name: &str) -> bool {
    COLUMNS.share_end.suffix(without_brackets(name).trim()).is_some()
}

/// Most characters of a measure that names nothing without what it is of.
const SHORT: usize = 3;

/// Whether `cell` names a measure that names nothing without what it is of (覆盖率, 总产值).
pub(super) fn is_bare_measure(cell: &str) -> bool {
    measures(cell) && cell.split('（').next().is_some_and(|bare| bare.chars().count() <= SHORT)
}

/// Whether `name` tells what is done and not what is measured: 改造老旧小区, not 改造面积 or 救助站.
pub(super) fn is_deed(name: &str) -> bool {
    let verb = CLAUSES.add.prefix(name).filter(|verb| verb.chars().count() > 1);
    let thing = verb.map_or("", |verb| &name[verb.len()..]);
    thing.chars().nth(1).is_some()
        && ends_word(name, name.len() - thing.len())
        && !measures(name)
        && COLUMNS.work.suffix(name).is_none()
        && !COLUMNS.mean.is_in(name)
}

/// Whether `c` marks what it stands beside: a star, a dot or a figure.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '*' | '＊' | '※' | '√' | '●' | '○' | '☆' | '★') || ('■'..='◯').contains(&c) || ('✁'..='➿').contains(&c)
}

/// The nature that `text` is or says.
pub(super) fn nature(text: &str) -> Option<Nature> {
    match text {
        text if COLUMNS.binding.is_in(text) => Some(Nature::Binding),
        text if COLUMNS.expected.is_in(text) => Some(Nature::Expected),
        _ => None,
    }
}

/// The unit that the name itself ends in (受灾人次).
pub(super) fn counted_in(name: &str) -> String {
    match name {
        name if CLAUSES.visits.suffix(name).is_some() => named::VISIT.into(),
        name if CLAUSES.times_apart.suffix(name).is_some() => named::TIMES.into(),
        _ => String::new(),
    }
}

/// Whether `text` is a unit, or strokes part units in it, one for each value of the row (人/%).
pub(super) fn is_unit(text: &str) -> bool {
    is_one_unit(text) || text.contains(['/', '／']) && text.split(['/', '／']).all(is_one_unit) || rate(text).is_some()
}

/// One of a unit of so much for one thing that is no unit itself (万元/具).
pub(super) fn rate_of(unit: &str) -> Option<Quantity> {
    let (of, each) = rate(unit)?;
    let one = quantity_of("1", of)?;
    Some(Quantity { unit: format!("{}/{each}", one.unit), dimension: Dimension::Compound, ..one })
}

/// The two ends of such a unit.
fn rate(text: &str) -> Option<(&str, &str)> {
    let (unit, each) = text.split_once(['/', '／'])?;
    let thing = (1..=LONGEST_THING).contains(&each.chars().count()) && each.chars().all(char::is_alphabetic);
    (thing && !each.is_ascii() && is_one_unit(unit) && !is_one_unit(text)).then_some((unit, each))
}

/// Most characters of a thing for each of which a unit gives so much.
const LONGEST_THING: usize = 2;

/// Whether `text` is a unit: a number before it makes a quantity that ends where it ends.
fn is_one_unit(text: &str) -> bool {
    text == "%" || quantity_of("1", text).is_some_and(|q| !q.unit.is_empty()) || crate::grid::is_unit(text)
}

/// The quantity of `number` and `unit` together.
pub(super) fn quantity_of(number: &str, unit: &str) -> Option<Quantity> {
    // What begins with digits counts (3个), unless it is a ratio (1/10万).
    if unit.starts_with(|c: char| c.is_ascii_digit()) && !unit.contains(['/', '／']) {
        return None;
    }
    let unit = QUANTITY.returning.suffix(unit).map_or(unit, |tail| &unit[..unit.len() - tail.len()]);
    // Of 1/10万 a number takes the place of the 1: 8/10万.
    let text = format!("{number}{}", unit.strip_prefix('1').filter(|rest| rest.starts_with('/')).unwrap_or(unit));
    quantity::scan(&text).into_iter().find(|q| q.core.start == 0 && q.core.end == text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_say_unit_nature_and_sums() {
        for (cell, text, unit) in [
            ("1. 地区生产总值（亿元）", "地区生产总值", "亿元"),
            ("道路里程（公里，约束性）", "道路里程", "公里"),
            ("新增绿地（公顷，5年累计）", "新增绿地", "公顷"),
            ("每千人口医师数或医师覆盖率（人/%）", "每千人口医师数或医师覆盖率", "人/%"),
            ("其中：农村（%）", "农村", "%"),
            ("#农村（%）", "农村", "%"),
            ("一、光伏发电", "光伏发电", ""),
            ("（二）风力发电（万千瓦）", "风力发电", "万千瓦"),
            ("一、二级医院床位（张）", "一、二级医院床位", "张"),
            ("合计（3个）", "合计", ""),
            ("农村公路（3条）", "农村公路（3条）", ""),
            ("（一）铁路（共2项）", "铁路", ""),
            ("耕地质量等级（等）", "耕地质量等级", "等"),
            ("初级中学（普通）", "初级中学（普通）", ""),
            ("宫颈癌筛查率[1]", "宫颈癌筛查率", ""),
            ("专利[发明]", "专利[发明]", ""),
            ("城区防洪标准（年一遇）", "城区防洪标准", "年一遇"),
            ("细颗粒物（PM2.5）浓度", "细颗粒物（PM2.5）浓度", ""),
            ("绿道长度★（公里）", "绿道长度", "公里"),
            ("货物出口总额（亿元、%）", "货物出口总额", "亿元"),
            ("可循环快递箱（盒）使用量", "可循环快递箱（盒）使用量", ""),
            ("医院（家）①", "医院", "家"),
            ("避难场所面积，平方米", "避难场所面积", "平方米"),
            ("预警覆盖率，%", "预警覆盖率", "%"),
            ("预警覆盖率/%", "预警覆盖率", "%"),
            ("粮食产量/万吨", "粮食产量", "万吨"),
            ("实际使用外资/亿美元", "实际使用外资", "亿美元"),
            ("绿道长度（单位：公里）", "绿道长度", "公里"),
            ("绿道长度（公里）（约束性）", "绿道长度", "公里"),
            ("预警覆盖率/%[1]（预期性）", "预警覆盖率", "%"),
            ("3.5G基站（个）", "5G基站", "个"),
            ("4.3岁以下婴幼儿托位（个）", "3岁以下婴幼儿托位", "个"),
            ("1.5小时交通圈（个）", "1.5小时交通圈", "个"),
            ("道路，桥梁", "道路，桥梁", ""),
            ("学校/家", "学校/家", ""),
            ("公办幼儿园/所", "公办幼儿园", "所"),
            ("社区卫生服务中心/站", "社区卫生服务中心/站", ""),
            ("新时代文明实践中心/所/站", "新时代文明实践中心/所/站", ""),
            ("⑦绿道（公里）", "绿道", "公里"),
            ("5.110千伏变电站（座）", "110千伏变电站", "座"),
            ("铅锌（金属）", "铅锌（金属）", ""),
            ("云岭石材（属预期性指标）", "云岭石材", ""),
            ("费用减免标准（元/具）", "费用减免标准", "元/具"),
            ("供水工程（省/市）", "供水工程（省/市）", ""),
            ("服务覆盖率（%）、器具适配率（%）", "服务覆盖率、器具适配率", "%"),
            ("细颗粒物（微克）浓度（%）", "细颗粒物（微克）浓度", "%"),
            ("研发强度（全社会研发经费投入强度）", "研发强度（全社会研发经费投入强度）", ""),
        ] {
            let name = read(cell);
            assert_eq!((name.text.as_str(), name.unit.as_str()), (text, unit), "{cell}");
        }
        assert_eq!(read("道路里程（公里，约束性）").nature, Some(Nature::Binding));
        assert!(read("新增绿地（公顷，5年累计）").total);
    }

    #[test]
    fn deeds_are_told_from_measures() {
        for (name, deed) in [
            ("改造老旧小区", true),
            ("加装电梯", true),
            ("改造面积", false),
            ("救助站", false),
            ("储备粮规模", false),
            ("新增劳动力平均受教育年限", false),
            ("老旧小区", false),
        ] {
            assert_eq!(is_deed(name), deed, "{name}");
        }
    }

    #[test]
    fn strokes_part_names() {
        assert_eq!(parted("失业保险/工伤保险参保人数", 2), ["失业保险参保人数", "工伤保险参保人数"]);
        assert_eq!(parted("森林/草原火灾受害率", 2), ["森林火灾受害率", "草原火灾受害率"]);
        assert_eq!(parted("调解成功率/结案率", 2), ["调解成功率", "结案率"]);
        assert_eq!(parted("婴儿/5岁以下儿童死亡率", 2), ["婴儿死亡率", "5岁以下儿童死亡率"]);
        assert_eq!(parted("自来水普及率（城镇/农村）", 2), ["城镇自来水普及率", "农村自来水普及率"]);
        assert_eq!(parted("自来水普及率（城镇/农村）", 1), ["自来水普及率（城镇/农村）"]);
        assert_eq!(parted("国家级、省级保种场", 2), ["国家级保种场", "省级保种场"]);
        assert_eq!(parted("婴儿死亡率", 2), ["婴儿死亡率", "婴儿死亡率"]);
    }
}
