//! Paragraphs, lists, tables and code of a description.

use super::inline;
use super::wrap::{starts_block, wrap};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::borrow::Cow;

/// Languages of code blocks that rustdoc shows without taking them for Rust.
const LANGUAGES: &[&str] = &["csharp", "http", "javascript", "json", "powershell", "sh", "xml"];

/// Quotations inside quotations: further marks say nothing to a reader, and each line would repeat all of them.
const DEEPEST_QUOTE: usize = 12;

/// The minimum width of text, even if it is nested deeply.
const NARROWEST: usize = 30;

/// This markdown as lines of rustdoc, wrapped at `width` characters.
pub(crate) fn render(markdown: &str, width: usize, each: &mut impl FnMut(&str)) {
    let markdown = &*without_direction(markdown);
    if is_plain(markdown) {
        return wrap(markdown, width, each);
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let mut writer = Writer::new(width);
    for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
        writer.event(event);
    }
    writer.finish().lines().for_each(each);
}

/// Without the characters that change the direction of writing: rustc refuses them in comments.
fn without_direction(text: &str) -> Cow<'_, str> {
    let directs = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.is_ascii() && text.contains(directs) {
        text.replace(directs, "").into()
    } else {
        text.into()
    }
}

/// Whether there is one paragraph without any markup.
fn is_plain(text: &str) -> bool {
    let marks = |byte: u8| {
        matches!(
            byte,
            b'\\'
                | b'`'
                | b'*'
                | b'_'
                | b'['
                | b']'
                | b'<'
                | b'>'
                | b'#'
                | b'|'
                | b'~'
                | b'&'
                | b'!'
                | b'\n'
                | b'\r'
                | b'\t'
        )
    };
    !text.bytes().any(marks) && !text.contains("://") && !text.starts_with(' ') && !starts_block(text)
}

/// A block that is open around the current line.
enum Frame {
    /// A list with the number of its next item.
    List(Option<u64>),
    /// An item: the text before its first line, until that is written; then as many spaces.
    Item { marker: String, written: bool },
    /// A quotation.
    Quote,
}

struct Writer {
    width: usize,
    /// The lines so far, each with its end.
    lines: String,
    text: String,
    frames: Vec<Frame>,
    /// Quotations around the current line, also those that have no frame.
    quotes: usize,
    code: Option<String>,
    links: Vec<Option<String>>,
    row: Vec<String>,
    in_table: bool,
}

impl Writer {
    fn new(width: usize) -> Self {
        Self {
            width,
            lines: String::new(),
            text: String::new(),
            frames: Vec::new(),
            quotes: 0,
            code: None,
            links: Vec::new(),
            row: Vec::new(),
            in_table: false,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.push_text(&text),
            },
            Event::Code(code) => self.push_cell(&inline::code(&code)),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push_str("  \n"),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push_text(&text),
        }
    }

    fn push_text(&mut self, text: &str) {
        self.push_cell(&inline::escape(text));
    }

    /// In a table a bar would end the cell, even inside code.
    fn push_cell(&mut self, text: &str) {
        if self.in_table {
            self.text.push_str(&text.replace('|', "\\|"));
        } else {
            self.text.push_str(text);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(kind) => {
                self.flush();
                self.quotes += 1;
                if self.quotes <= DEEPEST_QUOTE {
                    self.frames.push(Frame::Quote);
                }
                self.text.push_str(note(kind));
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some(format!("{}\n", language(&kind)));
            }
            Tag::List(number) => {
                self.flush();
                self.frames.push(Frame::List(number));
            }
            Tag::Item => {
                let marker = self.marker();
                self.frames.push(Frame::Item { marker, written: false });
            }
            Tag::Paragraph if matches!(self.frames.last(), Some(Frame::Item { written: true, .. })) => self.blank(),
            Tag::Heading { .. } | Tag::Strong => self.text.push_str("**"),
            Tag::Emphasis => self.text.push('*'),
            Tag::Link { dest_url, .. } => {
                let target = inline::is_absolute(&dest_url).then(|| inline::target(&dest_url));
                self.text.push_str(if target.is_some() { "[" } else { "" });
                self.links.push(target);
            }
            Tag::Table(_) => {
                self.flush();
                self.in_table = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(_) => {
                self.text.push_str("**");
                self.flush();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.trim_blank();
                if self.quotes <= DEEPEST_QUOTE {
                    self.frames.pop();
                }
                self.quotes = self.quotes.saturating_sub(1);
                self.blank();
            }
            TagEnd::List(_) | TagEnd::Item => {
                self.flush();
                self.frames.pop();
                if matches!(tag, TagEnd::List(_)) {
                    self.blank();
                }
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::Strong => self.text.push_str("**"),
            TagEnd::Emphasis => self.text.push('*'),
            TagEnd::Link => {
                if let Some(Some(target)) = self.links.pop() {
                    self.text.push_str(&format!("]({target})"));
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.text).replace("  \n", " ");
                self.row.push(cell.trim().to_owned());
            }
            TagEnd::TableHead => {
                let columns = self.row.len();
                self.table_row();
                self.line(&format!("|{}", " --- |".repeat(columns)));
            }
            TagEnd::TableRow => self.table_row(),
            TagEnd::Table => {
                self.in_table = false;
                self.blank();
            }
            _ => {}
        }
    }

    /// HTML tags are removed. Line breaks stay, and so do words such as `<id>`.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, after)) = rest.split_once('<') {
            self.push_text(before.trim_matches('\n'));
            let close = if after.starts_with("!--") { "-->" } else { ">" };
            let (tag, tail) = after.split_once(close).unwrap_or((after, ""));
            match inline::tag_name(tag).as_str() {
                "br" if self.text.trim().is_empty() => {}
                "br" => self.text.push_str("  \n"),
                name if inline::is_html(name) => {}
                // A word in angle brackets may go on in the next line.
                _ => self.push_text(&format!("<{}>", tag.replace('\n', " "))),
            }
            rest = tail;
        }
        self.push_text(rest.trim_matches('\n'));
    }

    fn marker(&mut self) -> String {
        match self.frames.last_mut() {
            Some(Frame::List(Some(number))) => {
                let marker = format!("{number}. ");
                *number += 1;
                marker
            }
            _ => "- ".to_owned(),
        }
    }

    /// Writes the paragraph that was collected.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        let width = self.width.saturating_sub(self.prefix_width()).max(NARROWEST);
        let parts: Vec<&str> = text
            .split("  \n")
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        for (at, part) in parts.iter().enumerate() {
            wrap(&without_marker(part), width, &mut |line| self.line(line));
            if at + 1 < parts.len() {
                self.lines.truncate(self.lines.trim_end_matches('\n').len());
                self.lines.push_str("\\\n");
            }
        }
        if !self.in_item() {
            self.blank();
        }
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let (language, code) = code.split_once('\n').unwrap_or(("text", &code));
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(3.max(longest + 1));
        self.line(&format!("{fence}{language}"));
        code.trim_end().lines().for_each(|line| self.line(line.trim_end()));
        self.line(&fence);
        self.blank();
    }

    fn table_row(&mut self) {
        let cells = std::mem::take(&mut self.row);
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn in_item(&self) -> bool {
        matches!(self.frames.last(), Some(Frame::Item { .. }))
    }

    fn prefix_width(&self) -> usize {
        let width = |frame: &Frame| match frame {
            Frame::List(_) => 0,
            Frame::Item { marker, .. } => marker.len(),
            Frame::Quote => 2,
        };
        self.frames.iter().map(width).sum()
    }

    /// Writes one line behind the marks of the blocks around it.
    fn line(&mut self, text: &str) {
        let start = self.lines.len();
        for frame in &mut self.frames {
            match frame {
                Frame::List(_) => {}
                Frame::Item { marker, written: true } => self.lines.extend(std::iter::repeat_n(' ', marker.len())),
                Frame::Item { marker, written } => {
                    self.lines.push_str(marker);
                    *written = true;
                }
                Frame::Quote => self.lines.push_str("> "),
            }
        }
        self.lines.push_str(text);
        let end = self.lines.get(start..).map_or(0, |line| line.trim_end().len());
        self.lines.truncate(start + end);
        self.lines.push('\n');
    }

    /// The last line, without its end.
    fn last(&self) -> Option<&str> {
        let lines = self.lines.strip_suffix('\n')?;
        Some(lines.rsplit_once('\n').map_or(lines, |(_, last)| last))
    }

    fn blank(&mut self) {
        if self.last().is_some_and(|line| !line.is_empty()) {
            let quotes = self.quotes.min(DEEPEST_QUOTE);
            self.lines.extend(std::iter::repeat_n('>', quotes).chain(['\n']));
        }
    }

    fn trim_blank(&mut self) {
        while let Some(last) = self.last().filter(|line| line.trim_matches('>').is_empty()) {
            self.lines.truncate(self.lines.len() - last.len() - 1);
        }
    }

    fn finish(mut self) -> String {
        self.flush();
        self.trim_blank();
        self.lines
    }
}

/// The word of a note's kind, as `> [!NOTE]` says it.
fn note(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "",
        Some(BlockQuoteKind::Note) => "**Note:** ",
        Some(BlockQuoteKind::Tip) => "**Tip:** ",
        Some(BlockQuoteKind::Important) => "**Important:** ",
        Some(BlockQuoteKind::Warning) => "**Warning:** ",
        Some(BlockQuoteKind::Caution) => "**Caution:** ",
    }
}

fn language(kind: &CodeBlockKind<'_>) -> &'static str {
    let CodeBlockKind::Fenced(name) = kind else {
        return "text";
    };
    let known = LANGUAGES.iter().find(|known| name.eq_ignore_ascii_case(known));
    known.copied().unwrap_or("text")
}

/// A paragraph's first word must not start a list or a heading.
fn without_marker(text: &str) -> String {
    if !starts_block(text) {
        return text.to_owned();
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    format!("{number}\\{rest}")
}

#[cfg(test)]
mod tests;
