//! Targets by reference: 完成国家下达目标 sets no number here, so it gives no statement but a notice.

use crate::lexicon::PROMISES;

/// Whether `text` refers to a target that is set elsewhere, and holds no number of its own.
pub(super) fn is_one(text: &str) -> bool {
    let Some((at, _)) = PROMISES.fulfil.find(text) else { return false };
    let rest = &text[at..];
    let set_elsewhere = PROMISES.set_elsewhere.is_in(rest) && PROMISES.setter.is_in(rest);
    set_elsewhere && PROMISES.target_noun.is_in(rest) && !text.chars().any(|c| c.is_ascii_digit())
}

/// The message of the notice.
pub(super) fn message(text: &str) -> String {
    format!("the target of “{text}” is set in another document; no number is stated here")
}

/// The message of the notice of a target that is told by another measure (与经济增长同步).
pub(super) fn by_measure(text: &str) -> String {
    format!("the target “{text}” is told by another measure; no number is stated here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_targets_set_elsewhere_are_references() {
        for (text, is) in [
            ("单位地区生产总值能耗完成国家下达目标", true),
            ("主要污染物减排完成省定目标", true),
            ("完成“十四五”国家考核指标", true),
            ("碳排放降低完成国家审核后确定的目标", true),
            ("达到国家规定的指标", true),
            ("完成年初确定的目标", false),
            ("完成省下达的12万亩任务", false),
            ("目标任务全面完成", false),
            ("完成道路改造任务", false),
        ] {
            assert_eq!(is_one(text), is, "{text}");
        }
    }
}
