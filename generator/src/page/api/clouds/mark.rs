//! Marks in cells: signs, shortcodes such as `:white_check_mark:`, and words.

/// Signs, shortcodes without their colons and first words, lower case, that mean yes.
const YES: &[&str] = &[
    "\u{2705}",
    "\u{2714}",
    "\u{2713}",
    "\u{2611}",
    "\u{1f5f8}",
    "\u{1f5f9}",
    "white_check_mark",
    "heavy_check_mark",
    "check_mark",
    "ballot_box_with_check",
    "available",
    "supported",
    "true",
    "y",
    "yes",
];

/// Those that mean no.
const NO: &[&str] = &[
    "\u{274c}",
    "\u{2716}",
    "\u{2715}",
    "\u{2717}",
    "\u{2718}",
    "\u{274e}",
    "\u{d7}",
    "\u{2610}",
    "\u{2612}",
    "\u{1f6ab}",
    "\u{26d4}",
    "x",
    "cross_mark",
    "heavy_multiplication_x",
    "negative_squared_cross_mark",
    "no_entry",
    "no_entry_sign",
    "-",
    "\u{2013}",
    "\u{2014}",
    "false",
    "n",
    "n/a",
    "no",
    "not",
    "none",
    "unavailable",
    "unsupported",
];

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
    let sign = first.encode_utf8(&mut [0; 4]).to_owned();
    let is_sign = !first.is_alphanumeric() && first != ':';
    let says = |marks: &[&str]| marks.contains(&word) || (is_sign && marks.contains(&sign.as_str()));
    match (says(YES), says(NO)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
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
