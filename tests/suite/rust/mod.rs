//! Just enough of Rust to count in it: tokens, and which file of a module names which.

use std::collections::{BTreeMap, BTreeSet};

/// A token; comments and white space are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A word or a number.
    Name(String),
    /// The inside of a string or a character.
    Text(String),
    /// Anything else.
    Mark(&'static str),
}

/// Marks, longest first.
const MARKS: [&str; 33] = [
    "::", "->", "=>", "&&", "||", "..", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", ":",
    "=", "&", "|", "!", "?", ".", "+", "-", "*", "/", "#", "@",
];

/// Whether `c` is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c)
}

/// Whether an operand may end with `token`.
pub(crate) fn ends_operand(token: &Token) -> bool {
    match token {
        Token::Name(word) => !["return", "in", "if", "match", "move", "else", "while"].contains(&word.as_str()),
        Token::Text(_) => true,
        Token::Mark(mark) => [")", "]", "}", "?", ">"].contains(mark),
    }
}

/// The tokens of `code`.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let chars: Vec<char> = code.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    while at < chars.len() {
        let c = chars[at];
        let rest = |offset: usize| chars.get(at + offset).copied().unwrap_or('\0');
        if c == '/' && rest(1) == '/' {
            at += chars[at..].iter().take_while(|&&c| c != '\n').count();
        } else if (c == 'r' && (rest(1) == '"' || (rest(1) == '#' && matches!(rest(2), '"' | '#')))) || c == '"' {
            let (text, end) = string(&chars, at);
            found.push(Token::Text(text));
            at = end;
        } else if c == '\'' && (rest(2) == '\'' || rest(1) == '\\') {
            let start = at + if rest(1) == '\\' { 3 } else { 2 };
            let end = chars[start..].iter().position(|&c| c == '\'').map_or(chars.len(), |offset| start + offset);
            found.push(Token::Text(chars[at + 1..end].iter().collect()));
            at = end + 1;
        } else if is_word(c) {
            let end = at + chars[at..].iter().take_while(|&&c| is_word(c)).count();
            found.push(Token::Name(chars[at..end].iter().collect()));
            at = end;
        } else {
            let next: String = chars[at..].iter().take(2).collect();
            let mark = MARKS.iter().find(|mark| next.starts_with(**mark));
            found.extend(mark.map(|mark| Token::Mark(mark)));
            at += mark.map_or(1, |mark| mark.len());
        }
    }
    found
}

/// The inside of the string that opens at `at`, and where it ends.
fn string(chars: &[char], at: usize) -> (String, usize) {
    let raw = chars[at] == 'r';
    let hashes = if raw { chars[at + 1..].iter().take_while(|&&c| c == '#').count() } else { 0 };
    let start = at + usize::from(raw) + hashes + 1;
    let mut end = start;
    while end < chars.len() {
        let closed = chars[end] == '"' && chars[end + 1..].iter().take(hashes).filter(|&&c| c == '#').count() == hashes;
        match chars[end] {
            '\\' if !raw => end += 2,
            _ if closed => break,
            _ => end += 1,
        }
    }
    let end = end.min(chars.len());
    (chars[start.min(end)..end].iter().collect(), end + 1 + hashes)
}

/// The files of the library by module path, with what each names.
pub(crate) struct House<'a> {
    /// Module path to file.
    files: BTreeMap<Vec<String>, &'a str>,
    /// For each module the paths that it names, and whether it only passes them on (`pub use`).
    paths: BTreeMap<Vec<String>, Vec<(Vec<String>, bool)>>,
}

impl<'a> House<'a> {
    /// The house of `files`, each with its path below `src` and its tokens.
    pub(crate) fn new(files: impl Iterator<Item = (&'a str, &'a [Token])>) -> Self {
        let mut house = House { files: BTreeMap::new(), paths: BTreeMap::new() };
        for (name, tokens) in files {
            let stem = name.trim_end_matches(".rs").trim_end_matches("/mod");
            let module: Vec<String> = stem.split('/').map(str::to_owned).collect();
            house.files.insert(module.clone(), name);
            house.paths.insert(module, paths(tokens));
        }
        house
    }

    /// For each file the files of the same top-level module that it needs.
    pub(crate) fn edges(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (module, named) in &self.paths {
            for (path, _) in named.iter().filter(|(_, passed_on)| !passed_on) {
                let Some(target) = self.target(module, path, 4) else { continue };
                if target != *module && target[0] == module[0] {
                    let used = self.files[&target].to_owned();
                    edges.entry(self.files[module].to_owned()).or_default().insert(used);
                }
            }
        }
        edges
    }

    /// The module that holds what `path` names where `module` stands; `left` is how often a re-export is followed.
    fn target(&self, module: &[String], path: &[String], left: usize) -> Option<Vec<String>> {
        let mut at = module.to_vec();
        let mut rest = path.iter().peekable();
        match path[0].as_str() {
            "crate" => {
                at.clear();
                rest.next();
            }
            "self" => drop(rest.next()),
            "super" => {
                while rest.next_if(|word| *word == "super").is_some() {
                    at.pop();
                }
            }
            first if self.files.contains_key(&[module, &[first.to_owned()]].concat()) => {}
            _ => return None,
        }
        while let Some(word) = rest.peek() {
            let below = [at.as_slice(), &[(*word).clone()]].concat();
            if !self.files.contains_key(&below) {
                break;
            }
            at = below;
            rest.next();
        }
        let held = self.paths.get(&at)?;
        let Some(item) = rest.next().filter(|_| left > 0) else { return Some(at) };
        let passed = held.iter().find(|(path, passed_on)| *passed_on && path.last() == Some(item) && path.len() > 1);
        match passed {
            Some((path, _)) => self.target(&at, path, left - 1).or(Some(at)),
            None => Some(at),
        }
    }
}

/// The paths of two words and more that `tokens` name, lists in braces taken apart; with whether a `pub use` names them.
pub(crate) fn paths(tokens: &[Token]) -> Vec<(Vec<String>, bool)> {
    let mut found = Vec::new();
    let (mut at, mut public, mut passed_on) = (0, false, false);
    while at < tokens.len() {
        match &tokens[at] {
            Token::Name(word) if word == "pub" => public = true,
            Token::Name(word) if word == "use" => passed_on = public,
            Token::Mark(";") => (public, passed_on) = (false, false),
            Token::Name(word) if word == "mod" || word == "fn" || word == "struct" => public = false,
            Token::Name(_) if at == 0 || !matches!(tokens[at - 1], Token::Mark("::" | ".")) => {
                let mut paths = Vec::new();
                at = tree(tokens, at, &[], &mut paths);
                found.extend(paths.into_iter().filter(|path| path.len() > 1).map(|path| (path, passed_on)));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads the path that begins at `at` behind `before`, with its list in braces; gives where it ends.
fn tree(tokens: &[Token], mut at: usize, before: &[String], out: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    while let Some(Token::Name(word)) = tokens.get(at) {
        // `self` at the end of a list is the module itself.
        if word != "self" || path.is_empty() {
            path.push(word.clone());
        }
        at += 1;
        if tokens.get(at) != Some(&Token::Mark("::")) {
            break;
        }
        at += 1;
    }
    if tokens.get(at) != Some(&Token::Mark("{")) || tokens.get(at - 1) != Some(&Token::Mark("::")) {
        out.push(path);
        return at;
    }
    at += 1;
    while at < tokens.len() && tokens[at] != Token::Mark("}") {
        at = match &tokens[at] {
            Token::Name(word) if word == "as" => at + 2,
            Token::Name(_) => tree(tokens, at, &path, out),
            _ => at + 1,
        };
    }
    at + 1
}
