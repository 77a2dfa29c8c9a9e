//! The parts of a work report: review, goals, tasks, the government's own work, each with the years that it is about.
//!
//! A heading tells its part, numbered or not; below a part that looks back no heading of a section turns to tasks. Where no
//! heading tells, the sentence that sets the goals of the year (今年发展主要预期目标是…) does.

use super::{
    front,
    label::Mark,
    line::Line,
    shape::{Front, Kind, Node, Outline, Paragraph, Part, Standing},
};
use crate::lexicon::{HEADINGS, SIGNS, TIME, numerals};

/// Whether bare lines may open the parts of a report: no numbered heading opens its review.
pub(super) fn reads_bare(front: &Front, lines: &[Line]) -> bool {
    let numbered = |line: &Line| {
        let label = line.opening().filter(|l| l.mark <= Mark::Chinese)?;
        told(&line.text()[label.end..], front.year).filter(|part| part.is_review())
    };
    front.kind == Kind::WorkReport && !lines.iter().any(|line| numbered(line).is_some())
}

/// Whether `text` is a dated goal that stands as a heading: 2035年目标.
pub(super) fn is_dated_goal(text: &str) -> bool {
    let text = SIGNS.to.trim_start(text);
    let dated = front::years_in(text).next().is_some();
    dated
        && text.starts_with(|c: char| c.is_ascii_digit() || numerals::digit(c) == Some(2))
        && HEADINGS.goal.suffix(text).is_some()
}

/// The years that a heading or sentence names, against the year of the report.
struct Named {
    this_year: bool,
    past_year: bool,
    past_plan: bool,
    coming_plan: bool,
}

impl Named {
    fn new(text: &str, year: Option<i32>) -> Self {
        let years: Vec<i32> = front::years_in(text).collect();
        let is = |offset: i32| year.is_some_and(|year| years.contains(&(year + offset)));
        let plans: Vec<(i32, i32)> = text
            .split_inclusive(|c| matches!(c, '”' | '、') || SIGNS.joins.is(c))
            .filter_map(front::plan_years)
            .collect();
        let past_plan = plans.iter().any(|&(_, end)| year.is_some_and(|year| end < year));
        let coming_plan = plans.iter().any(|&(_, end)| year.is_some_and(|year| end > year));
        Self {
            this_year: is(0) || HEADINGS.this_year.is_in(text),
            past_year: is(-1) || HEADINGS.past_year.is_in(text),
            past_plan: past_plan || HEADINGS.past_period.is_in(text),
            coming_plan: coming_plan || HEADINGS.coming_period.is_in(text),
        }
    }
}

/// The part of a report for `year` that a heading `title` opens, if it tells.
pub(super) fn told(title: &str, year: Option<i32>) -> Option<Part> {
    opens(title, &Named::new(title, year))
}

/// The part that a heading `title`, which names these years, opens.
fn opens(title: &str, named: &Named) -> Option<Part> {
    let (review, goal, task) = (HEADINGS.review.is_in(title), HEADINGS.goal.is_in(title), HEADINGS.task.is_in(title));
    let ahead = named.this_year || named.coming_plan;
    let past = named.past_year || named.past_plan;
    if review || (past && !ahead) {
        return Some(if named.past_plan && !named.past_year { Part::ReviewPeriod } else { Part::ReviewYear });
    }
    if HEADINGS.government.is_in(title) {
        return Some(Part::Government);
    }
    match (named.coming_plan, named.this_year) {
        (true, _) => Some(Part::GoalsPeriod),
        (_, true) if goal && !task => Some(Part::GoalsYear),
        (_, true) => Some(Part::Tasks),
        _ if task => Some(Part::Tasks),
        _ if goal => Some(Part::GoalsYear),
        _ => None,
    }
}

/// Whether a heading looks back and ahead: “十四五”时期发展成就和“十五五”时期主要目标, 2025年工作回顾和2026年重点工作.
fn looks_both_ways(title: &str, named: &Named) -> bool {
    let sets = HEADINGS.goal.is_in(title) || HEADINGS.task.is_in(title);
    (named.past_plan || named.past_year) && (named.coming_plan || named.this_year && sets)
}

/// Gives each paragraph of a work report the part it stands in.
pub(super) fn assign(outline: &mut Outline) {
    if outline.front.kind != Kind::WorkReport {
        return;
    }
    let year = outline.front.year;
    let named: Vec<Named> = outline.nodes.iter().map(|node| Named::new(&node.title, year)).collect();
    let headings = || outline.nodes.iter().zip(&named);
    let told: Vec<Option<Part>> = headings().map(|(node, named)| opens(&node.title, named)).collect();
    let both: Vec<bool> = headings().map(|(node, named)| looks_both_ways(&node.title, named)).collect();
    let sections = sections(&outline.nodes, &named, &told);
    let goals: Vec<Option<Part>> = outline.paragraphs.iter().map(|p| sets_goals(p, year)).collect();
    // A report without headings reviews until it sets goals.
    let section = goals.iter().any(Option::is_some).then_some(Part::ReviewYear);
    let mut reader = Reader { year, section, part: None, node: None, both: false };
    for (paragraph, goals) in outline.paragraphs.iter_mut().zip(goals) {
        let section = paragraph.node().and_then(|node| sections.get(node).copied().flatten());
        let mut above = std::iter::successors(paragraph.node(), |&node| outline.nodes[node].parent);
        let telling = above.find(|&node| both[node] || told[node].is_some());
        reader.both = telling.is_some_and(|node| both[node]);
        paragraph.standing = reader.part(paragraph, section, goals).map(|part| standing(part, year));
    }
}

/// For each heading, of which `named` has the years and `told` the part that it opens, the part it stands in: its own, where it may
/// open one, or that above or before it.
fn sections(nodes: &[Node], named: &[Named], told: &[Option<Part>]) -> Vec<Option<Part>> {
    let mut parts: Vec<Option<Part>> = Vec::with_capacity(nodes.len());
    let mut current = None;
    for ((node, years), &own) in nodes.iter().zip(named).zip(told) {
        let above = node.parent.and_then(|parent| parts.get(parent).copied().flatten());
        let part = match (above, own) {
            (Some(above), _) if above.is_review() => Some(above),
            (Some(Part::GoalsPeriod), own) => {
                // “十五五”时期主要目标和2026年重点工作: the goals stand right below, and sections that name no plan are of the year.
                let both = node.parent.is_some_and(|parent| named[parent].this_year);
                let below = if both && !years.coming_plan && own != Some(Part::GoalsYear) {
                    Part::Tasks
                } else {
                    Part::GoalsPeriod
                };
                own.filter(|_| years.this_year).or(Some(below))
            }
            (Some(above), own) => own.filter(|own| !own.is_review()).or(Some(above)),
            (None, Some(own)) => Some(own),
            // What follows a review at its own level and tells nothing sets tasks.
            (None, None) => current.map(|part: Part| if part.is_review() { Part::Tasks } else { part }),
        };
        if node.parent.is_none() {
            current = part;
        }
        parts.push(part);
    }
    parts
}

/// The part that the sentence which sets goals belongs to: 今年主要预期目标是, “十五五”时期主要目标是.
fn sets_goals(paragraph: &Paragraph, year: Option<i32>) -> Option<Part> {
    let text = paragraph.view.text();
    let (at, word) = HEADINGS.sets_goals.find(text)?;
    let start = text[..at].rfind('。').map_or(0, |stop| stop + '。'.len_utf8());
    let named = Named::new(&text[start..at + word.len()], year);
    match (named.coming_plan, named.past_year && !named.this_year) {
        (_, true) => None,
        (true, _) if !named.this_year => Some(Part::GoalsPeriod),
        _ => Some(Part::GoalsYear),
    }
}

struct Reader {
    year: Option<i32>,
    /// The part of the section.
    section: Option<Part>,
    /// What a paragraph inside it has turned to.
    part: Option<Part>,
    /// The heading of the last paragraph.
    node: Option<usize>,
    /// Whether a heading above looks both back and ahead.
    both: bool,
}

/// How far into a paragraph its time may stand, in characters; below a heading that looks both ways the title of what was decided
/// (根据《…关于制定…第十五个五年规划的建议》) tells it as well.
const OPENING: [usize; 2] = [16, 60];

impl Reader {
    /// The part of `paragraph`, which may set `goals`, in a section that is `told` to be one.
    fn part(&mut self, paragraph: &Paragraph, told: Option<Part>, goals: Option<Part>) -> Option<Part> {
        if let Some(told) = told.filter(|told| Some(*told) != self.section || self.node != paragraph.node()) {
            if Some(told) != self.section {
                self.part = None;
            }
            self.section = Some(told);
        }
        self.node = paragraph.node();
        if let Some(goals) = goals {
            // What follows the goals of the year in a part that no heading opened are its tasks.
            if self.section.is_none_or(Part::is_review) && told.is_none() && goals == Part::GoalsYear {
                self.part = Some(Part::Tasks);
            }
            return Some(goals);
        }
        self.turn(paragraph);
        self.part.or(self.section)
    }

    /// Follows what a paragraph opens with: 过去五年, 2025年 in a review; 今年 behind the goals of five years.
    fn turn(&mut self, paragraph: &Paragraph) {
        let ahead = [Some(Part::Tasks), Some(Part::GoalsPeriod)].contains(&self.part);
        let reviews = self.section.is_some_and(Part::is_review) && !ahead;
        if !reviews && self.section != Some(Part::GoalsPeriod) {
            return;
        }
        let text = paragraph.view.text();
        // 各位代表，刚刚过去的2025年
        let addressed = HEADINGS.leads_in.strip_prefix(text).and_then(|rest| rest.strip_prefix('，'));
        let opening = addressed.unwrap_or(text).chars().take_while(|&c| !matches!(c, '，' | '。'));
        let opening: String = opening.take(OPENING[usize::from(self.both)]).collect();
        let named = Named::new(&opening, self.year);
        self.part = match reviews {
            true if self.both && named.coming_plan && !named.past_plan && self.looks_ahead(&opening) => {
                Some(Part::GoalsPeriod)
            }
            true if self.both && named.this_year && !named.past_year && self.sets(&opening) => Some(Part::Tasks),
            true if named.past_plan && !named.past_year => Some(Part::ReviewPeriod),
            true if named.past_year && !named.past_plan => Some(Part::ReviewYear),
            false if named.this_year && !named.coming_plan => Some(Part::Tasks),
            _ => self.part,
        };
    }
}

impl Reader {
    /// Whether a paragraph that opens so turns to the coming plan: it begins with its years, tells by what they were decided, or sets
    /// goals (科学编制“十五五”规划 is done in a review).
    fn looks_ahead(&self, opening: &str) -> bool {
        let bare = TIME.outlook.strip_prefix(opening).unwrap_or(opening);
        let first: String = bare.chars().take(PERIOD).collect();
        Named::new(&first, self.year).coming_plan || opening.contains('《') || HEADINGS.goal.is_in(opening)
    }

    /// Whether it begins with this year and sets goals or tasks.
    fn sets(&self, opening: &str) -> bool {
        let first: String = opening.chars().take(PERIOD).collect();
        let sets = HEADINGS.goal.is_in(opening) || HEADINGS.task.is_in(opening);
        sets && Named::new(&first, self.year).this_year
    }
}

/// Characters of the name of a plan's years, with its quotation marks, or of a year.
const PERIOD: usize = 5;

/// `part` with its years: the year of the report, the one before, or the five-year plan that holds either.
fn standing(part: Part, year: Option<i32>) -> Standing {
    let plan = |year: i32| {
        let first = year - (year - 1951).rem_euclid(5);
        (first, first + 4)
    };
    let years = year.map(|year| match part {
        Part::ReviewYear => (year - 1, year - 1),
        Part::ReviewPeriod => plan(plan(year).0 - 1),
        Part::GoalsPeriod if plan(year).1 == year => plan(year + 1),
        Part::GoalsPeriod => plan(year),
        Part::GoalsYear | Part::Tasks | Part::Government => (year, year),
    });
    Standing { part, years }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_the_parts_of_a_report() {
        for (title, expected) in [
            ("2026年工作回顾", Some(Part::ReviewYear)),
            ("2026年和“十四五”时期工作回顾", Some(Part::ReviewYear)),
            ("“十四五”时期发展成就", Some(Part::ReviewPeriod)),
            ("“十五五”时期的主要目标任务", Some(Part::GoalsPeriod)),
            ("2027年总体要求和主要目标", Some(Part::GoalsYear)),
            ("2027年重点工作", Some(Part::Tasks)),
            ("全面加强政府自身建设", Some(Part::Government)),
            ("做强山货产业", None),
        ] {
            assert_eq!(told(title, Some(2027)), expected, "{title}");
        }
    }

    #[test]
    fn a_heading_may_look_both_ways() {
        for (title, both) in [
            ("“十五五”时期发展成就和“十六五”时期主要目标任务", true),
            ("过去五年工作回顾和今后五年奋斗目标", true),
            ("2031年工作回顾和2032年重点工作", true),
            ("2031年和“十五五”时期工作回顾", false),
            ("“十六五”时期主要目标和2032年重点工作", false),
        ] {
            assert_eq!(looks_both_ways(title, &Named::new(title, Some(2032))), both, "{title}");
        }
    }

    #[test]
    fn parts_have_their_years() {
        assert_eq!(standing(Part::ReviewPeriod, Some(2026)).years, Some((2021, 2025)));
        assert_eq!(standing(Part::GoalsPeriod, Some(2026)).years, Some((2026, 2030)));
        assert_eq!(standing(Part::GoalsPeriod, Some(2025)).years, Some((2026, 2030)));
        assert_eq!(standing(Part::Tasks, None).years, None);
    }
}
