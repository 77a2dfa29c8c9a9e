//! Whose region a document is of: its code and level, from the one who issued it or from its title.

use crate::lexicon::{FRONT, REGION_WORDS, Region, RegionLevel, SIGNS};

/// Longest name of a division, in characters.
const LONGEST: usize = 16;

/// The region of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The code of the division.
    pub(super) code: Option<String>,
    /// The level.
    pub(super) level: Option<RegionLevel>,
    /// Why no code is to be told, where one was to be expected.
    pub(super) unclear: Option<Unclear>,
}

/// Why a name tells no region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unclear {
    /// Several have it.
    Ambiguous(String),
    /// None has it.
    Unknown(String),
}

/// The region that is `given`, by name or code, whatever the text says; else the one that the first of `names` (the issuer, the
/// title) tells. `text` is asked for the city of a district whose name several have.
pub(super) fn find(given: Option<&str>, names: [Option<&str>; 2], text: &str) -> Found {
    let is_told = |found: &Found| found.level.is_some() || found.unclear.is_some();
    if let Some(given) = given {
        let unknown = || Found { unclear: Some(Unclear::Unknown(unknown(given))), ..Found::default() };
        return Some(read(given, text)).filter(is_told).unwrap_or_else(unknown);
    }
    names.into_iter().flatten().map(|name| read(name, text)).find(is_told).unwrap_or_default()
}

fn read(name: &str, text: &str) -> Found {
    if let Some(region) = Region::of_code(name) {
        return Found { code: Some(region.code), level: Some(region.level), unclear: None };
    }
    let name = REGION_WORDS.before.strip_prefix(name).unwrap_or(name);
    let mut rest = SIGNS.year.trim_start(name.trim_start_matches(|c: char| c.is_ascii_digit()));
    let mut chain: Vec<Region> = Vec::new();
    while let Some((regions, behind)) = next(rest, chain.last()) {
        rest = behind;
        match told(&regions, text) {
            Some(region) => chain.push(region),
            None => return Found { unclear: Some(Unclear::Ambiguous(unclear(&regions))), ..Found::default() },
        }
    }
    let level = match chain.last() {
        _ if REGION_WORDS.zone.is_in(head(rest)) => Some(RegionLevel::Zone),
        Some(_) if is_township(head(rest)) => Some(RegionLevel::Township),
        Some(region) => return Found { code: Some(region.code.clone()), level: Some(region.level), unclear: None },
        None if is_national(name) => Some(RegionLevel::National),
        None => None,
    };
    Found { level, ..Found::default() }
}

/// The divisions whose name `text` opens with, inside `parent`, and what stands behind the name.
fn next<'t>(text: &'t str, parent: Option<&Region>) -> Option<(Vec<Region>, &'t str)> {
    let ends = text.char_indices().take(LONGEST).map(|(at, c)| at + c.len_utf8());
    let named = ends.filter(|&end| FRONT.place_end.suffix(&text[..end]).is_some());
    let found = named.filter_map(|end| {
        let mut regions = Region::called(&text[..end]);
        regions.retain(|region| parent.is_none_or(|parent| region.is_in(parent)));
        (!regions.is_empty()).then_some((regions, &text[end..]))
    });
    found.last()
}

/// The one of `regions` that is meant: the only one, or the only one whose city or province the text names.
fn told(regions: &[Region], text: &str) -> Option<Region> {
    if let [only] = regions {
        return Some(only.clone());
    }
    let named = |region: &&Region| region.parent().is_some_and(|parent| text.contains(parent.name));
    let mut told = regions.iter().filter(named);
    let first = told.next()?;
    told.next().is_none().then(|| first.clone())
}

/// Where the divisions of one name stand.
fn unclear(regions: &[Region]) -> String {
    let place = |region: &Region| {
        let parent = region.parent().map_or("", |parent| parent.name);
        format!("{} {parent}", region.code)
    };
    let places: Vec<String> = regions.iter().map(place).collect();
    let name = regions.first().map_or("", |region| region.name);
    format!("{name} stands in several cities ({}), and the text names none of them alone", places.join(", "))
}

/// That no division is called `name`.
fn unknown(name: &str) -> String {
    format!("`{name}` is no division of the country; give a full name or a code of six digits")
}

/// What of `text` can belong to the name of a place: all before the words that titles go on with.
fn head(text: &str) -> &str {
    let stop = FRONT.matter.find(text).map_or(text.len(), |(at, _)| at);
    &text[..stop]
}

fn is_township(text: &str) -> bool {
    let name = FRONT.organ.strip_suffix(text).unwrap_or(text);
    let short = (2..=LONGEST).contains(&name.chars().count());
    short && REGION_WORDS.township.suffix(name).is_some() && REGION_WORDS.common.suffix(name).is_none()
}

/// Whether `name` is that of a body of the whole country: 国务院, 水利部等七部门.
fn is_national(name: &str) -> bool {
    let lead = name.split(|c| c == '、' || SIGNS.and_so_on.is(c)).next().unwrap_or(name);
    REGION_WORDS.nation.prefix(name).is_some() || REGION_WORDS.ministry.suffix(lead).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `code level` of what is found.
    fn read_of(issuer: &str, title: &str, text: &str) -> String {
        let found = find(None, [Some(issuer).filter(|i| !i.is_empty()), Some(title)], text);
        let level = found.level.map(|level| format!("{level:?}")).unwrap_or_default();
        format!("{} {level}", found.code.unwrap_or_default()).trim().to_owned()
    }

    #[test]
    fn the_issuer_or_the_title_tells_the_region() {
        for (issuer, title, expected) in [
            ("浙江省", "政府工作报告", "330000 Province"),
            ("中共浙江省委", "", "330000 Province"),
            ("浙江省水利厅", "", "330000 Province"),
            ("杭州市", "", "330100 Prefecture"),
            ("福州市鼓楼区", "", "350102 County"),
            ("江苏省南京市鼓楼区", "", "320106 County"),
            ("北京市海淀区", "", "110108 County"),
            ("内蒙古自治区", "", "150000 Province"),
            ("", "2026年甘肃省政府工作报告", "620000 Province"),
            ("上海市浦东新区", "", "310115 County"),
            ("苏州市高新区", "", "Zone"),
            ("云岭经济技术开发区", "", "Zone"),
            ("杭州市临平区塘栖镇", "", "Township"),
            ("国务院", "", "National"),
            ("水利部等七部门", "", "National"),
            ("中华人民共和国", "", "National"),
            ("中共中央", "", "National"),
            ("云岭大学", "", ""),
            ("青禾县", "青禾县“十四五”规划", ""),
            ("", "", ""),
        ] {
            assert_eq!(read_of(issuer, title, ""), expected, "{issuer} {title}");
        }
    }

    #[test]
    fn a_name_that_several_places_have_needs_its_city() {
        assert_eq!(read_of("鼓楼区", "鼓楼区“十四五”规划", "今年全区生产总值增长5%"), "");
        assert_eq!(read_of("鼓楼区", "鼓楼区“十四五”规划", "福州市委、市政府"), "350102 County");
        assert_eq!(read_of("鼓楼区", "鼓楼区“十四五”规划", "福州市和南京市"), "");
        let given = find(Some("350102"), [Some("鼓楼区"), None], "");
        assert_eq!(given.code.as_deref(), Some("350102"));
        let found = find(None, [Some("鼓楼区"), None], "").unclear;
        let Some(Unclear::Ambiguous(ambiguous)) = found else { panic!("it is said: {found:?}") };
        assert!(ambiguous.contains("320106 南京市") && ambiguous.contains("350102 福州市"), "{ambiguous}");
    }

    #[test]
    fn a_region_given_that_none_is_called_is_no_other() {
        for given in ["青禾县", "Gulou", "鼓楼", "999999"] {
            let found = find(Some(given), [Some("福州市鼓楼区"), Some("福州市鼓楼区“十四五”规划")], "");
            assert_eq!((found.code, found.level), (None, None), "{given}");
            assert!(matches!(found.unclear, Some(Unclear::Unknown(told)) if told.contains(given)));
        }
        for given in ["苏州市高新区", "杭州市临平区塘栖镇", "国务院"] {
            let found = find(Some(given), [Some("福州市鼓楼区"), None], "");
            assert!(found.level.is_some() && found.code.is_none() && found.unclear.is_none(), "{given}");
        }
    }
}
