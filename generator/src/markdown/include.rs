//! `[!INCLUDE [label](path)]`, on a line of its own or between words.

use super::document::{Include, Text};
use crate::source::Span;
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// How every include begins.
static OPENING: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(b"[!"));

/// One line of a paragraph.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// Nothing but an include.
    Include(Include),
    /// Lines of other words.
    Words(Range<usize>),
}

/// Splits a paragraph into its include lines and the rest; `None` when no line is an include.
///
/// Several includes, or an include and a sentence, may follow each other without a blank line between them.
pub(super) fn lines(raw: &str, span: Span) -> Option<Vec<Line>> {
    if OPENING.find(raw.as_bytes()).is_none() || !raw.lines().any(|line| whole_line(line).is_some()) {
        return None;
    }
    let mut lines = Vec::new();
    let mut offset = 0;
    for line in raw.split_inclusive('\n') {
        let end = offset + line.len();
        match (whole_line(line), lines.last_mut()) {
            (Some((path, place)), _) => {
                let start = span.start as usize + offset;
                let path = path.to_owned();
                let span = Span::new(span.file, start + place.start, start + place.end);
                lines.push(Line::Include(Include { path, span }));
            }
            (None, Some(Line::Words(words))) => words.end = end,
            (None, _) => lines.push(Line::Words(offset..end)),
        }
        offset = end;
    }
    Some(lines)
}

/// The path and the place of an include that fills a line, whatever quote marks stand before it.
fn whole_line(line: &str) -> Option<(&str, Range<usize>)> {
    let start = line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
    let content = line.get(start..)?.trim_end();
    let opened = content.get(..9)?.eq_ignore_ascii_case("[!include");
    let (_, after) = content.split_once(']').filter(|_| opened)?;
    let after = after.trim_start().strip_prefix('(')?;
    // `[!INCLUDE [label](path)` without its last bracket is meant as an include too.
    let (path, rest) = after.split_once(')')?;
    matches!(rest.trim(), "" | "]" | "]]").then_some((path.trim(), start..start + content.len()))
}

/// An include between words, as the links of a text show it.
#[derive(Debug, PartialEq)]
pub struct InlineInclude {
    /// The include.
    pub include: Include,
    /// From the outer `[` to the outer `]`, in the plain text.
    pub range: Range<usize>,
}

impl Text {
    /// The first include of this text.
    pub fn first_include(&self) -> Option<InlineInclude> {
        self.include_after(0)
    }

    /// The first include that starts at or behind an offset of `plain`. Its span is that of the text.
    pub(super) fn include_after(&self, from: usize) -> Option<InlineInclude> {
        const OPENING: &str = "[!include ";
        // Links stand in order; looking at each of them every time would make a line of many includes quadratic.
        let first = self
            .links
            .partition_point(|link| link.range.start < from + OPENING.len());
        self.links.get(first..)?.iter().find_map(|link| {
            let start = link.range.start.checked_sub(OPENING.len())?;
            let opened = self.plain.get(start..link.range.start)?.eq_ignore_ascii_case(OPENING);
            let closed = self.plain.get(link.range.end..)?.starts_with(']');
            (opened && closed).then(|| InlineInclude {
                include: Include {
                    path: link.target.clone(),
                    span: self.span,
                },
                range: start..link.range.end + 1,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::dump;
    use super::*;
    use crate::source::FileId;

    #[test]
    fn include_lines_are_told_from_words() {
        let raw = "[!include [a](x.md)]\n> [!INCLUDE [b] (y.md)]\n[!INCLUDE[d]( w.md )]\n[!INCLUDE [c](z.md)] Read-only.\nwords";
        assert_eq!(lines("no include\n[!NOTE] x", Span::default()), None);
        let found = lines(raw, Span::new(FileId(0), 10, 10 + raw.len())).unwrap();
        let shown = |line: &Line| match line {
            Line::Include(include) => format!("{} {:?}", include.path, include.span.range()),
            Line::Words(words) => format!("{:?}", raw.get(words.clone()).unwrap()),
        };
        let shown: Vec<_> = found.iter().map(shown).collect();
        insta::assert_snapshot!(shown.join("\n"), @r#"
        x.md 10..30
        y.md 33..54
        w.md 55..76
        "[!INCLUDE [c](z.md)] Read-only.\nwords"
        "#);
    }

    #[test]
    fn includes_and_sentences_share_a_paragraph() {
        let page =
            "# A\n\n> [!INCLUDE [n](n.md)]\n> Some [words](w.md).\n> [!INCLUDE [m](m.md)]\n\n- [!INCLUDE [o](o.md)]\n";
        insta::assert_snapshot!(dump::page(page), @r"
        # A
          I n.md «[!INCLUDE [n](n.md)]»
          P Some [words](w.md).
          I m.md «[!INCLUDE [m](m.md)]»
          I o.md «[!INCLUDE [o](o.md)]»
        ");
    }
}
