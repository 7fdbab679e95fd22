//! JSON text that strict readers refuse: half of a surrogate pair, a number beyond the range of `f64`, a byte order mark.

/// The text without a byte order mark.
pub(super) fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json)
}

/// The text as every reader takes it; `None` if it is so already. Half of a surrogate pair becomes U+FFFD, a number
/// beyond the range of `f64` becomes a string with its digits.
pub(super) fn readable(json: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = json;
    let mut in_string = false;
    let mut changed = false;
    while let Some(first) = rest.chars().next() {
        let (token, instead) = match first {
            '\\' => escape(rest),
            '-' | '0'..='9' if !in_string => number(rest),
            _ => (first.len_utf8(), None),
        };
        in_string ^= first == '"';
        let (token, after) = rest.split_at_checked(token)?;
        changed |= instead.is_some();
        match instead {
            Some(instead) => out.push_str(&instead),
            None => out.push_str(token),
        }
        rest = after;
    }
    changed.then_some(out)
}

/// The length of an escape, and what to write instead of half of a surrogate pair.
fn escape(text: &str) -> (usize, Option<String>) {
    match unit(text) {
        None => (2, None),
        Some(0xD800..=0xDBFF) if matches!(text.get(6..).and_then(unit), Some(0xDC00..=0xDFFF)) => (12, None),
        Some(0xD800..=0xDFFF) => (6, Some("\\ufffd".to_owned())),
        Some(_) => (6, None),
    }
}

/// The code unit of an escape such as `\u00e9`.
fn unit(text: &str) -> Option<u32> {
    u32::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// The length of a number, and what to write instead of one that is too large.
fn number(text: &str) -> (usize, Option<String>) {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'));
    let length = end.unwrap_or(text.len());
    let digits = text.get(..length).unwrap_or_default();
    let beyond = digits.parse::<f64>().is_ok_and(f64::is_infinite);
    (length, beyond.then(|| format!("\"{digits}\"")))
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn only_what_is_refused_is_changed() {
        for (json, want) in [
            (r#"{"a":"x","b":[1,-2.5e3]}"#, None),
            (r#""\ud83d\ude00 \u00e9 \\ud83d""#, None),
            (r#""1e999""#, None),
            (r#""cut \ud83d""#, Some(r#""cut \ufffd""#)),
            (r#"["\ude00\ud83d\ude00"]"#, Some(r#"["\ufffd\ud83d\ude00"]"#)),
            ("[1e999,-1e999,1]", Some(r#"["1e999","-1e999",1]"#)),
        ] {
            assert_eq!(readable(json).as_deref(), want, "{json}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken(json in "([\\\\\"ude0-9\\-é,{}]|\\PC){0,30}") {
            let _ = readable(&json);
        }
    }
}
