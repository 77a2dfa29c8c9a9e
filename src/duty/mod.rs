//! Who does what by when, as a text says it: units that lead and help, persons by their office, and time limits.
//!
//! Reads brackets behind a task, lines of their own and 由…牵头 inside a sentence. Knows nothing of tasks or sections.

use std::borrow::Cow;

mod bracket;
mod content;
mod inline;
mod model;
mod unit;
mod when;

pub use unit::Unit;
pub(crate) use unit::list;
pub use when::{Course, Stage, When};

pub(crate) use inline::read as inline;
pub(crate) use model::{Duty, Tail};
pub(crate) use when::of_deed as limit_of_deed;

use crate::{
    span::{self, Span},
    time::Frame,
};

/// Brackets of `text`, clean text, that give out work, in order. A bracket that never closes reaches to the end of its sentence.
pub(crate) fn tails(text: &str, frame: Frame) -> Vec<Tail> {
    let mut found: Vec<Tail> = Vec::new();
    let brackets = bracket::read(text);
    for (bracket, end) in brackets.iter().zip(bracket::ends(&brackets)) {
        if found.last().is_some_and(|tail| tail.span.overlaps(bracket.span)) {
            continue;
        }
        let behind = &text[end..];
        let ends = behind.starts_with(['。', '；']) || behind.trim_start_matches('，').is_empty();
        if let Some(duty) = content::read(bracket.inner.of(text), frame, ends) {
            found.push(Tail { span: bracket.span, duty, closed: bracket.closed });
        }
    }
    if found.is_empty() { sentences(text, frame) } else { found }
}

/// What `text` says behind its sentences and clauses, without a bracket: 新建公园3个。责任单位：市住建局。
fn sentences(text: &str, frame: Frame) -> Vec<Tail> {
    let stops = span::signs(text).filter(|(_, c)| matches!(c, '。' | '；' | '，'));
    let starts = stops.map(|(at, stop)| at + stop.len_utf8());
    let mut last = 0;
    let told = starts.filter(|&start| content::opens(&text[start..])).filter_map(|start| {
        let end = text[start..].find('。').map_or(text.len(), |stop| start + stop);
        // One sentence names all of them: 责任单位：市住建局；配合单位：市财政局。
        if start < last {
            return None;
        }
        last = end;
        let duty = content::read(&content::unbracketed(&text[start..end]), frame, true)
            .filter(|duty| !duty.lead.is_empty() || !duty.support.is_empty())?;
        Some(Tail { span: Span::new(start, end), duty, closed: true })
    });
    told.collect()
}

/// The duty of a table's row: `units` are cells, each with the head of its column (牵头单位, 配合单位), `times` say by when.
pub(crate) fn of_cells(units: &[(&str, &str)], times: &[&str], frame: Frame) -> Option<Duty> {
    content::cells(units, times, frame)
}

/// `title` without the bracket at its end that gives out what stands below it (优化服务（牵头单位：市教育局）).
pub(crate) fn untailed(title: &str) -> &str {
    let tail = tails(title, Frame::default()).into_iter().next_back().filter(|tail| tail.span.end == title.len());
    &title[..tail.map_or(title.len(), |tail| tail.span.start)]
}

/// Whether `text` gives out work and says nothing else: （责任单位：市教育局）。
pub(crate) fn is_all(text: &str) -> bool {
    untailed(text.trim_end_matches('。')).is_empty() || line(text, Frame::default()).is_some()
}

/// The duty of a line that says nothing else (责任单位：市教育局；完成时限：2024年12月底前).
pub(crate) fn line(text: &str, frame: Frame) -> Option<Duty> {
    let pieces = || text.split('。').filter(|piece| !piece.is_empty());
    let set_off: Option<Vec<String>> = pieces().map(|piece| content::set_off(piece, frame)).collect();
    let told = set_off.map_or_else(|| content::unbracketed(text), |pieces| Cow::Owned(pieces.join("；")));
    content::opens(&told).then(|| content::read(&told, frame, true)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { period: None, year: Some(2024), review: false, republic: false };

    fn shown(duty: &Duty) -> String {
        let names = |units: &[Unit]| units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("+");
        let when = duty.when.as_ref().map_or(String::new(), |when| when.text.clone());
        format!("{} | {} | {} | {when}", names(&duty.lead), names(&duty.support), duty.persons.join("+"))
    }

    #[test]
    fn brackets_say_who_and_when() {
        for (text, expected) in [
            ("建设公园（责任单位：市住建局、市财政局）", "市住建局+市财政局 |  |  | "),
            (
                "建设公园（责任单位：市住建局，配合单位：市财政局；完成时限：2024年12月底）",
                "市住建局 | 市财政局 |  | 2024年12月底",
            ),
            ("建设公园（市住建局牵头，市财政局、各县区政府配合）。", "市住建局 | 市财政局+各县区政府 |  | "),
            (
                "建设公园（牵头单位：市住建局；责任单位：市财政局、各县（市、区））",
                "市住建局 | 市财政局+各县（市、区） |  | ",
            ),
            ("建设公园。【市住建局、市财政局按职责分工负责】", "市住建局+市财政局 |  |  | "),
            ("建设公园（6月底完成，牵头考核单位：市住建局、市财政局）", "市住建局+市财政局 |  |  | 6月底完成"),
            ("建设公园。（市住建局、各县区政府）", "市住建局+各县区政府 |  |  | "),
            ("建设公园（责任领导：分管副市长；责任单位：市住建局）", "市住建局 |  | 分管副市长 | "),
            ("建设公园（市住建局负责，2024年6月底前完成）", "市住建局 |  |  | 2024年6月底前完成"),
            ("建设公园（市住建局会同市财政局负责）", "市住建局+市财政局 |  |  | "),
        ] {
            let tails = tails(text, FRAME);
            assert_eq!(tails.iter().map(|tail| shown(&tail.duty)).collect::<Vec<_>>(), [expected], "{text}");
        }
    }

    #[test]
    fn a_sentence_of_its_own_says_who() {
        for (text, expected) in [
            ("新建公园3个。责任单位：市住建局。", vec!["市住建局 |  |  | "]),
            ("新建公园3个。牵头单位：市住建局；配合单位：市财政局", vec!["市住建局 | 市财政局 |  | "]),
            (
                "建公园。责任单位：市住建局。建学校。责任单位：市教育局。",
                vec!["市住建局 |  |  | ", "市教育局 |  |  | "],
            ),
            ("压实责任。责任单位要切实履职。", vec![]),
            ("完成技改50亿元；责任单位：市工信局", vec!["市工信局 |  |  | "]),
            ("培育企业30家，牵头单位：市工信局，配合单位：市科技局；", vec!["市工信局 | 市科技局 |  | "]),
            ("建充电桩2000个。【牵头单位】市能源局【配合单位】市住建局", vec!["市能源局 | 市住建局 |  | "]),
            ("责任单位：市住建局。", vec![]),
        ] {
            let tails = tails(text, FRAME);
            assert_eq!(tails.iter().map(|tail| shown(&tail.duty)).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn other_brackets_give_out_no_work() {
        for text in [
            "总量突破1000家（其中规上企业300家）",
            "完善部门（市教育局、市财政局）联动机制",
            "到2025年（含）建成",
            "学前教育（幼儿园）普及",
            "落实责任（主体责任、监管责任）",
        ] {
            assert_eq!(tails(text, FRAME), [], "{text}");
        }
    }

    #[test]
    fn a_bracket_that_never_closes_ends_with_its_sentence() {
        let text = "建设公园（责任单位：市住建局。改造老街。";
        let tails = tails(text, FRAME);
        assert_eq!((shown(&tails[0].duty).as_str(), tails[0].closed), ("市住建局 |  |  | ", false));
        assert_eq!(tails[0].span.of(text), "（责任单位：市住建局");
    }

    #[test]
    fn cells_give_out_work_by_the_heads_of_their_columns() {
        for (units, times, expected) in [
            (vec![("责任单位", "市教育局、市财政局")], vec!["2024年6月"], "市教育局+市财政局 |  |  | 2024年6月"),
            (vec![("配合单位", "市财政局"), ("牵头单位", "市教育局")], vec![], "市教育局 | 市财政局 |  | "),
            (vec![("责任部门", "市教育局牵头，市财政局配合")], vec!["持续推进"], "市教育局 | 市财政局 |  | 持续推进"),
            (vec![("责任单位", "牵头单位：市教育局；配合单位：市财政局")], vec![], "市教育局 | 市财政局 |  | "),
        ] {
            let duty = of_cells(&units, &times, FRAME).expect("a duty");
            assert_eq!(shown(&duty), expected, "{units:?}");
        }
        assert_eq!(of_cells(&[("责任单位", "")], &[], FRAME), None);
    }

    #[test]
    fn lines_of_one_task_add_up() {
        for (lines, expected) in [
            (["牵头单位：市教育局", "责任单位：市财政局、市住建局"], "市教育局 | 市财政局+市住建局 |  | "),
            (["责任单位：市财政局、市教育局", "牵头单位：市教育局"], "市教育局 | 市财政局 |  | "),
            (["责任单位：市教育局", "责任单位：市财政局"], "市教育局+市财政局 |  |  | "),
            (["责任单位：市教育局", "配合单位：市财政局"], "市教育局 | 市财政局 |  | "),
        ] {
            let [mut duty, more] = lines.map(|text| line(text, FRAME).expect("a duty"));
            duty.add(more);
            assert_eq!(shown(&duty), expected, "{lines:?}");
        }
    }

    #[test]
    fn lines_give_out_work_too() {
        let line = line("牵头单位：市教育局；配合单位：市财政局；完成时限：持续推进", FRAME).expect("a duty");
        assert_eq!(shown(&line), "市教育局 | 市财政局 |  | 持续推进");
        let bracketed =
            super::line("【牵头单位】市教育局。【责任单位】市财政局。【完成时限】2026年12月", FRAME).expect("a duty");
        assert_eq!(shown(&bracketed), "市教育局 | 市财政局 |  | 2026年12月");
        let apart = super::line("配合部门市公安局、市人社局", FRAME).expect("a duty");
        assert_eq!(shown(&apart), " | 市公安局+市人社局 |  | ");
        let several = super::line("牵头部门市教育局。配合部门市公安局。时限要求长期", FRAME).expect("a duty");
        assert_eq!(shown(&several), "市教育局 | 市公安局 |  | 长期");
        let timed = super::line("完成时限2026年12月", FRAME).expect("a duty");
        assert_eq!(shown(&timed), " |  |  | 2026年12月");
        for prose in
            ["责任单位要切实履职。", "牵头部门市教育局要制定方案", "【责任单位要履职】市教育局", "完成时限到期后收回"]
        {
            assert_eq!(super::line(prose, FRAME), None, "{prose}");
        }
        assert_eq!(super::line("联系人：王立民", FRAME), None);
        assert_eq!(tails("建公园。（联系人：市住建局王立民  联系电话：0871）", FRAME), []);
        let joined = tails("加强监管（市住建局牵头，市公安局、市应急局参加）", FRAME);
        assert_eq!(shown(&joined[0].duty), "市住建局 | 市公安局+市应急局 |  | ");
    }
}
