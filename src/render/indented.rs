//! The layout of JSON that people read: a line a field, two spaces a level. A result of a plan is a few long texts and very many
//! short fields, whose keys need no escapes and stand with their line break and colon beside them.

use std::{
    fmt::{self, Display},
    io::{self, Write},
};

use serde::ser::{self, Serialize};

/// A line break with the white space of the deepest lines that are common.
const BREAK: &[u8; 65] = b"\n                                                                ";

/// Why a value is not written: the place that it is written to takes no more, or the value does not let itself be written.
#[derive(Debug)]
pub(super) struct Failed(io::Error);

type Result<T> = std::result::Result<T, Failed>;

impl Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: Display>(why: T) -> Self {
        Self(io::Error::other(why.to_string()))
    }
}

impl From<Failed> for io::Error {
    fn from(failed: Failed) -> Self {
        failed.0
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self(error)
    }
}

/// How many bytes are put together before the place that they are written to is asked.
const PIECE: usize = 16 * 1024;

/// Writes a value as indented JSON.
pub(super) struct Indented<'w> {
    out: &'w mut dyn Write,
    /// What is put together.
    text: Vec<u8>,
    depth: usize,
}

impl<'w> Indented<'w> {
    /// Writes to `out`, behind `text`, what stands so many levels deep.
    pub(super) fn new(out: &'w mut dyn Write, text: &str, depth: usize) -> Self {
        let mut put = Vec::with_capacity(PIECE + PIECE / 4);
        put.extend_from_slice(text.as_bytes());
        Self { out, text: put, depth }
    }

    /// Writes what is put together.
    pub(super) fn flush(&mut self) -> Result<()> {
        self.out.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
    }

    /// A line break up to where the line begins.
    #[inline]
    fn line(&mut self) {
        match BREAK.get(..1 + 2 * self.depth) {
            Some(line) => self.put(line),
            None => self.put(format!("\n{:1$}", "", 2 * self.depth).as_bytes()),
        }
    }

    /// A text whose characters JSON writes as they are.
    #[inline]
    fn quoted(&mut self, text: &str) {
        self.text.push(b'"');
        self.put(text.as_bytes());
        self.text.push(b'"');
    }

    /// A value that has no lines of its own.
    fn plain(&mut self, value: impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.text, &value).map_err(|error| Failed(error.into()))
    }

    fn open<'a>(&'a mut self, sign: u8, close: &'static [u8]) -> Within<'a, 'w> {
        self.text.push(sign);
        self.depth += 1;
        Within { json: self, filled: false, close }
    }

    /// The only field of an object, which a variant is.
    fn variant<'a>(&'a mut self, name: &'static str) -> Result<&'a mut Self> {
        self.open(b'{', b"}").key(name)?;
        Ok(self)
    }
}

/// Whether JSON writes every character of `text` as it is.
fn is_plain(text: &str) -> bool {
    let plain = |&byte: &u8| (byte >= b' ') & (byte != b'"') & (byte != b'\\');
    // So many are asked at once.
    let (blocks, rest) = text.as_bytes().as_chunks::<16>();
    blocks.iter().all(|block| block.iter().fold(true, |all, byte| all & plain(byte))) && rest.iter().all(plain)
}

/// A list or an object that is open.
pub(super) struct Within<'a, 'w> {
    json: &'a mut Indented<'w>,
    filled: bool,
    /// What closes it, and what it stands in.
    close: &'static [u8],
}

impl Within<'_, '_> {
    #[inline]
    fn entry(&mut self) -> Result<()> {
        if self.json.text.len() >= PIECE {
            self.json.flush()?;
        }
        if self.filled {
            self.json.text.push(b',');
        }
        self.json.line();
        self.filled = true;
        Ok(())
    }

    /// The name of a field: what names fields here holds no signs that need escapes.
    fn key(&mut self, key: &'static str) -> Result<()> {
        self.entry()?;
        self.json.text.push(b'"');
        self.json.put(key.as_bytes());
        self.json.put(b"\": ");
        Ok(())
    }

    fn value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        value.serialize(&mut *self.json)
    }

    fn close(self) -> Result<()> {
        for (at, &sign) in self.close.iter().enumerate() {
            self.json.depth -= 1;
            if self.filled || at > 0 {
                self.json.line();
            }
            self.json.text.push(sign);
        }
        Ok(())
    }
}

/// Values that have no lines of their own.
macro_rules! plain {
    ($($name:ident: $type:ty),*) => {
        $(fn $name(self, value: $type) -> Result<()> {
            self.plain(value)
        })*
    };
}

impl<'a, 'w> ser::Serializer for &'a mut Indented<'w> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Within<'a, 'w>;
    type SerializeTuple = Within<'a, 'w>;
    type SerializeTupleStruct = Within<'a, 'w>;
    type SerializeTupleVariant = Within<'a, 'w>;
    type SerializeMap = Within<'a, 'w>;
    type SerializeStruct = Within<'a, 'w>;
    type SerializeStructVariant = Within<'a, 'w>;

    plain! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128, serialize_f32: f32, serialize_f64: f64, serialize_char: char
    }

    fn serialize_str(self, text: &str) -> Result<()> {
        if !is_plain(text) {
            return self.plain(text);
        }
        self.quoted(text);
        Ok(())
    }

    fn collect_str<T: ?Sized + Display>(self, value: &T) -> Result<()> {
        self.serialize_str(&value.to_string())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<()> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<()> {
        self.put(b"null");
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<()> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        let json = self.variant(variant)?;
        value.serialize(&mut *json)?;
        Within { json, filled: true, close: b"}" }.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Within<'a, 'w>> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Within<'a, 'w>> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Within<'a, 'w>> {
        Ok(self.open(b'[', b"]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Within<'a, 'w>> {
        Ok(self.variant(variant)?.open(b'[', b"]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Within<'a, 'w>> {
        Ok(self.open(b'{', b"}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Within<'a, 'w>> {
        Ok(self.open(b'{', b"}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Within<'a, 'w>> {
        Ok(self.variant(variant)?.open(b'{', b"}}"))
    }
}

/// Lists of all kinds.
macro_rules! lists {
    ($($kind:ident $add:ident),*) => {
        $(impl ser::$kind for Within<'_, '_> {
            type Ok = ();
            type Error = Failed;

            fn $add<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
                self.entry()?;
                self.value(value)
            }

            fn end(self) -> Result<()> {
                self.close()
            }
        })*
    };
}

lists! {
    SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
}

/// Objects whose fields are known.
macro_rules! objects {
    ($($kind:ident),*) => {
        $(impl ser::$kind for Within<'_, '_> {
            type Ok = ();
            type Error = Failed;

            fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<()> {
                self.key(key)?;
                self.value(value)
            }

            fn end(self) -> Result<()> {
                self.close()
            }
        })*
    };
}

objects! { SerializeStruct, SerializeStructVariant }

impl ser::SerializeMap for Within<'_, '_> {
    type Ok = ();
    type Error = Failed;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<()> {
        self.entry()?;
        let key = serde_json::to_string(key).map_err(|error| Failed(error.into()))?;
        match key.starts_with('"') {
            true => self.json.put(key.as_bytes()),
            // A number is quoted where it is a key.
            false => self.json.quoted(&key),
        }
        self.json.put(b": ");
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        self.value(value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}
