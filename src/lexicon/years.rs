//! Which numbers of four digits are years.

use std::ops::RangeInclusive;

/// The years that a text may tell.
pub const TOLD: RangeInclusive<i32> = 1900..=2100;

/// The years of plans and of what they look back on and ahead to.
pub const OF_PLANS: RangeInclusive<i32> = 1949..=2100;

/// The year before the first of the republic (民国).
const BEFORE_REPUBLIC: i32 = 1911;

/// The years of the republic that take three digits, which its documents count by and no amount is likely to have.
pub const OF_REPUBLIC: RangeInclusive<u32> = 100..=149;

/// Year `count` of the republic.
pub fn of_republic(count: u32) -> i32 {
    BEFORE_REPUBLIC + count.min(*TOLD.end() as u32) as i32
}

/// Whether `year` may be told.
pub fn is_told(year: impl TryInto<i32>) -> bool {
    year.try_into().is_ok_and(|year| TOLD.contains(&year))
}

/// Whether `year` may be one of a plan.
pub fn is_of_plans(year: impl TryInto<i32>) -> bool {
    year.try_into().is_ok_and(|year| OF_PLANS.contains(&year))
}
