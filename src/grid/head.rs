//! The head of a column, and what it says: which words, year and unit stand in it, in whatever order.

use ecow::EcoString;

use crate::{
    lexicon::{CLAUSES, COLUMNS, DUTIES, Forms, HEADINGS, signs, years},
    quantity,
    time::{self, Frame, TimeMention},
};

/// What words of a head say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The row's number.
    Number,
    /// The group of rows.
    Group,
    /// What the row is about.
    Name,
    /// The same, and it is no description of work.
    BestName,
    /// The unit.
    Unit,
    /// Whether a target binds.
    Nature,
    /// Who answers.
    Responsible,
    /// By when.
    Due,
    /// A value that the plan starts from.
    Start,
    /// A value to be reached.
    Target,
    /// A value that was reached.
    Result,
    /// How far a target was met.
    State,
    /// Per year.
    Yearly,
    /// Over the whole period.
    Total,
    /// Growth.
    Growth,
    /// What is added.
    Addition,
    /// Remarks.
    Note,
    /// What a project costs.
    Money,
    /// A description of work.
    Work,
}

/// The words of a head, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(u32);

impl Words {
    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `word` is among them.
    pub fn contains(self, word: Word) -> bool {
        self.0 & 1 << word as u32 != 0
    }

    /// Whether all of them are among `others`.
    pub fn are_of(self, others: &[Word]) -> bool {
        self.0 & !others.iter().copied().collect::<Self>().0 == 0
    }

    /// Leaves `word` out.
    pub(super) fn remove(&mut self, word: Word) {
        self.0 &= !(1 << word as u32);
    }

    /// Those that are among `others`.
    fn of(self, others: &[Word]) -> Self {
        Self(self.0 & others.iter().copied().collect::<Self>().0)
    }
}

impl FromIterator<Word> for Words {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        Self(words.into_iter().fold(0, |all, word| all | 1 << word as u32))
    }
}

/// A head, read. A table may have one for every few bytes of its text.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Its text, from the top row of heads down.
    pub text: EcoString,
    /// The words in it.
    pub words: Words,
    /// The last year that it names.
    pub year: Option<i32>,
    /// The unit in its brackets.
    pub unit: Option<Box<str>>,
    /// Whether it names a day, as prose and front matter do.
    pub dated: bool,
    /// Whether its last time ends before its year does (1—9月, 上半年).
    pub partial: bool,
    /// How many characters no word accounts for.
    pub unread: u32,
}

/// Most characters of a head.
const LONGEST: usize = 24;

/// Most characters of a head that no word accounts for.
const UNREAD: u32 = 4;

/// The classes of words that heads are made of.
fn classes() -> [(&'static Forms, Word); 18] {
    let c = &*COLUMNS;
    [
        (&c.number, Word::Number),
        (&c.group, Word::Group),
        (&c.name, Word::Name),
        (&c.best_name, Word::BestName),
        (&c.unit, Word::Unit),
        (&c.nature, Word::Nature),
        (&DUTIES.time, Word::Due),
        (&c.start, Word::Start),
        (&c.target, Word::Target),
        (&c.result, Word::Result),
        (&c.state, Word::State),
        (&c.yearly, Word::Yearly),
        (&c.total, Word::Total),
        (&c.growth, Word::Growth),
        (&c.addition, Word::Addition),
        (&c.note, Word::Note),
        (&c.money, Word::Money),
        (&c.work, Word::Work),
    ]
}

impl Head {
    /// Reads the text of a head.
    pub fn read(text: &str) -> Self {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (plain, inside) = parted(&bare);
        let times = time::scan(&bare, Frame::default());
        let dated = times.iter().any(|time| time.day.is_some());
        let (year, partial) = (year(&bare, &times), is_partial(&bare, &times));
        let mut head = Self { text: bare.as_str().into(), year, dated, partial, ..Self::default() };
        (head.words, head.unread) = words(&plain, u32::MAX);
        for part in inside.split(['，', ',', '、', '；', '\n']).filter(|part| !part.is_empty()) {
            let part = HEADINGS.unit_given.strip_prefix(part).unwrap_or(part);
            if quantity::unit_label(part).is_some() {
                head.unit.get_or_insert_with(|| part.into());
            }
            let found = words(part, u32::MAX).0.of(&[Word::Yearly, Word::Total, Word::Growth]);
            head.words.0 |= found.0;
        }
        // 预算数为执行数的%: the unit stands at its end.
        if plain.ends_with(['%', '％']) && plain.chars().nth(1).is_some() {
            head.unit.get_or_insert_with(|| "%".into());
        }
        if head.rates_completion(&plain) {
            head.words = [Word::State].into_iter().collect();
        }
        head
    }

    /// Whether `plain`, what it says outside its brackets, is the share of its target that was met (完成年度目标（%）, 占全年计划比重).
    fn rates_completion(&self, plain: &str) -> bool {
        let share = |unit: &str| matches!(unit, "%" | "％");
        let told = COLUMNS.share_end.suffix(plain).is_some() || plain.ends_with(['%', '％']);
        let of_target = COLUMNS.meets.prefix(plain).is_some() && self.says(Word::Target);
        of_target && (told || self.unit.as_deref().is_some_and(share))
    }

    /// Reads a piece of a line that may be a head: of one that can be none nothing is read.
    pub fn of_piece(text: &str) -> Self {
        if text.chars().filter(|c| !c.is_whitespace()).nth(LONGEST).is_some() {
            return Self::default();
        }
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        // A measure with its unit in brackets heads a column whatever it is called.
        let none = words(&parted(&bare).0, UNREAD).1 > UNREAD && !bare.ends_with('）');
        if none { Self::default() } else { Self::read(text) }
    }

    /// Whether `word` stands in it.
    pub fn says(&self, word: Word) -> bool {
        self.words.contains(word)
    }

    /// Whether it says something of values.
    pub fn is_of_values(&self) -> bool {
        let of = [Word::Start, Word::Target, Word::Result, Word::Yearly, Word::Total, Word::Growth, Word::Addition];
        self.year.is_some() || !self.words.of(&of).is_empty()
    }

    /// Whether it can be the head of a column: it is short, and some word or year of heads is most of it.
    pub fn is_one(&self) -> bool {
        let known = !self.words.is_empty() || self.year.is_some();
        known && !self.dated && self.text.chars().count() <= LONGEST && self.unread <= UNREAD
    }
}

/// `text` outside its round brackets, and what stands in them, a bracket a line.
fn parted(text: &str) -> (String, String) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0usize);
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth > 0 => {
                depth -= 1;
                inside.push('\n');
            }
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
    }
    if outside.is_empty() { (inside.replace('\n', ""), String::new()) } else { (outside, inside) }
}

/// The words of `text`, the longest from the left, and how many characters that are no year or sign are left, or
/// more than `most` where there are more.
fn words(text: &str, most: u32) -> (Words, u32) {
    let (mut found, mut at, mut unread) = (Words::default(), 0, 0);
    while let Some(c) = text[at..].chars().next().filter(|_| unread <= most) {
        at += word(text, at, &mut found).unwrap_or_else(|| {
            unread += u32::from(c.is_alphanumeric() && !c.is_ascii_digit());
            c.len_utf8()
        });
    }
    (found, unread)
}

/// Adds what the word at `at` of a head says; gives how long that is.
fn word(text: &str, at: usize, found: &mut Words) -> Option<usize> {
    let rest = &text[at..];
    rest.chars().next().filter(|&c| may_begin(c))?;
    if let Some(length) = answers(text, at) {
        found.0 |= 1 << Word::Responsible as u32;
        return Some(length);
    }
    if let Some(form) = Forms::longest_prefix(&[&COLUMNS.of_heads, &DUTIES.time], rest) {
        // 单位 behind another word belongs to that word (参保单位).
        let ends_another = DUTIES.body.has(form) && at > 0;
        let is = classes().into_iter().filter(|(forms, _)| forms.has(form)).map(|(_, word)| word);
        found.0 |= is.filter(|_| !ends_another).collect::<Words>().0;
        return Some(form.len());
    }
    COLUMNS.year_part.prefix(rest).map(str::len)
}

/// Whether a word of heads may begin with `c`; nearly all characters of prose begin none.
fn may_begin(c: char) -> bool {
    let forms = [&COLUMNS.of_heads, &COLUMNS.year_part, &DUTIES.head_start];
    forms.into_iter().any(|forms| forms.may_begin(c))
}

/// Whether `text` is all of a head of a column without values.
pub(super) fn is_beside_values(text: &str) -> bool {
    COLUMNS.beside_values.has(text) || DUTIES.label(text) == Some(text.len())
}

/// How long the words for who answers are that stand at `at` of a head: 责任单位, or 牵头 or 部门 alone.
fn answers(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let alone = || Forms::longest_prefix(&[&DUTIES.acts, &DUTIES.body], rest).filter(|form| !COLUMNS.unit.has(form));
    let parted = |form: &&str| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(rest[form.len()..].chars().next()) && !letter(text[..at].chars().next_back())
    };
    DUTIES.label(rest).or_else(|| alone().filter(parted).map(str::len))
}

/// Whether the last time of a head ends before December.
fn is_partial(text: &str, times: &[TimeMention]) -> bool {
    let counted = || {
        let (before, _) = text.rsplit_once(signs::month)?;
        before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..].parse().ok()
    };
    let month = times.iter().rev().find_map(|time| time.month).or_else(counted);
    month.is_some_and(|month: u32| (1..12).contains(&month))
}

/// The last year that a head names: 2030年, “十五五”, 2030.
fn year(text: &str, times: &[TimeMention]) -> Option<i32> {
    // 较2025年下降 is of the year to which it falls.
    let compared = |time: &&TimeMention| {
        CLAUSES.than.suffix(&text[..time.span.start]).or(CLAUSES.than.prefix(time.span.of(text))).is_some()
    };
    let named = times.iter().rev().filter(|time| !compared(time)).find_map(|time| time.end);
    named.or_else(|| {
        let told = times.iter().any(|time| time.end.is_some());
        let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4 && !told);
        runs.find_map(|run| run.parse().ok().filter(|&year: &i32| years::is_of_plans(year)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_year_unit_and_what_the_values_are() {
        for (text, word, year, unit) in [
            ("2030年（万人）", None, Some(2030), Some("万人")),
            ("2025年完成值", Some(Word::Result), Some(2025), None),
            ("2030目标", Some(Word::Target), Some(2030), None),
            ("“十五五”目标", Some(Word::Target), Some(2030), None),
            ("2025年较2020年变化", Some(Word::Total), Some(2025), None),
            ("较2020年变化", Some(Word::Total), None, None),
            ("一季度", Some(Word::Target), None, None),
            ("现值", Some(Word::Start), None, None),
            ("累计新增（亿元，5年累计）", Some(Word::Total), None, Some("亿元")),
            ("年均/累计", Some(Word::Yearly), None, None),
            ("责任单位", Some(Word::Responsible), None, None),
            ("计量单位", Some(Word::Unit), None, None),
            ("指标属性", Some(Word::Nature), None, None),
            ("建设内容", Some(Word::Work), None, None),
        ] {
            let head = Head::read(text);
            assert!(word.is_none_or(|word| head.says(word)), "{text}: {head:?}");
            assert_eq!((head.year, head.unit.as_deref()), (year, unit), "{text}");
            assert!(head.is_one(), "{text}: {head:?}");
        }
        for (text, state) in [
            ("完成年度目标（%）", true),
            ("完成全年计划比例", true),
            ("占年度目标的%", true),
            ("完成年度目标（万元）", false),
            ("年度目标（%）", false),
        ] {
            assert_eq!(Head::read(text).says(Word::State), state, "{text}");
            assert_eq!(Head::read(text).says(Word::Target), !state, "{text}");
        }
        for (text, partial) in
            [("1—9月完成", true), ("上半年完成情况", true), ("2025年12月底", false), ("2025年完成值", false)]
        {
            assert_eq!(Head::read(text).partial, partial, "{text}");
        }
        for text in ["2026-07-17", "地区生产总值", "森林覆盖率", "云岭数据中心", "1200"] {
            assert!(!Head::read(text).is_one(), "{text}");
        }
    }

    #[test]
    fn heads_say_all_their_words_and_how_much_no_word_accounts_for() {
        let yearly = Head::read("年均/累计");
        assert!(yearly.words.are_of(&[Word::Yearly, Word::Total]) && !yearly.words.are_of(&[Word::Yearly]));
        assert_eq!(Head::read("云岭青禾2030年").unread, 4);
        assert!(Head::of_piece("云岭青禾2030年").is_one());
        assert!(Head::of_piece("云岭青禾道2030年").text.is_empty());
        assert_eq!(Head::of_piece("云岭青禾道（公里）").unit.as_deref(), Some("公里"));
    }
}
