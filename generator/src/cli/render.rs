//! Diagnostics as rustc shows them. The only file that knows annotate-snippets.

use crate::source::{Diagnostic, Severity, SourceFile, SourceMap, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};
use std::ops::Range;
use std::path::Path;

/// Lines longer than this are named, not shown.
const LONGEST_EXCERPT: usize = 4000;
/// A span over more lines than this is shown by its first line.
const MOST_LINES: usize = 6;

/// Draws diagnostics.
pub(super) struct Renderer {
    style: annotate_snippets::Renderer,
    /// Stands before every path, so that a terminal can open the file.
    folder: String,
}

impl Renderer {
    pub(super) fn new(colour: bool) -> Self {
        Self {
            style: if colour {
                annotate_snippets::Renderer::styled()
            } else {
                annotate_snippets::Renderer::plain()
            },
            folder: String::new(),
        }
    }

    /// The same for files of a folder, which is shown relative to the current directory if it is in it.
    pub(super) fn for_files_of(self, folder: &Path, current: &Path) -> Self {
        let current = current.canonicalize().unwrap_or_default();
        let shown = folder.strip_prefix(current).unwrap_or(folder).join("");
        Self {
            folder: shown.display().to_string(),
            ..self
        }
    }

    /// A diagnostic with the lines that it points to.
    pub(super) fn diagnostic(&self, diagnostic: &Diagnostic, sources: &SourceMap) -> String {
        self.finding(diagnostic, diagnostic.severity(), sources)
    }

    /// The same, with another severity than that of its code.
    pub(super) fn finding(&self, diagnostic: &Diagnostic, severity: Severity, sources: &SourceMap) -> String {
        let title = level(severity)
            .primary_title(diagnostic.message.as_str())
            .id(diagnostic.code.id);
        let mut group = self.place(
            Group::with_title(title),
            sources,
            diagnostic.span,
            AnnotationKind::Primary,
            None,
        );
        for label in &diagnostic.labels {
            group = self.place(
                group,
                sources,
                label.span,
                AnnotationKind::Context,
                Some(&label.message),
            );
        }
        self.render(group, diagnostic.help.as_deref())
    }

    /// An error without a place.
    pub(super) fn error(&self, message: &str, help: Option<&str>) -> String {
        self.message(Level::ERROR, message, help)
    }

    /// A note without a place.
    pub(super) fn note(&self, message: &str) -> String {
        self.message(Level::NOTE, message, None)
    }

    fn message(&self, level: Level<'_>, message: &str, help: Option<&str>) -> String {
        self.render(Group::with_title(level.primary_title(message)), help)
    }

    fn render(&self, group: Group<'_>, help: Option<&str>) -> String {
        let group = match help {
            Some(help) => group.element(Level::HELP.message(help)),
            None => group,
        };
        self.style.render(&[group])
    }

    /// Adds the lines of a span, or only their place when they cannot be shown.
    fn place<'a>(
        &self,
        group: Group<'a>,
        sources: &'a SourceMap,
        span: Span,
        kind: AnnotationKind,
        label: Option<&'a str>,
    ) -> Group<'a> {
        let Some(file) = sources.file(span.file) else {
            return group;
        };
        let path = format!("{}{}", self.folder, file.path);
        let at = sources.line_column(span);
        match excerpt(file, span) {
            Some((text, range)) => group.element(
                Snippet::source(text)
                    .path(path)
                    .line_start(at.line as usize)
                    .annotation(kind.span(range).label(label)),
            ),
            None => group.element(
                Origin::path(path)
                    .line(at.line as usize)
                    .char_column(at.column as usize),
            ),
        }
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note | Severity::Change => Level::NOTE,
    }
}

/// The lines of a span and the span's place in them.
fn excerpt(file: &SourceFile, span: Span) -> Option<(&str, Range<usize>)> {
    let text = file.text.as_str();
    let start = boundary(text, span.start as usize);
    let end = boundary(text, span.end as usize).max(start);
    let first = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let lines = text.get(start..end)?.matches('\n').count() + 1;
    let end = if lines > MOST_LINES {
        start + line_length(text.get(start..)?)
    } else {
        end
    };
    let last = end + line_length(text.get(end..)?);
    let excerpt = text.get(first..last)?;
    let is_shown = !excerpt.is_empty() && excerpt.len() <= LONGEST_EXCERPT;
    is_shown.then(|| (excerpt, start - first..end - first))
}

/// The nearest place at or before an offset where a character begins.
fn boundary(text: &str, offset: usize) -> usize {
    let mut offsets = (0..=offset.min(text.len())).rev();
    offsets.find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Code, FileId};

    static UNKNOWN_TYPE: Code = Code::warning("unknown-type");
    static ODD_CELL: Code = Code::note("odd-cell");
    static ODD_LINE: Code = Code::error("odd-line");

    const PAGE: &str = "# Get group\n\n|Name|Type|\n|:---|:---|\n|id|Strin|\n|é|\u{1b}[31mString|\n";

    fn shown(text: &str, diagnostic: &Diagnostic) -> String {
        let sources = SourceMap::new(vec![SourceFile::new("beta/api/group-get.md", text)]);
        Renderer::new(false).diagnostic(diagnostic, &sources)
    }

    #[test]
    fn a_diagnostic_shows_its_line() {
        let at = PAGE.find("Strin").unwrap();
        let span = Span::new(FileId(0), at, at + 5);
        let heading = Span::new(FileId(0), 2, 11);
        let diagnostic = Diagnostic::new(&UNKNOWN_TYPE, span, "no page describes the type `Strin`")
            .label(heading, "on this page")
            .help("did you mean `String`?");
        insta::assert_snapshot!(shown(PAGE, &diagnostic), @r#"
        warning[unknown-type]: no page describes the type `Strin`
         --> beta/api/group-get.md:5:5
          |
        5 | |id|Strin|
          |     ^^^^^
          |
         ::: beta/api/group-get.md:1:3
          |
        1 | # Get group
          |   --------- on this page
          |
          = help: did you mean `String`?
        "#);
    }

    #[test]
    fn escape_codes_of_a_page_do_not_reach_the_terminal() {
        let at = PAGE.find('é').unwrap();
        let diagnostic = Diagnostic::new(&ODD_CELL, Span::new(FileId(0), at, at + 2), "an odd cell: \u{1b}[31m");
        let text = shown(PAGE, &diagnostic);
        assert!(!text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn a_place_that_cannot_be_shown_is_named() {
        let long = "x".repeat(LONGEST_EXCERPT + 1);
        let diagnostic = Diagnostic::new(&ODD_LINE, Span::new(FileId(0), 7, 9), "an odd line");
        insta::assert_snapshot!(shown(&long, &diagnostic), @r#"
        error[odd-line]: an odd line
        --> beta/api/group-get.md:1:8
        "#);
        let elsewhere = Diagnostic::new(&ODD_LINE, Span::new(FileId(7), 1, 2), "an odd line");
        insta::assert_snapshot!(shown(&long, &elsewhere), @r#"error[odd-line]: an odd line"#);
    }

    #[test]
    fn spans_that_do_not_fit_are_shown_as_well_as_possible() {
        let at = PAGE.find('é').unwrap();
        for span in [
            Span::new(FileId(0), at + 1, at + 1),
            Span::new(FileId(0), 0, 999),
            Span::new(FileId(0), 998, 999),
        ] {
            let text = shown(PAGE, &Diagnostic::new(&ODD_LINE, span, "an odd line"));
            assert!(text.contains("beta/api/group-get.md"), "{text}");
        }
    }
}
