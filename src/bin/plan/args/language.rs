//! The language of what people read.

use std::env;

use clap::{Args, ValueEnum};
use plan::render::words::Lang;

/// In which language people read tables.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Language {
    /// Language of tables, of labels in workbooks, and of the heads of csv, tsv and markdown; keys and JSON stay English
    /// [default: by locale in tables, zh in workbooks]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LangArg {
    /// Chinese
    Zh,
    /// English
    En,
}

impl Language {
    /// The one that was asked for.
    pub(crate) fn asked(self) -> Option<Lang> {
        self.lang.map(|lang| match lang {
            LangArg::Zh => Lang::Zh,
            LangArg::En => Lang::En,
        })
    }

    /// That of who reads a table: as asked, else by locale.
    pub(crate) fn of_people(self) -> Lang {
        self.asked().unwrap_or_else(|| {
            let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
            by_locale(["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).as_deref())
        })
    }

    /// That of who reads a workbook about Chinese plans: as asked, else Chinese.
    pub(crate) fn of_office(self) -> Lang {
        self.asked().unwrap_or(Lang::Zh)
    }
}

/// Chinese where the locale is (`zh_CN.UTF-8`), else English.
fn by_locale(locale: Option<&str>) -> Lang {
    let language = locale.and_then(|locale| locale.split(['_', '-', '.', '@']).next());
    if language.is_some_and(|language| language.eq_ignore_ascii_case("zh")) { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_tells_the_language() {
        for (locale, want) in [
            (Some("zh_CN.UTF-8"), Lang::Zh),
            (Some("zh"), Lang::Zh),
            (Some("zha_CN"), Lang::En),
            (Some("C.UTF-8"), Lang::En),
            (None, Lang::En),
        ] {
            assert_eq!(by_locale(locale), want, "{locale:?}");
        }
    }
}
