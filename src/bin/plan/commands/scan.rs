//! `plan scan`: the numbers, ranks and times of a text, one JSON object a line.

use std::io::{self, BufRead, BufWriter, Read, Write};

use anyhow::{Result, bail};
use plan::{mention, time::Frame};

use crate::{args::Scan, file::Sink};

/// Bytes of a line of standard input.
const LINE: u64 = 8 << 20;

/// Bytes that are written to a file at a time.
const PIECE: usize = 1 << 16;

/// Scans each of the texts, or the lines of standard input for `-` or nothing.
pub(crate) fn run(args: &Scan) -> Result<()> {
    let Some(to) = &args.output else {
        let mut out = BufWriter::new(io::stdout().lock());
        scan(args, |found| Ok(out.write_all(found)?))?;
        return Ok(out.flush()?);
    };
    let (mut sink, mut held) = (Sink::open(Some(to))?, Vec::new());
    scan(args, |found| {
        held.extend_from_slice(found);
        if held.len() < PIECE {
            return Ok(());
        }
        sink.write_bytes(&std::mem::take(&mut held))
    })?;
    sink.write_bytes(&held)?;
    sink.finish()
}

/// Hands what is found to `put`, a line each.
fn scan(args: &Scan, mut put: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let texts = &args.text;
    let frame = Frame { year: args.year, ..Frame::default() };
    let mut number = 0;
    if texts.is_empty() || *texts == ["-"] {
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        while input.by_ref().take(LINE + 1).read_until(b'\n', &mut line)? > 0 {
            number += 1;
            if line.len() as u64 > LINE {
                bail!("standard input: line {number} is longer than {LINE} bytes; break it into texts of its own");
            }
            of_line(String::from_utf8_lossy(&line).trim_end_matches('\n'), number, frame, &mut put)?;
            line.clear();
        }
    }
    for line in texts.iter().filter(|text| *text != "-").flat_map(|text| text.lines()) {
        number += 1;
        of_line(line, number, frame, &mut put)?;
    }
    Ok(())
}

fn of_line(line: &str, number: usize, frame: Frame, put: &mut impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    for found in mention::of_line(line.trim_end_matches('\r'), number, frame) {
        let mut json = serde_json::to_vec(&found)?;
        json.push(b'\n');
        put(&json)?;
    }
    Ok(())
}
