//! Signs inside a line that a reader does not see: emphasis, links, notes and struck-out text of Markdown and HTML.

use std::ops::Range;

use crate::span::{self, Span};

/// Elements that stand inside a line.
const ELEMENTS: [&str; 25] = [
    "a", "b", "br", "center", "del", "div", "em", "font", "i", "ins", "mark", "p", "rb", "rp", "rt", "ruby", "s",
    "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
];

/// Elements whose text is no part of the line: struck out, or how a character is pronounced.
const STRUCK: [&str; 5] = ["del", "rp", "rt", "s", "strike"];

/// How many bytes a link, a tag or emphasis may take up.
const LONGEST: usize = 400;

/// How many bytes a comment on one line may take up.
const LONGEST_COMMENT: usize = 2000;

/// What a comment of HTML stands between.
const COMMENT: (&str, &str) = ("<!--", "-->");

/// The bytes of `text`, a line or some, that signs of markup take up, in order; with what they strike out.
pub(super) fn hidden(text: &str) -> Vec<Range<usize>> {
    let next = |at: usize| text.as_bytes()[at..].iter().position(|&byte| is_sign(byte)).map(|step| at + step);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut later: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = next(at) {
        at = start;
        if let Some(closing) = later.first().filter(|closing| closing.start <= at).cloned() {
            at = at.max(closing.end);
            found.push(later.remove(0));
            continue;
        }
        let sign = read(text, at);
        at = sign.as_ref().map_or(at + 1, |sign| sign.first.end);
        if let Some(sign) = sign {
            found.push(sign.first);
            later.extend(sign.last);
            later.sort_by_key(|closing| closing.start);
        }
    }
    found.extend(later);
    found.sort_by_key(|range| range.start);
    found
}

/// Whether `text` may hold signs of markup.
pub(super) fn may_hide(text: &str) -> bool {
    text.bytes().any(is_sign)
}

/// Whether a sign of markup may begin with `byte`.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'=' | b'`' | b'~' | b'<' | b'[' | b'^' | b'\\')
}

/// A sign that is not shown, and the one that closes what it opens.
struct Sign {
    first: Range<usize>,
    last: Option<Range<usize>>,
}

impl Sign {
    fn alone(first: Range<usize>) -> Self {
        Sign { first, last: None }
    }
}

/// The sign at `text[at]`.
fn read(text: &str, at: usize) -> Option<Sign> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'\\' => {
            let escaped = rest[1..].starts_with(|c: char| "~*_`[]()#+-.!<>|^%=".contains(c));
            let breaks = rest[1..].is_empty() || rest[1..].starts_with('\n');
            (escaped || breaks).then(|| Sign::alone(at..at + 1))
        }
        b'*' => emphasis(text, at),
        b'_' => paired(text, at, "__"),
        b'=' => paired(text, at, "=="),
        b'`' => Some(Sign::alone(at..at + rest.bytes().take_while(|&b| b == b'`').count())),
        b'~' => struck(rest, at).or_else(|| lowered(text, at)),
        b'<' => comment(rest, at).or_else(|| element(rest, at)),
        b'[' => bracket(text, at),
        _ => {
            let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
            (digits > 0 && rest[1 + digits..].starts_with('^')).then(|| Sign::alone(at..at + digits + 2))
        }
    }
}

/// `window` of `text`: at most so many bytes as a sign may take up.
fn near(text: &str) -> &str {
    text[..span::floor(text, LONGEST)].split('\n').next().unwrap_or("")
}

/// `**` anywhere; `*` where another closes it and it multiplies nothing.
fn emphasis(text: &str, at: usize) -> Option<Sign> {
    let rest = &text[at..];
    let stars = rest.bytes().take(4).take_while(|&b| b == b'*').count();
    if stars > 1 {
        return Some(Sign::alone(at..at + if stars == 3 { 3 } else { 2 }));
    }
    let inner = near(&rest[1..]);
    let len = closing_star(inner).filter(|&len| len > 0 && !inner.starts_with(' ') && !inner[..len].ends_with(' '))?;
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let product = digit(text[..at].chars().next_back()) && digit(inner.chars().next());
    let close = at + 1 + len;
    (!product).then(|| Sign { first: at..at + 1, last: Some(close..close + 1) })
}

/// Where the star stands in `inner` that closes one before it: pairs of stars set off what stands inside.
fn closing_star(inner: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += inner[at..].find('*')?;
        let stars = inner[at..].bytes().take_while(|&b| b == b'*').count();
        if stars != 2 {
            return Some(at + stars - 1);
        }
        at += stars;
    }
}

/// `__` or `==` where another closes it: not of blanks to fill in, nor inside a name.
fn paired(text: &str, at: usize, sign: &str) -> Option<Sign> {
    let inner = near(text[at..].strip_prefix(sign)?);
    let own = |c: char| sign.starts_with(c);
    let len = inner.find(sign).filter(|&len| len > 0 && !inner.starts_with(own) && !inner.starts_with(' '))?;
    let close = at + 2 + len;
    let beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || own(c));
    let named = beside(text[..at].chars().next_back()) || beside(text[close + 2..].chars().next());
    (!named).then(|| Sign { first: at..at + 2, last: Some(close..close + 2) })
}

/// `~~300~~`: struck out, with its text.
fn struck(rest: &str, at: usize) -> Option<Sign> {
    let inner = near(rest.strip_prefix("~~")?);
    let len = inner.find("~~").filter(|&len| len > 0)?;
    Some(Sign::alone(at..at + len + 4))
}

/// The signs of `CO~2~`.
fn lowered(text: &str, at: usize) -> Option<Sign> {
    let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let close = at + 1 + digits;
    let letter = text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
    let closed = digits > 0 && text[close..].starts_with('~');
    (letter && closed).then(|| Sign { first: at..at + 1, last: Some(close..close + 1) })
}

/// `<!-- 旧稿 -->`, with its text.
fn comment(rest: &str, at: usize) -> Option<Sign> {
    let inner = rest.strip_prefix(COMMENT.0)?;
    let len = inner[..span::floor(inner, LONGEST_COMMENT)].find(COMMENT.1)?;
    Some(Sign::alone(at..at + COMMENT.0.len() + len + COMMENT.1.len()))
}

/// The comments of HTML in `text`, in order, each with all its lines.
pub(super) fn comments(text: &str) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find(COMMENT.0).map(|start| at + start) {
        let Some(end) = text[start..].find(COMMENT.1).map(|end| start + end + COMMENT.1.len()) else { break };
        found.push(Span::new(start, end));
        at = end;
    }
    found
}

/// `<br>`, `</b>`; `<del>3</del>` and the mark of a note, `<sup>1</sup>`, with their text.
fn element(rest: &str, at: usize) -> Option<Sign> {
    let window = near(rest);
    let inner = &window[1..window.find('>')?];
    let name = inner.trim_start_matches('/').split([' ', '/', '\t']).next()?.to_ascii_lowercase();
    ELEMENTS.contains(&name.as_str()).then_some(())?;
    let end = inner.len() + 2;
    let close = format!("</{name}>");
    let closing = window[end..].find(&close).filter(|_| !inner.starts_with('/')).map(|len| end + len + close.len());
    let note = name == "sup" && window[end..].starts_with(|c: char| c.is_ascii_digit() || c == '[');
    let whole = STRUCK.contains(&name.as_str()) || note;
    Some(Sign::alone(at..at + closing.filter(|_| whole).unwrap_or(end)))
}

/// The character that `text` opens with as an entity of HTML, and the bytes that it takes up.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let names = [("lt", '<'), ("gt", '>'), ("le", '≤'), ("ge", '≥'), ("amp", '&'), ("nbsp", '\u{A0}'), ("quot", '"')];
    let rest = text.strip_prefix('&')?;
    names
        .into_iter()
        .find(|(name, _)| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with(';')))
        .map(|(name, c)| (c, name.len() + 2))
}

/// `[^1]`, the signs of `[text](url)`, the box of a task at the start of its line.
fn bracket(text: &str, at: usize) -> Option<Sign> {
    let window = near(&text[at..]);
    let close = window.find(']')?;
    let inner = &window[1..close];
    let line = text[..at].rsplit('\n').next().unwrap_or("");
    let starts = line.trim_matches([' ', '\t', '　', '-', '*', '+']).is_empty();
    if inner.starts_with('^') || (starts && matches!(inner, " " | "x" | "X")) {
        return Some(Sign::alone(at..at + close + 1));
    }
    let target = window[close + 1..].strip_prefix('(')?;
    let len = target.find(')')?;
    let link = target[..len].contains(['/', '.', '#']);
    let last = at + close..at + close + len + 3;
    link.then_some(Sign { first: at..at + 1, last: Some(last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let hidden = hidden(text);
        let seen = |at: usize| !hidden.iter().any(|range| range.contains(&at));
        text.char_indices().filter(|&(at, _)| seen(at)).map(|(_, c)| c).collect()
    }

    #[test]
    fn signs_of_markup_are_not_shown() {
        for (text, want) in [
            ("菇棚达到**12**万座，其中`3`万座", "菇棚达到12万座，其中3万座"),
            ("达到*12*万座，其中__3__万座", "达到12万座，其中3万座"),
            ("达到~~300~~350座", "达到350座"),
            ("达到<del>300</del><ins>350</ins>座", "达到350座"),
            ("3\\~5座", "3~5座"),
            ("[菇棚](http://a.b/2024)12座", "菇棚12座"),
            ("菇棚[^1]达到12座", "菇棚达到12座"),
            ("菇棚^1^达到12座，CO~2~排放", "菇棚达到12座，CO2排放"),
            ("菇棚<sup>2</sup>达到12座<br>", "菇棚达到12座"),
            ("- [x] 菇棚12座", "-  菇棚12座"),
            ("CO<sub>2</sub>排放", "CO2排放"),
            ("*至少*达到***45***万座，==80==座", "至少达到45万座，80座"),
            ("*达到**12**万座*，***重要***", "达到12万座，重要"),
            ("<!-- 旧稿：9座 -->菇棚12座", "菇棚12座"),
            ("<ruby>柞<rp>(</rp><rt>zuò</rt><rp>)</rp></ruby>蚕", "柞蚕"),
            ("菇棚数\\", "菇棚数"),
            ("菇棚\\>=12座", "菇棚>=12座"),
        ] {
            assert_eq!(shown(text), want, "{text}");
        }
    }

    #[test]
    fn signs_that_are_text_stay() {
        for text in [
            "2*35万千瓦",
            "3~5座",
            "低于<5%",
            "（一）[累计]",
            "3~~5座",
            "[注]（见附件）",
            "a^b",
            "____万座",
            "a__b__c",
            "5*3*2座",
            "a==b==c",
            "====",
            "<!-- 旧稿",
            "C:\\菇棚",
        ] {
            assert_eq!(shown(text), text, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[*`~<>\\[\\]()^\\\\a-b1市/. \n]{0,24}|.{0,30}") {
            for range in hidden(&text) {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
