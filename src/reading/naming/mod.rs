//! What a number measures: the ways in which it is named, in the order in which they are asked.

mod antecedent;
mod behind;
mod carried;
mod examples;
mod number;
mod own;

use self::number::Number;
use super::{
    counted,
    done_alike::done_twice,
    honours::{honoured, honoured_people},
    left::Head,
    parts::{Carry, Clause, State},
    right,
};
use crate::{
    lexicon::{CLAUSES, DEEDS},
    quantity::Shape,
};

/// A way in which numbers are named.
#[cfg_attr(not(test), expect(dead_code, reason = "what shows a way is asked by the tests alone"))]
struct Naming {
    /// Where the name stands, and what it is.
    code: &'static str,
    /// A sentence with a number that is named so, and its name.
    fires: [&'static str; 2],
    /// The names that it gives, one for each member of a list; `None` where the number is named in another way.
    read: fn(&Number<'_, '_>, &mut State<'_>) -> Option<Vec<String>>,
}

impl Naming {
    /// What it gives for `number`.
    fn names(&self, number: &Number<'_, '_>, state: &mut State<'_>) -> Option<Vec<String>> {
        let names = (self.read)(number, state)?;
        #[cfg(test)]
        tests::note(self.code, &names);
        Some(names)
    }
}

/// One name, if there is one.
fn one(name: Option<String>) -> Option<Vec<String>> {
    name.map(|name| vec![name])
}

/// The ways to name a number; the first that gives names decides.
static WAYS: [Naming; 23] = [
    Naming {
        code: "behind.brought-forward",
        fires: ["提前3年实现全面通车。", "全面通车"],
        read: |number, _| one(behind::brought_forward(&number.head.governor, number.after)),
    },
    Naming {
        code: "behind.honour",
        fires: ["连续9年入选创新城市。", "创新城市"],
        read: |number, _| {
            let behind = &number.clause.text[number.quantity.span.end..number.clause.span.end];
            one(honoured(number.quantity, number.clause, number.head, behind))
        },
    },
    Naming {
        code: "behind.manner",
        fires: ["按不低于6%的幅度压减一般性支出。", "一般性支出"],
        read: |number, _| one(behind::in_manner(number.quantity, number.after, number.carry)),
    },
    Naming {
        code: "behind.honoured-people",
        fires: ["12人入选国家人才计划。", "国家人才计划"],
        read: |number, _| one(honoured_people(number.quantity, number.head, number.after)),
    },
    Naming {
        code: "verb.gained",
        fires: ["户均增收2000元。", "户均增收"],
        read: |number, _| one(behind::gained(number.quantity, number.head)),
    },
    Naming {
        code: "behind.trial",
        fires: ["在17个县开展医养结合试点。", "医养结合试点"],
        read: |number, _| one(counted::tried_out(number.before(), number.after)),
    },
    Naming {
        code: "behind.counted",
        fires: ["新建8个公园。", "公园"],
        read: |number, state| one(behind::counted(number, state)),
    },
    Naming {
        code: "behind.invested",
        fires: ["完成投资8亿元。", "投资"],
        read: |number, _| {
            let invested = number.is_money() && CLAUSES.investment.has(&number.head.subject);
            one(invested.then(|| behind::investment(number.after, number.carry)))
        },
    },
    Naming {
        code: "behind.investment",
        fires: ["安排2亿元新建8所学校。", "学校投资"],
        read: |number, _| {
            let subject = &number.head.subject;
            let spent = number.is_money() && (!number.is_named() || DEEDS.purse.suffix(subject).is_some());
            let next = || behind::invested_in_next(number.clause, number.index);
            one(right::investment(number.after).filter(|_| spent).or_else(|| if spent { next() } else { None }))
        },
    },
    Naming {
        code: "list.next",
        fires: ["公路、铁路里程分别达到80公里、90公里。", "铁路里程"],
        read: |number, state| {
            let waits = number.head.subject.is_empty() && !state.pair.is_empty();
            one(waits.then(|| state.pair.remove(0)))
        },
    },
    Naming {
        code: "before.yield",
        fires: ["大豆播种面积8万亩、产量3万吨。", "大豆产量"],
        read: |number, state| {
            let alone = !number.is_named() && !number.head.each && number.quantity.shape == Shape::Cardinal;
            one(antecedent::brought_in(&number.head.subject, number.carry, state).filter(|_| alone))
        },
    },
    Naming {
        code: "before.carried",
        fires: ["地区生产总值达到800亿元，增长8%。", "地区生产总值"],
        read: |number, state| carried::is_unnamed(number).then(|| carried::names(number, state)),
    },
    Naming {
        code: "own.done-twice",
        fires: ["新建和改建学校各8所。", "新建学校"],
        read: |number, state| {
            let subject = number.head.each.then_some(&number.head.subject)?;
            done_twice(number.since(state.from), subject)
        },
    },
    Naming {
        code: "before.each",
        fires: ["粮食、蔬菜播种面积分别达到8万亩、9万亩，总产量分别达到4万吨、3万吨。", "粮食总产量"],
        read: |number, state| {
            let left = number.left();
            let before =
                if number.clause.respectively() && left > 1 { number.carry.last(left) } else { Default::default() };
            let names = antecedent::of_each(before, number.subject(), number.whole())?;
            Some(state.pair_up(names))
        },
    },
    Naming {
        code: "before.share",
        fires: ["民生支出达到80亿元，占财政支出80%。", "民生支出占财政支出"],
        read: |number, _| {
            let whole = number.whole().filter(|_| !number.carry.subjects.is_empty())?;
            Some(antecedent::shares(whole, number.head, number.carry))
        },
    },
    Naming {
        code: "own.growth",
        fires: ["经济增长8%。", "经济增长"],
        read: |number, _| {
            let growth = CLAUSES.growth.prefix(&number.head.governor)?;
            one(CLAUSES.known_by_growth.has(number.own()).then(|| format!("{}{growth}", number.own())))
        },
    },
    Naming {
        code: "before.size",
        fires: ["亿元以上项目50个，其中10亿元以上10个。", "10亿元以上项目"],
        read: |number, state| one(antecedent::sized(number.clause, number.own(), number.carry, state)),
    },
    Naming {
        code: "before.had-by-each",
        fires: ["每千人口拥有药师4人、拥有护士6人。", "每千人口拥有护士"],
        read: |number, state| {
            let had = antecedent::had_by_each(number.clause, number.head, number.own(), state);
            one(had.filter(|_| !number.quantity.is_share()))
        },
    },
    Naming {
        code: "before.yield-named",
        fires: ["大豆播种面积8万亩、总产3万吨。", "大豆总产"],
        read: |number, state| one(antecedent::brought_in(number.own(), number.carry, state)),
    },
    Naming {
        code: "before.measure",
        fires: ["一般公共预算收入增长3%、支出超过8亿元。", "一般公共预算支出"],
        read: |number, state| one(antecedent::of_measure(number.own(), number.carry, state)),
    },
    Naming {
        code: "before.kind",
        fires: ["国家级企业50家、省级200家。", "省级企业"],
        read: |number, state| one(antecedent::of_kind(number.own(), number.quantity, number.carry, state)),
    },
    Naming {
        code: "before.part",
        fires: ["自来水普及率达到95%，其中山区达到90%。", "山区自来水普及率"],
        read: |number, state| one(antecedent::of_part(number.clause, number.index, number.head, number.carry, state)),
    },
    Naming {
        code: "own",
        fires: ["森林覆盖率达到43%。", "森林覆盖率"],
        read: |number, state| Some(own::members(number, state)),
    },
];

/// The names of what the number at `index` of `clause` measures, behind `head` and what the clauses before leave; `counted` says whether it
/// counts the noun behind it.
pub(super) fn names(
    clause: &Clause<'_>,
    index: usize,
    (head, counted): (&Head, bool),
    carry: &Carry,
    state: &mut State<'_>,
) -> Vec<String> {
    let (quantity, after) = (clause.quantities[index], clause.after(index));
    let number = Number { clause, index, quantity, head, counted, after, carry, own: Default::default() };
    WAYS.iter().find_map(|way| way.names(&number, state)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::{
        quantity,
        reading::{
            mentions::{Mentions, Quotes},
            sentence,
        },
        time,
    };

    thread_local! {
        /// Which way named a number, and how.
        static NAMED: RefCell<Vec<(&'static str, Vec<String>)>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn note(code: &'static str, names: &[String]) {
        NAMED.with_borrow_mut(|named| named.push((code, names.to_vec())));
    }

    /// Which way names each number of `text`, and how.
    fn named(text: &str) -> Vec<(&'static str, Vec<String>)> {
        let (quantities, quotes) = (quantity::scan(text), Quotes::new(text));
        let times = time::scan(text, time::Frame::default());
        let mentions = Mentions { text, quantities: &quantities, times: &times, quotes: &quotes, place: None };
        for sentence in sentence::split(text) {
            let mut carry = Carry::default();
            for &span in &sentence.clauses {
                Clause::new(&mentions, span).read(&mut carry);
            }
        }
        NAMED.take()
    }

    #[test]
    fn each_way_names_a_number_of_its_example() {
        let mut wrong = Vec::new();
        for Naming { code, fires: [text, name], .. } in &WAYS {
            let named = named(text);
            if !named.iter().any(|(by, names)| by == code && names.iter().any(|named| named == name)) {
                wrong.push(format!("{code}: {text} → {named:?}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
