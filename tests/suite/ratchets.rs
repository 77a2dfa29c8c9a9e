//! Habits of the code that may only get better: `tests/ratchets.tsv` holds what is left of each, place by place.
//!
//! A row that grows, or a new one, fails; so does one that has shrunk, until it is written down:
//! `cargo test ratchets -- --ignored` writes the file anew. What is counted: files of one module that need each other
//! (`circle`), lists of three or more Chinese words outside the lexicon (`words`), single Chinese words there (`literals`),
//! functions of more than five arguments (`arguments`), and chains of more than eight `&&` and `||` (`operators`).
//! A fourth cell may say why a row is left; it is kept when the file is written anew.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crate::rust::Token;

/// How many arguments a function may have, `self` not counted.
const ARGUMENTS: usize = 5;
/// How many `&&` and `||` one expression may hold.
const OPERATORS: usize = 8;
/// How many Chinese words in one list are knowledge that belongs to the lexicon.
const WORDS: usize = 3;

/// What holds Chinese that decides nothing: a document drawn up to show every field, and names of the lexicon itself.
const NO_WORDS: [&str; 2] = ["sample.rs", "lexicon/"];
/// The fields whose texts show a rule or tell people of it.
const SHOWN: [&str; 5] = ["fires", "passes", "why", "summary", "help"];

/// Kind and place, with how much of it there is.
type Counts = BTreeMap<(String, String), usize>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn list() -> PathBuf {
    root().join("tests/ratchets.tsv")
}

/// The files of `src` with their tokens, without unit tests; by path below `src`.
pub(crate) fn sources() -> BTreeMap<String, Vec<Token>> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => walk(&path, found),
                false => found.push(path),
            }
        }
    }
    let (src, mut paths) = (root().join("src"), Vec::new());
    walk(&src, &mut paths);
    let code = paths.into_iter().filter(|path| {
        path.extension().is_some_and(|e| e == "rs")
            && !path.ends_with("tests.rs")
            && !path.parent().is_some_and(|folder| folder.ends_with("tests"))
    });
    code.map(|path| {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let name = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        (name, crate::rust::tokens(text))
    })
    .collect()
}

/// Everything that is counted, as it is now.
fn measured() -> Counts {
    let sources = sources();
    let mut counts = Counts::new();
    for (name, tokens) in &sources {
        let counted = !NO_WORDS.iter().any(|place| name.starts_with(place));
        for (kind, count) in [("words", word_lists(tokens)), ("literals", words(tokens).len())] {
            if counted && count > 0 {
                counts.insert((kind.into(), name.clone()), count);
            }
        }
        for (kind, limit, found) in
            [("arguments", ARGUMENTS, arguments(tokens)), ("operators", OPERATORS, operators(tokens))]
        {
            for (function, count) in found.into_iter().filter(|(_, count)| *count > limit) {
                let held = counts.entry((kind.into(), format!("{name} {function}"))).or_default();
                *held = count.max(*held);
            }
        }
    }
    for circle in circles(&sources) {
        let size = circle.len();
        counts.insert(("circle".into(), circle.into_iter().collect::<Vec<_>>().join(" ")), size);
    }
    counts
}

/// How many lists of three or more Chinese literals there are: in brackets, or parted by `|`; a rule's examples are none.
fn word_lists(tokens: &[Token]) -> usize {
    let is_word = |token: &Token| matches!(token, Token::Text(text) if text.chars().any(crate::rust::is_han));
    let mut open: Vec<Option<usize>> = Vec::new();
    let (mut lists, mut run) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark("[") => {
                let before = &tokens[at.saturating_sub(3)..at];
                let examples = before.iter().any(|t| matches!(t, Token::Name(n) if n == "fires" || n == "passes"));
                open.push((!examples).then_some(0));
            }
            Token::Mark("]") => lists += usize::from(open.pop().flatten().is_some_and(|words| words >= WORDS)),
            token if is_word(token) => {
                if let Some(Some(words)) = open.last_mut() {
                    *words += 1;
                }
                run += 1;
                lists += usize::from(run == WORDS && !matches!(open.last(), Some(Some(_))));
            }
            Token::Mark("|") => {}
            _ => run = 0,
        }
    }
    lists
}

/// The literals that hold Chinese characters, but for texts that are [`SHOWN`] and messages, which are told by their Latin words.
fn words(tokens: &[Token]) -> Vec<String> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Name(name) if SHOWN.contains(&name.as_str()) && tokens.get(at + 1) == Some(&Token::Mark(":")) => {
                at += 2;
                at += usize::from(tokens.get(at) == Some(&Token::Mark("&")));
                if tokens.get(at) == Some(&Token::Mark("[")) {
                    at += tokens[at..].iter().position(|token| *token == Token::Mark("]")).unwrap_or(0);
                }
            }
            Token::Text(text) if is_word(text) => found.push(text.clone()),
            _ => {}
        }
        at += 1;
    }
    found
}

/// Whether `text` holds Chinese characters besides the range of all of them, and no Latin word besides names to be filled in.
fn is_word(text: &str) -> bool {
    let bare: String = text.split('{').map(|part| part.rsplit_once('}').map_or(part, |(_, rest)| rest)).collect();
    let latin = bare.split(|c: char| !c.is_ascii_lowercase()).any(|word| word.len() > 2);
    !latin && bare.replace("一-龥", "").chars().any(crate::rust::is_han)
}

/// Each function with the number of its arguments.
fn arguments(tokens: &[Token]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let (Token::Name(word), Some(Token::Name(name))) = (token, tokens.get(at + 1)) else { continue };
        if word != "fn" {
            continue;
        }
        let Some(start) = (at + 2..tokens.len()).find(|&i| tokens[i] == Token::Mark("(")) else { continue };
        let (mut depth, mut count, mut filled, mut angle) = (0usize, 0, false, 0usize);
        for (i, token) in tokens.iter().enumerate().skip(start) {
            match token {
                Token::Mark("(" | "[" | "{") => depth += 1,
                Token::Mark("<") => angle += 1,
                Token::Mark(">") => angle = angle.saturating_sub(1),
                Token::Mark(")" | "]" | "}") => {
                    depth -= 1;
                    if depth == 0 {
                        count += usize::from(filled);
                        break;
                    }
                }
                Token::Mark(",") if depth == 1 && angle == 0 => {
                    count += usize::from(filled);
                    filled = false;
                }
                Token::Name(name) if name == "self" && tokens.get(i + 1) != Some(&Token::Mark("::")) => {}
                Token::Mark("&") => {}
                Token::Name(name) if name == "mut" => {}
                _ => filled = true,
            }
        }
        found.push((name.clone(), count));
    }
    found
}

/// Each expression's number of `&&` and `||`, under the name of its function.
fn operators(tokens: &[Token]) -> Vec<(String, usize)> {
    let (mut found, mut function, mut open) = (Vec::new(), String::new(), vec![0usize]);
    for (at, token) in tokens.iter().enumerate() {
        let flush = |open: &mut Vec<usize>, found: &mut Vec<(String, usize)>| {
            if let Some(count) = open.last_mut() {
                found.push((function.clone(), std::mem::take(count)));
            }
        };
        match token {
            Token::Name(word) if word == "fn" => {
                if let Some(Token::Name(name)) = tokens.get(at + 1) {
                    function = name.clone();
                }
            }
            Token::Mark("(" | "[" | "{") => open.push(0),
            Token::Mark(")" | "]") => {
                let inner = open.pop().unwrap_or(0);
                if let Some(count) = open.last_mut() {
                    *count += inner;
                }
            }
            Token::Mark("}") => {
                flush(&mut open, &mut found);
                open.pop();
            }
            Token::Mark(";" | "," | "=>") => flush(&mut open, &mut found),
            // Between two operands, and not a reference of a reference or a closure without arguments.
            Token::Mark("&&" | "||") if at > 0 && crate::rust::ends_operand(&tokens[at - 1]) => {
                if let Some(count) = open.last_mut() {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    found
}

/// The sets of files of one top-level module that need each other, by path below `src`.
fn circles(sources: &BTreeMap<String, Vec<Token>>) -> Vec<BTreeSet<String>> {
    let library = sources.iter().filter(|(name, _)| name.contains('/') && !name.starts_with("bin/"));
    let house = crate::rust::House::new(library.map(|(name, tokens)| (name.as_str(), tokens.as_slice())));
    let edges = house.edges();
    let mut reach: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for start in edges.keys() {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start.as_str()]);
        while let Some(file) = next.pop() {
            for used in edges.get(file).into_iter().flatten() {
                if seen.insert(used.as_str()) {
                    next.push(used);
                }
            }
        }
        reach.insert(start, seen);
    }
    let mut found: Vec<BTreeSet<String>> = Vec::new();
    for (file, seen) in reach.iter().filter(|(file, seen)| seen.contains(*file)) {
        if found.iter().any(|circle| circle.contains(*file)) {
            continue;
        }
        let mutual = seen.iter().filter(|other| reach.get(*other).is_some_and(|back| back.contains(file)));
        found.push(mutual.map(|other| (*other).to_owned()).collect());
    }
    found
}

/// The rows of the list: kind and place, how much, and why it is left.
fn rows() -> BTreeMap<(String, String), (usize, String)> {
    let text = fs::read_to_string(list()).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let (kind, place, count) = (cells.next()?, cells.next()?, cells.next()?);
        let why = cells.next().unwrap_or_default().to_owned();
        Some(((kind.to_owned(), place.to_owned()), (count.parse().ok()?, why)))
    });
    rows.collect()
}

fn known() -> Counts {
    rows().into_iter().map(|(key, (count, _))| (key, count)).collect()
}

#[test]
fn habits_only_get_better() {
    let (measured, known) = (measured(), known());
    let grown = measured.iter().filter(|(key, count)| known.get(*key).is_none_or(|held| held < count));
    let shrunk = known.iter().filter(|(key, count)| measured.get(*key).is_none_or(|now| now < count));
    let told = |((kind, place), count): (&(String, String), &usize)| format!("{kind}: {place} ({count})");
    let (grown, shrunk): (Vec<String>, Vec<String>) = (grown.map(told).collect(), shrunk.map(told).collect());
    assert!(grown.is_empty(), "more than `tests/ratchets.tsv` allows; these belong elsewhere:\n{}", grown.join("\n"));
    assert!(
        shrunk.is_empty(),
        "better than `tests/ratchets.tsv` says; run `cargo test ratchets -- --ignored` and keep it:\n{}",
        shrunk.join("\n")
    );
}

#[test]
#[ignore = "writes the list of what is left anew"]
fn write_what_is_left() {
    let mut out = String::from(
        "# What is left of habits that may only get better; see tests/suite/ratchets.rs. kind, place, count, why.\n",
    );
    let known = rows();
    for (key, count) in measured() {
        let why = known.get(&key).map_or("", |(_, why)| why.as_str());
        out += format!("{}\t{}\t{count}\t{why}", key.0, key.1).trim_end();
        out.push('\n');
    }
    fs::write(list(), out).expect("it can be written");
}

#[test]
fn what_is_counted_is_counted_right() {
    let lists = |code: &str| word_lists(&crate::rust::tokens(code));
    assert_eq!(lists("let a = [\"达到\", \"超过\", \"突破\"];"), 1);
    assert_eq!(lists("let a = [\"达到\", \"超过\"]; let b = [\"a\", \"b\", \"c\"];"), 0);
    assert_eq!(lists("Rule { fires: &[\"一。\", \"二。\", \"三。\"], passes: &[\"一。\", \"二。\", \"三。\"] }"), 0);
    assert_eq!(lists("matches!(x, \"年\" | \"月\" | \"日\")"), 1);
    let single = |code: &str| words(&crate::rust::tokens(code)).len();
    assert_eq!(single("text.ends_with(\"的\") && c == '年' && unit == \"%\""), 2);
    assert_eq!(single("Rule { why: \"一\", fires: &[\"一\", \"二\"], passes: &[\"三\"], when: a(\"四\") }"), 1);
    assert_eq!(single("wrong(\"write it as 亿元\"); r\"[一-龥]\"; format!(\"{year}\")"), 0);
    assert_eq!(single("format!(\"到{year}年\"); r\"[一-龥]年\""), 2);
    let of = |code: &str| arguments(&crate::rust::tokens(code)).remove(0).1;
    assert_eq!(of("fn f(&self, a: u8, b: HashMap<u8, u8>, (c, d): (u8, u8)) {}"), 3);
    assert_eq!(of("fn f() {}"), 0);
    let most = |code: &str| operators(&crate::rust::tokens(code)).iter().map(|(_, count)| *count).max();
    assert_eq!(most("fn f() { let x = a && (b || c) && d.any(|| e || f); g(a && b, c); }"), Some(4));
    assert_eq!(most("fn f() { let x = g(&&a, || b); }"), Some(0));
}
