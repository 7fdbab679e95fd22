//! The words for national clouds, in the headers of tables and in the names of includes, and the marks in their cells.

use super::Vocabulary;

/// What a word says about clouds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum CloudWord {
    /// Every cloud.
    All,
    /// The global service.
    Global,
    /// US Government L4.
    L4,
    /// US Government L5.
    L5,
    /// China.
    China,
    /// Both clouds of the US Government, unless a level is named too.
    Government,
    /// No cloud: `clouds` of `all-clouds.md`.
    Other,
}

/// Every word.
pub(in crate::page) const CLOUDS: &Vocabulary<CloudWord> = &[
    ("all", CloudWord::All),
    ("global", CloudWord::Global),
    ("worldwide", CloudWord::Global),
    ("l4", CloudWord::L4),
    ("l5", CloudWord::L5),
    ("dod", CloudWord::L5),
    ("china", CloudWord::China),
    ("21vianet", CloudWord::China),
    ("us", CloudWord::Government),
    ("usgov", CloudWord::Government),
    ("and", CloudWord::Other),
    ("cloud", CloudWord::Other),
    ("clouds", CloudWord::Other),
    ("gov", CloudWord::Other),
    ("government", CloudWord::Other),
    ("only", CloudWord::Other),
];

/// Signs, shortcodes without their colons and first words, with whether they say yes.
pub(in crate::page) const MARKS: &Vocabulary<bool> = &[
    ("\u{2705}", true),
    ("\u{2714}", true),
    ("\u{2713}", true),
    ("\u{2611}", true),
    ("\u{1f5f8}", true),
    ("\u{1f5f9}", true),
    ("white_check_mark", true),
    ("heavy_check_mark", true),
    ("check_mark", true),
    ("ballot_box_with_check", true),
    ("available", true),
    ("supported", true),
    ("true", true),
    ("y", true),
    ("yes", true),
    ("\u{274c}", false),
    ("\u{2716}", false),
    ("\u{2715}", false),
    ("\u{2717}", false),
    ("\u{2718}", false),
    ("\u{274e}", false),
    ("\u{d7}", false),
    ("\u{2610}", false),
    ("\u{2612}", false),
    ("\u{1f6ab}", false),
    ("\u{26d4}", false),
    ("x", false),
    ("cross_mark", false),
    ("heavy_multiplication_x", false),
    ("negative_squared_cross_mark", false),
    ("no_entry", false),
    ("no_entry_sign", false),
    ("-", false),
    ("\u{2013}", false),
    ("\u{2014}", false),
    ("false", false),
    ("n", false),
    ("n/a", false),
    ("no", false),
    ("not", false),
    ("none", false),
    ("unavailable", false),
    ("unsupported", false),
];

#[cfg(test)]
mod tests {
    use super::{CLOUDS, MARKS};
    use crate::page::vocabulary::assert_needed;

    #[test]
    fn each_word_of_headers_and_names() {
        let names = "all-clouds global-only worldwide l4-and-l5 dod-cloud china-21vianet us-gov-government usgov";
        assert_needed(CLOUDS, &names.split([' ', '-']).collect::<Vec<_>>());
    }

    #[test]
    fn each_mark() {
        let signs = "\u{2705} \u{2714} \u{2713} \u{2611} \u{1f5f8} \u{1f5f9} \u{274c} \u{2716} \u{2715} \u{2717} \u{2718} \
                     \u{274e} \u{d7} \u{2610} \u{2612} \u{1f6ab} \u{26d4} - \u{2013} \u{2014}";
        let shortcodes = "white_check_mark heavy_check_mark check_mark ballot_box_with_check x cross_mark \
                          heavy_multiplication_x negative_squared_cross_mark no_entry no_entry_sign";
        let words = "available supported true y yes false n n/a no not none unavailable unsupported";
        let marks = [signs, shortcodes, words].map(|marks| marks.split(' ').collect::<Vec<_>>());
        assert_needed(MARKS, &marks.concat());
    }
}
