//! What the part of a document does that a statement stands in.

use super::model::Setting;
use crate::{
    outline::Outline,
    reading::scene::{Role, Scene},
    span::Span,
};

/// The parts of a document, asked by place.
pub(super) struct Settings<'a> {
    outline: &'a Outline,
    scene: Scene,
}

impl<'a> Settings<'a> {
    pub(super) fn new(outline: &'a Outline) -> Self {
        Self { outline, scene: Scene::new(outline) }
    }

    /// What the part does in which `span` stands, under the heading at `node`.
    pub(super) fn of(&self, span: Span, node: Option<usize>) -> Option<Setting> {
        let paragraphs = &self.outline.paragraphs;
        let at = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
        let paragraph = paragraphs.get(at).filter(|paragraph| paragraph.span.contains(span));
        let said = self.scene.role(self.outline, node, paragraph.and_then(|paragraph| paragraph.boxed.as_deref())).0;
        let part = paragraph.and_then(|paragraph| paragraph.standing).map(Scene::part_role);
        match part.filter(|part| *part != Role::Task || said == Role::Review).unwrap_or(said) {
            Role::Goal => Some(Setting::Goals),
            Role::Task => Some(Setting::Tasks),
            Role::Review => Some(Setting::Review),
            Role::Context => Some(Setting::Context),
            Role::Glossary => None,
        }
    }
}
