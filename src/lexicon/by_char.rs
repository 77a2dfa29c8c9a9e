//! Things told by a character: words by their first or last one, numerals by themselves.

use std::cmp::Reverse;

/// How many times 64 bits tell whether a character may be known.
const BITS: usize = 8;

/// How many things have places for all their characters from the start.
const FEW: usize = 64;

/// Things by a character. Nearly every question is answered by none, so that is what costs least.
#[derive(Clone, Debug)]
pub(super) struct ByChar<T> {
    /// A bit for each residue of the characters: most that tell nothing are known by it alone.
    may: [u64; BITS],
    /// The characters, each at the place that its number tells or the next free one; at least half of the places are free.
    slots: Vec<Slot>,
    things: Vec<T>,
}

/// A character, and where its things stand.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Option<char>,
    start: u32,
    end: u32,
}

impl<T> Default for ByChar<T> {
    fn default() -> Self {
        Self { may: [0; BITS], slots: Vec::new(), things: Vec::new() }
    }
}

impl<T: Copy> ByChar<T> {
    /// `things` by their characters; those of one character by `length`, the longest first, and else in their order.
    pub(super) fn longest_first(things: &[(char, T)], length: impl Fn(&T) -> usize) -> Self {
        let mut table = Self::new(things);
        for slot in &table.slots {
            table.things[slot.start as usize..slot.end as usize].sort_by_key(|thing| Reverse(length(thing)));
        }
        table
    }

    /// `things` by their characters; those of one character in their order.
    pub(super) fn new(things: &[(char, T)]) -> Self {
        let mut table = Self::default();
        let Some(&(_, any)) = things.first() else { return table };
        table.slots = vec![Slot::default(); 2 * things.len().min(FEW).next_power_of_two()];
        let mut known = 0;
        for &(key, _) in things {
            if 2 * known >= table.slots.len() {
                table.widen();
            }
            let (word, bit) = bit(key);
            table.may[word] |= bit;
            let at = table.place_of(key);
            let slot = &mut table.slots[at];
            known += usize::from(slot.key.is_none());
            *slot = Slot { key: Some(key), end: slot.end + 1, ..*slot };
        }
        let mut next = 0;
        for slot in &mut table.slots {
            let count = slot.end;
            (slot.start, slot.end) = (next, next);
            next += count;
        }
        table.things = vec![any; things.len()];
        for &(key, thing) in things {
            let at = table.place_of(key);
            let end = &mut table.slots[at].end;
            table.things[*end as usize] = thing;
            *end += 1;
        }
        table
    }

    /// Makes twice as many places.
    fn widen(&mut self) {
        let more = vec![Slot::default(); 2 * self.slots.len()];
        for slot in std::mem::replace(&mut self.slots, more) {
            if let Some(key) = slot.key {
                let at = self.place_of(key);
                self.slots[at] = slot;
            }
        }
    }
}

impl<T> ByChar<T> {
    /// Where `key` stands among the slots, or the free one that it would take.
    #[inline]
    fn place_of(&self, key: char) -> usize {
        let last = self.slots.len() - 1;
        let mut at = key as usize & last;
        while self.slots[at].key.is_some_and(|known| known != key) {
            at = (at + 1) & last;
        }
        at
    }

    /// Whether `key` may tell something; of most that tell nothing this says so.
    #[inline]
    pub(super) fn may_know(&self, key: char) -> bool {
        let (word, bit) = bit(key);
        self.may[word] & bit != 0
    }

    /// The things of `key`.
    #[inline]
    pub(super) fn get(&self, key: char) -> &[T] {
        if self.may_know(key) { self.find(key) } else { &[] }
    }

    #[inline]
    fn find(&self, key: char) -> &[T] {
        let Slot { start, end, .. } = self.slots[self.place_of(key)];
        &self.things[start as usize..end as usize]
    }

    /// The first place in `text` from byte `from` on of a character that may be known.
    pub(super) fn place(&self, text: &str, from: usize) -> Option<usize> {
        let mut rest = text.as_bytes().get(from..)?;
        loop {
            // Of one byte all and of three the last two tell the residue.
            let ((word, bit), behind) = match rest {
                [0xE0..=0xEF, middle, last, behind @ ..] => {
                    ((usize::from(middle & 63) % BITS, 1 << (last & 63)), behind)
                }
                [first @ ..0x80, behind @ ..] => (bit(char::from(*first)), behind),
                _ => {
                    let c = text[text.len() - rest.len()..].chars().next()?;
                    (bit(c), &rest[c.len_utf8()..])
                }
            };
            if self.may[word] & bit != 0 {
                return Some(text.len() - rest.len());
            }
            rest = behind;
        }
    }

    /// The last place in `text` before byte `to` of a character that may be known.
    pub(super) fn place_before(&self, text: &str, to: usize) -> Option<usize> {
        let mut rest = text.as_bytes().get(..to)?;
        loop {
            let ((word, bit), before) = match rest {
                [before @ .., 0xE0..=0xEF, middle, last] => {
                    ((usize::from(middle & 63) % BITS, 1 << (last & 63)), before)
                }
                [before @ .., last @ ..0x80] => (bit(char::from(*last)), before),
                _ => {
                    let c = text[..rest.len()].chars().next_back()?;
                    (bit(c), &rest[..rest.len() - c.len_utf8()])
                }
            };
            if self.may[word] & bit != 0 {
                return Some(before.len());
            }
            rest = before;
        }
    }

    /// The characters that tell something.
    pub(super) fn keys(&self) -> impl Iterator<Item = char> + '_ {
        self.slots.iter().filter_map(|slot| slot.key)
    }

    /// All things, by their characters, in the order of these.
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
        let things: Vec<_> = words.iter().filter_map(|word| Some((word.chars().next()?, *word))).collect();
        let table = ByChar::longest_first(&things, |word| word.len());
        assert_eq!(table.get('万'), ["万亿元", "万元", "万"]);
        assert_eq!(table.get('亿'), ["亿元", "亿"]);
        assert!(table.get('元').is_empty());
        // Of the same residue as 万.
        assert!(table.get(char::from_u32('万' as u32 + 64 * BITS as u32).expect("a character")).is_empty());
        assert_eq!(table.keys().collect::<std::collections::BTreeSet<char>>(), ['万', '亿'].into());
        let text = "a5万ß元亿𠀀万";
        let known = |&at: &usize| text[at..].starts_with(['万', '亿']);
        let places: Vec<usize> = (0..text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let places = places.into_iter().filter(|&at| table.place(text, at) == Some(at));
        assert_eq!(places.filter(known).collect::<Vec<_>>(), [2, 10, 17]);
        assert_eq!((table.place(text, 10), table.place(text, text.len())), (Some(10), None));
        let mut backward = Vec::new();
        while let Some(at) = table.place_before(text, backward.last().copied().unwrap_or(text.len())) {
            backward.push(at);
        }
        backward.reverse();
        let met = |&(at, _): &(usize, char)| table.place(text, at) == Some(at);
        assert_eq!(backward, text.char_indices().filter(met).map(|(at, _)| at).collect::<Vec<_>>());
        assert_eq!(table.things().len(), words.len());
        let alike: Vec<char> = (0..3).filter_map(|n| char::from_u32('亿' as u32 + n * 64 * BITS as u32)).collect();
        let keys: Vec<_> = alike.iter().rev().chain(&['万', '百']).map(|&key| (key, key)).collect();
        let table = ByChar::new(&keys);
        assert!(alike.iter().chain(&['万', '百']).all(|&key| table.get(key) == [key]));
        assert!(char::from_u32('亿' as u32 + 3 * 64 * BITS as u32).is_some_and(|key| table.get(key).is_empty()));
    }

    #[test]
    fn many_characters_find_their_places() {
        let keys: Vec<_> =
            ('\u{4E00}'..'\u{5200}').filter(|&key| !(key as u32).is_multiple_of(3)).map(|key| (key, key)).collect();
        let table = ByChar::new(&keys);
        assert!(keys.len() > FEW && keys.iter().all(|&(key, _)| table.get(key) == [key]));
        let none = ('\u{4E00}'..'\u{5200}').filter(|&key| (key as u32).is_multiple_of(3));
        assert!(none.into_iter().all(|key| table.get(key).is_empty()));
        assert!(table.keys().eq(table.things().iter().copied()));
    }
}
