//! What the readers of times give out, and the frame that resolves it.

use crate::span::Span;

/// What a document says about its own time, against which 今年, 五年内 and 期末 are resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// First and last year of the plan period (2021, 2025), where it has one.
    pub period: Option<(i32, i32)>,
    /// The year the document speaks in: 今年 of a work report, the year a plan was approved.
    pub year: Option<i32>,
    /// Whether the text reviews the past year, so that 全年 and 年末 mean that year.
    pub review: bool,
    /// Whether it counts its years by the republic (114年 is 2025).
    pub republic: bool,
}

/// How a time expression dates what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRole {
    /// 到2025年, 2025年底前, 至2030年: by then.
    By,
    /// 2025年, “十四五”期间, 今年, 全年, 年内: in or during.
    During,
    /// “十三五”以来, 自2020年起: since.
    Since,
    /// 比2020年, 较上年, 与“十二五”时期相比: what is compared with; never a deadline.
    Compared,
    /// 从2020年的, 由2015年: the year of a starting value; never a deadline.
    From,
    /// 每年, 年均, 逐年: recurring; carries no year of its own.
    Recurring,
    /// 制定2030年前碳达峰方案, “十四五”规划: part of a title; never a deadline.
    Named,
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// From its preposition (到, 比, 从) to its last word (年, 底, 前, 期间, 以来).
    pub span: Span,
    /// How it dates.
    pub role: TimeRole,
    /// First year, resolved; `None` where only the document's own time could say and does not.
    pub start: Option<i32>,
    /// Last year, resolved; equals `start` for a single year.
    pub end: Option<i32>,
    /// Month, where given (6月底前), 1–12.
    pub month: Option<u32>,
    /// Day of the month, where given.
    pub day: Option<u32>,
    /// Whether it names a period (“十四五”期间, 2021—2025年, 今后五年) rather than a year.
    pub period: bool,
    /// Whether it was resolved against the document's own time (今年, 五年内) rather than naming years.
    pub relative: bool,
    /// Whether it may be a length of time as well (24年); only [`scan_all`] finds such.
    pub unsure: bool,
}

impl TimeMention {
    /// A year or period at `span`.
    pub(super) fn new(span: Span, role: TimeRole, start: Option<i32>, end: Option<i32>) -> Self {
        Self { span, role, start, end, month: None, day: None, period: false, relative: false, unsure: false }
    }

    /// Whether it can date a statement.
    pub fn dates(&self) -> bool {
        matches!(self.role, TimeRole::By | TimeRole::During | TimeRole::Since) && self.end.is_some()
    }
}
