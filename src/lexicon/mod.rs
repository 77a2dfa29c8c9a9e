//! Language knowledge as data: typed tables read from `data/*.yaml`, validated by tests.
//!
//! Each table is one file of rows with examples; the code that reads sentences is the grammar over them. Knows nothing of
//! documents.

mod theme;

pub use theme::Theme;
