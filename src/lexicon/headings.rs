//! The words of headings, captions and opening sentences, by class: read from `data/words/headings.tsv`.

use super::words::words;

words! {
    /// The words of headings and captions.
    pub static HEADINGS: HeadingWords = "data/words/headings.tsv" {
        /// Headings of what follows the last chapter.
        back_matter,
        /// Opens an annex.
        annex,
        /// Stands before the title of an annex that has no number.
        annex_lead,
        /// Behind 第一: parts of a document.
        division,
        /// Behind 第一: the highest.
        division_part,
        /// Behind 第一: chapters.
        division_chapter,
        /// Behind 第一: sections.
        division_section,
        /// Behind 第三条: then an article is spoken of.
        article_goes_on,
        /// Stands in the sentences of rules and in no title of theirs.
        of_rules,
        /// A field of a page or a task that stands set off alone: 【[责任单位]】.
        field,
        /// Behind 1.2.3: then it is a day or a version.
        dated,
        /// Behind a number with a point: then it is a quantity and no label.
        counted,
        /// Alone behind the last comma of a title: then the title goes on in the next line.
        wants_object,
        /// Words that end like the joining 和.
        harmony,
        /// Before a colon: leads to a list or statement and names no topic.
        leads_in,
        /// Behind 第一节 and the like: then it stands in a sentence.
        goes_on_title,
        /// Behind 表2 and the like: then it stands in a sentence.
        caption_goes_on,
        /// Boxes.
        box_word,
        /// Tables.
        table_word,
        /// Figures.
        figure_word,
        /// Says that a part looks back.
        review,
        /// Says that a part sets goals.
        goal,
        /// Says that a part sets tasks.
        task,
        /// Work that a summary tells of as done and a plan as due.
        done_or_due,
        /// Before a number: a task by its number.
        numbered_task,
        /// Before the unit of the table below.
        unit_given,
        /// Stands over a part of a table that goes on behind a break of the page.
        continued,
        /// What the name of a table ends in.
        table_name_end,
        /// What the name of a table says of its kind, behind what it is about.
        table_kind,
        /// Of these, what says that a table gives out targets.
        gives_out,
        /// Whose targets a table gives out, before what it is about.
        table_scope,
        /// A note, before its number.
        note,
        /// What styles of titles and headings are called.
        style,
        /// The government's own work.
        government,
        /// The year of a report.
        this_year,
        /// The year before it.
        past_year,
        /// The five years before it.
        past_period,
        /// The five years that begin with it.
        coming_period,
        /// The opening of the sentence that sets the goals of the year.
        sets_goals,
    }
}
