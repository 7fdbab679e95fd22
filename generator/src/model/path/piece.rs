//! Text with placeholders.

/// A part of a text that has placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that is always the same, slashes included.
    Literal(&'a str),
    /// A value to fill in: what stands between the braces, such as `id | userPrincipalName`.
    Placeholder(&'a str),
}

/// A text in pieces; an unclosed brace is literal text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((inside, tail)) = after.split_once('}')
    {
        if !before.is_empty() {
            pieces.push(Piece::Literal(before));
        }
        pieces.push(Piece::Placeholder(inside.trim()));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
}
