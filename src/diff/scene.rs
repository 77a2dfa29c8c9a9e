//! What describing a comparison looks at, and a change before it is numbered.

use std::ops::Range;

use super::{
    Pairing,
    edits::{Op, Piece, edits},
    frame::Frame,
    kinds::ChangeKind,
    result::{At, Change, Edit, Level},
    side::{Promise, Sentence, Shape, Side, Task},
};

/// The two documents and how their parts belong together.
pub(super) struct Scene<'a> {
    pub(super) sides: (&'a Side, &'a Side),
    pub(super) old: &'a Shape<'a>,
    pub(super) new: &'a Shape<'a>,
    pub(super) pairing: &'a Pairing,
    pub(super) frame: Option<Frame>,
    /// Whether tasks are looked at: who does what is theirs then, and not that of the commitments in them.
    pub(super) tasks: bool,
}

/// A change before it is numbered.
pub(super) struct Draft {
    pub(super) change: Change,
    /// The sentences it was read from.
    pub(super) sentences: (Option<usize>, Option<usize>),
    /// Their keys.
    pub(super) keys: (Option<String>, Option<String>),
    /// The sentences of a task.
    pub(super) stretches: (Option<Range<usize>>, Option<Range<usize>>),
}

impl Draft {
    pub(super) fn new(level: Level, kinds: Vec<ChangeKind>, name: String) -> Self {
        let change = Change {
            number: 0,
            level,
            kinds,
            name,
            old: None,
            new: None,
            old_commitment: None,
            new_commitment: None,
            old_task: None,
            new_task: None,
            difference: None,
            new_baseline: None,
            similarity: None,
            uncertain: false,
            also: Vec::new(),
            with: 0,
            edits: Vec::new(),
        };
        Self { change, sentences: (None, None), keys: (None, None), stretches: (None, None) }
    }
}

/// Something that happened to sentences.
pub(super) struct Event {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
    pub(super) kinds: Vec<ChangeKind>,
    pub(super) heading: bool,
}

impl Scene<'_> {
    fn at(&self, is_old: bool, section: Option<usize>, line: usize, column: usize) -> At {
        let shape = if is_old { self.old } else { self.new };
        let section = section.and_then(|at| shape.sections.get(at));
        At {
            line,
            column,
            section: section.map(|s| s.entry.id.to_string()).unwrap_or_default(),
            heading: section.map(|s| s.heading()).unwrap_or_default(),
        }
    }

    /// Where a commitment stands.
    pub(super) fn at_record(&self, is_old: bool, promise: &Promise<'_>) -> At {
        let place = &promise.record.source;
        self.at(is_old, promise.section, place.line as usize, place.column as usize)
    }

    /// Where a task stands.
    pub(super) fn at_task(&self, is_old: bool, task: &Task<'_>) -> At {
        let place = &task.task.source;
        self.at(is_old, task.section, place.line as usize, place.column as usize)
    }

    fn at_sentence(&self, is_old: bool, sentence: &Sentence) -> At {
        self.at(is_old, sentence.section, sentence.line, sentence.column)
    }

    pub(super) fn at_section(&self, is_old: bool, at: usize) -> At {
        let shape = if is_old { self.old } else { self.new };
        self.at(is_old, Some(at), shape.sections[at].entry.line, 1)
    }

    pub(super) fn edit(&self, event: &Event) -> Edit {
        let (old, new) = (&self.old.sentences[event.old.clone()], &self.new.sentences[event.new.clone()]);
        let text = |sentences: &[Sentence]| sentences.iter().map(|s| s.text.as_str()).collect::<String>();
        let (a, b) = (text(old), text(new));
        let pieces = match (old.is_empty(), new.is_empty()) {
            (true, _) => vec![Piece { op: Op::Insert, text: b }],
            (_, true) => vec![Piece { op: Op::Delete, text: a }],
            _ if event.kinds == [ChangeKind::Moved] => vec![Piece { op: Op::Equal, text: b }],
            _ => edits(&a, &b),
        };
        Edit {
            kinds: event.kinds.clone(),
            old: old.first().map(|sentence| self.at_sentence(true, sentence)),
            new: new.first().map(|sentence| self.at_sentence(false, sentence)),
            pieces,
        }
    }
}
