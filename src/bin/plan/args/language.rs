//! The language of what people read.

use std::env;

use clap::{Args, ValueEnum};
use plan::render::words::Lang;

/// In which language people read tables.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Language {
    /// Language of help, messages and tables, of labels in workbooks, and of the heads of csv, tsv and markdown; keys and JSON
    /// stay English [default: by locale; zh in workbooks]
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// In which language the command speaks; commands that render tables have an argument of their own of this name.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Spoken {
    /// Language of help and messages [default: by locale]
    #[arg(long, value_enum, global = true)]
    lang: Option<LangArg>,
}

/// The language that the arguments of this process ask for, or its locale: known before they are parsed.
pub(crate) fn of_arguments() -> Lang {
    let mut args = env::args_os().skip(1).take_while(|arg| arg != "--");
    let mut asked = None;
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" {
            args.next()
        } else {
            arg.to_str().and_then(|arg| arg.strip_prefix("--lang=")).map(Into::into)
        };
        asked = value.and_then(|value| LangArg::from_str(value.to_str()?, true).ok()).or(asked);
    }
    Language { lang: asked }.of_people()
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
