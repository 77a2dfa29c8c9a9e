//! What notes say of marks beside the rows of a table (`★为约束性指标，其余为预期性指标`) and of the years of its heads (`现状值为2020年数据`).

use crate::{
    grid::{self, Part},
    lexicon::COLUMNS,
    outline::Table,
    statement::Nature,
    time::{self, Frame},
};

use crate::commitment::names::{self, is_mark};

/// What a legend says of marks.
#[derive(Debug, Default)]
pub(super) struct Legend {
    /// Each mark with the nature that it stands for.
    marks: Vec<(char, Nature)>,
    /// The nature of what bears none.
    others: Option<Nature>,
    /// What it says with a year.
    dated: Vec<String>,
    /// Whether it says that round brackets hold sums over the period.
    pub(super) rounds: bool,
}

/// Most characters between a head and the year that a note gives it (为).
const BETWEEN: usize = 2;

impl Legend {
    /// What the caption, the note and the cells of `table` that are notes say.
    pub(super) fn of(table: &Table, document: &str) -> Self {
        let note = table.note.map_or("", |note| note.span().of(document));
        let long =
            table.grid.cells.iter().map(grid::Cell::text).filter(|text| COLUMNS.note_mark.prefix(text).is_some());
        Self::read([table.caption.as_str(), note].into_iter().chain(long))
    }

    /// Reads `texts`: notes and titles of a table.
    fn read<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut legend = Self::default();
        for clause in texts.flat_map(|text| text.split(['，', '；', '。', '、', ',', ';'])) {
            if clause.contains(|c: char| c.is_ascii_digit()) {
                legend.dated.push(clause.to_owned());
            }
            legend.rounds |= shows_rounds(clause) && COLUMNS.total.is_in(clause);
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

    /// `part` with the years that notes give to those of its heads that name none; `None` where they give none.
    pub(super) fn dated(&self, part: &Part) -> Option<Part> {
        let year = |col: usize| {
            Some(&part.columns[col].head).filter(|head| head.year.is_none()).and_then(|head| self.year(&head.text))
        };
        let years: Vec<Option<i32>> = (0..part.columns.len()).map(year).collect();
        years.iter().any(Option::is_some).then(|| {
            let mut dated = part.clone();
            let undated = dated.columns.iter_mut().zip(years).filter(|(_, year)| year.is_some());
            undated.for_each(|(column, year)| column.head.year = year);
            dated
        })
    }

    /// The year that a note gives to what stands under `head`.
    fn year(&self, head: &str) -> Option<i32> {
        let said = |clause: &String| {
            let clause = COLUMNS.note_mark.strip_prefix(clause).unwrap_or(clause);
            let rest = clause.trim_start_matches(|c: char| !c.is_alphabetic()).strip_prefix(head)?;
            let time = time::scan(rest, Frame::default()).into_iter().next()?;
            time.end.filter(|_| rest[..time.span.start].chars().count() <= BETWEEN)
        };
        (!head.is_empty()).then(|| self.dated.iter().find_map(said)).flatten()
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

/// Whether `clause` shows round brackets with nothing in them.
fn shows_rounds(clause: &str) -> bool {
    let empty =
        |(open, close): (char, char)| clause.split(open).skip(1).any(|rest| rest.trim_start().starts_with(close));
    [('（', '）'), ('(', ')')].into_iter().any(empty)
}

/// Most characters of a group that names a nature alone: （一）约束性指标.
const NATURE: usize = 9;

/// The nature of the rows below `group`, where it names nothing else.
pub(super) fn grouped_nature(group: &str) -> Option<Nature> {
    one_nature(group).filter(|_| group.chars().count() <= NATURE)
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
    fn notes_give_years_to_heads() {
        let note = "注：1.现状值为2020年数据，近期目标年为2025年；〔〕为5年累计数。";
        let legend = Legend::read([note].into_iter());
        for (head, year) in
            [("现状值", Some(2020)), ("近期目标年", Some(2025)), ("目标年", None), ("累计数", None), ("", None)]
        {
            assert_eq!(legend.year(head), year, "{head}");
        }
    }

    #[test]
    fn notes_say_that_round_brackets_hold_sums() {
        for (note, expected) in [
            ("注：（ ）内为五年累计数。", true),
            ("注：（）内数据为累计数。", true),
            ("注：1.约束性指标；2.( )为5年累计。", true),
            ("注：（ ）内为2025年数据。", false),
            ("注：〔〕内为五年累计数（合计）。", false),
        ] {
            assert_eq!(Legend::read([note].into_iter()).rounds, expected, "{note}");
        }
    }

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
