//! Values in paths. No value can change the path around its placeholder.
//!
//! A value is one segment, so a slash in it is escaped. Behind a colon stands a path instead (`/drive/root:/{item-path}`):
//! there a slash separates segments.

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
        let collection = before
            .strip_suffix('/')
            .filter(|_| needs_parentheses(before, after, value));
        if let Some(collection) = collection {
            path.push_str(collection);
            path.push_str(&format!("('{}')", encode_except(&value.replace('\'', "''"), "$@")));
        } else {
            path.push_str(before);
            path.push_str(&encoded(before, name, after, value)?);
        }
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

/// Whether a value is written as `/users('$ada@example.com')`: a segment that begins with `$` is a word of OData.
fn needs_parentheses(before: &str, after: &str, value: &str) -> bool {
    let mut last = before.chars().rev();
    value.starts_with('$')
        && last.next() == Some('/')
        && last.next().is_some_and(|c| c.is_ascii_alphanumeric())
        && (after.is_empty() || after.starts_with(['/', '?']))
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
    if value.is_empty() {
        return Err(Error::request(format!("the value for `{name}` is empty")));
    }
    if before.ends_with(":/") {
        let segments: Vec<String> = value.split('/').map(encode).collect();
        let odd = segments.iter().any(|segment| segment.is_empty() || is_removed(segment));
        return if odd {
            Err(not_allowed(name, value))
        } else {
            Ok(segments.join("/"))
        };
    }
    let alone = before.ends_with('/') && (after.is_empty() || after.starts_with(['/', '?']));
    if alone && is_removed(value) {
        return Err(not_allowed(name, value));
    }
    Ok(encode(value))
}

/// URL parsers remove such segments, even if they are percent-encoded.
fn is_removed(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

fn not_allowed(name: &str, value: &str) -> Error {
    Error::request(format!("`{value}` is not allowed as the value of `{name}`"))
}

/// An argument of a function without quotes in the template: a number, a date, a GUID. The value may have the quotes
/// itself.
fn argument(name: &str, value: &str) -> Result<String, Error> {
    let literal = value.strip_prefix('\'').and_then(|v| v.strip_suffix('\''));
    let fits = match literal {
        Some(text) => !text.replace("''", "").contains('\''),
        None => !value.is_empty() && !value.contains([',', '(', ')', '\'', '=', '/']),
    };
    if fits {
        Ok(encode(value))
    } else {
        Err(not_allowed(name, value))
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

#[cfg(test)]
mod tests {
    use super::fill;
    use azure_core::http::Url;
    use proptest::prelude::*;

    const FUNCTION: &str = "/tags/find(name='{name}',kind={kind})/{id}";

    fn path(id: &str) -> Option<String> {
        fill("/users/{id}", &[id]).ok()
    }

    #[test]
    fn special_characters_are_encoded() {
        assert_eq!(path("a/b?c#d%2F").unwrap(), "/users/a%2Fb%3Fc%23d%252F");
        assert_eq!(path("ü \0\"\\'").unwrap(), "/users/%C3%BC%20%00%22%5C%27");
        assert_eq!(path("...").unwrap(), "/users/...");
        assert_eq!(path("%2e%2e").unwrap(), "/users/%252e%252e");
    }

    #[test]
    fn values_that_would_change_the_path_are_errors() {
        for bad in ["", ".", ".."] {
            assert_eq!(path(bad), None, "{bad}");
        }
        assert!(fill("/users/{id}", &[]).is_err());
    }

    #[test]
    fn an_id_that_begins_with_a_dollar_is_in_parentheses() {
        assert_eq!(path("$ada@example.com").unwrap(), "/users('$ada@example.com')");
        assert_eq!(path("$a'b/../c").unwrap(), "/users('$a%27%27b%2F..%2Fc')");
        let two = fill("/users/{id}/messages/{id}", &["$a", "$b"]);
        assert_eq!(two.unwrap(), "/users('$a')/messages('$b')");
        assert_eq!(fill("/root:/{path}", &["$x"]).unwrap(), "/root:/%24x");
    }

    #[test]
    fn slashes_separate_segments_behind_a_colon() {
        let path = |value: &str| fill("/drive/root:/{item-path}:/content", &[value]).ok();
        assert_eq!(path("A b/c#d.txt").unwrap(), "/drive/root:/A%20b/c%23d.txt:/content");
        assert_eq!(path("a:/delete").unwrap(), "/drive/root:/a%3A/delete:/content");
        for bad in ["", "/a", "a/", "a//b", "..", "a/../b", "a/."] {
            assert_eq!(path(bad), None, "{bad}");
        }
        let item = fill("/drive/items/{id}:/{filename}", &["a/b", "c/d"]);
        assert_eq!(item.unwrap(), "/drive/items/a%2Fb:/c/d");
    }

    #[test]
    fn arguments_of_functions() {
        let path = |name: &str, kind: &str| fill(FUNCTION, &[name, kind, "1"]);
        assert_eq!(
            path("O'Neil/..", "7").unwrap(),
            "/tags/find(name='O%27%27Neil%2F..',kind=7)/1"
        );
        assert_eq!(path("", "'a'").unwrap(), "/tags/find(name='',kind=%27a%27)/1");
        for bad in ["", "1,x=2", "1)", "'a'b'", "a/b"] {
            assert!(path("n", bad).is_err(), "{bad}");
        }
    }

    /// The segments of a path as a URL parser sees them.
    fn segments(path: &str) -> Vec<String> {
        let url = format!("http://localhost{path}");
        let parsed = Url::parse(&url).unwrap();
        assert_eq!(parsed.as_str(), url);
        assert!(parsed.query().is_none() && parsed.fragment().is_none());
        parsed.path_segments().unwrap().map(str::to_owned).collect()
    }

    /// Decodes percent-encoding.
    fn decode(text: &str) -> Vec<u8> {
        let mut bytes = text.bytes();
        let mut decoded = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte == b'%' {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                decoded.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            } else {
                decoded.push(byte);
            }
        }
        decoded
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn any_id_stays_in_its_segment(id in "([/?#%.'\"\\x00 a\\\\:@;&=+é\r\n\t]|\\PC){0,12}") {
            prop_assume!(!id.starts_with('$'));
            let Ok(path) = fill("/roles/{id}/assignments/{other}", &[&id, "x"]) else {
                prop_assert!(["", ".", ".."].contains(&id.as_str()));
                return Ok(());
            };
            let segments = segments(&path);
            prop_assert_eq!((segments.len(), &*segments[0], &*segments[2], &*segments[3]), (4, "roles", "assignments", "x"));
            prop_assert_eq!(decode(&segments[1]), id.as_bytes());
        }

        #[test]
        fn any_argument_stays_in_its_quotes(name in "([/?#%.'\"\\x00(),=]|\\PC){0,12}") {
            let segments = segments(&fill(FUNCTION, &[&name, "7", "x"]).unwrap());
            prop_assert_eq!(segments.len(), 3);
            let argument = segments[1].strip_prefix("find(name='").and_then(|text| text.strip_suffix("',kind=7)"));
            let argument = argument.unwrap();
            prop_assert!(!argument.contains('\''));
            let doubled = name.replace('\'', "''");
            prop_assert_eq!(decode(argument), doubled.as_bytes());
        }
    }
}
