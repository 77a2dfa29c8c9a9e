//! Ordinals and ranks that are no place among others.

use super::prelude::*;
use crate::lexicon::{signs, units::named};

pub(crate) static ORDINAL: Rule = Rule {
    code: "named.ordinal",
    verdict: Verdict::Named,
    why: "A numbered member of a series (第三章, 第七届, 4号线, 7线, 12路公交) is a name.",
    fires: &[
        "举办第七届云岭农博会。",
        "建成3号线。",
        "新增12路公交。",
        "在3号会议室召开会议。",
        "在第3会议室召开会议。",
        "建成轨道交通7线。",
    ],
    passes: &["综合实力位居全省第七。", "开通公交线路12条。", "新建会议室3间。", "建设核电机组三台。"],
    when: Some(|asked| asked.quantity.shape == Shape::Ordinal || VERDICTS.numbers_unit.has(asked.unit())),
};

pub(crate) static LEAGUE: Rule = Rule {
    code: "named.league",
    verdict: Verdict::Named,
    why: "百强 and 500强 name a league of enterprises or counties. A subject that joins it, with the clause ending there, takes a place, \
          unless it is only of the kind that the league is of (更多企业进入500强).",
    fires: &[
        "服务名列全国前100强企业。",
        "引进全国前100强，加快发展。",
        "力争2家企业进入全国500强。",
        "推动更多企业跻身世界500强。",
    ],
    passes: &["青禾县跻身全国百强。", "云岭集团进入世界500强。", "云岭能源公司进入世界500强。"],
    when: Some(|asked| {
        let joins = VERDICTS.joins.prefix(asked.words()).is_some() && asked.ends_at(&['，', '、', '。']);
        let of_its_kind = || VERDICTS.league_kind.suffix(asked.before()).is_some();
        QUANTITY.league.suffix(asked.words()).is_some() && (!joins || of_its_kind())
    }),
};

pub(crate) static PRIORITY: Rule = Rule {
    code: "named.priority",
    verdict: Verdict::Named,
    why: "What is put in the first place (把就业放在第一位, 摆在首位的任务) is urgent, not ranked.",
    fires: &["把稳就业放在第一位。", "坚持把科技摆在第1位。"],
    passes: &["就业规模居全省第一位。", "培育增速全省第一的企业。"],
    when: Some(|asked| {
        let put = VERDICTS.puts_first.suffix(asked.before()).is_some();
        put || asked.after().starts_with(signs::of) && asked.words().contains(named::PLACE)
    }),
};

/// Whether a conjunction, a particle or what the place is called (优势) stands behind a place.
fn goes_on(after: &str) -> bool {
    [&CLAUSES.conjunction, &QUANTITY.particle, &QUANTITY.standing].iter().any(|forms| forms.prefix(after).is_some())
}

pub(crate) static FIRST_OF_A_KIND: Rule = Rule {
    code: "named.first-of-a-kind",
    verdict: Verdict::Named,
    why: "第一 with a noun behind it (第一责任人, 第一位企业) or a verb of contest before it names something; a place ends the clause or \
          is followed by 、, 和, 的 or 优势.",
    fires: &["推动第一位企业发展。", "争第1位。"],
    passes: &[
        "增速位居全省第一。",
        "巩固茶叶产量全省第一优势。",
        "产值第一、税收第二。",
        "获评全国百强区第18名、全国投资潜力百强区。",
    ],
    when: Some(|asked| {
        let bare = asked.words().starts_with(signs::ordinal);
        let contends = || VERDICTS.contends.suffix(asked.before()).is_some();
        bare && (contends() || !(asked.ends_at(&['，']) || goes_on(asked.after())))
    }),
};
