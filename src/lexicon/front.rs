//! The words of what stands above a text, by class: read from `data/words/front.tsv`.

use super::words::words;

words! {
    /// The words of titles, fields, places and bodies.
    pub static FRONT: FrontWords = "data/words/front.tsv" {
        /// Plans: what their titles end with.
        plan,
        /// Plans of action: what their titles end with.
        action,
        /// Plans of a year: what their titles end with.
        work_plan,
        /// What the titles of suggestions end with.
        suggestion,
        /// What the titles of opinions end with.
        opinion,
        /// What the titles of rules and measures end with.
        measures,
        /// What the titles of notices end with.
        notice,
        /// What the titles of reports end with.
        report,
        /// What the titles of decisions end with.
        resolution,
        /// What the titles of papers end with that plan nothing themselves.
        paper,
        /// What the titles of lists end with that give out the work of a year.
        division,
        /// What explains a plan and is none.
        qa,
        /// Lines that open a preface.
        preface,
        /// Names of the day of publication.
        published,
        /// Names of the day of signature.
        issued,
        /// Names of the day of approval.
        approved,
        /// Names of a day that say no more.
        dated,
        /// Names of the field of the body that issued it.
        office_name,
        /// Names of the field of its number.
        number_name,
        /// Names of the field of its title.
        title_name,
        /// Names of other fields.
        field,
        /// What is decided of a plan.
        decision,
        /// Where a report is delivered.
        session,
        /// Offices whose holder stands below a title.
        holder,
        /// What names of places end with.
        place_end,
        /// What a word that looks like the end of such a name goes on with: 场 of 市场.
        inside_place,
        /// Common nouns that end like names of places.
        common_place,
        /// What names of public bodies end with.
        organ,
        /// What names of papers, sites and series end with, in which a document stands.
        masthead,
        /// What titles of plans and reports go on with behind the name of a place.
        matter,
        /// Verbs that send a plan out.
        sends,
        /// Parts a body from what it speaks of.
        about,
        /// What a plan of all of a place is about.
        whole_plan,
        /// Names of the years that a plan is for.
        own_period,
        /// Parts of the titles of plans of all of a place.
        title_part,
        /// Names of reports of governments.
        report_title,
        /// Names of papers about one year.
        yearly_paper,
        /// Names of papers that tell what a year has brought.
        looks_back,
        /// What such a name may end in.
        told_as,
        /// Says in the name of such a paper that it drafts what comes next, or does not know the whole year.
        looks_ahead,
        /// Says of a report that it was given.
        reads_out,
        /// Marks behind a title that are no part of it.
        draft,
        /// The government of a place.
        government,
        /// The state itself.
        state,
        /// The government of the state.
        cabinet,
        /// Several bodies that speak together.
        several,
        /// A place of one kind, in whose name another kind may follow: 州市.
        prefecture,
        /// Where people meet to hear a report.
        congress,
        /// The congress of the people.
        people_congress,
        /// Behind the day: where.
        day_and_place,
        /// Says of whom a page took the text.
        source,
        /// Cites another paper.
        cites,
        /// Behind the number of a five-year plan.
        plan_count,
        /// Names a plan, whatever it is about.
        planning,
        /// Behind the year of an outlook.
        outlook,
        /// What the title of a plan of all of a place opens with, to which its text may be glued.
        glued_head,
        /// What such a title ends with.
        glued_end,
        /// Of a report: before whom it is given.
        reports_to,
        /// Puts a paper into the hands of others.
        hands_out,
        /// Says in news that the text of what was sent out follows.
        text_follows,
        /// Lately, before who sends a plan out.
        lately,
        /// Behind a year, by whose end or start something is due.
        due_year,
        /// Behind a year without 年: the work of a government.
        after_year,
    } unions {
        /// Names of fields.
        any_field = published | issued | approved | dated | office_name | number_name | title_name | field,
    }
}
