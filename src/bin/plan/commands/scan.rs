//! `plan scan`: the numbers, ranks and times of a text, one JSON object a line.

use std::io::{self, BufRead, BufWriter, Write};

use plan::{mention, time::Frame};

use crate::args::Scan;

/// Scans each of the texts, or the lines of standard input for `-` or nothing.
pub(crate) fn run(args: &Scan) -> anyhow::Result<()> {
    let texts = &args.text;
    let frame = Frame { year: args.year, ..Frame::default() };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut number = 0;
    if texts.is_empty() || *texts == ["-"] {
        for line in io::stdin().lock().split(b'\n') {
            number += 1;
            print(&String::from_utf8_lossy(&line?), number, frame, &mut out)?;
        }
    }
    for line in texts.iter().filter(|text| *text != "-").flat_map(|text| text.lines()) {
        number += 1;
        print(line, number, frame, &mut out)?;
    }
    out.flush()?;
    Ok(())
}

fn print(line: &str, number: usize, frame: Frame, out: &mut impl Write) -> anyhow::Result<()> {
    for found in mention::of_line(line.trim_end_matches('\r'), number, frame) {
        serde_json::to_writer(&mut *out, &found)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
