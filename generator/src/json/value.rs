//! Values of JSON, with their places in the text.

use std::borrow::Cow;
use std::ops::Range;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    /// What it is.
    pub(crate) kind: Kind<'a>,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// `{..}`.
    Object(Vec<Member<'a>>),
    /// `[..]`.
    Array(Vec<Value<'a>>),
    /// A quoted text.
    Text(Cow<'a, str>),
    /// A number, `true`, `null`, or anything else without quotes.
    Word(&'a str),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member<'a> {
    /// Its name.
    pub(crate) name: Cow<'a, str>,
    /// The bytes of the name, without quotes.
    pub(crate) range: Range<usize>,
    /// Its value.
    pub(crate) value: Value<'a>,
}

impl<'a> Value<'a> {
    /// The members of an object; none for other values.
    pub(crate) fn members(&self) -> &[Member<'a>] {
        match &self.kind {
            Kind::Object(members) => members,
            Kind::Array(_) | Kind::Text(_) | Kind::Word(_) => &[],
        }
    }

    /// The member with this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        let member = self.members().iter().find(|member| member.name == name);
        member.map(|member| &member.value)
    }

    /// The words of a quoted text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Object(_) | Kind::Array(_) | Kind::Word(_) => None,
        }
    }
}
