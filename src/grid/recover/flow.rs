//! Pieces laid out in rows: the rows of a template that explain a run of pieces best, where cells may be missing, broken
//! into several pieces, or stand between rows as the name of a group.
//!
//! A row that fits gains, a piece without a place costs; the table ends where the gain is greatest. Linear in the pieces.

mod steps;
mod weights;

use self::{
    steps::{NEVER, STATES, Step, StepKind, Steps},
    weights::{
        DEAREST, EARLY_HEAD, FIRST_GROUP, GAIN, GOES_ON, GROUP, GROUP_AS_HEAD, HEAD_AS_CELL, HEADED, HEADS_AGAIN,
        LATE_HEAD, LATE_MIXED_HEAD, LATER, MEASURE_AS_GROUP, MISPLACED, MIXED_GROUP, MOST_ODD, NO_HEAD, NOISE,
        NUMBERED, ODD_HEAD, OF_NO_KIND, ROW, SENTENCE_AS_HEAD, VALUE_AS_HEAD, VALUE_HEAD, WITH_ROOM, WITHOUT_CELL,
        WITHOUT_VALUE, WORDED_VALUE_AS_HEAD,
    },
};
use super::{
    kind::{self, Column, Kind, MISFIT},
    token::{Gap, Tokens},
};
use crate::{grid::head::is_beside_values, lexicon::COLUMNS, memory::let_go};

/// What the rows of a table look like.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Template {
    pub(super) columns: Vec<Column>,
    /// What it costs that a row lacks a column.
    pub(super) absent: Vec<f32>,
    /// What speaks for it before it is tried: numbers open rows.
    prior: f32,
}

impl Template {
    pub(super) fn new(columns: Vec<Column>) -> Self {
        let later = |at: usize| (columns.len() - at) as f32 * LATER;
        let cost = |column: &Column| if *column == Column::Value { WITHOUT_VALUE } else { WITHOUT_CELL };
        let absent = columns.iter().enumerate().map(|(at, column)| cost(column) + later(at)).collect();
        let prior = if columns.first() == Some(&Column::Number) { NUMBERED } else { 0.0 };
        Self { columns, absent, prior }
    }
}

/// What a way of parting cells allows: costs by the gap before a piece (cell sign, space, line, empty line).
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    /// To open a row.
    row: [f32; 4],
    /// To open a cell in a row.
    cell: [f32; 4],
    /// To go on in a cell.
    join: [f32; 4],
    /// Most pieces of a cell.
    pieces: usize,
}

impl Costs {
    /// A row a line, cells parted by a sign; a cell may be broken over lines.
    pub(super) const SPLIT: Self = Self {
        row: [NEVER, NEVER, 0.0, 0.0],
        cell: [0.0, NEVER, 2.0, NEVER],
        join: [NEVER, NEVER, 0.8, NEVER],
        pieces: 4,
    };
    /// A row a line, words parted by spaces.
    pub(super) const NARROW: Self =
        Self { row: [NEVER, 4.0, 0.0, 0.0], cell: [0.0, 0.0, 1.5, 4.0], join: [NEVER, 0.8, 0.9, 4.0], pieces: 7 };
    /// Words, however the lines fall.
    pub(super) const WORDS: Self =
        Self { row: [0.0, 0.1, 0.0, 0.0], cell: [0.0, 0.0, 0.0, 0.0], join: [NEVER, 1.2, 1.2, NEVER], pieces: 5 };
    /// A cell a line.
    pub(super) const LINES: Self =
        Self { row: [0.0, NEVER, 0.0, 0.0], cell: [0.0, NEVER, 0.0, 0.0], join: [NEVER, NEVER, 2.0, 4.0], pieces: 3 };
    /// A cell between two empty lines.
    pub(super) const BLANKS: Self =
        Self { row: [0.0, NEVER, 1.5, 0.0], cell: [0.0, NEVER, 1.0, 0.0], join: [NEVER, NEVER, 0.6, 8.0], pieces: 4 };
    /// Whether signs part the cells of a line, and spaces do not.
    fn parts_by_signs(&self) -> bool {
        of(self.join, Gap::Space) >= NEVER
    }

    /// A cell a line, closed by a bar.
    pub(super) const CLOSED: Self = Self {
        row: [0.0, NEVER, 0.0, 0.0],
        cell: [0.0, NEVER, 0.0, 0.0],
        join: [NEVER, NEVER, NEVER, NEVER],
        pieces: 1,
    };
    /// A cell between two bars.
    pub(super) const BARS: Self =
        Self { row: [0.0, 0.0, 0.0, 0.0], cell: [0.0, 0.0, 0.0, 0.0], join: [NEVER, NEVER, NEVER, NEVER], pieces: 1 };
}

fn of(costs: [f32; 4], gap: Gap) -> f32 {
    costs[gap as usize]
}

/// A stretch of the pieces with what it is for; `from` is the index of its first piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The cell of this column in the row that is open.
    Cell { column: u32, from: u32, pieces: u8 },
    /// The end of a row.
    RowEnd,
    /// The name of a group of rows.
    Group { from: u32, pieces: u8 },
    /// The head again.
    Head,
    /// What belongs to no row.
    Noise,
}

/// How the pieces were laid out.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// How many pieces stand before the first row.
    pub(super) head: usize,
    /// What follows, in order.
    pub(super) parts: Vec<Part>,
    /// One past the last piece of the table.
    pub(super) end: usize,
    /// What the layout gains over leaving the pieces without a place.
    pub(super) gain: f32,
    /// What speaks for its template.
    prior: f32,
}

impl Layout {
    pub(super) fn rows(&self) -> usize {
        self.parts.iter().filter(|part| **part == Part::RowEnd).count()
    }

    /// Speaks for it in every row where each column has its head, less for each of the heads that is `misplaced`.
    pub(super) fn headed(mut self, misplaced: usize) -> Self {
        self.prior += (HEADED - MISPLACED * misplaced as f32) * self.rows() as f32;
        self
    }

    /// What its cells gain, however many rows they were cut into.
    pub(super) fn fit(&self) -> f32 {
        self.gain + self.prior + ROW * self.rows() as f32
    }
}

/// Where a row stands: between rows, in a row, or between rows where no more may stand between.
const FREE: usize = 0;
const OPEN: usize = 1;
const AFTER_GROUP: usize = 2;
const BOUND: usize = 3;

/// Lays the pieces out in rows of `template`.
pub(super) fn lay_out(tokens: &Tokens<'_>, joins: &Joins, template: &Template, costs: Costs) -> Option<Layout> {
    let count = joins.starts.len();
    Flow { tokens, joins, template, costs, width: template.columns.len(), count }.run()
}

/// What the pieces from each on look like as one cell: of one piece, of two, … with what it costs to join them.
pub(super) struct Joins {
    /// Where the cells that begin with each piece stand in `cells`.
    starts: Vec<u32>,
    cells: Vec<Joined>,
}

/// What pieces look like as one cell, and what it costs to join them.
type Joined = (Option<Kind>, f32);

impl Joins {
    /// Of the first `count` of `tokens`.
    pub(super) fn new(tokens: &Tokens<'_>, costs: Costs, count: usize) -> Self {
        let count = count.min(tokens.len());
        let mut joins = Self { starts: Vec::with_capacity(count), cells: Vec::with_capacity(count) };
        for at in 0..count {
            joins.starts.push(joins.cells.len() as u32);
            add_cells(&mut joins.cells, tokens, costs, (at, count));
        }
        joins
    }

    /// Lets them go.
    pub(super) fn let_go(self) {
        let_go(self.starts);
        let_go(self.cells);
    }

    /// The cells that may begin with the piece `at`.
    fn at(&self, at: usize) -> &[Joined] {
        let start = |at: usize| self.starts.get(at).map_or(self.cells.len(), |&start| start as usize);
        &self.cells[start(at)..start(at + 1)]
    }
}

/// Adds the cells that may begin with the piece `at` of `count`.
fn add_cells(found: &mut Vec<Joined>, tokens: &Tokens<'_>, costs: Costs, (at, count): (usize, usize)) {
    let mut cost = 0.0;
    for pieces in 1..=costs.pieces.min(count - at) {
        if pieces > 1 {
            let added = of(costs.join, tokens.all[at + pieces - 1].gap);
            cost += match added < NEVER && tokens.goes_on(at + pieces - 1) {
                true => added * GOES_ON,
                false if pieces == 2 && costs.parts_by_signs() && tokens.has_room(at) => added + WITH_ROOM,
                false => added,
            };
        }
        // An empty piece is a cell of its own.
        let empty = tokens.kinds[at].is_none() || tokens.kinds[at + pieces - 1].is_none();
        let last = at + pieces - 1;
        let parted = || {
            empty
                || tokens.opens_numbered(last, at)
                || are_values(tokens, last)
                || beside_nature(tokens, last)
                || tokens.sums_up(last)
                || tokens.measures_parts(last - 1)
        };
        if cost >= DEAREST || pieces > 1 && parted() {
            break;
        }
        let kind = tokens.joined(at, pieces);
        // 属性 alone heads a column and is no cell of it.
        let heads = pieces == 1 && is_beside_values(tokens.view(at).text());
        found.push((kind, if heads { cost + HEAD_AS_CELL } else { cost }));
        if kind == Some(Kind::Long) {
            break;
        }
    }
}

/// Whether the piece `at` and the one before are both whole values, which no cell holds two of, or a value and a name with its unit.
fn are_values(tokens: &Tokens<'_>, at: usize) -> bool {
    let whole = |at: usize| matches!(tokens.kinds[at], Some(Kind::Count | Kind::Value | Kind::Dash));
    // 3 岁以下婴幼儿入托率（%） is one name, and so is 110千伏 with 变电站（座） below it.
    let inline = |at: usize| matches!(tokens.all[at].gap, Gap::Cell | Gap::Space);
    let worded = |at: usize| tokens.view(at).text().starts_with(char::is_alphabetic);
    let named = tokens.kinds[at] == Some(Kind::Name) && !inline(at) && inline(at - 1) && !worded(at - 1);
    // 19.2 over 15分钟生活圈覆盖率
    let counted = || tokens.view(at).text().starts_with(|c: char| c.is_ascii_digit());
    let opens = tokens.kinds[at] == Some(Kind::Mixed) && !inline(at) && counted();
    // 三分之一以上 over 居委会成员比例
    let told_in_words = |at: usize| !tokens.view(at).text().contains(|c: char| c.is_ascii_digit());
    let below = tokens.kinds[at] == Some(Kind::Words) && !inline(at) && inline(at - 1) && told_in_words(at - 1);
    (whole(at) || named || opens || below) && whole(at - 1) && !tokens.goes_on(at)
}

/// Whether either of the piece `at` and the one before says whether a target binds, which is a cell of its own.
fn beside_nature(tokens: &Tokens<'_>, at: usize) -> bool {
    let nature = |at: usize| tokens.kinds[at] == Some(Kind::Closed) && COLUMNS.natures.has(tokens.view(at).text());
    nature(at) || nature(at - 1)
}

struct Flow<'t> {
    tokens: &'t Tokens<'t>,
    joins: &'t Joins,
    template: &'t Template,
    costs: Costs,
    width: usize,
    count: usize,
}

impl Flow<'_> {
    fn run(&self) -> Option<Layout> {
        let count = self.count;
        let mut steps = Steps::new(count, self.width, self.costs.pieces.max(self.most_heads()));
        self.start(&mut steps);
        let mut best = (0.0f32, 0usize);
        for at in 0..=count {
            let joined = self.joins.at(at);
            for column in 0..=self.width {
                for state in 0..STATES {
                    let gain = steps.gain((at, column, state));
                    if gain <= -NEVER / 2.0 {
                        continue;
                    }
                    if column == self.width {
                        let step = Step { gain: gain - ROW, pieces: 0, state: state as u8, kind: StepKind::RowEnd };
                        steps.reach((at, 0, FREE), step);
                        continue;
                    }
                    self.cells(&mut steps, (at, column, state), gain, joined);
                    if column == 0 && state != OPEN {
                        self.between(&mut steps, (at, state), gain, joined);
                    }
                }
            }
            // The end of a row leads back to this piece: what it reaches is read in a second pass.
            let free = (at, 0, FREE);
            if steps.kind(free) == StepKind::RowEnd {
                let gain = steps.gain(free);
                self.go_on_from_row_end(&mut steps, at, gain, joined);
                if gain > best.0 {
                    best = (gain, at);
                }
            }
            steps.leave(at);
        }
        let layout = (best.1 > 0).then(|| self.trace(&steps, best.1, best.0));
        steps.let_go();
        layout
    }

    fn gap(&self, at: usize) -> Option<Gap> {
        (at < self.count).then(|| self.tokens.all[at].gap)
    }

    /// Most pieces that may stand before the first row, or that the heads are which return.
    fn most_heads(&self) -> usize {
        2 * self.width + 2
    }

    /// The states in which the first row may open.
    fn start(&self, steps: &mut Steps) {
        let mut gain = 0.0;
        let most = self.most_heads().min(self.count);
        for head in 0..=most {
            let odd =
                (head as f32 - self.width as f32).abs().min(MOST_ODD) * if head == 0 { NO_HEAD } else { ODD_HEAD };
            steps.reach(
                (head, 0, BOUND),
                Step { gain: gain - odd, pieces: head as u8, state: 0, kind: StepKind::Start },
            );
            let Some(kind) = self.tokens.kinds.get(head) else { break };
            gain += self.heads(head, *kind);
        }
    }

    /// What the piece `at` gains as a heading.
    fn heads(&self, at: usize, kind: Option<Kind>) -> f32 {
        let Some(kind) = kind else { return 0.0 };
        let view = self.tokens.view(at);
        let early = at < self.width;
        let valued = kind == Kind::Year || COLUMNS.value_head.is_in(view.text()) || is_beside_values(view.text());
        let labelled = kind::names_group(view.text());
        match kind {
            Kind::Long => SENTENCE_AS_HEAD,
            Kind::Words | Kind::Instead | Kind::Mixed if labelled => GROUP_AS_HEAD,
            Kind::Words | Kind::Instead | Kind::Closed | Kind::Unit | Kind::Name | Kind::Year if early => EARLY_HEAD,
            Kind::Value if valued && kind::words_left(view.text()) > 1 => WORDED_VALUE_AS_HEAD,
            Kind::Words | Kind::Instead | Kind::Year if valued => VALUE_HEAD,
            Kind::Words | Kind::Instead | Kind::Year => LATE_HEAD,
            Kind::Mixed if early => 0.0,
            Kind::Mixed | Kind::Closed | Kind::Unit | Kind::Name => LATE_MIXED_HEAD,
            _ => VALUE_AS_HEAD,
        }
    }

    /// The cell of `column`, present or not.
    fn cells(&self, steps: &mut Steps, from: (usize, usize, usize), gain: f32, joined: &[Joined]) {
        let (at, column, state) = from;
        let open = state == OPEN;
        let left = self.width - column;
        let absent =
            Step { gain: gain - self.template.absent[column], pieces: 0, state: state as u8, kind: StepKind::Absent };
        // A row needs a cell.
        if open || left > 1 {
            steps.reach((at, column + 1, state), absent);
        }
        let Some(gap) = self.gap(at) else { return };
        let open_cost = of(if open { self.costs.cell } else { self.costs.row }, gap);
        if open_cost >= NEVER {
            return;
        }
        for (pieces, (kind, join)) in joined.iter().enumerate() {
            let cost = match kind {
                // 合计 stands in the place of a row's number, and names what the row lacks.
                Some(_) if column == 0 && pieces == 0 && self.tokens.sums_up(at) => -2.0 * GAIN,
                Some(kind) => self.template.columns[column].cost(*kind) - GAIN,
                None => OF_NO_KIND,
            };
            let step = Step {
                gain: gain - cost - join - open_cost,
                pieces: pieces as u8 + 1,
                state: state as u8,
                kind: StepKind::Cell,
            };
            steps.reach((at + pieces + 1, column + 1, OPEN), step);
        }
    }

    /// What may stand between rows.
    fn between(&self, steps: &mut Steps, (at, state): (usize, usize), gain: f32, joined: &[Joined]) {
        let Some(gap) = self.gap(at) else { return };
        if of(self.costs.row, gap) >= NEVER {
            return;
        }
        let opens_next = |count: usize| self.gap(at + count).is_none_or(|gap| of(self.costs.row, gap) < NEVER);
        let to = |state: usize| if state == AFTER_GROUP { BOUND } else { AFTER_GROUP };
        let step =
            |gain: f32, pieces: usize, kind: StepKind| Step { gain, pieces: pieces as u8, state: state as u8, kind };
        if state != BOUND || steps.kind((at, 0, state)) == StepKind::Start {
            for (pieces, (kind, join)) in joined.iter().enumerate().take(3) {
                // Above the first row it may be a heading.
                let cost = if state == BOUND { FIRST_GROUP } else { 0.0 };
                let cost = cost
                    + match kind {
                        Some(Kind::Words) => GROUP,
                        Some(Kind::Mixed | Kind::Closed) => MIXED_GROUP,
                        Some(Kind::Name) if self.tokens.measures_parts(at + pieces) => MEASURE_AS_GROUP,
                        _ => continue,
                    };
                if opens_next(pieces + 1) {
                    let group = step(gain - cost - join, pieces + 1, StepKind::Group);
                    steps.reach((at + pieces + 1, 0, to(state)), group);
                }
            }
        }
        if state == FREE {
            let noise = joined.first().is_some_and(|(kind, _)| *kind != Some(Kind::Long));
            if noise && opens_next(1) {
                steps.reach((at + 1, 0, BOUND), step(gain - MISFIT - NOISE, 1, StepKind::Noise));
            }
            if let Some(pieces) = self.repeats_head(at) {
                steps.reach((at + pieces, 0, FREE), step(gain + HEADS_AGAIN, pieces, StepKind::Head));
            }
        }
    }

    /// How many pieces from `at` on are the first ones again.
    fn repeats_head(&self, at: usize) -> Option<usize> {
        let most = self.most_heads().min(at);
        let same = |offset: usize| {
            self.gap(at + offset)?;
            let (a, b) = (self.tokens.all[at + offset].span(), self.tokens.all[offset].span());
            (a.of(self.tokens.text) == b.of(self.tokens.text)).then_some(())
        };
        let count = (0..most).take_while(|&offset| same(offset).is_some()).count();
        let words = (0..count).filter(|&o| matches!(self.tokens.kinds[o], Some(Kind::Words | Kind::Year))).count();
        (count >= 2 && words >= 2 && count + 1 >= self.width).then_some(count)
    }

    /// Goes on from the end of a row at `at`, which is reached after its piece was read.
    fn go_on_from_row_end(&self, steps: &mut Steps, at: usize, gain: f32, joined: &[Joined]) {
        self.cells(steps, (at, 0, FREE), gain, joined);
        self.between(steps, (at, FREE), gain, joined);
        // Columns that the row lacks at its left.
        for column in 1..self.width {
            let gain = steps.gain((at, column, FREE));
            if gain > -NEVER / 2.0 {
                self.cells(steps, (at, column, FREE), gain, joined);
            }
        }
    }

    fn trace(&self, steps: &Steps, end: usize, gain: f32) -> Layout {
        let (mut at, mut column, mut state) = (end, 0, FREE);
        // A part a piece and one a row, where none is missing.
        let mut parts = Vec::with_capacity(end + end / self.width.max(1) + 1);
        loop {
            let (kind, count, before) = steps.step((at, column, state));
            let first = at.saturating_sub(count);
            let (from, pieces) = (first as u32, count as u8);
            match kind {
                StepKind::Start | StepKind::None => break,
                StepKind::Cell => parts.push(Part::Cell { column: column.saturating_sub(1) as u32, from, pieces }),
                StepKind::Absent => {}
                StepKind::RowEnd => parts.push(Part::RowEnd),
                StepKind::Group => parts.push(Part::Group { from, pieces }),
                StepKind::Head => parts.push(Part::Head),
                StepKind::Noise => parts.push(Part::Noise),
            }
            column = match kind {
                StepKind::RowEnd => self.width,
                StepKind::Cell | StepKind::Absent => column.saturating_sub(1),
                _ => 0,
            };
            at = if kind == StepKind::RowEnd { at } else { first };
            state = before;
        }
        parts.reverse();
        Layout { head: at, parts, end, gain, prior: self.template.prior }
    }
}
