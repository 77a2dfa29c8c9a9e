//! Deadlines and periods.

pub(crate) mod before_issue;
pub(crate) mod deadline_outside;
pub(crate) mod impossible_date;
pub(crate) mod period_disagrees;
