//! Whether a time sets a deadline for a clause without a number: by its words, by where it stands, and by what the clause says.

use crate::{
    lexicon::{CLAUSES, Forms, PROMISES, TIME, signs},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::{
    states::{brings_about, comes_to_work, fields, is_reached, moves_a_measure, sets_a_state},
    topic::{is_mere_verb, opening, told_of, with_effort},
};
use crate::commitment::passage::Passage;
use crate::{
    judge::dating,
    reading::{
        scene::{Role, Scene},
        verb::is_verb_of_its_own,
    },
};

/// How long the subject of 将 may be, in characters.
const SUBJECT: usize = 6;

/// How many characters may stand before a time that opens its sentence.
const OPENING: usize = 3;

/// Whether `time` sets a deadline for what `clause` says.
pub(super) fn commits(scene: &Scene, passage: &Passage<'_>, time: &TimeMention, sentence: Span, clause: Span) -> bool {
    // A plan without years of its own looks ahead to the goals that it names.
    let first = scene.first_year().or(scene.due.map(|_| i32::MIN));
    let future = time.end.zip(first).is_some_and(|(year, first)| year >= first)
        && !matches!(passage.role, Role::Review | Role::Context);
    let later = time.end.zip(scene.first_year()).is_some_and(|(year, first)| year > first);
    let asked = Asked { text: passage.text, time, sentence, clause, later, goal: passage.role == Role::Goal };
    let own = asked.is_own();
    let of_the_report = scene.report && time.end == scene.frame.year;
    // 力争2030年产值达到2万亿元，[集聚度进一步提高]; 2028年，完成主体建设，[启动布展]
    let plain = later && !time.relative && !foretold(time, passage.text);
    let ours = time.relative || time.period || of_the_report || plain;
    let carried = !own && ours && carries(time, passage.text, sentence, clause);
    let dated = asked.says_when() && (own || asked.gap() == "，" || asked.reaches_far());
    (dated || carried) && future && !asked.is_for_something_else() && !(scene.place.is_some() && asked.is_abroad())
}

/// A time and the clause that it may date.
struct Asked<'t> {
    text: &'t str,
    time: &'t TimeMention,
    sentence: Span,
    clause: Span,
    /// Whether the time lies behind the first year of the plan.
    later: bool,
    /// Whether both stand in a section of goals.
    goal: bool,
}

impl<'t> Asked<'t> {
    /// Whether the time stands in the clause.
    fn is_own(&self) -> bool {
        self.clause.contains(self.time.span)
    }

    fn words(&self) -> &'t str {
        self.clause.of(self.text)
    }

    /// What stands between the time and the clause behind it.
    fn gap(&self) -> &'t str {
        self.text.get(self.time.span.end..self.clause.start).unwrap_or("")
    }

    /// What stands behind the time in its own clause.
    fn tail(&self) -> &'t str {
        if self.is_own() { &self.text[self.time.span.end..self.clause.end] } else { "" }
    }

    /// What stands behind the time in its sentence.
    fn behind(&self) -> &'t str {
        self.text[self.time.span.end..self.sentence.end].trim_start_matches('，')
    }

    /// Whether the time opens its sentence.
    fn opens(&self) -> bool {
        let before = self.text.get(self.sentence.start..self.time.span.start);
        before.is_some_and(|before| before.chars().count() <= OPENING)
    }

    fn is_outlook(&self) -> bool {
        TIME.outlook.prefix(self.time.span.of(self.text)).is_some()
    }

    /// Whether the plan's own period opens a sentence of what will be done or how things shall move.
    fn is_planned(&self) -> bool {
        let ahead = || is_will(self.text, self.sentence) || moves(self.words(), self.gap(), self.goal);
        self.time.period && self.opens() && ahead()
    }

    /// Whether the time says by when, by its own words or by what follows it.
    fn says_when(&self) -> bool {
        let Self { text, time, clause, .. } = *self;
        let own = self.is_own();
        let respectively = own && CLAUSES.respective.is_in(self.words());
        let by = time.role == TimeRole::By
            || respectively
            || self.is_planned()
            || self.is_apart() && sets_a_state(without_scope(self.words()))
            || own && (sets_in(time, text, self.tail()) || self.is_foreseen_state());
        // 展望“十五五”，外部环境更加复杂
        by && !(time.period && self.is_outlook()) && !(own && modifies(text, clause, time))
    }

    /// 2035年，|县域治理更加高效: whether a year stands apart from what the clause, close behind it, states.
    fn is_apart(&self) -> bool {
        let (gap, words) = (self.gap(), self.words());
        let further = || gap.starts_with('，') && !gap.contains('；') && (self.goal || is_reached(words));
        // 2025年，预计市场扩大，竞争更加激烈: what is foreseen is no aim, nor what comes of it.
        let foreseen = |words: &str| CLAUSES.copula.prefix(words).or(CLAUSES.forecast.prefix(words)).is_some();
        let next = self.later && (gap == "，" || further());
        next && !foreseen(words) && !foreseen(self.behind()) && stands_before(self.time, self.text, self.sentence)
    }

    /// 2027年|农业现代化取得重大进展: whether a later year opens a sentence of the state that a thing is in by then.
    fn is_foreseen_state(&self) -> bool {
        let Self { time, text, sentence, .. } = *self;
        let plain = time.role == TimeRole::During && !time.period && !time.relative;
        let told = |tail: &str| told_of(tail).is_some() && sets_a_state(tail) && says_what(tail);
        let feared = CLAUSES.forecast.is_in(self.tail());
        self.later && plain && heads_clause(time, text, sentence) && told(self.tail()) && !feared
    }

    /// Whether the time holds for clauses further on: 年底前, 年内 and the like reach no further than their own, or the one behind a comma,
    /// unless they stand apart (年底前，机制基本建立，轮候库建成).
    fn reaches_far(&self) -> bool {
        let Self { text, time, sentence, .. } = *self;
        let (gap, words) = (self.gap(), self.words());
        let heads = || heads_clause(time, text, sentence);
        let says = sets_a_state(words)
            || self.is_planned() && opening(words).is_some()
            || heads() && brings_about(without_scope(words));
        // 按照部署，展望2035年，目标是：A；B
        let listed = self.is_outlook() || gap.split_once('；').is_none_or(|(first, _)| first.contains('：'));
        let alone = || text[time.span.end..].starts_with('，') && heads();
        says && (listed || self.opens()) && (!time.relative || alone())
    }

    /// Whether the clause heads what follows, or says what for, by what or along what.
    fn is_for_something_else(&self) -> bool {
        let tail = self.tail();
        let led = PROMISES.follows.prefix(CLAUSES.shall.strip_prefix(tail).unwrap_or(tail)).is_some();
        let after = &self.text[self.clause.end..];
        let heads = after.starts_with('：') || tail.starts_with(signs::of);
        // 促进经济健康发展，[要以新理念为指导]: what for.
        let next = after.strip_prefix('，').and_then(|next| next.split(['，', '。', '；']).next()).unwrap_or("");
        let guided = CLAUSES.shall.strip_prefix(next).is_some_and(is_means);
        // 按照到2030年碳达峰的要求
        let words = self.words();
        let by_order = PROMISES.follows.prefix(words).and(PROMISES.laid_down.suffix(words)).is_some();
        heads || led || guided || by_order || is_trouble(words) || is_purpose(words)
    }

    /// Whether the clause speaks of the nation, or goes on with what the sentence says of it (展望2035年，我国将…，经济实力大幅跃升).
    fn is_abroad(&self) -> bool {
        let goes_on = || {
            let ours = CLAUSES.scope.prefix(self.words()).is_some();
            self.is_outlook() && !self.is_own() && !ours && is_about_the_nation("", self.behind())
        };
        is_about_the_nation(self.words(), self.tail()) || goes_on()
    }
}

/// 今年再推出20个事项，[推广新模式]; “十五五”期间，[水厂建成投用]: whether the year of the document or the plan period, told before work, what
/// it comes to, or a number, holds for a further clause of that sort; 年内 does not (年内建成医院，继续开展合作).
fn carries(time: &TimeMention, text: &str, sentence: Span, clause: Span) -> bool {
    let Some(gap) = text.get(time.span.end..clause.start) else { return false };
    let gap = gap.strip_suffix(subject_of_will(gap)).unwrap_or(gap);
    let (told, between) = match gap.strip_prefix('，').unwrap_or(gap).split_once(['，', '、']) {
        Some((told, between)) => (Some(told), between),
        None if gap == "，" => (None, ""),
        None => return false,
    };
    let numbered = told.is_some_and(|told| told.contains(|c: char| c.is_ascii_digit()));
    let concrete = numbered || told.is_none_or(promises);
    let during = time.role == TimeRole::During && heads_clause(time, text, sentence);
    let near = !told.is_some_and(|told| told.contains('；')) && !between.contains(['；', '：']);
    let words = clause.of(text);
    // 2030年产值达到2万亿元，[集聚度进一步提高]
    let counted = !time.relative && numbered;
    during && concrete && near && (promises(words) || counted && says_what(words) && sets_a_state(words))
}

/// 2025年|，预计市场扩大，…: whether what stands behind `time` is foreseen.
fn foretold(time: &TimeMention, text: &str) -> bool {
    let told = text[time.span.end..].trim_start_matches('，').split(['，', '；', '。']).next().unwrap_or("");
    CLAUSES.forecast.is_in(told)
}

/// Whether a clause says what is done, what it comes to, or how a measure moves, unlike 形势更加复杂.
fn promises(words: &str) -> bool {
    says_what(words) && (promises_work(words) || comes_to_work(words) || moves_a_measure(words) || is_reached(words))
}

/// 开展[春节前]慰问活动: whether a time behind a verb of work tells of what kind its object is.
fn modifies(text: &str, clause: Span, time: &TimeMention) -> bool {
    let lead = &text[clause.start..time.span.start];
    let behind = |verb: &str| Span::new(time.span.start - verb.len(), clause.end).of(text);
    let governs = |verb: &&str| PROMISES.will.suffix(verb).is_none() && is_verb_of_its_own(behind(verb), verb);
    let work = CLAUSES.add.suffix(lead).filter(governs);
    // 同时为[“八五”期间]普及教育做好准备
    let purpose = PROMISES.purpose.suffix(lead).is_some();
    purpose
        || work.is_some()
            && !is_mere_verb(&text[time.span.end..clause.end])
            && opening(&text[time.span.end..clause.end]).is_none()
}

/// Whether a time that says in which years, not by when, sets a deadline for the words behind it: the plan's own period
/// before a state reached (“十五五”建成…, unlike “十五五”规划), a year before a verb (2027年建成…) or what comes to work (2027年机组投产).
fn sets_in(time: &TimeMention, text: &str, tail: &str) -> bool {
    if !time.period {
        let behind = without_scope(tail);
        let begins =
            opening(behind).is_some() || behind.len() < tail.len() && sets_a_state(behind) || moves_a_measure(behind);
        // 电子证照2028年|全覆盖
        let told = CLAUSES.state.has(tail);
        return time.role == TimeRole::During && (begins || told || comes_to_work(tail));
    }
    if !time.span.of(text).ends_with('”') {
        return promises_work(tail);
    }
    PROMISES.names_the_period.prefix(tail).is_none() && (sets_a_state(tail) || CLAUSES.complete.is_in(tail))
}

/// 2035年|，全县形成…: whether a year stands alone at the head of its sentence, or behind what it is told by.
fn stands_before(time: &TimeMention, text: &str, sentence: Span) -> bool {
    let alone = time.role == TimeRole::During && !time.period && !time.relative;
    alone && text[time.span.end..].starts_with('，') && dating::opens(text, sentence, time)
}

/// “十五五”期间，|规模稳步扩大，份额保持稳定: whether a clause behind a period and `gap` says how things move, unlike “十五五”时期，是关键五年.
///
/// Outside goals a degree may tell of what is feared (压力明显加大).
fn moves(words: &str, gap: &str, goal: bool) -> bool {
    let kept = CLAUSES.hold.is_in(words) && CLAUSES.kept_state.suffix(words).is_some();
    let done = gap == "，" && CLAUSES.completes.prefix(with_effort(words).unwrap_or(words)).is_some();
    let stated = goal && sets_a_state(words) && says_what(words);
    let told =
        gap.strip_prefix('，').filter(|told| !told.contains(['：', '；']) && CLAUSES.copula.prefix(told).is_none());
    told.is_some() && (kept || done || stated)
}

/// Whether `time` opens its clause, but for words of striving or looking ahead.
fn heads_clause(time: &TimeMention, text: &str, sentence: Span) -> bool {
    let before = text.get(sentence.start..time.span.start).unwrap_or("");
    let before = before.rsplit(['，', '；', '：']).next().unwrap_or(before);
    before.is_empty() || CLAUSES.strive.has(before) || PROMISES.looks_ahead.has(before)
}

/// 建成水库, 将推广新模式, 要实现收入稳居上游: whether a clause promises work, or a state that is reached.
fn promises_work(words: &str) -> bool {
    let words = without_scope(words);
    let work = CLAUSES.shall.strip_prefix(words).unwrap_or(words);
    brings_about(work) || CLAUSES.completes.prefix(work).is_some_and(|verb| is_verb_of_its_own(work, verb))
}

/// 全县|形成…, 我们|形成…: what is said of the territory or of who speaks.
fn without_scope(words: &str) -> &str {
    CLAUSES.scope.strip_prefix(words).or_else(|| PROMISES.we.strip_prefix(words)).unwrap_or(words)
}

/// 青禾县将|推进…: the clause behind 将, where its subject is the place that the plan is for.
pub(super) fn behind_will(scene: &Scene, text: &str, clause: Span) -> Span {
    let words = clause.of(text);
    let ours = |subject: &str| {
        let place =
            scene.place.as_deref().is_some_and(|place| subject.chars().count() > 1 && place.starts_with(subject));
        subject.is_empty()
            || place
            || PROMISES.we.has(subject)
            || CLAUSES.scope.has(subject) && PROMISES.the_nation.prefix(subject).is_none()
    };
    match PROMISES.will.find(words) {
        Some((at, will)) if ours(&words[..at]) => Span::new(clause.start + at + will.len(), clause.end),
        _ => clause,
    }
}

/// …，|我们将|[推广新模式]: who speaks or where, with 将, at the end of `gap`.
fn subject_of_will(gap: &str) -> &str {
    let last = gap.rsplit('，').next().unwrap_or(gap);
    let will = PROMISES.will.strip_suffix(last).is_some_and(|subject| without_scope(subject).is_empty());
    if will { last } else { "" }
}

/// Whether a sentence says what will be done (“十五五”期间，全县将推进…): a clause says 将 behind its subject.
fn is_will(text: &str, sentence: Span) -> bool {
    let clauses = sentence.of(text).split(['，', '；']);
    clauses
        .filter_map(|clause| PROMISES.will.find(clause).map(|(at, _)| &clause[..at]))
        .any(|subject| subject.chars().count() <= SUBJECT)
}

/// Whether a clause of a local plan speaks of the nation; a title that the nation gives is won at home (全国文明城市创建), and so is
/// what bears one (国家高新区, 国家级湿地公园).
fn is_about_the_nation(clause: &str, tail: &str) -> bool {
    let nation = |words: &&str| {
        let named = Forms::longest_prefix(&[&PROMISES.the_nation, &PROMISES.titled], words);
        let local = || told_of(words).is_some_and(|subject| PROMISES.bears_title.suffix(subject).is_some());
        named.is_some_and(|named| PROMISES.the_nation.has(named)) && !local()
    };
    PROMISES.wins_title.find(clause).is_none() && [clause, tail.trim_start_matches('，')].iter().any(nation)
}

/// 仍面临不少困难, 就业压力加大: whether a clause tells of a trouble, unlike 面临的短缺问题基本解决.
fn is_trouble(clause: &str) -> bool {
    let faced = PROMISES.faces.rfind(clause).map(|(at, word)| &clause[at + word.len()..]);
    let faced = faced.is_some_and(|trouble| !trouble.contains(signs::of));
    faced || PROMISES.trouble.suffix(clause).is_some()
}

/// Whether a clause says what for (为普及教育) or by what (以县为单位), not what.
fn is_purpose(clause: &str) -> bool {
    PROMISES.purpose.prefix(clause).is_some() || is_means(clause)
}

/// 以创建森林城市为抓手: by what means something is done.
pub(crate) fn is_means(clause: &str) -> bool {
    // 以国家公园为主体的|保护地体系: what is described so is built.
    let taken = PROMISES.by_means.prefix(clause).and_then(|_| PROMISES.taken_as.find(clause));
    taken.is_some_and(|(at, _)| !clause[at..].contains(signs::of))
}

/// Whether `words` say what shall become of a thing, rather than what is, what is prevented, or by what it goes.
pub(super) fn says_what(words: &str) -> bool {
    let opens = |forms: &&Forms| forms.prefix(words).is_some();
    fields(words).is_some()
        || ![&PROMISES.prevents, &PROMISES.follows, &PROMISES.so_that, &CLAUSES.copula].iter().any(opens)
}
