//! Notes: `> [!NOTE]`, "**Note:** ...", and on the website "Important" in a line of its own before the words.

use super::Context;
use super::prose::{AnyWords, Patterns, Words};
use crate::markdown::{Block, Section, Text};
use crate::source::Span;
use std::sync::LazyLock;

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
    &["sign up for a free trial"],
];

/// Most paragraphs have none of the words.
static MAY_BE_BOILERPLATE: LazyLock<AnyWords> = LazyLock::new(|| {
    let words = BOILERPLATE.iter().filter_map(|words| words.last().copied());
    AnyWords::new(words.chain(["namespace:"]))
});

/// Sentences that say what a call cannot set: "You can't update the **kind** property."
const UNCHANGED: &[(&str, ())] = &[
    ("cannot|can't update|change|modify|set", ()),
    ("cannot|can't be updated|changed|modified|set", ()),
    ("can not be updated|changed|modified|set", ()),
    ("is|are immutable", ()),
];

static IS_UNCHANGED: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(UNCHANGED));

/// Few paragraphs have one of the words that these sentences need.
static MAY_BE_UNCHANGED: LazyLock<AnyWords> = LazyLock::new(|| AnyWords::new(["not", "can't", "immutable"]));

/// A paragraph, and the kind of note that it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    kind: Option<&'static str>,
    /// Whether it goes on with the note of the paragraph before.
    goes_on: bool,
    pub(super) text: &'a Text,
}

/// The paragraphs of a section without boilerplate and without marks that stand alone.
pub(super) fn paragraphs<'a>(context: &Context<'_>, section: &'a Section) -> impl Iterator<Item = Said<'a>> {
    all_paragraphs(context, section).filter(|said| !said.is_boilerplate())
}

/// The same with boilerplate, for readers that want few of them.
pub(super) fn all_paragraphs<'a>(context: &Context<'_>, section: &'a Section) -> impl Iterator<Item = Said<'a>> {
    let mut label = None;
    // The note that may go on, and the last paragraph of it.
    let mut open: Option<(&'static str, &Text)> = None;
    // Links to other pages in a box of their own, and the last of them.
    let mut aside: Option<&Text> = None;
    section.blocks.iter().filter_map(move |block| {
        let Block::Paragraph(text) = block else {
            (label, open) = (None, None);
            return None;
        };
        let plain = text.plain.trim();
        aside = Some(text).filter(|_| {
            // A note may stand right below a list.
            let goes_on = aside.is_some_and(|last| follows(context, last, text)) && kind(plain).is_none();
            goes_on || is_aside(plain)
        });
        if aside.is_some() {
            return None;
        }
        if let Some(kind) = alone(plain) {
            (label, open) = (Some(kind), None);
            return None;
        }
        let own = label.take().or_else(|| kind(plain));
        let before = open.filter(|(_, last)| own.is_none() && follows(context, last, text));
        let kind = own.or(before.map(|(kind, _)| kind));
        open = kind.map(|kind| (kind, text));
        let goes_on = before.is_some();
        Some(Said { kind, goes_on, text })
    })
}

/// A box of links, or the list of products that a page is about, which each page of some sets begins with.
fn is_aside(plain: &str) -> bool {
    plain.starts_with("[!div") || plain.starts_with("[!DIV") || plain.eq_ignore_ascii_case("applies to:")
}

/// Whether a paragraph goes on with the note before it: it stands in the same quote, or is an item of the list that the
/// note announces.
fn follows(context: &Context<'_>, last: &Text, text: &Text) -> bool {
    if last.span.file != text.span.file || last.span.end > text.span.start {
        return false;
    }
    let between = Span {
        start: last.span.end,
        end: text.span.start,
        ..text.span
    };
    let between = context.sources.text(between);
    let mut lines = between.split('\n').skip(1).map(str::trim_start).peekable();
    let is_quote = lines.peek().is_some() && lines.clone().all(|line| line.starts_with('>'));
    let item = lines.last().unwrap_or("").trim_end();
    let announced = last.plain.trim_end().ends_with(':') || is_item(context, last);
    is_quote || (announced && matches!(item, "-" | "*" | "+"))
}

/// Whether a paragraph stands behind the mark of a list without numbers.
fn is_item(context: &Context<'_>, text: &Text) -> bool {
    bullet(context, text) == Some("-")
}

/// The mark of the list that a paragraph is an item of; every number is `1.`, as markdown counts by itself.
pub(super) fn bullet(context: &Context<'_>, text: &Text) -> Option<&'static str> {
    let before = Span {
        start: 0,
        end: text.span.start,
        ..text.span
    };
    let line = context.sources.text(before).rsplit('\n').next()?;
    let line = line.trim_start_matches(['>', ' ']).trim_end();
    let digits = line.trim_end_matches(['.', ')']);
    let is_number = digits.len() + 1 == line.len() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match line {
        "-" | "*" | "+" => Some("-"),
        _ if is_number && !digits.is_empty() => Some("1."),
        _ => None,
    }
}

/// An item of a list as markdown.
pub(super) fn item(bullet: &str, words: &str) -> String {
    format!("{bullet} {}", words.replace('\n', "\n  "))
}

/// Paragraphs as one text; items of a list stay together.
pub(super) fn joined(texts: impl Iterator<Item = String>) -> String {
    let mut all = String::new();
    let mut in_list = false;
    for text in texts {
        let is_item = text.starts_with("- ") || text.starts_with("1. ");
        if !all.is_empty() {
            all.push_str(if is_item && in_list { "\n" } else { "\n\n" });
        }
        all.push_str(&text);
        in_list = is_item;
    }
    all
}

/// Whether a paragraph says what a call cannot set.
pub(super) fn says_what_stays(text: &Text) -> bool {
    MAY_BE_UNCHANGED.stand_in(&text.plain) && IS_UNCHANGED.stands_in(&Words::new(text))
}

impl Said<'_> {
    /// Whether it is a note.
    pub(super) fn is_note(&self) -> bool {
        self.kind.is_some()
    }

    /// Whether it says nothing about one page.
    pub(super) fn is_boilerplate(&self) -> bool {
        is_boilerplate(self.text.plain.trim())
    }

    /// Whether it says what a call cannot set.
    pub(super) fn says_what_stays(&self) -> bool {
        says_what_stays(self.text)
    }

    /// Whether it is a note of many pages: an include brings it.
    pub(super) fn is_shared_note(&self, context: &Context<'_>) -> bool {
        self.is_note() && self.text.span.file != context.file
    }

    /// The words as markdown: "**Note:** ...", "- ..." of an item.
    pub(super) fn markdown(&self, context: &Context<'_>) -> String {
        let words = context.markdown(self.text);
        match (self.kind.filter(|_| !self.goes_on), bullet(context, self.text)) {
            (Some(kind), _) => format!("**{kind}:** {}", unmarked(&words)),
            (None, Some(bullet)) => item(bullet, &words),
            (None, None) => words,
        }
    }
}

/// The words of a note without its mark or label.
pub(super) fn unmarked(words: &str) -> &str {
    let words = words.trim_start();
    let marks = KINDS.iter().find_map(|(mark, _)| behind(words, mark));
    let label = |(_, kind): &(&str, &str)| match words.strip_prefix("**") {
        Some(bold) => {
            let rest = behind(bold, kind)?;
            rest.strip_prefix(":**").or_else(|| rest.strip_prefix("**:"))
        }
        None => behind(words, kind)?.strip_prefix(':'),
    };
    marks.or_else(|| KINDS.iter().find_map(label)).unwrap_or(words).trim()
}

/// The words behind a start in any case.
fn behind<'w>(words: &'w str, start: &str) -> Option<&'w str> {
    let (begin, rest) = words.split_at_checked(start.len())?;
    begin.eq_ignore_ascii_case(start).then_some(rest)
}

/// The kinds of note whose mark or name begins with the letter of a paragraph; most paragraphs are none.
fn begun(plain: &str) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let first = plain.bytes().next().map(|byte| byte.to_ascii_uppercase());
    let fits = move |(_, kind): &&(&str, &str)| first == Some(b'[') || first == kind.bytes().next();
    KINDS.iter().filter(fits)
}

/// The kind of a paragraph that begins like a note.
fn kind(plain: &str) -> Option<&'static str> {
    let is_label = |kind: &str| behind(plain, kind).is_some_and(|rest| rest.starts_with(':'));
    let found = begun(plain).find(|(mark, kind)| behind(plain, mark).is_some() || is_label(kind));
    found.map(|(_, kind)| *kind)
}

/// The kind of note that the next paragraph is: `[!NOTE]`, "Note" or "Note:" is all there is.
fn alone(plain: &str) -> Option<&'static str> {
    let word = plain.trim_end_matches(':');
    let found = begun(plain).find(|(mark, kind)| plain.eq_ignore_ascii_case(mark) || word.eq_ignore_ascii_case(kind));
    found.map(|(_, kind)| *kind)
}

/// Whether a paragraph is a mark without words.
pub(super) fn is_mark(plain: &str) -> bool {
    alone(plain.trim()).is_some()
}

fn is_boilerplate(plain: &str) -> bool {
    if !MAY_BE_BOILERPLATE.stand_in(plain) {
        return false;
    }
    let lower = plain.to_ascii_lowercase();
    let has = |word: &&str| lower.contains(*word);
    lower.starts_with("namespace:") || BOILERPLATE.iter().any(|words| words.iter().all(has))
}

#[cfg(test)]
mod tests {
    use super::{IS_UNCHANGED, MAY_BE_UNCHANGED};
    use crate::page::prose::proof::{assert_needs, assert_proven, paragraph};

    #[test]
    fn each_wording_has_a_sentence() {
        let sentences = [
            "You can't update the kind of a kiln.",
            "The following properties cannot be updated: **kind**.",
            "The kind can not be changed.",
            "The kind is immutable after creation.",
        ];
        assert_proven(&IS_UNCHANGED, &sentences.map(paragraph));
        assert_needs(&IS_UNCHANGED, &MAY_BE_UNCHANGED);
    }
}
