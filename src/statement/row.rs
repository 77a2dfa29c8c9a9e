//! Where in a table a statement was read: what rows beside each other have alike is held together.

use serde::{Deserialize, Serialize};

use super::{List, Shared, TableRow};

/// What stands over a number in a table and beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The groups that its row belongs to, from the widest (经济发展).
    pub group: List<Shared>,
    /// The heads of the columns of its name and of its number.
    pub heads: List<Shared>,
}

/// A [`TableRow`] as it is written and saved.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
#[schemars(rename = "TableRow")]
pub(super) struct Written {
    /// The groups that its row belongs to, from the widest (经济发展).
    #[schemars(with = "Vec<String>")]
    group: List<Shared>,
    /// The number of its row below the heads, from 1.
    row: usize,
    /// The heads of the columns of its name and of its number.
    #[schemars(with = "Vec<String>")]
    heads: List<Shared>,
}

impl From<Written> for TableRow {
    fn from(row: Written) -> Self {
        Self { around: Around { group: row.group, heads: row.heads }.into(), row: row.row as u32 }
    }
}

impl From<TableRow> for Written {
    fn from(row: TableRow) -> Self {
        Self { group: row.around.group.clone(), row: row.row as usize, heads: row.around.heads.clone() }
    }
}
