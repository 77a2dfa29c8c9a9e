//! Which quantities say something about the territory, and which only look like it.
//!
//! GUIDE: names, slogans, standards, age groups and classes of things are `other`.

use crate::{
    lexicon::{CLAUSES, Forms},
    number::Number,
    quantity::{self, Comparator, Dimension, Quantity, Shape},
    span::Span,
};

use super::{right, sentence::without_brackets};

/// Whether `quantity` in `clause` of `text` states a result, a target or a rank.
pub(crate) fn counts(text: &str, clause: Span, quantity: &Quantity) -> bool {
    let before = &text[clause.start..quantity.span.start];
    if is_ceiling(clause.of(text), quantity) {
        return false;
    }
    let after = &text[quantity.span.end..clause.end];
    match quantity.shape {
        Shape::Ordinal => false,
        Shape::Rank => rank_counts(before, after, quantity.span.of(text)),
        // 低于13%左右的预期目标: a target that is only compared with.
        Shape::Percent
            if ["的预期目标", "的年度目标", "的目标", "的任务"].iter().any(|word| after.starts_with(word)) =>
        {
            false
        }
        Shape::Percent | Shape::Fraction | Shape::Points | Shape::Multiple | Shape::Ratio => {
            !quoted_name(text, quantity.span)
        }
        Shape::SizeClass => !quoted_name(text, quantity.span),
        Shape::Cardinal => cardinal_counts(text, quantity, before, after),
    }
}

/// 给予不超过20万元的奖励, 处1万元以下罚款: a ceiling of a measure, not a target of the plan.
fn is_ceiling(clause: &str, quantity: &Quantity) -> bool {
    let grants = ["给予", "罚款", "可申请", "予以奖励", "予以补助", "一次性奖励", "予以支持"]
        .iter()
        .any(|word| clause.contains(word));
    let capped = ["最高", "不超过", "上限", "以下"].iter().any(|word| clause.contains(word));
    grants && (capped || clause.contains("罚款")) && matches!(quantity.dimension, Dimension::Money | Dimension::Share)
}

fn cardinal_counts(text: &str, quantity: &Quantity, before: &str, after: &str) -> bool {
    // “六连冠” is a result with its quotation marks, Ⅱ类 one with its Roman numeral.
    let roman = quantity.core.of(text).starts_with(|c: char| ('Ⅰ'..='Ⅻ').contains(&c) || "IVX".contains(c));
    if quantity::is_run(&quantity.unit) || quantity.unit == "类" && roman {
        return true;
    }
    if quoted_name(text, quantity.span) {
        return false;
    }
    if quantity.unit.is_empty() {
        // 13亿多人口的大国: how large it is, not how large it shall be.
        if after.starts_with("人口的") || after.starts_with("人的") {
            return false;
        }
        let people = CLAUSES.people.prefix(after).is_some() && quantity.value >= Number::from(100);
        let noun = right::read(after, "人");
        let people = people || CLAUSES.people.suffix(&noun).is_some() && quantity.value >= Number::from(100);
        let people = people || counts_people(before, after);
        return people || is_bare_money(text, quantity, before) || is_bare_value(text, quantity, before, after);
    }
    // 完成国家下达的110万人年度任务: what was asked, not what was done.
    if after.starts_with("年度任务") || after.starts_with("年度目标") {
        return false;
    }
    let bound = quantity.span.start < quantity.core.start;
    match quantity.dimension {
        Dimension::None | Dimension::Rank => false,
        Dimension::Duration => duration_counts(before, after, quantity.span.of(text)),
        Dimension::Age => {
            bound && !right::follows(after) && !after.starts_with(['以', '及']) && quantity.comparator != Comparator::Lt
        }
        Dimension::Count | Dimension::Other => {
            !slogan(text, quantity, before, after) && !class_of_things(quantity, after)
        }
        Dimension::Money => !(is_chinese(text, quantity) && quantity.value < Number::from(100)),
        Dimension::Energy if quantity.unit == "千伏" => false,
        Dimension::Length => !["半径", "直径", "高", "长", "宽", "范围"].iter().any(|word| after.starts_with(word)),
        _ => true,
    }
}

/// 贫困人口减少1240万, 1700多万重度残疾人: a bare number of people.
fn counts_people(before: &str, after: &str) -> bool {
    let mut name = before;
    while let Some(form) = Forms::longest_suffix(&[&CLAUSES.between, &CLAUSES.grow, &CLAUSES.fall], name) {
        name = &name[..name.len() - form.len()];
    }
    let noun: String = after.chars().take_while(|c| !"，。；、".contains(*c)).take(12).collect();
    CLAUSES.populations.suffix(name).is_some() || CLAUSES.people.suffix(&noun).is_some()
}

/// 突破两千亿大关: a sum of hundreds of millions without its unit is one of money.
fn is_bare_money(text: &str, quantity: &Quantity, before: &str) -> bool {
    let core = quantity.core.of(text);
    let bound = quantity.span.start < quantity.core.start || before.ends_with("亿、") || before.ends_with("亿和");
    core.ends_with('亿') && bound && !before.ends_with('个') && !before.is_empty()
}

/// 电能利用效率降至1.3以下: a pure number that a subject reaches.
fn is_bare_value(text: &str, quantity: &Quantity, before: &str, after: &str) -> bool {
    let bound = &text[quantity.span.start..quantity.core.start];
    let reached =
        ["达", "至", "到", "控制在", "低于", "高于", "不超过", "保持在"].iter().any(|word| bound.contains(word));
    let ends = after.is_empty() || after.starts_with(['，', '。', '；', '、', '（']);
    reached && ends && before.chars().count() > 2 && !is_chinese(text, quantity)
}

/// Whether the number is written in Chinese characters.
fn is_chinese(text: &str, quantity: &Quantity) -> bool {
    quantity.core.of(text).chars().next().is_some_and(|c| !c.is_ascii_digit())
}

/// A name in quotation marks that the number is part of (“15分钟社区服务圈”).
fn quoted_name(text: &str, span: Span) -> bool {
    let open = text[..span.start].rfind('“').filter(|&at| !text[at..span.start].contains('”'));
    let close = text[span.end..].find('”').filter(|&at| !text[span.end..span.end + at].contains('“'));
    open.is_some() && close.is_some()
}

/// A rank that is an order of steps or a name (第一责任人, 第一时间), not a place.
fn rank_counts(before: &str, after: &str, span: &str) -> bool {
    let joined = ["跻身", "入围", "进入", "迈入", "入选"].iter().any(|verb| span.starts_with(verb));
    let listed = after.is_empty() || after.starts_with(['，', '、', '。']);
    if (span.ends_with('强') && !(joined && listed))
        || (after.starts_with('的') && span.contains('位'))
        || ["放在", "摆在", "置于", "作为"].iter().any(|word| before.ends_with(word) || span.contains(word))
    {
        return false;
    }
    let bare = span.starts_with('第');
    let name = [
        "责任",
        "时间",
        "位",
        "家园",
        "书记",
        "方阵",
        "梯队",
        "线",
        "资源",
        "动力",
        "要务",
        "生产力",
        "产业",
        "要素",
        "窗口",
        "议题",
        "课",
        "粒",
        "村",
        "批",
        "圈",
    ];
    !(bare && (name.iter().any(|word| after.starts_with(word)) || before.ends_with(['打', '争', '做', '“'])))
        && !(bare && !after.is_empty() && !after.starts_with(['、', '，', '和', '及', '的']))
}

/// 15分钟生活圈 is a name; 缩短至10小时, 连续16年, 2小时内到达 are measures.
fn duration_counts(before: &str, after: &str, span: &str) -> bool {
    let measured = CLAUSES.duration_subject.is_in(span) || before_measures(before);
    // 防洪标准达到50年一遇: a standard reached, unlike 应对50年一遇洪水.
    if let Some(rest) = after.strip_prefix("一遇") {
        let reached = span.starts_with(|c: char| !c.is_ascii_digit()) || before.ends_with(['到', '至', '达', '为']);
        return reached && (rest.is_empty() || rest.starts_with(['，', '、', '。', '；', '以', '标']));
    }
    if span.starts_with("连续") || before.ends_with("连续") {
        return true;
    }
    let name = after
        .starts_with(['生', '便', '服', '圈', '步', '达', '通', '交', '残', '规', '发', '行', '计', '攻', '建', '来'])
        && !span.ends_with('内');
    (measured && !name)
        || (span.ends_with('内')
            && (after.starts_with("到达") || after.starts_with("完成") || after.starts_with("办结")))
}

fn before_measures(before: &str) -> bool {
    let tail_start = before.char_indices().rev().nth(13).map_or(0, |(at, _)| at);
    CLAUSES.duration_subject.is_in(&before[tail_start..])
}

/// Units that number the parts of a programme, the levels of an order or the members of a series.
const ORDERS: [&str; 17] =
    ["级", "类", "方面", "步", "代", "轮", "批", "种", "层", "点", "线", "环", "面", "项", "届", "期", "中"];

/// 五大领域, 四个专项行动: a small Chinese numeral before the noun of a programme only counts its parts.
fn slogan(text: &str, quantity: &Quantity, before: &str, after: &str) -> bool {
    if matches!(quantity.unit.as_str(), "线" | "号" | "代" | "千伏") {
        return true;
    }
    if ["含", "分为", "划分为"].iter().any(|word| without_brackets(before).contains(word))
        && quantity.span == quantity.core
        && CLAUSES.add.suffix(before).is_none()
    {
        return true;
    }
    let noun: String = after.chars().take_while(|c| !"，。；、的".contains(*c)).take(12).collect();
    let noun = noun.trim_end_matches('”').to_owned();
    if carries_out_measures(quantity, before, after) {
        return true;
    }
    if noun.contains("之首") {
        return true;
    }
    if quantity.core.of(text).ends_with('大') {
        let listed = before.ends_with('等') && quantity.value >= Number::from(10);
        return !listed || CLAUSES.slogan_noun.is_in(&noun) || after.starts_with('关');
    }
    if is_chinese(text, quantity) && matches!(quantity.unit.as_str(), "届" | "期" | "中") {
        return true;
    }
    let moved = ["支持", "引导", "鼓励", "推动", "加快", "督促"]
        .iter()
        .any(|verb| before.trim_start_matches('、').starts_with(verb));
    if before.ends_with('等') && moved && CLAUSES.add.suffix(before).is_none() && !right::is_told_of(after) {
        return true;
    }
    if !is_chinese(text, quantity) || quantity.value > Number::from(12) {
        return false;
    }
    if ["含", "包括", "分为", "划分", "涵盖", "由"].iter().any(|word| without_brackets(before).contains(word))
        && CLAUSES.add.suffix(before).is_none()
    {
        return true;
    }
    let acts = before
        .char_indices()
        .any(|(at, _)| CLAUSES.add.prefix(&before[at..]).is_some_and(|form| form.chars().count() > 1))
        || ["加快", "完成", "推进"].iter().any(|verb| before.contains(verb));
    if !acts && quantity.span == quantity.core {
        return true;
    }
    match quantity.unit.as_str() {
        "次" => !before.ends_with("连续") && !quantity.span.of(text).starts_with("连续"),
        unit if ORDERS.contains(&unit) => true,
        _ if quantity.value == Number::from(1) => {
            !(CLAUSES.add.suffix(before).is_some() && is_building(&quantity.unit)) || CLAUSES.slogan_noun.is_in(&noun)
        }
        _ => CLAUSES.slogan_noun.suffix(&noun).is_some() || noun.is_empty() && !ends_listed(before, after),
    }
}

/// 落实民营经济32条政策: how many measures a policy has is part of its name.
fn carries_out_measures(quantity: &Quantity, before: &str, after: &str) -> bool {
    matches!(quantity.unit.as_str(), "条" | "项")
        && ["政策", "措施", "举措", "意见"].iter().any(|noun| after.starts_with(noun))
        && ["落实", "落细", "贯彻", "执行"].iter().any(|verb| before.contains(verb))
}

/// Units of buildings and works, of which even one is a result.
fn is_building(unit: &str) -> bool {
    ["所", "座", "处", "栋", "幢", "条", "家", "艘", "架", "台"].contains(&unit)
}

/// 新建幼儿园两所: the noun stands before the number.
fn ends_listed(before: &str, after: &str) -> bool {
    !before.is_empty() && (after.is_empty() || after.starts_with(['，', '、', '；', '。']))
}

/// 30万吨/年以下煤矿, 三类以上支队, 20层以上高层: a bound that names a class of things.
fn class_of_things(quantity: &Quantity, after: &str) -> bool {
    matches!(quantity.unit.as_str(), "级" | "类" | "层" | "度" | "档" | "期")
        && !after.starts_with(['，', '。'])
        && !after.is_empty()
}
