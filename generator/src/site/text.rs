//! Text of pages as a tree that the site builds elements from. No markup of a page ever reaches the browser as markup.

use super::index::Index;
use crate::emit::{is_html, tag_name};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use serde_json::{Value, json};

/// What is nested deeper stands in the element around it.
const DEEPEST: usize = 16;

/// This markdown as text, or as a list of nodes. A node is text or `[tag, ..children]`; links are `["a", URL, ..]`,
/// `["type", NUMBER, ..]` and `["call", NUMBER, ..]`.
pub(super) fn nodes(markdown: &str, index: &Index<'_>) -> Value {
    let markdown = markdown.trim();
    if is_plain(markdown) {
        return Value::String(markdown.to_owned());
    }
    let mut tree = Tree::new(index);
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
        tree.event(event);
    }
    tree.finish()
}

/// Whether there is one paragraph without any markup.
fn is_plain(text: &str) -> bool {
    let marks = |c: char| "\\`*_[]<>#|~&!\n\r\t".contains(c);
    let list = text.starts_with(['-', '+']) || text.starts_with(|c: char| c.is_ascii_digit());
    !text.contains(marks) && !list && !text.contains("://")
}

struct Tree<'a> {
    index: &'a Index<'a>,
    /// The elements that are open, outermost first; the first one is the whole.
    open: Vec<Vec<Value>>,
    /// Elements that are open and nested too deep to be elements.
    skipped: usize,
}

impl<'a> Tree<'a> {
    fn new(index: &'a Index<'a>) -> Self {
        Self {
            index,
            open: vec![Vec::new()],
            skipped: 0,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => self.push(json!(["code", &*code])),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.push(json!(["br"])),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if self.open.len() > DEEPEST {
            self.skipped += 1;
            return;
        }
        self.open.push(match tag {
            Tag::Link { dest_url, .. } => self.link(dest_url),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => vec![json!("pre")],
            tag => vec![json!(element(tag))],
        });
    }

    /// The beginning of a link; where it leads nowhere, of a text.
    fn link(&self, url: &str) -> Vec<Value> {
        if let Some((what, number)) = self.index.linked(url) {
            return vec![json!(what), json!(number)];
        }
        let is_absolute = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| url.starts_with(scheme));
        if is_absolute {
            vec![json!("a"), json!(url)]
        } else {
            vec![json!("span")]
        }
    }

    fn end(&mut self, _: TagEnd) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if self.open.len() > 1 {
            let closed = self.open.pop().unwrap_or_default();
            self.push(Value::Array(closed));
        }
    }

    fn push(&mut self, node: Value) {
        if let Some(around) = self.open.last_mut() {
            around.push(node);
        }
    }

    fn text(&mut self, text: &str) {
        let is_whole = self.open.len() == 1;
        let Some(around) = self.open.last_mut() else { return };
        let head = if is_whole { 0 } else { head(around) };
        match around.get_mut(head..).and_then(|children| children.last_mut()) {
            Some(Value::String(before)) => before.push_str(text),
            _ => around.push(json!(text)),
        }
    }

    /// Breaks stay, other tags go; a word in angle brackets is text.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, after)) = rest.split_once('<') {
            self.text_of_html(before);
            let close = if after.starts_with("!--") { "-->" } else { ">" };
            let (tag, tail) = after.split_once(close).unwrap_or((after, ""));
            match tag_name(tag).as_str() {
                "br" => self.push(json!(["br"])),
                name if is_html(name) => {}
                _ => self.text(&format!("<{tag}>")),
            }
            rest = tail;
        }
        self.text_of_html(rest);
    }

    fn text_of_html(&mut self, text: &str) {
        if !text.trim_matches('\n').is_empty() {
            self.text(text);
        }
    }

    fn finish(mut self) -> Value {
        while self.open.len() > 1 {
            let closed = self.open.pop().unwrap_or_default();
            self.push(Value::Array(closed));
        }
        Value::Array(self.open.pop().unwrap_or_default())
    }
}

/// How many values an element has before its children: its tag, and where a link leads.
fn head(element: &[Value]) -> usize {
    let is_link = matches!(element.first().and_then(Value::as_str), Some("a" | "type" | "call"));
    if is_link { 2 } else { 1 }
}

/// The element of a tag.
fn element(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Paragraph => "p",
        Tag::Heading { .. } => "h4",
        Tag::BlockQuote(_) => "blockquote",
        Tag::List(Some(_)) => "ol",
        Tag::List(None) => "ul",
        Tag::Item => "li",
        Tag::Table(_) => "table",
        Tag::TableHead => "thead",
        Tag::TableRow => "tr",
        Tag::TableCell => "td",
        Tag::Emphasis => "em",
        Tag::Strong => "strong",
        Tag::Strikethrough => "del",
        Tag::CodeBlock(_) => "pre",
        _ => "span",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Schema, Version};

    fn shown(markdown: &str) -> String {
        let schema = Schema {
            version: Version("beta".to_owned()),
            site: None,
            types: Vec::new(),
            enums: Vec::new(),
            operations: Vec::new(),
        };
        nodes(markdown, &Index::of(&schema)).to_string()
    }

    #[test]
    fn text_without_markup_stays_text() {
        assert_eq!(shown(" Holds water. "), "\"Holds water.\"");
    }

    #[test]
    fn markup_becomes_a_tree() {
        insta::assert_snapshot!(shown("The **lid** of `kettle`.\n\n- [more](https://example.com)\n- less"), @r#"[["p","The ",["strong","lid"]," of ",["code","kettle"],"."],["ul",["li",["a","https://example.com","more"]],["li","less"]]]"#);
    }

    #[test]
    fn tags_and_scripts_of_a_page_are_text_or_nothing() {
        insta::assert_snapshot!(shown("a<br/>b <b>c</b> <script>alert(1)</script> <id>"), @r#"[["p","a",["br"],"b c <script>alert(1)</script> <id>"]]"#);
        insta::assert_snapshot!(shown("[x](javascript:alert(1)) ![y](https://example.com/y.png)"), @r#"[["p",["span","x"]," ",["span","y"]]]"#);
    }

    #[test]
    fn no_depth_of_quotations_is_too_much() {
        let deep = shown(&format!("{}end", "> ".repeat(5000)));
        assert!(deep.contains("end"));
        assert!(deep.matches("blockquote").count() <= DEEPEST);
    }
}
