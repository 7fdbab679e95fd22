//! What the cells of a header table state: the value of a header, and when a call must have it.

use crate::markdown::Text;
use crate::page::api::Need;

/// Words before a value, lower case.
const BEFORE: &[&str] = &["must be set to", "should be set to", "set to", "must be", "value:"];

/// What stands for a value that the caller has, lower case.
const PLACEHOLDERS: &[&str] = &["ctag", "etag", "guid", "integer", "optional", "required", "string"];

/// Sentences that ask for the header in every call, lower case.
const REQUIRED: &[&str] = &[
    "mandatory",
    "required",
    "the header is required",
    "this header is required",
];

/// Remarks behind a name, lower case.
const REMARKS: &[&str] = &["(optional)", "(required)"];

/// `Prefer: respond-async` as header name and value, `If-Match (required)` without the remark. `None` when the words are
/// no header name, or a preference that takes a value of the caller's: `Prefer: outlook.timezone`.
pub(super) fn name(written: &str) -> Option<(&str, Option<&str>)> {
    let (name, value) = match written.split_once(':') {
        Some((name, value)) => (name, Some(value.trim()).filter(|value| !value.is_empty())),
        None => (written, None),
    };
    let lower = name.to_ascii_lowercase();
    let remark = REMARKS.iter().find(|remark| lower.ends_with(**remark));
    let name = name.get(..name.len() - remark.map_or(0, |remark| remark.len()))?.trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let takes_value = |value: &str| !is_fixed(value) || (value.contains('.') && !value.contains('='));
    let is_read = !value.is_some_and(takes_value) && name.chars().all(is_name);
    is_read.then_some((name, value))
}

/// `Prefer: outlook.timezone` as header name and the preference that takes a value of the caller's.
pub(super) fn open(written: &str) -> Option<(&str, &str)> {
    let (name, preference) = written.split_once(':')?;
    let (name, preference) = (name.trim(), preference.trim());
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (is_name && !preference.is_empty()).then_some((name, preference))
}

/// The value that a cell begins with, when the caller has no choice.
pub(super) fn fixed(cell: &Text) -> Option<String> {
    fixed_at(cell, 0)
}

/// The same for the words from a place on.
pub(super) fn fixed_at(cell: &Text, from: usize) -> Option<String> {
    let plain = cell.plain.as_str();
    let mut start = plain.len() - plain.get(from..)?.trim_start().len();
    let lower = plain.to_ascii_lowercase();
    let before = BEFORE
        .iter()
        .find(|words| lower.get(start..).is_some_and(|rest| rest.starts_with(**words)));
    if let Some(words) = before {
        start += words.len();
        start += plain.get(start..)?.len() - plain.get(start..)?.trim_start().len();
    }
    let code = cell.code.iter().find(|code| code.start == start);
    let end = match code {
        Some(code) => code.end,
        None => {
            start
                + plain
                    .get(start..)?
                    .find(char::is_whitespace)
                    .unwrap_or(plain.len() - start)
        }
    };
    let written = plain.get(start..end)?;
    let value = if code.is_some() {
        written
    } else {
        written.trim_end_matches(['.', ';', ','])
    };
    let rest = plain.get(start + value.len()..)?.trim_start_matches(' ');
    let ends = rest.trim().is_empty() || rest.starts_with(['.', ';', '(', '\n']);
    let is_word = code.is_some() || !value.starts_with(|c: char| c.is_ascii_uppercase());
    (ends && is_word && is_fixed(value)).then(|| value.to_owned())
}

pub(super) fn is_fixed(value: &str) -> bool {
    let is_open = |c: char| !c.is_ascii_graphic() || "{}<>*|[]".contains(c);
    let is_placeholder = PLACEHOLDERS.iter().any(|word| value.eq_ignore_ascii_case(word));
    !value.is_empty() && !is_placeholder && !value.contains("...") && !value.contains(is_open)
}

/// "Required.", "Required for upsert behavior, otherwise ...". "Required when `$search` is used" asks for the header in
/// some calls only.
pub(super) fn needs(text: &str) -> Vec<Need> {
    let text = text.to_lowercase().replace(". ", ";").replace(" - ", ";");
    let sentences = text.split([';', '(', ')', '\n', '\u{2013}', '\u{2014}']);
    let sentences = sentences.map(|sentence| sentence.trim().trim_end_matches(['.', ':']));
    let need = |sentence: &str| match sentence.strip_prefix("required for ") {
        Some(what) => Some(Need::For(what.to_owned())),
        None => REQUIRED.contains(&sentence).then_some(Need::Always),
    };
    sentences.filter_map(need).collect()
}
