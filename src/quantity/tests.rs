//! What the scanner finds, construction by construction.

use super::*;

/// `span|value|upper|unit|comparator`, one line a quantity.
fn lines(found: &[Quantity], text: &str) -> Vec<String> {
    found
        .iter()
        .map(|q| {
            let upper = q.upper.map_or(String::new(), |u| format!("~{u}"));
            format!("{}={}{upper} {} {:?} {:?}", q.span.of(text), q.value, q.unit, q.comparator, q.shape)
        })
        .collect()
}

#[test]
fn smoke() {
    for t in ["总量突破1300家，年均增长7.5%以上，培育3—5个", "稳居全省第二"] {
        eprintln!("{:#?}", lines(&scan(t), t));
    }
}
