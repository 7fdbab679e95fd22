//! Writes JSON without the ornaments of pages.

use super::token::{TokenKind, Tokens};

/// The text as valid JSON: comments and ellipses go, commas are set right, curly quotes become straight ones. Names and
/// values stay as they are; `None` when it is no JSON even so.
pub(crate) fn strict(text: &str) -> Option<String> {
    let mut strict = String::with_capacity(text.len());
    let mut needs_comma = false;
    for token in Tokens::new(text, 0) {
        let ends = matches!(token.kind, TokenKind::Close(_) | TokenKind::Colon);
        match token.kind {
            TokenKind::Comment | TokenKind::Ellipsis | TokenKind::Comma => continue,
            TokenKind::Text { closed: false, .. } => return None,
            _ if needs_comma && !ends => strict.push(','),
            _ => {}
        }
        let words = text.get(token.range)?;
        if matches!(token.kind, TokenKind::Text { .. }) {
            strict.push_str(&words.replace(['\u{201c}', '\u{201d}'], "\""));
        } else {
            strict.push_str(words);
        }
        needs_comma = !matches!(token.kind, TokenKind::Open(_) | TokenKind::Colon);
    }
    let valid = serde_json::from_str::<serde::de::IgnoredAny>(&strict).is_ok();
    valid.then_some(strict)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        strict(text).unwrap_or_else(|| "no JSON".to_owned())
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
            if let Some(text) = strict(&text) {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
            }
        }
    }
}
