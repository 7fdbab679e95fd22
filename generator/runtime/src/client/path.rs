//! Values in paths. No value can change the path around its placeholder.

use super::error::Error;

/// Puts the values into the placeholders of a path template, in order.
pub(super) fn fill(template: &str, values: &[&str]) -> Result<String, Error> {
    let mut path = String::with_capacity(template.len() + 32);
    let mut rest = template;
    let mut values = values.iter();
    while let Some((before, name, after)) = next_placeholder(rest) {
        let value = values
            .next()
            .ok_or_else(|| Error::request(format!("there is no value for `{{{name}}}` in `{template}`")))?;
        path.push_str(before);
        path.push_str(&encoded(before, name, after, value)?);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// The text up to the next `{name}`, the name, and the text behind.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The text of a value in the path.
fn encoded(before: &str, name: &str, after: &str, value: &str) -> Result<String, Error> {
    if before.ends_with('\'') && after.starts_with('\'') {
        // An OData string: a quote in it is doubled.
        return Ok(encode(&value.replace('\'', "''")));
    }
    if before.ends_with(['=', '(']) {
        return argument(name, value);
    }
    let alone = before.ends_with('/') && (after.is_empty() || after.starts_with(['/', '?']));
    if value.is_empty() {
        return Err(Error::request(format!("the value for `{name}` is empty")));
    }
    // URL parsers remove such segments, even if they are percent-encoded.
    if alone && matches!(value, "." | "..") {
        return Err(Error::request(format!(
            "`{value}` is not allowed as the value of `{name}`"
        )));
    }
    Ok(encode(value))
}

/// An argument of a function without quotes in the template: a number, a date, a GUID. The value may have the quotes itself.
fn argument(name: &str, value: &str) -> Result<String, Error> {
    let literal = value.strip_prefix('\'').and_then(|v| v.strip_suffix('\''));
    let fits = match literal {
        Some(text) => !text.replace("''", "").contains('\''),
        None => !value.is_empty() && !value.contains([',', '(', ')', '\'', '=', '/']),
    };
    if fits {
        Ok(encode(value))
    } else {
        Err(Error::request(format!(
            "`{value}` is not allowed as the value of `{name}`"
        )))
    }
}

/// Percent-encodes everything but letters, digits and `-._~`.
pub(super) fn encode(value: &str) -> String {
    encode_except(value, "")
}

/// Like [`encode`], but leaves further characters as they are.
pub(super) fn encode_except(value: &str, stay: &str) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or('0');
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || stay.as_bytes().contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    text
}
