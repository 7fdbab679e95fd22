//! Code and bold spans of a text.

use crate::markdown::Text;
use std::ops::Range;

/// A span in code or bold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// Its place.
    pub(super) range: Range<usize>,
    /// Bold rather than code. Code is for values, bold often for names of other properties.
    pub(super) bold: bool,
}

/// Code and bold spans in order; of code inside bold only the code.
pub(super) fn marked(text: &Text) -> Vec<Marked> {
    let mut spans: Vec<Marked> = Vec::with_capacity(text.code.len() + text.strong.len());
    spans.extend(text.code.iter().map(|range| span(range, false)));
    let covers_code = |bold: &Range<usize>| {
        let at = text.code.partition_point(|code| code.end <= bold.start);
        text.code.get(at).is_some_and(|code| code.start < bold.end)
    };
    let bold = text.strong.iter().filter(|range| !covers_code(range));
    spans.extend(bold.map(|range| span(range, true)));
    spans.sort_by_key(|span| span.range.start);
    spans
}

fn span(range: &Range<usize>, bold: bool) -> Marked {
    Marked {
        range: range.clone(),
        bold,
    }
}
