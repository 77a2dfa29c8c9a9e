//! What a cell may be, by its text alone: evidence for the role of its column.

use std::borrow::Cow;

use crate::{
    lexicon::{CLAUSES, COLUMNS, DUTIES, SIGNS, numerals::is_numbering, signs, years},
    quantity::{self, Quantity, Shape},
};

/// Most characters of Han beside a number that make the cell no name.
const FEW: usize = 4;

/// Longest text that names something, in characters.
const LONGEST_NAME: usize = 60;

/// What a cell may be; several may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Nothing, or a sign for nothing (—).
    pub blank: bool,
    /// A sign for nothing stands in it.
    pub dash: bool,
    /// A number of a row: 1, （2）, ③, 四.
    pub ordinal: Option<u16>,
    /// A number with at most a few words.
    pub number: bool,
    /// A number in its own unit behind what it is about (建成口袋公园10个).
    pub told: bool,
    /// Digits stand in it.
    pub digits: bool,
    /// A year alone.
    pub year: bool,
    /// A number alone that reads like a year (2000): a value where its column states values.
    pub like_year: bool,
    /// A unit alone.
    pub unit: bool,
    /// 约束性, 预期性.
    pub nature: bool,
    /// A body that answers.
    pub body: bool,
    /// A value without a number (与经济增长同步).
    pub words: bool,
    /// What a row can be about.
    pub name: bool,
    /// A sentence or more.
    pub long: bool,
}

/// Whether `text` is numbered as groups are: 一、规模, （二）效益.
pub(in crate::grid) fn names_group(text: &str) -> bool {
    let open = text.trim_start_matches(['（', '(']);
    let name = open.trim_start_matches(is_numbering);
    name.len() < open.len() && name.starts_with(['、', '）', ')'])
}

/// `text` with a point in each number in which a full stop stands for it (76。7).
pub fn pointed(text: &str) -> Cow<'_, str> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let point = |at: usize| digit(text[..at].chars().next_back()) && digit(text[at + '。'.len_utf8()..].chars().next());
    let Some(first) = text.match_indices('。').map(|(at, _)| at).find(|&at| point(at)) else {
        return Cow::Borrowed(text);
    };
    let mut pointed = text[..first].to_owned();
    for (at, c) in text[first..].char_indices() {
        pointed.push(if c == '。' && point(first + at) { '.' } else { c });
    }
    Cow::Owned(pointed)
}

impl Traits {
    /// Reads `text`, the view of a cell.
    pub fn of(text: &str) -> Self {
        let text = &*pointed(text);
        let inner = text
            .trim_matches(['[', ']', '［', '］', '〔', '〕', '【', '】', '「', '」', '（', '）', '(', ')', '*', ' ']);
        let dash = !text.is_empty() && !text.chars().any(char::is_alphanumeric) && !is_unit(inner);
        if text.is_empty() || dash || COLUMNS.nothing.has(inner) || SIGNS.dash_like.has(text) {
            return Self { blank: true, dash: !text.is_empty(), ..Self::default() };
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = text.chars().any(|c| c.is_ascii_digit());
        let nature = is_nature(inner);
        let year = is_year(inner);
        let number = !year && states_number(text);
        let unit = !number && text.chars().count() <= 14 && is_unit(inner);
        let words = !number && COLUMNS.word_value.prefix(inner).is_some();
        let body = !number && text.split(['、', '，', '；', ',']).all(|part| DUTIES.is_body(part.trim()));
        let length = text.chars().count();
        let name = !number && !year && !nature && letters >= 2 && length <= LONGEST_NAME;
        // 1。空气质量 is numbered.
        let numbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let long = numbered.trim_start_matches('。').contains('。') || length > LONGEST_NAME;
        Self {
            blank: false,
            dash: false,
            ordinal: ordinal(text),
            number,
            told: digits && tells(text),
            digits,
            year,
            like_year: year && !text.contains(char::is_alphabetic),
            unit,
            nature,
            body,
            words,
            name,
            long,
        }
    }
}

impl Traits {
    /// Whether it is text of which nothing is a value, nor a sign for one.
    pub(super) fn letters_alone(self) -> bool {
        !self.blank && !self.number && !self.like_year && !self.words && !self.nature && (self.name || self.year)
    }
}

/// Whether `text` says whether a target binds.
pub fn is_nature(text: &str) -> bool {
    COLUMNS.natures.has(text)
}

/// Whether `text` is a unit, or two parted by a stroke.
pub fn is_unit(text: &str) -> bool {
    let one = |text: &str| text == "%" || text == "‰" || quantity::unit_label(text).is_some();
    one(text) || text.split_once(['/', '／']).is_some_and(|(first, second)| one(first) && one(second))
}

fn is_year(text: &str) -> bool {
    let bare = COLUMNS.year_tail.strip_suffix(text).unwrap_or(text).trim_end_matches(signs::year);
    bare.len() == 4 && bare.parse::<i32>().is_ok_and(years::is_of_plans)
}

/// The number of a row.
fn ordinal(text: &str) -> Option<u16> {
    let inner = text.trim_matches(|c: char| "（）().、． ".contains(c));
    if inner.len() <= 4 && inner.bytes().all(|b| b.is_ascii_digit()) {
        return inner.parse().ok();
    }
    let mut chars = inner.chars();
    let (first, rest) = (chars.next()?, chars.next());
    let nth = |c: char| u16::try_from(u32::from(c) - u32::from('①') + 1).ok();
    Some(first).filter(|c| ('①'..='⑳').contains(c) && rest.is_none()).and_then(nth)
}

/// Whether a cell states a number: its first clause is a number with few words that do not name anything.
pub fn states_number(text: &str) -> bool {
    let text = &*pointed(text);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = behind.strip_prefix(['。', '、']).is_some_and(|name| name.starts_with(char::is_alphabetic));
    if numbered && behind.len() < text.len() {
        return false;
    }
    let cut = text.find(['，', '；', '（', '(', '。']).filter(|&at| at > 0).unwrap_or(text.len());
    let first = text[..cut]
        .trim_matches(['（', '）', '(', ')', '[', ']', '［', '］', '〔', '〕', '【', '】', '*', '+', '＋', ' ']);
    let found = quantity::scan(first);
    if found.first().is_some_and(|quantity| is_in_name(first, quantity)) {
        return false;
    }
    if found.is_empty() || found.iter().any(|quantity| quantity.shape == Shape::Ordinal) {
        return false;
    }
    let before = first.get(..found[0].span.start).unwrap_or("");
    if found.iter().all(|quantity| quantity.unit.is_empty()) && left(before) > 1 {
        return false;
    }
    // 1小时换装率 is the name of a measure.
    let behind = first.get(found[found.len() - 1].span.end..).unwrap_or("");
    if found[0].span.start == 0 && CLAUSES.measure.suffix(behind).is_some() {
        return false;
    }
    let mut rest = String::new();
    let mut at = 0;
    for quantity in &found {
        rest.push_str(first.get(at..quantity.span.start).unwrap_or(""));
        at = quantity.span.end.max(at);
    }
    rest.push_str(first.get(at..).unwrap_or(""));
    left(&rest) <= FEW
}

/// Whether `quantity`, the first of `text`, is part of a name: it counts what follows in words (六大实施意见), tells
/// one class from others (二类县), bounds the class of it
/// (其中：10亿元以上项目), or tells which kind is meant (110千伏变电站, 5G基站).
fn is_in_name(text: &str, quantity: &Quantity) -> bool {
    let before = text[..quantity.span.start].trim_matches(['：', ':']);
    let opens = before.is_empty() || COLUMNS.part.has(before);
    let bounds = COLUMNS.or_above.suffix(quantity.span.of(text)).is_some();
    let in_words = !text.contains(|c: char| c.is_ascii_digit());
    let kind = COLUMNS.whole_in_name.prefix(text.trim_start_matches(|c: char| c.is_ascii_digit())).is_some();
    let behind = left(&text[quantity.span.end..]);
    // 二类县, not 三个县
    let class = COLUMNS.class_in_name.prefix(text.trim_start_matches(is_numbering)).is_some();
    opens && ((bounds || in_words || kind) && behind > 1 || in_words && class && behind > 0)
}

/// Whether the first clause of a cell says what its number is about, which has its unit.
fn tells(text: &str) -> bool {
    let first = &text[..text.find(['，', '；', '。']).unwrap_or(text.len())];
    let counted = quantity::scan(first).into_iter().find(|quantity| quantity.shape != Shape::Ordinal);
    let named = |at: usize| left(&first[..at]) > 1 && !first[..at].contains(['（', '(']);
    counted.is_some_and(|quantity| !quantity.unit.is_empty() && named(quantity.span.start))
}

/// How many characters of `text` are left beside the words that stand around numbers.
fn left(text: &str) -> usize {
    let (mut at, mut left) = (0, 0);
    while let Some(c) = text[at..].chars().next() {
        match COLUMNS.before_value.prefix(&text[at..]) {
            Some(form) => at += form.len(),
            None => {
                left += usize::from(c.is_alphabetic());
                at += c.len_utf8();
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_what_its_text_allows() {
        for text in [
            "1200",
            "＜5.5",
            "〔5000〕（其中农民工〔1750〕）",
            "63%→67.5%",
            "≤0.7/≤1.8",
            "85左右，力争90",
            "缩小至1.77（2025年1.81）",
            "300亿斤",
            "+5.4",
            "3000亿元，其中与京冀725亿元",
            "20家以上",
            "三个县",
            "三类",
        ] {
            assert!(Traits::of(text).number, "{text}");
        }
        for text in [
            "1小时换装率",
            "六大实施意见",
            "二类县",
            "三级医院",
            "其中：10亿元以上项目",
            "1。空气质量",
            "产值指标3",
            "排名前10家企业产值占比",
            "与经济增长同步",
            "森林覆盖率",
            "110千伏变电站（座）",
            "3岁以下婴幼儿托位数",
            "5G基站",
            "2030年",
            "—",
            "亿元",
            "约束性",
        ] {
            assert!(!Traits::of(text).number, "{text}");
        }
        assert!(Traits::of("与经济增长同步").words && Traits::of("—").blank && Traits::of("亿元").unit);
        assert!(Traits::of("约束性").nature && Traits::of("市水利局、市财政局").body && Traits::of("森林覆盖率").name);
        assert!(Traits::of("建成口袋公园10个，新增绿地5公顷").told && Traits::of("刑事警情下降10%").told);
        assert!(
            !Traits::of("达到98%以上").told
                && !Traits::of("85左右，力争90").told
                && !Traits::of("2公里（干线1公里）").told
        );
        assert_eq!(
            [Traits::of("（3）").ordinal, Traits::of("④").ordinal, Traits::of("三峡").ordinal],
            [Some(3), Some(4), None]
        );
    }
}
