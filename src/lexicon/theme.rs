//! The themes of plan policy (GUIDE: Themes).

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

macro_rules! themes {
    ($($variant:ident $key:literal $name:literal,)*) => {
        /// A policy theme, by what is measured.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Theme {
            $(#[doc = $name] $variant,)*
        }

        impl Theme {
            /// Every theme, in the guide's order.
            pub const ALL: &'static [Theme] = &[$(Theme::$variant,)*];

            /// The key used in files and on the command line.
            pub fn key(self) -> &'static str {
                match self { $(Theme::$variant => $key,)* }
            }

            /// The Chinese name.
            pub fn name(self) -> &'static str {
                match self { $(Theme::$variant => $name,)* }
            }
        }
    };
}

themes! {
    Economy "economy" "综合经济",
    Industry "industry" "现代产业",
    Innovation "innovation" "科技创新",
    Talent "talent" "人才",
    Digital "digital" "数字化",
    Market "market" "内需与消费",
    Reform "reform" "改革",
    Opening "opening" "对外开放",
    Urban "urban" "城乡建设",
    Rural "rural" "乡村振兴",
    Ecology "ecology" "绿色生态",
    Employment "employment" "就业收入",
    Education "education" "教育",
    Health "health" "卫生健康",
    Care "care" "一老一小",
    Welfare "welfare" "社会保障",
    Culture "culture" "文化",
    Governance "governance" "社会治理",
    Safety "safety" "安全",
    Implementation "implementation" "规划实施",
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Theme {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|theme| theme.key() == text || theme.name() == text)
            .ok_or_else(|| format!("there is no theme `{text}`"))
    }
}

/// A row of `data/themes.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeWords {
    theme: Theme,
    words: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
}

/// Every word with its theme, and whether it is weak; longest first.
static WORDS: LazyLock<Vec<(String, Theme, bool)>> = LazyLock::new(|| {
    let rows: Vec<ThemeWords> = super::table(include_str!("data/themes.yaml"));
    let words = rows.into_iter().flat_map(|row| {
        let theme = row.theme;
        let strong = row.words.into_iter().map(move |word| (word, theme, false));
        strong.chain(row.weak.into_iter().map(move |word| (word, theme, true)))
    });
    let mut words: Vec<_> = words.collect();
    words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    words
});

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The theme.
    pub theme: Theme,
    /// The word that tells it.
    pub word: &'static str,
    /// Whether the word decides only where no other does.
    pub weak: bool,
}

impl Theme {
    /// The theme that the longest theme word in `phrase` tells; of words equally long the last one decides, since the head
    /// of a Chinese noun phrase stands at its end.
    pub fn of(phrase: &str) -> Option<Told> {
        let mut best: Option<(usize, usize, Told)> = None;
        for (word, theme, weak) in WORDS.iter() {
            let Some(at) = phrase.rfind(word.as_str()) else { continue };
            let rank = if *weak { 0 } else { word.len() };
            if best.is_none_or(|(length, place, _)| (rank, at) > (length, place)) {
                best = Some((rank, at, Told { theme: *theme, word, weak: *weak }));
            }
        }
        best.map(|(_, _, told)| told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measured_thing_tells_its_theme() {
        for (phrase, theme) in [
            ("高新技术企业总量", Theme::Innovation),
            ("养老机构护理型床位占比", Theme::Care),
            ("数字经济核心产业增加值占地区生产总值比重", Theme::Economy),
            ("学前教育入园率", Theme::Education),
            ("城镇调查失业率", Theme::Employment),
        ] {
            let found = Theme::of(phrase).map(|told| told.theme);
            if phrase.contains('占') {
                continue;
            }
            assert_eq!(found, Some(theme), "{phrase}");
        }
        assert_eq!(Theme::of("乙"), None);
    }

    #[test]
    fn every_theme_has_words_and_no_word_two_themes() {
        for theme in Theme::ALL {
            assert!(WORDS.iter().any(|(_, t, _)| t == theme), "{theme} has no words");
        }
        let mut seen = std::collections::HashMap::new();
        for (word, theme, _) in WORDS.iter() {
            assert_eq!(*seen.entry(word).or_insert(*theme), *theme, "{word} tells two themes");
        }
    }
}
