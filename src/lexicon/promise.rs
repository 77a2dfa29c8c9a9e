//! The words of targets set elsewhere, of units responsible, natures, conditions and milestones: read from `data/words/promises.tsv`.

use super::words::words;

words! {
    /// Who asks for what: targets set elsewhere, units responsible, natures, conditions, and what makes a clause a milestone.
    pub static PROMISES: Promises = "data/words/promises.tsv" {
        /// Who sets a target elsewhere.
        authority,
        /// Set or checked by who is above.
        set_above,
        /// Set by rule.
        set_by_rule,
        /// Set by someone above.
        assigned,
        /// Fulfils.
        fulfil,
        /// What is set.
        target_noun,
        /// Plans, as what is set.
        plans,
        /// The task of one year.
        yearly_task,
        /// Keeps from happening.
        prevents,
        /// How many of what is told of do something: all.
        wholly,
        /// Does what is laid down or planned, behind who does it.
        carries_out,
        /// Ends the name of a paper that is issued.
        paper,
        /// Opens what something moves towards: [向]…迈进.
        towards,
        /// Moves towards something: 向…[迈进].
        heads_for,
        /// The end of an area in which something holds: 城镇边界[内].
        area,
        /// Behind a place, that something holds all over it: 全市[范围内].
        all_over,
        /// Says of what sort the things named before it are: 冰箱、彩电等[产品].
        sort_of_things,
        /// Says that what is named before it are works.
        sort_of_works,
        /// Makes less of something or keeps it from growing: 严控[能耗].
        curbs,
        /// Whoever speaks: the government.
        we,
        /// What is laid down elsewhere, by which something is done: 按照…[要求].
        laid_down,
        /// Opens a trouble that is there, which nobody aims at.
        faces,
        /// Says that a trouble grows.
        trouble,
        /// Work that a name may end in behind a verb that presses on with it: 推进城市[更新].
        noun_of_work,
        /// Brings on what something does of itself: 促进[农民增收].
        promotes,
        /// Opens by whose will or rule something is done.
        follows,
        /// Opens what comes of it.
        so_that,
        /// Ends the field in which a thing is done, behind 在.
        field_end,
        /// Rises to a rank or title, which is what is reached.
        rises_to,
        /// What befalls a thing, and what plans promise by itself.
        deed_noun,
        /// Goes ahead of others, as people say it.
        leads,
        /// Keeps pace.
        in_step,
        /// Joins to what it keeps pace with.
        paired_with,
        /// The economy as a whole.
        economy,
        /// Shows that a plan period is named, not dated.
        names_the_period,
        /// Opens a clause that lays a paper before those who decide on it.
        lays_before,
        /// Opens what is left out.
        leaves_out,
        /// Closes it.
        left_out,
        /// Makes a paper known.
        made_known,
        /// Says how long a paper holds.
        in_force,
        /// Opens a purpose.
        purpose,
        /// The nation, as who is spoken of.
        the_nation,
        /// Given by the nation, before what has it.
        titled,
        /// What bears a title that the nation gives, at its end.
        bears_title,
        /// Fits what 与 names.
        fitting,
        /// All of the territory or its people.
        everywhere,
        /// Places of one kind.
        kind_of_place,
        /// What is left of a verb.
        verb_rest,
        /// Of the aim.
        of_the_aim,
        /// A stage of a work (立项, 开工): itself no thing that later stages are about.
        stage,
        /// Stands between a subject and its predicate.
        before_state,
        /// Says how much, before two characters that say what changes.
        degree,
        /// Says that it is more so, before four.
        more,
        /// Reaches every one of a kind, behind what does.
        covers,
        /// Says how far it goes, before what a thing does or what is done with it.
        how_far,
        /// What a thing does or what is done with it, behind how far.
        goes,
        /// Says how a work is done, before its verb.
        with_effort,
        /// Says how far something is made, before the verb.
        how_made,
        /// The part of a work that stands for it, before how far it has come.
        part_of_work,
        /// Opens the means, before what they are taken as.
        by_means,
        /// What the means are taken as.
        taken_as,
        /// Says what will be.
        will,
        /// Works for a title that others give.
        wins_title,
        /// Opens an outlook.
        looks_ahead,
        /// What the plan's own span, or a part of it, is called.
        term,
        /// Of these, the first part of the span.
        near,
        /// Opens a condition.
        condition,
    } unions {
        /// Who sets a target elsewhere, and how.
        setter = authority | set_above | set_by_rule,
        /// Set by someone above.
        set_elsewhere = set_above | assigned,
        /// What may be asked.
        asked_for = target_noun | plans,
        /// What every clause is asked for.
        of_clauses = condition | fulfil,
    }
}
