//! Zones: parts of a page that only readers of one version see.
//!
//! `:::zone pivot="graph-v1"` ... `:::zone-end`, `::: moniker range="graph-rest-1.0"` ... `::: moniker-end`. A page with zones documents several versions; what stands in no zone
//! belongs to all of them. The text of one version has blanks in the place of everything else, so that places stay.

/// Words in the name of a pivot that tell a version: `graph-v1`, `graph-preview`.
const VERSIONS: &[(&str, &str)] = &[
    ("v1", "v1.0"),
    ("v1.0", "v1.0"),
    ("1.0", "v1.0"),
    ("beta", "beta"),
    ("preview", "beta"),
];

/// Whether a text has zones or other marks in colons (`:::row:::`, `:::image:::`), which are no words.
pub fn has_marks(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b":::").is_some()
}

/// The versions that the zones of a page are for, each once, in page order.
pub fn versions(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for version in text.lines().filter_map(pivots).flat_map(of_pivots) {
        if !found.contains(&version) {
            found.push(version);
        }
    }
    found
}

/// The text that readers of one version see, as long as the whole text. Zones that name no version stay.
pub fn of_version(text: &str, version: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut hidden = false;
    for line in text.split_inclusive('\n') {
        if let Some(pivots) = pivots(line) {
            let versions = of_pivots(pivots);
            hidden = !versions.is_empty() && !versions.contains(&version);
        }
        if hidden || is_mark(line) {
            let end = line.trim_end_matches(['\n', '\r']).len();
            seen.extend(std::iter::repeat_n(' ', end));
            seen.push_str(line.get(end..).unwrap_or(""));
        } else {
            seen.push_str(line);
        }
        if is_end(line) {
            hidden = false;
        }
    }
    seen
}

/// `graph-v1, graph-preview` of `:::zone pivot="graph-v1, graph-preview"`, `graph-rest-beta` of
/// `::: moniker range="graph-rest-beta"`.
fn pivots(line: &str) -> Option<&str> {
    let mark = mark(line)?;
    let named = |kind, key| mark.strip_prefix(kind)?.split_once(key);
    let (_, value) = named("zone", "pivot").or_else(|| named("moniker", "range"))?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

fn of_pivots(pivots: &str) -> Vec<&'static str> {
    let words = pivots.split([',', '-', '_', ' ', '|']);
    let of_word = |word: &str| VERSIONS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
    words.filter_map(of_word).map(|(_, version)| *version).collect()
}

fn is_end(line: &str) -> bool {
    mark(line).is_some_and(|mark| mark.starts_with("zone-end") || mark.starts_with("moniker-end"))
}

/// A line that is nothing but a mark.
fn is_mark(line: &str) -> bool {
    const KINDS: &[&str] = &["zone", "row", "column", "image", "moniker"];
    mark(line).is_some_and(|mark| KINDS.iter().any(|kind| mark.starts_with(kind)))
}

/// The words behind the colons that begin a line.
fn mark(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches([' ', '\t', '>']).strip_prefix(":::")?;
    Some(rest.trim_start_matches(':').trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Pots\n\n::: zone pivot=\"graph-v1\"\nOld \u{e4}.\n::: zone-end\n:::zone pivot=\"graph-preview\"\nNew.\n:::zone-end\nBoth.\n\
        :::image type=\"content\" source=\"x.png\":::\n:::zone pivot=\"windows\"\nAll.\n:::zone-end\n";

    #[test]
    fn each_version_sees_its_zones_and_what_stands_in_none() {
        assert_eq!(versions(PAGE), ["v1.0", "beta"]);
        let shown = ["v1.0", "beta"].map(|version| {
            let text = of_version(PAGE, version);
            assert_eq!(text.len(), PAGE.len());
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        assert_eq!(shown, ["# Pots Old \u{e4}. Both. All.", "# Pots New. Both. All."]);
    }

    #[test]
    fn pivots_of_both_versions_and_of_none() {
        assert_eq!(
            versions("::: zone pivot=\"graph-v1, graph-beta\"\nx\n"),
            ["v1.0", "beta"]
        );
        assert_eq!(
            versions("::: moniker range=\"graph-rest-1.0 || graph-rest-beta\"\nx\n"),
            ["v1.0", "beta"]
        );
        let monikers = "::: moniker range=\"graph-rest-1.0\"\nOld.\n::: moniker-end\nBoth.\n";
        assert_eq!(of_version(monikers, "beta").trim(), "Both.");
        assert!(versions(":::zone pivot=\"csharp\"\nx\n:::zone target=\"docs\"\n").is_empty());
        assert_eq!(of_version("a ::: b\n", "beta"), "a ::: b\n");
    }
}
