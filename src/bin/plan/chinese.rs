//! Help and messages in Chinese, by their English text: one row a text in `chinese.tsv`.
//!
//! The code speaks English. What it says is looked up where it is printed: the longest text of the table that fits, with
//! what stands in its braces; else what stands before and behind the first colon.

use std::{
    borrow::Cow,
    sync::{LazyLock, OnceLock},
};

use clap::{Arg, Command};
use plan::render::words::Lang;

/// English, Chinese; see the head of the file.
const TABLE: &str = include_str!("chinese.tsv");

/// The language of this run.
static LANG: OnceLock<Lang> = OnceLock::new();

/// A text with holes, cut at them, and its Chinese.
struct Template {
    pieces: Vec<&'static str>,
    holes: Vec<&'static str>,
    chinese: &'static str,
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let mut templates: Vec<Template> = rows().map(|(english, chinese)| template(english, chinese)).collect();
    templates.sort_by_key(|template| std::cmp::Reverse(template.pieces.iter().map(|piece| piece.len()).sum::<usize>()));
    templates
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'))
}

fn template(english: &'static str, chinese: &'static str) -> Template {
    let (mut pieces, mut holes, mut rest) = (Vec::new(), Vec::new(), english);
    while let Some((before, name, after)) = hole(rest) {
        pieces.push(before);
        holes.push(name);
        rest = after;
    }
    pieces.push(rest);
    Template { pieces, holes, chinese }
}

/// What stands before, in and behind the first braces of `text`.
fn hole(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

impl Template {
    /// What stands in the holes where `text` fits.
    fn fits<'a>(&self, text: &'a str) -> Option<Vec<&'a str>> {
        let (first, rest) = self.pieces.split_first()?;
        let Some((last, inner)) = rest.split_last() else { return (text == *first).then(Vec::new) };
        let mut left = text.strip_prefix(first)?.strip_suffix(last)?;
        let mut found = Vec::new();
        for piece in inner {
            let (before, after) = left.split_once(piece)?;
            found.push(before);
            left = after;
        }
        found.push(left);
        // What stands before a colon is a part of `text` alone (line 3: …), unless it stands behind a colon of the template's own.
        let colon = |text: &&str| text.contains(": ");
        let own = self.pieces.iter().position(colon).unwrap_or(found.len());
        // What others say of an error may hold any.
        let others = |hole: &&str| *hole == "error";
        let whole = !found.iter().zip(&self.holes).take(own).any(|(text, hole)| colon(text) && !others(hole));
        whole.then_some(found)
    }

    /// The Chinese with `found` in its holes, by name; those without a name in order.
    fn filled(&self, found: &[&str]) -> String {
        let (mut out, mut rest, mut next) = (String::new(), self.chinese, 0);
        while let Some((before, name, after)) = hole(rest) {
            let at = match name {
                "" => self.holes.iter().enumerate().filter(|(_, hole)| hole.is_empty()).nth(next).map(|(at, _)| at),
                name => self.holes.iter().position(|hole| *hole == name),
            };
            next += usize::from(name.is_empty());
            out += before;
            out += &at.and_then(|at| found.get(at)).map_or(Cow::Borrowed(""), |text| chinese(text));
            rest = after;
        }
        out + rest
    }
}

/// Sets the language of this run.
pub(crate) fn speak(lang: Lang) {
    let _ = LANG.set(lang);
}

/// `text` in the language of this run.
pub(crate) fn told(text: &str) -> Cow<'_, str> {
    match LANG.get() {
        Some(Lang::Zh) => chinese(text),
        _ => Cow::Borrowed(text),
    }
}

/// `text` for those who read `lang`, whatever the language of this run.
pub(crate) fn told_in(lang: Lang, text: &str) -> Cow<'_, str> {
    if lang == Lang::Zh { chinese(text) } else { Cow::Borrowed(text) }
}

/// `text` in Chinese, as far as the table has it.
fn chinese(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    let found = TEMPLATES.iter().find_map(|template| Some(template.filled(&template.fits(trimmed)?)));
    if let Some(found) = found.filter(|_| !trimmed.is_empty()) {
        return Cow::Owned(found);
    }
    let Some((before, after)) = text.split_once(": ") else { return Cow::Borrowed(text) };
    match (chinese(before), chinese(after)) {
        (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(text),
        (before, after) => Cow::Owned(format!("{before}: {after}")),
    }
}

/// `command` with its help in the language of this run.
pub(crate) fn command(mut command: Command) -> Command {
    if LANG.get() != Some(&Lang::Zh) {
        return command;
    }
    command.build();
    localized(command)
}

fn localized(mut command: Command) -> Command {
    let row = |english: Option<&clap::builder::StyledStr>| english.and_then(|english| whole(&english.to_string()));
    if let Some(about) = row(command.get_about()) {
        command = command.about(about);
    }
    if let Some(after) = row(command.get_after_help()) {
        command = command.after_help(after);
    }
    command.mut_args(argument).mut_subcommands(localized)
}

fn argument(mut arg: Arg) -> Arg {
    if let Some(help) = arg.get_help().and_then(|help| whole(&help.to_string())) {
        arg = arg.help(help);
    }
    if let Some(help) = arg.get_long_help().and_then(|help| whole(&help.to_string())) {
        arg = arg.long_help(help);
    }
    match arg.get_help_heading().and_then(whole) {
        Some(heading) => arg.help_heading(heading),
        None => arg,
    }
}

/// The Chinese of a text without holes.
fn whole(english: &str) -> Option<&'static str> {
    let english = english.split_whitespace().collect::<Vec<_>>().join(" ");
    rows().find(|(row, _)| *row == english).map(|(_, chinese)| chinese)
}

/// What the parser of arguments puts behind a help, or an error.
const ADDED: [&str; 3] = ["[default:", "[possible values:", "[subcommands:"];

/// What the parser of arguments prints, line by line, where this run does not speak English.
pub(crate) fn told_usage(text: &str) -> Option<String> {
    (LANG.get() == Some(&Lang::Zh)).then(|| text.split_inclusive('\n').map(told_line).collect())
}

fn told_line(line: &str) -> String {
    let body = line.trim();
    let at = line.len() - line.trim_start().len();
    let (indent, end) = (&line[..at], &line[at + body.len()..]);
    let added = |text: String, added: &&str| match whole(added) {
        Some(chinese) => text.replace(&format!("{added} "), chinese),
        None => text,
    };
    let told = ADDED.iter().fold(chinese(body).into_owned(), added);
    format!("{indent}{told}{end}")
}

#[cfg(test)]
mod tests;
