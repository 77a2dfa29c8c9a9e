//! What people do, what serves whom, and what things have or overcome (`crate::reading`): read from `data/words/deeds.tsv`.

use super::words::words;

words! {
    /// Words around what is counted.
    pub static DEEDS: Deeds = "data/words/deeds.tsv" {
        /// What people go and do.
        goes_out,
        /// Before those for whom something is done.
        for_whom,
        /// Before those to whom something is done.
        done_to,
        /// Makes more of what is counted, where it stands before a noun that says what that is.
        brings_up,
        /// Somebody who does things, at the end of who it is.
        actor,
        /// An office or a body that does what is counted, at the end of what it is called.
        doer,
        /// What else the thing named before may be called, in brackets behind it, at the end of what it is called.
        of_its_kind,
        /// Who pays, before the sum.
        purse,
        /// By which standard, before what is had by it.
        by_standard,
        /// Behind a fund: what it is spent on follows.
        spends,
        /// Land that is set aside for something.
        land,
        /// Behind a share: the rate by which what stands behind grows.
        grows_by,
        /// Draws a sum after it.
        draws,
        /// Earns or saves, with what in the verb itself.
        gains,
        /// What is done with others.
        dealing,
        /// A quality of those who are counted.
        aspect,
        /// Counts bodies, which have qualities.
        body_unit,
        /// What that is a quality of.
        aspect_of,
        /// Says of work that it begins or ends, behind the work.
        ends,
        /// What becomes of a counted thing, at the end of what is told of it.
        befalls,
        /// What those who are counted do, before what they do it to, and no part of a name.
        acts,
        /// What became of counted things or was done about them, at the end of what is told of them; before a noun it may be part of a name.
        told_last,
        /// The end of a catchword in quotation marks that tells what became of the things before it.
        told_in_quotes,
        /// Ends, behind 在, where something is done or how things stand.
        where_end,
        /// Before what has not become of a thing.
        not_yet,
        /// Goes on behind words of work as part of a name.
        behind_work,
        /// Goes on behind 运营 as part of a name.
        behind_running,
        /// Makes goods.
        makes,
        /// What is done with a counted thing, where how it is done or what became of it stands beside.
        carried_on,
        /// What is done with each of the things counted, before what they are; before a word of work it names who does it or where.
        deals_with,
        /// A work that who does it, what it costs and how far it goes are named by.
        handles,
        /// What a word of work names: who does it, what it costs, how far it goes.
        of_work,
        /// A sum or an extent, which the verb before it tells apart.
        bare_sum,
        /// Once more, before the name of a drive.
        anew,
        /// How it goes with a counted thing, before the verb.
        course,
        /// How it is done, at a verb.
        how,
        /// How much is brought in from what was sown, where nothing else is said.
        output,
        /// In which manner, before what is done so.
        manner,
        /// What a number is a bound of.
        bound_noun,
        /// Places of a rank, in one character.
        place,
        /// Serves those who are counted.
        serves,
        /// Goals further on, which a year names.
        outlook,
        /// What is broken through.
        hurdle,
        /// Has a quality.
        quality,
        /// Counts uses and entries, which have no unit and are no sum of money.
        tally,
        /// Contends for a great number, which it governs; otherwise a noun.
        contends,
        /// Brought up to a measure; of things, tells of them.
        raised_to,
        /// Trains, as what is run.
        trains,
        /// Counts trains.
        counts_trains,
        /// Comes back to what was before.
        recovers,
    }
}
