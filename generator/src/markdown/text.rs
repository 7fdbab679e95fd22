//! Builds a [`Text`] from inline events.

use super::document::{Link, Text};
use super::tag::{self, Tag};
use crate::source::Span;
use pulldown_cmark::{Event, Tag as Start, TagEnd};

/// Collects inline events into running text with its links, code and strong spans.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    text: Text,
    open_links: Vec<(usize, String)>,
    open_strong: Vec<usize>,
    open_code: Vec<usize>,
    /// `<a>`; those without a target only name a place.
    open_anchors: Vec<Option<(usize, String)>>,
    open_raised: Vec<usize>,
}

impl TextBuilder {
    /// Takes an inline event; block events are ignored.
    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text.plain.push_str(&text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.text.plain.push(' '),
            Event::HardBreak => self.text.plain.push('\n'),
            Event::InlineHtml(html) => self.html(&html),
            Event::Start(Start::Link { dest_url, .. }) => {
                self.open_links.push((self.text.plain.len(), dest_url.into_string()));
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Start::Strong) => self.open_strong.push(self.text.plain.len()),
            Event::End(TagEnd::Strong) => self.close_strong(),
            _ => {}
        }
    }

    /// Makes room for the words of a block of this length; most blocks have little markup.
    pub(super) fn reserve(&mut self, length: usize) {
        self.text.plain.reserve_exact(length);
    }

    /// The words collected so far.
    pub(super) fn plain(&self) -> &str {
        &self.text.plain
    }

    /// The target of the link that all words are part of, when there is one.
    pub(super) fn only_link(&self) -> Option<&str> {
        let link = self.text.links.first()?;
        let is_all = link.range == (0..self.text.plain.trim_end().len());
        is_all.then_some(link.target.as_str())
    }

    /// The finished text, standing at `span`; the builder is empty afterwards.
    pub(super) fn finish(&mut self, span: Span) -> Text {
        self.open_links.clear();
        self.open_strong.clear();
        self.open_code.clear();
        self.open_anchors.clear();
        self.open_raised.clear();
        let mut text = Text {
            span,
            ..std::mem::take(&mut self.text)
        };
        let end = text.plain.trim_end().len();
        if end < text.plain.len() {
            cut(&mut text, end);
        }
        text
    }

    /// Adds words that do not come from an event.
    pub(super) fn push(&mut self, words: &str) {
        self.text.plain.push_str(words);
    }

    fn code(&mut self, code: &str) {
        let start = self.text.plain.len();
        self.text.plain.push_str(code);
        self.text.code.push(start..self.text.plain.len());
    }

    fn html(&mut self, html: &str) {
        match tag::read(html) {
            // `...permissions:<br />For **user** resource:`
            Tag::Break if !self.text.plain.is_empty() => self.text.plain.push('\n'),
            // `one of:<ul><li>open</li><li>closed</li></ul>`
            Tag::Block => {
                if !self.text.plain.is_empty() && !self.text.plain.ends_with('\n') {
                    self.text.plain.push('\n');
                }
                if tag::is_item(html) {
                    self.text.items.push(self.text.plain.len());
                }
            }
            Tag::StrongStart => self.open_strong.push(self.text.plain.len()),
            Tag::StrongEnd => self.close_strong(),
            Tag::CodeStart => self.open_code.push(self.text.plain.len()),
            Tag::CodeEnd => {
                if let Some(start) = self.open_code.pop() {
                    self.text.code.push(start..self.text.plain.len());
                }
            }
            Tag::LinkStart => {
                let target = tag::target(html).map(str::to_owned);
                let start = self.text.plain.len();
                self.open_anchors.push(target.map(|target| (start, target)));
            }
            Tag::LinkEnd => {
                let open = self.open_anchors.pop().flatten();
                if let Some((start, target)) = open {
                    self.link(start, target);
                }
            }
            Tag::RaisedStart => self.open_raised.push(self.text.plain.len()),
            Tag::RaisedEnd => self.close_raised(),
            Tag::Break | Tag::Silent => {}
            // `in the form <server>:<port>` is meant as it stands.
            Tag::Unknown => self.text.plain.push_str(html),
        }
    }

    fn close_strong(&mut self) {
        if let Some(start) = self.open_strong.pop() {
            self.text.strong.push(start..self.text.plain.len());
        }
    }

    fn close_link(&mut self) {
        if let Some((start, target)) = self.open_links.pop() {
            self.link(start, target);
        }
    }

    fn link(&mut self, start: usize, target: String) {
        self.text.links.push(Link {
            range: start..self.text.plain.len(),
            target,
        });
    }

    /// `10<sup>3</sup>`, `name<sup>1</sup>`: digits that stay apart from the word before them.
    fn close_raised(&mut self) {
        let Some(start) = self.open_raised.pop() else { return };
        let raised: Option<String> = self
            .text
            .plain
            .get(start..)
            .and_then(|text| text.chars().map(raised).collect());
        if let Some(raised) = raised {
            self.text.plain.truncate(start);
            self.text.plain.push_str(&raised);
        }
    }
}

fn raised(c: char) -> Option<char> {
    let digit = usize::try_from(c.to_digit(10)?).ok()?;
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit)
}

/// A heading without the name of its place: `Properties {#properties}`.
pub(super) fn without_place(heading: &mut Text) {
    let end = heading
        .plain
        .trim_end()
        .strip_suffix('}')
        .and_then(|rest| rest.rfind("{#"));
    let end = end.map(|end| heading.plain.get(..end).unwrap_or("").trim_end().len());
    if let Some(end) = end.filter(|end| *end > 0) {
        cut(heading, end);
    }
}

/// Cuts a text off at `end`.
fn cut(text: &mut Text, end: usize) {
    text.plain.truncate(end);
    let links = text.links.iter_mut().map(|link| &mut link.range);
    for range in links.chain(&mut text.code).chain(&mut text.strong) {
        *range = range.start.min(end)..range.end.min(end);
    }
    text.items.retain(|start| *start < end);
}
