//! What decided the fields of a statement, with the words that did.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Shared;

/// Where a text stands that may tell a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The thing measured.
    Indicator,
    /// The clause of the number.
    Clause,
    /// The run-in heading.
    RunIn,
    /// A heading above.
    Heading,
    /// The clauses before in the sentence.
    Sentence,
    /// The caption of the table.
    Table,
}

impl Place {
    const ALL: [Self; 6] = [Self::Indicator, Self::Clause, Self::RunIn, Self::Heading, Self::Sentence, Self::Table];

    fn key(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Clause => "clause",
            Self::RunIn => "run-in",
            Self::Heading => "heading",
            Self::Sentence => "sentence",
            Self::Table => "table",
        }
    }
}

/// One reason; written, and saved, as text (`verb:突破`, `time:到2025年`, `theme:indicator:高新技术`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// A time made it a promise or a fact.
    StatusTime(Shared),
    /// A word did.
    StatusWord(Shared),
    /// The heading of its section did.
    StatusSection(Shared),
    /// Nothing did: a plan promises.
    StatusDefault,
    /// The verb that governs the number.
    Verb(Shared),
    /// The word that says how strongly it is promised.
    Modality(Shared),
    /// What dates it.
    Time(Shared),
    /// The heading of the table column it was read from.
    Column(Shared),
    /// A word told the theme.
    Theme(Place, Shared),
    /// The other statements of the paragraph told the theme.
    ThemeParagraph,
    /// Nothing told the theme.
    ThemeDefault,
    /// A reason that this version does not give.
    Other(Shared),
}

impl Evidence {
    /// Its text, in pieces.
    fn pieces(&self) -> [&str; 4] {
        match self {
            Self::StatusTime(text) => ["status:time:", text, "", ""],
            Self::StatusWord(word) => ["status:word:", word, "", ""],
            Self::StatusSection(heading) => ["status:section:", heading, "", ""],
            Self::StatusDefault => ["status:default", "", "", ""],
            Self::Verb(word) => ["verb:", word, "", ""],
            Self::Modality(word) => ["modality:", word, "", ""],
            Self::Time(text) => ["time:", text, "", ""],
            Self::Column(heading) => ["table:", heading, "", ""],
            Self::Theme(place, word) => ["theme:", place.key(), ":", word],
            Self::ThemeParagraph => ["theme:paragraph", "", "", ""],
            Self::ThemeDefault => ["theme:default", "", "", ""],
            Self::Other(text) => [text, "", "", ""],
        }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces().into_iter().try_for_each(|piece| f.write_str(piece))
    }
}

impl FromStr for Evidence {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let other = || Self::Other(text.into());
        let Some((kind, rest)) = text.split_once(':') else { return Ok(other()) };
        let (place, word) = rest.split_once(':').unwrap_or((rest, ""));
        let owned = word.into();
        Ok(match (kind, place) {
            ("status", "time") => Self::StatusTime(owned),
            ("status", "word") => Self::StatusWord(owned),
            ("status", "section") => Self::StatusSection(owned),
            ("status", "default") => Self::StatusDefault,
            ("verb", _) => Self::Verb(rest.into()),
            ("modality", _) => Self::Modality(rest.into()),
            ("time", _) => Self::Time(rest.into()),
            ("table", _) => Self::Column(rest.into()),
            ("theme", "paragraph") => Self::ThemeParagraph,
            ("theme", "default") => Self::ThemeDefault,
            ("theme", _) => match Place::ALL.into_iter().find(|known| known.key() == place) {
                Some(known) => Self::Theme(known, owned),
                None => other(),
            },
            _ => other(),
        })
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pieces().concat())
    }
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(text.parse().unwrap_or_else(|never: Infallible| match never {}))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_known_again_from_its_text() {
        let word = || "达".into();
        for reason in [
            Evidence::StatusTime(word()),
            Evidence::StatusWord(word()),
            Evidence::StatusSection("成就：回顾".into()),
            Evidence::StatusDefault,
            Evidence::Verb(word()),
            Evidence::Modality(word()),
            Evidence::Time("到2025年".into()),
            Evidence::Column("2025年:目标".into()),
            Evidence::Theme(Place::RunIn, word()),
            Evidence::ThemeParagraph,
            Evidence::ThemeDefault,
            Evidence::Other("theme:elsewhere:达".into()),
        ] {
            assert_eq!(reason.to_string().parse(), Ok(reason));
        }
    }
}
