//! `plan` reads Chinese plan documents (五年规划纲要, 专项规划, 行动方案, 政府工作报告) into chapters, sections and
//! quantified commitments, each tied to the place it was read from.
//!
//! Data flows one way: [`source`] turns bytes into a [`source::Document`], [`outline`] finds its shape, [`quantity`] and
//! [`time`] find mentions in clean text, `commitment` reads the clause around each mention, and [`analysis`] is the
//! result. Nothing here prints, opens files or reads the clock; the binary does.

pub mod analysis;
pub mod commitment;
pub mod lexicon;
pub mod number;
pub mod outline;
pub mod quantity;
pub mod render;
pub mod source;
pub mod span;
pub mod time;
