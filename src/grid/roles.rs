//! What the rows and columns of a grid mean: by evidence (what share of a column's cells are numbers, units, natures, names) and
//! constraints (one name to a block, a baseline before its target), never by a place that a column must have.

use crate::{lexicon::COLUMNS, memory::let_go};

use super::{
    Grid, Origin,
    evidence::{self, Evidence},
    given::Units,
    head::{Head, Word},
    heads,
    known::Known,
    reading::{Column, Context, Part, Reading, Role},
    rows,
    sheet::Sheet,
    traits::{Traits, is_unit},
};

/// What it costs, in cells, that a column below heads has none.
const UNHEADED: f64 = 0.3;

/// What it costs, in cells, that a bracket opens in one and does not close there.
const BROKEN: f64 = 0.5;

/// Whether `text` closes a bracket that opens elsewhere, or opens one that closes elsewhere: 产出率（元/ over 吨）.
fn is_broken(text: &str) -> bool {
    text.matches(['（', '(']).count() != text.matches(['）', ')']).count()
}

/// Reads `grid`; `None` where no roles hold.
pub fn read(grid: &Grid, context: &Context<'_>) -> Option<Reading> {
    let sheet = Sheet::lay(grid)?;
    let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
    let known = Known { grid, traits: &traits };
    let turned =
        heads::may_be_turned(known, &sheet).then(|| read_sheet(known, context, sheet.turned(), true)).flatten();
    let sure = turned.is_some() && heads::is_turned(known, &sheet);
    let upright = Some(sheet).filter(|_| !sure).and_then(|sheet| read_sheet(known, context, sheet, false));
    let_go(traits);
    upright.into_iter().chain(turned).max_by(|one, other| one.score.total_cmp(&other.score))
}

fn read_sheet(known: Known<'_>, context: &Context<'_>, sheet: Sheet, turned: bool) -> Option<Reading> {
    let first = heads::titles(known, &sheet);
    let titles =
        || sheet.rows[..first].iter().flat_map(|row| row.iter()).flatten().map(|place| known.text(place.cell()));
    let title = titles().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
    let units = Units::around(context, titles());
    let mut reading = Reading { turned, units, title: title.into(), ..Reading::default() };
    let (mut right, mut all) = (0.0, 0.0);
    for segment in heads::segments(known, sheet, first) {
        for block in heads::blocks(known, segment) {
            let Some((part, tally)) = read_part(known, &block, turned) else { continue };
            right += tally.0;
            all += tally.1;
            reading.stated += rows::stated(known, &part);
            reading.parts.push(part);
        }
    }
    all += BROKEN * known.grid.cells.iter().filter(|cell| is_broken(cell.text())).count() as f64;
    reading.parts.shrink_to_fit();
    if reading.parts.is_empty() || all <= 0.0 {
        return None;
    }
    let headless = reading.parts.iter().all(|part| part.heads.is_empty());
    reading.score = right / all * if headless { 0.9 } else { 1.0 } * if turned { 0.97 } else { 1.0 };
    Some(reading)
}

/// Reads rows under one head; with how much of what was looked at agrees, and how much there was.
fn read_part(known: Known<'_>, block: &heads::Block, turned: bool) -> Option<(Part, (f64, f64))> {
    let (sheet, heads) = (&block.sheet, block.heads);
    let (above, body) = sheet.rows.split_at(heads.min(sheet.rows.len()));
    let telling = evidence::telling(known, body);
    let columns = heads::heads(known, above, sheet.cols).into_iter().enumerate();
    let columns: Vec<(Head, Evidence)> =
        columns.map(|(col, head)| (head, Evidence::of(known, &telling, col))).collect();
    let roles = assign(&columns, body.len())?;
    let states = roles.iter().any(|role| matches!(role, Role::Value | Role::Responsible | Role::Due));
    if !states {
        return None;
    }
    // What is done states values too, which speak for a reading of cells that are a guess.
    let sure = matches!(known.grid.origin, Origin::Medium | Origin::Pipes | Origin::Tabs | Origin::Commas);
    let work: Vec<usize> =
        (0..columns.len()).filter(|&at| sure && roles[at] == Role::Value && tells_work(&columns[at])).collect();
    let columns = columns.into_iter().zip(roles).map(|((head, _), role)| Column { role, head });
    // What is collected from a longer list keeps its length.
    let mut columns: Vec<Column> = columns.collect();
    columns.shrink_to_fit();
    let mut records = rows::records(known, &columns, body);
    let (right, all) = rows::tally(known, &columns, &records);
    // Below heads each column that states something has one: two rows laid out as one have none over the second.
    let states = |column: &&Column| matches!(column.role, Role::Value | Role::Unit | Role::Nature);
    // 万头 over 万吨 is no head; units down the side of a turned table need none.
    let unheaded = |column: &&Column| match (column.head.text.is_empty(), column.role) {
        (true, Role::Unit) => !turned,
        (true, _) => true,
        (false, role) => role == Role::Unit && is_unit(&column.head.text),
    };
    let bare = columns.iter().filter(states).filter(|column| heads > 0 && unheaded(column)).count();
    let tally = (right, all + UNHEADED * (bare * records.len()) as f64);
    if !work.is_empty() {
        work.into_iter().for_each(|at| columns[at].role = Role::Text);
        records = rows::records(known, &columns, body);
    }
    Some((Part { columns, heads: above.to_vec(), records }, tally))
}

/// 新增库容320万立方米 below 建设内容: whether a column says what is done.
fn tells_work((head, seen): &(Head, Evidence)) -> bool {
    head.says(Word::Work) && !head.is_of_values() && head.unit.is_none() && seen.share(seen.told) >= 0.5
}

/// A role for each column; `None` where none can be what the rows are about.
fn assign(columns: &[(Head, Evidence)], rows: usize) -> Option<Vec<Role>> {
    let mut roles: Vec<Role> = columns.iter().enumerate().map(|(at, (head, seen))| alone(at, head, seen)).collect();
    // Where work is given out, clauses that name what they count are no values of the row.
    if roles.iter().any(|role| matches!(role, Role::Responsible | Role::Due)) {
        for (role, (head, seen)) in roles.iter_mut().zip(columns) {
            let sentences = head.year.is_none() && !head.says(Word::Money) && seen.share(seen.told) >= 0.5;
            *role = if *role == Role::Value && sentences { Role::Text } else { *role };
        }
    }
    let valued = roles.iter().position(|role| *role == Role::Value).unwrap_or(columns.len());
    let fit = |at: usize| {
        let seen = &columns[at].1;
        // The head of names may stand over their groups too, and be written once.
        let bare = |at: &usize| columns[*at].0.text.is_empty() && *at > 0;
        let head = &columns[if bare(&at) { at - 1 } else { at }].0;
        let said = |word, points: f64| if head.says(word) { points } else { 0.0 };
        let head_fits =
            said(Word::BestName, 1.5) + said(Word::Name, 1.5) + said(Word::Group, -2.0) + said(Word::Work, -2.0);
        let filled = f64::from(seen.filled) / rows.max(1) as f64;
        // Names stand before their values, and behind their groups.
        let place = if at > valued { -1.5 } else { 0.01 * at as f64 };
        head_fits + 2.0 * seen.share(seen.name) + 1.5 * seen.variety() + 1.5 * filled + place
    };
    let named = |at: &usize| columns[*at].1.share(columns[*at].1.name) >= 0.4;
    let best = |role: fn(Role) -> bool| {
        let free = (0..columns.len()).filter(|at| role(roles[*at]));
        free.max_by(|one, other| fit(*one).total_cmp(&fit(*other))).filter(named)
    };
    // Where nothing else is named, each body is told what it shall reach.
    let told = || best(|role| role == Role::Responsible).filter(|_| roles.contains(&Role::Value));
    let name = best(|role| matches!(role, Role::Text | Role::Group)).or_else(told)?;
    roles[name] = Role::Name;
    for at in 0..name {
        let (head, seen) = &columns[at];
        let repeats = seen.variety() < 0.8 || (seen.filled as usize) * 10 < rows * 8 || head.says(Word::Group);
        if roles[at] == Role::Text && repeats && seen.long == 0 {
            roles[at] = Role::Group;
        }
    }
    Some(roles)
}

/// The role of a column by itself: the first whose claim holds; texts are told apart later.
fn alone(at: usize, head: &Head, seen: &Evidence) -> Role {
    let says = |word| head.says(word);
    let (values, number) = (head.is_of_values(), seen.share(seen.number));
    let counts = says(Word::Number) || at <= 1 && seen.counts_up && head.unit.is_none();
    // Under 约束性 stand ticks alone.
    let ticked = seen.filled == 0 && COLUMNS.natures.suffix(&head.text).is_some();
    let binds = (says(Word::Nature) || ticked) && number < 0.3 && seen.share(seen.name) < 0.5;
    // 单位 over bodies names them.
    let bodies = seen.unit == 0 && seen.share(seen.name) >= 0.8 && seen.variety() >= 0.8 && seen.filled > 1;
    let measures = says(Word::Unit) && number < 0.5 && !says(Word::Responsible) && !bodies;
    let other_head = says(Word::Name) || says(Word::Due) || values;
    let claims = [
        (Role::Number, counts && !values),
        (Role::Nature, binds || seen.share(seen.nature) >= 0.5),
        (Role::Unit, measures || seen.is_of_units() && !other_head),
        (Role::Responsible, says(Word::Responsible) || seen.is_of_bodies() && !says(Word::Name)),
        (Role::Due, says(Word::Due) && !says(Word::Money) || seen.share(seen.year) >= 0.6 && !heads_year(head)),
        (Role::Note, says(Word::State) || says(Word::Note) && !values),
        (Role::Value, is_of_values(head, seen)),
        (Role::Note, says(Word::Result) && seen.words > 0),
        (Role::Group, says(Word::Group) && !says(Word::Name)),
    ];
    claims.into_iter().find(|(_, holds)| *holds).map_or(Role::Text, |(role, _)| role)
}

/// Whether `head` says the year of its values: what reads like a year below it is one.
fn heads_year(head: &Head) -> bool {
    head.year.is_some() && head.is_one()
}

/// Whether a column holds values: most of its cells state some, or its head says so and its cells do not speak against it.
fn is_of_values(head: &Head, seen: &Evidence) -> bool {
    let numbers = seen.number + if heads_year(head) || seen.number > seen.like_year { seen.like_year } else { 0 };
    let stated = seen.share(numbers + seen.words);
    let of_values = head.is_of_values() || head.says(Word::Money);
    let named = (head.says(Word::Name) || head.says(Word::Work)) && !of_values;
    let mostly = stated >= 0.5 && numbers > 0 && !named || seen.share(numbers) >= 0.7;
    let empty = seen.filled == 0 && head.is_of_values();
    mostly || empty || of_values && (stated >= 0.3 || seen.filled * 4 <= seen.blank) && seen.share(seen.name) < 0.8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that a row can be about, `filled` of them and no two alike.
    fn names(filled: u32) -> Evidence {
        Evidence { filled, name: filled, different: filled, ..Evidence::default() }
    }

    #[test]
    fn a_column_before_the_name_groups_rows_where_less_than_four_fifths_of_it_are_filled_or_its_head_says_so() {
        let roles = |head: Head, filled| assign(&[(head, names(filled)), (Head::default(), names(20))], 20);
        assert_eq!(roles(Head::default(), 15), Some(vec![Role::Group, Role::Name]));
        assert_eq!(roles(Head::default(), 16), Some(vec![Role::Text, Role::Name]));
        let both = Head { words: [Word::Group, Word::Name].into_iter().collect(), ..Head::default() };
        assert_eq!(roles(both, 20), Some(vec![Role::Group, Role::Name]));
    }

    #[test]
    fn a_column_holds_values_where_its_cells_state_them_or_its_head_does_and_they_are_blank() {
        let holds = |head: &str, filled, number, blank| {
            is_of_values(&Head::read(head), &Evidence { filled, number, blank, ..Evidence::default() })
        };
        assert!(holds("", 10, 5, 0), "half of the cells");
        assert!(!holds("", 10, 4, 0), "less than half");
        assert!(holds("2030年", 10, 3, 0), "three tenths below a head of values");
        assert!(holds("2030年", 1, 0, 4), "four of five blank below a head of values");
        assert!(!holds("2030年", 1, 0, 3), "three of four blank");
    }

    #[test]
    fn a_column_by_itself_is_what_its_head_and_its_cells_say() {
        let ten = Evidence { filled: 10, ..Evidence::default() };
        let counting = Evidence { number: 10, counts_up: true, ..ten.clone() };
        let cases = [
            // The numbers of rows stand in the first two columns, without a unit.
            (1, "", counting.clone(), Role::Number),
            (2, "", counting.clone(), Role::Value),
            (1, "数量（个）", counting.clone(), Role::Value),
            (0, "2030年", counting, Role::Value),
            (3, "序号", Evidence { number: 10, ..ten.clone() }, Role::Number),
            (3, "属性", Evidence { number: 2, ..ten.clone() }, Role::Nature),
            (3, "属性", Evidence { number: 3, ..ten.clone() }, Role::Text),
            (3, "属性", Evidence { name: 5, ..ten.clone() }, Role::Text),
            (3, "约束性", Evidence { blank: 10, ..Evidence::default() }, Role::Nature),
            (3, "约束性", Evidence { name: 1, ..ten.clone() }, Role::Text),
            (3, "备查", Evidence { blank: 10, ..Evidence::default() }, Role::Text),
            (3, "", Evidence { nature: 5, ..ten.clone() }, Role::Nature),
            (3, "", Evidence { nature: 4, ..ten.clone() }, Role::Text),
            (3, "单位", Evidence { number: 4, ..ten.clone() }, Role::Unit),
            (3, "单位", Evidence { number: 5, ..ten.clone() }, Role::Value),
            (3, "", Evidence { unit: 6, ..ten.clone() }, Role::Unit),
            (3, "", Evidence { unit: 5, ..ten.clone() }, Role::Text),
            (3, "指标", Evidence { unit: 6, ..ten.clone() }, Role::Text),
            (3, "完成时限", Evidence { unit: 6, ..ten.clone() }, Role::Due),
            (3, "责任单位", ten.clone(), Role::Responsible),
            (3, "", Evidence { body: 7, ..ten.clone() }, Role::Responsible),
            (3, "指标", Evidence { body: 7, ..ten.clone() }, Role::Text),
            (3, "", Evidence { year: 6, ..ten.clone() }, Role::Due),
            (3, "", Evidence { year: 5, ..ten.clone() }, Role::Text),
            (3, "2030年", Evidence { year: 6, like_year: 6, ..ten.clone() }, Role::Value),
            (3, "完成情况", Evidence { words: 2, ..ten.clone() }, Role::Note),
            (3, "备注", Evidence { number: 10, ..ten.clone() }, Role::Note),
            (3, "类别", ten.clone(), Role::Group),
            (3, "", ten, Role::Text),
        ];
        for (at, head, seen, role) in cases {
            assert_eq!(alone(at, &Head::read(head), &seen), role, "{head} in column {at}: {seen:?}");
        }
    }

    #[test]
    fn values_fill_a_column_that_no_name_heads_or_seven_tenths_of_one() {
        let holds = |head: &str, seen: Evidence| is_of_values(&Head::read(head), &seen);
        let of = |number, name| Evidence { filled: 10, number, name, ..Evidence::default() };
        assert!(!holds("指标", of(6, 0)) && holds("指标", of(7, 0)), "a name's head");
        assert!(!holds("建设内容", of(6, 0)), "a head of work");
        assert!(holds("投资（亿元）", of(3, 7)) && !holds("投资（亿元）", of(3, 8)), "names below a sum");
        assert!(!holds("", Evidence { filled: 10, words: 6, ..Evidence::default() }), "words without a number");
        assert!(holds("2030年", Evidence { blank: 5, ..Evidence::default() }), "nothing is filled in yet");
        assert!(!holds("", Evidence { blank: 5, ..Evidence::default() }), "nothing tells");
        let years = |number| Evidence { filled: 10, number, like_year: 5, ..Evidence::default() };
        assert!(!holds("", years(0)) && holds("2030年", years(0)) && holds("", years(6)) && !holds("", years(2)));
    }
}
