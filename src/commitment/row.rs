//! What a row of a table is about, and its nature by a mark.

use crate::{
    grid::{Place, Record, Role as Holds},
    lexicon::COLUMNS,
    source::View,
    statement::Nature,
};

use super::{cells::Reader, legend::one_nature, names};

impl Reader<'_> {
    /// The nature that `record` has by a mark: that of the head over a tick, or what the legend says.
    pub(super) fn marked(&self, record: &Record) -> Option<Nature> {
        let text = |col: usize| record.at(col).and_then(|place| self.sheet.view(place)).map_or("", View::text);
        let ticked = |col: &usize| text(*col).chars().next().is_some_and(names::is_mark);
        let head = |col: usize| one_nature(&self.sheet.part.columns[col].head.text);
        let under_head = self.sheet.part.of(Holds::Nature).filter(ticked).find_map(head);
        let bearing = [Holds::Nature, Holds::Name, Holds::Number].into_iter().flat_map(|role| self.sheet.part.of(role));
        under_head.or_else(|| self.legend.nature(bearing.map(text)))
    }

    /// What `record` is about. Where its name is parted under one head, the last part names it, behind the part before where
    /// that names the measure and the last does not (入学率 | 学前段).
    pub(super) fn name(&self, record: &Record) -> String {
        let columns = &self.sheet.part.columns;
        let Some(at) = self.sheet.part.of(Holds::Name).next() else { return String::new() };
        let shares = |col: &usize| {
            let column = &columns[*col];
            let parts = matches!(column.role, Holds::Group | Holds::Text | Holds::Name);
            parts && !column.head.text.is_empty() && column.head.text == columns[at].head.text
        };
        let mut cells: Vec<Place> = (0..columns.len()).filter(shares).filter_map(|col| record.at(col)).collect();
        cells.dedup_by_key(|place| place.cell());
        let mut texts: Vec<&str> = cells.iter().filter_map(|place| self.sheet.view(*place)).map(View::text).collect();
        // Rows below the first of a group have no cell of its name.
        let grouped = |col: &usize| shares(col) && columns[*col].role == Holds::Group && record.at(*col).is_none();
        let measure = || record.group.last().filter(|group| !names::read(group).unit.is_empty());
        if (0..at).any(|col| grouped(&col)) {
            texts.splice(0..0, measure().map(|group| group.as_str()));
        }
        let mut texts = texts.into_iter().filter(|text| !text.is_empty()).rev();
        let Some(last) = texts.next() else { return self.sheet.text(record, Holds::Name).to_owned() };
        // 小计 names nothing but what it sums up.
        if COLUMNS.subtotal.has(last) {
            return texts.next().or(record.group.last().map(|group| group.as_str())).unwrap_or(last).to_owned();
        }
        // 森林 | 覆盖率: the measure alone names nothing.
        let alone = names::is_bare_measure(last);
        let over = texts
            .next()
            .filter(|over| names::measures(over) != names::measures(last) && (!names::measures(last) || alone));
        match over.map(names::read) {
            Some(over) if over.unit.is_empty() => format!("{}{last}", over.text),
            Some(over) => format!("{}{last}（{}）", over.text, over.unit),
            None => last.to_owned(),
        }
    }
}
