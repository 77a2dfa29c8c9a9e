//! The chapter and section tree as text.

use crate::outline::Outline;

/// One heading a line, indented by depth: number, title, line, and the number of commitments where `counts` holds one for
/// each node.
pub fn outline_tree(outline: &Outline, counts: Option<&[usize]>) -> String {
    let mut out = String::new();
    for (index, node) in outline.nodes.iter().enumerate() {
        let depth = std::iter::successors(node.parent, |&at| outline.nodes.get(at)?.parent).take(8).count();
        let count = counts.and_then(|c| c.get(index)).map(|n| format!("  [{n}]")).unwrap_or_default();
        let indent = "  ".repeat(depth);
        out += &format!("{indent}{}  {} {}  (line {}){count}\n", node.id, node.label, node.title, node.line);
    }
    out
}
