//! What marks beside the rows of a table mean: `★为约束性指标，其余为预期性指标` below it, and ticks under heads that are natures.

use crate::{grid, lexicon::COLUMNS, outline::Table, statement::Nature};

use super::names::{self, is_mark};

/// What a legend says of marks.
#[derive(Debug, Default)]
pub(super) struct Legend {
    /// Each mark with the nature that it stands for.
    marks: Vec<(char, Nature)>,
    /// The nature of what bears none.
    others: Option<Nature>,
}

impl Legend {
    /// What the caption, the note and the cells of `table` that are notes say.
    pub(super) fn of(table: &Table, document: &str) -> Self {
        let note = table.note.map_or("", |note| note.of(document));
        let long =
            table.grid.cells.iter().map(grid::Cell::text).filter(|text| COLUMNS.note_mark.prefix(text).is_some());
        Self::read([table.caption.as_str(), note].into_iter().chain(long))
    }

    /// Reads `texts`: notes and titles of a table.
    fn read<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut legend = Self::default();
        for clause in texts.flat_map(|text| text.split(['，', '；', '。', '、', ',', ';'])) {
            let Some(nature) = one_nature(clause) else { continue };
            // A mark may stand in quotes: 标“★”的为约束性指标.
            let mark = clause.chars().find(|&c| is_mark(c));
            match mark {
                Some(mark) => legend.marks.push((mark, nature)),
                None if COLUMNS.others.is_in(clause) => legend.others = Some(nature),
                None => {}
            }
        }
        legend
    }

    /// The nature that a mark stands for at the edge of one of `cells`, those of a row, or before its bracket.
    pub(super) fn nature<'t>(&self, cells: impl Iterator<Item = &'t str>) -> Option<Nature> {
        if self.marks.is_empty() {
            return None;
        }
        let before_bracket = |cell: &str| cell[..cell.find('（')?].trim_end().chars().next_back();
        let edges = |cell: &str| [cell.chars().next(), before_bracket(cell), cell.chars().next_back()];
        let borne: Vec<char> = cells.flat_map(edges).flatten().collect();
        let of = self.marks.iter().find(|(mark, _)| borne.contains(mark)).map(|(_, nature)| *nature);
        of.or(self.others)
    }
}

/// The one nature that `text` names.
pub(super) fn one_nature(text: &str) -> Option<Nature> {
    let both = COLUMNS.binding.is_in(text) && COLUMNS.expected.is_in(text);
    names::nature(text).filter(|_| !both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legends_say_what_marks_mean() {
        use Nature::{Binding, Expected};
        for (note, cells, expected) in [
            ("注：★为约束性指标，●为预期性指标；2.〔〕为累计数。", ["绿道", "●"], Some(Expected)),
            ("注：标“★”的为约束性指标，其余为预期性指标", ["绿道★", ""], Some(Binding)),
            ("注：标“★”的为约束性指标，其余为预期性指标", ["绿道", ""], Some(Expected)),
            ("注：带*的为约束性指标。", ["*绿道", ""], Some(Binding)),
            ("注：带*的为约束性指标。", ["绿道*（公里）", ""], Some(Binding)),
            ("注：带*的为约束性指标。", ["绿道", ""], None),
            ("注：带*的为约束性指标。", ["绿道（*公里）", ""], None),
            ("注：*为2024年数据，其余为预期性指标。", ["绿道*", ""], None),
            ("注：约束性指标和预期性指标见★。", ["绿道★", ""], None),
        ] {
            assert_eq!(Legend::read([note].into_iter()).nature(cells.into_iter()), expected, "{note} {cells:?}");
        }
    }
}
