//! `[!INCLUDE [label](path)]` lines.

use super::document::Include;
use crate::source::Span;

/// The includes of a paragraph when it consists of include lines; `raw` stands at `span`.
///
/// Several lines may follow each other without a blank line between them.
pub(super) fn lines(raw: &str, span: Span) -> Option<Vec<Include>> {
    if !is_include(raw) {
        return None;
    }
    let mut includes = Vec::new();
    let mut offset = span.start as usize;
    for line in raw.split_inclusive('\n') {
        if is_include(line.trim_start()) {
            includes.extend(include(
                line,
                Span::new(span.file, offset, offset + line.trim_end().len()),
            ));
        }
        offset += line.len();
    }
    Some(includes)
}

fn is_include(line: &str) -> bool {
    line.get(..9)
        .is_some_and(|start| start.eq_ignore_ascii_case("[!include"))
}

fn include(line: &str, span: Span) -> Option<Include> {
    let (_, after) = line.rsplit_once("](")?;
    let (path, _) = after.split_once(')')?;
    Some(Include {
        path: path.trim().to_owned(),
        span,
    })
}
