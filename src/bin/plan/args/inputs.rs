//! The arguments that say which documents are read, and how.

use std::{collections::HashMap, num::NonZeroUsize, path::PathBuf};

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use plan::source::{Media, Overrides};

use super::about::{About, CorpusColumns};
use crate::corpus::{Options, Role};

/// Which documents a command reads.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Plan documents and folders of them; `-` is standard input
    #[arg(value_name = "PATH", required_unless_present = "files_from")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) lookup: Lookup,
    /// Read N documents at a time [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = super::count)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Show no progress and no notices; errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Write what failed to FILE, one JSON object a line: path and error
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) medium: Medium,
    #[command(flatten)]
    pub(crate) about: About,
    #[command(flatten)]
    pub(crate) columns: CorpusColumns,
}

impl Inputs {
    /// How files that hold many documents are read.
    pub(crate) fn options(&self) -> Options {
        self.medium.options(self.columns.asked())
    }
}

/// Where documents are looked for beside the paths that are given.
#[derive(Debug, Default, Args)]
pub(crate) struct Lookup {
    /// Read the paths that FILE lists as well, one a line or parted by NUL; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// In folders read what matches GLOB, or with !GLOB what does not; may be given more than once [default: by ending]
    #[arg(long, value_name = "GLOB")]
    pub(crate) glob: Vec<String>,
}

/// How to read documents, where it is not to be told by what is in them.
#[derive(Debug, Args)]
pub(crate) struct Medium {
    /// Read as this medium [default: told by content]
    #[arg(long, value_parser = media())]
    media: Option<Media>,
    /// Encoding of text and pages, such as GB18030 or Big5 [default: told by mark, declaration and content]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static encoding_rs::Encoding>,
}

impl Medium {
    /// The same for the library.
    pub(crate) fn overrides(&self) -> Overrides {
        Overrides { media: self.media, encoding: self.encoding }
    }

    /// How files that hold many documents are read, with `columns` that are asked for.
    pub(crate) fn options(&self, columns: HashMap<Role, String>) -> Options {
        Options { columns, encoding: self.encoding, is_medium: self.media.is_some() }
    }
}

/// Reads a medium by its name.
fn media() -> impl TypedValueParser<Value = Media> {
    let named = |name: String| Media::ALL.into_iter().find(|media| media.name() == name).ok_or("no such medium");
    PossibleValuesParser::new(Media::ALL.map(Media::name)).try_map(named)
}

fn encoding(label: &str) -> Result<&'static encoding_rs::Encoding, String> {
    plan::source::by_label(label).map_err(|error| error.to_string())
}
