//! What an HTML tag means inside running text.

/// The meaning of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Breaks the line.
    Break,
    /// Starts or ends a line.
    Block,
    StrongStart,
    StrongEnd,
    CodeStart,
    CodeEnd,
    LinkStart,
    LinkEnd,
    /// Raised words: the digit of a footnote, or of a power.
    RaisedStart,
    RaisedEnd,
    /// Markup that does not affect the words, or a comment.
    Silent,
    /// Not an HTML element: words in angle brackets.
    Unknown,
}

const BLOCKS: &[&str] = &[
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
const SILENT: &[&str] = &[
    "abbr", "col", "colgroup", "del", "em", "font", "i", "iframe", "img", "ins", "kbd", "nobr", "q", "s", "samp",
    "small", "span", "strike", "sub", "u", "var", "video", "wbr",
];

/// Whether a tag starts an item of a list.
pub(super) fn is_item(html: &str) -> bool {
    let is_li = |name: &str| name.eq_ignore_ascii_case("<li");
    html.get(..3).is_some_and(is_li) && html.as_bytes().get(3).is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// Reads one tag, `<` and `>` included.
pub(super) fn read(html: &str) -> Tag {
    let inner = html.strip_prefix('<').unwrap_or(html);
    if inner.starts_with(['!', '?']) {
        return Tag::Silent;
    }
    let closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let length = inner
        .find(|byte: char| !byte.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    let name = inner.get(..length).unwrap_or("").to_ascii_lowercase();
    match name.as_str() {
        // `</br>` is a wrong way to write it that every browser accepts.
        "br" => Tag::Break,
        "b" | "strong" if closing => Tag::StrongEnd,
        "b" | "strong" => Tag::StrongStart,
        "code" | "tt" if closing => Tag::CodeEnd,
        "code" | "tt" => Tag::CodeStart,
        "a" if closing => Tag::LinkEnd,
        "a" => Tag::LinkStart,
        "sup" if closing => Tag::RaisedEnd,
        "sup" => Tag::RaisedStart,
        name if BLOCKS.binary_search(&name).is_ok() => Tag::Block,
        name if SILENT.binary_search(&name).is_ok() => Tag::Silent,
        _ => Tag::Unknown,
    }
}

/// The target of `<a href="...">`; nothing for the name of a place.
pub(super) fn target(html: &str) -> Option<&str> {
    let (_, behind) = html.split_once("href")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::super::dump;
    use super::*;

    #[test]
    fn the_tables_are_sorted_so_that_they_can_be_searched() {
        assert!(BLOCKS.is_sorted() && SILENT.is_sorted());
    }

    #[test]
    fn tags_in_cells_break_lines_mark_words_or_are_words() {
        let page = "|A|B|\n|-|-|\n|one of:<ul><li>open</li><li>closed</li></ul>|<b>x</b><br/>in <code>y</code></br>|\n\
            |<br>Bearer <token>|<sup>1</sup> `<tag>` &lt;server&gt;:<port>|\n";
        insta::assert_snapshot!(dump::page(page), @r"
          T A | B
            R one of:
        open
        closed «one of:<ul><li>open</li><li>closed</li></ul>» | **x**
        in `y` «<b>x</b><br/>in <code>y</code></br>»
            R Bearer <token> «<br>Bearer <token>» | ¹ `<tag>` <server>:<port> «<sup>1</sup> `<tag>` &lt;server&gt;:<port>»
        ");
    }
}
