//! Things told by a character: words by their first or last one, numerals by themselves.

/// How many times 64 bits tell whether a character may be known.
const BITS: usize = 8;

/// Things by a character. Nearly every question is answered by none, so that is what costs least.
#[derive(Clone, Debug)]
pub(super) struct ByChar<T> {
    /// A bit for each residue of the characters: most that tell nothing are known by it alone.
    may: [u64; BITS],
    /// How many residues are known before those of each word of `may`.
    ranks: [u16; BITS],
    /// For each known residue, in order, where the first of its characters stands.
    firsts: Vec<First>,
    /// The characters in order, each with where its things end; they begin where those of the one before end.
    ends: Vec<(char, u32)>,
    things: Vec<T>,
}

/// The first character of a residue.
#[derive(Clone, Copy, Debug, Default)]
struct First {
    /// Its place among the characters, from one.
    place: u16,
    /// Whether others are of the same residue.
    shared: bool,
}

impl<T> Default for ByChar<T> {
    fn default() -> Self {
        Self { may: [0; BITS], ranks: [0; BITS], firsts: Vec::new(), ends: Vec::new(), things: Vec::new() }
    }
}

impl<T> ByChar<T> {
    /// `things` by their characters; those of one character by `length`, the longest first, and else in their order.
    pub(super) fn longest_first(mut things: Vec<(char, T)>, length: impl Fn(&T) -> usize) -> Self {
        // One number is compared sooner than two.
        things.sort_by_key(|(key, thing)| u64::from(*key) << 32 | u64::from(u32::MAX - length(thing) as u32));
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
        table.index();
        table
    }

    /// Notes where the characters of each residue stand.
    fn index(&mut self) {
        let mut known = 0;
        for (rank, word) in self.ranks.iter_mut().zip(self.may) {
            *rank = known;
            known += word.count_ones() as u16;
        }
        self.firsts = vec![First::default(); usize::from(known)];
        for at in 0..self.ends.len() {
            let rank = self.rank(self.ends[at].0);
            let first = &mut self.firsts[rank];
            first.shared = first.place > 0;
            first.place = if first.shared { first.place } else { at as u16 + 1 };
        }
    }

    /// How many residues are known before that of `key`.
    #[inline]
    fn rank(&self, key: char) -> usize {
        let (word, bit) = bit(key);
        usize::from(self.ranks[word]) + (self.may[word] & (bit - 1)).count_ones() as usize
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

    fn find(&self, key: char) -> &[T] {
        let First { place, shared } = self.firsts[self.rank(key)];
        let first = usize::from(place) - 1;
        let at = match self.ends[first].0 == key {
            true => Ok(first),
            false if shared => self.ends.binary_search_by_key(&key, |&(known, _)| known),
            false => Err(first),
        };
        let Ok(at) = at else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        &self.things[start as usize..self.ends[at].1 as usize]
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
        let places: Vec<usize> = (0..text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        let places = places.into_iter().filter(|&at| table.place(text, at) == Some(at));
        assert_eq!(places.filter(known).collect::<Vec<_>>(), [2, 10, 17]);
        assert_eq!((table.place(text, 10), table.place(text, text.len())), (Some(10), None));
        assert_eq!(table.things().len(), words.len());
        let alike: Vec<char> = (0..3).filter_map(|n| char::from_u32('亿' as u32 + n * 64 * BITS as u32)).collect();
        let table = ByChar::new(alike.iter().rev().chain(&['万', '百']).map(|&key| (key, key)).collect());
        assert!(alike.iter().chain(&['万', '百']).all(|&key| table.get(key) == [key]));
        assert!(char::from_u32('亿' as u32 + 3 * 64 * BITS as u32).is_some_and(|key| table.get(key).is_empty()));
    }
}
