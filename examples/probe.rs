fn main() {
    for t in std::env::args().skip(1) {
        println!("{t}");
        for q in plan::quantity::scan(&t) {
            println!(
                "   {:?} core {:?} {} {:?} {} {:?} {:?} {:?}",
                q.span.of(&t),
                q.core.of(&t),
                q.value,
                q.upper,
                q.unit,
                q.dimension,
                q.comparator,
                q.shape
            );
        }
        for m in plan::time::scan(&t, plan::time::Frame { period: Some((2021, 2025)), year: Some(2021), review: false })
        {
            println!("   T {:?} {:?} {:?} {:?}", m.span.of(&t), m.role, m.start, m.end);
        }
    }
}
