//! What stands behind examples that 等 ends.

use crate::{
    lexicon::{CLAUSES, SIGNS, segment},
    reading::list,
};

/// 招商、科创、服务等|核心机构占比: the members before 等 only illustrate the noun behind it.
pub(super) fn behind_examples(subject: &str) -> &str {
    let sorted = |at: usize| subject[..at].chars().count() > 1 && segment::ends_word(subject, at);
    match list::illustrated(subject) {
        Some(at) if subject[..at].contains('、') || sorted(at) => {
            let noun = SIGNS.and_so_on.strip_prefix(&subject[at..]).unwrap_or(subject);
            if noun.chars().count() > 3 || CLAUSES.generic.has(noun) { noun } else { subject }
        }
        _ => subject,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_before_a_noun_are_no_members() {
        assert_eq!(behind_examples("茶叶、药材等特色作物面积"), "特色作物面积");
        assert_eq!(behind_examples("花木大集等特色活动"), "特色活动");
        assert_eq!(behind_examples("菇棚、花房等项目"), "项目");
        for whole in ["职业大学、高等职业学校", "高等学校", "二级甲等医院占比", "公共服务均等化水平"]
        {
            assert_eq!(behind_examples(whole), whole);
        }
        assert_eq!(behind_examples("茶叶、药材等"), "茶叶、药材等");
        assert_eq!(behind_examples("平房等不成套旧住房改造"), "不成套旧住房改造");
    }
}
