//! Where a value was observed: a line of a file, or a row of a sheet.

/// A place in the observations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The sheet, where they are a workbook.
    pub(super) sheet: Option<String>,
    /// 1-based line, or row of the sheet.
    pub(super) line: usize,
}

impl Place {
    /// A line of a file that has no sheets.
    pub(super) fn line(line: usize) -> Self {
        Self { sheet: None, line }
    }

    /// The place beside others of the observations: `12`, `2023!12`.
    pub(super) fn told(&self) -> String {
        match &self.sheet {
            Some(sheet) => format!("{sheet}!{}", self.line),
            None => self.line.to_string(),
        }
    }
}
