//! Exact decimal numbers: what a plan promises is never held in binary floating point.
//!
//! Knows nothing of units or text; `quantity::numeral` reads numbers, this type carries and prints them.

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal. Serialized as a plain JSON or YAML number with exactly these digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

impl Number {
    /// `mantissa` × 10^-`scale`.
    pub fn new(mantissa: i64, scale: u32) -> Self {
        Self(Decimal::new(mantissa, scale).normalize())
    }

    /// Wraps a decimal; trailing zeros are dropped.
    pub fn from_decimal(value: Decimal) -> Self {
        Self(value.normalize())
    }

    /// The decimal inside, to print; its operators end the program on overflow.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// To twelve places after the point: what a third times three was meant to be.
    pub fn rounded(self) -> Self {
        self.to_places(12)
    }

    /// To so many `places` after the point.
    pub fn to_places(self, places: u32) -> Self {
        Self::from_decimal(self.0.round_dp(places))
    }

    /// How far it is from zero.
    pub fn size(self) -> Self {
        Self(self.0.abs())
    }

    /// The same below zero.
    pub fn negated(self) -> Self {
        Self::from_decimal(-self.0)
    }

    /// The product, or `None` on overflow.
    pub fn times(self, factor: Number) -> Option<Number> {
        self.0.checked_mul(factor.0).map(Self::from_decimal)
    }

    /// The sum, or `None` on overflow.
    pub fn plus(self, other: Number) -> Option<Number> {
        self.0.checked_add(other.0).map(Self::from_decimal)
    }

    /// The difference, or `None` on overflow.
    pub fn minus(self, other: Number) -> Option<Number> {
        self.0.checked_sub(other.0).map(Self::from_decimal)
    }

    /// The quotient, or `None` on division by zero or overflow.
    pub fn over(self, divisor: Number) -> Option<Number> {
        self.0.checked_div(divisor.0).map(Self::from_decimal)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Decimal::from(value))
    }
}

impl FromStr for Number {
    type Err = rust_decimal::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str(text).map(Self::from_decimal)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let (true, Some(whole)) = (self.0.is_integer(), self.0.to_i64()) {
            return serializer.serialize_i64(whole);
        }
        // Formats have no decimal type: a float goes out only where it prints exactly these digits.
        let text = self.0.to_string();
        match text.parse::<f64>() {
            Ok(float) if float.to_string() == text => serializer.serialize_f64(float),
            _ => serializer.serialize_str(&text),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E: serde::de::Error>(self, v: i64) -> Result<Number, E> {
                Ok(Number::from(v))
            }
            fn visit_u64<E: serde::de::Error>(self, v: u64) -> Result<Number, E> {
                Ok(Number(Decimal::from(v)))
            }
            fn visit_f64<E: serde::de::Error>(self, v: f64) -> Result<Number, E> {
                // The shortest text that reads back as this float is what the file held.
                v.to_string().parse().map_err(E::custom)
            }
            fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<Number, E> {
                v.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An exact decimal: a number, or a string of its digits where a number could not hold them all.",
            "type": ["number", "string"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_go_out_and_come_back_with_the_same_digits() {
        for text in ["34.75", "1000", "0.006", "4500000000000000", "-0.1", "12345678901234567890.5"] {
            let number: Number = text.parse().expect("a decimal");
            let json = serde_json::to_string(&number).expect("serializes");
            assert_eq!(json.trim_matches('"'), text);
            assert_eq!(serde_json::from_str::<Number>(&json).expect("reads back"), number);
        }
    }
}
