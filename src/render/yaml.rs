//! YAML that every reader types alike: block style, strings quoted wherever YAML 1.1 would take them for something else.
//!
//! The `serde_yaml` family leaves `yes`, `2025-01-01`, `12:30:45` and `1_000` bare, which YAML 1.1 readers (PyYAML, Ruby)
//! turn into booleans, dates and numbers; so the writer is our own: a layout for the events of the JSON writer, which come in the order of the struct, and nothing of
//! a value is held while it is written.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};

/// One YAML document per item, `---` between them.
pub fn documents<T: Serialize>(documents: &[T]) -> String {
    let texts: Vec<String> = documents.iter().map(value).collect();
    texts.join("---\n")
}

/// One value as a YAML document, with a newline at the end.
pub fn value<T: Serialize>(value: &T) -> String {
    let mut out = Vec::new();
    // The result types have string keys and no failing serializer, and memory takes all: an error cannot arise.
    write(&mut out, value).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}

/// Writes one value as a YAML document, with a newline at the end.
///
/// # Errors
/// Where `out` takes no more.
pub fn write<T: Serialize>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Layout::default());
    Ok(value.serialize(&mut serializer)?)
}

/// What the value that comes stands behind on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Behind {
    /// Nothing: it is the whole document.
    #[default]
    Nothing,
    /// `key:`.
    Key,
    /// `- `.
    Dash,
}

/// A mapping or sequence that is being written.
#[derive(Clone, Copy, Debug)]
struct Level {
    indent: usize,
    behind: Behind,
    empty: bool,
}

/// The layout of block style, told the parts of a value one after another.
#[derive(Debug, Default)]
struct Layout {
    levels: Vec<Level>,
    behind: Behind,
    /// The string that is being told.
    text: String,
    /// Whether that is a key.
    key: bool,
}

impl Layout {
    fn open(&mut self, sequence: bool) {
        let above = self.levels.last().map_or(0, |level| level.indent);
        let indent = match self.behind {
            Behind::Nothing => 0,
            Behind::Key if sequence => above,
            Behind::Key | Behind::Dash => above + 2,
        };
        self.levels.push(Level { indent, behind: self.behind, empty: true });
    }

    /// Begins an entry of the mapping or sequence that is open.
    fn entry<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        let first = std::mem::replace(&mut level.empty, false);
        if first && level.behind == Behind::Key {
            out.write_all(b"\n")?;
        }
        // The first entry behind a dash stands on its line.
        let pad = if first && level.behind == Behind::Dash { 0 } else { level.indent };
        write!(out, "{:pad$}", "")
    }

    /// Ends a mapping or sequence, which is written as `nothing` where it is empty.
    fn close<W: ?Sized + Write>(&mut self, out: &mut W, nothing: &str) -> io::Result<()> {
        match self.levels.pop() {
            Some(Level { empty: true, behind, .. }) => {
                self.behind = behind;
                self.scalar(out, nothing)
            }
            _ => Ok(()),
        }
    }

    fn scalar<W: ?Sized + Write>(&mut self, out: &mut W, text: &str) -> io::Result<()> {
        if self.key {
            self.text.push_str(text);
            return Ok(());
        }
        let space = if self.behind == Behind::Key { " " } else { "" };
        writeln!(out, "{space}{text}")
    }
}

/// Writes whole numbers.
macro_rules! whole_numbers {
    ($($name:ident $of:ty),*) => {$(
        fn $name<W: ?Sized + Write>(&mut self, out: &mut W, value: $of) -> io::Result<()> {
            self.scalar(out, &value.to_string())
        }
    )*};
}

impl Formatter for Layout {
    whole_numbers!(
        write_i8 i8, write_i16 i16, write_i32 i32, write_i64 i64, write_i128 i128,
        write_u8 u8, write_u16 u16, write_u32 u32, write_u64 u64, write_u128 u128
    );

    fn write_null<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.scalar(out, "null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, out: &mut W, value: bool) -> io::Result<()> {
        self.scalar(out, if value { "true" } else { "false" })
    }

    /// Plain digits: a float such as `1e20` would be a string to YAML 1.1.
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        self.scalar(out, &value.to_string())
    }

    fn begin_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.text.clear();
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, _: &mut W, fragment: &str) -> io::Result<()> {
        self.text.push_str(fragment);
        Ok(())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, _: &mut W, escape: CharEscape) -> io::Result<()> {
        self.text.push(match escape {
            CharEscape::Quote => '"',
            CharEscape::ReverseSolidus => '\\',
            CharEscape::Solidus => '/',
            CharEscape::Backspace => '\u{8}',
            CharEscape::FormFeed => '\u{C}',
            CharEscape::LineFeed => '\n',
            CharEscape::CarriageReturn => '\r',
            CharEscape::Tab => '\t',
            CharEscape::AsciiControl(byte) => char::from(byte),
        });
        Ok(())
    }

    fn end_string<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.key {
            return Ok(());
        }
        let mut written = String::with_capacity(self.text.len() + 2);
        string(&mut written, &self.text);
        self.scalar(out, &written)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.open(true);
        Ok(())
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, "[]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, _: bool) -> io::Result<()> {
        self.entry(out)?;
        self.behind = Behind::Dash;
        out.write_all(b"- ")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.open(false);
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, "{}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, _: bool) -> io::Result<()> {
        self.key = true;
        self.entry(out)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        (self.key, self.behind) = (false, Behind::Key);
        let mut written = String::with_capacity(self.text.len() + 2);
        string(&mut written, &self.text);
        write!(out, "{written}:")
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        Ok(())
    }
}

fn string(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        quoted(out, text);
    }
}

/// Whether `text` stays a string without quotes in every version of YAML. Narrow on purpose: a word of letters, or a
/// phrase that holds a letter outside ASCII (no number, date or boolean does).
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let starts_well = first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '《' | '（' | '‘' | '【'));
    let has_foreign_letter = text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_word = first.is_some_and(|c| c.is_ascii_alphabetic()) && !is_reserved(text);
    starts_well
        && (has_foreign_letter || is_word)
        && !text.ends_with([' ', ':', '\u{3000}'])
        && !text.contains(": ")
        && !text.contains('#')
        && text.chars().all(|c| c == ' ' || c == '\u{3000}' || is_visible(c))
}

/// The words that YAML 1.1 reads as booleans or null.
fn is_reserved(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn is_visible(c: char) -> bool {
    !(c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{1FFFE}'..))
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' ' | '\u{3000}' => out.push(c),
            c if is_visible(c) => out.push(c),
            // Writing to a string cannot fail.
            c if (c as u32) > 0xFFFF => drop(write!(out, "\\U{:08X}", c as u32)),
            c => drop(write!(out, "\\u{:04X}", c as u32)),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn order_and_nesting_are_kept() {
        let data = json!({"b": 1, "a": [{"x": [], "y": {}}, [1, [2, null]], "总量 突破"], "c": {"d": {"e": 33.5}}});
        let text = value(&data);
        assert_eq!(
            text,
            "b: 1\na:\n- x: []\n  \"y\": {}\n- - 1\n  - - 2\n    - null\n- 总量 突破\nc:\n  d:\n    e: 33.5\n"
        );
        assert_eq!(crate::yaml::from_str::<Value>(&text).expect("reads back"), data);
        assert_eq!(documents(&[json!({"a": 1}), json!({"a": 2})]), "a: 1\n---\na: 2\n");
        assert_eq!((value(&json!([])), value(&json!(1e20))), ("[]\n".into(), "100000000000000000000\n".into()));
    }

    #[test]
    fn strings_stay_strings() {
        for bare in ["到2025年", "1000家", "verb:突破", "《纲要》", "target", "第 一 章", "R&D投入"] {
            assert_eq!(value(&json!(bare)), format!("{bare}\n"));
        }
        for text in [
            "",
            " ",
            "yes",
            "No",
            "ON",
            "y",
            "null",
            "~",
            "1",
            "1_000",
            "0x1F",
            "12:30:45",
            "2025-01-01",
            "1e5",
            ".inf",
            "+3",
            "- 家",
            "家: 一",
            "家:",
            "家 #1",
            "'家'",
            "\"家\"",
            "!家",
            "&家",
            "*家",
            "%家",
            "@家",
            "`家`",
            "[家]",
            "{家}",
            "? 家",
            "家\n户",
            "\u{FEFF}家",
            "家\u{85}户",
            "家\u{2028}",
            "家 ",
            "=",
            "<<",
            "---",
            "...",
            "|",
            ">",
            "\\家",
            "家\t",
            "家\u{0}",
            "家\u{1F3E0}x",
            "\u{10FFFF}家",
            "\u{E000}家",
        ] {
            let yaml = value(&json!(text));
            assert_eq!(crate::yaml::from_str::<Value>(&yaml).expect(&yaml), json!(text), "{yaml}");
            assert_eq!(
                crate::yaml::from_str::<Value>(&value(&json!({text: [text]}))).expect(&yaml),
                json!({text: [text]})
            );
        }
    }
}
