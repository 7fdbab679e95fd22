//! Front matter: one `key: value` a line at the top of a page; no YAML beyond that occurs.

use super::document::{FrontMatter, FrontMatterEntry};
use crate::source::codes::markup::UNCLOSED_FRONT_MATTER;
use crate::source::{Diagnostic, FileId, Span};

/// What stands above a page.
pub(super) struct Split {
    pub(super) front_matter: FrontMatter,
    /// Where the page itself starts.
    pub(super) body: usize,
    pub(super) diagnostic: Option<Diagnostic>,
}

/// Splits off the front matter. Only the top of a file is looked at: between two `---` lines further down stands text.
///
/// Without a closing `---` it ends at the first line that is no `key: value`.
pub(super) fn split(file: FileId, text: &str) -> Split {
    let mut split = Split {
        front_matter: FrontMatter::default(),
        body: 0,
        diagnostic: None,
    };
    let start = text.len() - text.trim_start().len();
    let mut lines = text.get(start..).unwrap_or("").split_inclusive('\n');
    let Some(fence) = lines.next().filter(|line| is_fence(line)) else {
        return split;
    };
    let mut offset = start + fence.len();
    split.front_matter.entries.reserve(8);
    for line in lines {
        if is_fence(line) {
            split.body = offset + line.len();
            return split;
        }
        let entries = &mut split.front_matter.entries;
        match (entry(file, line, offset), entries.last_mut()) {
            (Some(entry), _) => entries.push(entry),
            (None, _) if line.trim().is_empty() || is_comment(line) => {}
            (None, Some(last)) if line.starts_with([' ', '\t', '-']) => extend(last, line, offset),
            (None, _) => break,
        }
        offset += line.len();
    }
    if split.front_matter.entries.is_empty() {
        // A line of dashes and then text: a rule, not front matter.
        return split;
    }
    split.body = offset;
    let span = Span::new(file, start, start + 3);
    let diagnostic = Diagnostic::new(&UNCLOSED_FRONT_MATTER, span, "this front matter is never closed");
    split.diagnostic = Some(diagnostic.help("add a line `---` below the last `key: value`"));
    split
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// `# Tickets` is the first heading of a page whose front matter is not closed.
fn is_comment(line: &str) -> bool {
    line.starts_with('#') && !line.trim_start_matches('#').starts_with(' ')
}

/// A list item or the next line of a folded value goes on with the value above.
fn extend(last: &mut FrontMatterEntry, line: &str, offset: usize) {
    if !last.value.is_empty() {
        last.value.push(' ');
    }
    last.value.push_str(line.trim());
    last.span = Span::new(last.span.file, last.span.start as usize, offset + line.trim_end().len());
}

/// The value without what follows it: `"kilns" # the area`.
fn without_comment(value: &str) -> &str {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let end = match quote {
        Some(quote) => value.get(1..).and_then(|rest| rest.find(quote)).map(|end| end + 2),
        None => value.find(" #"),
    };
    let (before, after) = value
        .split_at_checked(end.unwrap_or(value.len()))
        .unwrap_or((value, ""));
    if after.trim_start().starts_with('#') {
        before.trim_end()
    } else {
        value
    }
}

fn entry(file: FileId, line: &str, offset: usize) -> Option<FrontMatterEntry> {
    let (key, rest) = line.split_once(':')?;
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b' ');
    if !key.starts_with(|first: char| first.is_ascii_alphabetic()) || !key.bytes().all(is_key) {
        return None;
    }
    let padded = without_comment(rest.trim());
    let outer = ['"', '\'', ' ', '\t'];
    let value = padded.trim_matches(outer);
    let start = offset
        + key.len()
        + 1
        + (rest.len() - rest.trim_start().len())
        + (padded.len() - padded.trim_start_matches(outer).len());
    Some(FrontMatterEntry {
        key: key.trim().to_owned(),
        value: value.to_owned(),
        span: Span::new(file, start, start + value.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::dump;

    #[test]
    fn only_the_top_of_a_page_is_front_matter() {
        let page = "\n---\ntitle: \"List tickets: all \"\nms.date: 07/16/2021\nauthor:\n---\n# List tickets\n\n---\na: b\n\n---\n";
        insta::assert_snapshot!(dump::page(page), @r"
        title: List tickets: all
        ms.date: 07/16/2021
        author: 
        # List tickets
          P a: b
        ");
    }

    #[test]
    fn comments_behind_values_are_none_of_them() {
        let page = "---\na: \"one\" # two\nb: one # two\nc: 'C# and'\nd: C#\n---\n";
        insta::assert_snapshot!(dump::page(page), @r"
        a: one
        b: one
        c: C# and
        d: C#
        ");
    }

    #[test]
    fn values_may_take_several_lines() {
        insta::assert_snapshot!(dump::page("---\nkeywords:\n- a\n  b\n#c\n\ntitle: x\n  y\n---\nWords.\n"), @r"
        keywords: - a b «- a⏎  b»
        title: x y «x⏎  y»
          P Words.
        ");
    }

    #[test]
    fn unclosed_front_matter_ends_before_the_page() {
        insta::assert_snapshot!(dump::page("---\ntitle: Tickets\n# Tickets\n\nWords: more.\n"), @r"
        title: Tickets
        # Tickets
          P Words: more.
        ! unclosed-front-matter page.md:1:1 «---» this front matter is never closed
        ");
        insta::assert_snapshot!(dump::page("---\nOnly words.\n"), @"  P Only words.");
        insta::assert_snapshot!(dump::page("---"), @"");
    }
}
