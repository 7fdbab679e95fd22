//! Prints the findings about the pages, the first few of each kind.

use super::Console;
use super::render::Renderer;
use crate::source::{Diagnostic, Severity, SourceMap};
use std::collections::BTreeMap;

/// How many findings of one code are shown.
const SHOWN: usize = 5;

/// Shows the diagnostics: notes, then warnings, then errors, so that what matters most stands last.
///
/// Within a severity they are sorted by code, then place. With `all`, none is left out.
pub(super) fn show(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    renderer: &Renderer,
    all: bool,
    console: &mut Console<'_>,
) {
    let mut codes: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let key = (std::cmp::Reverse(diagnostic.severity()), diagnostic.code.id);
        codes.entry(key).or_default().push(diagnostic);
    }
    for ((_, code), mut group) in codes {
        group.sort_by_key(|diagnostic| diagnostic.span);
        let shown = if all { group.len() } else { SHOWN };
        for diagnostic in group.iter().take(shown) {
            console.say(format_args!("{}\n", renderer.diagnostic(diagnostic, sources)));
        }
        let rest = group.len().saturating_sub(shown);
        if rest > 0 {
            let message = format!("and {rest} more `{code}`; see --all-diagnostics");
            console.say(format_args!("{}\n", renderer.note(&message)));
        }
    }
    if let Some(total) = total(diagnostics) {
        console.say(total);
    }
}

/// `2 errors, 1 warning in the pages`; notes are not counted.
pub(super) fn total(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    };
    let phrase = |count: usize, noun: &str| match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    };
    let phrases = [
        phrase(count(Severity::Error), "error"),
        phrase(count(Severity::Warning), "warning"),
    ];
    let text: Vec<String> = phrases.into_iter().flatten().collect();
    (!text.is_empty()).then(|| format!("{} in the pages", text.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Code, FileId, SourceFile, Span};

    static BROKEN: Code = Code::error("broken");
    static ODD: Code = Code::warning("odd");

    fn shown(all: bool) -> String {
        let sources = SourceMap::new(vec![SourceFile::new("a.md", "one\ntwo\n")]);
        let span = |start| Span::new(FileId(0), start, start + 3);
        let mut diagnostics = vec![Diagnostic::new(&BROKEN, span(4), "broken row")];
        diagnostics.extend((0..7).map(|_| Diagnostic::new(&ODD, span(0), "odd row")));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console {
            out: &mut out,
            err: &mut err,
            directory: ".".into(),
            colour: false,
            out_colour: false,
            terminal: false,
        };
        show(&diagnostics, &sources, &Renderer::new(false), all, &mut console);
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn the_rest_of_a_kind_is_counted_and_errors_come_last() {
        let text = shown(false);
        let (_, tail) = text.rsplit_once("odd row").unwrap();
        insta::assert_snapshot!(tail.trim_start(), @r#"
        --> a.md:1:1
          |
        1 | one
          | ^^^

        note: and 2 more `odd`; see --all-diagnostics

        error[broken]: broken row
         --> a.md:2:1
          |
        2 | two
          | ^^^

        1 error, 7 warnings in the pages
        "#);
        assert_eq!(text.matches("odd row").count(), SHOWN);
    }

    #[test]
    fn all_of_a_kind_are_shown_on_request() {
        assert_eq!(shown(true).matches("odd row").count(), 7);
    }
}
