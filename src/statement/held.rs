//! What statements beside each other have alike and hold together: in one, eight bytes of each.

use std::{borrow::Cow, fmt, ops::Deref, sync::Arc};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Shared;

/// A value that is held together, not copied; written and saved as the value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held<T>(Arc<T>);

impl From<&str> for Held<Shared> {
    fn from(text: &str) -> Self {
        Shared::from(text).into()
    }
}

impl From<String> for Held<Shared> {
    fn from(text: String) -> Self {
        Shared::from(text).into()
    }
}

impl<T: PartialEq<str>> PartialEq<str> for Held<T> {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl<T: PartialEq<str>> PartialEq<&str> for Held<T> {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl<T: fmt::Display> fmt::Display for Held<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T> From<T> for Held<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Held<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Held<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for Held<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A list that is held together; an empty one takes no memory of its own.
#[derive(Clone, Debug, Eq, JsonSchema)]
#[schemars(with = "Vec<T>")]
pub struct List<T>(Option<Arc<Vec<T>>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(mut items: Vec<T>) -> Self {
        items.shrink_to_fit();
        Self((!items.is_empty()).then(|| Arc::new(items)))
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Vec::from(items).into()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    /// Copies are known by their place.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.deref(), other.deref()) || self.deref() == other.deref()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.deref().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
