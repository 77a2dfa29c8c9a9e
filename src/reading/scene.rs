//! The scene of a paragraph: what its section does, and the document's own time.

use std::cell::OnceCell;

use crate::{
    lexicon::{FRONT, Forms, HEADINGS, PROMISES, SECTIONS, signs, years},
    outline::{Kind, Level, Node, Outline, Paragraph, Part, Standing},
    time::{self, Frame, TimeMention, TimeRole},
};

/// What a section does; decides between promise and fact where the clause does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Reports what was done.
    Review,
    /// States what shall be reached; its opening date holds for all of it.
    Goal,
    /// Describes the situation.
    Context,
    /// Says what shall be done.
    Task,
    /// Explains words; states nothing.
    Glossary,
}

/// How many years behind the first date of its goals a plan without a stated period may end.
const SPAN: i32 = 5;

/// What holds for a whole document.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    /// Its own time.
    pub(crate) frame: Frame,
    /// Whether it is a work report of one year.
    pub(crate) report: bool,
    /// Whether its title names one year and it states no period: 2024年商务工作要点.
    pub(crate) yearly: bool,
    /// The year by which it wants its goals reached, where it states no period and no year of its own.
    pub(crate) due: Option<i32>,
    /// Whether it tells news: what it does not date ahead or promise is so.
    pub(crate) news: bool,
    /// Whether it only tells what the year before its own has brought (a statistical communiqué).
    pub(crate) looks_back: bool,
    /// Whether it evaluates how the plan of its own period went: what its reviews date in the period is so.
    pub(crate) evaluates: bool,
    /// The year by which the first part of its span ends (近期至2025年), where it says so.
    pub(crate) near: Option<i32>,
    /// The place it speaks of, without its province (青禾区).
    pub(crate) place: Option<String>,
}

/// The year of a report whose front matter does not say: the latest that its headings name or stand behind (2025年工作回顾), or the one
/// after the year that its first paragraphs review.
fn report_year(outline: &Outline) -> Option<i32> {
    let years = |text: &str| {
        let times = time::scan(text, Frame::default()).into_iter().filter(|time| !time.period);
        times.filter_map(|time| time.end).collect::<Vec<_>>()
    };
    let headed = |title: &str| match years(title).as_slice() {
        &[reviewed] if SECTIONS.role_review.suffix(title).is_some() => Some(reviewed + 1),
        years => years.iter().copied().max(),
    };
    let chapters = outline.nodes.iter().filter(|node| node.level <= Level::Chapter);
    let reviewed = || outline.paragraphs.iter().take(5).find_map(|p| years(p.view.text()).first().map(|year| year + 1));
    chapters.filter_map(|node| headed(&node.title)).max().or_else(reviewed)
}

/// The year of a document by its number: 云政发〔2022〕15号.
fn numbered(number: &str) -> Option<i32> {
    let (_, year) = number.split_once(['〔', '[', '［', '（'])?;
    year.get(..4)?.parse().ok().filter(|&year| years::is_of_plans(year))
}

/// Whether a paper of this `title` only tells what one year has brought: 2023年统计公报, 2023年计划执行情况的报告.
fn looks_back(title: &str) -> bool {
    let told = FRONT.looks_back.rfind(title).map(|(at, form)| &title[at + form.len()..]);
    let ends = told.is_some_and(|rest| rest.is_empty() || FRONT.told_as.has(rest));
    let ahead = FRONT.looks_ahead.is_in(title) || SECTIONS.looks_ahead.is_in(title);
    let years = time::scan(title, Frame::default());
    ends && !ahead && years.windows(2).all(|pair| pair[0].end == pair[1].end)
}

/// Whether `title` names one year and that year is no one by which something is to be (到2027年).
fn is_of_a_year(title: &str) -> bool {
    let times = time::scan(title, Frame::default());
    matches!(times.as_slice(), [time] if !time.period && time.role == TimeRole::During)
}

/// 近期至2025年, 近期目标年为2025年: the year that the first part of a span ends in.
fn near_year(outline: &Outline) -> Option<i32> {
    const NEAR: usize = 6;
    outline.paragraphs.iter().find_map(|paragraph| {
        let text = paragraph.view.text();
        let (at, word) = PROMISES.near.find(text)?;
        let behind = &text[at + word.len()..];
        let time = time::scan(behind, Frame::default()).into_iter().next()?;
        time.end.filter(|_| behind[..time.span.start].chars().count() <= NEAR)
    })
}

/// Whether the text opens as reports in newspapers do.
fn tells_news(outline: &Outline) -> bool {
    const OPENING: usize = 3;
    outline.paragraphs.iter().take(OPENING).any(|paragraph| SECTIONS.news.is_in(paragraph.view.text()))
}

#[cfg(test)]
impl Scene {
    /// A plan of which nothing is known but when it is read.
    pub(crate) fn plain(frame: Frame) -> Self {
        Self {
            frame,
            report: false,
            yearly: false,
            near: None,
            due: None,
            news: false,
            looks_back: false,
            evaluates: false,
            place: None,
        }
    }
}

impl Scene {
    /// Reads the scene off the front matter.
    pub(crate) fn new(outline: &Outline) -> Self {
        let front = &outline.front;
        let title = front.title.as_deref().unwrap_or("");
        let issued = || front.day()?.get(..4)?.parse().ok();
        let looks_back =
            matches!(front.kind, Kind::Report | Kind::Other) && front.period.is_none() && looks_back(title);
        // What looks back is issued in the year after the one that it tells of.
        let told = front.year.or_else(|| Some(issued()? - 1)).filter(|_| looks_back);
        let report = match front.given.kind {
            Some(Kind::WorkReport) => true,
            Some(Kind::OutlinePlan | Kind::SectorPlan | Kind::ActionPlan) => false,
            _ => front.report_year.or(told).is_some() || (FRONT.yearly_paper.is_in(title) && front.period.is_none()),
        };
        let stated = front.given.year.or(front.report_year).or(told.map(|year| year + 1));
        let stated = stated.or_else(|| if report { front.year.or_else(|| report_year(outline)) } else { None });
        let year = stated.or_else(|| front.period.map(|p| p.0)).or(front.year).or_else(issued);
        let year = year.or_else(|| numbered(front.number.as_deref()?));
        let place = front.issuer.as_deref().map(|issuer| {
            let ends = issuer
                .char_indices()
                .filter_map(|(at, _)| SECTIONS.upper_place.prefix(&issuer[at..]).map(|end| at + end.len()));
            let cut = ends.filter(|&end| issuer[end..].chars().count() > 1).max().unwrap_or(0);
            issuer[cut..].to_owned()
        });
        let place = place.filter(|place| FRONT.place_end.suffix(place).is_some());
        let untold = matches!(front.kind, Kind::Other | Kind::Report | Kind::Qa);
        let news = !report && untold && front.period.is_none() && tells_news(outline);
        let frame = Frame { period: front.period, year, review: false, republic: front.republic };
        let evaluates = front.kind == Kind::Report && !report && front.period.is_some();
        let yearly = front.period.is_none() && is_of_a_year(title);
        let within = |(first, last)| near_year(outline).filter(|near| (first..last).contains(near));
        let near = front.period.and_then(within);
        let mut scene =
            Self { frame, report, yearly, near, due: None, news, looks_back: told.is_some(), evaluates, place };
        if !report && !news && front.period.is_none() && front.year.is_none() {
            // 2030年前碳达峰行动方案
            let titled =
                time::scan(title, frame).into_iter().filter(|time| time.role == TimeRole::By && !time.relative);
            scene.due = titled.filter_map(|time| time.end).next_back().or_else(|| scene.goal_year(outline));
            scene.frame.period = year.zip(scene.due);
        }
        scene
    }

    /// The year by which a plan that states no period wants its goals reached: the last that they name within a few years of
    /// the first, since what lies further on is its outlook. Where no section is of goals alone, its 总体要求 holds them.
    fn goal_year(&self, outline: &Outline) -> Option<i32> {
        let roles = self.roles(&outline.nodes);
        let stated = |holds: &dyn Fn(&Paragraph) -> bool| {
            let times =
                outline.paragraphs.iter().filter(|p| holds(p)).flat_map(|p| time::scan(p.view.text(), self.frame));
            let due = times.filter(|time| time.role == TimeRole::By && !time.relative).filter_map(|time| time.end);
            let mut years: Vec<i32> = due.filter(|&year| self.frame.year.is_none_or(|now| year >= now)).collect();
            years.sort_unstable();
            let first = *years.first()?;
            years.into_iter().rfind(|&year| year <= first + SPAN)
        };
        let aims = |node: Option<usize>| outline.upward(node).any(|node| HEADINGS.goal.is_in(&node.title));
        stated(&|p| roles.of(p.node(), p.boxed.as_deref()).0 == Role::Goal).or_else(|| stated(&|p| aims(p.node())))
    }

    /// The year by which an undated promise is due.
    pub(crate) fn last_year(&self) -> Option<i32> {
        if self.report { self.frame.year } else { self.frame.period.map(|p| p.1).or(self.frame.year).or(self.due) }
    }

    /// Whether it speaks of a single year: a report, or a plan of the one year that its title names.
    pub(crate) fn is_of_one_year(&self) -> bool {
        self.report || self.yearly
    }

    /// The first year that is future for this document.
    pub(crate) fn first_year(&self) -> Option<i32> {
        if self.report { self.frame.year } else { self.frame.period.map(|p| p.0).or(self.frame.year) }
    }

    /// What the sections below `nodes` do.
    pub(crate) fn roles<'a>(&'a self, nodes: &'a [Node]) -> Roles<'a> {
        Roles { scene: self, nodes, titled: vec![OnceCell::new(); nodes.len()] }
    }

    /// What the part of a work report does: review, goals, or tasks with the government's own work among them.
    pub(crate) fn part_role(standing: Standing) -> Role {
        match standing.part {
            part if part.is_review() => Role::Review,
            Part::GoalsYear | Part::GoalsPeriod => Role::Goal,
            _ => Role::Task,
        }
    }

    /// What a section does whose headings say nothing.
    fn untitled(&self) -> Role {
        match (self.news, self.looks_back) {
            (true, _) => Role::Context,
            (_, true) => Role::Review,
            _ => Role::Task,
        }
    }

    /// Whether a heading in a paper that looks back is about what comes next: 下一步打算, 2025年重点工作.
    fn turns_ahead(&self, title: &str) -> bool {
        let next =
            || time::scan(title, self.frame).iter().any(|time| time.end.is_some() && time.end == self.first_year());
        let task = HEADINGS.task.rfind(title).is_some_and(|(_, word)| !HEADINGS.done_or_due.has(word));
        SECTIONS.looks_ahead.is_in(title) || task || next()
    }

    fn role_of(&self, title: &str) -> Option<Role> {
        let past = |time: &TimeMention| time.end.zip(self.first_year()).is_some_and(|(end, first)| end < first);
        let past_plan = || time::scan(title, self.frame).iter().any(past);
        if SECTIONS.role_glossary.is_in(title) {
            Some(Role::Glossary)
        } else if tells_of(title, &SECTIONS.role_review) || past_plan() {
            Some(Role::Review)
        } else if self.looks_back && self.turns_ahead(title) {
            Some(Role::Task)
        } else if tells_of(title, &SECTIONS.role_context) {
            Some(Role::Context)
        } else if SECTIONS.role_goal.is_in(title) {
            Some(Role::Goal)
        } else {
            None
        }
    }
}

/// Whether `title` names one of `topics`, and does not say that something is done to it (夯实发展基础, 优化发展环境, 共享发展成果).
fn tells_of(title: &str, topics: &Forms) -> bool {
    let works = |lead: &str| {
        let verb = SECTIONS.works_on.rfind(lead).map(|(at, verb)| &lead[at + verb.len()..]);
        // 创造的|成就: what was done before.
        verb.is_some_and(|behind| !behind.starts_with(signs::of))
    };
    let told = |clause: &str| {
        let topic = |at: usize| topics.prefix(&clause[at..]).map(|topic| (&clause[..at], topic));
        let mut told = clause.char_indices().filter_map(|(at, _)| topic(at));
        told.any(|(lead, topic)| {
            let behind = &clause[lead.len() + topic.len()..];
            let ends = !SECTIONS.whole_topic.has(topic) || ends_heading(behind);
            ends && !(SECTIONS.worked_on.has(topic) && works(lead))
        })
    };
    topics.is_in(title) && title.split(['，', '、', ' ']).any(told)
}

/// 建设基础[和面临形势], unlike 建设基础|设施, 总体情况|与目标: whether behind a topic of the past nothing stands but another.
fn ends_heading(behind: &str) -> bool {
    let joined = behind.strip_prefix(|c| signs::joins(c) || signs::and(c) || signs::besides(c) || signs::with(c));
    let topics = [&SECTIONS.role_review, &SECTIONS.role_context];
    behind.is_empty()
        || behind.starts_with(['（', '：'])
        || joined.is_some_and(|other| topics.iter().any(|words| words.is_in(other)))
}

/// What the sections of a document do; each heading is read when it is first asked.
pub(crate) struct Roles<'a> {
    pub(crate) scene: &'a Scene,
    nodes: &'a [Node],
    /// For each heading, what it says.
    titled: Vec<OnceCell<Option<Role>>>,
}

impl<'a> Roles<'a> {
    /// What the section at `node` does, or the box in it, with the heading that says so.
    pub(crate) fn of<'t>(&self, node: Option<usize>, boxed: Option<&'t str>) -> (Role, &'t str)
    where
        'a: 't,
    {
        let of_box = || boxed.and_then(|title| Some((self.scene.role_of(title)?, title)));
        let titled = |at: usize| *self.titled[at].get_or_init(|| self.scene.role_of(&self.nodes[at].title));
        let above = |at: usize| Some((titled(at)?, self.nodes[at].title.as_str()));
        let mut upward = std::iter::successors(node.filter(|&at| at < self.titled.len()), |&at| {
            self.nodes[at].parent.filter(|&at| at < self.titled.len())
        });
        of_box().or_else(|| upward.find_map(above)).unwrap_or((self.scene.untitled(), ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        outline,
        source::{self, Source},
    };

    #[test]
    fn headings_say_what_a_section_does() {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        let scene = Scene::plain(frame);
        for (title, role) in [
            ("发展基础", Some(Role::Review)),
            ("“十四五”时期的建设", Some(Role::Review)),
            ("面临的形势", Some(Role::Context)),
            ("抢抓政策机遇，扩大内需", None),
            ("夯实农业发展基础", None),
            ("增进民生福祉，共享发展成果", None),
            ("优化民营经济发展环境", None),
            ("主动适应新形势", None),
            ("发展基础与成就", Some(Role::Review)),
            ("夯实发展基础与五年回顾", Some(Role::Review)),
            ("五年来创造的发展成就", Some(Role::Review)),
            ("优化结构，取得显著成效", Some(Role::Review)),
            ("发展环境", Some(Role::Context)),
            ("水利是发展的突出短板", Some(Role::Context)),
            ("加快补齐突出短板", None),
            ("主要目标", Some(Role::Goal)),
            ("名词解释", Some(Role::Glossary)),
            ("修好水渠", None),
        ] {
            assert_eq!(scene.role_of(title), role, "{title}");
        }
    }

    fn scene(title: &str) -> Scene {
        let text = format!("{title}\n\n一、综合\n\n全市粮食产量80万吨。\n");
        let document = source::read(Source { name: "plan.txt", bytes: text.as_bytes() }).expect("a text");
        Scene::new(&outline::read(&document))
    }

    #[test]
    fn plans_laid_before_an_assembly_are_of_one_year() {
        for title in [
            "关于青禾县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划（草案）的报告",
            "关于青禾县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划的报告",
            "关于青禾县2023年计划执行情况和2024年计划安排的报告",
        ] {
            assert!(scene(title).report, "{title}");
        }
        assert!(!scene("青禾县国民经济和社会发展计划（2021—2025年）").report);
    }

    #[test]
    fn a_report_without_a_year_stands_behind_the_one_that_it_reviews() {
        for (headings, year) in [
            ("一、2025年工作回顾\n\n新建菇棚2座。\n\n二、今年重点工作", 2026),
            ("一、2025年工作回顾\n\n新建菇棚2座。\n\n二、2026年重点工作", 2026),
            ("一、2025年工作回顾和2026年总体要求\n\n新建菇棚2座。\n\n二、重点工作", 2026),
        ] {
            let scene = scene(&format!("青禾县政府工作报告\n\n{headings}"));
            assert_eq!(scene.frame.year, Some(year), "{headings}");
        }
    }

    #[test]
    fn papers_that_only_look_back_tell_of_the_year_before() {
        for (title, year, looks_back) in [
            ("青禾县2023年国民经济和社会发展统计公报", 2024, true),
            ("关于青禾县2023年国民经济和社会发展计划执行情况的报告", 2024, true),
            ("关于青禾县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", 2024, false),
            ("关于青禾县2023年预算执行情况和2024年预算草案的报告", 2024, false),
            ("关于青禾县2023年计划执行情况与2024年计划（草案）的报告", 2024, false),
            ("关于青禾县2023年上半年计划执行情况的报告", 2023, false),
            ("关于加强2025年重点任务落实情况督查的实施意见", 2025, false),
            ("青禾县2024年工作总结和2025年工作计划", 2025, false),
        ] {
            let scene = scene(title);
            assert_eq!((scene.frame.year, scene.looks_back), (Some(year), looks_back), "{title}");
        }
    }
}
