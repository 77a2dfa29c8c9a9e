//! No help and no message lacks its Chinese.

use std::{collections::BTreeSet, fs, path::Path};

use clap::CommandFactory;

use super::*;

fn is_chinese(text: &str) -> bool {
    text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_argument_and_command_has_its_help_in_chinese() {
    fn missing(command: &Command, found: &mut BTreeSet<String>) {
        let args = command.get_arguments();
        let helps = args
            .flat_map(|arg| [arg.get_help(), arg.get_long_help()])
            .chain([command.get_about(), command.get_after_help()]);
        let helps = helps.flatten().map(ToString::to_string);
        let headings = command.get_arguments().filter_map(Arg::get_help_heading).map(str::to_owned);
        found.extend(helps.chain(headings).filter(|text| whole(text).is_none()));
        command.get_subcommands().for_each(|command| missing(command, found));
    }
    let (mut command, mut found) = (crate::args::Cli::command(), BTreeSet::new());
    command.build();
    missing(&command, &mut found);
    assert!(found.is_empty(), "no row in chinese.tsv:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The texts in quotation marks that stand in the code of `folder` and are sentences.
fn sentences(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sentences(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let code = fs::read_to_string(&path).expect("UTF-8");
            let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("#[command"));
            found.extend(texts(&lines.collect::<Vec<_>>().join("\n")).into_iter().filter(|text| is_sentence(text)));
        }
    }
}

/// The texts in quotation marks of `code`.
fn texts(code: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), code);
    while let Some(at) = rest.find('"') {
        let quoted = rest[..at].ends_with('\'') && rest[at + 1..].starts_with('\'');
        rest = &rest[at + 1..];
        if quoted {
            continue;
        }
        let mut text = String::new();
        while let Some(at) = rest.find(['"', '\\']) {
            text += &rest[..at];
            let is_end = rest[at..].starts_with('"');
            rest = &rest[at + 1..];
            if is_end {
                break;
            }
            match rest.strip_prefix('\n') {
                Some(next) => rest = next.trim_start(),
                None => rest = rest.get(1..).unwrap_or_default(),
            }
        }
        found.push(text);
    }
    found
}

/// Whether `text` is read by people: three English words behind each other.
fn is_sentence(text: &str) -> bool {
    is_told(text, 3)
}

/// Whether `text` has so many English words behind each other.
fn is_told(text: &str, least: usize) -> bool {
    let words = text.split(' ').map(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()));
    let mut run = 0;
    let is_sql = text.starts_with("SELECT") || text.starts_with("INSERT") || text.contains("CREATE");
    !is_sql
        && words
            .map(|word| {
                run = if word { run + 1 } else { 0 };
                run
            })
            .any(|run| run >= least)
}

/// The files below `folder` with their code, without unit tests and comments.
fn code(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(code(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let code = fs::read_to_string(&path).expect("UTF-8");
            let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.push(lines.collect::<Vec<_>>().join("\n"));
        }
    }
    found
}

/// The messages of errors in `code`, however short.
fn errors(code: &str) -> Vec<String> {
    let opened = ["bail!(", "anyhow!(", "#[error("].into_iter().flat_map(|name| code.split(name).skip(1));
    let first = |rest: &str| {
        let rest = rest.trim_start();
        let end = rest.match_indices('"').skip(1).find(|(at, _)| !rest[..*at].ends_with('\\'))?.0;
        rest.starts_with('"').then(|| texts(&rest[..=end])).and_then(|texts| texts.into_iter().next())
    };
    opened.filter_map(first).collect()
}

/// Files of the library whose other texts reach people too, and from how many words on these are texts.
const SPOKEN: [(&str, usize); 32] = [
    ("analysis/mod.rs", 3),
    ("analysis/region.rs", 3),
    ("check/config.rs", 3),
    ("check/keys.rs", 3),
    ("check/levels.rs", 3),
    ("check/suppress.rs", 3),
    ("check/expect.rs", 3),
    ("commitment/table/notices.rs", 3),
    ("commitment/reference.rs", 3),
    ("diff/describe.rs", 3),
    ("evaluate/gold.rs", 2),
    ("outline/mod.rs", 3),
    ("render/long/mod.rs", 3),
    ("render/select.rs", 3),
    ("saved.rs", 3),
    ("source/builder.rs", 2),
    ("source/docx/fault.rs", 2),
    ("source/docx/package.rs", 2),
    ("source/docx/table.rs", 2),
    ("source/docx/xml.rs", 2),
    ("source/encoding.rs", 2),
    ("source/error.rs", 3),
    ("source/html/nesting.rs", 2),
    ("source/legacy/mod.rs", 2),
    ("source/media.rs", 2),
    ("source/mod.rs", 2),
    ("source/pdf/mod.rs", 2),
    ("source/pdf/syntax.rs", 2),
    ("source/pdf/unpacked.rs", 2),
    ("tasks/mod.rs", 3),
    ("track/book.rs", 2),
    ("track/pairing.rs", 3),
];

#[test]
fn every_message_has_its_chinese() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    sentences(&src.join("bin/plan"), &mut found);
    for (path, words) in SPOKEN {
        let code = fs::read_to_string(src.join(path)).expect("UTF-8");
        let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        found.extend(texts(&lines.collect::<Vec<_>>().join("\n")).into_iter().filter(|text| is_told(text, words)));
    }
    found.extend(code(&src).iter().flat_map(|code| errors(code)));
    // What others say is told as it is: `{0}`, `--select: {error}`.
    let says = |text: &&String| without_holes(text, "").split(' ').filter(|word| !word.starts_with('-')).any(is_worded);
    let missing = |text: &&String| {
        let text = text.strip_prefix("{place}").unwrap_or(text);
        let told = chinese(&without_holes(text, "7")).into_owned();
        !is_chinese(&told) || is_half(&told)
    };
    let missing: Vec<&String> = found.iter().filter(says).filter(missing).collect();
    assert!(found.len() > 80, "the code is read: {found:?}");
    assert!(
        missing.is_empty(),
        "no row in chinese.tsv:\n{}",
        missing.iter().map(|text| text.as_str()).collect::<Vec<_>>().join("\n")
    );
}

fn is_worded(word: &str) -> bool {
    word.contains(|c: char| c.is_alphabetic())
}

/// `text` with `filled` where it has braces.
fn without_holes(text: &str, filled: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, _, after)) = hole(rest) {
        out += before;
        out += filled;
        rest = after;
    }
    out + rest
}

/// Whether words of English are left in `told` that are no names and stand in no quotation marks.
fn is_half(told: &str) -> bool {
    let bare: String = told.split('`').step_by(2).collect();
    let words = bare.split(|c: char| !c.is_ascii_alphabetic() && !"-._/<".contains(c));
    words.filter(|word| ["the", "is", "of", "this", "it", "and", "no", "a", "to", "holds"].contains(word)).count() > 1
}

#[test]
fn rows_are_whole_and_hold_the_same_holes() {
    let mut seen = BTreeSet::new();
    for (english, chinese) in rows() {
        let holes = |text: &'static str| {
            let mut holes = template(text, "").holes;
            holes.sort_unstable();
            holes
        };
        assert!(seen.insert(english), "{english} stands twice");
        assert!(is_chinese(chinese) && !chinese.contains('\t'), "{english}: {chinese}");
        assert_eq!(holes(english), holes(chinese), "{english}");
    }
}

#[test]
fn what_the_parser_adds_is_chinese_too() {
    for added in ADDED {
        assert!(whole(added).is_some(), "{added}");
    }
    assert_eq!(
        told_line("  -x <N>  大小 [default: 3] [possible values: 3,\n"),
        "  -x <N>  大小 [默认：3] [可选值：3,\n"
    );
    assert_eq!(told_line("Usage: plan [OPTIONS]\n"), "用法: plan [OPTIONS]\n");
}

#[test]
fn what_stands_in_a_message_is_kept() {
    for (english, expected) in [
        (
            "plan: a.txt: there is no such file; check the spelling and the folder",
            "plan: a.txt: 没有这个文件；请检查文件名和所在文件夹",
        ),
        (
            "plan: c.csv#2: row 2, line 9: the text in the column `正文` is empty; fill it or take out the row",
            "plan: c.csv#2: 第2行数据（文件第9行）: `正文`列的正文为空；请补上或删去该行",
        ),
        (
            "plan: z.docx: the DOCX file cannot be read: the archive is broken or cut short: no end: EOF; open it in a word \
             processor and save it again as DOCX or plain text",
            "plan: z.docx: 无法读取DOCX文件：压缩包已损坏或不完整：no end: EOF；请用文字处理软件打开，重新另存为DOCX或纯文本",
        ),
        ("plan: 3 of 5 documents read, 2 failed: a, b", "plan: 读出5份文档中的3份，2份失败：a, b"),
        ("no words of the table", "no words of the table"),
    ] {
        assert_eq!(chinese(english), expected);
    }
}
