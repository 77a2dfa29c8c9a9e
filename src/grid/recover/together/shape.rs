//! What heads tell of the rows below them.

use super::pieces::Asked;

/// What a row gains, and each value of it.
const GAIN: f32 = 1.8;
const GAIN_OF_VALUE: f32 = 0.7;

/// Where a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Nowhere,
    /// Left of the name.
    Before,
    /// Between the name and the values.
    Behind,
    /// Right of the values.
    Last,
}

/// What heads tell of rows.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) asked: Asked,
    pub(super) numbered: bool,
    pub(super) grouped: bool,
    pub(super) unit: Place,
    pub(super) nature: Place,
    /// Whether who answers stands behind the values.
    pub(super) bodies: bool,
    /// Whether remarks stand behind the values.
    pub(super) notes: bool,
}

impl Shape {
    /// What a row of it gains.
    pub(super) fn gain(&self) -> f32 {
        GAIN + GAIN_OF_VALUE * self.asked.count as f32
    }
}
