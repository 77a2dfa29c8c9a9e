//! Automatic numbers: `第%1章`, `%1、`, `（%1）`, counted and written as the file says.

use std::collections::HashMap;

use super::xml::Element;
use crate::lexicon::numerals::{chinese, legal};

/// Levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    legal: bool,
    suffix: Option<String>,
}

/// A list in use.
#[derive(Clone, Debug, Default)]
struct Use {
    /// Its abstract list.
    of: String,
    /// Levels that it starts anew.
    starts: HashMap<usize, u32>,
    /// Levels that it defines anew.
    levels: HashMap<usize, Level>,
}

/// The lists of a document, and how far each has counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// Levels by abstract list.
    lists: HashMap<String, HashMap<usize, Level>>,
    /// The lists in use.
    uses: HashMap<String, Use>,
    /// Counts by abstract list.
    counts: HashMap<String, [u32; LEVELS]>,
    /// Lists whose own starts have been applied.
    started: HashMap<String, [bool; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(root: &Element) -> Self {
        let mut numbering = Self::default();
        for list in root.children().filter(|list| list.name == "abstractNum") {
            let Some(id) = list.attribute("abstractNumId") else { continue };
            let levels = list.children().filter(|level| level.name == "lvl");
            numbering.lists.insert(id.to_owned(), levels.filter_map(level).collect());
        }
        for list in root.children().filter(|list| list.name == "num") {
            let (Some(id), Some(of)) = (list.attribute("numId"), list.value("abstractNumId")) else { continue };
            let mut used = Use { of: of.to_owned(), ..Use::default() };
            for over in list.children().filter(|over| over.name == "lvlOverride") {
                let Some(at) = over.attribute("ilvl").and_then(|at| at.parse::<usize>().ok()) else { continue };
                if let Some(start) = over.value("startOverride").and_then(|start| start.parse().ok()) {
                    used.starts.insert(at, start);
                }
                used.levels.extend(over.child("lvl").and_then(level));
            }
            numbering.uses.insert(id.to_owned(), used);
        }
        numbering
    }

    /// The number of the next paragraph on `level` of `list`, with the space behind it; empty for bullets.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let Some(Use { of, starts, levels: own }) = self.uses.get(list).filter(|_| level < LEVELS) else {
            return String::new();
        };
        let levels = self.lists.get(of);
        let find = |at: usize| own.get(&at).or_else(|| levels?.get(&at)).cloned().unwrap_or_default();
        let counts = self.counts.entry(of.clone()).or_default();
        let started = self.started.entry(list.to_owned()).or_default();
        if let Some(&start) = starts.get(&level).filter(|_| !started[level]) {
            counts[level] = start.saturating_sub(1);
        } else if counts[level] == 0 {
            counts[level] = find(level).start.saturating_sub(1);
        }
        started[level] = true;
        counts[level] = counts[level].saturating_add(1);
        counts[level + 1..].fill(0);
        let here = find(level);
        if here.format == "bullet" || here.format == "none" {
            return String::new();
        }
        let mut label = here.text.clone();
        for (at, count) in counts.iter().enumerate().take(level + 1).rev() {
            let upper = find(at);
            let count = if *count == 0 { upper.start.max(1) } else { *count };
            let format = if here.legal && at < level { "decimal" } else { upper.format.as_str() };
            label = label.replace(&format!("%{}", at + 1), &written(count, format));
        }
        let tight = here.suffix.as_deref() == Some("nothing") || label.ends_with(['、', '）', ')', '．']);
        if label.is_empty() || tight { label } else { label + " " }
    }
}

fn level(element: &Element) -> Option<(usize, Level)> {
    let at = element.attribute("ilvl")?.parse().ok().filter(|&at: &usize| at < LEVELS)?;
    Some((
        at,
        Level {
            start: element.value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
            format: element.value("numFmt").unwrap_or("decimal").to_owned(),
            text: element.value("lvlText").unwrap_or_default().to_owned(),
            legal: element.is_on("isLgl"),
            suffix: element.value("suff").map(str::to_owned),
        },
    ))
}

/// `count` in the number format `format` of the standard.
fn written(count: u32, format: &str) -> String {
    let letter = |first: u8| char::from(first + ((count.max(1) - 1) % 26) as u8).to_string();
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital" => chinese(count),
        "chineseLegalSimplified" | "ideographLegalTraditional" => chinese(count).chars().map(legal).collect(),
        "decimalZero" => format!("{count:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => wide(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            let circled = (1..=20).contains(&count).then(|| char::from_u32(0x2460 + count - 1)).flatten();
            circled.map_or_else(|| count.to_string(), String::from)
        }
        "decimalEnclosedParen" => format!("（{count}）"),
        "decimalEnclosedFullstop" => format!("{count}."),
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        _ => count.to_string(),
    }
}

fn wide(count: u32) -> String {
    count.to_string().bytes().filter_map(|b| char::from_u32(0xFF10 + u32::from(b - b'0'))).collect()
}

fn roman(count: u32) -> String {
    if count >= 4000 {
        return count.to_string();
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut text, mut rest) = (String::new(), count);
    for (value, sign) in signs {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::docx::xml;

    #[test]
    fn numbers_are_written_in_their_format() {
        for (count, format, expected) in [
            (12, "chineseCountingThousand", "十二"),
            (103, "chineseCounting", "一百零三"),
            (110, "japaneseCounting", "一百一十"),
            (21, "ideographDigital", "二十一"),
            (3, "chineseLegalSimplified", "叁"),
            (3, "decimalEnclosedCircle", "③"),
            (14, "upperRoman", "XIV"),
            (12, "decimalFullWidth", "１２"),
            (2, "lowerLetter", "b"),
            (7, "decimal", "7"),
        ] {
            assert_eq!(written(count, format), expected, "{format}");
        }
    }

    #[test]
    fn levels_count_below_their_heading_and_start_where_told() {
        let xml = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
            <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='第%1章'/></w:lvl>\
            <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/><w:isLgl/></w:lvl>\
            <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%3）'/></w:lvl>\
            </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
            <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
            </w:numbering>";
        let mut numbering = Numbering::read(&xml::parse(xml).expect("XML"));
        let labels: Vec<String> =
            [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0), ("9", 0)]
                .iter()
                .map(|&(list, level)| numbering.next(list, level))
                .collect();
        assert_eq!(labels, ["第一章 ", "1.1 ", "1.2 ", "（一）", "第二章 ", "2.1 ", "第五章 ", "第六章 ", ""]);
    }
}
