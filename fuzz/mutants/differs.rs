//! Says for each mutant which documents are read otherwise with it: `differs NUMBERS FILE…`.

use std::{env, fs, time::Instant};

use plan::{analysis, mutants, quantity, source::Source, time};

fn read(name: &str, bytes: &[u8]) -> String {
    match analysis::analyze(Source { name, bytes }) {
        Ok(reading) => {
            let rejected = reading.rejected();
            let text = &reading.document.text;
            let every_number = (quantity::scan_all(text), time::scan_all(text, time::Frame::default()));
            let results = [serde_json::to_string(&reading.analysis), serde_json::to_string(&rejected)];
            format!("{results:?} {every_number:?}")
        }
        Err(error) => error.to_string(),
    }
}

/// The first place in which two results differ, with what stands around it.
fn difference(one: &str, other: &str) -> String {
    let at = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(at.saturating_sub(120)).take(200).collect::<String>();
    format!("{}\t{}", around(one), around(other)).replace('\n', " ")
}

fn main() {
    std::panic::set_hook(Box::new(|_| ()));
    let mut arguments = env::args().skip(1);
    let numbers = fs::read_to_string(arguments.next().expect("a file of numbers")).expect("reads");
    let numbers = numbers.split_whitespace().map(|number| number.parse().expect("a number"));
    let files: Vec<(String, Vec<u8>)> = arguments.map(|name| (name.clone(), fs::read(&name).expect("reads"))).collect();
    for (name, bytes) in &files {
        read(name, bytes);
    }
    let usual: Vec<_> = files.iter().map(|(name, bytes)| mutants::noted(|| read(name, bytes))).collect();
    for number in numbers {
        let start = Instant::now();
        let reached: Vec<usize> = (0..files.len()).filter(|at| usual[*at].1.contains(&number)).collect();
        let mut differs = Vec::new();
        for &at in &reached {
            let ((name, bytes), (before, _, asked)) = (&files[at], &usual[at]);
            let now = mutants::with(number, asked * 5 + 1_000_000, || read(name, bytes)).unwrap_or("panics".into());
            if now != *before {
                differs.push(format!("{name}\t{}", difference(before, &now)));
                if differs.len() == 2 {
                    break;
                }
            }
        }
        println!("{number}\t{}\t{}\t{:.2}\t{}", reached.len(), differs.len(), start.elapsed().as_secs_f64(), differs.join("\t"));
    }
}
