//! What a section says of its paragraphs: what they do, and which date holds for them.

use super::heading_date;
use crate::{
    commitment::passage::Passage,
    judge::dating::{self, Dated},
    lexicon::CLAUSES,
    outline::{Outline, Paragraph, Part, Standing},
    reading::{
        scene::{Role, Scene},
        sentence::Sentence,
    },
    time::{self, TimeMention, TimeRole},
};

/// The sections of a document whose paragraphs are read in order.
pub(super) struct Sections<'a> {
    scene: &'a Scene,
    outline: &'a Outline,
    /// The section whose first paragraph was read last.
    opened: Option<Option<usize>>,
    /// The words with which that section says that it reviews the past period.
    reviews: Option<String>,
    /// The date that holds for the section, with the section it holds for.
    date: Option<(Option<usize>, Dated)>,
    /// The part of a report that the last paragraph stands in.
    standing: Option<Standing>,
}

impl<'a> Sections<'a> {
    /// Those of `outline`, none of whose paragraphs was read.
    pub(super) fn new(scene: &'a Scene, outline: &'a Outline) -> Self {
        Self { scene, outline, opened: None, reviews: None, date: None, standing: None }
    }

    /// What the paragraph's section does; one whose heading does not say and that opens with the past plan period reviews it.
    pub(super) fn role(
        &mut self,
        paragraph: &Paragraph,
        headed: (Role, String),
        times: &[TimeMention],
    ) -> (Role, String) {
        let (role, heading) = headed;
        // 2025年工作总结: what its headings do not turn to the next year has been.
        let been = self.scene.looks_back && role == Role::Review;
        if let Some(standing) = paragraph.standing.filter(|_| role != Role::Glossary && !been) {
            return (self.part_role(standing, role), heading);
        }
        let opens = self.opened.replace(paragraph.node()) != Some(paragraph.node());
        if opens {
            let text = paragraph.view.text();
            let first = text.split('。').next().unwrap_or("");
            let past = |t: &&TimeMention| {
                let ended = t.end.zip(self.scene.first_year()).is_some_and(|(end, now)| end < now);
                // 能耗较“十三五”末下降13%, 比重由“十三五”期间的8%提高到9%: what is compared with or starts from is no time that is reviewed.
                let told = t.span.end <= first.len() && !matches!(t.role, TimeRole::Compared | TimeRole::From);
                // “十三五”批复的8座水库: which are meant.
                told && t.period && ended && CLAUSES.entry.prefix(&text[t.span.end..]).is_none()
            };
            self.reviews = times.first().filter(past).is_some().then(|| first.chars().take(12).collect());
        }
        match &self.reviews {
            Some(opening) if role == Role::Task && paragraph.node().is_some() => (Role::Review, opening.clone()),
            _ => (role, heading),
        }
    }

    /// What a paragraph of a work report does, by its part; a section of a part of tasks may describe or set goals.
    fn part_role(&self, standing: Standing, role: Role) -> Role {
        match Scene::part_role(standing) {
            Role::Task if role != Role::Review => role,
            part => part,
        }
    }

    /// The last year of the plan period that a heading of a one-year report names (“十五五”时期的目标任务).
    pub(super) fn due(&self, paragraph: &Paragraph) -> Option<i32> {
        if !self.scene.report {
            return None;
        }
        if let Some(standing) = paragraph.standing {
            return standing.years.map(|(_, last)| last).filter(|_| standing.part == Part::GoalsPeriod);
        }
        self.outline.upward(paragraph.node()).find_map(|node| {
            let times = time::scan(&node.title, self.scene.frame);
            times.iter().find(|t| t.period && t.end > self.scene.frame.year).and_then(|t| t.end)
        })
    }

    /// The date that the section's heading or its opening sentence sets for the paragraph of `passage`.
    pub(super) fn date(&mut self, passage: &Passage<'_>) -> Option<Dated> {
        let node = passage.paragraph.node();
        let standing = passage.paragraph.standing;
        let moved = standing.is_some() && self.standing != standing;
        self.standing = standing;
        let left = self.date.as_ref().is_some_and(|(of, _)| *of != node);
        if left || moved || passage.role != Role::Goal {
            self.date = None;
        }
        if self.date.is_none() {
            let goals = || {
                heading_date::goals(self.outline, passage.paragraph, self.scene).filter(|_| passage.role == Role::Goal)
            };
            let dated = goals().or_else(|| heading_date::years_work(self.outline, node, self.scene));
            self.date = dated.map(|dated| (node, dated));
        }
        self.date.as_ref().map(|(_, dated)| dated.clone())
    }

    /// The date that `sentence` leaves to those after it, and to its section where it sets one for that.
    pub(super) fn dated_by(&mut self, passage: &Passage<'_>, sentence: &Sentence) -> Option<Dated> {
        let last = dating::governing(passage.text, sentence.span, sentence.span, sentence.span.end, &passage.times);
        // In a report of one year a plan period dates its own sentence, unless the part is about the period.
        let beside = |time: &&TimeMention| self.scene.report && time.period && passage.due.is_none();
        // 实现自1998年以来零伤亡: how long ago, told within a clause, dates nothing further.
        let since =
            |time: &&TimeMention| time.role == TimeRole::Since && !dating::opens(passage.text, sentence.span, time);
        let which = |time: &&TimeMention| dating::tells_which(passage.text, sentence.span, time);
        let time = last.filter(|time| !beside(time) && !since(time) && !which(time))?;
        let new = Dated::new(passage.text, time);
        // A section that looks to 2035 may come back to the plan's own years; a year on the way is its sentence's alone.
        let far = self.date.as_ref().and_then(|(_, d)| d.year);
        let dates = far.zip(time.end).is_none_or(|(far, new)| new <= far && Some(new) >= self.scene.last_year());
        if passage.role == Role::Goal && dates && (time.period || time.role == TimeRole::By) {
            let heading = Dated { inherited_from_heading: true, ..new.clone() };
            self.date = Some((passage.paragraph.node(), heading));
        }
        Some(new)
    }
}
