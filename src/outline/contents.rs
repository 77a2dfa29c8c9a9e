//! What the table of contents says of headings: whole titles, where the body breaks them over lines.

use super::{
    furniture,
    label::Mark,
    line::{Line, Role},
};

/// Most lines of one heading, and of one entry.
const LINES: usize = 3;

/// The entries of a document's table of contents, each with its number.
pub(super) struct Contents {
    entries: Vec<String>,
}

impl Contents {
    /// Reads the entries among `lines`, of which those of a table of contents are marked.
    pub(super) fn read(lines: &[Line]) -> Self {
        let mut entries = Vec::new();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_entry(line)) {
            let mut entry = furniture::key(line);
            let broken = lines[at + 1..].iter().take(LINES - 1);
            for next in broken.take_while(|next| next.role == Role::Furniture && next.opening().is_none()) {
                entries.push(entry.clone());
                entry.push_str(&furniture::key(next));
            }
            entries.push(entry);
        }
        entries.sort_unstable();
        entries.dedup();
        Self { entries }
    }

    /// The last line of the heading that opens on line `at`, where it and lines below it together read as an entry.
    pub(super) fn last_line(&self, lines: &[Line], at: usize) -> Option<usize> {
        let mut title = lines[at].text().to_owned();
        let below = (at + 1..lines.len()).filter(|&next| lines[next].role != Role::Furniture).take(LINES - 1);
        let plain = |line: &Line| line.role == Role::Body && line.whole && line.opening().is_none();
        let mut last = None;
        for next in below.take_while(|&next| lines[at].whole && plain(&lines[next])) {
            title.push_str(lines[next].text());
            if self.entries.binary_search(&title).is_ok() {
                last = Some(next);
            }
        }
        last
    }
}

fn is_entry(line: &Line) -> bool {
    line.role == Role::Furniture && line.opening().is_some_and(|label| label.mark <= Mark::ChineseParen)
}
