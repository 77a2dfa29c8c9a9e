//! Large lists given back to the system, so that what is read of a long text takes no more than it holds.
//!
//! The allocator of glibc takes the size of a large block that is freed whole for one that will be wanted again: from then on it keeps all
//! blocks up to that size, and holes between them stay its own. A list that shrinks bit by bit teaches it nothing.

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

#[cfg(test)]
mod tests {
    use super::given_back;

    #[test]
    fn items_are_given_in_order() {
        let items: Vec<usize> = (0..3000).collect();
        assert_eq!(given_back(items.clone()).collect::<Vec<_>>(), items);
    }
}
