//! `#[deprecated]`: the compiler shows its note as it is, so it has the page's words without markdown.

/// The attribute; without a note where the page has no more to say than the word.
pub(crate) fn deprecated(markdown: &str) -> String {
    match news(&plain(markdown)) {
        "" => "#[deprecated]".to_owned(),
        note => format!("#[deprecated(note = {note:?})]"),
    }
}

/// What a note says beyond the word: rustc and rustdoc say `deprecated` themselves. Pages write `Deprecated: use x`,
/// `DEPRECATED. Use x`, `(deprecated) Use x` and `Deprecated -- use x`.
fn news(note: &str) -> &str {
    let start = note.trim_start_matches('(');
    let rest = match start.split_at_checked("deprecated".len()) {
        Some((word, rest)) if word.eq_ignore_ascii_case("deprecated") => rest,
        _ => return note,
    };
    let told = rest.trim_start_matches(|c: char| c.is_whitespace() || ").:;,-\u{2013}\u{2014}".contains(c));
    // `Deprecated in favour of x` is a sentence.
    if told.len() == rest.len()
        || rest.starts_with(' ') && !rest.trim_start().starts_with(['-', '\u{2013}', '\u{2014}'])
    {
        return if rest.is_empty() { "" } else { note };
    }
    told
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
            (r"\[Deprecated\] Use [a](b", r#"#[deprecated(note = "Use (a)(b")]"#),
            ("Deprecated: use bins.", r#"#[deprecated(note = "use bins.")]"#),
            ("DEPRECATED. Use bins.", r#"#[deprecated(note = "Use bins.")]"#),
            ("Deprecated -- use bins.", r#"#[deprecated(note = "use bins.")]"#),
            ("Deprecated in May.", r#"#[deprecated(note = "Deprecated in May.")]"#),
            ("Deprecatedly odd.", r#"#[deprecated(note = "Deprecatedly odd.")]"#),
        ] {
            assert_eq!(deprecated(markdown), attribute);
        }
    }
}
