//! Prints what the strict scanner finds in each line of a file.
use std::io::Read;
fn main() {
    let mut text = String::new();
    let _ = std::io::stdin().read_to_string(&mut text);
    for (i, line) in text.lines().enumerate() {
        let view = plan::source::View::new(line, &[plan::span::Span::new(0, line.len())]);
        for q in plan::quantity::scan(view.text()) {
            let place = view.source(q.span);
            println!("{}", serde_json::json!([i + 1, place.of(line), q.value, q.upper, q.unit, q.comparator, format!("{:?}", q.shape), view.text()[..q.span.start].chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect::<String>(), view.text()[q.span.end..].chars().take(6).collect::<String>()]));
        }
    }
}
