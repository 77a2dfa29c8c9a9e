//! The themes of plan policy (docs/commitments.md#themes).

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{by_char::ByChar, words};

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

            /// The theme with this key.
            fn of_key(key: &str) -> Option<Self> {
                match key {
                    $($key => Some(Theme::$variant),)*
                    _ => None,
                }
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
        let named = || Self::ALL.iter().copied().find(|theme| theme.name() == text);
        Self::of_key(text).or_else(named).ok_or_else(|| format!("there is no theme `{text}`"))
    }
}

/// How much a word decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// In a name, where nothing around tells a theme: it names things of any field.
    Last,
    /// Where no other word of its phrase does, and never in a heading.
    Weak,
    /// By its length.
    Plain,
    /// As head of the phrase, over longer words before it.
    Head,
}

/// A word of `data/words/themes.tsv`.
#[derive(Clone, Copy, Debug)]
struct Word {
    form: &'static str,
    /// Its second character: most words that begin alike are told apart by it.
    second: Option<char>,
    /// What its row says of it; most words are never met.
    is: &'static str,
}

impl Word {
    /// Its theme, `None` where it tells nothing and hides the words inside it, and how much it decides; nothing where the row
    /// says what is not known.
    fn told(self) -> Option<(Option<Theme>, Weight)> {
        let (theme, weight) = self.is.split_once(' ').unwrap_or((self.is, ""));
        let theme = if theme == "none" { None } else { Some(Theme::of_key(theme)?) };
        let weight = match weight {
            "" => Weight::Plain,
            "last" => Weight::Last,
            "weak" => Weight::Weak,
            "head" => Weight::Head,
            _ => return None,
        };
        Some((theme, weight))
    }
}

/// The rows of words.
const FILE: &str = include_str!("data/words/themes.tsv");

/// How many characters may stand behind the head of a phrase (就业|人数).
const BEHIND_HEAD: usize = 3;

/// The words by their first character, longest first.
static WORDS: LazyLock<ByChar<Word>> = LazyLock::new(|| {
    let word = |(form, is, _): (&'static str, &'static str, _)| {
        let mut chars = form.chars();
        (chars.next().unwrap_or_default(), Word { form, second: chars.next(), is })
    };
    let words: Vec<_> = words::heads(FILE).map(word).collect();
    ByChar::longest_first(&words, |word| word.form.len())
});

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The theme.
    pub theme: Theme,
    /// The word that tells it.
    pub word: &'static str,
    /// How much the word decides.
    pub weight: Weight,
}

impl Theme {
    /// The theme that the longest theme word in `phrase` tells, words of any field behind all others; of words equally long
    /// the last one decides, since the head of a Chinese noun phrase stands at its end.
    pub fn of(phrase: &str) -> Option<Told> {
        let mut best: Option<((usize, usize, usize), Told)> = None;
        // Up to where the words so far reach: what stands inside a longer one tells nothing of its own.
        let mut reached = 0;
        for (at, first) in phrase.char_indices() {
            let rest = &phrase[at..];
            let second = rest[first.len_utf8()..].chars().next();
            let alike = |word: &&Word| word.second.is_none() || word.second == second;
            let longest = WORDS.get(first).iter().filter(alike).find(|word| words::begins(rest, word.form));
            let Some(word) = longest.filter(|word| at + word.form.len() > reached) else { continue };
            reached = at + word.form.len();
            let Some((Some(theme), weight)) = word.told() else { continue };
            let is_head = phrase[reached..].chars().nth(BEHIND_HEAD).is_none();
            let rank = (rank(word.form, weight, is_head), reached, word.form.len());
            if best.is_none_or(|(highest, _)| rank > highest) {
                best = Some((rank, Told { theme, word: word.form, weight }));
            }
        }
        best.map(|(_, told)| told)
    }
}

/// How much a word decides; `is_head` where hardly anything stands behind it.
fn rank(form: &str, weight: Weight, is_head: bool) -> usize {
    match weight {
        Weight::Last => 0,
        Weight::Weak => 1,
        Weight::Head if is_head => usize::MAX,
        Weight::Plain | Weight::Head => form.len(),
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
    fn every_row_is_known_once_and_true_to_its_examples() {
        let of = |phrase: &str| Theme::of(phrase).map(|told| told.theme);
        let mut seen = std::collections::HashSet::new();
        let mut wrong = Vec::new();
        for row in words::rows(FILE) {
            let Some((theme, _)) = (Word { form: row.form, second: None, is: row.is }).told() else {
                wrong.push(format!("{}: `{}` is no theme", row.form, row.is));
                continue;
            };
            let examples = |cell: &'static str| cell.split('|').filter(|text| !text.is_empty());
            if !seen.insert(row.form) {
                wrong.push(format!("{} stands in two rows", row.form));
            }
            let told = std::iter::once(row.form).chain(examples(row.ok)).filter(|text| of(text) != theme);
            wrong.extend(told.map(|text| format!("{}: {text} tells {:?}", row.form, of(text))));
            let held = examples(row.not).filter(|text| !text.contains(row.form) || of(text) == theme);
            wrong.extend(held.map(|text| format!("{}: {text} tells it, or does not hold it", row.form)));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for theme in Theme::ALL {
            let words =
                WORDS.things().iter().filter(|word| word.told().is_some_and(|told| told.0 == Some(*theme))).count();
            assert!(words >= 20, "{theme} has {words} words");
        }
    }

    /// Holds each phrase to the theme that it tells.
    fn assert_told(phrases: &[(&str, Option<Theme>)]) {
        for (phrase, theme) in phrases {
            assert_eq!(Theme::of(phrase).map(|told| told.theme), *theme, "{phrase}");
        }
    }

    #[test]
    fn words_of_any_field_yield_to_all_others_of_a_name() {
        assert_told(&[
            ("文化普及服务站", Some(Theme::Culture)),
            ("粮食作物完全成本保险覆盖率", Some(Theme::Rural)),
            ("高水平实验平台", Some(Theme::Innovation)),
            ("省属企业利润", Some(Theme::Reform)),
            ("特色农业产业链", Some(Theme::Rural)),
            ("残疾人生活补贴", Some(Theme::Welfare)),
            ("企业", Some(Theme::Industry)),
        ]);
    }

    #[test]
    fn what_is_done_with_a_thing_decides_over_the_thing() {
        assert_told(&[
            ("锂电池出口", Some(Theme::Opening)),
            ("新能源汽车零售额", Some(Theme::Market)),
            ("零售药店和医疗机构抽检", Some(Theme::Safety)),
            ("城市建成区绿地率", Some(Theme::Ecology)),
            ("锂电池出口企业数量", Some(Theme::Industry)),
        ]);
    }

    #[test]
    fn words_that_look_alike_are_told_apart() {
        assert_told(&[
            ("创新生态伙伴", Some(Theme::Innovation)),
            ("产业生态圈", Some(Theme::Industry)),
            ("生态修复面积", Some(Theme::Ecology)),
            ("清单校核", None),
            ("乡村学校", Some(Theme::Education)),
            ("易地扶贫搬迁安置点", Some(Theme::Rural)),
            ("国企改革任务", Some(Theme::Reform)),
            ("高校毕业生就业人数", Some(Theme::Employment)),
            ("高校毕业生", Some(Theme::Education)),
            ("就业创业服务平台用地", Some(Theme::Urban)),
            ("出入口", None),
            ("出口", Some(Theme::Opening)),
            ("造林绿化工程", Some(Theme::Ecology)),
            ("城乡供水一体化工程", Some(Theme::Urban)),
        ]);
    }
}
