//! What a reader of one page needs to know about the page.

use super::description::Memo;
use crate::docs::{GRAPH, Profile};
use crate::markdown::Text;
use crate::model::{Origin, Version};
use crate::source::{FileId, SourceMap, Span};
use std::sync::Arc;

/// The page that is being read, and its place in the docs root.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// All files.
    pub sources: &'a SourceMap,
    /// The page's own file; blocks may come from included files.
    pub file: FileId,
    /// The page's path below the version folder: `resources/group.md`.
    pub path: &'a Arc<str>,
    /// The version, if the folder names it.
    pub version: Option<&'a Version>,
    /// What kind of set the page belongs to.
    pub profile: &'a Profile,
    /// The description cells of all pages.
    pub descriptions: &'a Memo,
}

impl Context<'_> {
    /// The place of a span, for the model.
    pub fn origin(&self, span: Span) -> Origin {
        let place = self.sources.line_column(span);
        let file = if span.file == self.file {
            Arc::clone(self.path)
        } else {
            self.sources.path(span.file).into()
        };
        Origin {
            file,
            line: place.line,
            column: place.column,
        }
    }

    /// The start of the page, for what is not on it.
    pub fn start(&self) -> Span {
        Span::new(self.file, 0, 0)
    }

    /// The rest of the line that an origin of this page names.
    pub fn span(&self, origin: &Origin) -> Span {
        let own = (origin.file == *self.path).then_some(self.file);
        let file = own.or_else(|| self.sources.find(&origin.file)).unwrap_or(self.file);
        let source = self.sources.file(file);
        source.map_or(self.start(), |source| source.span_at(file, origin.line, origin.column))
    }

    /// The file name without folder and extension.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// A text as markdown for people who read it elsewhere: links are absolute, line breaks are kept.
    pub fn markdown(&self, text: &Text) -> String {
        let mut out = String::with_capacity(text.plain.len() + 16);
        let mut position = 0;
        let mut items = text.items.iter().copied().peekable();
        let mut plain = |out: &mut String, mut from: usize, to: usize| {
            while let Some(item) = items.next_if(|item| *item <= to) {
                out.push_str(text.plain.get(from..item).unwrap_or(""));
                out.push(ITEM);
                from = from.max(item);
            }
            out.push_str(text.plain.get(from..to).unwrap_or(""));
        };
        for mark in marks(text) {
            if mark.range.start < position {
                continue;
            }
            plain(&mut out, position, mark.range.start);
            self.marked(&mut out, text, &mark);
            position = mark.range.end;
        }
        plain(&mut out, position, text.plain.len());
        let out = out.trim();
        if text.items.is_empty() {
            out.to_owned()
        } else {
            listed(out)
        }
    }

    /// The public address of a link target: other pages, `/graph/...` articles, anything absolute. `None` for targets
    /// that lead nowhere outside the page.
    pub fn public_link(&self, target: &str) -> Option<String> {
        if target.starts_with("https://") || target.starts_with("http://") {
            return Some(target.to_owned());
        }
        if target.starts_with('/') && !target.starts_with("//") {
            return Some(format!("https://learn.microsoft.com{target}"));
        }
        let (path, _) = target.split_once('#').unwrap_or((target, ""));
        if self.profile.name != GRAPH {
            return self.other_link(path);
        }
        let stem = path.rsplit('/').next()?.strip_suffix(".md")?;
        let own_folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = path
            .rsplit('/')
            .nth(1)
            .filter(|folder| *folder != "." && *folder != "..")
            .unwrap_or(own_folder);
        let below = if folder == "resources" { "resources/" } else { "" };
        let view = if self.version.is_some_and(|version| version.0 == "v1.0") {
            "1.0"
        } else {
            "beta"
        };
        Some(format!(
            "https://learn.microsoft.com/graph/api/{below}{stem}?view=graph-rest-{view}"
        ))
    }

    /// The address of another page of a set that is not Graph's own.
    fn other_link(&self, target: &str) -> Option<String> {
        let target = target.strip_suffix(".md")?;
        let own = self.profile.address(self.path)?;
        let (start, rest) = own.split_at_checked("https://".len())?;
        let mut folders: Vec<&str> = rest.split('/').collect();
        folders.pop();
        for part in target.split('/') {
            match part {
                "." => {}
                // The host stays.
                ".." if folders.len() > 1 => drop(folders.pop()),
                ".." => return None,
                name => folders.push(name),
            }
        }
        Some(format!("{start}{}", folders.join("/")))
    }

    fn marked(&self, out: &mut String, text: &Text, mark: &Mark<'_>) {
        let words = text.slice(&mark.range);
        match mark.kind {
            MarkKind::Code => out.extend(["`", words, "`"]),
            MarkKind::Strong => out.extend(["**", words, "**"]),
            MarkKind::Link(target) => match self.public_link(target) {
                Some(address) => out.extend(["[", words, "](", &address, ")"]),
                // Without a definition, brackets in prose are no link.
                None if target.is_empty() => out.extend(["[", words, "]"]),
                None => out.push_str(words),
            },
        }
    }
}

struct Mark<'a> {
    range: std::ops::Range<usize>,
    kind: MarkKind<'a>,
}

/// Stands for the start of an item while a text is put together.
const ITEM: char = '\u{2}';

/// The lines with items of lists as markdown has them.
fn listed(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut in_list = None;
    for line in text.split('\n') {
        let item = line.trim_start().strip_prefix(ITEM);
        let is_item = item.is_some();
        // `</li> <li>`: nothing stands between two items.
        if in_list == Some(true) && item.is_none() && line.trim().is_empty() {
            continue;
        }
        // A blank line parts a list from what stands around it.
        match in_list {
            None => {}
            Some(before) if before == is_item => out.push('\n'),
            Some(_) => out.push_str("\n\n"),
        }
        if is_item {
            out.push_str("- ");
        }
        let line = if in_list == Some(true) { line.trim_start() } else { line };
        out.extend(item.map_or(line, str::trim_start).split(ITEM));
        in_list = Some(is_item);
    }
    out
}

enum MarkKind<'a> {
    Code,
    Strong,
    Link(&'a str),
}

/// Links, code and strong spans in the order of their start. Spans inside another span are left out.
fn marks(text: &Text) -> Vec<Mark<'_>> {
    let code = text.code.iter().map(|range| Mark {
        range: range.clone(),
        kind: MarkKind::Code,
    });
    let strong = text.strong.iter().map(|range| Mark {
        range: range.clone(),
        kind: MarkKind::Strong,
    });
    let links = text.links.iter().map(|link| Mark {
        range: link.range.clone(),
        kind: MarkKind::Link(&link.target),
    });
    let mut marks: Vec<Mark<'_>> = links
        .chain(strong)
        .chain(code)
        .filter(|mark| !mark.range.is_empty())
        .collect();
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    marks
}
