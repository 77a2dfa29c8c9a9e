//! Large lists given back to the system, so that what is read of a long text takes no more than it holds.
//!
//! The allocator of glibc takes the size of a large block that is freed whole for one that will be wanted again: from then on it keeps all
//! blocks up to that size, and holes between them stay its own. A list that shrinks bit by bit teaches it nothing.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// Bytes from which on the allocator gets a block of its own from the system.
const LARGE: usize = 128 * 1024;

/// How many items are given before their memory is given back.
const AT_A_TIME: usize = 1024;

/// Lets `list` go.
pub fn let_go<T>(mut list: Vec<T>) {
    list.clear();
    if list.capacity() * size_of::<T>() >= LARGE {
        list.shrink_to(1);
    }
}

/// `items` one after another, of which memory holds no more than are left.
pub fn given_back<T>(mut items: Vec<T>) -> impl Iterator<Item = T> {
    items.reverse();
    std::iter::from_fn(move || {
        let item = items.pop();
        if items.len().is_multiple_of(AT_A_TIME) {
            items.shrink_to(1);
        }
        item
    })
}

/// How often each of many keys was seen. A large table has as many as rows, and nearly all of them are seen once.
#[derive(Default)]
pub(crate) struct Seen {
    /// Eight bytes of each that tell it from others.
    once: HashSet<u64>,
    again: HashMap<u64, u32>,
}

impl Seen {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { once: HashSet::with_capacity(capacity), again: HashMap::new() }
    }

    /// How often `key` was seen, this time included.
    pub(crate) fn count(&mut self, key: &str) -> u32 {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let key = hasher.finish();
        if self.once.insert(key) {
            return 1;
        }
        *self.again.entry(key).and_modify(|count| *count += 1).or_insert(2)
    }
}

#[cfg(test)]
mod tests {
    use super::{Seen, given_back};

    #[test]
    fn what_is_seen_again_is_counted() {
        let mut seen = Seen::default();
        assert_eq!(["湿地", "绿道", "湿地", "湿地"].map(|key| seen.count(key)), [1, 1, 2, 3]);
    }

    #[test]
    fn items_are_given_in_order() {
        let items: Vec<usize> = (0..3000).collect();
        assert_eq!(given_back(items.clone()).collect::<Vec<_>>(), items);
    }
}
