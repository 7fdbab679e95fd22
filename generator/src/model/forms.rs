//! Forms of a name: the word for one of several things, and the letters that all its spellings share.

use std::borrow::Cow;

/// The word for one item of a collection: `messages` -> `message`, `policies` -> `policy`; of several words the last
/// counts, or the one before `of`.
pub(crate) fn singular(word: &str) -> String {
    one_of(word).into_owned()
}

/// The same, as a part of the word where it is one.
pub(crate) fn one_of(word: &str) -> Cow<'_, str> {
    let keep = |end: &str| word.ends_with(end);
    // Most words are one, and one letter is found faster than several.
    if word.contains('_')
        && let Some((things, rest)) = word.split_once("_of_")
    {
        return format!("{}_of_{rest}", one_of(things)).into();
    }
    if let Some(stem) = word.strip_suffix("children") {
        return format!("{stem}child").into();
    }
    if !word.ends_with('s') || is_both(word) {
        return word.into();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y").into();
    }
    if ["sses", "shes", "ches", "xes", "tuses"].into_iter().any(keep) {
        return word.strip_suffix("es").unwrap_or(word).into();
    }
    if ["ss", "us", "is"].into_iter().any(keep) {
        return word.into();
    }
    word.strip_suffix('s').unwrap_or(word).into()
}

/// Whether a name is that of several things.
pub(crate) fn is_plural(word: &str) -> bool {
    is_both(word) || one_of(word) != word
}

/// Whether one and several have the same name: the `series` of a chart.
fn is_both(word: &str) -> bool {
    ["series", "species"].into_iter().any(|end| word.ends_with(end))
}

/// Letters and digits only, in small letters: what file names have in common with the names in them.
pub(crate) fn squashed(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_item_of_a_collection() {
        let shown = [
            "messages",
            "policies",
            "mailboxes",
            "addresses",
            "status",
            "statuses",
            "analysis",
            "s",
            "ies",
            "people",
            "chart_series",
        ];
        insta::assert_snapshot!(shown.map(singular).join(" "), @"message policy mailbox address status status analysis  ie people chart_series");
    }
}
