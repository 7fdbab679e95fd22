//! JSON that is none.

use super::super::place::{in_annotation, in_code};
use crate::json::{self, Repair};
use crate::lint::{Finding, Set};
use crate::markdown::{Block, CodeBlock, Document};
use crate::source::codes::json::{INVALID, INVALID_ANNOTATION, ORNAMENT};
use crate::source::{FileId, SourceMap, Span};
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) fn check(set: &Set<'_>, _: FileId, document: &Document, found: &mut Vec<Finding>) {
    let sources = set.sources();
    for section in &document.sections {
        for block in &section.blocks {
            if let Block::Code(code) = block {
                found.extend(body(sources, code));
                found.extend(annotation(sources, code));
            }
        }
    }
}

/// The part of a block that has to be JSON: the whole of a JSON block, the body of a message that begins like an object or
/// a list.
fn part(code: &CodeBlock) -> Option<Range<usize>> {
    let text = &code.text;
    let is_message = text.trim_start().starts_with("HTTP/") || method(text);
    let start = match (code.language.as_str(), is_message) {
        ("json", false) => text.len() - text.trim_start().len(),
        ("http" | "" | "json", true) => body_start(text)?,
        _ => return None,
    };
    let rest = text.get(start..)?;
    let is_object = rest.starts_with('{') || rest.starts_with("[{") || rest.starts_with("[\n");
    // `{Raw bytes of the file}` stands for something else.
    let is_place =
        is_object && !rest.contains(['"', ':', '\u{201c}', '\u{201d}']) && rest.contains(char::is_alphabetic);
    (is_object && !is_place).then(|| start..start + rest.trim_end().len())
}

fn method(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    matches!(first, "GET" | "POST" | "PATCH" | "PUT" | "DELETE")
}

/// Behind the first blank line that a `{` or `[` follows.
fn body_start(text: &str) -> Option<usize> {
    let mut position = 0;
    let mut blank = false;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if blank && trimmed.starts_with(['{', '[']) {
            return Some(position + line.len() - trimmed.len());
        }
        blank = blank || trimmed.is_empty();
        position += line.len();
    }
    None
}

fn body(sources: &SourceMap, code: &CodeBlock) -> Option<Finding> {
    let range = part(code)?;
    let text = code.text.get(range.clone())?;
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let reading = json::read(text)?;
    let slip = Slip::of(text, &error);
    let at = slip.at;
    // Several bodies, or words below the body: the page shows more than JSON. A bracket too many is a slip.
    if reading.repairs.is_empty() && !text.get(at..)?.starts_with(['}', ']', ',']) {
        return None;
    }
    let place = range.start + at..range.start + at + 1;
    let is_ornament = |repair: &Repair| matches!(repair, Repair::Comment | Repair::Ellipsis);
    let span = in_code(sources, code, place);
    let slips: Vec<Repair> = reading
        .repairs
        .iter()
        .copied()
        .filter(|repair| !is_ornament(repair))
        .collect();
    // An ellipsis behind a comma makes the comma one too many.
    let only_ornaments =
        reading.repairs.iter().any(is_ornament) && slips.iter().all(|slip| *slip == Repair::SurplusComma);
    let line = text.get(..at)?.matches('\n').count() + 1;
    if only_ornaments {
        return Some(Finding::new(&ORNAMENT, span, "JSON does not know comments and `...`"));
    }
    let message = format!("{} (line {line} of the JSON)", slip.said);
    Some(fixed(
        Finding::new(&INVALID, span, message),
        &slips,
        text,
        |range: Range<usize>| in_code(sources, code, part_of(code, range)),
    ))
}

fn part_of(code: &CodeBlock, range: Range<usize>) -> Range<usize> {
    let start = part(code).map_or(0, |part| part.start);
    start + range.start..start + range.end
}

fn annotation(sources: &SourceMap, code: &CodeBlock) -> Option<Finding> {
    let annotation = code.annotation.as_ref()?;
    let text = annotation.text.as_str();
    // Other comments stand before code blocks too.
    if !text.starts_with('{') {
        return None;
    }
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let reading = json::read(text)?;
    let slip = Slip::of(text, &error);
    let span = in_annotation(sources, annotation, slip.at..slip.at + 1);
    let finding = Finding::new(&INVALID_ANNOTATION, span, slip.said);
    Some(fixed(finding, &reading.repairs, text, |range| {
        in_annotation(sources, annotation, range)
    }))
}

/// With the fix, if the only slips are commas before closing brackets.
fn fixed(finding: Finding, slips: &[Repair], text: &str, place: impl Fn(Range<usize>) -> Span) -> Finding {
    if slips.is_empty() || slips.iter().any(|slip| *slip != Repair::SurplusComma) {
        return finding;
    }
    let commas = surplus_commas(text);
    let without = text.char_indices().filter(|(at, _)| !commas.contains(at));
    let without: String = without.map(|(_, c)| c).collect();
    if serde_json::from_str::<serde::de::IgnoredAny>(&without).is_err() {
        return finding;
    }
    finding.fix_all(commas.into_iter().map(|at| (place(at..at + 1), String::new())))
}

/// The commas before closing brackets, outside of texts.
fn surplus_commas(text: &str) -> BTreeSet<usize> {
    let mut commas = BTreeSet::new();
    let (mut in_text, mut escaped, mut last) = (false, false, None);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => (in_text, last) = (!in_text, None),
            _ if in_text || c.is_whitespace() => {}
            ',' => last = Some(at),
            '}' | ']' => commas.extend(last.take()),
            _ => last = None,
        }
    }
    commas
}

/// What is wrong with a text, and at which byte.
struct Slip {
    at: usize,
    said: String,
}

impl Slip {
    /// A comma that is missing or one too many stands before the place where a reader notices.
    fn of(text: &str, error: &serde_json::Error) -> Self {
        let noticed = offset(text, error);
        let before = text.get(..noticed).unwrap_or("").trim_end();
        let last = before.char_indices().next_back();
        let said = said(error);
        match last {
            Some((at, ',')) if text.get(noticed..).is_some_and(|rest| rest.starts_with(['}', ']'])) => Self {
                at,
                said: "not valid JSON: a comma too many".to_owned(),
            },
            Some((at, _)) if said.contains("expected `,`") => Self {
                at,
                said: "not valid JSON: a comma is missing behind this".to_owned(),
            },
            _ => Self { at: noticed, said },
        }
    }
}

/// The byte that an error of `serde_json` is about.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (before + error.column().saturating_sub(1)).min(text.len().saturating_sub(1));
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The words of an error, without the place that the finding shows. Those of the reader are for programmers.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or(&text);
    let plain = PLAIN.iter().find(|(start, _)| words.starts_with(start));
    format!("not valid JSON: {}", plain.map_or(words, |(_, plain)| plain))
}

const PLAIN: &[(&str, &str)] = &[
    ("control character", "a text is not closed in this line"),
    ("key must be a string", "a name in double quotes has to stand here"),
    ("expected value", "a value has to stand here"),
    ("expected `:`", "a colon has to stand here"),
    ("EOF while", "it ends before everything is closed"),
    ("trailing characters", "it goes on behind its end"),
    ("invalid escape", "a backslash stands before a letter that needs none"),
];
