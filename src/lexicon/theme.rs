//! The themes of plan policy (GUIDE: Themes).

use std::{fmt, str::FromStr};

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
