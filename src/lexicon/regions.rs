//! The administrative divisions of China from the county up (`data/regions.tsv`), looked up by name in the file itself: a document
//! asks once or twice, and a program that never asks pays nothing.

use serde::{Deserialize, Serialize};

/// The rows: see the head of the file.
const FILE: &str = include_str!("data/regions.tsv");

/// On which level a place is governed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegionLevel {
    /// The country.
    National,
    /// Provinces, autonomous regions, municipalities under the State Council.
    Province,
    /// Prefectures and the cities, leagues and autonomous prefectures of their rank.
    Prefecture,
    /// Counties and the districts, cities and banners of their rank.
    County,
    /// Towns, townships and streets: without code here.
    Township,
    /// Functional zones (开发区, 新区), which are no divisions: without code.
    Zone,
}

/// A division with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The six digits after GB/T 2260.
    pub code: String,
    /// Its full name.
    pub name: &'static str,
    /// Its level.
    pub level: RegionLevel,
}

impl Region {
    /// Every division whose full name is `name`.
    pub fn called(name: &str) -> Vec<Region> {
        if name.is_empty() || name.contains(|c: char| c.is_ascii()) {
            return Vec::new();
        }
        FILE.match_indices(name).filter_map(|(at, _)| at_place(at, name.len())).collect()
    }

    /// The division with this code.
    pub fn of_code(code: &str) -> Option<Region> {
        let (line, county) = match (code.get(..2)?, code.get(2..4)?, code.get(4..6)?) {
            (_, "00", "00") => (&code[..2], None),
            (_, _, "00") => (&code[..4], None),
            (_, _, county) => (&code[..4], Some(county)),
        };
        let row = FILE.lines().find(|row| row.split('\t').next() == Some(line))?;
        let mut cells = row.split('\t').skip(1);
        let own = cells.next()?;
        let name = match county {
            None => Some(own).filter(|name| !name.is_empty()),
            Some(county) => cells.next()?.split(' ').find_map(|name| name.strip_prefix(county)),
        };
        Region::called(name?.trim_start_matches('-')).into_iter().find(|region| region.code == code)
    }

    /// Whether it lies in `other`.
    pub fn is_in(&self, other: &Region) -> bool {
        let significant = other.code.trim_end_matches("00");
        self.code != other.code && self.code.starts_with(significant)
    }

    /// The division that it lies in: of a county its prefecture, where it has one.
    pub fn parent(&self) -> Option<Region> {
        let code = |digits: usize| format!("{:0<6}", &self.code[..digits]);
        match self.level {
            RegionLevel::County => Region::of_code(&code(4)).or_else(|| Region::of_code(&code(2))),
            RegionLevel::Prefecture => Region::of_code(&code(2)),
            _ => None,
        }
    }
}

/// The division whose name of `length` bytes stands at byte `at` of the file, if it stands there as a whole.
fn at_place(at: usize, length: usize) -> Option<Region> {
    let (head, name) = (&FILE[..at], &FILE[at..at + length]);
    let row = &head[head.rfind('\n')? + 1..];
    if row.starts_with('#') || !FILE[at + length..].starts_with(['\t', ' ', '\n']) {
        return None;
    }
    let (line, before) = row.split_once('\t')?;
    if before.is_empty() {
        let level = if line.len() == 2 { RegionLevel::Province } else { RegionLevel::Prefecture };
        return Some(Region { code: format!("{line:0<6}"), name, level });
    }
    let county = before.rsplit(['\t', ' ']).next()?.trim_end_matches('-');
    let whole = county.len() == 2 && county.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| Region { code: format!("{line}{county}"), name, level: RegionLevel::County })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &str) -> Vec<String> {
        Region::called(name).into_iter().map(|region| region.code).collect()
    }

    #[test]
    fn divisions_are_found_by_their_full_names() {
        for (name, expected) in [
            ("浙江省", &["330000"][..]),
            ("杭州市", &["330100"]),
            ("北京市", &["110000"]),
            ("临平区", &["330113"]),
            ("仙桃市", &["429004"]),
            ("东莞市", &["441900"]),
            ("广西壮族自治区", &["450000"]),
            ("长泰县", &["350625"]),
            ("鼓楼区", &["320106", "320302", "350102", "410204"]),
            ("香港特别行政区", &["810000"]),
            ("楼区", &[]),
            ("杭州", &[]),
            ("青禾县", &[]),
            ("", &[]),
            ("01", &[]),
        ] {
            assert_eq!(codes(name), expected, "{name}");
        }
    }

    #[test]
    fn a_division_lies_in_its_prefecture_and_province() {
        let one = |name| Region::called(name).swap_remove(0);
        assert_eq!(one("临平区").parent().map(|region| region.name), Some("杭州市"));
        assert_eq!(one("海淀区").parent().map(|region| region.name), Some("北京市"));
        assert_eq!(one("杭州市").parent().map(|region| region.name), Some("浙江省"));
        assert!(one("临平区").is_in(&one("浙江省")) && one("临平区").is_in(&one("杭州市")));
        assert!(!one("临平区").is_in(&one("宁波市")) && !one("浙江省").is_in(&one("浙江省")));
        assert_eq!(Region::of_code("350625").map(|region| region.name), Some("长泰县"));
        assert_eq!((Region::of_code("999999"), Region::of_code("33")), (None, None));
    }

    #[test]
    fn every_row_of_the_file_is_read() {
        let mut seen = std::collections::HashSet::new();
        for row in FILE.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let line = cells.next().unwrap_or_default();
            let own = cells.next().unwrap_or_default();
            let counties = cells.next().unwrap_or_default().split(' ').filter(|county| !county.is_empty());
            let counties =
                counties.map(|county| (format!("{line}{}", &county[..2]), county[2..].trim_start_matches('-')));
            let all = counties.chain((!own.is_empty()).then(|| (format!("{line:0<6}"), own)));
            for (code, name) in all {
                assert!(codes(name).contains(&code), "{code} {name}");
                assert!(seen.insert(code.clone()), "{code} stands twice");
            }
        }
        assert!(seen.len() > 3100, "{}", seen.len());
    }
}
