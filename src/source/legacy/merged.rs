//! Merged cells of binary Word files: the crate gives none, so they are told by what is empty.
//!
//! Three classes are told: the header of two rows whose upper one has fewer cells, and groups and natures, which stand
//! in the first and last column beside the first of their rows alone.

use crate::{lexicon::COLUMNS, source::builder::Slot};

/// The cells of a table's `rows`, merged where they are empty below what they belong to.
pub(super) fn slots(rows: Vec<Vec<String>>) -> Vec<Vec<Slot>> {
    let header = spanning(&rows);
    let first = if header.is_some() { 2 } else { 1 };
    let mut slots: Vec<Vec<Option<Slot>>> = rows
        .into_iter()
        .map(|row| row.into_iter().map(Some).map(|text| text.map(|text| Slot { text, columns: 1, rows: 1 })).collect())
        .collect();
    if let Some((at, columns)) = header {
        merge_header(&mut slots, at, columns);
    }
    merge_down(&mut slots, first, |_| 0, |_| true);
    merge_down(&mut slots, first, |cells| cells - 1, |text| COLUMNS.natures.is_in(text));
    slots.into_iter().map(|row| row.into_iter().flatten().collect()).collect()
}

fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// The cell of the first row that spans columns and how many: the second row has so many more cells, and text below it
/// alone.
fn spanning(rows: &[Vec<String>]) -> Option<(usize, usize)> {
    let [first, second, ..] = rows else { return None };
    let columns = second.len().checked_sub(first.len())? + 1;
    let filled: Vec<usize> = (0..second.len()).filter(|&at| !is_empty(&second[at])).collect();
    let at = *filled.first()?;
    let together = filled.len() == columns && filled.last() == Some(&(at + columns - 1));
    (columns > 1 && together && at < first.len()).then_some((at, columns))
}

/// Gives cell `at` of the first row its columns, and the others beside it both rows.
fn merge_header(slots: &mut [Vec<Option<Slot>>], at: usize, columns: usize) {
    for (cell, slot) in slots[0].iter_mut().flatten().enumerate() {
        if cell == at {
            slot.columns = columns;
        } else {
            slot.rows = 2;
        }
    }
    let under = at..at + columns;
    slots[1].iter_mut().enumerate().filter(|(cell, _)| !under.contains(cell)).for_each(|(_, slot)| *slot = None);
}

/// From row `first` on, joins the empty cells of a column to the filled one above that `spans`; `column` gives its place
/// in a row of so many cells. Rows of other lengths end a run.
fn merge_down(
    slots: &mut [Vec<Option<Slot>>],
    first: usize,
    column: impl Fn(usize) -> usize,
    spans: impl Fn(&str) -> bool,
) {
    let mut owner: Option<usize> = None;
    for row in first..slots.len() {
        let cells = slots[row].len();
        if cells < 2 {
            owner = None;
            continue;
        }
        let at = column(cells);
        let text = slots[row][at].as_ref().map_or("", |slot| slot.text.as_str());
        let (filled, owns) = (!is_empty(text), spans(text));
        match owner.filter(|&owner| slots[owner].len() == cells) {
            Some(owner) if !filled => {
                slots[row][at] = None;
                if let Some(slot) = &mut slots[owner][at] {
                    slot.rows += 1;
                }
            }
            _ => owner = (filled && owns).then_some(row),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(rows: &[&[&str]]) -> Vec<String> {
        let rows = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        let cell = |slot: Slot| format!("{}{}x{}", slot.text, slot.columns, slot.rows);
        slots(rows).into_iter().map(|row| row.into_iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn headers_groups_and_natures_are_merged() {
        let rows: &[&[&str]] = &[
            &["类别", "指标", "目标", "属性"],
            &["", "", "2030年", "累计", ""],
            &["产业", "菇棚", "3", "—", "预期性"],
            &["", "冷库", "5", "—", ""],
            &["民生", "水厂", "2", "—", "约束性"],
        ];
        assert_eq!(
            shape(rows),
            [
                "类别1x2 指标1x2 目标2x1 属性1x2",
                "2030年1x1 累计1x1",
                "产业1x2 菇棚1x1 31x1 —1x1 预期性1x2",
                "冷库1x1 51x1 —1x1",
                "民生1x1 水厂1x1 21x1 —1x1 约束性1x1",
            ]
        );
    }

    #[test]
    fn other_empty_cells_stay() {
        let rows: &[&[&str]] = &[&["指标", "2025年", "2030年"], &["菇棚", "", "3"], &["冷库", "2", "5"]];
        assert_eq!(shape(rows), ["指标1x1 2025年1x1 2030年1x1", "菇棚1x1 1x1 31x1", "冷库1x1 21x1 51x1"]);
        assert_eq!(shape(&[&["专栏1", ""], &["建棚。", ""]]), ["专栏11x1 1x1", "建棚。1x1 1x1"]);
        let last: &[&[&str]] = &[&["指标", "2025年", "2030年"], &["菇棚", "2", "3"], &["冷库", "5", ""]];
        assert_eq!(shape(last)[2], "冷库1x1 51x1 1x1");
        assert_eq!(shape(&[]), Vec::<String>::new());
    }
}
