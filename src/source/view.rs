//! The reading view: a run of text as a reader sees it, with every character tied to its place.
//!
//! Spaces and line breaks inside words and numbers are left out, full-width digits and letters become half-width, and
//! the punctuation of scraped pages (` , `, ` . `) becomes Chinese. The text itself is never rewritten: [`View::source`]
//! leads each span of the view back to the document.

use ecow::EcoString;

use super::{
    clean::{Part, parts, stretches},
    fold::{fold, fold_punctuation, keeps_space},
    inline,
    mending::{Gap, Raw, mend},
    raised, traditional,
};
use crate::{
    lexicon::QUANTITY,
    span::{Short, Span, is_invisible},
};

/// Clean text with its map back to the document.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Shared by the copies of a cell; of a short one there is nothing to share.
    text: EcoString,
    /// Where its characters stand in the document, stretch by stretch; most texts have one.
    first: Short,
    more: Option<Box<Behind>>,
}

/// The stretches behind the first.
#[derive(Clone, Debug)]
struct Behind(Box<[Run]>);

/// Characters that stand side by side in the text and in the document, each as long in one as in the other; or one that is
/// longer or shorter there. Documents are far shorter than 4 GiB.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    /// Where it begins in the text.
    at: u32,
    /// Its bytes in the document.
    start: u32,
    end: u32,
}

impl View {
    /// The view of `pieces` of `document`, joined in order.
    pub fn new(document: &str, pieces: &[Span]) -> Self {
        match stretches(document, pieces) {
            Some(stretches) => Self::clean(document, &stretches),
            None => match pieces {
                [piece] if !inline::may_hide(piece.of(document)) => Self::mended(document, *piece),
                _ => Self::read(&raw_characters(document, pieces, false)),
            },
        }
    }

    /// The view of `pieces` that are a sentence each and have lost their stops: a stop without a place of its own ends
    /// each piece.
    pub fn of_sentences(document: &str, pieces: &[Span]) -> Self {
        Self::read(&raw_characters(document, pieces, true))
    }

    /// The view of `pieces` that show as they stand.
    fn clean(document: &str, pieces: &[Span]) -> Self {
        if let [piece] = pieces {
            let text = traditional::simplified(piece.of(document));
            return View { text: text.into(), first: (*piece).into(), more: None };
        }
        let mut text = String::with_capacity(pieces.iter().map(|piece| piece.len()).sum());
        let mut runs = pieces.iter().map(|&piece| {
            let run = Run::new(text.len(), piece);
            text.push_str(&traditional::simplified(piece.of(document)));
            run
        });
        let (first, more) = (runs.next().unwrap_or_default().source(), runs.collect());
        View { text: text.into(), first, more: held(more) }
    }

    /// The view of `piece`, of which only what does not show as it stands is read character by character.
    fn mended(document: &str, piece: Span) -> Self {
        let mut view = Unfinished { text: String::with_capacity(piece.len()), runs: Vec::new() };
        for part in parts(document, piece) {
            match part {
                Part::Clean(span) => view.copy(document, span),
                Part::Other(span) => view.read(&raw_characters(document, &[span], false)),
            }
        }
        view.finish()
    }

    fn read(raw: &[Raw]) -> Self {
        let text = String::with_capacity(raw.iter().map(|(c, ..)| c.len_utf8()).sum());
        let mut view = Unfinished { text, runs: Vec::new() };
        view.read(raw);
        view.finish()
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text, held together with this view.
    pub(crate) fn shared(&self) -> EcoString {
        self.text.clone()
    }

    /// The clean text without its places.
    pub fn into_text(self) -> EcoString {
        self.text
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of the document that `span` of the view was read from.
    pub fn source(&self, span: Span) -> Span {
        let Some(start) = self.begins(span.start) else {
            let end = self.more().last().map_or(self.first.end(), |last| last.end as usize);
            return Span::new(end, end);
        };
        Span::new(start, self.ends(span.end).filter(|&end| end > start).unwrap_or(start))
    }

    /// Where the first character at or behind byte `at` of the text begins in the document.
    fn begins(&self, at: usize) -> Option<usize> {
        let at = self.next_character(at);
        if at == self.text.len() {
            return None;
        }
        let more = self.more();
        let run = more.partition_point(|run| run.at as usize <= at).checked_sub(1);
        let run = run.map_or(self.first(), |last| more[last]);
        Some(run.start as usize + at - run.at as usize)
    }

    /// Where the last character before byte `at` of the text ends in the document.
    fn ends(&self, at: usize) -> Option<usize> {
        let at = self.next_character(at);
        if at == 0 {
            return None;
        }
        let more = self.more();
        let before = more.partition_point(|run| (run.at as usize) < at);
        let run = before.checked_sub(1).map_or(self.first(), |last| more[last]);
        let behind = more.get(before).map_or(self.text.len(), |next| next.at as usize);
        // Of a run that is not as long in the text there is one character, and it ends where the run does.
        Some(run.end as usize - if run.is_even(behind) { behind - at } else { 0 })
    }

    /// The first stretch.
    fn first(&self) -> Run {
        Run::new(0, self.first.span())
    }

    /// The stretches behind the first.
    fn more(&self) -> &[Run] {
        self.more.as_deref().map_or(&[], |behind| &*behind.0)
    }

    /// The first border of a character at or behind byte `at` of the text.
    fn next_character(&self, at: usize) -> usize {
        (at..self.text.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.text.len())
    }
}

/// The stretches behind the first, where there are any.
fn held(more: Box<[Run]>) -> Option<Box<Behind>> {
    (!more.is_empty()).then(|| Box::new(Behind(more)))
}

impl Run {
    /// What begins at byte `at` of the text and stands at `span` of the document.
    fn new(at: usize, span: Span) -> Self {
        Self { at: at as u32, start: span.start as u32, end: span.end as u32 }
    }

    /// Where it stands in the document.
    fn source(self) -> Short {
        Span::new(self.start as usize, self.end as usize).into()
    }

    /// Whether its characters, which end before byte `behind` of the text, are as long there as in the document.
    fn is_even(self, behind: usize) -> bool {
        behind - self.at as usize == (self.end - self.start) as usize
    }
}

/// A view that is being read.
struct Unfinished {
    text: String,
    runs: Vec<Run>,
}

impl Unfinished {
    fn finish(self) -> View {
        let first = self.runs.first().copied().unwrap_or_default().source();
        View { text: self.text.into(), first, more: held(self.runs.into_iter().skip(1).collect()) }
    }

    /// Adds the characters of `raw`.
    fn read(&mut self, raw: &[Raw]) {
        for (at, &(c, span, gap)) in raw.iter().enumerate() {
            if is_han(c) {
                self.push(c, span);
                continue;
            }
            let before = self.text.chars().next_back();
            if keeps_space(before, gap, c) {
                self.push(' ', span);
            }
            let after = raw.get(at + 1).map(|&(next, _, gap)| (next, gap));
            let stop = c == '.' || c == '．';
            let ends_number = after.is_none_or(|(a, gap)| gap != Gap::None || !a.is_ascii_digit());
            if stop && gap == Gap::None && self.is_item_number() && ends_number {
                self.push('.', span);
                continue;
            }
            self.push(fold_punctuation(c, before, gap, after), span);
        }
    }

    /// Adds what shows as it stands at `span`.
    fn copy(&mut self, document: &str, span: Span) {
        self.runs.push(Run::new(self.text.len(), span));
        self.text.push_str(&traditional::simplified(span.of(document)));
    }

    /// Whether nothing but one to three digits has been read, as in front of the stop of `12. 加快`.
    fn is_item_number(&self) -> bool {
        (1..=3).contains(&self.text.len()) && self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Adds a character that was read from `span`.
    fn push(&mut self, c: char, span: Span) {
        let at = self.text.len();
        let even = c.len_utf8() == span.len();
        match self.runs.last_mut().filter(|run| even && run.end as usize == span.start && run.is_even(at)) {
            Some(run) => run.end = span.end as u32,
            None => self.runs.push(Run::new(at, span)),
        }
        self.text.push(c);
    }
}

/// The characters without white space.
fn raw_characters(document: &str, pieces: &[Span], stops: bool) -> Vec<Raw> {
    let bytes: usize = pieces.iter().map(|piece| piece.len()).sum();
    let mut raw: Vec<Raw> = Vec::with_capacity(bytes / 2);
    let mut gap = Gap::None;
    for piece in pieces {
        let text = piece.of(document);
        let mut lowered = false;
        let mut hidden = inline::hidden(text).into_iter().peekable();
        let mut read = 0;
        for (at, c) in text.char_indices() {
            if at < read {
                continue;
            }
            if is_han(c) && hidden.peek().is_none() {
                let start = piece.start + at;
                raw.push((traditional::fold(c), Span::new(start, start + c.len_utf8()), gap));
                (gap, lowered) = (Gap::None, false);
                continue;
            }
            let (c, length) = inline::entity(&text[at..]).unwrap_or((c, c.len_utf8()));
            read = at + length;
            while hidden.next_if(|range| range.end <= at).is_some() {}
            if hidden.peek().is_some_and(|range| range.contains(&at)) || is_invisible(c) {
                // Numbers on two lines are two.
                gap =
                    if text[at..].starts_with("<br") || text[at..].starts_with("</p") { wider(gap, ' ') } else { gap };
                lowered |=
                    text[at..].starts_with("</sub") || c == '~' && raw.last().is_some_and(|r| r.0.is_ascii_digit());
                continue;
            }
            if c.is_whitespace() {
                gap = wider(gap, c);
                continue;
            }
            if raised::digit(c).is_some() && marks_note(&raw) {
                continue;
            }
            let start = piece.start + at;
            // CO₂50万吨: the lowered digit belongs to the name.
            let (named, c) = (raised::is_lowered(c), fold(c));
            let gap_here = if lowered && !named && c.is_ascii_digit() { wider(gap, '　') } else { gap };
            raw.push((c, Span::new(start, start + length), gap_here));
            (gap, lowered) = (Gap::None, named);
        }
        let ended = raw.last().is_none_or(|&(c, _, _)| matches!(c, '。' | '！' | '？' | '：' | '；'));
        if stops && !ended {
            raw.push(('。', Span::new(piece.end, piece.end), Gap::None));
        }
        gap = Gap::Break;
    }
    mend(&mut raw);
    raw
}

/// Whether `c` is one of the characters that nearly all of a document is written in, which nothing but their folding changes.
pub fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// The gap `gap` with the white space `c` added.
fn wider(gap: Gap, c: char) -> Gap {
    match gap {
        _ if c == '\n' => Gap::Break,
        Gap::Break => Gap::Break,
        Gap::None if !matches!(c, '\t' | '　') => Gap::Space,
        _ => Gap::Wide,
    }
}

/// Whether a raised digit behind `raw` marks a note; behind 10, a letter or a length it is an exponent.
fn marks_note(raw: &[Raw]) -> bool {
    let before = |back: usize| raw.len().checked_sub(back).and_then(|i| raw.get(i)).map(|&(c, ..)| c);
    let power = before(1) == Some('0') && before(2) == Some('1') && !before(3).is_some_and(|c| c.is_ascii_digit());
    let held = before(1).is_none_or(|c| c.is_ascii_alphabetic() || raised::digit(c).is_some() || QUANTITY.length.is(c));
    !(power || held)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(text: &str) -> View {
        View::new(text, &[Span::new(0, text.len())])
    }

    #[test]
    fn spaces_breaks_and_widths_are_read_through() {
        for (damaged, clean) in [
            ("到 2025年 , 总量突破 1000 家 . 实施", "到2025年，总量突破1000家。实施"),
            ("PM 2.5 达34.75% 和 10.64 平方米", "PM2.5达34.75%和10.64平方米"),
            ("到2025\n年，二 ○ 三五年", "到2025年，二〇三五年"),
            ("１．５万亿元；增长２％", "1.5万亿元；增长2%"),
            ("共30\n0个、74\n.5%、3.\n2亿", "共300个、74.5%、3.2亿"),
            ("１．矿山", "1.矿山"),
            ("2. 化工", "2.化工"),
            ("1,000 家 , 其中 (含)", "1,000家，其中（含）"),
            ("R&D 投入, Wi Fi 覆盖", "R&D投入，Wi Fi覆盖"),
            ("R&amp;D&nbsp;投入&lt;5%，A&B", "R&D投入<5%，A&B"),
            ("總量達１．５萬億元", "总量达1.5万亿元"),
            ("封存CO₂50万吨，CO₂500吨，PM₂.₅30微克", "封存CO2 50万吨，CO2 500吨，PM2.5 30微克"),
            ("封存CO<sub>2</sub>50万吨，CO~2~50万吨", "封存CO2 50万吨，CO2 50万吨"),
            ("5\u{2012}8个，5〜8个，5\u{2011}8个", "5–8个，5～8个，5-8个"),
        ] {
            assert_eq!(view(damaged).text(), clean, "{damaged}");
        }
    }

    #[test]
    fn what_shows_as_it_stands_is_read_alike_by_either_way() {
        let signs = ["青", "，", "：", ".", "。", "5", "300", "%", "G", "O", "—", "”", " ", "萬", "１", "；", "+", "-"];
        let count = signs.len();
        let mut clean = 0;
        for n in 0..count.pow(4) {
            let at = |place: u32| signs[n / count.pow(place) % count];
            for (text, half) in
                [([at(0), at(1), at(2), at(3)].concat(), None), (text_of_lines(at), Some(at(0).len() + at(1).len()))]
            {
                let pieces = match half {
                    None => vec![Span::new(0, text.len())],
                    Some(end) => vec![Span::new(0, end), Span::new(end + 1, text.len())],
                };
                if stretches(&text, &pieces).is_none() {
                    continue;
                }
                assert_read_alike(&text, &pieces);
                clean += 1;
            }
        }
        assert!(clean > 10_000, "{clean}");
    }

    /// Holds the view of `pieces` to what is read of them character by character.
    fn assert_read_alike(text: &str, pieces: &[Span]) {
        let (one, other) = (View::new(text, pieces), View::read(&raw_characters(text, pieces, false)));
        assert_eq!(one.text(), other.text(), "{text}");
        let ends = one.text().char_indices().map(|(at, c)| (at, at + c.len_utf8()));
        for (start, next) in ends {
            for end in [start, next, one.text().len()] {
                let span = Span::new(start, end);
                assert_eq!(one.source(span), other.source(span), "{text} {span:?}");
            }
        }
    }

    #[test]
    fn what_long_stretches_part_is_read_as_in_the_whole() {
        let damaged = ".|1.|12. | . | , |，|5，300|1 2 0 0|80 0|202 5年|6. 5%|二O二|１．５|PM 2.5|¹|&amp;|&nbsp;|（3）| |\u{200B}|⼈|!|O|\
            42，500万---45，000|表 1 8|(含)|\t|:|5:|R&D";
        let damaged: Vec<&str> = damaged.split('|').collect();
        let stretches =
            ["", "青", "总量万", "到年长达", "推进万亩青禾產", "新建农田总量达表一", "总量突破青禾县农田水利设施"];
        let count = damaged.len() * stretches.len();
        for n in 0..count * count {
            let part = |n: usize| format!("{}{}", stretches[n % stretches.len()], damaged[n / stretches.len()]);
            let last = stretches[1 + n % (stretches.len() - 1)];
            let text = format!("{}{}{last}", part(n % count), part(n / count));
            assert_read_alike(&text, &[Span::new(0, text.len())]);
        }
    }

    /// Two lines of two pieces each.
    fn text_of_lines<'t>(at: impl Fn(u32) -> &'t str) -> String {
        format!("{}{}\n{}{}", at(0), at(1), at(2), at(3))
    }

    #[test]
    fn a_span_of_the_view_leads_back_to_the_document() {
        let text = "总量突破 1000\n家 .";
        let view = view(text);
        let start = view.text().find("突破").expect("there");
        let end = view.text().find('。').expect("there");
        assert_eq!(view.source(Span::new(start, end)).of(text), "突破 1000\n家");
    }

    #[test]
    fn every_character_leads_back_also_over_those_that_are_longer_there() {
        let text = "共１２ 家&amp;3\u{200B}户，R&D Wi Fi。";
        let view = view(text);
        assert_eq!(view.text(), "共12家&3户，R&D Wi Fi。");
        let places = view.text().char_indices().map(|(at, c)| view.source(Span::new(at, at + c.len_utf8())).of(text));
        let read =
            ["共", "１", "２", "家", "&amp;", "3", "户", "，", "R", "&", "D", "W", "W", "i", "F", "F", "i", "。"];
        assert_eq!(places.collect::<Vec<_>>(), read);
        let all = Span::new(0, view.text().len());
        assert_eq!(view.source(all).of(text), text);
        assert_eq!(view.source(Span::new(all.end, all.end)), Span::new(text.len(), text.len()));
        assert_eq!(view.source(Span::new(0, 0)), Span::new(0, 0));
        assert_eq!(View::default().source(all), Span::default());
    }
}
