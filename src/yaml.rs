//! YAML that comes from outside: size and nesting are capped before the parser sees a byte.
//!
//! The parser takes quadratic time on deep flow nesting (300 KB of `{a: ` keeps it busy for most of a minute), so a
//! linear look at the text comes first. Knows nothing of what the YAML says.

mod size;

use serde::de::DeserializeOwned;

/// The largest YAML text that is read, in bytes.
const MAX_BYTES: usize = 8 * 1024 * 1024;
/// How deep braces and brackets, or block collections, may nest.
const MAX_DEPTH: usize = 64;
/// How many braces and brackets may open in all: bounds the parser's time whatever quotes and comments hide.
const MAX_OPEN: usize = 10_000;
/// How many bytes of text the YAML may hold when what its aliases repeat is written out.
const MAX_EXPANDED: usize = 4 * MAX_BYTES;
/// How much of the parser's message is passed on, in characters.
const MAX_MESSAGE: usize = 300;
/// How far a line may be indented, in columns.
const MAX_INDENT: usize = 4 * MAX_DEPTH;

/// Why a YAML text was not read.
#[derive(Debug, thiserror::Error)]
pub enum YamlError {
    /// Larger than `MAX_BYTES`.
    #[error("the YAML is {0} bytes long; at most {MAX_BYTES} are read")]
    TooLong(usize),
    /// Nests deeper than `MAX_DEPTH`.
    #[error("line {0}: the YAML nests deeper than {MAX_DEPTH} levels")]
    TooDeep(usize),
    /// Opens more than `MAX_OPEN` braces and brackets.
    #[error(
        "line {0}: the YAML holds more than {MAX_OPEN} `{{` and `[`; write lists and records on lines of their own"
    )]
    TooMany(usize),
    /// Repeats too much by aliases.
    #[error("the YAML holds more than {MAX_EXPANDED} bytes when what its aliases (`*name`) repeat is written out")]
    Expands,
    /// The parser refused it.
    #[error("{0}")]
    Syntax(String),
}

impl From<serde_yaml::Error> for YamlError {
    fn from(error: serde_yaml::Error) -> Self {
        // The parser's messages may quote the whole text.
        let message = plain(error.to_string());
        let short: String = message.chars().take(MAX_MESSAGE).collect();
        YamlError::Syntax(if short.len() < message.len() { short + "…" } else { message })
    }
}

/// What the parser wanted, by its own names, and as people say it.
const WANTED: [(&str, &str); 8] = [
    ("expected usize", "expected a whole number"),
    ("expected u32", "expected a whole number"),
    ("expected i32", "expected a whole number"),
    ("expected u64", "expected a whole number"),
    ("expected a sequence", "expected a list"),
    ("expected a map", "expected keys with values"),
    ("expected struct ", "expected the keys of a "),
    ("expected unit", "expected nothing"),
];

/// The parser's `message` without the names of types.
fn plain(message: String) -> String {
    WANTED.iter().fold(message, |message, (of_parser, said)| message.replace(of_parser, said))
}

/// Reads one value from YAML that may be hostile.
///
/// # Errors
/// Where the text is too long, nests too deep, repeats too much, or is no YAML of the wanted shape.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    check(text)?;
    if text.contains('&') && text.contains('*') && size::is_beyond(text, MAX_EXPANDED) {
        return Err(YamlError::Expands);
    }
    Ok(serde_yaml::from_str(text)?)
}

/// The linear look: counts brackets without regard to quotes, and starts again at each line that begins in column one.
fn check(text: &str) -> Result<(), YamlError> {
    if text.len() > MAX_BYTES {
        return Err(YamlError::TooLong(text.len()));
    }
    let (mut open, mut depth) = (0usize, 0usize);
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if block_depth(line) > MAX_INDENT {
            return Err(YamlError::TooDeep(number));
        }
        if line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '{' | '[' | '}' | ']')) {
            depth = 0;
        }
        for byte in line.bytes() {
            match byte {
                b'{' | b'[' => {
                    open += 1;
                    depth += 1;
                }
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH {
                return Err(YamlError::TooDeep(number));
            }
        }
        if open > MAX_OPEN {
            return Err(YamlError::TooMany(number));
        }
    }
    Ok(())
}

/// The column in which a line's text begins, after indentation and the dashes and marks of block collections.
fn block_depth(line: &str) -> usize {
    line.bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'-' | b'?' | b':')).count()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn refused_at_once(text: &str) {
        let start = Instant::now();
        assert!(from_str::<serde_yaml::Value>(text).is_err());
        assert!(start.elapsed() < Duration::from_secs(3), "took {:?}", start.elapsed());
    }

    #[test]
    fn deep_nesting_is_refused_before_parsing() {
        refused_at_once(&"{a: ".repeat(75_000));
        refused_at_once(&"[".repeat(300_000));
        refused_at_once(&"- ".repeat(150_000));
        refused_at_once(&"? ".repeat(150_000));
        refused_at_once(&"{a: \"}\", b: ".repeat(30_000));
        refused_at_once(&"{a: \"\n- \", b: ".repeat(20_000));
        refused_at_once(&(0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<String>());
        assert!(matches!(from_str::<serde_yaml::Value>(&" ".repeat(MAX_BYTES + 1)), Err(YamlError::TooLong(_))));
    }

    #[test]
    fn aliases_may_not_repeat_without_end() {
        let wide = format!("a: &a \"{}\"\nb: [{}]\n", "字".repeat(1 << 20), "*a, ".repeat(5_000));
        refused_at_once(&wide);
        let keys = format!("a: &a {{k: &k \"{}\"}}\n", "字".repeat(1 << 20));
        refused_at_once(&(keys + &(0..5_000).map(|n| format!("b{n}: *a\n")).collect::<String>()));
        let value: serde_yaml::Value = from_str("a: &a [1, 二]\nb: [*a, *a]\nc: !tag {d: *a}\n").expect("reads");
        assert_eq!(value["b"][1][1], "二");
    }

    #[test]
    fn messages_name_no_types() {
        let error = from_str::<Vec<usize>>("[x]").expect_err("no number").to_string();
        assert!(error.contains("expected a whole number") && !error.contains("usize"), "{error}");
        let error = from_str::<Vec<u8>>("a: 1").expect_err("no list").to_string();
        assert!(error.contains("expected a list"), "{error}");
    }

    #[test]
    fn messages_stay_short() {
        let error = from_str::<Vec<u8>>(&"字".repeat(100_000)).expect_err("no list").to_string();
        assert!(error.chars().count() <= MAX_MESSAGE + 1 && error.ends_with('…'), "{error}");
    }

    #[test]
    fn ordinary_yaml_passes() {
        let text = "- {line: 1, quote: \"[5] 个\"}\n- line: 2\n  quote: a [b\n".repeat(2_000);
        let value: Vec<serde_yaml::Value> = from_str(&text).expect("reads");
        assert_eq!(value.len(), 4_000);
    }
}
