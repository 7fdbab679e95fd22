//! What is put right in JSON.

/// A slip, or an ornament that JSON does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Repair {
    /// `// the key`, `/* more */`.
    Comment,
    /// `...`, `…`.
    Ellipsis,
    /// `"a": 1 "b": 2`.
    MissingComma,
    /// `[1, 2,]`.
    SurplusComma,
    /// `“a”`.
    CurlyQuotes,
    /// `'a'`.
    SingleQuotes,
    /// `{a: 1}`.
    BareName,
    /// `"a` at the end of a line.
    OpenText,
    /// `{"a": 1`.
    OpenBracket,
    /// `{]}`, `{"a"}`.
    Stray,
}
