//! `#[deprecated]`: the compiler shows its note as it is, so it has the page's words without markdown.

/// The attribute; without a note where the page has no more to say than the word.
pub(crate) fn deprecated(markdown: &str) -> String {
    let note = plain(markdown);
    match note.trim_end_matches('.').to_ascii_lowercase().as_str() {
        "" | "deprecated" | "(deprecated)" => "#[deprecated]".to_owned(),
        _ => format!("#[deprecated(note = {note:?})]"),
    }
}

/// The words: no marks such as `[!NOTE]`, no stars, no targets of links.
fn plain(markdown: &str) -> String {
    let words = markdown.split_whitespace().filter(|word| !word.starts_with("[!"));
    let text = words.collect::<Vec<_>>().join(" ").replace("**", "");
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, (_, after))) = rest
        .split_once("](")
        .and_then(|(before, target)| Some((before, target.split_once(')')?)))
    {
        let (outside, label) = before.rsplit_once('[').unwrap_or(("", before));
        plain.push_str(outside);
        plain.push_str(label);
        rest = after;
    }
    plain.push_str(rest);
    // Rustdoc reads the note as markdown and would look for what stands in brackets.
    plain.replace('\\', "").replace('[', "(").replace(']', ")")
}

#[cfg(test)]
mod tests {
    use super::deprecated;

    #[test]
    fn notes_are_plain_text() {
        for (markdown, attribute) in [
            ("Deprecated.", "#[deprecated]"),
            (
                "[!CAUTION] The **shelf** API ends on May 1, 2030.\nSee the [rack API](https://example.com/rack), or \"bins\".",
                r#"#[deprecated(note = "The shelf API ends on May 1, 2030. See the rack API, or \"bins\".")]"#,
            ),
            (
                r"\[Deprecated\] Use [a](b",
                r#"#[deprecated(note = "(Deprecated) Use (a)(b")]"#,
            ),
        ] {
            assert_eq!(deprecated(markdown), attribute);
        }
    }
}
