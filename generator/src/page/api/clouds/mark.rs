//! Marks in cells: signs, shortcodes such as `:white_check_mark:`, and words.

use crate::page::vocabulary::clouds::MARKS;
use crate::page::vocabulary::meaning;

/// Whether a cell says yes or no; `None` when its mark is not known. An empty cell says no.
pub(super) fn read(cell: &str) -> Option<bool> {
    let cell = cell.to_lowercase();
    let marks = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{fe0f}');
    let Some(first) = marks.chars().next() else {
        return Some(false);
    };
    let word = match marks.strip_prefix(':').and_then(|rest| rest.split_once(':')) {
        Some((shortcode, _)) => shortcode,
        None => marks
            .split_whitespace()
            .next()?
            .trim_end_matches([',', '.', ';', '*', '\u{fe0f}']),
    };
    let is_sign = !first.is_alphanumeric() && first != ':';
    let sign = meaning(MARKS, first.encode_utf8(&mut [0; 4])).filter(|_| is_sign);
    match (meaning(MARKS, word), sign) {
        (Some(word), Some(sign)) if word != sign => None,
        (word, sign) => word.or(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_mark_may_be_followed_by_words() {
        for yes in [
            "\u{2705} Yes",
            "\u{2714}\u{fe0f}",
            "\u{2705}Available",
            "Yes, in preview",
            ":white_check_mark: (preview)",
        ] {
            assert_eq!(read(yes), Some(true), "{yes}");
        }
        for no in ["\u{274c} No", "", "Not supported.", "N/A", "\u{2014}", ":x:", "X"] {
            assert_eq!(read(no), Some(false), "{no}");
        }
    }

    #[test]
    fn other_words_are_no_mark() {
        for unknown in ["?", ":wink:", "Currently not available", "Planned", ":", "1"] {
            assert_eq!(read(unknown), None, "{unknown}");
        }
    }
}
