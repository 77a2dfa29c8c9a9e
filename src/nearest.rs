//! The name that somebody may have meant who wrote another. Knows nothing of what is named.

use strsim::{jaro_winkler, osa_distance};

/// How alike two names are that one hand may have meant, of one.
const ALIKE: f64 = 0.82;

/// The one of `known` that is most like `name`, where one is so much like it that it may have been meant; of several as much like it
/// the first.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let alike = known.into_iter().filter(|other| is_alike(name, other)).map(|other| (jaro_winkler(name, other), other));
    alike.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, other)| other)
}

/// Whether two names share most of their characters in order, or differ in one character of several.
fn is_alike(one: &str, other: &str) -> bool {
    let long = |name: &str| name.chars().nth(1).is_some();
    jaro_winkler(one, other) >= ALIKE || (long(one) && long(other) && osa_distance(one, other) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_meant_is_near() {
        let known =
            ["reform", "gdp", "innovation", "time.before-issue", "food_test_pass", "正文", "标题", "科技创新", "id"];
        for (name, expected) in [
            ("inovation", Some("innovation")),
            ("time.before", Some("time.before-issue")),
            ("科技创造", Some("科技创新")),
            ("正问", Some("正文")),
            ("gdp_grwth", Some("gdp")),
            ("foo", None),
            ("正", Some("正文")),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, known), expected, "{name}");
        }
        assert_eq!(nearest("ab", []), None);
    }
}
