//! The words that govern a clause, by what each is: read from `data/words/{verbs,particles,nouns}.tsv`.
//!
//! A word has the classes that say what it is; unions of classes that answer one question are declared here: a new word needs a row.

use super::words::words;

words! {
    /// The words that govern a clause.
    pub static CLAUSES: Clauses = "data/words/verbs.tsv", "data/words/particles.tsv", "data/words/nouns.tsv" {
        /// Comes into being.
        add,
        /// Is there, or is had.
        have,
        /// The territory.
        scope,
        /// What becomes of a counted thing.
        predicate,
        /// Says nothing alone.
        empty_subject,
        /// What the name of a measured thing ends in.
        measure,
        /// Nouns of programmes.
        slogan_noun,
        /// Where durations count.
        duration_subject,
        /// Words that end like a verb or adverb and are not split there.
        indivisible,
        /// Says what is reached by a way.
        leads_to,
        /// Introduce a place, a means or an aim.
        preposition,
        /// Names of activities.
        activity,
        /// Counted or measured, at the end of a clause that says how.
        counted_so,
        /// What is known by its growth alone.
        known_by_growth,
        /// Work that is measured by its own name.
        deed,
        /// So many times, at the head of what is done anew each time.
        each_time,
        /// Further than another, before the territory that is compared with.
        ahead_of,
        /// What a goal without a number keeps.
        kept_state,
        /// What a sum is given out as.
        fund,
        /// Works whose size a capacity tells.
        sized,
        /// People, as what is counted.
        people,
        /// Verbs that are never the name of an activity, between an actor and what it brought about.
        transitive,
        /// Wins or holds an honour or a place.
        honour,
        /// Opens the state that a clause brings about.
        completes,
        /// Nouns of work that 和 may join.
        joined,
        /// What a subject comes to.
        comes_to,
        /// Names things of any field.
        generic,
        /// Before these a verb is part of the name.
        keeps_verb,
        /// Words that begin like a verb or connective and are none.
        own_word,
        /// Names that 和 is part of.
        joined_names,
        /// Promises without 力争 or 确保.
        promise,
        /// Says that something is so already.
        fact,
        /// The state that a subject reached.
        state,
        /// Counted in 人次 when bare.
        visits,
        /// Counted in 倍 when bare.
        times_apart,
        /// Counted in 户 when bare.
        households,
        /// Prices, which are counted in 元 and 分.
        price,
        /// Verbs that climb onto a step.
        step_up,
        /// A step that no number names.
        new_step,
        /// A bound from below.
        at_least,
        /// A bound from above.
        at_most,
        /// Doubles.
        doubling,
        /// By so much, before what moves.
        extent,
        /// Turns a verb of growth into the name of a rate.
        rate_end,
        /// The name of a rate of growth.
        growth_rate,
        /// The name of a rate of fall.
        fall_rate,
        /// Growth, as what a name ends in.
        growth,
        /// Fall, as what a name ends in.
        decline,
        /// Work that takes away.
        cut_work,
        /// Moves workers to other work.
        relocation,
        /// Names with a verb of completion inside.
        verb_in_name,
        /// How things stood then.
        as_of,
        /// More than ever.
        superlative,
        /// Writes a plan or carries it out.
        issues,
        /// Plans and opinions.
        document,
        /// How a thing came on record, which tells which are meant.
        entry,
        /// Attained.
        attain,
        /// Strong promises that hold in a review too.
        vow,
        /// Strives only inside other words.
        compete,
        /// Is there already.
        at_hand,
        /// Is a part of.
        makes_up,
        /// Is as much as.
        amounts_to,
        /// The name of a share.
        share_noun,
        /// Sums that are carried out.
        sum,
        /// Compares.
        than,
        /// An earlier time, at the end of what is compared with.
        earlier,
        /// Opens a starting value.
        from,
        /// A ranking, as what is measured.
        ranking,
        /// Begins a verb of taking a place.
        place_verb,
        /// Founds, in one character.
        found,
        /// Honours that a nation gives.
        title,
        /// The nation, as who gives an honour.
        nation,
        /// Years that are part of a name.
        school_years,
        /// Ends a span of years.
        span_end,
        /// What is provided for an activity.
        provision,
        /// Behind the number of a point.
        enumerates,
        /// An aim.
        aim,
        /// Building, behind the name of a work.
        construction,
        /// Works that are built.
        works,
        /// A grade, which begins like 等.
        grade,
        /// Makes a grade of 等.
        graded,
        /// Tells more of what was counted.
        tells_more,
        /// Work that tells nothing alone.
        mere_work,
        /// Or more.
        upward,
        /// Begins anything but a noun.
        no_noun,
        /// Meets the standard.
        up_to_standard,
        /// A mark that the number itself is.
        mark_reached,
        /// Is spent on.
        spent_on,
        /// What is done with money.
        invested_in,
        /// Joins the members of a list.
        conjunction,
        /// Joins, or is part of a word or a name.
        conjunction_of_names,
        /// A rank that is joined, or a mark that is passed.
        ranks_joined,
        /// What is invested.
        investment,
        /// How far or how early it is done.
        degree_of_doing,
        /// A capacity of treatment.
        treating,
        /// What a name ends in besides what is measured.
        capacity,
        /// Treatment.
        treatment,
        /// Wider than the territory.
        wide_scope,
        /// Cities of a class.
        class_of_cities,
        /// The first place.
        first_place,
        /// Years ago.
        years_ago,
        /// The time before.
        last_round,
        /// Counts pieces.
        counter,
        /// Completes.
        complete,
        /// Makes real.
        realise,
        /// Reaches what was agreed.
        accomplish,
        /// Reaches a level.
        arrive,
        /// 达, which is part of many words.
        arrive_short,
        /// Passes a level.
        surpass,
        /// 超, which stands at a number more than it governs one.
        over,
        /// Crosses or climbs steps.
        cross,
        /// Up or down to a level, behind a verb.
        toward,
        /// What else turns growth or fall into a level.
        turned_to,
        /// Moved to a level, in one word.
        moved_to,
        /// Brought to a level, in one word.
        brought_to,
        /// Holds a level.
        hold,
        /// Holds at a level, in one word.
        hold_at,
        /// Keeps within.
        keep,
        /// Says that it reached or lies at a level already.
        already_at,
        /// Above or below another.
        outrank,
        /// At most or at least, as an adverb.
        extreme,
        /// Carries out what was decided.
        implement,
        /// Built.
        built,
        /// Made into.
        made_of,
        /// Grows by so much.
        rise,
        /// Earns more by so much.
        earn_more,
        /// Raises what it governs.
        raise,
        /// Newly added.
        new_addition,
        /// Added on balance.
        net_addition,
        /// Newly put out.
        newly_put,
        /// Grew in sum.
        sum_growth,
        /// Falls by so much.
        drop_by,
        /// Cuts, closes or gives up.
        cut,
        /// Against the same time last year.
        year_on_year,
        /// Against last year, in full.
        than_last_year,
        /// Against the time before.
        on_the_period,
        /// For each year.
        by_year,
        /// Year after year.
        year_after_year,
        /// Each year.
        every_year,
        /// Without a break.
        in_a_row,
        /// Before its time.
        ahead,
        /// Until now.
        by_now,
        /// Done already.
        done,
        /// The particle of what is done.
        le,
        /// For each of several.
        each,
        /// Every one.
        every,
        /// Pairs several with as many.
        respective,
        /// Each reaches.
        each_reach,
        /// All of them.
        all_of,
        /// For each person.
        per_person,
        /// For each one, or on average.
        per_one,
        /// On average.
        average,
        /// Summed up over the time.
        sum_mark,
        /// Altogether.
        altogether,
        /// In total.
        in_total,
        /// About.
        nearly,
        /// Only, or again.
        merely,
        /// Strives for what follows.
        aspire,
        /// Strives, in words that stand at a verb alone.
        vie,
        /// Is bound to what follows.
        must,
        /// Guarantees.
        guarantee,
        /// Is obliged, in words that no number follows at once.
        oblige,
        /// Forecasts.
        forecast,
        /// Shall or will.
        intend,
        /// May.
        may,
        /// Plans.
        scheme,
        /// On and on.
        steadily,
        /// By a large measure, or on the whole.
        largely,
        /// For the first time, with success, for years.
        freshly,
        /// Also, still.
        also,
        /// Once more.
        once_more,
        /// All along, over the whole time.
        all_along,
        /// Is, takes up, stands at.
        copula,
        /// Is, or for.
        serves_as,
        /// Is set or adjusted to.
        adjusts,
        /// At which prices.
        at_prices,
        /// Joins to what was said before.
        connective,
        /// Compares with.
        compared,
        /// Makes or lets others do.
        causes,
        /// Turns to.
        regards,
        /// How it is done.
        eagerly,
        /// Sets out to, or presses a policy on.
        presses_on,
        /// By and large done.
        by_and_large_done,
        /// Gains, has, gives or serves.
        gains_or_has,
        /// Is there, between what is there and how many.
        numbers_so_many,
        /// Has already.
        own,
        /// Has, said in full.
        own_full,
        /// Makes less or wider what it governs.
        alters,
        /// Which of several, or how many of a kind.
        batch,
        /// Introduces aims.
        says_aims,
        /// For each unit of output: a denominator.
        per_output,
        /// The same with its sum.
        per_sum_of_output,
        /// For so many people: a denominator.
        per_heads,
        /// People, as what a name ends in.
        crowds,
        /// Is given an honour.
        prize,
        /// Stands in an order.
        listed,
        /// Makes a list.
        makes_list,
        /// Enters an order or list.
        enters,
        /// Steps into.
        steps_into,
        /// Keeps its place.
        stays,
        /// Counts people and households.
        person_unit,
        /// Is put to work or brought to its end.
        put_to_work,
        /// Leaps up.
        leap,
        /// Breaks through, before what is broken.
        break_through,
        /// Among what was told before.
        of_which,
        /// Of all, at the head of a name.
        overall,
        /// Behind a territory: what is not in it.
        outside,
        /// Makes better by so much.
        betters,
        /// Grows, in a verb.
        grows_more,
        /// Will or must, before what is done.
        shall,
    } unions {
        /// Between a subject and its number.
        between = complete | realise | accomplish | arrive | arrive_short | surpass | over | cross | toward | moved_to | brought_to | hold |
            hold_at | keep | already_at | at_least | at_most | outrank | extreme | new_addition | newly_put | year_on_year | on_the_period |
            by_year | year_after_year | done | le | each | every | respective | each_reach | all_of | per_person | per_one | average | sum_mark |
            altogether | in_total | nearly | merely | aspire | must | forecast | intend | may | steadily | largely | freshly | also | once_more |
            all_along | copula | serves_as | adjusts | at_prices | leap | betters | numbers_so_many,
        /// Part of the quoted expression of a number.
        quoted = rise | drop_by | sum_growth | arrive | arrive_short | surpass | over | cross | toward | moved_to | hold | hold_at | by_year |
            year_on_year | on_the_period | once_more | in_a_row | ahead | leap,
        /// Before a subject.
        lead = complete | realise | arrive | hold | keep | raise | alters | serves_as | done | each | all_of | average | sum_mark | altogether |
            nearly | aspire | must | guarantee | forecast | intend | steadily | freshly | also | once_more | in_a_row | by_now | scheme | implement |
            connective | compared | causes | regards | eagerly | presses_on | by_and_large_done | gains_or_has | own | batch | says_aims |
            break_through | respective,
        /// Growth by so much.
        grow = rise | earn_more | new_addition | net_addition | leap,
        /// Fall by so much.
        fall = drop_by | cut,
        /// Turns growth or fall into a level.
        reach_mark = toward | turned_to,
        /// Per year, or against last year.
        yearly_mark = by_year | year_after_year | year_on_year | than_last_year,
        /// 力争: strives.
        strive = aspire | vie,
        /// 确保: is bound.
        ensure = must | guarantee | oblige,
        /// What a list of indicators may share at its head: a denominator.
        shared_prefix = per_output | per_heads,
        /// For each unit of output.
        denominator = per_output | per_sum_of_output,
        /// Is a part of, or as much as.
        share_of = makes_up | amounts_to,
        /// What the name of a rate of growth ends in.
        growth_name = growth_rate | growth,
        /// What the name of a rate of fall ends in.
        fall_name = fall_rate | decline,
        /// The name of a rate of growth or fall.
        rate_of_change = growth_rate | fall_rate,
        /// Brings to its end.
        achieve = complete | realise,
        /// Carries out what a sum was planned for.
        carry_out = complete | realise | scheme,
        /// Tells that a sum follows, so that a bare measure may.
        tells_sum = complete | realise | scheme | sum_mark | forecast | new_addition,
        /// Brings about.
        brings_about = complete | realise | arrive | built,
        /// Made into.
        made_into = made_of | built,
        /// Brings to a level.
        bring_to = brought_to | arrive | complete | at_least | at_most | hold_at,
        /// Before the verb, and no part of the quotation.
        before_quote = respective | aspire | must | forecast,
        /// Stands at a level.
        level_verb = arrive_short | surpass | hold | step_up,
        /// Reaches or holds a level.
        level_reach = arrive | surpass | hold | realise,
        /// For each of several.
        for_each = each | respective | each_reach | all_of,
        /// Done already.
        perfect = done | le,
        /// Has.
        owned = own | own_full,
        /// Wins an honour or a place.
        won = prize | listed | makes_list | enters,
        /// Takes a place in an order.
        take_place = steps_into | listed | enters | stays | ranking,
        /// What became of a new thing.
        finished = put_to_work | built | complete,
    }
}
