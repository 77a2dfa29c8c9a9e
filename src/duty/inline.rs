//! Work that a sentence gives out in its own words: 由市教育局牵头，市财政局配合; 市教育局牵头制定方案; 市教育局负责学校，市卫健委负责医院.

use super::{
    content,
    model::Tail,
    unit::{is_body, is_office, names},
};
use crate::{
    lexicon::{DUTIES, Forms, SIGNS, signs},
    span::Span,
    time::Frame,
};

/// What the sentence `text` gives out, in order: one duty for all of it, or one for each office that answers for a part.
pub(crate) fn read(text: &str, frame: Frame) -> Vec<Tail> {
    let mut tails: Vec<Tail> = Vec::new();
    let mut from = 0;
    while let Some(tail) = handed_over(&text[from..], frame) {
        let span = tail.span.shifted(from);
        from = span.end + text[span.end..].chars().next().map_or(0, char::len_utf8);
        tails.push(Tail { span, ..tail });
    }
    let subjects = of_subjects(&text[from..], frame);
    // 由市教育局牵头，新建学校2所；市卫健委负责，新建医院1家: what stands before 由 is the first part's.
    if let Some(first) = tails.first_mut().filter(|_| !subjects.is_empty()) {
        first.span.start = 0;
    }
    tails.extend(subjects.into_iter().map(|tail| Tail { span: tail.span.shifted(from), ..tail }));
    tails
}

/// 由市教育局牵头，市财政局配合: the clauses from 由 on.
fn handed_over(text: &str, frame: Frame) -> Option<Tail> {
    let start = text.match_indices(signs::by).map(|(at, _)| at).find(|&at| {
        let clause = first_clause(SIGNS.by.strip_prefix(&text[at..]).unwrap_or(""));
        [&DUTIES.leads, &DUTIES.answers].iter().filter_map(|class| class.find(clause)).any(|(verb, _)| {
            let units = names(&clause[..verb]);
            units.iter().any(|name| is_office(name)) && units.iter().all(|name| is_body(name))
        })
    })?;
    let end = text[start..].find(['；', '。']).map_or(text.len(), |offset| start + offset);
    let duty = content::read(&text[start..end], frame, false)?;
    Some(Tail { span: Span::new(start, end), duty, closed: true })
}

/// 市教育局牵头制定方案，市财政局配合: a clause whose subject is an office that leads or answers opens a part, one whose subject
/// helps belongs to it.
fn of_subjects(text: &str, frame: Frame) -> Vec<Tail> {
    let mut parts: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for clause in text.split_inclusive(['，', '；', '。']) {
        let start = at;
        at += clause.len();
        if !DUTIES.acts.is_in(clause) {
            continue;
        }
        let opens = [&DUTIES.leads, &DUTIES.answers].iter().find_map(|class| subject(clause, class));
        let helps = subject(clause, &DUTIES.supports);
        match (opens, helps, parts.last_mut()) {
            (Some(subject), ..) => parts.push((if parts.is_empty() { 0 } else { start }, subject.to_owned())),
            (None, Some(subject), Some((_, said))) => *said += &format!("，{subject}"),
            _ => {}
        }
    }
    let ends: Vec<usize> = parts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]).collect();
    let tail = |((start, said), end): ((usize, String), usize)| {
        let duty = content::read(&said, frame, false)?;
        Some(Tail { span: Span::new(start, end), duty, closed: true })
    };
    parts.into_iter().zip(ends).filter_map(tail).collect()
}

/// The offices that `clause` opens with and the verb of `class` behind them (市教育局牵头), where the clause says what they do.
///
/// None: 市教育局牵头的专班, 市教育局负责解释, 各级政府负责, 市教育局牵头制定了方案.
fn subject<'t>(clause: &'t str, class: &Forms) -> Option<&'t str> {
    let (at, verb) = class.find(clause).filter(|(_, verb)| DUTIES.acts.has(verb))?;
    let (subject, deed) = clause.split_at(at + verb.len());
    let offices = names(&clause[..at]);
    let named = !offices.is_empty() && offices.iter().all(|name| is_office(name) && !name.starts_with(signs::every));
    let said = !deed.starts_with(signs::of) && !deed.contains(signs::le) && !DUTIES.explains.is_in(deed);
    (named && said).then_some(subject)
}

fn first_clause(text: &str) -> &str {
    text.split(['，', '；', '。']).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let tails = read(text, Frame::default());
        let names =
            |units: &[super::super::Unit]| units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("+");
        tails
            .iter()
            .map(|t| format!("{} | {} | {}", t.span.of(text), names(&t.duty.lead), names(&t.duty.support)))
            .collect()
    }

    #[test]
    fn a_sentence_says_who_does_it() {
        let handed = shown("组建专班，由市教育局牵头，市财政局配合。");
        assert_eq!(handed, ["由市教育局牵头，市财政局配合 | 市教育局 | 市财政局"]);
        let joined = shown("由市教育局牵头，会同市财政局，新建学校2所。");
        assert_eq!(joined, ["由市教育局牵头，会同市财政局，新建学校2所 | 市教育局 | 市财政局"]);
        let led = shown("市教育局牵头制定实施细则，市财政局配合。");
        assert_eq!(led, ["市教育局牵头制定实施细则，市财政局配合。 | 市教育局 | 市财政局"]);
        let parted = shown("市教育局负责学校建设，市财政局配合；市卫健委负责医院建设。");
        assert_eq!(
            parted,
            ["市教育局负责学校建设，市财政局配合； | 市教育局 | 市财政局", "市卫健委负责医院建设。 | 市卫健委 | "]
        );
    }

    #[test]
    fn parts_of_a_sentence_may_be_given_out_in_both_ways() {
        let both = shown("由市教育局牵头，新建学校2所；市卫健委负责，新建医院1家。");
        assert_eq!(both, ["由市教育局牵头，新建学校2所 | 市教育局 | ", "市卫健委负责，新建医院1家。 | 市卫健委 | "]);
        let handed = shown("由市教育局牵头，新建学校2所；由市卫健委牵头，新建医院1家；新建公园1个。");
        assert_eq!(handed, ["由市教育局牵头，新建学校2所 | 市教育局 | ", "由市卫健委牵头，新建医院1家 | 市卫健委 | "]);
    }

    #[test]
    fn other_sentences_give_out_no_work() {
        for text in [
            "由龙头企业牵头组建创新联合体。",
            "本办法由市教育局负责解释。",
            "市教育局负责解释本办法。",
            "坚持党委领导、政府负责、社会协同。",
            "各级政府负责本地区工作。",
            "市教育局牵头制定了实施细则。",
            "完善市教育局牵头的工作机制。",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }
}
