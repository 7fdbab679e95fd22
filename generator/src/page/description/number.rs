//! Numbers of a sentence: `1,024`, `-1.5E+308`, `1` to `100`.

use crate::page::prose::Words;

/// `1` to `100`, 0-100, 4 and 16, with the byte behind.
pub(super) fn range(words: &Words<'_>, at: usize) -> Option<(String, String, usize)> {
    let start = words.start_of(at);
    // The sign looks like the dash of "Valid values - ...".
    let has_sign = words.plain.get(..start).is_some_and(|before| before.ends_with(" -"));
    let (low, behind) = number(words.plain, if has_sign { start - 1 } else { start })?;
    let rest = words.plain.get(behind..)?.trim_start();
    let next = ["to ", "through ", "thru ", "and ", "-", "–", "—"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?
        .trim_start();
    let (high, behind) = number(words.plain, words.plain.len() - next.len())?;
    // "The seconds from 1970-01-01": a date.
    let mut after = words.plain.get(behind..)?.chars();
    let goes_on = matches!(after.next(), Some('-' | '/' | ':')) && after.next().is_some_and(|c| c.is_ascii_digit());
    if goes_on {
        return None;
    }
    Some((low, high, behind))
}

/// The number at a byte without the marks that group its digits, and the byte behind it.
pub(super) fn number(plain: &str, at: usize) -> Option<(String, usize)> {
    let text = plain.get(at..)?;
    let digits = text.trim_start_matches(['-', '\u{2212}']);
    let sign = if digits.len() < text.len() { "-" } else { "" };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bytes = digits.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end)
        || (matches!(bytes.get(end), Some(b',' | b'.')) && is_digit(end + 1))
        || (matches!(bytes.get(end), Some(b'E' | b'e')) && matches!(bytes.get(end + 1), Some(b'+' | b'-')))
        || (end > 0 && matches!(bytes.get(end), Some(b'+' | b'-')) && matches!(bytes.get(end - 1), Some(b'E' | b'e')))
    {
        end += 1;
    }
    let is_word = bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    let number = digits.get(..end)?.replace(',', "");
    (!is_word).then(|| (format!("{sign}{number}"), at + text.len() - digits.len() + end))
}
