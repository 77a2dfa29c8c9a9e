//! Things told by a character: words by their first or last one, numerals by themselves.

use std::cmp::Reverse;

/// How many times 64 bits tell whether a character may be known.
const BITS: usize = 8;

/// Things by a character. Nearly every question is answered by none, so that is what costs least.
#[derive(Clone, Debug)]
pub(super) struct ByChar<T> {
    /// A bit for each residue of the characters: most that tell nothing are known by it alone.
    may: [u64; BITS],
    /// The characters in order, each with where its things end; they begin where those of the one before end.
    ends: Vec<(char, u32)>,
    things: Vec<T>,
}

impl<T> Default for ByChar<T> {
    fn default() -> Self {
        Self { may: [0; BITS], ends: Vec::new(), things: Vec::new() }
    }
}

impl<T> ByChar<T> {
    /// `things` by their characters; those of one character by `length`, the longest first, and else in their order.
    pub(super) fn longest_first(mut things: Vec<(char, T)>, length: impl Fn(&T) -> usize) -> Self {
        things.sort_by_key(|(key, thing)| (*key, Reverse(length(thing))));
        Self::new(things)
    }

    /// `things` by their characters; those of one character in their order.
    pub(super) fn new(mut things: Vec<(char, T)>) -> Self {
        things.sort_by_key(|(key, _)| *key);
        let mut table = Self { things: Vec::with_capacity(things.len()), ..Self::default() };
        for (key, thing) in things {
            let (word, bit) = bit(key);
            table.may[word] |= bit;
            table.things.push(thing);
            let end = table.things.len() as u32;
            match table.ends.last_mut().filter(|(last, _)| *last == key) {
                Some((_, last)) => *last = end,
                None => table.ends.push((key, end)),
            }
        }
        table
    }

    /// The things of `key`.
    #[inline]
    pub(super) fn get(&self, key: char) -> &[T] {
        let (word, bit) = bit(key);
        if self.may[word] & bit == 0 { &[] } else { self.find(key) }
    }

    fn find(&self, key: char) -> &[T] {
        let Ok(at) = self.ends.binary_search_by_key(&key, |&(known, _)| known) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        &self.things[start as usize..self.ends[at].1 as usize]
    }

    /// The places in `text` of characters that may be known.
    #[inline]
    pub(super) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = next;
                let (word, bit) = match *text.as_bytes().get(at..)? {
                    // Of three bytes the last two tell the residue.
                    [0xE0..=0xEF, middle, last, ..] => {
                        next += 3;
                        (usize::from(middle & 63) % BITS, 1 << (last & 63))
                    }
                    _ => {
                        let c = text.get(at..)?.chars().next()?;
                        next += c.len_utf8();
                        bit(c)
                    }
                };
                if self.may[word] & bit != 0 {
                    return Some(at);
                }
            }
        })
    }

    /// The characters that tell something, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = char> + '_ {
        self.ends.iter().map(|&(key, _)| key)
    }

    /// All things, by their characters.
    pub(super) fn things(&self) -> &[T] {
        &self.things
    }
}

/// The place of a character's bit.
#[inline]
fn bit(key: char) -> (usize, u64) {
    let key = key as usize;
    ((key >> 6) % BITS, 1 << (key & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_by_their_character_the_longest_first() {
        let words = ["万", "亿元", "万元", "亿", "万亿元"];
        let things = words.iter().filter_map(|word| Some((word.chars().next()?, *word))).collect();
        let table = ByChar::longest_first(things, |word| word.len());
        assert_eq!(table.get('万'), ["万亿元", "万元", "万"]);
        assert_eq!(table.get('亿'), ["亿元", "亿"]);
        assert!(table.get('元').is_empty());
        // Of the same residue as 万.
        assert!(table.get(char::from_u32('万' as u32 + 64 * BITS as u32).expect("a character")).is_empty());
        assert_eq!(table.keys().collect::<String>(), "万亿");
        let text = "a5万ß元亿𠀀万";
        let known = |&at: &usize| text[at..].starts_with(['万', '亿']);
        assert_eq!(table.places(text).filter(known).collect::<Vec<_>>(), [2, 10, 17]);
        assert!(table.places(text).all(|at| text.is_char_boundary(at)));
        assert_eq!(table.things().len(), words.len());
    }
}
