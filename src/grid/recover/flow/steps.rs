//! How each state of a layout was reached, and what it gains: the way back in two bytes a state, the gains only as far as steps lead on.

use crate::memory::let_go;

/// Where a row may stand.
pub(super) const STATES: usize = 4;

/// What never pays.
pub(super) const NEVER: f32 = 1e6;

/// A step to a state: what it gains, the pieces it takes up and the state that it leads from.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) gain: f32,
    pub(super) pieces: u8,
    pub(super) state: u8,
    pub(super) kind: StepKind,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum StepKind {
    None,
    Start,
    Cell,
    Absent,
    RowEnd,
    Group,
    Head,
    Noise,
}

impl StepKind {
    const ALL: [Self; 8] =
        [Self::None, Self::Start, Self::Cell, Self::Absent, Self::RowEnd, Self::Group, Self::Head, Self::Noise];
}

/// A piece, a column and a state.
pub(super) type Place = (usize, usize, usize);

/// The steps to all places, of which one piece has `row`.
pub(super) struct Steps {
    row: usize,
    /// What the places of this piece and of those that a step may reach from it gain, by turns.
    gains: Vec<f32>,
    /// One less than the pieces that `gains` has room for, a power of two.
    turn: usize,
    /// The best step to each place: its kind, its state and its pieces, from the lowest bit.
    ways: Vec<u16>,
}

impl Steps {
    /// Of `count` pieces and `width` columns, of which a step takes `most` pieces.
    pub(super) fn new(count: usize, width: usize, most: usize) -> Self {
        let row = (width + 1) * STATES;
        let room = (most + 1).next_power_of_two();
        Self { row, gains: vec![-NEVER; room * row], turn: room - 1, ways: vec![0; (count + 1) * row] }
    }

    /// Lets them go.
    pub(super) fn let_go(self) {
        let_go(self.ways);
    }

    fn gain_at(&self, (at, column, state): Place) -> usize {
        (at & self.turn) * self.row + column * STATES + state
    }

    fn way(&self, (at, column, state): Place) -> u16 {
        self.ways[at * self.row + column * STATES + state]
    }

    /// What the best step to `place` gains.
    pub(super) fn gain(&self, place: Place) -> f32 {
        self.gains[self.gain_at(place)]
    }

    /// The kind of the best step to `place`.
    pub(super) fn kind(&self, place: Place) -> StepKind {
        StepKind::ALL[usize::from(self.way(place) & 7)]
    }

    /// The best step to `place`: its kind, its pieces, and the state that it leads from.
    pub(super) fn step(&self, place: Place) -> (StepKind, usize, usize) {
        let way = self.way(place);
        (self.kind(place), usize::from(way >> 5), usize::from(way >> 3 & 3))
    }

    /// Takes `step` to `place` where none that is as good leads there.
    pub(super) fn reach(&mut self, place: Place, step: Step) {
        let gain = self.gain_at(place);
        if step.gain > self.gains[gain] {
            self.gains[gain] = step.gain;
            let (at, column, state) = place;
            let way = step.kind as u16 | u16::from(step.state) << 3 | u16::from(step.pieces) << 5;
            self.ways[at * self.row + column * STATES + state] = way;
        }
    }

    /// Forgets what the places of the piece `at` gain: no step leads on from them.
    pub(super) fn leave(&mut self, at: usize) {
        let start = self.gain_at((at, 0, 0));
        self.gains[start..start + self.row].fill(-NEVER);
    }
}
