//! Repairs JSON that pages have decorated.
//!
//! Removes `//` and `/* */` comments and ellipses, repairs commas, and replaces curly quotes by straight ones. Names
//! and values are not changed. A body that is still not JSON is not used as an example.

/// The text as JSON; `None` if it cannot be repaired.
pub(super) fn repair(text: &str) -> Option<String> {
    let text = commas(&tokens(text)?);
    serde_json::from_str::<serde::de::IgnoredAny>(&text)
        .is_ok()
        .then_some(text)
}

/// The tokens of the text without comments and ellipses; `None` if a quoted text does not end.
fn tokens(text: &str) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\u{201c}' | '\u{201d}' => {
                let length = quoted(rest)?;
                tokens.push(straight(rest.get(..length)?));
                length
            }
            '{' | '}' | '[' | ']' | ':' | ',' => {
                tokens.push(first.to_string());
                1
            }
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '.' if rest.starts_with("..") => rest.len() - rest.trim_start_matches('.').len(),
            '\u{2026}' => first.len_utf8(),
            _ => {
                let end = rest.find(|c: char| c.is_whitespace() || "{}[]:,\"/\u{201c}\u{201d}".contains(c));
                let length = end.unwrap_or(rest.len()).max(first.len_utf8());
                tokens.push(rest.get(..length)?.to_owned());
                length
            }
        };
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

/// The length of the quoted text at the start.
fn quoted(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' | '\u{201c}' | '\u{201d}' => return Some(at + c.len_utf8()),
            '\n' => return None,
            _ => {}
        }
    }
    None
}

fn straight(quoted: &str) -> String {
    quoted.replace(['\u{201c}', '\u{201d}'], "\"")
}

/// One comma between two values, none elsewhere.
fn commas(tokens: &[String]) -> String {
    let mut text = String::new();
    let mut last = "";
    for token in tokens.iter().map(String::as_str).filter(|token| *token != ",") {
        let ended = !matches!(last, "" | "{" | "[" | ":");
        if ended && !matches!(token, "}" | "]" | ":") {
            text.push(',');
        }
        text.push_str(token);
        last = token;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        repair(text).unwrap_or_else(|| "no JSON".to_owned())
    }

    #[test]
    fn each_decoration() {
        insta::assert_snapshot!(shown("{ \"a\": 1, // one\n \"b\": [2, 3,], }"), @r#"{"a":1,"b":[2,3]}"#);
        insta::assert_snapshot!(shown("{ \"a\": /* two */ 2\n \"b\": \"http://x\" }"), @r#"{"a":2,"b":"http://x"}"#);
        insta::assert_snapshot!(shown("{ \"value\": [ { \"id\": \"1\" }, ... ] }"), @r#"{"value":[{"id":"1"}]}"#);
        insta::assert_snapshot!(shown("{ ..., \"id\": \"1\", \u{2026} }"), @r#"{"id":"1"}"#);
        insta::assert_snapshot!(shown("{ \u{201c}id\u{201d}: \u{201c}1\u{201d} }"), @r#"{"id":"1"}"#);
    }

    #[test]
    fn what_stays_no_json() {
        insta::assert_snapshot!(shown("{ \"id\": guid }"), @"no JSON");
        insta::assert_snapshot!(shown("{ \"id\": \"1\""), @"no JSON");
        insta::assert_snapshot!(shown("{ \"id: \"1\" }"), @"no JSON");
        insta::assert_snapshot!(shown("id,name"), @"no JSON");
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[{}\\[\\]:,\"/.a1 \n*\\\\\u{2026}\u{201c}]{0,60}") {
            if let Some(text) = repair(&text) {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
            }
        }
    }
}
