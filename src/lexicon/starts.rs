//! The characters that something may begin with, and where the next of them stands in a text.

use super::by_char::ByChar;

/// Characters that something may begin with.
#[derive(Clone, Debug)]
pub struct Starts(ByChar<()>);

impl FromIterator<char> for Starts {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        Self(ByChar::new(&characters.into_iter().map(|c| (c, ())).collect::<Vec<_>>()))
    }
}

impl Starts {
    /// The first of them at or behind byte `from` of `text`, with its place.
    pub fn next(&self, text: &str, mut from: usize) -> Option<(usize, char)> {
        loop {
            let at = self.0.place(text, from)?;
            let c = text[at..].chars().next()?;
            if !self.0.get(c).is_empty() {
                return Some((at, c));
            }
            from = at + c.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_walked_from_one_to_the_next() {
        let starts: Starts = "年5é年".chars().collect();
        let text = "到2025年é万年";
        let mut found = Vec::new();
        let mut from = 0;
        while let Some((at, c)) = starts.next(text, from) {
            found.push((at, c));
            from = at + c.len_utf8();
        }
        assert_eq!(found, [(6, '5'), (7, '年'), (10, 'é'), (15, '年')]);
        assert_eq!(Starts::from_iter([]).next(text, 0), None);
    }
}
