//! Notes: `> [!NOTE]`, "**Note:** ...", and on the website "Important" in a line of its own before the words.

use super::Context;
use crate::markdown::{Block, Section, Text};

/// What a note begins with, and what it is called in documentation.
const KINDS: &[(&str, &str)] = &[
    ("[!NOTE]", "Note"),
    ("[!IMPORTANT]", "Important"),
    ("[!CAUTION]", "Caution"),
    ("[!WARNING]", "Warning"),
    ("[!TIP]", "Tip"),
];

/// Words of notes that stand on many pages and say nothing about one of them.
const BOILERPLATE: &[&[&str]] = &[
    &["beta", "subject to"],
    &["beta", "production applications is not supported"],
    &["active intune license"],
    &["intune controls and policies"],
    &["for readability"],
    &["truncated for brevity"],
    &["national cloud deployments"],
];

/// A paragraph, and the kind of note that it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    kind: Option<&'static str>,
    pub(super) text: &'a Text,
}

/// The paragraphs of a section without boilerplate and without marks that stand alone.
pub(super) fn paragraphs(section: &Section) -> impl Iterator<Item = Said<'_>> {
    let mut label = None;
    section.blocks.iter().filter_map(move |block| {
        let Block::Paragraph(text) = block else {
            label = None;
            return None;
        };
        let plain = text.plain.trim();
        if let Some(kind) = alone(plain) {
            label = Some(kind);
            return None;
        }
        let kind = label.take().or_else(|| kind(plain));
        (!is_boilerplate(plain)).then_some(Said { kind, text })
    })
}

impl Said<'_> {
    /// Whether it is a note.
    pub(super) fn is_note(&self) -> bool {
        self.kind.is_some()
    }

    /// Whether it is a note of many pages: an include brings it.
    pub(super) fn is_shared_note(&self, context: &Context<'_>) -> bool {
        self.is_note() && self.text.span.file != context.file
    }

    /// The words as markdown: "**Note:** ...".
    pub(super) fn markdown(&self, context: &Context<'_>) -> String {
        let words = context.markdown(self.text);
        match self.kind {
            Some(kind) => format!("**{kind}:** {}", unmarked(&words)),
            None => words,
        }
    }
}

/// The words of a note without its mark or label.
pub(super) fn unmarked(words: &str) -> &str {
    let words = words.trim_start();
    let behind = |mark: &str| {
        let start = words.get(..mark.len())?;
        start
            .eq_ignore_ascii_case(mark)
            .then(|| words.get(mark.len()..))
            .flatten()
    };
    let marks = KINDS.iter().find_map(|(mark, _)| behind(mark));
    let label = |(_, kind): &(&str, &str)| {
        let labels = [format!("**{kind}:**"), format!("**{kind}**:"), format!("{kind}:")];
        labels.iter().find_map(|label| behind(label))
    };
    marks.or_else(|| KINDS.iter().find_map(label)).unwrap_or(words).trim()
}

/// The kind of a paragraph that begins like a note.
fn kind(plain: &str) -> Option<&'static str> {
    let begins = |start: &str| {
        plain
            .get(..start.len())
            .is_some_and(|text| text.eq_ignore_ascii_case(start))
    };
    let found = KINDS
        .iter()
        .find(|(mark, kind)| begins(mark) || begins(&format!("{kind}:")));
    found.map(|(_, kind)| *kind)
}

/// The kind of note that the next paragraph is: `[!NOTE]` or "Note" is all there is.
fn alone(plain: &str) -> Option<&'static str> {
    let found = KINDS.iter().find(|(mark, kind)| plain == *mark || plain == *kind);
    found.map(|(_, kind)| *kind)
}

/// Whether a paragraph is a mark without words.
pub(super) fn is_mark(plain: &str) -> bool {
    alone(plain.trim()).is_some()
}

fn is_boilerplate(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    lower.starts_with("namespace:")
        || BOILERPLATE
            .iter()
            .any(|words| words.iter().all(|word| lower.contains(word)))
}
