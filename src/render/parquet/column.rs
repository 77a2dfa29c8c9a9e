//! The values of one column of a row group.

use parquet::{
    data_type::{
        BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int32Type, Int64Type,
    },
    errors::ParquetError,
    file::writer::SerializedColumnWriter,
};

use crate::{
    number::Number,
    render::long::{Cell, Type},
};

/// Digits of a decimal, and how many of them stand behind the point: as many as numbers are rounded to.
pub(super) const DIGITS: i32 = 38;
pub(super) const SCALE: u32 = 12;

/// Bytes that hold so many digits.
pub(super) const WIDTH: i32 = 16;

/// What is too large for so many.
const LIMIT: u128 = 10u128.pow(DIGITS as u32);

/// Writes `cells`, which are of the type `kind`.
pub(super) fn write<'a>(
    to: &mut SerializedColumnWriter<'_>,
    kind: Type,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<(), ParquetError> {
    match kind {
        Type::Integer => {
            values::<Int64Type>(to, cells, |cell| if let Cell::Integer(n) = cell { Some(*n) } else { None })
        }
        Type::Boolean => {
            values::<BoolType>(to, cells, |cell| if let Cell::Flag(flag) = cell { Some(*flag) } else { None })
        }
        Type::Date => values::<Int32Type>(to, cells, |cell| if let Cell::Text(day) = cell { days(day) } else { None }),
        Type::Decimal => values::<FixedLenByteArrayType>(to, cells, |cell| match cell {
            Cell::Decimal(number) => digits(*number),
            _ => None,
        }),
        Type::Text | Type::Key | Type::List => values::<ByteArrayType>(to, cells, |cell| match cell {
            Cell::Empty => None,
            Cell::Text(text) => Some(text.as_bytes().to_vec().into()),
            other => Some(ByteArray::from(other.clone().text().into_bytes())),
        }),
    }
}

fn values<'a, T: DataType>(
    to: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
    value: impl Fn(&Cell) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let (mut found, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        let value = value(cell);
        levels.push(i16::from(value.is_some()));
        found.extend(value);
    }
    to.typed::<T>().write_batch(&found, Some(&levels), None).map(drop)
}

/// A number as two's complement of sixteen bytes, with [`SCALE`] digits behind the point; `None` where it is too large.
fn digits(number: Number) -> Option<FixedLenByteArray> {
    let number = number.decimal().round_dp(SCALE);
    let shifted = number.mantissa().checked_mul(10i128.checked_pow(SCALE - number.scale())?)?;
    (shifted.unsigned_abs() < LIMIT).then(|| shifted.to_be_bytes().to_vec().into())
}

/// The days from 1970-01-01 to a day as ISO 8601 writes it.
fn days(day: &str) -> Option<i32> {
    let mut parts = day.splitn(3, '-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years begin in March, so that the day that some of them lack is their last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(365 * year + leap + (153 * month + 2) / 5 + day - 719_469)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (day, count) in [
            ("1970-01-01", Some(0)),
            ("1969-12-31", Some(-1)),
            ("2000-02-29", Some(11_016)),
            ("2021-01-14", Some(18_641)),
            ("2100-03-01", Some(47_541)),
            ("2021-13-01", None),
            ("2021-01", None),
            ("", None),
        ] {
            assert_eq!(days(day), count, "{day}");
        }
    }

    #[test]
    fn decimals_are_exact_to_twelve_places_and_none_where_too_large() {
        let shifted = |text: &str| {
            let bytes = digits(text.parse().expect("a number"))?;
            Some(i128::from_be_bytes(bytes.data().try_into().expect("sixteen bytes")))
        };
        assert_eq!(shifted("5.5"), Some(5_500_000_000_000));
        assert_eq!(shifted("-0.000000000001"), Some(-1));
        assert_eq!(shifted("0.0000000000005"), Some(0), "half to even");
        assert_eq!(shifted("12345678901234567890.5"), Some(12_345_678_901_234_567_890_500_000_000_000));
        assert_eq!(shifted("79228162514264337593543950335"), None);
    }
}
