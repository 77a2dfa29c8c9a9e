//! Results as text: one file a format. Knows every result type and writes to strings; nothing here prints.

pub mod outline;
