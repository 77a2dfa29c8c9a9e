//! The words by which a number's verdict is found (`crate::reading::verdict`): read from `data/words/verdict.tsv`.

use super::words::words;

words! {
    /// Words by which a number is told to state something, or to be a start, a qualifier or part of a name.
    pub static VERDICTS: Verdicts = "data/words/verdict.tsv" {
        /// Gives or takes money by rule.
        grant,
        /// Sets a ceiling.
        cap,
        /// Behind a share: names the target that has this value.
        set_target,
        /// Behind a count: names a task that was set.
        set_task,
        /// A measure of a thing's shape.
        extent,
        /// The part of a fraction, which ends like one among so many.
        fraction,
        /// Before those with whom or where something is done.
        among,
        /// Before where something is done.
        place_word,
        /// What is earned or made, as what a sum is of.
        earned,
        /// A trial of something new, behind what is tried out.
        pilot,
        /// A norm or a limit, as what a measure is compared with.
        standard,
        /// One among so many.
        one_of,
        /// Who live in a place that their number tells of.
        inhabitants,
        /// In a bound: a subject reaches the number.
        reached_bound,
        /// What had been planned, as what a result is compared with.
        planned,
        /// What a league is of, said of nobody in particular.
        league_kind,
        /// What a number without a unit measures.
        pure_measure,
        /// Takes a place on a list.
        joins,
        /// Gives priority.
        puts_first,
        /// Contends for a place.
        contends,
        /// Ends a verb of reaching, before a standard.
        stands_at,
        /// Begins the noun of a concept that is named by a time.
        concept_head,
        /// Before things to which something is done.
        worked_on,
        /// Reaches all of those it is told of.
        covers_all,
        /// What the name of a circle of so many minutes ends in.
        circle,
        /// What ends within a time.
        ends_within,
        /// Units that number the parts of a programme, the levels of an order or the members of a series.
        order_unit,
        /// Units that name a member of a series by its number.
        numbers_unit,
        /// Units of sessions and phases.
        session_unit,
        /// Meets in sessions.
        assembly,
        /// Rises by steps.
        ladder,
        /// A whole falls into so many parts.
        divides,
        /// A whole has, or falls into, so many parts.
        comprises,
        /// Moves others to act.
        urges,
        /// Takes a place or a title.
        titled,
        /// Gets on with a work.
        presses,
        /// A paper that orders measures.
        policy,
        /// Puts a paper into effect.
        implements,
        /// Units by which things are sorted into classes.
        class_unit,
        /// Kinds that others are sorted under.
        large_kind,
        /// May stand between what opens a starting value and the value.
        before_start,
        /// Leads on from a starting value to the value reached.
        leads_on,
        /// Leads on to the value reached, close behind the start.
        goes_to,
        /// A subject reaches the number.
        reaches,
        /// Makes a share the manner of an act.
        in_manner,
        /// Says that what follows will not be done.
        refuses,
        /// Says that what follows shall not happen.
        averts,
        /// Opens a bracket that tells how things are or were.
        as_it_was,
        /// Behind a refusal: sets up what is refused.
        launches,
        /// What shall not happen.
        harm,
        /// What happens, behind 未.
        happens,
        /// Says that something has not been done yet, or is not there.
        wanting,
        /// Begins like it and says nothing of the kind.
        wanting_word,
        /// Says that something is not there, which may be a goal.
        absent,
        /// Says that there still are so many.
        still,
        /// Opens what was planned once.
        withdrawn,
        /// How far something is from another.
        gap,
        /// Announces what is told one by one.
        announces,
        /// A programme, as what its name ends in.
        drive,
        /// A part of a work or a judgement, counted as such.
        aspect,
        /// Gives, behind the share by which it is given.
        share_given,
        /// What a plan is made of, counted as such.
        plan_part,
        /// What a plan measures, counted as such.
        plan_measure,
        /// Sets down what a plan is made of.
        lays_down,
        /// Says that a goal was reached or missed.
        attained,
        /// Good deeds for people, which are counted one by one.
        good_deed,
        /// The mean of a territory.
        mean,
        /// A rate that is told for so much output, named before it.
        rate_of_output,
        /// Closes a list of firms.
        firms,
        /// Counts kinds of goods, of which a measure tells together.
        kind_of_goods,
        /// A few hundredths of a pound.
        gram,
        /// Counts lines that are not to be passed.
        line_unit,
        /// What the mean of others is called, behind who they are.
        mean_noun,
        /// Before those to whom something is given.
        given_to,
        /// What those who qualify are given.
        award,
        /// No further than so far.
        within,
        /// With what is there.
        leans_on,
        /// Behind a number: it holds while something else comes about.
        circumstance,
        /// Before a length: how much of it is gone in an hour.
        speed,
        /// Things that are told by how large a sum they have (亿元以上项目).
        told_by_sum,
        /// Of these, what one makes as a whole (打造超千亿元产业集群).
        one_thing,
        /// The mean of a territory that is that of no plan read here.
        abroad,
        /// Behind a number: it counts what is enumerated.
        great,
        /// Behind the return period: more of the standard.
        standard_goes_on,
        /// What is paid for breaking a rule.
        fine,
        /// No more than so much, in each case.
        at_most,
        /// What is given in each case, as what its sum is called.
        sum_given,
        /// Says what each may take.
        may_take,
        /// Pays its share.
        pays,
        /// Taxes by a rate, behind it.
        taxes,
        /// In what proportion, before it.
        by_rate,
        /// Words of a sum that all get together.
        pooled,
        /// How work is told, which is no thing.
        structure,
        /// From a day on, before how long something may take.
        since_day,
        /// What is aimed at, as a word that ends like one that tells of whom.
        aim_of,
    }
}
