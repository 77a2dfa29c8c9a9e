//! The shape of the house, held by a test: which module may use which, and what the library leaves to the binary.

use std::{collections::BTreeSet, fs, path::Path, path::PathBuf};

/// For each top-level module of the library, the modules it may name with `crate::`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("assign", &[]),
    ("memory", &[]),
    ("nearest", &[]),
    ("number", &[]),
    ("span", &[]),
    ("yaml", &[]),
    ("lexicon", &["number", "span", "yaml"]),
    ("source", &["lexicon", "span"]),
    ("quantity", &["lexicon", "number", "source", "span"]),
    ("time", &["lexicon", "number", "quantity", "source", "span"]),
    ("grid", &["lexicon", "memory", "number", "quantity", "source", "span", "time"]),
    ("duty", &["lexicon", "span", "time"]),
    ("outline", &["duty", "grid", "lexicon", "memory", "number", "source", "span"]),
    ("mention", &["lexicon", "number", "quantity", "source", "span", "time"]),
    ("statement", &["lexicon", "number", "quantity", "span"]),
    ("reading", &["lexicon", "number", "outline", "quantity", "source", "span", "time"]),
    ("judge", &["lexicon", "number", "quantity", "reading", "span", "statement", "time"]),
    (
        "commitment",
        &[
            "duty",
            "grid",
            "judge",
            "lexicon",
            "memory",
            "number",
            "outline",
            "quantity",
            "reading",
            "source",
            "span",
            "statement",
            "time",
        ],
    ),
    ("tasks", &["duty", "grid", "lexicon", "outline", "reading", "span", "time"]),
    (
        "analysis",
        &[
            "commitment",
            "duty",
            "grid",
            "judge",
            "lexicon",
            "memory",
            "number",
            "outline",
            "quantity",
            "reading",
            "source",
            "span",
            "statement",
            "tasks",
            "time",
        ],
    ),
    (
        "check",
        &[
            "analysis",
            "grid",
            "lexicon",
            "memory",
            "nearest",
            "number",
            "outline",
            "quantity",
            "source",
            "span",
            "statement",
            "time",
            "yaml",
        ],
    ),
    ("saved", &["analysis", "lexicon", "statement", "yaml"]),
    (
        "diff",
        &["analysis", "assign", "duty", "lexicon", "number", "outline", "quantity", "source", "span", "statement"],
    ),
    ("panel", &["analysis", "lexicon", "number", "quantity", "statement"]),
    ("stats", &["analysis", "statement"]),
    ("track", &["analysis", "assign", "diff", "lexicon", "number", "quantity", "statement", "time", "yaml"]),
    (
        "evaluate",
        &["analysis", "assign", "duty", "lexicon", "nearest", "number", "quantity", "span", "statement", "yaml"],
    ),
    (
        "render",
        &[
            "analysis",
            "check",
            "commitment",
            "diff",
            "duty",
            "evaluate",
            "lexicon",
            "nearest",
            "number",
            "outline",
            "panel",
            "quantity",
            "source",
            "span",
            "statement",
            "stats",
            "track",
        ],
    ),
];

/// What only the binary may do: print, open paths, read the environment or the clock.
const BINARY_ONLY: &[&str] =
    &["println!", "eprintln!", "print!", "eprint!", "std::fs", "std::env", "std::time", "std::process", "std::net"];

/// The longest a source file may be.
const MAX_LINES: usize = 500;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// A file of the library with its top-level module, without comments and unit tests.
struct Module {
    path: PathBuf,
    name: String,
    code: String,
}

fn library() -> Vec<Module> {
    let root = root();
    let modules = files(&root).into_iter().filter_map(|path| {
        let relative = path.strip_prefix(&root).expect("below src").to_path_buf();
        let first = relative.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let name = first.trim_end_matches(".rs").to_owned();
        let tests = path.ends_with("tests.rs")
            || path.parent().is_some_and(|folder| folder.ends_with("tests"))
            || matches!(name.as_str(), "lib" | "bin" | "sample");
        let text = fs::read_to_string(&path).expect("UTF-8");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        (!tests).then_some(Module { path, name, code })
    });
    modules.collect()
}

/// The modules that `code` names with `crate::`.
fn edges(code: &str) -> BTreeSet<String> {
    let named = crate::rust::paths(&crate::rust::tokens(code)).into_iter().map(|(path, _)| path);
    named.filter(|path| path[0] == "crate").map(|path| path[1].clone()).collect()
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for module in library() {
        let allowed = ALLOWED.iter().find(|(name, _)| *name == module.name).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!("{}: the module {} is not in the table", module.path.display(), module.name));
            continue;
        };
        for used in edges(&module.code) {
            if used != module.name && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: {} may not use {used}", module.path.display(), module.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_cycles() {
    for (at, (name, allowed)) in ALLOWED.iter().enumerate() {
        let earlier: Vec<&str> = ALLOWED[..at].iter().map(|(name, _)| *name).collect();
        for used in *allowed {
            assert!(earlier.contains(used), "{name} uses {used}, which does not stand above it");
        }
    }
}

#[test]
fn the_library_leaves_the_world_to_the_binary() {
    let mut wrong = Vec::new();
    for module in library() {
        for word in BINARY_ONLY {
            let boundary = |at: usize| !module.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if module.code.match_indices(word).any(|(at, _)| boundary(at)) {
                wrong.push(format!("{}: {word}", module.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for path in files(&root()) {
        let text = fs::read_to_string(&path).expect("UTF-8");
        if text.lines().count() > MAX_LINES {
            wrong.push(format!("{}: {} lines", path.display(), text.lines().count()));
        }
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: does not begin with `//!`", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn use_lists_are_read_with_their_braces() {
    let code = "use crate::{\n    a::{B, C},\n    d::E,\n    f,\n};\nuse crate::g::H; let x = crate::i::j();";
    assert_eq!(edges(code), ["a", "d", "f", "g", "i"].map(String::from).into());
}
