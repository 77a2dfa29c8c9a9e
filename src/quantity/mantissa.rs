//! Arabic digits as they are read one by one, and the number that they make.

use rust_decimal::Decimal;

/// How many digits are held as a number; hardly any numeral has more.
const HELD: usize = 18;

/// The digits read so far.
#[derive(Default)]
pub(super) struct Mantissa {
    count: usize,
    value: u64,
    /// Those that `value` cannot hold.
    rest: String,
}

impl Mantissa {
    /// Adds the Arabic `digit`.
    pub(super) fn push(&mut self, digit: char) {
        if self.count < HELD {
            self.value = self.value * 10 + u64::from(digit as u32 - '0' as u32);
        } else {
            self.rest.push(digit);
        }
        self.count += 1;
    }

    /// How many there are.
    pub(super) fn digits(&self) -> usize {
        self.count
    }

    /// Their value, the last `decimals` of them behind a point.
    pub(super) fn value(&self, decimals: usize) -> Option<Decimal> {
        if self.rest.is_empty() {
            let value = Decimal::try_from_i128_with_scale(i128::from(self.value), decimals as u32).ok();
            return value.filter(|_| self.count > 0);
        }
        let mut digits = format!("{:0HELD$}{}", self.value, self.rest);
        if decimals > 0 {
            digits.insert(self.count - decimals, '.');
        }
        digits.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_make_the_number_that_is_written() {
        for text in [
            "5",
            "0120",
            "2.50",
            ".5",
            "000000000000000000012.5",
            "9876543210987654321098765",
            "1.0000000000000000000002",
        ] {
            let mut mantissa = Mantissa::default();
            text.chars().filter(char::is_ascii_digit).for_each(|digit| mantissa.push(digit));
            let decimals = text.find('.').map_or(0, |at| text.len() - at - 1);
            assert_eq!(mantissa.value(decimals), text.parse().ok(), "{text}");
        }
        assert_eq!(Mantissa::default().value(0), None);
        let mut long = Mantissa::default();
        "9".repeat(40).chars().for_each(|digit| long.push(digit));
        assert_eq!(long.value(0), None);
    }
}
