//! Text inside a paragraph.

/// Text as markdown that shows exactly this text.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((before, url, after)) = split_url(rest) {
        escape_into(before, &mut out);
        push_url(url, &mut out);
        rest = after;
    }
    escape_into(rest, &mut out);
    out
}

/// Code as a code span; its fence is longer than any run of backticks inside.
pub(crate) fn code(text: &str) -> String {
    if !text.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'`')) && !text.trim().is_empty() {
        return ["`", text, "`"].concat();
    }
    let text = text.replace(['\n', '\r'], " ");
    if text.trim().is_empty() {
        return String::new();
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    [&fence, pad, &text, pad, &fence].concat()
}

/// A link target, escaped so that it cannot end the link early.
pub(crate) fn target(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let is_usual = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'\\');
    if url.bytes().all(is_usual) {
        return url.to_owned();
    }
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// Whether a link target is absolute.
pub(crate) fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:")
}

/// Tags that pages use as HTML; anything else in angle brackets is a word.
const TAGS: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "details",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// The name in a tag's text, in small letters: `/B`, `br/`, `a href="x"`; a comment's is empty.
pub(crate) fn tag_name(tag: &str) -> String {
    let tag = tag.trim_start_matches('/');
    let name = tag
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    name.to_ascii_lowercase()
}

/// Whether a tag of this name is markup; the empty name is a comment's.
pub(crate) fn is_html(name: &str) -> bool {
    name.is_empty() || TAGS.contains(&name)
}

fn escape_into(text: &str, out: &mut String) {
    let can_be_special = |byte: u8| matches!(byte, b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'_' | b'~' | b'&');
    if !text.bytes().any(can_be_special) {
        return out.push_str(text);
    }
    let mut previous = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let special = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            // Inside a word an underscore is no emphasis.
            '_' => !(previous.is_alphanumeric() && next.is_alphanumeric()),
            '~' => next == '~' || previous == '~',
            '&' => next.is_ascii_alphanumeric() || next == '#',
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(letter);
        previous = letter;
    }
}

/// Splits at the first `https://...` or `http://...`.
fn split_url(text: &str) -> Option<(&str, &str, &str)> {
    if !text.contains("://") {
        return None;
    }
    let start = [text.find("https://"), text.find("http://")]
        .into_iter()
        .flatten()
        .min()?;
    let (before, rest) = text.split_at_checked(start)?;
    let end = rest
        .find(|c: char| c.is_whitespace() || "<>\"'`|\\".contains(c))
        .unwrap_or(rest.len());
    let url = rest
        .get(..end)?
        .trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '*']);
    let after = rest.get(url.len()..)?;
    Some((before, url, after))
}

/// An address as a link; a pattern such as `https://{host}/x` as code.
fn push_url(url: &str, out: &mut String) {
    let host = url.split_once("://").map_or("", |(_, rest)| rest);
    if host.is_empty() || url.contains(['{', '}', '[', ']', '*']) {
        out.push_str(&code(url));
    } else {
        out.push('<');
        out.push_str(url);
        out.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        insta::assert_snapshot!(escape("a[0] <id> *x* snake_case _y_ `z` R&D &amp; ~~no~~"), @r"a\[0\] \<id> \*x\* snake_case \_y\_ \`z\` R\&D \&amp; \~\~no\~\~");
    }

    #[test]
    fn addresses_become_links_and_patterns_become_code() {
        insta::assert_snapshot!(escape("See https://example.com/a?b=c, or (http://x.org)."), @"See <https://example.com/a?b=c>, or (<http://x.org>).");
        insta::assert_snapshot!(escape("https://graph.microsoft.com/{version} and https:// alone"), @"`https://graph.microsoft.com/{version}` and `https://` alone");
    }

    #[test]
    fn code_with_backticks_gets_a_longer_fence() {
        insta::assert_snapshot!(code("a`b"), @"`` a`b ``");
        insta::assert_snapshot!(code("x"), @"`x`");
    }
}
