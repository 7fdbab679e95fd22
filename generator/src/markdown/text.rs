//! Builds a [`Text`] from inline events.

use super::document::{Link, Text};
use crate::source::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Collects inline events into running text with its links, code and strong spans.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    text: Text,
    open_links: Vec<(usize, String)>,
    open_strong: Vec<usize>,
}

impl TextBuilder {
    /// Takes an inline event; block events are ignored.
    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text.plain.push_str(&text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.text.plain.push(' '),
            Event::HardBreak => self.line_break(),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.open_links.push((self.text.plain.len(), dest_url.into_string()));
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Strong) => self.open_strong.push(self.text.plain.len()),
            Event::End(TagEnd::Strong) => {
                if let Some(start) = self.open_strong.pop() {
                    self.text.strong.push(start..self.text.plain.len());
                }
            }
            _ => {}
        }
    }

    /// The words collected so far.
    pub(super) fn plain(&self) -> &str {
        &self.text.plain
    }

    /// The target of the first link, when there is one.
    pub(super) fn first_link(&self) -> Option<&str> {
        self.text.links.first().map(|link| link.target.as_str())
    }

    /// The finished text, standing at `span`; the builder is empty afterwards.
    pub(super) fn finish(&mut self, span: Span) -> Text {
        let done = std::mem::take(self);
        Text { span, ..done.text }
    }

    /// Adds words that no event stands for.
    pub(super) fn push(&mut self, words: &str) {
        self.text.plain.push_str(words);
    }

    fn code(&mut self, code: &str) {
        let start = self.text.plain.len();
        self.text.plain.push_str(code);
        self.text.code.push(start..self.text.plain.len());
    }

    fn line_break(&mut self) {
        self.text.plain.push('\n');
    }

    /// `<br>`, `<br/>` and `</br>` (`...permissions:<br />For **user** resource:`) break the line; other tags are
    /// markup without words.
    fn html(&mut self, html: &str) {
        let name = html.trim_start_matches(['<', '/']).trim_start();
        if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("br")) {
            self.line_break();
        }
    }

    fn close_link(&mut self) {
        if let Some((start, target)) = self.open_links.pop() {
            self.text.links.push(Link {
                range: start..self.text.plain.len(),
                target,
            });
        }
    }
}
