//! Targets by reference: 完成国家下达目标 sets no number here, so it gives no statement but a notice.

/// Who sets the figure elsewhere.
const SETTERS: [&str; 10] = ["国家", "省", "上级", "市", "自治区", "中央", "下达", "核定", "考核", "规定"];

/// Whether `text` refers to a target that is set elsewhere, and holds no number of its own.
pub(super) fn is_one(text: &str) -> bool {
    let Some(at) = ["完成", "达到", "落实"].iter().filter_map(|verb| text.find(verb)).min() else { return false };
    let rest = &text[at..];
    let set_elsewhere =
        ["下达", "核定", "考核", "定目标", "要求的", "确定的目标", "规定的"].iter().any(|word| rest.contains(word));
    let target = ["目标", "任务", "指标", "要求"].iter().any(|word| rest.contains(word));
    set_elsewhere
        && target
        && SETTERS.iter().any(|word| rest.contains(word))
        && !text.chars().any(|c| c.is_ascii_digit())
}

/// The message of the notice.
pub(super) fn message(text: &str) -> String {
    format!("the target of “{text}” is set in another document; no number is stated here")
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
            ("完成省下达的12万亩任务", false),
            ("目标任务全面完成", false),
            ("完成道路改造任务", false),
        ] {
            assert_eq!(is_one(text), is, "{text}");
        }
    }
}
