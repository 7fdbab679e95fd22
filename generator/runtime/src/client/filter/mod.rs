//! Expressions for `$filter`.

mod literal;
mod operators;
mod path;

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, Not};

pub use literal::{Null, Operand};
pub use path::{Many, Path};

/// An expression for `$filter`, about the properties of a `T`.
///
/// Comparisons are methods of [`Property`](crate::Property) and [`Path`]. They take values of the type of the field,
/// and quote them. Combine them with `&`, `|` and `!`.
///
/// ```
/// # use graph_runtime::{AdditionalProperties, model};
/// # struct Tag {
/// #     name: Option<String>,
/// #     built_in: Option<bool>,
/// #     additional_properties: AdditionalProperties,
/// # }
/// # model! { Tag = "tag" { 0 name: Str = "displayName", 1 built_in: Bool = "isBuiltIn", } }
/// use graph_runtime::property;
///
/// let by_name = property!(Tag: name).starts_with("O'Neil") | property!(Tag: name).eq("Wi-Fi");
/// let filter = by_name & property!(Tag: built_in).eq(false);
/// assert_eq!(
///     filter.as_str(),
///     "(startswith(displayName,'O''Neil') or displayName eq 'Wi-Fi') and isBuiltIn eq false"
/// );
/// ```
#[must_use = "a filter does nothing until it is passed to a request"]
pub struct Filter<T> {
    text: String,
    precedence: Precedence,
    owner: PhantomData<fn() -> T>,
}

/// The precedence of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Precedence {
    /// A comparison or a call.
    Comparison,
    /// Expressions with `and` between them.
    And,
    /// Expressions with `or` between them, or any text.
    Or,
}

impl<T> Filter<T> {
    /// Any expression. Values in it have to be quoted already.
    pub fn raw(expression: &str) -> Self {
        Self::new(expression.to_owned(), Precedence::Or)
    }

    fn new(text: String, precedence: Precedence) -> Self {
        Self {
            text,
            precedence,
            owner: PhantomData,
        }
    }

    fn comparison(text: String) -> Self {
        Self::new(text, Precedence::Comparison)
    }

    /// Both conditions; the same as `self & other`.
    pub fn and(self, other: Self) -> Self {
        let text = format!("{} and {}", self.inside(Precedence::And), other.inside(Precedence::And));
        Self::new(text, Precedence::And)
    }

    /// At least one of the conditions; the same as `self | other`.
    pub fn or(self, other: Self) -> Self {
        let text = format!("{} or {}", self.inside(Precedence::Or), other.inside(Precedence::Or));
        Self::new(text, Precedence::Or)
    }

    /// The expression as an operand, in brackets if it needs them.
    fn inside(self, outer: Precedence) -> String {
        if self.precedence == Precedence::Or && outer != Precedence::Or {
            format!("({})", self.text)
        } else {
            self.text
        }
    }

    /// The text of the expression.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T> BitAnd for Filter<T> {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl<T> BitOr for Filter<T> {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl<T> Not for Filter<T> {
    type Output = Self;
    fn not(self) -> Self {
        Self::comparison(format!("not({})", self.text))
    }
}

impl<T> AsRef<str> for Filter<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> Clone for Filter<T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone(), self.precedence)
    }
}

impl<T> PartialEq for Filter<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Filter<T> {}

impl<T> fmt::Debug for Filter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Filter").field(&self.text).finish()
    }
}

impl<T> fmt::Display for Filter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro of enums makes a public method")]
mod tests {
    use super::*;
    use crate::{AdditionalProperties, DateTimeOffset, Duration, Expanded, Guid, Property, UnknownMember, property};
    use proptest::prelude::*;

    struct Kettle {
        name: Option<String>,
        size: Option<i32>,
        is_full: Option<bool>,
        made: Option<DateTimeOffset>,
        model: Option<Guid>,
        boils_in: Option<Duration>,
        tags: Option<Vec<String>>,
        parts: Option<Vec<Part>>,
        owner: Option<Expanded<Part>>,
        owners: Option<Expanded<Vec<Part>>>,
        state: Option<State>,
        additional_properties: AdditionalProperties,
    }

    crate::model! {
        Kettle = "kettle" {
            0 name: Str = "displayName",
            1 size: I32 = "size",
            2 is_full: Bool = "isFull",
            3 made: Text = "madeDateTime",
            4 model: Text = "modelId",
            5 boils_in: Text = "boilsIn",
            6 tags: Strs = "tags",
            7 parts: Objs = "parts",
            8 owner: Raw = "owner",
            9 owners: Raw = "owners",
            10 state: Text = "state",
        }
    }

    enum State {
        Hot,
        Cold,
        Unknown(UnknownMember),
    }

    crate::open_enum! { State { 0 Hot = "hot", 1 Cold = "cold", } else Unknown }

    struct Part {
        name: Option<String>,
        additional_properties: AdditionalProperties,
    }

    crate::model! { Part = "part" { 0 name: Str = "name", } }

    fn name() -> Property<Kettle, Option<String>> {
        property!(Kettle: name)
    }

    #[test]
    fn each_type_has_its_literals() {
        let id = "9c1f2b6a-0000-0000-0000-6a2b1f9c6a2b";
        for (filter, text) in [
            (name().eq("O'Neil"), "displayName eq 'O''Neil'"),
            (name().ne(String::new()), "displayName ne ''"),
            (name().eq(Null), "displayName eq null"),
            (property!(Kettle: size).gt(5), "size gt 5"),
            (property!(Kettle: is_full).eq(true), "isFull eq true"),
            (
                property!(Kettle: made).ge(DateTimeOffset::from_unix(0, 0)),
                "madeDateTime ge 1970-01-01T00:00:00Z",
            ),
            (property!(Kettle: model).eq(Guid::from(id)), &format!("modelId eq {id}")),
            (
                property!(Kettle: boils_in).eq(Duration::from("PT2M")),
                "boilsIn eq duration'PT2M'",
            ),
            (Path::<Kettle, Option<f64>>::raw("share").le(-1.5), "share le -1.5"),
            (
                Path::<Kettle, Option<f64>>::raw("share").lt(f64::INFINITY),
                "share lt INF",
            ),
            (
                Path::<Kettle, Option<i64>>::raw("size").lt(i64::MIN),
                "size lt -9223372036854775808",
            ),
            (property!(Kettle: state).eq(State::Hot), "state eq 'hot'"),
            (
                property!(Kettle: state).one_of([State::Cold, State::from("warm")]),
                "state in ('cold','warm')",
            ),
            (name().one_of(["a", "b'c"]), "displayName in ('a','b''c')"),
            (name().one_of([""; 0]), "false"),
        ] {
            assert_eq!(filter.as_str(), text);
        }
    }

    #[test]
    fn functions_on_text() {
        assert_eq!(name().starts_with("a'b").as_str(), "startswith(displayName,'a''b')");
        assert_eq!(name().ends_with("x").as_str(), "endswith(displayName,'x')");
        assert_eq!(name().contains("x").as_str(), "contains(displayName,'x')");
    }

    #[test]
    fn brackets_are_set_where_they_are_needed() {
        let a = || name().eq("a");
        let b = || name().eq("b");
        let raw = || Filter::raw("x or y");
        let a_text = "displayName eq 'a'";
        let b_text = "displayName eq 'b'";
        assert_eq!((a() & b()).as_str(), format!("{a_text} and {b_text}"));
        assert_eq!((a() & b() | b()).as_str(), format!("{a_text} and {b_text} or {b_text}"));
        assert_eq!(
            ((a() | b()) & b()).as_str(),
            format!("({a_text} or {b_text}) and {b_text}")
        );
        assert_eq!((!(a() | b())).as_str(), format!("not({a_text} or {b_text})"));
        assert_eq!((!a() & raw()).as_str(), format!("not({a_text}) and (x or y)"));
        assert_eq!((raw() | a()).as_str(), format!("x or y or {a_text}"));
    }

    #[test]
    fn lists_and_objects() {
        let tags = property!(Kettle: tags);
        assert_eq!(tags.any(|tag| tag.eq("0")).as_str(), "tags/any(x:x eq '0')");
        assert_eq!(tags.all(|tag| !tag.eq("0")).as_str(), "tags/all(x:not(x eq '0'))");
        assert_eq!(tags.count().eq(0).as_str(), "tags/$count eq 0");
        let part = property!(Part: name);
        let parts = property!(Kettle: parts).any(|item| item.then(part).eq("lid"));
        assert_eq!(parts.as_str(), "parts/any(x:x/name eq 'lid')");
        let owners = property!(Kettle: owners).any(|owner| owner.then(part).eq("Ada"));
        assert_eq!(owners.as_str(), "owners/any(x:x/name eq 'Ada')");
        assert_eq!(
            property!(Kettle: owner).then(part).eq("Ada").as_str(),
            "owner/name eq 'Ada'"
        );
    }

    #[test]
    fn lists_in_lists_have_names_of_their_own() {
        let (parts, part) = (property!(Kettle: parts), property!(Part: name));
        let nested = parts.any(|outer| parts.any(|inner| inner.then(part).eq("a") & outer.clone().then(part).eq("b")));
        assert_eq!(
            nested.as_str(),
            "parts/any(y:parts/any(x:x/name eq 'a' and y/name eq 'b'))"
        );
    }

    #[test]
    fn text_that_is_not_a_date_cannot_change_the_expression() {
        let odd = property!(Kettle: made).ge(DateTimeOffset::from("2021-01-01 or true"));
        assert_eq!(odd.as_str(), "madeDateTime ge '2021-01-01 or true'");
    }

    proptest! {
        #[test]
        fn any_text_stays_in_its_quotes(text in "(['&#%+ ]|\\PC){0,12}") {
            let filter = name().eq(text.as_str()).to_string();
            let inner = filter.strip_prefix("displayName eq '").and_then(|rest| rest.strip_suffix('\'')).unwrap();
            prop_assert_eq!(inner.replace("''", "'"), text);
            prop_assert!(!inner.replace("''", "").contains('\''));
        }
    }
}
