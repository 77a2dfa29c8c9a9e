//! The tables that ship with the program, in the part of YAML that they need: rows `- {key: value, other: [one, two]}` under each
//! other, each on a line or, indented, on several. A text with signs of YAML in it stands in single quotes.
//!
//! A parser of all of YAML takes longer to read them than `plan` takes to read a page. The tests hold that it reads the same.

use memchr::memchr;
use serde::{
    Deserialize, Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::TableError;

/// The rows of the table `name`, whose text is `text`.
pub(super) fn rows<'t, T: Deserialize<'t>>(name: &'static str, text: &'t str) -> Result<Vec<T>, TableError> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let wrong = |reason| TableError::Shape { table: name, line: text[..at].lines().count() + 1, reason };
        let length = block(&text[at..]);
        let block = text[at..at + length].trim_end();
        if !block.is_empty() && !block.starts_with('#') {
            let fields = fields(block).map_err(wrong)?;
            let row = T::deserialize(MapDeserializer::new(fields.into_iter()));
            rows.push(row.map_err(|error: Error| wrong(error.to_string()))?);
        }
        at += length;
    }
    Ok(rows)
}

/// The rows of a table that ships with the program; the tests read every one, so that a broken row never leaves the house.
pub(super) fn shipped<T: Deserialize<'static>>(name: &'static str, text: &'static str) -> Vec<T> {
    rows(name, text).unwrap_or_else(|error| unreachable!("{error}"))
}

/// The length of the first line of `text` with the indented ones under it.
fn block(text: &str) -> usize {
    let mut length = 0;
    while length == 0 || text[length..].starts_with(' ') {
        length += memchr(b'\n', &text.as_bytes()[length..]).map_or(text.len() - length, |end| end + 1);
    }
    length
}

/// The keys of a row with what they say.
fn fields(row: &str) -> Result<Vec<(&str, Value<'_>)>, String> {
    let body = row.strip_prefix("- {").and_then(|row| row.strip_suffix('}'));
    let mut rest = body.ok_or_else(|| format!("`{row}` is no row `- {{key: value, …}}`"))?;
    let mut fields = Vec::new();
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| byte == b':').ok_or_else(|| format!("`{rest}` has no value"))?;
        let (key, behind) = (&rest[..end], rest[end + 1..].trim_start());
        let end = match behind.as_bytes().first() {
            Some(b'\'') => behind[1..].find('\'').map(|end| end + 2),
            Some(b'[') => behind.find(']').map(|end| end + 1),
            _ => Some(behind.bytes().position(|byte| byte == b',').unwrap_or(behind.len())),
        };
        let end = end.ok_or_else(|| format!("`{behind}` does not end"))?;
        fields.push((key, Value(&behind[..end])));
        rest = behind[end..].trim_start_matches([',', ' ', '\n']);
    }
    Ok(fields)
}

/// What a key says, as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Value<'t>(&'t str);

impl<'t> Value<'t> {
    /// The text without its quotes.
    fn text(self) -> &'t str {
        self.0.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(self.0)
    }

    /// The values of a list; one that is none is a list of itself.
    fn members(self) -> impl Iterator<Item = Value<'t>> {
        let members = self.0.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(self.0);
        members.split(',').map(|member| Value(member.trim()))
    }
}

impl<'t> IntoDeserializer<'t, Error> for Value<'t> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.parse() {
            Ok(number) => visitor.visit_u64(number),
            Err(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(self.members()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text().into_deserializer())
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A row by its keys, its texts with one space where there is white space.
    type Plain = BTreeMap<String, Vec<String>>;

    fn plain(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn of_yaml(value: &serde_yaml::Value) -> Vec<String> {
        match value {
            serde_yaml::Value::String(text) => vec![plain(text)],
            serde_yaml::Value::Sequence(values) => values.iter().flat_map(of_yaml).collect(),
            value => vec![serde_yaml::to_string(value).expect("a scalar").trim().to_owned()],
        }
    }

    #[test]
    fn every_table_is_read_as_a_parser_of_yaml_reads_it() {
        for (name, text) in [
            ("comparators", include_str!("data/comparators.yaml")),
            ("conversions", include_str!("data/conversions.yaml")),
            ("lookalikes", include_str!("data/lookalikes.yaml")),
            ("numerals", include_str!("data/numerals.yaml")),
            ("senses", include_str!("data/senses.yaml")),
            ("times", include_str!("data/times.yaml")),
            ("units", include_str!("data/units.yaml")),
        ] {
            let want: Vec<BTreeMap<String, serde_yaml::Value>> = serde_yaml::from_str(text).expect(name);
            let found: Vec<BTreeMap<String, Vec<&str>>> = rows(name, text).expect(name);
            assert!(!want.is_empty() && found.len() == want.len(), "{name}");
            for (found, want) in found.into_iter().zip(want) {
                let plain = |(key, values): (_, Vec<&str>)| (key, values.into_iter().map(plain).collect());
                let found: Plain = found.into_iter().map(plain).collect();
                let want: Plain = want.into_iter().map(|(key, value)| (key, of_yaml(&value))).collect();
                assert_eq!(found, want, "{name}");
            }
        }
    }

    #[test]
    fn what_is_no_row_is_refused_with_its_line() {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row {
            #[allow(dead_code)]
            form: String,
            #[serde(default)]
            #[allow(dead_code)]
            month: Option<u32>,
        }
        let good = "# rows\n- {form: 年底, month: 12}\n\n- {form:\n    年末}\n";
        assert_eq!(rows::<Row>("times", good).map(|rows| rows.len()).map_err(|error| error.to_string()), Ok(2));
        for (bad, part) in [
            ("- form: 年内", "no row"),
            ("- {form: 年内", "no row"),
            ("form: 年内", "no row"),
            ("- {form}", "no value"),
            ("- {form: '年内}", "does not end"),
            ("- {form: 年内, month: x}", "u32"),
            ("- {form: 年内, year: 1}", "year"),
            ("- {month: 1}", "form"),
        ] {
            let error = rows::<Row>("times", &format!("{good}{bad}\n")).expect_err(bad).to_string();
            assert!(error.contains(part) && error.contains("line 6"), "{bad}: {error}");
        }
    }
}
