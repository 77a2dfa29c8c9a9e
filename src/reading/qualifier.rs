//! Numbers that only say which things are meant: 投资超5亿元的项目达4个, 井深超过800米的矿山, 59项测评点中22项.

use crate::{
    lexicon::CLAUSES,
    number::Number,
    quantity::{Comparator, Dimension, Quantity, Shape},
};

use super::{clause::Clause, right};

/// Drops the numbers of `clause` that state nothing of their own.
pub(crate) fn drop(clause: &mut Clause<'_>) {
    drop_qualifiers(clause);
    drop_bounds(clause);
}

fn drop_qualifiers(clause: &mut Clause<'_>) {
    let mut index = 0;
    while index + 1 < clause.quantities.len() {
        let (one, next) = (clause.quantities[index], clause.quantities[index + 1]);
        let between = &clause.text[one.span.end..next.span.start];
        let each = clause.text[clause.span.start..one.span.start].ends_with('每');
        if qualifies(one, next, between, &clause.text[next.span.end..clause.span.end], each) {
            clause.quantities.remove(index);
        } else if next.shape == Shape::SizeClass && between.is_empty() {
            clause.quantities.remove(index + 1);
        } else {
            index += 1;
        }
    }
}

/// Whether `one` only says which things `next` counts.
fn qualifies(one: &Quantity, next: &Quantity, between: &str, behind: &str, each_before: bool) -> bool {
    let counts = next.shape == Shape::Cardinal && next.dimension == Dimension::Count;
    let joined = !between.contains(['、', '，', '；']) && !between.is_empty();
    let total = one.shape == Shape::Cardinal
        && (between.ends_with(['中', '有']) && between.contains('中') || between.ends_with("中的"));
    let verb = CLAUSES.add.prefix(between).is_some()
        || CLAUSES.between.prefix(between).is_some_and(|form| form.chars().count() > 1);
    let round = one.dimension == Dimension::Money && one.span == one.core && is_round(one);
    let sized = (is_bound(one) && is_size(one)) || one.shape == Shape::SizeClass || round;
    // 74个城市颗粒物浓度下降9%: the count says where the share was measured.
    let where_ = one.dimension == Dimension::Count && matches!(next.shape, Shape::Percent | Shape::Points);
    // 每10万人45台, 每10万人执业医师数达到45人: what is counted for each.
    let each = one.shape == Shape::Cardinal && each_before;
    each || joined && where_ || joined && counts && (sized && !verb && !right::follows(behind) || total)
}

/// Bounds behind which the noun stands that they describe, where nothing in the clause brings it about.
fn drop_bounds(clause: &mut Clause<'_>) {
    let (text, span) = (clause.text, clause.span);
    let defines = |q: &&Quantity| {
        let after = &text[q.span.end..span.end];
        let acts = CLAUSES.add.is_in(&text[span.start..q.span.start]);
        let in_list = after.starts_with(['、', '或', '和']) && after.contains('的');
        let noun = after.starts_with('的') && !after.starts_with("的幅度") && !after.starts_with("的比例");
        let compound = q.dimension == Dimension::Compound && right::follows(after);
        is_bound(q) && (is_size(q) || q.dimension == Dimension::Count) && (noun || in_list || compound) && !acts
    };
    clause.quantities.retain(|q| !defines(q));
}

/// 百亿元, 千万元: a size as classes are named by.
fn is_round(quantity: &Quantity) -> bool {
    [7, 8, 9, 10, 11, 12].iter().any(|&power| quantity.value == Number::from(10i64.pow(power)))
}

fn is_bound(quantity: &Quantity) -> bool {
    matches!(quantity.comparator, Comparator::Gt | Comparator::Ge | Comparator::Lt | Comparator::Le)
}

fn is_size(quantity: &Quantity) -> bool {
    use Dimension::{Age, Area, Compound, Energy, Length, Mass, Money, Volume};
    let bare_sum = quantity.unit.is_empty() && quantity.value >= Number::from(10_000_000);
    bare_sum || matches!(quantity.dimension, Money | Length | Area | Energy | Age | Mass | Volume | Compound)
}
