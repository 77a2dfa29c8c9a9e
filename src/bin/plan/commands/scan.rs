//! `plan scan`: the numbers, ranks and times of a text, one JSON object a line.

use std::io::{self, BufRead, BufWriter, Read, Write};

use anyhow::bail;
use plan::{mention, time::Frame};

use crate::args::Scan;

/// Bytes of a line of standard input.
const LINE: u64 = 8 << 20;

/// Scans each of the texts, or the lines of standard input for `-` or nothing.
pub(crate) fn run(args: &Scan) -> anyhow::Result<()> {
    let texts = &args.text;
    let frame = Frame { year: args.year, ..Frame::default() };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut number = 0;
    if texts.is_empty() || *texts == ["-"] {
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        while input.by_ref().take(LINE + 1).read_until(b'\n', &mut line)? > 0 {
            number += 1;
            if line.len() as u64 > LINE {
                bail!("standard input: line {number} is longer than {LINE} bytes; break it into texts of its own");
            }
            print(String::from_utf8_lossy(&line).trim_end_matches('\n'), number, frame, &mut out)?;
            line.clear();
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
        let mut json = serde_json::to_vec(&found)?;
        json.push(b'\n');
        out.write_all(&json)?;
    }
    Ok(())
}
