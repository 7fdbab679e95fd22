//! Breaks paragraphs into lines.

/// Breaks a paragraph at spaces, so that lines have at most `width` characters unless a word is longer.
///
/// Code spans are not broken, and no line begins with a word that would start a list, a heading or a table.
pub(crate) fn wrap(text: &str, width: usize, each: &mut impl FnMut(&str)) {
    let text = text.trim();
    if is_simple(text) {
        return wrap_simple(text, width, each);
    }
    let mut line = String::with_capacity(width.min(text.len()) + 4);
    let mut length = 0;
    for word in words(text) {
        let size = if word.is_ascii() {
            word.len()
        } else {
            word.chars().count()
        };
        if length > 0 && length + 1 + size > width && !starts_block(word) {
            each(&line);
            line.clear();
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += size;
    }
    if length > 0 {
        each(&line);
    }
}

/// Whether a text has only letters of one byte, no code, and one space between words.
fn is_simple(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.is_ascii()
        && memchr::memchr3(b'`', b'\n', b'\t', bytes).is_none()
        && memchr::memchr3(b'\r', b'\x0b', b'\x0c', bytes).is_none()
        && memchr::memmem::find(bytes, b"  ").is_none()
}

/// Breaks a simple text: its lines are parts of it.
fn wrap_simple(text: &str, width: usize, each: &mut impl FnMut(&str)) {
    let mut rest = text;
    while rest.len() > width {
        let start = rest.get(..=width).unwrap_or(rest);
        let next = |from: usize| rest.get(from..).and_then(|text| text.find(' ')).map(|at| from + at);
        let mut end = start.rfind(' ').or_else(|| next(width));
        // A word that would start a block stays in the line, however long that is.
        while let Some(at) = end
            && starts_block(rest.get(at + 1..).unwrap_or_default())
        {
            end = next(at + 1);
        }
        let Some((line, tail)) = end.and_then(|end| rest.split_at_checked(end)) else {
            break;
        };
        each(line);
        rest = tail.trim_start();
    }
    if !rest.is_empty() {
        each(rest);
    }
}

/// Whether a word at the start of a line is a block marker to markdown.
pub(crate) fn starts_block(word: &str) -> bool {
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < word.len() && digits.starts_with(['.', ')']);
    numbered || word.starts_with(['#', '-', '+', '=', '>', '|', ':', '~']) || word.starts_with("```")
}

/// The words of a text; a code span with spaces is one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = end_of_word(rest);
        let (word, tail) = rest.split_at_checked(end)?;
        rest = tail.trim_start();
        Some(word)
    })
}

/// Where the first word ends: at a space outside of code.
fn end_of_word(text: &str) -> usize {
    // Most words have no backtick.
    match text.bytes().position(|byte| byte == b' ' || byte == b'`') {
        None => return text.len(),
        Some(at) if text.as_bytes().get(at) == Some(&b' ') => return at,
        Some(_) => {}
    }
    let mut fence = 0;
    let mut bytes = text.bytes().enumerate().peekable();
    let mut escaped = false;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'`' if !escaped || fence > 0 => {
                let mut run = 1;
                while bytes.next_if(|(_, next)| *next == b'`').is_some() {
                    run += 1;
                }
                match fence {
                    0 => fence = run,
                    open if open == run => fence = 0,
                    _ => {}
                }
            }
            b' ' if fence == 0 => return at,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    // An unclosed fence is text: then every space may break.
    if fence > 0 {
        text.find(' ').unwrap_or(text.len())
    } else {
        text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> String {
        let mut lines = Vec::new();
        wrap(text, width, &mut |line| lines.push(line.to_owned()));
        lines.join("\n")
    }

    /// A word of code at the end makes no difference for the lines before it.
    #[test]
    fn simple_texts_break_where_others_do() {
        let text = "The first - word of 12. these is so long that +nothing a_much_longer_word_than_a_line fits behind it # or it does.";
        for width in 1..=text.len() {
            let other = wrapped(&format!("{text} `x`"), width);
            let other = other.strip_suffix("`x`").unwrap().trim_end().to_owned();
            assert_eq!(wrapped(text, width), other, "{width}");
        }
    }

    #[test]
    fn lines_break_at_spaces_outside_of_code() {
        insta::assert_snapshot!(wrapped("one two `three four five` six seven", 14), @r"
        one two
        `three four five`
        six seven
        ");
    }

    #[test]
    fn no_line_begins_with_a_block_marker() {
        insta::assert_snapshot!(wrapped("aaaa - bbbb 1. cccc # dddd", 4), @r"
        aaaa -
        bbbb 1.
        cccc #
        dddd
        ");
    }
}
