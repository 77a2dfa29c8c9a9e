//! What the part of a document does that a statement stands in.

use super::model::Setting;
use crate::{
    outline::Outline,
    reading::scene::{Role, Roles, Scene},
    span::Span,
};

/// The parts of a document, asked by place.
pub(super) struct Settings<'a> {
    outline: &'a Outline,
    roles: Roles<'a>,
}

impl<'a> Settings<'a> {
    pub(super) fn new(outline: &'a Outline, scene: &'a Scene) -> Self {
        Self { outline, roles: scene.roles(outline) }
    }

    /// What the part does in which `span` stands, under the heading at `node`.
    pub(super) fn of(&self, span: Span, node: Option<usize>) -> Option<Setting> {
        let paragraphs = &self.outline.paragraphs;
        let at = paragraphs.partition_point(|paragraph| paragraph.span().end <= span.start);
        let paragraph = paragraphs.get(at).filter(|paragraph| paragraph.span().contains(span));
        let boxed = paragraph.and_then(|paragraph| paragraph.boxed.as_deref());
        let (said, heading) = self.roles.of(node, boxed);
        let part = paragraph.and_then(|paragraph| paragraph.standing).map(Scene::part_role);
        // In a part of tasks a heading speaks for what stands right below it: 目标任务和重点工作 is no goal of each task.
        let nearest = boxed.or_else(|| self.outline.upward(node).next().map(|node| node.title.as_str()));
        let speaks = said == Role::Review || nearest == Some(heading);
        match part.filter(|part| *part != Role::Task || !speaks).unwrap_or(said) {
            Role::Goal => Some(Setting::Goals),
            Role::Task => Some(Setting::Tasks),
            Role::Review => Some(Setting::Review),
            Role::Context => Some(Setting::Context),
            Role::Glossary => None,
        }
    }
}
