//! The words that tell what a section is for, and the ends of the names of places: read from `data/words/sections.tsv`.

use super::words::words;

words! {
    /// What headings say of their section, and what the names of places end in.
    pub static SECTIONS: Sections = "data/words/sections.tsv" {
        /// Headings of reviews.
        role_review,
        /// Headings of goals.
        role_goal,
        /// Headings that describe the situation.
        role_context,
        /// Headings of what a summary says shall be done next.
        looks_ahead,
        /// What a heading may do something to: it then tells of work.
        worked_on,
        /// Does something to what the heading names.
        works_on,
        /// Topics that end their heading, or are joined to another of them: 建设基础, unlike 建设基础设施.
        whole_topic,
        /// Headings of glossaries.
        role_glossary,
        /// What the heading of a year's work is made of, beside the year: 2027年重点任务.
        years_work,
        /// Opens a report in a newspaper.
        news,
        /// Ends the name of a place that holds others.
        upper_place,
    }
}
