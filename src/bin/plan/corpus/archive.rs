//! Zip archives whose members are documents.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow, bail};
use encoding_rs::GB18030;
use plan::source::MAX_BYTES;
use zip::{ZipArchive, result::ZipError};

use crate::documents;

/// Members of an archive.
const MEMBERS: usize = 100_000;

/// Bytes that all members of an archive unpack to.
const UNPACKED: u64 = 8 << 30;

/// A member: its name, its bytes or why they cannot be had, and how many bytes it takes up in the archive.
pub(super) struct Member {
    pub(super) path: PathBuf,
    pub(super) bytes: Result<Vec<u8>, String>,
    pub(super) size: u64,
}

/// The documents of an archive, by name.
pub(super) struct Members {
    archive: ZipArchive<BufReader<File>>,
    path: PathBuf,
    /// Names and places, the last first.
    left: Vec<(String, usize)>,
    unpacked: u64,
}

impl Members {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let name = path.display();
        let file = File::open(path).map_err(|error| anyhow!("{name}: this archive could not be read: {error}"))?;
        let mut archive = ZipArchive::new(BufReader::new(file))
            .map_err(|error| anyhow!("{name}: this is no zip archive, or a broken one: {error}; pack it anew"))?;
        if archive.len() > MEMBERS {
            bail!("{name}: this archive holds more than {MEMBERS} files; unpack it and give the folder");
        }
        let mut left = Vec::new();
        for at in 0..archive.len() {
            let Ok(member) = archive.by_index_raw(at) else { continue };
            let called = called(member.name_raw());
            if member.is_file() && documents::is_plan(Path::new(&called)) {
                left.push((called, at));
            }
        }
        if left.is_empty() {
            bail!("{name}: no plan document (.{}) stands in this archive", documents::ENDINGS.join(", ."));
        }
        left.sort_by(|a, b| b.cmp(a));
        Ok(Self { archive, path: path.into(), left, unpacked: 0 })
    }

    fn read(&mut self, at: usize) -> Result<Vec<u8>, String> {
        let mut member = self.archive.by_index(at).map_err(|error| why(&error))?;
        let mut bytes = Vec::new();
        let read = member.by_ref().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
        if bytes.len() > MAX_BYTES {
            return Err(format!("it unpacks to more than {MAX_BYTES} bytes, more than any plan has"));
        }
        read.map_err(|error| format!("it cannot be unpacked: {error}; pack the archive anew"))?;
        self.unpacked += bytes.len() as u64;
        match self.unpacked > UNPACKED {
            true => Err(format!("the archive unpacks to more than {UNPACKED} bytes; unpack it and give the folder")),
            false => Ok(bytes),
        }
    }
}

impl Iterator for Members {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        let (name, at) = self.left.pop()?;
        let size = self.archive.by_index_raw(at).map_or(0, |member| member.compressed_size());
        let bytes = self.read(at);
        if self.unpacked > UNPACKED {
            self.left.clear();
        }
        Some(Member { path: self.path.join(name.trim_start_matches('/')), bytes, size })
    }
}

/// Why a member cannot be had.
fn why(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.to_lowercase().contains("password") => {
            "it is encrypted; unpack the archive with its password and give the folder".into()
        }
        other => format!("it cannot be unpacked: {other}; pack the archive anew as Deflate"),
    }
}

/// A name as it was packed: UTF-8, else as Chinese systems write it.
fn called(raw: &[u8]) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    text.replace('\\', "/")
}
