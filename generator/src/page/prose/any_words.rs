//! Some words in a text, in any case.

use aho_corasick::AhoCorasick;

/// Words that are looked for all at once. A reader that few texts concern asks for them before it cuts a text into words.
#[derive(Debug)]
pub(in crate::page) struct AnyWords(Option<AhoCorasick>);

impl AnyWords {
    /// Prepares the words.
    pub(in crate::page) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut builder = AhoCorasick::builder();
        // It fails for more words than fit into memory; then every text has to be read.
        Self(builder.ascii_case_insensitive(true).build(words).ok())
    }

    /// Whether one of them stands in the text.
    pub(in crate::page) fn stand_in(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|words| words.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::AnyWords;

    #[test]
    fn one_word_in_any_case_is_enough() {
        let words = AnyWords::new(["page size", "$top"]);
        let shown = ["The Page Size is 5.", "Use `$top`.", "The size of a page.", ""].map(|text| words.stand_in(text));
        assert_eq!(shown, [true, true, false, false]);
    }
}
