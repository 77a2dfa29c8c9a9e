//! One value of a long table, with its type.

use std::cmp::Ordering;

use crate::{number::Number, statement::Shared};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// None.
    Empty,
    /// Words, keys, dates, lists joined by ` / `.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An exact decimal.
    Decimal(Number),
    /// Yes or no.
    Flag(bool),
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Free words.
    Text,
    /// One of a few keys.
    Key,
    /// Several texts, joined by ` / `.
    List,
    /// A day, ISO 8601.
    Date,
    /// A whole number.
    Integer,
    /// An exact decimal.
    Decimal,
    /// `true` or `false`.
    Boolean,
}

impl Type {
    /// Every type with its name in the codebook.
    pub const NAMES: [(&'static str, Type); 7] = [
        ("text", Type::Text),
        ("key", Type::Key),
        ("list", Type::List),
        ("date", Type::Date),
        ("integer", Type::Integer),
        ("decimal", Type::Decimal),
        ("boolean", Type::Boolean),
    ];
}

impl Cell {
    /// The value as it stands in files of text; empty for none.
    pub fn text(self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text,
            Cell::Integer(number) => number.to_string(),
            Cell::Decimal(number) => number.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        }
    }

    /// Which of two values of a column comes first: numbers by size, texts by their characters, none last.
    pub fn order(&self, other: &Cell) -> Ordering {
        match (self, other) {
            (Cell::Empty, Cell::Empty) => Ordering::Equal,
            (Cell::Empty, _) => Ordering::Greater,
            (_, Cell::Empty) => Ordering::Less,
            (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
            (Cell::Integer(a), Cell::Integer(b)) => a.cmp(b),
            (Cell::Decimal(a), Cell::Decimal(b)) => a.cmp(b),
            (Cell::Flag(a), Cell::Flag(b)) => a.cmp(b),
            // The values of a column are of one type.
            _ => Ordering::Equal,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}

impl From<&Shared> for Cell {
    fn from(text: &Shared) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<&[Shared]> for Cell {
    fn from(texts: &[Shared]) -> Self {
        texts.join(" / ").into()
    }
}

impl From<&[String]> for Cell {
    fn from(texts: &[String]) -> Self {
        texts.join(" / ").into()
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Cell::Integer(number.into())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Integer(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Cell::Empty, Cell::Integer)
    }
}

impl From<Number> for Cell {
    fn from(number: Number) -> Self {
        Cell::Decimal(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Cell::Flag(flag)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// The id of a section as text that no spreadsheet takes for a number: §2.10.
pub fn section(id: &str) -> String {
    if id.is_empty() { String::new() } else { format!("§{id}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_size_and_nothing_comes_last() {
        let mut cells = [Cell::Empty, Cell::Integer(10), Cell::Integer(9), Cell::Integer(-3)];
        cells.sort_by(Cell::order);
        assert_eq!(cells, [Cell::Integer(-3), Cell::Integer(9), Cell::Integer(10), Cell::Empty]);
        let (a, b) = (Cell::Decimal(Number::new(95, 1)), Cell::Decimal(Number::from(10)));
        assert_eq!((a.order(&b), Cell::from("9").order(&Cell::from("10"))), (Ordering::Less, Ordering::Greater));
    }
}
