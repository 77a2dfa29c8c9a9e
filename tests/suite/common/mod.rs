//! What the tests of the command line share.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{
    path::{Path, PathBuf},
    process::Output,
};

use assert_cmd::Command;

/// The checked plan.
pub(crate) const SEED: &str = "seeds/gulou-14fyp.txt";

/// An invented plan, small enough to read at a glance.
pub(crate) const PLAN: &str = "青禾县国民经济和社会发展第十四个五年规划纲要\n\
\n\
第一章 打造创新高地\n\
第一节 壮大创新主体\n\
到2025年，全县高新技术企业突破80家，森林覆盖率达到65%以上。\n\
2020年，全县高新技术企业达到35家。\n";

/// `plan`, run where the repository's paths are right.
pub(crate) fn plan() -> Command {
    let mut command = Command::cargo_bin("plan").expect("the binary is built");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("NO_COLOR");
    command
}

/// Runs `plan` with `args`.
pub(crate) fn run(args: &[&str]) -> Output {
    plan().args(args).output().expect("it runs")
}

/// Standard output as text.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// Writes `text` into `folder` and gives its path.
pub(crate) fn file(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("it is written");
    path
}

/// The results of `plan extract --format json` with more arguments.
pub(crate) fn extracted(args: &[&str]) -> Vec<serde_json::Value> {
    let output = plan().args(["extract", "--format", "json"]).args(args).output().expect("it runs");
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).expect("a JSON array")
}
