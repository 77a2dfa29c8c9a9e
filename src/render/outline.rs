//! The tree of chapters and sections as text.

use crate::outline::Outline;

/// Longest title shown, in columns.
const WIDEST: usize = 60;

/// The headings of `outline` as a tree, one a line: heading, then the line it stands on and, where `counts` gives the
/// number of statements in each node by itself, how many stand in it and below it. Columns are lined up for terminals
/// in which a Chinese character is two columns wide.
pub fn outline_tree(outline: &Outline, counts: Option<&[usize]>) -> String {
    let totals = counts.map(|counts| totals(outline, counts));
    let rows: Vec<(String, usize)> = (0..outline.nodes.len()).map(|at| (branch(outline, at), at)).collect();
    let column = rows.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    let number = outline.nodes.iter().map(|node| node.line.to_string().len()).max().unwrap_or(0);
    let mut tree = String::new();
    if let Some(title) = &outline.front.title {
        tree.push_str(title);
        tree.push('\n');
    }
    for (text, at) in rows {
        let line = outline.nodes[at].line;
        let space = " ".repeat(column - width(&text) + 2);
        tree.push_str(&format!("{text}{space}{line:>number$}"));
        if let Some(total) = totals.as_ref().and_then(|totals| totals.get(at)) {
            tree.push_str(&format!("  {total:>4}"));
        }
        tree.push('\n');
    }
    tree
}

/// A node's heading behind the lines of the tree.
fn branch(outline: &Outline, at: usize) -> String {
    let mut lines = String::new();
    let mut node = at;
    let mut first = true;
    while let Some(parent) = outline.nodes[node].parent {
        let last = is_last(outline, node);
        let part = match (first, last) {
            (true, true) => "└─ ",
            (true, false) => "├─ ",
            (false, true) => "   ",
            (false, false) => "│  ",
        };
        lines.insert_str(0, part);
        first = false;
        node = parent;
    }
    lines + &cut(&outline.nodes[at].heading())
}

/// Whether no later node has the same parent.
fn is_last(outline: &Outline, at: usize) -> bool {
    let parent = outline.nodes[at].parent;
    // Nodes stand in document order: the next node that is not below the parent ends its children.
    let later = outline.nodes[at + 1..].iter();
    !later.take_while(|node| node.parent >= parent).any(|node| node.parent == parent)
}

/// For each node, how many statements stand in it and below it.
fn totals(outline: &Outline, counts: &[usize]) -> Vec<usize> {
    let mut totals: Vec<usize> = (0..outline.nodes.len()).map(|at| counts.get(at).copied().unwrap_or(0)).collect();
    for at in (0..totals.len()).rev() {
        if let Some(parent) = outline.nodes[at].parent {
            totals[parent] += totals[at];
        }
    }
    totals
}

/// `text`, shortened to the widest that is shown.
fn cut(text: &str) -> String {
    if width(text) <= WIDEST {
        return text.to_owned();
    }
    let mut columns = 0;
    let kept = text.chars().take_while(|&c| {
        columns += char_width(c);
        columns < WIDEST
    });
    kept.chain(['…']).collect()
}

/// Columns that `text` takes up on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Two columns for Chinese characters and full-width signs, one for the rest.
fn char_width(c: char) -> usize {
    let wide = matches!(c as u32, 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFD);
    if wide { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline,
        source::{self, Source},
    };

    #[test]
    fn the_tree_lines_up_and_adds_counts_from_below() {
        let text = "第一章 总体要求\n青禾县坚持生态优先。\n第一节 目标\n总量达3亿元。\n第二节 原则\n统筹推进。\n第二章 保障\n加强领导。\n";
        let document = source::read(Source { name: "-", bytes: text.as_bytes() }).expect("text");
        let outline = outline::read(&document);
        let expected =
            "第一章 总体要求  1     3\n├─ 第一节 目标   3     2\n└─ 第二节 原则   5     0\n第二章 保障      7     4\n";
        assert_eq!(outline_tree(&outline, Some(&[1, 2, 0, 4])), expected);
    }
}
