//! Lists of subjects: which share a number, which pair with several (分别), and what their names share.

use crate::lexicon::CLAUSES;

use super::words;

/// The members of a list of subjects, with a shared head or prefix given to each.
///
/// `各类事故、较大事故和重特大事故起数` → three names that end in 起数;
/// `单位国内生产总值能耗和二氧化碳排放` → both begin with 单位国内生产总值.
pub(super) fn members(subject: &str) -> Vec<String> {
    let mut names = split(subject);
    if names.len() < 2 {
        return names;
    }
    share_head(&mut names);
    share_prefix(&mut names);
    names
}

/// Splits at 、 and at 和, 与, 及, 以及 outside brackets and quotation marks.
pub(super) fn split(subject: &str) -> Vec<String> {
    let (mut names, mut start, mut depth) = (Vec::new(), 0, 0i32);
    let mut at = 0;
    while let Some(c) = subject[at..].chars().next() {
        let mut width = c.len_utf8();
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            _ if depth > 0 => {}
            _ => {
                if let Some(mark) = ["、", "以及", "和", "与", "及"].into_iter().find(|m| subject[at..].starts_with(m))
                {
                    let inside = matches!(mark, "与" | "及" | "和")
                        && (joins_a_name(&subject[start..at], &subject[at + mark.len()..])
                            || !words::ends_word(&subject[start..], at - start + mark.len()));
                    if !inside {
                        names.push(subject[start..at].to_owned());
                        width = mark.len();
                        start = at + width;
                    }
                }
            }
        }
        at += width;
    }
    names.push(subject[start..].to_owned());
    names.retain(|name| !name.is_empty());
    names
}

/// 与 and 和 inside a name: 研究与试验发展, R&D, 互联网和相关服务.
fn joins_a_name(before: &str, after: &str) -> bool {
    before.chars().count() < 2
        || after.chars().count() < 2
        || (before.ends_with("研究") && (after.starts_with("试验") || after.starts_with("实验")))
}

/// Gives the measure the last name ends in to the names that have none.
fn share_head(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(head) = CLAUSES.measure.suffix(last).filter(|head| head.chars().count() > 1 && head.len() < last.len())
    else {
        return;
    };
    let end = last.chars().next_back();
    let same_end = |name: &String| name.chars().next_back() == end;
    let person = last.find("人均").filter(|&at| at > 0).map(|at| last[at..].to_owned());
    let head = person.as_deref().unwrap_or(head);
    if rest.iter().all(|name| CLAUSES.measure.suffix(name).is_none() && !same_end(name)) {
        for name in rest {
            name.push_str(head);
        }
    }
}

/// Gives a shared prefix of the first name to the names that have none.
fn share_prefix(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    let Some(prefix) = CLAUSES.shared_prefix.prefix(first) else { return };
    for name in rest {
        if CLAUSES.shared_prefix.prefix(name).is_none() {
            name.insert_str(0, prefix);
        }
    }
}

/// Whether one number holds for each member: 均, 都, 各, 分别 stand before it, or every name is a share or a rate.
pub(super) fn is_shared(each: bool, names: &[String], adds_up: bool) -> bool {
    if names.len() < 2 {
        return false;
    }
    each || (!adds_up && names.iter().all(|name| CLAUSES.measure.suffix(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_heads_and_prefixes() {
        for (subject, names) in [
            ("火灾、溺水和车祸起数", vec!["火灾起数", "溺水起数", "车祸起数"]),
            ("单位国内生产总值能耗和二氧化碳排放", vec!["单位国内生产总值能耗", "单位国内生产总值二氧化碳排放"]),
            ("绿地率和人均公园绿地面积", vec!["绿地率", "人均公园绿地面积"]),
            ("研究与试验发展经费", vec!["研究与试验发展经费"]),
        ] {
            assert_eq!(members(subject), names, "{subject}");
        }
    }
}
